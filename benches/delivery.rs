//! What it costs to build and sign a request, up to the `http::Request` that a client takes, next to writing its body as
//! JSON and hashing that: with MD5 for WPS-3, with SHA-256 for all others, also where a robot's signature hashes no body.
//!
//! A message is held to its rules before, which can cost more than the rest: the ratios are without that. The aim is 2 at most;
//! the last column is the stricter one, of the body alone.

use std::{
    hint::black_box,
    time::{Duration, Instant, SystemTime},
};

use md5::Md5;
use message_card::{BuildError, RobotRequest, SignedRequest, kdocs, prelude::*, wps365};
use message_card_benches::{Release, macros};
use serde::Serialize;
use sha2::{Digest, Sha256};

type Error = Box<dyn std::error::Error>;

const ROUNDS: u32 = 100;
const CALLS: u32 = 200;

fn main() -> Result<(), Error> {
    println!(
        "{:<24}{:>12}{:>12}{:>12}{:>12}{:>8}{:>8}",
        "", "body", "hash", "rules", "request", "ratio", "body"
    );
    let card = macros::card(&Release::sample());
    wps(&card)?;
    wps365()?;
    wecom(&card)?;
    dingtalk(&card)
}

fn wps(card: &Card) -> Result<(), Error> {
    let now = SystemTime::now();
    let people = wps::Receivers::users("11111", ["22222"]);
    let message = wps::SendMessage::new("AK123", people, card.clone());
    let public = wps::Credentials::new("AK123", "sk456");
    let private = public.clone().private("https://wps.example.com");
    let rules = || message.validate();
    let wps3 = || message.request(&public, "token", now);
    compare("WPS-3", &message, md5, rules, wps3)?;
    let wps4 = || message.request(&private, "token", now);
    compare("WPS-4", &message, sha256, rules, wps4)?;

    let robot = wps::Robot::from_key("693a91f6");
    let message = wps::WebhookMessage::from(card.clone());
    posted("WPS robot", &message, &robot, || message.validate())
}

fn wps365() -> Result<(), Error> {
    let now = SystemTime::now();
    let text = wps365::Content::markdown("**环境** production，负责人 林亮\n\n".repeat(10));
    let message = wps365::Create::new(wps365::Receiver::chat("5064301"), text);
    let credentials = wps365::Credentials::new("token").signed("AK123", "sk456");
    let request = || message.request(&credentials, now);
    compare("KSO-1", &message, sha256, || (), request)
}

fn wecom(card: &Card) -> Result<(), Error> {
    let robot = wecom::Robot::from_key("693a91f6");
    let messages = WeCom::new().render(card).messages;
    for message in &messages {
        posted("WeCom", message, &robot, || message.validate())?;
    }
    // Less than the parts of an `http::Request` cost.
    let word = wecom::Message::from(wecom::Text::new("发布完成"));
    posted("WeCom, one word", &word, &robot, || word.validate())?;
    relay(robot, &messages, SystemTime::now())
}

fn relay(robot: wecom::Robot, messages: &[wecom::Message], now: SystemTime) -> Result<(), Error> {
    let sent = Relayed {
        link: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6",
        data: messages,
    };
    let rules = || messages.iter().try_for_each(wecom::Message::validate);
    let relay = kdocs::WeComRelay::new(robot, messages.to_owned());
    let access = kdocs::Access::new("token");
    let request = || relay.request(&access, now);
    compare("WeCom by kdocs", &sent, sha256, rules, request)
}

/// The body of a relay's call.
#[derive(Serialize)]
struct Relayed<'a> {
    link: &'a str,
    data: &'a [wecom::Message],
}

fn dingtalk(card: &Card) -> Result<(), Error> {
    let robot = dingtalk::Robot::from_key("566cc69d");
    let signing = robot.clone().secret("SEC1234");
    let long = "**环境** production，负责人 林亮\n\n".repeat(50);
    let long = dingtalk::Message::new(dingtalk::Markdown::new("发布完成", long));
    for message in DingTalk::new().render(card).messages {
        posted("DingTalk, no signature", &message, &robot, || {
            message.validate()
        })?;
        posted("DingTalk", &message, &signing, || message.validate())?;
    }
    posted("DingTalk, long", &long, &signing, || long.validate())
}

/// Compares the request to a robot's webhook with the message alone.
fn posted<M: RobotRequest + Serialize, R>(
    name: &str,
    message: &M,
    robot: &M::Robot,
    rules: impl Fn() -> R,
) -> Result<(), Error> {
    let now = SystemTime::now();
    let request = || message.request(robot, now);
    compare(name, message, sha256, rules, request)
}

fn md5(body: &[u8]) {
    black_box(Md5::digest(body));
}

fn sha256(body: &[u8]) {
    black_box(Sha256::digest(body));
}

/// Prints the times, and how often the body and its hash, and the body alone, are in the request less the rules.
fn compare<R>(
    name: &str,
    message: &impl Serialize,
    hash: fn(&[u8]),
    rules: impl Fn() -> R,
    request: impl Fn() -> Result<SignedRequest, BuildError>,
) -> Result<(), Error> {
    let body = || serde_json::to_vec(message);
    let request = || request().map(SignedRequest::into_http);
    let written = body()?;
    let _ = request()?;
    let mut best = [Duration::MAX; 4];
    // By turns, and the fastest round of each, so that a busy machine slows down none alone.
    for _ in 0..ROUNDS {
        let times = [
            time(&body),
            time(&|| hash(black_box(&written))),
            time(&rules),
            time(&request),
        ];
        for (best, time) in best.iter_mut().zip(times) {
            *best = time.min(*best);
        }
    }
    let [body, hash, rules, request] = best.map(|time| time / CALLS);
    let built = request.saturating_sub(rules).as_secs_f64();
    let [ratio, strict] = [body + hash, body].map(|base| built / base.as_secs_f64());
    println!("{name:<24}{body:>12?}{hash:>12?}{rules:>12?}{request:>12?}{ratio:>8.2}{strict:>8.2}");
    Ok(())
}

fn time<T>(call: &impl Fn() -> T) -> Duration {
    let start = Instant::now();
    for _ in 0..CALLS {
        black_box(call());
    }
    start.elapsed()
}
