//! An optional attribute takes an `Option`.

use message_card::{Card, Link, card};

fn card(subtitle: Option<&str>, fallback: Option<String>, link: Option<Link>, once: Option<bool>) -> Card {
    card! {
        <card>
            <config update_single={once}/>
            <header title="a" subtitle={subtitle} template={subtitle.map(str::len)}/>
            <text fallback={fallback}>"a"</text>
            <hr style={subtitle}/>
            <action><button href={link}>"a"</button></action>
        </card>
    }
}

struct Note {
    title: Option<String>,
    link: Option<Link>,
    once: Option<bool>,
    flag: bool,
}

/// References to options come from patterns.
fn cards(notes: &[Note]) -> Card {
    card! {
        <card>
            for Note { title, link, once, flag } in notes {
                <config update_single={once}/>
                <config update_single={flag}/>
                <header title="a" subtitle={title}/>
                <action><button href={link}>"a"</button></action>
            }
        </card>
    }
}

fn main() {
    let note = Note { title: Some("t".to_owned()), link: Some(Link::new("https://wps.cn")), once: None, flag: true };
    let json = serde_json::to_value(cards(&[note])).unwrap();
    assert_eq!(json["header"]["subtitle"]["content"]["text"], "t", "{json}");
    assert_eq!(json["config"]["update_single"], true, "{json}");

    let none = card(None, None, None, None);
    let json = serde_json::to_value(&none).unwrap();
    assert!(json["header"].get("subtitle").is_none(), "{json}");
    assert_eq!(none.config.unwrap().update_single, None);

    let link = Link::new("https://wps.cn");
    let some = card(Some("b"), Some("c".to_owned()), Some(link), Some(false));
    let json = serde_json::to_value(&some).unwrap();
    assert_eq!(json["header"]["subtitle"]["content"]["text"], "b", "{json}");
    assert_eq!(json["elements"][1]["style"], "b", "{json}");
    assert!(json.to_string().contains("https://wps.cn"), "{json}");
    assert_eq!(some.config.unwrap().update_single, Some(false));
}
