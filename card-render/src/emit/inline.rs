//! The parts of a line: emphasis, colours, links, mentions, code.

use card_model::{
    markdown::{LinkTarget, Span, character::is_punctuation},
    spec::address::check_url,
};

use super::{Emitter, link};
use crate::{
    Person, color,
    context::Goal,
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

    /// Notes that the text before it has grown.
    pub(super) const fn moved(&mut self, at: usize, grown: usize) {
        if self.start > at {
            self.start += grown;
        }
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
            // A line break in a code span is a blank.
            Span::Code(code) => self.text(&code.replace('\n', " ")),
            Span::Break | Span::SoftBreak => self.line_break(),
            Span::Bold(content) => self.bold(content),
            Span::Italic(content) => self.italic(content),
            Span::Strike(content) => self.strike(content),
            Span::Font { color, content } => self.font(color, content),
            Span::At { email, content } => self.at(email, content),
            Span::Link { target, content } => self.link(target, content),
            Span::Image { url, alt } => self.image(url, alt),
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
            || self.is_in_paragraph(self.star)
            || content.iter().any(|span| !matches!(span, Span::Text(_)));
        self.emphasis(if meets_bold { "_" } else { "*" }, content);
        self.line.is_italic = false;
    }

    fn strike(&mut self, content: &[Span]) {
        if !self.dialect.strike || self.line.is_struck {
            return self.spans(content);
        }
        self.line.is_struck = true;
        self.emphasis("~~", content);
        self.line.is_struck = false;
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
        // WPS writes its own attribute between single quotes, the others theirs between double ones.
        let quote = if self.dialect.colors == Colors::Own {
            '\''
        } else {
            '"'
        };
        self.open(format!("<font color={quote}{color}{quote}>"), "</font>");
        self.spans(content);
        self.close();
    }

    fn push(&mut self, parts: &[&str]) {
        self.out.extend(parts.iter().copied());
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
        let content = self.out.get(open.inside()..).unwrap_or_default();
        let (is_delimiter, trimmed) = (open.begin == open.end, content.trim());
        if trimmed.is_empty() {
            let has_blank = !content.is_empty();
            return self.leave_out(&open, has_blank);
        }
        let (first, last) = (trimmed.chars().next(), trimmed.chars().next_back());
        let before = self.out.get(..open.start);
        let before = before.and_then(|text| text.chars().next_back());
        let leads = content.starts_with(char::is_whitespace);
        let trails = content.ends_with(char::is_whitespace);
        let keeps_open = is_delimiter
            && before.is_some_and(|c| {
                is_word_like(c) && (open.end == "_" || first.is_some_and(is_punctuation))
            });
        if leads || trails || keeps_open {
            self.trim_inside(&open, (leads && !open.was_start) || keeps_open);
        }
        self.out.push_str(open.end);
        if trails {
            self.closed();
            self.out.push(' ');
        }
        self.line.needs_blank =
            is_delimiter && !trails && (open.end == "_" || last.is_some_and(is_punctuation));
    }

    /// Takes back what was opened around nothing.
    fn leave_out(&mut self, open: &Open, has_blank: bool) {
        self.line.loose = self.line.loose.filter(|at| *at < open.start);
        self.out.truncate(open.start);
        self.line.is_start = open.was_start;
        if has_blank && !open.was_start {
            self.out.push(' ');
        }
    }

    /// Takes the blanks at its edges out of what was opened, with one in front of it where that is wanted.
    fn trim_inside(&mut self, open: &Open, with_blank: bool) {
        let content = self.out.get(open.inside()..).unwrap_or_default();
        let shown = open.inside() + content.len() - content.trim_start().len();
        let trimmed = content.trim().to_owned();
        let loose = self.line.loose.and_then(|at| at.checked_sub(shown));
        self.out.truncate(open.start);
        if with_blank {
            self.out.push(' ');
        }
        self.out.push_str(&open.begin);
        if let Some(at) = loose {
            self.line.loose = Some(self.out.len() + at);
        }
        self.out.push_str(&trimmed);
    }

    /// Something is written that no delimiter before it has to be kept from.
    pub(super) fn closed(&mut self) {
        self.line.loose = None;
        self.line.needs_blank = false;
        self.line.ends_mention = false;
    }

    /// Writes the blank that what was closed before needs in front of `next`.
    pub(super) fn settle(&mut self, next: char) {
        self.tighten(next);
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
        let url = match Goal::of(target, self.href) {
            Ok(goal) if !self.line.in_label => self.cx.goal(goal),
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
        let outer = std::mem::replace(&mut self.line.is_one_line, true);
        self.spans(content);
        self.line.is_one_line = outer;
        let label = self.out.get(start..).unwrap_or_default().trim();
        if label == url || (!label.is_empty() && self.known_links.iter().any(|known| known == url))
        {
            return;
        }
        let is_empty = label.is_empty();
        if is_empty {
            self.out.truncate(start);
        }
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
        let is_free = !self.only_names && !self.line.in_label;
        match self.cx.person(email).filter(|_| is_free) {
            Some(person) if self.is_too_many(&person) => {
                self.unmentioned.push((self.origin, name.to_owned()));
                self.name(name);
            }
            Some(person) => self.mention(person, name),
            None => self.name(name),
        }
    }

    /// A mention of somebody whom the target knows.
    fn mention(&mut self, person: Person, name: &str) {
        let (Person::UserId(id) | Person::Mobile(id)) = &person;
        match self.dialect.mentions {
            Mentions::Tag => {
                self.settle('<');
                self.push(&["<@", id, ">"]);
            }
            Mentions::AtId => {
                self.settle('@');
                if !self.out.is_empty() && !self.out.ends_with(char::is_whitespace) {
                    self.out.push(' ');
                }
                self.push(&["@", id]);
                self.line.ends_mention = true;
            }
            Mentions::Email => {
                self.settle('<');
                self.push(&["<at email=\"", id, "\">"]);
                self.line.is_start = false;
                self.name(name);
                self.closed();
                self.out.push_str("</at>");
            }
            Mentions::NameAndList | Mentions::AtName => {
                self.settle('@');
                self.out.push('@');
                self.line.is_start = false;
                self.name(name);
            }
            Mentions::Name => return self.name(name),
        }
        self.line.is_start = false;
        let has_list = matches!(
            self.dialect.mentions,
            Mentions::AtId | Mentions::NameAndList
        );
        if has_list && !self.mentioned.contains(&person) {
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

    /// A name, on one line.
    fn name(&mut self, name: &str) {
        let outer = std::mem::replace(&mut self.line.is_one_line, true);
        self.text(name);
        self.line.is_one_line = outer;
    }

    pub(super) fn code_span(&mut self, code: &str) {
        let code = self.code(code, true);
        if code.trim().is_empty() {
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
}

/// Whether some reader may take a delimiter next to `c` not to be at the edge of a word: all but what every version of
/// `CommonMark` calls punctuation. A symbol such as an emoji is not, to the older ones.
fn is_word_like(c: char) -> bool {
    let is_edge = c.is_ascii_punctuation()
        || matches!(
            c,
            '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}'
                | '\u{ff01}'..='\u{ff03}' | '\u{ff05}'..='\u{ff0a}' | '\u{ff0c}'..='\u{ff0f}' | '\u{ff1a}' | '\u{ff1b}'
                | '\u{ff1f}' | '\u{ff20}' | '\u{ff3b}'..='\u{ff3d}' | '\u{ff3f}' | '\u{ff5b}' | '\u{ff5d}'
        );
    !c.is_whitespace() && !is_edge
}

fn is_color_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '#' | '-')
}
