//! Pages, articles, principles, personas, examples, events and responses.

use std::sync::Arc;

use indexmap::IndexMap;
use serde_json::{Value, json};
use smol_str::SmolStr;

use super::{Authored, Fields, step_ref};
use crate::base::{Id, Spanned};
use crate::content::front_matter::*;
use crate::content::text::{Localizable, SORT_AS, TextKey};

/// Former ids, by the keys of what had them.
pub(super) type Renamed = IndexMap<TextKey, Vec<Spanned<Id>>>;

impl Fields<'_> {
    pub(super) fn common(&mut self, common: &Common) {
        self.text("title", common.title.as_ref());
        self.text("summary", common.summary.as_ref());
        self.word("status", Some(common.status));
        self.ids("authors", &common.authors);
        self.date("published", common.published.as_ref());
        self.date("updated", common.updated.as_ref());
        self.date("review-by", common.review_by.as_ref());
        self.ids("sources", &common.sources);
        self.ids("tags", &common.tags);
        self.id("category", common.category.as_ref());
        self.string("slug", common.slug.as_ref());
        self.strings("aliases", &common.aliases);
        self.renamed_from(&common.renamed_from);
        self.sort_as(&common.texts);
        self.shown("source", common.source.as_ref());
        self.map("figures", &common.figures, |id| format!("figures.{id}."), Fields::figure_fields);
    }

    pub(super) fn figure(&mut self, figure: Option<&Figure>) {
        if let Some(figure) = figure {
            let prefix = format!("{}figure.", self.prefix);
            self.object("figure", prefix, |fields| fields.figure_fields(figure));
        }
    }

    fn figure_fields(&mut self, figure: &Figure) {
        self.string("src", Some(&figure.src));
        self.text("alt", figure.alt.as_ref());
        self.flag("decorative", figure.decorative);
        self.text("caption", figure.caption.as_ref());
        if let Some(credit) = &figure.credit {
            let prefix = format!("{}credit.", self.prefix);
            self.object("credit", prefix, |fields| {
                fields.string("title", credit.title.as_ref());
                fields.string("author", Some(&credit.author));
                fields.string("source", credit.source.as_ref());
                fields.string("licence", Some(&credit.licence));
                fields.string("changes", credit.changes.as_ref());
            });
        }
        self.text("long", figure.long.as_ref());
    }

    pub(super) fn article(&mut self, article: &Article) {
        self.common(&article.common);
        self.text("question", article.question.as_ref());
        self.ids("principles", &article.principles);
        self.list(
            "journeys",
            article.journeys.iter().map(|journey| match &journey.value {
                JourneyRef::Journey(id) => json!(id),
                JourneyRef::Step(step) => json!(step_ref(step)),
            }),
        );
        if let Some(republished) = &article.republished {
            self.object("republished", "republished.".to_owned(), |fields| {
                fields.string("url", Some(&republished.url));
                fields.string("site", Some(&republished.site));
                fields.word("permission", Some(republished.permission));
                fields.date("date", republished.date.as_ref());
            });
        }
        self.string("canonical", article.canonical.as_ref());
        self.word_unless("kind", article.form, &ArticleForm::default());
        self.word("stance", article.stance);
    }

    pub(super) fn principle(&mut self, principle: &Principle) {
        self.common(&principle.common);
        self.text("claim", principle.claim.as_ref());
        self.word("stance", principle.stance);
        self.word("dimension", principle.dimension);
        self.word("discipline", principle.discipline);
        self.id("family", principle.family.as_ref());
        self.word("kano", principle.kano);
        self.text("inside-out-looks-like", principle.inside_out_looks_like.as_ref());
        self.text("outside-in-looks-like", principle.outside_in_looks_like.as_ref());
        self.text("test", principle.test.as_ref());
        self.id("counterweight", principle.counterweight.as_ref());
        self.ids("symptoms", &principle.symptoms);
        self.ids("examples", &principle.examples);
    }

    pub(super) fn persona(&mut self, persona: &Persona) {
        self.common(&persona.common);
        self.text("name", persona.name.as_ref());
        self.word_unless("kind", persona.role, &PersonaRole::default());
        self.text("goal", persona.goal.as_ref());
        self.map(
            "needs",
            &persona.needs,
            |id| format!("needs.{id}."),
            |fields, need| {
                fields.text("says", need.says.as_ref());
                fields.text("means", need.means.as_ref());
                fields.renamed_from(&persona.common.renamed_from);
            },
        );
        self.texts("expectations", &persona.expectations);
        self.text("context", persona.context.as_ref());
        self.figure(persona.figure.as_ref());
        if !persona.gender.is_empty() {
            let word = |gender: &Gender| Authored::Plain(serde_json::to_value(gender).unwrap_or_default());
            let genders = persona.gender.iter().map(|(locale, gender)| (SmolStr::new(locale.as_str()), word(gender)));
            let genders = genders.collect();
            self.push("gender", Authored::Map(genders));
        }
        self.word("basis", persona.basis.as_ref().map(|basis| basis.value));
        self.string("photo", persona.photo.as_ref());
        self.flag("consent", persona.consent);
    }

    pub(super) fn example(&mut self, example: &Example) {
        self.common(&example.common);
        self.text("organisation", example.organisation.as_ref());
        self.string("sector", example.sector.as_ref());
        self.text("place", example.place.as_ref());
        self.number("year", example.year.as_ref().map(|year| year.value));
        self.word("stance", example.stance);
        self.word("outcome", example.outcome);
        self.text("moral", example.moral.as_ref());
        self.texts("turning-points", &example.turning_points);
        self.ids("principles", &example.principles);
        if let Some(quote) = &example.quote {
            self.object("quote", "quote.".to_owned(), |fields| fields.evidence(quote));
        }
    }

    pub(super) fn evidence(&mut self, evidence: &Evidence) {
        self.word("kind", evidence.kind);
        self.date("date", evidence.date.as_ref());
        self.text("says", evidence.says.as_ref());
        self.text("finding", evidence.finding.as_ref());
        self.text("means", evidence.means.as_ref());
        self.id("who", evidence.who.as_ref());
        self.string("via", evidence.via.as_ref());
        self.number("n", evidence.n);
        self.id("source", evidence.source.as_ref());
        self.shown("lang", evidence.lang.as_ref());
        self.word("consent", evidence.consent);
    }

    pub(super) fn event(&mut self, event: &Event) {
        let moment = |moment: &Moment| {
            let (hours, minutes) = moment.time;
            let sign = if moment.offset < 0 { '-' } else { '+' };
            let offset = moment.offset.unsigned_abs();
            format!("{}T{hours:02}:{minutes:02}{sign}{:02}:{:02}", moment.date, offset / 60, offset % 60)
        };
        self.common(&event.common);
        self.word("kind", event.form);
        self.number("starts", event.starts.as_ref().map(|starts| moment(&starts.value)));
        self.number("ends", event.ends.as_ref().map(|ends| moment(&ends.value)));
        self.text("place", event.place.as_ref());
        self.flag("online", event.online);
        self.shown("language", event.language.as_ref());
        self.ids("facilitators", &event.facilitators);
        let participants = event.participants.iter().map(|(department, count)| (department, json!(count)));
        self.by_reference("participants", participants);
        self.string("register", event.register.as_ref());
        self.number("capacity", event.capacity);
        self.texts("takeaways", &event.takeaways);
        self.ids("journeys", &event.journeys);
    }

    pub(super) fn response(&mut self, response: &Response) {
        self.id("to", response.to.as_ref());
        self.string("author", response.author.as_ref());
        self.date("date", response.date.as_ref());
        self.flag("consent", response.consent);
    }

    /// A map whose keys are references.
    pub(super) fn by_reference<'r>(&mut self, name: &str, entries: impl Iterator<Item = (&'r Ref, Value)>) {
        let entries: Vec<(SmolStr, Authored)> =
            entries.map(|(id, value)| (SmolStr::new(id.value.as_str()), Authored::Plain(value))).collect();
        if !entries.is_empty() {
            self.push(name, Authored::Map(entries));
        }
    }

    /// What the entry that is being written is sorted by.
    pub(super) fn sort_as(&mut self, texts: &Localizable) {
        let key = TextKey::new(format!("{}{SORT_AS}", self.prefix));
        if let Some(text) = texts.get(&key) {
            self.push(SORT_AS, Authored::Text(key, Arc::clone(&text.value)));
        }
    }

    /// Former ids of the entry that is being written.
    pub(super) fn renamed_from(&mut self, renamed: &Renamed) {
        let former = renamed.get(self.prefix.trim_end_matches('.')).into_iter().flatten();
        self.list("renamed-from", former.map(|id| json!(id.value)));
    }
}
