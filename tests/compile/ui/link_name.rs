//! The name of a link is a word that the compiler knows.

use message_card::card;

fn main() {
    let name = "a";
    let _ = card! {
        <card>
            <markdown><href name="$a" url="https://wps.cn"/> "[a]($a)"</markdown> // error
            <markdown><href name={name} url="https://wps.cn"/> "[a]($a)"</markdown> // error
            <markdown><href name="a{name}" url="https://wps.cn"/> "a"</markdown> // error
            <markdown><href name="" url="https://wps.cn"/> "a"</markdown> // error
        </card>
    };
}
