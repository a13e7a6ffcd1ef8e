//! Cards to look at and to test with: every template of a service, and cards that mean no good.

mod hostile;

pub use hostile::{STRINGS, hostile_cards};

use message_card::Card;
use template_tests as templates;

/// Every template with its name, the card of a usual day.
pub fn template_cards() -> Vec<(&'static str, Card)> {
    vec![
        ("release_passed", templates::release::passed()),
        ("release_failed", templates::release::failed()),
        ("incident_opened", templates::incident::sample_opened()),
        ("incident_resolved", templates::incident::sample_resolved()),
        ("approval_request", templates::approval::sample()),
        ("duty_handover", templates::handover::sample()),
        ("daily_report", templates::report::sample()),
        ("weekly_metrics", templates::metrics::sample()),
        ("maintenance_notice", templates::maintenance::sample()),
        ("image_digest", templates::digest::sample()),
        ("job_alert", templates::alert::sample()),
        ("review_reminder", templates::review::sample()),
        ("deployment_window", templates::window::sample()),
        ("onboarding", templates::onboarding::sample()),
        ("survey", templates::survey::sample()),
        ("meeting_minutes", templates::minutes::sample()),
        ("certificate_expiry", templates::certificate::sample()),
    ]
}
