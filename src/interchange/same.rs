//! Planned files and those that are there to which of them say the same.
//!
//! Layout says nothing, nor do comments, the order of fields, or a short form beside its long one. What
//! counts is what an export would tell of a file.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::files::{Plan, Setting, read};
use super::{authored, json, source};
use crate::base::SourcePath;
use crate::content::front_matter::FrontMatter;
use crate::content::read::shape_of;
use crate::content::{Document, EntityId};
use crate::edit::Edit;
use crate::graph::without_internal;

/// Takes out of a plan what would say nothing new.
pub(super) fn leave(setting: Setting<'_>, plan: &mut Plan) {
    let there: BTreeMap<&SourcePath, &Document> =
        setting.documents.documents.iter().map(|document| (&document.path, document)).collect();
    let asked: BTreeMap<&SourcePath, &Edit> = plan.meant().filter(|(path, _)| there.contains_key(path)).collect();
    if asked.is_empty() {
        return;
    }
    let (planned, _) = read(setting, &asked);
    let (known, new) = (internal(&setting.documents.documents), internal(&planned.documents));
    let is_same = |planned: &&Document| {
        let known =
            there.get(&planned.path).filter(|_| asked.contains_key(&planned.path)).map(|there| said(there, &known));
        known.is_some_and(|known| known.is_some() && known == said(planned, &new))
    };
    let same: BTreeSet<SourcePath> = planned.documents.iter().filter(is_same).map(|found| found.path.clone()).collect();
    let before = plan.edits.len() + plan.beside.len();
    plan.edits.retain(|edit| !same.contains(&edit.path));
    plan.beside.retain(|(path, _)| !same.contains(path));
    plan.unchanged += before - plan.edits.len() - plan.beside.len();
}

/// The keys of what no export tells, by document: its internal evidence.
pub(super) fn internal(documents: &[Document]) -> BTreeMap<&EntityId, Vec<String>> {
    let keys = documents.iter().map(|document| (&document.id, document.parsed.front_matter.internal_keys()));
    keys.filter(|(_, keys)| !keys.is_empty()).collect()
}

/// What an export tells of a document; nothing if it could not be read.
fn said(document: &Document, internal: &BTreeMap<&EntityId, Vec<String>>) -> Option<String> {
    if document.parsed.is_broken || document.parsed.is_unreadable {
        return None;
    }
    let public = internal.get(&document.id).map(|keys| without_internal(document, keys));
    let document = public.as_deref().unwrap_or(document);
    let fields = match &document.parsed.front_matter {
        FrontMatter::Overlay(overlay) => {
            let texts: BTreeMap<&str, String> = overlay
                .texts
                .iter()
                .map(|(key, text)| (key.as_str(), json::visible(&text.value)))
                .filter(|(_, text)| !text.trim().is_empty())
                .collect();
            let aliases: Vec<&str> = overlay.aliases.iter().map(|alias| alias.value.as_str()).collect();
            let slug = overlay.slug.as_ref().map(|slug| &slug.value);
            json!([texts, slug, aliases, json::translation(&overlay.translation)]).to_string()
        }
        front_matter => {
            let fields = authored::of_front_matter(front_matter).visible();
            source::fields(shape_of(document.id.kind), &fields, 0)
        }
    };
    Some(format!("{} {fields}\n{}", document.locale, json::body(document)))
}
