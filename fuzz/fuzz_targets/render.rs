//! Random cards that a program could build, on every target with any options: what is sent is what the platform takes.
//!
//! The fuzzer's bytes are the seed of the random numbers that the strategies of the properties take, so that those which reach
//! something new are kept.

#![no_main]

use libfuzzer_sys::fuzz_target;
use property_tests::{
    card,
    setting::{FORMS, send, setting},
};
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

fuzz_target!(|bytes: &[u8]| {
    let mut seed = [0; 32];
    for (seed, byte) in seed.iter_mut().zip(bytes) {
        *seed = *byte;
    }
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let Ok(drawn) = (card(), setting(FORMS)).new_tree(&mut runner) else {
        return;
    };
    let (card, setting) = drawn.current();
    let (sent, again) = (send(&card, setting), send(&card, setting));
    assert_eq!(
        (&sent.messages, &sent.report),
        (&again.messages, &again.report)
    );
    let is_empty = sent.texts().iter().all(|(_, text)| text.trim().is_empty());
    for fault in &sent.faults {
        let mut lines = fault.lines();
        let is_own = lines.all(|line| line.ends_with("is empty, give it a value"));
        assert!(is_empty && is_own, "{fault}\n{card:#?}");
    }
    assert!(
        !sent.summary.contains(char::is_control),
        "{:?}",
        sent.summary
    );
});
