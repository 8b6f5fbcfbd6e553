//! Entries of vocabularies.

use serde_json::json;
use smol_str::SmolStr;

use super::{Authored, Fields, decimal};
use crate::base::Id;
use crate::content::text::SORT_AS;
use crate::content::vocabulary::{Entry, Hours, MetricKind, ParsedVocabulary, SystemKind, TermForm};

/// The fields of the entry `id` of a vocabulary.
pub(super) fn entry<'a>(parsed: &'a ParsedVocabulary, id: &Id) -> Option<Fields<'a>> {
    let mut fields = Fields::new(format!("{id}."), Some(&parsed.extensions));
    match &parsed.entries.get(id)?.entry {
        Entry::Department(department) => {
            fields.text("name", department.name.as_ref());
            fields.flag("external", department.external);
            fields.string("ask", department.ask.as_ref());
            fields.id("parent", department.parent.as_ref());
        }
        Entry::Channel(channel) => {
            fields.text("name", channel.name.as_ref());
            fields.word("medium", channel.medium);
            match &channel.hours {
                None => {}
                Some(Hours::Always) => fields.value("hours", "always"),
                Some(Hours::Text(text)) => fields.text("hours", Some(text)),
            }
            fields.value("digital", channel.digital);
        }
        Entry::Touchpoint(touchpoint) => {
            fields.text("name", touchpoint.name.as_ref());
            fields.ids("channel", &touchpoint.channels);
            fields.owner(&touchpoint.owner);
            fields.id("purpose", touchpoint.purpose.as_ref());
            fields.text("evidence", touchpoint.evidence.as_ref());
            fields.ids("contradicts", &touchpoint.contradicts);
        }
        Entry::System(system) => {
            fields.text("name", system.name.as_ref());
            fields.owner(&system.owner);
            fields.word_unless("kind", system.kind, &SystemKind::default());
        }
        Entry::Metric(metric) => {
            fields.text("name", metric.name.as_ref());
            fields.word("kind", metric.kind);
            if let Some((least, most)) = metric.scale.filter(|_| metric.kind != Some(MetricKind::Nps)) {
                fields.list("scale", [least, most].into_iter().map(|bound| decimal(bound, 1000)));
            }
            fields.word("better", Some(if metric.higher_is_better { "higher" } else { "lower" }));
            fields.text("question", metric.question.as_ref());
            fields.text("unit", metric.unit.as_ref());
        }
        Entry::Lifecycle(lifecycle) => {
            fields.text("name", lifecycle.name.as_ref());
            fields.flag("loops", lifecycle.loops);
            let stages = lifecycle.lobes.iter().map(|(lobe, stages)| {
                let stages = stages.iter().map(|stage| Authored::Plain(json!(stage.value))).collect();
                (SmolStr::new(lobe.as_str()), Authored::List(stages))
            });
            let stages = stages.collect();
            fields.push("lobes", Authored::Map(stages));
        }
        Entry::Term(term) => {
            for (locale, form) in &term.forms {
                let prefix = format!("{id}.{locale}.");
                fields.object(locale.as_str(), prefix, |fields| fields.term_form(form));
            }
            fields.id("opposite", term.opposite.as_ref());
            fields.ids("see", &term.see);
            if !term.translate {
                fields.value("translate", false);
            }
            fields.string("note", term.note.as_ref());
        }
        Entry::Author(author) => {
            fields.text("name", author.name.as_ref());
            fields.text("role", author.role.as_ref());
            fields.text("organisation", author.organisation.as_ref());
            fields.strings("credentials", &author.credentials);
            fields.text("bio", author.bio.as_ref());
            fields.strings("links", &author.links);
            fields.figure(author.figure.as_ref());
        }
        Entry::Source(source) => {
            fields.word("kind", source.kind);
            fields.text("title", source.title.as_ref());
            fields.strings("authors", &source.authors);
            fields.string("publisher", source.publisher.as_ref());
            fields.date("date", source.date.as_ref());
            fields.string("url", source.url.as_ref());
            fields.string("isbn", source.isbn.as_ref());
            fields.string("doi", source.doi.as_ref());
            fields.string("pages", source.pages.as_ref());
            fields.shown("lang", source.lang.as_ref());
            fields.date("accessed", source.accessed.as_ref());
        }
        Entry::Plain(plain) => {
            fields.text("name", plain.name.as_ref());
            fields.text("description", plain.description.as_ref());
        }
    }
    fields.renamed_from(&parsed.renamed_from);
    fields.sort_as(&parsed.texts);
    Some(fields)
}

impl Fields<'_> {
    fn term_form(&mut self, form: &TermForm) {
        self.string("term", Some(&form.term));
        self.string("short", form.short.as_ref());
        self.string("definition", form.definition.as_ref());
        self.strings("also", &form.also);
        self.strings("avoid", &form.avoid);
        self.strings("avoid-exactly", &form.avoid_exactly);
        self.strings("forms", &form.forms);
        self.string("gender", form.gender.as_ref());
        self.string(SORT_AS, form.sort_as.as_ref());
    }
}
