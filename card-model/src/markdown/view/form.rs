//! What a text is beside words, wherever in it.

use super::{
    slice::Slice,
    span::{SpanRef, read},
};
use crate::markdown::flow::{Flow, Part, PartKind};

/// The blocks and spans that are more than words, in order: the row of parts as it is, without a way into each block and out
/// again.
#[doc(hidden)]
#[derive(Debug, Clone)]
pub struct Forms<'f> {
    rest: Slice<'f>,
    /// How many parts are left where the outermost quotation, and the outermost link, end.
    quote_end: usize,
    link_end: usize,
}

/// A block or a span that is more than words.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum Form<'f> {
    Heading,
    Quote {
        in_quote: bool,
    },
    List,
    CodeBlock,
    Table,
    Rule,
    /// What stands in a mention or in a picture is a part of it; what stands in another span comes next.
    Span {
        span: SpanRef<'f>,
        in_link: bool,
    },
}

impl<'f> Forms<'f> {
    pub(in crate::markdown) const fn new(flow: &'f Flow, parts: &'f [Part]) -> Self {
        Self {
            rest: Slice { flow, parts },
            quote_end: usize::MAX,
            link_end: usize::MAX,
        }
    }

    /// The form that this part is; what follows it is the rest.
    fn form(&mut self, part: &'f Part) -> Form<'f> {
        match part.kind {
            PartKind::Heading(_) => Form::Heading,
            PartKind::Bullets | PartKind::Numbers => Form::List,
            PartKind::CodeBlock => Form::CodeBlock,
            PartKind::Table => Form::Table,
            PartKind::Rule => Form::Rule,
            PartKind::Quote => self.quote(part),
            _ => self.span(part),
        }
    }

    fn quote(&mut self, part: &Part) -> Form<'f> {
        let length = self.rest.parts.len();
        let in_quote = length >= self.quote_end;
        if !in_quote {
            self.quote_end = length.saturating_sub(part.inside());
        }
        Form::Quote { in_quote }
    }

    fn span(&mut self, part: &'f Part) -> Form<'f> {
        let parts = self.rest.parts;
        let (inside, after) = parts
            .split_at_checked(part.inside())
            .unwrap_or((parts, &[]));
        let in_link = parts.len() >= self.link_end;
        match part.kind {
            PartKind::Url | PartKind::Variable if !in_link => self.link_end = after.len(),
            PartKind::At | PartKind::Image => self.rest.parts = after,
            _ => {}
        }
        let flow = self.rest.flow;
        let span = read(
            part,
            Slice {
                flow,
                parts: inside,
            },
        );
        Form::Span { span, in_link }
    }
}

impl<'f> Iterator for Forms<'f> {
    type Item = Form<'f>;

    fn next(&mut self) -> Option<Form<'f>> {
        let mut parts = self.rest.parts.iter();
        let part = parts.find(|part| !part.kind.is_words())?;
        self.rest.parts = parts.as_slice();
        Some(self.form(part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Markdown,
        markdown::{BlockRef, Blocks, Spans},
    };

    const PARTS: &[&str] = &[
        "# a\n\n",
        "> a\n",
        "> > b\n\n",
        "- c\n",
        "  - d\n\n",
        "1. e\n",
        "\n---\n\n",
        "\n\n|f|`g`|\n|-|-|\n|**h**|[i](https://a.cn)|\n\n",
        "\n```\nj\n```\n",
        "k",
        " ",
        "\n",
        "**",
        "*",
        "~~",
        "`",
        "[",
        "](https://a.cn)",
        "]($v)",
        "![l](https://a.cn/b.png)",
        "<font color='red'>",
        "</font>",
        "<at email=\"a@b.cn\">",
        "</at>",
    ];

    /// The way into each block and out again.
    fn blocks(blocks: Blocks<'_>, in_quote: bool, found: &mut Vec<String>) {
        for block in blocks {
            match block {
                BlockRef::Paragraph(content) => spans(content, false, found),
                BlockRef::Heading { content, .. } => {
                    found.push("Heading".to_owned());
                    spans(content, false, found);
                }
                BlockRef::Quote(inside) => {
                    found.push(format!("{:?}", Form::Quote { in_quote }));
                    self::blocks(inside, true, found);
                }
                BlockRef::List { items, .. } => {
                    found.push("List".to_owned());
                    items.for_each(|item| self::blocks(item, in_quote, found));
                }
                BlockRef::Code { .. } => found.push("CodeBlock".to_owned()),
                BlockRef::Table { header, rows, .. } => {
                    found.push("Table".to_owned());
                    let cells = header.chain(rows.flatten());
                    cells.for_each(|cell| spans(cell, false, found));
                }
                BlockRef::Rule => found.push("Rule".to_owned()),
            }
        }
    }

    fn spans(spans: Spans<'_>, in_link: bool, found: &mut Vec<String>) {
        for span in spans {
            let (content, leads) = match span {
                SpanRef::Text(_) | SpanRef::Break | SpanRef::SoftBreak => continue,
                SpanRef::Bold(content)
                | SpanRef::Italic(content)
                | SpanRef::Strike(content)
                | SpanRef::Font { content, .. } => (Some(content), false),
                SpanRef::Link { content, .. } => (Some(content), true),
                SpanRef::Code(_) | SpanRef::At { .. } | SpanRef::Image { .. } => (None, false),
            };
            found.push(shown(Form::Span { span, in_link }));
            if let Some(content) = content {
                self::spans(content, in_link || leads, found);
            }
        }
    }

    fn shown(form: Form<'_>) -> String {
        match form {
            Form::Span { span, in_link } => format!("{:?} {in_link}", span.to_span()),
            form => format!("{form:?}"),
        }
    }

    #[test]
    fn forms_are_what_a_walk_into_each_block_meets() {
        let mut random = crate::random::numbers();
        let mut met = 0;
        for _ in 0..5000 {
            let source: String = (0..=random(16))
                .map(|_| PARTS[random(PARTS.len())])
                .collect();
            let flow = Markdown::from_trusted_source(source.as_str()).flow();
            let mut walked = Vec::new();
            blocks(flow.blocks(), false, &mut walked);
            let forms: Vec<_> = flow.forms().map(shown).collect();
            assert_eq!(forms, walked, "{source:?}");
            met += forms.len();
        }
        assert!(met > 10_000, "{met} forms");
    }
}
