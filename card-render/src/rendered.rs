//! What a card became on a target.

use std::fmt;

use crate::{Loss, Report, Severity, quote::lines};

/// What a card became on a target.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Rendered<M> {
    /// The messages to send, in order; usually one.
    pub messages: Vec<M>,
    /// The card in one line of plain text, for notifications and lists: its title, else the heading that its first text
    /// begins with, else the beginning of that text. At most 80 characters.
    pub summary: String,
    /// What the target shows in another way, or not at all.
    pub report: Report,
}

impl<M> Rendered<M> {
    /// These messages, with this summary and this report.
    pub const fn new(messages: Vec<M>, summary: String, report: Report) -> Self {
        Self {
            messages,
            summary,
            report,
        }
    }

    /// Refuses the messages where something is lost that is at least this severe.
    ///
    /// ```
    /// use message_card::{Card, Link, Text};
    /// use message_card::{Severity, Target, Wps};
    ///
    /// let card = Card::new().element(Text::new("日志").link(Link::new("/builds/1")));
    /// let too_lossy = Wps::new().render(&card).deny(Severity::Lost).unwrap_err();
    /// assert_eq!(too_lossy.losses().len(), 1);
    /// assert!(Wps::new().render(&Card::new().text("日志")).deny(Severity::Info).is_ok());
    /// ```
    ///
    /// # Errors
    ///
    /// [`TooLossy`], with every loss that is at least this severe.
    pub fn deny(self, severity: Severity) -> Result<Self, TooLossy> {
        let denied = |loss: &&Loss| loss.severity >= severity;
        let losses: Vec<_> = self
            .report
            .losses()
            .iter()
            .filter(denied)
            .cloned()
            .collect();
        if losses.is_empty() {
            Ok(self)
        } else {
            Err(TooLossy(losses))
        }
    }
}

/// A target loses more of a card than [`Rendered::deny`] lets through.
///
/// Displayed, it is one line per loss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooLossy(Vec<Loss>);

impl TooLossy {
    /// The losses that were too severe, in the order of the card: at least one.
    pub fn losses(&self) -> &[Loss] {
        &self.0
    }
}

impl fmt::Display for TooLossy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        lines(f, &self.0)
    }
}

impl std::error::Error for TooLossy {}
