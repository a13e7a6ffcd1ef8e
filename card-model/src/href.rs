use std::{collections::HashMap, fmt, slice};

use crate::{Link, Str};

/// The links that a markdown text or a button names: variable name to [`Link`].
///
/// In markdown, `[label]($name)` leads to the entry `name`. On the wire the map stands next to the text's `content`;
/// the order of the entries is kept.
///
/// Source: `open-xz.wps.cn/pages/develop-guide/card/build-card/text` (field `href`).
#[derive(Clone, Default)]
#[must_use]
pub struct Href(Option<Box<Links>>);

/// Links by name, at least one. Most have one, and most texts and buttons none: that is to take little room in a card.
#[derive(Clone)]
struct Links {
    first: (Str, Link),
    more: Vec<(Str, Link)>,
    /// Where which name is, once there are more than [`FEW`].
    index: Option<Box<Index>>,
}

/// The first link, and those that follow it.
struct Entries<'h> {
    first: Option<&'h (Str, Link)>,
    more: slice::Iter<'h, (Str, Link)>,
}

impl<'h> Iterator for Entries<'h> {
    type Item = &'h (Str, Link);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        match self.first.take() {
            None => self.more.next(),
            first => first,
        }
    }
}

/// So many names are compared sooner than they are looked up.
const FEW: usize = 16;

/// Where which name is.
#[derive(Debug, Clone, Default)]
struct Index {
    places: HashMap<String, usize>,
    /// The numbers up to this one are taken, of the names that [`Href::insert_unnamed`] gives.
    taken: usize,
}

impl Href {
    /// The name that the platform's samples use for a single link.
    pub const DEFAULT_NAME: &'static str = "url_val";

    /// No links.
    pub const fn new() -> Self {
        Self(None)
    }

    /// Links whose names are known to differ.
    #[doc(hidden)]
    pub fn from_unique(mut entries: Vec<(Str, Link)>) -> Self {
        if entries.is_empty() {
            return Self::new();
        }
        let mut links = Links::boxed(entries.remove(0));
        links.more = entries;
        links.index_many();
        Self(Some(links))
    }

    /// Adds `link` under `name`, or replaces the link that has this name.
    pub fn insert(&mut self, name: impl Into<String>, link: impl Into<Link>) {
        self.put(Str::Owned(name.into()), link.into());
    }

    /// As [`Href::insert`], for a name that may be borrowed.
    pub(crate) fn put(&mut self, name: Str, link: Link) {
        if let Some(links) = &mut self.0
            && let Some(place) = links.place(&name)
            && let Some((_, old)) = links.entry_mut(place)
        {
            *old = link;
        } else {
            self.push(name, link);
        }
    }

    /// Adds a link under a name that is free.
    fn push(&mut self, name: Str, link: Link) {
        match &mut self.0 {
            Some(links) => links.push(name, link),
            None => self.0 = Some(Links::boxed((name, link))),
        }
    }

    /// Adds an empty link under [`Href::DEFAULT_NAME`], to be changed in its place until [`Href::finish`].
    pub(crate) fn begin(&mut self) {
        const DEFAULT: (Str, Link) = (Str::Borrowed(Href::DEFAULT_NAME), Link::EMPTY);
        match &mut self.0 {
            Some(links) => links.more.push(DEFAULT),
            None => self.0 = Some(Links::boxed(DEFAULT)),
        }
    }

    /// The last link, and its name.
    pub(crate) fn last_mut(&mut self) -> Option<&mut (Str, Link)> {
        let links = self.0.as_mut()?;
        Some(links.more.last_mut().unwrap_or(&mut links.first))
    }

    /// Keeps the last link, or takes it away. It replaces one that has its name.
    pub(crate) fn finish(&mut self, keep: bool) {
        let Some(links) = &mut self.0 else {
            return;
        };
        match links.more.pop() {
            Some((name, link)) if keep => self.put(name, link),
            None if !keep => self.0 = None,
            _ => {}
        }
    }

    /// The link called `name`.
    pub fn get(&self, name: &str) -> Option<&Link> {
        let links = self.0.as_ref()?;
        let (_, link) = links.entry(links.place(name)?)?;
        Some(link)
    }

    /// Whether there are no links.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// The number of links.
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |links| 1 + links.more.len())
    }

    /// Names and links, in the order in which they are written.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Link)> {
        self.entries().map(|(name, link)| (name.as_ref(), link))
    }

    fn entries(&self) -> Entries<'_> {
        match &self.0 {
            Some(links) => links.entries(),
            None => Entries {
                first: None,
                more: [].iter(),
            },
        }
    }

    /// Adds `link` under a name that is still free, and returns the name:
    /// `url_val`, then `url_val_2`, `url_val_3` …
    pub fn insert_unnamed(&mut self, link: Link) -> Str {
        let index = self.0.as_ref().and_then(|links| links.index.as_ref());
        let mut number = index.map_or(1, |index| index.taken + 1);
        let mut name = numbered(number);
        while self.get(&name).is_some() {
            number += 1;
            name = numbered(number);
        }
        self.push(name.clone(), link);
        let index = self.0.as_mut().and_then(|links| links.index.as_mut());
        if let Some(index) = index {
            index.taken = number;
        }
        name
    }
}

impl Links {
    fn boxed(first: (Str, Link)) -> Box<Self> {
        Box::new(Self {
            first,
            more: Vec::new(),
            index: None,
        })
    }

    fn entries(&self) -> Entries<'_> {
        Entries {
            first: Some(&self.first),
            more: self.more.iter(),
        }
    }

    fn entry(&self, place: usize) -> Option<&(Str, Link)> {
        match place.checked_sub(1) {
            None => Some(&self.first),
            Some(place) => self.more.get(place),
        }
    }

    fn entry_mut(&mut self, place: usize) -> Option<&mut (Str, Link)> {
        match place.checked_sub(1) {
            None => Some(&mut self.first),
            Some(place) => self.more.get_mut(place),
        }
    }

    /// Adds a link under a name that is free.
    fn push(&mut self, name: Str, link: Link) {
        if let Some(index) = &mut self.index {
            index.places.insert(name.to_string(), 1 + self.more.len());
        }
        self.more.push((name, link));
        self.index_many();
    }

    /// Begins the index where there is none yet and the names are many.
    fn index_many(&mut self) {
        if self.index.is_none() && self.more.len() >= FEW {
            let mut index = Box::new(Index::default());
            for (place, (name, _)) in self.entries().enumerate() {
                index.places.insert(name.to_string(), place);
            }
            self.index = Some(index);
        }
    }

    fn place(&self, name: &str) -> Option<usize> {
        match &self.index {
            Some(index) => index.places.get(name).copied(),
            None => self.entries().position(|(known, _)| *known == name),
        }
    }
}

/// `url_val`, then `url_val_2`, `url_val_3` …
fn numbered(number: usize) -> Str {
    match number {
        1 => Str::Borrowed(Href::DEFAULT_NAME),
        _ => Str::Owned(format!("{}_{number}", Href::DEFAULT_NAME)),
    }
}

impl PartialEq for Href {
    fn eq(&self, other: &Self) -> bool {
        self.entries().eq(other.entries())
    }
}

impl Eq for Href {}

impl fmt::Debug for Href {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entries: Vec<_> = self.entries().collect();
        f.debug_tuple("Href").field(&entries).finish()
    }
}

impl<N: Into<String>, L: Into<Link>> FromIterator<(N, L)> for Href {
    fn from_iter<I: IntoIterator<Item = (N, L)>>(entries: I) -> Self {
        let mut href = Self::new();
        for (name, link) in entries {
            href.insert(name, link);
        }
        href
    }
}
