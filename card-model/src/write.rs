//! The wire JSON of a card, written field by field in the order of the platform's samples.

use serde::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeStruct},
};

use crate::{
    Action, ActionItem, Button, Card, ClientType, Config, Div, Division, Element, Header, Hr, Href,
    Img, Language, Link, Locale, Markdown, NonsupportClient, OperatorAllow, Other, PicText, Str,
    Text, TextElement, TodoSwitch,
};

/// Writes a struct's fields in order. `name?` is left out where it is `None`, `name[]` where it is empty.
macro_rules! write_fields {
    ($serializer:expr, $name:literal, { $( $kind:tt $key:literal : $value:expr ),* $(,)? }) => {{
        let present = 0 $( + write_fields!(@count $kind $value) )*;
        let mut fields = $serializer.serialize_struct($name, present)?;
        $( write_fields!(@field $kind fields $key $value); )*
        fields.end()
    }};
    (@count must $value:expr) => { 1 };
    (@count some $value:expr) => { usize::from($value.is_some()) };
    (@count full $value:expr) => { usize::from(!$value.is_empty()) };
    (@field must $fields:ident $key:literal $value:expr) => {
        $fields.serialize_field($key, &$value)?
    };
    (@field some $fields:ident $key:literal $value:expr) => {
        match &$value {
            Some(value) => $fields.serialize_field($key, value)?,
            None => $fields.skip_field($key)?,
        }
    };
    (@field full $fields:ident $key:literal $value:expr) => {
        if $value.is_empty() {
            $fields.skip_field($key)?;
        } else {
            $fields.serialize_field($key, &$value)?;
        }
    };
}

macro_rules! serialize {
    ($( $(#[$doc:meta])* $type:ty as $name:literal |$this:ident| { $($fields:tt)* } )+) => {$(
        $(#[$doc])*
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $this = self;
                write_fields!(serializer, $name, { $($fields)* })
            }
        }
    )+};
}

serialize! {
    Card as "Card" |card| {
        some "config": card.config,
        some "link": card.link,
        some "header": card.header,
        full "elements": card.elements,
        full "i18n": Languages(&card.i18n),
    }
    /// What stands under the language in a card's `i18n`.
    Locale as "Locale" |locale| {
        some "header": locale.header,
        full "elements": locale.elements,
    }
    Config as "Config" |config| {
        some "operator_allow": config.operator_allow,
        some "todo_switch": config.todo_switch,
        some "filter_key": config.filter_key,
        some "update_single": config.update_single,
        some "nonsupport_client": config.nonsupport_client,
    }
    NonsupportClient as "NonsupportClient" |clients| {
        must "client_type": clients.client_type,
        some "describe": clients.describe,
    }
    Link as "Link" |link| {
        must "url": link.url,
        some "android_url": link.android_url,
        some "ios_url": link.ios_url,
        some "pc_url": link.pc_url,
    }
    Header as "Header" |header| {
        must "title": header.title,
        some "subtitle": header.subtitle,
        some "template": header.template,
    }
    Text as "Text" |text| {
        must "tag": "text",
        must "content": Plain(&text.content),
        some "link": text.link,
    }
    Markdown as "Markdown" |markdown| {
        must "tag": "text",
        must "content": Marked(markdown),
        full "href": markdown.href,
        some "link": markdown.link,
    }
    Div as "Div" |div| {
        must "tag": "div",
        must "fields": div.fields,
        some "division": div.division,
        some "link": div.link,
    }
    Img as "Img" |img| {
        must "tag": "img",
        must "content": Picture(img),
    }
    Hr as "Hr" |hr| {
        must "tag": "hr",
        some "style": hr.style,
    }
    PicText as "PicText" |pic_text| {
        must "tag": "picText",
        must "img": Picture(&pic_text.img),
        must "text": Content(&pic_text.text),
        full "href": pic_text.href(),
        some "link": pic_text.shown_link(),
    }
    Action as "Action" |action| {
        must "tag": "action",
        must "actions": action.actions,
    }
    Button as "Button" |button| {
        must "tag": "button",
        must "content": Plain(&button.label),
        some "key": button.key,
        some "style": button.style,
        some "url": button.url,
        full "href": button.href,
    }
    Plain<'_> as "Content" |content| {
        must "type": "plainText",
        must "text": content.0,
    }
    Marked<'_> as "Content" |content| {
        must "type": "markdown",
        must "text": content.0.to_wire(),
    }
    Picture<'_> as "Picture" |picture| {
        some "pic_type": picture.0.pic_type,
        must "store_key": picture.0.store_key,
        some "store_key_sha1": picture.0.store_key_sha1,
    }
}

/// The `content` of a text without markup.
struct Plain<'a>(&'a Str);

/// The `content` of a text with markup.
struct Marked<'a>(&'a Markdown);

/// The `content` of either.
struct Content<'a>(&'a TextElement);

/// What names an uploaded picture.
struct Picture<'a>(&'a Img);

/// Locales as a map.
struct Languages<'a>(&'a [Locale]);

impl Languages<'_> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Languages<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for locale in self.0 {
            map.serialize_entry(&locale.lang, locale)?;
        }
        map.end()
    }
}

impl Serialize for Href {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.len()))?;
        for (name, link) in self.iter() {
            map.serialize_entry(name, link)?;
        }
        map.end()
    }
}

impl Serialize for OperatorAllow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::All => serializer.serialize_unit(),
            Self::None => [-1].serialize(serializer),
            Self::Codes(codes) => codes.serialize(serializer),
            Self::Other(word) => serializer.serialize_str(word),
        }
    }
}

macro_rules! serialize_names {
    ($($type:ty),+) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    )+};
}
serialize_names!(Language, Division, TodoSwitch, ClientType);

/// An enum of which each variant is written as what it holds.
macro_rules! serialize_variants {
    ($($type:ident { $($variant:ident),+ })+) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $( Self::$variant(value) => value.serialize(serializer), )+
                }
            }
        }
    )+};
}
serialize_variants! {
    Element { Text, Markdown, Div, Img, Hr, PicText, Action, Other }
    TextElement { Text, Markdown }
    ActionItem { Button, Other }
}

impl Serialize for Other {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json.serialize(serializer)
    }
}

impl Serialize for Content<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            TextElement::Text(text) => Plain(&text.content).serialize(serializer),
            TextElement::Markdown(markdown) => Marked(markdown).serialize(serializer),
        }
    }
}

static NO_HREF: Href = Href::new();

impl PicText {
    /// The links that the text names; the wire has them on the picText.
    pub(crate) fn href(&self) -> &Href {
        match &self.text {
            TextElement::Text(_) => &NO_HREF,
            TextElement::Markdown(markdown) => &markdown.href,
        }
    }

    /// The link of the text; the wire has no place for it but the picText's own.
    pub(crate) fn text_link(&self) -> Option<&Link> {
        match &self.text {
            TextElement::Text(text) => text.link.as_ref(),
            TextElement::Markdown(markdown) => markdown.link.as_ref(),
        }
    }

    fn shown_link(&self) -> Option<&Link> {
        self.link.as_ref().or_else(|| self.text_link())
    }
}
