//! A locale is in a language that the platform knows.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <locale lang="zh_CN"><text>"a"</text></locale> // error
            <locale lang="EN-us"><text>"a"</text></locale> // error
            <locale lang="en"><text>"a"</text></locale> // error
            <locale lang="fr-FR"><text>"a"</text></locale> // error
        </card>
    };
}
