//! A long alert, for every room that somebody on duty may sit in: what each of them gets, how long that is, and what is
//! lost on the way.

use message_card::{
    prelude::*,
    spec::{self, Limit},
};
use serde::Serialize;
use serde_json::Value;

/// A service that the incident touches.
struct Service {
    name: &'static str,
    owner: &'static str,
    errors: f64,
    latency: u32,
    note: &'static str,
}

const SERVICES: &[Service] = &[
    Service {
        name: "payment-gateway",
        owner: "林亮",
        errors: 37.2,
        latency: 4210,
        note: "连接池耗尽，新请求排队超过 3 秒后被拒绝",
    },
    Service {
        name: "order-service",
        owner: "王珊",
        errors: 21.8,
        latency: 3875,
        note: "下单接口重试风暴，已开启限流 500 QPS",
    },
    Service {
        name: "inventory_sync",
        owner: "赵一鸣",
        errors: 9.4,
        latency: 1620,
        note: "写入延迟，库存回补任务积压 12,480 条",
    },
    Service {
        name: "coupon-api",
        owner: "陈静",
        errors: 4.1,
        latency: 980,
        note: "核销接口偶发超时，暂不影响领券",
    },
    Service {
        name: "notify-center",
        owner: "林亮",
        errors: 1.3,
        latency: 640,
        note: "短信通道正常，支付成功通知延迟约 4 分钟",
    },
];

const TIMELINE: &[(&str, &str)] = &[
    (
        "02:11",
        "payment-gateway 错误率超过 5%，触发 P2 告警，值班同学确认收到",
    ),
    (
        "02:14",
        "数据库 pay-master-01 活跃连接数达到 2000 上限，CPU 96%，慢查询 310 条/分钟",
    ),
    (
        "02:16",
        "错误率升至 37.2%，影响全部渠道的支付，升级为 P1，拉起应急会议",
    ),
    (
        "02:19",
        "order-service 出现重试风暴，开启限流；同时关闭营销弹窗与推荐位以降低流量",
    ),
    (
        "02:23",
        "定位到 02:05 发布的 payment-gateway v3.18.2：批量查询未走索引，全表扫描 8600 万行",
    ),
    (
        "02:27",
        "开始回滚 v3.18.2 → v3.18.1，华北机房已完成，华东、华南进行中",
    ),
    (
        "02:31",
        "pay-master-01 连接数回落至 1400，错误率 18.9%，仍在观察",
    ),
];

/// Lines of a log, as they come.
fn log() -> String {
    let lines = (0..24).map(|second| {
        format!(
            "02:16:{second:02}.{:03} ERROR [pool-7-thread-{}] c.w.pay.dao.OrderDao - acquire connection timeout after \
             3000ms, active=2000 idle=0 waiting={} trace_id=7f3a{second:02}c1",
            (second * 137) % 1000,
            second % 8 + 1,
            180 + second * 13,
        )
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn alert(id: &str, console: &str) -> Card {
    let log = log();
    card! {
        <card>
            <link url="{console}/incidents/{id}"/>
            <header title="【P1】支付成功率跌至 62.8%" subtitle="{id}，02:16 起，全部渠道" template="red"/>
            <markdown>
                <font color="red">"**影响**"</font>
                "：约 **18,400** 笔支付失败，预估损失 231 万元，客服进线量为平时的 6 倍。" <br/>
                "指挥 " <at email="lin@wps.cn">"林亮"</at>
                "，数据库 " <at email="zhao@wps.cn">"赵一鸣"</at>
                "，对外沟通 " <at email="sun@wps.cn">"孙莉"</at>
            </markdown>
            <div>
                <markdown>"**环境**" <br/> "production（华北、华东、华南）"</markdown>
                <markdown>"**最近变更**" <br/> "payment-gateway v3.18.2，02:05"</markdown>
            </div>
            <markdown>
                "**受影响的服务**\n\n| 服务 | 负责人 | 错误率 | P99 |\n|---|---|---:|---:|\n"
                for Service { name, owner, errors, latency, .. } in SERVICES {
                    "| {name} | {owner} | {errors:.1}% | {latency} ms |\n"
                }
            </markdown>
            <markdown>
                for Service { name, note, .. } in SERVICES {
                    "- **{name}** {note}\n"
                }
            </markdown>
            <hr/>
            <markdown>
                "**经过**\n\n"
                for (time, what) in TIMELINE {
                    "- `{time}` {what}\n"
                }
            </markdown>
            <markdown>"**日志**（payment-gateway，最近 24 条）\n\n```\n{log}\n```"</markdown>
            <img store_key="K9f2" alt="支付成功率 02:00–02:31" url="https://img.example.com/p1/success-rate.png"/>
            <action>
                <button href="{console}/incidents/{id}">"事件详情"</button>
                <button href="{console}/dashboards/payment" style="secondary">"监控大盘"</button>
                <button key="ack:{id}" fallback="认领请在 WPS 协作中操作">"认领"</button>
                <button key="escalate:{id}">"升级"</button>
            </action>
        </card>
    }
}

/// Who an e-mail address is; a service asks its directory. Nobody knows 孙莉 here.
fn userid(email: &str) -> Option<&'static str> {
    match email {
        "lin@wps.cn" => Some("linliang"),
        "zhao@wps.cn" => Some("zhaoyiming"),
        _ => None,
    }
}

fn mobile(email: &str) -> Option<Person> {
    match email {
        "lin@wps.cn" => Some(Person::mobile("13800001111")),
        "zhao@wps.cn" => Some(Person::mobile("13800002222")),
        _ => None,
    }
}

/// Prints the messages as a person reads them, how long each of them is, and what is lost.
fn show<M: Serialize>(
    room: &str,
    limit: Limit,
    rendered: &Rendered<M>,
) -> Result<(), serde_json::Error> {
    println!("\n════ {room} ════");
    let count = rendered.messages.len();
    for (index, message) in rendered.messages.iter().enumerate() {
        let json = serde_json::to_value(message)?;
        let had = if limit == spec::dingtalk::BODY {
            // The whole body counts, as it is sent.
            limit.measure(&serde_json::to_string(message)?)
        } else {
            limit.measure(text(&json).unwrap_or_default())
        };
        let kind = json
            .get("msgtype")
            .and_then(Value::as_str)
            .unwrap_or("text");
        match text(&json) {
            Some(text) => println!(
                "── {kind} {} of {count}, {had} of {limit}\n{text}",
                index + 1
            ),
            None => println!("── {kind}\n{json:#}"),
        }
        for beside in ["/at", "/actionCard/btns", "/text/mentioned_list"] {
            if let Some(json) = json.pointer(beside) {
                println!("── {beside}: {json}");
            }
        }
    }
    println!("── report");
    for loss in &rendered.report {
        println!("{:<8} {loss}", format!("{:?}", loss.severity));
    }
    Ok(())
}

/// The text of a message, wherever its kind has it.
fn text(json: &Value) -> Option<&str> {
    let places = [
        "",
        "/markdown/content",
        "/markdown/text",
        "/markdown_v2/content",
        "/text/content",
        "/actionCard/text",
    ];
    let mut found = places.iter().filter_map(|place| json.pointer(place));
    found.find_map(Value::as_str)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let card = alert("INC-20261121-007", "https://ops.example.com");

    println!(
        "════ WPS 协作 ════\n── card, as it is written\n{}",
        card.to_json()
    );
    card.validate()?;
    println!("── report\n{}", Wps::new().render(&card).report);
    let robot = WpsWebhook::new().markdown().render(&card);
    show("WPS group robot", spec::WEBHOOK, &robot)?;

    let wecom = WeCom::new().people(userid);
    show(
        "WeCom, truncated",
        spec::wecom::MARKDOWN,
        &wecom.render(&card),
    )?;
    let split = wecom.clone().fit(Fit::Split { max_parts: 4 });
    show("WeCom, split", spec::wecom::MARKDOWN, &split.render(&card))?;
    let text = wecom.clone().format(wecom::Format::Text);
    show(
        "WeCom for readers in WeChat",
        spec::wecom::TEXT,
        &text.render(&card),
    )?;
    let template = wecom.format(wecom::Format::TemplateCard);
    show(
        "WeCom, template_card",
        spec::wecom::MARKDOWN,
        &template.render(&card),
    )?;

    let ding = DingTalk::new().people(mobile);
    show("DingTalk", spec::dingtalk::BODY, &ding.render(&card))?;

    let sms = Limit::chars(300);
    show(
        "text message",
        sms,
        &PlainText::new().limit(sms).render(&card),
    )?;

    // Strict: a room in which nobody is reached is an error, with the reasons.
    if let Err(too_lossy) = PlainText::new().render(&card).deny(Severity::Lost) {
        println!("\n════ strict ════\n{too_lossy}");
    }
    Ok(())
}
