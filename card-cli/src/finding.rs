//! What is found in a file.

use clap::ValueEnum;
use message_card::{
    Loss, ReadError, Rule, Violation,
    wps::{Fault, FaultKind, UnreadableMessage},
};

use crate::position;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum Severity {
    /// It looks different in a room.
    Info,
    /// A function is lost in a room, what is said is not.
    Degraded,
    /// What is said, or a notification, is lost in a room.
    Lost,
    /// A rule is broken, or the file cannot be read.
    Error,
}

impl Severity {
    /// Its name, as the options take it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Degraded => "degraded",
            Self::Lost => "lost",
            Self::Error => "error",
        }
    }
}

impl From<message_card::Severity> for Severity {
    fn from(severity: message_card::Severity) -> Self {
        match severity {
            message_card::Severity::Info => Self::Info,
            message_card::Severity::Degraded => Self::Degraded,
            _ => Self::Lost,
        }
    }
}

/// Which part of what a pointer names is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The value.
    Value,
    /// The name of the field.
    Key,
    /// The name of the field, where it stands for the second time.
    SecondKey,
    /// The name of the field where the value is an object, else the value.
    Name,
}

/// Something that is wrong at a place of a file.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    /// An RFC 6901 pointer into the document as it stands in the file.
    pub(crate) pointer: String,
    /// What of it is meant.
    pub(crate) part: Part,
    /// The byte in the text, where reading told it.
    pub(crate) offset: Option<usize>,
    pub(crate) severity: Severity,
    pub(crate) code: &'static str,
    pub(crate) message: String,
}

impl Finding {
    /// A broken rule of a card or message.
    pub(crate) fn violation(violation: &Violation) -> Self {
        Self::rule(&violation.pointer, &violation.rule)
    }

    /// A broken rule of a card of the newer dialect, where a language and the name of a link are values.
    pub(crate) fn newer_violation(violation: &Violation) -> Self {
        let finding = Self::violation(violation);
        let part = match violation.rule {
            Rule::DuplicateLanguage(_) | Rule::UnusedVariable(_) => Part::Value,
            _ => finding.part,
        };
        Self { part, ..finding }
    }

    /// A broken rule.
    pub(crate) fn rule(pointer: &str, rule: &Rule) -> Self {
        let part = match rule {
            Rule::UnusedVariable(_) | Rule::Empty("name") | Rule::DuplicateLanguage(_) => Part::Key,
            Rule::UnknownName { .. } => Part::Name,
            _ => Part::Value,
        };
        let message = match rule {
            Rule::EmptyCard => format!("the card {rule}"),
            rule => rule.to_string(),
        };
        Self::error(pointer, part, rule.code(), message)
    }

    /// A broken rule of the call that sends a message.
    pub(crate) fn fault(fault: &Fault) -> Self {
        match &fault.kind {
            FaultKind::Rule(rule) => Self::rule(&fault.pointer, rule),
            kind => Self::error(&fault.pointer, Part::Value, kind.code(), kind.to_string()),
        }
    }

    /// A part of a document that cannot be read.
    pub(crate) fn unreadable(error: &UnreadableMessage) -> Self {
        let part = match error.kind.code() {
            "unknown-field" => Part::Key,
            "duplicate" => Part::SecondKey,
            _ => Part::Value,
        };
        let message = error.kind.to_string();
        Self::error(&error.pointer, part, error.kind.code(), message)
    }

    /// An error of a document that is read no further. Its place is that of the text, unless it has a pointer.
    pub(crate) fn read(text: &str, error: &ReadError) -> Self {
        let mut finding = Self::unreadable(&error.clone().into());
        if error.pointer.is_empty() || finding.code == "syntax" {
            let place = error.position;
            finding.offset = place.map(|place| position::offset(text, place.line, place.column));
        }
        finding
    }

    /// A document without a card.
    pub(crate) fn not_a_card(message: &str) -> Self {
        Self::error("", Part::Value, "not-a-card", message.to_owned())
    }

    /// What a room does not show.
    pub(crate) fn loss(room: &str, loss: &Loss) -> Self {
        Self {
            message: format!("{room}: {}", loss.detail),
            ..Self::left(loss)
        }
    }

    /// What is lost, wherever the card goes.
    pub(crate) fn left(loss: &Loss) -> Self {
        let (code, message) = (loss.kind.code(), loss.detail.clone());
        Self {
            severity: loss.severity.into(),
            ..Self::error(&loss.pointer, Part::Value, code, message)
        }
    }

    pub(crate) fn error(pointer: &str, part: Part, code: &'static str, message: String) -> Self {
        Self {
            pointer: pointer.to_owned(),
            part,
            offset: None,
            severity: Severity::Error,
            code,
            message,
        }
    }

    /// Moves the pointer to where `place` says.
    pub(crate) fn moved(mut self, place: impl FnOnce(&str) -> String) -> Self {
        self.pointer = place(&self.pointer);
        self
    }

    /// Moves the pointer under `prefix`.
    pub(crate) fn prefixed(mut self, prefix: &str) -> Self {
        self.pointer.insert_str(0, prefix);
        self
    }
}
