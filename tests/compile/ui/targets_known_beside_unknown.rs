//! A target that does not exist leaves the others as they are, and a mistake is one error, whatever the targets are.

use message_card::card;

fn main() {
    let _ = card! {
        <card targets="wecom feishu"> // error
            <img store_key="a"/> // error
            <img store_key="b" atl="CPU 曲线"/> // error
            <img store_key="c" url=""/> // error
            <action>
                <button key="a" href="https://ci.example.com">"查看"</button> // error
                <button key="b" falback="drop">"回滚"</button> // error
            </action>
        </card>
    };
}
