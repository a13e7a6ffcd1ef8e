//! A list of names holds known names, each once, with blanks between them.

use message_card::card;

fn main() {
    let _ = card! { <card><config hide_on="windows" hide_text="a"/></card> }; // error
    let _ = card! { <card><config hide_on="pc pc" hide_text="a"/></card> }; // error
    let _ = card! { <card><config hide_on="pc, ios" hide_text="a"/></card> }; // error
    let _ = card! { <card><config hide_on="" hide_text="a"/></card> }; // error
    let _ = card! { <card><config hide_on="andriod ios" hide_text="a"/></card> }; // error
}
