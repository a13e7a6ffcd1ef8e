//! One room: its messages, what a notification says, the sizes, the report and the JSON.

use card_model::words::each;
use serde_json::Value;

use super::{
    anchor::Anchors,
    dingtalk,
    html::Html,
    meter::{self, grouped},
    platform::Platform,
    report,
    value::text,
    wecom,
    wps::Drawing,
};
use crate::{Rendered, Report, json::Json};

/// What a card became for one room.
#[derive(Debug)]
pub(super) struct Room {
    platform: Platform,
    /// The messages, as they are sent.
    payloads: Vec<Json>,
    pub(super) summary: String,
    report: Report,
}

impl Room {
    pub(super) fn new<M>(platform: Platform, rendered: Rendered<M>, json: fn(&M) -> Json) -> Self {
        Self {
            platform,
            payloads: each(&rendered.messages, json),
            summary: rendered.summary,
            report: rendered.report,
        }
    }

    pub(super) fn draw(&self, html: &mut Html, anchors: &mut Anchors, locale: Option<&str>) {
        html.tag("article", self.platform.class(), |html| {
            html.tag("header", "name", |html| {
                html.leaf("h2", "", self.platform.name());
                html.leaf("span", "kind", &self.kind());
            });
            self.notification(html);
            html.tag("div", "chat", |html| {
                for payload in &self.payloads {
                    message(html, self.platform, &payload.value, anchors, locale);
                }
            });
            html.tag("footer", "facts", |html| {
                for payload in &self.payloads {
                    meter::draw(html, self.platform, &payload.value);
                }
                report::draw(html, &self.report, anchors);
                for payload in &self.payloads {
                    json(html, payload);
                }
            });
        });
    }

    /// What kind of message it is, as the platform calls it.
    fn kind(&self) -> String {
        let Some(payload) = self.payloads.first() else {
            return String::new();
        };
        let name = match self.platform {
            Platform::Wps => "msg_type 23",
            Platform::WeCom | Platform::DingTalk => text(&payload.value, "msgtype"),
        };
        match self.payloads.len() {
            1 => name.to_owned(),
            count => format!("{name} × {count}"),
        }
    }

    /// What a locked phone shows. In DingTalk that is a part of the message.
    fn notification(&self, html: &mut Html) {
        let sent = match (self.platform, self.payloads.first()) {
            (Platform::DingTalk, Some(payload)) => dingtalk::title(&payload.value),
            _ => None,
        };
        html.tag("div", "notification", |html| {
            html.leaf("span", "icon", self.platform.letter());
            html.tag("p", "", |html| {
                html.tag("span", "app", |html| {
                    html.text(self.platform.app());
                    html.markup("<small>now</small>");
                });
                html.leaf("span", "line", sent.unwrap_or(&self.summary));
            });
        });
    }
}

/// A message with its sender.
fn message(
    html: &mut Html,
    platform: Platform,
    payload: &Value,
    anchors: &mut Anchors,
    locale: Option<&str>,
) {
    html.tag("div", "message", |html| {
        html.leaf("span", "avatar", platform.letter());
        html.tag("div", "talk", |html| {
            html.markup("<p class=\"sender\">Robot</p>");
            bubble(html, platform, payload, anchors, locale);
        });
    });
}

/// What is drawn from a payload, and from nothing else.
pub(super) fn bubble(
    html: &mut Html,
    platform: Platform,
    payload: &Value,
    anchors: &mut Anchors,
    locale: Option<&str>,
) {
    match platform {
        Platform::Wps => Drawing { anchors, locale }.message(html, payload),
        Platform::WeCom => wecom::message(html, payload),
        Platform::DingTalk => dingtalk::message(html, payload),
    }
}

fn json(html: &mut Html, payload: &Json) {
    html.tag("details", "json", |html| {
        html.tag("summary", "", |html| {
            html.markup("<span>JSON</span>");
            let size = payload.value.to_string().len();
            html.leaf("span", "count", &format!("{} bytes", grouped(size)));
        });
        html.leaf("pre", "", &payload.text);
    });
}
