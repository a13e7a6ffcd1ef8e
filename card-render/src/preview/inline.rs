//! The parts of a line.

use card_model::{
    markdown::{LinkTarget, Span},
    spec::address::check_url,
};

use super::{dialect::Dialect, html::Html, picture, value};
use crate::color;

/// Draws the parts of a line.
pub(super) fn spans(html: &mut Html, spans: &[Span], dialect: Dialect<'_>) {
    for span in spans {
        draw(html, span, dialect);
    }
}

fn draw(html: &mut Html, span: &Span, dialect: Dialect<'_>) {
    match span {
        Span::Text(text) => words(html, text, dialect),
        Span::Code(code) => html.leaf("code", "", code),
        Span::Break => html.void("br", &[]),
        Span::SoftBreak if dialect.keeps_lines() => html.void("br", &[]),
        Span::SoftBreak => html.text(" "),
        Span::Bold(content) => html.tag("b", "", |html| spans(html, content, dialect)),
        Span::Italic(content) if dialect.has_italic() => {
            html.tag("i", "", |html| spans(html, content, dialect));
        }
        Span::Italic(content) => literal(html, ["*", "*"], content, dialect),
        Span::Strike(content) if dialect.has_strike() => {
            html.tag("s", "", |html| spans(html, content, dialect));
        }
        Span::Strike(content) => literal(html, ["~~", "~~"], content, dialect),
        Span::Font { color, content } => font(html, color, content, dialect),
        Span::At { email, content } => at(html, email, content, dialect),
        Span::Link { target, content } => link(html, target, content, dialect),
        Span::Image { url, alt } if dialect.has_images() => picture::inline(html, alt, url),
        Span::Image { url, alt } => html.text(&format!("![{alt}]({url})")),
        _ => {}
    }
}

/// What a client does not know stands there as it is written.
fn literal(html: &mut Html, [begin, end]: [&str; 2], content: &[Span], dialect: Dialect<'_>) {
    html.text(begin);
    spans(html, content, dialect);
    html.text(end);
}

/// Text, in which WeCom finds its mentions.
pub(super) fn words(html: &mut Html, text: &str, dialect: Dialect<'_>) {
    let mut rest = text;
    while let Some((before, id, after)) = mention(rest).filter(|_| dialect.has_mentions()) {
        html.text(before);
        person(html, id);
        rest = after;
    }
    html.text(rest);
}

fn mention(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("<@")?;
    let (id, after) = rest.split_once('>')?;
    Some((before, id, after))
}

/// Somebody who is mentioned.
pub(super) fn person(html: &mut Html, name: &str) {
    html.tag("span", "at", |html| {
        html.text("@");
        html.text(name);
    });
}

fn at(html: &mut Html, email: &str, content: &[Span], dialect: Dialect<'_>) {
    let Dialect::Wps { .. } = dialect else {
        let begin = format!("<at email=\"{email}\">");
        return literal(html, [&begin, "</at>"], content, dialect);
    };
    html.tag_with("span", &[("class", "at"), ("title", email)], |html| {
        html.text("@");
        if Span::plain_text(content).trim().is_empty() {
            html.text(email);
        } else {
            spans(html, content, dialect);
        }
    });
}

fn font(html: &mut Html, color: &str, content: &[Span], dialect: Dialect<'_>) {
    let class = match (dialect, color) {
        (Dialect::WeCom, "info") => "info",
        (Dialect::WeCom, "comment") => "comment",
        (Dialect::WeCom, "warning") => "warning",
        (Dialect::WeComV2, _) => {
            let begin = format!("<font color=\"{color}\">");
            return literal(html, [&begin, "</font>"], content, dialect);
        }
        _ => "",
    };
    let style = match (dialect, color::hex(color)) {
        (Dialect::WeCom | Dialect::WeComV2, _) | (_, None) => String::new(),
        // A name is the client's to choose a colour for; a number is not.
        (Dialect::Wps { .. }, Some(hex)) if !color.starts_with('#') => {
            format!("color:light-dark({hex}, color-mix(in oklab, {hex}, white 35%))")
        }
        (_, Some(hex)) => format!("color:{hex}"),
    };
    let class = if style.is_empty() { class } else { "color" };
    html.tag_with("span", &[("class", class), ("style", &style)], |html| {
        spans(html, content, dialect);
    });
}

fn link(html: &mut Html, target: &LinkTarget, content: &[Span], dialect: Dialect<'_>) {
    let url = match (target, dialect) {
        (LinkTarget::Url(url), _) => url.as_ref(),
        (LinkTarget::Variable(name), Dialect::Wps { href }) => {
            value::text(value::part(href, name), "url")
        }
        _ => "",
    };
    let class = if check_url(url).is_ok() {
        "link"
    } else {
        "link dead"
    };
    html.link(class, url, |html| spans(html, content, dialect));
}
