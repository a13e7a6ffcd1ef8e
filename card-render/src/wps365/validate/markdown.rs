//! The rules of texts with markup.

use card_model::{
    Rule, Str, Violations,
    markdown::{Fault, FaultKind, Person, Piece, read},
    words::Seen,
};

use super::super::{Body, Card, Element, Href, Message, Text, TextType};
use crate::wire::Check;

impl Card {
    /// Looks in the markdown for what its author left open, such as a `**` without its partner, for links that lead nowhere,
    /// and for those of `href` that it does not name.
    ///
    /// ```
    /// use message_card::wps365::{Body, Card, I18nItem, Language, Text};
    ///
    /// let text = Text::markdown("**环境 production");
    /// let card = Card::new([I18nItem::new(Language::ZhCn, Body::new([text]))]);
    /// assert!(card.validate().is_ok());
    /// let found = card.validate_markdown().unwrap_err().to_string();
    /// assert!(found.starts_with("/i18n_items/0/value/elements/0/text/text/content: `**` has no partner"));
    /// ```
    ///
    /// It is for cards that a person wrote: where a value stands in the markdown, as in what [`Wps365`](crate::Wps365) makes,
    /// an empty one between two `**` looks like such a mistake. Which tags markdown has in this dialect no page that could be
    /// read says: none is refused.
    ///
    /// # Errors
    ///
    /// Everything that was found; the pointers lead into the card's JSON.
    pub fn validate_markdown(&self) -> Result<(), Violations> {
        let mut check = Check::default();
        card(&mut check, self, None);
        check.finish()
    }
}

impl Message {
    /// As [`Card::validate_markdown`], and looks for mentions of somebody whom [`Message::mentions`] does not have.
    ///
    /// ```
    /// use message_card::wps365::{Body, Card, I18nItem, Language, Message, Text};
    ///
    /// let text = Text::markdown("负责人 <at id=\"2\">林亮</at>");
    /// let card = Card::new([I18nItem::new(Language::ZhCn, Body::new([text]))]);
    /// assert_eq!(
    ///     Message::new(card).validate_markdown().unwrap_err().to_string(),
    ///     "/content/card/i18n_items/0/value/elements/0/text/text/content: \
    ///      nobody in `mentions` has the id `2`, add who that is"
    /// );
    /// ```
    ///
    /// # Errors
    ///
    /// Everything that was found; the pointers lead into the message's JSON.
    ///
    /// Source: `open.wps.cn/documents/app-integration-dev/wps365/server/im/message/single-create-msg.html` (field `mentions`).
    pub fn validate_markdown(&self) -> Result<(), Violations> {
        let mut ids = Seen::default();
        for mention in &self.mentions {
            ids.insert(&mention.id);
        }
        let mut check = Check::default();
        check.within("content", |check| {
            check.within("card", |check| card(check, &self.card, Some(&ids)));
        });
        check.finish()
    }
}

/// Who is mentioned in the message that a card stands in; `None` where that is not known.
type Ids<'a> = Option<&'a Seen>;

fn card(check: &mut Check, card: &Card, ids: Ids<'_>) {
    check.each("i18n_items", &card.i18n_items, |check, item| {
        check.part("value", item.value.as_ref(), |check, it| {
            body(check, it, ids);
        });
    });
}

fn body(check: &mut Check, body: &Body, ids: Ids<'_>) {
    let text = |check: &mut Check, it: &Text| text(check, it, ids);
    check.part("header", body.header.as_ref(), |check, header| {
        check.part("title", Some(&header.title), text);
        check.part("subtitle", header.subtitle.as_ref(), text);
    });
    check.each("elements", &body.elements, |check, element| match element {
        Element::Text(element) => check.part("text", Some(element), text),
        Element::Div(element) => check.part("div", Some(element), |check, div| {
            check.each("fields", &div.fields, text);
        }),
        _ => {}
    });
}

fn text(check: &mut Check, text: &Text, ids: Ids<'_>) {
    if text.text.r#type != TextType::Markdown {
        return;
    }
    let reading = read(&[Piece::Source(&text.text.content)]);
    let mut used = Seen::default();
    let mut known = Seen::default();
    for link in &text.href {
        known.insert(&link.key);
    }
    check.within("text", |check| {
        check.within("content", |check| {
            for fault in reading.faults {
                if is_certain(&fault) {
                    check.report(Rule::Markdown(fault));
                }
            }
            for (name, _) in &reading.variables {
                if used.insert(name) && !known.contains(name) {
                    check.report(Rule::UndefinedVariable(Str::Owned(name.clone())));
                }
            }
            for mention in reading.mentions {
                if let Person::Id(id) = mention.person
                    && ids.is_some_and(|ids| !ids.contains(&id))
                {
                    check.report(Rule::UndefinedMention(Str::Owned(id)));
                }
            }
        });
    });
    check.each("href", &text.href, |check, link| unused(check, link, &used));
}

/// Whether it is a mistake whatever tags there are: what an `at` takes here is an `id`.
const fn is_certain(fault: &Fault) -> bool {
    !matches!(
        fault.kind,
        FaultKind::UnknownTag(_)
            | FaultKind::BrokenTag
            | FaultKind::NoEmail
            | FaultKind::Email(_)
            | FaultKind::Attribute { .. }
    )
}

/// A link that the text does not name. One without a name is reported as that.
fn unused(check: &mut Check, link: &Href, used: &Seen) {
    if !link.key.is_empty() && !used.contains(&link.key) {
        check.report_at("key", Rule::UnusedVariable(link.key.clone()));
    }
}
