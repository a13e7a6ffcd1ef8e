//! What a mistyped name was probably meant to be.

use card_model::spec::{ATTRIBUTE_ALIASES, TAG_ALIASES, Tag, TagSpec, near::nearest};

/// The tag that `name` was meant to be; one that fits into `parent` is preferred.
pub(crate) fn tag(name: &str, parent: Option<Tag>) -> Option<&'static str> {
    let lower = name.to_lowercase();
    let alias = TAG_ALIASES
        .iter()
        .find(|(alias, _)| *alias == lower)
        .map(|(_, tag)| tag.name());
    let fitting = || {
        nearest(
            name,
            parent.into_iter().flat_map(Tag::children).map(Tag::name),
        )
    };
    let any = || nearest(name, card_model::spec::TAGS.iter().map(|spec| spec.name));
    let other_case = card_model::spec::TAGS
        .iter()
        .map(|spec| spec.name)
        .find(|known| known.to_lowercase() == lower);
    other_case.or(alias).or_else(fitting).or_else(any)
}

/// The attribute of a tag that `name` was meant to be.
pub(crate) fn attribute(name: &str, spec: &'static TagSpec) -> Option<&'static str> {
    let lower = name.to_lowercase();
    let names = || spec.attributes.iter().map(|attribute| attribute.name);
    let alias = ATTRIBUTE_ALIASES
        .iter()
        .filter(|(alias, _)| *alias == lower)
        .find_map(|(_, meant)| names().find(|known| *known == meant.name()));
    let same = lower.replace('_', "");
    let other_form = names().find(|known| known.replace('_', "") == same);
    other_form.or_else(|| nearest(name, names())).or(alias)
}

/// Names in backticks, with commas between them.
pub(crate) fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
