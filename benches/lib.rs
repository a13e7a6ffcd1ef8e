//! The front page's card, written in the ways that a user would choose from. All of them give the same JSON.

pub mod fragments;
pub mod macros;
pub mod structs;
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
        assert_eq!(card, fragments::json(&release));
        let value: serde_json::Value = serde_json::from_str(&card)?;
        assert_eq!(value, values::card(&release));
        Ok(())
    }
}
