//! Where a text is cut: behind a sentence, else behind a word, else between characters as a reader knows them.

use std::rc::Rc;

use card_model::markdown::Span;
use unicode_segmentation::GraphemeCursor;

use super::leaf::Leaf;

/// What stands for a mention or a picture.
const OBJECT: char = '\u{fffc}';

/// How many quotation marks and brackets are looked through for the end of a sentence before them.
const MOST_CLOSERS: usize = 8;

/// The beginning of a text, unit by unit.
pub(super) struct Window {
    text: String,
    units: Vec<Unit>,
}

#[derive(Clone, Copy)]
struct Unit {
    c: char,
    /// Where it begins in the text.
    start: usize,
    /// The markup that it stands in, by number; 0 where it can be cut around it.
    group: usize,
}

impl Window {
    /// The first `most` units, and a little more to see what they are cut from. Markup that is longer than `capacity` has to be
    /// cut anyway, so that it is no obstacle.
    pub(super) fn new<'l>(
        leaves: impl Iterator<Item = &'l Leaf> + Clone,
        most: usize,
        capacity: usize,
    ) -> Self {
        let mut window = Self {
            text: String::new(),
            units: Vec::new(),
        };
        let (mut last, mut group, mut groups) = (None, 0, 0);
        let mut rest = leaves;
        loop {
            let here = rest.clone();
            let Some(leaf) = rest.next().filter(|_| window.units.len() < most + 2) else {
                break;
            };
            let outer = leaf.around.first();
            if outer.map(Rc::as_ptr) != last {
                last = outer.map(Rc::as_ptr);
                groups += 1;
                group = if outer.is_none() || is_longer(here, capacity) {
                    0
                } else {
                    groups
                };
            }
            window.push(&leaf.span, group);
        }
        window
    }

    fn push(&mut self, span: &Span, group: usize) {
        let object = OBJECT.to_string();
        let text = match span {
            Span::Text(text) => text,
            Span::Break | Span::SoftBreak => "\n",
            _ => &object,
        };
        for c in text.chars() {
            let start = self.text.len();
            self.units.push(Unit { c, start, group });
            self.text.push(c);
        }
    }

    /// The best place at or before `most`.
    pub(super) fn place(&self, most: usize) -> usize {
        let anywhere = |_| true;
        let apart = |at| self.is_apart(at);
        self.end(most, &apart)
            .or_else(|| self.boundary(most, &|at| apart(at) && !self.begins_with_mark(at)))
            .or_else(|| self.boundary(most, &apart))
            .or_else(|| self.end(most, &anywhere))
            .or_else(|| self.boundary(most, &anywhere))
            .unwrap_or(most)
    }

    /// The end of a sentence, else of a word, if it is not so far ahead that most of the room would be wasted.
    fn end(&self, most: usize, is_allowed: &dyn Fn(usize) -> bool) -> Option<usize> {
        let last = |is_end: &dyn Fn(usize) -> bool| {
            let mut places = (most / 2 + 1..=most).rev();
            places.find(|at| is_end(*at) && is_allowed(*at) && self.is_boundary(*at))
        };
        last(&|at| self.ends_sentence(at)).or_else(|| last(&|at| self.ends_word(at)))
    }

    fn boundary(&self, most: usize, is_allowed: &dyn Fn(usize) -> bool) -> Option<usize> {
        (1..=most)
            .rev()
            .find(|at| is_allowed(*at) && self.is_boundary(*at))
    }

    fn before(&self, at: usize) -> Option<&Unit> {
        self.units.get(at.checked_sub(1)?)
    }

    /// Whether a cut there is inside of no link, no code span and no emphasis.
    fn is_apart(&self, at: usize) -> bool {
        let group = |unit: Option<&Unit>| unit.map_or(0, |unit| unit.group);
        let before = group(self.before(at));
        before == 0 || before != group(self.units.get(at))
    }

    fn is_boundary(&self, at: usize) -> bool {
        let start = self
            .units
            .get(at)
            .map_or(self.text.len(), |unit| unit.start);
        let mut cursor = GraphemeCursor::new(start, self.text.len(), true);
        cursor.is_boundary(&self.text, 0).unwrap_or(true)
    }

    fn ends_word(&self, at: usize) -> bool {
        let is_end = |c: char| c.is_whitespace() || matches!(c, '，' | '、' | '：');
        self.before(at).is_some_and(|unit| is_end(unit.c)) && !self.begins_with_mark(at)
    }

    /// Whether what follows begins with a mark that belongs to what is before it.
    fn begins_with_mark(&self, at: usize) -> bool {
        let is_mark = |c| is_closer(c) || "，、：；。！？,.:;!?…".contains(c);
        self.units.get(at).is_some_and(|unit| is_mark(unit.c))
    }

    fn ends_sentence(&self, at: usize) -> bool {
        let before = self
            .units
            .get(..at)
            .unwrap_or_default()
            .iter()
            .rev()
            .take(MOST_CLOSERS);
        let Some(end) = before.map(|unit| unit.c).find(|c| !is_closer(*c)) else {
            return false;
        };
        let next = self.units.get(at).map(|unit| unit.c);
        match end {
            '。' | '！' | '？' | '；' => next.is_none_or(|next| !is_closer(next)),
            '.' | '!' | '?' => next.is_none_or(char::is_whitespace),
            '\n' => true,
            _ => false,
        }
    }
}

/// Whether the markup around the first of these leaves holds more than `capacity`.
fn is_longer<'l>(mut leaves: impl Iterator<Item = &'l Leaf>, capacity: usize) -> bool {
    let Some(first) = leaves.next() else {
        return false;
    };
    let outer = first.around.first().map(Rc::as_ptr);
    let mut units = first.units();
    while units <= capacity {
        match leaves.next() {
            Some(leaf) if leaf.around.first().map(Rc::as_ptr) == outer => units += leaf.units(),
            _ => return false,
        }
    }
    true
}

/// Whether a character belongs to the sentence that ends before it.
fn is_closer(c: char) -> bool {
    matches!(
        c,
        '”' | '’' | '」' | '』' | '）' | '】' | '》' | ')' | ']' | '"' | '\''
    )
}
