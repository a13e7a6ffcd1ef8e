//! What a text says, however it had to be written.

/// `text` without what nobody sees, with look-alikes, entities and percent-encoding undone, and without blanks.
pub fn undone(text: &str) -> String {
    let mut text = text.to_owned();
    // A URL inside of a URL is encoded twice, and a value of an inner one thrice.
    for _ in 0..4 {
        text = percent(&text);
    }
    read(&text)
}

/// As [`undone`], where a per cent sign is one: in `50%` with a number behind it.
pub fn read(text: &str) -> String {
    let text: String = text
        .chars()
        .filter(|c| !is_hidden(*c))
        .map(narrow)
        .collect();
    let text = entities(&text);
    // A dot stands for an empty value between the author's delimiters.
    let is_said = |c: &char| !c.is_whitespace() && *c != '·';
    text.chars().filter(is_said).collect()
}

fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

fn entities(text: &str) -> String {
    let mut text = text.to_owned();
    // The values hold entities themselves, which were escaped.
    for _ in 0..3 {
        for (entity, c) in [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">")] {
            text = text.replace(entity, c);
        }
        text = numeric(&text);
    }
    text.replace('\\', "")
}

/// `&#42;` as what it stands for.
fn numeric(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("&#") {
        out.push_str(before);
        let found = after.split_once(';').and_then(|(digits, after)| {
            let code = digits.parse().ok()?;
            Some((char::from_u32(code)?, after))
        });
        if let Some((c, after)) = found {
            out.push(c);
            rest = after;
        } else {
            out.push_str("&#");
            rest = after;
        }
    }
    out + rest
}

fn percent(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend(before.bytes());
        let byte = after
            .get(..2)
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(b'%'));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    bytes.extend(rest.bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

fn is_hidden(c: char) -> bool {
    !c.is_whitespace()
        && (c.is_control()
            || matches!(c,
            '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'))
}
