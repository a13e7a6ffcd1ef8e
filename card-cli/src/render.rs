//! `message-card render`.

use std::{collections::HashMap, path::Path};

use message_card::{
    Card, Client, DingTalk, Fit, Loss, Person, PlainText, Rendered, Report, Target, WeCom, Wps,
    Wps365, WpsWebhook, dingtalk, wecom,
};
use serde::Serialize;
use serde_json::{Value, json};

use crate::{
    arguments::{FitKind, Render, ReportForm, Room},
    finding::Severity,
    input::Input,
    lint, load,
    output::{self, Failure, Outcome, Shown, plain_json, print},
};

/// Prints the messages and the report.
pub(crate) fn run(arguments: &Render) -> Result<Outcome, Failure> {
    let options = Options::new(arguments)?;
    let input = Input::one(arguments.file.as_ref())?;
    let loaded = load::card(&input.name, &input.bytes)?;
    if let Some(message) = loaded.message().filter(|_| options.to == Room::Wps365) {
        options.refuse_people()?;
        print(&pretty(message))?;
        return Ok(Outcome::Clean);
    }
    let (messages, report) = options.render(&loaded.card)?;
    print(&messages)?;
    let pointers = loaded.pointers(report.iter().map(|loss| loss.pointer.as_str()));
    let left = loaded
        .left
        .iter()
        .map(|(pointer, loss)| (pointer.clone(), loss));
    let losses: Vec<_> = left.chain(pointers.into_iter().zip(&report)).collect();
    output::report(&written(&losses, arguments.report));
    let worst = losses.iter().map(|(_, loss)| loss.severity.into()).max();
    Ok(lint::outcome(worst, arguments.deny))
}

/// The report; each loss with its pointer into the document.
fn written(losses: &[(String, &Loss)], form: ReportForm) -> String {
    match form {
        ReportForm::None => String::new(),
        ReportForm::Text => losses.iter().map(line).collect(),
        ReportForm::Json => pretty(&losses.iter().map(object).collect::<Vec<_>>()),
    }
}

fn line((pointer, loss): &(String, &Loss)) -> String {
    let is_whole = loss.pointer.is_empty() || pointer.is_empty();
    let place = if is_whole { "the card" } else { pointer };
    let (severity, code) = (Severity::from(loss.severity).name(), loss.kind.code());
    format!(
        "{severity} {code} {}: {}\n",
        Shown(place),
        Shown(&loss.detail)
    )
}

fn object((pointer, loss): &(String, &Loss)) -> Value {
    json!({
        "pointer": pointer,
        "element": loss.element,
        "severity": Severity::from(loss.severity).name(),
        "code": loss.kind.code(),
        "detail": loss.detail,
    })
}

/// What was asked for, for the targets that it means something to.
struct Options<'a> {
    to: Room,
    format: Option<&'a str>,
    locale: Option<&'a str>,
    client: Option<Client>,
    fit: Option<Fit>,
    people: Option<HashMap<String, Person>>,
    company: Option<&'a str>,
}

impl<'a> Options<'a> {
    fn new(arguments: &'a Render) -> Result<Self, Failure> {
        let fit = match (arguments.split, arguments.fit) {
            (Some(parts), _) => Some(Fit::Split {
                max_parts: parts.get(),
            }),
            (None, Some(FitKind::Truncate)) => Some(Fit::Truncate),
            (None, Some(FitKind::Reject)) => Some(Fit::Reject),
            (None, None) => None,
        };
        let options = Self {
            to: arguments.to,
            format: arguments.format.as_deref(),
            locale: arguments.locale.as_deref(),
            client: arguments.client.map(Client::from),
            fit,
            people: arguments.people.as_deref().map(people).transpose()?,
            company: arguments.company.as_deref(),
        };
        options.refuse_what_means_nothing()?;
        Ok(options)
    }

    fn refuse_what_means_nothing(&self) -> Result<(), Failure> {
        let is_card = matches!(self.to, Room::Wps | Room::Wps365);
        let has_formats = matches!(self.to, Room::WpsWebhook | Room::Wecom | Room::Dingtalk);
        let has_companies = self.to == Room::Wps365;
        let knows_people = has_companies || matches!(self.to, Room::Wecom | Room::Dingtalk);
        let given = [
            ("--format", self.format.is_some() && !has_formats),
            ("--locale", self.locale.is_some() && is_card),
            ("--client", self.client.is_some() && is_card),
            ("--fit and --split", self.fit.is_some() && is_card),
            ("--people", self.people.is_some() && !knows_people),
            ("--company", self.company.is_some() && !has_companies),
        ];
        match given.iter().find(|(_, is_superfluous)| *is_superfluous) {
            None => Ok(()),
            Some((option, _)) => Err(Failure::because(format!(
                "`--to {}` does not take {option}",
                self.to.name()
            ))),
        }
    }

    /// What is a message of WPS 365 already mentions whom it mentions.
    fn refuse_people(&self) -> Result<(), Failure> {
        if self.people.is_none() && self.company.is_none() {
            return Ok(());
        }
        Err(Failure::because(
            "the card is one of WPS 365 already, it is printed as it is and does not take --people and --company",
        ))
    }

    fn render(self, card: &Card) -> Result<(String, Report), Failure> {
        match self.to {
            Room::Wps => Ok(documents(&Wps::new().render(card))),
            Room::Wps365 => Ok(self.wps365(card)),
            Room::WpsWebhook => self.robot(card),
            Room::Wecom => self.wecom(card),
            Room::Dingtalk => self.dingtalk(card),
            Room::Text => Ok(self.text(card)),
        }
    }

    fn wps365(self, card: &Card) -> (String, Report) {
        let mut target = self
            .company
            .into_iter()
            .fold(Wps365::new(), Wps365::company);
        if let Some(people) = self.people {
            target = target.people(move |email| people.get(email).cloned());
        }
        documents(&target.render(card))
    }

    fn robot(self, card: &Card) -> Result<(String, Report), Failure> {
        let target = match self.format {
            None | Some("card") => WpsWebhook::new(),
            Some("markdown") => WpsWebhook::new().markdown(),
            Some("text") => WpsWebhook::new().text(),
            Some(other) => return Err(unknown(other, &["card", "markdown", "text"])),
        };
        let target = self.locale.into_iter().fold(target, WpsWebhook::locale);
        let target = self.client.into_iter().fold(target, WpsWebhook::client);
        let target = self.fit.into_iter().fold(target, WpsWebhook::fit);
        Ok(documents(&target.render(card)))
    }

    fn wecom(self, card: &Card) -> Result<(String, Report), Failure> {
        const KINDS: &[(&str, wecom::Format)] = &[
            ("markdown", wecom::Format::Markdown),
            ("markdown_v2", wecom::Format::MarkdownV2),
            ("template_card", wecom::Format::TemplateCard),
            ("text_notice", wecom::Format::TextNotice),
            ("news_notice", wecom::Format::NewsNotice),
            ("text", wecom::Format::Text),
        ];
        let format = self.kind(KINDS)?;
        let target = format.into_iter().fold(WeCom::new(), WeCom::format);
        let target = self.locale.into_iter().fold(target, WeCom::locale);
        let target = self.client.into_iter().fold(target, WeCom::client);
        let mut target = self.fit.into_iter().fold(target, WeCom::fit);
        if let Some(people) = self.people {
            target = target.people(move |email| people.get(email).cloned());
        }
        Ok(documents(&target.render(card)))
    }

    fn dingtalk(self, card: &Card) -> Result<(String, Report), Failure> {
        const KINDS: &[(&str, dingtalk::Format)] = &[
            ("markdown", dingtalk::Format::Markdown),
            ("actionCard", dingtalk::Format::ActionCard),
            ("text", dingtalk::Format::Text),
        ];
        let format = self.kind(KINDS)?;
        let target = format.into_iter().fold(DingTalk::new(), DingTalk::format);
        let target = self.locale.into_iter().fold(target, DingTalk::locale);
        let target = self.client.into_iter().fold(target, DingTalk::client);
        let mut target = self.fit.into_iter().fold(target, DingTalk::fit);
        if let Some(people) = self.people {
            target = target.people(move |email| people.get(email).cloned());
        }
        Ok(documents(&target.render(card)))
    }

    fn text(self, card: &Card) -> (String, Report) {
        let target = self
            .locale
            .into_iter()
            .fold(PlainText::new(), PlainText::locale);
        let target = self.client.into_iter().fold(target, PlainText::client);
        let target = self.fit.into_iter().fold(target, PlainText::fit);
        let rendered = target.render(card);
        (rendered.messages.join("\n\n") + "\n", rendered.report)
    }

    fn kind<F: Copy>(&self, kinds: &[(&'static str, F)]) -> Result<Option<F>, Failure> {
        let Some(wanted) = self.format else {
            return Ok(None);
        };
        let known = kinds.iter().find(|(name, _)| *name == wanted);
        let names: Vec<_> = kinds.iter().map(|(name, _)| *name).collect();
        known
            .map(|(_, format)| Some(*format))
            .ok_or_else(|| unknown(wanted, &names))
    }
}

fn unknown(format: &str, known: &[&str]) -> Failure {
    Failure::because(format!(
        "there is no kind of message `{format}` there, use one of `{}`",
        known.join("`, `")
    ))
}

fn documents<M: Serialize>(rendered: &Rendered<M>) -> (String, Report) {
    let messages = rendered.messages.iter().map(pretty);
    (messages.collect(), rendered.report.clone())
}

fn pretty(value: &(impl Serialize + ?Sized)) -> String {
    // Messages and reports have texts for keys, and are always writable.
    let json = serde_json::to_string_pretty(value).unwrap_or_default();
    plain_json(&json) + "\n"
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Reads who an e-mail address is.
fn people(path: &Path) -> Result<HashMap<String, Person>, Failure> {
    let input = Input::read(path)?;
    let json = input.bytes.strip_prefix(BYTE_ORDER_MARK);
    let json = json.unwrap_or(&input.bytes);
    let entries: HashMap<String, Value> = serde_json::from_slice(json)
        .map_err(|error| Failure::because(format!("cannot read `{}`: {error}", input.name)))?;
    let people = entries.into_iter().map(|(email, who)| {
        let mobile = who.get("mobile").and_then(Value::as_str);
        let person = mobile
            .map(Person::mobile)
            .or_else(|| who.as_str().map(Person::user_id));
        let person = person.ok_or_else(|| {
            Failure::because(format!(
                "cannot read `{}`: `{email}` is neither an id nor `{{\"mobile\": \"…\"}}`",
                input.name
            ))
        });
        Ok((email, person?))
    });
    people.collect()
}
