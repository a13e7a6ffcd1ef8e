//! A header, settings and a link are there once.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <config todo_switch="on"/>
            <config todo_switch="off"/> // error
            <link url="https://wps.cn"/>
            <link url="https://wps.com"/> // error
            <header title="a"/>
            <header title="b"/> // error
            <header title="c"/>
            <text>
                "a"
                <link url="https://wps.cn"/>
                <link url="https://wps.cn"/> // error
            </text>
            <action>
                <button>
                    "a"
                    <href url="https://wps.cn"/>
                    <href url="https://wps.cn"/> // error
                </button>
            </action>
            <locale lang="en-US">
                <header title="a"/>
                <header title="b"/> // error
            </locale>
        </card>
    };
}
