//! An alert with the end of a log.

use message_card::prelude::*;

/// A job failed: the command, the log and who looks at it.
pub fn job_failed(job: &str, host: &str, command: &str, log: &str, logs: &str) -> Card {
    card! {
        <card>
            <header title="任务失败：{job}" template="red"/>
            <markdown>"主机 `{host}`，命令 `{command}`"</markdown>
            <markdown>"```\n{log}\n```"</markdown>
            <markdown>"> 连续失败 3 次后任务会被暂停，参见 [处理手册](https://wiki.example.com/runbook)"</markdown>
            <action>
                <button href="{logs}?job={job}&host={host}">"完整日志"</button>
                <button key="retry">"重试"</button>
            </action>
        </card>
    }
}

/// A log of some forty lines with everything in it that could be markup.
pub fn sample() -> Card {
    let attempts = (1..=36).map(|number| {
        format!(
            "2026-11-21T03:{number:02}:07Z WARN  shipper::upload_worker: attempt {number} failed: HTTP 503 <Service Unavailable>"
        )
    });
    let mut log = vec![
        "$ ./ship.sh --glob '*.log' | tee /tmp/out_1.txt".to_owned(),
        String::new(),
    ];
    log.extend(attempts);
    log.push("# summary\nthread 'main' panicked at src/main.rs:42:17:".to_owned());
    log.push("    called `Result::unwrap()` on an `Err` value: Timeout { after: 30s }".to_owned());
    job_failed(
        "log_shipper_nightly",
        "ops-node-07",
        "ship.sh --glob '*.log'",
        &log.join("\n"),
        "https://logs.example.com/search",
    )
}
