//! How much of a platform's limit a message takes.

use card_model::spec::{CONTENT, ELEMENTS, Limit, Unit, dingtalk, wecom};
use serde_json::Value;

use super::{
    html::Html,
    platform::Platform,
    value::{items, part, text},
};

/// A size, and how large it may be.
#[derive(Debug)]
struct Size {
    what: &'static str,
    had: usize,
    limit: Limit,
}

/// Draws the sizes of a message.
pub(super) fn draw(html: &mut Html, platform: Platform, payload: &Value) {
    for size in sizes(platform, payload) {
        html.tag("div", "meter", |html| bar(html, &size));
    }
}

fn sizes(platform: Platform, payload: &Value) -> Vec<Size> {
    let size = |what, had, limit| Size { what, had, limit };
    match platform {
        Platform::Wps => {
            let card = part(payload, "content");
            vec![
                size("text", characters(card), CONTENT),
                size("components", components(card), ELEMENTS),
            ]
        }
        Platform::WeCom => {
            let kind = text(payload, "msgtype");
            let had = text(part(payload, kind), "content").len();
            let limit = match kind {
                "markdown" => wecom::MARKDOWN,
                "markdown_v2" => wecom::MARKDOWN_V2,
                "text" => wecom::TEXT,
                _ => return Vec::new(),
            };
            vec![size("content", had, limit)]
        }
        Platform::DingTalk => vec![size("body", payload.to_string().len(), dingtalk::BODY)],
    }
}

/// The components of a card, in the language that has the most.
fn components(card: &Value) -> usize {
    let mut most = items(card, "elements").len();
    if let Value::Object(locales) = part(card, "i18n") {
        for locale in locales.values() {
            most = most.max(items(locale, "elements").len());
        }
    }
    most
}

/// The tags whose text counts.
const COUNTED: &[&str] = &["", "text", "div", "picText", "action", "button"];

/// The characters of a card: every title, text and label, all languages together.
fn characters(value: &Value) -> usize {
    let mut count = 0;
    match value {
        Value::Array(items) => {
            for item in items {
                count += characters(item);
            }
        }
        Value::Object(fields) if COUNTED.contains(&text(value, "tag")) => {
            for field in fields.values() {
                let own = field.get("type").and_then(Value::as_str);
                count += match own.and(field.get("text")).and_then(Value::as_str) {
                    Some(text) => CONTENT.measure(text),
                    None => characters(field),
                };
            }
        }
        _ => {}
    }
    count
}

fn bar(html: &mut Html, size: &Size) {
    let per_mille = size.had.saturating_mul(1000) / size.limit.max.max(1);
    let class = match per_mille {
        0..=800 => "fill",
        801..=1000 => "fill near",
        _ => "fill over",
    };
    let shown = per_mille.min(1000);
    let style = format!("width:{}.{}%", shown / 10, shown % 10);
    html.leaf("span", "what", size.what);
    html.tag("span", "track", |html| {
        html.tag_with("span", &[("class", class), ("style", &style)], |_| {});
    });
    let unit = match size.limit.unit {
        Unit::Bytes => " bytes",
        Unit::Chars => " characters",
        _ => "",
    };
    let size = format!("{} / {}{unit}", grouped(size.had), grouped(size.limit.max));
    html.leaf("span", "size", &size);
}

/// A number with a comma between thousands.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(
            [0, 999, 1000, 20000, 1_234_567].map(grouped),
            ["0", "999", "1,000", "20,000", "1,234,567"]
        );
    }
}
