//! A request that somebody has to decide.

use message_card::prelude::*;

/// A change that waits for approval.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// Its number.
    pub id: &'a str,
    /// What is asked for.
    pub title: &'a str,
    /// Who asks.
    pub applicant: (&'a str, &'a str),
    /// What the form says: name and value.
    pub form: Vec<(&'a str, String)>,
    /// Why.
    pub reason: &'a str,
}

/// A request for approval, with buttons that post back.
pub fn request(request: &Request<'_>, oa: &str) -> Card {
    let Request {
        id,
        title,
        applicant: (name, email),
        form,
        reason,
    } = request;
    card! {
        <card targets="wecom dingtalk text">
            <config operator_allow="none" todo_switch="on" update_single/>
            <header title="审批：{title}" subtitle="单号 {id}"/>
            <markdown fallback="申请人：{name}">"申请人：" <at email={email}>{name}</at></markdown>
            for row in form.chunks(2) {
                <div>
                    for (label, value) in row {
                        <markdown><b>{label}</b> <br/> {value}</markdown>
                    }
                </div>
            }
            <markdown>"**申请理由**" <br/> {reason}</markdown>
            <hr/>
            <action>
                <button key="approve:{id}" fallback="同意：请在 WPS 协作中操作">"同意"</button>
                <button key="reject:{id}" style="secondary" fallback="drop">"拒绝"</button>
                <button href="{oa}/requests/{id}">"查看详情"</button>
            </action>
        </card>
    }
}

/// Access to a database.
pub fn sample() -> Card {
    let form = vec![
        ("资源", "orders_prod (只读)".to_owned()),
        ("权限", "SELECT, EXPLAIN".to_owned()),
        ("有效期", "7 天".to_owned()),
        ("来源 IP", "10.8.*.*".to_owned()),
        ("风险等级", "中".to_owned()),
    ];
    let asked = Request {
        id: "DB-20261121-007",
        title: "数据库权限申请",
        applicant: ("陈_小明", "chen@wps.cn"),
        form,
        reason: "排查订单重复问题：需要核对 order_id 与 pay_id\n- 只查询 11 月数据\n- 不导出明细",
    };
    request(&asked, "https://oa.example.com")
}
