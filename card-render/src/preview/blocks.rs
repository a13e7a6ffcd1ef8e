//! A markdown text.

use card_model::{
    Markdown,
    markdown::{Alignment, Block, Span},
};

use super::{dialect::Dialect, html::Html, inline::spans};

/// Draws a markdown text as its clients do.
pub(super) fn markdown(html: &mut Html, text: &str, dialect: Dialect<'_>) {
    let tree = Markdown::from_trusted_source(text).tree();
    html.tag("div", "markdown", |html| {
        draw_all(html, &tree.blocks, dialect);
    });
}

fn draw_all(html: &mut Html, blocks: &[Block], dialect: Dialect<'_>) {
    for block in blocks {
        if dialect.has_blocks() {
            draw(html, block, dialect);
        } else {
            as_written(html, block, dialect);
        }
    }
}

fn draw(html: &mut Html, block: &Block, dialect: Dialect<'_>) {
    match block {
        Block::Paragraph(content) => paragraph(html, "", content, dialect),
        Block::Heading { level, content } => heading(html, *level, content, dialect),
        Block::Quote(blocks) => html.tag("blockquote", "", |html| {
            draw_all(html, blocks, dialect);
        }),
        Block::List { start, items } => list(html, *start, items, dialect),
        Block::Code { text, .. } => {
            html.tag("pre", "code", |html| html.leaf("code", "", text.trim_end()));
        }
        Block::Table {
            alignments,
            header,
            rows,
        } => table(html, alignments, header, rows, dialect),
        Block::Rule => html.void("hr", &[]),
        _ => {}
    }
}

/// A client that knows only headings and quotes shows anything else as it is written.
fn as_written(html: &mut Html, block: &Block, dialect: Dialect<'_>) {
    match block {
        Block::List { start, items } => {
            for (number, item) in items.iter().enumerate() {
                let mark = start.map_or_else(|| "- ".to_owned(), |first| ordinal(first, number));
                item_as_written(html, &mark, item, dialect);
            }
        }
        Block::Code { text, .. } => {
            html.tag("p", "source", |html| {
                html.text("```\n");
                html.text(text);
                html.text("```");
            });
        }
        Block::Table { header, rows, .. } => {
            for row in std::iter::once(header).chain(rows) {
                html.tag("p", "as-is", |html| {
                    for cell in row {
                        html.text("| ");
                        spans(html, cell, dialect);
                        html.text(" ");
                    }
                    html.text("|");
                });
            }
        }
        Block::Rule => html.leaf("p", "", "---"),
        block => draw(html, block, dialect),
    }
}

fn item_as_written(html: &mut Html, mark: &str, item: &[Block], dialect: Dialect<'_>) {
    let (first, rest) = match item.split_first() {
        Some((Block::Paragraph(content), rest)) => (content.as_slice(), rest),
        _ => (&[][..], item),
    };
    html.tag("p", "as-is", |html| {
        html.text(mark);
        spans(html, first, dialect);
    });
    draw_all(html, rest, dialect);
}

fn ordinal(first: u64, number: usize) -> String {
    let number = u64::try_from(number).unwrap_or_default();
    format!("{}. ", first.saturating_add(number))
}

fn paragraph(html: &mut Html, class: &'static str, content: &[Span], dialect: Dialect<'_>) {
    html.tag("p", class, |html| spans(html, content, dialect));
}

fn heading(html: &mut Html, level: u8, content: &[Span], dialect: Dialect<'_>) {
    let class = match level {
        1 => "heading h1",
        2 => "heading h2",
        3 => "heading h3",
        _ => "heading",
    };
    paragraph(html, class, content, dialect);
}

fn list(html: &mut Html, start: Option<u64>, items: &[Vec<Block>], dialect: Dialect<'_>) {
    let first = start.map(|start| start.to_string()).unwrap_or_default();
    let name = if start.is_some() { "ol" } else { "ul" };
    html.tag_with(name, &[("start", &first)], |html| {
        for item in items {
            html.tag("li", "", |html| draw_all(html, item, dialect));
        }
    });
}

fn table(
    html: &mut Html,
    alignments: &[Alignment],
    header: &[Vec<Span>],
    rows: &[Vec<Vec<Span>>],
    dialect: Dialect<'_>,
) {
    let row = |html: &mut Html, name: &'static str, cells: &[Vec<Span>]| {
        html.tag("tr", "", |html| {
            for (number, cell) in cells.iter().enumerate() {
                let class = side(alignments.get(number));
                html.tag(name, class, |html| spans(html, cell, dialect));
            }
        });
    };
    html.tag("div", "table", |html| {
        html.tag("table", "", |html| {
            html.tag("thead", "", |html| row(html, "th", header));
            html.tag("tbody", "", |html| {
                for cells in rows {
                    row(html, "td", cells);
                }
            });
        });
    });
}

const fn side(alignment: Option<&Alignment>) -> &'static str {
    match alignment {
        Some(Alignment::Center) => "center",
        Some(Alignment::Right) => "right",
        _ => "",
    }
}
