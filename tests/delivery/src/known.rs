//! What the gateway knows: the ids and secrets of one company. None of them is anybody's.

/// The application of WPS 协作.
pub const APP_ID: &str = "AK20261122";
/// Its secret key, with capitals: WPS-3 is said to lower-case it.
pub const SECRET_KEY: &str = "Sk-Loopback-7f3a";
/// The company's authorisation of that application; what has to be encoded in a URL is in it.
pub const COMPANY_TOKEN: &str = "company+token/1=";
/// The application of WPS 365: the access token, and the pair that signs.
pub const ACCESS_TOKEN: &str = "access-token-365";
/// See [`ACCESS_TOKEN`].
pub const ACCESS_KEY: &str = "AK365";
/// See [`ACCESS_TOKEN`].
pub const KSO_SECRET: &str = "kso-secret-365";
/// The group robot of WPS 协作.
pub const WPS_ROBOT: &str = "wps-robot-key";
/// The group robot of 企业微信.
pub const WECOM_ROBOT: &str = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";
/// The group robot of 钉钉.
pub const DINGTALK_ROBOT: &str = "566cc69da782ec0b";
/// It wants signatures with this secret,
pub const DINGTALK_SECRET: &str = "SEC-loopback";
/// and this word in every message.
pub const DINGTALK_KEYWORD: &str = "发布";
/// The token of the kdocs relays.
pub const KDOCS_TOKEN: &str = "kdocs-token";

/// What must not be in any output: every secret above, and the signatures' beginnings.
pub const SECRETS: &[&str] = &[
    SECRET_KEY,
    COMPANY_TOKEN,
    "company%2Btoken",
    ACCESS_TOKEN,
    KSO_SECRET,
    WPS_ROBOT,
    WECOM_ROBOT,
    DINGTALK_ROBOT,
    DINGTALK_SECRET,
    KDOCS_TOKEN,
    "WPS-3:",
    "WPS-4 ",
    "KSO-1 ",
    "sign=",
];
