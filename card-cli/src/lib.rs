//! What the command `message-card` does, as functions.
//!
//! ```console
//! $ message-card lint card.json
//! $ message-card render --to wecom card.json
//! $ message-card preview card.json -o card.html
//! $ message-card import card.json
//! ```
//!
//! The rules, the limits and the targets are those of the library `message-card`; nothing is repeated here. The guide's
//! chapter `command` shows each command with its output. [`run`] is the command as a whole; [`lint`] and [`import`] are what it
//! makes of the bytes of a file, without reading or printing anything.

mod arguments;
mod code;
mod document;
mod finding;
mod import;
mod input;
mod lint;
mod load;
mod newer;
mod output;
mod position;
mod preview;
mod render;
mod robot;

use std::process::ExitCode;

use clap::Parser;

use crate::{
    arguments::{Arguments, Command},
    output::{Failure, Outcome},
};
pub use crate::{
    arguments::{Format, Room},
    import::import,
    lint::{Findings, lint},
};

/// Does what the arguments of the process say, and ends as the command ends.
pub fn run() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Lint(lint) => lint::run(&lint),
        Command::Render(render) => render::run(&render),
        Command::Preview(preview) => preview::run(&preview),
        Command::Import(import) => import::run(&import),
        Command::Codes => code::run(),
    };
    match outcome {
        // Where the reader of the output has gone, there is nobody left to tell.
        Ok(Outcome::Clean) | Err(Failure::BrokenPipe) => ExitCode::SUCCESS,
        Ok(Outcome::Denied) => ExitCode::from(1),
        Err(failure) => {
            output::regret(&failure);
            ExitCode::from(2)
        }
    }
}
