//! A card on every target, as text that is read like a page.

mod outline;

use std::fmt::Write;

use message_card::prelude::*;
use serde::Serialize;

/// What is asked of every target.
#[derive(Clone, Copy)]
pub(crate) struct Sheet {
    locale: Option<&'static str>,
}

impl Sheet {
    pub(crate) const fn new() -> Self {
        Self { locale: None }
    }

    pub(crate) const fn locale(mut self, locale: &'static str) -> Self {
        self.locale = Some(locale);
        self
    }

    /// The sections of `card`.
    pub(crate) fn of(self, card: &Card) -> String {
        let mut page = Page::new(self.plain().render(card).summary);
        page.wps(card);
        page.wps365(card);
        page.messages("WPS robot, markdown", &self.robot().markdown().render(card));
        page.messages("WPS robot, text", &self.robot().text().render(card));

        let wecom = self.wecom();
        page.messages("WeCom, default", &wecom.render(card));
        for (name, format) in [
            ("WeCom, markdown", wecom::Format::Markdown),
            ("WeCom, markdown_v2", wecom::Format::MarkdownV2),
            ("WeCom, template_card", wecom::Format::TemplateCard),
            ("WeCom, text", wecom::Format::Text),
        ] {
            page.messages(name, &wecom.clone().format(format).render(card));
        }

        let dingtalk = self.dingtalk();
        page.messages("DingTalk, default", &dingtalk.render(card));
        for (name, format) in [
            ("DingTalk, markdown", dingtalk::Format::Markdown),
            ("DingTalk, actionCard", dingtalk::Format::ActionCard),
            ("DingTalk, text", dingtalk::Format::Text),
        ] {
            page.messages(name, &dingtalk.clone().format(format).render(card));
        }

        page.messages("plain text", &self.plain().render(card));
        page.text
    }

    fn robot(self) -> WpsWebhook {
        let target = WpsWebhook::new();
        match self.locale {
            Some(locale) => target.locale(locale),
            None => target,
        }
    }

    fn plain(self) -> PlainText {
        let target = PlainText::new();
        match self.locale {
            Some(locale) => target.locale(locale),
            None => target,
        }
    }

    fn wecom(self) -> WeCom {
        let target = WeCom::new().people(|email| match email {
            "lin@wps.cn" => Some(Person::user_id("linliang")),
            "zhao@wps.cn" => Some(Person::user_id("zhao_min")),
            "wang@wps.cn" => Some(Person::mobile("13900002222")),
            _ => None,
        });
        match self.locale {
            Some(locale) => target.locale(locale),
            None => target,
        }
    }

    fn dingtalk(self) -> DingTalk {
        let target = DingTalk::new().people(|email| match email {
            "lin@wps.cn" => Some(Person::mobile("13800001111")),
            "zhao@wps.cn" => Some(Person::user_id("manager4220")),
            "wang@wps.cn" => Some(Person::mobile("13900002222")),
            _ => None,
        });
        match self.locale {
            Some(locale) => target.locale(locale),
            None => target,
        }
    }
}

struct Page {
    text: String,
    summary: String,
    /// The default of a target, until the format that it is comes by.
    shown: Vec<(&'static str, String)>,
}

impl Page {
    fn new(summary: String) -> Self {
        Self {
            text: format!("summary: {summary}\n"),
            summary,
            shown: Vec::new(),
        }
    }

    fn section(&mut self, name: &str, note: &str) {
        writeln!(self.text, "\n════ {name} ════{note}").expect("a string takes text");
    }

    /// The messages and the report; what was shown before is only named.
    fn messages<M: Serialize>(&mut self, name: &'static str, rendered: &Rendered<M>) {
        let mut section = String::new();
        for (index, message) in rendered.messages.iter().enumerate() {
            let value = serde_json::to_value(message).expect("a message has a JSON form");
            if rendered.messages.len() > 1 {
                let (number, count) = (index + 1, rendered.messages.len());
                writeln!(section, "-- {number} of {count} --").expect("a string takes text");
            }
            outline::write(&mut section, &value);
        }
        section.push_str(&lines(&rendered.report));
        if let Some((other, _)) = self.shown.iter().find(|(_, shown)| *shown == section) {
            let note = format!(" as {other}");
            return self.section(name, &note);
        }
        self.section(name, "");
        if rendered.summary != self.summary {
            writeln!(self.text, "summary: {}", rendered.summary).expect("a string takes text");
        }
        self.text.push_str(&section);
        self.shown.push((name, section));
    }

    /// The report alone, and what the platform's rules say: the payload is the card itself.
    fn wps(&mut self, card: &Card) {
        self.section("WPS card", "");
        self.text.push_str(&lines(&Wps::new().render(card).report));
        if let Err(violations) = card.validate() {
            self.text.push_str("violations:\n");
            for line in violations.to_string().lines() {
                writeln!(self.text, "  {line}").expect("a string takes text");
            }
        }
    }

    /// The card in each language, an element per line.
    fn wps365(&mut self, card: &Card) {
        let target = Wps365::new().company("11111").people(|email| match email {
            "lin@wps.cn" => Some(Person::user_id("linliang")),
            "zhao@wps.cn" => Some(Person::user_id("zhao_min")),
            "wang@wps.cn" => Some(Person::mobile("13900002222")),
            _ => None,
        });
        let rendered = target.render(card);
        self.section("WPS 365 card", "");
        for message in &rendered.messages {
            for mention in &message.mentions {
                field(&mut self.text, "mention:", mention);
            }
            field(&mut self.text, "config:", &message.card.config);
            if let Some(link) = &message.card.link {
                field(&mut self.text, "link:", link);
            }
            for item in &message.card.i18n_items {
                writeln!(self.text, "{}:", item.key.as_str()).expect("a string takes text");
                if let Some(body) = &item.value {
                    if let Some(header) = &body.header {
                        field(&mut self.text, "  header:", header);
                    }
                    for element in &body.elements {
                        field(&mut self.text, "  -", element);
                    }
                }
            }
            if let Err(violations) = message.validate() {
                writeln!(self.text, "violations:\n{violations}").expect("a string takes text");
            }
        }
        self.text.push_str(&lines(&rendered.report));
    }
}

/// A field on a line, as JSON.
fn field(text: &mut String, name: &str, value: &impl Serialize) {
    let value = serde_json::to_string(value).expect("a part of a message has a JSON form");
    writeln!(text, "{name} {value}").expect("a string takes text");
}

fn lines(report: &Report) -> String {
    if report.is_empty() {
        return "report: nothing lost\n".to_owned();
    }
    let mut text = "report:\n".to_owned();
    for loss in report {
        let (severity, kind) = (loss.severity, kind(loss.kind));
        writeln!(text, "  {severity:?} · {kind} · <{}> {loss}", loss.element)
            .expect("a string takes text");
    }
    text
}

fn kind(kind: LossKind) -> String {
    match kind {
        LossKind::Clamped { limit, had } => format!("Clamped({had} of {limit})"),
        LossKind::Split { parts } => format!("Split({parts})"),
        kind => format!("{kind:?}"),
    }
}
