//! What it costs to build and sign a request, up to the `http::Request` that a client takes, next to writing its body as
//! JSON and hashing that: with MD5 for WPS-3, with SHA-256 for all others, also where a robot's signature hashes no body.
//!
//! A message is held to its rules before, which can cost more than the rest: each ratio is there with and without that, and
//! without it beside the body alone.

use std::{hint::black_box, time::SystemTime};

use md5::Md5;
use message_card::{BuildError, RobotRequest, SignedRequest, kdocs, prelude::*, wps365};
use message_card_benches::{
    Release, macros,
    measure::{Effort, repeated},
    table::{Row, Table},
};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::Error;

/// What a request is to take at most, beside its body and the hash of that.
const AIM: f64 = 2.0;

pub(crate) fn tables(effort: Effort) -> Result<Vec<Table>, Error> {
    let card = macros::card(&Release::sample());
    let rows = Vec::new();
    let mut requests = Requests { effort, rows };
    requests.wps(&card)?;
    requests.wps365()?;
    requests.wecom(&card)?;
    requests.dingtalk(&card)?;
    let title = "a request, built, signed and dropped";
    Ok(vec![Table::new(title, requests.rows)])
}

struct Requests {
    effort: Effort,
    rows: Vec<Row>,
}

impl Requests {
    fn wps(&mut self, card: &Card) -> Result<(), Error> {
        let now = SystemTime::now();
        let people = wps::Receivers::users("11111", ["22222"]);
        let message = wps::SendMessage::new("AK123", people, card.clone());
        let public = wps::Credentials::new("AK123", "sk456");
        let private = public.clone().private("https://wps.example.com");
        let rules = || message.validate();
        let wps3 = || message.request(&public, "token", now);
        self.compare("WPS-3", &message, md5, rules, wps3)?;
        let wps4 = || message.request(&private, "token", now);
        self.compare("WPS-4", &message, sha256, rules, wps4)?;

        let robot = wps::Robot::from_key("693a91f6");
        let message = wps::WebhookMessage::from(card.clone());
        self.posted("WPS robot", &message, &robot, || message.validate())
    }

    fn wps365(&mut self) -> Result<(), Error> {
        let now = SystemTime::now();
        let text = wps365::Content::markdown("**环境** production，负责人 林亮\n\n".repeat(10));
        let message = wps365::Create::new(wps365::Receiver::chat("5064301"), text);
        let credentials = wps365::Credentials::new("token").signed("AK123", "sk456");
        let request = || message.request(&credentials, now);
        // A text has no rules.
        self.compare("KSO-1", &message, sha256, || (), request)
    }

    fn wecom(&mut self, card: &Card) -> Result<(), Error> {
        let robot = wecom::Robot::from_key("693a91f6");
        let messages = WeCom::new().render(card).messages;
        for message in &messages {
            self.posted("WeCom", message, &robot, || message.validate())?;
        }
        // Less than the parts of an `http::Request` cost.
        let word = wecom::Message::from(wecom::Text::new("发布完成"));
        self.posted("WeCom, one word", &word, &robot, || word.validate())?;
        self.relay(robot, &messages, SystemTime::now())
    }

    fn relay(
        &mut self,
        robot: wecom::Robot,
        messages: &[wecom::Message],
        now: SystemTime,
    ) -> Result<(), Error> {
        let sent = Relayed {
            link: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6",
            data: messages,
        };
        let rules = || messages.iter().try_for_each(wecom::Message::validate);
        let relay = kdocs::WeComRelay::new(robot, messages.to_owned());
        let access = kdocs::Access::new("token");
        let request = || relay.request(&access, now);
        self.compare("WeCom by kdocs", &sent, sha256, rules, request)
    }

    fn dingtalk(&mut self, card: &Card) -> Result<(), Error> {
        let robot = dingtalk::Robot::from_key("566cc69d");
        let signing = robot.clone().secret("SEC1234");
        let long = "**环境** production，负责人 林亮\n\n".repeat(50);
        let long = dingtalk::Message::new(dingtalk::Markdown::new("发布完成", long));
        for message in DingTalk::new().render(card).messages {
            self.posted("DingTalk, no signature", &message, &robot, || {
                message.validate()
            })?;
            self.posted("DingTalk", &message, &signing, || message.validate())?;
        }
        self.posted("DingTalk, long", &long, &signing, || long.validate())
    }

    /// Compares the request to a robot's webhook with the message alone.
    fn posted<M: RobotRequest + Serialize, R>(
        &mut self,
        name: &str,
        message: &M,
        robot: &M::Robot,
        rules: impl Fn() -> R,
    ) -> Result<(), Error> {
        let now = SystemTime::now();
        let request = || message.request(robot, now);
        self.compare(name, message, sha256, rules, request)
    }

    /// Compares the request with its body and the hash of that, with and without the rules, and with the body alone.
    fn compare<R>(
        &mut self,
        name: &str,
        message: &impl Serialize,
        hash: fn(&[u8]),
        rules: impl Fn() -> R,
        request: impl Fn() -> Result<SignedRequest, BuildError>,
    ) -> Result<(), Error> {
        let _ = request()?;
        let written = serde_json::to_vec(message)?;
        let [body, hash, rules, whole] = self.effort.by_turns([
            &repeated(|| serde_json::to_vec(message)),
            &repeated(|| hash(black_box(&written))),
            &repeated(rules),
            &repeated(|| request().map(SignedRequest::into_http)),
        ]);
        let hashed = body + hash;
        let without = || Row::new(format!("{name}, without its rules"), whole - rules);
        let row = Row::new(name, whole).bytes(written.len());
        self.rows.extend([
            row.beside("body and hash", hashed).aim(AIM),
            without().beside("body and hash", hashed).aim(AIM),
            without().beside("body", body),
        ]);
        Ok(())
    }
}

/// The body of a relay's call.
#[derive(Serialize)]
struct Relayed<'a> {
    link: &'a str,
    data: &'a [wecom::Message],
}

fn md5(body: &[u8]) {
    black_box(Md5::digest(body));
}

fn sha256(body: &[u8]) {
    black_box(Sha256::digest(body));
}
