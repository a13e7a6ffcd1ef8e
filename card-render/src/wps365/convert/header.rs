//! The title block.

use card_model::{Header, TextElement, spec::Feature};

use super::{
    super::{Header as Converted, Text},
    Conversion,
};
use crate::{LossKind, Severity};

impl Conversion<'_> {
    pub(super) fn header(&mut self, header: Option<&Header>) -> Option<Converted> {
        let header = header?;
        self.within("header", |this| {
            let title = this.within("title", |this| this.title(&header.title));
            let subtitle = header.subtitle.as_ref().and_then(|subtitle| {
                this.within("subtitle", |this| {
                    this.feature("header", Feature::Subtitle, "");
                    this.title(subtitle)
                })
            });
            if let Some(template) = &header.template {
                this.within("template", |this| {
                    this.feature("header", Feature::Template, template);
                });
            }
            (title.is_some() || subtitle.is_some()).then(|| Converted {
                title: title.unwrap_or_default(),
                subtitle,
            })
        })
    }

    fn title(&mut self, title: &TextElement) -> Option<Text> {
        let title = self.text_element(title)?;
        if title.link.is_some() || !title.href.is_empty() {
            let detail = "no page says that a title of a WPS 365 card has links, they are sent as those of a text";
            self.lose("header", LossKind::Replaced, Severity::Info, detail);
        }
        Some(title)
    }
}
