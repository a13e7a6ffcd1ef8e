//! What it costs to build and sign a request, next to writing its body as JSON and hashing that.
//!
//! A message is held to its rules before, which can cost more than the rest: the ratio is without that. The aim is 2 at most.

use std::{
    hint::black_box,
    time::{Duration, Instant, SystemTime},
};

use md5::Md5;
use message_card::{SignedRequest, prelude::*, wps365};
use message_card_benches::{Release, macros};
use sha1::{Digest, Sha1};
use sha2::Sha256;

type Error = Box<dyn std::error::Error>;

const ROUNDS: u32 = 50;
const CALLS: u32 = 200;

fn main() -> Result<(), Error> {
    let [body, rules, request] = ["body, hash", "rules", "request"];
    println!("{:<24}{body:>12}{rules:>12}{request:>12}{:>8}", "", "ratio");
    let card = macros::card(&Release::sample());
    wps(&card)?;
    wps365()?;
    robots(&card)
}

fn wps(card: &Card) -> Result<(), Error> {
    let people = wps::Receivers::users("11111", ["22222"]);
    let message = wps::SendMessage::new("AK123", people, card.clone());
    let body = || serde_json::to_vec(&message);
    let public = wps::Credentials::new("AK123", "sk456");
    let private = public.clone().private("https://wps.example.com");
    let now = SystemTime::now();
    let wps3 = || message.request(&public, "token", now);
    // WPS-3 hashes the body with MD5, and a short text with SHA-1.
    let hashed = || body().map(|body| Sha1::digest(Md5::digest(body)));
    let rules = || message.validate();
    compare("WPS-3", hashed, rules, wps3)?;
    let wps4 = || message.request(&private, "token", now);
    compare("WPS-4", || body().map(Sha256::digest), rules, wps4)
}

fn wps365() -> Result<(), Error> {
    let text = wps365::Content::markdown("**环境** production，负责人 林亮\n\n".repeat(10));
    let message = wps365::Create::new(wps365::Receiver::chat("5064301"), text);
    let credentials = wps365::Credentials::new("token").signed("AK123", "sk456");
    let now = SystemTime::now();
    let hashed = || serde_json::to_vec(&message).map(Sha256::digest);
    compare(
        "KSO-1",
        hashed,
        || (),
        || message.request(&credentials, now),
    )
}

fn robots(card: &Card) -> Result<(), Error> {
    let now = SystemTime::now();
    let robot = wecom::Robot::from_key("693a91f6");
    for message in WeCom::new().render(card).messages {
        let body = || serde_json::to_vec(&message);
        let request = || message.request(&robot, now);
        compare("WeCom, no signature", body, || message.validate(), request)?;
    }
    let robot = dingtalk::Robot::from_key("566cc69d").secret("SEC1234");
    for message in DingTalk::new().render(card).messages {
        // HMAC hashes four blocks, of which the secret and the time are two.
        let hashed = || serde_json::to_vec(&message).map(|body| (body, Sha256::digest([0; 200])));
        let request = || message.request(&robot, now);
        compare("DingTalk", hashed, || message.validate(), request)?;
    }
    Ok(())
}

/// Prints the times, and how often the first is in the last less the rules.
fn compare<T, R, E: std::error::Error + 'static>(
    name: &str,
    body: impl Fn() -> Result<T, E>,
    rules: impl Fn() -> R,
    request: impl Fn() -> Result<SignedRequest, message_card::BuildError>,
) -> Result<(), Error> {
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
