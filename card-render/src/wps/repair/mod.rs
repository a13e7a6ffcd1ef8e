//! Takes out of a card what must not be sent, with an entry for each.

mod inlines;
mod link;
mod rewrite;

use card_model::{
    Action, ActionItem, Button, Card, Div, Element, Header, Href, Img, Link, Markdown, PicText,
    TextElement,
    spec::address::{UrlFault, check_url},
    words::Name,
};

use crate::{Loss, LossKind, Report, Severity, pointer::Pointer};

/// Takes out of `card` the links and mentions that lead nowhere, or to where a card may not lead.
pub(super) fn repair(card: &mut Card) -> Report {
    let mut repair = Repair::default();
    repair.link(&mut card.link, "card");
    repair.body(card.header.as_mut(), &mut card.elements);
    repair.within("i18n", |repair| {
        for locale in &mut card.i18n {
            let lang = locale.lang.as_str().to_owned();
            repair.within(&lang, |repair| {
                repair.body(locale.header.as_mut(), &mut locale.elements);
            });
        }
    });
    repair.report
}

/// Where the repair has got to, and what it did.
#[derive(Default)]
pub(crate) struct Repair {
    pub(crate) pointer: Pointer,
    pub(crate) report: Report,
}

impl Repair {
    fn within(&mut self, name: &str, repair: impl FnOnce(&mut Self)) {
        let length = self.pointer.enter(name);
        repair(self);
        self.pointer.leave(length);
    }

    fn each<T>(&mut self, items: &mut [T], repair: impl Fn(&mut Self, &mut T)) {
        for (index, item) in items.iter_mut().enumerate() {
            let length = self.pointer.enter_item(index);
            repair(self, item);
            self.pointer.leave(length);
        }
    }

    pub(crate) fn report(
        &mut self,
        element: &'static str,
        kind: LossKind,
        severity: Severity,
        detail: String,
    ) {
        let pointer = self.pointer.as_str();
        self.report
            .push(Loss::new(pointer, element, kind, severity, detail));
    }

    fn body(&mut self, header: Option<&mut Header>, elements: &mut [Element]) {
        if let Some(header) = header {
            self.within("header", |repair| repair.header(header));
        }
        self.within("elements", |repair| repair.each(elements, Self::element));
    }

    fn header(&mut self, header: &mut Header) {
        self.within("title", |repair| repair.text_element(&mut header.title));
        if let Some(subtitle) = &mut header.subtitle {
            self.within("subtitle", |repair| repair.text_element(subtitle));
        }
    }

    fn element(&mut self, element: &mut Element) {
        match element {
            Element::Text(text) => self.link(&mut text.link, "text"),
            Element::Markdown(text) => self.markdown(text),
            Element::Div(element) => self.div(element),
            Element::Img(element) => self.img(element),
            Element::PicText(element) => self.pic_text(element),
            Element::Action(element) => self.action(element),
            // Sent as it is: a divider has nothing to take out, and the rest is not known.
            _ => {}
        }
    }

    fn text_element(&mut self, text: &mut TextElement) {
        match text {
            TextElement::Text(text) => self.link(&mut text.link, "text"),
            TextElement::Markdown(text) => self.markdown(text),
            _ => {}
        }
    }

    fn div(&mut self, div: &mut Div) {
        self.within("fields", |repair| {
            repair.each(div.fields.to_mut(), Self::text_element);
        });
        self.link(&mut div.link, "div");
    }

    /// The public copy is not sent, but is a part of the message.
    fn img(&mut self, img: &mut Img) {
        let Some(Err(fault)) = img.url.as_deref().map(check_url) else {
            return;
        };
        img.url = None;
        let detail = format!(
            "the public copy of the picture is left out, WPS shows the uploaded one: {fault}"
        );
        self.report("img", LossKind::Dropped, Severity::Info, detail);
    }

    fn pic_text(&mut self, pic_text: &mut PicText) {
        self.within("img", |repair| repair.img(&mut pic_text.img));
        self.within("text", |repair| {
            if pic_text.link.is_some() {
                repair.second_link(&mut pic_text.text);
            }
            if let TextElement::Markdown(text) = &mut pic_text.text {
                let href = text.href.clone();
                repair.within("text", |repair| repair.content(text, &href));
            }
        });
        if let TextElement::Markdown(text) = &mut pic_text.text {
            self.href(&mut text.href);
        }
        self.link(&mut pic_text.link, "picText");
        if let Some(link) = link_of(&mut pic_text.text) {
            self.link(link, "picText");
        }
    }

    /// The link of the text in a picText that has one itself.
    pub(crate) fn second_link(&mut self, text: &mut TextElement) {
        if link_of(text).and_then(Option::take).is_some() {
            let detail = "the link of the text is left out, a `picText` has one link".to_owned();
            self.report("picText", LossKind::Dropped, Severity::Lost, detail);
        }
    }

    fn action(&mut self, action: &mut Action) {
        self.within("actions", |repair| {
            repair.each(&mut action.actions, |repair, item| {
                if let ActionItem::Button(button) = item {
                    repair.button(button);
                }
            });
        });
    }

    pub(crate) fn button(&mut self, button: &mut Button) {
        let label = button.label.clone();
        let is_dead =
            |fault: &UrlFault| format!("button {} does not open its link: {fault}", Name(&label));
        if let Some(Err(fault)) = button.url.as_deref().map(check_url) {
            button.url = None;
            self.within("url", |repair| {
                repair.report("button", LossKind::Dropped, Severity::Lost, is_dead(&fault));
            });
        }
        self.entries(&mut button.href, "button", |_, fault| is_dead(fault));
    }

    pub(crate) fn markdown(&mut self, markdown: &mut Markdown) {
        let href = markdown.href.clone();
        self.within("content", |repair| {
            repair.within("text", |repair| repair.content(markdown, &href));
        });
        self.href(&mut markdown.href);
        self.link(&mut markdown.link, "markdown");
    }

    pub(crate) fn href(&mut self, href: &mut Href) {
        self.entries(href, "markdown", |name, fault| {
            format!(
                "the link {} is left out: {fault}",
                Name(&format!("${name}"))
            )
        });
    }
}

pub(crate) fn link_of(text: &mut TextElement) -> Option<&mut Option<Box<Link>>> {
    match text {
        TextElement::Text(text) => Some(&mut text.link),
        TextElement::Markdown(text) => Some(&mut text.link),
        _ => None,
    }
}
