//! References to entities and places; what leads nowhere is reported with the names that were probably meant.

use std::collections::BTreeSet;

use super::super::visibility::Public;
use super::super::{Edge, Graph, Node, Part, Place, Relation};
use crate::base::{Id, SourcePath, Span, Spanned, TextRange, nearest_all};
use crate::content::front_matter::{Journey, PainRef, Ref, StepRef};
use crate::content::{EntityId, Kind};
use crate::diagnostic::{Diagnostic, Diagnostics, Name};

/// More names than this are too many to list.
pub(super) const FEW: usize = 8;

/// Looks references up, reports those that lead nowhere, and collects the edges that the others make.
pub(super) struct Resolver<'a> {
    pub(super) graph: &'a Graph,
    pub(super) hidden: &'a BTreeSet<EntityId>,
    pub(super) unreadable: &'a BTreeSet<EntityId>,
    pub(super) edges: Vec<Edge>,
    pub(super) diagnostics: &'a mut Diagnostics,
}

impl<'a> Resolver<'a> {
    /// Looks up in `graph`; `public` tells a draft from a mistyped name.
    pub(super) fn new(graph: &'a Graph, public: &'a Public, diagnostics: &'a mut Diagnostics) -> Self {
        Self { graph, hidden: public.hidden(), unreadable: public.unreadable(), edges: Vec::new(), diagnostics }
    }

    /// The entity of `kind` that `reference` names.
    pub(super) fn find(&mut self, path: &SourcePath, kind: Kind, reference: &Ref) -> Option<&'a Node> {
        let id = EntityId::new(kind, &reference.value);
        let found = self.graph.node(&id);
        if found.is_none() && !self.is_unreadable(&id) {
            let problem = self.not_found(&id, Span::new(path, reference.range));
            self.diagnostics.push(problem);
        }
        found
    }

    /// Whether `id` may well exist, in a file that could not be read and has been reported.
    pub(super) fn is_unreadable(&self, id: &EntityId) -> bool {
        let holder = if id.kind == Kind::Stage { Kind::Lifecycle } else { id.kind };
        self.unreadable.contains(id)
            || self.graph.vocabulary.values().any(|file| file.kind == holder && file.parsed.is_unreadable)
    }

    /// Adds an edge to the entity of `kind` that `reference` names, if there is one.
    pub(super) fn link(&mut self, path: &SourcePath, from: &Place, relation: Relation, kind: Kind, reference: &Ref) {
        if let Some(node) = self.find(path, kind, reference) {
            self.add(from, relation, Place::whole(node.id.clone()));
        }
    }

    /// Adds an edge.
    pub(super) fn add(&mut self, from: &Place, relation: Relation, to: Place) {
        self.edges.push(Edge { from: from.clone(), to, relation });
    }

    /// Why `id` cannot be linked to: it is a draft, something else has its id, or nothing has.
    pub(super) fn not_found(&self, id: &EntityId, span: Span) -> Diagnostic {
        if self.hidden.contains(id) {
            return Diagnostic::new(
                Name::LinkToDraft,
                span,
                format_args!("{} `{}` is not published, and what names it is", id.kind.noun(), id.id),
            )
            .label("named here")
            .help("publish it, with `status: published` and no day of `published` to come, or take the reference out");
        }
        let mut kinds = Kind::ALL.iter().filter(|kind| **kind != Kind::Stage);
        if let Some(other) = kinds.find_map(|kind| self.graph.node(&EntityId::new(*kind, &id.id))) {
            let message = format_args!("`{}` is a {}; this needs a {}", id.id, other.id.kind.noun(), id.kind.noun());
            return Diagnostic::new(Name::WrongKindOfReference, span, message)
                .label("named here")
                .related(place_of(other), format_args!("this {} has the id", other.id.kind.noun()));
        }
        let problem =
            Diagnostic::new(Name::UnknownReference, span, format_args!("no {} has the id `{}`", id.kind.noun(), id.id))
                .label("named here");
        let near = nearest_all(&id.id, self.graph.of_kind(id.kind).map(|node| node.id.id.as_str()));
        let places: Vec<(&str, Option<Span>)> =
            near.into_iter().map(|near| (near, self.graph.node(&EntityId::new(id.kind, near)).map(place_of))).collect();
        if places.is_empty() { self.list(problem, id.kind, &id.id) } else { suggest(problem, &places) }
    }

    /// Where no name is near, lists all there are, if they are few.
    fn list(&self, problem: Diagnostic, kind: Kind, id: &str) -> Diagnostic {
        let known: Vec<&str> = self.graph.of_kind(kind).map(|node| node.id.id.as_str()).take(FEW + 1).collect();
        let noun = kind.noun();
        let make = format!("`cxbook new {noun} {id}` makes it");
        match known.as_slice() {
            _ if kind == Kind::Stage => problem,
            [] => problem.help(format_args!("there is no {noun} yet; {make}")),
            known if known.len() <= FEW => problem.help(format_args!("there is `{}`; or {make}", known.join("`, `"))),
            _ => problem.help(format_args!("correct it, or {make}")),
        }
    }

    /// The step that `reference` names, from inside `journey` if it names no journey itself.
    pub(super) fn step(
        &mut self,
        path: &SourcePath,
        journey: (&EntityId, &Journey),
        reference: &Spanned<StepRef>,
    ) -> Option<Place> {
        let (id, front_matter) = match &reference.value.journey {
            None => journey,
            Some(other) => {
                let node = self.find(path, Kind::Journey, &Spanned::new(other.clone(), reference.range))?;
                (&node.id, node.journey()?)
            }
        };
        let step = &reference.value.step;
        if front_matter.step(step).is_some() {
            return Some(Place::step(id, step));
        }
        if front_matter.is_partly_read {
            return None;
        }
        let problem = self.no_step(id, front_matter, step, Span::new(path, reference.range));
        self.diagnostics.push(problem);
        None
    }

    /// The step of this journey that `reference` names.
    pub(super) fn own_step(
        &mut self,
        path: &SourcePath,
        journey: (&EntityId, &Journey),
        reference: &Ref,
    ) -> Option<Place> {
        let step = StepRef { journey: None, step: reference.value.clone() };
        self.step(path, journey, &Spanned::new(step, reference.range))
    }

    /// Why there is no such step.
    pub(super) fn no_step(&self, id: &EntityId, journey: &Journey, step: &Id, span: Span) -> Diagnostic {
        let elsewhere = self.graph.journeys().find(|(_, other)| other.step(step).is_some());
        if let Some((other, _)) = elsewhere {
            return Diagnostic::new(
                Name::StepOfAnotherJourney,
                span,
                format_args!("step `{step}` is in journey `{}`, not in `{}`", other.id.id, id.id),
            )
            .label("named here")
            .help(format_args!("write `{}#{step}`", other.id.id))
            .mend(format_args!("{}#{step}", other.id.id));
        }
        let problem =
            Diagnostic::new(Name::UnknownReference, span, format_args!("journey `{}` has no step `{step}`", id.id))
                .label("named here");
        let steps = journey.all_steps().map(|(id, step)| (id, step.range));
        self.suggest_own(problem, id, step, steps)
    }

    /// The pain that `reference` names.
    pub(super) fn pain(
        &mut self,
        path: &SourcePath,
        journey: (&EntityId, &Journey),
        reference: &Spanned<PainRef>,
    ) -> Option<Place> {
        let PainRef { step, pain } = &reference.value;
        let (id, front_matter) = match &step.journey {
            None => journey,
            Some(other) => {
                let node = self.find(path, Kind::Journey, &Spanned::new(other.clone(), reference.range))?;
                (&node.id, node.journey()?)
            }
        };
        let pains = match (front_matter.step(&step.step), front_matter.deviations.get(&step.step)) {
            (Some(found), _) => &found.pains,
            (None, Some(deviation)) => &deviation.pains,
            (None, None) if front_matter.is_partly_read => return None,
            (None, None) => {
                let problem = self.no_step(id, front_matter, &step.step, Span::new(path, reference.range));
                self.diagnostics.push(problem);
                return None;
            }
        };
        if pains.contains_key(pain) {
            let part = Part::Pain { at: step.step.clone(), pain: pain.clone() };
            return Some(Place::part(id.clone(), part));
        }
        if front_matter.is_partly_read {
            return None;
        }
        let message = format_args!("step `{}` has no pain `{pain}`", step.step);
        let problem =
            Diagnostic::new(Name::UnknownReference, Span::new(path, reference.range), message).label("named here");
        let problem = self.suggest_own(problem, id, pain, pains.iter().map(|(id, pain)| (id, pain.range)));
        self.diagnostics.push(problem);
        None
    }

    /// Whether the document itself declares `reference`; reports it if not, in terms of what it is called and where it
    /// would be declared.
    pub(super) fn is_declared<'i>(
        &mut self,
        path: &SourcePath,
        (noun, home): (&str, &str),
        reference: &Ref,
        mut declared: impl Iterator<Item = &'i Id> + Clone,
    ) -> bool {
        if declared.clone().any(|id| *id == reference.value) {
            return true;
        }
        let known: Vec<&str> = declared.by_ref().map(Id::as_str).collect();
        let near = nearest_all(reference.value.as_str(), known.iter().copied());
        let problem = Diagnostic::new(
            Name::UnknownReference,
            Span::new(path, reference.range),
            format_args!("no {noun} has the id `{}`", reference.value),
        )
        .label("named here");
        let places: Vec<(&str, Option<Span>)> = near.into_iter().map(|near| (near, None)).collect();
        self.diagnostics.push(match (known.as_slice(), places.as_slice()) {
            ([], _) => problem.help(format_args!("there is none yet; add it under {home}")),
            (known, []) if known.len() <= FEW => {
                problem.help(format_args!("there is `{}`; or add it under {home}", known.join("`, `")))
            }
            ([first, .., last], []) => problem.help(format_args!(
                "there are {}, from `{first}` to `{last}`; correct it, or add it under {home}",
                known.len()
            )),
            (_, places) => suggest(problem, places),
        });
        false
    }

    fn suggest_own<'i>(
        &self,
        problem: Diagnostic,
        owner: &EntityId,
        wanted: &Id,
        candidates: impl Iterator<Item = (&'i Id, TextRange)>,
    ) -> Diagnostic {
        let candidates: Vec<(&Id, TextRange)> = candidates.collect();
        let path = self.graph.node(owner).and_then(Node::document).map(|document| &document.path);
        let near = nearest_all(wanted.as_str(), candidates.iter().map(|(id, _)| id.as_str()));
        if near.is_empty() {
            return match candidates.as_slice() {
                [] => problem.help("it has none yet"),
                known if known.len() <= FEW => {
                    let known: Vec<&str> = known.iter().map(|(id, _)| id.as_str()).collect();
                    problem.help(format_args!("it has `{}`", known.join("`, `")))
                }
                known => problem.help(format_args!(
                    "it has {}, from `{}` to `{}`",
                    known.len(),
                    known[0].0,
                    known[known.len() - 1].0
                )),
            };
        }
        let places: Vec<(&str, Option<Span>)> = near
            .into_iter()
            .map(|near| {
                let range = candidates.iter().find(|(id, _)| id.as_str() == near).map(|(_, range)| *range);
                (near, path.zip(range).map(|(path, range)| Span::new(path, range)))
            })
            .collect();
        suggest(problem, &places)
    }
}

/// Offers near names, the nearest with its place.
pub(super) fn suggest(problem: Diagnostic, near: &[(&str, Option<Span>)]) -> Diagnostic {
    let help = match near {
        [] => return problem,
        [(one, _)] => format!("did you mean `{one}`?"),
        [(one, _), (two, _)] => format!("did you mean `{one}` or `{two}`?"),
        [(one, _), (two, _), (three, _), ..] => format!("did you mean `{one}`, `{two}` or `{three}`?"),
    };
    let problem = problem.help(help);
    near.iter()
        .filter_map(|(name, span)| Some((name, span.clone()?)))
        .fold(problem, |problem, (name, span)| problem.related(span, format_args!("`{name}` is here")))
}

/// Where an entity is declared.
pub(super) fn place_of(node: &Node) -> Span {
    match &node.entity {
        super::super::Entity::Document(document) => Span::file(&document.path),
        super::super::Entity::Entry(file, id) => {
            Span::new(&file.path, file.parsed.entries.get(id).map_or(TextRange::at(0), |entry| entry.range))
        }
        super::super::Entity::Stage(_) => Span::file(&SourcePath::new("")),
    }
}
