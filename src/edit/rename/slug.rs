//! The slug of a page in one language to another, with the old address among those that lead to it.

use unicode_normalization::char::is_combining_mark;

use super::target::What;
use super::{Renaming, entity, entry, hint};
use crate::base::{Locale, TextRange, nearest};
use crate::content::front_matter::FrontMatter;
use crate::content::{Document, Kind};
use crate::edit::translate::{Refused, Setting, fields};
use crate::translation::replace;

/// Gives the page of `what`, like `article:outside-in`, the slug `new` in `language`; its id stays.
///
/// # Errors
///
/// There is no such page in that language, or it has that slug already.
pub fn slug(setting: &Setting<'_>, what: &str, language: &str, new: &str) -> Result<Renaming, Refused> {
    let document = page(setting, what, language)?;
    let is_part = |letter: char| letter.is_alphanumeric() || is_combining_mark(letter) || letter == '-';
    if new.is_empty() || !new.chars().all(is_part) {
        return Err(Refused::new(format_args!(
            "`{new}` is no slug: small letters, digits and single hyphens make one"
        )));
    }
    let text = setting.text(&document.path)?;
    let written = match &document.parsed.front_matter {
        FrontMatter::Overlay(overlay) => overlay.slug.as_ref(),
        front_matter => front_matter.common().and_then(|common| common.slug.as_ref()),
    };
    let old = written.map_or_else(|| document.id.id.to_string(), |slug| slug.value.clone());
    if old == new {
        return Err(Refused::new(format_args!("its slug is `{new}` already")));
    }
    let [from, to] = [&*old, new].map(|slug| address(document, slug));
    let tree = fields::tree(&document.path, text)?;
    let end = document.parsed.front_matter_range.end();
    let slug = entry::field_of_document(text, &tree, end, "slug", |_| new.to_owned());
    let aliases = entry::field_of_document(text, &tree, end, "aliases", |known| {
        let known = known.map(entry::ids).unwrap_or_default();
        // An address that is in use again leads nowhere else.
        let kept = known.into_iter().filter(|alias| *alias != to && *alias != from);
        format!("[{}]", kept.chain([from.clone()]).collect::<Vec<_>>().join(", "))
    });
    let lost = || {
        Refused::new(format_args!("the front matter of {} is written in a way that cannot be added to", document.path))
    };
    let mut changes = [slug.ok_or_else(lost)?, aliases.ok_or_else(lost)?];
    changes.sort_by_key(|(range, _)| *range);
    let changes: Vec<(TextRange, &str)> = changes.iter().map(|(range, new)| (*range, new.as_str())).collect();
    let edit = setting.edit(&document.path, replace(text, &changes));
    Ok(Renaming { edits: edit.into_iter().collect(), ..Renaming::default() })
}

/// The file of the page in the language.
fn page<'a>(setting: &Setting<'a>, what: &str, language: &str) -> Result<&'a Document, Refused> {
    let Some((noun, name)) = what.split_once(':') else { return Err(hint::without_noun(setting, what)) };
    let Some(kind) = Kind::from_noun(noun).filter(|kind| kind.is_document()) else {
        let nouns = Kind::ALL.iter().filter(|kind| kind.is_document()).map(|kind| kind.noun());
        let near = nearest(noun, nouns).map_or(String::new(), |near| format!("; did you mean `{near}`?"));
        return Err(Refused::new(format_args!("no `{noun}` has a file of its own that a slug could stand in{near}")));
    };
    let What::Entity(id) = entity(setting, kind, name)? else {
        return Err(Refused::new(format_args!("`{what}` is a part of a page and has no slug")));
    };
    let locale = Locale::parse(language).map_err(|error| Refused::new(format_args!("{error}")))?;
    let mut files = setting.documents.documents.iter().filter(|document| document.id == id);
    files.find(|document| document.locale == locale).ok_or_else(|| {
        Refused::new(format_args!("`{what}` has no text in `{locale}`, and its page there has the slug of its id"))
    })
}

/// The address of the page with this slug, below the root of the site.
fn address(document: &Document, slug: &str) -> String {
    let locale = &document.locale;
    match document.id.kind {
        Kind::Page => format!("/{locale}/{slug}/"),
        kind => format!("/{locale}/{}/{slug}/", kind.plural()),
    }
}
