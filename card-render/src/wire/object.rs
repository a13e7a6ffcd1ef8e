//! What the wire's objects have in common, written once.

/// Gives a struct its object on the wire, with the fields in this order: `must` is always there, `some` unless it is `None`,
/// `full` unless it is empty. A tag with its word stands first.
macro_rules! object {
    ($type:ident $([$tag:literal = $word:literal])? { $( $rule:ident $name:literal $field:ident ),+ $(,)? }) => {
        impl serde_core::Serialize for $type {
            fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde_core::ser::SerializeMap as _;
                let mut fields = serializer.serialize_map(None)?;
                $( fields.serialize_entry($tag, $word)?; )?
                $( $crate::wire::object!(@write $rule fields $name self.$field); )+
                fields.end()
            }
        }

        impl $crate::wire::Read for $type {
            fn read(json: serde_json::Value) -> $crate::wire::Result<Self> {
                let mut fields = $crate::wire::Fields::open(json, &[$($tag,)? $($name),+])?;
                $( fields.required($tag, |found| $crate::wire::word(&found, &[$word]))?; )?
                Ok(Self { $( $field: $crate::wire::object!(@read $rule fields $name) ),+ })
            }
        }

        $crate::wire::deserialize!($type);
    };
    (@write must $fields:ident $name:literal $value:expr) => {
        $fields.serialize_entry($name, &$value)?
    };
    (@write some $fields:ident $name:literal $value:expr) => {
        if let Some(value) = &$value {
            $fields.serialize_entry($name, value)?;
        }
    };
    (@write full $fields:ident $name:literal $value:expr) => {
        if !$value.is_empty() {
            $fields.serialize_entry($name, &$value)?;
        }
    };
    (@read must $fields:ident $name:literal) => {
        $fields.required($name, $crate::wire::Read::read)?
    };
    (@read some $fields:ident $name:literal) => {
        $fields.optional($name, $crate::wire::Read::read)?
    };
    (@read full $fields:ident $name:literal) => {
        $fields.optional($name, $crate::wire::Read::read)?.unwrap_or_default()
    };
}
pub(crate) use object;

/// Declares what a message holds: one variant per `msgtype`, each under its own name. The fields in brackets may stand
/// beside it.
macro_rules! kinds {
    (
        $(#[$outer:meta])*
        $type:ident beside $beside:tt { $( $(#[$doc:meta])* $kind:ident = $word:literal, )+ }
    ) => {
        $(#[$outer])*
        pub enum $type {
            $( $(#[$doc])* $kind($kind), )+
        }

        $(
            impl From<$kind> for $type {
                fn from(body: $kind) -> Self {
                    Self::$kind(body)
                }
            }
        )+

        impl $type {
            /// The kind, as the wire calls it.
            pub const fn msgtype(&self) -> &'static str {
                match self {
                    $( Self::$kind(_) => $word, )+
                }
            }

            fn write<M: serde_core::ser::SerializeMap>(&self, fields: &mut M) -> Result<(), M::Error> {
                fields.serialize_entry("msgtype", self.msgtype())?;
                match self {
                    $( Self::$kind(body) => fields.serialize_entry($word, body), )+
                }
            }

            /// Reads the kind, and leaves what stands beside it.
            fn open(json: serde_json::Value) -> $crate::wire::Result<(Self, $crate::wire::Fields)> {
                match $crate::wire::kind(&json, "msgtype")? {
                    $(
                        $word => {
                            let known = $crate::wire::kinds!(@known $word $beside);
                            let mut fields = $crate::wire::Fields::open(json, known)?;
                            let body = fields.required($word, $crate::wire::Read::read)?;
                            Ok((Self::$kind(body), fields))
                        }
                    )+
                    other => Err($crate::wire::unknown(other, &[$($word),+]).within("msgtype")),
                }
            }
        }
    };
    (@known $word:literal [$($beside:literal),*]) => { &["msgtype", $word $(, $beside)*] };
}
pub(crate) use kinds;

/// Lets `serde` read what [`Read`](super::Read) reads.
macro_rules! deserialize {
    ($type:ty) => {
        impl<'de> serde_core::Deserialize<'de> for $type {
            fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let json = <serde_json::Value as serde_core::Deserialize>::deserialize(deserializer)?;
                $crate::wire::Read::read(json).map_err(serde_core::de::Error::custom)
            }
        }
    };
}
pub(crate) use deserialize;

/// Setters, by value, of texts that may be left out.
macro_rules! texts {
    ($( $(#[$doc:meta])* $field:ident, )+) => {$(
        $(#[$doc])*
        pub fn $field(mut self, $field: impl Into<String>) -> Self {
            self.$field = Some(card_model::Str::Owned($field.into()));
            self
        }
    )+};
}
pub(crate) use texts;
