//! A mention on a target that notifies nobody, as a tag and in quoted markdown.

use message_card::card;

fn main() {
    let name = "林亮";
    let _ = card! {
        <card targets="wecom text">
            <markdown>"请 " <at email="lin@wps.cn">{name}</at> " 处理"</markdown> // error
            <markdown>
                "请 **<at email='lin@wps.cn'>{name}</at>** 处理" // error
                <br/>
                "写作 `<at email='lin@wps.cn'></at>`"
            </markdown>
            <div>
                <markdown>"负责人"</markdown>
                <markdown><b><at email="lin@wps.cn"/></b></markdown> // error
            </div>
            <markdown fallback="请值班同事处理">"请 " <at email="lin@wps.cn"/> " 处理"</markdown>
        </card>
    };
}
