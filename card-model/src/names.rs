/// Defines an enum of the platform's names, with a variant for names that are not known.
#[doc(hidden)]
#[macro_export]
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

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        $crate::from_text! { $name, |name| match name.as_ref() {
            $( $text => Self::$variant, )+
            _ => Self::Other(name),
        } }
    };
}
pub(crate) use names;

/// Implements `From` for the forms that a text comes in.
#[doc(hidden)]
#[macro_export]
macro_rules! from_text {
    ($(#[$doc:meta])* $type:ty, |$text:ident| $value:expr) => {
        impl From<$crate::Str> for $type {
            $(#[$doc])*
            fn from($text: $crate::Str) -> Self {
                $value
            }
        }

        impl From<String> for $type {
            $(#[$doc])*
            fn from(text: String) -> Self {
                Self::from($crate::Str::Owned(text))
            }
        }

        impl From<&str> for $type {
            $(#[$doc])*
            fn from(text: &str) -> Self {
                Self::from($crate::Str::Owned(text.to_owned()))
            }
        }
    };
}
pub(crate) use from_text;
