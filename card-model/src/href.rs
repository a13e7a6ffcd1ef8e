use std::{collections::HashMap, fmt};

use crate::{
    Link, Str,
    list::{make_room, put},
};

/// The links that a markdown text or a button names: variable name to [`Link`].
///
/// In markdown, `[label]($name)` leads to the entry `name`. On the wire the map stands next to the text's `content`;
/// the order of the entries is kept.
///
/// Source: `open-xz.wps.cn/pages/develop-guide/card/build-card/text` (field `href`).
#[derive(Clone, Default)]
#[must_use]
pub struct Href {
    entries: Vec<(Str, Link)>,
    /// Where which name is, once there are more than [`FEW`].
    index: Option<Box<Index>>,
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
        Self {
            entries: Vec::new(),
            index: None,
        }
    }

    /// Links whose names are known to differ.
    #[doc(hidden)]
    pub fn from_unique(entries: Vec<(Str, Link)>) -> Self {
        let mut href = Self {
            entries,
            index: None,
        };
        href.index_many();
        href
    }

    /// Adds `link` under `name`, or replaces the link that has this name.
    pub fn insert(&mut self, name: impl Into<String>, link: impl Into<Link>) {
        self.put(Str::Owned(name.into()), link.into());
    }

    /// As [`Href::insert`], for a name that may be borrowed.
    pub(crate) fn put(&mut self, name: Str, link: Link) {
        let place = self.place(&name);
        match place.and_then(|place| self.entries.get_mut(place)) {
            Some((_, old)) => *old = link,
            None => self.push(name, link),
        }
    }

    /// Adds a link under a name that is free.
    fn push(&mut self, name: Str, link: Link) {
        if let Some(index) = &mut self.index {
            index.places.insert(name.to_string(), self.entries.len());
        }
        self.entries.push((name, link));
        self.index_many();
    }

    /// Begins the index where there is none yet and the names are many.
    fn index_many(&mut self) {
        if self.index.is_none() && self.entries.len() > FEW {
            let mut index = Box::new(Index::default());
            for (place, (name, _)) in self.entries.iter().enumerate() {
                index.places.insert(name.to_string(), place);
            }
            self.index = Some(index);
        }
    }

    fn place(&self, name: &str) -> Option<usize> {
        match &self.index {
            Some(index) => index.places.get(name).copied(),
            None => self.entries.iter().position(|(known, _)| *known == name),
        }
    }

    /// Adds an empty link under [`Href::DEFAULT_NAME`], to be changed in its place until [`Href::finish`].
    pub(crate) fn begin(&mut self) {
        const DEFAULT: (Str, Link) = (Str::Borrowed(Href::DEFAULT_NAME), Link::EMPTY);
        // Most have one link.
        make_room(&mut self.entries, 1);
        put(&mut self.entries, || DEFAULT);
    }

    /// The last link, and its name.
    pub(crate) fn last_mut(&mut self) -> Option<&mut (Str, Link)> {
        self.entries.last_mut()
    }

    /// Keeps the last link, or takes it away. It replaces one that has its name.
    pub(crate) fn finish(&mut self, keep: bool) {
        if !keep {
            self.entries.pop();
        } else if self.len() > 1
            && let Some((name, link)) = self.entries.pop()
        {
            self.put(name, link);
        }
    }

    /// The link called `name`.
    pub fn get(&self, name: &str) -> Option<&Link> {
        let place = self.place(name)?;
        self.entries.get(place).map(|(_, link)| link)
    }

    /// Whether there are no links.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The number of links.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Names and links, in the order in which they are written.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Link)> {
        self.entries
            .iter()
            .map(|(name, link)| (name.as_ref(), link))
    }

    /// Adds `link` under a name that is still free, and returns the name:
    /// `url_val`, then `url_val_2`, `url_val_3` …
    pub fn insert_unnamed(&mut self, link: Link) -> Str {
        let mut number = self.index.as_ref().map_or(1, |index| index.taken + 1);
        let mut name = numbered(number);
        while self.place(&name).is_some() {
            number += 1;
            name = numbered(number);
        }
        self.push(name.clone(), link);
        if let Some(index) = &mut self.index {
            index.taken = number;
        }
        name
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
        self.entries == other.entries
    }
}

impl Eq for Href {}

impl fmt::Debug for Href {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Href").field(&self.entries).finish()
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
