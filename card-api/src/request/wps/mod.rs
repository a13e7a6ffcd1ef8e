//! WPS 协作.

mod credentials;
mod robot;
mod send;

pub use self::{
    credentials::{Credentials, SignedUri},
    robot::Robot,
    send::SendRequest,
};
