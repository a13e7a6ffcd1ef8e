//! The compiler and the renderers never disagree: what `card!` says is lost of a card is what the report says is lost.
//!
//! Cards are made twice from one plan: as markup, which the check reads, and by hand, for the renderers.

use std::fmt::Write as _;

use message_card::{
    Other, TextElement,
    markdown::{Inline, LinkTarget},
    prelude::*,
};
use proptest::{collection::vec, option, prelude::*, sample::select};

use super::verdicts::{errors, losses};

/// A plan of a card: its elements, then those of each language.
type Plan = (Vec<Part>, Vec<(&'static str, Vec<Part>)>);

/// An element of a plan.
#[derive(Debug, Clone)]
enum Part {
    Text,
    Hr,
    Markdown(Words),
    Div(Vec<Words>, Else),
    Img(Picture),
    PicText(Picture, Words, Else),
    Action(Vec<Act>),
    Raw(Else),
    /// Elements that control flow stands around.
    Flow(Flow, Vec<Part>),
}

/// What stands instead.
type Else = Option<&'static str>;

/// A markdown, by itself or in an element.
type Words = (Vec<Piece>, Else);

#[derive(Debug, Clone)]
struct Picture {
    alt: Option<&'static str>,
    url: bool,
    fallback: Else,
}

#[derive(Debug, Clone)]
enum Act {
    Button {
        does: Does,
        style: bool,
        fallback: Else,
    },
    Raw(Else),
}

#[derive(Debug, Clone, Copy)]
enum Does {
    Href,
    Url,
    Child,
    Key,
}

/// A part of a markdown.
#[derive(Debug, Clone)]
enum Piece {
    /// A quoted text: markdown around a mention, `@` stands for one.
    Quoted(&'static str),
    Value,
    Break,
    At {
        is_named: bool,
    },
    Link(&'static str),
    Within(Tag, Vec<Piece>),
    /// A mention in quoted markdown whose name is a value.
    QuotedAtWithValue,
    Flow(Flow, Vec<Piece>),
}

#[derive(Debug, Clone, Copy)]
enum Tag {
    Bold,
    Italic,
    Strike,
    Font,
}

#[derive(Debug, Clone, Copy)]
enum Flow {
    If,
    Else,
    For,
    Match,
}

/// Quoted markdown; `@` is a mention.
const QUOTED: &[&str] = &[
    "好",
    " **好** ",
    "@",
    "请 @ 看",
    " **@** ",
    " *@* ~~好~~ ",
    "<font color='red'>@</font>",
    "`@`",
    "[好](https://a.cn/1)",
    "[@](https://a.cn/1)",
    "[**@**](https://a.cn/1) 好",
    "![好](https://a.cn/1.png)",
    "[![好](https://a.cn/1.png)](https://a.cn/1)",
    "\n\n- @\n- 好\n\n",
    "\n\n1. 好\n2. **@**\n\n",
    "\n\n> @\n>\n> > 好\n\n",
    "\n\n## @\n\n",
    "\n\n```\n@\n```\n\n",
    "\n\n| 甲 | 乙 |\n|---|---|\n| @ | 好 |\n\n",
    "\n\n| 甲 | 乙 |\n|---|---|\n| 好 | ![好](https://a.cn/1.png) |\n\n",
    "\n\n---\n\n",
];

fn plan() -> impl Strategy<Value = Plan> {
    let languages = vec(parts(), 0..=2)
        .prop_map(|languages| ["en-US", "zh-TW"].into_iter().zip(languages).collect());
    (parts(), languages)
}

fn parts() -> impl Strategy<Value = Vec<Part>> {
    let part = prop_oneof![
        1 => Just(Part::Text),
        1 => Just(Part::Hr),
        4 => words().prop_map(Part::Markdown),
        2 => (vec(words(), 1..=2), instead()).prop_map(|(fields, instead)| Part::Div(fields, instead)),
        2 => picture().prop_map(Part::Img),
        2 => (picture(), words(), instead())
            .prop_map(|(picture, words, instead)| Part::PicText(picture, words, instead)),
        3 => vec(act(), 1..=3).prop_map(Part::Action),
        1 => instead().prop_map(Part::Raw),
    ];
    let part = part.prop_recursive(2, 4, 2, |part| {
        (flow(), vec(part, 1..=2)).prop_map(|(flow, parts)| Part::Flow(flow, parts))
    });
    vec(part, 1..=4)
}

fn words() -> impl Strategy<Value = Words> {
    (pieces(), instead())
}

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    let piece = prop_oneof![
        6 => select(QUOTED).prop_map(Piece::Quoted),
        1 => Just(Piece::Value),
        1 => Just(Piece::Break),
        2 => any::<bool>().prop_map(|is_named| Piece::At { is_named }),
        1 => select(&["好", "@", "**@**", "![好](https://a.cn/1.png)"][..]).prop_map(Piece::Link),
        1 => Just(Piece::QuotedAtWithValue),
    ];
    let inside = prop_oneof![
        Just(Piece::Value),
        any::<bool>().prop_map(|is_named| Piece::At { is_named }),
        select(&["好", "@", "`@`"][..]).prop_map(Piece::Quoted),
    ];
    let tag = select(&[Tag::Bold, Tag::Italic, Tag::Strike, Tag::Font][..]);
    let within = (tag, vec(inside, 1..=2)).prop_map(|(tag, pieces)| Piece::Within(tag, pieces));
    let piece = prop_oneof![4 => piece, 1 => within].boxed();
    let in_flow =
        (flow(), vec(piece.clone(), 1..=2)).prop_map(|(flow, pieces)| Piece::Flow(flow, pieces));
    vec(prop_oneof![8 => piece, 1 => in_flow], 1..=4)
}

fn act() -> impl Strategy<Value = Act> {
    let does = select(&[Does::Href, Does::Url, Does::Child, Does::Key][..]);
    prop_oneof![
        4 => (does, any::<bool>(), instead())
            .prop_map(|(does, style, fallback)| Act::Button { does, style, fallback }),
        1 => instead().prop_map(Act::Raw),
    ]
}

fn picture() -> impl Strategy<Value = Picture> {
    let alt = option::of(select(&["好", " ", ""][..]));
    (alt, any::<bool>(), instead()).prop_map(|(alt, url, fallback)| Picture { alt, url, fallback })
}

fn instead() -> impl Strategy<Value = Else> {
    prop_oneof![2 => Just(None), 1 => Just(Some("见 WPS")), 1 => Just(Some("drop"))]
}

fn flow() -> impl Strategy<Value = Flow> {
    select(&[Flow::If, Flow::Else, Flow::For, Flow::Match][..])
}

/// Writes markup, and makes the card beside it.
#[derive(Default)]
struct Scribe {
    markup: String,
    /// How many names there are. No two are the same: a report says a thing once of each place.
    names: usize,
}

impl Scribe {
    fn card(&mut self, (parts, languages): &Plan) -> Card {
        let elements = self.parts(parts);
        let mut card = Card::new().elements(elements);
        for (lang, parts) in languages {
            let _ = write!(self.markup, "<locale lang={lang:?}>");
            let elements = self.parts(parts);
            self.write("</locale>");
            card = card.locale(Locale::new(*lang).elements(elements));
        }
        card
    }

    fn write(&mut self, markup: &str) {
        self.markup.push_str(markup);
    }

    fn attribute(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            let _ = write!(self.markup, " {name}={value:?}");
        }
    }

    fn name(&mut self) -> String {
        self.names += 1;
        format!("名{}", self.names)
    }

    fn email(&self) -> String {
        format!("p{}@wps.cn", self.names)
    }

    fn parts(&mut self, parts: &[Part]) -> Vec<Element> {
        parts.iter().flat_map(|part| self.part(part)).collect()
    }

    fn part(&mut self, part: &Part) -> Vec<Element> {
        vec![match part {
            Part::Text => {
                self.write(r#"<text>"<at email='a@wps.cn'>好</at>"</text>"#);
                Text::new("<at email='a@wps.cn'>好</at>").into()
            }
            Part::Hr => {
                self.write("<hr/>");
                Hr::new().into()
            }
            Part::Markdown(words) => self.markdown(words).into(),
            Part::Div(fields, fallback) => {
                self.write("<div");
                self.attribute("fallback", *fallback);
                self.write(">");
                let fields: Vec<_> = fields.iter().map(|field| self.markdown(field)).collect();
                self.write("</div>");
                let mut div = Div::new(fields);
                div.fallback = fallback.map(|it| Box::new(it.into()));
                div.into()
            }
            Part::Img(picture) => self.picture(picture).into(),
            Part::PicText(picture, words, fallback) => {
                self.write("<picText");
                self.attribute("fallback", *fallback);
                self.write(">");
                let img = self.picture(picture);
                let text = TextElement::Markdown(self.markdown(words));
                self.write("</picText>");
                let mut element = PicText::new(img, text);
                element.fallback = fallback.map(|it| Box::new(it.into()));
                element.into()
            }
            Part::Action(acts) => {
                self.write("<action>");
                let items: Vec<_> = acts.iter().map(|act| self.act(act)).collect();
                self.write("</action>");
                Action::new(items).into()
            }
            Part::Raw(fallback) => self.raw(*fallback).into(),
            Part::Flow(flow, parts) => return self.flow(*flow, parts, Self::part),
        }]
    }

    /// Everything that control flow stands around is in the card: each branch is taken by someone.
    fn flow<P, T>(
        &mut self,
        flow: Flow,
        parts: &[P],
        mut write: impl FnMut(&mut Self, &P) -> Vec<T>,
    ) -> Vec<T> {
        let (begin, between, end) = match flow {
            Flow::If => ("if a {", "", "}"),
            Flow::Else => ("if a {", "} else if b {", "} else {}"),
            Flow::For => ("for a in b {", "", "}"),
            Flow::Match => ("match a { 1 => {", "}, _ => {", "} }"),
        };
        let mut made = Vec::new();
        self.write(begin);
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                self.write(between);
            }
            made.extend(write(self, part));
        }
        self.write(end);
        made
    }

    fn raw(&mut self, fallback: Else) -> Other {
        self.write("<raw json={json}");
        self.attribute("fallback", fallback);
        self.write("/>");
        self.names += 1;
        let tag = format!("t{}", self.names);
        let mut raw = Other::new(serde_json::json!({ "tag": tag }));
        raw.fallback = fallback.map(|it| Box::new(it.into()));
        raw
    }

    fn picture(&mut self, picture: &Picture) -> Img {
        let url = picture.url.then_some("https://a.cn/1.png");
        self.write(r#"<img store_key="k""#);
        self.attribute("alt", picture.alt);
        self.attribute("url", url);
        self.attribute("fallback", picture.fallback);
        self.write("/>");
        let mut img = Img::new("k");
        img = picture.alt.into_iter().fold(img, Img::alt);
        img = url.into_iter().fold(img, Img::url);
        img.fallback = picture.fallback.map(|it| Box::new(it.into()));
        img
    }

    fn act(&mut self, act: &Act) -> message_card::ActionItem {
        let (does, style, fallback) = match act {
            Act::Raw(fallback) => return self.raw(*fallback).into(),
            Act::Button {
                does,
                style,
                fallback,
            } => (*does, style.then_some("secondary"), *fallback),
        };
        let url = "https://a.cn/1";
        let label = self.name();
        self.write("<button");
        match does {
            Does::Href => self.attribute("href", Some(url)),
            Does::Url => self.attribute("url", Some(url)),
            Does::Key => self.attribute("key", Some("k")),
            Does::Child => {}
        }
        self.attribute("style", style);
        self.attribute("fallback", fallback);
        let _ = write!(self.markup, ">{label:?}");
        if matches!(does, Does::Child) {
            let _ = write!(self.markup, "<href url={url:?}/>");
        }
        self.write("</button>");
        let mut button = match does {
            Does::Href | Does::Child => Button::new(label).href(url),
            Does::Url => Button::new(label).url(url),
            Does::Key => Button::new(label).key("k"),
        };
        button = style.into_iter().fold(button, Button::style);
        button.fallback = fallback.map(|it| Box::new(it.into()));
        button.into()
    }

    fn markdown(&mut self, (pieces, fallback): &Words) -> Markdown {
        self.write("<markdown");
        self.attribute("fallback", *fallback);
        self.write(">");
        let inlines = self.pieces(pieces);
        self.write("</markdown>");
        let mut markdown = inlines.into_iter().fold(Markdown::new(), Markdown::inline);
        markdown.fallback = fallback.map(|it| Box::new(it.into()));
        markdown
    }

    fn pieces(&mut self, pieces: &[Piece]) -> Vec<Inline> {
        pieces.iter().flat_map(|piece| self.piece(piece)).collect()
    }

    fn quoted(&mut self, source: String) -> Inline {
        let _ = write!(self.markup, " {source:?} ");
        Inline::Source(source.into())
    }

    /// A quoted text, in which `@` is a mention.
    fn mentioning(&mut self, source: &str) -> Inline {
        let name = self.name();
        let mention = format!("<at email='{}'>{name}</at>", self.email());
        self.quoted(source.replace('@', &mention))
    }

    fn piece(&mut self, piece: &Piece) -> Vec<Inline> {
        vec![match piece {
            Piece::Quoted(source) => self.mentioning(source),
            Piece::Value => {
                self.write("{value}");
                Inline::text("<at email='b@wps.cn'>*好*</at>")
            }
            Piece::Break => {
                self.write("<br/>");
                Inline::Break
            }
            Piece::At { is_named } => {
                let (name, email) = (self.name(), self.email());
                let name = if *is_named { name } else { String::new() };
                let _ = write!(self.markup, "<at email={email:?}>{name:?}</at>");
                Inline::At {
                    email: email.into(),
                    name: name.into(),
                }
            }
            Piece::Link(source) => {
                self.write(r#"<a href="https://a.cn/1">"#);
                let children = vec![self.mentioning(source)];
                self.write("</a>");
                Inline::Link {
                    target: LinkTarget::Url("https://a.cn/1".into()),
                    children: children.into(),
                }
            }
            Piece::Within(tag, pieces) => self.within(*tag, pieces),
            Piece::QuotedAtWithValue => {
                self.names += 1;
                let begin = self.quoted(format!("请 <at email='{}'>", self.email()));
                self.write("{value}");
                let name = Inline::text(format!("*名{}*", self.names));
                return vec![begin, name, self.quoted("</at> 看".to_owned())];
            }
            Piece::Flow(flow, pieces) => return self.flow(*flow, pieces, Self::piece),
        }]
    }

    fn within(&mut self, tag: Tag, pieces: &[Piece]) -> Inline {
        let (begin, end) = match tag {
            Tag::Bold => ("<b>", "</b>"),
            Tag::Italic => ("<i>", "</i>"),
            Tag::Strike => ("<s>", "</s>"),
            Tag::Font => (r#"<font color="red">"#, "</font>"),
        };
        self.write(begin);
        let children = self.pieces(pieces);
        self.write(end);
        match tag {
            Tag::Bold => Inline::Bold(children.into()),
            Tag::Italic => Inline::Italic(children.into()),
            Tag::Strike => Inline::Strike(children.into()),
            Tag::Font => Inline::Font {
                color: "red".into(),
                children: children.into(),
            },
        }
    }
}

/// The tag of everything that a report says is lost, below `place`.
fn lost<M>(rendered: &Rendered<M>, is_below: impl Fn(&str) -> bool) -> Vec<String> {
    let lost = rendered
        .report
        .iter()
        .filter(|loss| loss.severity == Severity::Lost);
    let below = lost.filter(|loss| is_below(&loss.pointer));
    below.map(|loss| loss.element.to_string()).collect()
}

fn everyone(email: &str) -> Option<String> {
    email.split('@').next().map(str::to_owned)
}

/// What the target loses of the card and of each of its languages.
fn reported(target: &str, card: &Card) -> Vec<String> {
    let in_language = |locale: Option<&str>| {
        let place = locale.map(|locale| format!("/i18n/{locale}/"));
        let is_below = |pointer: &str| match &place {
            Some(place) => pointer.starts_with(place),
            None => !pointer.starts_with("/i18n"),
        };
        match target {
            "wecom" => {
                let target = locale.into_iter().fold(WeCom::new(), WeCom::locale);
                lost(&target.people(everyone).render(card), is_below)
            }
            "wps365" => {
                let target = Wps365::new().company("c").people(everyone);
                lost(&target.render(card), is_below)
            }
            "dingtalk" => {
                let target = locale.into_iter().fold(DingTalk::new(), DingTalk::locale);
                lost(&target.people(everyone).render(card), is_below)
            }
            _ => {
                let target = locale.into_iter().fold(PlainText::new(), PlainText::locale);
                lost(&target.render(card), is_below)
            }
        }
    };
    let languages = card.i18n.iter().map(|locale| Some(locale.lang.as_str()));
    std::iter::once(None)
        .chain(languages)
        .flat_map(in_language)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_compiler_says_what_the_report_says(plan in plan()) {
        let mut scribe = Scribe::default();
        let card = scribe.card(&plan);
        let body = scribe.markup;
        prop_assert_eq!(errors(&format!("<card>{body}</card>")), Vec::<String>::new());
        let losses = losses(&format!("<card targets=\"wps wps365 wecom dingtalk text\">{body}</card>"));
        prop_assert!(losses.iter().all(|(_, target)| target != "wps"));
        for target in ["wps365", "wecom", "dingtalk", "text"] {
            let of_target = losses.iter().filter(|(_, lost_on)| lost_on == target);
            let said: Vec<String> = of_target.map(|(tag, _)| tag.clone()).collect();
            prop_assert_eq!(said, reported(target, &card), "{}: {}", target, body);
        }
    }
}
