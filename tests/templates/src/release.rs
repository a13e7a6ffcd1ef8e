//! The notice after a release, from the front page.

use message_card::prelude::*;

/// A build was released: who did it, how long it took, and what failed.
pub fn notice(build: u32, author: &str, failed: &[&str], ci: &str) -> Card {
    card! {
        <card>
            <header title="发布完成" subtitle="build #{build}"/>
            <markdown>
                "**环境** production，负责人 " <at email="lin@wps.cn">{author}</at>
            </markdown>
            <div>
                <markdown>"**开始**" <br/> "09:00"</markdown>
                <markdown>"**耗时**" <br/> "12 min"</markdown>
            </div>
            if failed.is_empty() {
                <text>"全部通过"</text>
            } else {
                <hr/>
                for name in failed {
                    <markdown><font color="red">{name}</font></markdown>
                }
            }
            <action>
                <button href="{ci}/builds/{build}" style="secondary">"查看"</button>
                <button key="rollback">"回滚"</button>
            </action>
        </card>
    }
}

/// Everything passed.
pub fn passed() -> Card {
    notice(128, "林亮", &[], "https://ci.example.com")
}

/// Some tests failed, and their names look like markup.
pub fn failed() -> Card {
    let failed = [
        "gateway::retries_on_timeout",
        "codec::Frame<T>::decode",
        "glob `*.log` | skip **/tmp",
    ];
    notice(129, "林亮", &failed, "https://ci.example.com")
}
