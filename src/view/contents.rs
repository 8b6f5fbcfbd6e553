//! The headings of a page, those of its prose and those of its layout, to its table of contents.
//!
//! The anchors are those of the templates; an entry is there only if its section is.

use super::page::{Content, ContentsEntry, Html};
use super::scope::Scope;

/// The table of contents: what the layout puts before the prose, the prose's own headings, the rest.
pub(super) fn contents(scope: Scope<'_>, content: &Content, prose: Vec<ContentsEntry>) -> Vec<ContentsEntry> {
    let (before, after): (Vec<Section>, Vec<Section>) = match content {
        Content::Journey(journey) => (
            vec![("map", "journey-map", true)],
            vec![
                ("walk", "journey-walk", true),
                ("cx-deviations", "journey-deviations", !journey.deviations.is_empty()),
                ("cx-opportunities", "journey-opportunities", !journey.opportunities.is_empty()),
                ("cx-hand-overs", "journey-hand-overs", !journey.hand_overs.is_empty()),
                ("cx-evidence", "journey-evidence", !journey.evidence.is_empty()),
                ("cx-readings", "journey-readings", !journey.readings.is_empty()),
                ("cx-children", "journey-children", !journey.children.is_empty()),
            ],
        ),
        Content::Principle(principle) => (
            Vec::new(),
            vec![
                ("cx-test", "principle-test", principle.test_html.is_some()),
                ("cx-counterweight", "principle-counterweight", !principle.counterweights.is_empty()),
                ("cx-shows", "principle-shows", true),
                ("cx-examples", "principle-examples", !principle.examples.is_empty()),
                ("cx-symptoms", "principle-symptoms", !principle.symptoms.is_empty()),
            ],
        ),
        Content::Article(article) => (
            Vec::new(),
            vec![
                ("cx-article-principles", "article-principles", !article.principles.is_empty()),
                ("cx-article-journeys", "article-journeys", !article.journeys.is_empty()),
                ("cx-responses", "responses", !article.responses.is_empty()),
            ],
        ),
        Content::Entity(entity) => {
            let sections = entity.sections.iter().map(|section| ContentsEntry {
                level: 2,
                anchor: section.anchor.clone(),
                text_html: Html::escaped(&section.title),
            });
            return prose.into_iter().chain(sections).collect();
        }
        _ => return prose,
    };
    let entry = |(anchor, message, _): Section| ContentsEntry {
        level: 2,
        anchor: anchor.to_owned(),
        text_html: Html::escaped(&scope.say(message)),
    };
    let is_there = |section: &Section| section.2;
    let before = before.into_iter().filter(is_there).map(entry);
    let after = after.into_iter().filter(is_there).map(entry);
    before.chain(prose).chain(after).collect()
}

/// The anchor of a section, the message that is its heading, and whether the page has it.
type Section = (&'static str, &'static str, bool);
