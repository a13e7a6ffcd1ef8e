//! The operations of a card's literal part, packed into one string.
//!
//! One literal costs the compiler less than a table of enum values, and reads as fast. An operation is one character,
//! then a letter for its tag or attribute, or the length of its text and the text.

use crate::spec::{Attribute, TAGS, Tag};

const OPEN: u8 = b'<';
const CLOSE: u8 = b'>';
const ATTRIBUTE: u8 = b'=';
const CONTENT: u8 = b';';
const LITERAL: u8 = b'"';
const HOLE: u8 = b'?';
const COMPONENT: u8 = b'/';
const AUTHORITY: u8 = b':';
const MAILBOX: u8 = b'@';
const CODE: u8 = b'`';

/// The letter of the first tag and attribute; there are fewer than 64 of each.
const BASE: u8 = 0x40;

/// A length is written in digits of five bits, the lowest first; all but the last have this bit.
const MORE: u8 = 0x20;

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
    /// The next hole's value, in a code span of the author's markdown.
    Code,
}

/// Packs operations.
#[derive(Debug, Default)]
pub struct Program {
    packed: String,
    /// Text that is not packed yet: neighbours become one.
    text: String,
}

impl Program {
    /// Adds an operation.
    pub fn push(&mut self, op: Op) {
        if !matches!(op, Op::Literal(_)) {
            self.end_literal();
        }
        match op {
            Op::Literal(text) => self.literal(text),
            Op::Open(tag) => self.letter(OPEN, tag as u8),
            Op::Attribute(attribute) => self.letter(ATTRIBUTE, attribute as u8),
            Op::Close => self.byte(CLOSE),
            Op::Content => self.byte(CONTENT),
            Op::Hole => self.byte(HOLE),
            Op::Component => self.byte(COMPONENT),
            Op::Authority => self.byte(AUTHORITY),
            Op::Mailbox => self.byte(MAILBOX),
            Op::Code => self.byte(CODE),
        }
    }

    /// Adds literal text.
    pub fn literal(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Whether there are no operations.
    pub fn is_empty(&self) -> bool {
        self.packed.is_empty() && self.text.is_empty()
    }

    /// The packed form.
    pub fn into_string(mut self) -> String {
        self.end_literal();
        self.packed
    }

    fn end_literal(&mut self) {
        if self.text.is_empty() {
            return;
        }
        self.byte(LITERAL);
        let mut rest = self.text.len();
        while rest >= usize::from(MORE) {
            // The mask leaves five bits.
            #[allow(clippy::cast_possible_truncation)]
            self.byte(BASE | MORE | (rest & 0x1f) as u8);
            rest >>= 5;
        }
        #[allow(clippy::cast_possible_truncation)]
        self.byte(BASE | rest as u8);
        self.packed.push_str(&self.text);
        self.text.clear();
    }

    fn letter(&mut self, op: u8, index: u8) {
        self.byte(op);
        self.byte(BASE + index);
    }

    fn byte(&mut self, byte: u8) {
        self.packed.push(char::from(byte));
    }
}

/// Unpacks operations. A malformed one ends the program.
pub fn read(program: &'static str) -> Reader {
    Reader { program, at: 0 }
}

/// Unpacks operations.
#[derive(Debug)]
pub struct Reader {
    program: &'static str,
    at: usize,
}

impl Reader {
    /// Whether the next operation is the value of a hole as it is.
    #[inline]
    pub(super) fn is_at_hole(&self) -> bool {
        self.peek() == Some(HOLE)
    }

    /// Whether the next operation is a part of an attribute's value.
    #[inline]
    pub(super) fn is_at_value(&self) -> bool {
        !matches!(self.peek(), None | Some(OPEN | CLOSE | ATTRIBUTE | CONTENT))
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.program.as_bytes().get(self.at).copied()
    }

    #[inline]
    fn byte(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    #[inline]
    fn index(&mut self) -> Option<usize> {
        self.byte()?.checked_sub(BASE).map(usize::from)
    }

    #[inline]
    fn text(&mut self) -> Option<&'static str> {
        let length = self.length()?;
        let start = self.at;
        self.at = start.checked_add(length)?;
        self.program.get(start..self.at)
    }

    #[inline]
    fn length(&mut self) -> Option<usize> {
        let mut length = 0;
        for index in 0..8 {
            let digit = self.byte()?;
            length |= usize::from(digit & 0x1f) << (5 * index);
            if digit & MORE == 0 {
                return Some(length);
            }
        }
        None
    }
}

impl Iterator for Reader {
    type Item = Op;

    // Without it, every operation goes through memory on its way to the code that runs it: about 15 % of
    // `card_macro_without_writing` of the benchmarks.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn next(&mut self) -> Option<Op> {
        Some(match self.byte()? {
            OPEN => Op::Open(TAGS.get(self.index()?)?.tag),
            CLOSE => Op::Close,
            ATTRIBUTE => Op::Attribute(*Attribute::ALL.get(self.index()?)?),
            CONTENT => Op::Content,
            LITERAL => Op::Literal(self.text()?),
            HOLE => Op::Hole,
            COMPONENT => Op::Component,
            AUTHORITY => Op::Authority,
            MAILBOX => Op::Mailbox,
            CODE => Op::Code,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = include_str!("program.rs");

    #[test]
    fn what_is_packed_is_read_back() {
        let ops = [
            Op::Open(Tag::Card),
            Op::Open(Tag::Header),
            Op::Attribute(Attribute::Title),
            Op::Literal("发布\n完成 \u{0}<>"),
            Op::Hole,
            Op::Literal(LONG),
            Op::Component,
            Op::Attribute(Attribute::Url),
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
        for packed in [
            "<",
            "<\u{7f}",
            "=é",
            "=",
            "x",
            "\"",
            "\"D中",
            "\"B中",
            "\"`````````",
        ] {
            assert_eq!(read(packed).count(), 0, "{packed:?}");
        }
    }
}
