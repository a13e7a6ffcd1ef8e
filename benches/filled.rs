//! With the model filled in field by field and no value looked at: what is left of `card!` where it costs nothing.

use std::sync::LazyLock;

use message_card::{
    Action, Button, Card, Div, Element, Header, Hr, Link, List, Markdown, Str, Text, TextElement,
    markdown::Inline,
};

use crate::Release;

/// What is literal is borrowed, as it is from `card!`.
static COLUMNS: LazyLock<[TextElement; 2]> = LazyLock::new(|| {
    let column = |name, value| {
        let text = |text| Inline::Source(Str::Borrowed(text));
        TextElement::Markdown(markdown(vec![text(name), Inline::Break, text(value)]))
    };
    [column("**开始**", "09:00"), column("**耗时**", "12 min")]
});

/// The card.
pub fn card(release: &Release) -> Card {
    let Release {
        build,
        author,
        failed,
        ci,
    } = release;
    let mut card = Card::new();
    let mut header = Header::new("");
    header.title = text(Str::Borrowed("发布完成")).into();
    header.subtitle = Some(text(Str::Owned(format!("build #{build}"))).into());
    card.header = Some(header);
    card.elements = Vec::with_capacity(8);
    card.elements.push(Element::Markdown(markdown(vec![
        Inline::Source(Str::Borrowed("**环境** production，负责人 ")),
        Inline::At {
            email: Str::Borrowed("lin@wps.cn"),
            name: Str::Owned(author.clone()),
        },
    ])));
    let mut div = Div::new(Vec::<Markdown>::new());
    div.fields = List::Borrowed(&*COLUMNS);
    card.elements.push(Element::Div(div));
    if failed.is_empty() {
        let passed = text(Str::Borrowed("全部通过"));
        card.elements.push(Element::Text(passed));
    } else {
        card.elements.push(Element::Hr(Hr::new()));
    }
    for name in failed {
        let name = Inline::Text(Str::Owned(name.clone()));
        card.elements
            .push(Element::Markdown(markdown(vec![Inline::Font {
                color: Str::Borrowed("red"),
                children: List::Owned(vec![name]),
            }])));
    }
    let mut look = button("查看").href(Link::new(format!("{ci}/builds/{build}")));
    look.style = Some(Str::Borrowed("secondary"));
    let mut roll_back = button("回滚");
    roll_back.key = Some(Str::Borrowed("rollback"));
    let row = Action::new([look, roll_back]);
    card.elements.push(Element::Action(row));
    card
}

fn text(content: Str) -> Text {
    let mut text = Text::new("");
    text.content = content;
    text
}

fn markdown(parts: Vec<Inline>) -> Markdown {
    let mut markdown = Markdown::new();
    markdown.content = List::Owned(parts);
    markdown
}

fn button(label: &'static str) -> Button {
    let mut button = Button::new("");
    button.label = Str::Borrowed(label);
    button
}
