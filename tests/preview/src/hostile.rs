//! Cards that mean no good: each string in every position of a card.

use message_card::{
    Action, Button, Card, Config, Div, Header, Img, Language, Link, Locale, Markdown, Other,
    PicText, Text,
};
use serde_json::{Value, json};

/// Strings that break out of HTML, CSS, URLs or markdown where they are let.
pub const STRINGS: &[&str] = &[
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "\"><b onmouseover=alert(1)>",
    "' onclick='alert(1)",
    "\" style=\"position:fixed\" x=\"",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "//evil.example/x",
    "https://evil.example/\"onmouseover=\"alert(1)",
    "https://user:pw@evil.example/?a=1&b=<x>#'",
    "https://evil.example/')//",
    "[x](javascript:alert(1))",
    "[x](https://evil.example \"onclick=1\")",
    "![x](https://evil.example/p.png)",
    "![x](javascript:alert(1))",
    "[![x](https://evil.example/p.png)](https://evil.example)",
    "<https://evil.example/auto>",
    "<font color=\"red;background:url(https://evil.example)\">x</font>",
    "<font color=\"#ff0000\" onclick=\"x\">x</font>",
    "<at email=\"a@b.cn\" onclick=\"x\">x</at>",
    "<@all> <@\"><script>1</script>",
    "<!-- --><![CDATA[ ]]><?php ?>",
    "</div></section></main></body></html>",
    "<details open ontoggle=alert(1)>",
    "<base href=https://evil.example><link rel=stylesheet href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=https://evil.example>",
    "expression(alert(1)); } body { background: url(https://evil.example)",
    "&lt;script&gt; &#60;script&#62; &amp;quot;",
    "\u{0}\u{1}\u{8}\u{b}\u{1b}[31m\u{7f}\u{85}\u{ad}",
    "\u{202e}gnp.exe\u{2066}x\u{200b}\u{feff}\u{fffe}\u{ffff}\u{fdd0}",
    "| a | b |\n|---|---|\n| <b> | `x` |\n\n```html\n<script>1</script>\n```",
    "> > > > > q\n- a\n  - b\n    1. c\n\n***\n# h\n~~s~~ **b** *i*",
    "{{7*7}} ${7*7} %s%n `` ` \\",
    "𝒽🧨👨‍👩‍👧 ﷽ \u{301}\u{301}\u{301}",
];

/// A card with `text` in every position, and what is broken, empty or deep.
pub fn hostile_cards() -> Vec<Card> {
    let mut cards: Vec<Card> = STRINGS.iter().map(|text| everywhere(text)).collect();
    cards.push(Card::new());
    cards.push(Card::new().header("").text("").markdown(Markdown::new()));
    cards.push(Card::new().markdown(Markdown::from_trusted_source(">".repeat(20_000))));
    cards.push(Card::new().markdown(Markdown::from_trusted_source("- ".repeat(5_000))));
    cards.push(Card::new().markdown(Markdown::from_trusted_source("**a ".repeat(5_000))));
    cards.push(Card::new().text("长".repeat(30_000)));
    cards
}

fn everywhere(text: &str) -> Card {
    body(Card::new(), text)
        .config(Config::new().filter_key(text))
        .link(link(text))
        .locale(locale(text, Language::from("en-US".to_owned())))
        .locale(locale(text, Language::from(text.to_owned())))
}

fn link(text: &str) -> Link {
    Link::new(text).android_url(text).ios_url(text).pc_url(text)
}

fn locale(text: &str, language: Language) -> Locale {
    Locale::new(language)
        .header(Header::new(text).subtitle(text))
        .text(text)
        .markdown(Markdown::from_trusted_source(text))
}

fn body(card: Card, text: &str) -> Card {
    let picture = || {
        Img::new(text)
            .alt(text)
            .url(text)
            .pic_type(text)
            .store_key_sha1(text)
    };
    let marked = Markdown::new()
        .text(text)
        .bold(text)
        .italic(text)
        .strike(text)
        .font(text, text)
        .at(text, text)
        .a(Link::new(text), text)
        .a(link(text), text)
        .link(link(text));
    card.header(Header::new(text).subtitle(text).template(text))
        .text(Text::new(text).link(link(text)))
        .markdown(marked)
        .markdown(Markdown::from_trusted_source(text).href(text, link(text)))
        .div(Div::new([Text::new(text), Text::new(text)]).link(link(text)))
        .img(picture())
        .pic_text(PicText::new(picture(), Text::new(text)).link(link(text)))
        .hr()
        .element(Other::new(unknown_element(text)))
        .action(Action::new([
            Button::new(text).key(text).style(text),
            Button::new(text).url(text).href(link(text)),
        ]))
}

fn unknown_element(text: &str) -> Value {
    json!({"tag": text, text: text, "content": {"type": "markdown", "text": text}})
}
