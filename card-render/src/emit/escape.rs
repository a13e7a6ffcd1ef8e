//! Text as text: what would take effect is broken with look-alikes, and nothing else is touched.

use std::{borrow::Cow, fmt::Write as _};

use card_model::{
    markdown::character::{is_comparison, is_entity, is_word, wide},
    spec::Format,
    words::cleaned,
};

use super::{
    Emitter,
    inert::{begins_with_letter, is_inert},
};

/// What does not end a line, and is no indentation either.
const HARD_BLANK: char = '\u{a0}';

impl Emitter<'_, '_> {
    /// Writes text, whatever it holds.
    pub(super) fn text(&mut self, text: &str) {
        if self.is_as_typed(text) {
            if let Some(first) = text.chars().next() {
                self.settle(first);
                self.out.push_str(text);
                self.line.is_start = false;
            }
            return;
        }
        let cleaned = cleaned(text);
        let mut lines = cleaned.split('\n');
        if let Some(first) = lines.next() {
            self.text_line(first);
        }
        for line in lines {
            self.line_break();
            self.text_line(line);
        }
    }

    /// Whether nothing of `text` has to be looked at.
    fn is_as_typed(&self, text: &str) -> bool {
        let is_apart = !self.line.is_number && !self.out.ends_with(']');
        is_apart && (!self.line.is_start || begins_with_letter(text)) && is_inert(text)
    }

    fn text_line(&mut self, line: &str) {
        let Some(first) = line.chars().next() else {
            return;
        };
        self.settle(first);
        if !self.dialect.is_markdown {
            return self.unmarked(line);
        }
        let rest = if self.line.is_start {
            self.line_start(line)
        } else if std::mem::take(&mut self.line.is_number) {
            self.number(line)
        } else {
            line
        };
        let (rest, closing) = self.split_closing(rest);
        self.middle(rest);
        for c in closing.chars() {
            if c == '#' {
                self.look_alike(c);
            } else {
                self.out.push(c);
            }
        }
        self.line.is_start &= line.trim().is_empty();
    }

    /// Writes text where nothing but a mention takes effect.
    fn unmarked(&mut self, line: &str) {
        let mention = match self.dialect.format {
            Format::WeComText => "<@",
            Format::WpsText => "<at",
            _ => "",
        };
        let mut rest = line;
        while let Some(at) = rest
            .bytes()
            .position(|byte| byte == b'<')
            .filter(|_| !mention.is_empty())
        {
            let (plain, found) = rest.split_at_checked(at).unwrap_or((rest, ""));
            self.out.push_str(plain);
            // What completes it may stand in the part that follows.
            let is_mention = mention.starts_with(&found.to_ascii_lowercase())
                || found.to_ascii_lowercase().starts_with(mention);
            if is_mention {
                self.look_alike('<');
            } else {
                self.out.push('<');
            }
            rest = found.get(1..).unwrap_or_default();
        }
        self.out.push_str(rest);
        self.line.is_start = false;
    }

    /// Writes what stands for `c` where it would take effect.
    fn look_alike(&mut self, c: char) {
        if self.dialect.entities {
            match c {
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '&' => self.out.push_str("&amp;"),
                _ => {
                    let _ = write!(self.out, "&#{};", u32::from(c));
                }
            }
            return;
        }
        self.out.push(wide(c));
        self.rewrite(c);
        self.line.has_angle |= c == '<';
    }

    /// Splits off what would close a heading, and not be shown.
    fn split_closing<'t>(&self, line: &'t str) -> (&'t str, &'t str) {
        let rest = line.trim_end().trim_end_matches('#');
        let is_apart = rest.is_empty() || rest.ends_with(char::is_whitespace);
        if self.line.is_heading && is_apart {
            line.split_at_checked(rest.len()).unwrap_or((line, ""))
        } else {
            (line, "")
        }
    }

    /// Writes what would begin a block at the start of a line, and returns the rest.
    fn line_start<'t>(&mut self, line: &'t str) -> &'t str {
        let body = line.trim_start();
        for _ in body.len()..line.len() {
            if !self.line.is_one_line {
                self.out.push(HARD_BLANK);
            }
        }
        let Some(first) = body.chars().next() else {
            return body;
        };
        let rest = body.trim_start_matches(first);
        let run = body.len() - rest.len();
        let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
        let is_line = body
            .chars()
            .all(|c| c == first || matches!(c, ' ' | '\t' | '|' | ':' | '-'));
        let takes_effect = match first {
            '#' | '*' | '_' => ends,
            '>' | '|' => true,
            '-' | '+' => (run == 1 && ends) || is_line,
            '=' | ':' => is_line || rest.starts_with('-'),
            '[' => self.line.is_item && is_task(body),
            '0'..='9' => return self.number(body),
            _ => false,
        };
        if !takes_effect {
            return body;
        }
        for _ in 0..run {
            self.look_alike(first);
        }
        self.line.is_start = false;
        rest
    }

    /// `1.` at the start of a line is an item of a list.
    fn number<'t>(&mut self, line: &'t str) -> &'t str {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        // What follows the digits may stand in the next part.
        self.line.is_number = rest.is_empty();
        let Some(mark) = rest.chars().next().filter(|c| matches!(c, '.' | ')')) else {
            return line;
        };
        let after = rest.get(1..).unwrap_or_default();
        if !after.is_empty() && !after.starts_with(char::is_whitespace) {
            return line;
        }
        self.out
            .push_str(line.get(..line.len() - rest.len()).unwrap_or_default());
        self.look_alike(mark);
        self.line.is_start = false;
        after
    }

    fn middle(&mut self, text: &str) {
        let mut rest = text;
        if self.out.ends_with(']')
            && let Some(first) = rest.chars().next().filter(|c| matches!(c, '(' | '[' | ':'))
        {
            self.look_alike(first);
            rest = rest.get(1..).unwrap_or_default();
        }
        while let Some(at) = rest.bytes().position(is_special) {
            let (plain, found) = rest.split_at_checked(at).unwrap_or((rest, ""));
            self.out.push_str(plain);
            rest = self.special(found);
        }
        self.out.push_str(rest);
    }

    /// Writes the special characters at the start of `text`, and returns the rest.
    fn special<'t>(&mut self, text: &'t str) -> &'t str {
        let Some(first) = text.chars().next() else {
            return text;
        };
        let length = if matches!(first, '_' | '~') {
            text.len() - text.trim_start_matches(first).len()
        } else {
            1
        };
        let (found, rest) = text.split_at_checked(length).unwrap_or((text, ""));
        if self.takes_effect(first, length, rest) {
            for _ in 0..length {
                self.look_alike(first);
            }
        } else {
            self.out.push_str(found);
        }
        rest
    }

    fn takes_effect(&mut self, c: char, run: usize, rest: &str) -> bool {
        let before = self.out.chars().next_back();
        let after = rest.chars().next();
        let is_between_blanks = before == Some(' ')
            && after == Some(' ')
            && !rest.trim_start().is_empty()
            && self.out.trim_end().len()
                > self.line.open.last().map_or(0, super::inline::Open::inside);
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
                self.loosen(rest);
                !is_comparison(rest, None)
            }
            '&' => {
                self.loosen(rest);
                is_entity(rest, None)
            }
            // A blank at the end is cut off, and what follows is ours.
            '\\' => rest.trim().is_empty() || after.is_some_and(|c| c.is_ascii_punctuation()),
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
            self.line.open.is_empty() && before != Some('*') && !self.is_in_paragraph(self.star);
        if is_lone {
            self.star = Some(self.out.len());
        }
        is_lone
    }

    pub(super) fn is_in_paragraph(&self, at: Option<usize>) -> bool {
        at.is_some_and(|at| (self.paragraph..self.out.len()).contains(&at))
    }

    /// Remembers the character that is about to be written, where what completes it may stand in the part that follows.
    fn loosen(&mut self, rest: &str) {
        let is_open = !rest.contains(char::is_whitespace);
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
        for open in &mut self.line.open {
            open.moved(at, grown);
        }
    }

    /// Code as it stands in a code span, or in a line between fences. It keeps its bytes but for what would end it, and for
    /// what clients act on in code as well.
    pub(super) fn code<'c>(&mut self, code: &'c str, is_span: bool) -> Cow<'c, str> {
        let code = cleaned(code);
        if !code.contains(['`', '<', '|', '\n']) {
            return code;
        }
        let keeps_ticks = self.dialect.format != Format::WeComMarkdown && !self.line.in_cell;
        let mut out = String::with_capacity(code.len());
        let mut chars = code.chars().peekable();
        while let Some(c) = chars.next() {
            let next = chars.peek().copied();
            let is_tick = c == '`'
                && (if is_span {
                    !keeps_ticks
                } else {
                    next == Some('`')
                });
            let is_tag = c == '<'
                && match self.dialect.format {
                    Format::WeComMarkdown => next.is_none_or(|next| !next.is_whitespace()),
                    _ if self.dialect.entities => next.is_some_and(|next| {
                        next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')
                    }),
                    _ => false,
                };
            let is_pipe = c == '|' && self.line.in_cell;
            if is_tick || is_tag || is_pipe {
                out.push(wide(c));
                self.rewrite(c);
            } else if c == '\n' {
                out.push(' ');
            } else {
                out.push(c);
            }
        }
        Cow::Owned(out)
    }
}

/// Bytes that can take effect in the middle of a line.
fn is_special(byte: u8) -> bool {
    matches!(
        byte,
        b'*' | b'_' | b'~' | b'`' | b'[' | b']' | b'!' | b'<' | b'>' | b'&' | b'\\' | b'|'
    )
}

/// Whether an item that begins so is a task.
fn is_task(text: &str) -> bool {
    // What completes it may stand in the part that follows.
    ["[ ]", "[x]", "[X]"]
        .iter()
        .any(|mark| text.starts_with(mark) || mark.starts_with(text))
}

/// Whether a character is never shown.
pub(super) fn is_hidden(c: char) -> bool {
    let mut buffer = [0; 4];
    cleaned(c.encode_utf8(&mut buffer)).is_empty()
}
