//! From lines to the text of a format.

mod code;
mod effect;
mod emphasis;
mod escape;
mod font;
mod gap;
mod inert;
mod inline;
mod line;
mod link;
mod mention;
mod row;
mod start;
mod url;

use card_model::Href;

use crate::{
    Person,
    context::Context,
    dialect::Dialect,
    layout::{Kind, Origin},
};

/// Writes lines as the text of a format.
#[derive(Debug)]
pub(crate) struct Emitter<'e, 'o> {
    pub(crate) out: String,
    pub(crate) dialect: &'static Dialect,
    cx: &'e Context<'o>,
    /// Who is mentioned by an id beside the text.
    pub(crate) mentioned: Vec<Person>,
    /// The characters for which look-alikes stand, with where.
    pub(crate) rewritten: Vec<(Origin, char)>,
    /// Who is written as a name, as one message does not mention so many.
    pub(crate) unmentioned: Vec<(Origin, String)>,
    /// Whether mentions are written as names: another message notifies.
    pub(crate) only_names: bool,
    /// Links that stand beside the text as well, label and URL, so that their URL is not written out.
    pub(crate) known_links: &'e [(String, String)],
    most_mentions: usize,
    /// The links that the line's `$variables` name.
    href: Option<&'e Href>,
    /// Where the line comes from.
    origin: Origin,
    /// The line before.
    last: Option<Last>,
    /// The code block whose fence is open.
    fence: Option<Fenced>,
    /// Where the paragraph begins.
    paragraph: usize,
    /// Where the first tilde and the first asterisk of a paragraph stand: they take effect with another one.
    tilde: Option<usize>,
    star: Option<usize>,
    line: State,
    /// What is open in the line, from the outside in.
    open: Vec<emphasis::Open>,
}

/// What a line stands in, which begins each line of its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Prefix {
    quote: u8,
    indent: u16,
    /// Whether it is a pair of a div that is quoted.
    is_pair: bool,
}

/// A code block whose fence is open: its number, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Fenced {
    block: usize,
    prefix: Prefix,
}

impl Fenced {
    /// Writes the fence that closes it.
    fn close(self, dialect: &'static Dialect, out: &mut String) {
        out.push('\n');
        self.prefix.write(dialect, out);
        out.push_str("```");
    }
}

/// What is known of the line before.
#[derive(Debug, Clone, Copy)]
struct Last {
    kind: Kind,
    quote: u8,
    origin: Origin,
    /// Whether it is a short text outside of quotations.
    is_short: bool,
}

/// What is known of the line that is being written.
#[derive(Debug, Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says something else of the line"
)]
struct State {
    /// Nothing of the line's text is written yet.
    is_start: bool,
    /// A line break would end the line, and becomes a blank: in titles, rows, names and values.
    is_one_line: bool,
    is_heading: bool,
    is_item: bool,
    prefix: Prefix,
    in_link: bool,
    in_label: bool,
    in_cell: bool,
    is_bold: bool,
    is_italic: bool,
    is_struck: bool,
    /// A delimiter was closed behind which a word would keep it from closing.
    needs_blank: bool,
    /// A mention was written that nothing but a blank ends.
    ends_mention: bool,
    /// An angle bracket was changed whose partner may follow.
    has_angle: bool,
    /// The line holds nothing but digits so far.
    is_number: bool,
    /// Where a character stands that the part which follows may complete.
    loose: Option<usize>,
}

impl State {
    /// Nothing is written of a line of this kind.
    fn of(kind: Kind, is_item: bool, prefix: Prefix) -> Self {
        Self {
            is_start: true,
            is_one_line: matches!(
                kind,
                Kind::Title | Kind::Subtitle | Kind::Heading(_) | Kind::Row(..)
            ),
            is_heading: matches!(kind, Kind::Title | Kind::Heading(_)),
            is_item,
            prefix,
            ..Self::default()
        }
    }

    /// Whether what was written last wants something of what follows.
    const fn is_unsettled(&self) -> bool {
        self.needs_blank || self.ends_mention || self.loose.is_some()
    }
}

/// Where an emitter was, to go back to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark {
    out: usize,
    mentioned: usize,
    rewritten: usize,
    unmentioned: usize,
    last: Option<Last>,
    fence: Option<Fenced>,
    paragraph: usize,
    tilde: Option<usize>,
    star: Option<usize>,
}

impl<'e, 'o> Emitter<'e, 'o> {
    /// `most_mentions` is how many people one message can mention beside its text.
    pub(crate) fn new(
        dialect: &'static Dialect,
        cx: &'e Context<'o>,
        most_mentions: usize,
    ) -> Self {
        Self {
            out: String::new(),
            dialect,
            cx,
            mentioned: Vec::new(),
            rewritten: Vec::new(),
            unmentioned: Vec::new(),
            only_names: false,
            known_links: &[],
            most_mentions,
            href: None,
            origin: Origin::Title,
            last: None,
            fence: None,
            paragraph: 0,
            tilde: None,
            star: None,
            line: State::default(),
            open: Vec::new(),
        }
    }

    /// Where it is.
    pub(crate) fn mark(&self) -> Mark {
        Mark {
            out: self.out.len(),
            mentioned: self.mentioned.len(),
            rewritten: self.rewritten.len(),
            unmentioned: self.unmentioned.len(),
            last: self.last,
            fence: self.fence,
            paragraph: self.paragraph,
            tilde: self.tilde,
            star: self.star,
        }
    }

    /// Whether what was written before `mark` is what the other has written.
    pub(crate) fn begins_with(&self, other: &Self, mark: Mark) -> bool {
        self.only_names == other.only_names && self.out.get(..mark.out) == Some(&other.out)
    }

    /// Takes back what was written since.
    pub(crate) fn back_to(&mut self, mark: Mark) {
        self.out.truncate(mark.out);
        self.mentioned.truncate(mark.mentioned);
        self.rewritten.truncate(mark.rewritten);
        self.unmentioned.truncate(mark.unmentioned);
        self.last = mark.last;
        self.fence = mark.fence;
        (self.paragraph, self.tilde, self.star) = (mark.paragraph, mark.tilde, mark.star);
    }

    /// What was written between two marks.
    pub(crate) fn between(&self, start: &Mark, end: &Mark) -> &str {
        self.out.get(start.out..end.out).unwrap_or_default()
    }

    /// What closes what is open.
    pub(crate) fn closing(&self) -> String {
        self.closing_of(self.fence)
    }

    /// What closes what was open there.
    pub(crate) fn closing_at(&self, mark: &Mark) -> String {
        self.closing_of(mark.fence)
    }

    fn closing_of(&self, fence: Option<Fenced>) -> String {
        let mut out = String::new();
        if let Some(fence) = fence {
            fence.close(self.dialect, &mut out);
        }
        out
    }

    /// Closes what is open.
    pub(crate) fn finish(&mut self) {
        if let Some(fence) = self.fence.take() {
            fence.close(self.dialect, &mut self.out);
        }
    }

    /// Notes that a look-alike of `c` was written.
    fn rewrite(&mut self, c: char) {
        let origin = self.origin;
        let mut of_origin = self
            .rewritten
            .iter()
            .rev()
            .take_while(|(at, _)| *at == origin);
        if !of_origin.any(|(_, known)| *known == c) {
            self.rewritten.push((origin, c));
        }
    }
}
