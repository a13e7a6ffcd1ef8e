//! A value cannot become a part of a tag or of a `$name` in a markdown literal.

use message_card::card;

fn main() {
    let color = "red";
    let _ = card! {
        <card>
            <markdown>"<font color='{color}'>a</font>"</markdown> // error
            <markdown>"<font color='" {color} "'>a</font>"</markdown> // error
            <markdown>"<at email='{color}'>a</at>"</markdown> // error
            <markdown>"[a](${color})"</markdown> // error
        </card>
    };
}
