//! The parts of a line: emphasis, colours, links, mentions, code.

use card_model::{
    markdown::{LinkTarget, Span, character::is_punctuation},
    spec::address::check_url,
};

use super::{Emitter, link};
use crate::{
    Person, color,
    dialect::{Colors, Mentions},
};

/// Something that is open.
#[derive(Debug, Clone)]
pub(super) struct Open {
    begin: String,
    end: &'static str,
    /// Where it begins in the text.
    start: usize,
    was_start: bool,
}

impl Open {
    /// Where what it holds begins.
    pub(super) const fn inside(&self) -> usize {
        self.start + self.begin.len()
    }
}

impl Emitter<'_, '_> {
    pub(super) fn spans(&mut self, spans: &[Span]) {
        for span in spans {
            self.span(span);
        }
    }

    fn span(&mut self, span: &Span) {
        match span {
            Span::Text(text) => self.text(text),
            Span::Code(code) if self.dialect.code => self.code_span(code),
            Span::Code(code) => self.text(code),
            Span::Break | Span::SoftBreak => self.line_break(),
            Span::Bold(content) => self.bold(content),
            Span::Italic(content) => self.italic(content),
            Span::Strike(content) if self.dialect.strike => self.emphasis("~~", content),
            Span::Font { color, content } => self.font(color, content),
            Span::At { email, content } => self.at(email, content),
            Span::Link { target, content } => self.link(target, content),
            Span::Image { url, alt } => self.image(url, alt),
            Span::Strike(content) => self.spans(content),
            _ => {}
        }
    }

    pub(super) fn bold(&mut self, content: &[Span]) {
        if !self.dialect.bold || self.line.is_bold {
            return self.spans(content);
        }
        self.line.is_bold = true;
        self.emphasis("**", content);
        self.line.is_bold = false;
    }

    fn italic(&mut self, content: &[Span]) {
        if !self.dialect.italic || self.line.is_italic {
            return self.spans(content);
        }
        self.line.is_italic = true;
        // Next to `**` a `*` is read as a part of it.
        let meets_bold = self.line.is_bold
            || self.out.ends_with('*')
            || content.iter().any(|span| !matches!(span, Span::Text(_)));
        self.emphasis(if meets_bold { "_" } else { "*" }, content);
        self.line.is_italic = false;
    }

    fn emphasis(&mut self, delimiter: &'static str, content: &[Span]) {
        self.open(delimiter.to_owned(), delimiter);
        self.spans(content);
        self.close();
    }

    fn font(&mut self, color: &str, content: &[Span]) {
        match self.dialect.colors {
            Colors::Named => self.colored(color::nearest(color), content),
            Colors::Hex => match color::hex(color) {
                Some(hex) => self.colored(&hex, content),
                None => self.spans(content),
            },
            Colors::Own if !color.is_empty() && color.chars().all(is_color_part) => {
                self.colored(color, content);
            }
            Colors::None | Colors::Own => self.spans(content),
        }
    }

    pub(super) fn colored(&mut self, color: &str, content: &[Span]) {
        self.open(format!("<font color=\"{color}\">"), "</font>");
        self.spans(content);
        self.close();
    }

    /// Opens a part that ends with `end`.
    fn open(&mut self, begin: String, end: &'static str) {
        let is_delimiter = begin == end;
        if is_delimiter && begin.starts_with(|c| self.out.ends_with(c)) && !self.is_at_opening() {
            self.out.push(' ');
        }
        let start = self.out.len();
        self.out.push_str(&begin);
        self.line.open.push(Open {
            begin,
            end,
            start,
            was_start: self.line.is_start,
        });
        self.line.is_start = false;
    }

    /// Whether nothing stands behind what was opened last.
    fn is_at_opening(&self) -> bool {
        let last = self.line.open.last();
        last.is_some_and(|open| open.inside() == self.out.len())
    }

    /// Closes what was opened last. Blanks at its edges move outside, as a delimiter next to a blank does not close, and a
    /// blank is put outside where a delimiter stands between punctuation and a word, as that does not either.
    fn close(&mut self) {
        let Some(open) = self.line.open.pop() else {
            return;
        };
        let inside = open.inside();
        let content = self.out.get(inside..).unwrap_or_default();
        let (is_delimiter, trimmed) = (open.begin == open.end, content.trim());
        if trimmed.is_empty() {
            let has_blank = !content.is_empty();
            self.out.truncate(open.start);
            self.line.is_start = open.was_start;
            if has_blank && !open.was_start {
                self.out.push(' ');
            }
            return;
        }
        let (first, last) = (trimmed.chars().next(), trimmed.chars().next_back());
        let before = self
            .out
            .get(..open.start)
            .and_then(|text| text.chars().next_back());
        let leads = content.starts_with(char::is_whitespace);
        let trails = content.ends_with(char::is_whitespace);
        let keeps_open = is_delimiter
            && before.is_some_and(|c| {
                is_word_like(c) && (open.end == "_" || first.is_some_and(is_punctuation))
            });
        if leads || trails || keeps_open {
            let trimmed = trimmed.to_owned();
            self.out.truncate(open.start);
            if (leads && !open.was_start) || keeps_open {
                self.out.push(' ');
            }
            self.out.push_str(&open.begin);
            self.out.push_str(&trimmed);
        }
        self.out.push_str(open.end);
        if trails {
            self.out.push(' ');
        }
        self.line.needs_blank =
            is_delimiter && !trails && (open.end == "_" || last.is_some_and(is_punctuation));
    }

    /// Something is written that no delimiter before it has to be kept from.
    pub(super) fn closed(&mut self) {
        self.line.needs_blank = false;
        self.line.ends_mention = false;
    }

    /// Writes the blank that what was closed before needs in front of `next`.
    pub(super) fn settle(&mut self, next: char) {
        let needs = std::mem::take(&mut self.line.needs_blank) && is_word_like(next);
        let ends_mention = std::mem::take(&mut self.line.ends_mention) && !next.is_whitespace();
        if needs || ends_mention {
            self.out.push(' ');
        }
    }

    pub(super) fn line_break(&mut self) {
        if self.line.is_one_line || self.line.in_label {
            if !self.line.is_start {
                self.closed();
                self.out.push(' ');
            }
            return;
        }
        let mut open = std::mem::take(&mut self.line.open);
        for one in open.iter().cloned() {
            self.line.open.push(one);
        }
        while !self.line.open.is_empty() {
            self.close();
        }
        let length = self.out.trim_end_matches([' ', '\t']).len();
        self.out.truncate(length);
        self.closed();
        self.out.push_str(self.dialect.line_break);
        let prefix = std::mem::take(&mut self.line.prefix);
        self.out.push_str(&prefix);
        self.line.prefix = prefix;
        self.line.is_start = true;
        for one in open.drain(..) {
            self.open(one.begin, one.end);
        }
    }

    fn link(&mut self, target: &LinkTarget, content: &[Span]) {
        let url = match self.cx.resolve(target, self.href) {
            Ok(link) if !self.line.in_label => self.cx.url(&link),
            _ => return self.spans(content),
        };
        if !self.dialect.link {
            return self.link_text(&url, content);
        }
        self.settle('[');
        if let Some(before) = self.out.strip_suffix('!') {
            self.out.truncate(before.len());
            self.out.push('！');
            self.rewrite('!');
        }
        self.out.push('[');
        let inside = self.out.len();
        self.line.is_start = false;
        self.line.in_label = true;
        let outer = std::mem::take(&mut self.line.open);
        self.spans(content);
        self.line.open = outer;
        if self
            .out
            .get(inside..)
            .is_none_or(|label| label.trim().is_empty())
        {
            self.out.truncate(inside);
            self.text(&url);
        }
        self.line.in_label = false;
        self.closed();
        self.out.push_str("](");
        link::destination(&mut self.out, &url);
        self.out.push(')');
    }

    /// A link where there are none: `text (url)`.
    fn link_text(&mut self, url: &str, content: &[Span]) {
        let start = self.out.len();
        self.spans(content);
        let label = self.out.get(start..).unwrap_or_default().trim();
        if label == url || (!label.is_empty() && self.known_links.iter().any(|known| known == url))
        {
            return;
        }
        let is_empty = label.is_empty();
        self.out.push_str(if is_empty { "" } else { " (" });
        link::bare(&mut self.out, url);
        self.out.push_str(if is_empty { "" } else { ")" });
        self.line.is_start = false;
    }

    fn image(&mut self, url: &str, alt: &str) {
        let alt = alt.trim();
        if check_url(url).is_err() || self.line.in_label {
            let note = self.cx.language.missing_picture(alt);
            return self.text(&note);
        }
        let label = if alt.is_empty() {
            self.cx.language.picture()
        } else {
            alt
        };
        if !self.dialect.image {
            let target = LinkTarget::Url(url.to_owned().into());
            return self.link(&target, &[Span::Text(label.to_owned())]);
        }
        self.settle('!');
        self.out.push_str("![");
        self.line.is_start = false;
        self.line.in_label = true;
        self.text(alt);
        self.line.in_label = false;
        self.closed();
        self.out.push_str("](");
        link::destination(&mut self.out, url);
        self.out.push(')');
    }

    fn at(&mut self, email: &str, content: &[Span]) {
        let name = Span::plain_text(content);
        let name = if name.trim().is_empty() {
            email
        } else {
            name.trim()
        };
        let person = self
            .cx
            .person(email)
            .filter(|_| !self.only_names && !self.line.in_label);
        let Some(person) = person else {
            return self.name(name);
        };
        if self.is_too_many(&person) {
            self.unmentioned.push((self.origin, name.to_owned()));
            return self.name(name);
        }
        let (Person::UserId(id) | Person::Mobile(id)) = &person;
        match self.dialect.mentions {
            Mentions::Tag => {
                self.settle('<');
                self.out.push_str(&format!("<@{id}>"));
            }
            Mentions::AtId => {
                self.settle('@');
                if !self.out.is_empty() && !self.out.ends_with(char::is_whitespace) {
                    self.out.push(' ');
                }
                self.out.push_str(&format!("@{id}"));
                self.line.ends_mention = true;
            }
            Mentions::Email => {
                self.settle('<');
                self.out.push_str(&format!("<at email=\"{id}\">"));
                self.line.is_start = false;
                let outer = std::mem::replace(&mut self.line.is_one_line, true);
                self.text(name);
                self.line.is_one_line = outer;
                self.closed();
                self.out.push_str("</at>");
            }
            Mentions::NameAndList => self.name(name),
            Mentions::Name | Mentions::AtName => return self.name(name),
        }
        self.line.is_start = false;
        if matches!(
            self.dialect.mentions,
            Mentions::AtId | Mentions::NameAndList
        ) && !self.mentioned.contains(&person)
        {
            self.mentioned.push(person);
        }
    }

    /// Whether the person is one more than a message can mention beside its text.
    fn is_too_many(&self, person: &Person) -> bool {
        matches!(
            self.dialect.mentions,
            Mentions::AtId | Mentions::NameAndList
        ) && self.mentioned.len() >= self.most_mentions
            && !self.mentioned.contains(person)
    }

    /// The name of somebody who is not notified by it.
    fn name(&mut self, name: &str) {
        if matches!(
            self.dialect.mentions,
            Mentions::AtName | Mentions::NameAndList
        ) {
            self.settle('@');
            self.out.push('@');
            self.line.is_start = false;
        }
        let outer = std::mem::replace(&mut self.line.is_one_line, true);
        self.text(name);
        self.line.is_one_line = outer;
    }

    pub(super) fn code_span(&mut self, code: &str) {
        self.settle('`');
        self.line.is_start = false;
        let code = self.code(code, true);
        if code.trim().is_empty() {
            return;
        }
        let runs = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(if runs == 0 { 1 } else { runs + 1 });
        let is_padded = runs > 0 || (code.starts_with(' ') && code.ends_with(' '));
        let pad = if is_padded { " " } else { "" };
        self.out
            .push_str(&format!("{fence}{pad}{code}{pad}{fence}"));
    }

    /// A line of code between fences.
    pub(super) fn code_line(&mut self, code: &str) {
        let code = self.code(code, false);
        self.out.push_str(&code);
    }
}

/// Whether a delimiter next to `c` is not at the edge of a word.
fn is_word_like(c: char) -> bool {
    !c.is_whitespace() && !is_punctuation(c)
}

fn is_color_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '#' | '-')
}
