// The modules of `card-macros`, without its entry, for the targets that hold something to the rules of `card!`.

#[path = "../card-macros/src/ast.rs"]
mod ast;
#[path = "../card-macros/src/check/mod.rs"]
mod check;
#[path = "../card-macros/src/errors.rs"]
mod errors;
#[path = "../card-macros/src/expand.rs"]
mod expand;
#[path = "../card-macros/src/format.rs"]
mod format;
#[path = "../card-macros/src/ide.rs"]
mod ide;
#[path = "../card-macros/src/literal.rs"]
mod literal;
#[path = "../card-macros/src/parse/mod.rs"]
mod parse;
#[path = "../card-macros/src/source.rs"]
mod source;
#[path = "../card-macros/src/suggest.rs"]
mod suggest;
