//! Pictures and files.

use card_model::Str;

use crate::wire::object;

/// A picture: JPG or PNG, at most 2 MiB before it is encoded.
///
/// ```
/// use message_card::wecom::{Image, Message};
///
/// let message = Message::from(Image::new("iVBORw0KGgo=", "4d2f5e0a8f6c4b1e9d3a7c5b2e1f0a9d"));
/// assert_eq!(
///     serde_json::to_string(&message)?,
///     r#"{"msgtype":"image","image":{"base64":"iVBORw0KGgo=","md5":"4d2f5e0a8f6c4b1e9d3a7c5b2e1f0a9d"}}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Whether `base64` decodes, and whether `md5` belongs to it, is not looked at.
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 图片类型.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Image {
    /// The picture's bytes in base64, without line breaks and without a `data:` prefix.
    pub base64: Str,
    /// The MD5 of the picture's bytes, in hexadecimal digits.
    pub md5: Str,
}

impl Image {
    /// The picture with these bytes, encoded, and their MD5.
    pub fn new(base64: impl Into<String>, md5: impl Into<String>) -> Self {
        Self {
            base64: Str::Owned(base64.into()),
            md5: Str::Owned(md5.into()),
        }
    }
}

object!(Image { must "base64" base64, must "md5" md5 });

/// A file that the robot uploaded before: more than 5 bytes, at most 20 MB.
///
/// ```
/// use message_card::wecom::{File, Message};
///
/// let message = Message::from(File::new("3a8asd892asd8asd"));
/// assert_eq!(
///     serde_json::to_string(&message)?,
///     r#"{"msgtype":"file","file":{"media_id":"3a8asd892asd8asd"}}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 文件类型.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct File {
    /// What the upload call (`type=file`) returned: good for three days, and for the robot that uploaded.
    pub media_id: Str,
}

impl File {
    /// The file with this id.
    pub fn new(media_id: impl Into<String>) -> Self {
        Self {
            media_id: Str::Owned(media_id.into()),
        }
    }
}

object!(File { must "media_id" media_id });

/// A recording that the robot uploaded before: AMR, at most 2 MB and 60 seconds.
///
/// ```
/// use message_card::wecom::{Message, Voice};
///
/// let message = Message::from(Voice::new("MEDIA_ID"));
/// assert_eq!(
///     serde_json::to_string(&message)?,
///     r#"{"msgtype":"voice","voice":{"media_id":"MEDIA_ID"}}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 语音类型.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Voice {
    /// What the upload call (`type=voice`) returned.
    pub media_id: Str,
}

impl Voice {
    /// The recording with this id.
    pub fn new(media_id: impl Into<String>) -> Self {
        Self {
            media_id: Str::Owned(media_id.into()),
        }
    }
}

object!(Voice { must "media_id" media_id });
