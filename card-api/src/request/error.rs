use std::fmt;

use card_model::{Violations, spec::Limit};
use card_render::wps::InvalidMessage;

use crate::sign::DateError;

/// Why a request could not be built. Nothing of a key, a token or a URL is in it.
///
/// ```
/// use message_card::prelude::*;
/// use message_card::wecom::{Message, Robot, Text};
/// use std::time::SystemTime;
///
/// let message = Message::from(Text::new("发布完成"));
/// let robot = Robot::from_key("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6");
/// let error = message.request(&robot, SystemTime::now()).unwrap_err();
/// assert_eq!(error.to_string(), "`key` is a whole URL, give the key in it alone, or a robot's webhook to `Robot::from_url`");
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum BuildError {
    /// The message of WPS 协作 breaks the rules of the call.
    Message(InvalidMessage),
    /// The message breaks the rules of its platform; the pointers lead into the body's JSON.
    Violations(Violations),
    /// The body is larger than any that this library sends.
    TooLarge {
        /// How large it may be.
        limit: Limit,
        /// How large it is.
        had: usize,
    },
    /// None of the keywords of which a robot of 钉钉 wants one is in the text of the message.
    Keywords(Vec<String>),
    /// A URL cannot be used.
    Url {
        /// Which one: `webhook URL` or `base URL`.
        of: &'static str,
        /// What is wrong with it.
        fault: UrlFault,
    },
    /// A key, a token or an id cannot be used.
    Key {
        /// Which one, by its name in the request.
        of: &'static str,
        /// What is wrong with it.
        fault: KeyFault,
    },
    /// The time cannot be written.
    Time(DateError),
    /// The message could not be written as JSON; the text says why.
    Json(String),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message(faults) => faults.fmt(f),
            Self::Violations(violations) => violations.fmt(f),
            Self::TooLarge { limit, had } => write!(
                f,
                "the body holds {had} bytes, at most {} are sent: shorten it or split it",
                limit.max
            ),
            Self::Keywords(keywords) => {
                f.write_str("the robot has keywords, write one of them into the text:")?;
                let mut separator = "";
                for keyword in keywords {
                    write!(f, "{separator} `{}`", keyword.escape_debug())?;
                    separator = ",";
                }
                Ok(())
            }
            Self::Url { of, fault } => write!(f, "the {of} {fault}"),
            Self::Key { of, fault } => write!(f, "`{of}` {fault}"),
            Self::Time(error) => error.fmt(f),
            Self::Json(error) => write!(f, "not writable as JSON: {error}"),
        }
    }
}

// Without a source: what is inside is what `Display` shows already, and a report would say it twice.
impl std::error::Error for BuildError {}

impl From<InvalidMessage> for BuildError {
    fn from(faults: InvalidMessage) -> Self {
        Self::Message(faults)
    }
}

impl From<Violations> for BuildError {
    fn from(violations: Violations) -> Self {
        Self::Violations(violations)
    }
}

impl From<DateError> for BuildError {
    fn from(error: DateError) -> Self {
        Self::Time(error)
    }
}

/// What is wrong with a text that holds such a character.
const HELD: &str = "holds a blank, a line break or a character beyond ASCII, copy it again";

/// What is wrong with a URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum UrlFault {
    /// It is not an absolute URL.
    Unreadable,
    /// It holds a blank, a line break or a character beyond ASCII.
    Character,
    /// It does not begin with `https://`.
    Insecure,
    /// It holds a name or a password before the host.
    User,
    /// It leads to another host than the ones of the platform.
    Host(&'static [&'static str]),
    /// It leads to another path than the one of the platform.
    Path(&'static str),
    /// It has a query, where it must have none.
    Query,
}

impl fmt::Display for UrlFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => f.write_str(
                "is not a whole URL, begin it with `https://`, or give a robot's key alone to `Robot::from_key`",
            ),
            Self::Character => f.write_str(HELD),
            Self::Insecure => f.write_str(
                "does not begin with `https://`, change that, or call `allow_http` for a server of your own",
            ),
            Self::User => f.write_str("holds a name before the host, take out all up to the `@`"),
            Self::Host(hosts) => {
                f.write_str("leads to another host than the platform's")?;
                for host in *hosts {
                    write!(f, ", `{host}`")?;
                }
                f.write_str(": copy it again, or name a server of your own with `base_url`")
            }
            Self::Path(path) => write!(f, "has to lead to the path `{path}`, copy it again"),
            Self::Query => {
                f.write_str("has a query or a fragment, give only what stands before it")
            }
        }
    }
}

/// What is wrong with a key, a token or an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyFault {
    /// It is not there, or empty.
    Missing,
    /// It stands in the URL more than once.
    Repeated,
    /// It is a URL.
    Url,
    /// It begins with its own name, as in `key=…`.
    Named,
    /// It holds a blank, a control character or a character beyond ASCII.
    Character,
}

impl fmt::Display for KeyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "is missing, give it a value",
            Self::Repeated => "stands in the URL more than once, leave one",
            Self::Url => {
                "is a whole URL, give the key in it alone, or a robot's webhook to `Robot::from_url`"
            }
            Self::Named => "begins with its own name, give only what stands after the `=`",
            Self::Character => HELD,
        })
    }
}
