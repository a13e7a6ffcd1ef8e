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
    context::{Context, Goal},
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
    /// The name of a person who is mentioned, which is lost where a client shows its own.
    Name(&'f str),
    /// How wide columns are, which is lost where there are columns.
    Widths(&'f str),
    /// Something that is lost on every format.
    Loss(LossKind, Severity, String),
}

/// The walk through an element.
pub(crate) struct Survey<'s, 'o> {
    cx: &'s Context<'o>,
    path: Vec<Step>,
    /// The variables that a text leads to, with what is clicked.
    variables: Vec<(String, String)>,
    found: &'s mut dyn FnMut(&[Step], Found<'_>),
}

impl<'s, 'o> Survey<'s, 'o> {
    pub(crate) fn new(cx: &'s Context<'o>, found: &'s mut dyn FnMut(&[Step], Found<'_>)) -> Self {
        Self {
            cx,
            path: Vec::new(),
            variables: Vec::new(),
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
            self.within("title", |survey| survey.heading(title));
        }
        if let Some(subtitle) = &body.subtitle {
            self.within("subtitle", |survey| survey.heading(subtitle));
        }
        if let Some(template) = &header.template {
            self.within("template", |survey| {
                survey.feature("header", Feature::Template, template);
            });
        }
    }

    /// A title: its text leads nowhere as a whole.
    fn heading(&mut self, passage: &Passage<'_>) {
        if let Prose::Tree(tree) = &passage.prose
            && !matches!(tree.blocks.as_slice(), [] | [Block::Paragraph(_)])
        {
            let detail = "a title is one line: its paragraphs stand behind each other".to_owned();
            self.loss("header", LossKind::Replaced, Severity::Info, detail);
        }
        self.content(passage);
        if passage.link.is_some() {
            self.within("link", |survey| {
                let detail = "the link is left out: a title leads nowhere".to_owned();
                survey.loss("header", LossKind::Dropped, Severity::Lost, detail);
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
            Kind::Div {
                fields,
                division,
                link,
            } => {
                self.feature("div", Feature::Div, "");
                self.within("fields", |survey| {
                    for (index, field) in fields.iter().enumerate() {
                        survey.at(index, |survey| {
                            survey.content(field);
                            survey.link(field.link, "markdown");
                        });
                    }
                });
                if let Some(division) = division {
                    self.within("division", |survey| {
                        survey.tell("div", What::Widths(division), None);
                    });
                }
                self.link(*link, "div");
            }
            Kind::Img(img) => self.img(img, None),
            Kind::Hr { style } => {
                self.feature("hr", Feature::Hr, "");
                if let Some(style) = style {
                    self.within("style", |survey| {
                        survey.feature("hr", Feature::HrStyle, style);
                    });
                }
            }
            Kind::PicText { img, text, link } => {
                self.feature("picText", Feature::PicText, "");
                self.img(img, img.fallback.as_ref());
                self.within("text", |survey| {
                    survey.within("text", |survey| survey.prose(text));
                });
                self.href(text.href, "markdown");
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
            self.href(passage.href, "markdown");
        }
    }

    /// The links that the text before names.
    fn href(&mut self, href: Option<&Href>, tag: &'static str) {
        let variables = std::mem::take(&mut self.variables);
        let Some(href) = href else { return };
        self.within("href", |survey| {
            for (name, link) in href.iter() {
                let used = variables.iter().find(|(variable, _)| variable == name);
                survey.within(name.to_owned(), |survey| match used {
                    Some((_, label)) => survey.variable(link, label),
                    None => Survey::leads_nowhere(tag, name)(survey),
                });
            }
        });
    }

    fn variable(&mut self, link: &Link, label: &str) {
        if self.cx.allowed_url(link).is_some() {
            return self.client_link(link, "a");
        }
        let detail = format!(
            "{} is text without a link: {}",
            Name(label),
            Self::why(link)
        );
        self.loss("a", LossKind::Replaced, Severity::Degraded, detail);
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
                    Self::why(&link)
                );
                self.loss("button", LossKind::Dropped, Severity::Lost, detail);
            }
            None => {
                let what = What::Feature(Feature::Postback, &button.label);
                self.tell("button", what, fallback);
            }
        }
        self.unused(button);
    }

    /// What of a button does nothing, and how it looks.
    fn unused(&mut self, button: &Button) {
        let opens = button_link(button).is_some();
        if opens && button.key.is_some() {
            let detail = format!(
                "button {} opens its link, and posts nothing back",
                Name(&button.label)
            );
            self.within("key", |survey| {
                survey.loss("button", LossKind::Dropped, Severity::Degraded, detail);
            });
        }
        // What stands for a button that posts back is in the report, its style with it.
        if let Some(style) = button.style.as_ref().filter(|_| opens) {
            self.within("style", |survey| {
                survey.feature("button", Feature::ButtonStyle, style);
            });
        }
        if button.url.is_some() && !button.href.is_empty() {
            let detail = format!(
                "button {} opens its `href`, not its `url`",
                Name(&button.label)
            );
            self.within("url", |survey| {
                survey.loss("button", LossKind::Dropped, Severity::Info, detail);
            });
        }
        let names: Vec<_> = button.href.iter().map(|(name, _)| name).collect();
        let opened = names.iter().find(|name| **name == Href::DEFAULT_NAME);
        let opened = opened.or(names.first()).copied();
        for name in names.into_iter().filter(|name| Some(*name) != opened) {
            self.within("href", |survey| {
                survey.within(name.to_owned(), Survey::leads_nowhere("button", name));
            });
        }
    }

    /// Tells of an entry of `href` that nothing names.
    fn leads_nowhere(tag: &'static str, name: &str) -> impl FnOnce(&mut Self) {
        let name = format!("${name}");
        let detail = format!("the link {} is left out: nothing leads there", Name(&name));
        move |survey| survey.loss(tag, LossKind::Dropped, Severity::Info, detail)
    }

    /// The link of an element.
    fn link(&mut self, link: Option<&Link>, tag: &'static str) {
        let Some(link) = link else { return };
        self.within("link", |survey| {
            survey.target(link, tag, "the link of the element");
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
            let detail = format!("{what} is left out: {}", Self::why(link));
            self.loss(tag, LossKind::Dropped, Severity::Lost, detail);
        }
    }

    /// Why a link is not sent.
    fn why(link: &Link) -> String {
        let fault = link.urls().find_map(|(_, url)| check_url(url).err());
        fault.map_or_else(
            || "its URL is refused".to_owned(),
            |fault| fault.to_string(),
        )
    }

    /// What becomes of a link with a URL per client.
    fn client_link(&mut self, link: &Link, tag: &'static str) {
        for (name, url) in link.urls() {
            if let Err(fault) = check_url(url) {
                let detail = format!(
                    "{} is left out, {} stands in: {fault}",
                    Name(name),
                    Name("url")
                );
                self.loss(tag, LossKind::Dropped, Severity::Degraded, detail);
            }
        }
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
            if !name.trim().is_empty() {
                self.tell("at", What::Name(shown), None);
            }
        } else if self.cx.options.people.find(email).is_some() {
            let detail = format!(
                "{} is not notified: a mobile number is mentioned in a WeCom text only",
                Name(shown)
            );
            self.loss("at", LossKind::MentionLost, Severity::Lost, detail);
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
        if in_link {
            let label = Span::plain_text(content);
            let detail = format!(
                "{} is text without a link: it stands in another one",
                Name(&label)
            );
            return self.loss("a", LossKind::Replaced, Severity::Degraded, detail);
        }
        let resolved = Goal::of(target, href);
        if resolved.is_ok() {
            self.feature("a", Feature::Link, "");
        }
        // What becomes of an entry of `href` is said where it stands.
        if let LinkTarget::Variable(name) = target
            && href.is_some_and(|href| href.get(name).is_some())
        {
            let label = Span::plain_text(content);
            return self.variables.push((name.to_string(), label));
        }
        match resolved {
            Ok(Goal::PerClient(link)) => self.client_link(link, "a"),
            Ok(Goal::Url(_)) => {}
            Err(why) => {
                let label = Span::plain_text(content);
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
