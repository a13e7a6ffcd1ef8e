//! The name that a misspelt one was meant to be.

/// The known name that `word` most likely stands for: the nearest one, if it is at most two edits and at most a third of
/// its length away. An edit adds, drops or replaces a character, or swaps two neighbours.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut found = None;
    for name in known {
        nearer(word, name, &mut found);
    }
    found.map(|(_, name)| name)
}

/// Takes `name` over where it is nearer than what was found before it.
fn nearer<'a>(word: &str, name: &'a str, found: &mut Option<(usize, &'a str)>) {
    let length = word.chars().take(MAX_LENGTH + 1).count();
    if length > MAX_LENGTH {
        return;
    }
    let Some(edits) = within(word, name, length) else {
        return;
    };
    if found.is_none_or(|(least, _)| edits < least) {
        *found = Some((edits, name));
    }
}

/// No known name is as long as this; a longer word is not compared.
const MAX_LENGTH: usize = 64;

fn within(word: &str, name: &str, length: usize) -> Option<usize> {
    let known_length = name.chars().count();
    let allowed = (length.max(known_length) / 3).min(2);
    if length.abs_diff(known_length) > allowed {
        return None;
    }
    let edits = edits(word, name);
    (edits <= allowed && edits > 0).then_some(edits)
}

/// The Damerau-Levenshtein distance (optimal string alignment), row by row.
fn edits(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut before = Vec::new();
    let mut above: Vec<usize> = (0..=to.len()).collect();
    let mut last = None;
    for (row, c) in from.chars().enumerate() {
        let mut left = row + 1;
        let mut current = vec![left];
        let mut previous = None;
        for (column, &target) in to.iter().enumerate() {
            let at =
                |line: &[usize], column: usize| line.get(column).copied().unwrap_or(usize::MAX);
            let replaced = at(&above, column).saturating_add(usize::from(c != target));
            let dropped = at(&above, column + 1).saturating_add(1);
            let mut best = replaced.min(dropped).min(left + 1);
            if last == Some(target) && previous == Some(c) && column > 0 {
                best = best.min(at(&before, column - 1).saturating_add(1));
            }
            current.push(best);
            left = best;
            previous = Some(target);
        }
        before = above;
        above = current;
        last = Some(c);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        for (from, to, expected) in [
            ("", "", 0),
            ("", "ab", 2),
            ("text", "text", 0),
            ("txt", "text", 1),
            ("tetx", "text", 1),
            ("texts", "text", 1),
            ("tixt", "text", 1),
            ("ca", "abc", 3),
            ("中文", "文中", 1),
        ] {
            assert_eq!(edits(from, to), expected, "{from} {to}");
            assert_eq!(edits(to, from), expected, "{to} {from}");
        }
    }

    #[test]
    fn suggestions() {
        let known = ["tag", "content", "href", "link", "url", "text"];
        for (word, expected) in [
            ("txt", Some("text")),
            ("hrefs", Some("href")),
            ("conten", Some("content")),
            ("contetns", Some("content")),
            ("lnik", Some("link")),
            ("tga", Some("tag")),
            ("uri", Some("url")),
            ("x", None),
            ("ur", Some("url")),
            ("colour", None),
            ("text", None),
        ] {
            assert_eq!(nearest(word, known), expected, "{word}");
        }
        assert_eq!(nearest(&"t".repeat(1 << 20), known), None);
    }
}
