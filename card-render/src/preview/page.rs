//! The page around the rooms.

use std::fmt::Write as _;

use card_model::{Card, words::each};

use super::{Preview, anchor::Anchors, html::Html, platform::Platform, room::Room};
use crate::{Target, Wps, json::Json};

const HEAD: &str = concat!(
    "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">",
    "<meta http-equiv=\"Content-Security-Policy\" ",
    "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:",
);

const HEAD_AFTER_PICTURES: &str = concat!(
    "\"><meta name=\"referrer\" content=\"no-referrer\">",
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
    "<meta name=\"generator\" content=\"message-card\">",
);

const STYLE: &str = concat!(
    "<style>\n",
    include_str!("page.css"),
    include_str!("facts.css"),
    include_str!("client.css"),
    include_str!("card.css"),
    "</style>\n"
);

const NOTE: &str = concat!(
    "<p class=\"note\">An emulation, drawn from the payloads that are sent; checked against the platforms’ pages in 2026-11. ",
    "The clients may differ."
);

/// The card in one language, in every room.
struct Panel {
    locale: Option<String>,
    rooms: [Room; 3],
}

/// The whole page.
pub(super) fn draw(preview: &Preview, card: &Card) -> String {
    let panels = panels(preview, card);
    let summary = panels.first().map_or("", |panel| {
        let [wps, ..] = &panel.rooms;
        wps.summary.as_str()
    });
    let mut html = Html::default();
    html.has_pictures = preview.has_pictures;
    let [sources, pictures] = if preview.has_pictures {
        [" https: http:", " Pictures are loaded from where they are."]
    } else {
        ["", " Pictures are not fetched."]
    };
    html.markup(HEAD);
    html.markup(sources);
    html.markup(HEAD_AFTER_PICTURES);
    html.tag("title", "", |html| {
        html.text(summary);
        html.markup(" · message-card");
    });
    html.markup(STYLE);
    style_of_panels(&mut html, panels.len());
    html.markup("</head>\n<body><header class=\"top\"><div class=\"about\">");
    html.tag_with("h1", &[("lang", "zh-CN")], |html| html.text(summary));
    html.markup(NOTE);
    html.markup(pictures);
    html.markup("</p>\n");
    html.markup("</div><div class=\"switches\">");
    switch(&mut html, "Width", "width", &["Phone", "PC"]);
    switch(&mut html, "Colours", "scheme", &["System", "Light", "Dark"]);
    if panels.len() > 1 {
        switch(&mut html, "Language", "locale", &each(&panels, Panel::name));
    }
    html.markup("</div></header>\n<main>");
    for (number, panel) in panels.iter().enumerate() {
        panel.draw(&mut html, number);
    }
    html.markup("</main></body></html>\n");
    html.into_text()
}

fn panels(preview: &Preview, card: &Card) -> Vec<Panel> {
    let mut panels = vec![Panel::new(preview, card, None)];
    for locale in &card.i18n {
        panels.push(Panel::new(preview, card, Some(locale.lang.as_str())));
    }
    panels
}

impl Panel {
    fn new(preview: &Preview, card: &Card, locale: Option<&str>) -> Self {
        let (mut wecom, mut dingtalk) = (preview.wecom.clone(), preview.dingtalk.clone());
        if let Some(locale) = locale {
            wecom = wecom.locale(locale);
            dingtalk = dingtalk.locale(locale);
        }
        let (mut wps, wecom) = (Wps::new().render(card), wecom.render(card));
        // WPS is sent every language at once.
        wps.summary.clone_from(&wecom.summary);
        Self {
            locale: locale.map(str::to_owned),
            rooms: [
                Room::new(Platform::Wps, wps, Json::of_content),
                Room::new(Platform::WeCom, wecom, Json::of),
                Room::new(Platform::DingTalk, dingtalk.render(card), Json::of),
            ],
        }
    }

    fn name(&self) -> &str {
        self.locale.as_deref().unwrap_or("Default")
    }

    fn draw(&self, html: &mut Html, number: usize) {
        let class = format!("panel panel-{number}");
        let language = self.locale.as_deref().unwrap_or("zh-CN");
        let mut anchors = Anchors::new(number);
        html.tag_with(
            "section",
            &[("class", &class), ("lang", language)],
            |html| {
                for room in &self.rooms {
                    room.draw(html, &mut anchors, self.locale.as_deref());
                }
            },
        );
    }
}

/// The rules that show the panel of the chosen language.
fn style_of_panels(html: &mut Html, count: usize) {
    let mut rules = String::new();
    for number in 1..count {
        let _ = write!(
            rules,
            "body:has(#locale-{number}:checked) .panel {{ display: none }}\n\
             body:has(#locale-{number}:checked) .panel-{number} {{ display: grid }}\n"
        );
    }
    html.tag("style", "", |html| html.text(&rules));
}

/// A choice of which one always holds.
fn switch(html: &mut Html, legend: &'static str, group: &'static str, names: &[&str]) {
    html.tag("fieldset", "switch", |html| {
        html.leaf("legend", "", legend);
        for (number, name) in names.iter().enumerate() {
            let id = format!("{group}-{number}");
            let checked = if number == 0 { "checked" } else { "" };
            let input = [
                ("type", "radio"),
                ("name", group),
                ("id", &id),
                ("checked", checked),
            ];
            html.void("input", &input);
            html.tag_with("label", &[("for", &id)], |html| html.text(name));
        }
    });
}
