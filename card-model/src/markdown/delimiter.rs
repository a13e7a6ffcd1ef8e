//! Delimiters that the parser left over: what their author meant.

use std::ops::Range;

use super::{
    fault::{Fault, FaultKind},
    prepare::Prepared,
};

/// The delimiters of one paragraph that became text.
#[derive(Debug, Default)]
pub(super) struct Leftovers {
    runs: Vec<Run>,
}

#[derive(Debug)]
struct Run {
    delimiter: char,
    range: Range<usize>,
    before: Option<char>,
    after: Option<char>,
}

impl Leftovers {
    /// Looks at a text of the parser: an unpaired delimiter is a text of its own.
    pub(super) fn look(&mut self, prepared: &Prepared<'_>, range: Range<usize>) {
        let found = prepared.text().get(range.clone()).unwrap_or("");
        let Some(delimiter) = found
            .chars()
            .next()
            .filter(|c| matches!(c, '*' | '_' | '~' | '`'))
        else {
            return;
        };
        if !found.trim_start_matches(delimiter).is_empty() {
            return;
        }
        let mut start = range.start;
        if is_escaped(prepared.text(), start) {
            start += 1;
        }
        if start == range.end {
            return;
        }
        self.add(prepared, delimiter, start..range.end);
    }

    fn add(&mut self, prepared: &Prepared<'_>, delimiter: char, range: Range<usize>) {
        let after = prepared
            .text()
            .get(range.end..)
            .and_then(|rest| rest.chars().next());
        if let Some(last) = self.runs.last_mut()
            && last.range.end == range.start
            && last.delimiter == delimiter
        {
            last.range.end = range.end;
            last.after = after;
            return;
        }
        let before = prepared
            .text()
            .get(..range.start)
            .and_then(|rest| rest.chars().next_back());
        self.runs.push(Run {
            delimiter,
            range,
            before,
            after,
        });
    }

    /// What is wrong, at the end of the paragraph.
    pub(super) fn faults(&mut self, prepared: &Prepared<'_>, faults: &mut Vec<Fault>) {
        if self.runs.is_empty() {
            return;
        }
        let mut runs = std::mem::take(&mut self.runs)
            .into_iter()
            .filter(|run| run.delimiter == '`' || !run.is_lone())
            .peekable();
        while let Some(run) = runs.next() {
            let pair = runs
                .peek()
                .and_then(|next| run.pair(next).map(|kind| (kind, next.range.end)));
            let (kind, end) = pair.unwrap_or((run.alone(), run.range.end));
            if end > run.range.end {
                runs.next();
            }
            let (piece, offset) = prepared.locate(run.range.start);
            faults.push(Fault {
                kind,
                piece,
                offset,
                snippet: prepared.snippet(run.range.start..end),
            });
        }
    }
}

impl Run {
    /// Whether it has blanks on both sides, as in `2 * 3`.
    fn is_lone(&self) -> bool {
        is_blank(self.before) && is_blank(self.after)
    }

    fn alone(&self) -> FaultKind {
        if self.delimiter == '`' {
            FaultKind::UnclosedCode
        } else {
            FaultKind::Unpaired
        }
    }

    /// Why this run and `next` are no pair, where they look like one to their author.
    fn pair(&self, next: &Self) -> Option<FaultKind> {
        if self.delimiter != next.delimiter
            || self.range.len() != next.range.len()
            || self.delimiter == '`'
        {
            return None;
        }
        let is_inner_blank =
            |c: Option<char>| c.is_some_and(|c| is_blank(Some(c)) && c != '\n' && c != '\r');
        if is_inner_blank(self.after) && !is_blank(next.before)
            || is_inner_blank(next.before) && !is_blank(self.after)
        {
            return Some(FaultKind::Blank);
        }
        if is_punctuation(next.before) && is_word(next.after) {
            return Some(FaultKind::Closing);
        }
        (is_word(self.before) && is_punctuation(self.after)).then_some(FaultKind::Opening)
    }
}

fn is_blank(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(|c| !c.is_whitespace()) && !is_punctuation(c)
}

fn is_punctuation(c: Option<char>) -> bool {
    c.is_some_and(super::character::is_punctuation)
}

fn is_escaped(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let backslashes = before.len() - before.trim_end_matches('\\').len();
    backslashes % 2 == 1
}
