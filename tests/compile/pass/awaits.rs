//! A value may be awaited, also where the future is sent to another thread.

use std::{
    future::Future,
    pin::pin,
    task::{Context, Poll, Waker},
};

use message_card::{Card, card};

async fn fetch(name: &str) -> Result<String, std::fmt::Error> {
    Ok(format!("fetched {name}"))
}

async fn notice(name: &str) -> Result<Card, std::fmt::Error> {
    Ok(card! {
        <card>
            <header title={name} subtitle={fetch(name).await?} template={Some(fetch("red").await?.as_str())}/>
            <text>{name} ": " {fetch("text").await?} ", " {name} {fetch("more").await?.len()}</text>
            <markdown>"[" {name} "](https://wps.cn) {name}" <b>{fetch("bold").await?}</b></markdown>
            if fetch(name).await?.is_empty() {
                <hr/>
            } else {
                <action><button key={fetch("key").await?}>{name}</button></action>
            }
        </card>
    })
}

fn is_send<F: Future + Send>(future: F) -> F {
    future
}

fn main() {
    let mut future = pin!(is_send(notice("a")));
    let Poll::Ready(card) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("nothing is waited for");
    };
    let json = serde_json::to_value(card.unwrap()).unwrap();
    assert_eq!(json["header"]["subtitle"]["content"]["text"], "fetched a", "{json}");
    assert_eq!(json["header"]["template"], "fetched red", "{json}");
    assert_eq!(json["elements"][0]["content"]["text"], "a: fetched text, a12", "{json}");
    assert_eq!(json["elements"][1]["content"]["text"], "[a](https://wps.cn) a**fetched bold**", "{json}");
    assert_eq!(json["elements"][2]["actions"][0]["key"], "fetched key", "{json}");
}
