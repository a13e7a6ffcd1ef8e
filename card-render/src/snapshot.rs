//! A card on every target, as text for a snapshot test.

use std::fmt::Write as _;

use card_model::{
    Card,
    words::{Line, each, join, push_segment},
};
use serde_json::Value;

use crate::{
    DingTalk, LossKind, PlainText, Rendered, Report, Target, WeCom, Wps, Wps365, json::Json,
};

/// What a card becomes on every target, as text that stays the same while the card does.
///
/// ```
/// use message_card::prelude::*;
///
/// let card = card! {
///     <card>
///         <header title="发布完成"/>
///         <markdown>"**环境** production" <br/> "全部通过"</markdown>
///     </card>
/// };
/// let snapshot = message_card::snapshot(&card);
/// let wecom = [
///     "════ WeCom ════",
///     "summary: 发布完成",
///     "{",
///     r#"  "msgtype": "markdown","#,
///     r#"  "markdown": {"#,
///     r##"    "content": "# 发布完成\n\n**环境** production\n全部通过""##,
///     "  }",
///     "}",
///     "/markdown/content:",
///     "│ # 发布完成",
///     "│",
///     "│ **环境** production",
///     "│ 全部通过",
///     "nothing is lost",
/// ];
/// assert!(snapshot.contains(&wecom.join("\n")), "{snapshot}");
/// ```
///
/// There is a section for WPS, WPS 365, WeCom, DingTalk and plain text, each with the target's default options: nobody is known there,
/// so that mentions are lost. It holds the summary, each message as JSON with its markdown as lines as well, and each loss.
/// With a crate such as `insta`, a change of a template is reviewed as a change of this text:
/// `insta::assert_snapshot!(message_card::snapshot(&card))`.
pub fn snapshot(card: &Card) -> String {
    let sections = [
        section("WPS", &Wps::new().render(card), |content| {
            message(Json::of_content(content))
        }),
        section("WPS 365", &Wps365::new().render(card), |sent| {
            message(Json::of(sent))
        }),
        section("WeCom", &WeCom::new().render(card), |sent| {
            message(Json::of(sent))
        }),
        section("DingTalk", &DingTalk::new().render(card), |sent| {
            message(Json::of(sent))
        }),
        section("plain text", &PlainText::new().render(card), |text| {
            let mut out = String::new();
            lines(&mut out, text);
            out
        }),
    ];
    join(&sections, "\n")
}

fn section<M>(name: &str, rendered: &Rendered<M>, write: fn(&M) -> String) -> String {
    let messages = each(&rendered.messages, write);
    let mut out = format!("════ {name} ════\nsummary: {}\n", rendered.summary);
    numbered(&mut out, &messages);
    losses(&mut out, &rendered.report);
    out
}

fn numbered(out: &mut String, messages: &[String]) {
    let count = messages.len();
    for (number, message) in messages.iter().enumerate() {
        if count > 1 {
            line(out, &format!("── {} of {count} ──", number + 1));
        }
        out.push_str(message);
    }
}

/// A message as JSON, then its markdown as the lines that it is.
fn message(mut json: Json) -> String {
    // With serde_json's `preserve_order` they come in another order.
    json.value.sort_all_objects();
    let mut out = format!("{}\n", json.text);
    markdown(&mut out, &mut String::new(), &json.value);
    out
}

fn markdown(out: &mut String, pointer: &mut String, value: &Value) {
    match value {
        Value::Object(fields) => {
            let is_marked = fields.get("type").and_then(Value::as_str) == Some("markdown");
            for (name, field) in fields {
                let length = pointer.len();
                push_segment(pointer, name);
                match field {
                    Value::String(text) if is_marked && (name == "text" || name == "content") => {
                        body(out, pointer, text);
                    }
                    Value::String(text) if is_body(pointer) => body(out, pointer, text),
                    field => markdown(out, pointer, field),
                }
                pointer.truncate(length);
            }
        }
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                let length = pointer.len();
                push_segment(pointer, &number.to_string());
                markdown(out, pointer, item);
                pointer.truncate(length);
            }
        }
        _ => {}
    }
}

/// Whether a robot's message has its text there.
fn is_body(pointer: &str) -> bool {
    matches!(
        pointer,
        "/markdown/content" | "/markdown_v2/content" | "/markdown/text" | "/actionCard/text"
    )
}

fn body(out: &mut String, pointer: &str, text: &str) {
    line(out, &format!("{}:", Line(pointer)));
    lines(out, text);
}

/// Lines behind a bar. Blanks at the end of one mean something, and are not seen.
fn lines(out: &mut String, text: &str) {
    for text in text.split('\n') {
        let shown = text.trim_end_matches(' ');
        let blanks = "␣".repeat(text.len() - shown.len());
        line(out, format!("│ {shown}{blanks}").trim_end());
    }
}

fn losses(out: &mut String, report: &Report) {
    if report.is_empty() {
        return line(out, "nothing is lost");
    }
    line(out, "losses:");
    for loss in report {
        let (severity, kind, tag) = (loss.severity, kind(loss.kind), Line(&loss.element));
        line(out, &format!("  {severity:?} · {kind} · <{tag}> {loss}"));
    }
}

fn kind(kind: LossKind) -> String {
    match kind {
        LossKind::Clamped { limit, had } => format!("Clamped from {had} to {limit}"),
        LossKind::Split { parts } => format!("Split in {parts}"),
        kind => format!("{kind:?}"),
    }
}

fn line(out: &mut String, text: &str) {
    let _ = writeln!(out, "{text}");
}
