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

        impl serde_core::Serialize for $name {
            fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl $crate::wire::Read for $name {
            fn read(json: serde_json::Value) -> $crate::wire::Result<Self> {
                $crate::wire::text(json).map(|name| Self::from(name.as_ref()))
            }
        }
    };
}
pub(super) use names;
