//! Findings as JSON: an array with an object for each.

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::Located;
use crate::output::plain_json;

pub(super) fn write(found: &[Located]) -> String {
    // Texts and numbers are always writable.
    let json = serde_json::to_string_pretty(found).unwrap_or_default();
    plain_json(&json) + "\n"
}

impl Serialize for Located {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Finding", 7)?;
        fields.serialize_field("file", &*self.file)?;
        fields.serialize_field("line", &self.place.line)?;
        fields.serialize_field("column", &self.place.column)?;
        fields.serialize_field("pointer", &self.finding.pointer)?;
        fields.serialize_field("severity", self.finding.severity.name())?;
        fields.serialize_field("code", self.finding.code)?;
        fields.serialize_field("message", &self.finding.message)?;
        fields.end()
    }
}
