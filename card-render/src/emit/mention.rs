//! Mentions.

use card_model::markdown::Spans;

use super::Emitter;
use crate::{Person, dialect::Mentions, person::shown_name};

impl Emitter<'_, '_> {
    pub(super) fn at(&mut self, email: &str, content: Spans<'_>) {
        let name = shown_name(email, content);
        let is_free = !self.only_names && !self.line.in_link;
        match self.cx.person(email).filter(|_| is_free) {
            Some(person) if self.is_too_many(&person) => {
                self.name(&name);
                self.unmentioned.push((self.origin, name));
            }
            Some(person) => self.mention(person, &name),
            None => self.name(&name),
        }
    }

    /// A mention of somebody whom the target knows.
    fn mention(&mut self, person: Person, name: &str) {
        let (Person::UserId(id) | Person::Mobile(id)) = &person;
        match self.dialect.mentions {
            Mentions::Tag => {
                self.settle('<');
                self.push(&["<@", id, ">"]);
            }
            Mentions::AtId => {
                self.settle('@');
                if !self.out.is_empty() && !self.out.ends_with(char::is_whitespace) {
                    self.out.push(' ');
                }
                self.push(&["@", id]);
                self.line.ends_mention = true;
            }
            Mentions::Email => {
                self.settle('<');
                self.push(&["<at email=\"", id, "\">"]);
                self.line.is_start = false;
                self.name(name);
                self.closed();
                self.out.push_str("</at>");
            }
            Mentions::NameAndList | Mentions::AtName => {
                self.settle('@');
                self.out.push('@');
                self.line.is_start = false;
                self.name(name);
            }
            Mentions::Name => return self.name(name),
        }
        self.line.is_start = false;
        if self.dialect.mentions.has_list() && !self.mentioned.contains(&person) {
            self.mentioned.push(person);
        }
    }

    /// Whether the person is one more than a message can mention beside its text.
    fn is_too_many(&self, person: &Person) -> bool {
        self.dialect.mentions.has_list()
            && self.mentioned.len() >= self.most_mentions
            && !self.mentioned.contains(person)
    }

    /// A name, on one line.
    fn name(&mut self, name: &str) {
        let outer = std::mem::replace(&mut self.line.is_one_line, true);
        self.text(name);
        self.line.is_one_line = outer;
    }
}
