//! References in bodies, and in the inline Markdown of front matter and vocabulary.
//!
//! All are looked up here once, to report those that lead nowhere, to add edges, and to learn which
//! files public pages need. Pages look them up again, each for its own language.

use std::collections::BTreeSet;

use super::super::links::{Destination, Lost};
use super::super::{Entity, Graph, Node, Part, Place, Relation};
use super::lookup::{FEW, Resolver, suggest};
use crate::base::{Id, Locale, SourcePath, Span, TextRange, nearest, nearest_all};
use crate::content::front_matter::Figure;
use crate::content::text::Localizable;
use crate::content::vocabulary::Entry;
use crate::content::{Document, EntityId, Kind};
use crate::diagnostic::{Diagnostic, Name};
use crate::markdown::{Body, Inline, Reference, ReferenceKind, inline};

/// Looks up every reference in the texts of public documents and vocabularies; returns the files they need.
pub(super) fn resolve<'g>(
    graph: &'g Graph,
    hidden_files: &std::collections::BTreeMap<SourcePath, EntityId>,
    site: &url::Url,
    resolver: &mut Resolver<'g>,
) -> BTreeSet<SourcePath> {
    let mut prose = Prose { graph, hidden_files, site, resolver, assets: BTreeSet::new() };
    for node in graph.nodes() {
        match &node.entity {
            Entity::Document(document) => {
                prose.document(node, document, &node.locale);
                for (locale, translation) in &node.translations {
                    prose.document(node, translation, locale);
                }
                prose.figures(node, document);
            }
            Entity::Entry(file, _) => {
                if let Some(Entry::Author(author)) = node.entry()
                    && let Some(figure) = &author.figure
                {
                    prose.figure(&file.path, figure);
                }
            }
            Entity::Stage(_) => {}
        }
    }
    let vocabulary: Vec<_> = graph.vocabulary.iter().collect();
    for ((kind, locale), file) in vocabulary {
        prose.texts(&file.path, locale, &file.parsed.texts, |key| {
            let id = EntityId::new(*kind, key.split('.').next()?);
            graph.node(&id).map(|node| Place::whole(node.id.clone()))
        });
    }
    prose.definitions();
    prose.assets
}

struct Prose<'a, 'r, 'g> {
    graph: &'g Graph,
    hidden_files: &'a std::collections::BTreeMap<SourcePath, EntityId>,
    site: &'a url::Url,
    resolver: &'r mut Resolver<'g>,
    assets: BTreeSet<SourcePath>,
}

impl Prose<'_, '_, '_> {
    fn document(&mut self, node: &Node, document: &Document, locale: &Locale) {
        let from = Place::whole(node.id.clone());
        let texts = document.parsed.front_matter.texts();
        if let Some(texts) = texts {
            self.texts(&document.path, locale, texts, |key| Some(holder(&node.id, key)));
        }
        self.body(&from, &document.path, locale, &document.parsed.body);
    }

    fn body(&mut self, from: &Place, path: &SourcePath, locale: &Locale, body: &Body) {
        for reference in &body.references {
            self.reference(from, path, locale, reference, Span::new(path, reference.range));
        }
        if let Some(glossary) = self.graph.glossary(locale) {
            for index in glossary.words.uses(body) {
                if let Some(term) = glossary.ids.get(index) {
                    self.resolver.add(from, Relation::UsesTerm, Place::whole(term.clone()));
                }
            }
        }
    }

    fn texts(
        &mut self,
        path: &SourcePath,
        locale: &Locale,
        texts: &Localizable,
        place: impl Fn(&str) -> Option<Place>,
    ) {
        for (key, text) in texts {
            if !text.value.contains(['[', '<']) {
                continue;
            }
            let Some(from) = place(key) else { continue };
            self.line(&from, path, locale, &inline(&text.value), text.range);
        }
    }

    /// The definitions of terms, which stand in the glossary language by language.
    fn definitions(&mut self) {
        for node in self.graph.of_kind(Kind::Term) {
            let (Some(term), Entity::Entry(file, _)) = (node.term(), &node.entity) else { continue };
            let from = Place::whole(node.id.clone());
            for (locale, form) in &term.forms {
                let Some(definition) = form.definition.as_ref().filter(|text| text.value.contains(['[', '<'])) else {
                    continue;
                };
                self.line(&from, &file.path, locale, &inline(&definition.value), definition.range);
            }
        }
    }

    /// One text of front matter or vocabulary; YAML may have folded it, so it is marked as a whole.
    fn line(&mut self, from: &Place, path: &SourcePath, locale: &Locale, line: &Inline, range: TextRange) {
        for fault in &line.faults {
            let mut problem = Diagnostic::new(fault.name, Span::new(path, range), &fault.message).label(&fault.label);
            problem.help.clone_from(&fault.help);
            self.resolver.diagnostics.push(problem);
        }
        for reference in &line.references {
            self.reference(from, path, locale, reference, Span::new(path, range));
        }
    }

    fn reference(&mut self, from: &Place, path: &SourcePath, locale: &Locale, reference: &Reference, span: Span) {
        match self.graph.locate(&from.entity, reference, locale) {
            Ok(Destination::Place(to)) => {
                let relation = match to.entity.kind {
                    Kind::Term => Relation::UsesTerm,
                    Kind::Source => Relation::Cites,
                    _ => Relation::Mentions,
                };
                self.resolver.add(from, relation, to);
            }
            Ok(Destination::Here(_)) => {}
            Ok(Destination::Asset(asset)) => {
                self.assets.insert(asset);
            }
            Ok(Destination::Written(target, ..)) => {
                let better = self.graph.written(&target);
                self.resolver.diagnostics.push(hard_coded(span, &reference.target, better, &self.some_document()));
            }
            Ok(Destination::Elsewhere) => {
                if reference.target.starts_with(self.site.as_str()) {
                    self.resolver.diagnostics.push(hard_coded(span, &reference.target, None, &self.some_document()));
                }
            }
            Err(lost) => {
                if let Some(problem) = self.explain(from, path, reference, lost, span) {
                    self.resolver.diagnostics.push(problem);
                }
            }
        }
    }

    fn explain(
        &self,
        from: &Place,
        path: &SourcePath,
        reference: &Reference,
        lost: Lost,
        span: Span,
    ) -> Option<Diagnostic> {
        let unknown =
            |message: String| Diagnostic::new(Name::UnknownReference, span.clone(), message).label("linked from here");
        Some(match lost {
            Lost::Refused => return None,
            Lost::NoEntity(id) if self.resolver.is_unreadable(&id) => return None,
            Lost::NoEntity(id) => self.resolver.not_found(&id, span),
            Lost::NoPart(id, part) => {
                let journey = self.graph.node(&id).and_then(Node::journey);
                if journey.is_some_and(|journey| journey.is_partly_read) {
                    return None;
                }
                if let Some(journey) = journey
                    && reference.target.starts_with("step:")
                    && let Ok(step) = Id::parse(&part)
                {
                    return Some(self.resolver.no_step(&id, journey, &step, span));
                }
                let known = self.graph.known_anchors(&id);
                let near = nearest_all(&part, known.iter().map(String::as_str));
                let places: Vec<(&str, Option<Span>)> = near.into_iter().map(|near| (near, None)).collect();
                let what =
                    if id == from.entity { "this page".to_owned() } else { format!("{} `{}`", id.kind.noun(), id.id) };
                let problem = unknown(format!("{what} has no part `{part}`"));
                match known.as_slice() {
                    _ if !places.is_empty() => suggest(problem, &places),
                    [] => problem.help("it has no parts that a link can name; link to the page as a whole"),
                    known if known.len() <= FEW => problem.help(format_args!("it has `{}`", known.join("`, `"))),
                    known => problem.help(format_args!("it has `{}`, …", known[..FEW].join("`, `"))),
                }
            }
            Lost::NoKind(kind) => {
                let nouns = Kind::ALL.iter().map(|kind| kind.noun()).chain(["step"]);
                let plural = Kind::ALL.iter().find(|known| known.plural() == kind).map(|known| known.noun());
                unknown(format!("there is no kind of thing called `{kind}`")).help(
                    match plural.or_else(|| nearest(&kind, nouns)) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => format!(
                            "name a page or an entry by its kind, as in `{}`; what is part of a journey has an anchor \
                             there, as in `journey:<id>#<part>`",
                            self.some_document()
                        ),
                    },
                )
            }
            Lost::NoJourney => unknown("a step is named without its journey".to_owned())
                .help(format_args!("write `step:journey#{}`", reference.target.trim_start_matches("step:"))),
            Lost::Bare(id, same) => {
                let problem = unknown(format!("`{id}` is named without its kind"));
                match same.first() {
                    Some(first) => problem.help(format_args!("write `{first}`")),
                    None => problem.help(format_args!("write the kind first, as in `article:{id}`")),
                }
            }
            Lost::NoAddress(address) if reference.kind == ReferenceKind::Image => {
                let name = address.rsplit('/').next().unwrap_or_default();
                Diagnostic::new(Name::UnknownAsset, span, format_args!("no file of this site lies at `{address}`"))
                    .label("shown here")
                    .help(format_args!("put the file beside this page, and write `{name}`"))
            }
            Lost::NoAddress(address) => unknown(format!("no page has the address `{address}`"))
                .help(format_args!("name the document instead, as in `{}`", self.some_document())),
            Lost::NoFile(name) => return self.no_file(path, reference, &name, span),
        })
    }

    /// A reference that works on this site, to show how one is written.
    fn some_document(&self) -> String {
        let kinds = [Kind::Article, Kind::Principle, Kind::Journey];
        let known = kinds.into_iter().find_map(|kind| self.graph.of_kind(kind).next());
        known.map_or_else(|| "article:<id>".to_owned(), |node| node.id.to_string())
    }

    fn no_file(&self, path: &SourcePath, reference: &Reference, name: &str, span: Span) -> Option<Diagnostic> {
        let target = path.join(name);
        let in_folder = target.as_ref().map(|target| SourcePath::new(format!("{target}/index.md")));
        let hidden = [&target, &in_folder].into_iter().flatten().find_map(|path| self.hidden_files.get(path));
        if let Some(hidden) = hidden {
            let is_unreadable = self.resolver.is_unreadable(hidden);
            return (!is_unreadable).then(|| self.resolver.not_found(hidden, span));
        }

        let is_document = reference.kind != ReferenceKind::Image && (name.ends_with(".md") || name.ends_with('/'));
        let known: Vec<&str> = if is_document {
            self.graph.files.keys().map(SourcePath::as_str).collect()
        } else {
            let folder = target.as_ref().map(|target| target.parent().to_owned()).unwrap_or_default();
            self.graph.known_assets.iter().filter(|asset| asset.parent() == folder).map(SourcePath::as_str).collect()
        };
        let near = target.as_ref().and_then(|target| nearest(target.as_str(), known));
        let (kind, noun) = if is_document { (Name::UnknownReference, "page") } else { (Name::UnknownAsset, "file") };
        let label = if reference.kind == ReferenceKind::Image { "shown here" } else { "linked from here" };
        let message = format_args!("there is no {noun} `{name}`");
        let problem = Diagnostic::new(kind, span, message).label(label);
        let is_bare = reference.kind != ReferenceKind::Image && Id::parse(name).is_ok();
        let same = self.graph.nodes().find(|node| is_bare && node.id.id == name && node.id.kind != Kind::Stage);
        if let Some(same) = same {
            return Some(problem.help(format_args!("did you mean `{}`?", same.id)));
        }
        Some(match (near, is_document) {
            (Some(near), _) => problem.did_you_mean(Some(near)),
            (None, true) => problem.help(format_args!(
                "a path counts from the folder of this file; a document can also be named from anywhere, as in `{}`",
                self.some_document()
            )),
            (None, false) => problem.help(put_there(target.as_ref(), name)),
        })
    }

    fn figures(&mut self, node: &Node, document: &Document) {
        let path = &document.path;
        let common = node.common().into_iter().flat_map(|common| common.figures.values());
        let persona = node.persona().and_then(|persona| persona.figure.as_ref());
        let steps = node.journey().into_iter().flat_map(|journey| journey.all_steps());
        let steps = steps.filter_map(|(_, step)| step.figure.as_ref());
        for figure in common.chain(persona).chain(steps) {
            self.figure(path, figure);
        }
        if let Some(photo) = node.persona().and_then(|persona| persona.photo.as_ref()) {
            self.file(path, photo);
        }
    }

    fn figure(&mut self, path: &SourcePath, figure: &Figure) {
        self.file(path, &figure.src);
    }

    /// A file and its forms in other languages.
    fn file(&mut self, path: &SourcePath, name: &crate::base::Spanned<String>) {
        let found: BTreeSet<SourcePath> = self
            .graph
            .languages
            .iter()
            .filter_map(|locale| self.graph.asset(path, &name.value, locale).cloned())
            .collect();
        if found.is_empty() {
            let span = Span::new(path, name.range);
            let folder = path.join(&name.value).map(|target| target.parent().to_owned()).unwrap_or_default();
            let beside = self.graph.known_assets.iter().filter(|asset| asset.parent() == folder);
            let near = nearest(&name.value, beside.map(|asset| asset.file_name()));
            let message = format_args!("there is no file `{}`", name.value);
            let problem = Diagnostic::new(Name::UnknownAsset, span, message).label("shown here");
            self.resolver.diagnostics.push(match near {
                Some(_) => problem.did_you_mean(near),
                None => problem.help(put_there(path.join(&name.value).as_ref(), &name.value)),
            });
        }
        self.assets.extend(found);
    }
}

/// Where a missing file would be found.
fn put_there(target: Option<&SourcePath>, name: &str) -> String {
    let is_inside = |target: &&SourcePath| target.as_str().starts_with("content/");
    match target.filter(is_inside) {
        Some(target) => format!("put the file at `{target}`, or correct the name"),
        None => format!("put `{name}` beside this file, and name it without its folder"),
    }
}

fn hard_coded(span: Span, address: &str, better: Option<String>, example: &str) -> Diagnostic {
    let problem = Diagnostic::new(
        Name::HardCodedAddress,
        span,
        format_args!("`{address}` is an address of this site, in one language"),
    )
    .label("linked from here");
    match better {
        Some(better) => problem.help(format_args!("write `{better}`; it leads to the reader’s language")),
        None => problem.help(format_args!("name the document instead, as in `{example}`")),
    }
}

/// The part of a journey that a string belongs to.
fn holder(id: &EntityId, key: &str) -> Place {
    let mut words = key.split('.');
    let part = match (words.next(), words.next().and_then(|id| Id::parse(id).ok())) {
        (Some("steps"), Some(step)) => Some(Part::Step(step)),
        (Some("phases"), Some(phase)) => Some(Part::Phase(phase)),
        (Some("opportunities"), Some(opportunity)) => Some(Part::Opportunity(opportunity)),
        (Some("deviations"), Some(deviation)) => Some(Part::Deviation(deviation)),
        (Some("evidence"), Some(evidence)) => Some(Part::Evidence(evidence)),
        _ => None,
    };
    Place { entity: id.clone(), part: part.filter(|_| id.kind == Kind::Journey) }
}
