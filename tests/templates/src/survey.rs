//! A survey that stays on the list of things to do.

use message_card::prelude::*;

/// Asks for an answer until a day.
pub fn reminder(title: &str, due: &str, answered: u32, asked: u32, form: &str) -> Card {
    let left = asked.saturating_sub(answered);
    card! {
        <card>
            <config todo_switch="on" filter_key="survey" update_single={false} hide_on="ios" hide_text="请在电脑或安卓上填写"/>
            <header title={title} subtitle="截止 {due}"/>
            <markdown>
                "已有 **{answered}/{asked}** 人填写，"
                if left > 0 { <font color="orange">"还差 {left} 人"</font> } else { "全部完成" }
                "。"
            </markdown>
            <text>"预计用时 3 分钟，匿名填写。"</text>
            <action>
                <button href={form}>"去填写"</button>
                <button key="later" fallback="drop">"稍后提醒"</button>
                <button key="decline" fallback="不参加请回复 N">"不参加"</button>
            </action>
        </card>
    }
}

/// Some people are missing.
pub fn sample() -> Card {
    reminder(
        "【问卷】食堂满意度 (Q4)",
        "周五 18:00",
        132,
        180,
        "https://form.example.com/s/9?from=im&uid=$(id)",
    )
}
