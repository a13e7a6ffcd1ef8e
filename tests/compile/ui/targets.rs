//! `targets` names targets, and is known to the compiler.

use message_card::card;

fn main() {
    let target = "wps";
    let _ = card! { <card targets="wecom feishu"></card> }; // error
    let _ = card! { <card targets="wecon"></card> }; // error
    let _ = card! { <card targets={target}></card> }; // error
    let _ = card! { <card targets="wps {target}"></card> }; // error
}
