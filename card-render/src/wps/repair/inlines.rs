//! The parts of a text with markup.

use card_model::{
    Href, List, Markdown, Str,
    markdown::{Inline, LinkTarget, Piece, Place, read},
    spec::address::{check_url, is_email},
    words::{Name, each},
};

use super::{Repair, rewrite::rewritten};
use crate::{LossKind, Severity, person::is_writable, quote::look_alikes};

impl Repair {
    /// The text itself, and what its writer will make of it.
    pub(crate) fn content(&mut self, markdown: &mut Markdown, href: &Href) {
        self.inlines(&mut markdown.content, href, false);
        let rewritten = rewritten(markdown);
        if !rewritten.is_empty() {
            let detail = look_alikes(&rewritten);
            self.report("markdown", LossKind::Rewritten, Severity::Info, detail);
        }
    }

    /// `in_label`: these are what another link shows.
    fn inlines(&mut self, list: &mut List<Inline>, href: &Href, in_label: bool) {
        self.source_urls(list);
        let parts = list.to_mut();
        for part in std::mem::take(parts) {
            match part {
                Inline::Link {
                    target,
                    mut children,
                } => match refused(&target, href, in_label) {
                    None => {
                        self.inlines(&mut children, href, true);
                        parts.push(Inline::Link { target, children });
                    }
                    Some(why) => {
                        self.label(&children, &why);
                        self.inlines(&mut children, href, in_label);
                        parts.append(children.to_mut());
                    }
                },
                Inline::At { email, name } if !is_writable(&email) => {
                    parts.push(self.at(&email, name));
                }
                mut part => {
                    if let Inline::Bold(children)
                    | Inline::Italic(children)
                    | Inline::Strike(children)
                    | Inline::Font { children, .. } = &mut part
                    {
                        self.inlines(children, href, in_label);
                    }
                    parts.push(part);
                }
            }
        }
    }

    /// Values that are the URL of a link in the author's source: a refused one is written so that it leads nowhere.
    fn source_urls(&mut self, parts: &[Inline]) {
        let (mut is_there, mut follows) = (false, false);
        for part in parts {
            is_there |= follows && matches!(part, Inline::Text(_));
            follows = matches!(part, Inline::Source(source) if source.ends_with("]("));
        }
        if !is_there {
            return;
        }
        let pieces = each(parts, |part| match part {
            Inline::Source(source) => Piece::Source(source),
            _ => Piece::Hole,
        });
        let holes = parts
            .iter()
            .filter(|part| !matches!(part, Inline::Source(_)));
        for (part, place) in holes.zip(read(&pieces).places) {
            if let (Inline::Text(url), Place::UrlStart) = (part, place)
                && let Err(fault) = check_url(url)
            {
                let detail = format!("a link to {} leads nowhere: {fault}", Name(url));
                self.report("a", LossKind::Replaced, Severity::Degraded, detail);
            }
        }
    }

    /// A link that becomes its label.
    fn label(&mut self, children: &[Inline], why: &str) {
        let text = plain_text(children);
        if text.trim().is_empty() {
            let detail = format!("a link without a label is left out: {why}");
            self.report("a", LossKind::Dropped, Severity::Lost, detail);
        } else {
            let detail = format!("{} is text without a link: {why}", Name(&text));
            self.report("a", LossKind::Replaced, Severity::Degraded, detail);
        }
    }

    /// A mention of nobody becomes its name, else what stands for the address.
    fn at(&mut self, email: &Str, name: Str) -> Inline {
        let shown = if name.trim().is_empty() {
            email.clone()
        } else {
            name
        };
        let why = if is_email(email) {
            "cannot be written in a mention"
        } else {
            "is not an e-mail address"
        };
        let detail = format!("{} is not notified: {} {why}", Name(&shown), Name(email));
        self.report("at", LossKind::MentionLost, Severity::Lost, detail);
        Inline::text(shown)
    }
}

/// Why a link must not be sent, or cannot be written.
fn refused(target: &LinkTarget, href: &Href, in_label: bool) -> Option<String> {
    let url = match target {
        LinkTarget::Url(url) => url,
        LinkTarget::Variable(name) => match href.get(name) {
            Some(link) => &link.url,
            None => return Some(format!("no `href` defines {}", Name(&format!("${name}")))),
        },
        _ => return None,
    };
    if let Err(fault) = check_url(url) {
        return Some(fault.to_string());
    }
    match target {
        _ if in_label => Some("it stands inside of another link".to_owned()),
        LinkTarget::Variable(name) if !is_variable(name) => Some(format!(
            "{} is no name of a variable",
            Name(&format!("${name}"))
        )),
        _ => None,
    }
}

/// Whether the writer makes a `$variable` of this name.
fn is_variable(name: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    !name.is_empty() && name.chars().all(is_part)
}

fn plain_text(parts: &[Inline]) -> String {
    let mut markdown = Markdown::new();
    markdown.content = parts.to_vec().into();
    markdown.tree().plain_text()
}
