//! A gateway on loopback that checks requests as the platforms say that they do, and answers in their envelopes.
//!
//! It is written from the platforms' pages, and shares no code with the library. What the pages leave open it decides
//! strictly, and says so: how old a date may be, which codes WPS and kdocs have, what they answer to too many messages.

mod answer;
mod dingtalk;
mod incoming;
mod kdocs;
mod limit;
mod server;
mod shape;
pub(crate) mod signature;
mod state;
mod wecom;
mod wps;
mod wps365;
mod wps_robot;

use self::{
    answer::{Answer, Envelope},
    incoming::Incoming,
    state::State,
};
pub use self::{limit::Rate, server::Gateway, state::Shown};

type Handler = fn(&Incoming, &State) -> Result<Answer, Answer>;

/// What a platform does with one request.
fn answer(request: &Incoming, state: &State) -> Answer {
    let path = request.path();
    let (envelope, handle): (_, Handler) = match path {
        wps::PUBLIC => (Envelope::Wps, wps::public),
        wps::PRIVATE => (Envelope::Wps, wps::private),
        wps_robot::PATH => (Envelope::WpsRobot, wps_robot::send),
        wecom::PATH => (Envelope::WeCom, wecom::send),
        dingtalk::PATH => (Envelope::DingTalk, dingtalk::send),
        _ if path.starts_with(kdocs::PATH) => (Envelope::Kdocs, kdocs::send),
        _ if wps365::is_call(path) => (Envelope::Wps365, wps365::call),
        _ => return not_found(),
    };
    if state.is_moved() {
        return Answer::new(http::StatusCode::TEMPORARY_REDIRECT, "".into());
    }
    if state.is_busy() {
        return envelope.busy();
    }
    handle(request, state).unwrap_or_else(|refusal| refusal)
}

fn not_found() -> Answer {
    let page = "<html><body>404 page not found</body></html>";
    Answer::new(http::StatusCode::NOT_FOUND, page.into())
}
