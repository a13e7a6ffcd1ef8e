//! The rooms that are drawn.

/// A room that is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Platform {
    /// WPS 协作.
    Wps,
    /// 企业微信.
    WeCom,
    /// 钉钉.
    DingTalk,
}

impl Platform {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Wps => "WPS 协作",
            Self::WeCom => "企业微信 WeCom",
            Self::DingTalk => "钉钉 DingTalk",
        }
    }

    /// The name of the app, as a notification has it.
    pub(super) const fn app(self) -> &'static str {
        match self {
            Self::Wps => "WPS 协作",
            Self::WeCom => "企业微信",
            Self::DingTalk => "钉钉",
        }
    }

    /// What stands in the place of its icon.
    pub(super) const fn letter(self) -> &'static str {
        match self {
            Self::Wps => "W",
            Self::WeCom => "企",
            Self::DingTalk => "钉",
        }
    }

    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Wps => "room wps",
            Self::WeCom => "room wecom",
            Self::DingTalk => "room dingtalk",
        }
    }
}
