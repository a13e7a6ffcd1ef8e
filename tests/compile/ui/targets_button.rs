//! A button that posts back says what stands for it on a target without postback.

use message_card::card;

fn main() {
    let id = 128;
    let _ = card! {
        <card targets="wps wecom dingtalk">
            <action>
                <button href="https://ci.example.com">"查看"</button>
                <button key="rollback">"回滚"</button> // error
                <button key="retry:{id}" style="secondary">"重试"</button> // error
                <button key="stop" fallback="drop">"停止"</button>
            </action>
            <locale lang="en-US">
                <action>
                    <button key="rollback">"Roll back"</button> // error
                </action>
            </locale>
        </card>
    };
    let _ = card! { <card targets="text"><action><button key="a">"a"</button></action></card> }; // error
}
