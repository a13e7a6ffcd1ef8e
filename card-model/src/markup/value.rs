//! How the values in a card's braces become what its holes take. The bounds are the ones a user meets: each says in
//! its own words what may stand there.

use std::{cell::Cell, fmt::Display};

use serde_json::Value;

use crate::{
    Action, ActionItem, Button, Card, Div, Element, Hr, Img, Link, Markdown, Other, PicText, Text,
    TextElement, markdown::Inline,
};

/// The value of a hole.
#[derive(Default)]
pub enum Hole<'v> {
    /// Nothing: an optional attribute that is not set.
    #[default]
    Absent,
    /// What is shown as text.
    Text(&'v dyn Display),
    /// A link with its URLs.
    Link(&'v Link),
    /// A yes or no.
    Flag(bool),
    /// JSON.
    Json(&'v Value),
    /// Elements of a body.
    Elements(&'v Cell<Vec<Element>>),
    /// All that a text with markup holds, where that is literal.
    Parts(&'static [Inline]),
    /// All columns of a div, where they are literal.
    Columns(&'static [TextElement]),
    /// Columns of a div.
    Fields(&'v Cell<Vec<TextElement>>),
    /// Parts of an action.
    Actions(&'v Cell<Vec<ActionItem>>),
}

/// What can be shown as text: whatever implements [`Display`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be shown as text",
    label = "this has no text form",
    note = "text is what implements `Display`; `{{value:?}}` in a quoted text shows what implements `Debug`",
    note = "an `Option` is taken by optional attributes only; in a text, `if let Some(value) = option {{ {{value}} }}` shows what is in it"
)]
pub trait Show {
    /// What is shown.
    fn show(&self) -> &dyn Display;
}

#[diagnostic::do_not_recommend]
impl<T: Display> Show for T {
    fn show(&self) -> &dyn Display {
        self
    }
}

/// What can be the target of a link: text, or a [`Link`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be used as a link",
    label = "this is no link",
    note = "a link is a URL, as text, or a `Link` with a URL per client"
)]
pub trait IntoLink {
    #[doc(hidden)]
    fn hole(&self) -> Hole<'_>;
}

#[diagnostic::do_not_recommend]
impl<T: Display> IntoLink for T {
    fn hole(&self) -> Hole<'_> {
        Hole::Text(self)
    }
}

impl IntoLink for Link {
    fn hole(&self) -> Hole<'_> {
        Hole::Link(self)
    }
}

impl IntoLink for &Link {
    fn hole(&self) -> Hole<'_> {
        Hole::Link(self)
    }
}

/// What can be a yes or no.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither `true` nor `false`",
    label = "a `bool` or an `Option<bool>` is needed here"
)]
pub trait IntoFlag {
    #[doc(hidden)]
    fn hole(&self) -> Hole<'static>;
}

impl IntoFlag for bool {
    fn hole(&self) -> Hole<'static> {
        Hole::Flag(*self)
    }
}

impl IntoFlag for Option<bool> {
    fn hole(&self) -> Hole<'static> {
        self.map_or(Hole::Absent, Hole::Flag)
    }
}

impl IntoFlag for &bool {
    fn hole(&self) -> Hole<'static> {
        IntoFlag::hole(*self)
    }
}

impl IntoFlag for &Option<bool> {
    fn hole(&self) -> Hole<'static> {
        IntoFlag::hole(*self)
    }
}

/// What can be sent as JSON.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not JSON",
    label = "a `serde_json::Value` is needed here",
    note = "`serde_json::json!` and `serde_json::to_value` make one"
)]
pub trait IntoJson {
    #[doc(hidden)]
    fn value(&self) -> &Value;
}

impl IntoJson for Value {
    fn value(&self) -> &Value {
        self
    }
}

impl IntoJson for &Value {
    fn value(&self) -> &Value {
        self
    }
}

/// Text for a hole.
pub fn text<T: Show>(value: &T) -> Hole<'_> {
    Hole::Text(value.show())
}

/// A link for a hole.
pub fn link<T: IntoLink>(value: &T) -> Hole<'_> {
    value.hole()
}

/// A yes or no for a hole.
pub fn flag<T: IntoFlag>(value: &T) -> Hole<'static> {
    value.hole()
}

/// JSON for a hole.
pub fn json<T: IntoJson>(value: &T) -> Hole<'_> {
    Hole::Json(value.value())
}

/// The value of an optional attribute: an `Option`, a reference to one, or the value itself. Which of them it is decides
/// the method that is found first, because no trait can be implemented for `Option` and for every `Display`. Each of the
/// three has a type of its own, so that a value whose type is a mistake finds one method, and not several. The names are
/// ones that no trait of the user's has.
#[derive(Debug)]
pub struct Given<'v, T>(Borrowed<'v, T>);

/// The value of an optional attribute that is no `Option`.
#[derive(Debug)]
pub struct Borrowed<'v, T>(Bare<'v, T>);

/// The value of an optional attribute that is no reference to an `Option` either.
#[derive(Debug)]
pub struct Bare<'v, T>(&'v T);

impl<'v, T> Given<'v, T> {
    /// The value of an optional attribute.
    pub fn new(value: &'v T) -> Self {
        Self(Borrowed(Bare(value)))
    }
}

impl<'v, T> Given<'v, Option<T>> {
    /// The value as text, if there is one.
    pub fn card_text(self) -> Hole<'v>
    where
        T: Show,
    {
        self.0.0.0.as_ref().map_or(Hole::Absent, text)
    }

    /// The value as a link, if there is one.
    pub fn card_link(self) -> Hole<'v>
    where
        T: IntoLink,
    {
        self.0.0.0.as_ref().map_or(Hole::Absent, link)
    }
}

impl<'v, T> Borrowed<'v, &'v Option<T>> {
    /// The value as text, if there is one.
    pub fn card_text(&self) -> Hole<'v>
    where
        T: Show,
    {
        Given::new(*self.0.0).card_text()
    }

    /// The value as a link, if there is one.
    pub fn card_link(&self) -> Hole<'v>
    where
        T: IntoLink,
    {
        Given::new(*self.0.0).card_link()
    }
}

impl<'v, T> std::ops::Deref for Given<'v, T> {
    type Target = Borrowed<'v, T>;

    fn deref(&self) -> &Borrowed<'v, T> {
        &self.0
    }
}

impl<'v, T> std::ops::Deref for Borrowed<'v, T> {
    type Target = Bare<'v, T>;

    fn deref(&self) -> &Bare<'v, T> {
        &self.0
    }
}

impl<'v, T> Bare<'v, T> {
    /// The value as text.
    pub fn card_text(&self) -> Hole<'v>
    where
        T: Show,
    {
        text(self.0)
    }

    /// The value as a link.
    pub fn card_link(&self) -> Hole<'v>
    where
        T: IntoLink,
    {
        link(self.0)
    }
}

/// Defines a trait for what can be spliced in a place, and implements it for single values, `Option`, `Vec` and arrays.
macro_rules! splice {
    (
        $(#[$meta:meta])*
        $trait:ident, $item:ty, from $($single:ty),+
    ) => {
        $(#[$meta])*
        pub trait $trait {
            /// Adds the parts to `list`.
            fn add_to(self, list: &mut Vec<$item>);
        }

        $(
            impl $trait for $single {
                fn add_to(self, list: &mut Vec<$item>) {
                    list.push(self.into());
                }
            }
        )+

        impl<T: $trait> $trait for Option<T> {
            fn add_to(self, list: &mut Vec<$item>) {
                if let Some(part) = self {
                    part.add_to(list);
                }
            }
        }

        impl<T: $trait> $trait for Vec<T> {
            fn add_to(self, list: &mut Vec<$item>) {
                for part in self {
                    part.add_to(list);
                }
            }
        }

        impl<T: $trait, const N: usize> $trait for [T; N] {
            fn add_to(self, list: &mut Vec<$item>) {
                for part in self {
                    part.add_to(list);
                }
            }
        }
    };
}

splice! {
    /// What can stand among a card's elements.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot stand among a card's elements",
        label = "this is no element",
        note = "an element, a `Card`, and an `Option`, `Vec` or array of elements can; text belongs in `<text>{{…}}</text>`",
        note = "what is borrowed is cloned first, `.clone()`, and an iterator collected, `.collect::<Vec<_>>()`"
    )]
    IntoElements, Element,
    from Element, TextElement, Text, Markdown, Div, Img, Hr, PicText, Action, Other
}

impl IntoElements for Card {
    fn add_to(self, list: &mut Vec<Element>) {
        list.extend(self.elements);
    }
}

splice! {
    /// What can be a column of a div.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be a column of a `div`",
        label = "this is no column",
        note = "a `Markdown`, and an `Option`, `Vec` or array of them can; text belongs in `<markdown>{{…}}</markdown>`",
        note = "what is borrowed is cloned first, `.clone()`, and an iterator collected, `.collect::<Vec<_>>()`"
    )]
    IntoFields, TextElement,
    from TextElement, Markdown, Text
}

splice! {
    /// What can stand in an `action`.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot stand in an `action`",
        label = "this is no button",
        note = "a `Button`, and an `Option`, `Vec` or array of them can; text belongs in `<button …>{{…}}</button>`",
        note = "what is borrowed is cloned first, `.clone()`, and an iterator collected, `.collect::<Vec<_>>()`"
    )]
    IntoActions, ActionItem,
    from ActionItem, Button, Other
}

/// Parts for a hole, until they are taken. They stand beside it: a hole that need not be dropped costs the user's code
/// less, to compile and to run.
pub struct Spliced<T>(Cell<Vec<T>>);

impl Spliced<Element> {
    /// The hole.
    pub fn hole(&self) -> Hole<'_> {
        Hole::Elements(&self.0)
    }
}

impl Spliced<TextElement> {
    /// The hole.
    pub fn hole(&self) -> Hole<'_> {
        Hole::Fields(&self.0)
    }
}

impl Spliced<ActionItem> {
    /// The hole.
    pub fn hole(&self) -> Hole<'_> {
        Hole::Actions(&self.0)
    }
}

/// Elements for a hole.
pub fn elements<T: IntoElements>(elements: T) -> Spliced<Element> {
    let mut list = Vec::new();
    elements.add_to(&mut list);
    Spliced(Cell::new(list))
}

/// Columns for a hole.
pub fn fields<T: IntoFields>(columns: T) -> Spliced<TextElement> {
    let mut list = Vec::new();
    columns.add_to(&mut list);
    Spliced(Cell::new(list))
}

/// Parts of an action for a hole.
pub fn actions<T: IntoActions>(buttons: T) -> Spliced<ActionItem> {
    let mut list = Vec::new();
    buttons.add_to(&mut list);
    Spliced(Cell::new(list))
}
