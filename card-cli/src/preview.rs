//! `message-card preview`.

use crate::{
    arguments::Preview,
    input::Input,
    load,
    output::{self, Failure, Outcome, write},
};

/// Writes the page.
pub(crate) fn run(arguments: &Preview) -> Result<Outcome, Failure> {
    let input = Input::one(arguments.file.as_ref())?;
    let loaded = load::card(&input.name, &input.bytes)?;
    output::report(&loaded.left_lines);
    let page = message_card::preview(&loaded.card);
    write(arguments.output.as_deref(), &page)?;
    Ok(Outcome::Clean)
}
