//! How long a message is as it is sent.

use std::io;

use serde_core::Serialize;

/// How many bytes the JSON has, as `serde_json::to_string` writes it.
pub(crate) fn json_length(message: &impl Serialize) -> usize {
    let mut length = Length(0);
    // Writing texts and lists as JSON does not fail.
    serde_json::to_writer(&mut length, message).map_or(0, |()| length.0)
}

/// How many bytes were written. They go nowhere.
struct Length(usize);

impl io::Write for Length {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
