//! Journeys: what really happens, step by step.

use indexmap::IndexMap;

use super::{Basis, Common, Figure, Owner, PainRef, Ref, StepRef, TypedRef};
use crate::base::{Date, Id, Locale, Spanned, TextRange};
use crate::content::text::Text;

/// The front matter of a journey. Maps keep the order written: it is the order of the journey.
#[derive(Clone, Debug, Default)]
pub struct Journey {
    /// The fields of every page.
    pub common: Common,
    /// As it is, or as it should be (`kind`).
    pub state: Option<JourneyState>,
    /// The same journey in the other state.
    pub compares_with: Option<Ref>,
    /// How much of the relationship it covers.
    pub level: Option<JourneyLevel>,
    /// The step of a larger journey that this one zooms into; the journey is always named.
    pub parent: Option<Spanned<StepRef>>,
    /// The lifecycle whose stages its phases name.
    pub lifecycle: Option<Ref>,
    /// Whose journey it is.
    pub persona: Option<Ref>,
    /// What they want.
    pub goal: Option<Text>,
    /// What they were promised.
    pub promise: Option<Promise>,
    /// Who answers for the whole.
    pub owner: Owner,
    /// When it was mapped.
    pub mapped: Option<Spanned<Date>>,
    /// The workshop it came from.
    pub workshop: Option<Ref>,
    /// What it claims to rest on.
    pub basis: Option<Spanned<JourneyBasis>>,
    /// What the customer is asked to say or hand over.
    pub information: IndexMap<Id, Information>,
    /// The phases, each with its steps.
    pub phases: IndexMap<Id, Phase>,
    /// What departments pass on.
    pub hand_overs: Vec<HandOver>,
    /// How people leave the path.
    pub deviations: IndexMap<Id, Deviation>,
    /// What could be better.
    pub opportunities: IndexMap<Id, Opportunity>,
    /// What it rests on.
    pub evidence: IndexMap<Id, Evidence>,
    /// What was measured.
    pub readings: Vec<Reading>,
    /// Whether a part could not be read, and was reported: what names it may well be right.
    pub is_partly_read: bool,
}

impl Journey {
    /// The steps of the path, in order, each with the phase it is in.
    pub fn path(&self) -> impl Iterator<Item = (&Id, &Phase, &Id, &Step)> {
        self.phases
            .iter()
            .flat_map(|(phase_id, phase)| phase.steps.iter().map(move |(id, step)| (phase_id, phase, id, step)))
    }

    /// Every step: those of the path, then those of deviations.
    pub fn all_steps(&self) -> impl Iterator<Item = (&Id, &Step)> {
        let off_path = self.deviations.values().flat_map(|deviation| &deviation.steps);
        self.path().map(|(_, _, id, step)| (id, step)).chain(off_path)
    }

    /// The step called `id`, on the path or off it.
    #[must_use]
    pub fn step(&self, id: &Id) -> Option<&Step> {
        self.all_steps().find(|(step, _)| *step == id).map(|(_, step)| step)
    }
}

/// As it is, or as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum JourneyState {
    Current,
    Future,
}

/// How much of the relationship a journey covers. The larger comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum JourneyLevel {
    Lifecycle,
    Macro,
    Micro,
}

/// What a journey claims to rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum JourneyBasis {
    Assumed,
    Mixed,
    Observed,
}

/// What the customer was promised.
#[derive(Clone, Debug)]
pub struct Promise {
    /// In words.
    pub text: Text,
    /// Principles that it rests on: breaking one breaks the promise.
    pub principles: Vec<Ref>,
}

/// One thing that the customer is asked to say or hand over.
#[derive(Clone, Debug)]
pub struct Information {
    /// What it is called.
    pub name: Text,
    /// Whether it hurts to say.
    pub sensitive: bool,
    /// Whether it only says who is speaking, like a policy number.
    pub identifier: bool,
}

/// A stretch of the journey.
#[derive(Clone, Debug)]
pub struct Phase {
    /// What it is called, from the customer's side.
    pub name: Option<Text>,
    /// The stage of the lifecycle it belongs to.
    pub stage: Option<Ref>,
    /// What the customer wants of it.
    pub goal: Option<Text>,
    /// The steps, in order.
    pub steps: IndexMap<Id, Step>,
    /// Where its id stands.
    pub range: TextRange,
}

/// One thing that happens.
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// What happens, as a verb in the third person.
    pub name: Option<Text>,
    /// How the customer meets it, as written. Where it is not (`mode_range` is `None`) this is
    /// [`Mode::Acts`], and what holds follows from the touchpoint's channel, which `graph` knows.
    pub mode: Mode,
    /// Where the mode is written.
    pub mode_range: Option<TextRange>,
    /// Who does it, where it is not the journey's persona.
    pub actor: Option<Spanned<TypedRef>>,
    /// Needs of the persona that it meets.
    pub needs: Vec<Ref>,
    /// Time since the step before.
    pub after: Option<Spanned<Duration>>,
    /// What the customer does.
    pub does: Option<Text>,
    /// What the customer thinks.
    pub thinks: Option<Text>,
    /// How it feels, as a number.
    pub emotion: Option<Emotion>,
    /// How it feels, in a word or two.
    pub feeling: Option<Text>,
    /// Effort, result and friction.
    pub quality: Option<Quality3>,
    /// Where it happens.
    pub touchpoints: Touchpoints,
    /// The channel, where the touchpoint leaves a choice.
    pub channel: Option<Ref>,
    /// How long it takes.
    pub takes: Option<Spanned<Duration>>,
    /// What the customer says or hands over.
    pub tells: Vec<Ref>,
    /// The department that hears it.
    pub told_to: Option<Ref>,
    /// What departments do in sight.
    pub frontstage: Vec<(Ref, Text)>,
    /// What departments do out of sight.
    pub backstage: Vec<(Ref, Text)>,
    /// Systems it rests on.
    pub support: Vec<Ref>,
    /// Whether the relationship is decided here.
    pub moment_of_truth: Option<MomentOfTruth>,
    /// What surprised for the better.
    pub wow: Option<Text>,
    /// Principles that it keeps or breaks.
    pub principles: Vec<(Ref, Spanned<Verdict>)>,
    /// What hurts.
    pub pains: IndexMap<Id, Pain>,
    /// What is measured here.
    pub metrics: Vec<Ref>,
    /// A picture.
    pub figure: Option<Figure>,
    /// What comes next, where it is not the next step.
    pub next: Vec<Ref>,
    /// The journey that zooms into this step.
    pub journey: Option<Ref>,
    /// Where its id stands.
    pub range: TextRange,
}

/// How the customer meets a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Mode {
    #[default]
    Acts,
    Interacts,
    Observes,
    Waits,
    Undergoes,
}

/// Where a step happens. The mode that is not written follows from it and its channel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Touchpoints {
    /// Nowhere the organisation can see.
    #[default]
    None,
    /// At one place.
    One(Ref),
    /// At each of these (`touchpoints`).
    All(Vec<Ref>),
    /// At any one of these (`alternatives`).
    AnyOf(Vec<Ref>),
}

impl Touchpoints {
    /// Those named, however they combine.
    #[must_use]
    pub fn refs(&self) -> &[Ref] {
        match self {
            Self::None => &[],
            Self::One(touchpoint) => std::slice::from_ref(touchpoint),
            Self::All(touchpoints) | Self::AnyOf(touchpoints) => touchpoints,
        }
    }
}

/// How a step feels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emotion {
    /// From -20 to 20: tenths of the scale from -2 to 2.
    pub score: i8,
    /// How staff believe it feels, in tenths.
    pub staff: Option<i8>,
    /// What the score rests on.
    pub basis: Basis,
    /// How sure we are.
    pub confidence: Option<Confidence>,
    /// Evidence of this journey.
    pub evidence: Vec<Ref>,
    /// Where the score stands.
    pub range: TextRange,
}

/// How sure we are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Confidence {
    Low,
    Medium,
    High,
}

/// Effort, result and friction, each from 1 to 5; 5 is good on all three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the field's own words")]
pub struct Quality3 {
    pub effortless: Option<u8>,
    pub productive: Option<u8>,
    pub painless: Option<u8>,
}

/// A stretch of time as it was written, perhaps a range: `25m`, `10d..21d`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    /// The shortest.
    pub least: Amount,
    /// The longest, where it is a range.
    pub most: Option<Amount>,
}

/// A number of units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: TimeUnit,
}

impl Amount {
    /// In seconds.
    #[must_use]
    pub fn seconds(self) -> u64 {
        u64::from(self.count) * self.unit.seconds()
    }
}

impl std::fmt::Display for Amount {
    /// As authors write it: `25m`.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}{}", self.count, self.unit.letter())
    }
}

/// `s m h d w`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
}

impl TimeUnit {
    /// All of them, the shortest first.
    pub const ALL: [Self; 5] = [Self::Second, Self::Minute, Self::Hour, Self::Day, Self::Week];

    /// How long it is.
    #[must_use]
    pub fn seconds(self) -> u64 {
        match self {
            Self::Second => 1,
            Self::Minute => 60,
            Self::Hour => 3_600,
            Self::Day => 86_400,
            Self::Week => 604_800,
        }
    }

    /// The letter it goes by.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::Second => 's',
            Self::Minute => 'm',
            Self::Hour => 'h',
            Self::Day => 'd',
            Self::Week => 'w',
        }
    }
}

/// Where the relationship is decided.
#[derive(Clone, Debug)]
pub struct MomentOfTruth {
    /// Which of the known moments it is.
    pub kind: Option<MomentKind>,
    /// Why it is one.
    pub why: Option<Text>,
}

/// The known moments of truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum MomentKind {
    Zero,
    First,
    Second,
    Ultimate,
    Service,
}

/// What a step does to a principle. The worse comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Verdict {
    Breaks,
    Partly,
    Keeps,
    Aspires,
}

/// What hurts.
#[derive(Clone, Debug)]
pub struct Pain {
    /// In words.
    pub text: Option<Text>,
    /// How much.
    pub severity: Severity,
    /// How often.
    pub frequency: Option<Frequency>,
    /// Who should mend it.
    pub owner: Owner,
    /// Since when.
    pub since: Option<Spanned<Date>>,
    /// What it is a sign of.
    pub symptom: Option<Ref>,
    /// The step where it starts.
    pub cause: Option<Spanned<StepRef>>,
    /// Steps that suffer from it later.
    pub affects: Vec<Spanned<StepRef>>,
    /// What was meant well.
    pub intent: Option<Text>,
    /// Evidence of this journey.
    pub evidence: Vec<Ref>,
    /// Where its id stands.
    pub range: TextRange,
}

/// How much a pain hurts. The mildest comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Severity {
    Low,
    #[default]
    Medium,
    High,
    Critical,
}

/// How often a pain is felt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Frequency {
    Rare,
    Some,
    Often,
    Always,
}

/// What one department passes to another.
#[derive(Clone, Debug)]
pub struct HandOver {
    /// Who passes it on.
    pub from: Ref,
    /// Who gets it.
    pub to: Ref,
    /// What.
    pub what: Vec<Ref>,
    /// Through which system.
    pub via: Option<Ref>,
    /// Whether it only works at times.
    pub partly: bool,
    /// Where it stands.
    pub range: TextRange,
}

/// What happens when people leave the path.
#[derive(Clone, Debug)]
pub struct Deviation {
    /// The step they leave from.
    pub from: Option<Ref>,
    /// What happens.
    pub name: Option<Text>,
    /// How they leave.
    pub kind: Option<DeviationKind>,
    /// How many, in thousandths, and what that rests on.
    pub share: Option<Spanned<u32>>,
    /// What the share rests on.
    pub basis: Option<Basis>,
    /// Evidence of this journey.
    pub evidence: Vec<Ref>,
    /// When the share was counted.
    pub date: Option<Spanned<Date>>,
    /// Over how many.
    pub n: Option<u32>,
    /// How it feels.
    pub emotion: Option<Emotion>,
    /// What hurts.
    pub pains: IndexMap<Id, Pain>,
    /// Where they come back, if they do.
    pub rejoins: Option<Rejoins>,
    /// Whether anybody thought of it.
    pub handled: Option<Handled>,
    /// Who should.
    pub owner: Owner,
    /// What they go through.
    pub steps: IndexMap<Id, Step>,
    /// Principles it keeps or breaks.
    pub principles: Vec<(Ref, Spanned<Verdict>)>,
    /// Where its id stands.
    pub range: TextRange,
}

/// Where people come back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejoins {
    /// A step of the journey.
    Step(Ref),
    /// They leave.
    Exit(TextRange),
}

/// How people leave the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum DeviationKind {
    Abandon,
    Detour,
    Repeat,
    Skip,
    ChannelSwitch,
    Escalate,
    Branch,
}

/// Whether anybody thought of a deviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Handled {
    Designed,
    Workaround,
    None,
}

/// What could be better.
#[derive(Clone, Debug)]
pub struct Opportunity {
    /// What to do.
    pub name: Option<Text>,
    /// What sort of improvement it is.
    pub kind: Option<OpportunityKind>,
    /// Pains that it would take away.
    pub addresses: Vec<Spanned<PainRef>>,
    /// What it would take away besides.
    pub removes: Vec<Spanned<Removal>>,
    /// Who does it.
    pub owner: Owner,
    /// How far it is.
    pub status: OpportunityStatus,
    /// Where the status stands, if it does.
    pub status_range: Option<TextRange>,
    /// Worth to the customer, 1 to 5.
    pub customer_value: Option<Spanned<u8>>,
    /// Worth to the organisation, 1 to 5.
    pub business_value: Option<Spanned<u8>>,
    /// Cost, 1 to 5.
    pub effort: Option<Spanned<u8>>,
    /// What it is good for.
    pub benefit: Vec<Benefit>,
    /// When it is promised.
    pub due: Option<Spanned<Date>>,
    /// When it was done.
    pub done: Option<Spanned<Date>>,
    /// The metric that should move.
    pub measure: Option<Ref>,
    /// Where the work is followed.
    pub link: Option<Spanned<String>>,
    /// Where its id stands.
    pub range: TextRange,
}

/// What an opportunity would take away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Removal {
    /// A whole step.
    Step(Id),
    /// The wow of a step (`step/wow`).
    Wow(Id),
    /// A touchpoint, wherever it is met.
    Touchpoint(Id),
}

/// What sort of improvement an opportunity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum OpportunityKind {
    Duplication,
    Information,
    NoBrainer,
    Redesign,
    Digitise,
    Recovery,
    Delight,
    Policy,
    Efficiency,
}

/// How far an opportunity is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum OpportunityStatus {
    #[default]
    Open,
    Planned,
    InProgress,
    Testing,
    Done,
    Dismissed,
}

/// What an opportunity is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Benefit {
    Communication,
    Process,
    Cost,
    Loyalty,
}

/// What a journey rests on: a quote, a count, an observation.
///
/// Internal evidence is dropped by `graph::resolve` before anything can be written.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// What sort it is.
    pub kind: Option<EvidenceKind>,
    /// Word for word.
    pub says: Option<Text>,
    /// What a log, a survey or an analysis shows.
    pub finding: Option<Text>,
    /// What it was understood to mean.
    pub means: Option<Text>,
    /// The persona who stands for the speaker.
    pub who: Option<Ref>,
    /// How it was come by; not translated.
    pub via: Option<Spanned<String>>,
    /// When.
    pub date: Option<Spanned<Date>>,
    /// Over how many.
    pub n: Option<u32>,
    /// The source it is quoted from.
    pub source: Option<Ref>,
    /// The language it was said in.
    pub lang: Option<Spanned<Locale>>,
    /// Whether it may be published.
    pub consent: Option<Consent>,
    /// Where its id stands.
    pub range: TextRange,
}

/// What sort of evidence it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum EvidenceKind {
    Quote,
    Interview,
    Survey,
    Analytics,
    Complaints,
    Observation,
    Log,
    Workshop,
}

/// Whether evidence may be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Consent {
    Public,
    Anonymised,
    Internal,
}

/// One measurement.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What was measured.
    pub metric: Ref,
    /// In thousandths of the metric's unit.
    pub value: Spanned<i64>,
    /// When.
    pub date: Spanned<Date>,
    /// Over how many.
    pub n: Option<u32>,
    /// The step it was measured at.
    pub step: Option<Ref>,
    /// The persona it was measured for.
    pub persona: Option<Ref>,
    /// Where it is published.
    pub source: Option<Ref>,
    /// Where it stands.
    pub range: TextRange,
}
