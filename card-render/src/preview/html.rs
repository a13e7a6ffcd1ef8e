//! HTML that grows. Markup comes from literals, everything else goes through one function that escapes it.

use card_model::spec::address::check_url;

/// A piece of HTML.
#[derive(Debug, Default)]
pub(super) struct Html {
    text: String,
    is_in_link: bool,
    /// Whether pictures are loaded.
    pub(super) has_pictures: bool,
}

impl Html {
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Adds markup, which only a literal is.
    pub(super) fn markup(&mut self, literal: &'static str) {
        self.text.push_str(literal);
    }

    /// Adds text.
    pub(super) fn text(&mut self, text: &str) {
        escape(text, &mut self.text);
    }

    /// Adds an element of this class, with what `inside` adds.
    pub(super) fn tag(
        &mut self,
        name: &'static str,
        class: &'static str,
        inside: impl FnOnce(&mut Self),
    ) {
        self.begin(name, class);
        inside(self);
        self.close(name);
    }

    /// As [`Html::tag`], with these attributes; one without a value is left out.
    pub(super) fn tag_with(
        &mut self,
        name: &'static str,
        attributes: &[(&'static str, &str)],
        inside: impl FnOnce(&mut Self),
    ) {
        self.open(name, attributes);
        inside(self);
        self.close(name);
    }

    /// Adds an element that has no end.
    pub(super) fn void(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        self.open(name, attributes);
    }

    /// Adds an element that holds only text.
    pub(super) fn leaf(&mut self, name: &'static str, class: &'static str, text: &str) {
        self.begin(name, class);
        self.text(text);
        self.close(name);
    }

    /// Adds a link. Where a card may not lead there, or within another link, what it holds stands alone.
    pub(super) fn link(&mut self, class: &'static str, url: &str, inside: impl FnOnce(&mut Self)) {
        let name = self.begin_link(class, url);
        inside(self);
        self.close(name);
        if name == "a" {
            self.is_in_link = false;
        }
    }

    fn begin_link(&mut self, class: &'static str, url: &str) -> &'static str {
        if self.is_in_link || check_url(url).is_err() {
            self.begin("span", class);
            return "span";
        }
        let attributes = [
            ("class", class),
            ("href", url),
            ("rel", "noreferrer noopener"),
            ("target", "_blank"),
        ];
        self.is_in_link = true;
        self.open("a", &attributes);
        "a"
    }

    fn begin(&mut self, name: &'static str, class: &'static str) {
        self.open(name, &[("class", class)]);
    }

    fn close(&mut self, name: &'static str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    fn open(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (key, value) in attributes {
            if value.is_empty() {
                continue;
            }
            self.text.push(' ');
            self.text.push_str(key);
            self.text.push_str("=\"");
            escape(value, &mut self.text);
            self.text.push('"');
        }
        self.text.push('>');
    }
}

/// Writes `text` so that no reader of HTML takes it for anything but text.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\r' => {}
            c if is_unshown(c) => out.push(char::REPLACEMENT_CHARACTER),
            c => out.push(c),
        }
    }
}

/// Whether HTML may not hold `c`, or it reorders the text around it.
fn is_unshown(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{fdd0}'..='\u{fdef}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || c as u32 & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_but_a_literal_is_escaped() {
        let mut html = Html::default();
        html.tag_with("p", &[("title", "a\"b"), ("class", "")], |html| {
            html.text("<b>&'\u{0}\u{202e}\u{ffff}\r\n");
        });
        assert_eq!(
            html.into_text(),
            "<p title=\"a&quot;b\">&lt;b&gt;&amp;&#39;\u{fffd}\u{fffd}\u{fffd}\n</p>"
        );
    }

    #[test]
    fn a_link_leads_where_a_card_may() {
        let mut html = Html::default();
        html.link("", "javascript:alert(1)", |html| {
            html.link("", "https://a.example/?b=1&c=2", |html| {
                html.link("", "https://c.example/", |html| html.text("x"));
            });
        });
        assert_eq!(
            html.into_text(),
            concat!(
                "<span><a href=\"https://a.example/?b=1&amp;c=2\" rel=\"noreferrer noopener\" target=\"_blank\">",
                "<span>x</span></a></span>"
            )
        );
    }
}
