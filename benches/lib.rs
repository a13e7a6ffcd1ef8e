//! The front page's card, written in the ways that a user would choose from: those for this JSON, which all give the same,
//! and those for a message of Slack or a page, which are about as long and say the same. And what `ratios` measures them with.

pub mod filled;
pub mod fragments;
pub mod hypertext;
pub mod macros;
pub mod maud;
pub mod measure;
pub mod slack;
pub mod structs;
pub mod table;
pub mod values;

/// What the card says.
#[derive(Debug, Clone)]
pub struct Release {
    /// The number of the build.
    pub build: u32,
    /// Who released.
    pub author: String,
    /// What failed.
    pub failed: Vec<String>,
    /// Where the builds are.
    pub ci: String,
}

impl Release {
    /// A release of which two tests failed.
    #[must_use]
    pub fn sample() -> Self {
        Self {
            build: 128,
            author: "林亮".to_owned(),
            failed: vec!["gateway retries".to_owned(), "login by phone".to_owned()],
            ci: "https://ci.example.com".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_ways_give_the_same_bytes() -> serde_json::Result<()> {
        let release = Release::sample();
        let card = serde_json::to_string(&macros::card(&release))?;
        assert_eq!(card, macros::card(&release).to_json());
        assert_eq!(card, serde_json::to_string(&structs::card(&release))?);
        assert_eq!(card, filled::card(&release).to_json());
        assert_eq!(filled::card(&release), macros::card(&release));
        assert_eq!(card, fragments::json(&release));
        let value: serde_json::Value = serde_json::from_str(&card)?;
        assert_eq!(value, values::card(&release));
        Ok(())
    }

    #[test]
    fn the_others_say_the_same_at_about_that_length() -> Result<(), Box<dyn std::error::Error>> {
        let release = Release::sample();
        let card = macros::card(&release).to_json();
        let page = maud::page(&release).into_string();
        assert_eq!(page, hypertext::page(&release).into_inner());
        let message = serde_json::to_string(&slack::message(&release)?)?;
        let link = format!("{}/builds/{}", release.ci, release.build);
        let build = format!("build #{}", release.build);
        let fixed = "发布完成 环境 production lin@wps.cn 开始 09:00 耗时 12 min 查看 回滚 rollback";
        for text in [&card, &page, &message] {
            let values = [&release.author, &link, &build];
            for value in values.into_iter().chain(&release.failed) {
                assert!(text.contains(value), "{value}: {text}");
            }
            for word in fixed.split(' ') {
                assert!(text.contains(word), "{word}: {text}");
            }
            let percent = text.len() * 100 / card.len();
            assert!((75..=125).contains(&percent), "{percent} %: {text}");
        }
        Ok(())
    }
}
