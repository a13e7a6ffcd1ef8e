//! The order of a card, which a report keeps.

/// Where a pointer stands in the order of the card.
pub(crate) fn rank(pointer: &str) -> (usize, usize) {
    let mut steps = pointer.split('/').skip(1);
    let section = match steps.next() {
        None => 0,
        Some("config") => 1,
        Some("link") => 2,
        Some("header") => 3,
        Some("elements") => 4,
        Some(_) => {
            steps.next();
            match steps.next() {
                Some("elements") => 6,
                _ => 5,
            }
        }
    };
    let index = steps.next().and_then(|step| step.parse().ok());
    (section, index.unwrap_or(0))
}
