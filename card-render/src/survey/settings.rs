//! The settings of a card in the report.

use card_model::{OperatorAllow, spec::Feature};

use super::{Found, What, report::Losses};
use crate::body::Body;

impl Losses {
    pub(super) fn config(&mut self, body: &Body<'_>) {
        let Some(config) = &body.card.config else {
            return;
        };
        let restricts = |allow: &OperatorAllow| !matches!(allow, OperatorAllow::All);
        let fields = [
            (
                "operator_allow",
                config.operator_allow.as_ref().map(restricts),
            ),
            ("todo_switch", config.todo_switch.as_ref().map(|_| true)),
            ("filter_key", config.filter_key.as_ref().map(|_| false)),
            ("update_single", config.update_single.map(|_| false)),
            (
                "nonsupport_client",
                config.nonsupport_client.as_ref().map(|_| true),
            ),
        ];
        for (field, is_restriction) in fields {
            let Some(is_restriction) = is_restriction else {
                continue;
            };
            let feature = if is_restriction {
                Feature::Restrictions
            } else {
                Feature::Settings
            };
            let found = Found {
                tag: "config",
                what: What::Feature(feature, field),
                fallback: None,
            };
            let loss = self.loss(&format!("/config/{field}"), found);
            if let Some(loss) = loss {
                self.own.push(loss);
            }
        }
    }
}
