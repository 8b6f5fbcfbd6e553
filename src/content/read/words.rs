//! How authors write each word that a field may hold.

use crate::content::front_matter::*;
use crate::content::shape::words;
use crate::content::vocabulary::{Medium, MetricKind, SourceKind, SystemKind};

words! {
    Status { Draft "draft", Review "review", Published "published", Archived "archived" }
    Basis { Assumed "assumed", Reported "reported", Observed "observed" }
    Stance { OutsideIn "outside-in", InsideOut "inside-out", Balance "balance" }
    ArticleForm { Article "article", Note "note", Case "case", WorkshopReport "workshop-report" }
    Permission { Author "author", Publisher "publisher", Licence "licence" }
    Dimension {
        Effortless "effortless", Productive "productive", Painless "painless", Emotional "emotional",
        Consistent "consistent",
    }
    Discipline {
        Strategy "strategy", CustomerUnderstanding "customer-understanding", Design "design",
        Measurement "measurement", Governance "governance", Culture "culture",
    }
    Kano {
        MustBe "must-be", OneDimensional "one-dimensional", Attractive "attractive", Indifferent "indifferent",
        Reverse "reverse",
    }
    JourneyState { Current "current", Future "future" }
    JourneyLevel { Lifecycle "lifecycle", Macro "macro", Micro "micro" }
    JourneyBasis { Assumed "assumed", Mixed "mixed", Observed "observed" }
    Mode {
        Acts "acts", Interacts "interacts", Observes "observes", Waits "waits", Undergoes "undergoes",
    }
    Confidence { Low "low", Medium "medium", High "high" }
    MomentKind { Zero "zero", First "first", Second "second", Ultimate "ultimate", Service "service" }
    Verdict { Keeps "keeps", Partly "partly", Breaks "breaks", Aspires "aspires" }
    Severity { Low "low", Medium "medium", High "high", Critical "critical" }
    Frequency { Rare "rare", Some "some", Often "often", Always "always" }
    DeviationKind {
        Abandon "abandon", Detour "detour", Repeat "repeat", Skip "skip", ChannelSwitch "channel-switch",
        Escalate "escalate", Branch "branch",
    }
    Handled { Designed "designed", Workaround "workaround", None "none" }
    OpportunityKind {
        Duplication "duplication", Information "information", NoBrainer "no-brainer", Redesign "redesign",
        Digitise "digitise", Recovery "recovery", Delight "delight", Policy "policy", Efficiency "efficiency",
    }
    OpportunityStatus {
        Open "open", Planned "planned", InProgress "in-progress", Testing "testing", Done "done",
        Dismissed "dismissed",
    }
    Benefit { Communication "communication", Process "process", Cost "cost", Loyalty "loyalty" }
    EvidenceKind {
        Quote "quote", Interview "interview", Survey "survey", Analytics "analytics", Complaints "complaints",
        Observation "observation", Log "log", Workshop "workshop",
    }
    Consent { Public "public", Anonymised "anonymised", Internal "internal" }
    PersonaRole { Customer "customer", Prospect "prospect", Partner "partner", Employee "employee" }
    Gender { Feminine "feminine", Masculine "masculine", Neuter "neuter", Other "other" }
    Outcome { Good "good", Bad "bad", Mixed "mixed" }
    EventForm { Workshop "workshop", Webinar "webinar", Talk "talk" }
    Quality { Machine "machine", Draft "draft", Reviewed "reviewed" }
    Medium {
        Phone "phone", Letter "letter", Email "email", Sms "sms", Chat "chat", Web "web", App "app",
        InPerson "in-person", Social "social", Device "device", Payment "payment", Other "other",
    }
    SystemKind { System "system", Process "process", Policy "policy", Supplier "supplier" }
    MetricKind {
        Nps "nps", Csat "csat", Ces "ces", Time "time", Count "count", Rate "rate", Money "money",
        Loyalty "loyalty", WordOfMouth "word-of-mouth", ShareOfWallet "share-of-wallet",
        PaymentSpeed "payment-speed", EmployeeEngagement "employee-engagement", Custom "custom",
    }
    SourceKind {
        Article "article", Book "book", Post "post", Report "report", Interview "interview", Dataset "dataset",
    }
}
