fn main(){ for (n,c) in preview_tests::template_cards() { if std::env::args().nth(1).as_deref()==Some(n) { print!("{}", message_card::snapshot(&c)); } } }
