//! Spans under construction: one paragraph, heading or cell, with what is open in it.

use std::ops::Range;

use super::{
    LinkTarget,
    fault::{Fault, FaultKind},
    mention::Person,
    piece::Around,
    tree::Span,
};

/// What is nested deeper than this is read, but no longer nested.
const DEEPEST: usize = 32;

/// What is open.
#[derive(Debug)]
pub(super) enum Kind {
    /// The paragraph itself.
    Whole,
    Bold,
    Italic,
    Strike,
    /// A link or an image; its target stands behind its content.
    Link,
    Image,
    Font(String),
    At(String),
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
    pub(super) fault: Fault,
    /// Whom an `at` mentions.
    pub(super) person: Option<Person>,
    /// Where the tag stands in the source.
    pub(super) source: Range<usize>,
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
    spans: Vec<Span>,
}

/// The spans of one paragraph.
#[derive(Debug)]
pub(super) struct Inlines {
    frames: Vec<Frame>,
    /// The frames that each tag opened and that wait for its closing tag.
    fonts: Vec<usize>,
    ats: Vec<usize>,
    /// Tags that were not closed in time.
    pub(super) unclosed: Unclosed,
    /// The mentions that were closed.
    pub(super) mentions: Vec<Tags>,
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
    pub(super) fn new() -> Self {
        let mut inlines = Self {
            frames: Vec::new(),
            fonts: Vec::new(),
            ats: Vec::new(),
            unclosed: Unclosed::default(),
            mentions: Vec::new(),
        };
        inlines.open(Kind::Whole, None);
        inlines
    }

    /// Opens something.
    pub(super) fn open(&mut self, kind: Kind, tag: Option<Box<Opening>>) {
        if let Some(tag) = &tag {
            let index = self.frames.len();
            self.waiting(tag.name).push(index);
            if index >= DEEPEST {
                let text = tag.text.clone();
                self.text(&text);
            }
        }
        let around = match (self.around(), &kind) {
            (Around::Image, _) | (_, Kind::Image) => Around::Image,
            (Around::Link, _) | (_, Kind::Link) => Around::Link,
            (Around::Nothing, _) => Around::Nothing,
        };
        self.frames.push(Frame {
            around,
            kind,
            tag,
            is_closed: false,
            spans: Vec::new(),
        });
    }

    /// The label that is open.
    pub(super) fn around(&self) -> Around {
        let last = self.frames.last();
        last.map_or(Around::Nothing, |frame| frame.around)
    }

    fn waiting(&mut self, name: Name) -> &mut Vec<usize> {
        match name {
            Name::Font => &mut self.fonts,
            Name::At => &mut self.ats,
        }
    }

    /// Where spans go now.
    fn spans(&mut self) -> Option<&mut Vec<Span>> {
        let top = self.frames.len().min(DEEPEST).checked_sub(1)?;
        self.frames.get_mut(top).map(|frame| &mut frame.spans)
    }

    /// Adds text.
    pub(super) fn text(&mut self, text: &str) {
        let Some(spans) = self.spans() else { return };
        match spans.last_mut() {
            _ if text.is_empty() => {}
            Some(Span::Text(last)) => last.push_str(text),
            _ => spans.push(Span::Text(text.to_owned())),
        }
    }

    /// Adds a span.
    pub(super) fn push(&mut self, span: Span) {
        match span {
            Span::Text(text) => self.text(&text),
            span => {
                if let Some(spans) = self.spans() {
                    spans.push(span);
                }
            }
        }
    }

    /// Closes a tag of the dialect; `written` is its closing tag.
    pub(super) fn close_tag(&mut self, name: Name, written: &str, source: &Range<usize>) -> Closed {
        let Some(index) = self.waiting(name).pop() else {
            self.text(written);
            return Closed::Stray;
        };
        if index >= DEEPEST
            || self
                .frames
                .get(index)
                .is_some_and(|frame| matches!(frame.kind, Kind::Literal))
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
    pub(super) fn close(&mut self, target: Option<LinkTarget>) {
        while self.frames.last().is_some_and(|frame| frame.tag.is_some()) {
            self.pop(None);
        }
        if self.frames.len() > 1 {
            self.pop(target);
        }
        self.pop_closed();
    }

    fn pop_closed(&mut self) {
        while self.frames.last().is_some_and(|frame| frame.is_closed) {
            self.pop(None);
        }
    }

    /// Everything, with what is still open closed; what follows is another paragraph.
    pub(super) fn finish(&mut self) -> Vec<Span> {
        while self.frames.len() > 1 {
            self.pop(None);
        }
        self.fonts.clear();
        self.ats.clear();
        self.frames
            .last_mut()
            .map(|frame| std::mem::take(&mut frame.spans))
            .unwrap_or_default()
    }

    fn pop(&mut self, target: Option<LinkTarget>) {
        let is_nested = self.frames.len() <= DEEPEST;
        let index = self.frames.len().saturating_sub(1);
        let Some(mut frame) = self.frames.pop() else {
            return;
        };
        if let Some(tag) = frame.tag.take() {
            let waiting = self.waiting(tag.name);
            if waiting.last() == Some(&index) {
                waiting.pop();
                if is_nested {
                    self.text(&tag.text);
                }
                if !matches!(frame.kind, Kind::Literal) {
                    self.unclosed.of(tag.name).push(tag.fault);
                }
                frame.kind = Kind::Whole;
            } else if matches!(frame.kind, Kind::Literal) && is_nested {
                self.text(&tag.text);
            }
        }
        if is_nested {
            self.nest(frame.kind, frame.spans, target);
        }
    }

    fn nest(&mut self, kind: Kind, content: Vec<Span>, target: Option<LinkTarget>) {
        let span = match kind {
            Kind::Whole | Kind::Literal => {
                for span in content {
                    self.push(span);
                }
                return;
            }
            Kind::Bold => Span::Bold(content),
            Kind::Italic => Span::Italic(content),
            Kind::Strike => Span::Strike(content),
            Kind::Font(color) => Span::Font { color, content },
            Kind::At(email) => Span::At { email, content },
            Kind::Image => Span::Image {
                url: match target {
                    Some(LinkTarget::Url(url)) => url.into_owned(),
                    Some(LinkTarget::Variable(name)) => format!("${name}"),
                    None => String::new(),
                },
                alt: Span::plain_text(&content),
            },
            Kind::Link => {
                let target = target.unwrap_or(LinkTarget::Url("".into()));
                Span::Link { target, content }
            }
        };
        self.push(span);
    }
}

/// Faults of tags that were not closed in time.
#[derive(Debug, Default)]
pub(super) struct Unclosed {
    pub(super) fonts: Vec<Fault>,
    pub(super) ats: Vec<Fault>,
}

impl Unclosed {
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
