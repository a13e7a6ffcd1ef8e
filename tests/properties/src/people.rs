//! How many mentions a text has.

use message_card::{
    Markdown,
    markdown::{Block, Span},
};

/// How many mentions a text has.
#[derive(Debug, Clone, Copy, Default)]
pub struct People {
    /// Those in links.
    pub linked: usize,
    /// The others.
    pub free: usize,
}

impl People {
    /// The mentions of this text.
    pub fn of(markdown: &Markdown) -> Self {
        let mut people = Self::default();
        people.blocks(&markdown.tree().blocks);
        people
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(content) | Block::Heading { content, .. } => {
                    self.spans(content, false);
                }
                Block::Quote(inner) => self.blocks(inner),
                Block::List { items, .. } => items.iter().for_each(|item| self.blocks(item)),
                Block::Table { header, rows, .. } => {
                    let cells = header.iter().chain(rows.iter().flatten());
                    cells.for_each(|cell| self.spans(cell, false));
                }
                _ => {}
            }
        }
    }

    fn spans(&mut self, spans: &[Span], in_link: bool) {
        for span in spans {
            match span {
                Span::Link { content, .. } => self.spans(content, true),
                Span::At { content, .. } => {
                    *(if in_link {
                        &mut self.linked
                    } else {
                        &mut self.free
                    }) += 1;
                    self.spans(content, in_link);
                }
                Span::Bold(content)
                | Span::Italic(content)
                | Span::Strike(content)
                | Span::Font { content, .. } => self.spans(content, in_link),
                _ => {}
            }
        }
    }
}
