//! The first message to a new colleague.

use message_card::prelude::*;

/// Welcomes somebody: who helps, and what to do first.
pub fn welcome(name: &str, email: &str, mentor: &str, mentor_email: &str, guide: &str) -> Card {
    card! {
        <card>
            <link url={guide}/>
            <header title="欢迎加入，{name}！"/>
            <markdown>
                "Hi " <at email={email}>{name}</at> "，你的导师是 " <at email={mentor_email}>{mentor}</at> "。"
            </markdown>
            <markdown>
                "> 先让它跑起来，再让它变好。\n"
                "> —— 团队信条\n\n"
                "第一周请完成：\n\n"
                "1. 申请 [VPN](https://it.example.com/vpn)\n"
                "2. 阅读 **《新人手册》**\n"
                "3. 完成 *信息安全* 考试"
            </markdown>
            <text>"账号：{email}（初始密码已发到手机）"</text>
        </card>
    }
}

/// A colleague nobody's directory knows yet.
pub fn sample() -> Card {
    welcome(
        "新同学",
        "new@wps.cn",
        "林亮",
        "lin@wps.cn",
        "https://wiki.example.com/onboarding",
    )
}
