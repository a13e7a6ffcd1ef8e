//! The minutes of a meeting.

use message_card::prelude::*;

/// Something that was decided.
#[derive(Debug, Clone, Copy)]
pub struct Task<'a> {
    /// What.
    pub what: &'a str,
    /// Who.
    pub who: (&'a str, &'a str),
    /// Until when.
    pub due: &'a str,
}

/// What was said, what was decided, and who does it.
pub fn minutes(
    topic: &str,
    date: &str,
    absent: &[&str],
    tasks: &[Task<'_>],
    document: &str,
) -> Card {
    let absent = absent.join("、");
    card! {
        <card>
            <header title="会议纪要：{topic}" subtitle={date}/>
            <markdown>
                "## 结论\n\n"
                "- 采用方案 **B**，理由：\n"
                "  - 迁移成本低（约 `3 人日`）\n"
                "  - 兼容旧客户端 `>= 4.1`\n"
                "    - Android 需灰度\n"
                "- 暂缓 ~~方案 A~~\n\n"
                "## 待办"
            </markdown>
            for (index, Task { what, who: (name, email), due }) in tasks.iter().enumerate() {
                let number = index + 1;
                <markdown>"{number}. {what} " <at email={email}>{name}</at> " **{due}**"</markdown>
            }
            if !absent.is_empty() {
                <text>"缺席：{absent}"</text>
            }
            <markdown>"---\n\n[完整纪要]({document})"</markdown>
        </card>
    }
}

/// Three tasks.
pub fn sample() -> Card {
    let tasks = [
        Task {
            what: "补充 read_timeout 压测",
            who: ("林亮", "lin@wps.cn"),
            due: "周三前",
        },
        Task {
            what: "评审 `Codec<T>` 接口",
            who: ("赵敏", "zhao@wps.cn"),
            due: "11/27",
        },
        Task {
            what: "更新 docs/*.md",
            who: ("新同学", "new@wps.cn"),
            due: "11/28",
        },
    ];
    minutes(
        "IM 协议升级 v2_final",
        "2026-11-20 15:00",
        &["老王", "Amy"],
        &tasks,
        "https://docs.example.com/d/8f3a_2",
    )
}
