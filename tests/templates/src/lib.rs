//! Templates as services have them: each is a function that returns a card, and beside it the card of a usual day.
//!
//! `tests/snapshots.rs` shows what each becomes on every target.

pub mod alert;
pub mod approval;
pub mod certificate;
pub mod digest;
pub mod handover;
pub mod incident;
pub mod maintenance;
pub mod metrics;
pub mod minutes;
pub mod onboarding;
pub mod release;
pub mod report;
pub mod review;
pub mod survey;
pub mod window;

use message_card::Card;

/// Every template with its name, the card of a usual day.
pub fn template_cards() -> Vec<(&'static str, Card)> {
    vec![
        ("release_passed", release::passed()),
        ("release_failed", release::failed()),
        ("incident_opened", incident::sample_opened()),
        ("incident_resolved", incident::sample_resolved()),
        ("approval_request", approval::sample()),
        ("duty_handover", handover::sample()),
        ("daily_report", report::sample()),
        ("weekly_metrics", metrics::sample()),
        ("maintenance_notice", maintenance::sample()),
        ("image_digest", digest::sample()),
        ("job_alert", alert::sample()),
        ("review_reminder", review::sample()),
        ("deployment_window", window::sample()),
        ("onboarding", onboarding::sample()),
        ("survey", survey::sample()),
        ("meeting_minutes", minutes::sample()),
        ("certificate_expiry", certificate::sample()),
    ]
}
