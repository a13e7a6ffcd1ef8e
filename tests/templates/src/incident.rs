//! An incident, from the first message to the last.

use message_card::{IntoElements, prelude::*};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Users cannot work.
    P1,
    /// Users notice.
    P2,
}

impl Level {
    const fn name(self) -> &'static str {
        match self {
            Self::P1 => "P1",
            Self::P2 => "P2",
        }
    }

    const fn color(self) -> &'static str {
        match self {
            Self::P1 => "#E02020",
            Self::P2 => "orange",
        }
    }
}

/// Somebody with an e-mail address.
#[derive(Debug, Clone, Copy)]
pub struct Engineer<'a> {
    /// The name.
    pub name: &'a str,
    /// The address.
    pub email: &'a str,
}

/// What is known of the incident when it is opened.
#[derive(Debug, Clone, Copy)]
pub struct Incident<'a> {
    /// Its number.
    pub id: u32,
    /// How bad it is.
    pub level: Level,
    /// The service that is concerned.
    pub service: &'a str,
    /// What users see.
    pub symptom: &'a str,
    /// When it began.
    pub since: &'a str,
}

fn facts(incident: &Incident<'_>) -> impl IntoElements {
    let Incident {
        level,
        service,
        since,
        ..
    } = *incident;
    card! {
        <>
            <div>
                <markdown>"**级别**" <br/> <font color={level.color()}>{level.name()}</font></markdown>
                <markdown>"**服务**" <br/> {service}</markdown>
            </div>
            <div>
                <markdown>"**开始时间**" <br/> {since}</markdown>
                <markdown>"**状态**" <br/> "处理中"</markdown>
            </div>
        </>
    }
}

/// An incident was opened: the people on duty are called.
pub fn opened(incident: &Incident<'_>, on_duty: &[Engineer<'_>], console: &str) -> Card {
    let Incident {
        id,
        level,
        service,
        symptom,
        ..
    } = *incident;
    let name = level.name();
    card! {
        <card>
            <config update_single/>
            <header title="【{name}】{service} 故障" subtitle="INC-{id}" template="red"/>
            {facts(incident)}
            <markdown>
                "**现象**：" <font color="red">{symptom}</font> <br/>
                "**值班**："
                for engineer in on_duty {
                    <at email={engineer.email}>{engineer.name}</at> " "
                }
            </markdown>
            <text>"请在 5 分钟内响应，超时将自动升级。"</text>
            <action>
                <button href="{console}/incidents/{id}">"进入作战室"</button>
                <button key="ack:{id}" style="secondary" fallback="请在 WPS 协作中认领">"认领"</button>
                <button key="mute:{id}" fallback="drop">"静默 30 分钟"</button>
            </action>
        </card>
    }
}

/// The incident is over.
pub fn resolved(
    incident: &Incident<'_>,
    owner: Engineer<'_>,
    minutes: u32,
    cause: &str,
    postmortem: Option<&str>,
) -> Card {
    let Incident {
        id, level, service, ..
    } = *incident;
    let name = level.name();
    card! {
        <card>
            <header title="【已恢复】{service}" subtitle="INC-{id} · {name} · 持续 {minutes} 分钟" template="green"/>
            <markdown>
                <font color="green">"● 服务已恢复"</font> "，由 " <at email={owner.email}>{owner.name}</at> " 处理。"
            </markdown>
            <markdown>"**根因**" <br/> {cause}</markdown>
            if let Some(postmortem) = postmortem {
                <action><button href={postmortem}>"查看复盘"</button></action>
            } else {
                <text>"复盘文档将在 3 个工作日内给出。"</text>
            }
        </card>
    }
}

const INCIDENT: Incident<'static> = Incident {
    id: 2046,
    level: Level::P1,
    service: "user_profile_api",
    symptom: "5xx 占比 > 30%，报错 `Option<T>` is None | retry=*",
    since: "2026-11-21 09:42",
};

const LIN: Engineer<'static> = Engineer {
    name: "林亮",
    email: "lin@wps.cn",
};
const ZHAO: Engineer<'static> = Engineer {
    name: "赵敏",
    email: "zhao@wps.cn",
};
const NEW: Engineer<'static> = Engineer {
    name: "新同学",
    email: "new@wps.cn",
};

/// A P1 with three people on duty, one of them unknown elsewhere.
pub fn sample_opened() -> Card {
    opened(&INCIDENT, &[LIN, ZHAO, NEW], "https://oncall.example.com")
}

/// The same, over.
pub fn sample_resolved() -> Card {
    let cause =
        "发布 build #1287 引入的连接泄漏：\npool_size 被误设为 1，连接耗尽后 `accept()` 阻塞。";
    resolved(
        &INCIDENT,
        LIN,
        37,
        cause,
        Some("https://wiki.example.com/pages/viewpage.action?pageId=88&mode=read"),
    )
}
