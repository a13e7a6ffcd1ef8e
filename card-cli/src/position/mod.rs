//! From a pointer to the place in the text: one pass over it, that goes into nothing but what is asked for.

mod scanner;
mod wanted;

use self::{scanner::Scanner, wanted::Wanted};
use crate::finding::Finding;

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
    Scanner::new(text, &mut wanted).document();
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

#[cfg(test)]
mod tests {
    use card_model::words::push_segment;
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;
    use crate::finding::Part;

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
