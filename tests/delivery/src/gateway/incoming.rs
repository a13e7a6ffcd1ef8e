use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::{HeaderMap, Method, Uri};
use percent_encoding::percent_decode_str;

/// One request, as it came.
pub(super) struct Incoming {
    pub(super) method: Method,
    pub(super) uri: Uri,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
    pub(super) now: SystemTime,
}

impl Incoming {
    pub(super) fn path(&self) -> &str {
        self.uri.path()
    }

    /// The path with its query, as it came.
    pub(super) fn target(&self) -> &str {
        self.uri.path_and_query().map_or("/", |all| all.as_str())
    }

    /// The one value of this name in the query, decoded once.
    pub(super) fn query(&self, name: &str) -> Option<String> {
        let pairs = self.uri.query().unwrap_or_default().split('&');
        let mut values = pairs.filter_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
        let value = values.next()?;
        if values.next().is_some() {
            return None;
        }
        let value = percent_decode_str(value).decode_utf8().ok()?;
        Some(value.into_owned())
    }

    /// The one value of this header.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.get_all(name).iter();
        let value = values.next()?.to_str().ok()?;
        values.next().is_none().then_some(value)
    }

    pub(super) fn content_type(&self) -> &str {
        self.header("Content-Type").unwrap_or_default()
    }

    pub(super) fn is_json(&self) -> bool {
        let essence = self.content_type().split(';').next().unwrap_or_default();
        essence.trim_end() == "application/json"
    }

    /// Whether the date in this header is at most `window` away. The pages of WPS say that there is a date, not how old it may
    /// be: the window is the gateway's own.
    pub(super) fn is_fresh(&self, name: &str, window: Duration) -> bool {
        let date = self.header(name).map(httpdate::parse_http_date);
        matches!(date, Some(Ok(date)) if distance(date, self.now) <= window)
    }

    /// Whether these milliseconds since 1970 are at most `window` away.
    pub(super) fn is_fresh_millis(&self, millis: &str, window: Duration) -> bool {
        let time = millis
            .parse()
            .ok()
            .and_then(|millis| UNIX_EPOCH.checked_add(Duration::from_millis(millis)));
        time.is_some_and(|time| distance(time, self.now) <= window)
    }
}

fn distance(one: SystemTime, other: SystemTime) -> Duration {
    match one.duration_since(other) {
        Ok(ahead) => ahead,
        Err(behind) => behind.duration(),
    }
}
