//! The lines of the body that no message shows yet.

use std::{borrow::Cow, rc::Rc};

use card_model::words::each;

use super::cut::Cuttable;
use crate::{
    dialect::Dialect,
    layout::{Kind, Line, Origin},
};

/// The lines that wait, and the rest of one that was cut.
#[derive(Clone)]
pub(super) struct Waiting<'p> {
    lines: &'p [Line<'p>],
    next: usize,
    /// The next line, where it was cut.
    rest: Option<Cuttable<'p>>,
    /// The header of the table that was begun last.
    header: Option<&'p Line<'p>>,
    /// How many characters there are from each line on.
    chars: Rc<[usize]>,
}

impl<'p> Waiting<'p> {
    pub(super) fn new(lines: &'p [Line<'p>]) -> Self {
        Self {
            lines,
            next: 0,
            rest: None,
            header: None,
            chars: chars(lines),
        }
    }

    /// Where the next line stands.
    pub(super) const fn next(&self) -> usize {
        self.next
    }

    pub(super) fn is_empty(&self) -> bool {
        self.next >= self.lines.len()
    }

    /// Whether nothing but dividers waits.
    pub(super) fn has_only_rules(&self) -> bool {
        let mut lines = self.lines.iter().skip(self.next);
        lines.all(|line| line.kind == Kind::Rule)
    }

    /// Whether a divider waits that nothing follows.
    pub(super) fn ends_with_rule(&self) -> bool {
        self.lines
            .last()
            .is_some_and(|line| line.kind == Kind::Rule)
    }

    fn source(&self) -> Option<&'p Line<'p>> {
        self.lines.get(self.next)
    }

    /// The next line, or what is left of it, where that has at most this many units.
    pub(super) fn line(&self, most: usize) -> Option<Cow<'p, Line<'p>>> {
        match &self.rest {
            None => self.source().map(Cow::Borrowed),
            Some(rest) if rest.units() <= most => Some(Cow::Owned(rest.first(rest.units()))),
            Some(_) => None,
        }
    }

    /// What is left of the next line, to be cut.
    pub(super) fn cuttable(&mut self, dialect: &'static Dialect) -> Option<&mut Cuttable<'p>> {
        let source = self.source()?;
        Some(
            self.rest
                .get_or_insert_with(|| Cuttable::new(source, dialect)),
        )
    }

    /// Goes on behind the next line.
    pub(super) fn pass(&mut self) {
        if let Some(line) = self
            .source()
            .filter(|line| matches!(line.kind, Kind::Row(_, true)))
        {
            self.header = Some(line);
        }
        self.next += 1;
        self.rest = None;
    }

    /// Goes on behind the dividers that come next.
    pub(super) fn pass_rules(&mut self) {
        while self.source().is_some_and(|line| line.kind == Kind::Rule) {
            self.pass();
        }
    }

    /// Goes back to the whole line at `next`.
    pub(super) fn back_to(&mut self, next: usize) {
        self.next = next;
        self.rest = None;
    }

    /// The header of this table.
    pub(super) fn header(&self, table: usize) -> Option<&'p Line<'p>> {
        self.header
            .filter(|line| line.kind == Kind::Row(table, true))
    }

    /// Whether the line belongs to what follows it.
    pub(super) fn is_opener(&self, index: usize) -> bool {
        match self.lines.get(index).map(|line| line.kind) {
            Some(Kind::Heading(_) | Kind::Rule) => true,
            Some(Kind::Row(table, true)) => {
                let next = self.lines.get(index + 1);
                next.is_some_and(|next| next.kind == Kind::Row(table, false))
            }
            _ => false,
        }
    }

    /// Whether the next line is a text that goes on in another message as well as not.
    pub(super) fn is_prose(&self) -> bool {
        let kind = self.source().map(|line| line.kind);
        self.rest.is_some() || matches!(kind, Some(Kind::Text | Kind::Item(_)))
    }

    /// How many characters wait.
    pub(super) fn chars(&self) -> usize {
        let whole = self.next + usize::from(self.rest.is_some());
        let whole = self.chars.get(whole).copied().unwrap_or(0);
        whole + self.rest.as_ref().map_or(0, Cuttable::chars)
    }

    /// The elements that wait, and whether the first of them is shown in part.
    pub(super) fn origins(&self) -> (Vec<Origin>, bool) {
        let lines = self.lines.get(self.next..).unwrap_or_default();
        let mut origins = each(lines, |line| line.origin);
        origins.dedup();
        let before = self
            .next
            .checked_sub(1)
            .and_then(|last| self.lines.get(last));
        let is_same = before.map(|line| line.origin) == origins.first().copied();
        let is_begun = self.rest.as_ref().is_some_and(|rest| rest.is_begun);
        (origins, !self.is_empty() && (is_begun || is_same))
    }
}

/// How many characters there are from each line on.
fn chars(lines: &[Line<'_>]) -> Rc<[usize]> {
    let mut sums = each(lines, |line| line.content.chars());
    let mut sum = 0;
    for chars in sums.iter_mut().rev() {
        sum += *chars;
        *chars = sum;
    }
    sums.into()
}
