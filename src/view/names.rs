//! The field's own words to the ids of their messages: `verdict-keeps`, `severity-high`.

use crate::content::Kind;
use crate::content::front_matter::{
    ArticleForm, Basis, Benefit, DeviationKind, Dimension, Discipline, EventForm, EvidenceKind, Frequency, Handled,
    JourneyBasis, JourneyLevel, JourneyState, Kano, Mode, MomentKind, OpportunityKind, OpportunityStatus, Outcome,
    PersonaRole, Severity, Stance, Status, Verdict,
};
use crate::content::vocabulary::{Medium, MetricKind, SourceKind, SystemKind};

/// A value that the theme has a word for.
pub(super) trait Named {
    /// The id of its message.
    fn key(self) -> &'static str;
}

macro_rules! named {
    ($($type:ident { $($variant:ident => $key:literal),* $(,)? })*) => {
        $(impl Named for $type {
            fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)* }
            }
        })*
    };
}

named! {
    Verdict {
        Breaks => "verdict-breaks", Partly => "verdict-partly", Keeps => "verdict-keeps", Aspires => "verdict-aspires",
    }
    Severity {
        Low => "severity-low", Medium => "severity-medium", High => "severity-high", Critical => "severity-critical",
    }
    Frequency {
        Rare => "frequency-rare", Some => "frequency-some", Often => "frequency-often", Always => "frequency-always",
    }
    Mode {
        Acts => "mode-acts", Interacts => "mode-interacts", Observes => "mode-observes", Waits => "mode-waits",
        Undergoes => "mode-undergoes",
    }
    Basis { Assumed => "basis-assumed", Reported => "basis-reported", Observed => "basis-observed" }
    JourneyBasis { Assumed => "basis-assumed", Mixed => "basis-mixed", Observed => "basis-observed" }
    JourneyState { Current => "state-current", Future => "state-future" }
    JourneyLevel { Lifecycle => "level-lifecycle", Macro => "level-macro", Micro => "level-micro" }
    DeviationKind {
        Abandon => "deviation-abandon", Detour => "deviation-detour", Repeat => "deviation-repeat",
        Skip => "deviation-skip", ChannelSwitch => "deviation-channel-switch", Escalate => "deviation-escalate",
        Branch => "deviation-branch",
    }
    Handled { Designed => "handled-designed", Workaround => "handled-workaround", None => "handled-none" }
    OpportunityKind {
        Duplication => "opportunity-duplication", Information => "opportunity-information",
        NoBrainer => "opportunity-no-brainer", Redesign => "opportunity-redesign",
        Digitise => "opportunity-digitise", Recovery => "opportunity-recovery", Delight => "opportunity-delight",
        Policy => "opportunity-policy", Efficiency => "opportunity-efficiency",
    }
    OpportunityStatus {
        Open => "status-open", Planned => "status-planned", InProgress => "status-in-progress",
        Testing => "status-testing", Done => "status-done", Dismissed => "status-dismissed",
    }
    Benefit {
        Communication => "benefit-communication", Process => "benefit-process", Cost => "benefit-cost",
        Loyalty => "benefit-loyalty",
    }
    EvidenceKind {
        Quote => "evidence-quote", Interview => "evidence-interview", Survey => "evidence-survey",
        Analytics => "evidence-analytics", Complaints => "evidence-complaints",
        Observation => "evidence-observation", Log => "evidence-log", Workshop => "evidence-workshop",
    }
    MomentKind {
        Zero => "moment-zero", First => "moment-first", Second => "moment-second", Ultimate => "moment-ultimate",
        Service => "moment-service",
    }
    Stance { OutsideIn => "stance-outside-in", InsideOut => "stance-inside-out", Balance => "stance-balance" }
    Dimension {
        Effortless => "dimension-effortless", Productive => "dimension-productive",
        Painless => "dimension-painless", Emotional => "dimension-emotional", Consistent => "dimension-consistent",
    }
    Discipline {
        Strategy => "discipline-strategy", CustomerUnderstanding => "discipline-customer-understanding",
        Design => "discipline-design", Measurement => "discipline-measurement",
        Governance => "discipline-governance", Culture => "discipline-culture",
    }
    Kano {
        MustBe => "kano-must-be", OneDimensional => "kano-one-dimensional", Attractive => "kano-attractive",
        Indifferent => "kano-indifferent", Reverse => "kano-reverse",
    }
    ArticleForm {
        Article => "form-article", Note => "form-note", Case => "form-case", WorkshopReport => "form-workshop-report",
    }
    PersonaRole {
        Customer => "role-customer", Prospect => "role-prospect", Partner => "role-partner",
        Employee => "role-employee",
    }
    Outcome { Good => "outcome-good", Bad => "outcome-bad", Mixed => "outcome-mixed" }
    EventForm { Workshop => "event-workshop", Webinar => "event-webinar", Talk => "event-talk" }
    Medium {
        Phone => "medium-phone", Letter => "medium-letter", Email => "medium-email", Sms => "medium-sms",
        Chat => "medium-chat", Web => "medium-web", App => "medium-app", InPerson => "medium-in-person",
        Social => "medium-social", Device => "medium-device", Payment => "medium-payment", Other => "medium-other",
    }
    SystemKind {
        System => "system-system", Process => "system-process", Policy => "system-policy",
        Supplier => "system-supplier",
    }
    MetricKind {
        Nps => "metric-nps", Csat => "metric-csat", Ces => "metric-ces", Time => "metric-time",
        Count => "metric-count", Rate => "metric-rate", Money => "metric-money", Loyalty => "metric-loyalty",
        WordOfMouth => "metric-word-of-mouth", ShareOfWallet => "metric-share-of-wallet",
        PaymentSpeed => "metric-payment-speed", EmployeeEngagement => "metric-employee-engagement",
        Custom => "metric-custom",
    }
    SourceKind {
        Article => "source-article", Book => "source-book", Post => "source-post", Report => "source-report",
        Interview => "source-interview", Dataset => "source-dataset",
    }
    Status {
        Draft => "document-draft", Review => "document-review", Published => "document-published",
        Archived => "document-archived",
    }
    Kind {
        Page => "kind-page", Article => "kind-article", Principle => "kind-principle", Journey => "kind-journey",
        Persona => "kind-persona", Example => "kind-example", Event => "kind-event", Response => "kind-response",
        Department => "kind-department", Channel => "kind-channel", Touchpoint => "kind-touchpoint",
        Purpose => "kind-purpose", System => "kind-system", Metric => "kind-metric", Symptom => "kind-symptom",
        Lifecycle => "kind-lifecycle", Stage => "kind-stage", Category => "kind-category", Tag => "kind-tag",
        Family => "kind-family", Term => "kind-term", Author => "kind-author", Source => "kind-source",
    }
}

/// The id of the message that names all entities of a kind: the title of its index.
pub(super) fn plural_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Page => "kinds-page",
        Kind::Article => "kinds-article",
        Kind::Principle => "kinds-principle",
        Kind::Journey => "kinds-journey",
        Kind::Persona => "kinds-persona",
        Kind::Example => "kinds-example",
        Kind::Event => "kinds-event",
        Kind::Response => "kinds-response",
        Kind::Department => "kinds-department",
        Kind::Channel => "kinds-channel",
        Kind::Touchpoint => "kinds-touchpoint",
        Kind::Purpose => "kinds-purpose",
        Kind::System => "kinds-system",
        Kind::Metric => "kinds-metric",
        Kind::Symptom => "kinds-symptom",
        Kind::Lifecycle => "kinds-lifecycle",
        Kind::Stage => "kinds-stage",
        Kind::Category => "kinds-category",
        Kind::Tag => "kinds-tag",
        Kind::Family => "kinds-family",
        Kind::Term => "kinds-term",
        Kind::Author => "kinds-author",
        Kind::Source => "kinds-source",
    }
}

/// The shape and the tone of a verdict.
pub(super) fn verdict_look(verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Breaks => ("✗", "bad"),
        Verdict::Partly => ("~", "partly"),
        Verdict::Keeps => ("✓", "ok"),
        Verdict::Aspires => ("→", "muted"),
    }
}

/// The tone of a severity.
pub(super) fn severity_tone(severity: Severity) -> &'static str {
    match severity {
        Severity::Low => "muted",
        Severity::Medium => "partly",
        Severity::High => "warn",
        Severity::Critical => "bad",
    }
}

/// How a verdict is written in a class or a query: `keeps`.
pub(super) fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Breaks => "breaks",
        Verdict::Partly => "partly",
        Verdict::Keeps => "keeps",
        Verdict::Aspires => "aspires",
    }
}

/// How a stance is written in a class: `outside-in`.
pub(super) fn stance_word(stance: Option<Stance>) -> &'static str {
    match stance {
        Some(Stance::OutsideIn) => "outside-in",
        Some(Stance::InsideOut) => "inside-out",
        Some(Stance::Balance) | None => "balance",
    }
}
