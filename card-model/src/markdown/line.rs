//! What the author's source has begun where a value is to be written.

use super::character::{begins_with, split_where};

/// The state of the line, and of the tag, label or URL that is open on it.
#[derive(Debug)]
pub(super) struct Line {
    /// The line holds nothing yet but what begins blocks, such as `- ` or `> `.
    pub(super) is_start: bool,
    /// The line is a heading.
    pub(super) is_heading: bool,
    /// What of the author's a value would become a part of.
    pub(super) open: Open,
    /// How many brackets are open.
    pub(super) brackets: usize,
    /// A code block is open whose fence stands at the margin, so that its lines do as well.
    pub(super) is_fenced: bool,
    hashes: usize,
}

/// What is open besides brackets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Open {
    Nothing,
    /// A tag: `<font color='`.
    Tag,
    /// The URL of a link: `](https://host/`.
    Url,
}

impl Line {
    pub(super) fn new() -> Self {
        Self {
            is_start: true,
            is_heading: false,
            open: Open::Nothing,
            brackets: 0,
            is_fenced: false,
            hashes: 0,
        }
    }

    /// A line begins.
    pub(super) fn begin(&mut self) {
        self.is_start = true;
        self.is_heading = false;
        self.hashes = 0;
    }

    /// Follows a source.
    pub(super) fn follow(&mut self, source: &str) {
        let line = match source.rsplit_once('\n') {
            Some((_, line)) => {
                self.begin();
                line
            }
            None => source,
        };
        self.follow_start(line);
        self.open = opened(source, self.open);
        self.brackets = brackets(source, self.brackets).0;
    }

    /// Follows the fences of a source, which begins at the margin or does not.
    pub(super) fn follow_fences(&mut self, source: &str, at_margin: bool) {
        for (index, line) in source.split('\n').enumerate() {
            let is_fence = line.starts_with("```") || line.starts_with("~~~");
            self.is_fenced ^= is_fence && (index > 0 || at_margin);
        }
    }

    fn follow_start(&mut self, line: &str) {
        for c in line.chars() {
            if !self.is_start {
                return;
            }
            match c {
                '#' => self.hashes += 1,
                ' ' | '\t' if (1..=6).contains(&self.hashes) => self.is_heading = true,
                ' ' | '\t' | '>' | '*' | '+' | '-' | '=' | '|' | ':' | '.' | ')' | '`' | '~' => {
                    self.hashes = 0;
                }
                c if c.is_ascii_digit() => self.hashes = 0,
                _ => self.is_start = false,
            }
        }
    }
}

fn opened(source: &str, before: Open) -> Open {
    let url = match source.rsplit_once("](") {
        Some((_, url)) => Some(url),
        None => (before == Open::Url).then_some(source),
    };
    let ends = |c: char| c == ')' || c.is_whitespace();
    if url.is_some_and(|url| split_where(url, &ends).1.is_empty()) {
        return Open::Url;
    }
    let in_tag = match source.rfind(['<', '>']).and_then(|at| source.get(at..)) {
        Some(last) => last.strip_prefix('<').is_some_and(|tag| {
            tag.is_empty() || begins_with(tag, |c| c == '/' || c.is_ascii_alphabetic())
        }),
        None => before == Open::Tag,
    };
    if in_tag { Open::Tag } else { Open::Nothing }
}

/// The brackets that are open behind `source`, and whether it closes one that is not.
pub(super) fn brackets(source: &str, mut open: usize) -> (usize, bool) {
    let mut is_loose = false;
    let mut bytes = source.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' => {
                bytes.next();
            }
            b'[' => open += 1,
            b']' if open == 0 => is_loose = true,
            b']' => open -= 1,
            _ => {}
        }
    }
    (open, is_loose)
}
