//! The operations of a card's literal part, packed into one string.
//!
//! One literal costs the compiler less than a table of enum values, and reads as fast. An operation is a control
//! character, which no text of a card can hold, with one letter for its tag or attribute; all else is literal text.

use crate::{
    clean::is_control,
    spec::{Attribute, TAGS, Tag},
};

const OPEN: char = '\u{1}';
const CLOSE: char = '\u{2}';
const ATTRIBUTE: char = '\u{3}';
const CONTENT: char = '\u{4}';
const HOLE: char = '\u{5}';
const COMPONENT: char = '\u{6}';
const AUTHORITY: char = '\u{7}';
const MAILBOX: char = '\u{8}';
const URL: char = '\u{e}';
const CODE: char = '\u{f}';

/// The letter of the first tag and attribute; there are fewer than 64 of each.
const BASE: u8 = 0x40;

/// One operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// A tag begins.
    Open(Tag),
    /// The innermost tag ends.
    Close,
    /// An attribute begins; it ends with the next operation that is no value.
    Attribute(Attribute),
    /// The attributes end: what follows is content.
    Content,
    /// Text of the author.
    Literal(&'static str),
    /// The next hole's value.
    Hole,
    /// The next hole's value, as one component of a URL.
    Component,
    /// The next hole's value, as the end of a URL's authority: a port may follow the host.
    Authority,
    /// The next hole's value, in a `mailto:` or `tel:` URL.
    Mailbox,
    /// The next hole's value, at the start of a link's destination in the author's markdown.
    Url,
    /// The next hole's value, in a code span of the author's markdown.
    Code,
}

/// Packs operations.
#[derive(Debug, Default)]
pub struct Program(String);

impl Program {
    /// Adds an operation. Control characters of a literal are left out.
    pub fn push(&mut self, op: Op) {
        match op {
            Op::Open(tag) => self.letter(OPEN, tag as u8),
            Op::Close => self.0.push(CLOSE),
            Op::Attribute(attribute) => self.letter(ATTRIBUTE, attribute as u8),
            Op::Content => self.0.push(CONTENT),
            Op::Literal(text) => self.literal(text),
            Op::Hole => self.0.push(HOLE),
            Op::Component => self.0.push(COMPONENT),
            Op::Authority => self.0.push(AUTHORITY),
            Op::Mailbox => self.0.push(MAILBOX),
            Op::Url => self.0.push(URL),
            Op::Code => self.0.push(CODE),
        }
    }

    /// Adds literal text.
    pub fn literal(&mut self, text: &str) {
        self.0.extend(text.chars().filter(|&c| !is_control(c)));
    }

    /// Whether there are no operations.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The packed form.
    pub fn into_string(self) -> String {
        self.0
    }

    fn letter(&mut self, op: char, index: u8) {
        self.0.push(op);
        self.0.push(char::from(BASE + index));
    }
}

/// Unpacks operations. A malformed one ends the program.
pub fn read(mut rest: &'static str) -> impl Iterator<Item = Op> {
    std::iter::from_fn(move || {
        let first = *rest.as_bytes().first()?;
        if !is_op(first) {
            let end = rest.bytes().position(is_op).unwrap_or(rest.len());
            let (text, tail) = rest.split_at_checked(end)?;
            rest = tail;
            return Some(Op::Literal(text));
        }
        let index = || rest.as_bytes().get(1).and_then(|letter| letter.checked_sub(BASE)).map(usize::from);
        let (op, len) = match char::from(first) {
            OPEN => (Op::Open(TAGS.get(index()?)?.tag), 2),
            ATTRIBUTE => (Op::Attribute(*Attribute::ALL.get(index()?)?), 2),
            CLOSE => (Op::Close, 1),
            CONTENT => (Op::Content, 1),
            HOLE => (Op::Hole, 1),
            COMPONENT => (Op::Component, 1),
            AUTHORITY => (Op::Authority, 1),
            MAILBOX => (Op::Mailbox, 1),
            URL => (Op::Url, 1),
            _ => (Op::Code, 1),
        };
        rest = rest.get(len..)?;
        Some(op)
    })
}

const fn is_op(byte: u8) -> bool {
    matches!(byte, 1..=8 | 0xe | 0xf)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_read_back() {
        let ops = [
            Op::Open(Tag::Card),
            Op::Open(Tag::Header),
            Op::Attribute(Attribute::Title),
            Op::Literal("发布\n完成"),
            Op::Hole,
            Op::Attribute(Attribute::Url),
            Op::Url,
            Op::Literal("/"),
            Op::Component,
            Op::Authority,
            Op::Mailbox,
            Op::Content,
            Op::Code,
            Op::Close,
            Op::Open(Tag::Br),
            Op::Close,
        ];
        let mut program = Program::default();
        for op in ops {
            program.push(op);
        }
        let packed: &'static str = program.into_string().leak();
        assert_eq!(read(packed).collect::<Vec<_>>(), ops);
    }

    #[test]
    fn every_tag_and_attribute_has_a_letter() {
        for (index, spec) in TAGS.iter().enumerate() {
            assert_eq!(spec.tag as usize, index);
        }
        for (index, attribute) in Attribute::ALL.iter().enumerate() {
            assert_eq!(*attribute as usize, index);
        }
        assert!(TAGS.len() < 64 && Attribute::ALL.len() < 64);
    }

    #[test]
    fn malformed_programs_end() {
        for packed in ["\u{1}", "\u{1}\u{7f}", "\u{3}é", "\u{3}"] {
            assert_eq!(read(packed).count(), 0, "{packed:?}");
        }
    }
}
