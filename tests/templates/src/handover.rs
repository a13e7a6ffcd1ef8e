//! The change of the people on duty.

use message_card::prelude::*;

/// Somebody on duty.
#[derive(Debug, Clone, Copy)]
pub struct Duty<'a> {
    /// For what.
    pub area: &'a str,
    /// The name.
    pub name: &'a str,
    /// The address.
    pub email: &'a str,
    /// Until when.
    pub until: &'a str,
}

/// Who is on duty this week, and what the last week leaves open.
pub fn notice(week: u8, duties: &[Duty<'_>], open: &[(&str, &str)]) -> Card {
    card! {
        <card>
            <header title="值班交接" subtitle="第 {week} 周"/>
            <markdown>"**本周值班**"</markdown>
            for Duty { area, name, email, until } in duties {
                <markdown>"- {area}：" <at email={email}>{name}</at> "（至 {until}）"</markdown>
            }
            <hr/>
            if open.is_empty() {
                <text>"没有遗留问题。"</text>
            } else {
                <markdown>
                    "**遗留问题** " {open.len()} " 个" <br/>
                    for (title, url) in open {
                        "- [{title}]({url})\n"
                    }
                </markdown>
            }
            <text>"收到请回复 1，有问题请联系 SRE 热线 010-6292-7777。"</text>
        </card>
    }
}

/// Three areas, two open problems.
pub fn sample() -> Card {
    let duties = [
        Duty {
            area: "网关 & 接入",
            name: "林亮",
            email: "lin@wps.cn",
            until: "周三",
        },
        Duty {
            area: "存储",
            name: "Zhao Min",
            email: "zhao@wps.cn",
            until: "周五",
        },
        Duty {
            area: "消息 (IM)",
            name: "王_五",
            email: "wang@wps.cn",
            until: "周日",
        },
    ];
    let open = [
        (
            "磁盘告警 /data[01] 未关闭",
            "https://jira.example.com/browse/OPS-311",
        ),
        (
            "证书续期 *.example.com",
            "https://jira.example.com/browse/OPS-298?focus=a|b",
        ),
    ];
    notice(47, &duties, &open)
}
