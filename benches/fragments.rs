//! The card's JSON cut up by hand where its values stand, and joined with them: the least that writing it can cost. Nothing
//! is escaped.

use crate::Release;

const START: &str = r#"{"header":{"title":{"tag":"text","content":{"type":"plainText","text":"发布完成"}},"subtitle":{"tag":"text","content":{"type":"plainText","text":"build #"#;
const AUTHOR: &str = r#""}}},"elements":[{"tag":"text","content":{"type":"markdown","text":"**环境** production，负责人 <at email=\"lin@wps.cn\">"#;
const TIMES: &str = r#"</at>"}},{"tag":"div","fields":[{"tag":"text","content":{"type":"markdown","text":"**开始**  \n09:00"}},{"tag":"text","content":{"type":"markdown","text":"**耗时**  \n12 min"}}]},"#;
const PASSED: &str = r#"{"tag":"text","content":{"type":"plainText","text":"全部通过"}},"#;
const RULE: &str = r#"{"tag":"hr"},"#;
const FAILED: &str = r#"{"tag":"text","content":{"type":"markdown","text":"<font color='red'>"#;
const FAILED_END: &str = r#"</font>"}},"#;
const ACTION: &str = r#"{"tag":"action","actions":[{"tag":"button","content":{"type":"plainText","text":"查看"},"style":"secondary","href":{"url_val":{"url":""#;
const END: &str =
    r#""}}},{"tag":"button","content":{"type":"plainText","text":"回滚"},"key":"rollback"}]}]}"#;

/// The card's JSON.
#[must_use]
pub fn json(release: &Release) -> String {
    let Release {
        build,
        author,
        failed,
        ci,
    } = release;
    let build = build.to_string();
    let mut out = String::with_capacity(1024);
    let mut add = |pieces: &[&str]| {
        for piece in pieces {
            out.push_str(piece);
        }
    };
    add(&[START, &build, AUTHOR, author, TIMES]);
    if failed.is_empty() {
        add(&[PASSED]);
    } else {
        add(&[RULE]);
        for name in failed {
            add(&[FAILED, name, FAILED_END]);
        }
    }
    add(&[ACTION, ci, "/builds/", &build, END]);
    out
}
