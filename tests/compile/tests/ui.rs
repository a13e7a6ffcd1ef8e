//! The catalogue.
#[test]
fn ui() {
    let tests = trybuild::TestCases::new();
    tests.compile_fail("ui/*.rs");
}
