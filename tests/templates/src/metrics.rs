//! The figures of a week, with what they mean.

use message_card::prelude::*;

/// A figure and how it moved.
#[derive(Debug, Clone, Copy)]
pub struct Metric<'a> {
    /// What is measured.
    pub name: &'a str,
    /// The figure.
    pub value: &'a str,
    /// Its change, per cent.
    pub change: f64,
}

/// The figures of a week and the text that explains them.
pub fn weekly(
    team: &str,
    week: &str,
    metrics: &[Metric<'_>],
    analysis: &[&str],
    url: &str,
) -> Card {
    card! {
        <card>
            <link url={url}/>
            <header title="{team} 周报" subtitle={week}/>
            for pair in metrics.chunks(2) {
                <div division="middle">
                    for Metric { name, value, change } in pair {
                        let color = if *change < 0.0 { "red" } else { "green" };
                        <markdown>
                            <b>{name}</b> <br/>
                            {value} " " <font color={color}>"({change:+.1}%)"</font>
                        </markdown>
                    }
                </div>
            }
            <hr/>
            <markdown>"**解读**"</markdown>
            for paragraph in analysis {
                <text>{paragraph}</text>
            }
            <markdown>"*数据截至周日 24:00，仅供内部参考*"</markdown>
        </card>
    }
}

/// Four figures, and two paragraphs of several hundred characters.
pub fn sample() -> Card {
    let metrics = [
        Metric {
            name: "DAU",
            value: "12.4 万",
            change: 3.2,
        },
        Metric {
            name: "崩溃率",
            value: "0.31‰",
            change: -12.5,
        },
        Metric {
            name: "首屏 P95",
            value: "1.8 s",
            change: -4.0,
        },
        Metric {
            name: "工单",
            value: "57",
            change: 18.75,
        },
    ];
    let analysis = [
        "本周 DAU 上涨主要来自教育版的开学季活动，其中 iOS 端增长 5.1%，Android 端增长 2.4%，PC 端基本持平。活动页的转化率为 \
         21.3%，高于去年同期的 18.9%；但次日留存下降 0.7 个百分点，需要在下周继续观察。新用户中约 34% 来自微信分享，分享卡片的\
         点击率在改版后提升明显。",
        "崩溃率下降得益于 4.2.1 版本修复了 `RecyclerView` 在 <Android 9 上的越界问题（见 crash_report_2026_11_18.log）。剩余的\
         崩溃集中在低内存机型：\n1. 打开超过 50 MB 的 PPT；\n2. 同时预览 10 张以上图片。\n以上两项计划在 4.3 中处理，\
         预计再降低 40% ~ 50%。",
    ];
    weekly(
        "移动端",
        "2026-W47",
        &metrics,
        &analysis,
        "https://bi.example.com/weekly/47",
    )
}
