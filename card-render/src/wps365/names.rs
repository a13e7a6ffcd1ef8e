//! The platform's names.

/// Defines an enum of names, with a variant for those that the platform's pages do not list, and how it is on the wire.
macro_rules! names {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[$doc:meta])* $variant:ident = $text:literal, )+ }
    ) => {
        card_model::names! {
            $(#[$meta])*
            pub enum $name { $( $(#[$doc])* $variant = $text, )+ }
        }

        impl $crate::wire::Write for $name {
            fn write(&self) -> $crate::wire::Part<'_> {
                $crate::wire::Part::Text(self.as_str())
            }
        }

        $crate::wire::serialize!($name);

        impl $crate::wire::Read for $name {
            fn read(json: serde_json::Value) -> $crate::wire::Result<Self> {
                $crate::wire::text(json).map(|name| Self::from(name.as_ref()))
            }
        }
    };
}
pub(super) use names;
