//! Writes the preview of every template to the directory that is named, to be looked at in a browser.

use std::{error::Error, fs, path::PathBuf};

use message_card::{Preview, prelude::*};

fn main() -> Result<(), Box<dyn Error>> {
    let directory = PathBuf::from(std::env::args().nth(1).ok_or("name a directory")?);
    fs::create_dir_all(&directory)?;
    let known = |email: &str| email.split('@').next().map(str::to_owned);
    for (name, card) in preview_tests::template_cards() {
        let path = |suffix: &str| directory.join(format!("{name}{suffix}.html"));
        let usual = Preview::new()
            .wecom(WeCom::new().people(known))
            .dingtalk(DingTalk::new().people(known));
        fs::write(path(""), usual.html(&card))?;
        let notice = WeCom::new().format(wecom::Format::TemplateCard);
        fs::write(path("-notice"), Preview::new().wecom(notice).html(&card))?;
    }
    Ok(())
}
