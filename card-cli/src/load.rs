//! The card in a file, for the commands that need one.

use card_model::{Document, ReadError};
use message_card::{
    Card, Loss, ReadErrorKind, spec::Limit, wps::UnreadableMessage, wps365::Message,
};

use crate::{
    document::Shape,
    finding::{Finding, Part},
    input::LARGEST,
    lint,
    newer::Newer,
    output::Failure,
};

/// A document that was read.
pub(crate) struct Parsed<'t> {
    /// Its text, without a byte order mark.
    pub(crate) text: &'t str,
    /// What is wrong with it, where anything is.
    pub(crate) findings: Vec<Finding>,
    /// The document; `None` where it is no JSON.
    pub(crate) document: Option<Document>,
}

/// Reads bytes as a document.
pub(crate) fn parse(bytes: &[u8]) -> Parsed<'_> {
    if !LARGEST.allows(bytes.len()) {
        return Parsed::refused("", too_large(LARGEST));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return not_utf8(bytes, error.valid_up_to()),
    };
    let mut findings = Vec::new();
    let text = match text.strip_prefix('\u{feff}') {
        None => text,
        Some(rest) => {
            findings.push(of_document(ReadErrorKind::ByteOrderMark, 0));
            rest
        }
    };
    let document = if text.trim().is_empty() {
        findings.push(of_document(
            ReadErrorKind::Syntax("there is nothing in it".into()),
            0,
        ));
        None
    } else {
        match Document::parse_within(text, LARGEST) {
            Ok(document) => Some(document),
            Err(error) => {
                findings.push(Finding::read(text, &error));
                None
            }
        }
    };
    Parsed {
        text,
        findings,
        document,
    }
}

impl<'t> Parsed<'t> {
    fn refused(text: &'t str, finding: Finding) -> Self {
        Self {
            text,
            findings: vec![finding],
            document: None,
        }
    }
}

/// What is before the first byte that is not UTF-8 is the text, so that the place is known.
fn not_utf8(bytes: &[u8], valid: usize) -> Parsed<'_> {
    let before = bytes.get(..valid).unwrap_or_default();
    let text = std::str::from_utf8(before).unwrap_or_default();
    let kind = ReadErrorKind::NotUtf8;
    Parsed::refused(text, of_document(kind, valid))
}

fn too_large(limit: Limit) -> Finding {
    let message = format!("the file has more than {limit}, the most that is read");
    let mut finding = Finding::error("", Part::Value, "too-large", message);
    finding.offset = Some(0);
    finding
}

fn of_document(kind: ReadErrorKind, offset: usize) -> Finding {
    let error = UnreadableMessage::from(ReadError::new(kind));
    let mut finding = Finding::unreadable(&error);
    finding.offset = Some(offset);
    finding
}

/// The card that the bytes of a file hold, and where.
pub(crate) fn card(file: &str, bytes: &[u8]) -> Result<Loaded, Failure> {
    let mut parsed = parse(bytes);
    let mut findings = Vec::new();
    let loaded = parsed
        .document
        .take()
        .and_then(|document| read(document, &mut findings));
    // Whatever else is wrong, the card is the same without a mark before it.
    parsed
        .findings
        .retain(|finding| finding.code != ReadErrorKind::ByteOrderMark.code());
    findings.append(&mut parsed.findings);
    let loaded = findings.is_empty().then_some(loaded).flatten();
    loaded.map_or_else(
        || {
            Err(Failure::NoCard {
                file: file.to_owned(),
                findings: lint::text(file, parsed.text, findings),
            })
        },
        |loaded| Ok(loaded.in_text(file, parsed.text)),
    )
}

/// A card, and where it stood.
pub(crate) struct Loaded {
    pub(crate) card: Card,
    /// What the card cannot hold of the one in the document, each with its pointer into the document.
    pub(crate) left: Vec<(String, Loss)>,
    /// The same as lines of findings.
    pub(crate) left_lines: String,
    stood: Stood,
}

/// Where a card stood.
enum Stood {
    /// In the document at this pointer.
    At(&'static str),
    /// Nowhere: the document is its one element.
    Element,
    /// Nowhere: the document has one of the newer dialect.
    Newer(Box<Newer>),
}

impl Loaded {
    fn new(card: Card, stood: Stood) -> Self {
        Self {
            card,
            left: Vec::new(),
            left_lines: String::new(),
            stood,
        }
    }

    fn newer(newer: Newer) -> Self {
        let (card, report) = newer.to_card();
        let left = report
            .iter()
            .map(|loss| (newer.place(&loss.pointer), loss.clone()));
        Self {
            left: left.collect(),
            ..Self::new(card, Stood::Newer(Box::new(newer)))
        }
    }

    fn in_text(mut self, file: &str, text: &str) -> Self {
        let found = self.left.iter().map(|(pointer, loss)| Finding {
            pointer: pointer.clone(),
            ..Finding::left(loss)
        });
        self.left_lines = lint::text(file, text, found.collect());
        self
    }

    /// The pointers into the document for some into the card.
    pub(crate) fn pointers<'a>(&self, inside: impl Iterator<Item = &'a str>) -> Vec<String> {
        match &self.stood {
            Stood::At(pointer) => inside.map(|inside| format!("{pointer}{inside}")).collect(),
            // What is said of the card is said of the element.
            Stood::Element => inside
                .map(|inside| inside.strip_prefix("/elements/0"))
                .map(|inside| inside.unwrap_or_default().to_owned())
                .collect(),
            Stood::Newer(newer) => {
                let mut places = newer.places();
                inside
                    .map(|inside| newer.place(&places.newer(inside)))
                    .collect()
            }
        }
    }

    /// The message that the document has for WPS 365 as it is, if its card is of the newer dialect.
    pub(crate) fn message(&self) -> Option<&Message> {
        match &self.stood {
            Stood::Newer(newer) => Some(&newer.message),
            Stood::At(_) | Stood::Element => None,
        }
    }

    /// What else there is to say of the document.
    pub(crate) fn note(&self) -> Option<&'static str> {
        match &self.stood {
            Stood::At("") => None,
            Stood::At(_) => Some("it is a message: this is its card, without what is around it"),
            Stood::Element => Some("it is one element, here in a card of its own"),
            Stood::Newer(_) => {
                Some("its card is one of WPS 365: this is what the older dialect holds of it")
            }
        }
    }
}

fn read(mut document: Document, findings: &mut Vec<Finding>) -> Option<Loaded> {
    let shape = Shape::of(&document);
    match (shape, shape.card(&document)) {
        (Shape::Element, _) => element(document, findings),
        (Shape::NewerElement, _) => Some(newer(Newer::of_element(document), findings)),
        (Shape::Newer(pointer), _) => Some(newer(Newer::read(document, pointer), findings)),
        (_, None) => {
            findings.push(Finding::not_a_card("there is no card in this"));
            None
        }
        (_, Some(pointer)) => {
            let Some(part) = document.take(pointer) else {
                findings.push(Finding::not_a_card("the card is missing"));
                return None;
            };
            let (card, errors) = part.into_card_with_errors();
            let errors = errors.into_iter().map(UnreadableMessage::from);
            findings.extend(errors.map(|error| Finding::unreadable(&error)));
            Some(Loaded::new(card, Stood::At(pointer)))
        }
    }
}

fn newer(newer: Newer, findings: &mut Vec<Finding>) -> Loaded {
    findings.extend(newer.errors.iter().map(Finding::unreadable));
    Loaded::newer(newer)
}

fn element(document: Document, findings: &mut Vec<Finding>) -> Option<Loaded> {
    match document.into_element() {
        Ok(element) => Some(Loaded::new(Card::new().element(element), Stood::Element)),
        Err(error) => {
            findings.push(Finding::unreadable(&error.into()));
            None
        }
    }
}
