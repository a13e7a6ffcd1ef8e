//! The relays of `developer.kdocs.cn`.

mod access;
mod robots;
mod woa_app;

pub use self::{
    access::Access,
    robots::{DingTalkRelay, WeComRelay},
    woa_app::WoaAppRelay,
};
