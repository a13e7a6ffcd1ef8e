//! Reading a value.

use card_model::Str;
use serde_json::Value;

use super::{Result, boolean, integer, list, number, text};

/// What can be read from its place in a message. The first thing that does not fit is the error.
pub(crate) trait Read: Sized {
    fn read(json: Value) -> Result<Self>;
}

impl Read for Str {
    fn read(json: Value) -> Result<Self> {
        text(json)
    }
}

impl Read for i64 {
    fn read(json: Value) -> Result<Self> {
        integer(&json)
    }
}

impl Read for f64 {
    fn read(json: Value) -> Result<Self> {
        number(&json)
    }
}

impl Read for bool {
    fn read(json: Value) -> Result<Self> {
        boolean(&json)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(json: Value) -> Result<Self> {
        list(json, T::read)
    }
}
