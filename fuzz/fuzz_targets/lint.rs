//! The bytes of a file that `message-card lint` reads: what it finds has a place in the text, and every form of output holds it.

#![no_main]

use card_cli::{Findings, Format, Room, lint};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, from_str};

const ROOMS: &[Room] = &[
    Room::Wps,
    Room::WpsWebhook,
    Room::Wps365,
    Room::Wecom,
    Room::Dingtalk,
    Room::Text,
];
/// A name that would end its place in each of the forms.
const FILE: &str = "50%,a:b\n::error::\u{1b}.json";
const SHOWN: &str = r"50%,a:b\n::error::\u{1b}.json";
const PROPERTY: &str = r"50%25%2Ca%3Ab\n%3A%3Aerror%3A%3A\u{1b}.json";
const URI: &str = "50%25%2Ca%3Ab%0A%3A%3Aerror%3A%3A%1B.json";

/// A finding as the JSON has it.
struct Row<'a> {
    line: u64,
    column: u64,
    severity: &'a str,
    code: &'a str,
    message: &'a str,
}

fuzz_target!(|bytes: &[u8]| {
    let found = lint(FILE, bytes, ROOMS);
    let written = found.write(Format::Json);
    let json: Vec<Value> = from_str(&written).expect("it is JSON");
    let rows: Vec<_> = json.iter().map(row).collect();
    assert_eq!(written, lint(FILE, bytes, ROOMS).write(Format::Json));
    assert_is_plain(&written);
    check_places(&rows, bytes);
    check_text(&rows, &found);
    check_github(&rows, &found);
    check_sarif(&rows, &found);
});

fn row(finding: &Value) -> Row<'_> {
    let number = |name: &str| finding[name].as_u64().expect("a number");
    let text = |name: &str| finding[name].as_str().expect("a text");
    assert_eq!(text("file"), FILE);
    Row {
        line: number("line"),
        column: number("column"),
        severity: text("severity"),
        code: text("code"),
        message: text("message"),
    }
}

/// What a terminal would obey is in no output.
fn assert_is_plain(written: &str) {
    let is_plain =
        |c: char| c == '\n' || !c.is_control() && !('\u{202a}'..='\u{202e}').contains(&c);
    assert!(written.chars().all(is_plain), "{written:?}");
}

/// Each place is in the text, up to where it is UTF-8, and they are in its order.
fn check_places(rows: &[Row<'_>], bytes: &[u8]) {
    let text = match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => str::from_utf8(&bytes[..error.valid_up_to()]).expect("it is valid so far"),
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines: Vec<u64> = text
        .split('\n')
        .map(|line| line.chars().count() as u64)
        .collect();
    for Row { line, column, .. } in rows {
        let length = lines[usize::try_from(line - 1).expect("a line")];
        assert!((1..=length + 1).contains(column), "{line}:{column}");
    }
    assert!(rows.is_sorted_by_key(|row| (row.line, row.column)));
}

fn check_text(rows: &[Row<'_>], found: &Findings) {
    let written = found.write(Format::Text);
    assert_is_plain(&written);
    for (row, line) in each(rows, &written) {
        let Row {
            line: number,
            column,
            severity,
            code,
            ..
        } = row;
        let begin = format!("{SHOWN}:{number}:{column} {severity} {code} ");
        assert!(
            line.starts_with(&begin) && line.len() > begin.len(),
            "{line}"
        );
    }
}

fn check_github(rows: &[Row<'_>], found: &Findings) {
    let written = found.write(Format::Github);
    assert_is_plain(&written);
    for (row, line) in each(rows, &written) {
        let Row {
            line: number,
            column,
            code,
            ..
        } = row;
        let command = match row.severity {
            "error" => "error",
            "info" => "notice",
            _ => "warning",
        };
        let begin =
            format!("::{command} file={PROPERTY},line={number},col={column},title={code}::");
        let message = line.strip_prefix(&begin).expect("it is a command");
        // The platform reads these three, and nothing else, as something else.
        let rest = message
            .replace("%25", "")
            .replace("%0D", "")
            .replace("%0A", "");
        assert!(!message.is_empty() && !rest.contains('%'), "{line}");
    }
}

/// The findings beside the lines that they have.
fn each<'a>(rows: &'a [Row<'a>], written: &'a str) -> impl Iterator<Item = (&'a Row<'a>, &'a str)> {
    let lines: Vec<_> = written.split_terminator('\n').collect();
    assert_eq!(lines.len(), rows.len(), "{written}");
    rows.iter().zip(lines)
}

fn check_sarif(rows: &[Row<'_>], found: &Findings) {
    let written = found.write(Format::Sarif);
    assert_is_plain(&written);
    let log: Value = from_str(&written).expect("it is JSON");
    let results = log["runs"][0]["results"].as_array().expect("results");
    assert_eq!(results.len(), rows.len());
    for (row, result) in rows.iter().zip(results) {
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], URI);
        assert_eq!(place["region"]["startLine"], row.line);
        assert_eq!(place["region"]["startColumn"], row.column);
        assert_eq!(result["ruleId"], row.code);
        assert_eq!(result["message"]["text"], row.message);
    }
}
