//! A link is a URL, a URL with values in it, or a `Link` with a URL per client.

use message_card::{Link, card};

fn main() {
    let (base, path, mail) = ("https://ci.example.com", "a/b?c", "lin@wps.cn");
    let link = Link::new("https://wps.cn").pc_url("https://wps.cn/pc");
    let docs = &link;
    let card = card! {
        <card>
            <markdown>
                <a href={&link}>"a"</a>
                <a href={docs}>"b"</a>
                <a href="{base}/{path}?q={path}#{path}">"c"</a>
                <a href="mailto:{mail}">"d"</a>
                <a href="tel:{path}">"e"</a>
                <a href="https://{path}:8080/">"f"</a>
                "[g]({base}/x) [h](https://wps.cn/{path})"
            </markdown>
            <action>
                <button href={&link}>"a"</button>
                <button url={docs.clone()}>"b"</button>
                <button href="{base}">"c"</button>
            </action>
        </card>
    };
    let json = serde_json::to_string(&card).unwrap();
    assert!(json.contains("https://ci.example.com/a%2Fb%3Fc?q=a%2Fb%3Fc#a%2Fb%3Fc"), "{json}");
    assert!(json.contains("mailto:lin@wps.cn"), "{json}");
    assert!(json.contains("https://wps.cn/pc"), "{json}");
}
