//! With the blocks of `slack-morphism`, for a message of the same content. Nothing is escaped; the link is parsed, since a
//! button holds no other.

use slack_morphism::prelude::*;

use crate::Release;

/// The message.
///
/// # Errors
/// If the link of the build is not a URL.
pub fn message(release: &Release) -> Result<SlackMessageContent, Box<dyn std::error::Error>> {
    let Release {
        build,
        author,
        failed,
        ci,
    } = release;
    let mut blocks: Vec<SlackBlock> = slack_blocks![
        SlackHeaderBlock::new(pt!("发布完成")),
        SlackContextBlock::new(slack_blocks![some(pt!("build #{}", build))]),
        SlackSectionBlock::new().with_text(md!(
            "*环境* production，负责人 <mailto:lin@wps.cn|{}>",
            author
        )),
        SlackSectionBlock::new().with_fields(vec![md!("*开始*\n09:00"), md!("*耗时*\n12 min"),]),
    ];
    if failed.is_empty() {
        blocks.push(SlackSectionBlock::new().with_text(pt!("全部通过")).into());
    } else {
        blocks.push(SlackDividerBlock::new().into());
        for name in failed {
            let text = md!(":red_circle: *{}*", name);
            blocks.push(SlackSectionBlock::new().with_text(text).into());
        }
    }
    let open = SlackBlockButtonElement::new(pt!("查看"))
        .with_action_id("open".into())
        .with_url(format!("{ci}/builds/{build}").parse()?);
    let roll_back = SlackBlockButtonElement::new(pt!("回滚"))
        .with_action_id("rollback".into())
        .with_style(SlackBlockButtonStyle::Danger);
    blocks.push(SlackActionsBlock::new(slack_blocks![open, roll_back]).into());
    Ok(SlackMessageContent::new().with_blocks(blocks))
}
