//! What a message begins with: the title with the message's number, in the first one the subtitle as well.

use card_model::markdown::Span;

use super::{Over, cut::Cuttable, own_line, page::Page};
use crate::layout::{Content, Gap, Kind, Line, Origin};

/// The title and the subtitle, as much of them as there is room for.
pub(super) struct Head<'p> {
    title: Option<Line<'p>>,
    subtitle: Option<Line<'p>>,
    /// The longest number that a message can have, as in `(10/10)`; empty where there is but one message.
    number: String,
}

impl<'p> Head<'p> {
    /// The head within `limit`; `page` is to measure with.
    pub(super) fn new(
        lines: &[Line<'p>],
        number: String,
        limit: usize,
        page: &mut Page<'p, '_>,
        over: &mut Over,
    ) -> Self {
        let of_kind = |kind| lines.iter().find(|line| line.kind == kind);
        let mut head = Self {
            title: None,
            subtitle: None,
            number,
        };
        // A number and the blank before it: characters that take one unit each.
        let reserve = if head.number.is_empty() {
            0
        } else {
            head.number.len() + 1
        };
        let limit_of_text = limit.saturating_sub(reserve);
        head.title =
            of_kind(Kind::Title).and_then(|line| shortened(line, limit_of_text, page, over));
        head.subtitle =
            of_kind(Kind::Subtitle).and_then(|line| shortened(line, limit_of_text, page, over));
        if reserve > limit {
            head.number.clear();
        }
        head
    }

    /// Whether the title says which message of several it is.
    pub(super) const fn has_number(&self) -> bool {
        !self.number.is_empty()
    }

    /// Begins a message.
    pub(super) fn write(&self, page: &mut Page<'p, '_>, is_first: bool) {
        match (&self.title, self.number.as_str()) {
            (Some(title), "") => page.write(title),
            (Some(title), number) => page.write_number(&numbered(title, number), number),
            (None, "") => {}
            (None, number) => {
                let content = Content::Text(number.to_owned().into());
                page.write_number(&own_line(content, Gap::Block, Origin::Title), number);
            }
        }
        if let Some(subtitle) = self.subtitle.as_ref().filter(|_| is_first) {
            page.write(subtitle);
        }
    }
}

/// As much of the line as there is room for.
fn shortened<'p>(
    line: &Line<'p>,
    limit: usize,
    page: &mut Page<'p, '_>,
    over: &mut Over,
) -> Option<Line<'p>> {
    if page.try_write(line, limit) {
        return Some(line.clone());
    }
    let cuttable = Cuttable::new(line, page.dialect());
    let fits = page.most(&cuttable, limit);
    if fits == 0 {
        over.omitted.push(line.origin);
        return None;
    }
    over.cut.push(line.origin);
    let place = cuttable.place(fits, limit);
    let shortened = [place, fits].map(|units| cuttable.first(units));
    shortened
        .into_iter()
        .find(|line| page.try_write(line, limit))
}

fn numbered<'p>(title: &Line<'p>, number: &str) -> Line<'p> {
    let mut spans = match &title.content {
        Content::Text(text) => vec![Span::Text(text.to_string())],
        Content::Spans(spans) => spans.to_vec(),
        Content::Own(spans) => spans.clone(),
        Content::Cells(..) | Content::Columns(..) | Content::Pair(..) => Vec::new(),
    };
    spans.push(Span::Text(format!(" {number}")));
    Line {
        content: Content::Own(spans),
        ..title.clone()
    }
}
