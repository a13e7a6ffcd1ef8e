//! The tags that a program leaves open.

use crate::spec::Tag;

/// More than the tags nest in a card: a locale, a div, a markdown and a link in it.
const DEEPEST: usize = 8;

/// The tags that a program leaves open, the innermost first: the next program goes on in them. Inline tags nest without
/// end and stand in the card as they are nested; they are only counted.
#[derive(Debug)]
pub(super) struct Open {
    tags: [Tag; DEEPEST],
    depth: usize,
    inline: usize,
}

impl Open {
    pub(super) const fn new() -> Self {
        Self {
            tags: [Tag::Card; DEEPEST],
            depth: 0,
            inline: 0,
        }
    }

    /// Adds the tag around those that are left open.
    pub(super) fn push(&mut self, tag: Tag) {
        if let Some(place) = self.tags.get_mut(self.depth) {
            *place = tag;
            self.depth += 1;
        }
    }

    /// Adds an inline tag around those that are left open.
    pub(super) fn push_inline(&mut self) {
        self.inline += 1;
    }

    /// Goes on in the outermost of the tags, if it is not an inline one.
    #[inline]
    pub(super) fn pop(&mut self) -> Option<Tag> {
        if self.depth == 0 {
            return None;
        }
        self.go_on()
    }

    #[cold]
    fn go_on(&mut self) -> Option<Tag> {
        self.depth -= 1;
        self.tags.get(self.depth).copied()
    }

    /// Goes on in the outermost of the inline tags, and says whether there is one.
    #[inline]
    pub(super) fn pop_inline(&mut self) -> bool {
        self.inline > 0 && self.go_on_inline()
    }

    #[cold]
    fn go_on_inline(&mut self) -> bool {
        self.inline -= 1;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_beyond_the_deepest_are_passed_over() {
        let mut open = Open::new();
        for _ in 0..2 * DEEPEST {
            open.push(Tag::Div);
        }
        for _ in 0..DEEPEST {
            assert_eq!(open.pop(), Some(Tag::Div));
        }
        assert_eq!(open.pop(), None);
    }

    #[test]
    fn the_outermost_is_the_first_to_go_on_in() {
        let mut open = Open::new();
        open.push_inline();
        open.push_inline();
        open.push(Tag::Markdown);
        open.push(Tag::Card);
        assert_eq!(open.pop(), Some(Tag::Card));
        assert_eq!(open.pop(), Some(Tag::Markdown));
        assert_eq!(open.pop(), None);
        assert!(open.pop_inline() && open.pop_inline() && !open.pop_inline());
    }
}
