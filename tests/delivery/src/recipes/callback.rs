//! Callbacks, in a handler of axum.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::SystemTime,
};

use axum::{
    Router,
    body::to_bytes,
    extract::{Request, State},
    routing::post,
};
use http::StatusCode;
use message_card::callback::{
    Callback, CardCallback, MAX_CALLBACK, Verified, Verifier, WINDOW, answer_challenge, answer_ok,
};
use tokio::sync::mpsc::Sender;

/// What the handler needs.
pub struct Callbacks {
    /// Checks the signatures.
    pub verifier: Verifier,
    /// Where the work is done: the platform waits three seconds for the answer.
    pub pressed: Sender<CardCallback>,
    /// The signatures of the last minutes. Where several machines answer, this is a table that they share.
    pub seen: Mutex<HashMap<String, SystemTime>>,
}

impl Callbacks {
    /// Whether it was there before: then somebody else may have sent it again.
    fn is_repeated(&self, verified: &Verified<'_>, now: SystemTime) -> bool {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.retain(|_, at| now.duration_since(*at).is_ok_and(|age| age <= 2 * WINDOW));
        seen.insert(verified.signature().to_owned(), now).is_some()
    }
}

/// The route. A GET is how the address of a group robot is said to be checked.
pub fn app(callbacks: Arc<Callbacks>) -> Router {
    let check = || async { answer_ok() };
    Router::new()
        .route("/callback", post(callback).get(check))
        .with_state(callbacks)
}

async fn callback(State(state): State<Arc<Callbacks>>, request: Request) -> (StatusCode, String) {
    let (head, body) = request.into_parts();
    let refuse = |status| (status, String::new());
    let Ok(body) = to_bytes(body, MAX_CALLBACK).await else {
        return refuse(StatusCode::PAYLOAD_TOO_LARGE);
    };
    let now = SystemTime::now();
    let verified = match state
        .verifier
        .verify(&head.headers, &body, &head.method, &head.uri, now)
    {
        Ok(verified) => verified,
        Err(error) => {
            eprintln!("callback refused: {error}"); // for the log, not for the sender
            return refuse(StatusCode::UNAUTHORIZED);
        }
    };
    match verified.parse() {
        Ok(Callback::Challenge(text)) => (StatusCode::OK, answer_challenge(&text)),
        Ok(Callback::Card(_)) if state.is_repeated(&verified, now) => refuse(StatusCode::CONFLICT),
        Ok(Callback::Card(card)) => match state.pressed.try_send(card) {
            Ok(()) => (StatusCode::OK, answer_ok()),
            Err(_) => refuse(StatusCode::SERVICE_UNAVAILABLE), // the client shows that it failed
        },
        Ok(_) => (StatusCode::OK, answer_ok()),
        Err(error) => {
            eprintln!("callback not understood: {error}");
            refuse(StatusCode::BAD_REQUEST)
        }
    }
}
