//! The settings of a card.

use card_model::{NonsupportClient, Str};

use super::names::names;
use crate::wire::object;

/// The settings of a card.
///
/// Source: `open.wps.cn/documents/app-integration-dev/guide/card/card-structure` (field `config`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Config {
    /// What the right-click menu offers. The name is the platform's.
    pub allowd_operate_list: Option<Vec<OperateList>>,
    /// Clients that must not show the card.
    pub nonsupport_client: Option<NonsupportClient>,
    /// `true`: all receivers share one card, the platform's default. `false`: each has a card of their own, and programs in
    /// use report that such a card cannot be updated.
    pub shared_card: Option<bool>,
    /// Whether the card is a to-do; it is none by default.
    pub todo_switch: Option<bool>,
    /// Whether the card was dealt with. The page says that the field has to be there, and also what holds without it, in two
    /// ways that contradict each other.
    pub processing_state: Option<ProcessingState>,
    /// The filter that the card belongs to.
    pub filter_key: Option<Str>,
}

object!(Config {
    some "allowd_operate_list" allowd_operate_list,
    some "nonsupport_client" nonsupport_client,
    some "shared_card" shared_card,
    some "todo_switch" todo_switch,
    some "processing_state" processing_state,
    some "filter_key" filter_key,
});

names! {
    /// What the right-click menu of a card offers.
    ///
    /// Source: `open.wps.cn/documents/app-integration-dev/guide/card/card-structure` (field `config.allowd_operate_list`).
    pub enum OperateList {
        /// Nothing.
        Disable = "disable",
        /// To forward, to keep, to answer and to select it with others.
        AcceptAll = "accept_all",
    }
}

names! {
    /// Whether a card was dealt with.
    ///
    /// Source: `open.wps.cn/documents/app-integration-dev/guide/card/card-structure` (field `config`, whose cell has the
    /// name garbled: `processing_state` is what its readers use).
    pub enum ProcessingState {
        /// Not yet.
        Unprocessed = "unprocessed",
        /// It was.
        Processed = "processed",
    }
}

impl Config {
    /// No settings.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets what the right-click menu offers.
    pub fn allowd_operate_list(mut self, list: impl IntoIterator<Item = OperateList>) -> Self {
        self.allowd_operate_list = Some(list.into_iter().collect());
        self
    }

    /// Sets the clients that must not show the card.
    pub fn nonsupport_client(mut self, clients: NonsupportClient) -> Self {
        self.nonsupport_client = Some(clients);
        self
    }

    /// Sets whether all receivers share one card.
    pub const fn shared_card(mut self, shared: bool) -> Self {
        self.shared_card = Some(shared);
        self
    }

    /// Sets whether the card is a to-do.
    pub const fn todo_switch(mut self, todo: bool) -> Self {
        self.todo_switch = Some(todo);
        self
    }

    /// Sets whether the card was dealt with.
    pub fn processing_state(mut self, state: ProcessingState) -> Self {
        self.processing_state = Some(state);
        self
    }

    /// Sets the filter that the card belongs to.
    pub fn filter_key(mut self, key: impl Into<String>) -> Self {
        self.filter_key = Some(Str::Owned(key.into()));
        self
    }
}
