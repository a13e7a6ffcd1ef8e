//! What only looks like a mistake of markdown is none.

use message_card::card;

fn main() {
    let name = "*a*";
    let card = card! {
        <card>
            <markdown>"2 * 3 ** 4, a_b_c, ~5, C:\\*, \\*\\*"</markdown>
            <markdown>"**" {name} "** `" {name} "` [" {name} "](https://wps.cn)"</markdown>
            <markdown>"**{name}** and **" <i>{name}</i> "**"</markdown>
            <markdown>"<font color='red'>{name}</font> <at email=\"lin@wps.cn\">林亮</at><br>"</markdown>
            <markdown>"# a\n\n- b\n- **c**\n\n```\n** d\n```\n\n1 < 2 > 1"</markdown>
            <markdown>"**注意**：请 **Note:** do"</markdown>
            <markdown>"```\n" {name} "\n```" <br/> "after"</markdown>
            <markdown>
                "```\n"
                for line in name.lines() { "{line}\n" }
                "```"
            </markdown>
            <markdown>
                "```" <br/>
                if name.is_empty() { "nothing\n" } else { "{name}\n" }
                "```\n\n" <b>"after"</b>
            </markdown>
        </card>
    };
    assert_eq!(card.elements.len(), 9);
    assert_eq!(card.validate(), Ok(()));
}
