//! What rooms would not show of a card.

use message_card::{Card, DingTalk, PlainText, Report, Target, WeCom, Wps, Wps365, WpsWebhook};

use super::check::long_languages;
use crate::{arguments::Room, finding::Finding, newer::Newer};

/// What each of the rooms would not show of a card, each by the kind of message that loses least.
pub(super) fn of(card: &Card, rooms: &[Room]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for room in each(rooms) {
        let report = report(card, room);
        findings.extend(report.iter().map(|loss| Finding::loss(room.name(), loss)));
    }
    findings
}

/// As [`of`], for a card of the newer dialect, which rooms but its own get by way of the older one: what that does not hold
/// is lost to each of them.
pub(super) fn of_newer(newer: &Newer, rooms: &[Room]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let rooms: Vec<_> = each(rooms).filter(|room| *room != Room::Wps365).collect();
    if rooms.is_empty() {
        return findings;
    }
    let (mut card, left) = newer.to_card();
    long_languages(&mut card, "/i18n_items", &mut findings);
    for room in &rooms {
        findings.extend(left.iter().map(|loss| Finding::loss(room.name(), loss)));
    }
    let mut places = newer.places();
    findings.extend(of(&card, &rooms).into_iter().map(|mut finding| {
        finding.pointer = places.newer(&finding.pointer);
        finding
    }));
    findings
}

/// The rooms, each once.
fn each(rooms: &[Room]) -> impl Iterator<Item = Room> {
    let is_first = |index, room| !rooms.iter().take(index).any(|before| *before == room);
    let numbered = rooms.iter().copied().enumerate();
    let firsts = numbered.filter(move |(index, room)| is_first(*index, *room));
    firsts.map(|(_, room)| room)
}

fn report(card: &Card, room: Room) -> Report {
    match room {
        Room::Wps => Wps::new().render(card).report,
        Room::Wps365 => Wps365::new().render(card).report,
        Room::WpsWebhook => WpsWebhook::new().render(card).report,
        Room::Wecom => WeCom::new().render(card).report,
        Room::Dingtalk => DingTalk::new().render(card).report,
        Room::Text => PlainText::new().render(card).report,
    }
}
