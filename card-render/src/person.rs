//! Who is mentioned.

use std::{fmt, sync::Arc};

use card_model::{Str, markdown::Spans, spec::address::is_email};

/// Who a person is on a platform.
///
/// ```
/// use message_card::Person;
///
/// assert_eq!(Person::from("linliang"), Person::UserId("linliang".into()));
/// assert_eq!(Person::mobile("13800001111"), Person::Mobile("13800001111".into()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Person {
    /// The platform's own id: WeCom's `userid`, DingTalk's `userId`.
    UserId(Str),
    /// The number of the mobile phone. WeCom takes it in a `text` only.
    Mobile(Str),
}

impl Person {
    /// The person with this id.
    pub fn user_id(id: impl Into<String>) -> Self {
        Self::UserId(Str::Owned(id.into()))
    }

    /// The person with this number.
    pub fn mobile(number: impl Into<String>) -> Self {
        Self::Mobile(Str::Owned(number.into()))
    }

    /// Whether nothing in the id could be anything but an id: WeCom's own rule for ids, digits for numbers, and never
    /// everybody.
    pub(crate) fn is_one_person(&self) -> bool {
        match self {
            Self::UserId(id) => {
                let is_part =
                    |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '@' | '.');
                (1..=64).contains(&id.len())
                    && id.starts_with(|c: char| c.is_ascii_alphanumeric())
                    && id.chars().all(is_part)
                    && !id.eq_ignore_ascii_case("all")
            }
            Self::Mobile(number) => {
                let digits = number.strip_prefix('+').unwrap_or(number);
                (5..=24).contains(&digits.len())
                    && digits.starts_with(|c: char| c.is_ascii_digit())
                    && digits.chars().all(|c| c.is_ascii_digit() || c == '-')
            }
        }
    }
}

impl From<String> for Person {
    /// An id of the platform.
    fn from(id: String) -> Self {
        Self::user_id(id)
    }
}

impl From<&str> for Person {
    /// An id of the platform.
    fn from(id: &str) -> Self {
        Self::user_id(id)
    }
}

/// Who an e-mail address is on a platform.
#[derive(Clone, Default)]
pub(crate) struct People(Option<Arc<Find>>);

type Find = dyn Fn(&str) -> Option<Person> + Send + Sync;

impl People {
    pub(crate) fn new<P: Into<Person>>(
        find: impl Fn(&str) -> Option<P> + Send + Sync + 'static,
    ) -> Self {
        Self(Some(Arc::new(move |email| find(email).map(Into::into))))
    }

    /// Whether anybody can be found.
    pub(crate) const fn are_known(&self) -> bool {
        self.0.is_some()
    }

    /// The person, if the platform could mention them.
    pub(crate) fn find(&self, email: &str) -> Option<Person> {
        let find = self.0.as_ref()?;
        find(email).filter(Person::is_one_person)
    }
}

impl fmt::Debug for People {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() {
            "People(…)"
        } else {
            "People"
        })
    }
}

/// Whether a mention can be written with this address.
pub(crate) fn is_writable(email: &str) -> bool {
    is_email(email) && !email.contains(['|', '&', '`', '\''])
}

/// What a mention shows where it is none.
pub(crate) fn shown_name(email: &str, content: Spans<'_>) -> String {
    let name = content.plain_text();
    match name.trim() {
        "" => email.to_owned(),
        name => name.to_owned(),
    }
}
