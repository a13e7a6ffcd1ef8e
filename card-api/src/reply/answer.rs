use http::{HeaderMap, Response, StatusCode};
use serde_json::{Map, Value};

use super::{
    Code, Retry, SendError, Sent, UnreadableReply,
    excerpt::{excerpt, message},
};

/// 1 MiB, in bytes: the longest body that is read. The documented answers have a few hundred bytes.
pub const MAX_REPLY: usize = 1024 * 1024;

/// How one platform answers.
pub(super) struct Envelope {
    /// The fields that can hold the code, the documented one first.
    pub(super) codes: &'static [&'static str],
    /// The word that means success beside the number 0.
    pub(super) success: Option<&'static str>,
    /// The fields that hold the platform's words; all that are there are shown.
    pub(super) messages: &'static [&'static str],
    /// What is known about a code and its message.
    pub(super) judge: fn(&Code, &str) -> Verdict,
}

/// What to do about a code.
#[derive(Clone, Copy)]
pub(super) struct Verdict {
    pub(super) retry: Retry,
    pub(super) advice: Option<&'static str>,
}

impl Verdict {
    /// A code that is in no documentation: nothing says that the same message would pass later.
    pub(super) const UNKNOWN: Self = Self {
        retry: Retry::Never,
        advice: None,
    };

    pub(super) const fn new(retry: Retry, advice: &'static str) -> Self {
        Self {
            retry,
            advice: Some(advice),
        }
    }

    pub(super) const fn never(advice: &'static str) -> Self {
        Self::new(Retry::Never, advice)
    }
}

/// A response, whatever holds its body.
struct Reply<'a> {
    status: StatusCode,
    headers: &'a HeaderMap,
    body: &'a [u8],
}

impl Envelope {
    pub(super) fn read<B: AsRef<[u8]>>(&self, response: &Response<B>) -> Result<Sent, SendError> {
        self.judged(&Reply {
            status: response.status(),
            headers: response.headers(),
            body: response.body().as_ref(),
        })
    }

    fn judged(&self, reply: &Reply<'_>) -> Result<Sent, SendError> {
        let taken = reply.status.is_success();
        match self.open(reply.body) {
            Ok((code, answer)) if !self.is_success(&code) => {
                Err(self.refused(reply, code, &answer))
            }
            Ok((_, answer)) if taken => Ok(Sent::read(answer)),
            Err(error) if taken => Err(error),
            _ => Err(SendError::Status {
                status: reply.status,
                excerpt: excerpt(reply.body),
                retry: Retry::of_status(reply.status).honour(reply.headers),
            }),
        }
    }

    /// The code and the whole answer.
    fn open(&self, body: &[u8]) -> Result<(Code, Map<String, Value>), SendError> {
        if body.len() > MAX_REPLY {
            return Err(SendError::TooLarge { bytes: body.len() });
        }
        self.parse(body).map_err(|kind| SendError::Unreadable {
            kind,
            excerpt: excerpt(body),
        })
    }

    fn parse(&self, body: &[u8]) -> Result<(Code, Map<String, Value>), UnreadableReply> {
        if body.trim_ascii().is_empty() {
            return Err(UnreadableReply::Empty);
        }
        let json = serde_json::from_slice(body);
        let json = json.map_err(|error| UnreadableReply::Json(error.to_string()))?;
        let Value::Object(answer) = json else {
            return Err(UnreadableReply::Object);
        };
        let code = |field: &&str| answer.get(*field).and_then(Code::read);
        match self.codes.iter().find_map(code) {
            Some(code) => Ok((code, answer)),
            None => Err(self.no_code(&answer)),
        }
    }

    fn no_code(&self, answer: &Map<String, Value>) -> UnreadableReply {
        let mut fields = self.codes.iter().copied();
        let documented = self.codes.first().copied().unwrap_or_default();
        match fields.find(|field| answer.contains_key(*field)) {
            Some(field) => UnreadableReply::CodeType(field),
            None => UnreadableReply::NoCode(documented),
        }
    }

    fn is_success(&self, code: &Code) -> bool {
        match code {
            Code::Number(number) => *number == 0,
            Code::Name(name) => self.success == Some(name),
        }
    }

    fn refused(&self, reply: &Reply<'_>, code: Code, answer: &Map<String, Value>) -> SendError {
        let message = self.message(answer);
        let Verdict { retry, advice } = (self.judge)(&code, &message);
        let retry = retry.or(Retry::of_status(reply.status));
        SendError::Api {
            status: reply.status,
            code: shortened(code),
            message,
            retry: retry.honour(reply.headers),
            advice,
        }
    }

    fn message(&self, answer: &Map<String, Value>) -> String {
        let words = self
            .messages
            .iter()
            .filter_map(|field| answer.get(*field)?.as_str())
            .map(message)
            .filter(|text| !text.is_empty());
        words.collect::<Vec<_>>().join(", ")
    }
}

/// A name is a server's word too.
fn shortened(code: Code) -> Code {
    match code {
        Code::Name(name) => Code::Name(excerpt(name.as_bytes())),
        number => number,
    }
}
