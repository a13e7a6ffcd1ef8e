//! With `hypertext`'s `rsx!`, for the page that [`maud`](crate::maud) makes. What is interpolated is escaped.

use hypertext::prelude::*;

use crate::Release;

/// The page.
pub fn page(release: &Release) -> Rendered<String> {
    let Release {
        build,
        author,
        failed,
        ci,
    } = release;
    rsx! {
        <!DOCTYPE html>
        <html lang="zh-CN">
            <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>"发布完成"</title>
                <link rel="stylesheet" href="https://ci.example.com/assets/card.css">
            </head>
            <body class="card">
                <header class="card-header">
                    <h1 class="card-title">"发布完成"</h1>
                    <p class="card-subtitle">"build #" (build)</p>
                </header>
                <p class="card-text">
                    <strong>"环境"</strong> " production，负责人 "
                    <a class="card-mention" href="mailto:lin@wps.cn">(author)</a>
                </p>
                <div class="card-columns">
                    <p class="card-column"><strong>"开始"</strong> <br> "09:00"</p>
                    <p class="card-column"><strong>"耗时"</strong> <br> "12 min"</p>
                </div>
                @if failed.is_empty() {
                    <p class="card-text">"全部通过"</p>
                } @else {
                    <hr class="card-rule">
                    @for name in failed {
                        <p class="card-text"><span style="color: red">(name)</span></p>
                    }
                }
                <form class="card-actions" method="post">
                    <a class="card-button secondary" href={ (ci) "/builds/" (build) }>"查看"</a>
                    <button class="card-button" name="key" value="rollback">"回滚"</button>
                </form>
            </body>
        </html>
    }
    .render()
}
