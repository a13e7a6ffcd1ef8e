//! With `serde_json::json!`, as most services do it today. Nothing is escaped.

use serde_json::{Value, json};

use crate::Release;

/// The card.
#[must_use]
pub fn card(release: &Release) -> Value {
    let Release {
        build,
        author,
        failed,
        ci,
    } = release;
    let text =
        |kind: &str, text: &str| json!({"tag": "text", "content": {"type": kind, "text": text}});
    let mut elements = vec![
        text(
            "markdown",
            &format!("**环境** production，负责人 <at email=\"lin@wps.cn\">{author}</at>"),
        ),
        json!({
            "tag": "div",
            "fields": [text("markdown", "**开始**  \n09:00"), text("markdown", "**耗时**  \n12 min")],
        }),
    ];
    if failed.is_empty() {
        elements.push(text("plainText", "全部通过"));
    } else {
        elements.push(json!({"tag": "hr"}));
        for name in failed {
            elements.push(text(
                "markdown",
                &format!("<font color='red'>{name}</font>"),
            ));
        }
    }
    elements.push(json!({
        "tag": "action",
        "actions": [
            {
                "tag": "button",
                "content": {"type": "plainText", "text": "查看"},
                "style": "secondary",
                "href": {"url_val": {"url": format!("{ci}/builds/{build}")}},
            },
            {"tag": "button", "content": {"type": "plainText", "text": "回滚"}, "key": "rollback"},
        ],
    }));
    json!({
        "header": {
            "title": text("plainText", "发布完成"),
            "subtitle": text("plainText", &format!("build #{build}")),
        },
        "elements": elements,
    })
}
