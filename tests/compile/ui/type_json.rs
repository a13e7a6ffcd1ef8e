//! JSON is a `serde_json::Value`.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <raw json={"{}"}/> // error
            <raw json={Some(1)}/> // error
        </card>
    };
}
