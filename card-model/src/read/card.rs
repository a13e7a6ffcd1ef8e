//! A card's own fields.

use super::{
    element::{element, text_element},
    error::{Lookalike, ReadError, ReadErrorKind},
    fields::{Fields, Result, boolean, entries, integer, list, text, wrong},
    tree::Tree,
};
use crate::{
    Card, ClientType, Config, Element, Header, Href, Language, Link, Locale, NonsupportClient,
    OperatorAllow, Str, TodoSwitch,
};

pub(super) fn card(tree: Tree) -> Result<Card> {
    let looks_like = lookalike(&tree);
    let known = &["config", "link", "header", "elements", "i18n"];
    let mut fields = Fields::open(tree, known).map_err(|error| match looks_like {
        Some(lookalike) => ReadError::new(ReadErrorKind::NotACard(lookalike)),
        None => error,
    })?;
    Ok(Card {
        config: fields.boxed("config", config)?,
        link: fields.boxed("link", link)?,
        header: fields.optional("header", header)?,
        elements: elements(&mut fields)?,
        i18n: fields.optional("i18n", locales)?.unwrap_or_default(),
    })
}

/// What a document looks like that has other fields than a card.
pub(super) fn lookalike(tree: &Tree) -> Option<Lookalike> {
    let part = |path: &[&str]| path.iter().try_fold(tree, |tree, name| tree.get(name));
    let has = |name: &str| tree.get(name).is_some();
    let is_object = |path: &[&str]| matches!(part(path), Some(Tree::Object(_)));
    if has("elements") || has("header") {
        None
    } else if has("tag") {
        Some(Lookalike::Element)
    } else if has("i18n_items")
        || part(&["card", "i18n_items"]).is_some()
        || is_object(&["content", "card"])
    {
        Some(Lookalike::NewerDialect)
    } else if is_object(&["content", "content"]) {
        Some(Lookalike::Message("/content/content"))
    } else if is_object(&["card"]) {
        Some(Lookalike::Message("/card"))
    } else if is_object(&["content"]) && is_card_kind(tree.get("type")) {
        Some(Lookalike::Message("/content"))
    } else if has("msg_type") || has("msgtype") || (has("type") && has("content")) {
        Some(Lookalike::OtherMessage)
    } else {
        None
    }
}

/// Whether this is the `type` of a message that has a card.
fn is_card_kind(kind: Option<&Tree>) -> bool {
    matches!(kind, Some(Tree::Number(number)) if number.as_u64() == Some(23))
}

fn locales(tree: Tree) -> Result<Vec<Locale>> {
    let entries = entries(tree, |tree| {
        let mut fields = Fields::open(tree, &["header", "elements"])?;
        Ok((fields.optional("header", header)?, elements(&mut fields)?))
    })?;
    let mut locales = Vec::with_capacity(entries.len());
    for (lang, (header, elements)) in entries {
        locales.push(Locale {
            lang: Language::from(lang),
            header,
            elements,
        });
    }
    Ok(locales)
}

fn elements(fields: &mut Fields) -> Result<Vec<Element>> {
    let elements = fields.optional("elements", |tree| list(tree, element))?;
    Ok(elements.unwrap_or_default())
}

pub(super) fn header(tree: Tree) -> Result<Header> {
    let mut fields = Fields::open(tree, &["title", "subtitle", "template"])?;
    Ok(Header {
        title: fields.required("title", text_element)?,
        subtitle: fields.optional("subtitle", text_element)?,
        template: fields.optional_text("template")?,
    })
}

pub(super) fn link(tree: Tree) -> Result<Link> {
    let known = &["url", "android_url", "ios_url", "pc_url"];
    let mut fields = Fields::open(tree, known)?;
    Ok(Link {
        url: fields.text("url")?,
        android_url: fields.optional_text("android_url")?,
        ios_url: fields.optional_text("ios_url")?,
        pc_url: fields.optional_text("pc_url")?,
    })
}

pub(super) fn href(tree: Tree) -> Result<Href> {
    entries(tree, link).map(Href::from_unique)
}

pub(super) fn config(tree: Tree) -> Result<Config> {
    let known = &[
        "operator_allow",
        "todo_switch",
        "filter_key",
        "update_single",
        "nonsupport_client",
    ];
    let mut fields = Fields::open(tree, known)?;
    let allow = fields.take("operator_allow").map(operator_allow);
    Ok(Config {
        operator_allow: allow
            .transpose()
            .map_err(|error| error.within("operator_allow"))?,
        todo_switch: fields.optional_text("todo_switch")?.map(TodoSwitch::from),
        filter_key: fields.optional_text("filter_key")?,
        update_single: fields.optional("update_single", boolean)?,
        nonsupport_client: fields.optional("nonsupport_client", nonsupport_client)?,
    })
}

/// `null` has a meaning here: everything is allowed.
fn operator_allow(tree: Tree) -> Result<OperatorAllow> {
    match tree {
        Tree::Null => Ok(OperatorAllow::All),
        Tree::String(word) => Ok(OperatorAllow::Other(Str::Owned(word))),
        Tree::Array(_) => match list(tree, integer)? {
            codes if codes == [-1] => Ok(OperatorAllow::None),
            codes => Ok(OperatorAllow::Codes(codes)),
        },
        other => Err(wrong(&other, "null or an array of integers")),
    }
}

fn nonsupport_client(tree: Tree) -> Result<NonsupportClient> {
    let mut fields = Fields::open(tree, &["client_type", "describe"])?;
    Ok(NonsupportClient {
        client_type: fields.required("client_type", |tree| {
            list(tree, |tree| text(tree).map(ClientType::from))
        })?,
        describe: fields.optional_text("describe")?,
    })
}
