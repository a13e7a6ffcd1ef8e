//! The links of a card, for `jump_list`.

use card_model::{
    markdown::{SpanRef, Spans},
    spec::{Severity, wecom},
    words::{Seen, each},
};

use super::{Draft, clamp::clamp};
use crate::{
    LossKind,
    context::{Context, Goal},
    ellipsis::shortened,
    layout::{Kind, Layout, Line, Origin},
    render::Drawing,
};

/// A link with its label, and where it stands.
#[derive(Debug)]
pub(super) struct Link {
    origin: Origin,
    pub(super) label: String,
    pub(super) url: String,
    /// Its label stands in the text as well.
    is_text: bool,
}

/// Every link, each URL once: buttons first.
pub(super) fn links(layout: &Layout<'_>, cx: &Context<'_>) -> Vec<Link> {
    let mut links = each(&layout.buttons, |button| Link {
        origin: button.origin,
        label: button.label.clone(),
        url: button.url.clone(),
        is_text: false,
    });
    let mut known = Seen::default();
    for link in &links {
        known.insert(&link.url);
    }
    for line in layout.body.iter().chain(&layout.foot) {
        if line.origin == Origin::CardLink {
            continue;
        }
        line.content
            .each(|spans| collect(spans, line, cx, &mut known, &mut links));
    }
    links
}

fn collect(
    spans: Spans<'_>,
    line: &Line<'_>,
    cx: &Context<'_>,
    known: &mut Seen,
    links: &mut Vec<Link>,
) {
    for span in spans {
        match span {
            SpanRef::Link { target, content } => {
                let Ok(goal) = Goal::of(target, line.href) else {
                    continue;
                };
                let url = cx.goal(goal).into_owned();
                if known.insert(&url) {
                    links.push(Link {
                        origin: line.origin,
                        label: content.plain_text(),
                        url,
                        is_text: line.kind != Kind::Buttons,
                    });
                }
            }
            SpanRef::Bold(content)
            | SpanRef::Italic(content)
            | SpanRef::Strike(content)
            | SpanRef::Font { content, .. } => collect(content, line, cx, known, links),
            _ => {}
        }
    }
}

/// As many links as there are rows for; the other buttons are lines of text.
pub(super) fn jumps(drawing: &mut Drawing<'_, '_>, links: &[Link], draft: &mut Draft) {
    let limit = wecom::JUMP_TITLE;
    for link in links {
        let label = if link.label.trim().is_empty() {
            &link.url
        } else {
            &link.label
        };
        if draft.jumps.len() >= wecom::JUMPS.max {
            if !link.is_text {
                draft
                    .text
                    .push((link.origin, format!("{label}: {}", link.url)));
            }
            continue;
        }
        let had = limit.measure(label);
        let label = if link.is_text && !limit.allows(had) {
            let detail = format!(
                "a link is shortened beside the text: {limit} are recommended, it has {had}"
            );
            drawing.lose(
                link.origin,
                LossKind::Clamped { limit, had },
                Severity::Info,
                detail,
            );
            shortened(label, limit)
        } else {
            clamp(drawing, link.origin, label, limit)
        };
        draft.jumps.push((label, link.url.clone()));
    }
}
