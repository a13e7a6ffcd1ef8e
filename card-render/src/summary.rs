//! A card in one line.

use card_model::{
    ActionItem, Card, Element, Fallback, Header, TextElement,
    markdown::{BlockRef, Flow},
    spec::Limit,
    words::cleaned_chars,
};

use crate::{
    body::{self, Body, Item, Kind, Passage, Prose},
    choice::Choice,
    ellipsis::ended,
};

/// How long a summary is. Our own: notifications and lists of messages cut at about this length.
const LENGTH: Limit = Limit::chars(80);

/// The title of `card` in this language, else the heading or the words that the first text in it begins with, without
/// markup, on one line.
pub(crate) fn summary(card: &Card, locale: Option<&str>) -> String {
    let chosen = Choice::of(card, locale);
    of_parts(chosen.header, chosen.elements)
        .or_else(|| elsewhere(card))
        .unwrap_or_default()
}

/// As [`summary`], of a card that was read.
pub(crate) fn of_body(body: &Body<'_>) -> String {
    let header = [&body.title, &body.subtitle].into_iter().flatten();
    let mut header = header.filter_map(passage);
    let items = || body.items.iter().find_map(item);
    header
        .next()
        .or_else(items)
        .or_else(|| elsewhere(body.card))
        .unwrap_or_default()
}

/// What the card says in any language.
fn elsewhere(card: &Card) -> Option<String> {
    let mut locales = card.i18n.iter();
    of_parts(card.header.as_ref(), &card.elements)
        .or_else(|| locales.find_map(|locale| of_parts(locale.header.as_ref(), &locale.elements)))
}

fn of_parts(header: Option<&Header>, elements: &[Element]) -> Option<String> {
    // One after the other, so that no more is read than is shown.
    if let Some(header) = header {
        let subtitle = || header.subtitle.as_ref().and_then(text_element);
        let title = text_element(&header.title).or_else(subtitle);
        if title.is_some() {
            return title;
        }
    }
    elements
        .iter()
        .find_map(|element| item(&body::item(element)))
}

fn text_element(text: &TextElement) -> Option<String> {
    passage(&body::passage(text))
}

fn item(item: &Item<'_>) -> Option<String> {
    match &item.kind {
        Kind::Text(text) => passage(text),
        Kind::Div { fields, .. } => fields.iter().find_map(passage),
        Kind::Img(img) => line(img.alt.as_deref()?),
        Kind::PicText { img, text, .. } => passage(text).or_else(|| line(img.alt.as_deref()?)),
        Kind::Action(actions) => actions.iter().find_map(|action| match action {
            ActionItem::Button(button) => line(&button.label),
            ActionItem::Other(other) => fallback(other.fallback.as_deref()),
            _ => None,
        }),
        Kind::Other(_) => fallback(item.fallback),
        Kind::Hr { .. } => None,
    }
}

fn passage(passage: &Passage<'_>) -> Option<String> {
    match &passage.prose {
        Prose::Plain(text) => line(text),
        Prose::Marked(flow) => first_words(flow),
    }
}

/// The heading that a text begins with; else its beginning, no more of it than fills a line, to the next heading.
fn first_words(flow: &Flow) -> Option<String> {
    let mut line = Line::new();
    for block in flow.blocks() {
        let is_heading = matches!(block, BlockRef::Heading { .. });
        if is_heading && !line.is_empty() {
            break;
        }
        block.each_text(&mut |text| line.push(text));
        if line.is_full() || is_heading && !line.is_empty() {
            break;
        }
    }
    line.finish()
}

fn fallback(fallback: Option<&Fallback>) -> Option<String> {
    match fallback {
        Some(Fallback::Text(text)) => line(text),
        _ => None,
    }
}

/// The beginning of `text` on one line, with single blanks; `None` where nothing can be read.
fn line(text: &str) -> Option<String> {
    let mut line = Line::new();
    line.push(text);
    line.finish()
}

/// The beginning of a text on one line, with single blanks.
struct Line {
    text: String,
    /// How many characters it has.
    length: usize,
    /// Whether a blank comes before what follows.
    is_apart: bool,
}

impl Line {
    fn new() -> Self {
        Self {
            text: String::with_capacity(LENGTH.max * 3),
            length: 0,
            is_apart: false,
        }
    }

    /// Whether nothing can be read yet.
    fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Whether nothing more is shown of the text.
    fn is_full(&self) -> bool {
        !LENGTH.allows(self.length)
    }

    fn push(&mut self, text: &str) {
        if self.is_full() {
            return;
        }
        let mut rest = text;
        loop {
            if rest.starts_with(' ') {
                rest = rest.trim_start_matches(' ');
                self.is_apart = self.length > 0;
            }
            if rest.is_empty() {
                return;
            }
            let room = (LENGTH.max + 1).saturating_sub(self.length);
            let (words, chars, after) = split_words(rest, room);
            if chars == 0 {
                return self.push_chars(after);
            }
            if std::mem::take(&mut self.is_apart) {
                self.text.push(' ');
                self.length += 1;
            }
            self.text.push_str(words);
            self.length += chars;
            rest = after;
        }
    }

    fn push_chars(&mut self, text: &str) {
        if self.is_full() {
            return;
        }
        // Fields are public, so that what the constructors take out may still be there.
        for c in cleaned_chars(text) {
            if c.is_whitespace() {
                self.is_apart = self.length > 0;
                continue;
            }
            if std::mem::take(&mut self.is_apart) {
                self.text.push(' ');
                self.length += 1;
            }
            self.text.push(c);
            self.length += 1;
            if self.is_full() {
                return;
            }
        }
    }

    /// The line; `None` where nothing can be read.
    fn finish(mut self) -> Option<String> {
        if self.is_full() {
            // From the end, as few characters stand behind it.
            let behind = self.length - LENGTH.max;
            let cut = self.text.char_indices().rev().nth(behind);
            self.text.truncate(cut.map_or(0, |(at, _)| at));
            return Some(ended(self.text));
        }
        (!self.is_empty()).then_some(self.text)
    }
}

/// How many bytes a character has that begins with this one, where that alone says that it is shown as it is: one of a word
/// in ASCII, or a Chinese one.
static WIDTHS: [u8; 256] = card_model::of_each_byte!(0, |byte| match byte {
    b'!'..=b'~' => 1,
    0xe4..=0xe9 => 3,
    _ => 0,
});

fn width(byte: u8) -> usize {
    WIDTHS.get(usize::from(byte)).copied().unwrap_or(0).into()
}

/// The words that `text` begins with, how many characters they are, at most `room`, and the rest: what is shown as it is,
/// decided by its bytes.
fn split_words(text: &str, room: usize) -> (&str, usize, &str) {
    let bytes = text.as_bytes();
    let (mut at, mut chars) = (0, 0);
    while chars < room
        && let Some(byte) = bytes.get(at)
    {
        at += match (width(*byte), bytes.get(at..).unwrap_or_default()) {
            (0, [b' ', next, ..]) if at > 0 && width(*next) > 0 => 1,
            // Chinese punctuation, and the full-width forms.
            (0, [0xe3, 0x80, 0x81..=0xbf, ..] | [0xef, 0xbc | 0xbd, ..]) => 3,
            (0, _) => break,
            (width, _) => width,
        };
        chars += 1;
    }
    let (words, rest) = text.split_at_checked(at).unwrap_or(("", text));
    (words, chars, rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ellipsis::shortened;

    #[test]
    fn a_long_text_is_cut_to_the_length() {
        for text in ["字".repeat(80), "four words of text ".repeat(4) + "end!"] {
            assert_eq!(text.chars().count(), 80);
            assert_eq!(line(&text), Some(text));
        }
        for text in ["字".repeat(81), "字 ".repeat(200), "a bc ".repeat(40)] {
            assert_eq!(line(&text), Some(shortened(&text, LENGTH)), "{text}");
        }
        assert_eq!(line(&"字".repeat(81)), Some("字".repeat(79) + "…"));
    }

    #[test]
    fn words_are_shown_as_their_characters_are() {
        const PARTS: &[&str] = &[
            "a",
            " ",
            "中",
            "，",
            "。",
            "\u{3000}",
            "\n",
            "\u{200b}",
            "é",
            "👩",
            "\u{200d}",
            "four words of text",
            "（二十个字）",
        ];
        let mut random = crate::random::numbers();
        for _ in 0..20_000 {
            let (mut line, mut slow) = (Line::new(), Line::new());
            for _ in 0..=random(3) {
                let text: String = (0..random(30))
                    .map(|_| PARTS[random(PARTS.len())])
                    .collect();
                if !line.is_full() {
                    line.push(&text);
                    slow.push_chars(&text);
                }
            }
            assert_eq!(line.finish(), slow.finish());
        }
    }
}
