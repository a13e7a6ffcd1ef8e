use serde_json::{Map, Value};

use super::{CardCallback, ParseError};

/// The name of a card's callback.
const CARD: &str = "xz_card";
/// Where programs see the text of an encrypted body; the pages that could be read do not name the field.
const ENCRYPTED: [&str; 2] = ["encrypted_data", "encrypt"];

/// What a callback says.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
#[non_exhaustive]
pub enum Callback {
    /// Somebody used an interactive element of a card.
    Card(CardCallback),
    /// The platform checks the address: answer with this text, see [`answer_challenge`](super::answer_challenge).
    Challenge(String),
    /// Something else, as it came: its `callback_name` is not `xz_card`.
    Other(Map<String, Value>),
}

impl Callback {
    pub(super) fn read(body: &[u8]) -> Result<Self, ParseError> {
        let json = serde_json::from_slice(body);
        let json = json.map_err(|error| ParseError::Json(error.to_string()))?;
        let Value::Object(body) = json else {
            return Err(ParseError::NoObject(""));
        };
        let name = body.get("callback_name").and_then(Value::as_str);
        match (name, body.get("challenge")) {
            (Some(CARD), _) => CardCallback::read(body).map(Self::Card),
            (None, Some(Value::String(challenge))) => Ok(Self::Challenge(challenge.clone())),
            (None, Some(_)) => Err(ParseError::NoText("/challenge")),
            _ if ENCRYPTED.iter().any(|field| body.contains_key(*field)) => {
                Err(ParseError::Encrypted)
            }
            _ => Ok(Self::Other(body)),
        }
    }
}
