//! Taking out what looks like a secret: a server may repeat the URL or the body of the request in its answer.

/// The ends of names whose value is a secret: `access_token`, `company_token`, `woa_secret_key` …
const ENDS: [&str; 5] = ["key", "token", "secret", "signature", AUTHORIZATION];
/// Names that are too short to be looked for at the end of a word.
const NAMES: [&str; 2] = ["sk", "sign"];
const AUTHORIZATION: &str = "authorization";

/// The text with `…` for every value after such a name, in a query, in JSON or in a header.
pub(super) fn masked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(in_name) {
        let (before, on) = rest.split_at(start);
        let (name, after) = on.split_at(on.find(|c| !in_name(c)).unwrap_or(on.len()));
        out.push_str(before);
        out.push_str(name);
        rest = match value(name, after) {
            Some((gap, tail)) => {
                out.push_str(gap);
                out.push('…');
                tail
            }
            None => after,
        };
    }
    out.push_str(rest);
    out
}

fn in_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}

/// What stands between a secret's name and its value, and what follows the value.
fn value<'a>(name: &str, after: &'a str) -> Option<(&'a str, &'a str)> {
    let name = name.to_ascii_lowercase();
    if !NAMES.contains(&name.as_str()) && !ENDS.iter().any(|end| name.ends_with(end)) {
        return None;
    }
    let open = unquoted(after).trim_start();
    let open = ["=", ":", "%3D", "%3d"]
        .iter()
        .find_map(|between| open.strip_prefix(between))?
        .trim_start();
    let text = unquoted(open);
    let quoted = text.len() < open.len();
    let end = text.find(|c| match c {
        '"' | '\\' | '<' | '\n' => true,
        '\'' => quoted,
        _ if quoted || name.ends_with(AUTHORIZATION) => false,
        '&' | '#' | ',' | ';' | ')' | ']' | '}' => true,
        c => c.is_whitespace(),
    });
    let (_, tail) = text.split_at(end.unwrap_or(text.len()));
    if tail.len() == text.len() {
        return None;
    }
    let (gap, _) = after.split_at(after.len() - text.len());
    Some((gap, tail))
}

/// Without a quote at the start, which has a backslash where JSON stands in JSON.
fn unquoted(text: &str) -> &str {
    text.trim_start_matches(['\\', '"', '\''])
}
