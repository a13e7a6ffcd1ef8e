//! What a card costs on the targets that do not take it as it is, next to pulldown-cmark's way to HTML for the same markdown.

use divan::{Bencher, black_box};
use message_card::{Card, DingTalk, Fit, Markdown, PlainText, Target, WeCom, WpsWebhook, wecom};
use pulldown_cmark::{Options, Parser, html};

fn main() {
    divan::main();
}

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

fn card(sections: usize) -> Card {
    Card::new().markdown(Markdown::from_trusted_source(SECTION.repeat(sections)))
}

#[divan::bench(args = SIZES)]
fn pulldown_cmark_to_html(bencher: Bencher<'_, '_>, sections: usize) {
    let source = SECTION.repeat(sections);
    bencher.bench(|| {
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        let mut out = String::new();
        html::push_html(&mut out, Parser::new_ext(black_box(&source), options));
        out
    });
}

fn render<T: Target + Sync>(bencher: Bencher<'_, '_>, target: &T, sections: usize) {
    let card = card(sections);
    bencher.bench(|| target.render(black_box(&card)));
}

#[divan::bench(args = SIZES)]
fn tree(bencher: Bencher<'_, '_>, sections: usize) {
    let markdown = Markdown::from_trusted_source(SECTION.repeat(sections));
    bencher.bench(|| black_box(&markdown).tree());
}

#[divan::bench(args = SIZES)]
fn plain_text(bencher: Bencher<'_, '_>, sections: usize) {
    render(bencher, &PlainText::new(), sections);
}

#[divan::bench(args = SIZES)]
fn wecom_markdown(bencher: Bencher<'_, '_>, sections: usize) {
    let target = WeCom::new()
        .format(wecom::Format::Markdown)
        .fit(Fit::Reject);
    render(bencher, &target, sections);
}

#[divan::bench(args = SIZES)]
fn wecom_markdown_v2(bencher: Bencher<'_, '_>, sections: usize) {
    let target = WeCom::new()
        .format(wecom::Format::MarkdownV2)
        .fit(Fit::Reject);
    render(bencher, &target, sections);
}

#[divan::bench(args = SIZES)]
fn wecom_chosen_and_truncated(bencher: Bencher<'_, '_>, sections: usize) {
    render(bencher, &WeCom::new(), sections);
}

#[divan::bench(args = SIZES)]
fn dingtalk(bencher: Bencher<'_, '_>, sections: usize) {
    render(bencher, &DingTalk::new().fit(Fit::Reject), sections);
}

#[divan::bench(args = SIZES)]
fn wps_robot_markdown(bencher: Bencher<'_, '_>, sections: usize) {
    render(
        bencher,
        &WpsWebhook::new().markdown().fit(Fit::Reject),
        sections,
    );
}
