//! Where tokens stand in the source.

use proc_macro2::Span;

/// The line and column of a token's first character.
pub(crate) fn start(span: Span) -> (usize, usize) {
    edge(span, proc_macro::Span::start)
}

/// The line and column behind a token's last character.
pub(crate) fn end(span: Span) -> (usize, usize) {
    edge(span, proc_macro::Span::end)
}

/// Only the compiler knows; where tests and the fuzzer read markup, everything stands at one place.
fn edge(span: Span, edge: fn(&proc_macro::Span) -> proc_macro::Span) -> (usize, usize) {
    if !proc_macro::is_available() {
        return (0, 0);
    }
    let edge = edge(&span.unwrap());
    (edge.line(), edge.column())
}
