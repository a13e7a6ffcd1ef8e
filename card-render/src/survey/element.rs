//! The walk through the header and the elements.

use card_model::{
    Fallback, Img,
    spec::{Feature, Severity, address::check_url},
};

use super::{Survey, What};
use crate::{
    LossKind,
    body::{Alone, Body, Instead, Item, Kind, Passage, Prose, instead, picture_feature},
};

impl Survey<'_, '_> {
    /// Walks through the header.
    pub(crate) fn header(&mut self, body: &Body<'_>) {
        let Some(header) = body.choice.header else {
            return;
        };
        if let Some(title) = &body.title {
            let instead = body.alone.get(0);
            self.within("title", |survey| survey.heading(title, instead));
        }
        if let Some(subtitle) = &body.subtitle {
            let instead = body.alone.get(1);
            self.within("subtitle", |survey| survey.heading(subtitle, instead));
        }
        if let Some(template) = &header.template {
            self.within("template", |survey| {
                survey.feature("header", Feature::Template, template);
            });
        }
    }

    /// A title: its text leads nowhere as a whole.
    fn heading(&mut self, passage: &Passage<'_>, instead: Option<&Instead<'_>>) {
        self.begins(passage, instead);
        if let Prose::Marked(flow) = &passage.prose
            && !flow.blocks().is_empty()
            && flow.blocks().only_paragraph().is_none()
        {
            let detail = "a title is one line: its paragraphs stand behind each other".to_owned();
            self.loss("header", LossKind::Replaced, Severity::Info, detail);
        }
        self.content(passage);
        if passage.link.is_some() {
            self.within("link", |survey| {
                let detail = "the link is left out: a title leads nowhere".to_owned();
                survey.loss("header", LossKind::Dropped, Severity::Lost, detail);
            });
        }
        self.ends(passage, instead);
    }

    /// A text begins, which may have a fallback of its own.
    fn begins(&mut self, passage: &Passage<'_>, instead: Option<&Instead<'_>>) {
        if instead.is_some() {
            self.tell(passage.tag(), What::TextBegins, None);
        }
    }

    /// It ends; this is its place.
    fn ends(&mut self, passage: &Passage<'_>, instead: Option<&Instead<'_>>) {
        if let Some(instead) = instead {
            self.tell(passage.tag(), What::TextEnds, Some(instead.fallback));
        }
    }

    /// Walks through an element.
    pub(crate) fn item(&mut self, item: &Item<'_>) {
        match &item.kind {
            Kind::Text(passage) => {
                self.content(passage);
                self.link(passage.link, item.tag);
            }
            Kind::Div {
                fields,
                alone,
                division,
                link,
            } => {
                self.div(fields, alone, *division);
                self.link(*link, "div");
            }
            Kind::Img(img) => self.img(img, None),
            Kind::Hr { style } => {
                self.feature("hr", Feature::Hr, "");
                if let Some(style) = style {
                    self.within("style", |survey| {
                        survey.feature("hr", Feature::HrStyle, style);
                    });
                }
            }
            Kind::PicText {
                img,
                text,
                alone,
                link,
            } => {
                self.feature("picText", Feature::PicText, "");
                self.within("img", |survey| {
                    survey.img(img, instead(img.fallback.as_deref()));
                });
                self.beside(text, alone.get(0));
                // The wire has one link for both, which stays where something else stands for the text.
                self.link(link.or(text.link), "picText");
            }
            Kind::Action(actions) => self.action(actions),
            Kind::Other(tag) => self.feature("raw", Feature::Raw, tag),
        }
    }

    /// A text beside a picture.
    fn beside(&mut self, text: &Passage<'_>, instead: Option<&Instead<'_>>) {
        self.begins(text, instead);
        self.within("text", |survey| {
            survey.within("text", |survey| survey.prose(text));
        });
        self.href(text.href, "markdown");
        if instead.is_some() {
            self.within("text", |survey| survey.ends(text, instead));
        }
    }

    fn div(&mut self, fields: &[Passage<'_>], alone: &Alone<'_>, division: Option<&str>) {
        self.feature("div", Feature::Div, "");
        self.within("fields", |survey| {
            for (index, field) in fields.iter().enumerate() {
                survey.at(index, |survey| {
                    let instead = alone.get(index);
                    survey.begins(field, instead);
                    survey.content(field);
                    survey.link(field.link, "markdown");
                    survey.ends(field, instead);
                });
            }
        });
        if let Some(division) = division {
            self.within("division", |survey| {
                survey.tell("div", What::Widths(division), None);
            });
        }
    }

    /// A text where `content.text` holds it.
    fn content(&mut self, passage: &Passage<'_>) {
        if matches!(passage.prose, Prose::Marked(_)) {
            self.within("content", |survey| {
                survey.within("text", |survey| survey.prose(passage));
            });
            self.href(passage.href, "markdown");
        }
    }

    fn img(&mut self, img: &Img, fallback: Option<&Fallback>) {
        if let Some(Err(fault)) = img.url.as_deref().map(check_url) {
            let detail = format!("the public copy of the picture is not shown: {fault}");
            self.loss("img", LossKind::Dropped, Severity::Degraded, detail);
        }
        let alt = img.alt.as_deref().unwrap_or_default().trim();
        self.tell("img", What::Feature(picture_feature(img), alt), fallback);
    }
}
