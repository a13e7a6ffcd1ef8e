//! From a pointer to the place in the text: one pass over it, that goes into nothing but what is asked for.

use std::{borrow::Cow, collections::HashMap};

use crate::finding::{Finding, Part};

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// The line, from 1.
    pub(crate) line: usize,
    /// The character within the line, from 1.
    pub(crate) column: usize,
}

/// Where each of the findings is. What is not in the text is where the nearest thing around it is.
pub(crate) fn locate(text: &str, findings: &[Finding]) -> Vec<Place> {
    let mut wanted = Wanted::default();
    let nodes: Vec<usize> = findings
        .iter()
        .map(|finding| wanted.add(&finding.pointer))
        .collect();
    Scanner {
        text,
        at: 0,
        wanted: &mut wanted,
    }
    .document();
    let offsets = findings.iter().zip(nodes).map(|(finding, node)| {
        let known = finding.offset.map(|offset| offset.min(text.len()));
        known.unwrap_or_else(|| wanted.offset(text, node, finding.part))
    });
    places(text, &offsets.collect::<Vec<_>>())
}

/// The place of each byte offset.
pub(crate) fn places(text: &str, offsets: &[usize]) -> Vec<Place> {
    let mut order: Vec<usize> = (0..offsets.len()).collect();
    order.sort_by_key(|&index| offsets.get(index));
    let mut found = vec![Place { line: 1, column: 1 }; offsets.len()];
    let mut bytes = text.bytes().enumerate().peekable();
    let mut place = Place { line: 1, column: 1 };
    for index in order {
        let offset = offsets.get(index).copied().unwrap_or_default();
        while let Some((_, byte)) = bytes.next_if(|(at, _)| *at < offset) {
            if byte == b'\n' {
                place.line += 1;
                place.column = 1;
            } else if is_first_of_character(byte) {
                place.column += 1;
            }
        }
        if let Some(slot) = found.get_mut(index) {
            *slot = place;
        }
    }
    found
}

const fn is_first_of_character(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

/// The byte offset of a line and a byte in it, both from 1.
pub(crate) fn offset(text: &str, line: usize, column: usize) -> usize {
    let mut start = 0;
    if let Some(newlines) = line.checked_sub(2) {
        let found = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        start = found
            .map(|(at, _)| at + 1)
            .nth(newlines)
            .unwrap_or(text.len());
    }
    let mut offset = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// What is looked for: the steps of the pointers as a tree.
#[derive(Debug)]
struct Wanted {
    nodes: Vec<Node>,
}

/// One step of some pointers.
#[derive(Debug, Default)]
struct Node {
    parent: usize,
    children: Children,
    key: Option<usize>,
    second_key: Option<usize>,
    value: Option<usize>,
}

/// The steps that follow one. Most have one or two; an array may have a million.
#[derive(Debug, Default)]
struct Children {
    few: Vec<(Box<str>, usize)>,
    many: HashMap<Box<str>, usize>,
}

const FEW: usize = 8;

impl Children {
    fn get(&self, name: &str) -> Option<usize> {
        let few = || self.few.iter().find(|(known, _)| **known == *name);
        if self.many.is_empty() {
            few().map(|(_, node)| *node)
        } else {
            self.many.get(name).copied()
        }
    }

    fn insert(&mut self, name: &str, node: usize) {
        if self.many.is_empty() && self.few.len() < FEW {
            return self.few.push((name.into(), node));
        }
        self.many.extend(self.few.drain(..));
        self.many.insert(name.into(), node);
    }

    fn is_empty(&self) -> bool {
        self.few.is_empty() && self.many.is_empty()
    }
}

impl Default for Wanted {
    fn default() -> Self {
        Self {
            nodes: vec![Node::default()],
        }
    }
}

impl Wanted {
    fn add(&mut self, pointer: &str) -> usize {
        let mut node = 0;
        for step in pointer.split('/').skip(1) {
            let name = step.replace("~1", "/").replace("~0", "~");
            node = self.child(node, &name).unwrap_or_else(|| {
                let child = self.nodes.len();
                self.nodes.push(Node {
                    parent: node,
                    ..Node::default()
                });
                if let Some(parent) = self.nodes.get_mut(node) {
                    parent.children.insert(&name, child);
                }
                child
            });
        }
        node
    }

    fn child(&self, node: usize, name: &str) -> Option<usize> {
        self.nodes.get(node)?.children.get(name)
    }

    fn has_children(&self, node: usize) -> bool {
        self.nodes
            .get(node)
            .is_some_and(|node| !node.children.is_empty())
    }

    /// Where that part of the node is, or of the nearest one around it.
    fn offset(&self, text: &str, node: usize, part: Part) -> usize {
        let mut index = node;
        let mut part = part;
        while let Some(node) = self.nodes.get(index) {
            let is_object = || {
                let value = node.value.and_then(|at| text.as_bytes().get(at));
                value == Some(&b'{')
            };
            let found = match part {
                Part::Key => node.key.or(node.value),
                Part::SecondKey => node.second_key.or(node.key).or(node.value),
                Part::Name if is_object() => node.key.or(node.value),
                Part::Name | Part::Value => node.value,
            };
            if let Some(offset) = found {
                return offset;
            }
            if index == 0 {
                break;
            }
            (index, part) = (node.parent, Part::Value);
        }
        0
    }
}

/// Goes over JSON. What is no JSON ends the search; the steps that were found until then are known.
struct Scanner<'t, 'w> {
    text: &'t str,
    at: usize,
    wanted: &'w mut Wanted,
}

impl<'t> Scanner<'t, '_> {
    fn document(&mut self) {
        self.blanks();
        self.value(0);
    }

    /// A value that is looked for, or that something in it is looked for. Deeper than the pointers go, it is passed over.
    fn value(&mut self, node: usize) -> Option<()> {
        if let Some(node) = self.wanted.nodes.get_mut(node) {
            node.value.get_or_insert(self.at);
        }
        match self.peek()? {
            b'{' if self.wanted.has_children(node) => self.object(node),
            b'[' if self.wanted.has_children(node) => self.array(node),
            _ => self.pass(),
        }
    }

    fn object(&mut self, node: usize) -> Option<()> {
        self.at += 1;
        loop {
            self.blanks();
            match self.peek()? {
                b'}' => {
                    self.at += 1;
                    return Some(());
                }
                b',' => self.at += 1,
                b'"' => self.field(node)?,
                _ => return None,
            }
        }
    }

    fn field(&mut self, node: usize) -> Option<()> {
        let key = self.at;
        let name = plain(self.string_end()?);
        let child = name.and_then(|name| self.wanted.child(node, &name));
        let is_first = child.map(|child| self.note_key(child, key));
        self.blanks();
        if self.peek()? != b':' {
            return None;
        }
        self.at += 1;
        self.blanks();
        match (child, is_first) {
            (Some(child), Some(true)) => self.value(child),
            _ => self.pass(),
        }
    }

    /// Notes where the name of a field stands; says whether it is the first of that name.
    fn note_key(&mut self, child: usize, key: usize) -> bool {
        let Some(node) = self.wanted.nodes.get_mut(child) else {
            return false;
        };
        if node.key.is_none() {
            node.key = Some(key);
            true
        } else {
            node.second_key.get_or_insert(key);
            false
        }
    }

    fn array(&mut self, node: usize) -> Option<()> {
        self.at += 1;
        let mut index = 0_usize;
        loop {
            self.blanks();
            match self.peek()? {
                b']' => {
                    self.at += 1;
                    return Some(());
                }
                b',' => {
                    self.at += 1;
                    index += 1;
                }
                _ => match self.wanted.child(node, &index.to_string()) {
                    Some(child) => self.value(child)?,
                    None => self.pass()?,
                },
            }
        }
    }

    /// Goes past a value, however deep it nests.
    fn pass(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            self.blanks();
            match self.peek()? {
                b'"' => {
                    self.string_end()?;
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                    continue;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                b',' | b':' if depth > 0 => {
                    self.at += 1;
                    continue;
                }
                _ => self.word()?,
            }
            if depth == 0 {
                return Some(());
            }
        }
    }

    /// Goes past a number, `true`, `false` or `null`.
    fn word(&mut self) -> Option<()> {
        let start = self.at;
        while self
            .peek()
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
        {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    /// Goes past a string; returns it with its quotes.
    fn string_end(&mut self) -> Option<&'t str> {
        let start = self.at;
        self.at += 1;
        loop {
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return self.text.get(start..self.at);
                }
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}

/// The text of a string with its quotes, if its escapes are right.
fn plain(quoted: &str) -> Option<Cow<'_, str>> {
    if quoted.contains('\\') {
        return serde_json::from_str(quoted).ok().map(Cow::Owned);
    }
    let inner = quoted.strip_prefix('"')?.strip_suffix('"')?;
    Some(Cow::Borrowed(inner))
}

#[cfg(test)]
mod tests {
    use card_model::words::push_segment;
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    fn find(text: &str, pointer: &str, part: Part) -> (usize, usize) {
        let finding = Finding::error(pointer, part, "", String::new());
        let places = locate(text, &[finding]);
        (places[0].line, places[0].column)
    }

    #[test]
    fn a_place_is_found_among_look_alikes() {
        let text =
            "{\"a/b~\": [\"]\", {\"x\\\"\": 1,\r\n  \"中\": \"}\"}],\n\"a\": 2, \"\\u0061\": 3}";
        assert_eq!(find(text, "", Part::Value), (1, 1));
        assert_eq!(find(text, "/a~1b~0", Part::Key), (1, 2));
        assert_eq!(find(text, "/a~1b~0/0", Part::Value), (1, 11));
        assert_eq!(find(text, "/a~1b~0/1/x\"", Part::Value), (1, 24));
        assert_eq!(find(text, "/a~1b~0/1/中", Part::Value), (2, 8));
        assert_eq!(find(text, "/a", Part::Value), (3, 6));
        assert_eq!(find(text, "/a", Part::SecondKey), (3, 9));
        assert_eq!(find(text, "/a~1b~0/1/none/there", Part::Key), (1, 16));
        assert_eq!(find(text, "/a~1b~0/7", Part::Value), (1, 10));
    }

    #[test]
    fn what_is_no_json_ends_the_search() {
        for text in [
            "",
            "{",
            "{\"a",
            "{\"a\"",
            "{\"a\":",
            "[1,",
            "{\"a\\",
            "}",
            "{\"a\" 1}",
            "\u{feff}{}",
        ] {
            for pointer in ["", "/a", "/0", "/a/0/b"] {
                let _ = find(text, pointer, Part::SecondKey);
            }
        }
    }

    /// Every pointer of a value.
    fn pointers(value: &Value, pointer: &str, out: &mut Vec<String>) {
        out.push(pointer.to_owned());
        let mut enter = |name: &str, value: &Value| {
            let mut inner = pointer.to_owned();
            push_segment(&mut inner, name);
            pointers(value, &inner, out);
        };
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    enter(&index.to_string(), item);
                }
            }
            Value::Object(fields) => fields.iter().for_each(|(name, value)| enter(name, value)),
            _ => {}
        }
    }

    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            any::<i16>().prop_map(|number| Value::from(f64::from(number) / 4.0)),
            ".{0,4}".prop_map(Value::from),
            "[\\[\\]{}\",:\\\\~/中]{0,4}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..12).prop_map(Value::from),
                prop::collection::hash_map("[\\[\\]{}\",:\\\\~/中a]{0,3}", inner, 0..12)
                    .prop_map(|fields| fields.into_iter().collect()),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

        #[test]
        fn what_stands_there_is_the_value(value in json(), is_pretty in any::<bool>()) {
            let text = if is_pretty {
                serde_json::to_string_pretty(&value).unwrap()
            } else {
                value.to_string()
            };
            let mut all = Vec::new();
            pointers(&value, "", &mut all);
            let findings: Vec<_> = all.iter().map(|pointer| Finding::error(pointer, Part::Value, "", String::new())).collect();
            for (pointer, place) in all.iter().zip(locate(&text, &findings)) {
                let line = text.lines().nth(place.line - 1).unwrap();
                let column: usize = line.chars().take(place.column - 1).map(char::len_utf8).sum();
                let offset = offset(&text, place.line, column + 1);
                let mut stream = serde_json::Deserializer::from_str(&text[offset..]).into_iter::<Value>();
                let found = stream.next().unwrap().unwrap();
                prop_assert_eq!(Some(&found), value.pointer(pointer), "{} {}", pointer, text);
            }
        }
    }
}
