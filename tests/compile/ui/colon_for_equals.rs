//! An attribute is given its value with `=`, and by its name.

use message_card::{Header, card};

fn main() {
    let title = "a";
    let header = Header::new("a");
    let _ = card! {
        <card>
            <header title: "a" subtitle:{title}/> // error // error
            <hr style:"dashed"/> // error
            <text ...header>"a"</text> // error
            <locale lang="en-US"><header {title}/></locale> // error
            <locale lang="zh-TW"><header title="a" {..header}/></locale> // error
        </card>
    };
}
