//! Pictures of the day.

use message_card::prelude::*;

/// An article with a picture.
#[derive(Debug, Clone, Copy)]
pub struct Article<'a> {
    /// Its title.
    pub title: &'a str,
    /// What it says.
    pub lead: &'a str,
    /// The picture that was uploaded.
    pub store_key: &'a str,
    /// A public copy of it.
    pub cover: Option<&'a str>,
    /// Where it stands.
    pub url: &'a str,
}

/// A large picture, a chart without a public copy, and articles.
pub fn morning(date: &str, cover: &str, articles: &[Article<'_>]) -> Card {
    card! {
        <card>
            <header title="每日简报" subtitle={date}/>
            <img store_key="cover-1121" alt="今日封面：北京初雪" url={cover}/>
            <img store_key="chart-1121" pic_type="image/png" alt="近 7 日访问量（柱状图）"/>
            <img store_key="bare-1121"/>
            for Article { title, lead, store_key, cover, url } in articles {
                <hr style="dashed"/>
                <picText>
                    <img store_key={store_key} alt={title} url={cover}/>
                    <markdown>"**{title}**" <br/> {lead}</markdown>
                    <link url={url}/>
                </picText>
            }
        </card>
    }
}

/// Two articles, one without a public picture.
pub fn sample() -> Card {
    let articles = [
        Article {
            title: "Rust 1.95 发布",
            lead: "`if let` 守卫稳定；编译速度提升 5%",
            store_key: "rust-195",
            cover: Some("https://img.example.com/rust (1).png"),
            url: "https://blog.example.com/rust-1.95",
        },
        Article {
            title: "[内部] 会议室_A 改造",
            lead: "11 月 25 日起 3 层施工，请改订 5 层会议室。",
            store_key: "room-a",
            cover: None,
            url: "https://news.example.com/42",
        },
    ];
    morning(
        "11 月 21 日 周六",
        "https://img.example.com/cover.jpg",
        &articles,
    )
}
