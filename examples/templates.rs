//! A template, and its snapshots. The program prints them; `cargo test --example templates` compares them with those in
//! `examples/snapshots`.

use message_card::prelude::*;

/// A release, and what failed in it.
fn release_notice(build: u32, failed: &[&str]) -> Card {
    card! {
        <card targets="wecom dingtalk">
            <header title="发布完成" subtitle="build #{build}"/>
            if failed.is_empty() {
                <text>"全部通过"</text>
            }
            for name in failed {
                <markdown><font color="red">{name}</font></markdown>
            }
            <action>
                <button href="https://ci.example.com/builds/{build}">"查看"</button>
                <button key="rollback:{build}" fallback="请在 WPS 协作中回滚">"回滚"</button>
            </action>
        </card>
    }
}

/// The values that are worth a snapshot, one for each branch of the template.
fn samples() -> [(&'static str, Card); 2] {
    let failed = ["gateway::retries", "<at email=\"all@wps.cn\">"];
    [
        ("release_passed", release_notice(128, &[])),
        ("release_failed", release_notice(129, &failed)),
    ]
}

fn main() {
    for (name, card) in samples() {
        println!("# {name}\n\n{}", message_card::snapshot(&card));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_readers_see() {
        for (name, card) in super::samples() {
            insta::assert_snapshot!(name, message_card::snapshot(&card));
        }
    }
}
