//! What a card costs on the targets that do not take it as it is, next to pulldown-cmark's way to HTML for the same markdown.

use std::hint::black_box;

use message_card::{Card, DingTalk, Fit, Markdown, PlainText, Target, WeCom, WpsWebhook, wecom};
use message_card_benches::{
    measure::{Effort, repeated},
    table::{Row, Table},
};
use pulldown_cmark::{Options, Parser, html};

/// What a message is to take at most, beside the HTML.
const AIM: f64 = 1.5;

/// A markdown text as a report has it: headings, lists, emphasis, links, code, a table.
const SECTION: &str = "\
## 服务 gateway 的告警

**负责人** 林亮，*值班* 到 18:00，见 [仪表盘](https://grafana.example.com/d/abc?orgId=1)。错误率 2.5%，持续 12 min。
延迟 `p99` 从 120 ms 升到 900 ms，重试 3 次后恢复；snake_case_name 与 a < b 原样。

- 受影响：`api-gateway`、**订单**、支付
- 开始：09:00，恢复：09:12
- 下一步：[复盘](https://wiki.example.com/incident/42)

> 备注：请勿重启，等待扩容完成。

| 服务 | 状态 | 延迟 |
|:-----|:----:|-----:|
| gateway | **降级** | 900 ms |
| orders | 正常 | 80 ms |

```
2026-11-21T09:00:00 ERROR upstream timed out (110)
2026-11-21T09:00:02 WARN  retry 1 of 3
```

";

/// The number of sections: an alert, a report, a megabyte.
const SIZES: [usize; 3] = [1, 16, 1000];

pub(crate) fn tables(effort: Effort) -> Vec<Table> {
    SIZES.map(|sections| table(effort, sections)).into()
}

fn table(effort: Effort, sections: usize) -> Table {
    let source = SECTION.repeat(sections);
    let markdown = Markdown::from_trusted_source(source.clone());
    let card = Card::new().markdown(markdown.clone());
    let wecom = |format| WeCom::new().format(format).fit(Fit::Reject);
    let [html, tree, text, dingtalk, robot, v1, v2, chosen] = effort.by_turns([
        &repeated(|| to_html(black_box(&source))),
        &repeated(|| black_box(&markdown).tree()),
        &rendered(&card, PlainText::new()),
        &rendered(&card, DingTalk::new().fit(Fit::Reject)),
        &rendered(&card, WpsWebhook::new().markdown().fit(Fit::Reject)),
        &rendered(&card, wecom(wecom::Format::Markdown)),
        &rendered(&card, wecom(wecom::Format::MarkdownV2)),
        &rendered(&card, WeCom::new()),
    ]);
    let row = |name, time| Row::new(name, time).beside("HTML", html);
    let rows = [
        row("plain text", text).aim(AIM),
        row("DingTalk", dingtalk).aim(AIM),
        row("WPS robot, markdown", robot).aim(AIM),
        row("WeCom, markdown", v1).aim(AIM),
        row("WeCom, markdown_v2", v2).aim(AIM),
        row("WeCom, the format chosen, truncated", chosen).aim(AIM),
        row("Markdown::tree", tree),
        row("pulldown-cmark to HTML", html),
    ];
    let title = format!(
        "markdown, {} bytes, to a message with its report",
        source.len()
    );
    Table::new(title, rows)
}

fn rendered<T: Target>(card: &Card, target: T) -> impl Fn(u32) {
    repeated(move || target.render(black_box(card)))
}

fn to_html(source: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut out = String::new();
    html::push_html(&mut out, Parser::new_ext(source, options));
    out
}
