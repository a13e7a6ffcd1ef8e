//! The platform's names.

/// Defines an enum of names, with a variant for those that the platform's pages do not list.
macro_rules! names {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[$doc:meta])* $variant:ident = $text:literal, )+ }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$doc])* $variant, )+
            /// A name that the platform's pages do not list; `validate` reports it.
            Other(card_model::Str),
        }

        impl $name {
            /// The names that the platform's pages list.
            pub const NAMES: &'static [&'static str] = &[$($text),+];

            /// The name on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$variant => $text, )+
                    Self::Other(name) => name,
                }
            }
        }

        impl From<&str> for $name {
            fn from(name: &str) -> Self {
                match name {
                    $( $text => Self::$variant, )+
                    other => Self::Other(card_model::Str::Owned(other.to_owned())),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
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
