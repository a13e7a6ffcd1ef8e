use crate::{
    Str,
    names::{from_text, names},
};

names! {
    /// The to-do state of a card.
    ///
    /// Source: `open-xz.wps.cn/pages/develop-guide/card/structure/` (field `config.todo_switch`).
    pub enum TodoSwitch {
        /// The card is a to-do.
        On = "on",
        /// The card is no to-do, or is done: an update must set this itself.
        Off = "off",
    }
}

names! {
    /// A kind of client.
    ///
    /// Source: `open-xz.wps.cn/pages/develop-guide/card/structure/` (field `config.nonsupport_client.client_type`).
    pub enum ClientType {
        /// Windows, macOS, Linux.
        Pc = "pc",
        /// iPhone and iPad.
        Ios = "ios",
        /// Android.
        Android = "android",
    }
}

/// What the right-click menu of a card offers.
///
/// Source: `open-xz.wps.cn/pages/develop-guide/card/structure/` (field `config.operator_allow`): `null` allows everything, `[-1]`
/// nothing. Other codes exist, but their meaning is unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum OperatorAllow {
    /// Everything: `null` on the wire.
    All,
    /// Nothing: `[-1]` on the wire.
    None,
    /// The platform's own codes, as they are.
    Codes(Vec<i64>),
    /// A word that is neither `all` nor `none`; `validate` reports it.
    Other(Str),
}

impl OperatorAllow {
    /// The words of the markup's attribute `operator_allow`.
    pub const NAMES: &'static [&'static str] = &["all", "none"];
}

from_text! { OperatorAllow, |name| match name.as_ref() {
    "all" => Self::All,
    "none" => Self::None,
    _ => Self::Other(name),
} }

/// Clients that must not show the card, and what they show instead.
///
/// Source: `open-xz.wps.cn/pages/develop-guide/card/structure/` (field `config.nonsupport_client`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct NonsupportClient {
    /// The clients.
    pub client_type: Vec<ClientType>,
    /// The text that they show instead.
    pub describe: Option<Str>,
}

impl NonsupportClient {
    /// Hides the card on these clients.
    pub fn new<C: Into<ClientType>>(client_type: impl IntoIterator<Item = C>) -> Self {
        Self {
            client_type: client_type.into_iter().map(Into::into).collect(),
            describe: None,
        }
    }

    /// Sets the text that those clients show instead.
    pub fn describe(mut self, text: impl Into<String>) -> Self {
        self.describe = Some(Str::Owned(text.into()));
        self
    }
}

/// The settings of a card.
///
/// Source: `open-xz.wps.cn/pages/develop-guide/card/structure/` (field `config`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Config {
    /// What the right-click menu offers.
    pub operator_allow: Option<OperatorAllow>,
    /// The to-do state.
    pub todo_switch: Option<TodoSwitch>,
    /// The filter that the card belongs to; filters are set up in the developer console.
    pub filter_key: Option<Str>,
    /// `true`: each receiver has a card of their own. `false`: all share one. The default is not documented.
    pub update_single: Option<bool>,
    /// Clients that must not show the card.
    pub nonsupport_client: Option<NonsupportClient>,
}

impl Config {
    /// No settings.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets what the right-click menu offers.
    pub fn operator_allow(mut self, allow: impl Into<OperatorAllow>) -> Self {
        self.operator_allow = Some(allow.into());
        self
    }

    /// Sets the to-do state.
    pub fn todo_switch(mut self, switch: impl Into<TodoSwitch>) -> Self {
        self.todo_switch = Some(switch.into());
        self
    }

    /// Sets the filter that the card belongs to.
    pub fn filter_key(mut self, key: impl Into<String>) -> Self {
        self.filter_key = Some(Str::Owned(key.into()));
        self
    }

    /// Sets whether each receiver has a card of their own.
    pub fn update_single(mut self, exclusive: bool) -> Self {
        self.update_single = Some(exclusive);
        self
    }

    /// Sets the clients that must not show the card.
    pub fn nonsupport_client(mut self, clients: NonsupportClient) -> Self {
        self.nonsupport_client = Some(clients);
        self
    }
}
