//! An element that the library does not know says what stands for it on a target that does not know it either.

use message_card::card;
use serde_json::json;

fn main() {
    let _ = card! {
        <card targets="wecom">
            <raw json={json!({ "tag": "other" })}/> // error
            <action>
                <raw json={json!({ "tag": "select" })}/> // error
                <raw json={json!({ "tag": "select" })} fallback="请在 WPS 协作中选择"/>
            </action>
        </card>
    };
}
