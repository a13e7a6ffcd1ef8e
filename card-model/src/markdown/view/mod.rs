//! Views of what a text says: its blocks, their lines and cells, and the spans in them.

#![expect(
    clippy::copy_iterator,
    reason = "a view is copied as the slice is that it shows"
)]

mod block;
mod form;
mod slice;
mod span;

pub use self::{
    block::{BlockRef, Blocks, Cells, Items, Rows},
    form::{Form, Forms},
    span::{Leaf, SpanRef, Spans, TargetRef},
};
