//! What `import` writes compiles, and makes the JSON that it was written from: every card of the cases and a thousand
//! random ones, in one program that is compiled once.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use message_card::Card;
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use serde_json::Value;

const RANDOM: usize = 1000;
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
    cards.chain(elements).collect()
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

/// A program with all the functions, which compares what they make.
fn write_program(project: &Path, cases: &[Case]) {
    let mut main = String::from("#![deny(warnings)]\n");
    let mut calls = String::new();
    for (number, chunk) in cases.chunks(MODULE).enumerate() {
        let module = project.join(format!("src/cards_{number}.rs"));
        let files: Vec<_> = chunk.iter().map(|case| case.file.clone()).collect();
        import(&files, &module);
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
    let manifest = format!(
        "[package]\nname = \"imported\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nmessage-card = {{ path = {root:?} }}\nserde_json = \"1\"\n\n\
         [profile.dev]\ndebug = false\nincremental = false\n\n[workspace]\n"
    );
    fs::write(project.join("Cargo.toml"), manifest).expect("the folder takes files");
    fs::copy(root.join("Cargo.lock"), project.join("Cargo.lock")).expect("the lock is copied");
}

#[test]
fn what_is_written_compiles_and_makes_the_same_json() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("import");
    let _ = fs::remove_dir_all(folder.join("project"));
    let project = folder.join("project");
    fs::create_dir_all(project.join("src")).expect("a folder");
    fs::create_dir_all(folder.join("cards")).expect("a folder");
    let mut all = from_cases();
    all.extend(random(&folder.join("cards")));
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
