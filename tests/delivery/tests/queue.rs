//! Many workers share one robot, and one of them dies.
#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use std::{sync::Arc, time::Duration};

use apalis_sqlite::{SqlitePool, SqliteStorage};
use delivery_tests::{
    Gateway, Rate, Shown,
    calls::Accounts,
    recipes::{
        queue::{Notice, Room, Slots, push, queue, work},
        with_reqwest,
    },
};
use message_card::{dingtalk, rate::RateLimit, wecom};
use sqlx::{query_scalar, sqlite::SqlitePoolOptions};
use tokio::task::JoinHandle;

/// The database counts in seconds: a worker is taken for dead after two of them.
const HEARTBEAT: Duration = Duration::from_secs(1);

/// One database, which goes with its only connection, and one gateway.
struct Stage {
    gateway: Gateway,
    pool: SqlitePool,
    room: Arc<Room>,
}

impl Stage {
    async fn new() -> Self {
        let mut limit = RateLimit::DINGTALK_ROBOT;
        (limit.max, limit.per) = (5, Duration::from_secs(2));
        let penalty = Duration::from_secs(600);
        let rate = Rate {
            max: 5,
            per: limit.per,
            penalty,
        };
        let gateway = Gateway::with_rate(rate).expect("loopback has a port");
        let pool = SqlitePoolOptions::new().max_connections(1);
        let pool = pool.connect(":memory:").await.expect("there is a database");
        SqliteStorage::setup(&pool)
            .await
            .expect("it takes the tables");
        let accounts = Accounts::of_gateway(gateway.url());
        let room = Arc::new(Room {
            client: with_reqwest::client().expect("there is a client"),
            dingtalk: accounts.dingtalk.expect("there is one"),
            wecom: accounts.wecom.expect("there is one"),
            slots: Slots::new(&pool, limit).await.expect("it takes the table"),
        });
        Self {
            gateway,
            pool,
            room,
        }
    }

    async fn push(&self, name: &str, notice: Notice) {
        let mut queue = queue(&self.pool, HEARTBEAT);
        push(&mut queue, name, notice)
            .await
            .expect("the queue takes it");
    }

    fn start(&self, name: &'static str) -> JoinHandle<()> {
        let (queue, room) = (queue(&self.pool, HEARTBEAT), Arc::clone(&self.room));
        tokio::spawn(async move {
            work(name, queue, room).await.expect("the worker works");
        })
    }

    async fn count(&self, status: &str) -> i64 {
        let count = query_scalar("SELECT count(*) FROM Jobs WHERE status = ?1").bind(status);
        count
            .fetch_one(&self.pool)
            .await
            .expect("it can be counted")
    }

    /// Waits until so many messages have this status.
    async fn until(&self, status: &str, count: i64) {
        let done = async {
            while self.count(status).await < count {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        let in_time = tokio::time::timeout(Duration::from_secs(20), done).await;
        in_time.unwrap_or_else(|_| panic!("not {count} {status}: {:?}", self.texts()));
    }

    async fn until_shown(&self, count: usize) {
        while self.gateway.shown().len() < count {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    fn texts(&self) -> Vec<String> {
        let text = |shown: Shown| shown.body.pointer("/text/content").map(ToString::to_string);
        self.gateway.shown().into_iter().filter_map(text).collect()
    }
}

fn to_dingtalk(text: &str) -> Notice {
    Notice::DingTalk(dingtalk::Message::new(dingtalk::Text::new(text)))
}

fn to_wecom(text: &str) -> Notice {
    Notice::WeCom(wecom::Message::from(wecom::Text::new(text)))
}

#[tokio::test]
async fn three_workers_keep_to_one_limit() {
    let stage = Stage::new().await;
    for number in 0..8 {
        let text = format!("发布 {number}");
        stage.push(&text, to_dingtalk(&text)).await;
    }
    stage.push("发布 0", to_dingtalk("发布 0")).await;
    let workers = ["a", "b", "c"].map(|name| stage.start(name));
    stage.until("Done", 8).await;
    let mut texts = stage.texts();
    texts.sort();
    texts.dedup();
    assert_eq!((stage.gateway.shown().len(), texts.len()), (8, 8));
    workers.iter().for_each(JoinHandle::abort);
}

#[tokio::test]
async fn what_cannot_be_sent_is_given_up() {
    let stage = Stage::new().await;
    stage.push("wrong", to_dingtalk("no keyword")).await;
    stage.push("good", to_dingtalk("发布")).await;
    let worker = stage.start("a");
    stage.until("Done", 1).await;
    stage.until("Killed", 1).await;
    assert_eq!(stage.gateway.shown().len(), 1);
    worker.abort();
}

#[tokio::test]
async fn what_a_busy_robot_refuses_is_sent_later() {
    let stage = Stage::new().await;
    stage.gateway.be_busy(1);
    stage.push("release-128", to_wecom("发布")).await;
    let worker = stage.start("a");
    stage.until("Done", 1).await;
    assert_eq!(stage.gateway.shown().len(), 1);
    worker.abort();
}

/// A worker sends, and dies before the answer is there.
async fn dies(notice: Notice) -> usize {
    let stage = Stage::new().await;
    stage.push("release-128", notice).await;
    stage.gateway.lose_answers(1);
    let first = stage.start("first");
    stage.until_shown(1).await;
    first.abort();
    let second = stage.start("second");
    stage.until("Done", 1).await;
    second.abort();
    stage.gateway.shown().len()
}

#[tokio::test]
async fn dingtalk_shows_it_once() {
    assert_eq!(dies(to_dingtalk("发布")).await, 1);
}

#[tokio::test]
async fn wecom_shows_it_twice() {
    assert_eq!(dies(to_wecom("发布")).await, 2);
}
