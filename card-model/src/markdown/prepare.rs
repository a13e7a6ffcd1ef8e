//! A text made ready for a `CommonMark` parser.
//!
//! The dialect has no HTML, and its tags are as inline as `**`. A tag, a hole and what `CommonMark` extensions would
//! misread (a single `~`) are each replaced by one character that the text itself does not hold, and put back from
//! the source when they are met again, in text as in code and in URLs.

use std::{
    borrow::Cow,
    ops::{Range, RangeInclusive},
};

use super::{
    character::{begins_with, split_where},
    mention::Site,
    piece::Piece,
    tag,
};

/// What a replacing character stands for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum MarkKind {
    /// The hole with this number.
    Hole(usize),
    /// A tag, with the numbers of the holes that it holds.
    Tag(Range<usize>),
    /// Characters that are text.
    Plain,
}

/// A replacing character.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// Where it stands in [`Prepared::text`].
    pub(super) at: usize,
    pub(super) kind: MarkKind,
    /// What it replaces in the source.
    pub(super) source: Range<usize>,
}

/// A part of a text that comes back from the parser.
pub(super) enum Segment<'t, 'm> {
    Text(&'t str),
    Mark(&'m Mark),
}

/// A text made ready, with the way back to its source.
#[derive(Debug)]
pub(super) struct Prepared<'s> {
    /// The text, if something is replaced; else it is the source.
    replaced: Option<String>,
    pub(super) marks: Vec<Mark>,
    /// The piece that each hole is.
    pub(super) holes: Vec<usize>,
    source: Cow<'s, str>,
    /// Where each piece begins, where there are several.
    starts: Vec<usize>,
    letters: Letters,
}

/// The two replacing characters.
#[derive(Debug, Clone, Copy)]
struct Letters {
    /// For a hole; a letter to `CommonMark`, as a harmless word would be.
    hole: char,
    /// For anything else; punctuation to `CommonMark`, as an angle bracket is.
    mark: char,
}

/// The last character for private use that takes three bytes.
const LAST_HOLE: char = '\u{f8ff}';

impl Letters {
    /// Two characters that no source holds, neither as such nor as a numeric entity.
    fn choose(pieces: &[Piece<'_>]) -> Option<Self> {
        let usual = Self {
            hole: '\u{e000}',
            mark: '\u{2800}',
        };
        let is_free = |piece: &Piece<'_>| match piece {
            Piece::Source(source) => !usual.are_in(source),
            Piece::Hole => true,
        };
        if pieces.iter().all(is_free) {
            return Some(usual);
        }
        Self::search(pieces)
    }

    /// Whether one of them may be in `source`.
    fn are_in(self, source: &str) -> bool {
        let mut places = memchr::memchr3_iter(0xe2, 0xee, b'&', source.as_bytes());
        places.any(|at| {
            let rest = source.get(at..).unwrap_or("");
            rest.starts_with(self.hole) || rest.starts_with(self.mark) || rest.starts_with("&#")
        })
    }

    /// Those that nobody wrote.
    fn search(pieces: &[Piece<'_>]) -> Option<Self> {
        let mut used = vec![false; LAST_HOLE as usize + 1];
        let mut note = |c: char| {
            if let Some(used) = used.get_mut(c as usize) {
                *used = true;
            }
        };
        for piece in pieces {
            if let Piece::Source(source) = piece {
                for c in source.chars() {
                    note(c);
                }
                for text in source.split("&#").skip(1) {
                    entity(text).map(&mut note);
                }
            }
        }
        let free =
            |mut range: RangeInclusive<char>| range.find(|c| used.get(*c as usize) == Some(&false));
        let hole = free('\u{e000}'..=LAST_HOLE)?;
        let mark = free('\u{2800}'..='\u{28ff}').or_else(|| free('\u{2f00}'..='\u{2fd5}'))?;
        Some(Self { hole, mark })
    }
}

fn entity(text: &str) -> Option<char> {
    let (digits, radix) = match text.strip_prefix(['x', 'X']) {
        Some(hex) => (hex, 16),
        None => (text, 10),
    };
    let (digits, _) = split_where(digits, &|c| !c.is_digit(radix));
    let code = u32::from_str_radix(digits, radix).ok()?;
    char::from_u32(code)
}

impl<'s> Prepared<'s> {
    /// `None` where the text holds every character that could replace something.
    pub(super) fn new(pieces: &[Piece<'s>]) -> Option<Self> {
        let letters = Letters::choose(pieces)?;
        let mut prepared = Self {
            replaced: None,
            marks: Vec::new(),
            holes: Vec::new(),
            source: Cow::Borrowed(""),
            starts: Vec::new(),
            letters,
        };
        if let [Piece::Source(source)] = pieces {
            prepared.source = Cow::Borrowed(source);
        } else {
            prepared.join(pieces);
        }
        prepared.replace();
        Some(prepared)
    }

    fn join(&mut self, pieces: &[Piece<'_>]) {
        let mut joined = String::new();
        self.starts.reserve(pieces.len());
        for (index, piece) in pieces.iter().enumerate() {
            self.starts.push(joined.len());
            match piece {
                Piece::Source(source) => joined.push_str(source),
                Piece::Hole => {
                    self.holes.push(index);
                    joined.push(self.letters.hole);
                }
            }
        }
        self.source = Cow::Owned(joined);
    }

    fn replace(&mut self) {
        let source = std::mem::take(&mut self.source);
        let mut text = String::new();
        let (mut at, mut done, mut holes) = (0, 0, 0);
        while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
            at += self.next_special(rest);
            let (before, rest) = source.split_at(at);
            let (length, kind) = self.special(before, rest, holes);
            if let Some(kind) = kind {
                if self.marks.is_empty() {
                    // What replaces one byte has three.
                    text.reserve(source.len() + source.len() / 16 + 16);
                }
                let found = rest.get(..length).unwrap_or("");
                holes += found.matches(self.letters.hole).count();
                text.push_str(before.get(done..).unwrap_or(""));
                self.mark(&mut text, kind, at..at + length);
                done = at + length;
            }
            at += length;
        }
        if !self.marks.is_empty() {
            text.push_str(source.get(done..).unwrap_or(""));
            self.replaced = Some(text);
        }
        self.source = source;
    }

    /// The text for the parser.
    pub(super) fn text(&self) -> &str {
        self.replaced.as_deref().unwrap_or(&self.source)
    }

    /// How much of `text` is nothing special.
    fn next_special(&self, text: &str) -> usize {
        if self.holes.is_empty() {
            return memchr::memchr3(b'\\', b'<', b'~', text.as_bytes()).unwrap_or(text.len());
        }
        // The last two are the first bytes of holes; another character with one of them is looked at in full.
        let mut from = 0;
        while let Some(rest) = text.get(from..) {
            let special = |byte: &u8| matches!(*byte, b'\\' | b'<' | b'~' | 0xee | 0xef);
            let Some(at) = rest.as_bytes().iter().position(special) else {
                break;
            };
            let first = rest.get(at..).and_then(|rest| rest.chars().next());
            match first {
                Some(c) if c.is_ascii() || c == self.letters.hole => return from + at,
                first => from += at + first.map_or(1, char::len_utf8),
            }
        }
        text.len()
    }

    /// The length of what stands at the start of `rest`, which follows `before`, and what is to replace it.
    fn special(&self, before: &str, rest: &str, holes: usize) -> (usize, Option<MarkKind>) {
        let Some(first) = rest.chars().next() else {
            return (0, None);
        };
        match first {
            '\\' => {
                let escapes = rest.as_bytes().get(1).is_some_and(u8::is_ascii_punctuation);
                (1 + usize::from(escapes), None)
            }
            '~' => {
                let run = rest.len() - rest.trim_start_matches('~').len();
                (run, (run == 1).then_some(MarkKind::Plain))
            }
            '<' if before.ends_with("](") || is_lone(before, rest) || is_autolink(rest) => {
                (1, None)
            }
            '<' => match tag::scan(rest) {
                Some((_, length)) => {
                    let inside = rest.get(..length).unwrap_or("");
                    let inside = inside.matches(self.letters.hole).count();
                    (length, Some(MarkKind::Tag(holes..holes + inside)))
                }
                None => (1, Some(MarkKind::Plain)),
            },
            hole => (hole.len_utf8(), Some(MarkKind::Hole(holes))),
        }
    }

    fn mark(&mut self, text: &mut String, kind: MarkKind, source: Range<usize>) {
        let at = text.len();
        text.push(match kind {
            MarkKind::Hole(_) => self.letters.hole,
            MarkKind::Tag(_) | MarkKind::Plain => self.letters.mark,
        });
        self.marks.push(Mark { at, kind, source });
    }

    /// Splits `text`, which the parser took from the source at `from` or later, at the replacing characters.
    pub(super) fn segments<'t>(
        &self,
        mut text: &'t str,
        from: usize,
    ) -> impl Iterator<Item = Segment<'t, '_>> {
        let marks = self.marks.get(self.first_mark(from)..);
        let mut marks = marks.unwrap_or_default().iter();
        std::iter::from_fn(move || {
            while !text.is_empty() {
                let (before, rest) = text.split_at(self.find(text).unwrap_or(text.len()));
                if !before.is_empty() {
                    text = rest;
                    return Some(Segment::Text(before));
                }
                let mut rest = rest.chars();
                rest.next();
                text = rest.as_str();
                if let Some(mark) = marks.next() {
                    return Some(Segment::Mark(mark));
                }
            }
            None
        })
    }

    /// Whether a replacing character is in `text`, which the parser took from the source.
    pub(super) fn has_mark(&self, text: &str) -> bool {
        !self.marks.is_empty() && self.find(text).is_some()
    }

    /// Whether nothing is replaced between two places of the prepared text.
    pub(super) fn is_plain(&self, range: &Range<usize>) -> bool {
        if self.marks.is_empty() {
            return true;
        }
        let next = self.marks.get(self.first_mark(range.start));
        next.is_none_or(|mark| mark.at >= range.end)
    }

    /// As [`Self::is_plain`], for one who goes through the text: `plain` is where nothing is replaced, as was found last.
    #[inline]
    pub(super) fn is_plain_on(&self, plain: &mut Range<usize>, range: &Range<usize>) -> bool {
        if plain.start > range.start || range.end > plain.end {
            *plain = self.plain_around(range.start);
        }
        range.end <= plain.end
    }

    /// From the mark before a place to the one behind it.
    fn plain_around(&self, place: usize) -> Range<usize> {
        let next = self.first_mark(place);
        let at = |index: usize| self.marks.get(index).map(|mark| mark.at);
        let before = next.checked_sub(1).and_then(at);
        before.map_or(0, |at| at + 1)..at(next).unwrap_or(usize::MAX)
    }

    /// The first mark at `from` or later.
    fn first_mark(&self, from: usize) -> usize {
        self.marks.partition_point(|mark| mark.at < from)
    }

    /// Where the first replacing character is.
    fn find(&self, text: &str) -> Option<usize> {
        let Letters { hole, mark } = self.letters;
        // The first bytes of all that are chosen; most texts have none of them.
        let mut places = memchr::memchr3_iter(0xe2, 0xee, 0xef, text.as_bytes());
        places.find(|at| {
            let rest = text.get(*at..).unwrap_or("");
            rest.starts_with([hole, mark])
        })
    }

    /// The holes that stand between two places of the prepared text.
    pub(super) fn holes_within(&self, range: Range<usize>) -> Vec<usize> {
        let from = self.first_mark(range.start);
        let mut found = Vec::new();
        for mark in self.marks.get(from..).unwrap_or_default() {
            if mark.at >= range.end {
                break;
            }
            match &mark.kind {
                MarkKind::Hole(hole) => found.push(*hole),
                MarkKind::Tag(holes) => found.extend(holes.clone()),
                MarkKind::Plain => {}
            }
        }
        found
    }

    /// What `mark` replaces.
    pub(super) fn replaced(&self, mark: &Mark) -> &str {
        self.source.get(mark.source.clone()).unwrap_or("")
    }

    /// What stands behind `mark` in the source.
    pub(super) fn source_after(&self, mark: &Mark) -> &str {
        self.source.get(mark.source.end..).unwrap_or("")
    }

    /// Splits a source text at its holes.
    pub(super) fn split_holes<'t>(&self, text: &'t str) -> std::str::Split<'t, char> {
        text.split(self.letters.hole)
    }

    /// The piece, and the byte in it, of a place in the prepared text.
    pub(super) fn locate(&self, at: usize) -> (usize, usize) {
        self.in_piece(self.to_source(at))
    }

    /// The piece, and the byte in it, of a place in the source.
    fn in_piece(&self, at: usize) -> (usize, usize) {
        let piece = self
            .starts
            .partition_point(|start| *start <= at)
            .saturating_sub(1);
        let start = self.starts.get(piece).copied().unwrap_or(0);
        (piece, at.saturating_sub(start))
    }

    /// The piece that holds a part of the source, and where in it.
    pub(super) fn site(&self, source: &Range<usize>) -> Site {
        let (piece, start) = self.in_piece(source.start);
        Site {
            piece,
            start,
            end: start + source.len(),
        }
    }

    /// A part of the source, for a message: one line, not too long, holes as `{…}`.
    pub(super) fn snippet(&self, range: Range<usize>) -> String {
        let source = self.to_source(range.start)..self.to_source(range.end);
        self.excerpt(self.source.get(source).unwrap_or(""))
    }

    /// A source text, for a message.
    pub(super) fn excerpt(&self, text: &str) -> String {
        const LONGEST: usize = 60;
        let mut out = String::new();
        for (count, c) in text.chars().enumerate() {
            if count == LONGEST || c == '\n' || c == '\r' {
                out.push('…');
                break;
            }
            if c == self.letters.hole {
                out.push_str("{…}");
            } else {
                out.push(c);
            }
        }
        out
    }

    fn to_source(&self, at: usize) -> usize {
        let before = self.marks.partition_point(|mark| mark.at < at);
        let Some(mark) = before.checked_sub(1).and_then(|last| self.marks.get(last)) else {
            return at;
        };
        let letter = match mark.kind {
            MarkKind::Hole(_) => self.letters.hole,
            MarkKind::Tag(_) | MarkKind::Plain => self.letters.mark,
        };
        mark.source.end + at.saturating_sub(mark.at + letter.len_utf8())
    }
}

/// Whether the angle bracket that `rest` begins with is text to `CommonMark` as well, as in `a < b`: no tag begins so, and
/// where a link leads does not either, unless it stands right behind what names the link.
fn is_lone(before: &str, rest: &str) -> bool {
    rest.starts_with("< ") && !before.trim_end().ends_with(['(', ':'])
}

/// Whether `text` starts with `<scheme:…>` or `<name@host>`.
fn is_autolink(text: &str) -> bool {
    let inner = text.get(1..).unwrap_or("");
    let ends = |c: char| c == '>' || c == '<' || c.is_whitespace() || c.is_control();
    let (inner, rest) = split_where(inner, &ends);
    let begins = begins_with(inner, |c| c.is_ascii_alphanumeric());
    let is_uri =
        crate::spec::address::split_scheme(inner).is_some_and(|(scheme, _)| scheme.len() > 1);
    rest.starts_with('>') && begins && (is_uri || inner.contains('@'))
}
