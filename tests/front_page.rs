//! The card that a user meets first, and the message that it becomes.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::error::Error;

use message_card::prelude::*;
use serde_json::{Value, json};

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

fn text(kind: &str, text: &str) -> Value {
    json!({"tag": "text", "content": {"type": kind, "text": text}})
}

#[test]
fn it_becomes_the_payload() -> Result<(), Box<dyn Error>> {
    let card = release_notice(128, "林亮", &[], "https://ci.example.com");
    let message = wps::SendMessage::new(
        "WK202xxxx3141501",
        wps::Receivers::users("11111", ["11111"]),
        card,
    )
    .biz_type("test")
    .updatable("11111", wps::Producer::new("11111", "11111"));
    let body: Value = serde_json::from_str(&message.to_json()?)?;
    let card = json!({
        "header": {"title": text("plainText", "发布完成"), "subtitle": text("plainText", "build #128")},
        "elements": [
            text("markdown", "**环境** production，负责人 <at email=\"lin@wps.cn\">林亮</at>"),
            {"tag": "div", "fields": [text("markdown", "**开始**  \n09:00"), text("markdown", "**耗时**  \n12 min")]},
            text("plainText", "全部通过"),
            {"tag": "action", "actions": [
                {
                    "tag": "button",
                    "content": {"type": "plainText", "text": "查看"},
                    "style": "secondary",
                    "href": {"url_val": {"url": "https://ci.example.com/builds/128"}},
                },
                {"tag": "button", "content": {"type": "plainText", "text": "回滚"}, "key": "rollback"},
            ]},
        ],
    });
    let expected = json!({
        "to_users": {"company_id": "11111", "company_uids": ["11111"]},
        "app_key": "WK202xxxx3141501",
        "biz_type": "test",
        "ctx_id": "11111",
        "company_id": "11111",
        "company_uid": "11111",
        "utype": 1,
        "msg_type": 23,
        "content": {"type": 23, "content": card},
    });
    assert_eq!(body, expected);
    Ok(())
}

#[test]
fn the_other_branch_lists_what_failed() {
    let card = release_notice(
        1,
        "林亮",
        &["<at email=\"all@wps.cn\">", "**b**"],
        "https://ci.example.com",
    );
    let value = serde_json::to_value(&card).expect("a card is JSON");
    assert_eq!(value["elements"][2], json!({"tag": "hr"}));
    assert_eq!(
        value["elements"][3],
        text(
            "markdown",
            "<font color='red'>＜at email=\"all@wps.cn\"></font>"
        )
    );
    assert_eq!(
        value["elements"][4],
        text("markdown", "<font color='red'>＊＊b＊＊</font>")
    );
    assert!(card.validate().is_ok());
}

#[test]
fn plain_rust_builds_the_same() {
    let build = 128;
    let markup = card! {
        <card>
            <header title="发布完成" subtitle="build #{build}"/>
            <text>"全部通过"</text>
            <action><button href="https://ci.example.com/{build}">"查看"</button></action>
        </card>
    };
    let plain = Card::new()
        .header(Header::new("发布完成").subtitle(format!("build #{build}")))
        .text("全部通过")
        .action(Action::new([
            Button::new("查看").href(format!("https://ci.example.com/{build}"))
        ]));
    assert_eq!(markup, plain);
}

#[test]
fn json_reads_back() -> Result<(), Box<dyn Error>> {
    let card = release_notice(128, "林亮", &["a"], "https://ci.example.com");
    let json = serde_json::to_string(&card)?;
    assert_eq!(json, card.to_json());
    for read in [
        Card::from_json(&json)?,
        serde_json::from_str(&json)?,
        serde_json::from_value(serde_json::to_value(&card)?)?,
    ] {
        assert_eq!(read.to_json(), json);
    }
    Ok(())
}

#[test]
fn the_target_renders_it_without_loss() -> Result<(), Box<dyn Error>> {
    let card = release_notice(128, "林亮", &[], "https://ci.example.com");
    let rendered = Wps::new().render(&card).deny(Severity::Info)?;
    assert_eq!(rendered.summary, "发布完成");
    assert_eq!(
        serde_json::to_value(&rendered.messages)?,
        json!([{"type": 23, "content": card}])
    );
    Ok(())
}

#[test]
fn the_platforms_complete_sample_comes_out_key_for_key() -> Result<(), Box<dyn Error>> {
    let sample: Value = serde_json::from_str(include_str!("cases/seed-send-card-request.json"))?;
    let url = "https://xz.wps.cn/";
    let link = Link::new(url).android_url(url).ios_url(url).pc_url(url);
    let card = card! {
        <card>
            <header title="卡片标题"/>
            <markdown>"卡片内容"</markdown>
            <action><button href={&link} style="secondary">"按钮"</button></action>
        </card>
    };
    let message = wps::SendMessage::new(
        "WK202xxxx3141501",
        wps::Receivers::users("11111", ["11111"]),
        card,
    )
    .biz_type("test")
    .updatable("11111", wps::Producer::new("11111", "11111"));
    let body = message.to_json()?;
    assert_eq!(serde_json::from_str::<Value>(&body)?, sample);
    // The order of the keys is the sample's as well.
    assert_eq!(
        body,
        include_str!("cases/seed-send-card-request.json").replace(['\n', ' '], "")
    );

    let child = card! {
        <card>
            <header title="卡片标题"/>
            <markdown>"卡片内容"</markdown>
            <action>
                <button style="secondary">
                    <href url={url} android_url={url} ios_url={url} pc_url={url}/>
                    "按钮"
                </button>
            </action>
        </card>
    };
    assert_eq!(serde_json::to_value(&child)?, sample["content"]["content"]);
    Ok(())
}

#[test]
fn the_other_rooms_show_what_they_can() -> Result<(), Box<dyn Error>> {
    let card = release_notice(128, "林亮", &[], "https://ci.example.com");
    let wecom = WeCom::new().render(&card);
    let [message] = wecom.messages.as_slice() else {
        panic!("{wecom:?}");
    };
    let message = serde_json::to_value(message)?;
    let content = [
        "# 发布完成",
        "<font color=\"comment\">build #128</font>",
        "",
        "**环境** production，负责人 林亮",
        "",
        "> **开始**：09:00",
        "> **耗时**：12 min",
        "",
        "全部通过",
        "",
        "[查看](https://ci.example.com/builds/128) | [按钮：回滚，请在 WPS 中操作]",
    ];
    assert_eq!(
        message,
        json!({"msgtype": "markdown", "markdown": {"content": content.join("\n")}})
    );
    let losses: Vec<String> = wecom
        .report
        .losses()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(losses.contains(
        &"/elements/3/actions/1: button `回滚` posts back, WeCom markdown has no postback: a note instead"
            .to_owned()
    ));

    let ding = DingTalk::new().render(&card);
    assert_eq!(
        serde_json::to_value(&ding.messages)?[0]["actionCard"]["singleTitle"],
        "查看"
    );
    let text = PlainText::new().render(&card);
    assert!(text.messages[0].starts_with("发布完成\nbuild #128\n\n环境 production，负责人 @林亮"));
    let strict: Result<_, TooLossy> = WeCom::new().render(&card).deny(Severity::Lost);
    assert_eq!(strict.unwrap_err().losses().len(), 2);
    Ok(())
}

#[test]
fn it_can_be_looked_at() {
    let card = release_notice(128, "林亮", &[], "https://ci.example.com");
    assert!(preview(&card).starts_with("<!DOCTYPE html>"));
    assert!(message_card::snapshot(&card).contains("# 发布完成"));
}

#[cfg(feature = "api")]
#[test]
fn it_travels_over_http() -> Result<(), Box<dyn Error>> {
    use std::time::SystemTime;

    use message_card::http;

    let card = release_notice(128, "林亮", &[], "https://ci.example.com");
    let message = wps::SendMessage::new(
        "WK202xxxx3141501",
        wps::Receivers::users("11111", ["11111"]),
        card,
    );
    let request: http::Request<Vec<u8>> = message
        .request(
            &wps::Credentials::new("AK123", "sk456"),
            "company-token",
            SystemTime::now(),
        )?
        .into_http();
    assert_eq!(request.body(), message.to_json()?.as_bytes());

    let response = http::Response::new(br#"{"result":0,"message_id":"m1"}"#.to_vec());
    let sent = wps::read_reply(&response)?;
    assert_eq!(sent.message_id.as_deref(), Some("m1"));
    Ok(())
}
