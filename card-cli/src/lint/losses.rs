//! What rooms would not show of a card.

use message_card::{Card, DingTalk, PlainText, Report, Target, WeCom, Wps, WpsWebhook};

use crate::{arguments::Room, finding::Finding};

/// What each of the rooms would not show of a card, each by the kind of message that loses least.
pub(super) fn of(card: &Card, rooms: &[Room]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, room) in rooms.iter().enumerate() {
        if !rooms.iter().take(index).any(|before| before == room) {
            let report = report(card, *room);
            findings.extend(report.iter().map(|loss| Finding::loss(room.name(), loss)));
        }
    }
    findings
}

fn report(card: &Card, room: Room) -> Report {
    match room {
        Room::Wps => Wps::new().render(card).report,
        Room::WpsWebhook => WpsWebhook::new().render(card).report,
        Room::Wecom => WeCom::new().render(card).report,
        Room::Dingtalk => DingTalk::new().render(card).report,
        Room::Text => PlainText::new().render(card).report,
    }
}
