//! The wire JSON of a card, written field by field in the order of the platform's samples: once for any `serde`
//! serializer, and once straight into a string, from the same list of fields.

use serde_core::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeStruct},
};

use crate::{
    Action, ActionItem, Button, Card, ClientType, Config, Div, Division, Element, Header, Hr, Href,
    Img, Language, Link, Locale, Markdown, NonsupportClient, OperatorAllow, Other, PicText, Str,
    Text, TextElement, TodoSwitch,
    json::{Json, Object, escape},
    markdown::write_json,
};

/// Adds a field; the name comes with what stands before it, its quotes and colon.
#[inline]
fn write_after(out: &mut String, name: &str, value: &impl Json) {
    out.push_str(name);
    value.write(out);
}

/// Writes a struct's fields in order: `must` always, `name` with this word of the platform, `plain` and `marked` as a
/// content of this type, `some` unless it is `None`, `full` unless it is empty. Where a `name` stands, it stands first.
macro_rules! write_fields {
    ($serializer:expr, $name:literal, { $( $kind:tt $key:literal : $value:expr ),* $(,)? }) => {{
        let present = 0 $( + write_fields!(@count $kind $value) )*;
        let mut fields = $serializer.serialize_struct($name, present)?;
        $( write_fields!(@field $kind fields $key $value); )*
        fields.end()
    }};
    (@json $out:ident { name $name:literal : $word:literal, some $key:literal : $value:expr $(,)? }) => {
        $out.push_str(concat!("{\"", $name, "\":\"", $word, "\""));
        write_fields!(@after some (",") $out $key $value);
        $out.push('}');
    };
    (@json $out:ident {
        name $name:literal : $word:literal, $first:tt $first_key:literal : $first_value:expr
        $(, $kind:tt $key:literal : $value:expr)* $(,)?
    }) => {
        write_fields!(@after $first ("{\"", $name, "\":\"", $word, "\",") $out $first_key $first_value);
        $( write_fields!(@after $kind (",") $out $key $value); )*
        $out.push('}');
    };
    (@json $out:ident {
        must $first_key:literal : $first_value:expr $(, $kind:tt $key:literal : $value:expr)* $(,)?
    }) => {
        write_fields!(@after must ("{") $out $first_key $first_value);
        $( write_fields!(@after $kind (",") $out $key $value); )*
        $out.push('}');
    };
    (@json $out:ident { $( $kind:tt $key:literal : $value:expr ),* $(,)? }) => {
        let mut object = Object::begin($out);
        $( write_fields!(@next $kind object $key $value); )*
        object.end();
    };
    (@after must ($($before:literal),+) $out:ident $key:literal $value:expr) => {
        write_after($out, concat!($($before,)+ "\"", $key, "\":"), &$value)
    };
    (@after plain ($($before:literal),+) $out:ident $key:literal $value:expr) => {{
        $out.push_str(concat!($($before,)+ "\"", $key, "\":{\"type\":\"plainText\",\"text\":\""));
        escape(&$value, $out);
        $out.push_str("\"}");
    }};
    (@after marked ($($before:literal),+) $out:ident $key:literal $value:expr) => {{
        $out.push_str(concat!($($before,)+ "\"", $key, "\":{\"type\":\"markdown\",\"text\":\""));
        write_json(&$value.content, $out);
        $out.push_str("\"}");
    }};
    (@after some ($before:literal) $out:ident $key:literal $value:expr) => {
        if let Some(value) = &$value {
            write_after($out, concat!($before, "\"", $key, "\":"), value);
        }
    };
    (@after full ($before:literal) $out:ident $key:literal $value:expr) => {
        if !$value.is_empty() {
            write_after($out, concat!($before, "\"", $key, "\":"), &$value);
        }
    };
    (@next must $object:ident $key:literal $value:expr) => {
        $object.field(concat!("\"", $key, "\":"), &$value)
    };
    (@next some $object:ident $key:literal $value:expr) => {
        if let Some(value) = &$value {
            $object.field(concat!("\"", $key, "\":"), value);
        }
    };
    (@next full $object:ident $key:literal $value:expr) => {
        if !$value.is_empty() {
            $object.field(concat!("\"", $key, "\":"), &$value);
        }
    };
    (@count name $value:expr) => { 1 };
    (@count must $value:expr) => { 1 };
    (@count plain $value:expr) => { 1 };
    (@count marked $value:expr) => { 1 };
    (@count some $value:expr) => { usize::from($value.is_some()) };
    (@count full $value:expr) => { usize::from(!$value.is_empty()) };
    (@field name $fields:ident $key:literal $value:expr) => {
        $fields.serialize_field($key, $value)?
    };
    (@field must $fields:ident $key:literal $value:expr) => {
        $fields.serialize_field($key, &$value)?
    };
    (@field plain $fields:ident $key:literal $value:expr) => {
        $fields.serialize_field($key, &Plain(&$value))?
    };
    (@field marked $fields:ident $key:literal $value:expr) => {
        $fields.serialize_field($key, &Marked($value))?
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
    ($(
        $(#[$doc:meta])*
        $type:ty as $name:literal |$this:ident| { $( $kind:tt $key:literal : $value:expr ),* $(,)? }
    )+) => {$(
        $(#[$doc])*
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $this = self;
                write_fields!(serializer, $name, { $( $kind $key : $value ),* })
            }
        }

        impl Json for $type {
            fn write(&self, out: &mut String) {
                let $this = self;
                write_fields!(@json out { $( $kind $key : $value ),* });
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
        name "tag": "text",
        plain "content": text.content,
        some "link": text.link,
    }
    Markdown as "Markdown" |markdown| {
        name "tag": "text",
        marked "content": markdown,
        full "href": markdown.href,
        some "link": markdown.link,
    }
    Div as "Div" |div| {
        name "tag": "div",
        must "fields": div.fields,
        some "division": div.division,
        some "link": div.link,
    }
    Img as "Img" |img| {
        name "tag": "img",
        must "content": Picture(img),
    }
    Hr as "Hr" |hr| {
        name "tag": "hr",
        some "style": hr.style,
    }
    PicText as "PicText" |pic_text| {
        name "tag": "picText",
        must "img": Picture(&pic_text.img),
        must "text": Content(&pic_text.text),
        full "href": pic_text.href(),
        some "link": pic_text.shown_link(),
    }
    Action as "Action" |action| {
        name "tag": "action",
        must "actions": action.actions,
    }
    Button as "Button" |button| {
        name "tag": "button",
        plain "content": button.label,
        some "key": button.key,
        some "style": button.style,
        some "url": button.url,
        full "href": button.href,
    }
    Plain<'_> as "Content" |content| {
        name "type": "plainText",
        must "text": content.0,
    }
    Marked<'_> as "Content" |content| {
        name "type": "markdown",
        must "text": Wire(content.0),
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

/// The wire's text of a markdown.
struct Wire<'a>(&'a Markdown);

impl Serialize for Wire<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.to_wire())
    }
}

impl Json for Wire<'_> {
    fn write(&self, out: &mut String) {
        out.push('"');
        write_json(&self.0.content, out);
        out.push('"');
    }
}

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

impl Json for Languages<'_> {
    fn write(&self, out: &mut String) {
        let mut object = Object::begin(out);
        for locale in self.0 {
            object.entry(locale.lang.as_str(), locale);
        }
        object.end();
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

impl Json for Href {
    fn write(&self, out: &mut String) {
        let mut object = Object::begin(out);
        for (name, link) in self.iter() {
            object.entry(name, link);
        }
        object.end();
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

impl Json for OperatorAllow {
    fn write(&self, out: &mut String) {
        match self {
            Self::All => out.push_str("null"),
            Self::None => out.push_str("[-1]"),
            Self::Codes(codes) => codes.write(out),
            Self::Other(word) => word.write(out),
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

        impl Json for $type {
            fn write(&self, out: &mut String) {
                self.as_str().write(out);
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

        impl Json for $type {
            fn write(&self, out: &mut String) {
                match self {
                    $( Self::$variant(value) => value.write(out), )+
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

impl Json for Other {
    fn write(&self, out: &mut String) {
        out.push_str(&self.json.to_string());
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

impl Json for Content<'_> {
    fn write(&self, out: &mut String) {
        match self.0 {
            TextElement::Text(text) => Plain(&text.content).write(out),
            TextElement::Markdown(markdown) => Marked(markdown).write(out),
        }
    }
}

impl Card {
    /// The card as compact JSON: the same bytes as `serde_json::to_string(&card)`, in about half the time
    /// (`cargo bench -p message-card-benches`).
    ///
    /// ```
    /// use message_card::Card;
    ///
    /// assert_eq!(Card::new().hr().to_json(), r#"{"elements":[{"tag":"hr"}]}"#);
    /// ```
    pub fn to_json(&self) -> String {
        let mut out = String::with_capacity(self.size_hint());
        self.write(&mut out);
        out
    }

    /// About the length of the JSON. Most cards are shorter than the smallest, which is about the largest that common
    /// allocators have at hand.
    fn size_hint(&self) -> usize {
        let mut elements = self.elements.len();
        for locale in &self.i18n {
            elements += locale.elements.len() + 1;
        }
        usize::max(1024, 160 * elements)
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
            TextElement::Text(text) => text.link.as_deref(),
            TextElement::Markdown(markdown) => markdown.link.as_deref(),
        }
    }

    fn shown_link(&self) -> Option<&Link> {
        self.link.as_deref().or_else(|| self.text_link())
    }
}
