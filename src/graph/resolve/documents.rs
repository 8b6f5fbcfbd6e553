//! References in the front matter of documents other than journeys.

use super::super::{Node, Part, Place, Relation};
use super::lookup::Resolver;
use crate::base::{SourcePath, Span, nearest};
use crate::content::front_matter::{Common, FrontMatter, JourneyRef, Owner, Principle, Stance};
use crate::content::{EntityId, Kind};
use crate::diagnostic::{Diagnostic, Name};

/// Looks up what a document names, in the order of its fields.
pub(super) fn resolve(node: &Node, resolver: &mut Resolver<'_>) {
    let Some(document) = node.document() else { return };
    let path = &document.path;
    let from = Place::whole(node.id.clone());
    if let Some(common) = document.parsed.front_matter.common() {
        resolve_common(path, &from, common, resolver);
    }
    let mut link = |relation, kind, reference| resolver.link(path, &from, relation, kind, reference);
    match &document.parsed.front_matter {
        FrontMatter::Page(_) | FrontMatter::Overlay(_) => {}
        FrontMatter::Article(article) => {
            for principle in &article.principles {
                link(Relation::Discusses, Kind::Principle, principle);
            }
            for journey in &article.journeys {
                match &journey.value {
                    JourneyRef::Journey(id) => {
                        let reference = crate::base::Spanned::new(id.clone(), journey.range);
                        resolver.link(path, &from, Relation::Discusses, Kind::Journey, &reference);
                    }
                    JourneyRef::Step(step) => {
                        let reference = crate::base::Spanned::new(step.clone(), journey.range);
                        let nowhere = crate::content::front_matter::Journey::default();
                        if let Some(to) = resolver.step(path, (&node.id, &nowhere), &reference) {
                            resolver.add(&from, Relation::Discusses, to);
                        }
                    }
                }
            }
        }
        FrontMatter::Principle(principle) => {
            if let Some(family) = &principle.family {
                link(Relation::InFamily, Kind::Family, family);
            }
            for symptom in &principle.symptoms {
                link(Relation::ShowsSymptom, Kind::Symptom, symptom);
            }
            for example in &principle.examples {
                if let Some(example) = resolver.find(path, Kind::Example, example) {
                    resolver.add(&Place::whole(example.id.clone()), Relation::Illustrates, from.clone());
                }
            }
            resolve_counterweight(path, &from, principle, resolver);
        }
        FrontMatter::Journey(journey) => super::journeys::resolve(node, journey, resolver),
        FrontMatter::Persona(_) => {}
        FrontMatter::Example(example) => {
            for principle in &example.principles {
                link(Relation::Illustrates, Kind::Principle, principle);
            }
            if let Some(source) = example.quote.as_ref().and_then(|quote| quote.source.as_ref()) {
                link(Relation::Cites, Kind::Source, source);
            }
        }
        FrontMatter::Event(event) => {
            for facilitator in &event.facilitators {
                link(Relation::LedBy, Kind::Author, facilitator);
            }
            for (department, _) in &event.participants {
                link(Relation::AttendedBy, Kind::Department, department);
            }
            for journey in &event.journeys {
                link(Relation::WalksThrough, Kind::Journey, journey);
            }
        }
        FrontMatter::Response(response) => {
            if let Some(article) = &response.to {
                link(Relation::Answers, Kind::Article, article);
            }
        }
    }
}

fn resolve_common(path: &SourcePath, from: &Place, common: &Common, resolver: &mut Resolver<'_>) {
    for author in &common.authors {
        resolver.link(path, from, Relation::WrittenBy, Kind::Author, author);
    }
    for source in &common.sources {
        resolver.link(path, from, Relation::Cites, Kind::Source, source);
    }
    for tag in &common.tags {
        resolver.link(path, from, Relation::TaggedWith, Kind::Tag, tag);
    }
    if let Some(category) = &common.category {
        resolver.link(path, from, Relation::InCategory, Kind::Category, category);
    }
}

fn resolve_counterweight(path: &SourcePath, from: &Place, principle: &Principle, resolver: &mut Resolver<'_>) {
    if let Some(counterweight) = &principle.counterweight {
        let Some(other) = resolver.find(path, Kind::Principle, counterweight) else { return };
        if other.id == from.entity {
            let span = Span::new(path, counterweight.range);
            let message = "a principle cannot be its own counterweight";
            resolver.diagnostics.push(Diagnostic::new(Name::WrongKindOfReference, span, message));
            return;
        }
        let to = Place::whole(other.id.clone());
        resolver.add(from, Relation::Counterweight, to.clone());
        resolver.add(&to, Relation::Counterweight, from.clone());
    } else if principle.stance == Some(Stance::Balance) {
        let is_named_by_another = resolver
            .graph
            .of_kind(Kind::Principle)
            .filter_map(Node::principle)
            .any(|other| other.counterweight.as_ref().is_some_and(|named| named.value.as_str() == from.entity.id));
        if !is_named_by_another {
            let span = principle.common.title.as_ref().map_or(Span::file(path), |title| Span::new(path, title.range));
            resolver.diagnostics.push(
                Diagnostic::new(
                    Name::MissingField,
                    span,
                    "a principle whose stance is `balance` names no counterweight",
                )
                .help("add `counterweight:` with the principle it must be weighed against"),
            );
        }
    }
}

/// Adds an edge for each department that owns `from`.
pub(super) fn owned_by(path: &SourcePath, from: &Place, owner: &Owner, resolver: &mut Resolver<'_>) {
    if let Owner::Departments(departments) = owner {
        for department in departments {
            let id = EntityId::new(Kind::Department, &department.value);
            if resolver.graph.node(&id).is_none()
                && !resolver.is_unreadable(&id)
                && nearest(department.value.as_str(), ["nobody"]).is_some()
            {
                let problem = resolver.not_found(&id, Span::new(path, department.range));
                resolver.diagnostics.push(problem.help("did you mean `nobody`?"));
                continue;
            }
            resolver.link(path, from, Relation::OwnedBy, Kind::Department, department);
        }
    }
}

/// The anchor of a pain at a step or a deviation.
pub(super) fn pain_at(journey: &crate::content::EntityId, at: &crate::base::Id, pain: &crate::base::Id) -> Place {
    Place::part(journey.clone(), Part::Pain { at: at.clone(), pain: pain.clone() })
}
