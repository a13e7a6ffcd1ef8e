//! Mentions in quoted markdown.

use card_model::markdown::{self, Block, Piece, Span, Tree};

use super::content::add_pieces;
use crate::ast::Node;

/// How a mention begins in markdown; not everything that begins like this is one.
const BEGINNING: &str = "<at";

/// The indices of the nodes that are quoted texts in which a mention begins. Texts with a fault, which was reported, are
/// not among them.
pub(super) fn mentioning(nodes: &[Node]) -> Vec<usize> {
    let (mut pieces, mut owners) = (Vec::new(), Vec::new());
    for (index, node) in nodes.iter().enumerate() {
        add_pieces(node, &mut pieces, &mut Vec::new());
        owners.resize(pieces.len(), index);
    }
    if !pieces.iter().any(may_mention) {
        return Vec::new();
    }
    let reading = markdown::read(&pieces);
    let faulty: Vec<usize> = reading
        .faults
        .iter()
        .filter_map(|fault| owners.get(fault.piece).copied())
        .collect();
    let total = count(&reading.tree);
    let mut found: Vec<usize> = owners
        .iter()
        .enumerate()
        .filter(|(piece, owner)| !faulty.contains(owner) && begins_in(&pieces, *piece, total))
        .map(|(_, owner)| *owner)
        .collect();
    found.dedup();
    found
}

fn may_mention(piece: &Piece<'_>) -> bool {
    matches!(piece, Piece::Source(source) if source.contains(BEGINNING))
}

/// Whether one of the `total` mentions begins in this piece: whether one is missing once its `<` is none. The tree does
/// not say where its parts come from.
fn begins_in(pieces: &[Piece<'_>], piece: usize, total: usize) -> bool {
    let Some(Piece::Source(source)) = pieces.get(piece) else {
        return false;
    };
    source.match_indices(BEGINNING).any(|(at, _)| {
        let (before, after) = source.split_at(at);
        let without = format!("{before}＜{}", after.strip_prefix('<').unwrap_or(after));
        let mut pieces = pieces.to_vec();
        if let Some(piece) = pieces.get_mut(piece) {
            *piece = Piece::Source(&without);
        }
        count(&markdown::read(&pieces).tree) < total
    })
}

/// How many mentions a text holds.
fn count(tree: &Tree) -> usize {
    tree.blocks.iter().map(in_block).sum()
}

fn in_block(block: &Block) -> usize {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => in_spans(content),
        Block::Quote(blocks) => blocks.iter().map(in_block).sum(),
        Block::List { items, .. } => items.iter().flatten().map(in_block).sum(),
        Block::Table { header, rows, .. } => header
            .iter()
            .chain(rows.iter().flatten())
            .map(|cell| in_spans(cell))
            .sum(),
        _ => 0,
    }
}

fn in_spans(spans: &[Span]) -> usize {
    spans.iter().map(in_span).sum()
}

fn in_span(span: &Span) -> usize {
    match span {
        Span::At { content, .. } => 1 + in_spans(content),
        Span::Bold(content)
        | Span::Italic(content)
        | Span::Strike(content)
        | Span::Font { content, .. }
        | Span::Link { content, .. } => in_spans(content),
        _ => 0,
    }
}
