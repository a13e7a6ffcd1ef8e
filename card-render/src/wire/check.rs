//! Checking a message.

use card_model::{
    Rule, Str, Violation, Violations,
    spec::{Limit, address::check_url},
    words::{Path, Step},
};

/// Where the check of a message has got to, and what it found.
#[derive(Default)]
pub(crate) struct Check {
    path: Path<'static>,
    found: Vec<Violation>,
}

impl Check {
    /// All that was found.
    pub(crate) fn finish(self) -> Result<(), Violations> {
        Violations::check(self.found)
    }

    pub(crate) fn report(&mut self, rule: Rule) {
        let pointer = self.path.to_pointer();
        self.found.push(Violation::new(pointer, rule));
    }

    pub(crate) fn report_at(&mut self, field: &'static str, rule: Rule) {
        self.path.enter(Step::Name(field));
        self.report(rule);
        self.path.leave();
    }

    /// Takes over what was found in a part that was checked on its own.
    pub(crate) fn take_over(&mut self, part: Result<(), Violations>) {
        if let Err(found) = part {
            self.found.extend(found.prefixed(&self.path.to_pointer()));
        }
    }

    // These are compiled for each check: none of them calls another.

    /// Checks the field of this name.
    pub(crate) fn within(&mut self, field: &'static str, check: impl FnOnce(&mut Self)) {
        self.path.enter(Step::Name(field));
        check(self);
        self.path.leave();
    }

    /// Checks the item at this index.
    pub(crate) fn at(&mut self, index: usize, check: impl FnOnce(&mut Self)) {
        self.path.enter(Step::Index(index));
        check(self);
        self.path.leave();
    }

    /// Checks the field of this name, if it is there.
    pub(crate) fn part<T>(
        &mut self,
        field: &'static str,
        part: Option<&T>,
        check: impl FnOnce(&mut Self, &T),
    ) {
        if let Some(part) = part {
            self.path.enter(Step::Name(field));
            check(self, part);
            self.path.leave();
        }
    }

    /// Checks the list of this name, item by item.
    pub(crate) fn each<T>(
        &mut self,
        field: &'static str,
        items: &[T],
        check: impl Fn(&mut Self, &T),
    ) {
        self.path.enter(Step::Name(field));
        for (index, item) in items.iter().enumerate() {
            self.path.enter(Step::Index(index));
            check(self, item);
            self.path.leave();
        }
        self.path.leave();
    }

    /// The list of this name holds no more than it may.
    pub(crate) fn count(&mut self, field: &'static str, limit: Limit, had: usize) {
        if !limit.allows(had) {
            self.report_at(field, Rule::TooMany { limit, had });
        }
    }

    /// The field of this name is as long as `had` says.
    pub(crate) fn length(&mut self, field: &'static str, limit: Limit, had: usize) {
        if !limit.allows(had) {
            self.report_at(field, Rule::TooLong { limit, had });
        }
    }

    /// The text of this name is there, and within the limit.
    pub(crate) fn content(&mut self, field: &'static str, limit: Limit, text: &str) {
        self.filled(field, text);
        self.length(field, limit, limit.measure(text));
    }

    /// The field of this name is not empty.
    pub(crate) fn filled(&mut self, field: &'static str, text: &str) {
        if text.is_empty() {
            self.report_at(field, Rule::Empty(field));
        }
    }

    /// The field of this name is there, and not empty.
    pub(crate) fn needed(&mut self, field: &'static str, text: Option<&Str>) {
        match text {
            None => self.report(Rule::Missing(field)),
            Some(text) => self.filled(field, text),
        }
    }

    /// The field of this name is a URL.
    pub(crate) fn url(&mut self, field: &'static str, url: &str) {
        if let Err(fault) = check_url(url) {
            self.report_at(field, Rule::Url(fault));
        }
    }

    /// The field of this name is one of these numbers.
    pub(crate) fn code(
        &mut self,
        field: &'static str,
        code: i64,
        allowed: &'static [&'static str],
    ) {
        let found = code.to_string();
        if !allowed.contains(&found.as_str()) {
            let found = Str::Owned(found);
            self.report_at(field, Rule::UnknownName { found, allowed });
        }
    }
}
