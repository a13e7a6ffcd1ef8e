//! WPS 365.

mod content;
mod create;
mod credentials;
mod receiver;
mod update;
mod validate;

pub use self::{
    content::{Content, ContentType},
    create::{BatchCreate, Create},
    credentials::Credentials,
    receiver::{Receiver, ReceiverType, Receivers, ReceiversType},
    update::{IdType, Update},
};
