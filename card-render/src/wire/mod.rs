//! How messages are written and read: the objects of the wire, and the rules that all of them share.
//!
//! By hand and not derived: the library does without `serde_derive`, which costs more to compile than all of it.

mod check;
mod fields;
mod object;
mod read;
mod write;

pub(crate) use self::{
    check::Check,
    fields::{
        Fields, Result, boolean, integer, kind, list, missing, number, one_or_many, text, unknown,
        unknown_field, word,
    },
    object::{deserialize, kinds, object, serialize, serialize_object, texts},
    read::Read,
    write::{Object, Part, Write, write_fields},
};
