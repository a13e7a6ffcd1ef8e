//! The guide's tables are the spec's. `GUIDE=overwrite cargo test --test guide` writes them anew.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::{fmt::Write, fs, path::PathBuf};

use message_card::spec::{
    AttributeSpec, Feature, Format, Kind, LIMITS, Severity, Shown, TAGS, Tag, TagSpec, TextMode,
};

const BEGIN: &str = "<!-- spec -->\n";
const END: &str = "<!-- end -->\n";

#[test]
fn every_tag_has_a_chapter_with_its_row_of_the_spec() {
    for spec in TAGS {
        let after = check(spec.name, &table_of(spec));
        assert!(
            after.contains("assert_eq!(serde_json::to_value(&card)?"),
            "{}: no example",
            spec.name
        );
    }
}

#[test]
fn the_limits_are_those_of_the_spec() {
    let mut table = "| limit | at most | source |\n|---|---|---|\n".to_owned();
    for (name, limit) in LIMITS {
        let source = match limit.source {
            "" => "this library".to_owned(),
            page => format!("<{page}>"),
        };
        let _ = writeln!(table, "| `{name}` | {limit} | {source} |");
    }
    table.push('\n');
    check("limits", &table);
}

#[test]
fn what_becomes_what_is_what_the_spec_says() {
    let names = Format::ALL
        .iter()
        .map(|format| match format.name().rsplit_once(' ') {
            Some((room, kind)) if *format != Format::PlainText => format!("{room} `{kind}`"),
            _ => format.name().to_owned(),
        });
    let names: Vec<String> = names.collect();
    let mut table = format!("| | {} |\n|---|", names.join(" | "));
    table.push_str(&"---|".repeat(Format::ALL.len()));
    table.push('\n');
    for feature in Feature::ALL {
        let cells = Format::ALL
            .iter()
            .map(|format| cell(feature.shown(*format)));
        let cells: Vec<String> = cells.collect();
        let _ = writeln!(table, "| **{}** | {} |", feature.name(), cells.join(" | "));
    }
    table.push('\n');
    let after = check("targets", &table);
    for limit in LIMITS.iter().map(|(_, limit)| limit.source) {
        let is_room = ["work.weixin", "dingtalk.com", "robot"]
            .iter()
            .any(|of| limit.contains(of));
        assert!(!is_room || after.contains(limit), "{limit} is not linked");
    }
}

/// The form, with a mark for what is lost.
fn cell(shown: Shown) -> String {
    let form = shown.form();
    match shown.severity() {
        None => form.to_owned(),
        Some(Severity::Info) => format!("{form} ○"),
        Some(Severity::Degraded) => format!("{form} ◐"),
        Some(Severity::Lost) => format!("{form} ●"),
        Some(other) => panic!("{other:?} has no mark"),
    }
}

/// Checks the table of a chapter, or writes it; gives what stands behind it.
fn check(chapter: &str, expected: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("src/guide/{chapter}.md"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{chapter}: {error}"));
    let (before, rest) = text
        .split_once(BEGIN)
        .expect("the beginning of the table is marked");
    let (table, after) = rest
        .split_once(END)
        .expect("the end of the table is marked");
    if std::env::var("GUIDE").is_ok_and(|value| value == "overwrite") {
        fs::write(&path, format!("{before}{BEGIN}{expected}{END}{after}"))
            .expect("the chapter is written");
    } else {
        assert_eq!(table, expected, "{chapter}: the spec says otherwise");
    }
    after.to_owned()
}

fn table_of(spec: &TagSpec) -> String {
    let mut table = String::new();
    let inside = spec.inside.iter().copied();
    let _ = writeln!(
        table,
        "- Stands in: {}",
        if spec.inside.is_empty() {
            "`card!`".to_owned()
        } else {
            tags(inside)
        }
    );
    let holds = match spec.text {
        TextMode::None => None,
        TextMode::Plain => Some("text".to_owned()),
        TextMode::Markdown => Some("markdown text".to_owned()),
        other => panic!("{other:?} has no words"),
    };
    let children = Some(tags(spec.tag.children())).filter(|children| !children.is_empty());
    let parts: Vec<String> = holds.into_iter().chain(children).collect();
    let _ = writeln!(
        table,
        "- Holds: {}",
        if parts.is_empty() {
            "nothing".to_owned()
        } else {
            parts.join(", ")
        }
    );
    for quota in spec.holds {
        let names = tags(quota.tags.iter().copied());
        let _ = match (quota.min, quota.max) {
            (0, max) => writeln!(table, "- At most {max} of: {names}"),
            (min, usize::MAX) => writeln!(table, "- At least {min} of: {names}"),
            (min, max) if min == max => writeln!(table, "- Exactly {min} of: {names}"),
            (min, max) => writeln!(table, "- {min} to {max} of: {names}"),
        };
    }
    if !spec.source.is_empty() {
        let _ = writeln!(
            table,
            "- Source: <{}>",
            spec.source.split(' ').next().unwrap_or_default()
        );
    }
    if !spec.attributes.is_empty() {
        table.push_str("\n| attribute | takes | meaning |\n|---|---|---|\n");
        for attribute in spec.attributes {
            let _ = writeln!(
                table,
                "| `{}`{} | {} | {} |",
                attribute.name,
                if attribute.required {
                    " (required)"
                } else {
                    ""
                },
                takes(attribute),
                attribute.summary,
            );
        }
    }
    table.push('\n');
    table
}

fn takes(attribute: &AttributeSpec) -> String {
    match attribute.kind {
        Kind::Text => "text".to_owned(),
        Kind::Filled => "text, not empty".to_owned(),
        Kind::Link => "a URL or a `Link`".to_owned(),
        Kind::Url => "a URL".to_owned(),
        Kind::Email => "an e-mail address".to_owned(),
        Kind::Variable => "a name, quoted".to_owned(),
        Kind::Flag => "`true` or `false`".to_owned(),
        Kind::Json => "`serde_json::Value`".to_owned(),
        Kind::OneOf(names) => format!("one of {}", quoted(names)),
        Kind::SetOf(names) => format!("some of {}", quoted(names)),
        other => panic!("{other:?} has no words"),
    }
}

fn tags(tags: impl Iterator<Item = Tag>) -> String {
    let names: Vec<String> = tags
        .map(|tag| format!("[`{0}`](crate::guide::{0})", tag.name()))
        .collect();
    names.join(", ")
}

fn quoted(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}
