//! What a card is made of, as far as formats differ in it: the one walk behind the choice of a format and the report.

mod report;
mod score;

use card_model::{
    ActionItem, Button, Fallback, Href, Img, Link, Str,
    markdown::{Block, LinkTarget, Span},
    spec::{Feature, Severity, address::check_url},
    words::Name,
};

pub(crate) use self::{
    report::{Decision, report},
    score::choose,
};
use crate::{
    Client, LossKind,
    body::{Body, Item, Kind, Passage, Prose, button_link},
    context::Context,
};

/// A step on the way from an element to a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    Name(Str),
    Index(usize),
}

/// A part of an element.
#[derive(Debug)]
pub(crate) struct Found<'f> {
    /// Its tag in markup.
    pub(crate) tag: &'static str,
    pub(crate) what: What<'f>,
    /// What stands for this part alone.
    pub(crate) fallback: Option<&'f Fallback>,
}

/// What is found.
#[derive(Debug)]
pub(crate) enum What<'f> {
    /// Something that formats show in different ways; what it is called.
    Feature(Feature, &'f str),
    /// Something that is lost on every format.
    Loss(LossKind, Severity, String),
}

/// The walk through an element.
pub(crate) struct Survey<'s, 'o> {
    cx: &'s Context<'o>,
    path: Vec<Step>,
    found: &'s mut dyn FnMut(&[Step], Found<'_>),
}

impl<'s, 'o> Survey<'s, 'o> {
    pub(crate) fn new(cx: &'s Context<'o>, found: &'s mut dyn FnMut(&[Step], Found<'_>)) -> Self {
        Self {
            cx,
            path: Vec::new(),
            found,
        }
    }

    fn within(&mut self, name: impl Into<Str>, walk: impl FnOnce(&mut Self)) {
        self.path.push(Step::Name(name.into()));
        walk(self);
        self.path.pop();
    }

    fn at(&mut self, index: usize, walk: impl FnOnce(&mut Self)) {
        self.path.push(Step::Index(index));
        walk(self);
        self.path.pop();
    }

    fn tell(&mut self, tag: &'static str, what: What<'_>, fallback: Option<&Fallback>) {
        let found = Found {
            tag,
            what,
            fallback,
        };
        (self.found)(&self.path, found);
    }

    fn feature(&mut self, tag: &'static str, feature: Feature, name: &str) {
        self.tell(tag, What::Feature(feature, name), None);
    }

    fn loss(&mut self, tag: &'static str, kind: LossKind, severity: Severity, detail: String) {
        self.tell(tag, What::Loss(kind, severity, detail), None);
    }

    /// Walks through the header.
    pub(crate) fn header(&mut self, body: &Body<'_>) {
        let Some(header) = body.choice.header else {
            return;
        };
        if let Some(title) = &body.title {
            self.within("title", |survey| survey.content(title));
        }
        if let Some(subtitle) = &body.subtitle {
            self.within("subtitle", |survey| survey.content(subtitle));
        }
        if let Some(template) = &header.template {
            self.within("template", |survey| {
                survey.feature("header", Feature::Template, template);
            });
        }
    }

    /// Walks through an element.
    pub(crate) fn item(&mut self, item: &Item<'_>) {
        match &item.kind {
            Kind::Text(passage) => {
                self.content(passage);
                self.link(passage.link, item.tag);
            }
            Kind::Div { fields, link } => {
                self.feature("div", Feature::Div, "");
                self.within("fields", |survey| {
                    for (index, field) in fields.iter().enumerate() {
                        survey.at(index, |survey| {
                            survey.content(field);
                            survey.link(field.link, "markdown");
                        });
                    }
                });
                self.link(*link, "div");
            }
            Kind::Img(img) => self.img(img, None),
            Kind::Hr { style } => {
                self.feature("hr", Feature::Hr, "");
                if let Some(style) = style {
                    self.within("style", |survey| {
                        survey.feature("hr", Feature::HrStyle, style)
                    });
                }
            }
            Kind::PicText { img, text, link } => {
                self.feature("picText", Feature::PicText, "");
                self.img(img, img.fallback.as_ref());
                self.within("text", |survey| {
                    survey.within("text", |survey| survey.prose(text));
                });
                self.link(link.or(text.link), "picText");
            }
            Kind::Action(actions) => self.action(actions),
            Kind::Other(tag) => self.feature("raw", Feature::Raw, tag),
        }
    }

    /// A text where `content.text` holds it.
    fn content(&mut self, passage: &Passage<'_>) {
        if matches!(passage.prose, Prose::Tree(_)) {
            self.within("content", |survey| {
                survey.within("text", |survey| survey.prose(passage));
            });
        }
    }

    fn prose(&mut self, passage: &Passage<'_>) {
        if let Prose::Tree(tree) = &passage.prose {
            self.blocks(&tree.blocks, passage.href, false);
        }
    }

    fn img(&mut self, img: &Img, fallback: Option<&Fallback>) {
        let alt = img.alt.as_deref().unwrap_or_default().trim();
        let url = img.url.as_deref().map(|url| (url, check_url(url)));
        if let Some((_, Err(fault))) = &url {
            let detail = format!("the public copy of the picture is not shown: {fault}");
            self.loss("img", LossKind::Dropped, Severity::Degraded, detail);
        }
        let feature = match (url, alt) {
            (Some((_, Ok(()))), _) => Feature::Img,
            (_, "") => Feature::ImgBare,
            _ => Feature::ImgAlt,
        };
        self.tell("img", What::Feature(feature, alt), fallback);
    }

    fn action(&mut self, actions: &[ActionItem]) {
        self.within("actions", |survey| {
            for (index, action) in actions.iter().enumerate() {
                survey.at(index, |survey| match action {
                    ActionItem::Button(button) => survey.button(button),
                    ActionItem::Other(other) => {
                        let tag = other.tag().unwrap_or_default();
                        survey.tell(
                            "raw",
                            What::Feature(Feature::Raw, tag),
                            other.fallback.as_ref(),
                        );
                    }
                    _ => survey.feature("raw", Feature::Raw, ""),
                });
            }
        });
    }

    fn button(&mut self, button: &Button) {
        let fallback = button.fallback.as_ref();
        match button_link(button) {
            Some(link) if self.cx.allowed_url(&link).is_some() => {
                self.tell(
                    "button",
                    What::Feature(Feature::Button, &button.label),
                    fallback,
                );
                self.client_link(&link, "button");
            }
            Some(link) => {
                let detail = format!(
                    "button {} does not open its link: {}",
                    Name(&button.label),
                    self.why(&link)
                );
                self.loss("button", LossKind::Dropped, Severity::Lost, detail);
            }
            None => {
                let what = What::Feature(Feature::Postback, &button.label);
                self.tell("button", what, fallback);
            }
        }
        if let Some(style) = &button.style {
            self.within("style", |survey| {
                survey.feature("button", Feature::ButtonStyle, style);
            });
        }
    }

    /// The link of an element.
    fn link(&mut self, link: Option<&Link>, tag: &'static str) {
        let Some(link) = link else { return };
        self.within("link", |survey| {
            survey.target(link, tag, "the link of the element")
        });
    }

    /// The link of the card.
    pub(crate) fn card_link(&mut self, link: &Link) {
        self.feature("link", Feature::CardLink, "");
        self.target(link, "link", "the link of the card");
    }

    fn target(&mut self, link: &Link, tag: &'static str, what: &str) {
        if self.cx.allowed_url(link).is_some() {
            self.client_link(link, tag);
        } else {
            let detail = format!("{what} is left out: {}", self.why(link));
            self.loss(tag, LossKind::Dropped, Severity::Lost, detail);
        }
    }

    /// Why a link is not sent.
    fn why(&self, link: &Link) -> String {
        let fault = link.urls().find_map(|(_, url)| check_url(url).err());
        fault.map_or_else(
            || "its URL is refused".to_owned(),
            |fault| fault.to_string(),
        )
    }

    /// What becomes of a link with a URL per client.
    fn client_link(&mut self, link: &Link, tag: &'static str) {
        let differs = link.urls().any(|(_, url)| url != link.url);
        match self.cx.options.client {
            _ if !differs => {}
            Some(client) => {
                let name = match client {
                    Client::Pc => "pc",
                    Client::Android => "android",
                    Client::Ios => "ios",
                };
                let detail = format!(
                    "the link leads to where it does on {}, as asked for",
                    Name(name)
                );
                self.loss(tag, LossKind::Replaced, Severity::Info, detail);
            }
            None => {
                self.feature(tag, Feature::ClientLink, "");
                let phones = [Client::Android, Client::Ios].map(|client| client.url(link));
                if self.cx.deep_links && phones.first() != phones.last() {
                    let detail =
                        "Android and iOS get one URL, a link holds one for all phones".to_owned();
                    self.loss(tag, LossKind::Replaced, Severity::Degraded, detail);
                }
            }
        }
    }

    fn blocks(&mut self, blocks: &[Block], href: Option<&Href>, in_quote: bool) {
        for block in blocks {
            match block {
                Block::Paragraph(spans) => self.spans(spans, href, false),
                Block::Heading { content, .. } => {
                    self.feature("markdown", Feature::Heading, "");
                    self.spans(content, href, false);
                }
                Block::Quote(blocks) => {
                    self.feature("markdown", Feature::Quote, "");
                    if in_quote {
                        self.feature("markdown", Feature::QuoteNested, "");
                    }
                    self.blocks(blocks, href, true);
                }
                Block::List { items, .. } => {
                    self.feature("markdown", Feature::List, "");
                    for item in items {
                        self.blocks(item, href, in_quote);
                    }
                }
                Block::Code { .. } => self.feature("markdown", Feature::CodeBlock, ""),
                Block::Table { header, rows, .. } => {
                    self.feature("markdown", Feature::Table, "");
                    for cell in header.iter().chain(rows.iter().flatten()) {
                        self.spans(cell, href, false);
                    }
                }
                Block::Rule => self.feature("markdown", Feature::Hr, ""),
                _ => self.feature("markdown", Feature::Raw, "markdown"),
            }
        }
    }

    fn spans(&mut self, spans: &[Span], href: Option<&Href>, in_link: bool) {
        for span in spans {
            let content = match span {
                Span::Bold(content) => {
                    self.feature("b", Feature::Bold, "");
                    content
                }
                Span::Italic(content) => {
                    self.feature("i", Feature::Italic, "");
                    content
                }
                Span::Strike(content) => {
                    self.feature("s", Feature::Strike, "");
                    content
                }
                Span::Font { color, content } => {
                    self.feature("font", Feature::Font, color);
                    content
                }
                Span::Link { target, content } => {
                    self.text_link(target, content, href, in_link);
                    self.spans(content, href, true);
                    continue;
                }
                Span::At { email, content } => {
                    self.mention(email, content, in_link);
                    continue;
                }
                Span::Code(_) => {
                    self.feature("markdown", Feature::Code, "");
                    continue;
                }
                Span::Image { url, alt } => {
                    self.image(url, alt, in_link);
                    continue;
                }
                _ => continue,
            };
            self.spans(content, href, in_link);
        }
    }

    fn mention(&mut self, email: &str, content: &[Span], in_link: bool) {
        let name = Span::plain_text(content);
        let shown = if name.trim().is_empty() {
            email
        } else {
            name.trim()
        };
        if in_link {
            let detail = format!("{} is not notified: it stands in a link", Name(shown));
            self.loss("at", LossKind::MentionLost, Severity::Lost, detail);
        } else if self.cx.person(email).is_some() {
            self.feature("at", Feature::At, shown);
        } else {
            self.feature("at", Feature::AtUnknown, shown);
        }
    }

    fn text_link(
        &mut self,
        target: &LinkTarget,
        content: &[Span],
        href: Option<&Href>,
        in_link: bool,
    ) {
        let label = Span::plain_text(content);
        if in_link {
            let detail = format!(
                "{} is text without a link: it stands in another one",
                Name(&label)
            );
            return self.loss("a", LossKind::Replaced, Severity::Degraded, detail);
        }
        match self.cx.resolve(target, href) {
            Ok(link) => {
                self.feature("a", Feature::Link, "");
                self.client_link(&link, "a");
            }
            Err(why) => {
                let detail = format!("{} is text without a link: {why}", Name(&label));
                self.loss("a", LossKind::Replaced, Severity::Degraded, detail);
            }
        }
    }

    fn image(&mut self, url: &str, alt: &str, in_link: bool) {
        if let Err(fault) = check_url(url) {
            let detail = format!("picture {} is not shown: {fault}", Name(alt));
            self.loss("markdown", LossKind::Replaced, Severity::Lost, detail);
        } else if in_link {
            let detail = format!(
                "picture {} is its description: it stands in a link",
                Name(alt)
            );
            self.loss("markdown", LossKind::Replaced, Severity::Degraded, detail);
        } else {
            self.feature("markdown", Feature::Image, alt);
        }
    }
}
