//! reqwest 0.13, blocking.

use std::{error::Error, io::Read};

use http::Response;
use message_card::{SignedRequest, reply::MAX_REPLY};
use reqwest::{
    blocking::{Client, Request},
    redirect::Policy,
};

/// Once for the whole program.
///
/// # Errors
///
/// Where TLS or the resolver cannot be set up.
pub fn client() -> reqwest::Result<Client> {
    Client::builder()
        .timeout(std::time::Duration::from_secs(10))
        .redirect(Policy::none()) // a redirect would carry keys elsewhere
        .build()
}

/// Sends, and gives what `read_reply` takes.
///
/// # Errors
///
/// Where there was no answer. reqwest's errors print the URL, which holds the key: that is taken out.
pub fn send(client: &Client, request: SignedRequest) -> Result<Response<Vec<u8>>, Box<dyn Error>> {
    let request = Request::try_from(request.into_http()).map_err(reqwest::Error::without_url)?;
    let answer = client
        .execute(request)
        .map_err(reqwest::Error::without_url)?;
    let mut response = Response::new(Vec::new());
    *response.status_mut() = answer.status();
    *response.headers_mut() = answer.headers().clone();
    // One byte more than is read: `read_reply` says so.
    answer
        .take(MAX_REPLY as u64 + 1)
        .read_to_end(response.body_mut())?;
    Ok(response)
}
