//! What `import` writes compiles, and makes the JSON that it was written from: every card of the cases and a thousand
//! random ones, in one program that is compiled once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use message_card::{Card, Target, Wps365, wps365};
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use serde_json::{Value, json};

const RANDOM: usize = 1000;
/// How many of them are of the newer dialect beside those.
const RANDOM_NEWER: usize = 150;
/// How many cards there are in a module: what the compiler takes at once.
const MODULE: usize = 50;

/// Cards of the cases, with where in the file they stand.
const CASES: &[(&str, &str)] = &[
    ("legacy-luyishao-simple-02", ""),
    ("legacy-luyishao-simple-03", ""),
    ("legacy-luyishao-simple-06", "/card"),
    ("legacy-luyishao-test-01", "/card"),
    ("legacy-send-approval-request-partial", "/content/content"),
    ("legacy-structure-partial", ""),
    ("legacy-webhook-card-i18n", ""),
    ("legacy-webhook-card-simple", ""),
    ("seed-send-card-request", "/content/content"),
];

/// Elements of the cases.
const ELEMENTS: &[&str] = &[
    "legacy-el-div-partial",
    "legacy-el-text-markdown-href",
    "legacy-el-text-plain",
];

/// Cards of the newer dialect, with where in the file they stand.
const NEWER: &[(&str, &str)] = &[
    ("v7-card-dsh-wps-bot", "/card"),
    ("v7-card-streaming-draft", "/content/card"),
    ("../wps365/every-part", ""),
];

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/wps")
}

fn import(files: &[PathBuf], output: &Path) {
    let status = Command::new(env!("CARGO_BIN_EXE_message-card"))
        .arg("import")
        .args(files)
        .arg("-o")
        .arg(output)
        .output()
        .expect("the command runs");
    let errors = String::from_utf8_lossy(&status.stderr);
    assert!(status.status.success(), "{errors}");
}

/// What is written is what rustfmt would make of it.
fn assert_formatted(module: &Path) {
    let output = Command::new("rustfmt")
        .args(["--edition", "2024", "--check"])
        .arg(module)
        .output()
        .expect("rustfmt runs");
    let difference = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{difference}");
}

/// A file to import, and the JSON of the card that is to come of it.
struct Case {
    file: PathBuf,
    card: Value,
}

fn read(path: &Path) -> Value {
    let json = fs::read_to_string(path).expect("the case is there");
    serde_json::from_str(&json).expect("the case is JSON")
}

fn from_cases() -> Vec<Case> {
    let cards = CASES.iter().map(|(name, pointer)| {
        let file = cases().join(format!("{name}.json"));
        let card = read(&file).pointer(pointer).expect("a card").clone();
        Case { file, card }
    });
    let elements = ELEMENTS.iter().map(|name| {
        let file = cases().join(format!("{name}.json"));
        let card = serde_json::json!({ "elements": [read(&file)] });
        Case { file, card }
    });
    let newer = NEWER.iter().map(|(name, pointer)| {
        let file = cases().join(format!("{name}.json"));
        let card = read(&file).pointer(pointer).expect("a card").clone();
        let card = older(card);
        Case { file, card }
    });
    cards.chain(elements).chain(newer).collect()
}

/// The JSON that a card of the newer dialect has in the older one.
fn older(newer: Value) -> Value {
    let newer = wps365::Card::from_value(newer).expect("a card of the newer dialect");
    let (card, _) = newer.to_card();
    serde_json::from_str(&card.to_json()).expect("a card is JSON")
}

/// Random cards that can be read, always the same.
fn random(folder: &Path) -> Vec<Case> {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let strategy = property_tests::card();
    let mut cards = Vec::new();
    while cards.len() < RANDOM {
        let card = strategy.new_tree(&mut runner).expect("a card").current();
        let json = card.to_json();
        // U+0000 is in no card that is read.
        if Card::from_json(&json).is_err() {
            continue;
        }
        let file = folder.join(format!("random_{}.json", cards.len()));
        fs::write(&file, &json).expect("the folder takes files");
        let card = serde_json::from_str(&json).expect("a card is JSON");
        cards.push(Case { file, card });
    }
    cards
}

/// Random cards of the newer dialect, and some that nobody would write.
fn random_newer(folder: &Path) -> Vec<Case> {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let strategy = property_tests::card();
    let text =
        |text: &str| json!({"text": {"tag": "text", "text": {"type": "plain", "content": text}}});
    let button = |label: &str| json!({"button": {"tag": "button", "style": "{}", "text": {"type": "plain", "content": label}}});
    let mut cards = vec![
        json!({"i18n_items": []}),
        json!({"i18n_items": [{"key": "ja-JP"}, {"key": "ja-JP", "value": {}}]}),
        json!({"i18n_items": [{"key": "zh-CN", "value": {"elements": [text("a")]}}, {"key": "zh-CN", "value": {"elements": [text("b")]}},
            {"key": "zh-CN", "value": {"header": {"title": {"tag": "text", "text": {"type": "markdown", "content": "**"}}}, "elements": [text("c")]}}]}),
        json!({"config": {"nonsupport_client": {"client_type": []}, "filter_key": ""}, "link": {"url": ""},
            "i18n_items": [{"key": "", "value": {"elements": [button(""), button("a\nb"), text("\u{9b}{")]}}]}),
    ];
    while cards.len() < RANDOM_NEWER {
        let card = strategy.new_tree(&mut runner).expect("a card").current();
        let mut rendered = Wps365::new().render(&card);
        let card = serde_json::to_value(rendered.messages.remove(0).card).expect("a card is JSON");
        // U+0000 is in no card that is read.
        if !card.to_string().contains("\\u0000") {
            cards.push(card);
        }
    }
    let cases = cards.into_iter().enumerate().map(|(number, card)| {
        let file = folder.join(format!("newer_{number}.json"));
        fs::write(&file, card.to_string()).expect("the folder takes files");
        let card = older(card);
        Case { file, card }
    });
    cases.collect()
}

/// Cards that nobody would write, or that the compiler would refuse as markup.
fn odd(folder: &Path) -> Vec<Case> {
    let text = |text: &str| json!({"tag": "text", "content": {"type": "plainText", "text": text}});
    let marked = |text: &str| json!({"tag": "text", "content": {"type": "markdown", "text": text}});
    let many = |count: usize| (0..count).map(|n| text(&n.to_string())).collect::<Vec<_>>();
    let long = "字".repeat(3000);
    let flat: Vec<_> = (0..500).collect();
    let wide: serde_json::Map<_, _> = (0..200).map(|n| (format!("k{n}"), json!(n))).collect();
    let deep = (0..120).fold(json!(1), |value, _| json!([value]));
    let cards = [
        json!({}),
        json!({"elements": many(20)}),
        json!({"elements": many(65), "i18n": {"en-US": {"elements": many(45)}}}),
        json!({"elements": [text(&long), marked(&long), text("short")]}),
        json!({"header": {"title": text(&long)}, "elements": [text(&long)]}),
        json!({"header": {"title": text("two\nlines")}}),
        json!({"header": {"title": text(""), "subtitle": text("\u{202e}x"), "template": "{}"}}),
        json!({"header": {"title": marked("**a**"), "subtitle": text("b")}}),
        json!({"i18n": {"en-US": {}, "xx": {}, "zh-TW": {"elements": [text("a")]}, "\u{200b}": {"elements": [text("b")]}}}),
        json!({"i18n": {"zh-CN": {"header": {"title": marked("a")}}, "zh-TW": {"header": {"title": text("a")}}}}),
        json!({"i18n": {"zh-CN": {"header": {"title": marked("a")}, "elements": [text("{b}")]}}}),
        json!({"elements": [text(""), text("\n"), text("\n\na\n"), text("\r\n\t"), text("\u{9b}\u{7f}"), text("\u{e0041}\u{feff}")]}),
        json!({"elements": [marked(""), marked("\n"), marked("  \n"), marked("a  \n\n b  \n"), marked("a   \nb"), marked("```\na  \nb\n```"), marked("| a |  \n|---|\n")]}),
        json!({"elements": [text("\"#\"##{}{{}}\\"), marked("{a} \"b\" \\* {{}}")]}),
        json!({"elements": [{"tag": "t", "n": [1, -1, 2_147_483_648_i64, i64::MIN, u64::MAX, 1.5, -0.0, 1e300, 5e-324], "b": [true, null]}]}),
        json!({"elements": [{"tag": "t", "flat": flat, "wide": wide, "deep": deep}]}),
        json!({"config": {"operator_allow": [1, 2]}, "link": {"url": "evil"}}),
        json!({"config": {"operator_allow": null, "todo_switch": "off", "update_single": false, "nonsupport_client": {"client_type": ["pc", "ios"], "describe": "x"}}}),
        json!({"config": {"nonsupport_client": {"client_type": ["pc", "pc"], "describe": "x"}}}),
        json!({"config": {}}),
        json!({"elements": [{"tag": "action", "actions": []}, {"tag": "div", "fields": []}]}),
        json!({"elements": [{"tag": "action", "actions": [
            {"tag": "button", "content": {"type": "plainText", "text": "a\nb"}, "key": "k"},
            {"tag": "button", "content": {"type": "plainText", "text": "a"}, "key": "{k}", "style": ""},
            {"tag": "button", "content": {"type": "plainText", "text": "a"}, "url": "https://a.cn/{b}"},
            {"tag": "button", "content": {"type": "plainText", "text": "a"}, "href": {"other": {"url": "https://a.cn"}}},
            {"tag": "button", "content": {"type": "plainText", "text": "a"}, "href": {"a": {"url": "https://a.cn"}, "b": {"url": "https://b.cn"}}},
            {"tag": "select", "options": [1]},
        ]}]}),
        json!({"elements": [
            {"tag": "text", "content": {"type": "markdown", "text": "[a]($b-c)"}, "href": {"b-c": {"url": "https://a.cn"}}},
            {"tag": "text", "content": {"type": "markdown", "text": "[a]($b) [c]($url_val)"}, "href": {"url_val": {"url": "https://a.cn"}, "b": {"url": "https://b.cn", "pc_url": "https://c.cn"}}, "link": {"url": "https://a.cn"}},
            {"tag": "picText", "img": {"store_key": "k"}, "text": {"type": "plainText", "text": "a"}},
            {"tag": "picText", "img": {"store_key": "k", "pic_type": "", "store_key_sha1": "s"}, "text": {"type": "markdown", "text": "a"}, "link": {"url": "https://a.cn"}},
            {"tag": "img", "content": {"store_key": "k"}}, {"tag": "hr", "style": ""},
            {"tag": "div", "fields": [marked("a"), marked("b"), marked("c")]},
            {"tag": "div", "fields": [marked("a"), {"tag": "text", "content": {"type": "markdown", "text": "a"}, "link": {"url": "https://a.cn"}}], "division": "middle", "link": {"url": "https://a.cn"}},
            {"tag": "div", "fields": [text("a")], "division": "6:6"},
        ]}),
    ];
    let cases = cards.into_iter().enumerate().map(|(number, card)| {
        let file = folder.join(format!("odd_{number}.json"));
        fs::write(&file, card.to_string()).expect("the folder takes files");
        Case { file, card }
    });
    cases.collect()
}

/// A program with all the functions, which compares what they make.
fn write_program(project: &Path, cases: &[Case]) {
    let mut main = String::from("#![deny(warnings)]\n");
    let mut calls = String::new();
    for (number, chunk) in cases.chunks(MODULE).enumerate() {
        let module = project.join(format!("src/cards_{number}.rs"));
        let files: Vec<_> = chunk.iter().map(|case| case.file.clone()).collect();
        import(&files, &module);
        assert_formatted(&module);
        let source = fs::read_to_string(&module).expect("the module was written");
        fs::write(&module, source.replace("\nfn ", "\npub fn ")).expect("it is written again");
        writeln!(main, "mod cards_{number};").expect("a string");
        for (index, case) in chunk.iter().enumerate() {
            let stem = case.file.file_stem().expect("a name").to_string_lossy();
            let function = stem.replace('-', "_");
            let name = format!("{number}_{index}.json");
            fs::write(project.join(&name), case.card.to_string()).expect("the folder takes files");
            writeln!(
                calls,
                "    check(&cards_{number}::{function}(), include_str!(\"../{name}\"));"
            )
            .expect("a string");
        }
    }
    main.push_str(
        "fn check(card: &message_card::Card, json: &str) {\n    \
            let expected: serde_json::Value = serde_json::from_str(json).unwrap();\n    \
            assert_eq!(serde_json::to_value(card).unwrap(), expected);\n\
         }\n\nfn main() {\n",
    );
    main.push_str(&calls);
    main.push_str("}\n");
    fs::write(project.join("src/main.rs"), main).expect("the folder takes files");
}

fn write_manifest(project: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workspace");
    let path = root.to_string_lossy().into_owned();
    let manifest = format!(
        "[package]\nname = \"imported\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nmessage-card = {{ path = {path:?} }}\nserde_json = \"1\"\n\n\
         [profile.dev]\ndebug = false\nincremental = false\n\n[workspace]\n"
    );
    fs::write(project.join("Cargo.toml"), manifest).expect("the folder takes files");
    fs::copy(root.join("Cargo.lock"), project.join("Cargo.lock")).expect("the lock is copied");
}

#[test]
fn what_has_no_card_is_refused() {
    let with_card: Vec<_> = CASES
        .iter()
        .map(|(name, _)| *name)
        .chain(ELEMENTS.iter().copied())
        .chain(NEWER.iter().map(|(name, _)| *name))
        .collect();
    let mut refused = 0;
    for file in fs::read_dir(cases()).expect("the cases") {
        let file = file.expect("a case").path();
        let name = file.file_stem().expect("a name").to_string_lossy();
        if with_card.contains(&&*name) {
            continue;
        }
        refused += 1;
        let output = Command::new(env!("CARGO_BIN_EXE_message-card"))
            .arg("import")
            .arg(&file)
            .output()
            .expect("the command runs");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(
            (output.status.code(), output.stdout.len()),
            (Some(2), 0),
            "{name}"
        );
        let first = errors.lines().next().unwrap_or_default();
        // A skeleton has the place of a card, and words that are none of a message's.
        let code = match &*name {
            "v7-update-request-skeleton" => " error unknown-word ",
            _ => " error not-a-card ",
        };
        assert!(first.contains(".json:") && first.contains(code), "{errors}");
    }
    assert!(refused > 10);
}

#[test]
fn what_is_written_compiles_and_makes_the_same_json() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("import");
    let _ = fs::remove_dir_all(folder.join("project"));
    let project = folder.join("project");
    fs::create_dir_all(project.join("src")).expect("a folder");
    fs::create_dir_all(folder.join("cards")).expect("a folder");
    let mut all = from_cases();
    all.extend(odd(&folder.join("cards")));
    all.extend(random(&folder.join("cards")));
    all.extend(random_newer(&folder.join("cards")));
    write_program(&project, &all);
    write_manifest(&project);
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--offline", "--target-dir"])
        .arg(folder.join("target"))
        .current_dir(&project)
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    let begin: String = errors.chars().take(4000).collect();
    assert!(output.status.success(), "{begin}");
}
