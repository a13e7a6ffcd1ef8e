//! The pass over the text.

use std::borrow::Cow;

use super::wanted::Wanted;

/// Goes over JSON. What is no JSON ends the search; the steps that were found until then are known.
pub(super) struct Scanner<'t, 'w> {
    text: &'t str,
    at: usize,
    wanted: &'w mut Wanted,
}

impl<'t, 'w> Scanner<'t, 'w> {
    pub(super) const fn new(text: &'t str, wanted: &'w mut Wanted) -> Self {
        Self {
            text,
            at: 0,
            wanted,
        }
    }

    pub(super) fn document(&mut self) {
        self.blanks();
        self.value(0);
    }

    /// A value that is looked for, or that something in it is looked for. Deeper than the pointers go, it is passed over.
    fn value(&mut self, node: usize) -> Option<()> {
        if let Some(node) = self.wanted.nodes.get_mut(node) {
            node.value.get_or_insert(self.at);
        }
        match self.peek()? {
            b'{' if self.wanted.has_children(node) => self.object(node),
            b'[' if self.wanted.has_children(node) => self.array(node),
            _ => self.pass(),
        }
    }

    fn object(&mut self, node: usize) -> Option<()> {
        self.at += 1;
        loop {
            self.blanks();
            match self.peek()? {
                b'}' => {
                    self.at += 1;
                    return Some(());
                }
                b',' => self.at += 1,
                b'"' => self.field(node)?,
                _ => return None,
            }
        }
    }

    fn field(&mut self, node: usize) -> Option<()> {
        let key = self.at;
        let name = plain(self.string_end()?);
        let child = name.and_then(|name| self.wanted.child(node, &name));
        let is_first = child.map(|child| self.note_key(child, key));
        self.blanks();
        if self.peek()? != b':' {
            return None;
        }
        self.at += 1;
        self.blanks();
        match (child, is_first) {
            (Some(child), Some(true)) => self.value(child),
            _ => self.pass(),
        }
    }

    /// Notes where the name of a field stands; says whether it is the first of that name.
    fn note_key(&mut self, child: usize, key: usize) -> bool {
        let Some(node) = self.wanted.nodes.get_mut(child) else {
            return false;
        };
        if node.key.is_none() {
            node.key = Some(key);
            true
        } else {
            node.second_key.get_or_insert(key);
            false
        }
    }

    fn array(&mut self, node: usize) -> Option<()> {
        self.at += 1;
        let mut index = 0_usize;
        loop {
            self.blanks();
            match self.peek()? {
                b']' => {
                    self.at += 1;
                    return Some(());
                }
                b',' => {
                    self.at += 1;
                    index += 1;
                }
                _ => match self.wanted.child(node, &index.to_string()) {
                    Some(child) => self.value(child)?,
                    None => self.pass()?,
                },
            }
        }
    }

    /// Goes past a value, however deep it nests.
    fn pass(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            self.blanks();
            match self.peek()? {
                b'"' => {
                    self.string_end()?;
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                    continue;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                b',' | b':' if depth > 0 => {
                    self.at += 1;
                    continue;
                }
                _ => self.word()?,
            }
            if depth == 0 {
                return Some(());
            }
        }
    }

    /// Goes past a number, `true`, `false` or `null`.
    fn word(&mut self) -> Option<()> {
        let start = self.at;
        while self
            .peek()
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
        {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    /// Goes past a string; returns it with its quotes.
    fn string_end(&mut self) -> Option<&'t str> {
        let start = self.at;
        self.at += 1;
        loop {
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return self.text.get(start..self.at);
                }
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}

/// The text of a string with its quotes, if its escapes are right.
fn plain(quoted: &str) -> Option<Cow<'_, str>> {
    if quoted.contains('\\') {
        return serde_json::from_str(quoted).ok().map(Cow::Owned);
    }
    let inner = quoted.strip_prefix('"')?.strip_suffix('"')?;
    Some(Cow::Borrowed(inner))
}
