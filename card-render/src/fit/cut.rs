//! A line that is cut: what is open at the end of one part is closed there, and opened anew in the next one.

use std::{borrow::Cow, collections::VecDeque};

use card_model::markdown::Span;

use super::{
    leaf::{Leaf, leaves, nested},
    place::Window,
};
use crate::{
    dialect::Dialect,
    layout::{BETWEEN, Content, Gap, Kind, Line, Origin},
};

/// What is left of a line that is cut.
#[derive(Debug, Clone)]
pub(super) struct Cuttable<'b> {
    /// The line without its content.
    line: Line<'b>,
    leaves: VecDeque<Leaf>,
    units: usize,
    /// Whether something was taken off.
    pub(super) is_begun: bool,
}

impl<'b> Cuttable<'b> {
    pub(super) fn new(line: &Line<'b>, dialect: &'static Dialect) -> Self {
        let leaves: VecDeque<_> = leaves(&line.content, dialect).into();
        let kind = match line.kind {
            Kind::Row(..) => Kind::Text,
            kind => kind,
        };
        let content = Content::Text(Cow::Borrowed(""));
        let mut cuttable = Self {
            line: Line {
                kind,
                content,
                ..line.clone()
            },
            units: leaves.iter().map(Leaf::units).sum(),
            leaves,
            is_begun: false,
        };
        cuttable.trim();
        cuttable
    }

    /// How many places a cut can move through it.
    pub(super) const fn units(&self) -> usize {
        self.units
    }

    pub(super) const fn origin(&self) -> Origin {
        self.line.origin
    }

    /// How many characters are left.
    pub(super) fn chars(&self) -> usize {
        let count = |leaf: &Leaf| match &leaf.span {
            Span::Text(text) => text.chars().count(),
            span => Content::Spans(std::slice::from_ref(span).into()).chars(),
        };
        self.leaves.iter().map(count).sum()
    }

    /// The first units, as a line.
    pub(super) fn first(&self, units: usize) -> Line<'b> {
        let mut head = Vec::new();
        let mut left = units;
        for leaf in &self.leaves {
            if left == 0 {
                break;
            }
            let units = leaf.units();
            if units <= left {
                head.push(leaf.clone());
            } else {
                head.push(leaf.clone().split_front(left));
            }
            left = left.saturating_sub(units);
        }
        let spans = nested(&head, 0);
        let content = match self.line.kind {
            Kind::Code(_) => Content::Text(Cow::Owned(Span::plain_text(&spans))),
            _ => Content::Own(spans),
        };
        Line {
            content,
            ..self.line.clone()
        }
    }

    /// The best place to cut at or before `most`; a message has room for `capacity`.
    pub(super) fn place(&self, most: usize, capacity: usize) -> usize {
        if most >= self.units {
            return self.units;
        }
        Window::new(self.leaves.iter(), most, capacity).place(most)
    }

    /// The last place at or before `most` that is behind a button.
    pub(super) fn behind_button(&self, most: usize) -> usize {
        let (mut place, mut units) = (0, 0);
        for leaf in &self.leaves {
            let is_between = matches!(&leaf.span, Span::Text(text) if text == BETWEEN);
            if is_between && units <= most {
                place = units;
            }
            units += leaf.units();
        }
        if units <= most { units } else { place }
    }

    /// Takes the first units off.
    pub(super) fn skip(&mut self, units: usize) {
        let mut left = units;
        while let Some(leaf) = self.leaves.front_mut().filter(|_| left > 0) {
            let units = leaf.units();
            if units <= left {
                self.leaves.pop_front();
            } else {
                leaf.split_front(left);
            }
            let taken = units.min(left);
            self.units -= taken;
            left -= taken;
        }
        self.is_begun = true;
        self.line.gap = Gap::Break;
        if matches!(self.line.kind, Kind::Item(_)) {
            self.line.kind = Kind::Text;
        }
        self.trim();
    }

    /// Makes text of what comes first and can only be shown as a whole; whether there was such a thing.
    pub(super) fn loosen(&mut self) -> bool {
        let Some(leaf) = self.leaves.front_mut() else {
            return false;
        };
        let Some(loosened) = leaf.loosened() else {
            return false;
        };
        self.units -= leaf.units();
        self.units += loosened.units();
        *leaf = loosened;
        self.trim();
        true
    }

    /// Takes off the blanks at the start: nothing shows them there, but for code.
    fn trim(&mut self) {
        while let Some(leaf) = self
            .leaves
            .front_mut()
            .filter(|_| !matches!(self.line.kind, Kind::Code(_)))
        {
            let blanks = match &leaf.span {
                Span::Text(text) => text.chars().take_while(|c| c.is_whitespace()).count(),
                Span::Break | Span::SoftBreak => 1,
                _ => 0,
            };
            let units = leaf.units();
            self.units -= blanks;
            if blanks < units {
                leaf.split_front(blanks);
                break;
            }
            self.leaves.pop_front();
        }
    }
}
