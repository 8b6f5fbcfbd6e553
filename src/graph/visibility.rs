//! Documents to those that readers may see: the one gate.
//!
//! What does not pass ends here: later stages get a [`Public`], which only [`gate`] can make, and
//! of the rest they learn nothing but the ids, to tell a link to a draft from a mistyped one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use indexmap::IndexMap;

use crate::base::{Date, Id, Locale, SourcePath, Span};
use crate::config::{Config, PublishMin, Request};
use crate::content::front_matter::{Common, Consent, Evidence, FrontMatter, Journey, Quality, Ref, Status, Step};
use crate::content::text::Localizable;
use crate::content::{Document, EntityId, Kind, Parsed};
use crate::diagnostic::{Diagnostic, Diagnostics, Name};

/// A source with its translations, whether or not readers may see them.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) source: Arc<Document>,
    pub(super) translations: BTreeMap<Locale, Arc<Document>>,
}

/// What readers may see.
#[derive(Clone, Debug)]
pub(super) struct Public {
    groups: BTreeMap<EntityId, Group>,
    hidden: BTreeSet<EntityId>,
    unreadable: BTreeSet<EntityId>,
    hidden_files: BTreeMap<SourcePath, EntityId>,
    confidential: Vec<Arc<str>>,
    withheld: Vec<Group>,
}

impl Public {
    /// The documents that readers may see.
    pub(super) fn groups(&self) -> &BTreeMap<EntityId, Group> {
        &self.groups
    }

    /// The ids, and nothing else, of documents that exist and are not shown.
    pub(super) fn hidden(&self) -> &BTreeSet<EntityId> {
        &self.hidden
    }

    /// The ids of documents that exist and could not be read: what names them need not be reported too.
    pub(super) fn unreadable(&self) -> &BTreeSet<EntityId> {
        &self.unreadable
    }

    /// The files of those documents.
    pub(super) fn hidden_files(&self) -> &BTreeMap<SourcePath, EntityId> {
        &self.hidden_files
    }

    /// What does not pass, for one question only: what else would tell of it?
    pub(super) fn withheld(&self) -> &[Group] {
        &self.withheld
    }

    /// What internal evidence says, for the check that nobody repeats it.
    pub(super) fn confidential(&self) -> &[Arc<str>] {
        &self.confidential
    }
}

/// Lets through what is published, translated well enough, and not under embargo on the day of the run.
pub(super) fn gate(
    groups: BTreeMap<EntityId, Group>,
    config: &Config,
    request: &Request,
    diagnostics: &mut Diagnostics,
) -> Public {
    let mut public = Public {
        groups: BTreeMap::new(),
        hidden: BTreeSet::new(),
        unreadable: BTreeSet::new(),
        hidden_files: BTreeMap::new(),
        confidential: Vec::new(),
        withheld: Vec::new(),
    };
    // What could not be read says nothing that rules could hold against it.
    let is_draft_shown = |group: &Group| request.drafts && !group.source.parsed.is_unreadable;
    let shows = |group: &Group| is_draft_shown(group) || is_public(&group.source.parsed.front_matter, request.today);
    let articles: BTreeSet<EntityId> =
        groups.iter().filter(|(_, group)| shows(group)).map(|(id, _)| id.clone()).collect();
    for (id, mut group) in groups {
        let is_answer_to_hidden = match &group.source.parsed.front_matter {
            FrontMatter::Response(response) => response
                .to
                .as_ref()
                .is_some_and(|to| !articles.contains(&EntityId::new(Kind::Article, to.value.as_str()))),
            _ => false,
        };
        if !shows(&group) || is_answer_to_hidden {
            for document in group.translations.values().chain([&group.source]) {
                public.hidden_files.insert(document.path.clone(), id.clone());
            }
            // What is surely a draft is one, whatever else is wrong with it.
            if group.source.parsed.is_broken && !group.source.parsed.is_surely_draft {
                public.unreadable.insert(id);
            } else {
                public.hidden.insert(id);
            }
            public.withheld.push(group);
            continue;
        }
        group
            .translations
            .retain(|_, translation| request.drafts || may_publish(translation, config.publish_min, diagnostics));
        let internal = group.source.parsed.front_matter.internal_keys();
        if !internal.is_empty() {
            public.withheld.push(group.clone());
            group.source = without(&group.source, &internal, Some(&mut public.confidential));
            for translation in group.translations.values_mut() {
                *translation = without(translation, &internal, None);
            }
        }
        public.groups.insert(id, group);
    }
    public
}

/// Whether a source is to be shown on `today`.
/// Whether readers may see what starts with this on that day.
pub(super) fn is_public(front_matter: &FrontMatter, today: Date) -> bool {
    match front_matter {
        FrontMatter::Response(response) => {
            response.consent && response.date.as_ref().is_none_or(|date| date.value <= today)
        }
        other => other.common().is_some_and(|common| {
            matches!(common.status, Status::Published | Status::Archived) && !is_embargoed(common, today)
        }),
    }
}

fn is_embargoed(common: &Common, today: Date) -> bool {
    common.published.as_ref().is_some_and(|published| published.value > today)
}

/// Whether a translation is good enough; one made by a machine needs somebody who has read it.
fn may_publish(translation: &Document, least: PublishMin, diagnostics: &mut Diagnostics) -> bool {
    let FrontMatter::Overlay(overlay) = &translation.parsed.front_matter else { return false };
    let said = &overlay.translation;
    if said.status == Quality::Machine && said.reviewer.is_none() {
        let span = Span::new(&translation.path, translation.parsed.front_matter_range);
        diagnostics.push(
            Diagnostic::new(
                Name::UnreviewedMachineTranslation,
                Span::new(&span.path, crate::base::TextRange::at(span.range.start())),
                "nobody has reviewed this machine translation",
            )
            .help("name a `reviewer`, or set `status: draft` once a person has rewritten it"),
        );
        return false;
    }
    least == PublishMin::Draft || said.status == Quality::Reviewed
}

/// What readers may see of a document whose source has this internal evidence.
#[must_use]
pub fn without_internal(document: &Document, keys: &[String]) -> Arc<Document> {
    without(document, keys, None)
}

/// The document without a word of its internal evidence, whose ids are numbers now; its kinds stay, to be counted.
fn without(document: &Document, keys: &[String], confidential: Option<&mut Vec<Arc<str>>>) -> Arc<Document> {
    let mut document = document.clone();
    let mut parsed = Parsed::clone(&document.parsed);
    let mut said = Vec::new();
    match &mut parsed.front_matter {
        FrontMatter::Journey(journey) => {
            for evidence in journey.evidence.values_mut() {
                silence(evidence, &mut said);
            }
            drop_keys(&mut journey.common.texts, keys);
            journey.common.extensions.retain(|key, _| !is_below(key, keys));
            rename_internal(journey);
        }
        FrontMatter::Example(example) => {
            if let Some(quote) = &mut example.quote {
                silence(quote, &mut said);
            }
            drop_keys(&mut example.common.texts, keys);
            example.common.extensions.retain(|key, _| !is_below(key, keys));
        }
        FrontMatter::Overlay(overlay) => drop_keys(&mut overlay.texts, keys),
        _ => {}
    }
    if let Some(confidential) = confidential {
        confidential.extend(said);
    }
    document.parsed = Arc::new(parsed);
    Arc::new(document)
}

/// Gives internal evidence ids that say nothing, wherever it is named: an id becomes part of addresses.
fn rename_internal(journey: &mut Journey) {
    let internal: Vec<Id> = journey
        .evidence
        .iter()
        .filter(|(_, evidence)| evidence.consent == Some(Consent::Internal))
        .map(|(id, _)| id.clone())
        .collect();
    let is_free = |id: &Id| !journey.evidence.contains_key(id) || internal.contains(id);
    let numbers = (1..).filter_map(|number: usize| Id::parse(&format!("internal-{number}")).ok()).filter(is_free);
    let names: BTreeMap<Id, Id> = internal.iter().cloned().zip(numbers).collect();
    let rename = |references: &mut Vec<Ref>| {
        for reference in references {
            if let Some(name) = names.get(&reference.value) {
                reference.value = name.clone();
            }
        }
    };
    let steps = |steps: &mut IndexMap<Id, Step>| {
        for step in steps.values_mut() {
            step.emotion.iter_mut().for_each(|emotion| rename(&mut emotion.evidence));
            step.pains.values_mut().for_each(|pain| rename(&mut pain.evidence));
        }
    };
    for phase in journey.phases.values_mut() {
        steps(&mut phase.steps);
    }
    for deviation in journey.deviations.values_mut() {
        rename(&mut deviation.evidence);
        deviation.emotion.iter_mut().for_each(|emotion| rename(&mut emotion.evidence));
        deviation.pains.values_mut().for_each(|pain| rename(&mut pain.evidence));
        steps(&mut deviation.steps);
    }
    let evidence = std::mem::take(&mut journey.evidence);
    journey.evidence =
        evidence.into_iter().map(|(id, evidence)| (names.get(&id).cloned().unwrap_or(id), evidence)).collect();
}

fn silence(evidence: &mut Evidence, said: &mut Vec<Arc<str>>) {
    if evidence.consent != Some(Consent::Internal) {
        return;
    }
    let texts = [evidence.says.take(), evidence.finding.take(), evidence.means.take()];
    said.extend(texts.into_iter().flatten().map(|text| text.value));
    *evidence = Evidence {
        kind: evidence.kind,
        consent: evidence.consent,
        range: evidence.range,
        says: None,
        finding: None,
        means: None,
        who: None,
        via: None,
        date: None,
        n: None,
        source: None,
        lang: None,
    };
}

fn drop_keys(texts: &mut Localizable, keys: &[String]) {
    texts.retain(|key, _| !is_below(key, keys));
}

/// Whether `key` is one of `keys`, or a part of what it names.
fn is_below(key: &str, keys: &[String]) -> bool {
    keys.iter()
        .any(|prefix| key.strip_prefix(prefix.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
}
