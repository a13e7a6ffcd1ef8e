//! A card of this dialect in the older one.

use card_model::{
    Action, Button as OlderButton, Card as OlderCard, Config as OlderConfig, Div as OlderDiv,
    Division as OlderDivision, Element as OlderElement, Header as OlderHeader, Hr as OlderHr,
    Href as OlderHref, Language as OlderLanguage, Locale, Markdown, OperatorAllow,
    Text as OlderText, TextElement, TodoSwitch,
    markdown::{Instead, Mentioned, Person},
    words::{Name, Seen},
};

use super::{
    Body, Button, Card, Config, Div, Division, Element, Header, Href, I18nItem, Language,
    OperateList, Text, TextContent, TextType,
};
use crate::{Loss, LossKind, Report, Severity, pointer::Pointer};

impl Card {
    /// The card in the older dialect, with a report of what that cannot hold. The report's pointers lead into this card.
    ///
    /// ```
    /// use message_card::wps365::Card;
    ///
    /// let json = r#"{"i18n_items":[{"key":"zh-CN","value":{"elements":[
    ///     {"text":{"tag":"text","text":{"type":"plain","content":"全部通过","text_size":"large"}}}
    /// ]}}]}"#;
    /// let (card, report) = Card::from_json(json)?.to_card();
    /// assert_eq!(card, message_card::Card::new().text("全部通过"));
    /// assert_eq!(
    ///     report.to_string(),
    ///     "/i18n_items/0/value/elements/0/text/text/text_size: the older dialect has no `text_size`, it is left out"
    /// );
    /// # Ok::<(), message_card::ReadError>(())
    /// ```
    ///
    /// The `zh-CN` item becomes the card's own title and elements, else the first one; the others become its `i18n`. Buttons
    /// that follow each other become one `action`. A mention becomes its name: it is by an id of the message here, by an e-mail
    /// address there. Markdown is taken over as it is; it is as trusted as this card.
    pub fn to_card(&self) -> (OlderCard, Report) {
        let mut carrier = Carrier::default();
        let card = carrier.card(self);
        (card, carrier.report)
    }
}

/// Where the way has got to, and what was left behind.
#[derive(Default)]
struct Carrier {
    pointer: Pointer,
    report: Report,
}

impl Carrier {
    fn within<T>(&mut self, name: &str, carry: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.pointer.enter(name);
        let carried = carry(self);
        self.pointer.leave(length);
        carried
    }

    fn at<T>(&mut self, index: usize, carry: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.pointer.enter_item(index);
        let carried = carry(self);
        self.pointer.leave(length);
        carried
    }

    fn lose(&mut self, tag: &'static str, kind: LossKind, severity: Severity, detail: String) {
        let pointer = self.pointer.as_str();
        self.report
            .push(Loss::new(pointer, tag, kind, severity, detail));
    }

    /// A field that the older dialect does not have.
    fn leave(&mut self, tag: &'static str, field: &str, severity: Severity) {
        let detail = format!("the older dialect has no {}, it is left out", Name(field));
        self.within(field, |this| {
            this.lose(tag, LossKind::Dropped, severity, detail);
        });
    }

    fn card(&mut self, card: &Card) -> OlderCard {
        let mut older = OlderCard::new();
        let config = card.config.as_ref();
        let config = config.map(|config| self.within("config", |this| this.config(config)));
        let config = config.filter(|config| *config != OlderConfig::new());
        older.config = config.map(Box::new);
        older.link = card.link.clone().map(Box::new);
        let items = &card.i18n_items;
        let own = items.iter().position(|item| item.key == Language::ZhCn);
        let own = own.unwrap_or(0);
        self.within("i18n_items", |this| {
            for (index, item) in items.iter().enumerate() {
                this.at(index, |this| {
                    let (header, elements) = this.item(item);
                    if index == own {
                        this.own_language(&item.key);
                        older.header = header;
                        older.elements = elements;
                    } else {
                        this.language(&item.key);
                        let mut locale = Locale::new(item.key.as_str());
                        locale.header = header;
                        locale.elements = elements;
                        older.i18n.push(locale);
                    }
                });
            }
        });
        older
    }

    fn own_language(&mut self, key: &Language) {
        if *key != Language::ZhCn {
            let detail = format!(
                "the card in {} stands where the older dialect has Simplified Chinese",
                Name(key.as_str())
            );
            self.within("key", |this| {
                this.lose("locale", LossKind::Replaced, Severity::Info, detail);
            });
        }
    }

    fn language(&mut self, key: &Language) {
        if !OlderLanguage::NAMES.contains(&key.as_str()) {
            let detail = format!(
                "the older dialect documents no language {}, the card in it is kept",
                Name(key.as_str())
            );
            self.within("key", |this| {
                this.lose("locale", LossKind::Replaced, Severity::Info, detail);
            });
        }
    }

    fn config(&mut self, config: &Config) -> OlderConfig {
        let mut older = OlderConfig::new();
        older.operator_allow = match config.allowd_operate_list.as_deref() {
            None => None,
            Some([OperateList::AcceptAll]) => Some(OperatorAllow::All),
            Some([OperateList::Disable]) => Some(OperatorAllow::None),
            Some(_) => {
                let detail =
                    "the older dialect has no numbers for these operations, they are left out";
                self.within("allowd_operate_list", |this| {
                    let severity = Severity::Degraded;
                    this.lose("config", LossKind::Dropped, severity, detail.to_owned());
                });
                None
            }
        };
        let todo = |is_on| {
            if is_on {
                TodoSwitch::On
            } else {
                TodoSwitch::Off
            }
        };
        older.todo_switch = config.todo_switch.map(todo);
        older.filter_key.clone_from(&config.filter_key);
        older.update_single = config.shared_card.map(|shared| !shared);
        older
            .nonsupport_client
            .clone_from(&config.nonsupport_client);
        if config.processing_state.is_some() {
            self.leave("config", "processing_state", Severity::Degraded);
        }
        older
    }

    fn item(&mut self, item: &I18nItem) -> (Option<OlderHeader>, Vec<OlderElement>) {
        self.within("value", |this| match &item.value {
            None => (None, Vec::new()),
            Some(Body { header, elements }) => {
                let header = header.as_ref();
                let header = header.map(|header| this.within("header", |this| this.header(header)));
                (header, this.elements(elements))
            }
        })
    }

    fn header(&mut self, header: &Header) -> OlderHeader {
        let mut older = OlderHeader::default();
        older.title = self.within("title", |this| this.text(&header.title));
        let subtitle = header.subtitle.as_ref();
        older.subtitle =
            subtitle.map(|subtitle| self.within("subtitle", |this| this.text(subtitle)));
        older
    }

    fn elements(&mut self, elements: &[Element]) -> Vec<OlderElement> {
        let mut older = Vec::with_capacity(elements.len());
        self.within("elements", |this| {
            for (index, element) in elements.iter().enumerate() {
                this.at(index, |this| this.element(element, &mut older));
            }
        });
        older
    }

    fn element(&mut self, element: &Element, older: &mut Vec<OlderElement>) {
        match element {
            Element::Text(text) => {
                older.push(self.within("text", |this| this.text(text)).into());
            }
            Element::Div(div) => older.push(self.within("div", |this| this.div(div)).into()),
            Element::Hr(_) => older.push(OlderHr::new().into()),
            Element::Button(button) => {
                let button = self.within("button", |this| this.button(button));
                if let Some(OlderElement::Action(action)) = older.last_mut() {
                    action.actions.push(button.into());
                } else {
                    let mut action = Action::default();
                    action.actions.push(button.into());
                    older.push(action.into());
                }
            }
            Element::Other(other) => {
                let tag = other.tag().unwrap_or_default();
                let detail = format!(
                    "{}: the older dialect has no such element, or another form of it: it is left out",
                    Name(tag)
                );
                self.lose("raw", LossKind::Dropped, Severity::Lost, detail);
            }
        }
    }

    fn text(&mut self, text: &Text) -> TextElement {
        let TextContent {
            r#type, content, ..
        } = &text.text;
        self.within("text", |this| this.looks(&text.text));
        let link = text.link.clone().map(Box::new);
        match r#type {
            TextType::Plain => {
                if !text.href.is_empty() {
                    self.leave("text", "href", Severity::Info);
                }
                let mut older = OlderText::default();
                older.content.clone_from(content);
                older.link = link;
                older.into()
            }
            TextType::Markdown => {
                let mut older = Markdown::from_trusted_source(content.to_string());
                self.within("text", |this| {
                    this.within("content", |this| {
                        older.replace_mentions(&mut |mentioned| this.mention(mentioned));
                    });
                });
                older.href = self.href(&text.href);
                older.link = link;
                older.into()
            }
        }
    }

    fn looks(&mut self, content: &TextContent) {
        let looks = [
            ("text_size", content.text_size.is_some()),
            ("text_align", content.text_align.is_some()),
            ("icon", content.icon.is_some()),
        ];
        for (field, is_there) in &looks {
            if *is_there {
                self.leave("text", field, Severity::Info);
            }
        }
    }

    fn mention(&mut self, mentioned: &Mentioned) -> Instead {
        let name = match &mentioned.person {
            // As the older dialect has it.
            Person::Email(email) => {
                return Instead {
                    tag: Some(format!("<at email=\"{email}\">")),
                    name: None,
                };
            }
            Person::Id(id) if mentioned.name.is_empty() => id,
            Person::Id(_) => &mentioned.name,
        };
        let detail = format!(
            "{} is not notified: the older dialect mentions by e-mail address, not by an id of the message",
            Name(name)
        );
        self.lose("at", LossKind::MentionLost, Severity::Lost, detail);
        Instead {
            tag: None,
            name: Some(name.clone()),
        }
    }

    fn button(&mut self, button: &Button) -> OlderButton {
        let mut older = OlderButton::default();
        older.label.clone_from(&button.text.content);
        older.key.clone_from(&button.key);
        older.style = Some(button.style.clone());
        older.url.clone_from(&button.url);
        older.href = self.href(&button.href);
        older
    }

    /// The links by name: there are no two of one name there.
    fn href(&mut self, href: &[Href]) -> OlderHref {
        let mut names = Seen::default();
        let mut entries = Vec::with_capacity(href.len());
        for (index, Href { key, value }) in href.iter().enumerate() {
            if names.insert(key) {
                entries.push((key.clone(), value.clone()));
                continue;
            }
            let detail = format!("{} is there twice, the second is left out", Name(key));
            self.within("href", |this| {
                this.at(index, |this| {
                    this.lose("markdown", LossKind::Dropped, Severity::Degraded, detail);
                });
            });
        }
        OlderHref::from_unique(entries)
    }

    fn div(&mut self, div: &Div) -> OlderDiv {
        let mut fields = Vec::with_capacity(div.fields.len());
        self.within("fields", |this| {
            for (index, field) in div.fields.iter().enumerate() {
                fields.push(this.at(index, |this| this.text(field)));
            }
        });
        let mut older = OlderDiv::default();
        older.fields = fields.into();
        if div.division == Division::FlowRight {
            let detail = "the older dialect has no `flow_right`, the columns are of one width";
            self.within("division", |this| {
                this.lose("div", LossKind::Dropped, Severity::Info, detail.to_owned());
            });
        } else {
            older.division = Some(OlderDivision::from(div.division.as_str()));
        }
        older.link = div.link.clone().map(Box::new);
        older
    }
}
