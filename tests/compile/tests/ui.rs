//! What `card!` refuses, with its words, and what it takes: a file in `ui` is a rule, a file in `pass` a part of the
//! grammar.
//!
//! The words of the compiler itself change from release to release, so that only the toolchain of `rust-toolchain.toml`
//! is supported. `TRYBUILD=overwrite cargo test -p compile-tests` writes the `.stderr` files anew.

#[test]
fn refused_and_taken() {
    let tests = trybuild::TestCases::new();
    tests.compile_fail("ui/*.rs");
    tests.pass("pass/*.rs");
}
