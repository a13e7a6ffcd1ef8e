//! What waits for review.

use message_card::prelude::*;

/// A change that somebody has to look at.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: &'a str,
    /// Who wrote it.
    pub author: &'a str,
    /// How long it has been waiting, in days.
    pub days: u32,
    /// Whether it was merged in the meantime.
    pub merged: bool,
}

/// Reminds a reviewer of what waits.
pub fn reminder(reviewer: (&str, &str), repo: &str, changes: &[Change<'_>]) -> Card {
    let (name, email) = reviewer;
    let waiting = changes.iter().filter(|change| !change.merged).count();
    card! {
        <card>
            <header title="Code Review 提醒" subtitle="{waiting} 个待评审"/>
            <markdown>
                <at email={email}>{name}</at> "，以下合并请求在等你："
            </markdown>
            for Change { number, title, author, days, merged } in changes {
                <markdown>
                    if *merged {
                        <s>"!{number} {title}"</s> " 已合并"
                    } else {
                        <a href="{repo}/merge_requests/{number}">"!{number} {title}"</a>
                        <br/> "by {author}，"
                        if *days > 2 { <font color="red">"已等待 {days} 天"</font> } else { "已等待 {days} 天" }
                    }
                </markdown>
            }
        </card>
    }
}

/// Three changes, with titles as they are.
pub fn sample() -> Card {
    let changes = [
        Change {
            number: 812,
            title: "fix(parser): handle `Vec<Option<T>>` in fn_args",
            author: "zhao_min",
            days: 4,
            merged: false,
        },
        Change {
            number: 815,
            title: "[WIP] a|b 分流开关",
            author: "陈小明",
            days: 1,
            merged: false,
        },
        Change {
            number: 809,
            title: "chore: ignore *.log and **/dist",
            author: "bot",
            days: 6,
            merged: true,
        },
    ];
    reminder(
        ("林亮", "lin@wps.cn"),
        "https://git.example.com/im/server/-",
        &changes,
    )
}
