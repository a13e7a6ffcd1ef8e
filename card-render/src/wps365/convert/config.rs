//! The settings.

use card_model::{Config, NonsupportClient, OperatorAllow, Str, TodoSwitch, words::Name};

use super::{
    super::{Config as Converted, OperateList},
    Conversion,
};
use crate::{LossKind, Severity};

impl Conversion<'_> {
    pub(super) fn config(&mut self, config: Option<&Config>) -> Converted {
        let Some(config) = config else {
            return Converted::new();
        };
        let allow = config.operator_allow.as_ref();
        let todo = config.todo_switch.as_ref();
        let clients = config.nonsupport_client.as_ref();
        Converted {
            allowd_operate_list: allow.and_then(|allow| self.operations(allow)),
            todo_switch: todo.and_then(|todo| self.todo(todo)),
            nonsupport_client: clients.map(|clients| self.clients(clients)),
            shared_card: config.update_single.map(|exclusive| !exclusive),
            filter_key: config.filter_key.clone(),
            processing_state: None,
        }
    }

    fn operations(&mut self, allow: &OperatorAllow) -> Option<Vec<OperateList>> {
        match allow {
            OperatorAllow::All => Some(vec![OperateList::AcceptAll]),
            OperatorAllow::None => Some(vec![OperateList::Disable]),
            _ => {
                let detail =
                    "the codes of `operator_allow` have no names in WPS 365, it is left out";
                self.unknown("operator_allow", detail.to_owned());
                None
            }
        }
    }

    fn todo(&mut self, todo: &TodoSwitch) -> Option<bool> {
        match todo {
            TodoSwitch::On => Some(true),
            TodoSwitch::Off => Some(false),
            other => {
                let found = Name(other.as_str());
                let detail =
                    format!("{found} is neither `on` nor `off`, `todo_switch` is left out");
                self.unknown("todo_switch", detail);
                None
            }
        }
    }

    fn unknown(&mut self, field: &str, detail: String) {
        self.within(field, |this| {
            this.lose("config", LossKind::Dropped, Severity::Degraded, detail);
        });
    }

    /// Here the text has to be there.
    fn clients(&mut self, clients: &NonsupportClient) -> NonsupportClient {
        let mut clients = clients.clone();
        if clients.describe.is_none() {
            let word = self.language.card();
            let detail = format!(
                "those clients show {}: WPS 365 wants a text for them",
                Name(word)
            );
            self.within("nonsupport_client", |this| {
                this.lose("config", LossKind::Replaced, Severity::Info, detail);
            });
            clients.describe = Some(Str::Borrowed(word));
        }
        clients
    }
}
