//! The report of a day, as a table.

use message_card::prelude::*;

/// What one service did.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// Its name.
    pub service: &'a str,
    /// How many requests it answered.
    pub requests: u64,
    /// How many of them with an error, per cent.
    pub errors: f64,
    /// What is to be said about it.
    pub note: &'a str,
}

/// What happened on a day.
pub fn daily(date: &str, rows: &[Row<'_>], dashboard: &str) -> Card {
    let total: u64 = rows.iter().map(|row| row.requests).sum();
    card! {
        <card>
            <header title="服务日报 {date}"/>
            <markdown>"昨日共 **{total}** 次请求，以下为各服务情况。"</markdown>
            <markdown>
                "| 服务 | 请求数 | 错误率 | 备注 |\n"
                "| :--- | ---: | ---: | :--- |\n"
                for Row { service, requests, errors, note } in rows {
                    "| {service} | {requests} | {errors:.2}% | {note} |\n"
                }
            </markdown>
            <text>"数据来源：Prometheus，时区 UTC+8"</text>
            <action><button href="{dashboard}?day={date}">"打开看板"</button></action>
        </card>
    }
}

/// Four services; a note has a bar in it.
pub fn sample() -> Card {
    let rows = [
        Row {
            service: "gateway",
            requests: 1_203_344,
            errors: 0.02,
            note: "",
        },
        Row {
            service: "user_profile_api",
            requests: 88_120,
            errors: 1.375,
            note: "重试 a|b 后恢复",
        },
        Row {
            service: "Cache<T>",
            requests: 5_410_021,
            errors: 0.0,
            note: "**扩容** 2 台",
        },
        Row {
            service: "log-shipper",
            requests: 17,
            errors: 11.8,
            note: "*.log 轮转失败",
        },
    ];
    daily("2026-11-20", &rows, "https://grafana.example.com/d/daily")
}
