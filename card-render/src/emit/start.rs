//! The start and the end of a line, where what begins a block and what closes a heading take effect.

use super::Emitter;

/// What does not end a line, and is no indentation either.
const HARD_BLANK: char = '\u{a0}';

impl Emitter<'_, '_> {
    /// Writes what would begin a block at the start of a line, and returns the rest.
    pub(super) fn line_start<'t>(&mut self, line: &'t str) -> &'t str {
        let body = line.trim_start();
        for blank in line.chars().take_while(|c| c.is_whitespace()) {
            match blank {
                ' ' | '\t' if self.line.is_one_line => {}
                ' ' | '\t' => self.out.push(HARD_BLANK),
                wide => self.out.push(wide),
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
    pub(super) fn number<'t>(&mut self, line: &'t str) -> &'t str {
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

    /// Splits off what would close a heading, and not be shown.
    pub(super) fn split_closing<'t>(&self, line: &'t str) -> (&'t str, &'t str) {
        if !self.line.is_heading {
            return (line, "");
        }
        let rest = line.trim_end().trim_end_matches('#');
        if rest.is_empty() || rest.ends_with(char::is_whitespace) {
            line.split_at_checked(rest.len()).unwrap_or((line, ""))
        } else {
            (line, "")
        }
    }
}

/// Whether an item that begins so is a task.
fn is_task(text: &str) -> bool {
    // What completes it may stand in the part that follows.
    ["[ ]", "[x]", "[X]"]
        .iter()
        .any(|mark| text.starts_with(mark) || mark.starts_with(text))
}

#[cfg(test)]
mod tests {
    use card_model::spec::Format;

    use crate::{
        context::{Context, Known, Options},
        dialect::Dialect,
    };

    use super::*;

    #[test]
    fn an_indentation_stays_one_and_begins_no_code() {
        for (line, written) in [
            ("    a", "\u{a0}\u{a0}\u{a0}\u{a0}a"),
            ("\t*", "\u{a0}&#42;"),
            ("\u{3000}\u{3000}缩进*", "\u{3000}\u{3000}缩进*"),
            ("\u{3000} # a", "\u{3000}\u{a0}&#35; a"),
        ] {
            let options = Options::default();
            let cx = Context::new(&options, Known::All);
            let mut emitter = Emitter::new(Dialect::of(Format::DingTalkMarkdown), &cx, 0);
            emitter.line.is_start = true;
            emitter.text(line);
            assert_eq!(emitter.out, written, "{line:?}");
        }
    }
}
