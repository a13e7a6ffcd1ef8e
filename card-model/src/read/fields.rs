//! How a [`Tree`] is taken apart.

use super::{
    error::{ReadError, ReadErrorKind},
    tree::Tree,
};
use crate::Str;

pub(super) type Result<T> = std::result::Result<T, ReadError>;

/// The fields of an object of which every field is known.
pub(super) struct Fields(Vec<(String, Tree)>);

impl Fields {
    pub(super) fn open(tree: Tree, known: &'static [&'static str]) -> Result<Self> {
        let fields = object(tree)?;
        let unknown = fields
            .iter()
            .find(|(name, _)| !known.contains(&name.as_str()));
        if let Some((name, _)) = unknown {
            let kind = ReadErrorKind::UnknownField {
                found: Str::Owned(name.clone()),
                allowed: known,
            };
            return Err(ReadError::new(kind).within(name));
        }
        Ok(Self(fields))
    }

    pub(super) fn take(&mut self, name: &str) -> Option<Tree> {
        let index = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.swap_remove(index).1)
    }

    // These are compiled for each type that is read: no closure, so that they are not for each field.
    pub(super) fn required<T>(
        &mut self,
        name: &'static str,
        read: fn(Tree) -> Result<T>,
    ) -> Result<T> {
        let Some(value) = self.take(name) else {
            return Err(ReadError::new(ReadErrorKind::Missing(name)));
        };
        match read(value) {
            Ok(value) => Ok(value),
            Err(error) => Err(error.within(name)),
        }
    }

    pub(super) fn optional<T>(
        &mut self,
        name: &'static str,
        read: fn(Tree) -> Result<T>,
    ) -> Result<Option<T>> {
        match self.take(name) {
            None => Ok(None),
            Some(Tree::Null) => Err(ReadError::new(ReadErrorKind::Null).within(name)),
            Some(value) => match read(value) {
                Ok(value) => Ok(Some(value)),
                Err(error) => Err(error.within(name)),
            },
        }
    }

    /// As [`Fields::optional`], for a part that is boxed.
    pub(super) fn boxed<T>(
        &mut self,
        name: &'static str,
        read: fn(Tree) -> Result<T>,
    ) -> Result<Option<Box<T>>> {
        Ok(self.optional(name, read)?.map(Box::new))
    }

    /// The field of this name has to be this word.
    pub(super) fn word(
        &mut self,
        name: &'static str,
        only: &'static [&'static str],
    ) -> Result<&'static str> {
        let found = self.required(name, text)?;
        match only.iter().find(|word| **word == found) {
            Some(word) => Ok(*word),
            None => Err(ReadError::new(ReadErrorKind::UnknownName {
                found: Str::Owned(found),
                allowed: only,
            })
            .within(name)),
        }
    }

    pub(super) fn optional_text(&mut self, name: &'static str) -> Result<Option<Str>> {
        self.optional(name, |tree| text(tree).map(Str::Owned))
    }

    pub(super) fn text(&mut self, name: &'static str) -> Result<Str> {
        self.required(name, |tree| text(tree).map(Str::Owned))
    }
}

pub(super) fn object(tree: Tree) -> Result<Vec<(String, Tree)>> {
    match tree {
        Tree::Object(fields) => Ok(fields),
        other => Err(wrong(&other, "an object")),
    }
}

pub(super) fn text(tree: Tree) -> Result<String> {
    match tree {
        Tree::String(text) => Ok(text),
        other => Err(wrong(&other, "a string")),
    }
}

pub(super) fn boolean(tree: Tree) -> Result<bool> {
    match tree {
        Tree::Bool(value) => Ok(value),
        other => Err(wrong(&other, "a boolean")),
    }
}

pub(super) fn integer(tree: Tree) -> Result<i64> {
    match tree {
        Tree::Number(number) => number
            .as_i64()
            .ok_or_else(|| wrong(&Tree::Number(number), "an integer of 64 bits")),
        other => Err(wrong(&other, "an integer")),
    }
}

pub(super) fn list<T>(tree: Tree, read: fn(Tree) -> Result<T>) -> Result<Vec<T>> {
    let mut list = Vec::with_capacity(tree.items());
    each(tree, &mut |item| {
        list.push(read(item)?);
        Ok(())
    })?;
    Ok(list)
}

// Compiled once, and not for each type that is read.
fn each(tree: Tree, read: &mut dyn FnMut(Tree) -> Result<()>) -> Result<()> {
    let Tree::Array(items) = tree else {
        return Err(wrong(&tree, "an array"));
    };
    for (index, item) in items.into_iter().enumerate() {
        read(item).map_err(|error| error.within(&index.to_string()))?;
    }
    Ok(())
}

/// The entries of an object whose names are free.
pub(super) fn entries<T>(tree: Tree, read: fn(Tree) -> Result<T>) -> Result<Vec<(Str, T)>> {
    let fields = object(tree)?;
    let mut entries = Vec::with_capacity(fields.len());
    for (name, value) in fields {
        match read(value) {
            Ok(value) => entries.push((Str::Owned(name), value)),
            Err(error) => return Err(error.within(&name)),
        }
    }
    Ok(entries)
}

pub(super) fn wrong(found: &Tree, expected: &'static str) -> ReadError {
    ReadError::new(ReadErrorKind::WrongType {
        found: found.kind(),
        expected,
    })
}
