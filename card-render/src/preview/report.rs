//! The report of a room, each entry with the element that it is about.

use super::{anchor::Anchors, html::Html};
use crate::{Loss, Report, Severity};

/// Draws a report.
pub(super) fn draw(html: &mut Html, report: &Report, anchors: &Anchors) {
    if report.is_empty() {
        html.markup("<p class=\"report none\"><span class=\"pill ok\">shown as it is</span></p>");
        return;
    }
    // What only looks different is worth a click.
    let open = if report.worst() > Some(Severity::Info) {
        "open"
    } else {
        ""
    };
    html.tag_with("details", &[("class", "report"), ("open", open)], |html| {
        html.tag("summary", "", |html| {
            html.markup("<span>Report</span>");
            for severity in [Severity::Lost, Severity::Degraded, Severity::Info] {
                pill(html, report, severity);
            }
        });
        html.tag("ol", "", |html| {
            for loss in report {
                html.tag("li", severity(loss.severity).0, |html| {
                    entry(html, loss, anchors);
                });
            }
        });
    });
}

/// The class of a severity, that of its pill, and what it is called.
const fn severity(severity: Severity) -> (&'static str, &'static str, &'static str) {
    match severity {
        Severity::Lost => ("lost", "pill lost", "lost"),
        Severity::Degraded => ("degraded", "pill degraded", "degraded"),
        _ => ("info", "pill info", "info"),
    }
}

fn pill(html: &mut Html, report: &Report, wanted: Severity) {
    let mut count = 0;
    for loss in report {
        count += usize::from(loss.severity == wanted);
    }
    if count > 0 {
        let (_, class, name) = severity(wanted);
        html.leaf("span", class, &format!("{count} {name}"));
    }
}

fn entry(html: &mut Html, loss: &Loss, anchors: &Anchors) {
    let place = match loss.pointer.as_str() {
        "" => "card",
        pointer => pointer,
    };
    match anchors.find(&loss.pointer) {
        Some(id) => {
            let href = format!("#{id}");
            html.tag_with("a", &[("class", "pointer"), ("href", &href)], |html| {
                html.text(place);
            });
        }
        None => html.leaf("span", "pointer", place),
    }
    html.text(" ");
    detail(html, &loss.detail);
}

/// A sentence, in which names stand between backticks.
fn detail(html: &mut Html, detail: &str) {
    let mut rest = detail;
    while let Some((before, name, after)) = name(rest) {
        html.text(before);
        html.leaf("code", "", name);
        rest = after;
    }
    html.text(rest);
}

/// The first name in a sentence. A backtick that a sentence is about has no name behind it.
fn name(sentence: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = sentence.split_once('`')?;
    let (name, after) = rest.split_once('`')?;
    (!rest.starts_with([' ', ','])).then_some((before, name, after))
}
