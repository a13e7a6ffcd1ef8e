//! Texts within the platform's recommendations: what a client does with a longer one is not documented.

use card_model::{
    spec::Limit,
    words::{each, join},
};

use crate::{LossKind, Severity, ellipsis::shortened, layout::Origin, render::Drawing};

/// `text` within `limit`.
pub(super) fn clamp(
    drawing: &mut Drawing<'_, '_>,
    origin: Origin,
    text: &str,
    limit: Limit,
) -> String {
    clamp_lines(drawing, &[(origin, text.to_owned())], limit)
}

/// These lines within `limit`; what is cut and what is left out is reported where it comes from.
pub(super) fn clamp_lines(
    drawing: &mut Drawing<'_, '_>,
    lines: &[(Origin, String)],
    limit: Limit,
) -> String {
    let whole = each(lines, |(_, line)| line.as_str());
    let whole = join(&whole, "\n");
    let had = limit.measure(&whole);
    if limit.allows(had) {
        return whole;
    }
    let mut end = 0;
    let mut cut = None;
    for (origin, line) in lines {
        let start = end;
        end += limit.measure(line) + 1;
        let detail = |what: &str| {
            format!("{what}: with it the text has {had} characters, {limit} are recommended here")
        };
        let kind = LossKind::Clamped { limit, had };
        if end < limit.max {
            continue;
        }
        if start >= limit.max && cut != Some(*origin) {
            drawing.lose(
                *origin,
                LossKind::Dropped,
                Severity::Lost,
                detail("its text is left out"),
            );
        } else if cut != Some(*origin) {
            drawing.lose(*origin, kind, Severity::Lost, detail("its end is left out"));
        }
        cut = Some(*origin);
    }
    shortened(&whole, limit)
}
