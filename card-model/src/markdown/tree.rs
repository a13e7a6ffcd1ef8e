//! What a markdown text says, as a tree.

use super::{LinkTarget, view::Spans};

/// A text with markup, read. Its leaves hold the text as a person reads it, without escapes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Tree {
    /// The blocks, in order.
    pub blocks: Vec<Block>,
}

/// A block of a [`Tree`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A heading.
    Heading {
        /// 1 for the largest, up to 6.
        level: u8,
        /// The text.
        content: Vec<Span>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A list.
    List {
        /// The number of the first item; `None` for bullets.
        start: Option<u64>,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A code block.
    Code {
        /// What stands behind the opening fence, the language most often.
        language: Option<String>,
        /// The code, lines ending in `\n`.
        text: String,
    },
    /// A table.
    Table {
        /// How each column is aligned.
        alignments: Vec<Alignment>,
        /// The cells of the first row.
        header: Vec<Vec<Span>>,
        /// The cells of the other rows.
        rows: Vec<Vec<Vec<Span>>>,
    },
    /// A line across.
    Rule,
}

/// How a column of a table is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Alignment {
    /// As the client likes.
    Unset,
    /// To the left.
    Left,
    /// To the middle.
    Center,
    /// To the right.
    Right,
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Span {
    /// Text.
    Text(String),
    /// Code.
    Code(String),
    /// A line break that is meant.
    Break,
    /// A line break of the source, a blank to most readers.
    SoftBreak,
    /// Bold text.
    Bold(Vec<Span>),
    /// Italic text.
    Italic(Vec<Span>),
    /// Text that is struck through.
    Strike(Vec<Span>),
    /// Text in a colour.
    Font {
        /// The colour, as written.
        color: String,
        /// The text.
        content: Vec<Span>,
    },
    /// A mention.
    At {
        /// Who is mentioned.
        email: String,
        /// The name to show; may be empty.
        content: Vec<Span>,
    },
    /// A link.
    Link {
        /// Where it leads.
        target: LinkTarget,
        /// What is clicked.
        content: Vec<Span>,
    },
    /// A picture.
    Image {
        /// Where it is.
        url: String,
        /// What stands for it.
        alt: String,
    },
}

impl Tree {
    /// The text without its markup: one line per paragraph, heading, table row, list item and line of code.
    pub fn plain_text(&self) -> String {
        Block::plain_text(&self.blocks)
    }
}

impl Block {
    /// The text of `blocks` without markup, as [`Tree::plain_text`].
    pub fn plain_text(blocks: &[Self]) -> String {
        let mut out = String::new();
        write_blocks(blocks, &mut out);
        out.truncate(out.trim_end_matches('\n').len());
        out
    }
}

impl Span {
    /// The text of `spans` without markup; a line break of the source is a blank.
    pub fn plain_text(spans: &[Self]) -> String {
        Spans::from(spans).plain_text()
    }
}

fn write_blocks(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => {
                Spans::from(content.as_slice()).write(out);
                out.push('\n');
            }
            Block::Quote(blocks) => write_blocks(blocks, out),
            Block::List { items, .. } => {
                for item in items {
                    write_blocks(item, out);
                }
            }
            Block::Code { text, .. } => {
                out.push_str(text);
                if !text.ends_with('\n') {
                    out.push('\n');
                }
            }
            Block::Table { header, rows, .. } => {
                write_row(header, out);
                for row in rows {
                    write_row(row, out);
                }
            }
            Block::Rule => {}
        }
    }
}

fn write_row(cells: &[Vec<Span>], out: &mut String) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            out.push_str("  ");
        }
        Spans::from(cell.as_slice()).write(out);
    }
    out.push('\n');
}
