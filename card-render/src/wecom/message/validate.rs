//! Holding a message to the limits of the webhook: every violation, in the order of the body's JSON.

use card_model::{
    Rule, Str, Violations,
    spec::wecom::{ARTICLES, IMAGE, JUMPS, MARKDOWN, MARKDOWN_V2, ROWS, TEXT, VERTICALS},
};

use super::{
    ASPECT_RATIO, Article, CardAction, CardImage, HorizontalContent, Image, ImageTextArea, Jump,
    Message, News, NewsNotice, QuoteArea, Source, TemplateCard, TextNotice, VerticalContent,
    link::{MINI_PROGRAM, URL},
    rows::{FILE, MEMBER},
};
use crate::wire::Check;

impl Message {
    /// Holds the message to what the platform refuses: missing parts, broken URLs, and more than the documented limits.
    ///
    /// Lengths that are recommended only, those of a [`TemplateCard`], are not looked at, and neither is what the platform
    /// cuts by itself, the texts of an [`Article`].
    ///
    /// ```
    /// use message_card::wecom::{Message, Text};
    ///
    /// let message = Message::from(Text::new("通".repeat(700)));
    /// assert_eq!(
    ///     message.validate().unwrap_err().to_string(),
    ///     "/text/content: holds 2100 bytes, at most 2048 are allowed: shorten it by 52"
    /// );
    /// ```
    ///
    /// # Errors
    ///
    /// All the [`Violations`], in the order of the body's JSON.
    pub fn validate(&self) -> Result<(), Violations> {
        let mut check = Check::default();
        check.within(self.msgtype(), |check| match self {
            Self::Text(text) => check.content("content", TEXT, &text.content),
            Self::Markdown(markdown) => check.content("content", MARKDOWN, &markdown.content),
            Self::MarkdownV2(markdown) => check.content("content", MARKDOWN_V2, &markdown.content),
            Self::Image(picture) => image(check, picture),
            Self::News(list) => news(check, list),
            Self::File(file) => check.filled("media_id", &file.media_id),
            Self::Voice(voice) => check.filled("media_id", &voice.media_id),
            Self::TemplateCard(TemplateCard::TextNotice(notice)) => text_notice(check, notice),
            Self::TemplateCard(TemplateCard::NewsNotice(notice)) => news_notice(check, notice),
        });
        check.finish()
    }
}

fn image(check: &mut Check, image: &Image) {
    check.filled("base64", &image.base64);
    let encoded = image.base64.trim_end_matches('=').len();
    // Four characters of base64 are three bytes.
    check.length("base64", IMAGE, encoded / 4 * 3 + encoded % 4 * 3 / 4);
    check.filled("md5", &image.md5);
}

fn news(check: &mut Check, news: &News) {
    if news.articles.is_empty() {
        check.report_at("articles", Rule::Empty("articles"));
    }
    check.count("articles", ARTICLES, news.articles.len());
    check.each("articles", &news.articles, article);
}

fn article(check: &mut Check, article: &Article) {
    check.filled("title", &article.title);
    check.url("url", &article.url);
    if let Some(url) = &article.picurl {
        check.url("picurl", url);
    }
}

fn text_notice(check: &mut Check, notice: &TextNotice) {
    check.part("source", notice.source.as_ref(), source);
    let is_there = |text: &Option<Str>| text.as_ref().is_some_and(|text| !text.is_empty());
    if !is_there(&notice.main_title.title) && !is_there(&notice.sub_title_text) {
        check.report(Rule::Missing("main_title.title"));
    }
    check.part("quote_area", notice.quote_area.as_ref(), quote_area);
    rows(check, &notice.horizontal_content_list, &notice.jump_list);
    card_action(check, &notice.card_action);
}

fn news_notice(check: &mut Check, notice: &NewsNotice) {
    check.part("source", notice.source.as_ref(), source);
    check.within("main_title", |check| {
        check.needed("title", notice.main_title.title.as_ref());
    });
    check.within("card_image", |check| card_image(check, &notice.card_image));
    let area = notice.image_text_area.as_ref();
    check.part("image_text_area", area, image_text_area);
    check.part("quote_area", notice.quote_area.as_ref(), quote_area);
    let verticals = &notice.vertical_content_list;
    check.count("vertical_content_list", VERTICALS, verticals.len());
    check.each("vertical_content_list", verticals, vertical_content);
    rows(check, &notice.horizontal_content_list, &notice.jump_list);
    card_action(check, &notice.card_action);
}

fn source(check: &mut Check, source: &Source) {
    if let Some(url) = &source.icon_url {
        check.url("icon_url", url);
    }
    if let Some(color) = source.desc_color {
        check.code("desc_color", color, &["0", "1", "2", "3"]);
    }
}

fn quote_area(check: &mut Check, quote: &QuoteArea) {
    optional_link(
        check,
        quote.r#type,
        quote.url.as_ref(),
        quote.appid.as_ref(),
    );
}

fn card_image(check: &mut Check, image: &CardImage) {
    check.url("url", &image.url);
    let ratio = image
        .aspect_ratio
        .filter(|ratio| !ASPECT_RATIO.contains(ratio));
    if let Some(ratio) = ratio {
        let rule = Rule::OutOfRange {
            found: ratio.to_string().into(),
            least: ASPECT_RATIO.start().to_string().into(),
            most: ASPECT_RATIO.end().to_string().into(),
        };
        check.report_at("aspect_ratio", rule);
    }
}

fn image_text_area(check: &mut Check, area: &ImageTextArea) {
    optional_link(check, area.r#type, area.url.as_ref(), area.appid.as_ref());
    check.url("image_url", &area.image_url);
}

fn vertical_content(check: &mut Check, entry: &VerticalContent) {
    check.filled("title", &entry.title);
}

fn rows(check: &mut Check, horizontals: &[HorizontalContent], jumps: &[Jump]) {
    check.count("horizontal_content_list", ROWS, horizontals.len());
    check.each("horizontal_content_list", horizontals, horizontal_content);
    check.count("jump_list", JUMPS, jumps.len());
    check.each("jump_list", jumps, jump);
}

fn horizontal_content(check: &mut Check, row: &HorizontalContent) {
    check.filled("keyname", &row.keyname);
    let kind = row.r#type.unwrap_or_default();
    check.code("type", kind, &["0", "1", "2", "3"]);
    target(check, kind == URL, row.url.as_ref());
    match kind {
        FILE => check.needed("media_id", row.media_id.as_ref()),
        MEMBER => check.needed("userid", row.userid.as_ref()),
        _ => {}
    }
}

fn jump(check: &mut Check, jump: &Jump) {
    optional_link(check, jump.r#type, jump.url.as_ref(), jump.appid.as_ref());
    check.filled("title", &jump.title);
}

fn card_action(check: &mut Check, action: &CardAction) {
    check.within("card_action", |check| {
        check.code("type", action.r#type, &["1", "2"]);
        link(
            check,
            action.r#type,
            action.url.as_ref(),
            action.appid.as_ref(),
        );
    });
}

/// A link that does not have to lead anywhere.
fn optional_link(check: &mut Check, kind: Option<i64>, url: Option<&Str>, appid: Option<&Str>) {
    let kind = kind.unwrap_or_default();
    check.code("type", kind, &["0", "1", "2"]);
    link(check, kind, url, appid);
}

fn link(check: &mut Check, kind: i64, url: Option<&Str>, appid: Option<&Str>) {
    target(check, kind == URL, url);
    if kind == MINI_PROGRAM {
        check.needed("appid", appid);
    }
}

/// A URL that is there has to be one, whether it is the one that counts or not.
fn target(check: &mut Check, is_needed: bool, url: Option<&Str>) {
    match url {
        Some(url) => check.url("url", url),
        None if is_needed => check.report(Rule::Missing("url")),
        None => {}
    }
}
