//! Builds a card from the programs of its markup.

use super::{open::Open, run::Run, value::Hole};
use crate::Card;

/// Builds a card from programs, one after the other: the control flow between them is the user's.
///
/// A part of the card is made where it belongs as soon as its tag opens, and every text is written where it belongs;
/// nothing is moved there from elsewhere. The macro has checked that tags nest and attributes fit; an operation that does
/// not fit is passed over.
#[derive(Debug)]
pub struct Builder {
    card: Card,
    open: Open,
}

impl Builder {
    /// A builder of an empty card.
    pub fn new() -> Self {
        Self {
            card: Card::default(),
            open: Open::new(),
        }
    }

    /// Runs a program. Each of its holes takes the next of the values.
    pub fn run(&mut self, ops: &'static str, texts: &'static str, holes: &mut [Hole<'_>]) {
        // A program that ends before the card does is one of several.
        let _ = Run::new(ops, texts, holes, &mut self.open).root(&mut self.card);
    }

    /// The card.
    pub fn finish(self) -> Card {
        self.card
    }
}

impl Default for Builder {
    fn default() -> Self {
        Self::new()
    }
}

/// Builds a card from one program.
pub fn build(ops: &'static str, texts: &'static str, holes: &mut [Hole<'_>]) -> Card {
    let mut card = Card::default();
    let _ = Run::new(ops, texts, holes, &mut Open::new()).root(&mut card);
    card
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        markup::{Op, Program, text},
        spec::{Attribute, Tag},
    };

    enum Step {
        Open(Tag),
        Break,
        Attribute(Attribute, &'static str),
        /// An attribute whose value is a literal and a value.
        Filled(Attribute, &'static str),
        Content,
        Text(&'static str),
        Hole(Op),
        Close,
    }

    use Step::{Break, Close, Content, Filled, Hole as Value, Open, Text};

    /// Every tag, and what can stand in it.
    const STEPS: &[Step] = &[
        Open(Tag::Card),
        Open(Tag::Config),
        Step::Attribute(Attribute::TodoSwitch, "on"),
        Step::Attribute(Attribute::UpdateSingle, "true"),
        Step::Attribute(Attribute::HideOn, "pc ios"),
        Filled(Attribute::HideText, "see "),
        Close,
        Open(Tag::Link),
        Filled(Attribute::Url, "https://example.com/"),
        Step::Attribute(Attribute::PcUrl, "https://pc.example.com"),
        Close,
        Open(Tag::Header),
        Filled(Attribute::Title, "build #"),
        Step::Attribute(Attribute::Subtitle, "two\nlines"),
        Close,
        Open(Tag::Text),
        Step::Attribute(Attribute::Fallback, "drop"),
        Content,
        Text("a"),
        Break,
        Value(Op::Hole),
        Open(Tag::Link),
        Step::Attribute(Attribute::Url, "https://example.com/text"),
        Close,
        Close,
        Open(Tag::Markdown),
        Open(Tag::Href),
        Step::Attribute(Attribute::Name, "docs"),
        Step::Attribute(Attribute::Url, "https://example.com/docs"),
        Close,
        Text("**x** [y]($docs) `"),
        Value(Op::Code),
        Text("` "),
        Open(Tag::B),
        Open(Tag::Font),
        Step::Attribute(Attribute::Color, "red"),
        Content,
        Open(Tag::I),
        Value(Op::Hole),
        Close,
        Break,
        Open(Tag::S),
        Text("gone"),
        Close,
        Close,
        Close,
        Open(Tag::A),
        Filled(Attribute::Href, "https://example.com/"),
        Content,
        Text("label"),
        Close,
        Open(Tag::At),
        Step::Attribute(Attribute::Email, "a@example.com"),
        Content,
        Value(Op::Hole),
        Close,
        Close,
        Open(Tag::Div),
        Step::Attribute(Attribute::Division, "middle"),
        Open(Tag::Markdown),
        Text("left"),
        Close,
        Open(Tag::Markdown),
        Value(Op::Hole),
        Close,
        Open(Tag::Link),
        Step::Attribute(Attribute::Url, "https://example.com/div"),
        Close,
        Close,
        Open(Tag::Img),
        Step::Attribute(Attribute::StoreKey, "key"),
        Step::Attribute(Attribute::Alt, "alt"),
        Close,
        Open(Tag::Hr),
        Step::Attribute(Attribute::Style, "dashed"),
        Close,
        Open(Tag::PicText),
        Open(Tag::Img),
        Step::Attribute(Attribute::StoreKey, "key"),
        Close,
        Open(Tag::Markdown),
        Text("text"),
        Close,
        Close,
        Open(Tag::Action),
        Open(Tag::Button),
        Filled(Attribute::Href, "https://example.com/builds/"),
        Step::Attribute(Attribute::Style, "secondary"),
        Content,
        Text("open "),
        Value(Op::Hole),
        Close,
        Open(Tag::Button),
        Open(Tag::Href),
        Step::Attribute(Attribute::Url, "https://example.com/a"),
        Close,
        Text("two"),
        Close,
        Close,
        Open(Tag::Locale),
        Step::Attribute(Attribute::Lang, "en-US"),
        Open(Tag::Header),
        Step::Attribute(Attribute::Title, "title"),
        Close,
        Open(Tag::Markdown),
        Open(Tag::B),
        Text("bold"),
        Close,
        Close,
        Close,
        Close,
    ];

    fn run(builder: &mut Builder, steps: &[Step]) {
        let (mut program, mut holes) = (Program::default(), Vec::new());
        for step in steps {
            match step {
                Open(tag) => program.open(*tag, 2),
                Close => program.close(),
                Break => program.line_break(),
                Content => program.content(),
                Text(text) => program.literal(text),
                Value(op) => program.hole(*op),
                Step::Attribute(attribute, text) | Filled(attribute, text) => {
                    program.attribute(*attribute);
                    program.literal(text);
                }
            }
            if matches!(step, Filled(..)) {
                program.hole(Op::Component);
            }
            if matches!(step, Filled(..) | Value(_)) {
                holes.push(text(&"a b"));
            }
        }
        let (ops, texts) = program.into_strings();
        builder.run(ops.leak(), texts.leak(), &mut holes);
    }

    fn built(parts: &[&[Step]]) -> Card {
        let mut builder = Builder::new();
        for part in parts {
            run(&mut builder, part);
        }
        builder.finish()
    }

    #[test]
    fn programs_go_on_wherever_one_ends() {
        let whole = built(&[STEPS]);
        assert_eq!((whole.elements.len(), whole.i18n.len()), (7, 1));
        let json = whole.to_json();
        for part in [
            "<font color='red'>*a b*",
            "builds/a%20b",
            "open a b",
            "two lines",
        ] {
            assert!(json.contains(part), "{part} in {json}");
        }
        for at in 0..=STEPS.len() {
            let (before, after) = STEPS.split_at(at);
            assert_eq!(built(&[before, after]), whole, "split at {at}");
            for next in 0..=after.len() {
                let (middle, end) = after.split_at(next);
                assert_eq!(built(&[before, middle, end]), whole, "{at} and {next}");
            }
        }
        let steps: Vec<_> = STEPS.chunks(1).collect();
        assert_eq!(built(&steps), whole);
    }

    #[test]
    fn a_label_and_a_title_are_cleaned_as_one_text() {
        let texts = ["a", "b\r", "\nc", "👩\u{200d}", "👧", "\t", "é", "\u{202e}"];
        let triples = texts.iter().flat_map(|first| {
            let pairs = texts.iter().map(move |second| (first, second));
            pairs.flat_map(|(first, second)| texts.map(|third| [*first, *second, third]))
        });
        for [first, second, third] in triples {
            let start = [Open(Tag::Card), Open(Tag::Header)];
            let title = [Step::Attribute(Attribute::Title, first), Close];
            let button = [Open(Tag::Action), Open(Tag::Button)];
            let label = [Text(first), Text(second), Text(third), Value(Op::Hole)];
            let values = 3 - [second, third]
                .iter()
                .filter(|text| text.is_ascii())
                .count();
            let parts = label.split_at(values);
            let card = built(&[&start, &title, &button, parts.0, parts.1, &[Close]]);
            let title = card.header.as_ref().map(|header| &header.title);
            assert_eq!(title, Some(&crate::Header::new(first).title));
            let label = crate::Button::new([first, second, third, "a b"].concat());
            let found = crate::Action::new([label]).into();
            assert_eq!(
                card.elements.last(),
                Some(&found),
                "{first:?} {second:?} {third:?}"
            );
        }
    }

    #[test]
    fn what_does_not_fit_is_passed_over() {
        for tag in Tag::ALL {
            for inner in Tag::ALL {
                let steps = [
                    Open(Tag::Card),
                    Open(*tag),
                    Open(*inner),
                    Step::Attribute(Attribute::Json, "x"),
                    Value(Op::Hole),
                    Close,
                    Step::Attribute(Attribute::Lang, "x"),
                    Text("x"),
                    Close,
                    Open(Tag::Hr),
                    Close,
                    Close,
                ];
                let card = built(&[&steps]);
                assert!(
                    matches!(card.elements.last(), Some(crate::Element::Hr(_))),
                    "{inner:?} in {tag:?}: {card:?}"
                );
            }
        }
    }
}
