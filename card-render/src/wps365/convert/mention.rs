//! Mentions: a person has an id in the message, which the markdown names.

use card_model::{
    Markdown,
    markdown::{Instead, Mentioned, Person as Named},
    spec::wps365::MENTIONS,
    words::Name,
};

use super::{
    super::{Identity, Mention},
    Conversion,
};
use crate::{LossKind, Person, Severity};

/// The first id of a person: 1 is everybody.
const FIRST: usize = 2;

impl Conversion<'_> {
    /// Writes the mentions of a text as this dialect has them.
    pub(super) fn mentions(&mut self, markdown: &mut Markdown) {
        markdown.replace_mentions(&mut |mentioned| self.mention(mentioned));
    }

    fn mention(&mut self, mentioned: &Mentioned) -> Instead {
        let (Named::Email(address) | Named::Id(address)) = &mentioned.person;
        let shown = if mentioned.name.is_empty() {
            address
        } else {
            &mentioned.name
        };
        let name = Some(address.clone());
        match self.id(mentioned) {
            Ok(id) => {
                if mentioned.name.is_empty() {
                    let detail = format!(
                        "no page says that WPS 365 fills in a name: {} stands there",
                        Name(address)
                    );
                    self.lose("at", LossKind::Replaced, Severity::Info, detail);
                }
                let tag = Some(format!("<at id=\"{id}\">"));
                Instead { tag, name }
            }
            Err(why) => {
                let detail = format!("{} is not notified: {why}", Name(shown));
                self.lose("at", LossKind::MentionLost, Severity::Lost, detail);
                Instead { tag: None, name }
            }
        }
    }

    /// The id of the person in the message, or why there is none.
    fn id(&mut self, mentioned: &Mentioned) -> Result<usize, &'static str> {
        let Named::Email(email) = &mentioned.person else {
            return Err("a card names people by their e-mail address, not by an id of a message");
        };
        if mentioned.in_link {
            return Err("it stands in a link");
        }
        let company = self.target.company.as_deref().unwrap_or_default();
        match self.target.options.people.find(email) {
            None => Err("it is not known who that is in WPS 365 card, the name instead"),
            Some(Person::Mobile(_)) => Err("a mobile number is no id of a person in WPS 365"),
            Some(_) if company.is_empty() => {
                Err("the company is not known, give it to the target as `company`")
            }
            Some(Person::UserId(id)) => self.add(Identity::new(company, id)),
        }
    }

    fn add(&mut self, identity: Identity) -> Result<usize, &'static str> {
        let is_known = |mention: &Mention| mention.identity.as_ref() == Some(&identity);
        let index = match self.mentions.iter().position(is_known) {
            Some(index) => index,
            None if MENTIONS.allows(self.mentions.len() + 1) => {
                let id = (self.mentions.len() + FIRST).to_string();
                self.mentions.push(Mention::user(id, identity));
                self.mentions.len() - 1
            }
            None => return Err("one message mentions no more people"),
        };
        Ok(index + FIRST)
    }
}
