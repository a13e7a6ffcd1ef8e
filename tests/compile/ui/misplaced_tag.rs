//! A tag stands where its parent takes it.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <button key="a">"a"</button> // error
            <b>"a"</b> // error
            <card> // error
                <text>"a"</text>
            </card>
            <action>
                <text>"a"</text> // error
                <button key="a">"a"</button>
            </action>
            <text>
                <font color="red">"a"</font> // error
            </text>
            <div>
                <markdown>"a"</markdown>
                <img store_key="a"/> // error
            </div>
            <markdown>"a" <hr/></markdown> // error
            <header title="a">
                <text>"a"</text> // error
            </header>
            <locale lang="en-US">
                <config todo_switch="on"/> // error
            </locale>
        </card>
    };
}
