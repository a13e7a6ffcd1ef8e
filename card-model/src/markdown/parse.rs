//! The one parser: `CommonMark` with tables and `~~strike~~`, and the card dialect's tags and `$variable` links.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, RefDefs, Tag as Markup, TagEnd};

use super::{
    build::Builder,
    fault::Fault,
    fill::Filling,
    flow::PartKind,
    inline::Kind,
    piece::{Piece, Place, Reading},
    prepare::Prepared,
    tree::Alignment,
};
use crate::words::sort_by_key;

/// Reads a text of sources and holes.
#[doc(hidden)]
pub fn read(pieces: &[Piece<'_>]) -> Reading {
    read_filled(pieces, &|_| Filling::Word, true)
}

/// Reads a text whose holes hold what `fill` says; it is given the index of the piece. Mistakes are looked for where
/// `is_check` says so.
pub(super) fn read_filled<'v>(
    pieces: &[Piece<'_>],
    fill: &dyn Fn(usize) -> Filling<'v>,
    is_check: bool,
) -> Reading {
    let Some(prepared) = Prepared::new(pieces) else {
        return read_plain(pieces, fill);
    };
    let mut builder = Builder::new(&prepared, fill, is_check);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut events = Parser::new_ext(prepared.text(), options).into_offset_iter();
    for (_, definition) in events.reference_definitions().iter() {
        builder.forbid(definition.span.clone(), "a reference definition");
    }
    while let Some((event, range)) = events.next() {
        handle(&mut builder, event, range, events.reference_definitions());
    }
    builder.finish()
}

type Range = std::ops::Range<usize>;

fn handle<'p>(
    builder: &mut Builder<'p, '_>,
    event: Event<'p>,
    range: Range,
    definitions: &RefDefs<'_>,
) {
    match event {
        Event::Start(markup) => start(builder, markup, &range, definitions),
        Event::End(markup) => end(builder, markup, range),
        // Math and footnotes are not enabled.
        Event::Text(text)
        | Event::Html(text)
        | Event::InlineHtml(text)
        | Event::InlineMath(text)
        | Event::DisplayMath(text)
        | Event::FootnoteReference(text) => builder.text(&text, range),
        Event::Code(code) => builder.code_span(&code, range),
        Event::SoftBreak => builder.line_break(PartKind::SoftBreak, range),
        Event::HardBreak => builder.line_break(PartKind::Break, range),
        Event::Rule => builder.rule(),
        Event::TaskListMarker(_) => {}
    }
}

/// Takes out of every tag what it owns, so that nothing is looked for to drop behind the many that own nothing.
fn start<'p>(
    builder: &mut Builder<'p, '_>,
    markup: Markup<'p>,
    range: &Range,
    definitions: &RefDefs<'_>,
) {
    match markup {
        Markup::Heading { level, id, .. } => {
            drop(id);
            builder.open_heading(level as u8);
        }
        // Not enabled.
        Markup::FootnoteDefinition(label) => drop(label),
        Markup::BlockQuote(_) => builder.open_quote(),
        Markup::List(start) => builder.open_list(start),
        Markup::Item => builder.open_item(),
        Markup::CodeBlock(CodeBlockKind::Indented) => builder.open_code(None, range),
        Markup::CodeBlock(CodeBlockKind::Fenced(info)) => builder.open_code(Some(&info), range),
        Markup::Table(alignments) => {
            builder.open_table(alignments.into_iter().map(alignment));
        }
        Markup::TableHead | Markup::TableRow => builder.open_row(),
        Markup::TableCell => builder.open_cell(),
        Markup::Emphasis => builder.open(Kind::Italic, range.start + 1),
        Markup::Strong => builder.open(Kind::Bold, range.start + 2),
        Markup::Strikethrough => builder.open(Kind::Strike, range.start + 2),
        Markup::Link {
            link_type,
            dest_url,
            id,
            ..
        } => {
            builder.open(Kind::Link, range.start + 1);
            builder.open_target(link_type, dest_url, reference(&id, definitions));
        }
        Markup::Image {
            link_type,
            dest_url,
            id,
            ..
        } => {
            builder.open(Kind::Image, range.start + 2);
            builder.open_target(link_type, dest_url, reference(&id, definitions));
        }
        Markup::Paragraph => builder.open_paragraph(),
        _ => {}
    }
}

/// Where the link with this label is defined, if it has one.
fn reference(label: &str, definitions: &RefDefs<'_>) -> Option<Range> {
    if label.is_empty() {
        return None;
    }
    let definition = definitions.get(label)?;
    Some(definition.span.clone())
}

fn end(builder: &mut Builder<'_, '_>, markup: TagEnd, range: Range) {
    match markup {
        TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell => builder.close_leaf(),
        TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => builder.close_container(),
        TagEnd::Table => builder.close_table(),
        TagEnd::TableHead | TagEnd::TableRow => builder.close_row(),
        TagEnd::CodeBlock => builder.close_code(),
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => builder.close(&range),
        TagEnd::Link | TagEnd::Image => builder.close_target(&range),
        _ => {}
    }
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::Unset,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}

/// A text that holds every character that could stand for a tag or a hole: it is not markup that a person wrote.
fn read_plain<'v>(pieces: &[Piece<'_>], fill: &dyn Fn(usize) -> Filling<'v>) -> Reading {
    let mut read = Reading::default();
    let mut text = String::new();
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Source(source) => text.push_str(source),
            Piece::Hole => {
                read.places.push(Place::Text);
                text.push_str(&fill(index).to_text());
            }
        }
    }
    let paragraph = read.flow.open(PartKind::Paragraph);
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            read.flow.leaf(PartKind::Break, "");
        }
        read.flow.leaf(PartKind::Text, line);
    }
    read.flow.close(paragraph);
    read
}

/// Sorted, each mistake once.
pub(super) fn in_order(mut faults: Vec<Fault>) -> Vec<Fault> {
    sort_by_key(&mut faults, |fault| (fault.piece, fault.offset));
    faults
}
