//! Text stands in quotes, Chinese text as well.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <text>发布完成</text> // error
            <markdown>负责人 林亮 <b>完成</b></markdown> // error // error
        </card>
    };
}
