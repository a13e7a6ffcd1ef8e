//! The target WPS 协作: a card as it is.

use card_model::Card;

use super::{Content, repair::repair};
use crate::{Rendered, Target, summary::summary};

/// The target WPS 协作: a card is sent there as it is.
///
/// ```
/// use message_card::Card;
/// use message_card::{Target, Wps};
///
/// let rendered = Wps::new().render(&Card::new().header("发布完成").text("全部通过"));
/// assert!(rendered.report.is_empty());
/// assert_eq!(rendered.summary, "发布完成");
/// assert_eq!(
///     serde_json::to_value(&rendered.messages)?,
///     serde_json::json!([{
///         "type": 23,
///         "content": {
///             "header": {"title": {"tag": "text", "content": {"type": "plainText", "text": "发布完成"}}},
///             "elements": [{"tag": "text", "content": {"type": "plainText", "text": "全部通过"}}],
///         },
///     }])
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// The report has an entry for
///
/// - each link that [`check_url`](card_model::spec::address::check_url) refuses. It is left out: a link in a text becomes its
///   label, a button keeps its label alone. `url` stands in for a refused URL of one client.
/// - each mention without an e-mail address; its name stays.
/// - each text in which a character of interpolated data would be markup, so that a look-alike is sent.
///
/// What an author wrote as markdown source, and an element that this library does not know, is sent as it is: a link in there
/// is not looked at. The platform's limits are not enforced here; [`SendMessage::validate`](super::SendMessage::validate)
/// measures them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Wps {}

impl Wps {
    /// The target.
    pub const fn new() -> Self {
        Self {}
    }
}

impl Target for Wps {
    type Message = Content;

    fn render(&self, card: &Card) -> Rendered<Content> {
        let mut sent = card.clone();
        let report = repair(&mut sent);
        Rendered::new(vec![Content::Card(sent)], summary(card, None), report)
    }
}
