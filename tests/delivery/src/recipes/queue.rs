//! Many workers, one robot: a queue of `apalis` in `SQLite`.

use std::{
    sync::Arc,
    time::{Duration, SystemTime},
};

use apalis::prelude::*;
use apalis_sqlite::{Config, SqlitePool, SqliteStorage};
use http::Response;
use message_card::{
    BuildError, RobotRequest, SignedRequest, dingtalk,
    rate::RateLimit,
    reply::{Retry, Sent},
    wecom,
};
use serde::{Deserialize, Serialize};
use sqlx::query_scalar;

use super::{retry::Failure, with_reqwest};

/// What stands in the queue: a message without anything secret. Its request is built when it is sent.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Notice {
    /// With a `msgUuid`: 钉钉 shows it once, however often it is sent.
    DingTalk(dingtalk::Message),
    /// What is sent again is shown again.
    WeCom(wecom::Message),
}

/// What a worker needs.
pub struct Room {
    /// The client, one for the whole program.
    pub client: reqwest::Client,
    /// The robots.
    pub dingtalk: dingtalk::Robot,
    /// See `dingtalk`.
    pub wecom: wecom::Robot,
    /// When a robot may send: the same table for all workers.
    pub slots: Slots,
}

/// The queue, for those who put messages in and for the workers.
#[must_use]
pub fn queue(pool: &SqlitePool, heartbeat: Duration) -> SqliteStorage<Notice> {
    // One message at a time: what a worker holds, no other can send.
    let config = Config::default().queue("notices").batch_size(1);
    SqliteStorage::new(pool).with_config(config.heartbeat_interval(heartbeat))
}

/// Puts a message in; a second one of the same name is not put in.
///
/// # Errors
///
/// Where the database takes nothing.
pub async fn push(
    queue: &mut SqliteStorage<Notice>,
    name: &str,
    notice: Notice,
) -> Result<(), BoxDynError> {
    let notice = match notice {
        Notice::DingTalk(message) => Notice::DingTalk(message.msg_uuid(name)),
        notice @ Notice::WeCom(_) => notice,
    };
    let task = TaskBuilder::new(notice)
        .idempotency_key(name)
        .max_attempts(5);
    Ok(queue.push_task(task.build()).await?)
}

/// Sends what is in the queue, until it is stopped. `name` is another one for each worker.
///
/// # Errors
///
/// Where the database fails, or another worker of this name is alive.
pub async fn work(
    name: &str,
    queue: SqliteStorage<Notice>,
    room: Arc<Room>,
) -> Result<(), WorkerError> {
    let worker = WorkerBuilder::new(name)
        .backend(queue)
        .concurrency(1)
        .data(room);
    worker.build(deliver).run().await
}

async fn deliver(
    notice: Notice,
    room: Data<Arc<Room>>,
    attempt: Attempt,
) -> Result<(), BoxDynError> {
    let robot = match notice {
        Notice::DingTalk(_) => "dingtalk",
        Notice::WeCom(_) => "wecom",
    };
    room.slots.wait(robot).await?;
    let Err(failure) = room.send(&notice).await else {
        return Ok(());
    };
    // Nobody waits for this message: it is sent again after no answer, twice rather than never.
    let wait = match (&failure, failure.retry(true)) {
        (_, Retry::After(wait)) => wait,
        (_, Retry::Backoff) => Duration::from_secs(1) * 2_u32.saturating_pow(attempts(&attempt)),
        _ => return Err(AbortError::new(failure).into()),
    };
    room.slots.close(robot, wait).await?;
    Err(failure.into())
}

fn attempts(attempt: &Attempt) -> u32 {
    u32::try_from(attempt.current()).unwrap_or(u32::MAX).min(10)
}

impl Room {
    async fn send(&self, notice: &Notice) -> Result<Sent, Failure> {
        let now = SystemTime::now();
        let sent = match notice {
            Notice::DingTalk(message) => {
                let answer = self.post(message.request(&self.dingtalk, now)).await?;
                dingtalk::read_reply(&answer)
            }
            Notice::WeCom(message) => {
                let answer = self.post(message.request(&self.wecom, now)).await?;
                wecom::read_reply(&answer)
            }
        };
        sent.map_err(Failure::Reply)
    }

    async fn post(
        &self,
        request: Result<SignedRequest, BuildError>,
    ) -> Result<Response<Vec<u8>>, Failure> {
        let request = request.map_err(Failure::Build)?;
        let answer = with_reqwest::send(&self.client, request).await;
        answer.map_err(|error| Failure::NoAnswer(error.into()))
    }
}

/// The next free moment of each robot, in the database of the queue and by its clock.
pub struct Slots {
    pool: SqlitePool,
    millis: i64,
}

/// Takes the next moment, and says in how many milliseconds it is.
const TAKE: &str = "
    INSERT INTO robot_slots (robot, next) VALUES (?1, CAST(unixepoch('subsec') * 1000 AS INTEGER) + ?2)
    ON CONFLICT (robot) DO UPDATE SET next = max(next, CAST(unixepoch('subsec') * 1000 AS INTEGER)) + ?2
    RETURNING next - ?2 - CAST(unixepoch('subsec') * 1000 AS INTEGER)";

impl Slots {
    /// One less than there may be in the time, so that a request that was slow to arrive does no harm.
    ///
    /// # Errors
    ///
    /// Where the database takes no table.
    pub async fn new(pool: &SqlitePool, limit: RateLimit) -> Result<Self, BoxDynError> {
        let create = "CREATE TABLE IF NOT EXISTS robot_slots (robot TEXT PRIMARY KEY, next INTEGER NOT NULL)";
        sqlx::query(create).execute(pool).await?;
        let between = limit.per / limit.max.saturating_sub(1).max(1);
        let millis = between.as_millis().try_into()?;
        Ok(Self {
            pool: pool.clone(),
            millis,
        })
    }

    async fn wait(&self, robot: &str) -> Result<(), BoxDynError> {
        let take = query_scalar(TAKE).bind(robot).bind(self.millis);
        let wait: i64 = take.fetch_one(&self.pool).await?;
        tokio::time::sleep(Duration::from_millis(wait.try_into().unwrap_or(0))).await;
        Ok(())
    }

    /// Nobody sends for so long.
    async fn close(&self, robot: &str, wait: Duration) -> Result<(), BoxDynError> {
        let more: i64 = wait.as_millis().try_into()?;
        let push = query_scalar::<_, i64>(TAKE).bind(robot).bind(more);
        push.fetch_one(&self.pool).await?;
        Ok(())
    }
}
