//! All of the grammar, for a crate of any kind: each of the packages here includes this file and gives it a `facade`, the
//! library under the name that it has there. Nothing in it needs a prelude.

use ::core::option::Option::{self, None, Some};

use crate::facade::card;
use crate::facade::{Button, Card, Hr, Link, Markdown, Text};

/// How a stage went.
#[derive(Debug, Clone, Copy)]
pub enum Stage {
    /// It is this many per cent done.
    Running(u8),
    /// It failed, for this reason.
    Failed(Option<&'static str>),
    /// It has not begun.
    Waiting,
}

/// A component.
pub fn row(name: &str) -> Card {
    card! { <><text>{name}</text><hr/></> }
}

/// One card with everything.
pub fn everything() -> Card {
    let stages = [
        Stage::Running(40),
        Stage::Failed(Some("timeout")),
        Stage::Failed(None),
        Stage::Waiting,
    ];
    release("林亮", &stages, None, &::serde_json::Value::Null)
}

/// A card with values.
pub fn release(
    author: &str,
    stages: &[Stage],
    note: Option<&str>,
    json: &::serde_json::Value,
) -> Card {
    let (build, cost, docs) = (128_u32, 1.25_f64, "https://wps.cn/docs");
    let link = Link::new("https://wps.cn").pc_url("https://wps.cn/pc");
    card! {
        <card targets="wps">
            <config operator_allow="all" todo_switch="on" update_single={true} hide_on="pc ios" hide_text={author}/>
            <link url={docs} pc_url="{docs}/pc/{build}"/>
            <header title="发布完成" subtitle={note} template="red"/>
            <text fallback={note}>"build #{build} {cost:>8.1} {author:?}" <br/> {build + 1} {{ "block" }} <link url={docs}/></text>
            <markdown>
                "**负责人** " <at email="lin@wps.cn">{author}</at> <br/>
                <b>"a" <i>{author} <s>"b"</s></i></b> <font color={"red"}>{build}</font>
                <a href={&link}>"c"</a> <a href="https://wps.cn/{build}">"d"</a> "[e]($docs) `{author}` [f]({docs})"
                <href name="docs" url={docs}/>
                for stage in stages {
                    match stage {
                        Stage::Running(done) if *done > 99 => "done",
                        Stage::Running(done) => { let left = 100 - done; "{left}" {done} }
                        Stage::Failed(Some(reason)) => <s>{reason}</s>,
                        Stage::Failed(None) | Stage::Waiting => {}
                    }
                }
            </markdown>
            if let Some(note) = note {
                <text>{note}</text>
            } else if stages.is_empty() {
                <hr/>
            } else {
                let count = stages.len();
                <text>"{count}"</text>
            }
            <div division="middle">
                <markdown>"**a**" <br/> {author}</markdown>
                {Markdown::new().text("b")}
            </div>
            <img store_key="a" alt={author} url="https://wps.cn/{author}.png"/>
            <picText>
                <img store_key={author}/>
                <markdown>"a"</markdown>
                <link url={docs}/>
            </picText>
            {row(author)}
            {[Text::new("a"), Text::new("b")]}
            {Some(Hr::new())}
            <action>
                <button key="{build}" style="secondary">"a"</button>
                <button href={&link}>{author}</button>
                <button>"c" <href url={docs}/></button>
                {[Button::new("d").key("d")]}
                <raw json={json}/>
            </action>
            <raw json={json} fallback="a"/>
            <locale lang="en-US">
                <header title="Released"/>
                for (number, letter) in [(1, 'a'), (2, 'b')] {
                    if number > 1 { <hr/> }
                    <text>"{number}{letter}"</text>
                }
            </locale>
        </card>
    }
}
