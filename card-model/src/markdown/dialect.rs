//! What the card dialect adds to `CommonMark`: its tags, and where links lead.

use std::{collections::HashMap, ops::Range};

use pulldown_cmark::{CowStr, LinkType};

use super::{
    build::{Builder, Target},
    fault::{Fault, FaultKind},
    flow::PartKind,
    inline::{Closed, Goal, Kind, Name, Opening, Unclosed},
    mention::Person,
    piece::Place,
    prepare::{Mark, MarkKind, Segment},
    tag::{self, Tag},
};
use crate::spec::address;

const IN_TAG: Place = Place::Forbidden("a tag; use the tag with an attribute in braces");

/// Tags that were reported, so that their closing tags are not.
#[derive(Debug, Default)]
pub(super) struct Unknown {
    open: HashMap<String, usize>,
}

impl Unknown {
    fn open(&mut self, name: &str, times: usize) {
        match self.open.get_mut(name) {
            Some(count) => *count += times,
            None => {
                self.open.insert(name.to_owned(), times);
            }
        }
    }

    /// Whether an opening tag of this name was reported and waits for its closing tag.
    fn close(&mut self, name: &str) -> bool {
        match self.open.get_mut(name) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }

    /// Keeps the faults of a paragraph's tags. A closing tag in a later paragraph is a part of the same mistake.
    pub(super) fn keep(&mut self, unclosed: &mut Unclosed, faults: &mut Vec<Fault>) {
        for (name, list) in [("font", &mut unclosed.fonts), ("at", &mut unclosed.ats)] {
            if !list.is_empty() {
                self.open(name, list.len());
                faults.append(list);
            }
        }
    }
}

impl<'p> Builder<'p, '_> {
    /// A tag among text.
    pub(super) fn tag(&mut self, mark: &'p Mark, holes: Range<usize>) {
        let prepared = self.prepared;
        let Some((tag, _)) = tag::scan(prepared.replaced(mark)) else {
            return;
        };
        let is_fixed = holes.is_empty();
        let written = self.written(mark, holes, IN_TAG);
        match Name::new(tag.name) {
            Some(name) if tag.is_closing => self.close_tag(name, &written, mark),
            Some(name) if !is_fixed => self.open_literal(name, written, mark, None),
            Some(name) => self.open_tag(name, &tag, written, mark),
            None if tag.name == "br" && !tag.is_closing => {
                self.inlines.flow.leaf(PartKind::Break, "");
            }
            None => self.unknown_tag(&tag, &written, mark),
        }
    }

    fn open_tag(&mut self, name: Name, tag: &Tag<'_>, written: String, mark: &Mark) {
        if tag.is_self_closing {
            self.inlines.text(&written);
            let snippet = self.prepared.excerpt(&written);
            self.fault(FaultKind::UnclosedTag(name.as_str()), mark.at, snippet);
            return;
        }
        let (wanted, missing) = match name {
            Name::Font => ("color", FaultKind::NoColor),
            Name::At => ("email", FaultKind::NoEmail),
        };
        let snippet = self.prepared.excerpt(&written);
        for (attribute, _) in tag.attributes.iter().filter(|(name, _)| *name != wanted) {
            let kind = FaultKind::Attribute {
                tag: name.as_str(),
                name: (*attribute).to_owned(),
            };
            self.fault(kind, mark.at, snippet.clone());
        }
        let value = tag.attribute(wanted).unwrap_or("").trim().to_owned();
        let kind = match name {
            _ if value.is_empty() => Err((!has_other(tag, wanted)).then_some(missing)),
            Name::At if !address::is_email(&value) => Err(Some(FaultKind::Email(value.clone()))),
            Name::At => Ok(Kind::At),
            Name::Font => Ok(Kind::Font),
        };
        match kind {
            Ok(kind) => {
                let mut opening = self.opening(name, written, mark);
                if kind == Kind::At {
                    opening.person = Some(Person::Email(value.clone()));
                }
                opening.value = value;
                self.inlines.open(kind, Some(Box::new(opening)));
            }
            Err(fault) => {
                if let Some(fault) = fault {
                    self.fault(fault, mark.at, snippet);
                }
                let id = tag.attribute("id").filter(|_| name == Name::At);
                let person = id.map(|id| Person::Id(id.trim().to_owned()));
                self.open_literal(name, written, mark, person);
            }
        }
    }

    /// A tag that stays text.
    fn open_literal(&mut self, name: Name, written: String, mark: &Mark, person: Option<Person>) {
        let mut opening = self.opening(name, written, mark);
        opening.person = person;
        self.inlines.open(Kind::Literal, Some(Box::new(opening)));
    }

    fn opening(&self, name: Name, text: String, mark: &Mark) -> Opening {
        let snippet = self.prepared.excerpt(&text);
        let fault = self.fault_at(FaultKind::UnclosedTag(name.as_str()), mark.at, snippet);
        Opening {
            name,
            text,
            value: String::new(),
            fault,
            person: None,
            source: mark.source.clone(),
            opened: None,
        }
    }

    fn close_tag(&mut self, name: Name, written: &str, mark: &Mark) {
        match self.inlines.close_tag(name, written, &mark.source) {
            Closed::Matched => {}
            Closed::Crossing => self.fault(FaultKind::Nesting, mark.at, written.to_owned()),
            Closed::Stray => {
                if let Some(fault) = self.inlines.unclosed.blame(name) {
                    self.faults.push(fault);
                } else if !self.unknown.close(name.as_str()) {
                    self.fault(FaultKind::StrayTag, mark.at, written.to_owned());
                }
            }
        }
    }

    fn unknown_tag(&mut self, tag: &Tag<'_>, written: &str, mark: &Mark) {
        self.inlines.text(written);
        if tag.is_closing && self.unknown.close(tag.name) {
            return;
        }
        if !tag.is_closing && !tag.is_self_closing {
            self.unknown.open(tag.name, 1);
        }
        let snippet = self.prepared.excerpt(written);
        self.fault(FaultKind::UnknownTag(tag.name.to_owned()), mark.at, snippet);
    }

    /// Characters that are text, among them an angle bracket that begins no tag.
    pub(super) fn plain(&mut self, mark: &Mark) {
        let text = self.prepared.replaced(mark);
        self.inlines.text(text);
        if text == "<" {
            let rest = self.prepared.source_after(mark);
            let name = rest.strip_prefix('/').unwrap_or(rest);
            let is_tag = ["font", "at"].iter().any(|tag| {
                let rest = name.strip_prefix(tag);
                rest.is_some_and(|rest| rest.starts_with([' ', '>', '\n', '\t', '=']))
            });
            if is_tag {
                let line = rest.split(['\n', '<', '>']).next().unwrap_or("");
                let snippet = self.prepared.excerpt(&format!("<{line}"));
                self.fault(FaultKind::BrokenTag, mark.at, snippet);
            }
        }
    }

    /// The target of the link or image that has just been opened.
    pub(super) fn open_target(
        &mut self,
        link_type: LinkType,
        url: CowStr<'p>,
        reference: Option<Range<usize>>,
    ) {
        self.targets.push(Target {
            link_type,
            url,
            reference,
            start: self.at,
        });
    }

    /// Closes a link or image: its URL stands behind its label.
    pub(super) fn close_target(&mut self, range: &Range<usize>) {
        let Some(target) = self.targets.pop() else {
            return;
        };
        let from = match (&target.reference, target.link_type) {
            (Some(definition), _) => self.definition_url(definition),
            (None, LinkType::Autolink | LinkType::Email) => target.start,
            (None, _) => self.at,
        };
        self.at = range.end;
        let is_inline = target.link_type == LinkType::Inline;
        let shown = self.check_target(target, from, range);
        self.inlines.close(Some(shown));
        if is_inline {
            self.forbid_rest(from, range.end);
        }
    }

    fn definition_url(&self, definition: &Range<usize>) -> usize {
        let text = self.prepared.text().get(definition.clone()).unwrap_or("");
        definition.start + text.find("]:").unwrap_or(0)
    }

    /// Holes behind the label that are not a part of the URL.
    fn forbid_rest(&mut self, from: usize, to: usize) {
        for hole in self.prepared.holes_within(from..to) {
            if !self.is_placed(hole) {
                self.forbid_hole(hole, "the title of a link");
            }
        }
    }

    fn check_target(&mut self, target: Target<'p>, from: usize, range: &Range<usize>) -> Goal<'p> {
        if !self.is_check
            && self.prepared.is_plain(&(from..range.end))
            && !target.url.starts_with('$')
        {
            return Goal::Url(target.url);
        }
        let is_variable = target.url.starts_with('$');
        let (mut shown, mut checked) = (String::with_capacity(target.url.len()), String::new());
        for segment in self.prepared.segments(&target.url, from) {
            match segment {
                Segment::Text(text) => {
                    shown.push_str(text);
                    if self.is_check {
                        checked.push_str(text);
                    }
                }
                Segment::Mark(mark) => {
                    let is_hole = matches!(mark.kind, MarkKind::Hole(_));
                    let text = self.target_mark(mark, is_variable, shown.is_empty());
                    match (is_hole, checked.is_empty()) {
                        (true, true) => checked.push_str("https://x"),
                        (true, false) => checked.push('x'),
                        (false, _) => checked.push_str(&text),
                    }
                    shown.push_str(&text);
                }
            }
        }
        match shown.strip_prefix('$') {
            Some(name) if is_variable => {
                self.check_variable(name, range);
                Goal::Variable(name.to_owned())
            }
            _ => {
                self.check_url(target.link_type, &checked, range);
                Goal::Url(shown.into())
            }
        }
    }

    fn target_mark(&mut self, mark: &Mark, is_variable: bool, is_start: bool) -> String {
        let place = match (is_variable, is_start) {
            (true, _) => Place::Forbidden("the name of a variable"),
            (false, true) => Place::UrlStart,
            (false, false) => Place::UrlPart,
        };
        match &mark.kind {
            MarkKind::Hole(hole) => self.hole_text(*hole, place).into_owned(),
            MarkKind::Tag(holes) => self.written(mark, holes.clone(), place),
            MarkKind::Plain => self.prepared.replaced(mark).to_owned(),
        }
    }

    fn check_variable(&mut self, name: &str, range: &Range<usize>) {
        if name.is_empty() {
            let snippet = self.prepared.snippet(range.clone());
            self.fault(FaultKind::EmptyLink, range.start, snippet);
            return;
        }
        let (piece, _) = self.prepared.locate(range.end.saturating_sub(1));
        self.variables.push((name.to_owned(), piece));
    }

    fn check_url(&mut self, link_type: LinkType, checked: &str, range: &Range<usize>) {
        if !self.is_check {
            return;
        }
        let kind = match address::check_url(checked) {
            // `<name@host>` has no scheme of its own.
            _ if link_type == LinkType::Email => return,
            Ok(()) => return,
            Err(address::UrlFault::Empty) => FaultKind::EmptyLink,
            Err(fault) => FaultKind::Url(fault),
        };
        let snippet = self.prepared.snippet(range.clone());
        self.fault(kind, range.start, snippet);
    }
}

/// Whether an attribute that the tag does not have was reported, most likely in place of the wanted one.
fn has_other(tag: &Tag<'_>, wanted: &str) -> bool {
    tag.attributes.iter().any(|(name, _)| *name != wanted)
}
