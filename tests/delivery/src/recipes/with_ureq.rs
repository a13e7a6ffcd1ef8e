//! ureq 3, blocking.

use http::Response;
use message_card::{SignedRequest, reply::MAX_REPLY};
use ureq::Agent;

/// Once for the whole program.
#[must_use]
pub fn agent() -> Agent {
    Agent::config_builder()
        .timeout_global(Some(std::time::Duration::from_secs(10)))
        .http_status_as_error(false) // the body of a 4xx says what is wrong
        .max_redirects(0) // a redirect would carry keys elsewhere
        .build()
        .new_agent()
}

/// Sends, and gives what `read_reply` takes.
///
/// # Errors
///
/// Where there was no answer.
pub fn send(agent: &Agent, request: SignedRequest) -> Result<Response<Vec<u8>>, ureq::Error> {
    let (head, mut body) = agent.run(request.into_http())?.into_parts();
    let body = body.with_config().limit(MAX_REPLY as u64).read_to_vec()?;
    Ok(Response::from_parts(head, body))
}
