//! A card, and the request body that it becomes: the quick start of the README.

use message_card::prelude::*;

fn release_notice(build: u32, ci: &str) -> Card {
    card! {
        <card>
            <header title="发布完成" subtitle="build #{build}"/>
            <text>"全部通过"</text>
            <action>
                <button href="{ci}/builds/{build}" style="secondary">"查看"</button>
            </action>
        </card>
    }
}

fn body() -> Result<String, Box<dyn std::error::Error>> {
    let card = release_notice(128, "https://ci.example.com");
    let message = wps::SendMessage::new(
        "WK202xxxx3141501",
        wps::Receivers::users("11111", ["11111"]),
        card,
    );
    Ok(message.to_json()?)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("{}", body()?);
    Ok(())
}
