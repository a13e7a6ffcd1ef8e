//! Parts of a flow.

use super::span::{Leaf, Spans};
use crate::markdown::flow::{Flow, Part, PartKind};

/// Some parts of a flow that follow each other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slice<'f> {
    pub(super) flow: &'f Flow,
    pub(super) parts: &'f [Part],
}

impl<'f> Slice<'f> {
    /// The first part, and what is inside of it.
    #[inline]
    pub(super) fn next(&mut self) -> Option<(&'f Part, Self)> {
        loop {
            let (first, rest) = self.parts.split_first()?;
            let (inside, after) = rest.split_at_checked(first.inside()).unwrap_or((rest, &[]));
            self.parts = after;
            if first.kind != PartKind::Nothing {
                let parts = inside;
                return Some((first, Self { parts, ..*self }));
            }
        }
    }

    /// The text of the first part, if that is what it is.
    #[inline]
    pub(super) fn next_text(&mut self) -> Option<&'f str> {
        let (first, rest) = self.parts.split_first()?;
        if first.kind != PartKind::Text {
            return None;
        }
        let text = self.text(first);
        self.parts = rest;
        Some(text)
    }

    /// Calls `see` with what is shown, however deep it stands.
    pub(super) fn leaves(mut self, see: &mut impl FnMut(Leaf<'f>)) {
        while let Some((part, rest)) = self.parts.split_first() {
            self.parts = rest;
            match part.kind {
                // What describes a picture stands in it.
                PartKind::Text | PartKind::Code => see(Leaf::Text(self.text(part))),
                PartKind::At => {
                    let (inside, after) =
                        rest.split_at_checked(part.inside()).unwrap_or((rest, &[]));
                    self.parts = after;
                    see(Leaf::At {
                        email: self.text(part),
                        content: Spans::new(self.flow, inside),
                    });
                }
                _ => {}
            }
        }
    }

    /// Calls `see` with what the spans say, wherever they stand in others; a line break of the source is a blank.
    pub(super) fn each_text(self, see: &mut dyn FnMut(&str)) {
        for part in self.parts {
            match part.kind {
                PartKind::Text | PartKind::Code => see(self.text(part)),
                PartKind::Break => see("\n"),
                PartKind::SoftBreak => see(" "),
                _ => {}
            }
        }
    }

    /// Goes on behind the text and the line breaks that come next.
    pub(super) fn skip_text(&mut self) {
        let is_text = |part: &&Part| {
            matches!(
                part.kind,
                PartKind::Text | PartKind::Nothing | PartKind::Break | PartKind::SoftBreak
            )
        };
        while let Some((_, rest)) = self.parts.split_first().filter(|(first, _)| is_text(first)) {
            self.parts = rest;
        }
    }

    #[inline]
    pub(super) fn text(self, part: &Part) -> &'f str {
        self.flow.text.get(part.from..part.to).unwrap_or("")
    }

    /// The text of the only part.
    pub(super) fn only_text(mut self) -> &'f str {
        self.next().map_or("", |(part, _)| self.text(part))
    }
}
