//! Every tag with every attribute, as text and as values.

use message_card::card;
use serde_json::json;

fn main() {
    let (text, url, email) = ("a".to_owned(), "https://wps.cn/a?b=c", "lin@wps.cn");
    let card = card! {
        <card targets="wps wecom dingtalk text">
            <config
                operator_allow="all"
                todo_switch={"on"}
                filter_key="key"
                update_single
                hide_on="pc ios"
                hide_text={&text}
            />
            <link url="https://wps.cn" android_url={url} ios_url="{url}" pc_url="https://wps.cn/{text}"/>
            <header title="发布完成" subtitle="build #{text}" template="red"/>
            <text fallback="b">"a" <br/> {&text} <link url="https://wps.cn"/></text>
            <markdown fallback={&text}>
                "**a** *b* ~~c~~ `d` [e](https://wps.cn) [f]($docs) [g]($url_val)"
                <br/>
                <b>"a" <i>"b" <s>"c"</s></i></b>
                <font color="red">"a" <b>{&text}</b></font>
                <a href="https://wps.cn">"a" <font color={&text}>"b"</font></a>
                <at email="lin@wps.cn">"林亮"</at>
                <at email={email}/>
                <href name="docs" url="https://wps.cn" android_url={url} ios_url={url} pc_url={url}/>
                <href url={url}/>
                <link url={url}/>
            </markdown>
            <div division="flow_left" fallback="drop">
                <markdown>"a"</markdown>
                <markdown>"b"</markdown>
                <link url="https://wps.cn"/>
            </div>
            <img store_key="a" store_key_sha1="b" pic_type="image/jpg" alt="c" url="https://wps.cn/a.jpg" fallback="d"/>
            <hr style="dashed"/>
            <picText fallback="a">
                <img store_key={&text}/>
                <markdown>"a"</markdown>
                <link url="https://wps.cn"/>
            </picText>
            <action>
                <button key="a" style="secondary" fallback="b">"a"</button>
                <button href="https://wps.cn">"b"</button>
                <button url={url}>{&text}</button>
                <button>"c" <href url="https://wps.cn" pc_url="https://wps.cn/pc"/></button>
                <raw json={json!({ "tag": "other" })} fallback="drop"/>
            </action>
            <raw json={json!({ "tag": "other" })} fallback="a"/>
            <locale lang="en-US">
                <header title="Released"/>
                <text>"a"</text>
            </locale>
            <locale lang="zh-TW"><hr/></locale>
        </card>
    };
    assert_eq!(card.elements.len(), 8);
    assert_eq!(card.i18n.len(), 2);
    assert!(serde_json::to_string(&card).unwrap().contains("build #a"));
    assert_eq!(card.config.unwrap().update_single, Some(true));
}
