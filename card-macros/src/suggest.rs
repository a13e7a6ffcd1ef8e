//! What a mistyped name was probably meant to be.

use card_model::{
    spec::{ATTRIBUTE_ALIASES, TAG_ALIASES, TAGS, Tag, TagSpec, near::nearest},
    words::{each, join},
};

/// The tag that `name` was meant to be; one that fits into `parent` is preferred.
pub(crate) fn tag(name: &str, parent: Option<Tag>) -> Option<&'static str> {
    let lower = name.to_lowercase();
    let alias = TAG_ALIASES
        .iter()
        .find(|(alias, _)| *alias == lower)
        .map(|(_, tag)| tag.name());
    let mut fitting = Vec::new();
    if let Some(parent) = parent {
        for tag in parent.children() {
            fitting.push(tag.name());
        }
    }
    let any = each(TAGS, |spec| spec.name);
    let other_case = any.iter().find(|known| known.to_lowercase() == lower);
    other_case
        .copied()
        .or(alias)
        .or_else(|| nearest(name, fitting))
        .or_else(|| nearest(name, any.clone()))
}

/// The attribute of a tag that `name` was meant to be.
pub(crate) fn attribute(name: &str, spec: &'static TagSpec) -> Option<&'static str> {
    let lower = name.to_lowercase();
    let names = each(spec.attributes, |attribute| attribute.name);
    let mut alias = None;
    for (other, meant) in ATTRIBUTE_ALIASES {
        if *other == lower && names.contains(&meant.name()) {
            alias = alias.or(Some(meant.name()));
        }
    }
    let same = lower.replace('_', "");
    let other_form = names.iter().find(|known| known.replace('_', "") == same);
    other_form
        .copied()
        .or_else(|| nearest(name, names.clone()))
        .or(alias)
}

/// Names in backticks, with commas between them.
pub(crate) fn list(names: &[&str]) -> String {
    join(&each(names, |name| format!("`{name}`")), ", ")
}
