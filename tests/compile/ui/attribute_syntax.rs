//! In a tag stand attributes and nothing else, each under one word.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <header title="a", subtitle="b"/> // error
            <hr : style="dashed"/> // error
            <hr / style="dashed"/> // error
            <hr,style="dashed"/> // error
            <text 5>"a"</text> // error
            <img store-key="a"/> // error
            <div v:division="middle"><markdown>"a"</markdown></div> // error
            <hr r#my-r#style="dashed"/> // error
            <hr my:r#type="dashed"/> // error
        </card>
    };
}
