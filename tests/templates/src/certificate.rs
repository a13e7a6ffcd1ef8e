//! A reminder in English.

use message_card::prelude::*;

/// Certificates that expire soon, the first to expire first.
pub fn expiry(owner: (&str, &str), certificates: &[(&str, u32)], vault: &str) -> Card {
    let (name, email) = owner;
    let count = certificates.len();
    card! {
        <card>
            <header title="{count} certificates expire soon" subtitle="Automatic renewal is off"/>
            <markdown>"Owner: " <at email={email}>{name}</at> ". Please renew them before they expire."</markdown>
            <div>
                <markdown>"**Environment**" <br/> "production"</markdown>
                <markdown>"**Renewal**:" <br/> "by hand"</markdown>
            </div>
            <div division="flow_left">
                <markdown><b>"Host"</b></markdown>
                <markdown><b>"Days left"</b></markdown>
            </div>
            for (host, days) in certificates {
                <div division="flow_left">
                    <markdown>{host}</markdown>
                    <markdown>
                        if *days < 7 { <font color="red">{days}</font> } else { {days} }
                    </markdown>
                </div>
            }
            <markdown>"Runbook: <https://wiki.example.com/tls>, or ask in *#infra-help*."</markdown>
            <action>
                <button href="{vault}/ui/pki">"Open Vault"</button>
                <button key="snooze" fallback="drop">"Snooze for a day"</button>
            </action>
        </card>
    }
}

/// Three hosts.
pub fn sample() -> Card {
    let certificates = [
        ("*.api.example.com", 2),
        ("im_gateway.internal", 6),
        ("mail.example.com", 21),
    ];
    expiry(
        ("Lin Liang", "lin@wps.cn"),
        &certificates,
        "https://vault.example.com",
    )
}
