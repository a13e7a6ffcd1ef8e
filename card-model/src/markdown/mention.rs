//! Other tags for the mentions of a text: a target that names people in its own way writes them so.

use super::{
    Inline, Markdown,
    fill::{flat, pieces},
    parse::read,
    piece::{Around, Piece, Place, Reading},
    tree::Span,
};
use crate::{
    List, Str,
    words::{each, on_one_line, sort_by_key},
};

/// Parts that are nested deeper than this are written as their text.
const DEEPEST: usize = 32;

/// Who is mentioned.
#[doc(hidden)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Person {
    /// The person with this e-mail address: `<at email="…">`.
    Email(String),
    /// The person that a message has under this id: `<at id="…">`.
    Id(String),
}

/// A part of one of the pieces of a text: the piece, and the bytes in it.
#[doc(hidden)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The index of the piece.
    pub piece: usize,
    /// The first byte.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
}

/// A mention in an author's source.
#[doc(hidden)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Who is mentioned.
    pub person: Person,
    /// Whether it stands in the label of a link.
    pub in_link: bool,
    /// The opening tag.
    pub open: Site,
    /// The closing tag.
    pub close: Site,
}

/// A mention that another tag may stand for.
#[doc(hidden)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mentioned {
    /// Who is mentioned.
    pub person: Person,
    /// The name, on one line.
    pub name: String,
    /// Whether it stands in the label of a link.
    pub in_link: bool,
}

/// What stands for a mention.
#[doc(hidden)]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Instead {
    /// The opening tag, which `</at>` closes; `None`: the name alone.
    pub tag: Option<String>,
    /// The name, where the mention has none.
    pub name: Option<String>,
}

impl Markdown {
    /// Writes other tags for the mentions of the text, in its order; nothing else of it changes.
    #[doc(hidden)]
    pub fn replace_mentions(&mut self, decide: &mut dyn FnMut(&Mentioned) -> Instead) {
        replace(&mut self.content, false, 0, decide);
    }
}

type Decide<'d> = dyn FnMut(&Mentioned) -> Instead + 'd;

fn replace(parts: &mut List<Inline>, in_link: bool, depth: usize, decide: &mut Decide<'_>) {
    if depth > DEEPEST || !parts.iter().any(may_mention) {
        return;
    }
    let parts = parts.to_mut();
    join_sources(parts);
    let pieces = pieces(parts);
    let reading = read(&pieces);
    let holes = each(&pieces, |piece| *piece == Piece::Hole);
    let mut edits = Edits(vec![Vec::new(); parts.len()]);
    let mut literal = reading.mentions.clone();
    sort_by_key(&mut literal, |mention| {
        (mention.open.piece, mention.open.start)
    });
    let mut literal = literal.into_iter().peekable();
    let mut hole = 0;
    for (index, is_hole) in holes.into_iter().enumerate() {
        while let Some(mention) = literal.next_if(|mention| mention.open.piece == index) {
            edits.literal(parts, mention, in_link, decide);
        }
        let part = parts.get_mut(index);
        let Some(part) = part.filter(|_| is_hole) else {
            continue;
        };
        let (place, around) = place(&reading, hole);
        hole += 1;
        if place == Place::Text && around != Around::Image {
            let in_link = in_link || around == Around::Link;
            edits.part(index, part, in_link, depth, decide);
        } else if may_mention(part) {
            edits.add(index, 0..0, vec![as_text(part, place)]);
        }
    }
    edits.apply(parts);
}

fn place(reading: &Reading, hole: usize) -> (Place, Around) {
    let place = reading.places.get(hole).copied().unwrap_or(Place::Text);
    let around = reading.around.get(hole).copied();
    (place, around.unwrap_or_default())
}

/// What a part says, where no mention can stand.
fn as_text(part: &Inline, place: Place) -> Inline {
    let text = Span::plain_text(&flat(std::slice::from_ref(part)));
    match place {
        Place::Code => Inline::Code(Str::Owned(text)),
        _ => Inline::text(text),
    }
}

fn may_mention(part: &Inline) -> bool {
    match part {
        Inline::Source(source) => source.contains("<at"),
        Inline::At { .. } => true,
        Inline::Bold(children)
        | Inline::Italic(children)
        | Inline::Strike(children)
        | Inline::Font { children, .. }
        | Inline::Link { children, .. } => !children.is_empty(),
        Inline::Text(_) | Inline::Code(_) | Inline::Break => false,
    }
}

/// A tag that is spread over two sources stands in one then.
fn join_sources(parts: &mut Vec<Inline>) {
    parts.dedup_by(|next, part| {
        let (Inline::Source(part), Inline::Source(next)) = (part, next) else {
            return false;
        };
        part.to_mut().push_str(next);
        true
    });
}

/// What stands for a range of a source.
type Edit = (std::ops::Range<usize>, Vec<Inline>);

/// The changes to each part. One of a part that is no source is its whole.
struct Edits(Vec<Vec<Edit>>);

impl Edits {
    fn add(&mut self, index: usize, range: std::ops::Range<usize>, parts: Vec<Inline>) {
        if let Some(edits) = self.0.get_mut(index) {
            edits.push((range, parts));
        }
    }

    fn literal(
        &mut self,
        parts: &[Inline],
        mention: Mention,
        in_link: bool,
        decide: &mut Decide<'_>,
    ) {
        let (open, close) = (mention.open, mention.close);
        let mentioned = Mentioned {
            person: mention.person,
            name: name_between(parts, &open, &close),
            in_link: in_link || mention.in_link,
        };
        let instead = decide(&mentioned);
        let has_tag = instead.tag.is_some();
        let tag = instead.tag.map(|tag| Inline::Source(Str::Owned(tag)));
        let name = instead.name.filter(|_| mentioned.name.is_empty());
        let written = tag.into_iter().chain(name.map(Inline::text)).collect();
        self.add(open.piece, open.start..open.end, written);
        if !has_tag {
            self.add(close.piece, close.start..close.end, Vec::new());
        }
    }

    fn part(
        &mut self,
        index: usize,
        part: &mut Inline,
        in_link: bool,
        depth: usize,
        decide: &mut Decide<'_>,
    ) {
        match part {
            Inline::At { email, name } => {
                let name = on_one_line(name);
                let mentioned = Mentioned {
                    person: Person::Email(email.to_string()),
                    name,
                    in_link,
                };
                let instead = decide(&mentioned);
                self.add(index, 0..0, written(mentioned.name, instead));
            }
            Inline::Link { children, .. } => replace(children, true, depth + 1, decide),
            Inline::Bold(children)
            | Inline::Italic(children)
            | Inline::Strike(children)
            | Inline::Font { children, .. } => replace(children, in_link, depth + 1, decide),
            _ => {}
        }
    }

    fn apply(self, parts: &mut Vec<Inline>) {
        if self.0.iter().all(Vec::is_empty) {
            return;
        }
        let mut out = Vec::with_capacity(parts.len());
        for (part, mut edits) in std::mem::take(parts).into_iter().zip(self.0) {
            sort_by_key(&mut edits, |(range, _)| (range.start, 0));
            match part {
                part if edits.is_empty() => push(&mut out, part),
                Inline::Source(source) => cut(&source, edits, &mut out),
                _ => edits
                    .into_iter()
                    .flat_map(|(_, parts)| parts)
                    .for_each(|part| push(&mut out, part)),
            }
        }
        *parts = out;
    }
}

/// The source with its edits.
fn cut(source: &str, edits: Vec<Edit>, out: &mut Vec<Inline>) {
    let mut at = 0;
    let source_from = |range: std::ops::Range<usize>, out: &mut Vec<Inline>| {
        let text = source.get(range).unwrap_or_default();
        push(out, Inline::Source(Str::Owned(text.to_owned())));
    };
    for (range, parts) in edits {
        source_from(at..range.start, out);
        at = range.end;
        for part in parts {
            push(out, part);
        }
    }
    source_from(at..source.len(), out);
}

/// Adds a part; sources that follow each other are one. A backslash would escape the tag behind it.
fn push(out: &mut Vec<Inline>, part: Inline) {
    match (out.last_mut(), part) {
        (_, Inline::Source(source)) if source.is_empty() => {}
        (Some(Inline::Source(last)), Inline::Source(source)) => {
            if last.ends_with('\\') && source.starts_with("<at id=") {
                last.to_mut().push(' ');
            }
            last.to_mut().push_str(&source);
        }
        (_, part) => out.push(part),
    }
}

fn written(name: String, instead: Instead) -> Vec<Inline> {
    let name = if name.is_empty() {
        instead.name.unwrap_or_default()
    } else {
        name
    };
    let name = Inline::text(name);
    match instead.tag {
        None => vec![name],
        Some(tag) => vec![
            Inline::Source(Str::Owned(tag)),
            name,
            Inline::Source(Str::Borrowed("</at>")),
        ],
    }
}

/// What stands between two tags, as text.
fn name_between(parts: &[Inline], open: &Site, close: &Site) -> String {
    let mut name = String::new();
    let inside = parts.get(open.piece..=close.piece).unwrap_or_default();
    for (index, part) in (open.piece..).zip(inside) {
        if let Inline::Source(source) = part {
            let from = if index == open.piece { open.end } else { 0 };
            let to = if index == close.piece {
                close.start
            } else {
                source.len()
            };
            name.push_str(source.get(from..to).unwrap_or_default());
        } else {
            name.push_str(&Span::plain_text(&flat(std::slice::from_ref(part))));
        }
    }
    on_one_line(&name)
}
