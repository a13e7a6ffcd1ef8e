//! Every tag refuses an attribute that it does not have, and every attribute a value that is none.

use message_card::card;

fn main() {
    let _ = card! {
        <card
            nope="x" // error
            targets={} // error
        >
            <config
                nope="x" // error
                operator_allow={} // error
                todo_switch={} // error
                filter_key={} // error
                update_single={} // error
                hide_on={} // error
                hide_text={} // error
            />
            <link
                nope="x" // error
                url={} // error
                android_url={} // error
                ios_url={} // error
                pc_url={} // error
            />
            <header
                nope="x" // error
                title={} // error
                subtitle={} // error
                template={} // error
            />
        </card>
    };
    let _ = card! {
        <card>
            <text
                nope="x" // error
                fallback={} // error
            >"a" <br nope="x"/></text> // error
            <img
                nope="x" // error
                store_key={} // error
                store_key_sha1={} // error
                pic_type={} // error
                alt={} // error
                url={} // error
                fallback={} // error
            />
            <hr
                nope="x" // error
                style={} // error
            />
            <raw
                nope="x" // error
                json={} // error
                fallback={} // error
            />
        </card>
    };
    let _ = card! {
        <card>
            <div
                nope="x" // error
                division={} // error
                fallback={} // error
            ><markdown>"a"</markdown></div>
            <picText
                nope="x" // error
                fallback={} // error
            ><img store_key="k"/><markdown>"a"</markdown></picText>
            <action
                nope="x" // error
            >
                <button
                    nope="x" // error
                    href={} // error
                    fallback={} // error
                    style={} // error
                >"a"</button>
                <button
                    url={} // error
                >"a"</button>
                <button
                    key={} // error
                >"a"</button>
            </action>
            <locale
                nope="x" // error
                lang={} // error
            ><text>"a"</text></locale>
        </card>
    };
    let _ = card! {
        <card>
            <markdown
                nope="x" // error
                fallback={} // error
            >
                "[a]($a)"
                <href
                    name="a"
                    nope="x" // error
                    url={} // error
                    android_url={} // error
                    ios_url={} // error
                    pc_url={} // error
                />
                <b nope="x">"a"</b> // error
                <i nope="x">"a"</i> // error
                <s nope="x">"a"</s> // error
                <font
                    nope="x" // error
                    color={} // error
                >"a"</font>
                <a
                    nope="x" // error
                    href={} // error
                >"a"</a>
                <at
                    nope="x" // error
                    email={} // error
                >"a"</at>
            </markdown>
        </card>
    };
    let _ = card! {
        <card>
            <markdown>
                "[a]($a)"
                <href
                    name={} // error
                    url="https://wps.cn"
                />
            </markdown>
        </card>
    };
}
