//! The names of functions.

use std::{collections::HashSet, path::Path};

use crate::output::Failure;

/// What no function can be called.
const KEYWORDS: &[&str] = &[
    "_", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The name, if a function can have it.
pub(super) fn checked(name: &str) -> Result<&str, Failure> {
    if is_name(name) {
        Ok(name)
    } else {
        Err(Failure::because(format!(
            "`{name}` cannot be the name of a function: use letters, digits and `_`"
        )))
    }
}

fn is_name(name: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    name.bytes().all(is_part)
        && name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && !KEYWORDS.contains(&name)
}

/// The names that were given.
#[derive(Debug, Default)]
pub(super) struct Names(HashSet<String>);

impl Names {
    /// A function called as its file, and as no other.
    pub(super) fn of_file(&mut self, path: &Path) -> String {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let mut name: String = stem.chars().map(part).collect();
        if !is_name(&name) {
            name.insert_str(0, "card_");
        }
        let (base, mut number) = (name.clone(), 1);
        while !self.0.insert(name.clone()) {
            number += 1;
            name = format!("{base}_{number}");
        }
        name
    }
}

fn part(c: char) -> char {
    if c.is_ascii_alphanumeric() {
        c.to_ascii_lowercase()
    } else {
        '_'
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_become_functions() {
        let mut names = Names::default();
        for (file, name) in [
            ("a/Release-Notice.json", "release_notice"),
            ("b/release_notice.json", "release_notice_2"),
            ("128.json", "card_128"),
            ("fn.json", "card_fn"),
            ("通知.json", "__"),
            ("_.json", "card__"),
            ("", "card_"),
        ] {
            assert_eq!(names.of_file(Path::new(file)), name);
        }
        assert!(checked("card").is_ok());
        for name in ["", "1a", "a-b", "match", "a b", "名"] {
            assert!(checked(name).is_err(), "{name}");
        }
    }
}
