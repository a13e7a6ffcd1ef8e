//! A card as a `template_card`: no markup, short texts, a few rows, and a link for the whole.

use card_model::{
    Img,
    markdown::{LinkTarget, Span},
    spec::{self, Limit, Severity, address::check_url, wecom},
};

use super::{
    CardAction, CardImage, HorizontalContent, Jump, MainTitle, Message, NewsNotice, TextNotice,
    VerticalContent,
};
use crate::{
    LossKind, Report,
    body::{Body, Kind as ItemKind},
    context::Context,
    emit::Emitter,
    layout::{Content, Kind, Layout, Line, Origin},
    render::Drawing,
};

/// What the message is made of.
#[derive(Default)]
struct Template {
    title: String,
    desc: String,
    rows: Vec<(String, String)>,
    jumps: Vec<(String, String)>,
    text: Vec<String>,
}

/// The message and its report; `None` where the card has no link, as the platform wants one.
pub(super) fn render(
    body: &Body<'_>,
    cx: &Context<'_>,
    with_picture: bool,
) -> Option<(Vec<Message>, Report)> {
    let mut drawing = Drawing::new(body, cx, spec::Format::WeComTemplateCard);
    let layout = drawing.layout(usize::MAX);
    let links = links(&layout, cx);
    let card_link = body
        .card
        .link
        .as_deref()
        .and_then(|link| cx.allowed_url(link));
    let action = card_link
        .clone()
        .or_else(|| links.first().map(|(_, url)| url.clone()))?;
    let picture = picture(body).filter(|_| with_picture);
    let mut writer = Writer {
        drawing: &mut drawing,
        cx,
        template: Template::default(),
        rewritten: Vec::new(),
    };
    writer.jumps(&links, &layout);
    writer.head(&layout);
    writer.lines(&layout, picture.map(|(index, _)| index));
    let Writer {
        template,
        rewritten,
        ..
    } = writer;
    drawing.rewritten(&rewritten);
    let action = CardAction::url(action);
    let message = match picture {
        Some((_, img)) => news(template, img, action, &mut drawing, cx),
        None => text(template, action, &mut drawing),
    };
    Some((vec![message], drawing.report()))
}

/// The first picture with a public copy.
fn picture<'b>(body: &'b Body<'_>) -> Option<(usize, &'b Img)> {
    body.items
        .iter()
        .enumerate()
        .find_map(|(index, item)| match &item.kind {
            ItemKind::Img(img) if img.url.as_deref().is_some_and(|url| check_url(url).is_ok()) => {
                Some((index, *img))
            }
            _ => None,
        })
}

/// Every link with its label: buttons first.
fn links(layout: &Layout<'_>, cx: &Context<'_>) -> Vec<(String, String)> {
    let mut links = layout.buttons.clone();
    for line in layout.body.iter().chain(&layout.foot) {
        let spans: Vec<&[Span]> = match &line.content {
            Content::Spans(spans) => vec![spans],
            Content::Pair(key, value) => vec![key, value],
            Content::Cells(cells, _) => cells.iter().map(Vec::as_slice).collect(),
            Content::Text(_) => Vec::new(),
        };
        for spans in spans {
            if line.origin != Origin::CardLink {
                collect(spans, line, cx, &mut links);
            }
        }
    }
    links
}

fn collect(spans: &[Span], line: &Line<'_>, cx: &Context<'_>, links: &mut Vec<(String, String)>) {
    for span in spans {
        match span {
            Span::Link { target, content } => {
                let url = match target {
                    LinkTarget::Url(url) => check_url(url).is_ok().then(|| url.to_string()),
                    target => cx.resolve(target, line.href).ok().map(|goal| cx.goal(goal).into_owned()),
                };
                if let Some(url) = url.filter(|url| !links.iter().any(|(_, known)| known == url)) {
                    links.push((Span::plain_text(content), url));
                }
            }
            Span::Bold(content)
            | Span::Italic(content)
            | Span::Strike(content)
            | Span::Font { content, .. } => collect(content, line, cx, links),
            _ => {}
        }
    }
}

/// Fills a template.
struct Writer<'w, 'b, 'o> {
    drawing: &'w mut Drawing<'b, 'o>,
    cx: &'w Context<'o>,
    template: Template,
    rewritten: Vec<(Origin, char)>,
}

impl Writer<'_, '_, '_> {
    /// As many links as there are rows for; the other buttons are lines of the text.
    fn jumps(&mut self, links: &[(String, String)], layout: &Layout<'_>) {
        for (index, (label, url)) in links.iter().enumerate() {
            if self.template.jumps.len() < wecom::JUMPS.max {
                let label = if label.trim().is_empty() { url } else { label };
                let label = self.clamped(
                    Origin::Element(self.last_action()),
                    label,
                    wecom::JUMP_TITLE,
                );
                self.template.jumps.push((label, url.clone()));
            } else if index < layout.buttons.len() {
                self.template.text.push(format!("{label}: {url}"));
            }
        }
    }

    fn last_action(&self) -> usize {
        let is_action = |item: &crate::body::Item<'_>| matches!(item.kind, ItemKind::Action(_));
        self.drawing
            .body
            .items
            .iter()
            .rposition(is_action)
            .unwrap_or(0)
    }

    fn head(&mut self, layout: &Layout<'_>) {
        for line in &layout.head {
            let text = self.written(line);
            match line.kind {
                Kind::Title => {
                    self.template.title = self.clamped(Origin::Title, &text, wecom::CARD_TITLE)
                }
                _ => self.template.desc = self.clamped(Origin::Subtitle, &text, wecom::CARD_DESC),
            }
        }
    }

    /// The body: short pairs are rows, everything else is text.
    fn lines(&mut self, layout: &Layout<'_>, picture: Option<usize>) {
        let extra = std::mem::take(&mut self.template.text);
        for line in layout.body.iter().chain(&layout.foot) {
            let is_picture = picture.is_some_and(|index| line.origin == Origin::Element(index));
            if is_picture || line.kind == Kind::Rule || line.origin == Origin::CardLink {
                continue;
            }
            if let Content::Pair(key, value) = &line.content {
                let (key, value) = (self.spans(line, key), self.spans(line, value));
                let fits = |text: &str, limit: Limit| limit.allows(limit.measure(text));
                let has_row = self.template.rows.len() < wecom::ROWS.max;
                if has_row && fits(&key, wecom::ROW_KEY) && fits(&value, wecom::ROW_VALUE) {
                    self.template.rows.push((key, value));
                } else {
                    self.template
                        .text
                        .push(format!("{key}{}{value}", self.cx.language.colon()));
                }
                continue;
            }
            let text = self.written(line);
            if !text.trim().is_empty() {
                self.template.text.push(text);
            }
        }
        self.template.text.extend(extra);
    }

    fn spans(&mut self, line: &Line<'_>, spans: &[Span]) -> String {
        let line = Line {
            content: Content::Spans(spans.to_vec().into()),
            kind: Kind::Text,
            ..line.clone()
        };
        self.written(&line)
    }

    fn written(&mut self, line: &Line<'_>) -> String {
        let mut emitter = Emitter::new(self.drawing.dialect(), self.cx, usize::MAX);
        emitter.known_links = self
            .template
            .jumps
            .iter()
            .map(|(_, url)| url.clone())
            .collect();
        emitter.write(line);
        emitter.finish();
        self.rewritten.append(&mut emitter.rewritten);
        emitter.out
    }

    fn clamped(&mut self, origin: Origin, text: &str, limit: Limit) -> String {
        clamp(self.drawing, origin, text, limit)
    }
}

/// `text` within a recommended limit, as what a client does with a longer one is not documented.
fn clamp(drawing: &mut Drawing<'_, '_>, origin: Origin, text: &str, limit: Limit) -> String {
    let had = limit.measure(text);
    if limit.allows(had) {
        return text.to_owned();
    }
    let detail = format!("cut from {had} characters: a template_card is recommended {limit} here");
    drawing.lose(
        origin,
        LossKind::Clamped { limit, had },
        Severity::Lost,
        detail,
    );
    let kept: String = text.chars().take(limit.max.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

fn main_title(template: &mut Template) -> MainTitle {
    let mut title = MainTitle::new(std::mem::take(&mut template.title));
    if title.title.as_deref() == Some("") {
        title.title = None;
    }
    if template.desc.is_empty() {
        title
    } else {
        title.desc(std::mem::take(&mut template.desc))
    }
}

/// Where text that is cut begins: the first element.
const BODY: Origin = Origin::Element(0);

fn text(mut template: Template, action: CardAction, drawing: &mut Drawing<'_, '_>) -> Message {
    let mut title = main_title(&mut template);
    let text = clamp(
        drawing,
        BODY,
        &template.text.join("\n"),
        wecom::SUB_TITLE_TEXT,
    );
    if title.title.is_none() && text.is_empty() {
        title.title = Some(drawing.cx.language.card().into());
    }
    let mut notice = TextNotice::new(title, action);
    if !text.is_empty() {
        notice = notice.sub_title_text(text);
    }
    for (key, value) in template.rows {
        notice = notice.horizontal_content(HorizontalContent::text(key, value));
    }
    for (label, url) in template.jumps {
        notice = notice.jump(Jump::url(label, url));
    }
    notice.into()
}

fn news(
    mut template: Template,
    img: &Img,
    action: CardAction,
    drawing: &mut Drawing<'_, '_>,
    cx: &Context<'_>,
) -> Message {
    let mut title = main_title(&mut template);
    if title.title.is_none() {
        let alt = img
            .alt
            .as_deref()
            .map(str::trim)
            .filter(|alt| !alt.is_empty());
        let text = clamp(
            drawing,
            BODY,
            alt.unwrap_or(cx.language.card()),
            wecom::CARD_TITLE,
        );
        title.title = Some(text.into());
    }
    let url = img.url.as_deref().unwrap_or_default();
    let mut notice = NewsNotice::new(title, CardImage::new(url), action);
    let count = template.text.len();
    if count > wecom::VERTICALS.max {
        // The last entry takes what has none of its own.
        let rest = template.text.split_off(wecom::VERTICALS.max - 1).join("\n");
        template.text.push(rest);
    }
    for text in template.text {
        notice = notice.vertical_content(vertical(&text, drawing, cx));
    }
    for (key, value) in template.rows {
        notice = notice.horizontal_content(HorizontalContent::text(key, value));
    }
    for (label, url) in template.jumps {
        notice = notice.jump(Jump::url(label, url));
    }
    notice.into()
}

/// A short text as a title, a longer one under a title.
fn vertical(text: &str, drawing: &mut Drawing<'_, '_>, cx: &Context<'_>) -> VerticalContent {
    let limit = wecom::VERTICAL_TITLE;
    if limit.allows(limit.measure(text)) {
        return VerticalContent::new(text);
    }
    let desc = clamp(drawing, BODY, text, wecom::VERTICAL_DESC);
    VerticalContent::new(cx.language.text()).desc(desc)
}
