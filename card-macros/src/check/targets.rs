//! `targets`: what one of them cannot show while nothing is said to stand there instead. The table of
//! [`Feature`]s alone decides what is lost.

use card_model::{
    spec::{Attribute, Feature, Format, Severity, Shown, TARGETS, Tag, TextMode},
    words::{each, join},
};
use proc_macro2::Span;

use super::{
    attributes::whole,
    mentions::{Mention, mentioning},
    rules::elements,
};
use crate::{
    ast::{Element, Node, Value},
    errors::Errors,
    suggest,
};

/// Reports each part of the card that one of its targets loses.
pub(super) fn check(card: &Element, errors: &mut Errors) {
    for part in lost_parts(card) {
        part.report(errors);
    }
}

/// A part of a card that is lost.
pub(super) struct Lost {
    feature: Feature,
    /// The tag that it is written as, or would be: a mention may stand in quoted markdown.
    pub(super) tag: Tag,
    how: How,
    span: Span,
    pub(super) losses: Vec<Loss>,
}

/// How a part is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// As a tag.
    Tag,
    /// In quoted markdown.
    Quoted,
    /// In quoted markdown, in a link.
    Linked,
}

/// What a target makes of a part that it loses.
pub(super) struct Loss {
    pub(super) target: &'static str,
    format: Format,
    shown: Shown,
}

/// The parts of the card that its targets lose, in order.
pub(super) fn lost_parts(card: &Element) -> Vec<Lost> {
    let mut search = Search {
        targets: targets(card),
        lost: Vec::new(),
    };
    if !search.targets.is_empty() {
        search.nodes(&card.children, Around::default().inside(card));
    }
    search.lost
}

/// The targets that the card names. What else stands in the attribute is reported elsewhere.
fn targets(card: &Element) -> Vec<&'static str> {
    let value = card.attribute(Attribute::Targets).map(|given| &given.value);
    let Some(Value::Text(text)) = value else {
        return Vec::new();
    };
    let given = whole(text).unwrap_or_default();
    let mut targets = Vec::new();
    for target in TARGETS {
        if given.split([' ', ',']).any(|name| name == *target) {
            targets.push(*target);
        }
    }
    targets
}

/// What is known of the place that a part stands in.
#[derive(Clone, Copy, Default)]
struct Around {
    /// The tag around it, if it is certain.
    parent: Option<Tag>,
    /// Whether something stands there instead where it cannot be shown.
    has_fallback: bool,
    in_link: bool,
}

impl Around {
    /// What is known of the places in `element`, which stands here.
    fn inside(self, element: &Element) -> Self {
        Self {
            parent: element.tag.filter(|_| !element.is_guess()),
            has_fallback: self.has_fallback || is_given(element, Attribute::Fallback),
            in_link: self.in_link || element.tag == Some(Tag::A),
        }
    }

    /// Whether quoted text is markdown here.
    fn is_markdown(self) -> bool {
        self.parent
            .is_some_and(|parent| parent.spec().text == TextMode::Markdown)
    }

    fn takes(self, tag: Tag) -> bool {
        self.parent.is_none_or(|parent| tag.fits(parent))
    }
}

/// A search for what is lost.
struct Search {
    targets: Vec<&'static str>,
    lost: Vec<Lost>,
}

impl Search {
    fn nodes(&mut self, nodes: &[Node], around: Around) {
        let mentioning = mentions(nodes, around);
        for (index, node) in nodes.iter().enumerate() {
            match node {
                Node::Element(element) => self.element(element, around),
                Node::Text(text) => {
                    for mention in mentioning.iter().filter(|mention| mention.node == index) {
                        let how = if mention.in_link || around.in_link {
                            How::Linked
                        } else {
                            How::Quoted
                        };
                        self.add(Feature::At, Tag::At, text.literal.span(), how);
                    }
                }
                Node::If(node) => {
                    for branch in node.branches().0 {
                        self.nodes(branch, around);
                    }
                }
                Node::For(node) => self.nodes(&node.body, around),
                Node::Match(node) => {
                    for arm in &node.arms {
                        self.nodes(&arm.body, around);
                    }
                }
                Node::Braces(_) | Node::Let(_) => {}
            }
        }
    }

    fn element(&mut self, element: &Element, around: Around) {
        let inside = around.inside(element);
        // An element without its end, or in a wrong place, was reported, and may change with the correction.
        if let Some(tag) = element.tag
            && let Some(feature) = feature(element, tag)
            && element.is_closed
            && around.takes(tag)
            && !inside.has_fallback
        {
            self.add(feature, tag, element.span, How::Tag);
        }
        self.nodes(&element.children, inside);
    }

    fn add(&mut self, feature: Feature, tag: Tag, span: Span, how: How) {
        let losses = match how {
            How::Linked => lost_in_links(&self.targets),
            How::Tag | How::Quoted => lost_on(feature, &self.targets),
        };
        if !losses.is_empty() {
            self.lost.push(Lost {
                feature,
                tag,
                how,
                span,
                losses,
            });
        }
    }
}

/// What becomes of the feature on each of `targets` that loses it.
fn lost_on(feature: Feature, targets: &[&'static str]) -> Vec<Loss> {
    let mut losses = Vec::new();
    for target in targets {
        if let Some((format, shown)) = feature.on_target(target)
            && shown.severity() == Some(Severity::Lost)
        {
            losses.push(Loss {
                target,
                format,
                shown,
            });
        }
    }
    losses
}

/// The targets on which a mention in a link notifies nobody: all whose messages are made of the card.
fn lost_in_links(targets: &[&'static str]) -> Vec<Loss> {
    let mut losses = Vec::new();
    for target in targets {
        if let Some(format) = Format::of_target(target).first() {
            losses.push(Loss {
                target,
                format: *format,
                shown: Shown::MentionLost("the name"),
            });
        }
    }
    losses
}

/// The quoted texts with a mention for which nothing stands.
fn mentions(nodes: &[Node], around: Around) -> Vec<Mention> {
    if around.is_markdown() && !around.has_fallback {
        mentioning(nodes)
    } else {
        Vec::new()
    }
}

/// The row of the table that says how the element is shown.
fn feature(element: &Element, tag: Tag) -> Option<Feature> {
    match tag {
        Tag::Button => button(element),
        Tag::Img if is_given(element, Attribute::Url) => Some(Feature::Img),
        Tag::Img if has_alt(element) => Some(Feature::ImgAlt),
        Tag::Img => Some(Feature::ImgBare),
        Tag::Raw => Some(Feature::Raw),
        Tag::At => Some(Feature::At),
        _ => None,
    }
}

/// A button that does nothing, or two things, is reported elsewhere, and is none of them.
fn button(button: &Element) -> Option<Feature> {
    let has_link = is_given(button, Attribute::Href)
        || is_given(button, Attribute::Url)
        || elements(&button.children, Tag::Href).next().is_some();
    match (has_link, button.attribute(Attribute::Key).is_some()) {
        (true, false) => Some(Feature::Button),
        (false, true) => Some(Feature::Postback),
        _ => None,
    }
}

/// Whether the picture is described, as far as the compiler knows.
fn has_alt(img: &Element) -> bool {
    match img.attribute(Attribute::Alt).map(|alt| &alt.value) {
        Some(Value::Text(text)) => whole(text).is_none_or(|alt| !alt.trim().is_empty()),
        _ => is_given(img, Attribute::Alt),
    }
}

/// Whether the element has this attribute, with whatever value, or one that is reported as a misspelling of it.
fn is_given(element: &Element, attribute: Attribute) -> bool {
    let Some(spec) = element.tag.map(Tag::spec) else {
        return element.attribute(attribute).is_some();
    };
    element.attributes.iter().any(|given| {
        let name = given.name.to_string();
        match spec.attribute(&name) {
            Some(known) => known.attribute == attribute,
            None => suggest::attribute(&name, spec) == Some(attribute.name()),
        }
    })
}

/// What can be done where a target cannot show something.
pub(super) const INSTEAD: &str = "say what stands there instead: `fallback=\"…\"`";
pub(super) const LEFT_OUT: &str = "leave it out: `fallback=\"drop\"`";
const DESCRIBE: (Feature, &str) = (Feature::ImgAlt, "describe it: `alt=\"…\"`");
const COPY: (Feature, &str) = (Feature::Img, "give a public copy: `url=\"https://…\"`");

impl Lost {
    fn report(&self, errors: &mut Errors) {
        let mistake = errors.at(self.span, self.first_line());
        mistake.help(listed(&self.ways_out(), "or"));
        if self.how == How::Linked {
            mistake.note("it stands in a link: the name instead");
            return;
        }
        for loss in &self.losses {
            mistake.note(format!(
                "{} has no {}: {} instead",
                loss.format.name(),
                self.feature.noun(),
                loss.shown.form()
            ));
        }
    }

    fn first_line(&self) -> String {
        let targets = each(&self.losses, |loss| format!("`{}`", loss.target));
        let targets = listed(&targets, "and");
        match self.tag {
            Tag::At if self.how != How::Tag => {
                format!("nobody is notified on {targets} by the mention in this text")
            }
            Tag::At => format!("nobody is notified on {targets} by this mention"),
            Tag::Button => format!("{targets} cannot show this button"),
            Tag::Img => format!("{targets} cannot show this picture"),
            _ => format!("{targets} cannot show this element"),
        }
    }

    /// What can be done about it.
    fn ways_out(&self) -> Vec<&'static str> {
        let say_more: &[_] = match self.feature {
            Feature::ImgBare => &[DESCRIBE, COPY],
            Feature::ImgAlt => &[COPY],
            _ => &[],
        };
        let targets = each(&self.losses, |loss| loss.target);
        let mut ways = Vec::new();
        for (better, way) in say_more {
            if lost_on(*better, &targets).is_empty() {
                ways.push(*way);
            }
        }
        if self.how == How::Linked {
            ways.push("take the mention out of the link");
        }
        ways.push(match self.feature {
            Feature::At => "say on the `<markdown>` what stands there instead: `fallback=\"…\"`",
            _ => INSTEAD,
        });
        ways.push(LEFT_OUT);
        ways
    }
}

/// `a`, `a and b`, `a, b and c`; with a comma before the last one where the parts are no single words.
pub(super) fn listed(parts: &[impl AsRef<str>], word: &str) -> String {
    let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
    let Some((last, before)) = parts.split_last().filter(|(_, before)| !before.is_empty()) else {
        return join(&parts, "");
    };
    let comma = if parts.iter().any(|part| part.contains(' ')) {
        ","
    } else {
        ""
    };
    format!("{}{comma} {word} {last}", join(before, ", "))
}
