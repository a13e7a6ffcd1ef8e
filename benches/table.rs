//! How long things take as a table: each beside another, in several runs, and what misses its aim.

use std::fmt::{Display, Formatter, Result};

/// Things of one kind.
#[derive(Debug)]
pub struct Table {
    title: String,
    rows: Vec<Row>,
}

/// How long one thing takes.
#[derive(Debug)]
pub struct Row {
    name: String,
    nanoseconds: f64,
    bytes: Option<usize>,
    beside: &'static str,
    /// One for each run.
    ratios: Vec<f64>,
    aim: Option<f64>,
}

impl Table {
    /// A table.
    pub fn new(title: impl Into<String>, rows: impl IntoIterator<Item = Row>) -> Self {
        Self {
            title: title.into(),
            rows: rows.into_iter().collect(),
        }
    }

    /// Adds what another run has measured for the same rows.
    pub fn add(&mut self, run: Self) {
        for (row, again) in self.rows.iter_mut().zip(run.rows) {
            row.nanoseconds = row.nanoseconds.min(again.nanoseconds);
            row.ratios.extend(again.ratios);
        }
    }

    /// The number of rows that miss their aim, and of those that have one.
    pub fn missed(&self) -> (usize, usize) {
        let aims = self.rows.iter().filter(|row| row.aim.is_some());
        let missed = self.rows.iter().filter(|row| row.is_missed());
        (missed.count(), aims.count())
    }
}

impl Row {
    /// Something that takes so long.
    pub fn new(name: impl Into<String>, nanoseconds: f64) -> Self {
        Self {
            name: name.into(),
            nanoseconds,
            bytes: None,
            beside: "",
            ratios: Vec::new(),
            aim: None,
        }
    }

    /// How much it writes.
    pub fn bytes(mut self, bytes: usize) -> Self {
        self.bytes = Some(bytes);
        self
    }

    /// What it is compared with, and how long that takes.
    pub fn beside(mut self, name: &'static str, nanoseconds: f64) -> Self {
        self.beside = name;
        self.ratios = vec![self.nanoseconds / nanoseconds];
        self
    }

    /// What the ratio is to be at most.
    pub fn aim(mut self, ratio: f64) -> Self {
        self.aim = Some(ratio);
        self
    }

    /// The smallest ratio, the middle one and the largest.
    fn ratio(&self) -> Option<[f64; 3]> {
        let mut ratios = self.ratios.clone();
        ratios.sort_by(f64::total_cmp);
        let middle = ratios.get(ratios.len() / 2)?;
        Some([*ratios.first()?, *middle, *ratios.last()?])
    }

    fn is_missed(&self) -> bool {
        let ratio = self.ratio().zip(self.aim);
        ratio.is_some_and(|([_, middle, _], aim)| middle > aim)
    }
}

impl Display for Table {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let title = &self.title;
        writeln!(
            out,
            "{title:<58}{:>10}{:>7}{:>8}  {:<13}{:<14}beside",
            "ns", "bytes", "ratio", "spread", "aim"
        )?;
        self.rows.iter().try_for_each(|row| write!(out, "{row}"))
    }
}

impl Display for Row {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let bytes = self
            .bytes
            .map(|bytes| bytes.to_string())
            .unwrap_or_default();
        write!(
            out,
            "  {:<56}{:>10.1}{bytes:>7}",
            self.name, self.nanoseconds
        )?;
        if let Some([least, middle, most]) = self.ratio() {
            let spread = format!("{least:.3}–{most:.3}");
            let missed = if self.is_missed() { " missed" } else { "" };
            let aim = self.aim.map(|aim| format!("{aim:.3}{missed}"));
            let (aim, beside) = (aim.unwrap_or_default(), self.beside);
            write!(out, "{middle:>8.3}  {spread:<13}{aim:<14}{beside}")?;
        }
        writeln!(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(nanoseconds: f64) -> Table {
        Table::new(
            "title",
            [
                Row::new("base", 100.0).bytes(7),
                Row::new("one", nanoseconds).beside("base", 100.0).aim(0.5),
                Row::new("two", nanoseconds).beside("base", 100.0).aim(0.6),
                Row::new("three", nanoseconds).beside("base", 100.0),
            ],
        )
    }

    #[test]
    fn the_middle_of_the_runs_counts() {
        let mut table = table(70.0);
        assert_eq!(table.missed(), (2, 2));
        table.add(self::table(55.0));
        table.add(self::table(40.0));
        assert_eq!(table.missed(), (1, 2));
        let lines: Vec<String> = table
            .to_string()
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(
            lines,
            [
                "title ns bytes ratio spread aim beside",
                "base 100.0 7",
                "one 40.0 0.550 0.400–0.700 0.500 missed base",
                "two 40.0 0.550 0.400–0.700 0.600 base",
                "three 40.0 0.550 0.400–0.700 base",
            ]
        );
    }
}
