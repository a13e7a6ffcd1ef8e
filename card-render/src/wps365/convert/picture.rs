//! Pictures, of which no form is known here.

use card_model::{
    Fallback, Href, Img, Markdown, PicText, TextElement,
    markdown::{Inline, LinkTarget},
    spec::{Feature, address::check_url},
    words::on_one_line,
};

use super::{
    super::{Element, Text},
    Conversion,
    text::{tag, written},
    unboxed,
};
use crate::{
    LossKind, Severity,
    body::{instead, instead_of, picture_feature},
    wps::repair::link_of,
};

/// What stands for a picture.
enum Shown {
    /// A link to its public copy.
    Link(Inline),
    Note(String),
    Nothing,
}

impl Conversion<'_> {
    pub(super) fn img(&mut self, img: &Img) -> Option<Element> {
        match self.picture(img, None) {
            Shown::Link(link) => Some(written(self.looked_at(link)).into()),
            Shown::Note(note) => Some(Text::plain(note).into()),
            Shown::Nothing => None,
        }
    }

    fn picture(&mut self, img: &Img, fallback: Option<&Fallback>) -> Shown {
        let checked = img.url.as_deref().map(check_url);
        if let Some(Err(fault)) = &checked {
            let detail = format!("the public copy of the picture is not shown: {fault}");
            self.lose("img", LossKind::Dropped, Severity::Degraded, detail);
        }
        let alt = on_one_line(img.alt.as_deref().unwrap_or_default());
        if self.falls_back("img", picture_feature(img), &alt, fallback) {
            return match fallback {
                Some(Fallback::Text(text)) => Shown::Note(text.to_string()),
                _ => Shown::Nothing,
            };
        }
        match &img.url {
            Some(url) if checked == Some(Ok(())) => {
                let shown = if alt.is_empty() {
                    self.language.picture().to_owned()
                } else {
                    alt
                };
                Shown::Link(Inline::Link {
                    target: LinkTarget::Url(url.clone()),
                    children: vec![Inline::text(shown)].into(),
                })
            }
            _ => Shown::Note(self.language.missing_picture(&alt)),
        }
    }

    /// The picture, or what stands for it, above the text.
    pub(super) fn pic_text(&mut self, mut element: PicText) -> Option<Element> {
        self.feature("picText", Feature::PicText, "");
        let img = &element.img;
        let picture = self.within("img", |this| {
            this.picture(img, instead(img.fallback.as_deref()))
        });
        self.within("text", |this| {
            if element.link.is_some() {
                this.repair.second_link(&mut element.text);
            }
        });
        let mut link = match link_of(&mut element.text).and_then(Option::take) {
            Some(link) => Some(link),
            None => element.link.take(),
        };
        let text = self.beside(element.text);
        let above = match picture {
            Shown::Link(link) => Some(link),
            Shown::Note(note) => Some(Inline::text(note)),
            Shown::Nothing => None,
        };
        let above = above.map(|above| self.looked_at(above));
        self.repair.link(&mut link, "picText");
        let Some(mut whole) = joined(above, text) else {
            return unboxed(link).map(|link| self.only_link(link));
        };
        whole.link = link;
        Some(written(whole).into())
    }

    /// A text of this part alone; look-alikes in it are noted.
    fn looked_at(&mut self, part: Inline) -> Markdown {
        let mut markdown = Markdown::new().inline(part);
        self.repair.content(&mut markdown, &Href::new());
        markdown
    }

    /// The text, or what stands for it alone.
    fn beside(&mut self, text: TextElement) -> Option<Markdown> {
        let (fallback, tag) = (instead_of(&text).cloned(), tag(&text));
        let before = self.before();
        let markdown = self.marked(text);
        let Some(fallback) = fallback else {
            return Some(markdown);
        };
        self.within("text", |this| {
            if !this.takes_back(&before, tag, Some(&fallback)) {
                return Some(markdown);
            }
            match fallback {
                Fallback::Text(text) => Some(this.looked_at(Inline::Text(text))),
                _ => None,
            }
        })
    }

    /// The text, as markdown.
    fn marked(&mut self, text: TextElement) -> Markdown {
        let mut markdown = match text {
            TextElement::Text(text) => {
                return self.within("text", |this| {
                    this.within("text", |this| this.looked_at(Inline::Text(text.content)))
                });
            }
            TextElement::Markdown(markdown) => markdown,
            _ => return Markdown::new(),
        };
        self.within("text", |this| {
            this.within("text", |this| {
                this.mentions(&mut markdown);
                let href: Href = markdown.href.clone();
                this.repair.content(&mut markdown, &href);
            });
        });
        self.repair.href(&mut markdown.href);
        markdown
    }
}

/// The one above the other, as far as they are there.
fn joined(above: Option<Markdown>, text: Option<Markdown>) -> Option<Markdown> {
    match (above, text) {
        (Some(above), Some(mut text)) => {
            let mut content = above.content.into_owned();
            content.push(Inline::Source("\n\n".into()));
            content.append(text.content.to_mut());
            text.content = content.into();
            Some(text)
        }
        (above, text) => above.or(text),
    }
}
