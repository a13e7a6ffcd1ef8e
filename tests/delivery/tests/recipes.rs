//! What the guide shows does what it says.
#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use std::{
    cell::Cell,
    sync::{Arc, Mutex},
    time::{Duration, SystemTime},
};

use delivery_tests::{
    Gateway, Rate,
    calls::Accounts,
    known,
    platform::{self, Scheme},
    recipes::{
        callback::{Callbacks, app},
        rate_limit::limiter,
        retry::{Failure, send_with_retry},
        with_reqwest, with_ureq,
    },
};
use governor::{Quota, RateLimiter};
use http::Response;
use message_card::{
    RobotRequest,
    callback::{CardCallback, MAX_CALLBACK, Verifier, WINDOW},
    rate::RateLimit,
    reply::{SendError, Sent},
    wecom::{self, Message, Text},
};
use tokio::{sync::mpsc, time::Instant};

/// Five in a second instead of twenty in a minute.
fn limit() -> RateLimit {
    let mut limit = RateLimit::WECOM_ROBOT;
    (limit.max, limit.per) = (5, Duration::from_secs(1));
    limit
}

fn gateway(limit: RateLimit) -> Gateway {
    let rate = Rate {
        max: limit.max.try_into().expect("it is small"),
        per: limit.per,
        penalty: limit.penalty,
    };
    Gateway::with_rate(rate).expect("loopback has a port")
}

struct Room {
    gateway: Gateway,
    client: reqwest::Client,
    robot: wecom::Robot,
}

impl Room {
    fn new(gateway: Gateway) -> Self {
        let accounts = Accounts::of_gateway(gateway.url());
        Self {
            gateway,
            client: with_reqwest::client().expect("there is a client"),
            robot: accounts.wecom.expect("there is one"),
        }
    }

    async fn send(&self) -> Result<Sent, Failure> {
        let message = Message::from(Text::new("发布完成"));
        let request = message.request(&self.robot, SystemTime::now());
        let request = request.map_err(Failure::Build)?;
        let answer = with_reqwest::send(&self.client, request).await;
        let answer = answer.map_err(|error| Failure::NoAnswer(error.into()))?;
        wecom::read_reply(&answer).map_err(Failure::Reply)
    }
}

#[tokio::test]
async fn a_busy_system_is_asked_again() {
    let room = Room::new(Gateway::start().expect("loopback has a port"));
    let soon = Duration::from_millis(2);
    room.gateway.be_busy(3);
    assert!(send_with_retry(|| room.send(), false, soon).await.is_ok());
    room.gateway.be_busy(4);
    let Err(Failure::Reply(error)) = send_with_retry(|| room.send(), false, soon).await else {
        panic!("four attempts are all");
    };
    assert_eq!(error.code(), Some(&message_card::reply::Code::Number(-1)));
    assert_eq!(room.gateway.shown().len(), 1);
}

/// What `send_with_retry` makes of these answers, how often it asked, and how long that took.
async fn asked(answers: &[&'static str], is_known_again: bool) -> (bool, usize, Duration) {
    let (count, start) = (Cell::new(0), Instant::now());
    let attempt = || {
        let answer = answers.get(count.get()).copied();
        count.set(count.get() + 1);
        async move {
            let body = answer.ok_or_else(|| Failure::NoAnswer("timeout".into()))?;
            wecom::read_reply(&Response::new(body)).map_err(Failure::Reply)
        }
    };
    let sent = send_with_retry(attempt, is_known_again, Duration::from_millis(100)).await;
    (sent.is_ok(), count.get(), start.elapsed())
}

#[tokio::test(start_paused = true)]
async fn the_platform_says_when() {
    const OK: &str = r#"{"errcode":0,"errmsg":"ok"}"#;
    let (sent, count, took) = asked(&[r#"{"errcode":45009}"#, OK], false).await;
    assert!(
        sent && count == 2 && took >= Duration::from_secs(60),
        "{took:?}"
    );
    let (sent, count, took) = asked(&[r#"{"errcode":93000}"#, OK], false).await;
    assert!(!sent && count == 1 && took < Duration::from_millis(1));
    assert_eq!(asked(&[], false).await.1, 1);
    assert_eq!(asked(&[], true).await.1, 4);
}

#[tokio::test]
async fn one_process_keeps_to_the_limit() {
    let room = Room::new(gateway(limit()));
    let limiter = limiter(limit()).expect("it is a limit");
    for _ in 0..8 {
        limiter.until_ready().await;
        let sent = room.send().await;
        assert!(sent.is_ok(), "{sent:?}");
    }
    assert_eq!(room.gateway.shown().len(), 8);
}

/// Why the recipe does not take the obvious quota.
#[tokio::test]
async fn a_burst_does_not_keep_to_the_limit() {
    let room = Room::new(gateway(limit()));
    let most = limit().max.try_into().expect("it is not 0");
    let quota = Quota::with_period(limit().interval()).expect("it is a quota");
    let limiter = RateLimiter::direct(quota.allow_burst(most));
    let mut refused = None;
    for _ in 0..8 {
        limiter.until_ready().await;
        refused = refused.or(room.send().await.err());
    }
    let Some(Failure::Reply(SendError::Api { code, .. })) = refused else {
        panic!("{refused:?}");
    };
    assert!(code == 45009);
}

const PRESSED: &str = r#"{"callback_name":"xz_card","app_id":"AK1","data":{"company_id":"1","app_ctx_id":"release-128","content":{"action":"rollback"}}}"#;

struct Server {
    url: String,
    agent: ureq::Agent,
    pressed: mpsc::Receiver<CardCallback>,
    _runtime: tokio::runtime::Runtime,
}

/// The recipe's handler, in a thread of its own.
fn server(verifier: Verifier) -> Server {
    let (sender, pressed) = mpsc::channel(2);
    let callbacks = Callbacks {
        verifier,
        pressed: sender,
        seen: Mutex::default(),
    };
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.worker_threads(1).enable_all().build();
    let runtime = runtime.expect("there is a runtime");
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"));
    let listener = listener.expect("loopback has a port");
    let url = format!("http://{}", listener.local_addr().expect("it is bound"));
    runtime.spawn(async { axum::serve(listener, app(Arc::new(callbacks))).await });
    Server {
        url,
        agent: with_ureq::agent(),
        pressed,
        _runtime: runtime,
    }
}

impl Server {
    fn send(&self, request: http::Request<Vec<u8>>) -> (u16, String) {
        let answer = self.agent.run(request).expect("there is an answer");
        let (head, mut body) = answer.into_parts();
        (
            head.status.as_u16(),
            body.read_to_string().expect("it is text"),
        )
    }

    fn post(&self, scheme: Scheme, body: &str, now: SystemTime) -> (u16, String) {
        let request = platform::callback(scheme, &self.url, "/callback?from=card", body, now);
        self.send(request.expect("it is a request"))
    }
}

fn verifier(scheme: Scheme) -> Verifier {
    match scheme {
        Scheme::Wps4 | Scheme::WpsDocs => Verifier::wps4(known::APP_ID, known::SECRET_KEY),
        Scheme::Kso1 => Verifier::kso1(known::ACCESS_KEY, known::KSO_SECRET),
    }
}

#[test]
fn callbacks_are_answered() {
    for scheme in Scheme::ALL {
        let mut server = server(verifier(scheme));
        let now = SystemTime::now();
        let ok = (200, r#"{"result":"ok"}"#.to_owned());
        assert_eq!(server.post(scheme, PRESSED, now), ok);
        let card = server.pressed.try_recv().expect("the button was pressed");
        assert_eq!((&*card.ctx_id, &*card.action), ("release-128", "rollback"));
        let challenge = server.post(scheme, r#"{"challenge":"ab\"c"}"#, now);
        assert_eq!(challenge, (200, r#"{"challenge":"ab\"c"}"#.to_owned()));
        let check = http::Request::get(format!("{}/callback", server.url)).body(vec![]);
        assert_eq!(server.send(check.expect("it is a request")), ok);
    }
}

#[test]
fn callbacks_are_refused() {
    let empty = |status| (status, String::new());
    for scheme in Scheme::ALL {
        let mut server = server(verifier(scheme));
        let now = SystemTime::now();
        for time in [now - WINDOW * 2, now + WINDOW * 2] {
            assert_eq!(server.post(scheme, PRESSED, time), empty(401));
        }
        let signed = platform::callback(scheme, &server.url, "/callback?from=card", PRESSED, now);
        let mut tampered = signed.expect("it is a request");
        *tampered.body_mut() = PRESSED.replace("rollback", "rollbaCk").into_bytes();
        assert_eq!(server.send(tampered), empty(401));
        let unsigned = http::Request::post(format!("{}/callback", server.url));
        let unsigned = unsigned.body(PRESSED.into()).expect("it is a request");
        assert_eq!(server.send(unsigned), empty(401));
        let long = " ".repeat(MAX_CALLBACK + 1);
        assert_eq!(server.post(scheme, &long, now), empty(413));
        assert_eq!(server.post(scheme, "[]", now), empty(400));
        assert!(server.pressed.try_recv().is_err());
    }
}

#[test]
fn callbacks_are_not_done_twice() {
    let mut server = server(verifier(Scheme::Kso1));
    let now = SystemTime::now();
    assert_eq!(server.post(Scheme::Kso1, PRESSED, now).0, 200);
    assert_eq!(server.post(Scheme::Kso1, PRESSED, now).0, 409);
    assert!(server.pressed.try_recv().is_ok() && server.pressed.try_recv().is_err());
    // What nobody works on is not acknowledged.
    for (seconds, status) in [(1, 200), (2, 200), (3, 503)] {
        let time = now - Duration::from_secs(seconds);
        assert_eq!(server.post(Scheme::Kso1, PRESSED, time).0, status);
    }
}
