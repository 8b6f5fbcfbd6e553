//! The model's small facts to entries, badges and facts: owners, verdicts, pains, touchpoints, sources.

use super::names::{Named, severity_tone, verdict_look};
use super::page::{Badge, Entries, Entry, Fact, FigureView, Html, Link, Meta, SourceLine};
use super::scope::{Scope, args, badge};
use crate::base::{Id, Spanned};
use crate::content::front_matter::{Common, Emotion, Figure, Opportunity, Owner, Pain, Ref, Step, StepRef, Verdict};
use crate::content::text::Text;
use crate::content::{EntityId, Kind};
use crate::graph::{Node, Part, Place};

/// Words without anything around them.
pub(super) fn plain_entry(text_html: Html) -> Entry {
    Entry { text_html, ..Entry::default() }
}

/// Words of the interface without anything around them.
pub(super) fn said(text: &str) -> Entry {
    plain_entry(Html::escaped(text))
}

/// The entity that a reference names.
pub(super) fn entity(kind: Kind, reference: &Ref) -> EntityId {
    EntityId::new(kind, reference.value.as_str())
}

impl Scope<'_> {
    /// A linked entity as an entry.
    pub fn entry(&self, id: &EntityId) -> Entry {
        Entry { text_html: self.name(id), href: self.href_of(id), ..Entry::default() }
    }

    /// A linked entity whose kind shows as its tone.
    pub fn entry_of_kind(&self, id: &EntityId) -> Entry {
        Entry { tone: id.kind.noun(), ..self.entry(id) }
    }

    /// A place: an entity, or a step, pain or heading of one, named as such.
    pub fn place_entry(&self, place: &Place) -> Entry {
        let whole = self.name(&place.entity);
        let note = match &place.part {
            Some(part) => self.part_name(&place.entity, part),
            None => None,
        };
        match note {
            Some(part) => Entry { text_html: part, href: self.href(place), note_html: Some(whole), ..Entry::default() },
            None => Entry { text_html: whole, href: self.href(place), ..Entry::default() },
        }
    }

    /// What a part of an entity is called.
    pub fn part_name(&self, id: &EntityId, part: &Part) -> Option<Html> {
        let node = self.graph().node(id)?;
        if let Part::Need(need) = part {
            let need = node.persona()?.needs.get(need)?;
            return self.text_if(id, need.says.as_ref().or(need.means.as_ref()));
        }
        let journey = node.journey()?;
        match part {
            Part::Phase(phase) => self.text_if(id, journey.phases.get(phase)?.name.as_ref()),
            Part::Step(step) => Some(self.step_name(id, step)),
            Part::Pain { at, pain } => {
                let on_step = journey.step(at).and_then(|step| step.pains.get(pain));
                let off_path = || journey.deviations.get(at)?.pains.get(pain);
                self.text_if(id, on_step.or_else(off_path)?.text.as_ref())
            }
            Part::Opportunity(opportunity) => self.text_if(id, journey.opportunities.get(opportunity)?.name.as_ref()),
            Part::Deviation(deviation) => self.text_if(id, journey.deviations.get(deviation)?.name.as_ref()),
            Part::Evidence(_) | Part::Need(_) | Part::Heading(_) => None,
        }
    }

    /// What a step is called; its id where it has no name.
    pub fn step_name(&self, journey: &EntityId, step: &Id) -> Html {
        let named = self.graph().node(journey).and_then(|node| node.journey()?.step(step)?.name.as_ref());
        named.map_or_else(|| Html::escaped(step.as_str()), |name| self.text(journey, name))
    }

    /// A step with its link.
    pub fn step_entry(&self, place: &Place) -> Entry {
        let Some(step) = place.step_id() else { return self.place_entry(place) };
        Entry { text_html: self.step_name(&place.entity, step), href: self.href(place), ..Entry::default() }
    }

    /// The step that a reference of `journey` names.
    pub fn step_place(&self, journey: &EntityId, reference: &StepRef) -> Place {
        let journey = reference
            .journey
            .as_ref()
            .map_or_else(|| journey.clone(), |other| EntityId::new(Kind::Journey, other.as_str()));
        Place::step(&journey, &reference.step)
    }

    /// Who answers for `place`: departments, nobody, or nobody has asked. The latter two lead to what can be done
    /// about it, where that is worked out.
    pub fn owner_badges(&self, owner: &Owner, place: &Place) -> Vec<Badge> {
        let without = |key, tone| Badge { href: self.unowned_href(place), ..badge(self.say(key), tone) };
        match owner {
            Owner::Unasked => vec![without("owner-unasked", "muted")],
            Owner::Nobody(_) => vec![without("owner-nobody", "bad")],
            Owner::Departments(departments) => departments
                .iter()
                .map(|department| {
                    let id = entity(Kind::Department, department);
                    self.named_badge(&id, "department")
                })
                .collect(),
        }
    }

    /// The same as entries.
    pub fn owner_entries(&self, owner: &Owner, place: &Place) -> Vec<Entry> {
        let without = |key, tone| Entry { href: self.unowned_href(place), tone, ..said(&self.say(key)) };
        match owner {
            Owner::Unasked => vec![without("owner-unasked", "muted")],
            Owner::Nobody(_) => vec![without("owner-nobody", "bad")],
            Owner::Departments(departments) => {
                departments.iter().map(|department| self.entry(&entity(Kind::Department, department))).collect()
            }
        }
    }

    /// An opportunity as what would ease a pain: its name as a link, and how far it is.
    pub fn eased_by(&self, place: &Place, opportunity: &Opportunity) -> Html {
        let entry = self.place_entry(place);
        let link = Link { href: entry.href.unwrap_or_default(), text_html: entry.text_html };
        let status = self.name_of(opportunity.status);
        self.say_html("pain-eased-by", args!["opportunity" => anchor(&link), "status" => status])
    }

    /// The row of what nobody owns that is about `place`.
    fn unowned_href(&self, place: &Place) -> Option<String> {
        let is_listed = self.site.findings.unowned.lists(place);
        is_listed.then(|| format!("{}#{}", self.finding_href("unowned"), row_anchor(place)))
    }

    /// A principle with what a step does to it.
    pub fn verdict_entry(&self, principle: &Ref, verdict: Verdict) -> Entry {
        let (mark, tone) = verdict_look(verdict);
        Entry {
            mark: Some(mark),
            word: Some(self.name_of(verdict)),
            tone,
            ..self.entry(&entity(Kind::Principle, principle))
        }
    }

    /// What hurts: words, severity, owner and age.
    pub fn pain_entry(&self, journey: &EntityId, at: &Id, pain_id: &Id, pain: &Pain) -> Entry {
        let mut badges = vec![badge(self.name_of(pain.severity), severity_tone(pain.severity))];
        let place = Place::part(journey.clone(), Part::Pain { at: at.clone(), pain: pain_id.clone() });
        badges.extend(self.owner_badges(&pain.owner, &place));
        if let Some(since) = &pain.since {
            badges.push(badge(self.say_with("pain-since", args!["date" => self.day(since.value).text]), "muted"));
        }
        let text = pain.text.as_ref().map_or_else(|| Html::escaped(pain_id.as_str()), |text| self.text(journey, text));
        Entry { text_html: text, badges, ..Entry::default() }
    }

    /// The score in words: "−2 shaken", with what it rests on.
    pub fn feeling_entry(
        &self,
        journey: &EntityId,
        emotion: Option<&Emotion>,
        feeling: Option<&Text>,
    ) -> Option<Entry> {
        let mut badges = Vec::new();
        let score = emotion.map(|emotion| {
            badges.push(badge(self.name_of(emotion.basis), "muted"));
            if let Some(staff) = emotion.staff {
                badges.push(badge(self.say_with("feels-staff", args!["score" => self.score(staff)]), "warn"));
            }
            self.score(emotion.score)
        });
        let text_html = match (score, feeling) {
            (None, None) => return None,
            (Some(score), None) => Html::escaped(&score),
            (None, Some(feeling)) => self.text(journey, feeling),
            (Some(score), Some(feeling)) => {
                self.say_html("feels-in-words", args!["score" => score, "feeling" => self.text(journey, feeling)])
            }
        };
        let tone = emotion.map_or("muted", |emotion| tone_of_score(emotion.score));
        Some(Entry { text_html, tone, badges, ..Entry::default() })
    }

    /// The touchpoints of a step with their channels and physical evidence.
    pub fn touchpoint_entries(&self, step: &Step) -> Entries {
        let chosen = step.channel.as_ref();
        let touchpoint = |reference: &Ref| {
            let id = entity(Kind::Touchpoint, reference);
            let found = self.graph().node(&id).and_then(Node::touchpoint);
            let channels = match (chosen, found) {
                (Some(channel), _) => std::slice::from_ref(channel),
                (None, Some(touchpoint)) => touchpoint.channels.as_slice(),
                (None, None) => &[],
            };
            let badges = channels
                .iter()
                .map(|channel| {
                    let id = entity(Kind::Channel, channel);
                    let medium = self.graph().node(&id).and_then(Node::channel).and_then(|channel| channel.medium);
                    self.named_badge(&id, medium.map_or("channel", Named::key))
                })
                .collect();
            let evidence = found.and_then(|touchpoint| self.text_if(&id, touchpoint.evidence.as_ref()));
            Entry { badges, note_html: evidence, ..self.entry(&id) }
        };
        step.touchpoints.refs().iter().map(touchpoint).collect()
    }

    /// Cited publications, each on one line.
    pub fn source_lines(&self, sources: &[Ref]) -> Vec<SourceLine> {
        sources.iter().filter_map(|source| self.source_line(&entity(Kind::Source, source))).collect()
    }

    /// A publication the way it is cited: authors, title, publisher, year.
    pub fn source_line(&self, id: &EntityId) -> Option<SourceLine> {
        let source = self.graph().node(id)?.source()?;
        let title = match &source.lang {
            Some(lang) if lang.value != *self.locale() => {
                let original = source.title.as_ref().map_or(id.id.as_str(), |title| &title.value);
                self.marked(&lang.value, self.inline(original))
            }
            _ => self.name(id),
        };
        let authors: Vec<&str> = source.authors.iter().map(|author| author.value.as_str()).collect();
        let publisher = source.publisher.as_ref().map(|publisher| publisher.value.clone());
        let year = source.date.as_ref().map(|date| date.value.year().to_string());
        let citation_html = self.say_html(
            "source-citation",
            args![
                "authors" => self.list(&authors),
                "title" => Html::trusted(format!("<cite>{}</cite>", title.as_str())),
                "publisher" => publisher.unwrap_or_default(),
                "year" => year.unwrap_or_default(),
                "shape" => match (authors.is_empty(), source.publisher.is_some(), source.date.is_some()) {
                    (false, true, true) => "full",
                    (false, true, false) => "undated",
                    (false, false, true) => "unpublished",
                    (false, false, false) => "author",
                    (true, true, true) => "anonymous",
                    (true, true, false) => "anonymous-undated",
                    (true, false, true) => "anonymous-unpublished",
                    (true, false, false) => "title",
                },
            ],
        );
        Some(SourceLine {
            href: self.href_of(id).unwrap_or_default(),
            citation_html,
            url: source.url.as_ref().map(|url| url.value.clone()).filter(|url| is_web(url)),
        })
    }

    /// Names one after the other, as the language separates them.
    pub fn list(&self, items: &[impl AsRef<str>]) -> String {
        let separator = self.say("list-separator");
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        items.join(&separator)
    }

    /// Names in HTML one after the other.
    pub fn list_html(&self, items: &[Html]) -> Html {
        let separator = Html::escaped(&self.say("list-separator"));
        let items: Vec<&str> = items.iter().map(Html::as_str).collect();
        Html::trusted(items.join(separator.as_str()))
    }

    /// A picture of a document, or of an entry of a vocabulary.
    pub fn figure(&self, id: &EntityId, figure: &Figure) -> Option<FigureView> {
        let picture = self.site.picture(id, figure, self.locale())?;
        let credit_html = figure.credit.as_ref().map(|credit| {
            let name = credit.title.as_ref().map_or(&credit.author, |title| title);
            let work = Html::escaped(&name.value);
            let work = match credit.source.as_ref().filter(|source| is_web(&source.value)) {
                Some(source) => {
                    let href = Html::escaped(&source.value);
                    Html::trusted(format!("<a href=\"{}\">{}</a>", href.as_str(), work.as_str()))
                }
                None => work,
            };
            let html = self.say_html(
                "figure-credit",
                args![
                    "work" => work,
                    "author" => credit.author.value.as_str(),
                    "licence" => licence(&credit.licence.value),
                    "titled" => if credit.title.is_some() { "yes" } else { "no" },
                ],
            );
            let changes = credit.changes.as_ref().map(|changes| {
                let said = self.say_html("figure-changes", args!["changes" => changes.value.as_str()]);
                format!(" {}", said.as_str())
            });
            Html::trusted(format!("{}{}", html.as_str(), changes.unwrap_or_default()))
        });
        Some(FigureView {
            src: picture.href,
            alt: figure.alt.as_ref().map(|alt| self.plain(id, alt)).unwrap_or_default(),
            width: picture.size.map(|(width, _)| width as usize),
            height: picture.size.map(|(_, height)| height as usize),
            caption_html: self.text_if(id, figure.caption.as_ref()),
            credit_html,
        })
    }

    /// Who wrote a document, when, and what about.
    pub fn meta(&self, node: &Node, common: &Common) -> Meta {
        let links = |kind, refs: &[Ref]| refs.iter().map(|one| self.link(&entity(kind, one))).collect::<Vec<Link>>();
        Meta {
            authors: links(Kind::Author, &common.authors),
            published: common.published.as_ref().map(|date| self.day(date.value)),
            category: common.category.as_ref().map(|category| self.link(&entity(Kind::Category, category))),
            tags: links(Kind::Tag, &common.tags),
            reading_time: None,
            form: None,
            translation: self.translation_note(node),
        }
    }

    /// Who translated and reviewed what is shown, and when.
    fn translation_note(&self, node: &Node) -> Option<String> {
        let translation = &node.overlay(self.locale())?.translation;
        let person = |name: &Spanned<String>| {
            let id = EntityId::new(Kind::Author, name.value.as_str());
            match self.graph().node(&id) {
                Some(_) => self.plain_name(&id),
                None => name.value.clone(),
            }
        };
        let by: Vec<String> = translation.by.iter().map(person).collect();
        let reviewer = translation.reviewer.as_ref().map(person);
        if by.is_empty() && reviewer.is_none() {
            return None;
        }
        let shape = match (by.is_empty(), reviewer.is_some(), translation.date.is_some()) {
            (false, true, true) => "full",
            (false, true, false) => "undated",
            (false, false, true) => "translated-dated",
            (false, false, false) => "translated",
            (true, _, true) => "reviewed-dated",
            (true, _, false) => "reviewed",
        };
        let args = args![
            "shape" => shape,
            "by" => self.list(&by),
            "reviewer" => reviewer.unwrap_or_default(),
            "date" => translation.date.as_ref().map(|date| self.day(date.value).text).unwrap_or_default(),
        ];
        Some(self.say_with("meta-translation", args))
    }

    /// A fact with its label, unless there is nothing to say.
    pub fn fact(&self, key: &'static str, message: &str, entries: Entries) -> Option<Fact> {
        (!entries.is_empty()).then(|| Fact { key, label: self.say(message), entries })
    }

    /// A fact that is one word of the interface.
    pub fn fact_word(&self, key: &'static str, message: &str, value: Option<impl Named>) -> Option<Fact> {
        self.fact(key, message, value.map(|value| said(&self.name_of(value))).into_iter().collect())
    }

    /// A fact that is one linked entity.
    pub fn fact_link(&self, key: &'static str, message: &str, id: Option<EntityId>) -> Option<Fact> {
        self.fact(key, message, id.map(|id| self.entry(&id)).into_iter().collect())
    }

    /// A fact that is one text of `id`.
    pub fn fact_text(&self, key: &'static str, message: &str, id: &EntityId, text: Option<&Text>) -> Option<Fact> {
        self.fact(key, message, self.text_if(id, text).map(plain_entry).into_iter().collect())
    }
}

/// A link inside a sentence; its words alone where it leads nowhere.
pub(super) fn anchor(link: &Link) -> Html {
    if link.href.is_empty() {
        return link.text_html.clone();
    }
    let href = Html::escaped(&link.href);
    Html::trusted(format!("<a href=\"{}\">{}</a>", href.as_str(), link.text_html.as_str()))
}

/// The anchor of a row of a finding that is about `place` alone. No id of a document has a full stop.
pub(super) fn row_anchor(place: &Place) -> String {
    let part = place.part.as_ref().map(|part| format!(".{}", part.anchor()));
    format!("cx-{}.{}{}", place.entity.kind.noun(), place.entity.id, part.unwrap_or_default())
}

/// The tone of a feeling.
pub(super) fn tone_of_score(tenths: i8) -> &'static str {
    match tenths {
        1.. => "ok",
        0 => "muted",
        _ => "bad",
    }
}

/// Whether an address written by an author may become a link.
pub(super) fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// A licence by its short name, linked to its text where that is known.
fn licence(name: &str) -> Html {
    let words = Html::escaped(name);
    match licence_address(name) {
        Some(href) => Html::trusted(format!(
            "<a rel=\"license\" href=\"{}\">{}</a>",
            Html::escaped(&href).as_str(),
            words.as_str()
        )),
        None => words,
    }
}

/// Where the text of a Creative Commons licence stands: `CC-BY-SA-4.0`, `CC0-1.0`.
pub(super) fn licence_address(name: &str) -> Option<String> {
    let name = name.trim().to_ascii_lowercase();
    if name == "cc0-1.0" {
        return Some("https://creativecommons.org/publicdomain/zero/1.0/".to_owned());
    }
    let (terms, version) = name.strip_prefix("cc-")?.rsplit_once('-')?;
    let is_known = matches!(terms, "by" | "by-sa" | "by-nd" | "by-nc" | "by-nc-sa" | "by-nc-nd");
    let is_version = matches!(version, "1.0" | "2.0" | "2.5" | "3.0" | "4.0");
    (is_known && is_version).then(|| format!("https://creativecommons.org/licenses/{terms}/{version}/"))
}

#[cfg(test)]
mod tests {
    use super::licence_address;

    #[test]
    fn a_known_licence_leads_to_its_text_and_any_other_stays_words() {
        let at = |name: &str| licence_address(name).unwrap_or_default();
        assert_eq!(at("CC-BY-SA-4.0"), "https://creativecommons.org/licenses/by-sa/4.0/");
        assert_eq!(at("CC0-1.0"), "https://creativecommons.org/publicdomain/zero/1.0/");
        assert_eq!([at("CC-BY"), at("CC-XX-4.0"), at("CC-BY-9"), at("MIT")], ["", "", "", ""]);
    }
}
