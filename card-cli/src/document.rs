//! What a document is, by its fields: a card, or something that a card stands in.

use card_model::{Document, words::push_segment};

use crate::robot::Robot;

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A card, at this pointer. What stands around it is not looked at.
    Card(&'static str),
    /// A card of the newer dialect, that of WPS 365, at this pointer.
    Newer(&'static str),
    /// One element of a card.
    Element,
    /// One element of a card of the newer dialect.
    NewerElement,
    /// The body of the WPS call that sends a message.
    Send,
    /// A message of a robot.
    Robot(Robot),
    /// What the relay of kdocs takes for a robot: messages in `data`.
    Relay(Robot),
    /// What the relay of kdocs takes for an app, with content that is no card. No rules for it are documented.
    AppRelay,
    /// Something else.
    Unknown,
}

/// The card of a send body, and of the `woa/app` relay.
const SENT: &str = "/content/content";
/// The card of a message of the WPS robot.
const ROBOT: &str = "/card";
/// The card of a message of WPS 365.
pub(crate) const MESSAGE: &str = "/content/card";
/// The `msg_type` of a card, as JSON.
const CARD: i64 = 23;

impl Shape {
    /// Tells what a document is.
    pub(crate) fn of(document: &Document) -> Self {
        let is = |pointer: &str, kind| document.kind_at(pointer) == Some(kind);
        let has = |pointer: &str| document.kind_at(pointer).is_some();
        if has("/elements") || has("/header") {
            return Self::Card("");
        }
        if let Some(pointer) = newer(document) {
            return Self::Newer(pointer);
        }
        if has("/msg_type") {
            return Self::Send;
        }
        if let Some(msgtype) = document.text_at("/msgtype") {
            return Self::Robot(Robot::of_message(document, msgtype));
        }
        if is("/data", "an array") {
            let robot = document.text_at("/link").and_then(Robot::of_webhook);
            if let Some(robot) = robot {
                return Self::Relay(robot);
            }
        }
        if is("/tag", "a string") {
            return Self::Element;
        }
        if is_component(document) {
            return Self::NewerElement;
        }
        Self::inside(document)
    }

    fn inside(document: &Document) -> Self {
        let is_object = |pointer: &str| document.kind_at(pointer) == Some("an object");
        if is_object(SENT) {
            Self::Card(SENT)
        } else if is_object("/content") && document.integer_at("/type") == Some(CARD) {
            Self::Card("/content")
        } else if document.kind_at("/woa_app_id").is_some() {
            Self::AppRelay
        } else if is_object(ROBOT) {
            Self::Card(ROBOT)
        } else if Self::may_be_card(document) {
            Self::Card("")
        } else {
            Self::Unknown
        }
    }

    /// Whether it is empty, no object at all, or has a field of a card.
    fn may_be_card(document: &Document) -> bool {
        let has = |name: &str| document.kind_at(name).is_some();
        !document.has_fields() || has("/config") || has("/link") || has("/i18n")
    }

    /// Where its card stands, if it has one.
    pub(crate) fn card(self, document: &Document) -> Option<&'static str> {
        match self {
            Self::Card(pointer) => Some(pointer),
            Self::Send if document.integer_at("/msg_type") == Some(CARD) => Some(SENT),
            Self::Robot(Robot::Wps) if document.text_at("/msgtype") == Some("card") => Some(ROBOT),
            _ => None,
        }
    }
}

/// Whether it names a component of the newer dialect in its one field, which has a `tag`.
fn is_component(document: &Document) -> bool {
    let name = document.only_field();
    name.is_some_and(|name| {
        let mut tag = String::new();
        push_segment(&mut tag, name);
        tag.push_str("/tag");
        document.text_at(&tag).is_some()
    })
}

/// Where a card of the newer dialect stands: alone, or in a message as it is created (`content`) or updated.
fn newer(document: &Document) -> Option<&'static str> {
    let is_object = |pointer: &str| document.kind_at(pointer) == Some("an object");
    let has = |pointer: &str| document.kind_at(pointer).is_some();
    // What these are of is the older dialect's; that the card in them is not is told where it is read.
    let is_older = has("/msgtype") || has("/msg_type");
    if has("/i18n_items") {
        Some("")
    } else if has("/card/i18n_items") && !is_older {
        Some("/card")
    } else if is_object(MESSAGE) && !is_older {
        Some(MESSAGE)
    } else {
        None
    }
}
