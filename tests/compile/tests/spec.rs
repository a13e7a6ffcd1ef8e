//! The table of tags and attributes, walked: each row has a case that compiles and one that does not.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;

use message_card::spec::TAGS;

fn file(name: &str) -> String {
    fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The opening tags of `source`: what stands between `<name` and the `>` that ends it.
fn opening_tags<'s>(source: &'s str, name: &str) -> Vec<&'s str> {
    let start = format!("<{name}");
    let found = source
        .match_indices(&start)
        .map(|(at, _)| &source[at + start.len()..]);
    found
        .filter(|rest| rest.starts_with([' ', '\n', '>', '/']))
        .map(|rest| {
            let mut depth = 0;
            let mut is_quoted = false;
            let end = rest.find(|c: char| {
                match c {
                    '"' => is_quoted = !is_quoted,
                    '{' if !is_quoted => depth += 1,
                    '}' if !is_quoted => depth -= 1,
                    _ => {}
                }
                c == '>' && depth == 0 && !is_quoted
            });
            &rest[..end.unwrap_or(rest.len())]
        })
        .collect()
}

#[test]
fn every_row_has_a_case_that_compiles() {
    let source = file("pass/tags.rs");
    for spec in TAGS {
        let tags = opening_tags(&source, spec.name);
        assert!(!tags.is_empty(), "<{}>", spec.name);
        for attribute in spec.attributes {
            let is_given = tags.iter().any(|tag| {
                tag.split([' ', '\n'])
                    .any(|part| part.split('=').next() == Some(attribute.name))
            });
            assert!(is_given, "<{} {}>", spec.name, attribute.name);
        }
    }
}

#[test]
fn every_row_has_a_case_that_does_not() {
    let (source, errors) = (file("ui/every_row.rs"), file("ui/every_row.stderr"));
    for spec in TAGS {
        assert!(
            errors.contains(&format!("error: `<{}>` has no attribute `nope`", spec.name)),
            "<{}>",
            spec.name
        );
        for attribute in spec.attributes {
            let mistake = format!("{}={{}}", attribute.name);
            let is_planted = opening_tags(&source, spec.name)
                .iter()
                .any(|tag| tag.contains(&mistake));
            assert!(is_planted, "<{} {}>", spec.name, attribute.name);
            assert!(
                errors.contains(&format!(
                    "error: the braces of `{}` are empty",
                    attribute.name
                )),
                "{}",
                attribute.name
            );
        }
    }
}
