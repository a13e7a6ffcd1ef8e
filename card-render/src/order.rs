//! The order of a card, which a report keeps.

/// The parts of a card, with where each stands; elements have most of the losses.
const PARTS: &[(&str, usize)] = &[
    ("/elements", 4),
    ("/config", 1),
    ("/link", 2),
    ("/header", 3),
];

/// How many sections [`rank`] tells apart.
pub(crate) const SECTIONS: usize = 7;

/// Where a pointer stands in the order of the card: in which section, and where in there.
pub(crate) fn rank(pointer: &str) -> (usize, usize) {
    if pointer.is_empty() {
        return (0, 0);
    }
    for (name, section) in PARTS {
        if let Some(path) = pointer.strip_prefix(name) {
            return (*section, index(path));
        }
    }
    // `/i18n/en-US/elements/3`
    let mut steps = pointer.splitn(4, '/').skip(3);
    let path = steps.next().unwrap_or_default();
    match path.strip_prefix("elements") {
        Some(path) => (6, index(path)),
        None => (5, 0),
    }
}

/// The number that a path begins with.
fn index(path: &str) -> usize {
    let step = path.strip_prefix('/').unwrap_or_default();
    let end = step.bytes().position(|byte| byte == b'/');
    let step = step.get(..end.unwrap_or(step.len()));
    step.and_then(|step| step.parse().ok()).unwrap_or(0)
}
