//! Who is mentioned.

use card_model::Str;

use crate::wire::object;

/// Who is mentioned.
///
/// ```
/// use message_card::dingtalk::At;
///
/// let at = At::new().mobile("13800001111").user_id("user123");
/// assert_eq!(
///     serde_json::to_string(&at)?,
///     r#"{"atMobiles":["13800001111"],"atUserIds":["user123"]}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// By the documentation, the text has to hold `@` and the number or the user id as well; the client shows the name there.
/// A plain text is seen to do without.
///
/// A field that is `None` is not written, an empty list and `false` are, so that a message is written back as it was read.
///
/// Source: `open.dingtalk.com/document/development/robot-message-type`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct At {
    /// The telephone numbers of members of the group: `atMobiles`.
    pub mobiles: Option<Vec<Str>>,
    /// The user ids of members of the group: `atUserIds`, at most 50.
    pub user_ids: Option<Vec<Str>>,
    /// Whether everybody in the group is mentioned.
    pub is_at_all: Option<bool>,
}

impl At {
    /// Nobody.
    pub const fn new() -> Self {
        Self {
            mobiles: None,
            user_ids: None,
            is_at_all: None,
        }
    }

    /// Adds the person with this telephone number.
    pub fn mobile(mut self, number: impl Into<String>) -> Self {
        let mobiles = self.mobiles.get_or_insert_default();
        mobiles.push(Str::Owned(number.into()));
        self
    }

    /// Adds the person with this user id.
    pub fn user_id(mut self, user_id: impl Into<String>) -> Self {
        let user_ids = self.user_ids.get_or_insert_default();
        user_ids.push(Str::Owned(user_id.into()));
        self
    }

    /// Adds everybody in the group.
    pub fn all(mut self) -> Self {
        self.is_at_all = Some(true);
        self
    }

    /// Whether nobody is mentioned.
    pub fn is_empty(&self) -> bool {
        let nobody = |list: &Option<Vec<Str>>| list.as_ref().is_none_or(Vec::is_empty);
        nobody(&self.mobiles) && nobody(&self.user_ids) && self.is_at_all != Some(true)
    }
}

object!(At {
    some "atMobiles" mobiles,
    some "atUserIds" user_ids,
    some "isAtAll" is_at_all,
});
