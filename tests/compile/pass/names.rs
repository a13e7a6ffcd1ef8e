//! An attribute that takes a name takes the type of that name as well.

use message_card::{Card, ClientType, Config, Div, Division, Header, Language, Locale, NonsupportClient, TodoSwitch, card};

fn card(languages: &[(Language, &str)], todo: TodoSwitch, division: Option<Division>, client: ClientType) -> Card {
    card! {
        <card>
            <config todo_switch={todo} hide_on={client} hide_text="a"/>
            <div division={division}><markdown>"a"</markdown></div>
            for (language, title) in languages {
                <locale lang={language}><header title={title}/></locale>
            }
        </card>
    }
}

fn main() {
    let locale = |language, title| Locale::new(language).header(Header::new(title));
    let expected = Card::new()
        .config(
            Config::new()
                .todo_switch(TodoSwitch::Off)
                .nonsupport_client(NonsupportClient::new([ClientType::Pc]).describe("a")),
        )
        .div(Div::new([message_card::Markdown::from("a")]).division(Division::FlowLeft))
        .locale(locale(Language::EnUs, "Title"))
        .locale(locale(Language::ZhTw, "標題"));
    let languages = [(Language::EnUs, "Title"), (Language::ZhTw, "標題")];
    assert_eq!(card(&languages, TodoSwitch::Off, Some(Division::FlowLeft), ClientType::Pc), expected);
    assert_eq!(Language::EnUs.to_string(), "en-US");
}
