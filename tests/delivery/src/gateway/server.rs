use std::{
    io,
    net::{Ipv4Addr, TcpListener},
    sync::Arc,
    thread::JoinHandle,
    time::SystemTime,
};

use axum::{Router, body::Body, extract::Request};
use http::{
    Response, StatusCode,
    header::{CONTENT_TYPE, LOCATION},
};
use serde_json::Value;
use tokio::{runtime::Builder, sync::oneshot};

use super::{Incoming, Rate, Shown, State, answer};

/// More than any body that the library sends.
const MOST: usize = 8 << 20;

/// The gateway, until it is dropped. It takes a free port of loopback and has a thread of its own.
pub struct Gateway {
    url: String,
    state: Arc<State>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Gateway {
    /// With the documented limits.
    ///
    /// # Errors
    ///
    /// Where loopback has no port, or the system no thread.
    pub fn start() -> io::Result<Self> {
        Self::with_rate(Rate::DOCUMENTED)
    }

    /// With other limits, so that a test need not wait a minute.
    ///
    /// # Errors
    ///
    /// As [`Gateway::start`].
    pub fn with_rate(rate: Rate) -> io::Result<Self> {
        let state = Arc::new(State::new(rate));
        let app = app(&state);
        let (url, stop, thread) = serve(app)?;
        Ok(Self {
            url,
            state,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// `http://127.0.0.1:…`, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What was shown so far, in all rooms.
    #[must_use]
    pub fn shown(&self) -> Vec<Shown> {
        self.state.shown()
    }

    /// The next requests are answered as by a system that is busy.
    pub fn be_busy(&self, times: usize) {
        self.state.set_busy(times);
    }

    /// The next requests are sent elsewhere, by a status of 307.
    pub fn redirect(&self, times: usize) {
        self.state.set_moved(times);
    }

    /// The next requests are dealt with, and their answers get lost.
    pub fn lose_answers(&self, times: usize) {
        self.state.set_silent(times);
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn app(state: &Arc<State>) -> Router {
    let state = Arc::clone(state);
    Router::new().fallback(move |request: Request| {
        let state = Arc::clone(&state);
        async move { respond(request, &state).await }
    })
}

async fn respond(request: Request, state: &State) -> Response<Body> {
    let (head, body) = request.into_parts();
    let Ok(body) = axum::body::to_bytes(body, MOST).await else {
        return text(StatusCode::PAYLOAD_TOO_LARGE, String::new());
    };
    let incoming = Incoming {
        method: head.method,
        uri: head.uri,
        headers: head.headers,
        body: body.to_vec(),
        now: SystemTime::now(),
    };
    let answer = answer(&incoming, state);
    if state.is_silent() {
        std::future::pending::<()>().await;
    }
    match answer.body {
        Value::String(page) => text(answer.status, page),
        json => text(answer.status, json.to_string()),
    }
}

fn text(status: StatusCode, text: String) -> Response<Body> {
    let kind = if text.starts_with('<') {
        "text/html"
    } else {
        "application/json"
    };
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    let kind = http::HeaderValue::from_static(kind);
    response.headers_mut().insert(CONTENT_TYPE, kind);
    if status.is_redirection() {
        let elsewhere = http::HeaderValue::from_static("/elsewhere");
        response.headers_mut().insert(LOCATION, elsewhere);
    }
    response
}

type Served = (String, oneshot::Sender<()>, JoinHandle<()>);

fn serve(app: Router) -> io::Result<Served> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    listener.set_nonblocking(true)?;
    let url = format!("http://{}", listener.local_addr()?);
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let (stop, stopped) = oneshot::channel();
    let run = move || {
        runtime.block_on(async move {
            let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
                return;
            };
            tokio::select! {
                _ = axum::serve(listener, app) => {}
                _ = stopped => {}
            }
        });
    };
    let thread = std::thread::Builder::new().name("gateway".to_owned());
    Ok((url, stop, thread.spawn(run)?))
}
