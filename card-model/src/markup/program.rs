//! The operations of a card's literal part, packed into one string, and the author's texts in another.
//!
//! A literal costs the compiler less than a table of enum values, and reads as fast. An operation is one byte, and what
//! belongs to it: a number, or the length of its text. The texts stand one after the other.

use std::slice;

use crate::{
    clean::is_line,
    spec::{Attribute, Tag},
};

/// The byte of the first operation that is neither a tag nor an attribute.
const PLAIN: u8 = b'0';

/// The byte of the first tag.
const TAGS: u8 = b'@';

/// The byte of the first attribute.
const ATTRIBUTES: u8 = b'`';

/// The digit 0.
const ZERO: u8 = b'@';

/// A number is written in digits of five bits, the lowest first; all but the last have this bit.
const MORE: u8 = 0x20;

/// No tag gets room for more parts in advance.
const MOST_ROOM: u8 = 0x1f;

/// One operation. Those from [`Op::Hole`] on take the next hole's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// A tag begins: how many parts it is likely to hold.
    Open(Tag),
    /// An attribute. The next operation is its value.
    Attribute(Attribute),
    /// The innermost tag ends.
    Close,
    /// A line break.
    Break,
    /// The value of an attribute that is several operations, or none: their number.
    Several,
    /// Text of the author that is fit for a title: the length of the text.
    Literal,
    /// Text of the author that a title is cleaned of something in: the length of the text.
    Rough,
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

/// Looked up, and not decided each time: every operation passes here.
static OPS: [Op; 256] = crate::of_each_byte!(Op::Close, |byte| Op::of(byte));

impl Op {
    /// What is no operation ends a tag.
    const fn of(byte: u8) -> Self {
        if byte >= ATTRIBUTES {
            return match nth(Attribute::ALL, byte - ATTRIBUTES) {
                Some(attribute) => Self::Attribute(attribute),
                None => Self::Close,
            };
        }
        if byte >= TAGS {
            return match nth(Tag::ALL, byte - TAGS) {
                Some(tag) => Self::Open(tag),
                None => Self::Close,
            };
        }
        match byte.wrapping_sub(PLAIN) {
            1 => Self::Break,
            2 => Self::Several,
            3 => Self::Literal,
            4 => Self::Rough,
            5 => Self::Hole,
            6 => Self::Code,
            7 => Self::Component,
            8 => Self::Authority,
            9 => Self::Mailbox,
            _ => Self::Close,
        }
    }

    const fn byte(self) -> u8 {
        match self {
            Self::Open(tag) => TAGS + tag as u8,
            Self::Attribute(attribute) => ATTRIBUTES + attribute as u8,
            Self::Close => PLAIN,
            Self::Break => PLAIN + 1,
            Self::Several => PLAIN + 2,
            Self::Literal => PLAIN + 3,
            Self::Rough => PLAIN + 4,
            Self::Hole => PLAIN + 5,
            Self::Code => PLAIN + 6,
            Self::Component => PLAIN + 7,
            Self::Authority => PLAIN + 8,
            Self::Mailbox => PLAIN + 9,
        }
    }
}

const fn nth<T: Copy>(all: &[T], index: u8) -> Option<T> {
    match all.split_at_checked(index as usize) {
        Some((_, [found, ..])) => Some(*found),
        _ => None,
    }
}

/// Packs operations.
#[derive(Debug, Default)]
pub struct Program {
    ops: String,
    texts: String,
    /// Text that is not packed yet: neighbours become one.
    text: String,
    /// The attribute whose value is being packed: where its number belongs, and the number.
    attribute: Option<(usize, usize)>,
}

impl Program {
    /// A tag begins. It is likely to hold so many parts.
    pub fn open(&mut self, tag: Tag, room: usize) {
        self.end_value();
        self.op(Op::Open(tag));
        let room = room.try_into().unwrap_or(MOST_ROOM).min(MOST_ROOM);
        self.ops.push(char::from(ZERO | room));
    }

    /// The innermost tag ends.
    pub fn close(&mut self) {
        self.end_value();
        self.op(Op::Close);
    }

    /// A line break.
    pub fn line_break(&mut self) {
        self.end_value();
        self.op(Op::Break);
    }

    /// An attribute begins: what follows until [`Program::content`] is its value.
    pub fn attribute(&mut self, attribute: Attribute) {
        self.end_value();
        self.op(Op::Attribute(attribute));
        self.attribute = Some((self.ops.len(), 0));
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
        self.op(op);
        self.count();
    }

    /// Whether there are no operations.
    pub fn is_empty(&self) -> bool {
        self.ops.is_empty() && self.text.is_empty()
    }

    /// The packed form: the operations, and the texts.
    pub fn into_strings(mut self) -> (String, String) {
        self.end_value();
        (self.ops, self.texts)
    }

    fn end_value(&mut self) {
        self.end_literal();
        if let Some((at, count)) = self.attribute.take()
            && count != 1
        {
            let several = char::from(Op::Several.byte());
            self.ops
                .insert_str(at, &format!("{several}{}", number(count)));
        }
    }

    fn end_literal(&mut self) {
        if self.text.is_empty() {
            return;
        }
        self.op(if is_line(&self.text) {
            Op::Literal
        } else {
            Op::Rough
        });
        self.ops.push_str(&number(self.text.len()));
        self.texts.push_str(&self.text);
        self.text.clear();
        self.count();
    }

    /// Counts an operation of the attribute's value.
    fn count(&mut self) {
        if let Some((_, count)) = &mut self.attribute {
            *count += 1;
        }
    }

    fn op(&mut self, op: Op) {
        self.ops.push(char::from(op.byte()));
    }
}

fn number(mut rest: usize) -> String {
    let mut digits = String::new();
    // The mask leaves five bits.
    #[allow(clippy::cast_possible_truncation)]
    while rest >= usize::from(MORE) {
        digits.push(char::from(ZERO | MORE | (rest & 0x1f) as u8));
        rest >>= 5;
    }
    #[allow(clippy::cast_possible_truncation)]
    digits.push(char::from(ZERO | rest as u8));
    digits
}

/// Unpacks operations, and what belongs to each. A malformed program ends where it is.
#[derive(Debug)]
pub(super) struct Reader {
    ops: slice::Iter<'static, u8>,
    /// The texts that are not read yet.
    texts: &'static str,
}

impl Reader {
    #[inline]
    pub(super) fn new(ops: &'static str, texts: &'static str) -> Self {
        Self {
            ops: ops.as_bytes().iter(),
            texts,
        }
    }

    /// The next operation.
    #[inline]
    pub(super) fn op(&mut self) -> Option<Op> {
        let byte = *self.ops.next()?;
        OPS.get(usize::from(byte)).copied()
    }

    /// Whether this operation is the next one.
    #[inline]
    pub(super) fn is_at(&self, op: Op) -> bool {
        self.ops.as_slice().first() == Some(&op.byte())
    }

    /// How many parts the tag is likely to hold.
    #[inline]
    pub(super) fn room(&mut self) -> usize {
        usize::from(self.ops.next().map_or(0, |byte| byte & MOST_ROOM))
    }

    /// The text of the operation that was read.
    #[inline]
    pub(super) fn text(&mut self) -> Option<&'static str> {
        let length = self.number()?;
        let (text, rest) = self.texts.split_at_checked(length)?;
        self.texts = rest;
        Some(text)
    }

    #[inline]
    pub(super) fn number(&mut self) -> Option<usize> {
        let digit = *self.ops.next()?;
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
            let digit = *self.ops.next()?;
            number |= usize::from(digit & 0x1f) << (5 * index);
            if digit & MORE == 0 {
                return Some(number);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = include_str!("program.rs");

    #[test]
    fn what_is_packed_is_read_back() {
        let mut program = Program::default();
        program.open(Tag::Card, 1000);
        program.attribute(Attribute::Title);
        program.literal("发布");
        program.literal("完成 ");
        program.attribute(Attribute::Subtitle);
        program.literal("\u{0}<>");
        program.hole(Op::Hole);
        program.literal(LONG);
        program.attribute(Attribute::Url);
        program.content();
        program.literal("/");
        for _ in 0..40 {
            program.hole(Op::Mailbox);
        }
        program.line_break();
        program.close();
        let (ops, texts) = program.into_strings();
        let mut reader = Reader::new(ops.leak(), texts.leak());
        assert_eq!(reader.op(), Some(Op::Open(Tag::Card)));
        assert_eq!(reader.room(), 31);
        assert_eq!(reader.op(), Some(Op::Attribute(Attribute::Title)));
        assert!(reader.is_at(Op::Literal) && !reader.is_at(Op::Rough));
        assert_eq!(reader.op(), Some(Op::Literal));
        assert_eq!(reader.text(), Some("发布完成 "));
        assert_eq!(reader.op(), Some(Op::Attribute(Attribute::Subtitle)));
        assert_eq!(reader.op(), Some(Op::Several));
        assert_eq!(reader.number(), Some(3));
        assert_eq!(reader.op(), Some(Op::Rough));
        assert_eq!(reader.text(), Some("\u{0}<>"));
        assert_eq!(reader.op(), Some(Op::Hole));
        assert_eq!(reader.op(), Some(Op::Rough));
        assert_eq!(reader.text(), Some(LONG));
        assert_eq!(reader.op(), Some(Op::Attribute(Attribute::Url)));
        assert_eq!(reader.op(), Some(Op::Several));
        assert_eq!(reader.number(), Some(0));
        assert_eq!(reader.op(), Some(Op::Literal));
        assert_eq!(reader.text(), Some("/"));
        for _ in 0..40 {
            assert_eq!(reader.op(), Some(Op::Mailbox));
        }
        assert_eq!(reader.op(), Some(Op::Break));
        assert_eq!((reader.op(), reader.op()), (Some(Op::Close), None));
    }

    #[test]
    fn every_operation_has_a_byte_of_ascii() {
        let tags = Tag::ALL.iter().map(|tag| Op::Open(*tag));
        let attributes = Attribute::ALL.iter().map(|it| Op::Attribute(*it));
        let others = [
            Op::Close,
            Op::Break,
            Op::Several,
            Op::Literal,
            Op::Rough,
            Op::Hole,
            Op::Code,
            Op::Component,
            Op::Authority,
            Op::Mailbox,
        ];
        for op in tags.chain(attributes).chain(others) {
            assert_eq!(Op::of(op.byte()), op);
            assert!(op.byte().is_ascii_graphic(), "{op:?}");
        }
    }

    #[test]
    fn malformed_programs_end() {
        for ops in ["", "`", "h", "中"] {
            let mut reader = Reader::new(ops, "text");
            while reader.op().is_some() {}
            assert_eq!(
                (reader.number(), reader.text(), reader.room()),
                (None, None, 0)
            );
        }
        for (ops, texts) in [
            ("", "text"),
            ("E", "text"),
            ("A", "中"),
            ("`", "text"),
            ("`````````", "text"),
            ("D", ""),
        ] {
            assert_eq!(Reader::new(ops, texts).text(), None, "{ops:?} of {texts:?}");
        }
    }
}
