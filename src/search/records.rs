//! The graph to search records: what each page says in its own language, and what it can be filtered by.
//!
//! A string that a page shows in another language for want of a translation is left out, and so is
//! a page that counts as untranslated, one that is archived, and every list: readers look for what
//! was written. A computed view is found by its name and its rule, not by its rows, whose own pages
//! are found.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use smol_str::SmolStr;

use super::record::{Facet, FacetValue, Record, Section, Sort};
use crate::base::Locale;
use crate::content::front_matter::{Evidence, Journey, Owner, Pain, Severity, Step};
use crate::content::text::Text;
use crate::content::{EntityId, Kind};
use crate::graph::{Graph, Node, Part, Relation, Route, RouteTarget};
use crate::markdown;
use crate::theme::{Strings, Theme};

/// A page is negative or positive from this mean of its scores on, in tenths.
const CLEAR: i32 = 5;

/// Makes the record of every page that readers may look for, in the order of the routes.
#[must_use]
pub fn records(graph: &Graph, theme: &Theme) -> Vec<Record> {
    graph.routes().par_iter().filter_map(|route| record(graph, theme, route)).collect()
}

/// Makes the record of one page, if readers may look for it.
#[must_use]
pub fn record(graph: &Graph, theme: &Theme, route: &Route) -> Option<Record> {
    let reader = Reader { graph, strings: theme.strings(&route.locale), locale: &route.locale };
    match &route.target {
        RouteTarget::Entity(id) if route.is_real() => reader.page(graph.node(id)?, route),
        RouteTarget::Index(Kind::Term) if route.is_real() => reader.glossary(route),
        RouteTarget::Findings => reader.view(route, "findings-title", "findings-intro"),
        RouteTarget::Finding(name) => {
            reader.view(route, &format!("finding-{name}-title"), &format!("finding-{name}-rule"))
        }
        _ => None,
    }
}

/// Words of a language that the glossary says mean the same: a search for one finds the others.
#[must_use]
pub fn synonyms(graph: &Graph, locale: &Locale) -> Vec<Vec<String>> {
    let words = |node: &Node| {
        let form = graph.term(&node.id, locale).filter(|form| form.locale == locale)?;
        let form = form.value;
        let words = [&form.term].into_iter().chain(&form.short).chain(&form.also);
        let words: Vec<String> = words.map(|word| word.value.clone()).collect();
        (words.len() > 1).then_some(words)
    };
    graph.of_kind(Kind::Term).filter_map(words).collect()
}

/// One language looked at.
struct Reader<'a> {
    graph: &'a Graph,
    strings: &'a Strings,
    locale: &'a Locale,
}

impl Reader<'_> {
    fn page(&self, node: &Node, route: &Route) -> Option<Record> {
        let name = self.graph.name(&node.id, self.locale);
        if node.is_archived() || name.locale != self.locale {
            return None;
        }
        let mut sections = vec![Section { anchor: None, heading: String::new(), text: self.facts(node).into() }];
        sections.extend(self.prose(&node.id));
        if let Some(journey) = node.journey() {
            sections.extend(self.journey(&node.id, journey));
        }
        sections.retain(|section| !section.text.is_empty() || !section.heading.is_empty());
        Some(Record {
            url: route.url.clone(),
            locale: self.locale.clone(),
            title: markdown::plain(name.value),
            kind: Sort::Written(node.id.kind),
            breadcrumb: self.breadcrumb(node),
            summary: self.summary(node).unwrap_or_default(),
            sections,
            facets: self.facets(node),
        })
    }

    /// The glossary: a section for each term.
    fn glossary(&self, route: &Route) -> Option<Record> {
        let sections: Vec<Section> = self
            .graph
            .of_kind(Kind::Term)
            .filter_map(|node| {
                let form = self.graph.term(&node.id, self.locale).filter(|form| form.locale == self.locale)?.value;
                let also = form.short.iter().chain(&form.also).map(|word| word.value.clone());
                let definition =
                    form.definition.iter().map(|text| self.named(&markdown::plain(&text.value)).into_owned());
                let text: Vec<String> = definition.chain(also).collect();
                Some(Section {
                    anchor: Some(format!("term-{}", node.id.id)),
                    heading: form.term.value.clone(),
                    text: text.join("\n").into(),
                })
            })
            .collect();
        (!sections.is_empty()).then(|| Record {
            url: route.url.clone(),
            locale: self.locale.clone(),
            title: self.strings.get("kinds-term", &[]),
            kind: Sort::Written(Kind::Term),
            breadcrumb: Vec::new(),
            summary: self.strings.get("glossary-intro", &[]),
            sections,
            facets: BTreeMap::new(),
        })
    }

    /// A computed view, or the hub of all, by the messages that name and explain it; none where
    /// another language stands in for its name.
    fn view(&self, route: &Route, title: &str, rule: &str) -> Option<Record> {
        let own = |key: &str| {
            let is_own = !self.strings.missing().iter().any(|missing| missing == key);
            is_own.then(|| self.strings.get(key, &[]))
        };
        let rule = own(rule).unwrap_or_default();
        let hub = matches!(route.target, RouteTarget::Finding(_)).then(|| own("findings-title")).flatten();
        Some(Record {
            url: route.url.clone(),
            locale: self.locale.clone(),
            title: own(title)?,
            kind: Sort::Finding,
            breadcrumb: hub.into_iter().collect(),
            sections: vec![Section { anchor: None, heading: String::new(), text: rule.as_str().into() }],
            summary: rule,
            facets: BTreeMap::new(),
        })
    }

    /// A text of `id`, if it is in this language.
    fn text(&self, id: &EntityId, text: &Text) -> Option<String> {
        let found = self.graph.text(id, text, self.locale);
        (found.locale == self.locale).then(|| self.named(&markdown::plain(found.value)).into_owned())
    }

    /// A text with names in place of references that have no label of their own: `[[term:silo]]`
    /// has become `term:silo` in plain text, and readers see and look for the name.
    fn named<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let is_of_target =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-/#".contains(letter);
        let mut named = String::new();
        let mut done = 0;
        for (colon, _) in text.match_indices(':') {
            let Some(before) = text.get(done..colon) else { continue };
            let lead = before.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
            let Some(kind) = Kind::from_noun(&before[lead.len()..]) else { continue };
            let after = &text[colon + 1..];
            let target = &after[..after.find(|letter| !is_of_target(letter)).unwrap_or(after.len())];
            let entity = EntityId::new(kind, target.split('#').next().unwrap_or_default());
            if self.graph.node(&entity).is_some() {
                named.push_str(lead);
                named.push_str(&self.label(&entity));
                done = colon + 1 + target.len();
            }
        }
        if done == 0 {
            return Cow::Borrowed(text);
        }
        named.push_str(&text[done..]);
        Cow::Owned(named)
    }

    fn texts<'a>(&self, id: &EntityId, texts: impl IntoIterator<Item = &'a Text>) -> Vec<String> {
        texts.into_iter().filter_map(|text| self.text(id, text)).collect()
    }

    fn label(&self, id: &EntityId) -> String {
        markdown::plain(self.graph.name(id, self.locale).value)
    }

    fn summary(&self, node: &Node) -> Option<String> {
        let text = match (node.principle(), node.plain(), node.author()) {
            (Some(principle), _, _) => principle.claim.as_ref().or(principle.common.summary.as_ref()),
            (_, Some(plain), _) => plain.description.as_ref(),
            (_, _, Some(author)) => author.bio.as_ref(),
            _ => node.common().and_then(|common| common.summary.as_ref()),
        };
        if let Some(stage) = node.stage() {
            let term = EntityId::new(Kind::Term, &stage.id);
            let form = self.graph.term(&term, self.locale).filter(|form| form.locale == self.locale)?;
            return form.value.definition.as_ref().map(|text| markdown::plain(&text.value));
        }
        self.text(&node.id, text?)
    }

    /// The kind, and the journeys that a journey lies in, the largest first.
    fn breadcrumb(&self, node: &Node) -> Vec<String> {
        let kind = self.strings.get(&format!("kinds-{}", node.id.kind.noun()), &[]);
        let above = self.graph.ancestors(&node.id).into_iter().rev().map(|place| self.label(&place.entity));
        std::iter::once(kind).chain(above).collect()
    }

    /// What a page says beside its prose and its steps.
    fn facts(&self, node: &Node) -> String {
        let id = &node.id;
        let mut lines: Vec<String> = self.summary(node).into_iter().collect();
        if let Some(common) = node.common() {
            lines.extend(self.texts(id, &common.summary));
            let captions = common.figures.values().flat_map(|figure| figure.alt.iter().chain(&figure.caption));
            lines.extend(self.texts(id, captions));
        }
        if let Some(article) = node.article() {
            lines.extend(self.texts(id, &article.question));
        } else if let Some(principle) = node.principle() {
            let looks = principle.inside_out_looks_like.iter().chain(&principle.outside_in_looks_like);
            lines.extend(self.texts(id, looks.chain(&principle.test)));
        } else if let Some(example) = node.example() {
            let said = example.quote.iter().flat_map(evidence_texts);
            let own = example.organisation.iter().chain(&example.place).chain(&example.moral);
            lines.extend(self.texts(id, own.chain(&example.turning_points).chain(said)));
        } else if let Some(event) = node.event() {
            lines.extend(self.texts(id, event.place.iter().chain(&event.takeaways)));
        } else if let Some(persona) = node.persona() {
            let needs = persona.needs.values().flat_map(|need| need.says.iter().chain(&need.means));
            let own = persona.goal.iter().chain(&persona.context).chain(&persona.expectations);
            lines.extend(self.texts(id, own.chain(needs)));
        } else if let Some(journey) = node.journey() {
            let promise = journey.promise.iter().map(|promise| &promise.text);
            lines.extend(self.texts(id, journey.goal.iter().chain(promise)));
        } else if let Some(touchpoint) = node.touchpoint() {
            lines.extend(self.texts(id, &touchpoint.evidence));
        } else if let Some(metric) = node.metric() {
            lines.extend(self.texts(id, &metric.question));
        } else if let Some(author) = node.author() {
            lines.extend(self.texts(id, author.role.iter().chain(&author.organisation)));
        } else if let Some(source) = node.source() {
            lines.extend(source.authors.iter().chain(&source.publisher).map(|name| name.value.clone()));
        }
        let mut seen = BTreeSet::new();
        lines.retain(|line| seen.insert(line.clone()));
        lines.join("\n")
    }

    /// The prose, cut at its headings.
    fn prose(&self, id: &EntityId) -> Vec<Section> {
        let Some(body) = self.graph.body(id, self.locale).filter(|body| body.locale == self.locale) else {
            return Vec::new();
        };
        let anchors = if body.value.headings.is_empty() { Vec::new() } else { self.graph.anchors(id, self.locale) };
        let section = |section: &markdown::Section| Section {
            anchor: section.heading.and_then(|heading| anchors.get(heading).cloned()),
            heading: section
                .heading
                .and_then(|heading| body.value.headings.get(heading))
                .map(|heading| heading.text.clone())
                .unwrap_or_default(),
            text: match self.named(&section.text) {
                Cow::Borrowed(_) => Arc::clone(&section.text),
                Cow::Owned(named) => named.into(),
            },
        };
        body.value.sections.iter().map(section).collect()
    }

    /// A section for each step, deviation, opportunity and piece of evidence.
    fn journey(&self, id: &EntityId, journey: &Journey) -> Vec<Section> {
        let mut sections = Vec::new();
        let mut add = |part: Part, name: Option<&Text>, texts: Vec<String>| {
            let heading = name.and_then(|name| self.text(id, name)).unwrap_or_default();
            let is_empty = heading.is_empty() && texts.is_empty();
            if !is_empty {
                sections.push(Section { anchor: Some(part.anchor()), heading, text: texts.join("\n").into() });
            }
        };
        for (step_id, step) in journey.all_steps() {
            add(Part::Step(step_id.clone()), step.name.as_ref(), self.texts(id, step_texts(journey, step)));
        }
        for (deviation_id, deviation) in &journey.deviations {
            let pains = deviation.pains.values().filter_map(|pain| pain.text.as_ref());
            add(Part::Deviation(deviation_id.clone()), deviation.name.as_ref(), self.texts(id, pains));
        }
        for (opportunity_id, opportunity) in &journey.opportunities {
            add(Part::Opportunity(opportunity_id.clone()), opportunity.name.as_ref(), Vec::new());
        }
        for (evidence_id, evidence) in &journey.evidence {
            add(Part::Evidence(evidence_id.clone()), None, self.texts(id, evidence_texts(evidence)));
        }
        sections
    }

    fn facets(&self, node: &Node) -> BTreeMap<Facet, Vec<FacetValue>> {
        let mut facets: BTreeMap<Facet, BTreeSet<FacetValue>> = BTreeMap::new();
        let mut add = |facet: Facet, id: &str, label: String| {
            facets.entry(facet).or_default().insert(FacetValue { id: SmolStr::new(id), label });
        };
        for edge in self.graph.outgoing(&node.id) {
            if let Some(facet) = facet_of(edge.relation, edge.to.entity.kind) {
                add(facet, &edge.to.entity.id, self.label(&edge.to.entity));
            }
        }
        if let Some(journey) = node.journey() {
            let channels: BTreeSet<EntityId> =
                journey.all_steps().flat_map(|(_, step)| self.graph.channels(step)).collect();
            for channel in channels {
                add(Facet::Channel, &channel.id, self.label(&channel));
            }
            for pain in pains(journey) {
                let (id, key) = severity(pain.severity);
                add(Facet::Severity, id, self.strings.get(key, &[]));
                if matches!(pain.owner, Owner::Nobody(_)) {
                    add(Facet::Unowned, "unowned", self.strings.get("owner-nobody", &[]));
                }
            }
            if let Some((id, key)) = sentiment(journey) {
                add(Facet::Sentiment, id, self.strings.get(key, &[]));
            }
        }
        facets.into_iter().map(|(facet, values)| (facet, values.into_iter().collect())).collect()
    }
}

/// What an edge that starts at a page lets readers filter it by.
fn facet_of(relation: Relation, kind: Kind) -> Option<Facet> {
    match (relation, kind) {
        (
            Relation::AppliesPrinciple(_) | Relation::Discusses | Relation::Illustrates | Relation::Promises,
            Kind::Principle,
        ) => Some(Facet::Principle),
        (Relation::AtStage, _) => Some(Facet::Stage),
        (Relation::OnChannel, _) => Some(Facet::Channel),
        (Relation::HeldBy, _) => Some(Facet::Persona),
        (Relation::OwnedBy | Relation::OnStage(_) | Relation::ToldTo | Relation::AttendedBy, Kind::Department) => {
            Some(Facet::Department)
        }
        _ => None,
    }
}

fn step_texts<'a>(journey: &'a Journey, step: &'a Step) -> impl Iterator<Item = &'a Text> {
    let told = step.tells.iter().filter_map(|one| journey.information.get(&one.value)).map(|one| &one.name);
    let acts = step.frontstage.iter().chain(&step.backstage).map(|(_, text)| text);
    let why = step.moment_of_truth.iter().filter_map(|moment| moment.why.as_ref());
    let pains = step.pains.values().flat_map(|pain| pain.text.iter().chain(&pain.intent));
    let own = step.does.iter().chain(&step.thinks).chain(&step.feeling).chain(&step.wow);
    own.chain(why).chain(pains).chain(acts).chain(told)
}

fn evidence_texts(evidence: &Evidence) -> impl Iterator<Item = &Text> {
    let is_internal = evidence.consent == Some(crate::content::front_matter::Consent::Internal);
    let texts = evidence.says.iter().chain(&evidence.finding).chain(&evidence.means);
    texts.filter(move |_| !is_internal)
}

fn pains(journey: &Journey) -> impl Iterator<Item = &Pain> {
    let on_steps = journey.all_steps().flat_map(|(_, step)| step.pains.values());
    on_steps.chain(journey.deviations.values().flat_map(|deviation| deviation.pains.values()))
}

fn severity(severity: Severity) -> (&'static str, &'static str) {
    match severity {
        Severity::Low => ("low", "severity-low"),
        Severity::Medium => ("medium", "severity-medium"),
        Severity::High => ("high", "severity-high"),
        Severity::Critical => ("critical", "severity-critical"),
    }
}

/// How a journey feels as a whole; none where no step has a score.
fn sentiment(journey: &Journey) -> Option<(&'static str, &'static str)> {
    let scores: Vec<i32> =
        journey.path().filter_map(|(_, _, _, step)| step.emotion.as_ref()).map(|one| one.score.into()).collect();
    let count = i32::try_from(scores.len()).ok().filter(|count| *count > 0)?;
    let sum: i32 = scores.iter().sum();
    Some(if sum <= -CLEAR * count {
        ("negative", "sentiment-negative")
    } else if sum >= CLEAR * count {
        ("positive", "sentiment-positive")
    } else {
        ("neutral", "sentiment-neutral")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    fn journey(scores: &[i8]) -> Journey {
        use crate::content::front_matter::{Basis, Emotion, Phase};
        let steps = scores.iter().enumerate().map(|(at, score)| {
            let emotion = Emotion {
                score: *score,
                staff: None,
                basis: Basis::Assumed,
                confidence: None,
                evidence: Vec::new(),
                range: crate::base::TextRange::at(0),
            };
            (Id::parse(&format!("s{at}")).unwrap(), Step { emotion: Some(emotion), ..Step::default() })
        });
        let range = crate::base::TextRange::at(0);
        let phase = Phase { name: None, stage: None, goal: None, steps: steps.collect(), range };
        let phases = [(Id::parse("p").unwrap(), phase)].into_iter().collect();
        Journey { phases, ..Journey::default() }
    }

    #[test]
    fn a_journey_feels_like_the_mean_of_its_steps() {
        assert_eq!(sentiment(&journey(&[-20, 10])).map(|one| one.0), Some("negative"));
        assert_eq!(sentiment(&journey(&[-10, 10])).map(|one| one.0), Some("neutral"));
        assert_eq!(sentiment(&journey(&[0, 10])).map(|one| one.0), Some("positive"));
        assert_eq!(sentiment(&journey(&[])), None);
    }
}
