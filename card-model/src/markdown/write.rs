//! The wire's text: the author's source byte for byte, values so that they stay text.
//!
//! What the platform does with backslashes is not documented, so nothing is escaped with one. Syntax in a value is
//! broken with look-alikes (`＊`), and only where it would take effect.

use std::borrow::Cow;

use super::{
    Inline, LinkTarget, Markdown,
    character::{is_punctuation, is_word},
    fill::flat,
    flank::Delimiters,
    line::{Line, brackets},
    quick,
    tree::Span,
};
use crate::{json::escape, spec::address};

/// Parts that are nested deeper than this are written as their text.
const DEEPEST: usize = 32;

/// Most texts with values are shorter.
const USUAL: usize = 128;

/// What stands between the author's delimiters where a value is empty.
pub(super) const NOTHING: char = '·';

impl Markdown {
    /// The text as it is sent: the wire's `content.text`.
    pub fn to_wire(&self) -> Cow<'_, str> {
        wire(&self.content)
    }
}

/// The wire's text of `content`.
fn wire(content: &[Inline]) -> Cow<'_, str> {
    match content {
        [] => Cow::Borrowed(""),
        [Inline::Source(source)] => Cow::Borrowed(source),
        parts => {
            let mut text = String::with_capacity(USUAL);
            let is_done = quick::write::<false>(parts, &mut text);
            Cow::Owned(if is_done { text } else { long_way(parts) })
        }
    }
}

/// Writes what stands between the quotes of the wire's text of `content` as JSON.
#[inline]
pub(crate) fn write_json(content: &[Inline], out: &mut String) {
    let start = out.len();
    if !quick::write::<true>(content, out) {
        out.truncate(start);
        write_long_way(content, out);
    }
}

#[inline(never)]
fn write_long_way(content: &[Inline], out: &mut String) {
    escape(&long_way(content), out);
}

/// The wire's text, with a look at everything around every value.
pub(super) fn long_way(parts: &[Inline]) -> String {
    let mut facts = Facts::default();
    facts.look(parts, 0);
    let mut writer = Writer::new(facts);
    writer.parts(parts, None);
    writer.out
}

/// What the whole text decides for its values.
#[derive(Debug, Default)]
pub(super) struct Facts {
    size: usize,
    /// The author's source has a table, or something that could become one.
    pub(super) has_pipe: bool,
    /// There are several lines, so that a value could make a table.
    pub(super) has_lines: bool,
    /// The author's brackets do not pair up, or a reference is defined.
    is_loose: bool,
    brackets: usize,
}

impl Facts {
    fn look(&mut self, parts: &[Inline], depth: usize) {
        for part in parts {
            match part {
                Inline::Source(source) => self.look_source(source),
                Inline::Text(text) | Inline::Code(text) | Inline::At { name: text, .. } => {
                    self.size += text.len() + 8;
                    self.has_lines |= text.bytes().any(|byte| byte == b'\n' || byte == b'\r');
                }
                Inline::Break => self.has_lines = true,
                Inline::Bold(children)
                | Inline::Italic(children)
                | Inline::Strike(children)
                | Inline::Font { children, .. }
                | Inline::Link { children, .. } => {
                    self.size += 32;
                    if depth < DEEPEST {
                        self.look(children, depth + 1);
                    } else {
                        self.has_lines = true;
                    }
                }
            }
        }
    }

    fn look_source(&mut self, source: &str) {
        self.size += source.len();
        for byte in source.bytes() {
            self.has_pipe |= byte == b'|';
            self.has_lines |= byte == b'\n';
        }
        let (open, is_loose) = brackets(source, self.brackets);
        self.brackets = open;
        self.is_loose |= is_loose || source.contains("]:");
    }
}

/// The parts of ours that are being written.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one can stand in each of the others"
)]
pub(super) struct Inside {
    /// The label of a link.
    label: bool,
    /// The name of a mention.
    name: bool,
    bold: bool,
    italic: bool,
    /// Text that is struck through.
    pub(super) strike: bool,
}

/// A text that is being written.
pub(super) struct Writer {
    pub(super) out: String,
    pub(super) line: Line,
    pub(super) delimiters: Delimiters,
    pub(super) facts: Facts,
    pub(super) inside: Inside,
    depth: usize,
    /// Where a delimiter of ours was opened or closed last.
    opened: usize,
    closed: usize,
    after_value: bool,
}

impl Writer {
    fn new(facts: Facts) -> Self {
        Self {
            out: String::with_capacity(facts.size + facts.size / 8),
            line: Line::new(),
            delimiters: Delimiters::default(),
            facts,
            inside: Inside::default(),
            depth: 0,
            opened: usize::MAX,
            closed: usize::MAX,
            after_value: false,
        }
    }

    /// Whether a line break would end what is open.
    pub(super) fn is_one_line(&self) -> bool {
        self.facts.has_pipe
            || self.inside.label
            || self.inside.name
            || self.line.is_heading
            || self.line.brackets > 0
    }

    /// Whether nothing stands behind the opening delimiter of ours.
    pub(super) fn is_at_opening(&self) -> bool {
        self.opened == self.out.len()
    }

    /// Whether every bracket of a value could take effect.
    pub(super) fn breaks_brackets(&self) -> bool {
        self.facts.is_loose || self.inside.label || self.line.brackets > 0
    }

    fn parts(&mut self, parts: &[Inline], after: Option<char>) {
        for (index, part) in parts.iter().enumerate() {
            let rest = parts.get(index + 1..).unwrap_or_default();
            let next = first_char(rest).or(after);
            let opening = self.delimiters.trailing();
            let start = self.out.len();
            if let Inline::Source(source) = part {
                self.source(source, next);
                continue;
            }
            self.part(part, rest, next);
            if let Some(length) = opening {
                self.open_outside(start.saturating_sub(length), start);
            }
            if self.out.len() > start {
                self.delimiters.settle();
                self.after_value = true;
            }
        }
    }

    fn part(&mut self, part: &Inline, rest: &[Inline], next: Option<char>) {
        match part {
            Inline::Source(_) => {}
            Inline::Text(text) => {
                let closes = match rest.first() {
                    Some(Inline::Source(source)) => self.delimiters.closes(source).is_some(),
                    _ => false,
                };
                self.value(text, closes, next);
            }
            Inline::Code(code) => self.code(code),
            Inline::Break => self.line_break(),
            Inline::Bold(children) => self.once(|inside| &mut inside.bold, "**", children, next),
            Inline::Italic(children) => self.once(|inside| &mut inside.italic, "*", children, next),
            Inline::Strike(children) => {
                self.once(|inside| &mut inside.strike, "~~", children, next);
            }
            Inline::Font { color, children } => self.font(color, children, next),
            Inline::At { email, name } => self.at(email, name, next),
            Inline::Link { target, children } => self.link(target, children, next),
        }
    }

    fn children(&mut self, children: &[Inline], after: Option<char>) {
        if self.depth < DEEPEST {
            self.depth += 1;
            self.parts(children, after);
            self.depth -= 1;
        } else {
            let text = Span::plain_text(&flat(children));
            self.text(&text, after);
        }
    }

    fn source(&mut self, source: &str, next: Option<char>) {
        if source.is_empty() {
            return;
        }
        let start = self.out.len();
        let before = match self.out.chars().next_back() {
            Some(_) if self.after_value => Some('w'),
            last => last,
        };
        let closing = self.delimiters.closes(source).filter(|_| self.after_value);
        if self.closed == start
            && closing.is_none()
            && self.out.chars().next_back() == source.chars().next()
        {
            self.out.push(' ');
        }
        self.delimiters.follow(source, before);
        let at_margin = self.out.is_empty() || self.out.ends_with('\n');
        self.line.follow_fences(source, at_margin);
        self.line.follow(source);
        let (run, rest) = source
            .split_at_checked(closing.unwrap_or(0))
            .unwrap_or(("", source));
        let inner = self.out.chars().next_back();
        self.out.push_str(run);
        // A value that ends in punctuation would keep the author's delimiter from closing.
        let follows = rest.chars().next().or(next);
        if run.starts_with(['*', '~'])
            && inner.is_some_and(is_punctuation)
            && follows.is_some_and(is_word)
        {
            self.out.push(' ');
        }
        self.out.push_str(rest);
        self.after_value = false;
    }

    /// A value that begins with punctuation would keep the author's delimiter, at `run`, from opening.
    fn open_outside(&mut self, run: usize, start: usize) {
        let before = self
            .out
            .get(..run)
            .and_then(|text| text.chars().next_back());
        let first = self.out.get(start..).and_then(|text| text.chars().next());
        if before.is_some_and(|c| !c.is_whitespace() && !is_punctuation(c))
            && first.is_some_and(is_punctuation)
        {
            self.out.insert(run, ' ');
        }
    }

    fn line_break(&mut self) {
        if self.is_one_line() {
            self.blank();
            return;
        }
        if self.line.is_start {
            self.out.push('\u{a0}');
        }
        self.out.push_str("  \n");
        self.line.begin();
    }

    /// Emphasis; in another one of its kind it looks like the rest of that, and its delimiters would be read otherwise.
    fn once(
        &mut self,
        kind: fn(&mut Inside) -> &mut bool,
        delimiter: &str,
        children: &[Inline],
        next: Option<char>,
    ) {
        if std::mem::replace(kind(&mut self.inside), true) {
            return self.children(children, next);
        }
        let mark = if delimiter == "~~" { '~' } else { '*' };
        self.emphasis(delimiter, mark, children, next);
        *kind(&mut self.inside) = false;
    }

    fn emphasis(&mut self, delimiter: &str, mark: char, children: &[Inline], next: Option<char>) {
        let was_start = self.line.is_start;
        let nests = self.opened == self.out.len() || self.delimiters.trailing().is_some();
        if self.out.ends_with('\\') || (!nests && self.out.ends_with(mark)) {
            self.out.push(' ');
        }
        let start = self.out.len();
        self.out.push_str(delimiter);
        let inside = self.out.len();
        let outer = std::mem::replace(&mut self.opened, inside);
        self.line.is_start = false;
        self.delimiters.settle();
        self.children(children, Some(mark));
        self.opened = outer;
        let Some(ends_blank) = self.move_blanks(start, inside, was_start) else {
            return;
        };
        let text = self.out.get(start..).unwrap_or("");
        let text = text.trim_start();
        let moved = self.out.len() - text.len();
        let inner = text.trim_start_matches(mark).chars().next();
        let last = text.trim_end_matches(mark).chars().next_back();
        self.out.push_str(delimiter);
        let before = self
            .out
            .get(..moved)
            .and_then(|text| text.chars().next_back());
        if before.is_some_and(|c| !c.is_whitespace() && !is_punctuation(c))
            && inner.is_some_and(is_punctuation)
        {
            self.out.insert(moved, ' ');
        }
        let meets_word = last.is_some_and(is_punctuation)
            && next.is_some_and(|c| !c.is_whitespace() && !is_punctuation(c));
        if ends_blank || meets_word {
            self.out.push(' ');
        }
        self.closed = self.out.len();
    }

    /// Moves blanks at the start of the content outside, removes those at its end and says whether there were some.
    /// `None` where nothing else is left.
    fn move_blanks(&mut self, start: usize, inside: usize, was_start: bool) -> Option<bool> {
        let content = self.out.get(inside..).unwrap_or("");
        let trimmed = content.trim();
        if trimmed.len() == content.len() && !trimmed.is_empty() {
            return Some(false);
        }
        let (leads, trails) = (
            content.starts_with(char::is_whitespace),
            content.ends_with(char::is_whitespace),
        );
        let is_blank = trimmed.is_empty();
        let trimmed = trimmed.to_owned();
        let delimiter = self.out.get(start..inside).unwrap_or("").to_owned();
        self.out.truncate(start);
        if leads && !was_start {
            self.out.push(' ');
        }
        if is_blank {
            self.line.is_start = was_start;
            return None;
        }
        self.out.push_str(&delimiter);
        self.out.push_str(&trimmed);
        self.line.is_start = false;
        Some(trails)
    }

    fn font(&mut self, color: &str, children: &[Inline], next: Option<char>) {
        let mut kept = String::new();
        for c in color.chars() {
            if c.is_alphanumeric() || matches!(c, '#' | '-' | '(' | ')' | ',' | '.' | '%' | ' ') {
                kept.push(c);
            }
        }
        let color = kept.trim();
        if color.is_empty() {
            self.children(children, next);
            return;
        }
        self.separate();
        let (start, was_start) = (self.out.len(), self.line.is_start);
        self.out.push_str("<font color='");
        self.out.push_str(color);
        self.out.push_str("'>");
        let inside = self.out.len();
        self.line.is_start = false;
        self.children(children, Some('<'));
        if self.out.len() == inside {
            self.out.truncate(start);
            self.line.is_start = was_start;
            return;
        }
        self.out.push_str("</font>");
    }

    /// A backslash of the author's would escape what begins here.
    fn separate(&mut self) {
        if self.out.ends_with('\\') {
            self.out.push(' ');
        }
    }

    fn at(&mut self, email: &str, name: &str, next: Option<char>) {
        let is_writable = address::is_email(email) && !email.contains(['|', '&', '`', '\'']);
        if !is_writable {
            self.text(name, next);
            return;
        }
        self.separate();
        self.out.push_str("<at email=\"");
        self.out.push_str(email);
        self.out.push_str("\">");
        self.line.is_start = false;
        let outer = std::mem::replace(&mut self.inside.name, true);
        self.text(name, Some('<'));
        self.inside.name = outer;
        self.out.push_str("</at>");
    }

    fn link(&mut self, target: &LinkTarget, children: &[Inline], next: Option<char>) {
        let is_nested = self.inside.label || self.line.brackets > 0;
        if is_nested || !is_writable(target) {
            self.children(children, next);
            return;
        }
        if self.out.ends_with(['!', '\\']) {
            self.out.push(' ');
        }
        self.out.push('[');
        let inside = self.out.len();
        self.line.is_start = false;
        self.inside.label = true;
        self.children(children, Some(']'));
        if self
            .out
            .get(inside..)
            .is_some_and(|label| label.trim().is_empty())
        {
            let (LinkTarget::Url(shown) | LinkTarget::Variable(shown)) = target;
            self.text(shown, Some(']'));
        }
        self.inside.label = false;
        self.out.push_str("](");
        match target {
            LinkTarget::Url(url) => self.destination(url),
            LinkTarget::Variable(name) => {
                self.out.push('$');
                self.out.push_str(name);
            }
        }
        self.out.push(')');
    }
}

fn is_writable(target: &LinkTarget) -> bool {
    match target {
        LinkTarget::Url(url) => address::check_url(url).is_ok(),
        LinkTarget::Variable(name) => {
            !name.is_empty()
                && name
                    .chars()
                    .all(|c| c.is_alphanumeric() || c == '_' || c == '-')
        }
    }
}

/// The first character that `parts` write, as far as it decides how what stands before is written.
fn first_char(parts: &[Inline]) -> Option<char> {
    parts.iter().find_map(|part| match part {
        Inline::Source(text) | Inline::Text(text) | Inline::Code(text) => text.chars().next(),
        Inline::Break => Some('\n'),
        Inline::Bold(_) | Inline::Italic(_) => Some('*'),
        Inline::Strike(_) => Some('~'),
        Inline::Font { .. } | Inline::At { .. } => Some('<'),
        Inline::Link { .. } => Some('['),
    })
}
