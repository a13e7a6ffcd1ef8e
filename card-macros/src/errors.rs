//! The mistakes of one card, each said once, at its own token.

use card_model::words::sort_by_key;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};

use crate::source;

/// How many mistakes are listed before the rest is only counted.
const SHOWN: usize = 20;

/// The mistakes found so far.
#[derive(Default)]
pub(crate) struct Errors {
    before: Vec<Mistake>,
    /// The mistake that was reported last, to which help and notes are added.
    last: Option<Mistake>,
}

/// A mistake: where, what, and what to do.
pub(crate) struct Mistake {
    start: Span,
    end: Span,
    text: String,
}

impl Mistake {
    /// Adds what to do about it.
    pub(crate) fn help(&mut self, help: impl AsRef<str>) -> &mut Self {
        self.line("help", help.as_ref())
    }

    /// Adds what is allowed, or why.
    pub(crate) fn note(&mut self, note: impl AsRef<str>) -> &mut Self {
        self.line("note", note.as_ref())
    }

    fn line(&mut self, kind: &str, text: &str) -> &mut Self {
        let gap = if self.text.contains("\n\n= ") {
            "\n"
        } else {
            "\n\n"
        };
        self.text.push_str(gap);
        self.text.push_str("= ");
        self.text.push_str(kind);
        self.text.push_str(": ");
        self.text.push_str(text);
        self
    }
}

impl Errors {
    /// Whether nothing was reported.
    pub(crate) fn is_empty(&self) -> bool {
        self.last.is_none()
    }

    /// The text of each, in the order in which they were found.
    #[cfg(test)]
    pub(crate) fn texts(&self) -> Vec<String> {
        let mistakes = self.before.iter().chain(&self.last);
        mistakes.map(|mistake| mistake.text.clone()).collect()
    }

    /// Reports a mistake at one token.
    pub(crate) fn at(&mut self, span: Span, text: impl Into<String>) -> &mut Mistake {
        self.push(Mistake {
            start: span,
            end: span,
            text: text.into(),
        })
    }

    /// Reports a mistake at a run of tokens.
    pub(crate) fn over(&mut self, tokens: &TokenStream, text: impl Into<String>) -> &mut Mistake {
        let mut spans = tokens.clone().into_iter().map(|token| token.span());
        let start = spans.next().unwrap_or_else(Span::call_site);
        let end = spans.last().unwrap_or(start);
        self.push(Mistake {
            start,
            end,
            text: text.into(),
        })
    }

    /// The errors as the compiler takes them, from the top of the card to its bottom.
    pub(crate) fn into_tokens(mut self) -> TokenStream {
        self.before.extend(self.last.take());
        sort_by_key(&mut self.before, |mistake| source::start(mistake.start));
        let total = self.before.len();
        let cut = self.before.get(SHOWN).map(|mistake| mistake.start);
        self.before.truncate(SHOWN);
        if let Some(span) = cut {
            let count = match total - SHOWN {
                1 => "and 1 more mistake in this card".to_owned(),
                more => format!("and {more} more mistakes in this card"),
            };
            self.at(span, count)
                .help("correct those above to see the rest");
        }
        let mut tokens = TokenStream::new();
        for mistake in self.before.iter().chain(&self.last) {
            compile_error(mistake).to_tokens(&mut tokens);
        }
        tokens
    }

    fn push(&mut self, mistake: Mistake) -> &mut Mistake {
        self.before.extend(self.last.take());
        self.last.insert(mistake)
    }
}

fn compile_error(mistake: &Mistake) -> TokenStream {
    // `syn` puts the two spans on the two ends of the call, which is how a range is shown on a stable compiler.
    let mut range = TokenStream::new();
    range.append(Ident::new("x", mistake.start));
    range.append(Ident::new("x", mistake.end));
    syn::Error::new_spanned(range, &mistake.text).to_compile_error()
}
