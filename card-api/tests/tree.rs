//! A card is built without anything of HTTP: who does not turn on `api` compiles neither `http` nor a hash.
#![allow(clippy::expect_used, reason = "tests")]

use std::{collections::BTreeSet, env, path::Path, process::Command};

/// What only requests, replies and callbacks need.
const DELIVERY: [&str; 9] = [
    "base64",
    "card-api",
    "hmac",
    "http",
    "httpdate",
    "md-5",
    "percent-encoding",
    "sha1",
    "sha2",
];

/// The packages that `message-card` is built from, with these features. It asks `Cargo.lock`, and no network.
fn packages(features: &[&str]) -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let tree = Command::new(cargo)
        .args(["tree", "--package", "message-card", "--edges", "normal"])
        .args([
            "--prefix",
            "none",
            "--format",
            "{p}",
            "--offline",
            "--locked",
        ])
        .args(features)
        .current_dir(root)
        .output()
        .expect("cargo runs");
    let errors = String::from_utf8_lossy(&tree.stderr);
    assert!(tree.status.success(), "{errors}");
    let lines = String::from_utf8(tree.stdout).expect("it is text");
    let names = lines.lines().filter_map(|line| line.split(' ').next());
    names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_card_needs_no_http() {
    let packages = packages(&[]);
    assert!(packages.contains("card-model"), "{packages:?}");
    let found = DELIVERY.iter().filter(|name| packages.contains(**name));
    assert_eq!(
        found.collect::<Vec<_>>(),
        Vec::<&&str>::new(),
        "{packages:?}"
    );
}

#[test]
fn delivery_needs_no_client() {
    let packages = packages(&["--features", "api"]);
    let missing = DELIVERY.iter().filter(|name| !packages.contains(**name));
    assert_eq!(
        missing.collect::<Vec<_>>(),
        Vec::<&&str>::new(),
        "{packages:?}"
    );
    let clients = [
        "hyper", "openssl", "reqwest", "ring", "rustls", "tokio", "ureq",
    ];
    let found = clients.iter().filter(|name| packages.contains(**name));
    assert_eq!(
        found.collect::<Vec<_>>(),
        Vec::<&&str>::new(),
        "{packages:?}"
    );
}
