//! reqwest 0.13, async.

use http::Response;
use message_card::{SignedRequest, reply::MAX_REPLY};
use reqwest::{Client, Request, redirect::Policy};

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
pub async fn send(client: &Client, request: SignedRequest) -> reqwest::Result<Response<Vec<u8>>> {
    run(client, request)
        .await
        .map_err(reqwest::Error::without_url)
}

async fn run(client: &Client, request: SignedRequest) -> reqwest::Result<Response<Vec<u8>>> {
    let mut answer = client
        .execute(Request::try_from(request.into_http())?)
        .await?;
    let mut response = Response::new(Vec::new());
    *response.status_mut() = answer.status();
    *response.headers_mut() = answer.headers().clone();
    while let Some(chunk) = answer.chunk().await? {
        response.body_mut().extend_from_slice(&chunk);
        if response.body().len() > MAX_REPLY {
            break; // `read_reply` says so
        }
    }
    Ok(response)
}
