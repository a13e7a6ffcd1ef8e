//! The command `message-card`: checks, renders, previews and imports message cards from the shell.

use std::process::ExitCode;

fn main() -> ExitCode {
    card_cli::run()
}
