//! Mentions in quoted markdown.

use card_model::{
    markdown::{self, Block, Piece, Span, Tree},
    words::{each, sort_by_key},
};

use super::content::add_pieces;
use crate::ast::Node;

/// How a mention begins in markdown; not everything that begins like this is one.
const BEGINNING: &str = "<at";

/// A quoted text in which a mention begins.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Mention {
    /// The index of the text among the nodes.
    pub(super) node: usize,
    /// Whether it stands in a link, where it notifies nobody.
    pub(super) in_link: bool,
}

/// The quoted texts in which a mention begins, each at most once with a mention in a link, and once with another. Texts
/// with a fault, which was reported, are not among them.
pub(super) fn mentioning(nodes: &[Node]) -> Vec<Mention> {
    let (mut pieces, mut owners) = (Vec::new(), Vec::new());
    for (index, node) in nodes.iter().enumerate() {
        add_pieces(node, &mut pieces, &mut Vec::new());
        owners.resize(pieces.len(), index);
    }
    if !pieces.iter().any(may_mention) {
        return Vec::new();
    }
    let reading = markdown::read(&pieces);
    let faulty = each(&reading.faults, |fault| owners.get(fault.piece));
    let total = Count::of(&reading.tree());
    let mut found = Vec::new();
    for (piece, owner) in owners.iter().enumerate() {
        if faulty.contains(&Some(owner)) {
            continue;
        }
        for without in without_each(&pieces, piece) {
            for (in_link, is_missing) in [
                (false, without.free < total.free),
                (true, without.linked < total.linked),
            ] {
                if is_missing {
                    found.push(Mention {
                        node: *owner,
                        in_link,
                    });
                }
            }
        }
    }
    sort_by_key(&mut found, |mention| {
        (mention.node, usize::from(mention.in_link))
    });
    found.dedup();
    found
}

fn may_mention(piece: &Piece<'_>) -> bool {
    matches!(piece, Piece::Source(source) if source.contains(BEGINNING))
}

/// The mentions of the text, once for each beginning of one in this piece, while its `<` is none: a mention begins where one
/// is missing then. The tree does not say where its parts come from.
fn without_each(pieces: &[Piece<'_>], piece: usize) -> Vec<Count> {
    let Some(Piece::Source(source)) = pieces.get(piece) else {
        return Vec::new();
    };
    let without = |at| {
        let (before, after) = source.split_at(at);
        let without = format!("{before}＜{}", after.strip_prefix('<').unwrap_or(after));
        let mut pieces = pieces.to_vec();
        if let Some(piece) = pieces.get_mut(piece) {
            *piece = Piece::Source(&without);
        }
        Count::of(&markdown::read(&pieces).tree())
    };
    let mut counts = Vec::new();
    for (at, _) in source.match_indices(BEGINNING) {
        counts.push(without(at));
    }
    counts
}

/// How many mentions a text holds.
#[derive(Default)]
struct Count {
    /// Those in a link.
    linked: usize,
    /// The others.
    free: usize,
}

impl Count {
    fn of(tree: &Tree) -> Self {
        let mut count = Self::default();
        count.blocks(&tree.blocks);
        count
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(content) | Block::Heading { content, .. } => {
                    self.spans(content, false);
                }
                Block::Quote(blocks) => self.blocks(blocks),
                Block::List { items, .. } => items.iter().for_each(|item| self.blocks(item)),
                Block::Table { header, rows, .. } => {
                    for cell in header.iter().chain(rows.iter().flatten()) {
                        self.spans(cell, false);
                    }
                }
                _ => {}
            }
        }
    }

    fn spans(&mut self, spans: &[Span], in_link: bool) {
        for span in spans {
            match span {
                Span::At { content, .. } => {
                    let count = if in_link {
                        &mut self.linked
                    } else {
                        &mut self.free
                    };
                    *count += 1;
                    self.spans(content, in_link);
                }
                Span::Link { content, .. } => self.spans(content, true),
                Span::Bold(content)
                | Span::Italic(content)
                | Span::Strike(content)
                | Span::Font { content, .. } => self.spans(content, in_link),
                _ => {}
            }
        }
    }
}
