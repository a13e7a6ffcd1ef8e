//! Attributes: known, given once, not forgotten, and with a value of the right kind.

use card_model::{
    Fallback,
    spec::{
        Attribute as Name, AttributeSpec, Kind, Tag, TextMode,
        address::{UrlFault, check_url, is_email},
        near::nearest,
    },
    words::{each, join},
};
use quote::ToTokens;
use syn::Lit;

use super::{
    Checker,
    content::is_link_name,
    targets::{INSTEAD, LEFT_OUT, listed},
};
use crate::{
    ast::{Attribute, Element, Node, Piece, Text, Value},
    parse::literal_text,
    suggest,
};

impl Checker<'_> {
    pub(super) fn attributes(&mut self, element: &Element, tag: Tag) {
        for (index, attribute) in element.attributes.iter().enumerate() {
            let name = attribute.name.to_string();
            let Some(spec) = tag.spec().attribute(&name) else {
                self.unknown_attribute(attribute, tag);
                continue;
            };
            if element
                .attributes
                .iter()
                .take(index)
                .any(|before| before.name == attribute.name)
            {
                self.errors
                    .at(attribute.name.span(), format!("`{name}` is given twice"))
                    .help("remove one of the two");
                continue;
            }
            self.value(attribute, spec);
        }
        self.missing(element, tag);
    }

    fn unknown_attribute(&mut self, attribute: &Attribute, tag: Tag) {
        let name = attribute.name.to_string();
        let spec = tag.spec();
        let mistake = self.errors.at(
            attribute.name.span(),
            format!("`<{}>` has no attribute `{name}`", spec.name),
        );
        if let Some(meant) = suggest::attribute(&name, spec) {
            mistake.help(format!("did you mean `{meant}`?"));
        } else if is_text(&name) && spec.text != TextMode::None {
            mistake.help(format!(
                "text stands between the tags: `<{0}>\"…\"</{0}>`",
                spec.name
            ));
        } else {
            mistake.help("remove it");
        }
        if spec.attributes.is_empty() {
            mistake.note(format!("`<{}>` has no attributes", spec.name));
        } else {
            let names = each(spec.attributes, |attribute| attribute.name);
            mistake.note(format!("`<{}>` has {}", spec.name, suggest::list(&names)));
        }
    }

    fn missing(&mut self, element: &Element, tag: Tag) {
        for spec in tag.spec().attributes.iter().filter(|spec| spec.required) {
            let is_given = is_title_inside(element, spec) || element.attributes.iter().any(|given| {
                given.name == spec.name
                    // A mistyped name was reported already.
                    || tag.spec().attribute(&given.name.to_string()).is_none()
                        && suggest::attribute(&given.name.to_string(), tag.spec()) == Some(spec.name)
            });
            if !is_given {
                let value = match spec.kind {
                    Kind::Json => "{value}".to_owned(),
                    Kind::OneOf([first, ..]) => format!("\"{first}\""),
                    Kind::Url | Kind::Link => "\"https://…\"".to_owned(),
                    Kind::Email => "\"name@host\"".to_owned(),
                    _ => "\"…\"".to_owned(),
                };
                self.errors
                    .at(
                        element.span,
                        format!("`{}` needs `{}`", element.title(), spec.name),
                    )
                    .help(format!("add it: `<{} {}={value}`", tag.name(), spec.name))
                    .note(format!("`{}` is {}", spec.name, as_clause(spec.summary)));
            }
        }
    }

    fn value(&mut self, attribute: &Attribute, spec: &AttributeSpec) {
        match &attribute.value {
            Value::Text(text) => self.text_value(text, spec),
            Value::Literal(Lit::Bool(_)) if spec.kind == Kind::Flag => {}
            Value::Literal(literal) => self.literal_value(literal, spec),
            Value::Braces(braces) if braces.group.stream().is_empty() => {
                self.errors
                    .over(
                        &braces.group.to_token_stream(),
                        format!("the braces of `{}` are empty", spec.name),
                    )
                    .help("write an expression in them");
            }
            Value::Braces(braces) if spec.attribute == Name::Targets => {
                self.errors
                    .over(
                        &braces.group.to_token_stream(),
                        "`targets` is for the compiler, which does not know values",
                    )
                    .help("write the names in quotes: `targets=\"wecom dingtalk\"`");
            }
            Value::Braces(braces) if spec.kind == Kind::Variable => {
                self.errors
                    .over(
                        &braces.group.to_token_stream(),
                        "the name of a link cannot be a value",
                    )
                    .help("write the name that the markdown uses after `$`, in quotes");
            }
            Value::Flag if spec.kind != Kind::Flag => {
                self.errors
                    .at(
                        attribute.name.span(),
                        format!("`{}` needs a value", spec.name),
                    )
                    .help(match spec.kind {
                        Kind::Json => format!("write `{}={{value}}`", spec.name),
                        _ => format!("write `{0}=\"…\"`, or `{0}={{value}}`", spec.name),
                    });
            }
            Value::Braces(_) | Value::Flag | Value::Broken => {}
        }
    }

    fn literal_value(&mut self, literal: &Lit, spec: &AttributeSpec) {
        let mistake = match spec.kind {
            Kind::Flag => self.errors.at(
                literal.span(),
                format!("`{}` is `true` or `false`", spec.name),
            ),
            Kind::Json => self
                .errors
                .at(literal.span(), format!("`{}` takes JSON", spec.name)),
            _ => self
                .errors
                .at(literal.span(), format!("`{}` takes a text", spec.name)),
        };
        mistake.help(match spec.kind {
            Kind::Flag => format!(
                "write `{}={{true}}` or `{}={{false}}`",
                spec.name, spec.name
            ),
            Kind::Json => format!("write `{}={{serde_json::json!(…)}}`", spec.name),
            _ => format!("write `{}=\"{}\"`", spec.name, literal_text(literal)),
        });
    }

    fn text_value(&mut self, text: &Text, spec: &AttributeSpec) {
        match spec.kind {
            Kind::Text => {}
            Kind::Filled => self.filled(text, spec),
            Kind::Url | Kind::Link => self.url(text),
            Kind::Email => self.email(text),
            Kind::Variable => self.variable_name(text),
            Kind::OneOf(names) => {
                if let Some(name) = whole(text) {
                    self.name(text, &name, names, spec);
                }
            }
            Kind::SetOf(names) => self.set(text, names, spec),
            Kind::Flag => {
                self.errors
                    .at(
                        text.literal.span(),
                        format!("`{}` is `true` or `false`", spec.name),
                    )
                    .help(format!(
                        "write `{0}={{true}}` or `{0}={{false}}`",
                        spec.name
                    ));
            }
            _ => {
                self.errors
                    .at(
                        text.literal.span(),
                        format!("`{}` takes JSON, not a text", spec.name),
                    )
                    .help(format!("write `{}={{serde_json::json!(…)}}`", spec.name));
            }
        }
    }

    fn name(
        &mut self,
        text: &Text,
        name: &str,
        names: &'static [&'static str],
        spec: &AttributeSpec,
    ) {
        if names.contains(&name) {
            return;
        }
        let what = if name.is_empty() {
            format!("`{}` is empty", spec.name)
        } else {
            format!("`{}` cannot be `{}`", spec.name, name.escape_debug())
        };
        let mistake = self.errors.at(text.literal.span(), what);
        let lower = name.to_lowercase();
        let other_case = names.iter().copied().find(|known| {
            known.to_lowercase() == lower.replace('_', "-") || known.to_lowercase() == lower
        });
        let known = suggest::list(names);
        match other_case.or_else(|| nearest(name, names.iter().copied())) {
            Some(meant) => mistake
                .help(format!("did you mean `{meant}`?"))
                .note(format!("`{}` takes {known}", spec.name)),
            None => mistake.help(format!("write one of {known}")),
        };
    }

    fn filled(&mut self, text: &Text, spec: &AttributeSpec) {
        let is_fallback = spec.attribute == Name::Fallback;
        let is_empty = whole(text)
            .is_some_and(|text| text.is_empty() || is_fallback && Fallback::from(text).is_blank());
        if !is_empty {
            return;
        }
        let help = if is_fallback {
            listed(&[INSTEAD, LEFT_OUT], "or")
        } else {
            format!("write what it is: `{}=\"…\"`", spec.name)
        };
        self.errors
            .at(text.literal.span(), format!("`{}` is empty", spec.name))
            .help(help)
            .note(format!("`{}` is {}", spec.name, as_clause(spec.summary)));
    }

    fn set(&mut self, text: &Text, names: &'static [&'static str], spec: &AttributeSpec) {
        let Some(given) = whole(text) else {
            if spec.attribute == Name::Targets {
                self.errors
                    .at(
                        text.literal.span(),
                        "`targets` is for the compiler, which does not know values",
                    )
                    .help("write the names themselves: `targets=\"wecom dingtalk\"`");
            }
            return;
        };
        let mut seen: Vec<&str> = Vec::new();
        for name in given.split([' ', ',']).filter(|name| !name.is_empty()) {
            if seen.contains(&name) {
                self.errors
                    .at(
                        text.literal.span(),
                        format!("`{}` names `{name}` twice", spec.name),
                    )
                    .help("remove one of the two");
            }
            seen.push(name);
            self.name(text, name, names, spec);
        }
        if seen.is_empty() {
            self.name(text, "", names, spec);
        } else if given.contains(',') {
            self.errors
                .at(
                    text.literal.span(),
                    format!(
                        "the names of `{}` have blanks between them, no commas",
                        spec.name
                    ),
                )
                .help(format!("write `{}=\"{}\"`", spec.name, join(&seen, " ")));
        }
    }

    pub(super) fn url(&mut self, text: &Text) {
        let Err(fault) = literal_url(text) else {
            return;
        };
        if matches!(fault, UrlFault::Scheme(_)) && is_scheme_split(text) {
            self.errors
                .at(
                    text.literal.span(),
                    "a value stands in the scheme of the URL",
                )
                .help("write the scheme as it is, `https://…`, or begin the URL with the value");
            return;
        }
        self.errors
            .at(text.literal.span(), fault.to_string())
            .help(fault.help());
    }

    fn email(&mut self, text: &Text) {
        if is_email(&filled(text)) || starts_with_hole(text) {
            return;
        }
        let what = if text.pieces.is_empty() {
            "the e-mail address is empty".to_owned()
        } else {
            format!("`{}` is not an e-mail address", shown(text).escape_debug())
        };
        self.errors
            .at(text.literal.span(), what)
            .help("write it as `name@host`");
    }

    fn variable_name(&mut self, text: &Text) {
        let Some(name) = whole(text) else {
            self.errors
                .at(
                    text.literal.span(),
                    "the name of a link cannot hold a value",
                )
                .help("write the name that the markdown uses after `$`");
            return;
        };
        if is_link_name(&name) {
            return;
        }
        let what = if name.is_empty() {
            "the name of this link is empty".to_owned()
        } else {
            format!("`{}` cannot be the name of a link", name.escape_debug())
        };
        self.errors
            .at(text.literal.span(), what)
            .help("use letters, digits and `_`, without `$`");
    }
}

/// Checks the literal part of a URL: a hole at its start may bring the scheme, any other stands for a harmless word.
fn literal_url(text: &Text) -> Result<(), UrlFault> {
    if !starts_with_hole(text) {
        return check_url(&filled(text));
    }
    let rest = filled(text);
    let rest = rest.get(1..).unwrap_or_default();
    // `{scheme}://…` and `{base}/…` are both whole URLs once the hole is filled.
    check_url(&format!("https://x/{rest}")).or_else(|fault| match fault {
        UrlFault::Character(_) => Err(fault),
        _ => Ok(()),
    })
}

/// Whether a value stands before the colon of a URL, and something before the value.
fn is_scheme_split(text: &Text) -> bool {
    matches!(text.pieces.as_slice(), [Piece::Literal(begins), _, ..] if !begins.contains(':'))
}

/// The text, if no value stands in it.
pub(super) fn whole(text: &Text) -> Option<String> {
    match text.pieces.as_slice() {
        [] => Some(String::new()),
        [Piece::Literal(literal)] => Some(literal.clone()),
        _ => None,
    }
}

/// The text with a harmless word in place of every hole.
fn filled(text: &Text) -> String {
    let mut filled = String::new();
    for piece in &text.pieces {
        filled.push_str(match piece {
            Piece::Literal(literal) => literal,
            Piece::Hole(_) => "x",
        });
    }
    filled
}

/// The text as it was written, more or less: with the names of its holes in braces.
fn shown(text: &Text) -> String {
    let mut shown = String::new();
    for piece in &text.pieces {
        match piece {
            Piece::Literal(literal) => shown.push_str(literal),
            Piece::Hole(hole) => {
                shown.push('{');
                shown.push_str(&hole.name.to_string());
                shown.push('}');
            }
        }
    }
    shown
}

/// Whether this is what an attribute for the text of a tag would be called.
pub(super) fn is_text(name: &str) -> bool {
    matches!(name, "label" | "text" | "content" | "value" | "title")
}

/// Whether this is a `<header>` whose title was written between its tags, which is reported.
fn is_title_inside(element: &Element, spec: &AttributeSpec) -> bool {
    let holds_text = element
        .children
        .iter()
        .any(|child| matches!(child, Node::Text(_) | Node::Braces(_)));
    spec.attribute == Name::Title && holds_text
}

/// A sentence as the end of another one: with a small letter, but for `URL`, and without its full stop.
fn as_clause(sentence: &str) -> String {
    let sentence = sentence.strip_suffix('.').unwrap_or(sentence);
    let mut characters = sentence.chars();
    let Some(first) = characters.next() else {
        return String::new();
    };
    if characters.as_str().starts_with(char::is_uppercase) {
        return sentence.to_owned();
    }
    first.to_lowercase().chain(characters).collect()
}

fn starts_with_hole(text: &Text) -> bool {
    matches!(text.pieces.first(), Some(Piece::Hole(_)))
}
