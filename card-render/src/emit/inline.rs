//! The parts of a line, one after the other.

use card_model::markdown::{SpanRef, Spans};

use super::Emitter;

impl Emitter<'_, '_> {
    pub(super) fn spans(&mut self, mut spans: Spans<'_>) {
        loop {
            while let Some(text) = spans.next_text() {
                self.text(text);
            }
            // Most spans are a text and nothing else.
            if spans.is_empty() {
                return;
            }
            let Some(span) = &spans.next() else { return };
            self.span(span);
        }
    }

    fn span(&mut self, span: &SpanRef<'_>) {
        match *span {
            SpanRef::Text(text) => self.text(text),
            SpanRef::Code(code) if self.dialect.code => self.code_span(code),
            // A line break in a code span is a blank.
            SpanRef::Code(code) if code.contains('\n') => self.text(&code.replace('\n', " ")),
            SpanRef::Code(code) => self.text(code),
            SpanRef::Break | SpanRef::SoftBreak => self.line_break(),
            SpanRef::Bold(content) => self.bold(content),
            SpanRef::Italic(content) => self.italic(content),
            SpanRef::Strike(content) => self.strike(content),
            SpanRef::Font { color, content } => self.font(color, content),
            SpanRef::At { email, content } => self.at(email, content),
            SpanRef::Link { target, content } => self.link(target, content),
            SpanRef::Image { url, alt } => self.image(url, alt),
        }
    }

    /// Spans whose line breaks are blanks.
    pub(super) fn line_of(&mut self, spans: Spans<'_>) {
        let outer = std::mem::replace(&mut self.line.is_one_line, true);
        self.spans(spans);
        self.line.is_one_line = outer;
    }

    pub(super) fn line_break(&mut self) {
        if self.line.is_one_line || self.line.in_label {
            if !self.line.is_start {
                self.closed();
                self.out.push(' ');
            }
            return;
        }
        let open = self.close_all();
        let length = self.out.trim_end_matches([' ', '\t']).len();
        self.out.truncate(length);
        self.closed();
        self.out.push_str(self.dialect.line_break);
        self.line.prefix.write(self.dialect, &mut self.out);
        self.line.is_start = true;
        self.open_all(open);
    }

    pub(super) fn push(&mut self, parts: &[&str]) {
        self.out.extend(parts.iter().copied());
    }
}
