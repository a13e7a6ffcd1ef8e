//! One card, sent to every endpoint.

use std::time::SystemTime;

use http::Response;
use message_card::{
    BuildError, SignedRequest, kdocs,
    prelude::*,
    reply::{SendError, Sent},
    sign::wps4::Form,
};

use crate::known;

/// Who sends, and to whom: what is not given is not sent.
#[derive(Debug, Clone, Default)]
pub struct Accounts {
    /// The application of WPS 协作, on the public platform.
    pub wps: Option<WpsApp>,
    /// The same on a private deployment, once for each form of the signature's headers.
    pub wps_private: Vec<WpsApp>,
    /// WPS 365, to a chat.
    pub wps365: Option<Wps365App>,
    /// The group robot of WPS 协作.
    pub wps_robot: Option<wps::Robot>,
    /// The group robot of 企业微信.
    pub wecom: Option<wecom::Robot>,
    /// The group robot of 钉钉.
    pub dingtalk: Option<dingtalk::Robot>,
    /// The relays of kdocs.
    pub kdocs: Option<Kdocs>,
}

/// An application of WPS 协作.
#[derive(Debug, Clone)]
pub struct WpsApp {
    /// What signs.
    pub credentials: wps::Credentials,
    /// The key of the application.
    pub app_key: String,
    /// The company's authorisation.
    pub company_token: message_card::Secret,
    /// The company,
    pub company_id: String,
    /// and the person there who gets the message.
    pub person: String,
}

/// An application of WPS 365.
#[derive(Debug, Clone)]
pub struct Wps365App {
    /// The token, and what signs.
    pub credentials: wps365::Credentials,
    /// The chat that gets the message.
    pub chat: String,
    /// The person who gets the one of the batch call.
    pub person: String,
    /// The message that is updated, where one was sent before.
    pub message_id: Option<String>,
}

/// The relays of kdocs.
#[derive(Debug, Clone)]
pub struct Kdocs {
    /// The token.
    pub access: kdocs::Access,
    /// The application of WPS 协作 that sends: its id and its secret key.
    pub app: Option<(String, message_card::Secret)>,
    /// Who gets its message.
    pub email: String,
    /// The robots, which are called by their usual URLs.
    pub wecom: Option<wecom::Robot>,
    /// See `wecom`.
    pub dingtalk: Option<dingtalk::Robot>,
}

/// The card that is sent.
pub fn release_notice() -> Card {
    card! {
        <card>
            <header title="发布完成" subtitle="build #128"/>
            <markdown>"**环境** production，负责人 " <at email="lin@wps.cn">"林亮"</at></markdown>
            <action>
                <button href="https://ci.example.com/builds/128" style="secondary">"查看"</button>
                <button key="rollback">"回滚"</button>
            </action>
        </card>
    }
}

/// What reads the answer to a call.
pub type Read = fn(&Response<Vec<u8>>) -> Result<Sent, SendError>;

/// One request that is to be sent.
#[derive(Debug)]
pub struct Call {
    /// The endpoint.
    pub name: &'static str,
    /// The request, signed.
    pub request: SignedRequest,
    /// What reads the answer.
    pub read: Read,
}

impl Call {
    fn new(name: &'static str, request: SignedRequest, read: Read) -> Self {
        Self {
            name,
            request,
            read,
        }
    }
}

/// The requests that send this card to all of them.
///
/// # Errors
///
/// A [`BuildError`] where the card or an account cannot be used.
pub fn calls(of: &Accounts, card: &Card, now: SystemTime) -> Result<Vec<Call>, BuildError> {
    let mut calls = Vec::new();
    if let Some(app) = &of.wps {
        let request = to_wps(app, card, now)?;
        calls.push(Call::new("WPS 协作", request, wps::read_reply));
    }
    for app in &of.wps_private {
        let request = to_wps(app, card, now)?;
        calls.push(Call::new("WPS 协作, private", request, wps::read_reply));
    }
    if let Some(app) = &of.wps365 {
        to_wps365(&mut calls, app, card, now)?;
    }
    to_robots(&mut calls, of, card, now)?;
    if let Some(relay) = &of.kdocs {
        to_kdocs(&mut calls, relay, card, now)?;
    }
    Ok(calls)
}

fn to_wps(app: &WpsApp, card: &Card, now: SystemTime) -> Result<SignedRequest, BuildError> {
    let people = wps::Receivers::users(&*app.company_id, [&*app.person]);
    wps::SendMessage::new(&*app.app_key, people, card.clone())
        .biz_type("release")
        .updatable(
            name(now),
            wps::Producer::new(&*app.company_id, &*app.person),
        )
        .request(&app.credentials, &app.company_token, now)
}

/// Another one for every message: no platform wants to see it twice.
fn name(now: SystemTime) -> String {
    let time = now.duration_since(SystemTime::UNIX_EPOCH);
    format!("release-{}", time.unwrap_or_default().as_micros())
}

/// WPS 365 takes cards of another dialect.
fn to_wps365(
    calls: &mut Vec<Call>,
    app: &Wps365App,
    card: &Card,
    now: SystemTime,
) -> Result<(), BuildError> {
    let mut push = |name, request| calls.push(Call::new(name, request, wps365::read_reply));
    for message in Wps365::new().render(card).messages {
        let chat = wps365::Receiver::chat(&*app.chat);
        let create = wps365::Create::new(chat, message.clone());
        push("WPS 365, create", create.request(&app.credentials, now)?);
        let people = wps365::Receivers::users([&*app.person]);
        let batch = wps365::BatchCreate::new([people], message.clone());
        push(
            "WPS 365, batch create",
            batch.request(&app.credentials, now)?,
        );
        if let Some(id) = &app.message_id {
            let update = wps365::Update::new(&**id, message);
            push("WPS 365, update", update.request(&app.credentials, now)?);
        }
    }
    Ok(())
}

fn to_robots(
    calls: &mut Vec<Call>,
    of: &Accounts,
    card: &Card,
    now: SystemTime,
) -> Result<(), BuildError> {
    if let Some(robot) = &of.wps_robot {
        for message in WpsWebhook::new().render(card).messages {
            let request = message.request(robot, now)?;
            calls.push(Call::new("WPS robot", request, wps::read_reply));
        }
    }
    if let Some(robot) = &of.wecom {
        for message in WeCom::new().render(card).messages {
            let request = message.request(robot, now)?;
            calls.push(Call::new("WeCom robot", request, wecom::read_reply));
        }
    }
    if let Some(robot) = &of.dingtalk {
        for message in DingTalk::new().render(card).messages {
            let request = message.msg_uuid(name(now)).request(robot, now)?;
            calls.push(Call::new("DingTalk robot", request, dingtalk::read_reply));
        }
    }
    Ok(())
}

fn to_kdocs(
    calls: &mut Vec<Call>,
    relay: &Kdocs,
    card: &Card,
    now: SystemTime,
) -> Result<(), BuildError> {
    let mut push = |name, request| calls.push(Call::new(name, request, kdocs::read_reply));
    if let Some((id, key)) = &relay.app {
        let app = kdocs::WoaAppRelay::new(&**id, key, &*relay.email, card.clone());
        push("kdocs, one person", app.request(&relay.access, now)?);
    }
    if let Some(robot) = &relay.wecom {
        let messages = WeCom::new().render(card).messages;
        let relayed = kdocs::WeComRelay::new(robot.clone(), messages);
        push("kdocs, WeCom robot", relayed.request(&relay.access, now)?);
    }
    if let Some(robot) = &relay.dingtalk {
        let messages = DingTalk::new().render(card).messages;
        let relayed = kdocs::DingTalkRelay::new(robot.clone(), messages);
        push(
            "kdocs, DingTalk robot",
            relayed.request(&relay.access, now)?,
        );
    }
    Ok(())
}

impl Accounts {
    /// Whether there is nobody to write to.
    #[must_use]
    pub fn are_none(&self) -> bool {
        let robots = [
            self.wps_robot.is_some(),
            self.wecom.is_some(),
            self.dingtalk.is_some(),
        ];
        let apps = [
            self.wps.is_some(),
            self.wps365.is_some(),
            self.kdocs.is_some(),
        ];
        self.wps_private.is_empty() && !robots.into_iter().chain(apps).any(|is_there| is_there)
    }

    /// Those that the gateway at this address knows.
    #[must_use]
    pub fn of_gateway(url: &str) -> Self {
        let wecom = wecom::Robot::from_key(known::WECOM_ROBOT);
        let dingtalk = dingtalk::Robot::from_key(known::DINGTALK_ROBOT)
            .secret(known::DINGTALK_SECRET)
            .keywords([known::DINGTALK_KEYWORD]);
        let wps_robot = wps::Robot::from_key(known::WPS_ROBOT);
        let access = kdocs::Access::new(known::KDOCS_TOKEN);
        let credentials = wps::Credentials::new(known::APP_ID, known::SECRET_KEY).allow_http();
        let private = |form| WpsApp::known(credentials.clone().private(url).form(form));
        Self {
            wps_private: [Form::WpsDocs, Form::Plain].map(private).into(),
            wps: Some(WpsApp::known(credentials.clone().base_url(url))),
            wps365: Some(Wps365App::known(url)),
            wps_robot: Some(wps_robot.base_url(url).allow_http()),
            wecom: Some(wecom.clone().base_url(url).allow_http()),
            dingtalk: Some(dingtalk.clone().base_url(url).allow_http()),
            kdocs: Some(Kdocs {
                access: access.base_url(url).allow_http(),
                app: Some((known::APP_ID.to_owned(), known::SECRET_KEY.into())),
                email: "lin@wps.cn".to_owned(),
                wecom: Some(wecom),
                dingtalk: Some(dingtalk),
            }),
        }
    }
}

impl WpsApp {
    fn known(credentials: wps::Credentials) -> Self {
        Self {
            credentials,
            app_key: known::APP_ID.to_owned(),
            company_token: known::COMPANY_TOKEN.into(),
            company_id: "11111".to_owned(),
            person: "22222".to_owned(),
        }
    }
}

impl Wps365App {
    fn known(url: &str) -> Self {
        let credentials = wps365::Credentials::new(known::ACCESS_TOKEN)
            .signed(known::ACCESS_KEY, known::KSO_SECRET)
            .base_url(url)
            .allow_http();
        Self {
            credentials,
            chat: "5064301".to_owned(),
            person: "22222".to_owned(),
            message_id: Some("single-1".to_owned()),
        }
    }
}
