//! What is looked for: the steps of the pointers as a tree.

use std::{borrow::Cow, collections::HashMap};

use crate::finding::Part;

/// What is looked for: the steps of the pointers as a tree.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) nodes: Vec<Node>,
}

/// One step of some pointers.
#[derive(Debug, Default)]
pub(super) struct Node {
    parent: usize,
    children: Children,
    pub(super) key: Option<usize>,
    pub(super) second_key: Option<usize>,
    pub(super) value: Option<usize>,
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

/// A step without escapes, which few have.
fn plain(step: &str) -> Cow<'_, str> {
    if step.contains('~') {
        Cow::Owned(step.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(step)
    }
}

impl Wanted {
    pub(super) fn add(&mut self, pointer: &str) -> usize {
        let mut node = 0;
        for step in pointer.split('/').skip(1) {
            let name = plain(step);
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

    pub(super) fn child(&self, node: usize, name: &str) -> Option<usize> {
        self.nodes.get(node)?.children.get(name)
    }

    pub(super) fn has_children(&self, node: usize) -> bool {
        self.nodes
            .get(node)
            .is_some_and(|node| !node.children.is_empty())
    }

    /// Where that part of the node is, or of the nearest one around it.
    pub(super) fn offset(&self, text: &str, node: usize, part: Part) -> usize {
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
