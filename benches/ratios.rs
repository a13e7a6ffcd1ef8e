//! What the library costs at run time, beside what a user would pick instead: `cargo bench -p message-card-benches`, with the
//! names of parts after `--` for these alone. Everything is measured in one process, by turns, and all of it several times.
//! Their spread is not that of builds: where the compiler puts the code of short calls makes up to a fifth.

mod delivery;
mod fallbacks;
mod run_time;

use std::env;

use message_card_benches::{measure::Effort, table::Table};

type Error = Box<dyn std::error::Error>;

type Part = fn(Effort) -> Result<Vec<Table>, Error>;

const PARTS: [(&str, Part); 3] = [
    ("run_time", |effort| Ok(run_time::tables(effort))),
    ("fallbacks", |effort| Ok(fallbacks::tables(effort))),
    ("delivery", delivery::tables),
];

const RUNS: u32 = 3;

fn main() -> Result<(), Error> {
    let (options, names): (Vec<_>, Vec<_>) =
        env::args().skip(1).partition(|it| it.starts_with('-'));
    let parts: Vec<Part> = PARTS
        .iter()
        .filter(|(name, _)| names.is_empty() || names.iter().any(|named| named == name))
        .map(|(_, part)| *part)
        .collect();
    if options.iter().any(|option| option == "--test") {
        let tables = measure(&parts, Effort::Once)?;
        println!("{} tables, everything once", tables.len());
        return Ok(());
    }
    let mut tables = measure(&parts, Effort::Measure)?;
    for _ in 1..RUNS {
        let run = measure(&parts, Effort::Measure)?;
        for (table, run) in tables.iter_mut().zip(run) {
            table.add(run);
        }
    }
    println!("ns: of the fastest round; ratio: of the middle one of {RUNS} runs\n");
    print(&tables);
    Ok(())
}

fn measure(parts: &[Part], effort: Effort) -> Result<Vec<Table>, Error> {
    let tables: Result<Vec<_>, _> = parts.iter().map(|tables| tables(effort)).collect();
    Ok(tables?.into_iter().flatten().collect())
}

fn print(tables: &[Table]) {
    let (mut missed, mut aims) = (0, 0);
    for table in tables {
        println!("{table}");
        let (of_table, all) = table.missed();
        missed += of_table;
        aims += all;
    }
    println!("{missed} of {aims} ratios miss their aim");
}
