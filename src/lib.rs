// The first definition of a link counts: in the documentation this one leads to the guide, not to a file.
#![doc = "[中文]: crate::guide::zh"]
#![doc = ""]
#![doc = include_str!("../README.md")]

pub mod guide;

pub use card_model::{
    Action, ActionItem, Button, Card, ClientType, Config, Div, Division, Element, Fallback, Header,
    Hr, Href, Img, IntoActions, IntoElements, IntoFields, IntoFlag, IntoJson, IntoLink, Language,
    Link, List, Locale, Lookalike, Markdown, NonsupportClient, OperatorAllow, Other, PicText,
    Position, ReadError, ReadErrorKind, Rule, Show, Str, Text, TextElement, TodoSwitch, Violation,
    Violations, markdown, spec,
};
pub use card_render::{
    Client, DingTalk, Fit, Loss, LossKind, Person, PlainText, Preview, Rendered, Report, Severity,
    Target, TooLossy, WeCom, Wps, Wps365, WpsWebhook, preview, snapshot,
};

/// 钉钉: the messages that the webhook of a group robot takes, and with the feature `api` their requests and replies.
///
/// A [`Message`](dingtalk::Message) serialises to the body of
/// `POST https://oapi.dingtalk.com/robot/send?access_token=…`, and reads from it.
/// [`Message::validate`](dingtalk::Message::validate) holds it to the limits in
/// [`spec::dingtalk`].
///
/// Sources: `open.dingtalk.com/document/development/robot-message-type` and
/// `open.dingtalk.com/document/development/custom-robots-send-group-messages`.
pub mod dingtalk {
    #[cfg(feature = "api")]
    pub use card_api::dingtalk::*;
    pub use card_render::dingtalk::*;
}

/// 企业微信: the messages that the webhook of a group robot takes, and with the feature `api` their requests and replies.
///
/// A [`Message`](wecom::Message) serialises to the body of
/// `POST https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…`, and reads from it.
/// [`Message::validate`](wecom::Message::validate) holds it to the documented limits, which are in
/// [`spec::wecom`]. The types here are those of the webhook: what only app messages have
/// (`button_interaction`, `task_id`, …) is not part of them.
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`.
pub mod wecom {
    #[cfg(feature = "api")]
    pub use card_api::wecom::*;
    pub use card_render::wecom::*;
}

/// WPS 协作: what a card becomes there, the call that sends it, and with the feature `api` its requests and replies.
///
/// [`Wps`] is the target: a card becomes the [`Content`](wps::Content) of a message with `msg_type` 23.
/// [`SendMessage`](wps::SendMessage) is the body of the call that sends it. This is the older of the platform's two card
/// dialects; the newer one is that of [`wps365`].
///
/// Sources: `open-xz.wps.cn/pages/server/msg-and-group/sendmsgV2/`, and `quick-start/how-to-send-msg-card.html` below
/// `bgpt.qhzwfw.gov.cn/developer/document/app/history/collab-dev/dev-guide/msg-card/`.
pub mod wps {
    #[cfg(feature = "api")]
    pub use card_api::wps::*;
    pub use card_render::wps::*;
}

/// WPS 365: its card dialect, the newer of the platform's two, and with the feature `api` its requests and replies.
///
/// [`Wps365`] is the target: a card becomes a [`Message`](wps365::Message) with a [`Card`](wps365::Card) of this dialect.
/// [`Card::from_json`](wps365::Card::from_json) reads one, and [`Card::to_card`](wps365::Card::to_card) carries it over to the
/// older dialect. The guide's chapter [`wps365`](guide::wps365) says what becomes what, and what is not documented.
///
/// Sources: below `open.wps.cn/documents/app-integration-dev/guide/card/` and
/// `open.wps.cn/documents/app-integration-dev/wps365/server/im/message/`.
pub mod wps365 {
    #[cfg(feature = "api")]
    pub use card_api::wps365::*;
    pub use card_render::wps365::*;
}

#[cfg(feature = "api")]
pub use card_api::{
    BuildError, KeyFault, RobotRequest, Secret, SignedRequest, UrlFault, callback, http, kdocs,
    rate, reply, sign,
};

/// Writes a card as markup that the compiler checks, and gives a [`Card`].
///
/// ```
/// use message_card::prelude::*;
///
/// let failed = ["login", "search"];
/// let card = card! {
///     <card>
///         <header title="发布完成"/>
///         for name in failed {
///             <markdown><font color="red">{name}</font></markdown>
///         }
///     </card>
/// };
/// assert_eq!(card.elements.len(), 2);
/// ```
///
/// The [guide](crate::guide) has a chapter for each tag. What stands between the tags:
///
/// - **Text** is quoted, or a value in braces. Quoted text is a format string: `"build #{build}"`, `"{cost:.2}"`,
///   `"{value:?}"`, `{{` for a brace. A value is whatever implements [`Display`](std::fmt::Display), and is data: it
///   becomes no markup, no mention and no link.
/// - **Control flow** is Rust's: `if`, `else if`, `if let`, `for`, `match`, `let`.
/// - **Values among elements** are spliced: one element, an `Option`, a `Vec`, an array, another card's elements
///   ([`IntoElements`]). Buttons and columns likewise.
/// - **Attributes** are `name="text"`, `name={value}`, or `name` alone for `true`. An optional attribute takes an
///   `Option`. In a quoted URL a value at the start is a URL itself, one further on is percent-encoded in its place.
/// - **Comments** are Rust's.
///
/// A mistake is a compile error at the token to change, and says what to do:
///
/// ```compile_fail
/// use message_card::prelude::*;
///
/// let card = card! { <card><header titel="发布完成"/></card> };
/// // error: `<header>` has no attribute `titel`
/// //        = help: did you mean `title`?
/// ```
#[cfg(not(rust_analyzer))]
#[macro_export]
macro_rules! card {
    ($($markup:tt)*) => { $crate::__private::card!([$crate::__private] $($markup)*) };
}

/// Writes a card as markup that the compiler checks, and gives a [`Card`].
#[cfg(rust_analyzer)]
#[macro_export]
macro_rules! card {
    ($($markup:tt)*) => { $crate::__private::card!([ide $crate::__private] $($markup)*) };
}

/// What `card!` expands to. Not a public interface.
#[doc(hidden)]
pub mod __private {
    pub use card_macros::card;
    pub use card_model::{
        markup::{
            Builder, Given, actions, build, elements, fields, flag, json, link, literal, text,
        },
        spec::ide,
    };
}

/// Everything for `use message_card::prelude::*`.
pub mod prelude {
    #[doc(no_inline)]
    pub use crate::{
        Action, Button, Card, Client, Config, DingTalk, Div, Element, Fallback, Fit, Header, Hr,
        Href, Img, IntoActions, IntoElements, IntoFields, Link, Locale, Loss, LossKind, Markdown,
        Person, PicText, PlainText, Rendered, Report, Severity, Target, Text, TooLossy, WeCom, Wps,
        Wps365, WpsWebhook, card, dingtalk, preview, wecom, wps, wps365,
    };
    #[cfg(feature = "api")]
    #[doc(no_inline)]
    pub use crate::{RobotRequest as _, wps::SendRequest as _};
}
