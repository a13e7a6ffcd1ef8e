//! The values are the user's, each under its own name.

use message_card::Card;

#[test]
fn names_are_the_users() {
    let card = hygiene_hostile::card("1", "2", "3", "4");
    let json = serde_json::to_value(&card).unwrap();
    let texts: Vec<&str> = json["elements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|element| element["content"]["text"].as_str().unwrap())
        .collect();
    assert_eq!(texts, ["  b c42", "dx**1**", "dy**1**", "d23"]);
    let header = card.header.unwrap();
    let expected = Card::new().header("1 a").header.unwrap();
    assert_eq!(header.title, expected.title);
}

#[test]
fn a_macro_around_it_keeps_its_names_apart() {
    let card = hygiene_hostile::nested("outer");
    let expected = Card::new().text("outerouter");
    assert_eq!(
        serde_json::to_value(&card.elements).unwrap(),
        serde_json::to_value(&expected.elements).unwrap()
    );
    assert!(serde_json::to_string(&card).unwrap().contains("inner"));
}
