//! Every endpoint's request goes through every client, and the answer back into `read_reply`.
#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use std::{error::Error, time::SystemTime};

use delivery_tests::{
    Gateway,
    calls::{Accounts, Call, calls, release_notice},
    known,
    recipes::{with_hyper, with_reqwest, with_reqwest_blocking, with_ureq},
};
use http::{Response, StatusCode};
use message_card::{SignedRequest, reply::SendError};
use tokio::runtime::{Builder, Runtime};

type Answer = Result<Response<Vec<u8>>, Box<dyn Error>>;

fn all(gateway: &Gateway) -> Vec<Call> {
    let accounts = Accounts::of_gateway(gateway.url());
    calls(&accounts, &release_notice(), SystemTime::now()).expect("the requests can be built")
}

fn runtime() -> Runtime {
    let runtime = Builder::new_current_thread().enable_all().build();
    runtime.expect("there is a runtime")
}

/// What has to hold for a client, whichever it is.
fn check(mut send: impl FnMut(SignedRequest) -> Answer) {
    let gateway = Gateway::start().expect("loopback has a port");
    for call in all(&gateway) {
        let before = gateway.shown().len();
        let answer = send(call.request).unwrap_or_else(|error| panic!("{}: {error}", call.name));
        let taken = (call.read)(&answer).unwrap_or_else(|error| panic!("{}: {error}", call.name));
        assert_eq!(gateway.shown().len(), before + 1, "{}", call.name);
        let has_id = ["robot", "update"]
            .iter()
            .all(|word| !call.name.contains(word));
        assert_eq!(taken.message_id.is_some(), has_id, "{}", call.name);
    }
    statuses(&gateway, &mut send);
    no_answer(gateway, &mut send);
}

/// A body that comes with another status is read, and a redirect is not followed.
fn statuses(gateway: &Gateway, send: &mut impl FnMut(SignedRequest) -> Answer) {
    for (redirects, busy, status) in [
        (0, 1, StatusCode::SERVICE_UNAVAILABLE),
        (1, 0, StatusCode::TEMPORARY_REDIRECT),
    ] {
        gateway.be_busy(busy);
        gateway.redirect(redirects);
        let call = all(gateway).swap_remove(0);
        let answer = send(call.request).expect("there is an answer");
        let Err(SendError::Status { status: found, .. }) = (call.read)(&answer) else {
            panic!("{answer:?}");
        };
        assert_eq!(found, status);
    }
}

/// What a client says when nobody answers holds no secret.
fn no_answer(gateway: Gateway, send: &mut impl FnMut(SignedRequest) -> Answer) {
    let calls = all(&gateway);
    drop(gateway);
    for call in calls {
        let error = send(call.request).expect_err("nobody is there");
        let words = format!("{error} {error:?} {:?}", error.source());
        for secret in known::SECRETS {
            assert!(!words.contains(secret), "{}: {words}", call.name);
        }
    }
}

#[test]
fn ureq() {
    let agent = with_ureq::agent();
    check(|request| Ok(with_ureq::send(&agent, request)?));
}

#[test]
fn reqwest() {
    let (runtime, client) = (
        runtime(),
        with_reqwest::client().expect("there is a client"),
    );
    check(|request| Ok(runtime.block_on(with_reqwest::send(&client, request))?));
}

#[test]
fn reqwest_blocking() {
    let client = with_reqwest_blocking::client().expect("there is a client");
    check(|request| with_reqwest_blocking::send(&client, request));
}

#[test]
fn hyper() {
    let (runtime, client) = (runtime(), with_hyper::client());
    check(|request| {
        let answer = runtime.block_on(with_hyper::send(&client, request));
        answer.map_err(|error| -> Box<dyn Error> { error })
    });
}
