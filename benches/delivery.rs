//! What it costs to build and sign a request, up to the `http::Request` that a client takes, next to writing its body as
//! JSON and hashing that where the signature covers it.
//!
//! A message is held to its rules before, which can cost more than the rest: the ratio is without that. The aim is 2 at most.

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
    let [body, rules, request] = ["body, hash", "rules", "request"];
    println!("{:<24}{body:>12}{rules:>12}{request:>12}{:>8}", "", "ratio");
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
    // Of the body; what WPS-3 hashes with SHA-1 is a short text.
    let hashed = || body(&message).map(Md5::digest);
    let wps3 = || message.request(&public, "token", now);
    compare("WPS-3", hashed, rules, wps3)?;
    let hashed = || body(&message).map(Sha256::digest);
    let wps4 = || message.request(&private, "token", now);
    compare("WPS-4", hashed, rules, wps4)?;

    let robot = wps::Robot::from_key("693a91f6");
    let message = wps::WebhookMessage::from(card.clone());
    posted("WPS robot", &message, &robot, || message.validate())
}

fn wps365() -> Result<(), Error> {
    let now = SystemTime::now();
    let text = wps365::Content::markdown("**环境** production，负责人 林亮\n\n".repeat(10));
    let message = wps365::Create::new(wps365::Receiver::chat("5064301"), text);
    let credentials = wps365::Credentials::new("token").signed("AK123", "sk456");
    let hashed = || body(&message).map(Sha256::digest);
    let request = || message.request(&credentials, now);
    compare("KSO-1", hashed, || (), request)
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
    compare("WeCom by kdocs", || body(&sent), rules, request)
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
        // It is over the time and the secret, and nothing of the body is hashed.
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
    compare(name, || body(message), rules, request)
}

fn body(message: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(message)
}

/// Prints the times, and how often the first is in the last less the rules.
fn compare<T, R>(
    name: &str,
    body: impl Fn() -> serde_json::Result<T>,
    rules: impl Fn() -> R,
    request: impl Fn() -> Result<SignedRequest, BuildError>,
) -> Result<(), Error> {
    let request = || request().map(SignedRequest::into_http);
    body()?;
    let _ = request()?;
    let mut best = [Duration::MAX; 3];
    // By turns, and the fastest round of each, so that a busy machine slows down none alone.
    for _ in 0..ROUNDS {
        let times = [time(&body), time(&rules), time(&request)];
        for (best, time) in best.iter_mut().zip(times) {
            *best = time.min(*best);
        }
    }
    let [body, rules, request] = best.map(|time| time / CALLS);
    let ratio = request.saturating_sub(rules).as_secs_f64() / body.as_secs_f64();
    println!("{name:<24}{body:>12?}{rules:>12?}{request:>12?}{ratio:>8.2}");
    Ok(())
}

fn time<T>(call: &impl Fn() -> T) -> Duration {
    let start = Instant::now();
    for _ in 0..CALLS {
        black_box(call());
    }
    start.elapsed()
}
