//! Whether a character would take effect in the middle of a line, by itself or with what follows.

use card_model::markdown::character::{is_comparison, is_entity, is_word};

use super::{Emitter, emphasis::Open};

impl Emitter<'_, '_> {
    pub(super) fn takes_effect(&mut self, c: char, run: usize, rest: &str) -> bool {
        let before = self.out.chars().next_back();
        let after = rest.chars().next();
        let is_between_blanks = before == Some(' ')
            && after == Some(' ')
            && !rest.trim_start().is_empty()
            && self.out.trim_end().len() > self.open.last().map_or(0, Open::inside);
        match c {
            '`' => true,
            '*' => !is_between_blanks && !self.is_lone_star(before),
            // The partner of one that was changed looks like it.
            '>' => std::mem::take(&mut self.line.has_angle),
            '_' => {
                let is_inside_word = before.is_some_and(is_word) && after.is_some_and(is_word);
                !is_inside_word && !is_between_blanks
            }
            '~' => run > 1 || self.dialect.strike || !self.is_lone_tilde(),
            '[' => {
                self.line.in_label
                    || matches!(before, Some(']' | '['))
                    || matches!(after, Some('^' | '['))
            }
            ']' => self.line.in_label || matches!(after, Some('(' | '[' | ':')),
            '!' => after == Some('['),
            '<' => {
                let is_tag = !is_comparison(rest, None);
                let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '@');
                self.loosen(!is_tag && !rest.contains(ends));
                is_tag
            }
            '&' => {
                let ends = |c: char| !c.is_ascii_alphanumeric() && c != '#';
                self.loosen(!rest.contains(ends));
                is_entity(rest, None)
            }
            // A blank at the end is cut off, and what follows is ours.
            '\\' => rest.trim_start().is_empty() || after.is_some_and(|c| c.is_ascii_punctuation()),
            '|' => self.line.in_cell,
            _ => false,
        }
    }

    /// Whether a tilde is the first of its paragraph: it takes effect with another one, and that is changed.
    fn is_lone_tilde(&mut self) -> bool {
        let is_lone = !self.is_in_paragraph(self.tilde);
        if is_lone {
            self.tilde = Some(self.out.len());
        }
        is_lone
    }

    /// As [`Self::is_lone_tilde`], of an asterisk outside of emphasis, which has delimiters of the same kind.
    fn is_lone_star(&mut self, before: Option<char>) -> bool {
        let is_lone =
            self.open.is_empty() && before != Some('*') && !self.is_in_paragraph(self.star);
        if is_lone {
            self.star = Some(self.out.len());
        }
        is_lone
    }

    pub(super) fn is_in_paragraph(&self, at: Option<usize>) -> bool {
        at.is_some_and(|at| (self.paragraph..self.out.len()).contains(&at))
    }

    /// Remembers the character that is about to be written, where what completes it may stand in the part that follows.
    pub(super) fn loosen(&mut self, is_open: bool) {
        self.line.loose = is_open.then_some(self.out.len());
    }

    /// Writes the look-alike of the character that `next` may complete.
    pub(super) fn tighten(&mut self, next: char) {
        let Some(at) = self.line.loose.take().filter(|_| !next.is_whitespace()) else {
            return;
        };
        let tail = self.out.split_off(at);
        let Some(c) = tail.chars().next().filter(|c| matches!(c, '<' | '&')) else {
            return self.out.push_str(&tail);
        };
        self.look_alike(c);
        let grown = self.out.len() - at - c.len_utf8();
        self.out
            .push_str(tail.get(c.len_utf8()..).unwrap_or_default());
        for open in &mut self.open {
            open.moved(at, grown);
        }
    }
}
