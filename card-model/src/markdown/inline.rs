//! Spans under construction: one paragraph, heading or cell, with what is open in it.

use std::ops::Range;

use pulldown_cmark::CowStr;

use super::{
    fault::{Fault, FaultKind},
    flow::{Flow, OpenTag, PartKind},
    mention::Person,
    piece::Around,
};

/// What is nested deeper than this is read, but no longer nested.
const DEEPEST: usize = 31;

/// What is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Bold,
    Italic,
    Strike,
    /// A link or an image; its target stands behind its content.
    Link,
    Image,
    Font,
    At,
    /// A tag that stays text, so that its closing tag does as well.
    Literal,
}

/// The dialect's two paired tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    Font,
    At,
}

impl Name {
    pub(super) fn new(name: &str) -> Option<Self> {
        match name {
            "font" => Some(Self::Font),
            "at" => Some(Self::At),
            _ => None,
        }
    }

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Font => "font",
            Self::At => "at",
        }
    }
}

/// An opening tag, for when it turns out not to be closed.
#[derive(Debug)]
pub(super) struct Opening {
    pub(super) name: Name,
    /// The tag as written.
    pub(super) text: String,
    /// The colour or the address in it, where it is not to stay text.
    pub(super) value: String,
    pub(super) fault: Fault,
    /// Whom an `at` mentions.
    pub(super) person: Option<Person>,
    /// Where the tag stands in the source.
    pub(super) source: Range<usize>,
    /// Where it is in the flow, to become a part of the text around it.
    pub(super) opened: Option<OpenTag>,
}

/// The two tags of a mention, where they stand in the source.
#[derive(Debug)]
pub(super) struct Tags {
    pub(super) person: Person,
    pub(super) in_link: bool,
    pub(super) open: Range<usize>,
    pub(super) close: Range<usize>,
}

#[derive(Debug)]
struct Frame {
    kind: Kind,
    tag: Option<Box<Opening>>,
    /// The closing tag came while something inside was open.
    is_closed: bool,
    around: Around,
    /// Where it is in the flow; nowhere if it is text, or nested too deep.
    place: Option<usize>,
}

/// The spans of one paragraph.
#[derive(Debug)]
pub(super) struct Inlines {
    pub(super) flow: Flow,
    frames: Vec<Frame>,
    /// The frames that each tag opened and that wait for its closing tag.
    fonts: Vec<usize>,
    ats: Vec<usize>,
    /// Tags that were not closed in time.
    pub(super) unclosed: Unclosed,
    /// The mentions that were closed.
    pub(super) mentions: Vec<Tags>,
}

/// Where a link leads.
#[derive(Debug)]
pub(super) enum Goal<'p> {
    Url(CowStr<'p>),
    Variable(String),
}

/// What came of a closing tag.
pub(super) enum Closed {
    Matched,
    /// Something inside is still open.
    Crossing,
    /// Nothing was open.
    Stray,
}

impl Inlines {
    pub(super) fn new(flow: Flow) -> Self {
        Self {
            flow,
            frames: Vec::new(),
            fonts: Vec::new(),
            ats: Vec::new(),
            unclosed: Unclosed::default(),
            mentions: Vec::new(),
        }
    }

    /// Opens something.
    pub(super) fn open(&mut self, kind: Kind, mut tag: Option<Box<Opening>>) {
        let index = self.frames.len();
        if let Some(tag) = &tag {
            self.waiting(tag.name).push(index);
        }
        let around = match (self.around(), kind) {
            (Around::Image, _) | (_, Kind::Image) => Around::Image,
            (Around::Link, _) | (_, Kind::Link) => Around::Link,
            (Around::Nothing, _) => Around::Nothing,
        };
        let place = self.begin(kind, tag.as_deref_mut(), index < DEEPEST);
        self.frames.push(Frame {
            around,
            kind,
            tag,
            is_closed: false,
            place,
        });
    }

    /// The label that is open.
    pub(super) fn around(&self) -> Around {
        let last = self.frames.last();
        last.map_or(Around::Nothing, |frame| frame.around)
    }

    /// Opens it in the flow, unless it is text.
    fn begin(&mut self, kind: Kind, tag: Option<&mut Opening>, is_nested: bool) -> Option<usize> {
        let part = match kind {
            Kind::Literal => None,
            Kind::Bold => Some(PartKind::Bold),
            Kind::Italic => Some(PartKind::Italic),
            Kind::Strike => Some(PartKind::Strike),
            Kind::Link => Some(PartKind::Url),
            Kind::Image => Some(PartKind::Image),
            Kind::Font => Some(PartKind::Font),
            Kind::At => Some(PartKind::At),
        };
        match (part.filter(|_| is_nested), tag) {
            (Some(part), None) => Some(self.flow.open(part)),
            (Some(part), Some(tag)) => {
                let opened = self.flow.open_tag(part, &tag.text, &tag.value);
                tag.opened = Some(opened);
                Some(opened.at)
            }
            (None, tag) => {
                self.flow.text(tag.map_or("", |tag| &tag.text));
                None
            }
        }
    }

    fn waiting(&mut self, name: Name) -> &mut Vec<usize> {
        match name {
            Name::Font => &mut self.fonts,
            Name::At => &mut self.ats,
        }
    }

    /// Adds text.
    pub(super) fn text(&mut self, text: &str) {
        self.flow.text(text);
    }

    /// Closes a tag of the dialect; `written` is its closing tag.
    pub(super) fn close_tag(&mut self, name: Name, written: &str, source: &Range<usize>) -> Closed {
        let Some(index) = self.waiting(name).pop() else {
            self.text(written);
            return Closed::Stray;
        };
        if self
            .frames
            .get(index)
            .is_some_and(|frame| frame.place.is_none())
        {
            self.text(written);
        }
        self.mentioned(index, source);
        if index + 1 == self.frames.len() {
            self.pop(None);
            self.pop_closed();
            return Closed::Matched;
        }
        if let Some(frame) = self.frames.get_mut(index) {
            frame.is_closed = true;
        }
        Closed::Crossing
    }

    /// Notes the mention whose tag has just been closed.
    fn mentioned(&mut self, index: usize, close: &Range<usize>) {
        let frame = self.frames.get(index);
        let frame = frame.filter(|frame| index < DEEPEST && frame.around != Around::Image);
        if let Some((frame, tag)) = frame.and_then(|frame| Some((frame, frame.tag.as_ref()?)))
            && let Some(person) = &tag.person
        {
            self.mentions.push(Tags {
                person: person.clone(),
                in_link: frame.around == Around::Link,
                open: tag.source.clone(),
                close: close.clone(),
            });
        }
    }

    /// Closes the innermost thing that is not a tag, and the tags that were left open in it.
    pub(super) fn close(&mut self, target: Option<Goal<'_>>) {
        while self.frames.last().is_some_and(|frame| frame.tag.is_some()) {
            self.pop(None);
        }
        self.pop(target);
        self.pop_closed();
    }

    fn pop_closed(&mut self) {
        while self.frames.last().is_some_and(|frame| frame.is_closed) {
            self.pop(None);
        }
    }

    /// Closes what is still open; what follows is another paragraph.
    pub(super) fn finish(&mut self) {
        while !self.frames.is_empty() {
            self.pop(None);
        }
        self.fonts.clear();
        self.ats.clear();
    }

    fn pop(&mut self, target: Option<Goal<'_>>) {
        let index = self.frames.len().saturating_sub(1);
        let Some(frame) = self.frames.pop() else {
            return;
        };
        if let Some(tag) = frame.tag {
            let waiting = self.waiting(tag.name);
            if waiting.last() == Some(&index) {
                waiting.pop();
                if let Some(opened) = tag.opened {
                    self.flow.spell_out(opened);
                }
                if frame.kind != Kind::Literal {
                    self.unclosed.of(tag.name).push(tag.fault);
                }
                return;
            }
        }
        if let Some(place) = frame.place {
            self.end(frame.kind, place, target);
        }
    }

    /// Closes in the flow what was opened at `at`.
    fn end(&mut self, kind: Kind, at: usize, target: Option<Goal<'_>>) {
        match (kind, target) {
            (Kind::Link, Some(Goal::Variable(name))) => {
                self.flow.turn_into(at, PartKind::Variable);
                self.flow.name(at, &name);
            }
            (Kind::Link, Some(Goal::Url(url))) => self.flow.name(at, &url),
            (Kind::Image, target) => {
                let alt = self.flow.take_inside(at);
                match target {
                    Some(Goal::Url(url)) => self.flow.name(at, &url),
                    Some(Goal::Variable(name)) => self.flow.name(at, &format!("${name}")),
                    None => {}
                }
                self.flow.text(&alt);
            }
            _ => {}
        }
        self.flow.close(at);
    }
}

/// Faults of tags that were not closed in time.
#[derive(Debug, Default)]
pub(super) struct Unclosed {
    pub(super) fonts: Vec<Fault>,
    pub(super) ats: Vec<Fault>,
}

impl Unclosed {
    pub(super) const fn are_there(&self) -> bool {
        !self.fonts.is_empty() || !self.ats.is_empty()
    }

    fn of(&mut self, name: Name) -> &mut Vec<Fault> {
        match name {
            Name::Font => &mut self.fonts,
            Name::At => &mut self.ats,
        }
    }

    /// A closing tag came too late: the fault of the tag that it was meant for.
    pub(super) fn blame(&mut self, name: Name) -> Option<Fault> {
        let mut fault = self.of(name).pop()?;
        fault.kind = FaultKind::Nesting;
        Some(fault)
    }
}
