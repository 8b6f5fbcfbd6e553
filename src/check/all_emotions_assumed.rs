//! Current journeys of which every emotion is assumed.

use super::{journeys, whole};
use crate::base::Date;
use crate::config::Config;
use crate::content::front_matter::{Basis, JourneyState};
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, journey) in journeys(graph).filter(|(_, _, journey)| journey.state == Some(JourneyState::Current))
    {
        let mut emotions = journey.path().filter_map(|(_, _, _, step)| step.emotion.as_ref()).peekable();
        if emotions.peek().is_some() && emotions.all(|emotion| emotion.basis == Basis::Assumed) {
            diagnostics.push(
                whole(document, &journey.common, Name::AllEmotionsAssumed, "every emotion of this journey is assumed")
                    .help(
                        "ask three customers about the worst step, note what they say in the journey, \
                         `evidence: { they-say: { kind: quote, says: …, date: 2025-03, consent: anonymised } }`, \
                         and point the step to it, `emotion: { score: -1, basis: observed, evidence: [they-say] }`",
                    ),
            );
        }
    }
}
