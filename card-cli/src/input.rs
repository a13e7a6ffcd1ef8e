//! Files, and standard input.

use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

use message_card::spec::Limit;

use crate::output::Failure;

/// The largest file that is read: no platform takes a card that is near it.
pub(crate) const LARGEST: Limit = Limit::bytes(64 << 20);

/// A file as it was read.
#[derive(Debug)]
pub(crate) struct Input {
    /// What it is called in findings.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

impl Input {
    /// Reads a file; `-` is standard input. A file that is too large is read a little further than it may be.
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        let (name, bytes) = if path == Path::new("-") {
            ("<stdin>".to_owned(), read(io::stdin().lock()))
        } else {
            let name = path.display().to_string();
            (name, File::open(path).and_then(read))
        };
        match bytes {
            Ok(bytes) => Ok(Self { name, bytes }),
            Err(error) => Err(Failure::because(format!("cannot read `{name}`: {error}"))),
        }
    }

    /// Reads the one file of a command; without one, standard input.
    pub(crate) fn one(path: Option<&PathBuf>) -> Result<Self, Failure> {
        Self::read(path.map_or(Path::new("-"), PathBuf::as_path))
    }
}

/// The files of a command; without any, standard input.
pub(crate) fn paths(files: &[PathBuf]) -> Vec<PathBuf> {
    if files.is_empty() {
        vec![PathBuf::from("-")]
    } else {
        files.to_vec()
    }
}

fn read(file: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(LARGEST.max).unwrap_or(u64::MAX);
    file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}
