//! The links of a text by name: in order, each name once, found however many there are.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use card_model::{Card, Href, Link, Markdown};

fn entries(href: &Href) -> Vec<(String, String)> {
    href.iter()
        .map(|(name, link)| (name.to_owned(), link.url.to_string()))
        .collect()
}

/// The numbers of a random order, without chance.
fn numbers(seed: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(seed), |last| Some((last * 61 + 17) % 4093))
}

/// A card with these links.
fn with(href: Href) -> Card {
    let mut markdown = Markdown::from("x");
    markdown.href = href;
    Card::new().markdown(markdown)
}

#[test]
fn a_name_is_there_once_and_in_its_place() {
    for (count, names) in [(5, 3), (16, 16), (17, 17), (18, 40), (400, 60), (400, 4000)] {
        let (mut href, mut expected) = (Href::new(), Vec::<(String, String)>::new());
        for (turn, number) in numbers(count).take(count).enumerate() {
            let (name, url) = (
                format!("k{}", number % names),
                format!("https://a.cn/{turn}"),
            );
            href.insert(name.clone(), url.as_str());
            match expected.iter_mut().find(|(known, _)| *known == name) {
                Some((_, old)) => *old = url,
                None => expected.push((name, url)),
            }
        }
        assert_eq!(entries(&href), expected);
        assert_eq!(href.len(), expected.len());
        for (name, url) in &expected {
            assert_eq!(href.get(name).unwrap().url, *url);
        }
        assert_eq!(href.get("none"), None);
        // What was replaced, and in how many steps it was made, does not show.
        let same: Href = expected
            .iter()
            .map(|(name, url)| (name.as_str(), url.as_str()))
            .collect();
        assert_eq!(href, same);
        assert_eq!(format!("{href:?}"), format!("{same:?}"));
        let text = Markdown::from("x");
        let text = expected.iter().fold(text, |text, (name, url)| {
            text.href(name.as_str(), url.as_str())
        });
        let card = Card::new().markdown(text);
        assert_eq!(Card::from_json(&card.to_json()), Ok(with(href)));
    }
}

#[test]
fn an_unnamed_link_gets_the_first_free_name() {
    let mut href: Href = [("url_val_2", "https://a.cn"), ("other", "https://a.cn")]
        .into_iter()
        .collect();
    let names: Vec<_> = (0..40)
        .map(|_| href.insert_unnamed(Link::new("https://b.cn")))
        .collect();
    assert_eq!(names[0], "url_val");
    assert_eq!(names[1], "url_val_3");
    assert_eq!(names[39], "url_val_41");
    href.insert("url_val_42", "https://a.cn");
    assert_eq!(href.insert_unnamed(Link::new("https://b.cn")), "url_val_43");
    assert_eq!(href.len(), 44);
}
