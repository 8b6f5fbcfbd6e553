//! What a journey says of its steps, put into words once: the map, the walk, the curves and the printed pieces share it.

use super::Sheet;
use crate::base::Id;
use crate::content::front_matter::Step;
use crate::draw::{CurvePoint, Way};
use crate::view::page::{Entries, Entry};

/// What more than one reading of a journey shows.
pub(super) struct Told {
    /// One for each step of the path.
    pub(super) steps: Vec<StepTold>,
    /// What each step of the path feels like.
    pub(super) points: Vec<CurvePoint>,
    /// The scores of the same journey in the other state, one for each step; empty where there is none.
    pub(super) compared: Vec<Option<i8>>,
    /// What the curve shows, in a phrase.
    pub(super) title: String,
    /// How the curve goes: start, lowest, highest, end, biggest drop.
    pub(super) in_words: String,
    /// The ways off the path that have a place in the drawing.
    pub(super) ways: Vec<Way>,
}

/// What both the map and the walk say of a step.
pub(super) struct StepTold {
    /// Nothing where neither a score nor a feeling is known.
    pub(super) feels: Entries,
    pub(super) quality: Entries,
    pub(super) touchpoints: Entries,
    pub(super) tells: Entries,
    pub(super) frontstage: Entries,
    pub(super) backstage: Entries,
    pub(super) support: Entries,
    /// Without their anchors, or links to them.
    pub(super) pains: Vec<Entry>,
    pub(super) principles: Entries,
    pub(super) metrics: Entries,
}

impl Sheet<'_> {
    /// Puts the path into words.
    pub(super) fn told(&self) -> Told {
        Told {
            steps: self.steps.iter().map(|on_path| self.step_told(on_path.id, on_path.step)).collect(),
            points: self.points(),
            compared: self.compared(),
            title: self.curve_title(),
            in_words: self.curve_in_words(),
            ways: self.ways(),
        }
    }

    /// Puts a step, on the path or off it, into words.
    pub(super) fn step_told(&self, id: &Id, step: &Step) -> StepTold {
        let scope = &self.scope;
        let feels = scope.feeling_entry(self.id, step.emotion.as_ref(), step.feeling.as_ref());
        StepTold {
            feels: feels.into_iter().collect(),
            quality: self.quality(step.quality),
            touchpoints: scope.touchpoint_entries(step),
            tells: self.tells(id, step),
            frontstage: self.acts(&step.frontstage),
            backstage: self.acts(&step.backstage),
            support: self.support(step),
            pains: self.pains(id, &step.pains),
            principles: self.verdicts(&step.principles),
            metrics: self.metrics(id, step),
        }
    }
}
