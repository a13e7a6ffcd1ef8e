//! What a reader of markdown makes of a text: everything but the words.

use message_card::{
    Markdown,
    markdown::{Block, Span},
};
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};

/// Every extension but those that no client of the three platforms is known to have and that would have plain text
/// rewritten for nothing: typographic quotes, `{#attributes}`, `$math$`, `^super^` and `~sub~`, definition lists and metadata
/// blocks. The older footnotes exclude the newer ones.
pub fn options() -> Options {
    Options::all()
        - Options::ENABLE_SMART_PUNCTUATION
        - Options::ENABLE_HEADING_ATTRIBUTES
        - Options::ENABLE_MATH
        - Options::ENABLE_SUPERSCRIPT
        - Options::ENABLE_SUBSCRIPT
        - Options::ENABLE_DEFINITION_LIST
        - Options::ENABLE_OLD_FOOTNOTES
        - Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        - Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}

/// The events of `text`, and a `t` for a run of text.
pub fn shape(text: &str) -> String {
    let mut shape = String::new();
    for event in Parser::new_ext(text, options()) {
        let part = match event {
            // A blank alone says nothing.
            Event::Text(text) if text.trim().is_empty() => continue,
            Event::Text(_) => {
                if !shape.ends_with(" t") {
                    shape.push_str(" t");
                }
                continue;
            }
            Event::Code(_) => "code".to_owned(),
            Event::Start(Tag::Link { link_type, .. }) => format!("link({})", kind(link_type)),
            Event::Start(Tag::Image { .. }) => "image(".to_owned(),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => "indented(".to_owned(),
            Event::Start(tag) => format!("{tag:?}("),
            Event::End(_) => ")".to_owned(),
            Event::Html(html) | Event::InlineHtml(html) => format!("html{html}"),
            other => format!("{other:?}"),
        };
        shape.push(' ');
        shape.push_str(&part);
    }
    shape
}

const fn kind(link: LinkType) -> &'static str {
    match link {
        LinkType::Inline => "inline",
        _ => "other",
    }
}

/// What takes effect in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Effects {
    /// Links.
    pub links: usize,
    /// Pictures.
    pub images: usize,
}

/// The links and pictures of a markdown.
pub fn effects(text: &str) -> Effects {
    let mut effects = Effects::default();
    for event in Parser::new_ext(text, options()) {
        match event {
            Event::Start(Tag::Link { .. }) => effects.links += 1,
            Event::Start(Tag::Image { .. }) => effects.images += 1,
            _ => {}
        }
    }
    effects
}

/// What WeCom takes for a mention, in code as elsewhere: `<@…>`.
pub fn mentions(text: &str) -> Vec<&str> {
    let rest = text.split("<@").skip(1);
    rest.filter_map(|rest| rest.split_once('>'))
        .map(|(id, _)| id)
        .collect()
}

/// Where the links and the pictures of a markdown lead.
pub fn links(text: &str) -> Vec<String> {
    let events = Parser::new_ext(text, options());
    events
        .filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                Some(dest_url.to_string())
            }
            _ => None,
        })
        .collect()
}

/// How many links, pictures and mentions the library itself reads in a text, and how many other tags of mentions there are outside of
/// code.
pub fn nodes(text: &str) -> [usize; 4] {
    let mut found = [0; 4];
    let tree = Markdown::from_trusted_source(text).tree();
    count_blocks(&tree.blocks, &mut found);
    found
}

fn count_blocks(blocks: &[Block], found: &mut [usize; 4]) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => {
                count_spans(content, found);
            }
            Block::Quote(inner) => count_blocks(inner, found),
            Block::List { items, .. } => items.iter().for_each(|item| count_blocks(item, found)),
            Block::Table { header, rows, .. } => {
                let cells = header.iter().chain(rows.iter().flatten());
                cells.for_each(|cell| count_spans(cell, found));
            }
            _ => {}
        }
    }
}

fn count_spans(spans: &[Span], found: &mut [usize; 4]) {
    for span in spans {
        match span {
            Span::Link { content, .. } => {
                found[0] += 1;
                count_spans(content, found);
            }
            Span::Image { .. } => found[1] += 1,
            Span::Text(text) => found[3] += text.to_lowercase().matches("<at").count(),
            Span::At { content, .. } => {
                found[2] += 1;
                count_spans(content, found);
            }
            Span::Bold(content)
            | Span::Italic(content)
            | Span::Strike(content)
            | Span::Font { content, .. } => count_spans(content, found),
            _ => {}
        }
    }
}
