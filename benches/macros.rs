//! With `card!`.

use message_card::prelude::*;

use crate::Release;

/// The card.
pub fn card(release: &Release) -> Card {
    let Release {
        build,
        author,
        failed,
        ci,
    } = release;
    card! {
        <card>
            <header title="发布完成" subtitle="build #{build}"/>
            <markdown>
                "**环境** production，负责人 " <at email="lin@wps.cn">{author}</at>
            </markdown>
            <div>
                <markdown>"**开始**" <br/> "09:00"</markdown>
                <markdown>"**耗时**" <br/> "12 min"</markdown>
            </div>
            if failed.is_empty() {
                <text>"全部通过"</text>
            } else {
                <hr/>
                for name in failed {
                    <markdown><font color="red">{name}</font></markdown>
                }
            }
            <action>
                <button href="{ci}/builds/{build}" style="secondary">"查看"</button>
                <button key="rollback">"回滚"</button>
            </action>
        </card>
    }
}
