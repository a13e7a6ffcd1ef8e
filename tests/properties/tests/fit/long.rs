//! Long cards. What their bodies say is in characters that nothing else uses, so that it is found again in any message.

use message_card::{Action, Button, Card, Div, Header, Markdown, markdown::Inline};
use proptest::{collection::vec, option, prelude::*, sample};

/// What a body is written with. A word is never in this order by chance: what counts is the sequence of all of them.
const WORDS: &[&str] = &[
    "天地",
    "玄黄",
    "宇宙",
    "洪荒",
    "日月",
    "盈昃",
    "辰宿",
    "列张",
    "A",
    "BC",
    "DEF",
    "GHIJ",
    "🎉",
    "👨‍👩‍👧‍👦",
    "🇨🇳🇯🇵",
    "K👍🏽L",
];

/// A part of a text.
#[derive(Debug, Clone)]
pub(crate) enum Part {
    Text(String),
    Bold(String),
    Italic(String),
    Code(String),
    Font(String),
    Link(String),
    At(usize),
}

/// An element of the body.
#[derive(Debug, Clone)]
pub(crate) enum Block {
    Plain(String),
    Rich(Vec<Part>),
    Heading(String),
    List(Vec<String>),
    Table(Vec<[String; 2]>),
    Code(Vec<String>),
    Fields(Vec<String>),
    Rule,
}

/// A card that may be long.
#[derive(Debug, Clone)]
pub(crate) struct Long {
    pub(crate) blocks: Vec<Block>,
    pub(crate) title: Option<String>,
    pub(crate) has_button: bool,
}

/// What of a text the body of a card says.
pub(crate) fn said(text: &str) -> String {
    let is_word = |c: &char| {
        c.is_ascii_uppercase()
            || *c >= '\u{1f000}'
            || "天地玄黄宇宙洪荒日月盈昃辰宿列张".contains(*c)
    };
    text.chars().filter(is_word).collect()
}

/// The address of the person with this number.
pub(crate) fn email(person: usize) -> String {
    format!("p{person}@example.com")
}

/// Cards of so many elements.
pub(crate) fn long(blocks: std::ops::Range<usize>) -> impl Strategy<Value = Long> {
    let title = option::weighted(
        0.8,
        prop_oneof![4 => Just("notice"), 1 => Just("a title that is not short at all, for its kind")],
    );
    (vec(block(), blocks), title, any::<bool>()).prop_map(|(blocks, title, has_button)| Long {
        blocks,
        title: title.map(str::to_owned),
        has_button,
    })
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        20 => sample::select(WORDS).prop_map(str::to_owned),
        1 => (sample::select(WORDS), 1usize..100).prop_map(|(word, times)| word.repeat(times)),
    ]
}

fn sentence() -> impl Strategy<Value = String> {
    (
        vec(word(), 1..30),
        sample::select(&["", "。", "！", ". ", "，"][..]),
        sample::select(&["", " ", "，"][..]),
    )
        .prop_map(|(words, end, between)| words.join(between) + end)
}

fn text() -> impl Strategy<Value = String> {
    vec(sentence(), 1..6).prop_map(|sentences| sentences.concat())
}

fn part() -> impl Strategy<Value = Part> {
    prop_oneof![
        4 => sentence().prop_map(Part::Text),
        1 => sentence().prop_map(Part::Bold),
        1 => sentence().prop_map(Part::Italic),
        1 => sentence().prop_map(Part::Code),
        1 => sentence().prop_map(Part::Font),
        1 => sentence().prop_map(Part::Link),
        1 => (0usize..6).prop_map(Part::At),
    ]
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        3 => text().prop_map(Block::Plain),
        3 => vec(part(), 1..8).prop_map(Block::Rich),
        2 => vec(sample::select(WORDS), 1..3).prop_map(|words| Block::Heading(words.concat())),
        2 => vec(sentence(), 1..6).prop_map(Block::List),
        2 => vec([word(), word()], 1..40).prop_map(Block::Table),
        2 => vec(sentence(), 1..8).prop_map(Block::Code),
        2 => vec(word(), 1..5).prop_map(Block::Fields),
        1 => Just(Block::Rule),
    ]
}

impl Block {
    /// Everything that it says.
    pub(crate) fn said(&self) -> String {
        let part = |part: &Part| match part {
            Part::Text(text)
            | Part::Bold(text)
            | Part::Italic(text)
            | Part::Code(text)
            | Part::Font(text)
            | Part::Link(text) => said(text),
            Part::At(_) => String::new(),
        };
        match self {
            Self::Plain(text) | Self::Heading(text) => said(text),
            Self::Rich(parts) => parts.iter().map(part).collect(),
            Self::List(lines) | Self::Code(lines) | Self::Fields(lines) => said(&lines.concat()),
            Self::Table(rows) => rows.iter().map(|row| said(&row.concat())).collect(),
            Self::Rule => String::new(),
        }
    }

    /// Whom it mentions.
    pub(crate) fn people(&self) -> Vec<usize> {
        let Self::Rich(parts) = self else {
            return Vec::new();
        };
        let person = |part: &Part| match part {
            Part::At(person) => Some(*person),
            _ => None,
        };
        parts.iter().filter_map(person).collect()
    }

    fn add_to(&self, card: Card) -> Card {
        let source = |text: String| Markdown::from_trusted_source(text);
        match self {
            Self::Plain(text) => card.text(text.clone()),
            Self::Rich(parts) => card.markdown(rich(parts)),
            Self::Heading(text) => card.markdown(source(format!("## {text}"))),
            Self::List(lines) => {
                let items: Vec<_> = lines
                    .iter()
                    .map(|line| format!("- {}", line.trim()))
                    .collect();
                card.markdown(source(items.join("\n")))
            }
            Self::Table(rows) => {
                let rows: Vec<_> = rows
                    .iter()
                    .map(|[one, other]| format!("| {one} | {other} |"))
                    .collect();
                card.markdown(source(format!(
                    "| name | state |\n| --- | --- |\n{}",
                    rows.join("\n")
                )))
            }
            Self::Code(lines) => card.markdown(source(format!("```\n{}\n```", lines.join("\n")))),
            Self::Fields(values) => {
                let field = |value: &String| Markdown::new().bold("key").br().text(value.as_str());
                card.div(Div::new(values.iter().map(field)))
            }
            Self::Rule => card.hr(),
        }
    }
}

fn rich(parts: &[Part]) -> Markdown {
    parts
        .iter()
        .fold(Markdown::new(), |markdown, part| match part {
            Part::Text(text) => markdown.text(text.as_str()),
            Part::Bold(text) => markdown.bold(text.as_str()),
            Part::Italic(text) => markdown.italic(text.as_str()),
            Part::Code(text) => {
                markdown.inline(Inline::Source(format!("`{}`", text.trim()).into()))
            }
            Part::Font(text) => markdown.font("red", text.as_str()),
            Part::Link(text) => markdown.a("https://example.com/x", text.as_str()),
            Part::At(person) => markdown.at(email(*person), format!("name{person}")),
        })
}

impl Long {
    /// As a card.
    pub(crate) fn card(&self) -> Card {
        let mut card = Card::new();
        if let Some(title) = &self.title {
            card = card.header(Header::new(title.as_str()).subtitle("under it"));
        }
        for block in &self.blocks {
            card = block.add_to(card);
        }
        if self.has_button {
            card = card.action(Action::new([
                Button::new("open").url("https://example.com/open")
            ]));
        }
        card
    }

    /// Everything that its body says.
    pub(crate) fn said(&self) -> String {
        self.blocks.iter().map(Block::said).collect()
    }
}
