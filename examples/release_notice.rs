//! The card of a release: written once, and what it becomes on each target.

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

/// Who an e-mail address is on WeCom, and on WPS 365 here; a service asks its directory.
fn userid(email: &str) -> Option<&'static str> {
    (email == "lin@wps.cn").then_some("linliang")
}

fn show<M: serde::Serialize>(name: &str, rendered: &Rendered<M>) -> Result<(), serde_json::Error> {
    println!("\n# {name}");
    for message in &rendered.messages {
        println!("{}", serde_json::to_string_pretty(message)?);
    }
    println!("## report");
    for loss in &rendered.report {
        println!("{:?} {loss}", loss.severity);
    }
    Ok(())
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
        card.clone(),
    )
    .biz_type("test")
    .updatable("11111", wps::Producer::new("11111", "11111"));
    message.validate()?;
    println!("# WPS 协作: the body of POST …/kopen/woa/v2/dev/app/messages, msg_type 23");
    println!("{}", serde_json::to_string_pretty(&message)?);
    println!("## report\n{}", Wps::new().render(&card).report);

    let wps365 = Wps365::new().company("11111").people(userid);
    show("WPS 365", &wps365.render(&card))?;
    show(
        "WPS group robot",
        &WpsWebhook::new().markdown().render(&card),
    )?;
    let wecom = WeCom::new().people(userid);
    show("WeCom", &wecom.render(&card))?;
    for format in [
        wecom::Format::MarkdownV2,
        wecom::Format::TemplateCard,
        wecom::Format::Text,
    ] {
        show(
            &format!("WeCom, {format:?}"),
            &wecom.clone().format(format).render(&card),
        )?;
    }
    let ding = DingTalk::new()
        .people(|email| (email == "lin@wps.cn").then(|| Person::mobile("13800001111")));
    show("DingTalk", &ding.render(&card))?;
    show(
        "DingTalk, text",
        &ding.clone().format(dingtalk::Format::Text).render(&card),
    )?;

    let text = PlainText::new().render(&card);
    println!(
        "\n# plain text: {}\n{}\n## report\n{}",
        text.summary,
        text.messages.concat(),
        text.report
    );
    Ok(())
}
