//! Relations: what one place has to do with another.

use super::Place;
use crate::content::front_matter::Verdict;

/// One relation between two places, as written or as follows from what was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edge {
    /// Where it starts.
    pub from: Place,
    /// Where it leads.
    pub to: Place,
    /// What it means.
    pub relation: Relation,
}

/// What an edge means, read from its start to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Anything → the source it rests on.
    Cites,
    /// A document → its author.
    WrittenBy,
    /// A document → a tag.
    TaggedWith,
    /// A document → its category.
    InCategory,
    /// A principle → its family.
    InFamily,
    /// A principle or a pain → a symptom.
    ShowsSymptom,
    /// A step or a deviation → a principle, with what it does to it.
    AppliesPrinciple(Verdict),
    /// A journey → a principle that its promise rests on.
    Promises,
    /// An article → a principle, a journey or a step.
    Discusses,
    /// An example → a principle, whichever of the two declares it.
    Illustrates,
    /// A principle → the principle it must be weighed against; both ways.
    Counterweight,
    /// A step → a touchpoint.
    UsesTouchpoint,
    /// A step or a touchpoint → a channel.
    OnChannel,
    /// A journey, pain, opportunity, deviation, touchpoint or system → the department that answers for it.
    OwnedBy,
    /// A step → a department that acts in it.
    OnStage(Side),
    /// A step → the department that hears what the customer tells.
    ToldTo,
    /// A step → a system it rests on.
    SupportedBy,
    /// A step → the persona or department that does it, where it is not the journey's persona.
    DoneBy,
    /// A step → a need of the persona.
    MeetsNeed,
    /// A journey → the persona whose journey it is.
    HeldBy,
    /// A journey → its lifecycle.
    InLifecycle,
    /// A phase → its stage.
    AtStage,
    /// A pain → the step where it starts.
    CausedBy,
    /// A pain → a step that suffers later.
    Affects,
    /// An opportunity → a pain it would take away.
    Addresses,
    /// An opportunity → a step or touchpoint it would take away.
    Removes,
    /// An opportunity or a step → its metric.
    MeasuredBy,
    /// A journey → a metric of its readings.
    Reads,
    /// A step → the journey that looks closer at it, whichever of the two declares it.
    ZoomsInto,
    /// A journey → the same journey in the other state; both ways.
    ComparesWith,
    /// A deviation → the step it leaves from.
    LeavesFrom,
    /// A deviation → the step it comes back to.
    RejoinsAt,
    /// A step → the step that follows, where it is not the next one.
    LeadsTo,
    /// A journey → a department that takes part in a hand-over.
    HandsOverBetween,
    /// A journey → a system that a hand-over goes through.
    HandsOverVia,
    /// A pain, step or deviation → the evidence it rests on.
    RestsOn,
    /// A piece of evidence → the persona who stands for the speaker.
    SaidBy,
    /// A journey → the workshop it came from.
    CameFrom,
    /// An event → a journey it produced or walks through.
    WalksThrough,
    /// An event → a department that took part.
    AttendedBy,
    /// An event → who leads it.
    LedBy,
    /// A touchpoint → what it is for.
    ForPurpose,
    /// A touchpoint → another that says something else; both ways.
    Contradicts,
    /// A department → the department it is part of.
    PartOf,
    /// A response → the article it answers.
    Answers,
    /// A term → its contrary; both ways.
    Opposite,
    /// A term → a term to read as well.
    See,
    /// Prose → a term of the glossary.
    UsesTerm,
    /// Prose → anything else it links to.
    Mentions,
}

/// In sight of the customer, or out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Side {
    Front,
    Back,
}
