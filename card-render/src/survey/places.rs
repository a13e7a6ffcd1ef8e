//! The parts of a card that have a place of their own in a message: not all that could stand there has room.

use card_model::{
    ActionItem,
    spec::{Feature, Format, Shown, dingtalk, wecom},
};

use crate::{
    body::{Body, Kind, button_link},
    context::Context,
};

/// Where those parts stand in the card's JSON.
#[derive(Debug, Default)]
pub(super) struct Places(Vec<String>);

impl Places {
    pub(super) fn new(body: &Body<'_>, cx: &Context<'_>, format: Format) -> Self {
        match format {
            Format::WeComTemplateCard => {
                let picture = body.public_picture().filter(|_| cx.card_image);
                let elements = body.choice.elements_pointer();
                let picture = picture.map(|(index, _)| format!("{elements}/{index}"));
                let mut places = buttons(body, cx, wecom::JUMPS.max);
                places.extend(picture);
                Self(places)
            }
            Format::DingTalkActionCard => Self(buttons(body, cx, dingtalk::BUTTONS.max)),
            _ => Self::default(),
        }
    }

    /// How `format` shows what stands at `pointer`.
    pub(super) fn shown(&self, pointer: &str, feature: Feature, format: Format) -> Shown {
        let has_place = || self.0.iter().any(|place| place == pointer);
        match feature {
            Feature::Img | Feature::Button if !has_place() => feature.shown(elsewhere(format)),
            _ => feature.shown(format),
        }
    }
}

/// The format that shows pictures, buttons and columns as this one shows those without a place.
pub(crate) const fn elsewhere(format: Format) -> Format {
    match format {
        Format::WeComTemplateCard => Format::WeComText,
        Format::DingTalkActionCard => Format::DingTalkMarkdown,
        format => format,
    }
}

/// The buttons of the rows that end the card, of those that open a link: the row, and which of its buttons.
pub(crate) fn own_buttons(body: &Body<'_>, cx: &Context<'_>) -> Vec<(usize, usize)> {
    let mut buttons = Vec::new();
    for row in body.last_actions() {
        let Some(Kind::Action(actions)) = body.items.get(row).map(|item| &item.kind) else {
            continue;
        };
        for (index, action) in actions.iter().enumerate() {
            if let ActionItem::Button(button) = action
                && button_link(button).is_some_and(|link| cx.allowed_url(&link).is_some())
            {
                buttons.push((row, index));
            }
        }
    }
    buttons
}

/// Where the first of these buttons stand.
fn buttons(body: &Body<'_>, cx: &Context<'_>, most: usize) -> Vec<String> {
    let elements = body.choice.elements_pointer();
    let own = own_buttons(body, cx);
    let place = |(row, index)| format!("{elements}/{row}/actions/{index}");
    own.into_iter().take(most).map(place).collect()
}
