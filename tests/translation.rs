//! What is there in two languages says the same in both: block by block the same headings, code, tables and lists, and in each
//! of them the same links, names and numbers.

#![allow(clippy::expect_used, clippy::panic)]

use std::{fs, path::PathBuf};

/// A block of a page, with what does not depend on the language.
#[derive(Debug, Default, PartialEq, Eq)]
struct Block {
    /// `## `, `- `, a number of columns, a whole code block …; empty for a paragraph.
    kind: String,
    /// The code spans, in the order of the alphabet, as are the others.
    code: Vec<String>,
    links: Vec<String>,
    numbers: Vec<String>,
    /// Where it begins.
    line: usize,
}

fn read(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A page, line by line.
#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    /// The block that is not at its end: its first line, its kind and its text.
    open: Option<(usize, String, String)>,
}

impl Reader {
    fn open(&mut self, line: usize, kind: String) {
        self.close();
        self.open = Some((line, kind, String::new()));
    }

    fn close(&mut self) {
        if let Some((line, kind, text)) = self.open.take() {
            self.blocks.push(block(line, kind, &text));
        }
    }

    fn line(&mut self, number: usize, line: &str) {
        if line.is_empty() {
            return self.close();
        }
        match kind_of(line) {
            Some(kind) => self.open(number, kind),
            None if self.open.is_none() => self.open(number, String::new()),
            None => {}
        }
        if let Some((_, _, text)) = &mut self.open {
            text.push_str(line.trim_start());
            text.push('\n');
        }
    }
}

fn blocks(page: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    let mut lines = page.lines().enumerate();
    while let Some((index, line)) = lines.next() {
        if line.trim_start().starts_with("```") {
            let code = code_block(line, lines.by_ref().map(|(_, line)| line));
            reader.open(index + 1, code);
            reader.close();
        } else {
            reader.line(index + 1, line);
        }
    }
    reader.close();
    reader.blocks
}

/// The code with its fences.
fn code_block<'a>(fence: &'a str, lines: impl Iterator<Item = &'a str>) -> String {
    let mut code = vec![fence];
    for line in lines {
        code.push(line);
        if line.trim() == "```" {
            break;
        }
    }
    code.join("\n")
}

/// What a line begins, unless it goes on with a paragraph.
fn kind_of(line: &str) -> Option<String> {
    let trimmed = line.trim_start();
    let indent = line.len() - trimmed.len();
    let marker = trimmed.split_inclusive(' ').next().unwrap_or_default();
    let is_number = |marker: &str| {
        marker
            .strip_suffix(". ")
            .is_some_and(|digits| digits.parse::<u32>().is_ok())
    };
    if trimmed.starts_with('|') {
        let columns = outside_code(line).matches('|').count();
        Some(format!("{columns} columns"))
    } else if trimmed.starts_with("<!--") {
        Some(trimmed.to_owned())
    } else if marker == "- " || is_number(marker) || marker.starts_with('#') {
        Some(format!("{}{marker}", " ".repeat(indent)))
    } else {
        None
    }
}

fn outside_code(text: &str) -> String {
    text.split('`').step_by(2).collect()
}

fn block(line: usize, kind: String, text: &str) -> Block {
    let definition = text
        .strip_prefix('[')
        .and_then(|text| text.split_once("]: "));
    let links = text.split("](").skip(1);
    let links = links.chain(definition.map(|(_, target)| target));
    let mut links: Vec<String> = links.map(target).collect();
    let mut code: Vec<String> = text
        .split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    let mut numbers: Vec<String> = without_links(&outside_code(text))
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .map(|number| number.trim_matches('.').to_owned())
        .filter(|number| !number.is_empty())
        .collect();
    links.sort();
    code.sort();
    numbers.sort();
    Block {
        kind,
        code,
        links,
        numbers,
        line,
    }
}

/// The target of a link, the same for both languages of a page.
fn target(rest: &str) -> String {
    let end = rest.find([')', '\n']).unwrap_or(rest.len());
    rest.get(..end)
        .unwrap_or_default()
        .replace("guide::zh", "guide")
        .replace("README.zh-CN.md", "README.md")
}

fn without_links(text: &str) -> String {
    let mut parts = text.split("](");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once(')').map_or("", |(_, after)| after));
    }
    out
}

/// What one page has and the other does not: the first block that differs.
fn difference(english: &str, chinese: &str) -> Option<String> {
    let (english, chinese) = (blocks(english), blocks(chinese));
    let same = |(left, right): &(&Block, &Block)| {
        left.kind == right.kind
            && left.code == right.code
            && left.links == right.links
            && left.numbers == right.numbers
    };
    let count = english.iter().zip(&chinese).take_while(same).count();
    match (english.get(count), chinese.get(count)) {
        (None, None) => None,
        (left, right) => Some(format!("English: {left:#?}\nChinese: {right:#?}")),
    }
}

/// The pages, English first.
fn pages() -> Vec<(String, String)> {
    let mut pages = vec![("README.md".to_owned(), "README.zh-CN.md".to_owned())];
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/guide/zh");
    for entry in fs::read_dir(folder).expect("the guide has Chinese chapters") {
        let path = entry.expect("the folder can be read").path();
        if path.extension().is_some_and(|end| end == "md") {
            let name = path.file_name().and_then(|name| name.to_str());
            let name = name.expect("a chapter has a name of letters");
            pages.push((format!("src/guide/{name}"), format!("src/guide/zh/{name}")));
        }
    }
    pages
}

#[test]
fn both_languages_say_the_same() {
    for (english, chinese) in pages() {
        if let Some(difference) = difference(&read(&english), &read(&chinese)) {
            panic!("{english} and {chinese} differ\n{difference}");
        }
    }
}

#[test]
fn the_first_chapters_are_in_chinese() {
    let pages = pages();
    for name in [
        "overview",
        "first_card",
        "values",
        "safety",
        "testing",
        "migration",
    ] {
        let chapter = format!("src/guide/zh/{name}.md");
        assert!(
            pages.iter().any(|(_, page)| *page == chapter),
            "{chapter} is missing"
        );
        assert!(
            name == "overview"
                || read("src/guide/zh/mod.rs").contains(&format!("include_str!(\"{name}.md\")")),
            "{chapter} is no chapter"
        );
    }
}

#[test]
fn each_page_leads_to_the_other() {
    for (english, chinese) in pages() {
        let leads_to = |page: &str, language: &str| {
            let page = read(page);
            let leads = |target| page.contains(&format!("[{language}]{target}"));
            leads("(") || leads(": ")
        };
        assert!(leads_to(&english, "中文"), "{english}");
        assert!(leads_to(&chinese, "English"), "{chinese}");
    }
}

#[test]
fn a_change_of_one_language_is_found() {
    let page = "# A\n\nSee [b](c) and `d`, 5 of them.\n\n- one\n\n| a | b |\n|---|---|\n\n```rust\nlet a = 1; // why\n```\n\n[d]: e\n";
    assert_eq!(difference(page, page), None);
    for (from, to) in [
        ("# A", "## A"),
        ("(c)", "(e)"),
        ("`d`", "`e`"),
        ("5 of", "6 of"),
        ("- one", "one"),
        ("- one\n", "- one\n- two\n"),
        ("| a | b |", "| a | b | c |"),
        ("|---|---|\n", "|---|---|\n| c | d |\n"),
        ("// why", "// because"),
        ("```rust", "```text"),
        ("\n- one", "\nMore.\n\n- one"),
        ("# A\n", ""),
        ("]: e", "]: f"),
    ] {
        let changed = page.replacen(from, to, 1);
        assert_ne!(changed, page, "{from}");
        assert!(difference(page, &changed).is_some(), "{from} → {to}");
        assert!(difference(&changed, page).is_some(), "{to} → {from}");
    }
}
