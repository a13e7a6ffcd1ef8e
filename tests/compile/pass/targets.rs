//! Cards that their targets lose nothing of, or with something that stands there instead.

use message_card::card;
use serde_json::json;

fn main() {
    let (email, alt, copy) = ("lin@wps.cn", Some("CPU 曲线"), None::<&str>);
    let instead = Some("请在 WPS 协作中处理");
    let (failed, hosts) = (true, ["a", "b"]);

    // Nothing is lost on `wps`.
    let card = card! {
        <card targets="wps">
            <markdown>"请 " <at email={email}/> " <at email='lin@wps.cn'></at>"</markdown>
            <img store_key="a"/>
            <raw json={json!({ "tag": "other" })}/>
            <action><button key="a">"a"</button></action>
        </card>
    };
    assert_eq!(card.elements.len(), 4);

    // Mentions notify, and described pictures say what they show.
    let card = card! {
        <card targets="wecom dingtalk">
            <markdown>"请 " <at email={email}/> " <at email='lin@wps.cn'></at>"</markdown>
            <img store_key="a" alt="CPU 曲线"/>
            <img store_key="a" alt="{email}"/>
            <img store_key="a" alt={alt}/>
            <img store_key="a" url="https://example.com/a.png"/>
            <img store_key="a" url={copy}/>
            <picText><img store_key="a" alt="CPU 曲线"/><markdown>"a"</markdown></picText>
            <action><button href="https://example.com">"a"</button></action>
        </card>
    };
    assert_eq!(card.elements.len(), 8);

    // WPS 365 has buttons that post back and mentions.
    let card = card! {
        <card targets="wps wps365">
            <markdown>"请 " <at email={email}/> " <at email='lin@wps.cn'></at>"</markdown>
            <img store_key="a" alt="CPU 曲线"/>
            <raw json={json!({ "tag": "other" })} fallback="drop"/>
            <action><button key="a">"a"</button></action>
        </card>
    };
    assert_eq!(card.elements.len(), 4);

    // Something stands there instead, or is left out on purpose.
    let card = card! {
        <card targets="wps wps365 wecom dingtalk text">
            <markdown fallback={instead}>"请 " <at email={email}/> " 处理"</markdown>
            <markdown fallback="请值班同事处理">"<at email='lin@wps.cn'></at>"</markdown>
            <div fallback="drop"><markdown><at email={email}/></markdown></div>
            <img store_key="a" fallback="CPU 曲线"/>
            <picText fallback="CPU 曲线"><img store_key="a"/><markdown><at email={email}/></markdown></picText>
            <raw json={json!({ "tag": "other" })} fallback="drop"/>
            <action>
                <button key="a" fallback="请在 WPS 协作中回滚">"a"</button>
                <raw json={json!({ "tag": "select" })} fallback={instead}/>
            </action>
            <locale lang="en-US"><action><button key="a" fallback="drop">"a"</button></action></locale>
        </card>
    };
    assert_eq!(card.elements.len(), 7);

    // In control flow as well.
    let card = card! {
        <card targets="wecom dingtalk text">
            if failed {
                <action><button key="a" fallback="drop">"a"</button></action>
            }
            for host in hosts {
                <img store_key="{host}" alt="CPU 曲线 {host}"/>
            }
            match hosts.len() {
                0 => <hr/>,
                _ => { <markdown fallback="drop">"请 " <at email={email}/></markdown> }
            }
            <markdown fallback="drop">if failed { "<at email='lin@wps.cn'></at>" } else { "a" }</markdown>
        </card>
    };
    assert_eq!(card.elements.len(), 5);
}
