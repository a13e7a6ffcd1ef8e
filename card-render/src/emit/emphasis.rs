//! Emphasis: what opens and closes, so that every reader sees it open and close.

use card_model::markdown::{SpanRef, Spans, character::is_punctuation};

use super::Emitter;

/// Something that is open.
#[derive(Debug, Clone)]
pub(super) struct Open {
    /// The tag that it begins with; a delimiter begins as it ends.
    tag: Option<String>,
    end: &'static str,
    /// Where it begins in the text.
    start: usize,
    was_start: bool,
}

impl Open {
    /// What it begins with.
    fn begin(&self) -> &str {
        self.tag.as_deref().unwrap_or(self.end)
    }

    const fn is_delimiter(&self) -> bool {
        self.tag.is_none()
    }

    /// Where what it holds begins.
    pub(super) fn inside(&self) -> usize {
        self.start + self.begin().len()
    }

    /// Notes that the text before it has grown.
    pub(super) const fn moved(&mut self, at: usize, grown: usize) {
        if self.start > at {
            self.start += grown;
        }
    }
}

impl Emitter<'_, '_> {
    pub(super) fn bold(&mut self, content: Spans<'_>) {
        if !self.dialect.bold || self.line.is_bold {
            return self.spans(content);
        }
        self.line.is_bold = true;
        self.emphasis("**", content);
        self.line.is_bold = false;
    }

    pub(super) fn italic(&mut self, content: Spans<'_>) {
        if !self.dialect.italic || self.line.is_italic {
            return self.spans(content);
        }
        self.line.is_italic = true;
        // Next to `**` a `*` is read as a part of it.
        let meets_bold = self.line.is_bold
            || self.out.ends_with('*')
            || self.is_in_paragraph(self.star)
            || content
                .into_iter()
                .any(|span| !matches!(span, SpanRef::Text(_)));
        self.emphasis(if meets_bold { "_" } else { "*" }, content);
        self.line.is_italic = false;
    }

    pub(super) fn strike(&mut self, content: Spans<'_>) {
        if !self.dialect.strike || self.line.is_struck {
            return self.spans(content);
        }
        self.line.is_struck = true;
        self.emphasis("~~", content);
        self.line.is_struck = false;
    }

    fn emphasis(&mut self, delimiter: &'static str, content: Spans<'_>) {
        self.open(None, delimiter);
        self.spans(content);
        self.close();
    }

    /// Opens a part that ends with `end`, and begins so as well where it has no tag.
    pub(super) fn open(&mut self, tag: Option<String>, end: &'static str) {
        // Bytes, as delimiters are ASCII.
        let is_doubled = tag.is_none() && self.out.as_bytes().last() == end.as_bytes().first();
        if is_doubled && !self.is_at_opening() {
            self.out.push(' ');
        }
        let open = Open {
            tag,
            end,
            start: self.out.len(),
            was_start: std::mem::take(&mut self.line.is_start),
        };
        self.out.push_str(open.begin());
        self.open.push(open);
    }

    /// Whether nothing stands behind what was opened last.
    fn is_at_opening(&self) -> bool {
        let last = self.open.last();
        last.is_some_and(|open| open.inside() == self.out.len())
    }

    /// Closes what was opened last. Blanks at its edges move outside, as a delimiter next to a blank does not close, and a
    /// blank is put outside where a delimiter stands between punctuation and a word, as that does not either.
    pub(super) fn close(&mut self) {
        let Some(open) = self.open.pop() else {
            return;
        };
        let content = self.out.get(open.inside()..).unwrap_or_default();
        let Some((first, last)) = edges(content) else {
            return self.leave_out(&open, false);
        };
        let (leads, trails) = (first.is_whitespace(), last.is_whitespace());
        let shown = if leads || trails {
            edges(content.trim())
        } else {
            Some((first, last))
        };
        let Some((first, last)) = shown else {
            return self.leave_out(&open, true);
        };
        // Next to a word such an edge keeps a delimiter from opening, or from closing.
        let is_edge = |c: char| open.is_delimiter() && (open.end == "_" || is_punctuation(c));
        let keeps_open = is_edge(first) && self.is_behind_word(open.start);
        let needs_blank = !trails && is_edge(last);
        if leads || trails || keeps_open {
            self.trim_inside(&open, (leads && !open.was_start) || keeps_open);
        }
        self.out.push_str(open.end);
        if trails {
            self.closed();
            self.out.push(' ');
        }
        self.line.needs_blank = needs_blank;
    }

    /// Whether what stands before this place may be a part of a word.
    fn is_behind_word(&self, at: usize) -> bool {
        let before = self.out.get(..at).unwrap_or_default();
        before.chars().next_back().is_some_and(is_word_like)
    }

    /// Closes all that is open, and says what that was.
    pub(super) fn close_all(&mut self) -> Vec<Open> {
        let open = self.open.clone();
        while !self.open.is_empty() {
            self.close();
        }
        open
    }

    pub(super) fn open_all(&mut self, open: Vec<Open>) {
        for Open { tag, end, .. } in open {
            self.open(tag, end);
        }
    }

    /// Takes back what was opened around nothing.
    fn leave_out(&mut self, open: &Open, has_blank: bool) {
        self.line.loose = self.line.loose.filter(|at| *at < open.start);
        self.out.truncate(open.start);
        self.line.is_start = open.was_start;
        if has_blank && !open.was_start {
            self.out.push(' ');
        }
    }

    /// Takes the blanks at its edges out of what was opened, with one in front of it where that is wanted.
    fn trim_inside(&mut self, open: &Open, with_blank: bool) {
        let content = self.out.get(open.inside()..).unwrap_or_default();
        let shown = open.inside() + content.len() - content.trim_start().len();
        let trimmed = content.trim().to_owned();
        let loose = self.line.loose.and_then(|at| at.checked_sub(shown));
        self.out.truncate(open.start);
        if with_blank {
            self.out.push(' ');
        }
        self.out.push_str(open.begin());
        if let Some(at) = loose {
            self.line.loose = Some(self.out.len() + at);
        }
        self.out.push_str(&trimmed);
    }

    /// Something is written that no delimiter before it has to be kept from.
    pub(super) fn closed(&mut self) {
        self.line.loose = None;
        self.line.needs_blank = false;
        self.line.ends_mention = false;
    }

    /// Writes the blank that what was closed before needs in front of `next`.
    #[inline]
    pub(super) fn settle(&mut self, next: char) {
        if self.line.is_unsettled() {
            self.settle_pending(next);
        }
    }

    /// As [`Self::settle`], in front of a text.
    #[inline]
    pub(super) fn settle_before(&mut self, text: &str) {
        if self.line.is_unsettled()
            && let Some(first) = text.chars().next()
        {
            self.settle_pending(first);
        }
    }

    fn settle_pending(&mut self, next: char) {
        self.tighten(next);
        let needs = std::mem::take(&mut self.line.needs_blank) && is_word_like(next);
        let ends_mention = std::mem::take(&mut self.line.ends_mention) && !next.is_whitespace();
        if needs || ends_mention {
            self.out.push(' ');
        }
    }
}

/// The first and the last character.
fn edges(text: &str) -> Option<(char, char)> {
    let mut chars = text.chars();
    let first = chars.next()?;
    Some((first, chars.next_back().unwrap_or(first)))
}

/// Whether some reader may take a delimiter next to `c` not to be at the edge of a word: all but what every version of
/// `CommonMark` calls punctuation. A symbol such as an emoji is not, to the older ones.
fn is_word_like(c: char) -> bool {
    let is_edge = c.is_ascii_punctuation()
        || matches!(
            c,
            '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}'
                | '\u{ff01}'..='\u{ff03}' | '\u{ff05}'..='\u{ff0a}' | '\u{ff0c}'..='\u{ff0f}' | '\u{ff1a}' | '\u{ff1b}'
                | '\u{ff1f}' | '\u{ff20}' | '\u{ff3b}'..='\u{ff3d}' | '\u{ff3f}' | '\u{ff5b}' | '\u{ff5d}'
        );
    !c.is_whitespace() && !is_edge
}
