//! What the wire's objects have in common, written once.

/// Gives a struct its object on the wire, with the fields in this order: `must` is always there, as is `name`, which is one of the
/// platform's names, `some` unless it is `None`, `full` unless it is empty. A tag with its word stands first.
macro_rules! object {
    ($type:ident $([$tag:literal = $word:literal])? { $( $rule:ident $name:literal $field:ident ),+ $(,)? }) => {
        impl $crate::wire::Object for $type {
            fn each(&self, field: &mut dyn FnMut(&'static str, $crate::wire::Part<'_>)) {
                $( field($tag, $crate::wire::Part::Text($word)); )?
                $( $crate::wire::object!(@write $rule field $name self.$field); )+
            }
        }

        $crate::wire::serialize_object!($type);

        impl $crate::wire::Read for $type {
            fn read(json: serde_json::Value) -> $crate::wire::Result<Self> {
                let mut fields = $crate::wire::Fields::open(json, &[$($tag,)? $($name),+])?;
                $( fields.required($tag, |found| $crate::wire::word(&found, &[$word]))?; )?
                let read = Self { $( $field: $crate::wire::object!(@read $rule fields $name) ),+ };
                fields.end()?;
                Ok(read)
            }
        }

        $crate::wire::deserialize!($type);
    };
    (@write must $out:ident $name:literal $value:expr) => {
        $out($name, $crate::wire::Write::write(&$value))
    };
    (@write name $out:ident $name:literal $value:expr) => {
        $crate::wire::object!(@write must $out $name $value)
    };
    (@write some $out:ident $name:literal $value:expr) => {
        if let Some(value) = &$value {
            $out($name, $crate::wire::Write::write(value));
        }
    };
    (@write full $out:ident $name:literal $value:expr) => {
        if !$value.is_empty() {
            $out($name, $crate::wire::Write::write(&$value));
        }
    };
    (@read must $fields:ident $name:literal) => {
        $fields.must($name)
    };
    (@read name $fields:ident $name:literal) => {
        From::from($fields.must::<card_model::Str>($name).as_ref())
    };
    (@read some $fields:ident $name:literal) => {
        $fields.some($name)
    };
    (@read full $fields:ident $name:literal) => {
        $fields.some($name).unwrap_or_default()
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

            /// Reads the kind, and leaves what stands beside it.
            fn open(json: serde_json::Value) -> $crate::wire::Result<(Self, $crate::wire::Fields)> {
                type Body = fn(serde_json::Value) -> $crate::wire::Result<$type>;
                let (kind, known, body): (_, &[_], Body) = match $crate::wire::kind(&json, "msgtype")? {
                    $(
                        $word => (
                            $word,
                            $crate::wire::kinds!(@known $word $beside),
                            |json| $crate::wire::Read::read(json).map(Self::$kind),
                        ),
                    )+
                    other => {
                        return Err($crate::wire::unknown(other, &[$($word),+]).within("msgtype"));
                    }
                };
                let mut fields = $crate::wire::Fields::open(json, known)?;
                Ok((fields.required(kind, body)?, fields))
            }
        }

        impl $crate::wire::Object for $type {
            fn each(&self, field: &mut dyn FnMut(&'static str, $crate::wire::Part<'_>)) {
                let kind = self.msgtype();
                field("msgtype", $crate::wire::Part::Text(kind));
                field(kind, match self {
                    $( Self::$kind(body) => $crate::wire::Write::write(body), )+
                });
            }
        }
    };
    (@known $word:literal [$($beside:literal),*]) => { &["msgtype", $word $(, $beside)*] };
}
pub(crate) use kinds;

/// Lets `serde` write an [`Object`](super::Object).
macro_rules! serialize_object {
    ($type:ty) => {
        impl $crate::wire::Write for $type {
            fn write(&self) -> $crate::wire::Part<'_> {
                $crate::wire::Part::Object(self)
            }
        }

        $crate::wire::serialize!($type);
    };
}
pub(crate) use serialize_object;

/// Lets `serde` write what [`Write`](super::Write) writes.
macro_rules! serialize {
    ($type:ty) => {
        impl serde_core::Serialize for $type {
            fn serialize<S: serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                let part = $crate::wire::Write::write(self);
                serde_core::Serialize::serialize(&part, serializer)
            }
        }
    };
}
pub(crate) use serialize;

/// Lets `serde` read what [`Read`](super::Read) reads.
macro_rules! deserialize {
    ($type:ty) => {
        impl<'de> serde_core::Deserialize<'de> for $type {
            fn deserialize<D: serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                let json =
                    <serde_json::Value as serde_core::Deserialize>::deserialize(deserializer)?;
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
