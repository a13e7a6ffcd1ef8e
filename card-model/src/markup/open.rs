//! The tags that are open.

use crate::spec::Tag;

/// More than the tags nest: a card, a locale, a div, a markdown and a link in it.
const DEEPEST: usize = 8;

/// The tags that are open, the outermost first. Inline tags nest without end and stand in the card as they are nested;
/// they are only counted.
#[derive(Debug)]
pub(super) struct Open {
    tags: [Tag; DEEPEST],
    depth: usize,
    /// How many inline tags are open.
    pub(super) inline: usize,
}

impl Open {
    pub(super) const fn new() -> Self {
        Self {
            tags: [Tag::Card; DEEPEST],
            depth: 0,
            inline: 0,
        }
    }

    #[inline]
    pub(super) fn push(&mut self, tag: Tag) {
        if tag.is_inline() {
            self.inline += 1;
            return;
        }
        if let Some(place) = self.tags.get_mut(self.depth) {
            *place = tag;
        }
        self.depth += 1;
    }

    /// Closes the innermost tag, and returns it if it is not an inline one.
    #[inline]
    pub(super) fn pop(&mut self) -> Option<Tag> {
        if self.inline > 0 {
            self.inline -= 1;
            return None;
        }
        self.depth = self.depth.checked_sub(1)?;
        self.tags.get(self.depth).copied()
    }

    /// The innermost tag that is not an inline one.
    #[inline]
    pub(super) fn innermost(&self) -> Option<Tag> {
        self.tags.get(self.depth.checked_sub(1)?).copied()
    }

    #[inline]
    pub(super) fn contains(&self, tag: Tag) -> bool {
        self.tags.iter().take(self.depth).any(|open| *open == tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_beyond_the_deepest_are_passed_over() {
        let mut open = Open::new();
        open.push(Tag::Locale);
        for _ in 0..2 * DEEPEST {
            open.push(Tag::Div);
        }
        assert_eq!(open.innermost(), None);
        for _ in 0..2 * DEEPEST {
            open.pop();
        }
        assert_eq!(open.innermost(), Some(Tag::Locale));
        assert_eq!(open.pop(), Some(Tag::Locale));
        assert_eq!(open.pop(), None);
    }

    #[test]
    fn inline_tags_close_first() {
        let mut open = Open::new();
        open.push(Tag::Markdown);
        open.push(Tag::B);
        open.push(Tag::I);
        assert_eq!((open.innermost(), open.inline), (Some(Tag::Markdown), 2));
        assert_eq!([open.pop(), open.pop()], [None, None]);
        assert_eq!(open.pop(), Some(Tag::Markdown));
    }
}
