//! Text as text: what would take effect is broken with look-alikes, and nothing else is touched.

use std::fmt::Write as _;

use card_model::{markdown::character::wide, spec::Format, words::cleaned};

use super::{
    Emitter,
    inert::{Care, begins_with_letter, special_at},
};

impl Emitter<'_, '_> {
    /// Writes text, whatever it holds.
    pub(super) fn text(&mut self, text: &str) {
        match Care::of(text) {
            Care::None if self.is_inside(text) => {
                self.settle_before(text);
                self.out.push_str(text);
                self.line.is_start &= text.is_empty();
            }
            Care::None | Care::Special => self.text_line(text),
            Care::Whole => self.lines(text),
        }
    }

    /// Whether nothing of `text` could begin something, or complete what stands before it.
    fn is_inside(&self, text: &str) -> bool {
        let is_apart = !self.line.is_number && !self.out.ends_with(']');
        is_apart && (!self.line.is_start || begins_with_letter(text))
    }

    fn lines(&mut self, text: &str) {
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

    fn text_line(&mut self, line: &str) {
        if line.is_empty() {
            return;
        }
        self.settle_before(line);
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
        self.line.is_start = self.line.is_start && line.chars().all(char::is_whitespace);
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
            // What completes it may stand in the part that follows: the shorter of the two is compared.
            let mut both = found.bytes().zip(mention.bytes());
            if both.all(|(found, mention)| found.eq_ignore_ascii_case(&mention)) {
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
    pub(super) fn look_alike(&mut self, c: char) {
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

    fn middle(&mut self, text: &str) {
        let mut rest = text;
        if self.out.ends_with(']')
            && let Some(first) = rest.chars().next().filter(|c| matches!(c, '(' | '[' | ':'))
        {
            self.look_alike(first);
            rest = rest.get(1..).unwrap_or_default();
        }
        while let Some(at) = special_at(rest) {
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        context::{Context, Known, Options},
        dialect::Dialect,
    };

    const PARTS: &[&str] = &[
        "a",
        "B",
        "7",
        "12",
        " ",
        "  ",
        ".",
        ")",
        ",",
        ":",
        "-",
        "+",
        "=",
        "中",
        "，",
        "。",
        "（",
        "é",
        "½",
        "—",
        "\u{201c}",
        "👩",
        "\u{fb01}",
        "\u{ad}",
        "*",
        "_",
        "~",
        "~~",
        "`",
        "[",
        "]",
        "(",
        "!",
        "<",
        ">",
        "<b",
        "</",
        "&",
        "&lt;",
        "&#",
        "\\",
        "|",
        "#",
        "\n",
        "\t",
        "\r",
        "\u{200b}",
        "\u{200d}",
        "\u{feff}",
        "\u{85}",
        "\u{a0}",
        "\u{2028}",
        "\u{3000}",
        "\u{fff9}",
        "<@",
        "<at",
        "snake_case",
        "a < b",
    ];

    #[test]
    fn text_is_written_as_each_of_its_lines_is() {
        let options = Options::default();
        let cx = Context::new(&options, Known::All);
        let mut random = crate::random::numbers();
        for _ in 0..60_000 {
            let dialect = Dialect::of(Format::ALL[random(Format::ALL.len())]);
            let mut fast = Emitter::new(dialect, &cx, 0);
            fast.line.is_start = random(2) == 0;
            fast.line.is_heading = random(4) == 0;
            fast.line.is_item = random(4) == 0;
            fast.line.in_label = random(4) == 0;
            fast.line.in_cell = random(4) == 0;
            fast.line.needs_blank = random(4) == 0;
            fast.line.ends_mention = random(4) == 0;
            let mut slow = Emitter::new(dialect, &cx, 0);
            slow.line = fast.line;
            for _ in 0..=random(3) {
                let text: String = (0..random(9)).map(|_| PARTS[random(PARTS.len())]).collect();
                fast.text(&text);
                slow.lines(&text);
                assert_eq!(format!("{fast:?}"), format!("{slow:?}"), "{text:?}");
            }
        }
    }
}
