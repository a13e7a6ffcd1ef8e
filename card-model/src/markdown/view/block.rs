//! Blocks, and what lists and tables are made of.

use super::{slice::Slice, span::Spans};
use crate::markdown::{
    flow::{Flow, Part, PartKind},
    tree::{Alignment, Block, Span, Tree},
};

/// Blocks that follow each other.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Blocks<'f>(Slice<'f>);

/// A block, as [`Block`].
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum BlockRef<'f> {
    Paragraph(Spans<'f>),
    Heading {
        level: u8,
        content: Spans<'f>,
    },
    Quote(Blocks<'f>),
    List {
        start: Option<u64>,
        items: Items<'f>,
    },
    Code {
        language: Option<&'f str>,
        text: &'f str,
    },
    Table {
        alignments: &'f [Alignment],
        header: Cells<'f>,
        rows: Rows<'f>,
    },
    Rule,
}

impl<'f> Blocks<'f> {
    pub(in crate::markdown) const fn new(flow: &'f Flow, parts: &'f [Part]) -> Self {
        Self(Slice { flow, parts })
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.0.parts.is_empty()
    }

    /// What the only block says, where that is a paragraph.
    pub fn only_paragraph(mut self) -> Option<Spans<'f>> {
        match self.next()? {
            BlockRef::Paragraph(spans) if self.is_empty() => Some(spans),
            _ => None,
        }
    }

    /// The blocks as a tree.
    pub fn to_tree(self) -> Tree {
        Tree {
            blocks: self.to_blocks(),
        }
    }

    fn to_blocks(self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for block in self {
            blocks.push(block.to_block());
        }
        blocks
    }

    fn each_text(self, see: &mut dyn FnMut(&str)) {
        for block in self {
            block.each_text(see);
        }
    }
}

impl Cells<'_> {
    fn to_cells(self) -> Vec<Vec<Span>> {
        let mut cells = Vec::new();
        for cell in self {
            cells.push(cell.to_vec());
        }
        cells
    }

    /// Calls `see` with the texts of a row, which is a line.
    fn each_text(self, see: &mut dyn FnMut(&str)) {
        for (index, cell) in self.enumerate() {
            if index > 0 {
                see("  ");
            }
            cell.each_text(see);
        }
        see("\n");
    }
}

impl<'f> Iterator for Blocks<'f> {
    type Item = BlockRef<'f>;

    #[inline]
    fn next(&mut self) -> Option<BlockRef<'f>> {
        let (part, inside) = self.0.next()?;
        Some(match part.kind {
            PartKind::Heading(level) => BlockRef::Heading {
                level,
                content: Spans::of(inside),
            },
            PartKind::Quote => BlockRef::Quote(Self(inside)),
            PartKind::Bullets | PartKind::Numbers => BlockRef::List {
                start: (part.kind == PartKind::Numbers)
                    .then(|| u64::try_from(part.from).unwrap_or(u64::MAX)),
                items: Items(inside),
            },
            PartKind::CodeBlock => BlockRef::Code {
                language: Some(inside.text(part)).filter(|language| !language.is_empty()),
                text: inside.only_text(),
            },
            PartKind::Table => {
                let alignments = inside.flow.alignments.get(part.from..part.to);
                let mut rows = Rows(inside);
                BlockRef::Table {
                    alignments: alignments.unwrap_or_default(),
                    header: rows.next().unwrap_or_default(),
                    rows,
                }
            }
            PartKind::Rule => BlockRef::Rule,
            _ => BlockRef::Paragraph(Spans::of(inside)),
        })
    }
}

impl BlockRef<'_> {
    /// Calls `see` with what it says without markup, in order: a line break ends each line.
    pub fn each_text(self, see: &mut dyn FnMut(&str)) {
        match self {
            Self::Paragraph(content) | Self::Heading { content, .. } => {
                content.each_text(see);
                see("\n");
            }
            Self::Quote(blocks) => blocks.each_text(see),
            Self::List { items, .. } => {
                for item in items {
                    item.each_text(see);
                }
            }
            Self::Code { text, .. } => {
                see(text);
                see("\n");
            }
            Self::Table { header, rows, .. } => {
                header.each_text(see);
                for row in rows {
                    row.each_text(see);
                }
            }
            Self::Rule => {}
        }
    }

    fn to_block(self) -> Block {
        match self {
            Self::Paragraph(content) => Block::Paragraph(content.to_vec()),
            Self::Heading { level, content } => Block::Heading {
                level,
                content: content.to_vec(),
            },
            Self::Quote(blocks) => Block::Quote(blocks.to_blocks()),
            Self::List { start, items } => {
                let mut list = Vec::new();
                for item in items {
                    list.push(item.to_blocks());
                }
                Block::List { start, items: list }
            }
            Self::Code { language, text } => Block::Code {
                language: language.map(str::to_owned),
                text: text.to_owned(),
            },
            Self::Table {
                alignments,
                header,
                rows,
            } => {
                let mut list = Vec::new();
                for row in rows {
                    list.push(row.to_cells());
                }
                Block::Table {
                    alignments: alignments.to_vec(),
                    header: header.to_cells(),
                    rows: list,
                }
            }
            Self::Rule => Block::Rule,
        }
    }
}

/// The items of a list.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Items<'f>(Slice<'f>);

impl<'f> Iterator for Items<'f> {
    type Item = Blocks<'f>;

    fn next(&mut self) -> Option<Blocks<'f>> {
        self.0.next().map(|(_, inside)| Blocks(inside))
    }
}

/// The rows of a table.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Rows<'f>(Slice<'f>);

impl<'f> Iterator for Rows<'f> {
    type Item = Cells<'f>;

    #[inline]
    fn next(&mut self) -> Option<Cells<'f>> {
        self.0.next().map(|(_, inside)| Cells(Some(inside)))
    }
}

/// The cells of a row.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, Default)]
pub struct Cells<'f>(Option<Slice<'f>>);

impl<'f> Iterator for Cells<'f> {
    type Item = Spans<'f>;

    #[inline]
    fn next(&mut self) -> Option<Spans<'f>> {
        self.0.as_mut()?.next().map(|(_, inside)| Spans::of(inside))
    }
}
