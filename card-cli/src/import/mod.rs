//! `message-card import`: a card's JSON becomes the source of a `card!` that makes the same JSON.
//!
//! What the markup can say is markup. An element that it cannot say, or that the compiler would refuse, is a `<raw>` with its
//! JSON; a header, config or link of that kind is set behind the markup. What is written compiles, whatever the card is.

mod card;
mod element;
mod json;
mod literal;
mod markup;
mod name;
mod text;

use std::path::Path;

use crate::{
    arguments::Import,
    input::{Input, paths},
    load,
    output::{Failure, Outcome, complain, report, write},
};

/// The name of the function, unless another is asked for.
const FUNCTION: &str = "card";

/// Writes the source.
pub(crate) fn run(arguments: &Import) -> Result<Outcome, Failure> {
    let files = paths(&arguments.files);
    let mut source = "use message_card::prelude::*;\n".to_owned();
    let mut names = name::Names::default();
    for path in &files {
        let input = Input::read(path)?;
        let function = match &arguments.function {
            Some(_) if files.len() > 1 => {
                return Err(Failure::because(
                    "`--function` names one function, and there are several files",
                ));
            }
            Some(name) => name::checked(name)?.to_owned(),
            None if files.len() == 1 => FUNCTION.to_owned(),
            None => names.of_file(path),
        };
        source.push('\n');
        source.push_str(&one(&input, &function)?);
    }
    write(arguments.output.as_deref().map(Path::new), &source)?;
    Ok(Outcome::Clean)
}

/// Writes the card in the bytes of a file as the source of a function `card`; `None` if there is no card that can be read.
///
/// ```
/// let source = card_cli::import(br#"{"elements": [{"tag": "hr"}]}"#);
/// let expected = "fn card() -> Card {\n    card! {\n        <card>\n            <hr/>\n        </card>\n    }\n}\n";
/// assert_eq!(source.as_deref(), Some(expected));
/// assert_eq!(card_cli::import(b"{}, and more"), None);
/// ```
pub fn import(bytes: &[u8]) -> Option<String> {
    let loaded = load::card("", bytes).ok()?;
    Some(card::function(&loaded.card, FUNCTION))
}

fn one(input: &Input, function: &str) -> Result<String, Failure> {
    let loaded = load::card(&input.name, &input.bytes)?;
    if let Some(note) = loaded.note() {
        complain(&format!("{}: {note}", input.name));
    }
    report(&loaded.left_lines);
    Ok(card::function(&loaded.card, function))
}
