//! No attack takes effect, whichever place it has on whichever target.

#![allow(clippy::panic, reason = "a test fails by panicking")]

use message_card::wecom;
use property_tests::{
    Sent, harmless,
    places::PLACES,
    setting::{FORMS, Form, Kind, Setting, send},
    shape::{effects, links, mentions, nodes, shape},
};

const ATTACKS: &[&str] = &[
    // Links.
    "[click](https://evil.example)",
    "](https://evil.example)",
    "](<https://evil.example>)",
    "x](//evil.example \"t\")",
    "[x][y]\n\n[y]: https://evil.example",
    "[y]: https://evil.example",
    "[x](https://evil.example",
    "[](https://evil.example)",
    "[[https://evil.example]]",
    "[[x|https://evil.example]]",
    "<https://evil.example>",
    "<evil@evil.example>",
    "<http:evil.example>",
    "[click](javascript:alert(1))",
    "javascript:alert(1)",
    "](javascript:alert(1))",
    ") [x](https://evil.example",
    "/../../@evil.example",
    "?x=[a](https://evil.example)",
    "\\](https://evil.example)",
    "\\\\](https://evil.example)",
    "`](https://evil.example)`",
    "*](https://evil.example)*",
    // Pictures.
    "![x](https://evil.example/i.png)",
    "!",
    "![",
    "![][x]",
    "!\u{200b}[x](https://evil.example)",
    // Mentions.
    "<@all>",
    "<@linliang>",
    "< @all>",
    "<@\u{200b}all>",
    "＜@all＞",
    "&lt;@all&gt;",
    "&#60;@all&#62;",
    "<<@all>>",
    "<`@all`>",
    "<at id=all></at>",
    "<at email=\"all@evil.example\">all</at>",
    "<at user_id=\"-1\">所有人</at>",
    "<AT email='a@evil.example'>",
    "</at><at email=\"a@evil.example\">",
    "@all",
    "@13800000000",
    "@所有人",
    "\"><at email=\"a@evil.example\">",
    // Tags.
    "<font color=\"red\">x</font>",
    "</font>",
    "<font",
    "<b>x</b>",
    "<br>",
    "<!-- x -->",
    "<?x?>",
    "<!X>",
    "<![CDATA[x]]>",
    "<a href=\"https://evil.example\">x</a>",
    "<img src=\"https://evil.example\">",
    "<script>alert(1)</script>",
    "<",
    "<a",
    "a>",
    "\n<div>\n",
    "<x-y z='1'/>",
    // Blocks.
    "# x",
    "#",
    "###### x",
    "x #",
    "#\tx",
    "> x",
    ">x",
    "> [!NOTE]\n> x",
    "- x",
    "-",
    "+ x",
    "* x",
    "* * *",
    "- - -",
    "_ _ _",
    "---",
    "***",
    "___",
    "===",
    "=",
    "-",
    "1. x",
    "1) x",
    "1.",
    "0.",
    "123456789. x",
    "    code",
    "\tcode",
    "[ ] x",
    "[x] x",
    "```\nx\n```",
    "```",
    "~~~",
    "~~~\nx",
    "````x",
    "| a | b |\n|---|---|\n| c | d |",
    "|---|",
    ":-:|:-:",
    "a | b\n--|--",
    "[^1]: x",
    "[^1]",
    "x\n---",
    "x\n===",
    "\n\n# x",
    "\r# x",
    "\u{2028}# x",
    "\u{85}> x",
    "\u{b}- x",
    "\n",
    "\n\n",
    // Emphasis.
    "**x**",
    "*x*",
    "__x__",
    "_x_",
    "~~x~~",
    "~x~",
    "***x***",
    "*",
    "**",
    "_",
    "~",
    "~~",
    "`x`",
    "`",
    "``",
    "```",
    "** x **",
    "a*b*c",
    "a_b_c",
    "_x",
    "x_",
    "*。*",
    "**：**",
    // Escapes and entities.
    "\\",
    "\\\\",
    "\\*",
    "x\\",
    "\\\n",
    "&#42;x&#42;",
    "&ast;x&ast;",
    "&lt;b&gt;",
    "&",
    "&amp;lt;",
    "&#x3c;b&#x3e;",
    "&lt",
    "&lt;",
    // What nobody sees.
    "\u{202e}gnp.exe\u{202c}",
    "\u{2066}x\u{2069}",
    "*\u{200b}*x*\u{200b}*",
    "<\u{feff}@all>",
    "[x]\u{200b}(https://evil.example)",
    "\u{0}[x](https://evil.example)",
    "\u{1b}[31m",
    "<\u{0}@all>",
    "[x]\u{2060}(https://evil.example)",
    "\u{e0041}# x",
    // Together.
    "[**x**](https://evil.example)",
    "**[x](https://evil.example)**",
    "<font color=\"[x](https://evil.example)\">",
    "> - 1. # [x](https://evil.example) <@all>",
    "`[x](https://evil.example)",
    "|[x](https://evil.example)|",
];

/// Who is mentioned beside the texts.
fn people(sent: &Sent) -> Vec<&serde_json::Value> {
    let lists = [
        "/at",
        "/mentions",
        "/text/mentioned_list",
        "/text/mentioned_mobile_list",
    ];
    let of_list = |list| {
        sent.messages
            .iter()
            .filter_map(move |message| message.pointer(list))
    };
    lists.into_iter().flat_map(of_list).collect()
}

/// Asserts that as much takes effect in one text as in the other.
fn compare(kind: Kind, form: Form, [text, harmless]: [&str; 2], context: &str) {
    if kind.is_markdown() {
        assert_eq!(shape(text), shape(harmless), "{context}");
        assert_eq!(effects(text), effects(harmless), "{context}");
        let leads_there =
            |url: &String| url.contains("//evil.example") || url.contains("javascript:");
        assert!(!links(text).iter().any(leads_there), "{context}");
    }
    if kind == Kind::WeCom || form == Form::WeCom(Some(wecom::Format::Text)) {
        assert_eq!(mentions(text), mentions(harmless), "{context}");
    }
    if matches!(form, Form::RobotText | Form::RobotMarkdown) {
        let tags = |text: &str| text.to_lowercase().matches("<at").count();
        assert_eq!(tags(text), tags(harmless), "{context}");
    }
}

/// Asserts that as much takes effect in the texts of one card of WPS 365 as in those of the other.
fn compare_cards(found: &Sent, expected: &Sent, context: &str) {
    let (found, expected) = (found.markdowns(), expected.markdowns());
    assert_eq!(found.len(), expected.len(), "{context}");
    for (text, harmless) in found.into_iter().zip(expected) {
        let context = format!("{context}\n{text}\n----\n{harmless}");
        assert_eq!(nodes(text), nodes(harmless), "{context}");
    }
}

/// What the place shows with a harmless word is what it shows with the attack.
fn check(name: &str, attack: &str, form: Form) {
    let (_, place) = PLACES
        .iter()
        .find(|(known, _)| *known == name)
        .unwrap_or_else(|| panic!("no place {name}"));
    let card = place(attack);
    for (knows_people, locale) in [(false, None), (true, Some("en-US"))] {
        let mut setting = Setting::new(form);
        setting.knows_people = knows_people;
        setting.locale = locale;
        let (found, expected) = (send(&card, setting), send(&harmless::card(&card), setting));
        for ((kind, text), (_, harmless)) in found.texts().into_iter().zip(expected.texts()) {
            let context = format!("{name} on {form:?}: {attack:?}\n{text}\n----\n{harmless}");
            compare(kind, form, [text, harmless], &context);
        }
        if form == Form::Wps365 {
            compare_cards(&found, &expected, &format!("{name}: {attack:?}"));
        }
        assert_eq!(
            people(&found),
            people(&expected),
            "{name} on {form:?}: {attack:?}"
        );
    }
}

#[test]
fn no_attack_takes_effect() {
    let mut checked = 0;
    let mut failed = Vec::new();
    for (name, _) in PLACES {
        for form in FORMS {
            for attack in ATTACKS {
                checked += 1;
                let result = std::panic::catch_unwind(|| check(name, attack, *form));
                if result.is_err() {
                    failed.push(format!("{name} on {form:?}: {attack:?}"));
                }
            }
        }
    }
    assert!(
        failed.is_empty(),
        "{} of {checked} take effect:\n{}",
        failed.len(),
        failed.join("\n")
    );
    assert!(ATTACKS.len() >= 60 && PLACES.len() >= 15);
}
