//! `vocab/*.yaml` to entries by id.

use indexmap::IndexMap;
use std::sync::Arc;

use super::Kind;
use super::front_matter::{Figure, Owner, Ref, Translation};
use super::text::{Localizable, Text, TextKey};
use crate::base::{Date, Fingerprint, Id, Locale, SourcePath, Spanned, TextRange};

/// One vocabulary file: the source, or a translation of it.
#[derive(Clone, Debug)]
pub struct VocabularyFile {
    /// What its entries are.
    pub kind: Kind,
    /// The language it is written in.
    pub locale: Locale,
    /// Where it lies.
    pub path: SourcePath,
    /// Stands for the file's text.
    pub fingerprint: Fingerprint,
    /// What it says.
    pub parsed: Arc<ParsedVocabulary>,
}

/// What a vocabulary file says, whatever its path: the part that is cached by its text.
#[derive(Clone, Debug, Default)]
pub struct ParsedVocabulary {
    /// The entries of a source, in the order written; empty for a translation.
    pub entries: IndexMap<Id, VocabularyEntry>,
    /// Every string that can be translated, or has been: `claims-hotline.name`.
    pub texts: Localizable,
    /// Former ids of entries, by their ids.
    pub renamed_from: IndexMap<TextKey, Vec<Spanned<Id>>>,
    /// Fields that start with `x-`, as JSON, by their keys: `claims-hotline.x-ticket`.
    pub extensions: IndexMap<String, serde_json::Value>,
    /// Whether it is a source that could not be read at all: then nobody knows what its ids are.
    pub is_unreadable: bool,
    /// Who translated, and from which revision; nothing in a source.
    pub translation: Translation,
    /// Found while parsing.
    pub diagnostics: Vec<crate::diagnostic::Diagnostic>,
}

/// One entry, with the place of its id.
#[derive(Clone, Debug)]
pub struct VocabularyEntry {
    /// What it says.
    pub entry: Entry,
    /// Where its id stands.
    pub range: TextRange,
    /// Whether a required field is missing or broken, so that rules need not say it again.
    pub is_broken: bool,
}

/// An entry by what it is.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "named after their contents")]
#[allow(clippy::large_enum_variant, reason = "a site has hundreds, each behind one shared file")]
pub enum Entry {
    Department(Department),
    Channel(Channel),
    Touchpoint(Touchpoint),
    System(System),
    Metric(Metric),
    Lifecycle(Lifecycle),
    Term(Term),
    Author(Author),
    Source(Source),
    /// A purpose, symptom, category, tag or family: a name, perhaps with words about it.
    Plain(Plain),
}

/// A name, perhaps with words about it.
#[derive(Clone, Debug)]
pub struct Plain {
    /// What it is called.
    pub name: Option<Text>,
    /// What it means.
    pub description: Option<Text>,
}

/// A part of the organisation, or of a partner.
#[derive(Clone, Debug)]
pub struct Department {
    /// What it is called.
    pub name: Option<Text>,
    /// Whether it belongs to somebody else.
    pub external: bool,
    /// A role to write to, never a person.
    pub ask: Option<Spanned<String>>,
    /// The department it is part of.
    pub parent: Option<Ref>,
}

/// A way to reach each other.
#[derive(Clone, Debug)]
pub struct Channel {
    /// What it is called.
    pub name: Option<Text>,
    /// What it is made of.
    pub medium: Option<Medium>,
    /// When it is open; `always`, or words.
    pub hours: Option<Hours>,
    /// Whether it is digital; follows from the medium where it is not written.
    pub digital: bool,
}

/// When a channel is open.
#[derive(Clone, Debug)]
pub enum Hours {
    /// Day and night.
    Always,
    /// In words.
    Text(Text),
}

/// What a channel is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Medium {
    Phone,
    Letter,
    Email,
    Sms,
    Chat,
    Web,
    App,
    InPerson,
    Social,
    Device,
    Payment,
    Other,
}

/// A place where the customer and the organisation meet.
#[derive(Clone, Debug)]
pub struct Touchpoint {
    /// What it is called.
    pub name: Option<Text>,
    /// The channels it can be met on.
    pub channels: Vec<Ref>,
    /// Who answers for it.
    pub owner: Owner,
    /// What it is for.
    pub purpose: Option<Ref>,
    /// What the customer holds in their hands afterwards.
    pub evidence: Option<Text>,
    /// Touchpoints that say something else.
    pub contradicts: Vec<Ref>,
}

/// What steps rest on.
#[derive(Clone, Debug)]
pub struct System {
    /// What it is called.
    pub name: Option<Text>,
    /// Who answers for it.
    pub owner: Owner,
    /// What sort it is.
    pub kind: SystemKind,
}

/// What sort a system is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum SystemKind {
    #[default]
    System,
    Process,
    Policy,
    Supplier,
}

/// Something that is measured.
#[derive(Clone, Debug)]
pub struct Metric {
    /// What it is called.
    pub name: Option<Text>,
    /// What sort it is.
    pub kind: Option<MetricKind>,
    /// The least and the most it can be, in thousandths.
    pub scale: Option<(i64, i64)>,
    /// Whether more is better.
    pub higher_is_better: bool,
    /// What people are asked.
    pub question: Option<Text>,
    /// What it counts.
    pub unit: Option<Text>,
}

/// What sort a metric is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum MetricKind {
    Nps,
    Csat,
    Ces,
    Time,
    Count,
    Rate,
    Money,
    Loyalty,
    WordOfMouth,
    ShareOfWallet,
    PaymentSpeed,
    EmployeeEngagement,
    Custom,
}

/// The stages of a relationship, in one or two lobes.
#[derive(Clone, Debug)]
pub struct Lifecycle {
    /// What it is called; the id where it is not given.
    pub name: Option<Text>,
    /// Whether the end leads back to the start.
    pub loops: bool,
    /// The lobes, each with its stages in order; stage names are glossary terms.
    pub lobes: IndexMap<Id, Vec<Ref>>,
}

/// A word, with what it means and how other languages say it.
#[derive(Clone, Debug)]
pub struct Term {
    /// By language.
    pub forms: IndexMap<Locale, TermForm>,
    /// Its contrary.
    pub opposite: Option<Ref>,
    /// Terms to read as well.
    pub see: Vec<Ref>,
    /// Whether it is translated at all; a name is not.
    pub translate: bool,
    /// For translators.
    pub note: Option<Spanned<String>>,
}

/// A term in one language.
#[derive(Clone, Debug)]
pub struct TermForm {
    /// The preferred word.
    pub term: Spanned<String>,
    /// A short form for display.
    pub short: Option<Spanned<String>>,
    /// What it means: inline Markdown.
    pub definition: Option<Spanned<String>>,
    /// Other words that are admitted.
    pub also: Vec<Spanned<String>>,
    /// Words that are not.
    pub avoid: Vec<Spanned<String>>,
    /// Words that are not, compared letter by letter.
    pub avoid_exactly: Vec<Spanned<String>>,
    /// Inflected forms of the preferred word.
    pub forms: Vec<Spanned<String>>,
    /// Its grammatical gender.
    pub gender: Option<Spanned<String>>,
    /// What it is sorted by, where that is not the word itself.
    pub sort_as: Option<Spanned<String>>,
}

impl TermForm {
    /// The texts that readers may see: the words that are used, and what they mean.
    pub fn shown(&self) -> impl Iterator<Item = &Spanned<String>> {
        [&self.term].into_iter().chain(&self.short).chain(&self.definition).chain(&self.also).chain(&self.forms)
    }
}

/// Somebody who writes.
#[derive(Clone, Debug)]
pub struct Author {
    /// What they are called.
    pub name: Option<Text>,
    /// What they do.
    pub role: Option<Text>,
    /// Where.
    pub organisation: Option<Text>,
    /// What they may put behind their name.
    pub credentials: Vec<Spanned<String>>,
    /// A few words.
    pub bio: Option<Text>,
    /// Elsewhere on the web.
    pub links: Vec<Spanned<String>>,
    /// A picture.
    pub figure: Option<Figure>,
}

/// Something that was published and is cited.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the field's own words")]
pub struct Source {
    pub kind: Option<SourceKind>,
    pub title: Option<Text>,
    pub authors: Vec<Spanned<String>>,
    pub publisher: Option<Spanned<String>>,
    pub date: Option<Spanned<Date>>,
    pub url: Option<Spanned<String>>,
    pub isbn: Option<Spanned<String>>,
    pub doi: Option<Spanned<String>>,
    pub pages: Option<Spanned<String>>,
    pub lang: Option<Spanned<Locale>>,
    pub accessed: Option<Spanned<Date>>,
}

/// What sort of publication a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum SourceKind {
    Article,
    Book,
    Post,
    Report,
    Interview,
    Dataset,
}
