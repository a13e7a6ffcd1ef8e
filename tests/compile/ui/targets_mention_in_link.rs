//! A mention in a link notifies nobody but on WPS.

use message_card::card;

fn main() {
    let name = "林亮";
    let _ = card! {
        <card targets="wps wecom dingtalk">
            <markdown>"[<at email='lin@wps.cn'>林亮</at>](https://ci.example.com)"</markdown> // error
            <markdown>
                <a href="https://ci.example.com">"由 <at email='lin@wps.cn'>{name}</at>"</a> // error
            </markdown>
            <markdown>"<at email='lin@wps.cn'>林亮</at> [日志](https://ci.example.com)"</markdown>
            <markdown fallback="drop">"[<at email='lin@wps.cn'>林亮</at>](https://ci.example.com)"</markdown>
        </card>
    };
}
