//! Where `**` opens and closes: between which characters.

use super::character::{begins_with, is_punctuation};

/// More than a person opens at once; the rest is not followed.
const MOST_OPEN: usize = 64;

/// The author's own delimiters, followed as the source is written.
#[derive(Debug, Default)]
pub(super) struct Delimiters {
    /// What is open: the delimiter and how many of it.
    open: Vec<(char, usize)>,
    /// How many backticks opened the code that is open; 0 outside of code.
    code: usize,
    /// The length of the run that ends what was written, if it opens.
    trailing: Option<usize>,
}

impl Delimiters {
    /// The length of the opening run that ends what was written last.
    pub(super) fn trailing(&self) -> Option<usize> {
        self.trailing
    }

    /// Something that is no source follows.
    pub(super) fn settle(&mut self) {
        self.trailing = None;
    }

    /// The length of the run at the start of `source`, if it closes what is open.
    pub(super) fn closes(&self, source: &str) -> Option<usize> {
        let (delimiter, length) = leading_run(source)?;
        let is_open = self.code == 0 && self.open.contains(&(delimiter, length));
        is_open.then_some(length)
    }

    /// Follows a source. `before` is the character before it; a value next to it counts as a word.
    pub(super) fn follow(&mut self, source: &str, mut before: Option<char>) {
        self.trailing = None;
        let mut rest = source;
        while let Some(at) = rest.find(['*', '_', '~', '`', '\\', '\n']) {
            let (plain, found) = rest.split_at(at);
            before = plain.chars().next_back().or(before);
            let length = self.special(found, before);
            let (special, after) = found.split_at_checked(length).unwrap_or((found, ""));
            before = special.chars().next_back();
            rest = after;
        }
        if !rest.is_empty() {
            self.trailing = None;
        }
    }

    /// The length of what stands at the start of `found`.
    fn special(&mut self, found: &str, before: Option<char>) -> usize {
        self.trailing = None;
        if let Some(escaped) = found.strip_prefix('\\') {
            let is_escape = begins_with(escaped, |c| c.is_ascii_punctuation());
            return 1 + usize::from(is_escape && self.code == 0);
        }
        if let Some(line) = found.strip_prefix('\n') {
            if line
                .trim_start_matches([' ', '\t'])
                .starts_with(['\n', '\r'])
            {
                self.open.clear();
                self.code = 0;
            }
            return 1;
        }
        let run = found.len() - found.trim_start_matches('`').len();
        if run > 0 {
            match self.code {
                0 => self.code = run,
                code if code == run => self.code = 0,
                _ => {}
            }
            return run;
        }
        let Some((delimiter, length)) = leading_run(found) else {
            return 1;
        };
        if self.code == 0 {
            self.delimiter(delimiter, length, before, found.chars().nth(length));
        }
        length
    }

    fn delimiter(
        &mut self,
        delimiter: char,
        length: usize,
        before: Option<char>,
        after: Option<char>,
    ) {
        let (outer, inner) = (before.unwrap_or(' '), after.unwrap_or('w'));
        let flanks = |inner: char, outer: char| {
            !inner.is_whitespace()
                && (!is_punctuation(inner) || outer.is_whitespace() || is_punctuation(outer))
        };
        let (left, right) = (flanks(inner, outer), flanks(outer, inner));
        let is_word = delimiter == '_' && left && right;
        let known = self
            .open
            .iter()
            .rposition(|open| *open == (delimiter, length));
        match known {
            Some(known) if right && (!is_word || is_punctuation(inner)) => {
                self.open.truncate(known);
            }
            _ if left && self.open.len() < MOST_OPEN && (!is_word || is_punctuation(outer)) => {
                self.open.push((delimiter, length));
                self.trailing = after.is_none().then_some(length);
            }
            _ => {}
        }
    }
}

/// The run of `*`, `_` or `~~` at the start of `source`.
fn leading_run(source: &str) -> Option<(char, usize)> {
    let delimiter = source
        .chars()
        .next()
        .filter(|c| matches!(c, '*' | '_' | '~'))?;
    let length = source.len() - source.trim_start_matches(delimiter).len();
    (delimiter != '~' || length > 1).then_some((delimiter, length))
}
