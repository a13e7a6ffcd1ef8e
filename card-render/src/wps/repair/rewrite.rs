//! Which characters of a text were sent as look-alikes, so that they stay text.

use card_model::{
    Markdown,
    markdown::{Inline, LinkTarget},
};

/// The full-width form of `!`; those of the other ASCII characters follow in order.
const FULL_WIDTH: u32 = 0xff01;

/// The characters of `markdown` that are sent as their full-width forms, with those, in the order of the text.
pub(super) fn rewritten(markdown: &Markdown) -> Vec<(char, char)> {
    if !markdown.content.iter().any(holds_data) {
        return Vec::new();
    }
    let mut own = Counts::default();
    count(&markdown.content, &mut own);
    let mut found = Vec::new();
    for c in markdown.to_wire().chars() {
        let Some(plain) = plain(c) else { continue };
        match own.of(plain) {
            Some(left) if *left > 0 => *left -= 1,
            _ if found.contains(&(plain, c)) => {}
            _ => found.push((plain, c)),
        }
    }
    found
}

/// How many full-width forms there are, by the ASCII character.
struct Counts([usize; 128]);

impl Default for Counts {
    fn default() -> Self {
        Self([0; 128])
    }
}

impl Counts {
    fn of(&mut self, plain: char) -> Option<&mut usize> {
        self.0.get_mut(plain as usize)
    }
}

/// The ASCII punctuation that `c` is the full-width form of.
fn plain(c: char) -> Option<char> {
    let offset = u32::from(c).checked_sub(FULL_WIDTH)?;
    let plain = char::from_u32(u32::from('!') + offset)?;
    plain.is_ascii_punctuation().then_some(plain)
}

const fn holds_data(part: &Inline) -> bool {
    !matches!(part, Inline::Source(_) | Inline::Break)
}

/// Counts the full-width forms that the text itself has.
fn count(parts: &[Inline], own: &mut Counts) {
    for part in parts {
        match part {
            Inline::Source(text) | Inline::Text(text) | Inline::Code(text) => add(text, own),
            Inline::Bold(children) | Inline::Italic(children) | Inline::Strike(children) => {
                count(children, own);
            }
            Inline::Font { color, children } => {
                add(color, own);
                count(children, own);
            }
            Inline::At { email, name } => {
                add(email, own);
                add(name, own);
            }
            Inline::Link { target, children } => {
                match target {
                    LinkTarget::Url(text) | LinkTarget::Variable(text) => add(text, own),
                    _ => {}
                }
                count(children, own);
            }
            _ => {}
        }
    }
}

fn add(text: &str, own: &mut Counts) {
    for plain in text.chars().filter_map(plain) {
        if let Some(count) = own.of(plain) {
            *count += 1;
        }
    }
}
