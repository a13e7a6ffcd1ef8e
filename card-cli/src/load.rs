//! The card in a file, for the commands that need one.

use card_model::{Document, ReadError};
use message_card::{Card, ReadErrorKind, spec::Limit, wps::UnreadableMessage};

use crate::{
    document::Shape,
    finding::{Finding, Part},
    input::{Input, LARGEST},
    lint,
    output::{Failure, report},
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

/// The card that a file holds, and where. What is wrong with a file without one goes to standard error.
pub(crate) fn card(input: &Input) -> Result<Loaded, Failure> {
    let parsed = parse(&input.bytes);
    let mut findings = parsed.findings;
    let loaded = parsed.document.and_then(|document| {
        let loaded = read(document, &mut findings);
        findings.is_empty().then_some(loaded).flatten()
    });
    loaded.ok_or_else(|| {
        report(&lint::text(&input.name, parsed.text, findings));
        Failure::because(format!("there is no card to read in `{}`", input.name))
    })
}

/// A card, and where it stood.
pub(crate) struct Loaded {
    pub(crate) card: Card,
    stood: Stood,
}

/// Where a card stood.
enum Stood {
    /// In the document at this pointer.
    At(&'static str),
    /// Nowhere: the document is its one element.
    Element,
}

impl Loaded {
    /// The pointer into the document for one into the card.
    pub(crate) fn pointer(&self, inside: &str) -> String {
        match self.stood {
            Stood::At(pointer) => format!("{pointer}{inside}"),
            // What is said of the card is said of the element.
            Stood::Element => {
                let inside = inside.strip_prefix("/elements/0");
                inside.unwrap_or_default().to_owned()
            }
        }
    }

    /// What else there is to say of the document.
    pub(crate) fn note(&self) -> Option<&'static str> {
        match self.stood {
            Stood::At("") => None,
            Stood::At(_) => Some("it is a message: this is its card, without what is around it"),
            Stood::Element => Some("it is one element, here in a card of its own"),
        }
    }
}

fn read(mut document: Document, findings: &mut Vec<Finding>) -> Option<Loaded> {
    let shape = Shape::of(&document);
    match (shape, shape.card(&document)) {
        (Shape::Element, _) => element(document, findings),
        (Shape::Newer(pointer), _) => {
            findings.push(Finding::newer_dialect(pointer));
            None
        }
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
            let stood = Stood::At(pointer);
            Some(Loaded { card, stood })
        }
    }
}

fn element(document: Document, findings: &mut Vec<Finding>) -> Option<Loaded> {
    match document.into_element() {
        Ok(element) => Some(Loaded {
            card: Card::new().element(element),
            stood: Stood::Element,
        }),
        Err(error) => {
            findings.push(Finding::unreadable(&error.into()));
            None
        }
    }
}
