//! With serde structs written by hand for this card, with `String` fields. Nothing is escaped.

use serde::Serialize;

use crate::Release;

/// A card.
#[derive(Debug, Serialize)]
pub struct Card {
    header: Header,
    elements: Vec<Element>,
}

#[derive(Debug, Serialize)]
struct Header {
    title: Element,
    subtitle: Element,
}

#[derive(Debug, Serialize)]
#[serde(tag = "tag", rename_all = "lowercase")]
enum Element {
    Text { content: Content },
    Div { fields: Vec<Element> },
    Hr,
    Action { actions: Vec<Action> },
}

#[derive(Debug, Serialize)]
#[serde(tag = "tag", rename_all = "lowercase")]
enum Action {
    Button {
        content: Content,
        #[serde(skip_serializing_if = "Option::is_none")]
        key: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        style: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        href: Option<Href>,
    },
}

#[derive(Debug, Serialize)]
struct Content {
    r#type: String,
    text: String,
}

#[derive(Debug, Serialize)]
struct Href {
    url_val: Link,
}

#[derive(Debug, Serialize)]
struct Link {
    url: String,
}

fn content(kind: &str, text: impl Into<String>) -> Content {
    Content {
        r#type: kind.to_owned(),
        text: text.into(),
    }
}

fn text(kind: &str, text: impl Into<String>) -> Element {
    Element::Text {
        content: content(kind, text),
    }
}

/// The card.
#[must_use]
pub fn card(release: &Release) -> Card {
    let Release {
        build,
        author,
        failed,
        ci,
    } = release;
    let mut elements = vec![
        text(
            "markdown",
            format!("**环境** production，负责人 <at email=\"lin@wps.cn\">{author}</at>"),
        ),
        Element::Div {
            fields: vec![
                text("markdown", "**开始**  \n09:00"),
                text("markdown", "**耗时**  \n12 min"),
            ],
        },
    ];
    if failed.is_empty() {
        elements.push(text("plainText", "全部通过"));
    } else {
        elements.push(Element::Hr);
        for name in failed {
            elements.push(text("markdown", format!("<font color='red'>{name}</font>")));
        }
    }
    elements.push(Element::Action {
        actions: vec![
            Action::Button {
                content: content("plainText", "查看"),
                key: None,
                style: Some("secondary".to_owned()),
                href: Some(Href {
                    url_val: Link {
                        url: format!("{ci}/builds/{build}"),
                    },
                }),
            },
            Action::Button {
                content: content("plainText", "回滚"),
                key: Some("rollback".to_owned()),
                style: None,
                href: None,
            },
        ],
    });
    Card {
        header: Header {
            title: text("plainText", "发布完成"),
            subtitle: text("plainText", format!("build #{build}")),
        },
        elements,
    }
}
