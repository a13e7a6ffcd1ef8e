//! One card, sent to every endpoint, with ureq.
//!
//! ```console
//! $ cargo run -p delivery-tests --example send                     # to a gateway on loopback
//! $ cargo run -p delivery-tests --example send --features tls      # with some of these set: to the platforms
//! ```
//!
//! | variables | who is written to |
//! |---|---|
//! | `WPS_APP_ID`, `WPS_SECRET_KEY`, `WPS_COMPANY_TOKEN`, `WPS_COMPANY_ID`, `WPS_USER_ID`; `WPS_BASE_URL` on a private deployment | one person in WPS 协作 |
//! | `WPS365_ACCESS_TOKEN`, `WPS365_CHAT_ID`, `WPS365_USER_ID`; `WPS365_ACCESS_KEY`, `WPS365_SECRET_KEY` where calls are signed | a chat and one person in WPS 365 |
//! | `WPS_WEBHOOK` | the group of this robot of WPS 协作 |
//! | `WECOM_WEBHOOK` | the group of this robot of 企业微信 |
//! | `DINGTALK_WEBHOOK`; `DINGTALK_SECRET` where it wants signatures | the group of this robot of 钉钉 |
//! | `KDOCS_ACCESS_TOKEN` | the two robots above, once more, through kdocs |
//!
//! How each request is built stands in `tests/delivery/src/calls.rs`.

use std::{env, error::Error, time::SystemTime};

use delivery_tests::{
    Gateway,
    calls::{Accounts, Call, Kdocs, Wps365App, WpsApp, calls, release_notice},
    known,
    recipes::with_ureq,
};
use message_card::{
    kdocs,
    prelude::*,
    reply::{SendError, Sent},
    wps365,
};
use serde_json::Value;
use ureq::Agent;

fn main() -> Result<(), Box<dyn Error>> {
    let agent = with_ureq::agent();
    let accounts = from_environment();
    if accounts.are_none() {
        let gateway = Gateway::start()?;
        println!("# to a gateway on loopback\n");
        let accounts = Accounts::of_gateway(gateway.url());
        let sent = send_all(&agent, &accounts)?;
        assert_eq!(
            gateway.shown().len(),
            sent,
            "the gateway shows every message"
        );
        println!("# one request to each platform that it refuses\n");
        return refused(&agent, &wrong(accounts, gateway.url()));
    }
    if !cfg!(feature = "tls") {
        return Err("the platforms are called by https: add `--features tls`".into());
    }
    println!("# to the platforms\n");
    send_all(&agent, &accounts)?;
    Ok(())
}

/// Sends the card to all, and says how many took it.
fn send_all(agent: &Agent, accounts: &Accounts) -> Result<usize, Box<dyn Error>> {
    let mut taken = 0;
    for call in calls(accounts, &release_notice(), SystemTime::now())? {
        match send(agent, call)? {
            Ok(sent) => {
                taken += 1;
                println!(
                    "taken, message id: {}\n",
                    sent.message_id.as_deref().unwrap_or("none")
                );
            }
            Err(error) => explain(&error),
        }
    }
    Ok(taken)
}

fn send(agent: &Agent, call: Call) -> Result<Result<Sent, SendError>, ureq::Error> {
    println!("## {}\n{}", call.name, call.request);
    let headers = call.request.as_http().headers().keys();
    let headers: Vec<&str> = headers.map(http::HeaderName::as_str).collect();
    println!("{}\n{}", headers.join(", "), redacted(call.request.body()));
    let answer = with_ureq::send(agent, call.request)?;
    let body = String::from_utf8_lossy(answer.body()).into_owned();
    println!("HTTP {} {body}", answer.status());
    Ok((call.read)(&answer))
}

/// The body without what the relays of kdocs are told in confidence.
fn redacted(body: &[u8]) -> String {
    let Ok(mut json) = serde_json::from_slice::<Value>(body) else {
        return format!("{} bytes", body.len());
    };
    let secrets = ["woa_secret_key", "link", "sk"];
    if secrets.iter().all(|name| json.get(name).is_none()) {
        return String::from_utf8_lossy(body).into_owned();
    }
    for name in secrets {
        if let Some(value) = json.get_mut(name) {
            *value = "…".into();
        }
    }
    json.to_string()
}

fn explain(error: &SendError) {
    println!("refused: {error}");
    println!("retry: {:?}", error.retry());
    println!(
        "advice: {}\n",
        error.advice().unwrap_or("none, the code is not known")
    );
}

/// Sends what every platform refuses.
fn refused(agent: &Agent, wrong: &Accounts) -> Result<(), Box<dyn Error>> {
    for call in calls(wrong, &release_notice(), SystemTime::now())? {
        // Nothing is wrong with these.
        if call.name.contains("create") || call.name.contains("person") {
            continue;
        }
        let Err(error) = send(agent, call)? else {
            return Err("the gateway takes it".into());
        };
        explain(&error);
    }
    Ok(())
}

/// What goes wrong most often.
fn wrong(good: Accounts, url: &str) -> Accounts {
    let other_key = wps::Credentials::new(known::APP_ID, "sk-of-another-app");
    let unsigned = dingtalk::Robot::from_key(known::DINGTALK_ROBOT);
    let expired = kdocs::Access::new("expired").base_url(url).allow_http();
    let of_a_batch = Some("batch-2".to_owned());
    Accounts {
        wps: good.wps.map(|app| WpsApp {
            credentials: other_key.base_url(url).allow_http(),
            ..app
        }),
        wps_private: Vec::new(),
        wps365: good.wps365.map(|app| Wps365App {
            message_id: of_a_batch,
            ..app
        }),
        wps_robot: Some(wps::Robot::from_key("removed").base_url(url).allow_http()),
        wecom: Some(wecom::Robot::from_key("removed").base_url(url).allow_http()),
        dingtalk: Some(unsigned.base_url(url).allow_http()),
        kdocs: good.kdocs.map(|relay| Kdocs {
            access: expired,
            dingtalk: None,
            ..relay
        }),
    }
}

fn from_environment() -> Accounts {
    let wecom = get("WECOM_WEBHOOK").map(wecom::Robot::from_url);
    let dingtalk = get("DINGTALK_WEBHOOK").map(dingtalk::Robot::from_url);
    let dingtalk = match get("DINGTALK_SECRET") {
        Some(secret) => dingtalk.map(|robot| robot.secret(secret)),
        None => dingtalk,
    };
    let wps = wps_app();
    let is_private = get("WPS_BASE_URL").is_some();
    Accounts {
        wps: wps.clone().filter(|_| !is_private),
        wps_private: wps.filter(|_| is_private).into_iter().collect(),
        wps365: wps365_app(),
        wps_robot: get("WPS_WEBHOOK").map(wps::Robot::from_url),
        kdocs: get("KDOCS_ACCESS_TOKEN").map(|token| Kdocs {
            access: kdocs::Access::new(token),
            app: None,
            email: String::new(),
            wecom: wecom.clone(),
            dingtalk: dingtalk.clone(),
        }),
        wecom,
        dingtalk,
    }
}

fn wps_app() -> Option<WpsApp> {
    let app_key = get("WPS_APP_ID")?;
    let credentials = wps::Credentials::new(&*app_key, get("WPS_SECRET_KEY")?);
    Some(WpsApp {
        credentials: match get("WPS_BASE_URL") {
            Some(url) => credentials.private(url),
            None => credentials,
        },
        app_key,
        company_token: get("WPS_COMPANY_TOKEN")?.into(),
        company_id: get("WPS_COMPANY_ID")?,
        person: get("WPS_USER_ID")?,
    })
}

fn wps365_app() -> Option<Wps365App> {
    let credentials = wps365::Credentials::new(get("WPS365_ACCESS_TOKEN")?);
    Some(Wps365App {
        credentials: match (get("WPS365_ACCESS_KEY"), get("WPS365_SECRET_KEY")) {
            (Some(key), Some(secret)) => credentials.signed(key, secret),
            _ => credentials,
        },
        chat: get("WPS365_CHAT_ID")?,
        person: get("WPS365_USER_ID")?,
        message_id: None,
    })
}

fn get(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}
