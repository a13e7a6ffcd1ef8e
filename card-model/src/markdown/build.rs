//! A flow under construction: which blocks are open, and the paragraph that is being read.

use std::{borrow::Cow, ops::Range};

use pulldown_cmark::{CowStr, LinkType};

use super::{
    character::split_where,
    delimiter::Leftovers,
    fault::{Fault, FaultKind},
    fill::Filling,
    flow::{Flow, PartKind},
    inline::{Inlines, Kind},
    mention::Mention,
    parse::in_order,
    piece::{Around, Place, Reading},
    prepare::{Mark, MarkKind, Prepared, Segment},
    tree::Alignment,
};

/// What is nested deeper than this is read, but no longer nested.
const DEEPEST: usize = 32;

/// A block that holds blocks, and where it is in the flow.
#[derive(Debug, Clone, Copy)]
enum Container {
    Quote(usize),
    List(usize),
    Item(usize),
}

/// A block that holds spans.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Leaf {
    Paragraph,
    Heading(u8),
    Cell,
}

/// Where an open link leads, as the parser said.
#[derive(Debug)]
pub(super) struct Target<'p> {
    pub(super) link_type: LinkType,
    pub(super) url: CowStr<'p>,
    pub(super) reference: Option<Range<usize>>,
    /// Where the link begins.
    pub(super) start: usize,
}

/// A code block between fences.
#[derive(Debug)]
struct Fenced {
    block: Range<usize>,
    /// Where its last line of code ends.
    end: usize,
}

/// Takes the parser's events and builds what is read.
pub(super) struct Builder<'p, 'v> {
    pub(super) prepared: &'p Prepared<'p>,
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
    containers: Vec<Container>,
    /// How many containers are open that are too deep to be built.
    too_deep: usize,
    /// The item around a block that stands in a list without one.
    item: Option<usize>,
    /// Where the table, its row, the code block and the leaf that are open are in the flow.
    table: Option<usize>,
    row: Option<usize>,
    code: Option<usize>,
    /// Looked at where mistakes are looked for.
    fenced: Option<Fenced>,
    leaf: Option<(Leaf, usize)>,
    pub(super) inlines: Inlines,
    pub(super) leftovers: Leftovers,
    pub(super) targets: Vec<Target<'p>>,
    /// Where the last thing of the paragraph ends.
    pub(super) at: usize,
    /// Where nothing is replaced around the last text.
    plain: Range<usize>,
    pub(super) unknown: super::dialect::Unknown,
}

impl<'p, 'v> Builder<'p, 'v> {
    pub(super) fn new(
        prepared: &'p Prepared<'p>,
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
            containers: Vec::new(),
            too_deep: 0,
            item: None,
            table: None,
            row: None,
            code: None,
            fenced: None,
            leaf: None,
            inlines: Inlines::new(Flow::with_capacity(prepared.text().len())),
            leftovers: Leftovers::default(),
            targets: Vec::new(),
            at: 0,
            plain: 0..0,
            unknown: super::dialect::Unknown::default(),
        }
    }

    pub(super) fn finish(mut self) -> Reading {
        self.close_leaf();
        let mut lost = Vec::new();
        for (hole, is_kept) in self.kept.iter().enumerate() {
            if !is_kept {
                lost.push(hole);
            }
        }
        if !lost.is_empty() {
            self.open_paragraph();
            for hole in lost {
                self.hole(hole, Place::Forbidden("a place that is not shown"));
                self.inlines.text(" ");
            }
            self.close_leaf();
        }
        let mut mentions = Vec::with_capacity(self.inlines.mentions.len());
        for tags in self.inlines.mentions {
            mentions.push(Mention {
                person: tags.person,
                in_link: tags.in_link,
                open: self.prepared.site(&tags.open),
                close: self.prepared.site(&tags.close),
            });
        }
        let mut places = Vec::with_capacity(self.places.len());
        for place in self.places {
            places.push(place.unwrap_or(Place::Text));
        }
        Reading {
            flow: self.inlines.flow,
            places,
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
        let at = match leaf {
            Leaf::Paragraph => self.begin_block(PartKind::Paragraph),
            Leaf::Heading(level) => self.begin_block(PartKind::Heading(level)),
            Leaf::Cell => self.inlines.flow.open(PartKind::Cell),
        };
        self.leaf = Some((leaf, at));
    }

    /// Whether a line break is out of place here.
    pub(super) fn is_one_line(&self) -> bool {
        matches!(self.leaf, Some((Leaf::Heading(_) | Leaf::Cell, _))) || !self.targets.is_empty()
    }

    /// The paragraph of what stands in a tight list item or a cell.
    fn ensure_leaf(&mut self) {
        if self.leaf.is_none() {
            self.open_paragraph();
        }
    }

    #[inline]
    pub(super) fn close_leaf(&mut self) {
        if let Some((leaf, at)) = self.leaf.take() {
            self.end_leaf(leaf, at);
        }
    }

    fn end_leaf(&mut self, leaf: Leaf, at: usize) {
        self.inlines.finish();
        if self.is_check {
            self.leftovers.faults(self.prepared, &mut self.faults);
        }
        if self.inlines.unclosed.are_there() {
            self.unknown
                .keep(&mut self.inlines.unclosed, &mut self.faults);
        }
        self.targets.clear();
        if leaf == Leaf::Cell {
            self.inlines.flow.close(at);
        } else {
            self.end_block(at);
        }
    }

    pub(super) fn open_quote(&mut self) {
        self.open_container(PartKind::Quote, Container::Quote);
    }

    pub(super) fn open_list(&mut self, start: Option<u64>) {
        let kind = match start {
            None => PartKind::Bullets,
            Some(_) => PartKind::Numbers,
        };
        self.open_container(kind, Container::List);
        if let (Some(start), Some(Container::List(at)), 0) =
            (start, self.containers.last(), self.too_deep)
        {
            let start = usize::try_from(start).unwrap_or(usize::MAX);
            self.inlines.flow.place(*at, start, start);
        }
    }

    pub(super) fn open_item(&mut self) {
        self.open_container(PartKind::Item, Container::Item);
    }

    fn open_container(&mut self, kind: PartKind, container: fn(usize) -> Container) {
        self.close_leaf();
        if self.containers.len() < DEEPEST {
            let at = self.inlines.flow.open(kind);
            self.containers.push(container(at));
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
        if let Some(Container::Quote(at) | Container::List(at) | Container::Item(at)) =
            self.containers.pop()
        {
            self.inlines.flow.close(at);
        }
    }

    /// Opens a block in the innermost container.
    fn begin_block(&mut self, kind: PartKind) -> usize {
        self.close_leaf();
        if let Some(Container::List(_)) = self.containers.last() {
            self.item = Some(self.inlines.flow.open(PartKind::Item));
        }
        self.inlines.flow.open(kind)
    }

    fn end_block(&mut self, at: usize) {
        self.inlines.flow.close(at);
        if let Some(item) = self.item.take() {
            self.inlines.flow.close(item);
        }
    }

    /// Adds a line across.
    pub(super) fn rule(&mut self) {
        let at = self.begin_block(PartKind::Rule);
        self.end_block(at);
    }

    pub(super) fn open_table(&mut self, alignments: impl Iterator<Item = Alignment>) {
        let at = self.begin_block(PartKind::Table);
        let flow = &mut self.inlines.flow;
        let from = flow.alignments.len();
        flow.alignments.extend(alignments);
        let to = flow.alignments.len();
        flow.place(at, from, to);
        self.table = Some(at);
    }

    pub(super) fn open_row(&mut self) {
        self.row = Some(self.inlines.flow.open(PartKind::Row));
    }

    pub(super) fn close_row(&mut self) {
        self.close_leaf();
        if let Some(at) = self.row.take() {
            self.inlines.flow.close(at);
        }
    }

    pub(super) fn close_table(&mut self) {
        self.close_leaf();
        if let Some(at) = self.table.take() {
            self.end_block(at);
        }
    }

    pub(super) fn open_code(&mut self, info: Option<&str>, range: &Range<usize>) {
        let at = self.begin_block(PartKind::CodeBlock);
        if let Some(info) = info {
            if self.is_check {
                let block = self.prepared.text().get(range.clone()).unwrap_or_default();
                let first_line = block.split_inclusive('\n').next().unwrap_or_default();
                self.fenced = Some(Fenced {
                    block: range.clone(),
                    end: range.start + first_line.len(),
                });
            }
            let place = Place::Forbidden("the language of a code block");
            let language = self.string(info, range, place);
            self.inlines.flow.name(at, language.trim());
        }
        self.code = Some(at);
    }

    pub(super) fn close_code(&mut self) {
        if let Some(fenced) = self.fenced.take() {
            self.fence(&fenced);
        }
        if let Some(at) = self.code.take() {
            self.end_block(at);
        }
    }

    /// Looks for the fence behind the last line of a code block.
    fn fence(&mut self, fenced: &Fenced) {
        let text = self.prepared.text();
        let block = text.get(fenced.block.clone()).unwrap_or_default();
        let Some(mark) = block.chars().next() else {
            return;
        };
        let (fence, _) = split_where(block, &|c| c != mark);
        let tail = text.get(fenced.end..fenced.block.end).unwrap_or_default();
        if tail.matches(mark).count() < fence.len() {
            let snippet = fence.to_owned();
            self.fault(FaultKind::UnclosedFence, fenced.block.start, snippet);
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

    pub(super) fn line_break(&mut self, kind: PartKind, range: Range<usize>) {
        self.ensure_leaf();
        self.at = range.end;
        self.inlines.flow.leaf(kind, "");
    }

    pub(super) fn code_span(&mut self, code: &str, range: Range<usize>) {
        self.ensure_leaf();
        self.at = range.end;
        let code = self.string(code, &range, Place::Code);
        self.inlines.flow.leaf(PartKind::Code, &code);
    }

    pub(super) fn text(&mut self, text: &str, range: Range<usize>) {
        if self.code.is_some() {
            if let Some(fenced) = &mut self.fenced {
                fenced.end = range.end;
            }
            let text = self.string(text, &range, Place::Code);
            return self.inlines.text(&text);
        }
        self.ensure_leaf();
        self.at = range.end;
        if self.is_check {
            self.leftovers.look(self.prepared, range.clone());
        }
        if self.prepared.is_plain_on(&mut self.plain, &range) {
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
        filling.write(self.is_one_line(), &mut self.inlines.flow);
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

    /// A text that the parser took from `range` as it is in the source, with holes filled.
    fn string<'t>(&mut self, text: &'t str, range: &Range<usize>, place: Place) -> Cow<'t, str> {
        if self.prepared.is_plain_on(&mut self.plain, range) || !self.prepared.has_mark(text) {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len());
        for segment in self.prepared.segments(text, range.start) {
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
        Cow::Owned(out)
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
