//! The two kinds of cards: of texts, and with a picture.

use card_model::Str;

use super::{
    CardAction, CardImage, EmphasisContent, HorizontalContent, ImageTextArea, Jump, MainTitle,
    QuoteArea, Source, VerticalContent,
};
use crate::wire::{object, texts};

/// What both kinds of card can have.
macro_rules! common {
    () => {
        /// Sets where the card comes from.
        pub fn source(mut self, source: Source) -> Self {
            self.source = Some(source);
            self
        }

        /// Sets the quotation.
        pub fn quote_area(mut self, quote: QuoteArea) -> Self {
            self.quote_area = Some(quote);
            self
        }

        /// Adds a row of a name and its value; there may be 6.
        pub fn horizontal_content(mut self, row: HorizontalContent) -> Self {
            self.horizontal_content_list.push(row);
            self
        }

        /// Adds a row that leads somewhere; there may be 3.
        pub fn jump(mut self, jump: Jump) -> Self {
            self.jump_list.push(jump);
            self
        }
    };
}

/// A card of texts.
///
/// ```
/// use message_card::wecom::{CardAction, EmphasisContent, HorizontalContent, Jump, MainTitle, Message, TextNotice};
///
/// let title = MainTitle::new("发布完成").desc("build #128");
/// let notice = TextNotice::new(title, CardAction::url("https://ci.example.com/128"))
///     .emphasis_content(EmphasisContent::new("17").desc("用例"))
///     .horizontal_content(HorizontalContent::text("分支", "main"))
///     .jump(Jump::url("日志", "https://ci.example.com/128/log"));
/// assert!(Message::from(notice).validate().is_ok());
/// ```
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 模版卡片类型 (`text_notice`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct TextNotice {
    /// Where it comes from.
    pub source: Option<Source>,
    /// What it is about. It has to be there, and either its title or `sub_title_text`.
    pub main_title: MainTitle,
    /// A number that is shown large.
    pub emphasis_content: Option<EmphasisContent>,
    /// A quotation.
    pub quote_area: Option<QuoteArea>,
    /// The text: at most 112 characters are recommended.
    pub sub_title_text: Option<Str>,
    /// Names and their values: at most 6.
    pub horizontal_content_list: Vec<HorizontalContent>,
    /// Rows that lead somewhere: at most 3.
    pub jump_list: Vec<Jump>,
    /// Where a tap on the card leads.
    pub card_action: CardAction,
}

impl TextNotice {
    /// A card with this title, which leads there.
    pub fn new(main_title: impl Into<MainTitle>, card_action: CardAction) -> Self {
        Self {
            main_title: main_title.into(),
            card_action,
            ..Self::default()
        }
    }

    common!();

    /// Sets the number that is shown large.
    pub fn emphasis_content(mut self, emphasis: EmphasisContent) -> Self {
        self.emphasis_content = Some(emphasis);
        self
    }

    texts! {
        /// Sets the text.
        sub_title_text,
    }
}

object!(TextNotice ["card_type" = "text_notice"] {
    some "source" source,
    must "main_title" main_title,
    some "emphasis_content" emphasis_content,
    some "quote_area" quote_area,
    some "sub_title_text" sub_title_text,
    full "horizontal_content_list" horizontal_content_list,
    full "jump_list" jump_list,
    must "card_action" card_action,
});

/// A card with a picture.
///
/// ```
/// use message_card::wecom::{CardAction, CardImage, Message, NewsNotice, VerticalContent};
///
/// let chart = CardImage::new("https://example.com/chart.png").aspect_ratio(1.3);
/// let notice = NewsNotice::new("周报", chart, CardAction::url("https://example.com/weekly"))
///     .vertical_content(VerticalContent::new("构建").desc("128 次"));
/// assert!(Message::from(notice).validate().is_ok());
/// ```
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 模版卡片类型 (`news_notice`). The page of app messages, 90236,
/// takes an `image_text_area` for a `card_image`; that of the webhook does not.
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use]
#[non_exhaustive]
pub struct NewsNotice {
    /// Where it comes from.
    pub source: Option<Source>,
    /// What it is about; its title has to be there.
    pub main_title: MainTitle,
    /// The picture.
    pub card_image: CardImage,
    /// A picture with text at its right.
    pub image_text_area: Option<ImageTextArea>,
    /// A quotation.
    pub quote_area: Option<QuoteArea>,
    /// Titles with texts: at most 4.
    pub vertical_content_list: Vec<VerticalContent>,
    /// Names and their values: at most 6.
    pub horizontal_content_list: Vec<HorizontalContent>,
    /// Rows that lead somewhere: at most 3.
    pub jump_list: Vec<Jump>,
    /// Where a tap on the card leads.
    pub card_action: CardAction,
}

impl NewsNotice {
    /// A card with this title and this picture, which leads there.
    pub fn new(
        main_title: impl Into<MainTitle>,
        card_image: CardImage,
        card_action: CardAction,
    ) -> Self {
        Self {
            main_title: main_title.into(),
            card_image,
            card_action,
            ..Self::default()
        }
    }

    common!();

    /// Sets the picture with text at its right.
    pub fn image_text_area(mut self, area: ImageTextArea) -> Self {
        self.image_text_area = Some(area);
        self
    }

    /// Adds a title with a text; there may be 4.
    pub fn vertical_content(mut self, entry: VerticalContent) -> Self {
        self.vertical_content_list.push(entry);
        self
    }
}

object!(NewsNotice ["card_type" = "news_notice"] {
    some "source" source,
    must "main_title" main_title,
    must "card_image" card_image,
    some "image_text_area" image_text_area,
    some "quote_area" quote_area,
    full "vertical_content_list" vertical_content_list,
    full "horizontal_content_list" horizontal_content_list,
    full "jump_list" jump_list,
    must "card_action" card_action,
});
