//! Coloured text.

use card_model::markdown::Spans;

use super::Emitter;
use crate::{color, dialect::Colors};

impl Emitter<'_, '_> {
    pub(super) fn font(&mut self, color: &str, content: Spans<'_>) {
        match self.dialect.colors {
            Colors::Named => self.colored(color::nearest(color), content),
            Colors::Hex => match color::hex(color) {
                Some(hex) => self.colored(&hex, content),
                None => self.spans(content),
            },
            Colors::Own if !color.is_empty() && color.chars().all(is_color_part) => {
                self.colored(color, content);
            }
            Colors::None | Colors::Own => self.spans(content),
        }
    }

    pub(super) fn colored(&mut self, color: &str, content: Spans<'_>) {
        // WPS writes its own attribute between single quotes, the others theirs between double ones.
        let quote = if self.dialect.colors == Colors::Own {
            '\''
        } else {
            '"'
        };
        let begin = format!("<font color={quote}{color}{quote}>");
        self.open(Some(begin), "</font>");
        self.spans(content);
        self.close();
    }
}

fn is_color_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '#' | '-')
}
