//! Who receives a message.

use card_model::Str;

/// Who gets a message: one of the four kinds.
///
/// ```
/// use message_card::wps::Receivers;
///
/// let people = Receivers::users("11111", ["11111", "22222"]);
/// let rooms = Receivers::chats([5_064_301]);
/// # assert_ne!(people, rooms);
/// ```
///
/// All of them have to belong to one company. What the platform says about numbers is unknown: no limit is documented. One
/// program names a fifth kind, `partner_members` for the members of a linked organisation; its shape is unknown, and a message
/// with it cannot be read.
///
/// Source: `open-xz.wps.cn/pages/server/msg-and-group/sendmsgV2/`; the page of a private deployment,
/// `quick-start/how-to-send-msg-card.html` below
/// `bgpt.qhzwfw.gov.cn/developer/document/app/history/collab-dev/dev-guide/msg-card/`, does not know `to_chats`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
#[non_exhaustive]
pub enum Receivers {
    /// People of one company: `to_users`. The app has to be visible to them.
    Users {
        /// The company. The documentation does not ask for it, its sample has it.
        company_id: Option<Str>,
        /// The people.
        company_uids: Vec<Str>,
    },
    /// Departments of one company: `to_depts`.
    Depts {
        /// The company. The documentation does not ask for it.
        company_id: Option<Str>,
        /// The departments. The documentation's type is a string and its name a plural, which is unsettled: one id is
        /// written as a string, several as an array, and both forms are read.
        dept_ids: Vec<Str>,
    },
    /// Whole companies: `to_companies`. Unsettled as [`Receivers::Depts`], and treated alike.
    Companies(Vec<Str>),
    /// Group chats with the app's robot in them: `to_chats`, the chats' numbers.
    Chats(Vec<i64>),
}

impl Receivers {
    /// These people of this company.
    pub fn users<I: Into<String>>(
        company_id: impl Into<String>,
        company_uids: impl IntoIterator<Item = I>,
    ) -> Self {
        Self::Users {
            company_id: Some(Str::Owned(company_id.into())),
            company_uids: texts(company_uids),
        }
    }

    /// These departments of this company.
    pub fn depts<I: Into<String>>(
        company_id: impl Into<String>,
        dept_ids: impl IntoIterator<Item = I>,
    ) -> Self {
        Self::Depts {
            company_id: Some(Str::Owned(company_id.into())),
            dept_ids: texts(dept_ids),
        }
    }

    /// Everybody in these companies.
    pub fn companies<I: Into<String>>(ids: impl IntoIterator<Item = I>) -> Self {
        Self::Companies(texts(ids))
    }

    /// These group chats.
    pub fn chats(ids: impl IntoIterator<Item = i64>) -> Self {
        Self::Chats(ids.into_iter().collect())
    }

    /// The body's field for this kind.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Users { .. } => USERS,
            Self::Depts { .. } => DEPTS,
            Self::Companies(_) => COMPANIES,
            Self::Chats(_) => CHATS,
        }
    }
}

pub(super) const USERS: &str = "to_users";
pub(super) const DEPTS: &str = "to_depts";
pub(super) const COMPANIES: &str = "to_companies";
pub(super) const CHATS: &str = "to_chats";

/// The body's fields of the four kinds.
pub(super) const FIELDS: &[&str] = &[USERS, DEPTS, COMPANIES, CHATS];

fn texts<I: Into<String>>(items: impl IntoIterator<Item = I>) -> Vec<Str> {
    items
        .into_iter()
        .map(|item| Str::Owned(item.into()))
        .collect()
}
