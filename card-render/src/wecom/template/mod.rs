//! A card as a `template_card`: no markup, short texts, a few rows, and a link for the whole.

mod clamp;
mod draft;
mod jump;

use card_model::{
    Img,
    spec::{self, wecom},
    words::cleaned,
};

use self::{
    clamp::{clamp, clamp_lines},
    draft::Draft,
};
use super::{
    CardAction, CardImage, HorizontalContent, Jump, MainTitle, Message, NewsNotice, TextNotice,
    VerticalContent,
};
use crate::{Report, body::Body, context::Context, layout::Origin, render::Drawing};

/// The message and its report; `None` where the card has no link, as the platform wants one.
pub(super) fn render(body: &Body<'_>, cx: &Context<'_>) -> Option<(Vec<Message>, Report)> {
    let mut drawing = Drawing::new(body, cx, spec::Format::WeComTemplateCard);
    let layout = drawing.layout(usize::MAX);
    let links = jump::links(&layout, cx);
    let card_link = body.card.link.as_deref();
    let action = card_link
        .and_then(|link| cx.allowed_url(link))
        .or_else(|| links.first().map(|link| link.url.clone()))?;
    let picture = body.public_picture().filter(|_| cx.card_image);
    let draft = Draft::new(
        &mut drawing,
        &layout,
        &links,
        picture.map(|(index, _)| index),
    );
    let action = CardAction::url(action);
    let message = match picture {
        Some((_, img)) => news(draft, img, action, &mut drawing),
        None => text(draft, action, &mut drawing),
    };
    Some((vec![message], drawing.report()))
}

fn main_title(draft: &Draft) -> MainTitle {
    let mut title = MainTitle::new(draft.title.as_str());
    title.title = title.title.filter(|title| !title.is_empty());
    if draft.desc.is_empty() {
        title
    } else {
        title.desc(draft.desc.as_str())
    }
}

fn text(draft: Draft, action: CardAction, drawing: &mut Drawing<'_, '_>) -> Message {
    let mut title = main_title(&draft);
    let text = clamp_lines(drawing, &draft.text, wecom::SUB_TITLE_TEXT);
    if title.title.is_none() && text.is_empty() {
        title.title = Some(drawing.cx.language.card().into());
    }
    let mut notice = TextNotice::new(title, action);
    if !text.is_empty() {
        notice = notice.sub_title_text(text);
    }
    for (key, value) in draft.rows {
        notice = notice.horizontal_content(HorizontalContent::text(key, value));
    }
    for (label, url) in draft.jumps {
        notice = notice.jump(Jump::url(label, url));
    }
    notice.into()
}

fn news(draft: Draft, img: &Img, action: CardAction, drawing: &mut Drawing<'_, '_>) -> Message {
    let mut title = main_title(&draft);
    if title.title.is_none() {
        let alt = cleaned(img.alt.as_deref().unwrap_or_default());
        let alt = Some(alt.trim()).filter(|alt| !alt.is_empty());
        let alt = alt.unwrap_or(drawing.cx.language.card());
        title.title = Some(clamp(drawing, Origin::Element(0), alt, wecom::CARD_TITLE).into());
    }
    let url = img.url.as_deref().unwrap_or_default();
    let mut notice = NewsNotice::new(title, CardImage::new(url), action);
    for lines in entries(&draft.text) {
        notice = notice.vertical_content(entry(lines, drawing));
    }
    for (key, value) in draft.rows {
        notice = notice.horizontal_content(HorizontalContent::text(key, value));
    }
    for (label, url) in draft.jumps {
        notice = notice.jump(Jump::url(label, url));
    }
    notice.into()
}

/// The lines of each entry: an element each, the last one with all that have none of their own.
fn entries(lines: &[(Origin, String)]) -> Vec<&[(Origin, String)]> {
    let mut entries = Vec::new();
    let mut rest = lines;
    while let Some((origin, _)) = rest.first() {
        let end = rest.iter().position(|(other, _)| other != origin);
        let is_last = entries.len() + 1 >= wecom::VERTICALS.max;
        let end = end.filter(|_| !is_last).unwrap_or(rest.len());
        let (entry, after) = rest.split_at(end);
        entries.push(entry);
        rest = after;
    }
    entries
}

/// A short first line is the title of what follows.
fn entry(lines: &[(Origin, String)], drawing: &mut Drawing<'_, '_>) -> VerticalContent {
    let limit = wecom::VERTICAL_TITLE;
    let short = lines
        .split_first()
        .filter(|((_, first), _)| limit.allows(limit.measure(first)));
    let (title, rest) = match short {
        Some(((_, first), rest)) => (first.clone(), rest),
        None => (drawing.cx.language.text().to_owned(), lines),
    };
    let desc = clamp_lines(drawing, rest, wecom::VERTICAL_DESC);
    let content = VerticalContent::new(title);
    if desc.is_empty() {
        content
    } else {
        content.desc(desc)
    }
}
