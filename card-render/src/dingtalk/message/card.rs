//! `actionCard`.

use card_model::Str;
use serde_json::Value;

use super::{Buttons, Orientation, buttons::switch};
use crate::wire::{self, Fields, Object, Part, Read, Write, deserialize, serialize_object};

/// The fields of a card with one button. Beside these, the platform ignores `btns`.
const SINGLE: &[&str] = &[
    "title",
    "text",
    "hideAvatar",
    "singleTitle",
    "btnOrientation",
    "singleURL",
];

/// The fields of a card with several buttons.
const SEVERAL: &[&str] = &["title", "text", "hideAvatar", "btnOrientation", "btns"];

/// Markdown with buttons.
///
/// ```
/// use message_card::dingtalk::{ActionButton, ActionCard, Buttons, Message, Orientation};
///
/// let buttons = Buttons::several([
///     ActionButton::new("日志", "https://ci.example.com/128/log"),
///     ActionButton::new("回滚", "https://ci.example.com/128/undo"),
/// ]);
/// let card = ActionCard::new("发布完成", "### 发布完成", buttons).btn_orientation(Orientation::Horizontal);
/// assert_eq!(
///     serde_json::to_string(&Message::new(card))?,
///     concat!(
///         r####"{"msgtype":"actionCard","actionCard":{"title":"发布完成","text":"### 发布完成","btnOrientation":"1","####,
///         r#""btns":[{"title":"日志","actionURL":"https://ci.example.com/128/log"},"#,
///         r#"{"title":"回滚","actionURL":"https://ci.example.com/128/undo"}]}}"#
///     )
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// The platform ignores `btns` beside `singleTitle`, which is why a card that has both cannot be read.
///
/// Source: `open.dingtalk.com/document/development/robot-message-type`, actionCard 类型.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
#[non_exhaustive]
pub struct ActionCard {
    /// What the list of sessions and the notification show. The card itself does not.
    pub title: Str,
    /// The source of the markdown. Only the whole body has a limit, of 20000 bytes.
    pub text: Str,
    /// The buttons.
    pub buttons: Buttons,
    /// How several buttons stand. Written as a string, read from an integer as well.
    pub btn_orientation: Option<Orientation>,
    /// Whether the name and the picture of the robot are hidden. Written as `"0"` or `"1"`, read from an integer as well.
    pub hide_avatar: Option<bool>,
}

impl ActionCard {
    /// A card with this title, this markdown and these buttons.
    pub fn new(title: impl Into<String>, text: impl Into<String>, buttons: Buttons) -> Self {
        Self {
            title: Str::Owned(title.into()),
            text: Str::Owned(text.into()),
            buttons,
            btn_orientation: None,
            hide_avatar: None,
        }
    }

    /// Sets how several buttons stand.
    pub fn btn_orientation(mut self, orientation: Orientation) -> Self {
        self.btn_orientation = Some(orientation);
        self
    }

    /// Hides the name and the picture of the robot.
    pub fn hide_avatar(mut self) -> Self {
        self.hide_avatar = Some(true);
        self
    }
}

impl Object for ActionCard {
    fn each(&self, field: &mut dyn FnMut(&'static str, Part<'_>)) {
        field("title", self.title.write());
        field("text", self.text.write());
        if let Some(is_hidden) = self.hide_avatar {
            field("hideAvatar", Part::Text(if is_hidden { "1" } else { "0" }));
        }
        if let Buttons::Single { title, .. } = &self.buttons {
            field("singleTitle", title.write());
        }
        if let Some(orientation) = &self.btn_orientation {
            field("btnOrientation", orientation.write());
        }
        match &self.buttons {
            Buttons::Single { url, .. } => field("singleURL", url.write()),
            Buttons::Several(buttons) => field("btns", buttons.write()),
        }
    }
}

serialize_object!(ActionCard);

impl Read for ActionCard {
    fn read(json: Value) -> wire::Result<Self> {
        let is_single = json.get("singleTitle").is_some() || json.get("singleURL").is_some();
        let mut fields = Fields::open(json, if is_single { SINGLE } else { SEVERAL })?;
        let title = fields.must("title");
        let text = fields.must("text");
        let buttons = if is_single {
            Buttons::Single {
                title: fields.must("singleTitle"),
                url: fields.must("singleURL"),
            }
        } else {
            Buttons::Several(fields.must("btns"))
        };
        let btn_orientation = fields.some("btnOrientation");
        fields.end()?;
        Ok(Self {
            title,
            text,
            buttons,
            btn_orientation,
            hide_avatar: fields.optional("hideAvatar", switch)?,
        })
    }
}

deserialize!(ActionCard);
