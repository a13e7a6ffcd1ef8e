use std::{
    fmt,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// The first second of the year 10000, which the format has no digits for.
const END: Duration = Duration::from_secs(253_402_300_800);

/// A time as headers have it: `Wed, 03 Nov 2021 02:55:55 GMT`.
///
/// ```
/// use message_card::sign::HttpDate;
/// use std::time::{Duration, UNIX_EPOCH};
///
/// let date = HttpDate::new(UNIX_EPOCH + Duration::from_secs(1_635_908_155))?;
/// assert_eq!(date.as_str(), "Wed, 03 Nov 2021 02:55:55 GMT");
/// assert_eq!(HttpDate::parse(date.as_str())?.time(), date.time());
/// # Ok::<(), message_card::sign::DateError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpDate {
    text: String,
    time: SystemTime,
}

impl HttpDate {
    /// This time, to the second.
    ///
    /// # Errors
    ///
    /// [`DateError::OutOfRange`] before 1970 and after 9999.
    pub fn new(time: SystemTime) -> Result<Self, DateError> {
        let since = time.duration_since(UNIX_EPOCH);
        let since = since.map_err(|_| DateError::OutOfRange)?;
        if since >= END {
            return Err(DateError::OutOfRange);
        }
        Ok(Self {
            text: httpdate::fmt_http_date(time),
            time: UNIX_EPOCH + Duration::from_secs(since.as_secs()),
        })
    }

    /// The time that a header says. What is signed is the text as it came.
    ///
    /// # Errors
    ///
    /// [`DateError::Unreadable`] for what is none of the three forms of a date in HTTP.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let time = httpdate::parse_http_date(text).map_err(|_| DateError::Unreadable)?;
        Ok(Self {
            text: text.to_owned(),
            time,
        })
    }

    /// The header's value.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn into_string(self) -> String {
        self.text
    }

    /// The time, to the second.
    pub const fn time(&self) -> SystemTime {
        self.time
    }
}

/// A time that cannot be a date of HTTP, or the reverse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DateError {
    /// The time lies before 1970 or after 9999.
    OutOfRange,
    /// The text is no date.
    Unreadable,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OutOfRange => {
                "the time lies before 1970 or after 9999, give the time at which the request is sent"
            }
            Self::Unreadable => "not a date as `Wed, 03 Nov 2021 02:55:55 GMT`",
        })
    }
}

impl std::error::Error for DateError {}
