//! The target WPS 365.

use card_model::{Card, Str};

use super::{Message, convert::convert};
use crate::{Rendered, Target, context::Options, options::setters, summary::summary};

/// The target WPS 365: one message with the card in every language that it has.
///
/// ```
/// use message_card::prelude::*;
///
/// let card = card! {
///     <card>
///         <header title="发布完成"/>
///         <markdown>"负责人 " <at email="lin@wps.cn">"林亮"</at></markdown>
///     </card>
/// };
/// let rendered = Wps365::new()
///     .company("11111")
///     .people(|email| (email == "lin@wps.cn").then_some("22222"))
///     .render(&card);
/// assert!(rendered.report.is_empty(), "{}", rendered.report);
/// assert_eq!(
///     serde_json::to_value(&rendered.messages[0])?,
///     serde_json::json!({
///         "type": "card",
///         "mentions": [{
///             "id": "2",
///             "identity": {"company_id": "11111", "id": "22222", "type": "user"},
///             "type": "user",
///         }],
///         "content": {"card": {
///             "config": {},
///             "i18n_items": [{
///                 "key": "zh-CN",
///                 "value": {
///                     "header": {"title": {"tag": "text", "text": {"type": "plain", "content": "发布完成"}}},
///                     "elements": [{"text": {
///                         "tag": "text",
///                         "text": {"type": "markdown", "content": "负责人 <at id=\"2\">林亮</at>"},
///                     }}],
///                 },
///             }],
///         }},
///     })
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// The report has an entry for
///
/// - each part whose form no page that could be read settles: subtitles, dividers and buttons are sent as programs in use do,
///   and said to be so. A picture has no known form: what stands there is a link to its public copy, or its description.
/// - each mention that notifies nobody: of a person whom [`people`](Wps365::people) does not know, without a
///   [`company`](Wps365::company), in a link, or beyond the 100 that a message may have. The name stays.
/// - what [`Wps`](crate::Wps) reports as well: links that are refused, and look-alikes for characters of data.
///
/// What an author wrote as markdown source is sent as it is, apart from its mentions. A card's own title and elements are its
/// `zh-CN` form; where its `i18n` has one as well, that one is sent. The platform's limits are not enforced here;
/// [`Message::validate`] measures them.
#[derive(Debug, Clone, Default)]
#[must_use]
#[non_exhaustive]
pub struct Wps365 {
    pub(super) options: Options,
    pub(super) company: Option<Str>,
}

impl Wps365 {
    /// The target, which knows nobody.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the company of the people who are mentioned: a mention names a person by their company's id and their own.
    pub fn company(mut self, id: impl Into<String>) -> Self {
        self.company = Some(Str::Owned(id.into()));
        self
    }

    setters!(people);
}

impl Target for Wps365 {
    type Message = Message;

    fn render(&self, card: &Card) -> Rendered<Message> {
        let (message, report) = convert(card, self);
        Rendered::new(vec![message], summary(card, None), report)
    }
}
