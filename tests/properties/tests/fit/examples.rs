//! What becomes of a card that is too long, to be read.

use message_card::{
    Action, Button, Card, DingTalk, Div, Fit, Header, LossKind, Markdown, PlainText, Severity,
    Target, WeCom, dingtalk, spec::Limit, wecom,
};
use serde_json::Value;

fn split(max_parts: usize) -> Fit {
    Fit::Split { max_parts }
}

fn plain(card: &Card, max: usize, fit: Fit) -> Vec<String> {
    PlainText::new()
        .limit(Limit::chars(max))
        .fit(fit)
        .render(card)
        .messages
}

fn wecom(format: wecom::Format, fit: Fit) -> WeCom {
    let id = |email: &str| email.split_once('@').map(|(id, _)| id.to_owned());
    WeCom::new().format(format).fit(fit).people(id)
}

fn markdown(card: &Card, format: wecom::Format, fit: Fit) -> Vec<String> {
    let messages = wecom(format, fit).render(card).messages;
    let bodies = messages
        .iter()
        .map(|message| serde_json::to_value(message).unwrap());
    let text = |body: Value| {
        body[body["msgtype"].as_str().unwrap()]["content"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    bodies.map(text).collect()
}

/// As many bytes of text as a WeCom markdown has.
fn filler(bytes: usize) -> String {
    "x".repeat(bytes)
}

fn report() -> Card {
    Card::new()
        .header(Header::new("发布报告").subtitle("生产环境"))
        .text("一切正常。没有失败的用例，可以继续。还有两件事要做；明天再看。")
        .markdown(
            Markdown::new()
                .text("抄送 ")
                .at("wang@wps.cn", "王明")
                .text("，请看"),
        )
        .hr()
        .text("就这些了")
        .action(Action::new([
            Button::new("查看").url("https://ci.example.com/1")
        ]))
        .link("https://ci.example.com/")
}

#[test]
fn what_fits_is_left_as_it_is() {
    let whole = PlainText::new().render(&report()).messages;
    let length = whole[0].chars().count();
    for fit in [Fit::Truncate, split(3), Fit::Reject] {
        let rendered = PlainText::new()
            .limit(Limit::chars(length))
            .fit(fit)
            .render(&report());
        assert_eq!(rendered.messages, whole);
        assert_eq!(rendered.report, PlainText::new().render(&report()).report);
    }
}

#[test]
fn truncated_it_keeps_what_is_around_the_body() {
    assert_eq!(
        plain(&report(), 115, Fit::Truncate),
        ["发布报告\n\
          生产环境\n\
          \n\
          一切正常。没有失败的用例，可以继续。\n\
          …（已省略 25 字）\n\
          @王明\n\
          \n\
          查看: https://ci.example.com/1\n\
          查看详情 (https://ci.example.com/)"]
    );
}

#[test]
fn the_note_is_in_the_language_of_the_card() {
    let card = Card::new().text("One. Two. Three and more that does not fit.");
    let target = PlainText::new().locale("en-US").limit(Limit::chars(40));
    assert_eq!(
        target.render(&card).messages,
        ["One. Two.\n… (33 characters omitted)"]
    );
}

#[test]
fn each_element_that_is_left_out_is_in_the_report() {
    let limit = Limit::chars(115);
    let rendered = PlainText::new().limit(limit).render(&report());
    let lost: Vec<_> = rendered
        .report
        .iter()
        .filter(|loss| loss.severity == Severity::Lost && loss.kind != LossKind::MentionLost)
        .map(|loss| (loss.pointer.as_str(), loss.kind, loss.detail.as_str()))
        .collect();
    let had = PlainText::new().render(&report()).messages[0]
        .chars()
        .count();
    assert_eq!(had, 129);
    assert_eq!(
        lost,
        [
            (
                "/elements/0",
                LossKind::Clamped { limit, had },
                "its end is left out: the message has 129 of 115 characters that plain text takes"
            ),
            (
                "/elements/1",
                LossKind::Dropped,
                "it is left out: the message has 129 of 115 characters that plain text takes"
            ),
            (
                "/elements/2",
                LossKind::Dropped,
                "it is left out: the message has 129 of 115 characters that plain text takes"
            ),
            (
                "/elements/3",
                LossKind::Dropped,
                "it is left out: the message has 129 of 115 characters that plain text takes"
            ),
        ]
    );
}

#[test]
fn rejected_it_is_left_whole_and_reported() {
    let rendered = PlainText::new()
        .limit(Limit::chars(30))
        .fit(Fit::Reject)
        .render(&report());
    assert_eq!(
        rendered.messages,
        PlainText::new().render(&report()).messages
    );
    let loss = rendered
        .report
        .iter()
        .find(|loss| loss.severity == Severity::Lost && loss.pointer.is_empty());
    let loss = loss.unwrap();
    assert_eq!(
        loss.kind,
        LossKind::Clamped {
            limit: Limit::chars(30),
            had: 129
        }
    );
    assert_eq!(
        loss.to_string(),
        "the card: the message has 129 of 30 characters: plain text refuses it"
    );
}

#[test]
fn split_it_has_numbers_the_mentions_first_and_the_buttons_last() {
    let card = Card::new()
        .header(Header::new("发布报告").subtitle("生产环境"))
        .text("一切正常。没有失败的用例，可以继续。还有两件事要做；明天再看。")
        .text("第二天也一切正常，没有失败的用例。")
        .hr()
        .markdown(Markdown::new().text("抄送 ").at("wang@wps.cn", "王明"))
        .action(Action::new([
            Button::new("查看").url("https://ci.example.com/1")
        ]));
    assert_eq!(
        plain(&card, 72, split(5)),
        [
            "发布报告 (1/2)\n生产环境\n\n一切正常。没有失败的用例，可以继续。还有两件事要做；明天再看。\n第二天也一切正常，没有失败的用例。\n@王明",
            "发布报告 (2/2)\n\n抄送 王明\n\n查看: https://ci.example.com/1",
        ]
    );
}

#[test]
fn a_split_is_an_entry_of_the_report() {
    let rendered = PlainText::new()
        .limit(Limit::chars(80))
        .fit(split(5))
        .render(&report());
    let loss = rendered
        .report
        .iter()
        .find(|loss| matches!(loss.kind, LossKind::Split { .. }))
        .unwrap();
    assert_eq!(
        (loss.pointer.as_str(), loss.kind, loss.severity),
        ("", LossKind::Split { parts: 2 }, Severity::Info)
    );
}

#[test]
fn what_is_too_long_for_all_parts_is_truncated_in_the_last_one() {
    let card = Card::new()
        .header("周报")
        .text("第一段，不长。")
        .text("第二段，不长。")
        .text("第三段，不长。")
        .text("第四段，不长。")
        .text("第五段，不长。");
    assert_eq!(
        plain(&card, 30, split(2)),
        [
            "周报 (1/2)\n\n第一段，不长。\n第二段，不长。",
            "周报 (2/2)\n\n第三段，不长。\n…（已省略 14 字）"
        ]
    );
}

#[test]
fn without_a_title_the_number_is_a_line() {
    let card = Card::new().text("第一段，不长。").text("第二段，不长。");
    assert_eq!(
        plain(&card, 14, split(2)),
        ["(1/2)\n第一段，不长。", "(2/2)\n第二段，不长。"]
    );
}

#[test]
fn a_paragraph_is_cut_behind_a_sentence_else_a_word_else_a_character() {
    let first = |text: &str, max: usize| {
        let card = Card::new().text(format!("{text}{}", "末".repeat(20)));
        // The number takes six characters.
        plain(&card, max + 6, split(9))[0]
            .lines()
            .nth(1)
            .unwrap()
            .to_owned()
    };
    assert_eq!(first("一二三。四五六。七八九十", 11), "一二三。四五六。");
    assert_eq!(first("他说：“好。”然后就走了，没有回来", 8), "他说：“好。”");
    assert_eq!(
        first("version 3.14 of the library is out", 22),
        "version 3.14 of the"
    );
    assert_eq!(first("It is out. See the notes for more", 18), "It is out.");
    assert_eq!(first("一二三四五，六七八九十", 8), "一二三四五，");
    assert_eq!(first("一二三四五六七八，九十", 8), "一二三四五六七");
    assert_eq!(first("甲👨‍👩‍👧乙👨‍👩‍👧丙", 9), "甲👨‍👩‍👧乙");
    assert_eq!(first("abcdefghijklmnop", 9), "abcdefghi");
}

#[test]
fn a_cut_is_beside_links_mentions_code_and_emphasis() {
    let long = filler(4060);
    let tail = |markdown: Markdown| {
        let card = Card::new().markdown(markdown);
        let texts = super::examples::markdown(&card, wecom::Format::Markdown, split(2));
        assert_eq!(texts.len(), 2);
        texts[1].strip_prefix("(2/2)\n").unwrap().to_owned()
    };
    let start = || Markdown::new().text(long.clone()).text(" ");
    let words = "one two three four five six seven eight nine ten";
    assert_eq!(tail(start().bold(words)), format!("**{words}**"));
    assert_eq!(
        tail(start().a("https://example.com/", words)),
        format!("[{words}](https://example.com/)")
    );
    assert_eq!(
        tail(start().font("red", words)),
        format!("<font color=\"warning\">{words}</font>")
    );
    assert_eq!(
        tail(start().source("`one two three four five six seven eight nine ten`")),
        format!("`{words}`")
    );
}

#[test]
fn emphasis_longer_than_a_message_is_closed_and_opened_again() {
    let card = Card::new().markdown(Markdown::new().bold("全部通过。".repeat(400)));
    let texts = markdown(&card, wecom::Format::Markdown, split(5));
    assert_eq!(texts.len(), 2);
    assert_eq!(
        texts[0],
        format!("(1/2)\n\n**{}**", "全部通过。".repeat(272))
    );
    assert_eq!(
        texts[1],
        format!("(2/2)\n\n**{}**", "全部通过。".repeat(128))
    );
}

#[test]
fn a_heading_is_not_left_at_the_end() {
    let card = Card::new()
        .header("周报")
        .text(filler(4040))
        .markdown("## 明细")
        .text("一共三条，都好，没有什么要做的");
    assert_eq!(
        markdown(&card, wecom::Format::Markdown, split(2)),
        [
            format!("# 周报 (1/2)\n\n{}", filler(4040)),
            "# 周报 (2/2)\n\n## 明细\n一共三条，都好，没有什么要做的".to_owned()
        ]
    );
}

#[test]
fn the_header_of_a_table_is_repeated() {
    let row = format!("| 登录 | {} |\n", filler(1010));
    let card = Card::new()
        .header("周报")
        .markdown(Markdown::from_trusted_source(format!(
            "| 名称 | 状态 |\n| --- | --- |\n{}",
            row.repeat(4)
        )));
    let header = "| 名称 | 状态 |\n| :--- | :--- |\n";
    let texts = markdown(&card, wecom::Format::MarkdownV2, split(3));
    assert_eq!(
        texts[0],
        format!("# 周报 (1/2)\n\n{header}{}", row.repeat(3).trim_end())
    );
    assert_eq!(
        texts[1],
        format!("# 周报 (2/2)\n\n{header}{}", row.trim_end())
    );

    let lines = |text: &str| {
        text.lines()
            .map(|line| line.chars().take(12).collect())
            .collect::<Vec<String>>()
    };
    let texts = markdown(&card, wecom::Format::Markdown, split(3));
    assert_eq!(
        lines(&texts[0]),
        [
            "# 周报 (1/2)",
            "",
            "**名称** ｜ **状",
            "登录 ｜ xxxxxxx",
            "登录 ｜ xxxxxxx",
            "登录 ｜ xxxxxxx"
        ]
    );
    assert_eq!(lines(&texts[1]), ["# 周报 (2/2)", "", "登录 ｜ xxxxxxx"]);
}

#[test]
fn a_fence_is_closed_and_opened_again() {
    let line = filler(1500);
    let card = Card::new().markdown(Markdown::from_trusted_source(format!(
        "```\n{line}\n{line}\n{line}\n```"
    )));
    assert_eq!(
        markdown(&card, wecom::Format::MarkdownV2, split(3)),
        [
            format!("(1/2)\n\n```\n{line}\n{line}\n```"),
            format!("(2/2)\n\n```\n{line}\n```")
        ]
    );
}

#[test]
fn a_pair_stays_together() {
    let field = |name: &str, value: String| Markdown::new().bold(name).br().text(value);
    let value = "很长的值，".repeat(100);
    let card = Card::new().div(Div::new(
        ["一", "二", "三"].map(|name| field(name, value.clone())),
    ));
    let value = value.as_str();
    assert_eq!(
        markdown(&card, wecom::Format::Markdown, split(3)),
        [
            format!("(1/2)\n\n> **一**：{value}\n> **二**：{value}"),
            format!("(2/2)\n\n> **三**：{value}")
        ]
    );
}

#[test]
fn people_are_mentioned_in_the_first_part_and_named_in_the_others() {
    let card = Card::new()
        .header("周报")
        .markdown(Markdown::new().at("lin@wps.cn", "林亮").text(filler(2500)))
        .markdown(
            Markdown::new()
                .text(filler(2500))
                .text(" ")
                .at("wang@wps.cn", "王明")
                .text(" ")
                .at("lin@wps.cn", "林亮"),
        );
    assert_eq!(
        markdown(&card, wecom::Format::Markdown, split(3)),
        [
            format!("# 周报 (1/2)\n\n<@lin>{}\n\n<@wang>", filler(2500)),
            format!("# 周报 (2/2)\n\n{} 王明 林亮", filler(2500)),
        ]
    );
}

#[test]
fn the_numbers_of_ding_talk_are_in_its_titles_too() {
    let card = Card::new()
        .header("周报")
        .text("好。".repeat(4000))
        .action(Action::new([
            Button::new("查看").url("https://ci.example.com/1")
        ]));
    let rendered = DingTalk::new()
        .format(dingtalk::Format::ActionCard)
        .fit(split(3))
        .render(&card);
    let bodies: Vec<_> = rendered
        .messages
        .iter()
        .map(|message| serde_json::to_value(message).unwrap())
        .collect();
    assert_eq!(bodies.len(), 2);
    assert_eq!(bodies[0]["markdown"]["title"], "周报 (1/2)");
    assert_eq!(bodies[1]["actionCard"]["title"], "周报 (2/2)");
    assert!(
        bodies[1]["actionCard"]["text"]
            .as_str()
            .unwrap()
            .starts_with("### 周报 (2/2)\n\n好。")
    );
    let lengths = bodies
        .iter()
        .map(|body| serde_json::to_string(body).unwrap().len());
    assert!(lengths.max().unwrap() <= 20_000);
}

#[test]
fn a_body_that_takes_all_of_the_limit_is_sent_whole() {
    let card = |length| Card::new().header("t").text("x".repeat(length));
    let sent = |length| {
        let rendered = DingTalk::new().render(&card(length));
        let length = serde_json::to_string(&rendered.messages[0]).unwrap().len();
        (rendered.report.is_empty(), length)
    };
    let overhead = sent(1).1 - 1;
    assert_eq!(sent(20_000 - overhead), (true, 20_000));
    assert!(!sent(20_001 - overhead).0);
}

#[test]
fn a_limit_that_nothing_is_within_gives_next_to_nothing() {
    assert_eq!(plain(&report(), 1, Fit::Truncate), ["发"]);
    assert_eq!(plain(&report(), 0, split(3)), [""]);
    let card = Card::new().text("🎉🎉");
    let limited = |max| {
        PlainText::new()
            .limit(Limit::bytes(max))
            .fit(split(9))
            .render(&card)
            .messages
    };
    assert_eq!(limited(3), [""]);
    assert_eq!(limited(4), ["🎉", "🎉"]);
}

#[test]
fn a_link_that_no_message_has_room_for_is_text() {
    let url = format!("https://example.com/{}", filler(5000));
    let card = Card::new().header("周报").markdown(
        Markdown::new()
            .text("见 ")
            .a(url.as_str(), "日志")
            .text("。"),
    );
    let rendered = wecom(wecom::Format::Markdown, split(3)).render(&card);
    assert_eq!(
        markdown(&card, wecom::Format::Markdown, split(3)),
        ["# 周报 (1/2)\n\n见", "# 周报 (2/2)\n\n日志。"]
    );
    assert!(
        rendered
            .report
            .iter()
            .any(|loss| loss.pointer == "/elements/0"
                && matches!(loss.kind, LossKind::Clamped { .. }))
    );
}

#[test]
fn buttons_that_there_is_no_room_for_are_left_out_one_by_one() {
    let button = |index: usize| {
        Button::new(format!("按钮{index}"))
            .url(format!("https://example.com/{index}/{}", filler(1500)))
    };
    let card = Card::new()
        .header("周报")
        .text("好")
        .action(Action::new((0..4).map(button)));
    let rendered = wecom(wecom::Format::Markdown, Fit::Truncate).render(&card);
    let text = &markdown(&card, wecom::Format::Markdown, Fit::Truncate)[0];
    assert_eq!(text.matches("](https://example.com/").count(), 2);
    assert!(text.starts_with("# 周报\n\n好\n\n[按钮0]") && text.ends_with("x)"));
    assert!(
        rendered
            .report
            .iter()
            .any(|loss| loss.pointer == "/elements/1"
                && matches!(loss.kind, LossKind::Clamped { .. }))
    );
}

#[test]
fn whom_there_is_no_room_to_mention_is_in_the_report() {
    let start = Card::new().header("周报").text(filler(5000));
    let card = (0..300).fold(start, |card, index| {
        card.markdown(Markdown::new().at(format!("p{index}@wps.cn"), format!("组员{index}")))
    });
    for fit in [Fit::Truncate, split(5)] {
        let rendered = wecom(wecom::Format::Markdown, fit).render(&card);
        let texts = markdown(&card, wecom::Format::Markdown, fit);
        let mentioned = texts.iter().map(|text| text.matches("<@p").count());
        let mentioned: Vec<_> = mentioned.collect();
        let lost = rendered.report.iter();
        let lost = lost
            .filter(|loss| loss.kind == LossKind::MentionLost)
            .count();
        assert!(mentioned[0] > 100, "{}", texts[0]);
        assert_eq!(mentioned.iter().skip(1).sum::<usize>(), 0);
        assert_eq!(mentioned[0] + lost, 300);
    }
}

#[test]
fn a_title_that_is_too_long_is_cut() {
    let card = Card::new()
        .header("很长的标题，".repeat(10))
        .text("正文。".repeat(20));
    let limit = Limit::chars(50);
    let rendered = PlainText::new().limit(limit).fit(split(9)).render(&card);
    assert_eq!(
        rendered.messages[0],
        format!(
            "很长的标题，很长的标题，很长的标题， (1/3)\n\n{}",
            "正文。".repeat(8)
        )
    );
    let loss = rendered
        .report
        .iter()
        .find(|loss| loss.pointer == "/header/title");
    assert_eq!(loss.unwrap().kind, LossKind::Clamped { limit, had: 122 });
}

#[test]
fn a_divider_is_not_needed_where_a_message_ends() {
    let card = Card::new()
        .text("第一段，不长。")
        .hr()
        .text("第二段，不长。");
    assert_eq!(
        plain(&card, 18, split(2)),
        ["(1/2)\n第一段，不长。", "(2/2)\n第二段，不长。"]
    );
}

#[test]
fn mentions_take_room_in_the_first_part_only() {
    let people = (0..50).fold(Markdown::new(), |markdown, index| {
        markdown.at(format!("p{index}@wps.cn"), "组员").text(" ")
    });
    let card = Card::new()
        .header("周报")
        .text(filler(3000))
        .text(filler(4050))
        .markdown(people);
    let texts = markdown(&card, wecom::Format::Markdown, split(5));
    assert_eq!(texts[0].matches("<@p").count(), 50);
    assert_eq!(texts[1], format!("# 周报 (2/3)\n\n{}", filler(4050)));
}
