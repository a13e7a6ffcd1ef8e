//! What is done to lists in many places, so that each costs little to compile (`benches/compile-time`): a chain of iterators is a
//! dozen functions in each place, and sorting by another type is thirty.

use std::collections::BinaryHeap;

/// What `map` makes of each item.
pub fn each<'i, T, U>(items: &'i [T], mut map: impl FnMut(&'i T) -> U) -> Vec<U> {
    let mut mapped = Vec::with_capacity(items.len());
    for item in items {
        mapped.push(map(item));
    }
    mapped
}

/// The texts as one, with `between` between each two.
pub fn join(texts: &[impl AsRef<str>], between: &str) -> String {
    let mut joined = String::new();
    for (index, text) in texts.iter().enumerate() {
        if index > 0 {
            joined.push_str(between);
        }
        joined.push_str(text.as_ref());
    }
    joined
}

/// Sorts by a key of one type, which is compiled once. Items with the same key keep their order.
pub fn sort_by_key<T>(items: &mut [T], mut key: impl FnMut(&T) -> (usize, usize)) {
    let mut last = (0, 0);
    let mut is_sorted = true;
    for item in items.iter() {
        let key = key(item);
        is_sorted &= last <= key;
        last = key;
    }
    if is_sorted {
        return;
    }
    let mut keys = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        keys.push((key(item), index));
    }
    for (one, other) in swaps(keys) {
        items.swap(one, other);
    }
}

/// What to swap, one after the other, to put the items with these keys and indices in order.
fn swaps(keys: Vec<((usize, usize), usize)>) -> Vec<(usize, usize)> {
    // A heap is a fifth of the code of the standard library's sort.
    let keys = BinaryHeap::from(keys).into_sorted_vec();
    // Where the item stands that was at an index, and which item stands there.
    let mut place: Vec<usize> = (0..keys.len()).collect();
    let mut item = place.clone();
    let mut swaps = Vec::new();
    for (to, (_, wanted)) in keys.into_iter().enumerate() {
        let (Some(&from), Some(&other)) = (place.get(wanted), item.get(to)) else {
            continue;
        };
        if to != from {
            swaps.push((to, from));
        }
        place.swap(wanted, other);
        item.swap(to, from);
    }
    swaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::numbers;

    #[test]
    fn items_are_sorted_and_keep_their_order() {
        let mut random = numbers();
        for length in 0..60 {
            let mut items = Vec::new();
            for index in 0..length {
                items.push((random(4), random(3), index));
            }
            let mut sorted = items.clone();
            sorted.sort_by_key(|(one, other, _)| (*one, *other));
            sort_by_key(&mut items, |(one, other, _)| (*one, *other));
            assert_eq!(items, sorted);
        }
    }

    #[test]
    fn texts_are_joined_as_the_standard_library_does() {
        for texts in [&[][..], &["a"], &["", "b", ""], &["a", "b"]] {
            assert_eq!(join(texts, ", "), texts.join(", "));
        }
    }

    #[test]
    fn every_item_is_mapped() {
        assert_eq!(each(&["a", "bc"], |item| item.len()), [1, 2]);
    }
}
