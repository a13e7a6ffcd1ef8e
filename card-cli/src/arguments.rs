//! What the command takes.

use std::{num::NonZeroUsize, path::PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use message_card::Client;

use crate::finding::Severity;

/// Checks, renders, previews and imports message cards.
///
/// A file is a card's JSON, one element, or a message that has a card: the body
/// of the WPS call that sends it, its `content`, or a robot's webhook message.
/// A card may be of WPS 365, the newer dialect, also in the body of a call there.
/// `-`, or no file, is standard input.
#[derive(Debug, Parser)]
#[command(name = "message-card", version, verbatim_doc_comment)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Lint(Lint),
    Render(Render),
    Preview(Preview),
    Import(Import),
    /// Lists the codes of `lint`, one a line.
    Codes,
}

/// Holds cards and messages to the rules, and says where in the file each one is broken.
///
/// A finding is a line, `file:line:column severity code message`; lines, and
/// columns in characters, count from 1.
///
/// Exit status: 0 if nothing was found that is as severe as `--deny` says, 1 if
/// something was, 2 if a file could not be read or the command was used wrongly.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Lint {
    /// The files; `-` is standard input.
    pub(crate) files: Vec<PathBuf>,
    /// How the findings are written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Also finds what these rooms would not show of a card.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "ROOM,…")]
    pub(crate) targets: Vec<Room>,
    /// The least severity that makes the exit status 1.
    #[arg(long, value_enum, default_value_t = Severity::Error, value_name = "SEVERITY")]
    pub(crate) deny: Severity,
}

/// Prints what a card becomes: messages as JSON, on standard error what is lost.
///
/// Each message is what the platform's call or webhook takes, printed one after
/// the other; the text of `--to text` is printed as it is.
///
/// Exit status: 0, or 1 if something is lost that is as severe as `--deny` says,
/// 2 if the card could not be read or the command was used wrongly.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Render {
    /// The file; `-` is standard input.
    pub(crate) file: Option<PathBuf>,
    /// Where the card goes.
    #[arg(long, value_enum, value_name = "ROOM")]
    pub(crate) to: Room,
    /// The kind of message, such as `markdown_v2`; chosen by what the card needs otherwise.
    #[arg(long, value_name = "KIND")]
    pub(crate) format: Option<String>,
    /// The card's language, such as `en-US`.
    #[arg(long, value_name = "LANGUAGE")]
    pub(crate) locale: Option<String>,
    /// Of a link with a URL per client, the one that is taken.
    #[arg(long, value_enum)]
    pub(crate) client: Option<ClientKind>,
    /// What is done with a card that is too long for one message.
    #[arg(long, value_enum, conflicts_with = "split")]
    pub(crate) fit: Option<FitKind>,
    /// Spreads a card that is too long over at most this many messages.
    #[arg(long, value_name = "PARTS")]
    pub(crate) split: Option<NonZeroUsize>,
    /// Who an e-mail address is on the platform: a JSON object from address to id, or to `{"mobile": "…"}`.
    #[arg(long, value_name = "FILE")]
    pub(crate) people: Option<PathBuf>,
    /// Of `--to wps365`, the company of the people who are mentioned.
    #[arg(long, value_name = "ID")]
    pub(crate) company: Option<String>,
    /// How the report is written to standard error.
    #[arg(long, value_enum, default_value_t = ReportForm::Text)]
    pub(crate) report: ReportForm,
    /// The least severity of a loss that makes the exit status 1.
    #[arg(long, value_enum, default_value_t = Severity::Error, value_name = "SEVERITY")]
    pub(crate) deny: Severity,
}

/// Draws a card on WPS, WeCom and DingTalk, side by side in one HTML file.
///
/// Exit status: 0, or 2 if the card could not be read or the page not written.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Preview {
    /// The file; `-` is standard input.
    pub(crate) file: Option<PathBuf>,
    /// Where the page is written; standard output otherwise.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Writes a card's JSON as the source of a `card!` that makes the same JSON.
///
/// With one file, the function is called `card`, or as `--function` says; with
/// several, each is called as its file.
///
/// Exit status: 0, or 2 if a card could not be read or the source not written.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Import {
    /// The files; `-` is standard input.
    pub(crate) files: Vec<PathBuf>,
    /// The name of the function.
    #[arg(long, value_name = "NAME")]
    pub(crate) function: Option<String>,
    /// Where the source is written; standard output otherwise.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[non_exhaustive]
pub enum Format {
    /// A line for each.
    Text,
    /// An array of objects.
    Json,
    /// Workflow commands of GitHub Actions.
    Github,
    /// A SARIF 2.1.0 log.
    Sarif,
}

/// Where a card can go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[non_exhaustive]
pub enum Room {
    /// WPS 协作: the content of a message with `msg_type` 23.
    Wps,
    /// The group robot of WPS 协作.
    WpsWebhook,
    /// WPS 365: a message of type `card`, in the newer dialect.
    #[value(name = "wps365")]
    Wps365,
    /// The group robot of WeCom.
    Wecom,
    /// The group robot of DingTalk.
    Dingtalk,
    /// Plain text.
    Text,
}

impl Room {
    /// Its name, as the options take it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Wps => "wps",
            Self::WpsWebhook => "wps-webhook",
            Self::Wps365 => "wps365",
            Self::Wecom => "wecom",
            Self::Dingtalk => "dingtalk",
            Self::Text => "text",
        }
    }
}

/// A kind of client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ClientKind {
    Pc,
    Android,
    Ios,
}

impl From<ClientKind> for Client {
    fn from(kind: ClientKind) -> Self {
        match kind {
            ClientKind::Pc => Self::Pc,
            ClientKind::Android => Self::Android,
            ClientKind::Ios => Self::Ios,
        }
    }
}

/// What is done with a card that is too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FitKind {
    /// The end of its body goes.
    Truncate,
    /// It is left whole, and the report says so.
    Reject,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportForm {
    /// A line for each loss.
    Text,
    /// An array of objects.
    Json,
    /// Not at all.
    None,
}
