//! Whatever is interpolated is data: no value becomes markup, a mention or another link, wherever it stands.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use message_card::{
    markdown::{Block, Span},
    prelude::*,
};
use serde_json::Value;

const HOSTILE: &[&str] = &[
    "**bold**",
    "*",
    "**",
    "~~x~~",
    "`",
    "```\ncode\n```",
    "[click](https://evil.example)",
    "](https://evil.example)",
    "[x]($url_val)",
    "![i](https://evil.example/i.png)",
    "<at email=\"all@wps.cn\">all</at>",
    "<at id=\"1\">所有人</at>",
    "</at><at email=\"a@b.cn\">",
    "<font color='red'>",
    "</font>",
    "'><at email=\"a@b.cn\"></at>",
    "\"><script>alert(1)</script>",
    "<https://evil.example>",
    "<!-- -->",
    "# heading",
    "> quote",
    "- item\n- item",
    "1. one",
    "---",
    "| a | b |\n|---|---|\n| c | d |",
    "[ref]: https://evil.example",
    "&lt;b&gt; &#42;",
    "\\",
    "\\*",
    "a\n\nb",
    "    code",
    "\u{202e}gnp.exe\u{202c}",
    "zero\u{200b}width\u{feff}",
    "nul\u{0}bell\u{7}",
    "../../admin",
    "..",
    "?a=b&c=d#e",
    "//evil.example/",
    "@evil.example",
    "javascript:alert(1)",
    " ",
    "",
    "注意：",
    "（注）",
];

/// The shape of a text: every mark-up, and a `t` for a run of text.
fn shape(blocks: &[Block]) -> String {
    blocks.iter().map(block_shape).collect()
}

fn block_shape(block: &Block) -> String {
    match block {
        Block::Paragraph(content) => format!("p({})", spans(content)),
        Block::Heading { level, content, .. } => format!("h{level}({})", spans(content)),
        Block::Quote(inner) => format!("q({})", shape(inner)),
        Block::List { items, .. } => {
            let items: Vec<String> = items.iter().map(|item| shape(item)).collect();
            format!("l({})", items.join(";"))
        }
        Block::Code { .. } => "c".to_owned(),
        Block::Table { header, rows, .. } => format!("table({},{})", header.len(), rows.len()),
        Block::Rule => "r".to_owned(),
        other => format!("{other:?}"),
    }
}

fn spans(content: &[Span]) -> String {
    let mut shape = String::new();
    for span in content {
        let part = match span {
            Span::Text(_) | Span::Break | Span::SoftBreak => "t".to_owned(),
            Span::Code(_) => "`".to_owned(),
            Span::Bold(inner) => format!("b({})", spans(inner)),
            Span::Italic(inner) => format!("i({})", spans(inner)),
            Span::Strike(inner) => format!("s({})", spans(inner)),
            Span::Font { content, .. } => format!("f({})", spans(content)),
            Span::At { email, .. } => format!("@({email})"),
            Span::Link { content, .. } => format!("a({})", spans(content)),
            Span::Image { .. } => "!".to_owned(),
            other => format!("{other:?}"),
        };
        if part != "t" || !shape.ends_with('t') {
            shape.push_str(&part);
        }
    }
    shape
}

/// A card with `value` in every position of a text with markup.
fn marked(value: &str) -> Card {
    card! {
        <card>
            <markdown>{value}</markdown>
            <markdown>"before {value} after"</markdown>
            <markdown>"**{value}** and *{value}* and ~~{value}~~"</markdown>
            <markdown>"请**{value}**看"</markdown>
            <markdown>"[{value}](https://example.com/)"</markdown>
            <markdown>"# {value}"</markdown>
            <markdown>"- {value}\n- b"</markdown>
            <markdown>"> {value}"</markdown>
            <markdown>"1. {value}"</markdown>
            <markdown>"| h | {value} |\n|---|---|\n| a | b |"</markdown>
            <markdown>"`{value}`"</markdown>
            <markdown>"<font color='red'>{value}</font>"</markdown>
            <markdown><b>{value}</b> "x" <i>{value}</i> "y" <s>{value}</s></markdown>
            <markdown>"a" <font color="red">{value}</font> <br/> {value}</markdown>
            <markdown>"x " <at email="lin@wps.cn">{value}</at> " y"</markdown>
            <markdown><a href="https://example.com/">{value}</a></markdown>
            <markdown>{value} {value}</markdown>
            <div><markdown>{value}</markdown><markdown>"k: {value}"</markdown></div>
        </card>
    }
}

fn texts(card: &Card) -> Vec<String> {
    fn walk(value: &Value, texts: &mut Vec<String>) {
        match value {
            Value::Object(fields) if fields.get("type").is_some_and(|kind| kind == "markdown") => {
                texts.extend(fields["text"].as_str().map(str::to_owned));
            }
            Value::Object(fields) => fields.values().for_each(|value| walk(value, texts)),
            Value::Array(items) => items.iter().for_each(|value| walk(value, texts)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    walk(
        &serde_json::to_value(card).expect("a card is JSON"),
        &mut texts,
    );
    texts
}

#[test]
fn a_value_changes_no_shape() {
    let harmless = texts(&marked("word"));
    for value in HOSTILE {
        for (text, harmless) in texts(&marked(value)).iter().zip(&harmless) {
            let read =
                |text: &str| shape(&Markdown::from_trusted_source(text.to_owned()).tree().blocks);
            let (found, expected) = (read(text), read(harmless));
            // An empty value leaves a tag of ours out, with nothing to show in it.
            let is_blank = value.trim().is_empty();
            assert!(
                found == expected || is_blank && !found.contains(['@', '!']),
                "{value:?}: {text:?}\n{found}\n{expected}"
            );
        }
    }
}

#[test]
fn no_control_character_comes_out() {
    for value in HOSTILE {
        let card = card! {
            <card>
                <header title={value} subtitle="x {value}"/>
                <text>{value}</text>
                <markdown>{value}</markdown>
                <action><button key="k">{value}</button></action>
            </card>
        };
        let json = serde_json::to_string(&card).expect("a card is JSON");
        let hidden = |c: char| {
            c.is_control()
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}')
        };
        assert!(!json.contains(hidden) && !json.contains("\\u00"), "{json}");
        let value = serde_json::to_value(&card).expect("a card is JSON");
        for title in ["title", "subtitle"] {
            let text = value["header"][title]["content"]["text"]
                .as_str()
                .expect("a title");
            assert!(!text.contains('\n'), "{text:?}");
        }
    }
}

fn url(card: &Card) -> String {
    let value = serde_json::to_value(card).expect("a card is JSON");
    let url = &value["elements"][0]["actions"][0]["href"]["url_val"]["url"];
    url.as_str().expect("a URL").to_owned()
}

#[test]
fn a_value_in_a_url_cannot_leave_its_place() {
    for value in HOSTILE {
        let path = url(
            &card! { <><action><button href="https://example.com/a/{value}/b">"x"</button></action></> },
        );
        let inner = path
            .strip_prefix("https://example.com/a/")
            .and_then(|rest| rest.strip_suffix("/b"));
        let inner = inner.unwrap_or_else(|| panic!("{path}"));
        assert!(
            !inner.contains(['/', '?', '#', '\\', ' ', '&', '"', '<']) && inner != "..",
            "{path}"
        );

        let query = url(
            &card! { <><action><button href="https://example.com/?q={value}&r=1">"x"</button></action></> },
        );
        assert!(
            query.starts_with("https://example.com/?q=") && query.ends_with("&r=1"),
            "{query}"
        );
        assert_eq!(query.matches(['&', '#', '?']).count(), 2, "{query}");

        let host = url(
            &card! { <><action><button href="https://{value}.example.com/">"x"</button></action></> },
        );
        let name = host
            .strip_prefix("https://")
            .and_then(|rest| rest.strip_suffix(".example.com/"));
        assert!(
            name.is_some_and(|name| !name.contains(['/', '@', ':', '?', '#', '\\'])),
            "{host}"
        );

        let end =
            url(&card! { <><action><button href="https://{value}/x">"x"</button></action></> });
        let name = end
            .strip_prefix("https://")
            .and_then(|rest| rest.strip_suffix("/x"));
        assert!(
            name.is_some_and(|name| !name.contains(['/', '@', '?', '#', '\\'])),
            "{end}"
        );
    }
    let host = "localhost:8080";
    assert_eq!(
        url(&card! { <><action><button href="http://{host}/x">"x"</button></action></> }),
        "http://localhost:8080/x"
    );
    let mail = "a+b@wps.cn?cc=evil@x.cn";
    assert_eq!(
        url(&card! { <><action><button href="mailto:{mail}">"x"</button></action></> }),
        "mailto:a+b@wps.cn%3Fcc%3Devil@x.cn"
    );
}

#[test]
fn a_link_with_a_scheme_that_is_not_allowed_is_never_sent() {
    for value in [
        "javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "JAVASCRIPT:x",
        " javascript:x",
        "java\nscript:x",
        "evil",
    ] {
        let card = card! {
            <card>
                <link url={value}/>
                <markdown><a href={value}>"label"</a> " [other]({value})"</markdown>
                <action><button href={value}>"x"</button></action>
            </card>
        };
        let violations = card.validate().expect_err("the URL is refused");
        assert_eq!(violations.len(), 4, "{violations}");

        let rendered = Wps::new().render(&card);
        let sent = serde_json::to_string(&rendered.messages).expect("messages are JSON");
        assert!(
            !sent.to_lowercase().contains("script:") && !sent.contains("data:"),
            "{sent}"
        );
        assert!(
            rendered.report.worst() >= Some(Severity::Degraded),
            "{}",
            rendered.report
        );
        assert!(
            wps::SendMessage::new("AK", wps::Receivers::users("1", ["1"]), card)
                .to_json()
                .is_err()
        );
    }
}
