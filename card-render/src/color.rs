//! Colours by name: as `#rrggbb`, and the nearest of WeCom's three.

/// The names that cards and the web use, with their `#rrggbb`.
const NAMED: &[(&str, &str)] = &[
    ("black", "#000000"),
    ("blue", "#0000ff"),
    ("brown", "#a52a2a"),
    ("crimson", "#dc143c"),
    ("cyan", "#00ffff"),
    ("darkblue", "#00008b"),
    ("darkgray", "#a9a9a9"),
    ("darkgreen", "#006400"),
    ("darkgrey", "#a9a9a9"),
    ("darkorange", "#ff8c00"),
    ("darkred", "#8b0000"),
    ("gold", "#ffd700"),
    ("gray", "#808080"),
    ("green", "#008000"),
    ("grey", "#808080"),
    ("lightgray", "#d3d3d3"),
    ("lightgrey", "#d3d3d3"),
    ("lime", "#00ff00"),
    ("magenta", "#ff00ff"),
    ("maroon", "#800000"),
    ("navy", "#000080"),
    ("olive", "#808000"),
    ("orange", "#ffa500"),
    ("orangered", "#ff4500"),
    ("pink", "#ffc0cb"),
    ("purple", "#800080"),
    ("red", "#ff0000"),
    ("silver", "#c0c0c0"),
    ("teal", "#008080"),
    ("tomato", "#ff6347"),
    ("turquoise", "#40e0d0"),
    ("violet", "#ee82ee"),
    ("white", "#ffffff"),
    ("yellow", "#ffff00"),
];

/// WeCom's three colours.
const COMMENT: &str = "comment";
const INFO: &str = "info";
const WARNING: &str = "warning";

/// `color` as `#rrggbb`; `None` where it is no colour.
pub(crate) fn hex(color: &str) -> Option<String> {
    let color = color.trim().to_ascii_lowercase();
    if let Some((_, hex)) = NAMED.iter().find(|(name, _)| *name == color) {
        return Some((*hex).to_owned());
    }
    match color.as_str() {
        // WeCom's own names, in its clients' look: green, orange-red, grey.
        INFO => return Some("#008000".to_owned()),
        WARNING => return Some("#ff4500".to_owned()),
        COMMENT => return Some("#808080".to_owned()),
        _ => {}
    }
    let digits = color.strip_prefix('#')?;
    if !digits.chars().all(|c| c.is_ascii_hexdigit()) {
        return None;
    }
    match digits.len() {
        3 => {
            let mut hex = "#".to_owned();
            for c in digits.chars() {
                hex.push(c);
                hex.push(c);
            }
            Some(hex)
        }
        6 => Some(format!("#{digits}")),
        _ => None,
    }
}

/// WeCom's colour that is nearest to `color` by hue: green is `info`, red and yellow are `warning`, what has no hue is
/// `comment`, as is a name that is not known.
pub(crate) fn nearest(color: &str) -> &'static str {
    let color = color.trim();
    for own in &[INFO, WARNING, COMMENT] {
        if *own == color {
            return own;
        }
    }
    let Some((red, green, blue)) = hex(color).as_deref().and_then(parts) else {
        return COMMENT;
    };
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    if most - least < 32 {
        return COMMENT;
    }
    // Blue and violet are nearer to neither green nor red; information in blue is the custom.
    if red == most && blue < most {
        WARNING
    } else {
        INFO
    }
}

fn parts(hex: &str) -> Option<(u32, u32, u32)> {
    let part = |from: usize| u32::from_str_radix(hex.get(from..from + 2)?, 16).ok();
    Some((part(1)?, part(3)?, part(5)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_has_one_form() {
        assert_eq!(hex("Red").as_deref(), Some("#ff0000"));
        assert_eq!(hex("#FA0").as_deref(), Some("#ffaa00"));
        assert_eq!(hex(" #12ab9F ").as_deref(), Some("#12ab9f"));
        for unknown in [
            "",
            "#",
            "#12",
            "#12345g",
            "rgb(1,2,3)",
            "reddish",
            "\"><font",
        ] {
            assert_eq!(hex(unknown), None, "{unknown:?}");
        }
        assert!(NAMED.is_sorted());
    }

    #[test]
    fn the_nearest_is_by_hue() {
        for (color, near) in [
            ("red", WARNING),
            ("orange", WARNING),
            ("#ff4500", WARNING),
            ("yellow", WARNING),
            ("crimson", WARNING),
            ("green", INFO),
            ("lime", INFO),
            ("teal", INFO),
            ("blue", INFO),
            ("#1890ff", INFO),
            ("gray", COMMENT),
            ("#888", COMMENT),
            ("black", COMMENT),
            ("white", COMMENT),
            ("nonsense", COMMENT),
            ("info", INFO),
            ("warning", WARNING),
            ("comment", COMMENT),
        ] {
            assert_eq!(nearest(color), near, "{color}");
        }
    }
}
