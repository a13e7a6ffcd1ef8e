//! What every template becomes on every target, one snapshot per template; review them with `cargo insta review`.

#![allow(clippy::expect_used, clippy::panic)]

mod sheet;

use message_card::Card;
use sheet::Sheet;
use template_tests as templates;

fn check(name: &str, sheet: Sheet, card: &Card) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, sheet.of(card));
    });
}

macro_rules! snapshots {
    ($($name:ident: $card:expr $(, $locale:literal)?;)+) => {
        $(
            #[test]
            fn $name() {
                check(stringify!($name), Sheet::new()$(.locale($locale))?, &$card);
            }
        )+
    };
}

snapshots! {
    release_passed: templates::release::passed();
    release_failed: templates::release::failed();
    incident_opened: templates::incident::sample_opened();
    incident_resolved: templates::incident::sample_resolved();
    approval_request: templates::approval::sample();
    duty_handover: templates::handover::sample();
    daily_report: templates::report::sample();
    weekly_metrics: templates::metrics::sample();
    maintenance_notice: templates::maintenance::sample();
    maintenance_notice_in_english: templates::maintenance::sample(), "en-US";
    maintenance_notice_in_zh_tw: templates::maintenance::sample(), "zh-TW";
    image_digest: templates::digest::sample();
    job_alert: templates::alert::sample();
    review_reminder: templates::review::sample();
    deployment_window: templates::window::sample();
    onboarding: templates::onboarding::sample();
    survey: templates::survey::sample();
    meeting_minutes: templates::minutes::sample();
    certificate_expiry_in_english: templates::certificate::sample(), "en-US";
}

/// As a service keeps them: with the library's own text, and every option as it is by default.
#[test]
fn as_the_library_writes_them() {
    for (name, card) in templates::template_cards() {
        insta::with_settings!({
            prepend_module_to_snapshot => false,
            omit_expression => true,
            snapshot_path => "snapshots/library",
        }, {
            insta::assert_snapshot!(name, message_card::snapshot(&card));
        });
    }
}
