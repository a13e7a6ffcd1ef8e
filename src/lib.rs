//! Message cards for enterprise messengers.

pub use card_model::{
    Action, ActionItem, Button, Card, ClientType, Config, Div, Division, Element, Fallback, Header, Hr, Href, Img,
    IntoActions, IntoElements, IntoFields, IntoFlag, IntoJson, IntoLink, Language, Link, Locale, Markdown, NonsupportClient, OperatorAllow, Other, PicText, Show, Str, Text, TextElement,
    TodoSwitch,
};

/// Writes a card as markup.
#[cfg(not(rust_analyzer))]
#[macro_export]
macro_rules! card {
    ($($markup:tt)*) => { $crate::__private::card!([$crate::__private] $($markup)*) };
}

/// Writes a card as markup.
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
        markup::{Builder, Given, actions, build, elements, fields, flag, json, link, text},
        spec::ide,
    };
}

/// Everything for `use message_card::prelude::*`.
pub mod prelude {
    pub use crate::{
        Action, Button, Card, Config, Div, Element, Fallback, Header, Href, Hr, Img, Link, Locale, Markdown, PicText,
        Text, card,
    };
}
