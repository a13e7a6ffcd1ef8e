//! Eight mistakes of eight kinds in one card are eight errors, each on its own token.

use message_card::card;

struct User;

fn main() {
    let user = User;
    let name = "林亮";
    let _ = card! {
        <card>
            <header titel="发布完成"/> // error
            <markdown>"**环境 production"</markdown> // error
            <div></div> // error
            <text>全部通过</text> // error
            <text>{user}</text> // error
            <action>
                <button href="ci.example.com">"查看"</button> // error
                <buton key="rollback">"回滚"</buton> // error
            </action>
            <text>"{name}" // error
            <hr/>
        </card>
    };
}
