//! One id to another, everywhere: references in front matter and prose, translations, snapshots.
//!
//! 1. `target` reads what is to be renamed, and knows what each way of naming it becomes.
//! 2. [`walk`] finds every place in a file that names it, led by the tables of fields.
//! 3. [`entry`] notes the old id at the new one, so that old addresses and links still lead there.
//! 4. [`former`] knows what was called so before, and does not let it be taken over.
//! 5. [`fresh`] gives snapshots and translations the new keys, so that nothing looks changed.
//!
//! [`slug()`] changes the address of a page in one language, and no id.
//!
//! All or nothing: where one reference cannot be told apart from the text around it, nothing is renamed.

mod entry;
mod former;
mod fresh;
mod hint;
mod slug;
mod target;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

pub use self::slug::slug;
use self::target::{Sort, Target, What, base_of};
use self::walk::Walk;
use super::Edit;
use super::translate::{Refused, Setting, fields};
use crate::base::{Id, SourcePath, TextRange, nearest, place_after};
use crate::content::front_matter::FrontMatter;
use crate::content::read::values::NOBODY;
use crate::content::read::vocabulary;
use crate::content::yaml::{Node, Value};
use crate::content::{Document, EntityId, Kind};
use crate::source::SourceSet;
use crate::translation::replace;

/// What a rename takes.
#[derive(Clone, Debug, Default)]
pub struct Renaming {
    /// The files to write once the moves are done, by where they lie then.
    pub edits: Vec<Edit>,
    /// The files and folders that get another name: from, to.
    pub moves: Vec<(SourcePath, SourcePath)>,
    /// How many references lead to the new id.
    pub references: usize,
}

/// Gives what people call `what`, like `journey:motor-claim` or `step:motor-claim#wait`, the id `new`.
///
/// # Errors
///
/// There is nothing of that name, the new id is taken or none, or a file cannot be read.
pub fn rename(setting: &Setting<'_>, what: &str, new: &str) -> Result<Renaming, Refused> {
    let target = target(setting, what, new)?;
    if let Some(broken) = setting.documents.documents.iter().find(|document| document.parsed.is_unreadable) {
        return Err(Refused::new(format_args!(
            "{} cannot be read, so nobody knows what it refers to; see `cxbook check`",
            broken.path
        )));
    }
    // What was refused may be a document behind a link, or a whole folder that may not be looked into.
    let may_refer = |path: &SourcePath| {
        path.as_str().starts_with("content") && matches!(path.extension().as_str(), "md" | "yaml" | "yml" | "")
    };
    if let Some(refused) = setting.sources.refused().iter().find(|refused| may_refer(&refused.span.path)) {
        return Err(Refused::new(format_args!(
            "{} is not read, so nobody knows what it refers to; see `cxbook check`",
            refused.span.path
        )));
    }
    let mut found: BTreeMap<SourcePath, BTreeMap<TextRange, String>> = BTreeMap::new();
    for document in &setting.documents.documents {
        let changes = document_changes(setting, &target, document)?;
        if !changes.is_empty() {
            found.insert(document.path.clone(), changes);
        }
    }
    for file in &setting.documents.vocabulary {
        let text = setting.text(&file.path)?;
        let node = fields::tree(&file.path, text)?;
        let mut walk = Walk::new(&target, &file.path, text, EntityId::new(file.kind, ""), None);
        walk.vocabulary(&node, file.locale != setting.config.source_language);
        let changes = clear(walk, &file.path, text)?;
        if !changes.is_empty() {
            found.insert(file.path.clone(), changes);
        }
    }
    let references = found.values().map(BTreeMap::len).sum();
    let (path, place, note) = note(setting, &target)?;
    found.entry(path).or_default().insert(place, note);
    let mut texts: BTreeMap<SourcePath, String> = BTreeMap::new();
    for (path, changes) in &found {
        let changes: Vec<(TextRange, &str)> = changes.iter().map(|(range, new)| (*range, new.as_str())).collect();
        texts.insert(path.clone(), replace(setting.text(path)?, &changes));
    }
    let moves = moves(setting, &target)?;
    let after = after(setting.sources, &texts, &moves);
    let of_today = |path: &SourcePath| moved(path, &moves, true);
    let (more, notes) = fresh::follow(setting, &target, &after, &of_today, &mut texts)?;
    let edits = texts.into_iter().filter_map(|(path, text)| setting.edit(&path, text));
    let edits = edits.map(|edit| Edit { path: moved(&edit.path, &moves, false), ..edit }).collect();
    let mut renaming = Renaming { edits, moves, references };
    renaming.edits.extend(more);
    renaming.moves.extend(notes);
    Ok(renaming)
}

impl Renaming {
    /// Where the file at `path` lies afterwards.
    #[must_use]
    pub fn moved(&self, path: &SourcePath) -> SourcePath {
        moved(path, &self.moves, false)
    }
}

/// The site as it is once this is done.
#[must_use]
pub fn applied(sources: &SourceSet, renaming: &Renaming) -> SourceSet {
    let mut after = after(sources, &BTreeMap::new(), &renaming.moves);
    for edit in &renaming.edits {
        after.insert(edit.path.clone(), edit.text.as_bytes());
    }
    after
}

/// Reads what is to be renamed.
fn target(setting: &Setting<'_>, what: &str, new: &str) -> Result<Target, Refused> {
    let Some((noun, name)) = what.split_once(':') else { return Err(hint::without_noun(setting, what)) };
    let new = Id::parse(new).map_err(|malformed| {
        let near = malformed.suggestion.as_ref().map_or(String::new(), |near| format!("; try `{near}`"));
        Refused::new(format_args!("{malformed}{near}"))
    })?;
    let what = match (Sort::from_noun(noun), Kind::from_noun(noun)) {
        (Some(sort), _) => part(setting, sort, name)?,
        (None, Some(kind)) => match name.split_once('#') {
            Some((holder, inner)) if hint::holds_parts(kind) => {
                entity(setting, kind, holder)?;
                return Err(hint::within(setting, kind, holder, inner));
            }
            _ => entity(setting, kind, name)?,
        },
        (None, None) => {
            let nouns = Kind::ALL.iter().map(|kind| kind.noun()).chain(["step", "phase", "pain", "need"]);
            let near = nearest(noun, nouns).map_or(String::new(), |near| format!("; did you mean `{near}`?"));
            return Err(Refused::new(format_args!("there is no kind of thing called `{noun}`{near}")));
        }
    };
    let target = Target { what, new };
    if target.old() == target.new.as_str() {
        return Err(Refused::new(format_args!("it is called `{}` already", target.new)));
    }
    free(setting, &target)?;
    Ok(target)
}

fn entity(setting: &Setting<'_>, kind: Kind, name: &str) -> Result<What, Refused> {
    match kind {
        Kind::Stage => {
            return Err(Refused::new("a stage is called after its term; rename the term".to_owned()));
        }
        Kind::Response => {
            return Err(Refused::new("a response is called after its article and its day".to_owned()));
        }
        Kind::Page if name == "index" => return Err(Refused::new("the home page has no other id".to_owned())),
        _ => {}
    }
    let id = EntityId::new(kind, name);
    let known = known(setting, kind);
    if known.contains(name) {
        return Ok(What::Entity(id));
    }
    if let Some(today) = former::entity(setting, kind, name) {
        let noun = kind.noun();
        return Err(Refused::new(format_args!("`{noun}:{name}` is called `{noun}:{today}` today; write that")));
    }
    Err(hint::not_found(kind.noun(), name, known.iter().map(String::as_str)))
}

/// The ids of everything of a kind.
fn known(setting: &Setting<'_>, kind: Kind) -> BTreeSet<String> {
    let documents = setting.documents.sources().filter(|document| document.id.kind == kind);
    let files = setting.documents.vocabulary.iter().filter(|file| file.kind == kind);
    documents
        .map(|document| document.id.id.to_string())
        .chain(files.flat_map(|file| file.parsed.entries.keys().map(Id::to_string)))
        .collect()
}

/// `motor-claim#wait`; a pain is `motor-claim#wait/silence`.
fn part(setting: &Setting<'_>, sort: Sort, name: &str) -> Result<What, Refused> {
    let (noun, kind) = (sort.noun(), sort.holder());
    let form = if sort == Sort::Pain { "journey#step/pain".to_owned() } else { format!("{}#{noun}", kind.noun()) };
    let wrong = || Refused::new(format_args!("`{noun}:{name}` does not say where it stands; write `{noun}:<{form}>`"));
    let (holder, id) = name.split_once('#').ok_or_else(wrong)?;
    let (at, id) = match id.split_once('/') {
        Some((at, id)) if sort == Sort::Pain => (Some(at), id),
        None if sort != Sort::Pain => (None, id),
        _ => return Err(wrong()),
    };
    let What::Entity(holder) = entity(setting, kind, holder)? else { return Err(wrong()) };
    if let Some(at) = at {
        let places = || [Sort::Step, Sort::Deviation].map(|sort| parts(setting, &holder, sort, None));
        if !places().iter().any(|ids| ids.contains(at))
            && [Sort::Step, Sort::Deviation]
                .iter()
                .all(|sort| former::part(setting, &holder, (*sort, None), at).is_none())
        {
            return Err(hint::not_found("step", at, places().iter().flatten().map(String::as_str)));
        }
    }
    let known = parts(setting, &holder, sort, at);
    if !known.contains(id) {
        if let Some(today) = former::part(setting, &holder, (sort, at), id) {
            let holder = &holder.id;
            let today = at.map_or_else(|| today.to_string(), |at| format!("{at}/{today}"));
            return Err(Refused::new(format_args!(
                "`{noun}:{name}` is called `{noun}:{holder}#{today}` today; write that"
            )));
        }
        return Err(hint::not_found(noun, id, known.iter().map(String::as_str)));
    }
    let at = at.and_then(|at| Id::parse(at).ok());
    Ok(What::Part { holder, sort, at, id: Id::parse(id).map_err(|_| wrong())? })
}

/// The ids that must differ from that of a part.
fn parts(setting: &Setting<'_>, holder: &EntityId, sort: Sort, at: Option<&str>) -> BTreeSet<String> {
    let Some(document) = setting.documents.sources().find(|document| document.id == *holder) else {
        return BTreeSet::new();
    };
    let ids = |ids: Vec<&Id>| -> BTreeSet<String> { ids.into_iter().map(Id::to_string).collect() };
    match &document.parsed.front_matter {
        FrontMatter::Persona(persona) => ids(persona.needs.keys().collect()),
        FrontMatter::Journey(journey) => match sort {
            Sort::Phase => ids(journey.phases.keys().collect()),
            Sort::Step => ids(journey.all_steps().map(|(id, _)| id).collect()),
            Sort::Information => ids(journey.information.keys().collect()),
            Sort::Deviation => ids(journey.deviations.keys().collect()),
            Sort::Opportunity => ids(journey.opportunities.keys().collect()),
            Sort::Evidence => ids(journey.evidence.keys().collect()),
            Sort::Pain => {
                let at = at.and_then(|at| Id::parse(at).ok());
                let steps = journey.all_steps().filter(|(id, _)| Some(*id) == at.as_ref());
                let deviations = journey.deviations.iter().filter(|(id, _)| Some(*id) == at.as_ref());
                let pains = steps.map(|(_, step)| &step.pains).chain(deviations.map(|(_, one)| &one.pains));
                ids(pains.flat_map(|pains| pains.keys()).collect())
            }
            Sort::Need => BTreeSet::new(),
        },
        _ => BTreeSet::new(),
    }
}

/// Refuses an id that something else has, or a place where files lie.
fn free(setting: &Setting<'_>, target: &Target) -> Result<(), Refused> {
    let new = target.new.as_str();
    match &target.what {
        What::Part { holder, sort, at, .. } => {
            if parts(setting, holder, *sort, at.as_ref().map(Id::as_str)).contains(new) {
                return Err(Refused::new(format_args!("there is a {} called `{new}` already", sort.noun())));
            }
            let former = former::part(setting, holder, (*sort, at.as_ref().map(Id::as_str)), new);
            if let Some(today) = former.filter(|today| today.as_str() != target.old()) {
                return Err(former::refused(sort.noun(), new, today.as_str()));
            }
        }
        What::Entity(id) => {
            if id.kind == Kind::Department && new == NOBODY {
                return Err(Refused::new(format_args!("`{new}` says that there is no owner; choose another id")));
            }
            let renamed = target.renamed(id);
            if known(setting, id.kind).contains(renamed.id.as_str()) {
                return Err(Refused::new(format_args!("there is a {} called `{new}` already", id.kind.noun())));
            }
            let former = former::entity(setting, id.kind, &renamed.id);
            if let Some(today) = former.filter(|today| *today != id.id.as_str()) {
                return Err(former::refused(id.kind.noun(), new, &today));
            }
            if id.kind == Kind::Page {
                let below = format!("{}/", id.id);
                let inner = setting.documents.sources().find(|other| other.id.id.starts_with(&below));
                if let Some(inner) = inner.filter(|inner| inner.id.kind == Kind::Page) {
                    return Err(Refused::new(format_args!(
                        "{} lies below it and would get another address; move that first",
                        inner.path
                    )));
                }
            }
        }
    }
    Ok(())
}

fn document_changes(
    setting: &Setting<'_>,
    target: &Target,
    document: &Document,
) -> Result<BTreeMap<TextRange, String>, Refused> {
    let text = setting.text(&document.path)?;
    let source = setting.documents.sources().find(|source| source.id == document.id);
    let persona = source.and_then(|source| match &source.parsed.front_matter {
        FrontMatter::Journey(journey) => {
            journey.persona.as_ref().map(|persona| EntityId::new(Kind::Persona, persona.value.as_str()))
        }
        _ => None,
    });
    let mut walk = Walk::new(target, &document.path, text, document.id.clone(), persona);
    let is_translation = matches!(document.parsed.front_matter, FrontMatter::Overlay(_));
    walk.front_matter(&fields::tree(&document.path, text)?, is_translation);
    walk.body(&document.parsed.body);
    clear(walk, &document.path, text)
}

/// The changes of a walk, unless something was unclear.
fn clear(walk: Walk<'_>, path: &SourcePath, text: &str) -> Result<BTreeMap<TextRange, String>, Refused> {
    match walk.unclear.first() {
        None => Ok(walk.changes),
        Some(range) => {
            let (line, column) = place_after(&text[..range.start()]);
            let written = range.of(text).lines().next().unwrap_or_default();
            Err(Refused::new(format_args!(
                "{path}:{line}:{column} names it in a way that cannot be replaced: `{written}`\n\
                 write that reference plainly first"
            )))
        }
    }
}

/// Where to write what it was called.
fn note(setting: &Setting<'_>, target: &Target) -> Result<(SourcePath, TextRange, String), Refused> {
    let names = (target.old(), target.new.as_str());
    let lost = || Refused::new(format_args!("`{}` is written in a way that cannot be added to", target.old()));
    match &target.what {
        What::Entity(id) if !id.kind.is_document() => {
            let file = setting.documents.vocabulary.iter();
            let file =
                file.filter(|file| file.kind == id.kind).find(|file| file.parsed.entries.contains_key(id.id.as_str()));
            let path = &file.ok_or_else(lost)?.path;
            let text = setting.text(path)?;
            let tree = fields::tree(path, text)?;
            let node = child(&tree, &id.id).ok_or_else(lost)?;
            let shape = vocabulary::shape_of(id.kind);
            let (range, note) = entry::note(text, node, shape.main, names).ok_or_else(lost)?;
            Ok((path.clone(), range, note))
        }
        What::Entity(id) | What::Part { holder: id, .. } => {
            let source = setting.documents.sources().find(|document| document.id == *id).ok_or_else(lost)?;
            let text = setting.text(&source.path)?;
            let tree = fields::tree(&source.path, text)?;
            let (range, note) = match &target.what {
                What::Entity(_) => {
                    let end = source.parsed.front_matter_range.end();
                    entry::note_of_document(text, &tree, end, names).ok_or_else(lost)?
                }
                What::Part { sort, at, id, .. } => {
                    let node = part_node(&tree, *sort, at.as_ref(), id).ok_or_else(lost)?;
                    let main = match sort {
                        Sort::Pain => "text",
                        Sort::Need => "means",
                        _ => "name",
                    };
                    entry::note(text, node, Some(main), names).ok_or_else(lost)?
                }
            };
            Ok((source.path.clone(), range, note))
        }
    }
}

fn child<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let Value::Map(entries) = &node.value else { return None };
    entries.iter().find(|(own, _)| own.text == key).map(|(_, node)| node)
}

/// The node of a part of a journey or a persona.
fn part_node<'n>(tree: &'n Node, sort: Sort, at: Option<&Id>, id: &Id) -> Option<&'n Node> {
    let entries = |node: &'n Node| match &node.value {
        Value::Map(entries) => entries.as_slice(),
        _ => &[],
    };
    let steps = || {
        let holders = ["phases", "deviations"].into_iter().filter_map(|field| child(tree, field));
        holders.flat_map(entries).filter_map(|(_, holder)| child(holder, "steps"))
    };
    match sort {
        Sort::Step => steps().find_map(|steps| child(steps, id.as_str())),
        Sort::Pain => {
            let at = at?.as_str();
            let deviation = child(tree, "deviations").and_then(|deviations| child(deviations, at));
            let places = steps().filter_map(|steps| child(steps, at)).chain(deviation);
            places.filter_map(|place| child(place, "pains")).find_map(|pains| child(pains, id.as_str()))
        }
        _ => child(child(tree, sort.field())?, id.as_str()),
    }
}

/// The files and folders of a document that get another name, its responses among them.
fn moves(setting: &Setting<'_>, target: &Target) -> Result<Vec<(SourcePath, SourcePath)>, Refused> {
    let Some(id) = target.entity().filter(|id| id.kind.is_document()) else { return Ok(Vec::new()) };
    let (Some(old), Some(new)) = (base_of(id), base_of(&target.renamed(id))) else { return Ok(Vec::new()) };
    let mut moves = Vec::new();
    let mut folder = |from: &str, to: &str| -> Result<(), Refused> {
        if setting.sources.under(from).next().is_none() {
            return Ok(());
        }
        if let Some((path, _)) = setting.sources.under(to).next() {
            return Err(Refused::new(format_args!("{path} lies where it would go")));
        }
        moves.push((SourcePath::new(from), SourcePath::new(to)));
        Ok(())
    };
    folder(&old, &new)?;
    if id.kind == Kind::Article {
        let responses = Kind::Response.plural();
        folder(&format!("content/{responses}/{}", id.id), &format!("content/{responses}/{}", target.new))?;
    }
    for (path, _) in setting.sources.under("content") {
        let rest = path.as_str().strip_prefix(&old).filter(|rest| rest.starts_with('.') && rest.ends_with(".md"));
        let Some(rest) = rest.filter(|rest| !rest.contains('/')) else { continue };
        let to = SourcePath::new(format!("{new}{rest}"));
        if setting.sources.get(&to).is_some() {
            return Err(Refused::new(format_args!("{to} lies where it would go")));
        }
        moves.push((path.clone(), to));
    }
    Ok(moves)
}

/// Where the file at `path` lies after the moves, or lay before them.
fn moved(path: &SourcePath, moves: &[(SourcePath, SourcePath)], is_back: bool) -> SourcePath {
    for (from, to) in moves {
        let (from, to) = if is_back { (to, from) } else { (from, to) };
        if let Some(rest) =
            path.as_str().strip_prefix(from.as_str()).filter(|rest| rest.is_empty() || rest.starts_with('/'))
        {
            return SourcePath::new(format!("{to}{rest}"));
        }
    }
    path.clone()
}

fn after(sources: &SourceSet, texts: &BTreeMap<SourcePath, String>, moves: &[(SourcePath, SourcePath)]) -> SourceSet {
    let mut after = sources.clone();
    for (path, text) in texts {
        after.insert(path.clone(), text.as_bytes());
    }
    let paths: Vec<SourcePath> = after.iter().map(|(path, _)| path.clone()).collect();
    for path in paths {
        let to = moved(&path, moves, false);
        if to != path
            && let Some(file) = after.get(&path).cloned()
        {
            after.share(to, &file);
            after.remove(&path);
        }
    }
    after
}
