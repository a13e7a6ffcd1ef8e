//! A notice in three languages.

use message_card::prelude::*;

/// A service is not available for some time; everyone reads it in their own language.
pub fn notice(service: &str, from: &str, to: &str, status: &str) -> Card {
    card! {
        <card>
            <header title="停机维护通知" subtitle={service}/>
            <markdown>"**时间** {from} – {to}" <br/> "维护期间 **{service}** 不可用，请提前保存文件。"</markdown>
            <action><button href={status}>"查看状态"</button></action>
            <locale lang="en-US">
                <header title="Scheduled maintenance" subtitle={service}/>
                <markdown>"**When** {from} – {to}" <br/> "**{service}** will be unavailable. Please save your work first."</markdown>
                <action>
                    <button href={status}>"Status page"</button>
                    <button key="remind">"Remind me"</button>
                </action>
            </locale>
            <locale lang="zh-TW">
                <header title="停機維護通知" subtitle={service}/>
                <markdown>"**時間** {from} – {to}" <br/> "維護期間 **{service}** 無法使用，請提前儲存檔案。"</markdown>
                <action><button href={status}>"查看狀態"</button></action>
            </locale>
        </card>
    }
}

/// A file service at night.
pub fn sample() -> Card {
    notice(
        "Drive_v2 (文件服务)",
        "11-22 00:00",
        "11-22 04:00",
        "https://status.example.com",
    )
}
