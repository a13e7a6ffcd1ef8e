//! hyper 1, with the client of `hyper-util`.

use std::{error::Error, time::Duration};

use http::Response;
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use message_card::{SignedRequest, reply::MAX_REPLY};

/// Plain HTTP, for loopback: `HttpsConnector` of `hyper-rustls` instead of `HttpConnector` for the platforms.
pub type HttpClient = Client<HttpConnector, Full<Bytes>>;

/// Once for the whole program. It follows no redirects.
#[must_use]
pub fn client() -> HttpClient {
    Client::builder(TokioExecutor::new()).build_http()
}

/// Sends, and gives what `read_reply` takes.
///
/// # Errors
///
/// Where there was no answer in ten seconds, or a longer one than is read.
pub async fn send(
    client: &HttpClient,
    request: SignedRequest,
) -> Result<Response<Vec<u8>>, Box<dyn Error + Send + Sync>> {
    let request = request.into_http().map(|body| Full::new(Bytes::from(body)));
    let answer = async {
        let (head, body) = client.request(request).await?.into_parts();
        let body = Limited::new(body, MAX_REPLY).collect().await?;
        Ok(Response::from_parts(head, body.to_bytes().to_vec()))
    };
    tokio::time::timeout(Duration::from_secs(10), answer).await?
}
