//! Lists that are added to in their place. [`Vec::push`] is given a part over the stack, where it is loaded in wider pieces
//! than it was stored in, and the processor waits: about 8 % of `card!, without writing it` of the benchmarks.

use std::iter;

/// Adds what `make` makes. A function and no closure, so that there is one of this for each type of part.
#[inline]
pub(crate) fn put<T>(list: &mut Vec<T>, make: fn() -> T) {
    list.extend(iter::once_with(make));
}

/// Makes room for so many parts, if nothing was added yet.
#[inline]
pub(crate) fn make_room<T>(list: &mut Vec<T>, room: usize) {
    if room > 0 && list.is_empty() && list.capacity() == 0 {
        *list = Vec::with_capacity(room);
    }
}
