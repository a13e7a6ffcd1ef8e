//! A window for deployments, with a link for each client.

use message_card::prelude::*;

/// When deployments are allowed; the console opens where the reader is.
pub fn notice(
    services: &[&str],
    from: &str,
    to: &str,
    console: &Link,
    calendar: &str,
    extend: &Link,
) -> Card {
    card! {
        <card>
            <header title="发布窗口开启" subtitle="{from} – {to}"/>
            <markdown>
                "可发布服务（" {services.len()} "）："
                for (index, service) in services.iter().enumerate() {
                    if index > 0 { "、" }
                    "`{service}`"
                }
            </markdown>
            <markdown>
                "封网规则见 [发布日历]($calendar)，变更需 *至少一人* 复核。"
                <href name="calendar" url={calendar} pc_url="{calendar}/pc"/>
            </markdown>
            <markdown>"也可以在 " <a href={console}>"发布控制台"</a> " 中操作。"</markdown>
            <text>"值班表" <link url="https://oncall.example.com/m" pc_url="https://oncall.example.com/"/></text>
            <action>
                <button href={console}>"开始发布"</button>
                <button href={extend}>"申请延期"</button>
            </action>
        </card>
    }
}

/// A window of two hours; the URL for PCs of one button was not encoded.
pub fn sample() -> Card {
    let console = Link::new("https://deploy.example.com/m")
        .pc_url("https://deploy.example.com/console?tab=window&q=a%20b")
        .ios_url("https://deploy.example.com/ios");
    let extend = Link::new("https://ci.example.com/freeze")
        .pc_url("https://ci.example.com/freeze?reason=hot fix|rollback");
    notice(
        &["im_gateway", "user-profile", "Store<T>"],
        "周二 14:00",
        "16:00",
        &console,
        "https://cal.example.com",
        &extend,
    )
}
