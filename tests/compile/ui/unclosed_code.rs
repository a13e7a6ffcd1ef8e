//! Backticks come in pairs, and so do the fences of a code block.

use message_card::card;

fn main() {
    let log = "a";
    let _ = card! {
        <card>
            <markdown>"`a"</markdown> // error
            <markdown>"a ``b"</markdown> // error
            <markdown>"```\n{log}"</markdown> // error
            <markdown>
                "a\n"
                "~~~ sh\nls\n" // error
            </markdown>
            <markdown>
                "```\n" // error
                {log}
                "```"
            </markdown>
            <markdown>
                "```\n" // error
                for line in log.lines() { "{line}\n" }
            </markdown>
        </card>
    };
}
