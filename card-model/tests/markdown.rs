//! Markdown: what is read, what is reported, and that a value stays text wherever it is written.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fmt::Write;

use card_model::{
    List, Markdown,
    markdown::{
        Alignment, Block, Fault, FaultKind, Inline, LinkTarget, Piece, Place, Span, Tree, read,
    },
};

fn text(text: &str) -> Span {
    Span::Text(text.to_owned())
}

fn source(source: &str) -> Tree {
    let reading = read(&[Piece::Source(source)]);
    assert_eq!(reading.faults, [], "{source:?}");
    reading.tree()
}

fn faults(source: &str) -> Vec<Fault> {
    read(&[Piece::Source(source)]).faults
}

fn paragraph(text: &str) -> Vec<Span> {
    match source(text).blocks.as_slice() {
        [Block::Paragraph(spans)] => spans.clone(),
        blocks => panic!("{text:?} reads as {blocks:?}"),
    }
}

fn link(target: LinkTarget, label: &str) -> Span {
    Span::Link {
        target,
        content: vec![text(label)],
    }
}

// What is read.

#[test]
fn the_platforms_sample() {
    let sample = "普通文本  \n**粗体**  \n*斜体*  \n~~删除线~~  \n<font color='red'>字体颜色</font>  \n<at email=\"name@wps.cn\">姓名</at>  \n[超链接](https://xz.wps.cn/)  \n[差异化链接]($url_val)";
    assert_eq!(
        paragraph(sample),
        [
            text("普通文本"),
            Span::Break,
            Span::Bold(vec![text("粗体")]),
            Span::Break,
            Span::Italic(vec![text("斜体")]),
            Span::Break,
            Span::Strike(vec![text("删除线")]),
            Span::Break,
            Span::Font {
                color: "red".into(),
                content: vec![text("字体颜色")]
            },
            Span::Break,
            Span::At {
                email: "name@wps.cn".into(),
                content: vec![text("姓名")]
            },
            Span::Break,
            link(LinkTarget::Url("https://xz.wps.cn/".into()), "超链接"),
            Span::Break,
            link(LinkTarget::Variable("url_val".into()), "差异化链接"),
        ]
    );
    let reading = read(&[Piece::Source(sample)]);
    assert_eq!(reading.variables, [("url_val".to_owned(), 0)]);
    assert_eq!(
        Markdown::from_trusted_source(sample.to_owned()).to_wire(),
        sample
    );
}

#[test]
fn the_webhooks_sample() {
    let tree = source("## KAE监控报警\n\n报警内容:网关入口\n\n> 备注:严重程度中等");
    assert_eq!(
        tree.blocks,
        [
            Block::Heading {
                level: 2,
                content: vec![text("KAE监控报警")]
            },
            Block::Paragraph(vec![text("报警内容:网关入口")]),
            Block::Quote(vec![Block::Paragraph(vec![text("备注:严重程度中等")])]),
        ]
    );
    assert_eq!(
        tree.plain_text(),
        "KAE监控报警\n报警内容:网关入口\n备注:严重程度中等"
    );
}

#[test]
fn lists_code_rules_and_tables() {
    let tree = source(
        "3. a\n4. b\n\n```sh\nls <b>\n```\n\n---\n\n| h | *i* |\n|:--|:-:|\n| 1 | <font color=red>2</font> |",
    );
    let item = |label: &str| vec![Block::Paragraph(vec![text(label)])];
    let red = Span::Font {
        color: "red".into(),
        content: vec![text("2")],
    };
    assert_eq!(
        tree.blocks,
        [
            Block::List {
                start: Some(3),
                items: vec![item("a"), item("b")]
            },
            Block::Code {
                language: Some("sh".into()),
                text: "ls <b>\n".into()
            },
            Block::Rule,
            Block::Table {
                alignments: vec![Alignment::Left, Alignment::Center],
                header: vec![vec![text("h")], vec![Span::Italic(vec![text("i")])]],
                rows: vec![vec![vec![text("1")], vec![red]]],
            },
        ]
    );
}

#[test]
fn tags_at_the_start_of_a_line_are_inline() {
    let spans = paragraph("<font color='red'>\n**a**\n</font>\n<at email=a@b.cn></at>");
    assert_eq!(
        spans,
        [
            Span::Font {
                color: "red".into(),
                content: vec![
                    Span::SoftBreak,
                    Span::Bold(vec![text("a")]),
                    Span::SoftBreak
                ]
            },
            Span::SoftBreak,
            Span::At {
                email: "a@b.cn".into(),
                content: vec![]
            },
        ]
    );
    assert_eq!(paragraph("a<br>b<br/>c").len(), 5);
}

#[test]
fn a_tag_that_is_not_closed_is_one_with_the_text_around_it() {
    let spans = |source: &str| match Markdown::from_trusted_source(source)
        .tree()
        .blocks
        .as_slice()
    {
        [Block::Paragraph(spans)] => spans.clone(),
        blocks => panic!("{source:?} reads as {blocks:?}"),
    };
    for tags in [
        "a<font color='red'>b",
        "<font color='red'>b",
        "a<font color='red'>",
        "a<font color='red'>b<at email=\"lin@wps.cn\">c<font color='blue'>d",
        "<font color='red'><at email=\"lin@wps.cn\"><font>",
        "a</font>b<br",
    ] {
        assert_eq!(spans(tags), [text(tags)]);
        let between = format!("**x**{tags}**y**");
        let bold = |word: &str| Span::Bold(vec![text(word)]);
        assert_eq!(spans(&between), [bold("x"), text(tags), bold("y")]);
        let inside = format!("**{tags}** z");
        assert_eq!(spans(&inside), [Span::Bold(vec![text(tags)]), text(" z")]);
    }
    assert_eq!(
        spans("a<font color='red'>*b*c<font color='blue'>d</font>e"),
        [
            text("a<font color='red'>"),
            Span::Italic(vec![text("b")]),
            text("c"),
            Span::Font {
                color: "blue".to_owned(),
                content: vec![text("d")],
            },
            text("e"),
        ]
    );
}

#[test]
fn what_is_no_markup_is_text() {
    for plain in [
        "a ~ b",
        "~a~",
        "2 * 3 * 4",
        "snake_case_name",
        "a < b",
        "[a]( < b>)",
        "[a]: < b>",
        "x <3",
        "5 > 3",
        "a | b",
        "C:\\dir\\file",
        "\u{e000}\u{2800}",
        "$5",
        "#1234",
        "a@b.cn",
    ] {
        assert_eq!(paragraph(plain), [text(plain)]);
    }
    assert_eq!(
        paragraph("`<font color=red>` ~~`~`~~"),
        [
            Span::Code("<font color=red>".into()),
            text(" "),
            Span::Strike(vec![Span::Code("~".into())]),
        ]
    );
    assert_eq!(paragraph("\\*a\\* \\<b> &lt;b&gt;"), [text("*a* <b> <b>")]);
}

#[test]
fn autolinks_and_images() {
    let url = "https://a.cn/~x";
    assert_eq!(
        paragraph("<https://a.cn/~x>"),
        [link(LinkTarget::Url(url.into()), url)]
    );
    assert_eq!(
        paragraph("![图 *x*](https://a.cn/~x)"),
        [Span::Image {
            url: url.into(),
            alt: "图 x".into()
        }]
    );
}

// Holes.

#[test]
fn where_holes_stand() {
    let places = |sources: &[&str]| {
        let mut pieces = Vec::new();
        for (index, source) in sources.iter().enumerate() {
            if index > 0 {
                pieces.push(Piece::Hole);
            }
            pieces.push(Piece::Source(source));
        }
        read(&pieces).places
    };
    assert_eq!(places(&["**a** ", "!"]), [Place::Text]);
    assert_eq!(places(&["`", "` ", ""]), [Place::Code, Place::Text]);
    assert_eq!(places(&["```\n", "\n```"]), [Place::Code]);
    assert_eq!(
        places(&["[", "](", "/", "?a=", ")"]),
        [Place::Text, Place::UrlStart, Place::UrlPart, Place::UrlPart]
    );
    assert_eq!(places(&["<https://a.cn/", ">"]), [Place::UrlPart]);
    for forbidden in [
        &["<font color='", "'>a</font>"][..],
        &["<at email=", ">a</at>"],
        &["[a]($", ")"],
        &["[a](https://a.cn \"", "\")"],
        &["```", "\nx\n```"],
        &["[a]: https://a.cn/", "\n"],
    ] {
        let places = places(forbidden);
        assert!(
            matches!(places.as_slice(), [Place::Forbidden(_)]),
            "{forbidden:?}: {places:?}"
        );
    }
}

#[test]
fn a_mistake_is_in_its_piece() {
    let reading = read(&[
        Piece::Source("a "),
        Piece::Hole,
        Piece::Source(" **b"),
        Piece::Hole,
        Piece::Source("[c]($d) <b>"),
    ]);
    let found: Vec<_> = reading
        .faults
        .iter()
        .map(|fault| (fault.piece, fault.offset, fault.snippet.as_str()))
        .collect();
    assert_eq!(found, [(2, 1, "**"), (4, 8, "<b>")]);
    assert_eq!(reading.variables, [("d".to_owned(), 4)]);
}

#[test]
fn parts_are_read_where_they_stand() {
    let markdown = Markdown::new()
        .source("**x** `")
        .inline(Inline::Code("a*b".into()))
        .source("` [l](https://a.cn/")
        .text("1")
        .source(") <font color='")
        .text("red")
        .source("'>y</font>")
        .text("*z*\nq")
        .bold("b_c")
        .at("a@b.cn", "")
        .a("https://a.cn", "l")
        .br();
    assert_eq!(
        markdown.tree().blocks,
        [Block::Paragraph(vec![
            Span::Bold(vec![text("x")]),
            text(" "),
            Span::Code("a*b".into()),
            text(" "),
            link(LinkTarget::Url("https://a.cn/1".into()), "l"),
            text(" <font color='red'>y</font>*z*"),
            Span::Break,
            text("q"),
            Span::Bold(vec![text("b_c")]),
            Span::At {
                email: "a@b.cn".into(),
                content: vec![]
            },
            link(LinkTarget::Url("https://a.cn".into()), "l"),
            Span::Break,
        ])]
    );
}

#[test]
fn no_hole_is_lost() {
    for (before, after) in [
        ("[a]: https://a.cn/", "\n"),
        ("| a |\n|---|\n| 1 | ", " |"),
        ("[a](https://a.cn \"", "\")"),
        ("<at email=\"", "\">n</at>"),
        ("```", "\nx\n```"),
        ("![", "](https://a.cn)"),
    ] {
        let markdown = Markdown::from_trusted_source(before.to_owned())
            .text("value")
            .source(after);
        assert!(
            format!("{:?}", markdown.tree()).contains("value"),
            "{before:?}"
        );
    }
}

// Mistakes.

/// The whole catalogue, as its reader sees it.
#[test]
#[allow(clippy::too_many_lines, reason = "a catalogue")]
fn mistakes_are_told_in_the_authors_words() {
    let cases = [
        (
            "**a",
            "`**` has no partner, it would be shown as text",
            "add the missing `**`, with no blank between it and its text, or write it full-width, `＊＊`, if it is meant as text",
        ),
        (
            "a* b",
            "`*` has no partner, it would be shown as text",
            "add the missing `*`, with no blank between it and its text, or write it full-width, `＊`, if it is meant as text",
        ),
        (
            "~~a",
            "`~~` has no partner, it would be shown as text",
            "add the missing `~~`, with no blank between it and its text, or write it full-width, `～～`, if it is meant as text",
        ),
        (
            "_a",
            "`_` has no partner, it would be shown as text",
            "add the missing `_`, with no blank between it and its text, or write it full-width, `＿`, if it is meant as text",
        ),
        (
            "**a **b",
            "`**a **` has a blank inside of its delimiters, they would be shown as text",
            "remove the blank between the delimiter and the text",
        ),
        (
            "**注意：**请",
            "`**注意：**` is not closed: the delimiter stands between punctuation and a letter",
            "put a blank after the closing delimiter, or the punctuation outside: `**注意**：请`",
        ),
        (
            "请**（注意）** 看",
            "`**（注意）**` is not opened: the delimiter stands between a letter and punctuation",
            "put a blank before the opening delimiter, or the punctuation outside: `请（**注意**）`",
        ),
        (
            "a `b",
            "the code that `` ` `` begins does not end",
            "close it with as many backticks, in the same paragraph",
        ),
        (
            "<b>a</b>",
            "unknown tag `<b>`, it would be shown as text",
            "write `**…**` for bold text",
        ),
        (
            "<script>",
            "unknown tag `<script>`, it would be shown as text",
            "a text knows `<font color='red'>`, `<at email=\"…\">` and `<br>`; for an angle bracket write `＜`",
        ),
        (
            "<!-- *a* -->",
            "`<!-- *a* -->` would be shown as text, a card has no comments",
            "remove it; comments belong into the program",
        ),
        (
            "<Font color=red>a</Font>",
            "unknown tag `<Font color=red>`, it would be shown as text",
            "write the name in lower case: `font`",
        ),
        (
            "<font color='red>a",
            "the tag `<font color='red` is not written as one",
            "write `<font color='red'>…</font>` or `<at email=\"name@host\">…</at>`, on one line",
        ),
        (
            "<font color='red'>a",
            "`<font color='red'>` is not closed",
            "add `</font>` in the same paragraph, list item or table cell",
        ),
        (
            "<at email='a@b.cn'/>",
            "`<at email='a@b.cn'/>` is not closed",
            "add `</at>` in the same paragraph, list item or table cell",
        ),
        (
            "a</font>",
            "`</font>` closes a tag that is not open",
            "remove it, or add the opening tag before it, in the same paragraph",
        ),
        (
            "<font color='red'>**a</font>**",
            "`</font>` is wrongly nested",
            "close first what was opened last: `**<font color='red'>…</font>**`",
        ),
        (
            "**<font color='red'>a**</font>",
            "`<font color='red'>` is wrongly nested",
            "close first what was opened last: `**<font color='red'>…</font>**`",
        ),
        (
            "<font>a</font>",
            "`<font>` has no `color`",
            "name the colour: `<font color='red'>`",
        ),
        (
            "<font color='red' size=2>a</font>",
            "`font` has no attribute `size`",
            "`font` takes `color` alone",
        ),
        (
            "<at id=\"7\">a</at>",
            "`at` has no attribute `id`",
            "`at` takes `email` alone",
        ),
        (
            "<at>a</at>",
            "`<at>` has no `email`",
            "say who is meant: `<at email=\"name@host\">`",
        ),
        (
            "<at email='a'>b</at>",
            "`a` is not an e-mail address",
            "write one address, such as `name@wps.cn`",
        ),
        (
            "```\na",
            "the code block that `` ``` `` begins does not end",
            "end it with `` ``` `` on a line of its own",
        ),
        (
            "> ~~~~ sh\n> a\n> ~~~\n\nb",
            "the code block that `` ~~~~ `` begins does not end",
            "end it with `` ~~~~ `` on a line of its own",
        ),
        (
            "[a]()",
            "the link `[a]()` leads nowhere",
            "write a URL, `[label](https://…)`, or a variable, `[label]($name)`",
        ),
        (
            "[a]($)",
            "the link `[a]($)` leads nowhere",
            "write a URL, `[label](https://…)`, or a variable, `[label]($name)`",
        ),
        (
            "[a](javascript:b)",
            "the URL scheme `javascript` is not allowed",
            "use one of `http`, `https`, `mailto`, `tel`",
        ),
        (
            "![a](/b)",
            "the URL is not absolute, a card has no page that it could be relative to",
            "begin it with `https://`",
        ),
        (
            "[a](https://a/|)",
            "the URL holds '|', which has to be percent-encoded",
            "write it as `%7C`, or put the value in braces, which encodes it",
        ),
    ];
    for (source, message, help) in cases {
        let faults = faults(source);
        let told: Vec<_> = faults
            .iter()
            .map(|fault| (fault.to_string(), fault.help()))
            .collect();
        assert_eq!(told, [(message.to_owned(), help.to_owned())], "{source:?}");
    }
}

#[test]
fn all_mistakes_are_told_at_once() {
    let found: Vec<_> = faults("**a <b>\n\n[x](ftp://y) `\n\n</at> ok")
        .into_iter()
        .map(|fault| fault.snippet)
        .collect();
    assert_eq!(found, ["**", "<b>", "[x](ftp://y)", "`", "</at>"]);
}

#[test]
fn what_is_no_mistake() {
    for fine in [
        "2 * 3",
        "a \\* b",
        "`**`",
        "snake_case",
        "* a\n* b",
        "***",
        "- - -",
        "a_b_c_",
        "**a**b",
        "<https://a.cn>",
        "<a@b.cn>",
        "[a](mailto:a@b.cn)",
        "*a **b***",
        "\\`",
        "<br>",
        "**<font color='red'>a</font>**",
        "<font color='red'>**a**</font>",
        "```\n```",
        "```sh\n\n**\n`````  ",
        "- ~~~\n  `\n  ~~~\n- > ```\n  > ~~~\n  > ```",
        "    ```\n    a",
    ] {
        let faults = faults(fine);
        assert!(
            faults.is_empty() || fine == "a_b_c_",
            "{fine:?}: {faults:?}"
        );
    }
    let pieces = [
        Piece::Source("["),
        Piece::Hole,
        Piece::Source("]("),
        Piece::Hole,
        Piece::Source("/a) [b](https://"),
        Piece::Hole,
        Piece::Source("/c)"),
    ];
    assert_eq!(read(&pieces).faults, []);
    let pieces = [
        Piece::Source("[a](javascript:"),
        Piece::Hole,
        Piece::Source(")"),
    ];
    assert!(matches!(
        read(&pieces).faults.as_slice(),
        [Fault {
            kind: FaultKind::Url(_),
            ..
        }]
    ));
}

#[test]
fn a_fence_is_closed_behind_what_stands_between() {
    let parts = |parts: &[Option<&str>]| {
        let pieces: Vec<_> = parts
            .iter()
            .map(|part| part.map_or(Piece::Hole, Piece::Source))
            .collect();
        let faults = read(&pieces).faults;
        faults
            .iter()
            .map(|fault| (fault.piece, fault.offset))
            .collect::<Vec<_>>()
    };
    assert_eq!(parts(&[Some("```\n"), None, Some("\n"), Some("```")]), []);
    assert_eq!(
        parts(&[Some("a\n"), None, Some("\n\n```\n"), None]),
        [(2, 2)]
    );
    // A value is one word of the line, which is none of fences alone then.
    assert_eq!(parts(&[Some("```\n"), None, Some("```")]), [(0, 0)]);
}

/// A block whose fence is not closed takes in whatever comes behind it.
#[test]
fn a_code_block_without_end_goes_on() {
    const LINES: &[&str] = &[
        "```", "````", "~~~", "  ```", "    ```", "``` sh", "```\t", "a```", "``", "", "a", "# a",
    ];
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut open = 0;
    for _ in 0..20_000 {
        let lines: Vec<_> = (0..random.below(8))
            .map(|_| LINES[random.below(LINES.len())])
            .collect();
        let source = lines.join("\n");
        let is_told = faults(&source)
            .iter()
            .any(|fault| fault.kind == FaultKind::UnclosedFence);
        let tree = read(&[Piece::Source(&format!("{source}\nend"))]).tree();
        let goes_on = matches!(
            tree.blocks.last(),
            Some(Block::Code { text, .. }) if text.trim_end().ends_with("end")
        );
        assert_eq!(is_told, goes_on, "{source:?}");
        open += usize::from(is_told);
    }
    assert!((2_000..18_000).contains(&open), "{open} are open");
}

// Depth and size.

#[test]
fn deep_and_long_texts_are_read() {
    let long = |part: &str, bytes: usize| part.repeat(bytes / part.len());
    for part in [
        ">",
        "> ",
        "[",
        "![",
        "*",
        "**",
        "*a ",
        "a* ",
        "<font color=red>",
        "</font>",
        "- ",
        "<",
        "<!--",
        "<!",
        "](",
        "[a](",
        "~~a",
        "`",
        "`a``",
        "1. ",
        "|",
        "a|b\n",
        "\\",
        "&",
        "&#",
        "<a ",
        "<a:",
        "_a",
        "**a** ",
        "<at email='a@b.c'>",
        "**<font color=red>a**</font> ",
    ] {
        let text = long(part, 100_000);
        let tree = read(&[Piece::Source(&text)]).tree();
        drop(tree.plain_text());
        let wire = Markdown::new().source("**").text(text).source("**");
        drop(wire.to_wire());
    }
    let text = long(
        "**标题** a_b <font color='red'>x</font> [y](https://a.cn/z)  \n",
        1_000_000,
    );
    assert_eq!(faults(&text), []);
}

#[test]
fn parts_may_be_nested_deeply() {
    let mut part = Inline::text("a*b");
    for _ in 0..200 {
        part = Inline::Bold(vec![part].into());
    }
    let markdown = Markdown::new().inline(part);
    assert!(markdown.to_wire().contains("a＊b"));
    assert_eq!(markdown.tree().plain_text(), "a*b");
}

// What is written.

fn written(text: &str) -> String {
    Markdown::new().text(text.to_owned()).to_wire().into_owned()
}

#[test]
fn ordinary_values_come_out_as_typed() {
    for plain in [
        "snake_case_name",
        "a < b && c > d",
        "C:\\dir\\file",
        "2 * 3 * 4",
        "#1234",
        "50%",
        "a@b.cn",
        "https://x.example/a?b=c&d=e",
        "-5",
        "arr[0]",
        "[ERROR] x",
        "~",
        "a | b",
        "3.14",
        "don't",
        "$5",
        "100",
        "v1.2",
        "负责人：林亮（测试）",
        "a (b) [c] {d}",
        "Q&A",
        "\"x\"",
        "a - b",
        "1 + 1 = 2",
        "=x",
        "+86 138",
        "(a)",
        "e.g.",
        "hi!",
        "~/bin",
        "",
    ] {
        assert_eq!(written(plain), plain);
        let middle = Markdown::new()
            .source("**标题**：")
            .text(plain.to_owned())
            .source("。");
        assert_eq!(middle.to_wire(), format!("**标题**：{plain}。"));
        let start = Markdown::new().text(plain.to_owned()).source(" 完");
        if !plain.is_empty() {
            assert_eq!(start.to_wire(), format!("{plain} 完"));
        }
    }
}

#[test]
fn syntax_in_values_is_broken() {
    for (value, wire) in [
        ("**a**", "＊＊a＊＊"),
        ("_a_", "＿a＿"),
        ("~~a~~", "～～a～～"),
        ("`a`", "｀a｀"),
        ("<at email=\"a@b\">x</at>", "＜at email=\"a@b\">x＜/at>"),
        ("[a](https://b)", "[a］(https://b)"),
        ("![a](b)", "！[a］(b)"),
        ("# a", "＃ a"),
        ("- a", "－ a"),
        ("1. a", "1． a"),
        ("> a", "＞ a"),
        ("---", "－－－"),
        ("&lt;", "＆lt;"),
        ("[a]: b", "[a］: b"),
        ("a\n# b\n\nc", "a  \n＃ b  \n\u{a0}  \nc"),
        ("    a", "\u{a0}\u{a0}\u{a0}\u{a0}a"),
        ("a|b\n-|-", "a｜b  \n-｜-"),
        ("a\\*", "a＼＊"),
        ("https://a/*b*", "https://a/＊b＊"),
    ] {
        assert_eq!(written(value), wire);
    }
}

#[test]
fn emphasis_closes_next_to_chinese() {
    let wire = |markdown: Markdown| markdown.to_wire().into_owned();
    assert_eq!(
        wire(Markdown::new().bold("注意：").source("请")),
        "**注意：** 请"
    );
    assert_eq!(
        wire(Markdown::new().source("请").bold("（注意）").source("看")),
        "请 **（注意）** 看"
    );
    assert_eq!(
        wire(Markdown::new().source("请").bold("注意").source("看")),
        "请**注意**看"
    );
    assert_eq!(
        wire(Markdown::new().source("请").bold(" a ").source("看")),
        "请 **a** 看"
    );
    assert_eq!(wire(Markdown::new().source("a").bold("").source("b")), "ab");
    assert_eq!(
        wire(Markdown::new().source("**").text("ok!").source("**请")),
        "**ok!** 请"
    );
    assert_eq!(
        wire(Markdown::new().source("请**").text("（x").source("**")),
        "请 **（x**"
    );
    assert_eq!(
        wire(Markdown::new().source("**").text("").source("**")),
        "**·**"
    );
    assert_eq!(
        wire(Markdown::new().source("**粗**").text("（x）")),
        "**粗**（x）"
    );
    assert_eq!(wire(Markdown::new().bold("a").bold("b")), "**a** **b**");
}

#[test]
fn parts_are_written_in_the_dialect() {
    let markdown = Markdown::new()
        .font("red' onclick='x", "a")
        .br()
        .at("lin@wps.cn", "林\n亮")
        .at("bad", "名")
        .a("https://a.cn/(b)|c", "no")
        .a("https://a.cn/(b)*", "[x]\ny")
        .a("javascript:x", "label")
        .strike("z");
    assert_eq!(
        markdown.to_wire(),
        "<font color='red onclickx'>a</font>  \n<at email=\"lin@wps.cn\">林 亮</at>名no[［x］ y](https://a.cn/%28b%29%2A)label~~z~~"
    );
    let variable = Markdown::new().a(
        card_model::Link::new("https://a.cn").pc_url("https://b.cn"),
        "x",
    );
    assert_eq!(variable.to_wire(), "[x]($url_val)");
}

#[test]
fn a_value_stays_in_its_url() {
    let url = |value: &'static str| {
        Markdown::new()
            .source("[a](https://b/")
            .text(value)
            .source(") c")
            .to_wire()
            .into_owned()
    };
    assert_eq!(url("x y)/../[z"), "[a](https://b/x%20y%29%2F..%2F%5Bz) c");
    let whole = |value: &'static str| {
        Markdown::new()
            .source("[a](")
            .text(value)
            .source(")")
            .to_wire()
            .into_owned()
    };
    assert_eq!(whole("https://x/?a=b"), "[a](https://x/?a=b)");
    assert_eq!(whole("javascript:x"), "[a](javascript%3Ax)");
}

// Hostile values in every position.

/// The structure of a text: what is in what, without the text itself.
fn shape(tree: &Tree) -> String {
    let mut out = String::new();
    blocks_shape(&tree.blocks, &mut out);
    out
}

fn blocks_shape(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(spans) => {
                out.push_str("p(");
                spans_shape(spans, out);
            }
            Block::Heading { level, content } => {
                write!(out, "h{level}(").unwrap();
                spans_shape(content, out);
            }
            Block::Quote(blocks) => {
                out.push_str("quote(");
                blocks_shape(blocks, out);
            }
            Block::List { start, items } => {
                write!(out, "list{start:?}(").unwrap();
                for item in items {
                    out.push_str("item(");
                    blocks_shape(item, out);
                    out.push(')');
                }
            }
            Block::Code { language, .. } => write!(out, "code{language:?}(").unwrap(),
            Block::Table { header, rows, .. } => {
                out.push_str("table(");
                for cell in header.iter().chain(rows.iter().flatten()) {
                    out.push_str("cell(");
                    spans_shape(cell, out);
                    out.push(')');
                }
            }
            Block::Rule => out.push_str("rule("),
            _ => unreachable!(),
        }
        out.push(')');
    }
}

fn spans_shape(spans: &[Span], out: &mut String) {
    for span in spans {
        let (name, content) = match span {
            // A value may be empty, and a line break of a value is one of the text.
            Span::Text(_) | Span::Break | Span::SoftBreak => continue,
            Span::Code(_) => ("code(", &Vec::new()),
            Span::Image { .. } => ("image(", &Vec::new()),
            Span::Bold(content) => ("b(", content),
            Span::Italic(content) => ("i(", content),
            Span::Strike(content) => ("s(", content),
            Span::Font { content, .. } => ("font(", content),
            Span::At { content, .. } => ("at(", content),
            Span::Link { content, .. } => ("link(", content),
            _ => unreachable!(),
        };
        out.push_str(name);
        spans_shape(content, out);
        out.push(')');
    }
}

/// Author's sources with a value between.
const SOURCES: &[&str] = &[
    "{}",
    "before {} after",
    "**{}**",
    "*{}*",
    "_{}_",
    "~~{}~~",
    "[{}](https://x.example/a)",
    "- {}",
    "1. {}",
    "> {}",
    "# {}",
    "## Title {}",
    "| h | {} |\n|---|---|\n| {} | b |",
    "line\n{}\nline",
    "- a\n  - {}\n",
    "**标题**：{}，结束",
    "> **k**: {}\n> next",
    "**{}**内容",
    "前文**{}**",
    "前文**{}**后文",
    "前文~~{}~~后文",
    "**{}** 内容",
    "`{}`",
    "a `b` {} `c`",
    "<font color='red'>{}</font>",
    "<at email=\"a@b.cn\">{}</at>",
    "[x](https://a.cn/{})",
    "[x](https://a.cn/?a={}&b={})",
    "{}[x](https://a.cn)",
    "[x](https://a.cn){}",
    "{} {}",
    "{}{}",
    "{}\n\n{}",
    "***{}***",
    "[**{}**](https://a.cn)",
    "**a**{}**b**",
    "前**（a）**{}",
    "> - {}\n> - b",
    "![{}](https://a.cn)",
    "[a]{}",
    "a {}\n===",
    "{}\n---",
    "x {}: y",
];

/// The values, in turn, where the source has braces.
fn between(source: &'static str, values: &[&str]) -> Markdown {
    let mut markdown = Markdown::new();
    for (index, part) in source.split("{}").enumerate() {
        if index > 0 {
            markdown = markdown.text(values[index % values.len()].to_owned());
        }
        markdown = markdown.source(part);
    }
    markdown
}

/// Parts with a value inside.
fn parts(kind: usize, value: &str) -> Markdown {
    let data = || vec![Inline::text(value.to_owned())];
    let value = value.to_owned();
    let url = || LinkTarget::Url("https://a.cn/x".into());
    match kind {
        0 => Markdown::new().bold(value),
        1 => Markdown::new().source("前").bold(value).source("后"),
        2 => Markdown::new().italic(value).source("x"),
        3 => Markdown::new().source("x").strike(value).source("y"),
        4 => Markdown::new().font("red", value).source("\n- a"),
        5 => Markdown::new().at("a@b.cn", value),
        6 => Markdown::new().a("https://a.cn", value).source("(x)"),
        7 => Markdown::new()
            .inline(Inline::Bold(vec![Inline::Italic(data().into())].into()))
            .source("x"),
        8 => Markdown::new().source("> ").inline(Inline::Font {
            color: "red".into(),
            children: vec![Inline::Bold(data().into())].into(),
        }),
        9 => Markdown::new()
            .source("| ")
            .bold(value)
            .source(" | b |\n|---|---|"),
        10 => Markdown::new().inline(Inline::Link {
            target: url(),
            children: vec![Inline::Bold(data().into()), Inline::text("z")].into(),
        }),
        11 => Markdown::new().source("# ").bold(value),
        12 => Markdown::new()
            .source("前")
            .inline(Inline::Bold(
                vec![Inline::Strike(data().into()), Inline::text("z")].into(),
            ))
            .source("后"),
        13 => Markdown::new().text(value.clone()).bold("b").text(value),
        14 => Markdown::new()
            .source("`")
            .inline(Inline::Code(value.into()))
            .source("` x"),
        15 => Markdown::new().text(value.clone()).br().text(value),
        _ => Markdown::new()
            .bold(value.clone())
            .italic(value.clone())
            .bold(value),
    }
}

const PARTS: usize = 17;

const ATTACKS: &[&str] = &[
    "**x**",
    "*x*",
    "__x__",
    "_x_",
    "~~x~~",
    "***x***",
    "`x`",
    "``x``",
    "```",
    "```\nx\n```",
    "~~~",
    "~~~\nx",
    "# x",
    "###### x",
    "#",
    "x #",
    "> x",
    ">x",
    "- x",
    "+ x",
    "* x",
    "1. x",
    "1) x",
    "999999999. x",
    "-",
    "+",
    "*",
    "---",
    "***",
    "___",
    "- - -",
    "===",
    "=",
    "x\n===",
    "x\n---",
    "\n- x",
    "\n\n# x",
    "\n    x",
    "    x",
    "\tx",
    "x\n\n\ny",
    "\n",
    "\n\n",
    "x\n",
    "x  ",
    " x",
    "",
    " ",
    "\u{a0}",
    "\u{3000}",
    "[x](https://evil)",
    "![x](https://evil)",
    "](https://evil)",
    "](https://evil) [x",
    "[x]($url_val)",
    "[x]: https://evil",
    "[x][y]",
    "[x]",
    "[",
    "]",
    "](",
    "(https://evil)",
    ": https://evil",
    "[^1]",
    "[^1]: x",
    "[x]\n\n[x]: https://evil",
    "!",
    "!!",
    "x!",
    "![",
    "<at email=\"a@b.cn\">x</at>",
    "<at id=all>",
    "</at>",
    "<font color='red'>x</font>",
    "<font color=red>",
    "</font>",
    "'><b>",
    "\"><b>",
    "<https://evil>",
    "<a@evil.cn>",
    "<!-- x -->",
    "<!--",
    "-->",
    "<?x?>",
    "<![CDATA[x]]>",
    "<div>",
    "<script>",
    "<br>",
    "<x",
    "<",
    ">",
    "<@all>",
    "&#42;x&#42;",
    "&lt;b&gt;",
    "&amp;",
    "&",
    "&#",
    "javascript:alert(1)",
    "| a | b |\n|---|---|\n| c | d |",
    "|",
    "a|b\n-|-",
    "|-|",
    ":-:",
    "|---|---|",
    "\\",
    "x\\",
    "\\*",
    "\\\\",
    "$",
    "$x",
    "$$",
    "`",
    "``",
    "~",
    "~~",
    "*",
    "**",
    "_",
    "__",
    "x*",
    "*x",
    "x**",
    "**x",
    "（x）",
    "！",
    "：",
    "x：",
    "（",
    "❗x❗",
    "ⓐ",
    "e\u{301}",
    "@all",
    "{x}",
    "%5D",
    "1",
    "1.",
    ".",
    "x)",
    ") [x](https://evil",
    ")",
];

/// Whether a value shows nothing, so that parts around it are left out.
fn is_blank(value: &str) -> bool {
    value
        .trim_matches(|c: char| c.is_whitespace() || c == '\u{200b}')
        .is_empty()
}

/// What goes wrong, for at most so many values.
struct Failures(Vec<String>);

impl Failures {
    fn check(&mut self, markdown: &Markdown, harmless: &Markdown, value: &str, position: &str) {
        let wire = markdown.to_wire();
        let expected = shape(&read(&[Piece::Source(&harmless.to_wire())]).tree());
        let found = shape(&read(&[Piece::Source(&wire)]).tree());
        let is_visible = !wire.chars().any(|c| c.is_control() && c != '\n');
        if !wire.is_empty() && (found != expected || !is_visible) && self.0.len() < 20 {
            self.0.push(format!(
                "{value:?} in {position:?} is written {wire:?}: {found}, not {expected}"
            ));
        }
    }

    fn check_at(&mut self, position: usize, value: &str, other: &str) {
        match SOURCES.get(position) {
            Some(source) => {
                self.check(
                    &between(source, &[value, other]),
                    &between(source, &["word"]),
                    value,
                    source,
                );
            }
            None if is_blank(value) => {}
            None => {
                let kind = position - SOURCES.len();
                self.check(
                    &parts(kind, value),
                    &parts(kind, "word"),
                    value,
                    &kind.to_string(),
                );
            }
        }
    }

    fn check_everywhere(&mut self, value: &str) {
        for position in 0..SOURCES.len() + PARTS {
            self.check_at(position, value, value);
        }
    }
}

impl Drop for Failures {
    fn drop(&mut self) {
        assert!(self.0.is_empty(), "{}", self.0.join("\n"));
    }
}

#[test]
fn hostile_values_stay_text() {
    let mut failures = Failures(Vec::new());
    for attack in ATTACKS {
        failures.check_everywhere(attack);
        failures.check_everywhere(&format!("{attack} {attack}"));
        failures.check_everywhere(&format!("中{attack}文"));
    }
}

/// xorshift64*: the same cases in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }

    fn text(&mut self, tokens: &[&str], longest: usize) -> String {
        let count = 1 + self.below(longest);
        (0..count)
            .map(|_| tokens[self.below(tokens.len())])
            .collect()
    }
}

const TOKENS: &[&str] = &[
    "[",
    "]",
    "(",
    ")",
    "https://evil",
    "<",
    "@all",
    ">",
    "<at email=\"a@b.cn\">",
    "</at>",
    "<font color='red'>",
    "</font>",
    "*",
    "**",
    "_",
    "`",
    "```",
    "~",
    "~~",
    "~~~",
    "#",
    "# ",
    "\n",
    "\n\n",
    " ",
    "  ",
    "\t",
    "|",
    "|-|",
    "---",
    "-",
    "- ",
    "+ ",
    "1. ",
    "1)",
    "9",
    "a",
    "中文",
    "\\",
    "!",
    "![",
    "](",
    "[^1]",
    "]:",
    "&lt;",
    "&amp;",
    "&",
    "&#42;",
    "$",
    "{",
    "}",
    ":",
    "=",
    "===",
    "^",
    "javascript:",
    "<!--",
    "-->",
    "<?",
    "\u{200b}",
    ".",
    "www.a.b",
    "a@b.c",
    "：",
    "（",
    "）",
    "\u{a0}",
    "'",
    "\"",
    "/",
    ";",
    "x",
];

#[test]
fn random_values_stay_text() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut failures = Failures(Vec::new());
    for _ in 0..30_000 {
        let value = random.text(TOKENS, 9);
        let other = random.text(TOKENS, 3);
        failures.check_at(random.below(SOURCES.len() + PARTS), &value, &other);
    }
}

/// Sources that a person writes next to values.
const PIECES: &[&str] = &[
    " ",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "> ",
    "# ",
    "| ",
    "|---|\n",
    "文",
    "x",
    "：",
    "(",
    ")",
    "!",
    "**a**",
    "**x** ",
    "[a](https://b.cn)",
];

/// Parts in any order, with what `value` gives.
fn arrange(random: &mut Random, value: &dyn Fn(usize) -> String) -> Markdown {
    let mut markdown = Markdown::new();
    for index in 0..2 + random.below(7) {
        markdown = match random.below(12) {
            0..=4 => markdown.source(PIECES[random.below(PIECES.len())]),
            5..=7 => markdown.text(value(index)),
            8 => markdown.bold(value(index)),
            9 => markdown.italic(value(index)),
            10 => markdown.font("red", value(index)),
            _ => markdown.a("https://l.cn", value(index)),
        };
    }
    markdown
}

#[test]
fn random_parts_stay_what_they_are() {
    let mut random = Random(99);
    let mut failures = Failures(Vec::new());
    for seed in 1..10_000 {
        let mut values: Vec<String> = (0..9).map(|_| random.text(TOKENS, 4)).collect();
        for value in values.iter_mut().filter(|value| is_blank(value)) {
            value.push('-');
        }
        let hostile = arrange(&mut Random(seed << 20), &|index| values[index].clone());
        let harmless = arrange(&mut Random(seed << 20), &|_| "word".to_owned());
        failures.check(&hostile, &harmless, &values.join(" / "), "parts");
    }
}

/// A text as typed: look-alikes, hard blanks and runs of blanks as what they stand for.
fn as_typed(text: &str) -> String {
    let narrow = |c| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap(),
        c if c.is_whitespace() => ' ',
        c => c,
    };
    let text: String = text.chars().map(narrow).collect();
    text.split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn values_read_back() {
    let mut random = Random(7);
    for _ in 0..10_000 {
        let value = random.text(TOKENS, 9);
        for source in ["a {} b", "# {}", "- {}", "**x** {}"] {
            let markdown = between(source, &[&value]);
            let (wire, plain) = (markdown.to_wire(), Markdown::new().text(value.clone()));
            let Some(Inline::Text(cleaned)) = plain.content.first() else {
                unreachable!()
            };
            let read_back = read(&[Piece::Source(&wire)]).tree().plain_text();
            let found = as_typed(&read_back);
            assert!(
                found.contains(&as_typed(cleaned)),
                "{value:?} in {source:?}: {wire:?} reads {read_back:?}"
            );
        }
    }
}

#[test]
fn reading_never_fails() {
    let tokens: Vec<&str> = TOKENS
        .iter()
        .copied()
        .chain([
            "\r\n",
            "\u{e000}",
            "\u{2800}",
            "&#xE000;",
            "<br>",
            "<https://a>",
            "[x]: y\n",
            "``` x\n",
            "| a |\n|---|\n",
            "é",
        ])
        .collect();
    let mut random = Random(3);
    for _ in 0..25_000 {
        let texts = [random.text(&tokens, 8), random.text(&tokens, 8)];
        let [first, second] = &texts;
        let reading = read(&[Piece::Source(first), Piece::Hole, Piece::Source(second)]);
        assert_eq!(reading.places.len(), 1);
        let markdown = Markdown::from_trusted_source(first.clone())
            .text("value")
            .inline(Inline::Source(second.clone().into()));
        let tree = format!("{:?}", markdown.tree());
        assert!(tree.contains("value"), "{texts:?}: {tree}");
        for fault in reading.faults {
            assert!(!fault.to_string().contains('\n') && !fault.help().is_empty());
        }
    }
}

#[test]
fn emphasis_in_its_own_kind_is_written_once() {
    let nest = |kind: fn(List<Inline>) -> Inline| {
        let inner = kind(vec![Inline::text("b")].into());
        let outer = kind(vec![Inline::text("a"), inner, Inline::text("c")].into());
        Markdown::new().inline(outer).to_wire().into_owned()
    };
    assert_eq!(nest(Inline::Bold), "**abc**");
    assert_eq!(nest(Inline::Italic), "*abc*");
    assert_eq!(nest(Inline::Strike), "~~abc~~");
}

#[test]
fn a_line_break_before_a_list_begins_it() {
    let markdown = Markdown::new().bold("遗留").br().source("- 磁盘\n- 证书");
    let tree = markdown.tree();
    let [Block::Paragraph(_), Block::List { items, .. }] = tree.blocks.as_slice() else {
        panic!("{tree:?}");
    };
    assert_eq!(items.len(), 2);
    assert_eq!(markdown.to_wire(), "**遗留**  \n- 磁盘\n- 证书");
}

#[test]
fn code_between_fences_keeps_its_lines() {
    let log = "09:00 ERROR\n```\n09:01 *ok*\n";
    let block = |before: &'static str, after: &'static str| {
        let code = Inline::Code(log.into());
        Markdown::new().source(before).inline(code).source(after)
    };
    let markdown = block("日志\n```\n", "\n```\n完");
    let wire = markdown.to_wire();
    assert_eq!(
        wire,
        "日志\n```\n09:00 ERROR\n｀｀｀\n09:01 *ok*\n\n```\n完"
    );
    let [Block::Paragraph(_), Block::Code { .. }, Block::Paragraph(_)] =
        source(&wire).blocks.as_slice()
    else {
        panic!("{wire}");
    };
    // On one line, and where a line would have to begin as the fence did, there are none.
    for (before, after) in [("`", "`"), ("> ```\n> ", "\n> ```")] {
        let wire = block(before, after).to_wire().into_owned();
        assert!(wire.contains("ERROR ｀｀｀ 09:01"), "{wire}");
    }
}
