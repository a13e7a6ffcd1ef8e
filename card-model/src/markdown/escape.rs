//! Values as text: syntax is broken with look-alikes where it would take effect, and nowhere else.

use super::{
    character::{is_comparison, is_entity, is_word, percent, split_where, wide},
    line::Open,
    write::{NOTHING, Writer},
};
use crate::spec::address;

/// What does not end a line, and is no indentation either.
const HARD_BLANK: char = '\u{a0}';

/// What stands around a special character of a value.
#[derive(Debug, Clone, Copy)]
struct Around<'t> {
    /// How many of the character there are.
    run: usize,
    before: Option<char>,
    after: Option<char>,
    /// The rest of the line of the value.
    rest: &'t str,
    /// What follows the value.
    next: Option<char>,
}

impl Writer {
    /// Writes a value next to whatever the author wrote; `closes`: what follows closes the author's delimiter.
    pub(super) fn value(&mut self, text: &str, closes: bool, next: Option<char>) {
        if self.line.open == Open::Url {
            self.url_part(text);
            return;
        }
        let opens = self.delimiters.trailing().is_some();
        let text = if opens { text.trim_start() } else { text };
        let text = if closes { text.trim_end() } else { text };
        let start = self.out.len();
        self.text(text, next);
        if self.out.len() == start {
            self.nothing(opens || closes, next);
        }
    }

    /// Writes what keeps the author's syntax as it is around an empty value.
    fn nothing(&mut self, is_delimited: bool, next: Option<char>) {
        if is_delimited || (self.out.ends_with('[') && next == Some(']')) {
            self.out.push(NOTHING);
        } else if self.out.ends_with('`') || self.meets_delimiter(next) {
            self.out.push(' ');
        } else if self.line.is_start && (next.is_some() || !self.out.is_empty()) {
            self.out.push(HARD_BLANK);
            self.line.is_start = false;
        }
    }

    /// Whether delimiters on both sides would become one.
    fn meets_delimiter(&self, next: Option<char>) -> bool {
        let last = self.out.chars().next_back();
        last == next && matches!(last, Some('*' | '_' | '~')) && !self.is_at_opening()
    }

    /// Writes text.
    pub(super) fn text(&mut self, text: &str, next: Option<char>) {
        if text.is_empty() {
            return;
        }
        let mut rest = text;
        while let Some(at) = rest.find(['\n', '\r']) {
            let (line, after) = rest.split_at(at);
            let is_one_line = self.is_one_line();
            self.text_line(line.trim_end_matches([' ', '\t']), Some('\n'));
            if is_one_line {
                self.blank();
            } else {
                if self.line.is_start {
                    self.out.push(HARD_BLANK);
                }
                self.out.push_str("  \n");
                self.line.begin();
            }
            rest = after
                .strip_prefix("\r\n")
                .or_else(|| after.get(1..))
                .unwrap_or("");
        }
        self.text_line(rest, next);
        if self.out.ends_with('\n') {
            // What follows is not at the start of a line where the value is a word.
            self.out.push(HARD_BLANK);
            self.line.is_start = false;
        }
    }

    /// Writes a blank that is no indentation.
    pub(super) fn blank(&mut self) {
        let is_indentation = self.line.is_start;
        self.out.push(if is_indentation { HARD_BLANK } else { ' ' });
    }

    fn text_line(&mut self, line: &str, next: Option<char>) {
        if line.is_empty() {
            return;
        }
        let ends_line = matches!(next, Some(' ' | '\t' | '\n' | '\r'))
            || (self.line.is_heading && next.is_none());
        let body = if ends_line {
            line.trim_end_matches([' ', '\t'])
        } else {
            line
        };
        let rest = if self.line.is_start {
            self.line_start(body, next)
        } else {
            body
        };
        let (rest, closing) = self.split_closing(rest, next);
        self.middle(rest, next);
        for _ in 0..closing {
            self.out.push('＃');
        }
        for _ in body.len()..line.len() {
            self.out.push(HARD_BLANK);
        }
        self.line.is_start = false;
    }

    /// Splits off what would close a heading, and be left out.
    fn split_closing<'t>(&self, line: &'t str, next: Option<char>) -> (&'t str, usize) {
        let rest = line.trim_end_matches('#');
        let closes =
            self.line.is_heading && is_blank(next) && (rest.is_empty() || rest.ends_with(' '));
        if closes {
            (rest, line.len() - rest.len())
        } else {
            (line, 0)
        }
    }

    /// Writes what would begin a block at the start of `line`, and returns the rest.
    fn line_start<'t>(&mut self, line: &'t str, next: Option<char>) -> &'t str {
        let body = line.trim_start_matches([' ', '\t']);
        if body.len() < line.len() {
            for _ in body.len()..line.len() {
                self.out.push(HARD_BLANK);
            }
            return body;
        }
        let Some(first) = line.chars().next() else {
            return line;
        };
        let rest = line.trim_start_matches(first);
        let run = line.len() - rest.len();
        let continues = self.out.ends_with(first);
        let goes_on = rest.is_empty() && next == Some(first);
        let ends = goes_on || becomes_blank(rest, next);
        let is_all = rest.trim_start_matches([first, ' ', '\t']).is_empty()
            && (next == Some(first) || becomes_blank("", next) || matches!(next, Some('|' | ':')));
        let takes_effect = match first {
            '#' => continues || ends,
            '>' | '*' => true,
            '_' => is_all,
            '-' | '+' | '=' => continues || is_all || (run == 1 && ends && first != '='),
            ':' => rest.chars().next().or(next) == Some('-'),
            '.' | ')' => self.out.as_bytes().last().is_some_and(u8::is_ascii_digit),
            '0'..='9' => return self.number(line, next),
            _ => false,
        };
        if !takes_effect {
            return line;
        }
        for _ in 0..run {
            self.out.push(wide(first));
        }
        rest
    }

    /// `1.` at the start of a line is an item of a list.
    fn number<'t>(&mut self, line: &'t str, next: Option<char>) -> &'t str {
        let (_, rest) = split_where(line, &|c| !c.is_ascii_digit());
        let Some(mark) = rest.chars().next() else {
            if next.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | ')')) {
                self.out.push(HARD_BLANK);
            }
            return line;
        };
        let after = rest.get(mark.len_utf8()..).unwrap_or("");
        if !matches!(mark, '.' | ')') || !becomes_blank(after, next) {
            return line;
        }
        self.out
            .push_str(line.get(..line.len() - rest.len()).unwrap_or(""));
        self.out.push(wide(mark));
        after
    }

    fn middle(&mut self, text: &str, next: Option<char>) {
        let mut rest = self.seam(text);
        while let Some(at) = rest.bytes().position(is_special) {
            let (plain, found) = rest.split_at_checked(at).unwrap_or((rest, ""));
            self.out.push_str(plain);
            rest = self.special(found, next);
        }
        self.out.push_str(rest);
    }

    /// Writes what would complete the author's syntax before it, and returns the rest.
    fn seam<'t>(&mut self, text: &'t str) -> &'t str {
        let Some(last) = self.out.bytes().next_back() else {
            return text;
        };
        if last == b']'
            && let Some(first) = text.chars().next().filter(|c| matches!(c, '(' | '[' | ':'))
        {
            self.out.push(wide(first));
            return text.get(1..).unwrap_or("");
        }
        if matches!(last, b'&' | b'#') {
            let (_, rest) = split_where(text, &|c| !(c.is_ascii_alphanumeric() || c == '#'));
            if let Some(after) = rest.strip_prefix(';') {
                self.out
                    .push_str(text.get(..text.len() - rest.len()).unwrap_or(""));
                self.out.push('；');
                return after;
            }
        }
        text
    }

    /// Writes the special character at the start of `text`, and returns the rest.
    fn special<'t>(&mut self, text: &'t str, next: Option<char>) -> &'t str {
        let Some(first) = text.chars().next() else {
            return text;
        };
        let runs = matches!(first, '_' | '~');
        let length = if runs {
            text.len() - text.trim_start_matches(first).len()
        } else {
            1
        };
        let (found, rest) = text.split_at_checked(length).unwrap_or((text, ""));
        if first.is_ascii_control() {
            if first == '\t' {
                self.out.push(' ');
            }
            return rest;
        }
        let around = Around {
            run: length,
            before: self.out.chars().next_back(),
            after: rest.chars().next().or(next),
            rest,
            next,
        };
        // Blanks at the end may move: what follows them counts as well.
        let at_edge = Around {
            after: next,
            rest: "",
            ..around
        };
        let is_edge = !rest.is_empty() && rest.trim_start().is_empty();
        if self.takes_effect(first, &around) || (is_edge && self.takes_effect(first, &at_edge)) {
            for _ in 0..length {
                self.out.push(wide(first));
            }
        } else {
            self.out.push_str(found);
        }
        rest
    }

    fn takes_effect(&self, c: char, around: &Around<'_>) -> bool {
        let Around {
            before,
            after,
            rest,
            next,
            ..
        } = *around;
        match c {
            '`' => true,
            '*' => !self.is_between_blanks(around),
            '_' => {
                let is_inside_word = before.is_some_and(is_word) && after.is_some_and(is_word);
                !is_inside_word && !self.is_between_blanks(around)
            }
            '~' => {
                around.run > 1 || before == Some('~') || after == Some('~') || self.inside.strike
            }
            '[' => self.breaks_brackets() || before == Some(']') || after == Some('^'),
            ']' => self.breaks_brackets() || matches!(after, Some('(' | '[' | ':')),
            '!' => after == Some('['),
            '<' => !is_comparison(rest, next),
            '>' | '"' | '\'' | ':' | '@' => self.line.open == Open::Tag,
            '&' => is_entity(rest, next),
            '\\' => after.is_some_and(|c| c.is_ascii_punctuation() || c == '\n' || c == '\r'),
            '|' => self.facts.has_pipe || self.facts.has_lines,
            _ => false,
        }
    }

    /// Whether blanks are on both sides, as in `2 * 3`. Blanks at the edge of emphasis move outside, so they must not be
    /// the last ones.
    fn is_between_blanks(&self, around: &Around<'_>) -> bool {
        around.before == Some(' ')
            && around.after == Some(' ')
            && !around.rest.trim_start().is_empty()
            && !self.out.trim_end().ends_with(['*', '_', '~', '['])
    }

    /// Writes code, which keeps its bytes but for what would end it.
    pub(super) fn code(&mut self, code: &str) {
        if code.is_empty() && self.out.ends_with('`') {
            self.out.push(' ');
        }
        let mut tildes = 0;
        for c in code.chars() {
            tildes = if c == '~' { tildes + 1 } else { 0 };
            match c {
                '`' => self.out.push('｀'),
                '~' if tildes == 3 => {
                    self.out.push('～');
                    tildes = 0;
                }
                '\n' if self.line.is_fenced => self.out.push(c),
                '\n' | '\t' => self.out.push(' '),
                '|' if self.facts.has_pipe => self.out.push('｜'),
                c if c.is_control() => {}
                c => self.out.push(c),
            }
        }
        self.line.is_start = false;
    }

    /// Writes a URL that was checked, so that nothing in it ends the destination of a link.
    pub(super) fn destination(&mut self, url: &str) {
        let (mut in_entity, mut last) = (false, ' ');
        for c in url.chars() {
            let ends_entity = in_entity && c == ';';
            in_entity = c == '&' || (in_entity && (c.is_ascii_alphanumeric() || c == '#'));
            let is_syntax = matches!(
                c,
                '(' | ')' | '<' | '>' | '"' | '\\' | '`' | '|' | '*' | '[' | ']'
            ) || (c == '~' && last == '~');
            if ends_entity || is_syntax || c.is_whitespace() || c.is_control() {
                percent(&mut self.out, c);
            } else {
                self.out.push(c);
            }
            last = c;
        }
    }

    /// Writes a value inside of the author's URL: the whole of it, or one component.
    fn url_part(&mut self, text: &str) {
        self.line.is_start = false;
        if self.out.ends_with("](") && address::check_url(text).is_ok() {
            self.destination(text);
            return;
        }
        for c in text.chars() {
            if c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_') {
                self.out.push(c);
            } else {
                percent(&mut self.out, c);
            }
        }
    }
}

/// Bytes that can take effect in the middle of a line.
fn is_special(byte: u8) -> bool {
    matches!(
        byte,
        0..=0x1f
            | 0x7f
            | b'*'
            | b'_'
            | b'~'
            | b'`'
            | b'['
            | b']'
            | b'!'
            | b'<'
            | b'>'
            | b'"'
            | b'\''
            | b'&'
            | b'\\'
            | b'|'
            | b':'
            | b'@'
    )
}

fn is_blank(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

/// Whether a blank follows, or may: a part of ours can put one before its delimiter.
fn becomes_blank(rest: &str, next: Option<char>) -> bool {
    match rest.chars().next() {
        Some(c) => c.is_whitespace(),
        None => is_blank(next) || matches!(next, Some('*' | '~')),
    }
}
