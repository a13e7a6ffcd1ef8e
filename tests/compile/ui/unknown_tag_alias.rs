//! A name from another vocabulary is an alias of a tag, which is suggested.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <title>"a"</title> // error
            <p>"a"</p> // error
            <md>"a"</md> // error
            <row><markdown>"a"</markdown></row> // error
            <columns><markdown>"a"</markdown></columns> // error
            <image src="a"/> // error
            <divider/> // error
            <action>
                <btn key="a">"a"</btn> // error
            </action>
            <markdown>
                <strong>"a"</strong> // error
                <em>"a"</em> // error
                <mention email="lin@wps.cn"/> // error
            </markdown>
        </card>
    };
}
