//! A tree under construction: which blocks are open, and the paragraph that is being read.

use std::{borrow::Cow, ops::Range};

use pulldown_cmark::LinkType;

use super::{
    delimiter::Leftovers,
    fault::{Fault, FaultKind},
    fill::Filling,
    inline::{Inlines, Kind},
    mention::Mention,
    parse::in_order,
    piece::{Around, Place, Reading},
    prepare::{Mark, MarkKind, Prepared, Segment},
    tree::{Alignment, Block, Span, Tree},
};

/// What is nested deeper than this is read, but no longer nested.
const DEEPEST: usize = 32;

/// A block that holds blocks.
#[derive(Debug)]
enum Container {
    Quote(Vec<Block>),
    List {
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Item(Vec<Block>),
}

/// A block that holds spans.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Leaf {
    Paragraph,
    Heading(u8),
    Cell,
}

#[derive(Debug)]
struct Table {
    alignments: Vec<Alignment>,
    header: Vec<Vec<Span>>,
    rows: Vec<Vec<Vec<Span>>>,
    row: Vec<Vec<Span>>,
}

/// Where an open link leads, as the parser said.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) link_type: LinkType,
    pub(super) url: String,
    pub(super) reference: Option<Range<usize>>,
    /// Where the link begins.
    pub(super) start: usize,
}

/// Takes the parser's events and builds what is read.
pub(super) struct Builder<'p, 'v> {
    pub(super) prepared: &'p Prepared,
    fill: &'p dyn Fn(usize) -> Filling<'v>,
    /// Whether anybody asks for mistakes.
    pub(super) is_check: bool,
    pub(super) faults: Vec<Fault>,
    pub(super) variables: Vec<(String, usize)>,
    places: Vec<Option<Place>>,
    /// Whether what a hole holds is in the tree.
    kept: Vec<bool>,
    /// What a hole stands in.
    around: Vec<Around>,
    blocks: Vec<Block>,
    containers: Vec<Container>,
    /// How many containers are open that are too deep to be built.
    too_deep: usize,
    table: Option<Table>,
    code: Option<(Option<String>, String)>,
    leaf: Option<Leaf>,
    pub(super) inlines: Inlines,
    pub(super) leftovers: Leftovers,
    pub(super) targets: Vec<Target>,
    /// Where the last thing of the paragraph ends.
    pub(super) at: usize,
    pub(super) unknown: super::dialect::Unknown,
}

impl<'p, 'v> Builder<'p, 'v> {
    pub(super) fn new(
        prepared: &'p Prepared,
        fill: &'p dyn Fn(usize) -> Filling<'v>,
        is_check: bool,
    ) -> Self {
        Self {
            prepared,
            fill,
            is_check,
            faults: Vec::new(),
            variables: Vec::new(),
            places: vec![None; prepared.holes.len()],
            kept: vec![false; prepared.holes.len()],
            around: vec![Around::Nothing; prepared.holes.len()],
            blocks: Vec::new(),
            containers: Vec::new(),
            too_deep: 0,
            table: None,
            code: None,
            leaf: None,
            inlines: Inlines::new(),
            leftovers: Leftovers::default(),
            targets: Vec::new(),
            at: 0,
            unknown: super::dialect::Unknown::default(),
        }
    }

    pub(super) fn finish(mut self) -> Reading {
        self.close_leaf();
        let lost: Vec<usize> = (0..self.kept.len())
            .filter(|hole| self.kept.get(*hole) == Some(&false))
            .collect();
        if !lost.is_empty() {
            self.open_paragraph();
            for hole in lost {
                self.hole(hole, Place::Forbidden("a place that is not shown"));
                self.inlines.text(" ");
            }
            self.close_leaf();
        }
        let mentions = std::mem::take(&mut self.inlines.mentions);
        let mentions = mentions.into_iter().map(|tags| Mention {
            person: tags.person,
            in_link: tags.in_link,
            open: self.prepared.site(&tags.open),
            close: self.prepared.site(&tags.close),
        });
        let mentions = mentions.collect();
        let places = self
            .places
            .into_iter()
            .map(|place| place.unwrap_or(Place::Text));
        Reading {
            tree: Tree {
                blocks: self.blocks,
            },
            places: places.collect(),
            around: self.around,
            mentions,
            faults: in_order(self.faults),
            variables: self.variables,
        }
    }

    // Blocks.

    pub(super) fn open_paragraph(&mut self) {
        self.open_leaf(Leaf::Paragraph);
    }

    pub(super) fn open_heading(&mut self, level: u8) {
        self.open_leaf(Leaf::Heading(level));
    }

    pub(super) fn open_cell(&mut self) {
        self.open_leaf(Leaf::Cell);
    }

    fn open_leaf(&mut self, leaf: Leaf) {
        self.close_leaf();
        self.leaf = Some(leaf);
    }

    /// Whether a line break is out of place here.
    pub(super) fn is_one_line(&self) -> bool {
        matches!(self.leaf, Some(Leaf::Heading(_) | Leaf::Cell)) || !self.targets.is_empty()
    }

    /// The paragraph of what stands in a tight list item or a cell.
    fn ensure_leaf(&mut self) {
        if self.leaf.is_none() {
            self.leaf = Some(Leaf::Paragraph);
        }
    }

    pub(super) fn close_leaf(&mut self) {
        let Some(leaf) = self.leaf.take() else { return };
        let content = self.inlines.finish();
        self.leftovers.faults(self.prepared, &mut self.faults);
        self.unknown
            .keep(&mut self.inlines.unclosed, &mut self.faults);
        self.targets.clear();
        match leaf {
            Leaf::Paragraph => self.block(Block::Paragraph(content)),
            Leaf::Heading(level) => self.block(Block::Heading { level, content }),
            Leaf::Cell => {
                if let Some(table) = &mut self.table {
                    table.row.push(content);
                }
            }
        }
    }

    pub(super) fn open_quote(&mut self) {
        self.open_container(Container::Quote(Vec::new()));
    }

    pub(super) fn open_list(&mut self, start: Option<u64>) {
        let items = Vec::new();
        self.open_container(Container::List { start, items });
    }

    pub(super) fn open_item(&mut self) {
        self.open_container(Container::Item(Vec::new()));
    }

    fn open_container(&mut self, container: Container) {
        self.close_leaf();
        if self.containers.len() < DEEPEST {
            self.containers.push(container);
        } else {
            self.too_deep += 1;
        }
    }

    pub(super) fn close_container(&mut self) {
        self.close_leaf();
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        match self.containers.pop() {
            Some(Container::Quote(blocks)) => self.block(Block::Quote(blocks)),
            Some(Container::List { start, items }) => self.block(Block::List { start, items }),
            Some(Container::Item(blocks)) => match self.containers.last_mut() {
                Some(Container::List { items, .. }) => items.push(blocks),
                _ => blocks.into_iter().for_each(|block| self.block(block)),
            },
            None => {}
        }
    }

    /// Adds a block to the innermost container.
    pub(super) fn block(&mut self, block: Block) {
        self.close_leaf();
        match self.containers.last_mut() {
            Some(Container::Quote(blocks) | Container::Item(blocks)) => blocks.push(block),
            Some(Container::List { items, .. }) => items.push(vec![block]),
            None => self.blocks.push(block),
        }
    }

    pub(super) fn open_table(&mut self, alignments: Vec<Alignment>) {
        self.close_leaf();
        self.table = Some(Table {
            alignments,
            header: Vec::new(),
            rows: Vec::new(),
            row: Vec::new(),
        });
    }

    pub(super) fn close_row(&mut self, is_header: bool) {
        self.close_leaf();
        let Some(table) = &mut self.table else { return };
        let row = std::mem::take(&mut table.row);
        if is_header {
            table.header = row;
        } else {
            table.rows.push(row);
        }
    }

    pub(super) fn close_table(&mut self) {
        self.close_leaf();
        if let Some(table) = self.table.take() {
            self.block(Block::Table {
                alignments: table.alignments,
                header: table.header,
                rows: table.rows,
            });
        }
    }

    pub(super) fn open_code(&mut self, info: Option<&str>, range: &Range<usize>) {
        self.close_leaf();
        let language = info.map(|info| {
            self.string(
                info,
                range.start,
                Place::Forbidden("the language of a code block"),
            )
        });
        let language = language.map(|info| info.trim().to_owned());
        let language = language.filter(|info| !info.is_empty());
        self.code = Some((language, String::new()));
    }

    pub(super) fn close_code(&mut self) {
        if let Some((language, text)) = self.code.take() {
            self.block(Block::Code { language, text });
        }
    }

    // Spans.

    pub(super) fn open(&mut self, kind: Kind, start: usize) {
        self.ensure_leaf();
        self.at = start;
        self.inlines.open(kind, None);
    }

    pub(super) fn close(&mut self, range: &Range<usize>) {
        self.at = range.end;
        self.inlines.close(None);
    }

    pub(super) fn line_break(&mut self, span: Span, range: Range<usize>) {
        self.ensure_leaf();
        self.at = range.end;
        self.inlines.push(span);
    }

    pub(super) fn code_span(&mut self, code: &str, range: Range<usize>) {
        self.ensure_leaf();
        self.at = range.end;
        let code = self.string(code, range.start, Place::Code);
        self.inlines.push(Span::Code(code));
    }

    pub(super) fn text(&mut self, text: &str, range: Range<usize>) {
        if let Some((_, code)) = &mut self.code
            && self.prepared.is_plain(&range)
        {
            return code.push_str(text);
        }
        if self.code.is_some() {
            let text = self.string(text, range.start, Place::Code);
            self.code
                .iter_mut()
                .for_each(|(_, code)| code.push_str(&text));
            return;
        }
        self.ensure_leaf();
        self.at = range.end;
        if self.is_check {
            self.leftovers.look(self.prepared, range.clone());
        }
        if self.prepared.is_plain(&range) {
            return self.inlines.text(text);
        }
        for segment in self.prepared.segments(text, range.start) {
            match segment {
                Segment::Text(text) => self.inlines.text(text),
                Segment::Mark(mark) => self.mark(mark),
            }
        }
    }

    fn mark(&mut self, mark: &'p Mark) {
        match &mark.kind {
            MarkKind::Hole(hole) => self.hole(*hole, Place::Text),
            MarkKind::Tag(holes) => self.tag(mark, holes.clone()),
            MarkKind::Plain => self.plain(mark),
        }
    }

    // Holes.

    /// What a hole holds becomes spans.
    pub(super) fn hole(&mut self, hole: usize, place: Place) {
        if let Some(around) = self.around.get_mut(hole) {
            *around = self.inlines.around();
        }
        let filling = self.visit(hole, place);
        for span in filling.to_spans(self.is_one_line()) {
            self.inlines.push(span);
        }
    }

    /// What a hole holds, as text.
    pub(super) fn hole_text(&mut self, hole: usize, place: Place) -> Cow<'v, str> {
        self.visit(hole, place).to_text()
    }

    fn visit(&mut self, hole: usize, place: Place) -> Filling<'v> {
        if let Some(known) = self.places.get_mut(hole)
            && !matches!(known, Some(Place::Forbidden(_)))
        {
            *known = Some(place);
        }
        if let Some(kept) = self.kept.get_mut(hole) {
            *kept = true;
        }
        (self.fill)(self.prepared.holes.get(hole).copied().unwrap_or(0))
    }

    /// Marks the holes of a part of the text as standing where no value can.
    pub(super) fn forbid(&mut self, range: Range<usize>, what: &'static str) {
        for hole in self.prepared.holes_within(range) {
            self.forbid_hole(hole, what);
        }
    }

    pub(super) fn is_placed(&self, hole: usize) -> bool {
        self.places.get(hole).is_some_and(Option::is_some)
    }

    pub(super) fn forbid_hole(&mut self, hole: usize, what: &'static str) {
        if let Some(place) = self.places.get_mut(hole) {
            *place = Some(Place::Forbidden(what));
        }
    }

    /// A text of the parser as it is in the source, with holes filled.
    pub(super) fn string(&mut self, text: &str, from: usize, place: Place) -> String {
        if self.prepared.marks.is_empty() {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        for segment in self.prepared.segments(text, from) {
            match segment {
                Segment::Text(text) => out.push_str(text),
                Segment::Mark(mark) => match &mark.kind {
                    MarkKind::Hole(hole) => out.push_str(&self.hole_text(*hole, place)),
                    MarkKind::Tag(holes) => {
                        let text = self.written(mark, holes.clone(), place);
                        out.push_str(&text);
                    }
                    MarkKind::Plain => out.push_str(self.prepared.replaced(mark)),
                },
            }
        }
        out
    }

    /// A tag as written, with its holes filled.
    pub(super) fn written(&mut self, mark: &Mark, holes: Range<usize>, place: Place) -> String {
        let mut out = String::new();
        let mut parts = self.prepared.split_holes(self.prepared.replaced(mark));
        out.push_str(parts.next().unwrap_or(""));
        for (part, hole) in parts.zip(holes) {
            out.push_str(&self.hole_text(hole, place));
            out.push_str(part);
        }
        out
    }

    pub(super) fn fault(&mut self, kind: FaultKind, at: usize, snippet: String) {
        if !self.is_check {
            return;
        }
        let fault = self.fault_at(kind, at, snippet);
        self.faults.push(fault);
    }

    pub(super) fn fault_at(&self, kind: FaultKind, at: usize, snippet: String) -> Fault {
        let (piece, offset) = self.prepared.locate(at);
        Fault {
            kind,
            piece,
            offset,
            snippet,
        }
    }
}
