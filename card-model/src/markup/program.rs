//! The operations of a card's literal part, packed into one string.
//!
//! One literal costs the compiler less than a table of enum values, and reads as fast. An operation is one character, then
//! what belongs to it: a letter for its tag or attribute, a number, or the length of its text and the text.

use crate::spec::{Attribute, Tag};

/// The letter of the first tag and attribute; there are fewer than 64 of each.
const BASE: u8 = 0x40;

/// A number is written in digits of five bits, the lowest first; all but the last have this bit.
const MORE: u8 = 0x20;

/// The number 1.
const ONE: u8 = BASE | 1;

/// No tag gets room for more parts in advance.
const MOST_ROOM: u8 = 0x1f;

/// One operation. Those from [`Op::Hole`] on take the next hole's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// A tag begins: its letter, and how many parts it is likely to hold.
    Open,
    /// The innermost tag ends.
    Close,
    /// An attribute: its letter, and the number of operations that are its value.
    Attribute,
    /// Text of the author: its length, and the text.
    Literal,
    /// A value as it is.
    Hole,
    /// A value in a code span of the author's markdown.
    Code,
    /// A value as one component of a URL.
    Component,
    /// A value as the end of a URL's authority: a port may follow the host.
    Authority,
    /// A value in a `mailto:` or `tel:` URL.
    Mailbox,
}

impl Op {
    /// The character of the first; the others follow it.
    const FIRST: u8 = b'0';

    #[inline]
    const fn of(byte: u8) -> Option<Self> {
        Some(match byte.wrapping_sub(Self::FIRST) {
            0 => Self::Open,
            1 => Self::Close,
            2 => Self::Attribute,
            3 => Self::Literal,
            4 => Self::Hole,
            5 => Self::Code,
            6 => Self::Component,
            7 => Self::Authority,
            8 => Self::Mailbox,
            _ => return None,
        })
    }

    const fn byte(self) -> u8 {
        Self::FIRST + self as u8
    }
}

/// Packs operations.
#[derive(Debug, Default)]
pub struct Program {
    packed: String,
    /// Text that is not packed yet: neighbours become one.
    text: String,
    /// The attribute whose value is being packed: where its number belongs, and the number.
    attribute: Option<(usize, usize)>,
}

impl Program {
    /// A tag begins. It is likely to hold so many parts.
    pub fn open(&mut self, tag: Tag, room: usize) {
        self.end_value();
        self.letter(Op::Open, tag as u8);
        self.byte(BASE | room.try_into().unwrap_or(MOST_ROOM).min(MOST_ROOM));
    }

    /// The innermost tag ends.
    pub fn close(&mut self) {
        self.end_value();
        self.byte(Op::Close.byte());
    }

    /// An attribute begins: what follows until [`Program::content`] is its value.
    pub fn attribute(&mut self, attribute: Attribute) {
        self.end_value();
        self.letter(Op::Attribute, attribute as u8);
        self.attribute = Some((self.packed.len(), 0));
    }

    /// The attributes end: what follows is content.
    pub fn content(&mut self) {
        self.end_value();
    }

    /// Adds literal text.
    pub fn literal(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds the value of the next hole, as this operation takes it.
    pub fn hole(&mut self, op: Op) {
        self.end_literal();
        self.byte(op.byte());
        self.count();
    }

    /// Whether there are no operations.
    pub fn is_empty(&self) -> bool {
        self.packed.is_empty() && self.text.is_empty()
    }

    /// The packed form.
    pub fn into_string(mut self) -> String {
        self.end_value();
        self.packed
    }

    fn end_value(&mut self) {
        self.end_literal();
        if let Some((at, count)) = self.attribute.take() {
            self.packed.insert_str(at, &number(count));
        }
    }

    fn end_literal(&mut self) {
        if self.text.is_empty() {
            return;
        }
        self.byte(Op::Literal.byte());
        self.packed.push_str(&number(self.text.len()));
        self.packed.push_str(&self.text);
        self.text.clear();
        self.count();
    }

    /// Counts an operation of the attribute's value.
    fn count(&mut self) {
        if let Some((_, count)) = &mut self.attribute {
            *count += 1;
        }
    }

    fn letter(&mut self, op: Op, index: u8) {
        self.byte(op.byte());
        self.byte(BASE + index);
    }

    fn byte(&mut self, byte: u8) {
        self.packed.push(char::from(byte));
    }
}

fn number(mut rest: usize) -> String {
    let mut digits = String::new();
    // The mask leaves five bits.
    #[allow(clippy::cast_possible_truncation)]
    while rest >= usize::from(MORE) {
        digits.push(char::from(BASE | MORE | (rest & 0x1f) as u8));
        rest >>= 5;
    }
    #[allow(clippy::cast_possible_truncation)]
    digits.push(char::from(BASE | rest as u8));
    digits
}

/// Unpacks operations, and what belongs to each. A malformed program ends where it is.
#[derive(Debug)]
pub(super) struct Reader {
    program: &'static str,
    at: usize,
}

impl Reader {
    pub(super) const fn new(program: &'static str) -> Self {
        Self { program, at: 0 }
    }

    /// The next operation.
    #[inline]
    pub(super) fn op(&mut self) -> Option<Op> {
        Op::of(self.byte()?)
    }

    /// Whether the value of the attribute is that of one hole, as it is.
    #[inline]
    pub(super) fn is_at_hole(&self) -> bool {
        self.starts_with(ONE, Op::Hole.byte())
    }

    #[inline]
    fn starts_with(&self, first: u8, second: u8) -> bool {
        let bytes = self.program.as_bytes();
        bytes.get(self.at) == Some(&first) && bytes.get(self.at + 1) == Some(&second)
    }

    /// The value of the attribute, if it is one text of the author.
    #[inline]
    pub(super) fn only_text(&mut self) -> Option<&'static str> {
        self.starts_with(ONE, Op::Literal.byte()).then_some(())?;
        self.at += 2;
        self.text()
    }

    /// The tag, and how many parts it is likely to hold.
    #[inline]
    pub(super) fn tag(&mut self) -> Option<(Tag, u8)> {
        let tag = Tag::ALL.get(self.index()?).copied()?;
        Some((tag, self.byte()? & MOST_ROOM))
    }

    #[inline]
    pub(super) fn attribute(&mut self) -> Option<Attribute> {
        Attribute::ALL.get(self.index()?).copied()
    }

    #[inline]
    pub(super) fn text(&mut self) -> Option<&'static str> {
        let length = self.number()?;
        let start = self.at;
        self.at = start.checked_add(length)?;
        self.program.get(start..self.at)
    }

    #[inline]
    pub(super) fn number(&mut self) -> Option<usize> {
        let digit = self.byte()?;
        let number = usize::from(digit & 0x1f);
        if digit & MORE == 0 {
            Some(number)
        } else {
            self.longer(number)
        }
    }

    /// A number of more than one digit.
    #[inline(never)]
    fn longer(&mut self, mut number: usize) -> Option<usize> {
        for index in 1..8 {
            let digit = self.byte()?;
            number |= usize::from(digit & 0x1f) << (5 * index);
            if digit & MORE == 0 {
                return Some(number);
            }
        }
        None
    }

    #[inline]
    fn byte(&mut self) -> Option<u8> {
        let byte = self.program.as_bytes().get(self.at).copied()?;
        self.at += 1;
        Some(byte)
    }

    #[inline]
    fn index(&mut self) -> Option<usize> {
        self.byte()?.checked_sub(BASE).map(usize::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::TAGS;

    const LONG: &str = include_str!("program.rs");

    #[test]
    fn what_is_packed_is_read_back() {
        let mut program = Program::default();
        program.open(Tag::Card, 1000);
        program.attribute(Attribute::Title);
        program.literal("发布\n完成 ");
        program.literal("\u{0}<>");
        program.hole(Op::Hole);
        program.literal(LONG);
        program.attribute(Attribute::Url);
        program.content();
        program.literal("/");
        for _ in 0..40 {
            program.hole(Op::Mailbox);
        }
        program.close();
        let packed: &'static str = program.into_string().leak();
        let mut reader = Reader::new(packed);
        assert_eq!(reader.op(), Some(Op::Open));
        assert_eq!(reader.tag(), Some((Tag::Card, 31)));
        assert_eq!(reader.op(), Some(Op::Attribute));
        assert_eq!(reader.attribute(), Some(Attribute::Title));
        assert_eq!(reader.number(), Some(3));
        assert_eq!(reader.op(), Some(Op::Literal));
        assert_eq!(reader.text(), Some("发布\n完成 \u{0}<>"));
        assert_eq!(reader.op(), Some(Op::Hole));
        assert_eq!(reader.op(), Some(Op::Literal));
        assert_eq!(reader.text(), Some(LONG));
        assert_eq!(reader.op(), Some(Op::Attribute));
        assert_eq!(reader.attribute(), Some(Attribute::Url));
        assert_eq!(reader.number(), Some(0));
        assert_eq!(reader.op(), Some(Op::Literal));
        assert_eq!(reader.text(), Some("/"));
        for _ in 0..40 {
            assert_eq!(reader.op(), Some(Op::Mailbox));
        }
        assert_eq!((reader.op(), reader.op()), (Some(Op::Close), None));
    }

    #[test]
    fn every_tag_and_attribute_has_a_letter() {
        for (index, spec) in TAGS.iter().enumerate() {
            assert_eq!(spec.tag as usize, index);
            assert_eq!(Tag::ALL.get(index), Some(&spec.tag));
        }
        for (index, attribute) in Attribute::ALL.iter().enumerate() {
            assert_eq!(*attribute as usize, index);
        }
        assert!(TAGS.len() < 64 && Attribute::ALL.len() < 64);
    }

    #[test]
    fn malformed_programs_end() {
        for packed in ["", "x", "é", "/", "9"] {
            assert_eq!(Reader::new(packed).op(), None, "{packed:?}");
        }
        for packed in ["", "\u{7f}", "é", "!"] {
            assert_eq!(Reader::new(packed).tag(), None, "{packed:?}");
        }
        for packed in ["", "D中", "B中", "`````````"] {
            assert_eq!(Reader::new(packed).text(), None, "{packed:?}");
        }
    }
}
