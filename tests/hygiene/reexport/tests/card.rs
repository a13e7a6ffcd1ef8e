//! The card is the same everywhere.

#[test]
fn the_card_is_the_same() {
    let card = serde_json::to_string_pretty(&hygiene_reexport::grammar::everything()).unwrap();
    assert_eq!(card, include_str!("../../expected.json").trim_end());
}
