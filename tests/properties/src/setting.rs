//! Every target with every format and option, and what a card becomes there.

use message_card::{
    Card, Client, DingTalk, Fit, LossKind, Person, PlainText, Rendered, Report, Severity, Target,
    WeCom, Wps, Wps365, WpsWebhook, dingtalk, wecom,
};
use proptest::{option, prelude::*, sample};
use serde_json::Value;

/// A target with a format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// WeCom, with this format or the one that it chooses.
    WeCom(Option<wecom::Format>),
    /// DingTalk, likewise.
    DingTalk(Option<dingtalk::Format>),
    /// A message of WPS.
    Card,
    /// A card of WPS 365.
    Wps365,
    /// A card of the WPS robot.
    RobotCard,
    /// A `markdown` of the WPS robot.
    RobotMarkdown,
    /// A `text` of the WPS robot.
    RobotText,
    /// Text without any markup.
    Plain,
}

/// Every target with every format.
pub const FORMS: &[Form] = &[
    Form::WeCom(None),
    Form::WeCom(Some(wecom::Format::Markdown)),
    Form::WeCom(Some(wecom::Format::MarkdownV2)),
    Form::WeCom(Some(wecom::Format::TemplateCard)),
    Form::WeCom(Some(wecom::Format::TextNotice)),
    Form::WeCom(Some(wecom::Format::NewsNotice)),
    Form::WeCom(Some(wecom::Format::Text)),
    Form::DingTalk(None),
    Form::DingTalk(Some(dingtalk::Format::Markdown)),
    Form::DingTalk(Some(dingtalk::Format::ActionCard)),
    Form::DingTalk(Some(dingtalk::Format::Text)),
    Form::Card,
    Form::Wps365,
    Form::RobotCard,
    Form::RobotMarkdown,
    Form::RobotText,
    Form::Plain,
];

/// The forms whose text is markdown at times.
pub const MARKDOWN: &[Form] = &[
    Form::WeCom(None),
    Form::WeCom(Some(wecom::Format::Markdown)),
    Form::WeCom(Some(wecom::Format::MarkdownV2)),
    Form::DingTalk(None),
    Form::DingTalk(Some(dingtalk::Format::Markdown)),
    Form::DingTalk(Some(dingtalk::Format::ActionCard)),
    Form::RobotMarkdown,
];

/// What a card is rendered with.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The target and its format.
    pub form: Form,
    /// Whether the target knows two of the people.
    pub knows_people: bool,
    /// The language.
    pub locale: Option<&'static str>,
    /// The client.
    pub client: Option<Client>,
    /// What is done with a card that is too long.
    pub fit: Fit,
}

impl Setting {
    /// The target as it is without options.
    pub const fn new(form: Form) -> Self {
        Self {
            form,
            knows_people: false,
            locale: None,
            client: None,
            fit: Fit::Truncate,
        }
    }
}

/// One of `forms`, with any options.
pub fn setting(forms: &'static [Form]) -> impl Strategy<Value = Setting> {
    let locale = option::weighted(0.3, sample::select(&["en-US", "zh-CN", "fr-FR"][..]));
    let client = option::weighted(
        0.3,
        sample::select(&[Client::Pc, Client::Android, Client::Ios][..]),
    );
    let fits = [Fit::Truncate, Fit::Split { max_parts: 3 }];
    (
        sample::select(forms),
        any::<bool>(),
        locale,
        client,
        sample::select(fits.to_vec()),
    )
        .prop_map(|(form, knows_people, locale, client, fit)| Setting {
            form,
            knows_people,
            locale,
            client,
            fit,
        })
}

/// What a text is to who shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// WeCom's `markdown`.
    WeCom,
    /// WeCom's `markdown_v2`.
    WeComV2,
    /// DingTalk's `markdown` and `actionCard`.
    DingTalk,
    /// The WPS robot's `markdown`.
    Robot,
    /// Text in which WeCom mentions people.
    WeComText,
    /// Text in which the WPS robot mentions people.
    RobotText,
    /// Text without any markup.
    Plain,
    /// The parts of a card, not looked at as one text.
    Card,
}

impl Kind {
    /// Whether the text is markdown.
    pub const fn is_markdown(self) -> bool {
        matches!(
            self,
            Self::WeCom | Self::WeComV2 | Self::DingTalk | Self::Robot
        )
    }
}

/// What a card became.
#[derive(Debug, Clone)]
pub struct Sent {
    /// The messages as JSON.
    pub messages: Vec<Value>,
    /// What the target lost.
    pub report: Report,
    /// The card in a line.
    pub summary: String,
    /// What the platform would refuse.
    pub faults: Vec<String>,
    /// What `deny` says of each severity.
    pub denied: [Option<usize>; 3],
}

impl Sent {
    /// The text of each message, and what it is.
    pub fn texts(&self) -> Vec<(Kind, &str)> {
        self.messages.iter().map(text).collect()
    }

    /// Whether a message was too long, so that what it shows depends on how long its words are.
    pub fn is_cut(&self) -> bool {
        self.report.iter().any(|loss| match loss.kind {
            LossKind::Clamped { .. } | LossKind::Split { .. } => true,
            // Where whole parts alone are left out, none is cut.
            LossKind::Dropped => loss.detail.starts_with("it is left out: the message has "),
            _ => false,
        })
    }

    /// The texts with markup of cards of WPS 365.
    pub fn markdowns(&self) -> Vec<&str> {
        let mut found = Vec::new();
        let cards = self.messages.iter();
        cards.for_each(|card| markdowns(card, &mut found));
        found
    }

    /// Every string, number and flag of the messages.
    pub fn scalars(&self) -> Vec<String> {
        let mut found = Vec::new();
        self.messages
            .iter()
            .for_each(|message| scalars(message, &mut found));
        found
    }
}

fn text(message: &Value) -> (Kind, &str) {
    let at = |pointer: &str| message.pointer(pointer).and_then(Value::as_str);
    let kinds = [
        (Kind::WeCom, "/markdown/content"),
        (Kind::WeComV2, "/markdown_v2/content"),
        (Kind::DingTalk, "/actionCard/text"),
    ];
    if let Some(found) = kinds
        .into_iter()
        .find_map(|(kind, pointer)| at(pointer).map(|text| (kind, text)))
    {
        return found;
    }
    if let Some(text) = at("/markdown/text") {
        let is_dingtalk = message.pointer("/markdown/title").is_some();
        return (
            if is_dingtalk {
                Kind::DingTalk
            } else {
                Kind::Robot
            },
            text,
        );
    }
    match (message, at("/text/content")) {
        (Value::String(text), _) => (Kind::Plain, text),
        // Told apart by who renders: the two have the same shape.
        (_, Some(text)) => (Kind::WeComText, text),
        _ => (Kind::Card, ""),
    }
}

fn markdowns<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    let is_marked = value.get("type").is_some_and(|kind| kind == "markdown");
    let content = value.get("content").and_then(Value::as_str);
    found.extend(content.filter(|_| is_marked));
    match value {
        Value::Array(items) => items.iter().for_each(|item| markdowns(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| markdowns(field, found)),
        _ => {}
    }
}

fn scalars(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| scalars(item, found)),
        Value::Object(fields) => {
            for (name, field) in fields {
                found.push(name.clone());
                scalars(field, found);
            }
        }
        other => found.push(other.to_string()),
    }
}

/// The company of those people in WPS 365.
const COMPANY: &str = "company-1";

/// Who the people are on every platform that is asked.
fn person(email: &str) -> Option<Person> {
    match email {
        "lin@example.com" => Some(Person::user_id("linliang")),
        "wang@example.com" => Some(Person::mobile("13800001111")),
        "all" => Some(Person::user_id("all")),
        _ => None,
    }
}

/// Renders `card`.
pub fn send(card: &Card, setting: Setting) -> Sent {
    macro_rules! options {
        ($target:expr) => {{
            let mut target = $target.fit(setting.fit);
            if let Some(locale) = setting.locale {
                target = target.locale(locale);
            }
            if let Some(client) = setting.client {
                target = target.client(client);
            }
            target
        }};
    }
    let knows = setting.knows_people;
    let people = move |email: &str| person(email).filter(|_| knows);
    match setting.form {
        Form::WeCom(format) => {
            let target = options!(WeCom::new()).people(people);
            let target = match format {
                Some(format) => target.format(format),
                None => target,
            };
            sent(target.render(card), |message| {
                message.validate().err().map(|error| error.to_string())
            })
        }
        Form::DingTalk(format) => {
            let target = options!(DingTalk::new()).people(people);
            let target = match format {
                Some(format) => target.format(format),
                None => target,
            };
            sent(target.render(card), |message| {
                message.validate().err().map(|error| error.to_string())
            })
        }
        Form::Card => sent(Wps::new().render(card), |_| None),
        Form::Wps365 => {
            let target = Wps365::new().company(COMPANY).people(people);
            sent(target.render(card), |_| None)
        }
        Form::RobotCard => sent(options!(WpsWebhook::new()).render(card), |_| None),
        Form::RobotMarkdown => sent(
            options!(WpsWebhook::new().markdown()).render(card),
            |message| message.validate().err().map(|error| error.to_string()),
        ),
        Form::RobotText => sent(options!(WpsWebhook::new().text()).render(card), |message| {
            message.validate().err().map(|error| error.to_string())
        }),
        Form::Plain => sent(options!(PlainText::new()).render(card), |_| None),
    }
}

fn sent<M: serde::Serialize + Clone>(
    rendered: Rendered<M>,
    fault: impl Fn(&M) -> Option<String>,
) -> Sent {
    let severities = [Severity::Info, Severity::Degraded, Severity::Lost];
    let denied = severities.map(|severity| {
        let denied = rendered.clone().deny(severity);
        denied.err().map(|error| error.losses().len())
    });
    Sent {
        messages: rendered
            .messages
            .iter()
            .map(|message| serde_json::to_value(message).expect("a message is JSON"))
            .collect(),
        faults: rendered.messages.iter().filter_map(fault).collect(),
        report: rendered.report,
        summary: rendered.summary,
        denied,
    }
}
