//! Everything that is wrong with a document.

use card_model::Document;
use message_card::{Card, ReadError, ReadErrorKind, Violations, wps::SendMessage};
use serde_json::{Value, json};

use super::losses;
use crate::{
    arguments::Room,
    document::{MESSAGE, Shape},
    finding::Finding,
    newer::{Newer, check_receivers},
    robot::Robot,
};

/// The longest name of a language whose card is looked into. A pointer repeats it for each finding.
const LANGUAGE: usize = 256;

/// Finds what is wrong with a document, and what the targets lose of its card.
pub(super) fn document(mut document: Document, targets: &[Room], findings: &mut Vec<Finding>) {
    let shape = Shape::of(&document);
    let card = shape.card(&document);
    if let Some(pointer) = card
        && let Some(part) = document.take(pointer)
    {
        whole_card(part, pointer, targets, findings);
    }
    match shape {
        Shape::Send => send(document.into_value(), card, findings),
        Shape::Robot(robot) => message(robot, document.into_value(), card, "", findings),
        Shape::Relay(robot) => relay(robot, document.into_value(), findings),
        Shape::Newer(pointer) => newer(document, pointer, targets, findings),
        Shape::Element => element(document, targets, findings),
        Shape::NewerElement => newer_card(&Newer::of_element(document), targets, findings),
        Shape::Unknown => findings.push(Finding::not_a_card(
            "this is neither a card nor a message that is known here",
        )),
        Shape::Card(_) | Shape::AppRelay => {}
    }
}

/// Checks a card that was taken out at `pointer`.
fn whole_card(part: Document, pointer: &str, targets: &[Room], findings: &mut Vec<Finding>) {
    let (mut card, errors) = part.into_card_with_errors();
    let is_whole = errors.is_empty();
    let is_card = !errors.iter().any(is_of_the_whole);
    findings.extend(
        errors
            .into_iter()
            .map(|error| Finding::unreadable(&error.into())),
    );
    if !is_card {
        return;
    }
    long_languages(&mut card, &format!("{pointer}/i18n"), findings);
    if is_whole || card != Card::new() {
        violations(card.validate(), pointer, findings);
    }
    if is_whole {
        let losses = losses::of(&card, targets).into_iter();
        findings.extend(losses.map(|loss| loss.prefixed(pointer)));
    }
}

/// Checks a card of the newer dialect that stands at `pointer`, and the message around it.
fn newer(
    mut document: Document,
    pointer: &'static str,
    targets: &[Room],
    findings: &mut Vec<Finding>,
) {
    if pointer == MESSAGE {
        check_receivers(&mut document, findings);
    }
    newer_card(&Newer::read(document, pointer), targets, findings);
}

fn newer_card(newer: &Newer, targets: &[Room], findings: &mut Vec<Finding>) {
    findings.extend(newer.errors.iter().map(Finding::unreadable));
    findings.extend(newer.violations());
    if newer.errors.is_empty() {
        let losses = losses::of_newer(newer, targets).into_iter();
        findings.extend(losses.map(|loss| loss.moved(|inside| newer.place(inside))));
    }
}

/// Whether there is no card to look at: that it lacks what a card has is no news.
fn is_of_the_whole(error: &ReadError) -> bool {
    matches!(error.kind, ReadErrorKind::NotACard(_))
}

/// Takes languages out of the card whose names are no names. They stand at `pointer`.
pub(super) fn long_languages(card: &mut Card, pointer: &str, findings: &mut Vec<Finding>) {
    let is_long = |locale: &message_card::Locale| locale.lang.as_str().len() > LANGUAGE;
    if card.i18n.iter().any(is_long) {
        let (code, part) = ("unknown-name", crate::finding::Part::Value);
        let message = format!(
            "a language has a name of more than {LANGUAGE} bytes: what it says is not looked at"
        );
        findings.push(Finding::error(pointer, part, code, message));
        card.i18n.retain(|locale| !is_long(locale));
    }
}

fn violations(found: Result<(), Violations>, pointer: &str, findings: &mut Vec<Finding>) {
    let found = found.err();
    let found = found.iter().flatten().map(Finding::violation);
    findings.extend(found.map(|finding| finding.prefixed(pointer)));
}

/// An element is checked in a card of its own; the card is not in the file.
fn element(document: Document, targets: &[Room], findings: &mut Vec<Finding>) {
    let card = match document.into_element() {
        Ok(element) => Card::new().element(element),
        Err(error) => return findings.push(Finding::unreadable(&error.into())),
    };
    let mut found = Vec::new();
    violations(card.validate(), "", &mut found);
    found.extend(losses::of(&card, targets));
    // What is found of the card is found of the element.
    let inside = |pointer: &str| {
        pointer
            .strip_prefix("/elements/0")
            .unwrap_or_default()
            .to_owned()
    };
    findings.extend(found.into_iter().map(|finding| finding.moved(inside)));
}

/// Checks what a send body says beside its card.
fn send(mut body: Value, card: Option<&str>, findings: &mut Vec<Finding>) {
    put_card(&mut body, card);
    match SendMessage::from_value(body) {
        Err(error) => findings.push(Finding::unreadable(&error)),
        Ok(message) => {
            let found = message.validate().err();
            findings.extend(found.iter().flatten().map(Finding::fault));
        }
    }
}

/// Checks a robot's message at `pointer`, beside its card.
fn message(
    robot: Robot,
    mut body: Value,
    card: Option<&str>,
    pointer: &str,
    findings: &mut Vec<Finding>,
) {
    put_card(&mut body, card);
    match robot.check(body) {
        Err(error) => findings.push(Finding::unreadable(&error).prefixed(pointer)),
        Ok(found) => violations(found, pointer, findings),
    }
}

fn relay(robot: Robot, mut body: Value, findings: &mut Vec<Finding>) {
    let Some(Value::Array(messages)) = body.get_mut("data").map(Value::take) else {
        return;
    };
    for (index, body) in messages.into_iter().enumerate() {
        message(robot, body, None, &format!("/data/{index}"), findings);
    }
}

/// Puts a card that breaks no rule where one was taken out: that one was checked on its own.
fn put_card(body: &mut Value, card: Option<&str>) {
    if let Some(place) = card.and_then(|pointer| body.pointer_mut(pointer))
        && place.is_null()
    {
        *place = json!({ "elements": [{ "tag": "hr" }] });
    }
}
