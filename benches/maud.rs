//! With `maud`'s `html!`, for a page of the same content. What is interpolated is escaped.

use maud::{DOCTYPE, Markup, html};

use crate::Release;

/// The page.
#[must_use]
pub fn page(release: &Release) -> Markup {
    let Release {
        build,
        author,
        failed,
        ci,
    } = release;
    html! {
        (DOCTYPE)
        html lang="zh-CN" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "发布完成" }
                link rel="stylesheet" href="https://ci.example.com/assets/card.css";
            }
            body class="card" {
                header class="card-header" {
                    h1 class="card-title" { "发布完成" }
                    p class="card-subtitle" { "build #" (build) }
                }
                p class="card-text" {
                    strong { "环境" } " production，负责人 "
                    a class="card-mention" href="mailto:lin@wps.cn" { (author) }
                }
                div class="card-columns" {
                    p class="card-column" { strong { "开始" } br; "09:00" }
                    p class="card-column" { strong { "耗时" } br; "12 min" }
                }
                @if failed.is_empty() {
                    p class="card-text" { "全部通过" }
                } @else {
                    hr class="card-rule";
                    @for name in failed {
                        p class="card-text" { span style="color: red" { (name) } }
                    }
                }
                form class="card-actions" method="post" {
                    a class="card-button secondary" href={ (ci) "/builds/" (build) } { "查看" }
                    button class="card-button" name="key" value="rollback" { "回滚" }
                }
            }
        }
    }
}
