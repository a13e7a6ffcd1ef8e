//! Code: in a code span, and in a line between fences.

use std::borrow::Cow;

use card_model::{markdown::character::wide, spec::Format, words::cleaned};

use super::{Emitter, inert::is_inert};

impl Emitter<'_, '_> {
    pub(super) fn code_span(&mut self, code: &str) {
        let code = self.code(code, true);
        if code.chars().all(char::is_whitespace) {
            return;
        }
        self.settle('`');
        if self.out.ends_with('`') {
            self.out.push(' ');
        }
        self.line.is_start = false;
        if !code.contains('`') && !code.starts_with(' ') {
            return self.push(&["`", &code, "`"]);
        }
        let runs = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(if runs == 0 { 1 } else { runs + 1 });
        let is_padded = runs > 0 || (code.starts_with(' ') && code.ends_with(' '));
        let pad = if is_padded { " " } else { "" };
        self.push(&[&fence, pad, &code, pad, &fence]);
    }

    /// A line of code between fences.
    pub(super) fn code_line(&mut self, code: &str) {
        let code = self.code(code, false);
        self.out.push_str(&code);
    }

    /// Code as it stands in a code span, or in a line between fences. It keeps its bytes but for what would end it, and for
    /// what clients act on in code as well.
    fn code<'c>(&mut self, code: &'c str, is_span: bool) -> Cow<'c, str> {
        if is_inert(code) {
            return Cow::Borrowed(code);
        }
        let code = cleaned(code);
        let can_act = |byte| matches!(byte, b'`' | b'<' | b'|' | b'\n');
        if !code.bytes().any(can_act) {
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
