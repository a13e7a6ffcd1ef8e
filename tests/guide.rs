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
    let mut tables = String::new();
    let mut before = None;
    for (name, limit) in LIMITS {
        let (module, constant) = name.rsplit_once("::").unwrap_or_default();
        let constant = if module.is_empty() { name } else { constant };
        let platform = platform_of(module, limit.source);
        if before.replace(platform) != Some(platform) {
            let _ = write!(
                tables,
                "{}| {platform} | at most | source |\n|---|---|---|\n",
                if tables.is_empty() { "" } else { "\n" },
            );
        }
        let source = match limit.source {
            "" => "this library".to_owned(),
            page => format!("<{page}>"),
        };
        let constant = [module, &constant.to_uppercase()].join("::");
        let path = constant.trim_start_matches("::");
        let _ = writeln!(
            tables,
            "| [`{name}`](crate::spec::{path}) | {limit} | {source} |"
        );
    }
    tables.push('\n');
    check("limits", &tables);
}

/// Whose limit this is.
fn platform_of(module: &str, source: &str) -> &'static str {
    match module {
        "" if source.is_empty() => "What is read",
        "" => "WPS 协作",
        "wps365" => "WPS 365",
        "wecom" => "WeCom",
        "dingtalk" => "DingTalk",
        other => panic!("{other} is no platform"),
    }
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

#[test]
fn the_overview_leads_to_every_chapter() {
    let overview = chapter("overview");
    let modules = chapter("mod.rs");
    let names = modules
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod "));
    let names: Vec<&str> = names.filter_map(|name| name.strip_suffix(" {}")).collect();
    assert!(names.len() > TAGS.len(), "{names:?}");
    for name in names {
        assert!(
            overview.contains(&format!("](crate::guide::{name})")),
            "{name}"
        );
    }
}

#[test]
fn the_chapter_on_testing_shows_the_example() {
    let text = chapter("testing");
    let example = include_str!("../examples/templates.rs");
    let (_, program) = example
        .split_once("\n\n")
        .expect("the example begins with what it is");
    assert_eq!(
        marked(&text, "example"),
        format!("```\n{program}```\n"),
        "the chapter shows another program"
    );
    let snapshot = include_str!("../examples/snapshots/templates__tests__release_failed.snap");
    let shown = marked(&text, "snapshot");
    let shown = shown
        .strip_prefix("```text\n")
        .and_then(|shown| shown.strip_suffix("```\n"));
    let shown = shown.expect("the snapshot is text");
    assert!(snapshot.contains(shown), "the snapshot has another text");
}

#[test]
fn the_error_of_the_first_card_is_the_compilers() {
    let text = chapter("first_card");
    let catalogue = include_str!("compile/ui/unknown_attribute.stderr");
    for line in [
        "error: `<header>` has no attribute `titel`",
        "       = help: did you mean `title`?",
        "       = note: `<header>` has `title`, `subtitle`, `template`",
    ] {
        assert!(text.contains(line) && catalogue.contains(line), "{line}");
    }
}

/// What stands between a mark and the end of it.
fn marked(text: &str, mark: &str) -> String {
    let (_, rest) = text
        .split_once(&format!("<!-- {mark} -->\n"))
        .expect("the beginning is marked");
    let (inside, _) = rest.split_once(END).expect("the end is marked");
    inside.to_owned()
}

/// A file of the guide; a chapter is one of markdown.
fn chapter(name: &str) -> String {
    let name = if name.contains('.') {
        name.to_owned()
    } else {
        format!("{name}.md")
    };
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("src/guide")
        .join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
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
