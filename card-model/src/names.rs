/// Defines an enum of the platform's names, with a variant for names that are not known.
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
            /// A name that the platform's documentation does not list; `validate` reports it.
            Other($crate::Str),
        }

        impl $name {
            /// The names that the platform documents.
            pub const NAMES: &'static [&'static str] = &[$($text),+];

            /// The name on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$variant => $text, )+
                    Self::Other(name) => name,
                }
            }
        }

        impl<T: Into<$crate::Str>> From<T> for $name {
            fn from(name: T) -> Self {
                let name = name.into();
                match name.as_ref() {
                    $( $text => Self::$variant, )+
                    _ => Self::Other(name),
                }
            }
        }
    };
}
pub(crate) use names;
