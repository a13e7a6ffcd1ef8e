//! The card of a release, as the request body that WPS 协作 takes.

use message_card::prelude::*;

fn release_notice(build: u32, author: &str, failed: &[&str], ci: &str) -> Card {
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

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let card = release_notice(
        128,
        "林亮",
        &["gateway::retries", "<at email=\"all@wps.cn\">"],
        "https://ci.example.com",
    );
    let message = wps::SendMessage::new(
        "WK202xxxx3141501",
        wps::Receivers::users("11111", ["11111"]),
        card,
    )
    .biz_type("test")
    .updatable("11111", wps::Producer::new("11111", "11111"));
    message.validate()?;

    println!("# WPS 协作: the body of POST …/kopen/woa/v2/dev/app/messages, msg_type 23");
    println!("{}", serde_json::to_string_pretty(&message)?);
    Ok(())
}
