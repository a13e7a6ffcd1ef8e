//! The elements of a card's body.

use super::{
    card::{href, link},
    error::{ReadError, ReadErrorKind},
    fields::{Fields, Result, list, wrong},
    tree::Tree,
};
use crate::{
    Action, ActionItem, Button, Div, Division, Element, Fallback, Hr, Href, Img, Link, List,
    Markdown, Other, PicText, Str, Text, TextElement, markdown::Inline,
};

const PLAIN: &str = "plainText";
const MARKDOWN: &str = "markdown";
const NOT_ON_THE_WIRE: Option<Box<Fallback>> = None;

pub(super) fn element(tree: Tree) -> Result<Element> {
    Ok(match tag(&tree)? {
        "text" => text_element(tree)?.into(),
        "div" => div(tree)?.into(),
        "img" => img(tree)?.into(),
        "hr" => hr(tree)?.into(),
        "picText" => pic_text(tree)?.into(),
        "action" => action(tree)?.into(),
        _ => Other::new(tree.into_value()).into(),
    })
}

fn tag(tree: &Tree) -> Result<&str> {
    if !matches!(tree, Tree::Object(_)) {
        return Err(wrong(tree, "an object"));
    }
    match tree.get("tag") {
        Some(Tree::String(tag)) => Ok(tag),
        Some(other) => Err(wrong(other, "a string").within("tag")),
        None => Err(ReadError::new(ReadErrorKind::Missing("tag"))),
    }
}

pub(super) fn text_element(tree: Tree) -> Result<TextElement> {
    let mut fields = Fields::open(tree, &["tag", "content", "href", "link"])?;
    fields.word("tag", &["text"])?;
    let content = fields.required("content", content)?;
    let href = fields.optional("href", href)?;
    content.with(href, fields.boxed("link", link)?)
}

fn content(tree: Tree) -> Result<Content> {
    let mut fields = Fields::open(tree, &["type", "text"])?;
    let kind = fields.word("type", &[PLAIN, MARKDOWN])?;
    let text = fields.text("text")?;
    Ok(if kind == MARKDOWN {
        Content::Markdown(text)
    } else {
        Content::Plain(text)
    })
}

/// A text and its type.
enum Content {
    Plain(Str),
    Markdown(Str),
}

impl Content {
    fn with(self, href: Option<Href>, link: Option<Box<Link>>) -> Result<TextElement> {
        match self {
            Self::Plain(_) if href.is_some() => {
                Err(ReadError::new(ReadErrorKind::PlainHref).within("href"))
            }
            Self::Plain(content) => Ok(TextElement::Text(Text {
                content,
                link,
                fallback: NOT_ON_THE_WIRE,
            })),
            Self::Markdown(source) => Ok(TextElement::Markdown(Markdown {
                content: List::Owned(vec![Inline::Source(source)]),
                href: href.unwrap_or_default(),
                link,
                fallback: NOT_ON_THE_WIRE,
            })),
        }
    }
}

fn div(tree: Tree) -> Result<Div> {
    let mut fields = Fields::open(tree, &["tag", "fields", "division", "link"])?;
    Ok(Div {
        fields: fields
            .required("fields", |tree| list(tree, text_element))?
            .into(),
        division: fields.optional_text("division")?.map(Division::from),
        link: fields.boxed("link", link)?,
        fallback: NOT_ON_THE_WIRE,
    })
}

fn img(tree: Tree) -> Result<Img> {
    let mut fields = Fields::open(tree, &["tag", "content"])?;
    fields.required("content", picture)
}

fn picture(tree: Tree) -> Result<Img> {
    let mut fields = Fields::open(tree, &["pic_type", "store_key", "store_key_sha1"])?;
    Ok(Img {
        store_key: fields.text("store_key")?,
        store_key_sha1: fields.optional_text("store_key_sha1")?,
        pic_type: fields.optional_text("pic_type")?,
        ..Img::default()
    })
}

fn hr(tree: Tree) -> Result<Hr> {
    let mut fields = Fields::open(tree, &["tag", "style"])?;
    Ok(Hr {
        style: fields.optional_text("style")?,
    })
}

fn pic_text(tree: Tree) -> Result<PicText> {
    let mut fields = Fields::open(tree, &["tag", "img", "text", "href", "link"])?;
    let img = fields.required("img", picture)?;
    let text = fields.required("text", content)?;
    let href = fields.optional("href", href)?;
    Ok(PicText {
        img,
        text: text.with(href, None)?,
        link: fields.boxed("link", link)?,
        fallback: NOT_ON_THE_WIRE,
    })
}

fn action(tree: Tree) -> Result<Action> {
    let mut fields = Fields::open(tree, &["tag", "actions"])?;
    Ok(Action {
        actions: fields.required("actions", |tree| list(tree, action_item))?,
    })
}

pub(super) fn action_item(tree: Tree) -> Result<ActionItem> {
    Ok(match tag(&tree)? {
        "button" => button(tree)?.into(),
        _ => Other::new(tree.into_value()).into(),
    })
}

fn button(tree: Tree) -> Result<Button> {
    let known = &["tag", "content", "key", "style", "url", "href"];
    let mut fields = Fields::open(tree, known)?;
    Ok(Button {
        label: fields.required("content", label)?,
        key: fields.optional_text("key")?,
        style: fields.optional_text("style")?,
        url: fields.optional_text("url")?,
        href: fields.optional("href", href)?.unwrap_or_default(),
        fallback: NOT_ON_THE_WIRE,
    })
}

fn label(tree: Tree) -> Result<Str> {
    let mut fields = Fields::open(tree, &["type", "text"])?;
    fields.word("type", &[PLAIN])?;
    fields.text("text")
}
