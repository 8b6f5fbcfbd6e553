//! Every kind of entity without a layout of its own to its page: facts, prose, and where it is met.

use super::entries::{entity, is_web, plain_entry, said};
use super::page::{EntityPage, Entry, Fact, FigureView, FileLink, Html, Section};
use super::prose::Prose;
use super::scope::{Scope, args, badge};
use crate::base::Spanned;
use crate::content::front_matter::{Event, Example, Moment, Persona};
use crate::content::vocabulary::{Author, Channel, Department, Hours, Metric, MetricKind, Source, System, Touchpoint};
use crate::content::{EntityId, Kind};
use crate::graph::route::EVENT_FILE;
use crate::graph::{Feed, Node, Part, Place, Relation, Route, Stage};

/// The page of an entity.
pub(super) fn page(scope: Scope<'_>, node: &Node, prose: Prose) -> EntityPage {
    let leaf = Leaf { scope, id: &node.id };
    let mut sections = leaf.own_sections(node);
    sections.extend(scope.met(&node.id));
    let empty =
        sections.is_empty().then(|| scope.say_html("entity-met-nowhere", args!["name" => scope.name(&node.id)]));
    sections.extend(scope.findings_section(&node.id));
    let common = node.common();
    EntityPage {
        kind: node.id.kind.noun(),
        kind_label: scope.kind(node.id.kind).to_owned(),
        summary_html: scope.summary(node).or_else(|| leaf.meaning(node)),
        facts: leaf.facts(node),
        body_html: prose.html,
        figure: leaf.figure(node),
        empty_html: empty.filter(|_| node.document().is_none()),
        files: leaf.files(node),
        drawing_html: leaf.drawing(),
        sections,
        sources: common.map(|common| scope.source_lines(&common.sources)).unwrap_or_default(),
        meta: common.map(|common| scope.meta(node, common)).unwrap_or_default(),
    }
}

struct Leaf<'a> {
    scope: Scope<'a>,
    id: &'a EntityId,
}

impl Leaf<'_> {
    fn facts(&self, node: &Node) -> Vec<Fact> {
        let facts = if let Some(persona) = node.persona() {
            self.persona(persona)
        } else if let Some(example) = node.example() {
            self.example(example)
        } else if let Some(event) = node.event() {
            self.event(event)
        } else if let Some(department) = node.department() {
            self.department(department)
        } else if let Some(channel) = node.channel() {
            self.channel(channel)
        } else if let Some(touchpoint) = node.touchpoint() {
            self.touchpoint(touchpoint)
        } else if let Some(system) = node.system() {
            self.system(system)
        } else if let Some(metric) = node.metric() {
            self.metric(metric)
        } else if let Some(author) = node.author() {
            self.author(author)
        } else if let Some(source) = node.source() {
            self.source(source)
        } else if let Some(stage) = node.stage() {
            self.stage(stage)
        } else {
            Vec::new()
        };
        facts.into_iter().flatten().collect()
    }

    fn figure(&self, node: &Node) -> Option<FigureView> {
        let own = node.persona().and_then(|persona| persona.figure.as_ref());
        let own = own.or_else(|| node.author().and_then(|author| author.figure.as_ref()));
        let figure = own.or_else(|| node.common()?.figures.values().next())?;
        self.scope.figure(self.id, figure)
    }

    /// The calendar file of an event: in the reader's language, else in its own.
    fn files(&self, node: &Node) -> Vec<FileLink> {
        let scope = &self.scope;
        let is_written = node.event().is_some() && node.is_public() && !node.is_archived();
        let own = scope.graph().url(self.id, scope.locale()).filter(|route| route.is_real());
        let route = own.or_else(|| scope.graph().url(self.id, &node.locale)).filter(|_| is_written);
        let file = |route: &Route| FileLink {
            href: scope.rooted(&route.file(EVENT_FILE).encoded()),
            text: scope.say("file-calendar"),
            media_type: Feed::Events.media_type(),
        };
        route.map(file).into_iter().collect()
    }

    fn persona(&self, persona: &Persona) -> Vec<Option<Fact>> {
        let scope = &self.scope;
        vec![
            scope.fact_word("role", "persona-role", Some(persona.role)),
            scope.fact_text("goal", "journey-goal", self.id, persona.goal.as_ref()),
            scope.fact_text("context", "persona-context", self.id, persona.context.as_ref()),
            scope.fact_word("basis", "fact-basis", persona.basis.as_ref().map(|basis| basis.value)),
        ]
    }

    fn example(&self, example: &Example) -> Vec<Option<Fact>> {
        let scope = &self.scope;
        vec![
            scope.fact_text("organisation", "example-organisation", self.id, example.organisation.as_ref()),
            scope.fact("sector", "example-sector", written(example.sector.as_ref()).into()),
            scope.fact_text("place", "example-place", self.id, example.place.as_ref()),
            scope.fact("year", "example-year", example.year.iter().map(|year| said(&year.value.to_string())).collect()),
            scope.fact_word("stance", "principle-stance", example.stance),
            scope.fact_word("outcome", "example-outcome", example.outcome),
            scope.fact_text("moral", "example-moral", self.id, example.moral.as_ref()),
        ]
    }

    fn event(&self, event: &Event) -> Vec<Option<Fact>> {
        let scope = &self.scope;
        let moment =
            |moment: Option<&Spanned<Moment>>| moment.map(|moment| self.moment(&moment.value)).into_iter().collect();
        let facilitators = event.facilitators.iter().map(|author| scope.entry(&entity(Kind::Author, author)));
        let participants = event.participants.iter().map(|(department, count)| Entry {
            badges: vec![badge(scope.say_with("count-people", args!["count" => *count]), "")],
            ..scope.entry(&entity(Kind::Department, department))
        });
        let register = event.register.as_ref().filter(|url| is_web(&url.value));
        let register = register.map(|url| Entry { href: Some(url.value.clone()), ..said(&scope.say("event-sign-up")) });
        let online = event.online.then(|| said(&scope.say("event-is-online")));
        vec![
            scope.fact_word("form", "event-form", event.form),
            scope.fact("starts", "event-starts", moment(event.starts.as_ref())),
            scope.fact("ends", "event-ends", moment(event.ends.as_ref())),
            scope.fact_text("place", "example-place", self.id, event.place.as_ref()),
            scope.fact("online", "event-online", online.into_iter().collect()),
            scope.fact(
                "language",
                "fact-language",
                event.language.iter().map(|one| said(&scope.language(&one.value))).collect(),
            ),
            scope.fact("facilitators", "event-facilitators", facilitators.collect()),
            scope.fact("participants", "event-participants", participants.collect()),
            scope.fact(
                "capacity",
                "event-capacity",
                event.capacity.iter().map(|count| said(&scope.number(*count))).collect(),
            ),
            scope.fact("register", "event-register", register.into_iter().collect()),
        ]
    }

    /// "12 March 2027, 09:00 (UTC+01:00)".
    fn moment(&self, moment: &Moment) -> Entry {
        let day = self.scope.day(moment.date);
        let (hours, minutes) = moment.time;
        let (sign, offset) = if moment.offset < 0 { ('\u{2212}', -moment.offset) } else { ('+', moment.offset) };
        let text = self.scope.say_with(
            "event-moment",
            args![
                "date" => day.text,
                "time" => format!("{hours:02}:{minutes:02}"),
                "offset" => format!("{sign}{:02}:{:02}", offset / 60, offset % 60),
            ],
        );
        let html = format!("<time datetime=\"{}\">{}</time>", iso(moment), Html::escaped(&text).as_str());
        plain_entry(Html::trusted(html))
    }

    fn department(&self, department: &Department) -> Vec<Option<Fact>> {
        let scope = &self.scope;
        let external = department.external.then(|| said(&scope.say("department-is-external")));
        let parent = department.parent.as_ref().map(|parent| entity(Kind::Department, parent));
        vec![
            scope.fact("external", "department-external", external.into_iter().collect()),
            scope.fact_link("parent", "department-parent", parent),
            scope.fact("ask", "department-ask", written(department.ask.as_ref()).into()),
        ]
    }

    fn channel(&self, channel: &Channel) -> Vec<Option<Fact>> {
        let scope = &self.scope;
        let hours = channel.hours.as_ref().map(|hours| match hours {
            Hours::Always => said(&scope.say("hours-always")),
            Hours::Text(text) => plain_entry(scope.text(self.id, text)),
        });
        let digital = scope.say(if channel.digital { "channel-is-digital" } else { "channel-is-not-digital" });
        vec![
            scope.fact_word("medium", "channel-medium", channel.medium),
            scope.fact("hours", "channel-hours", hours.into_iter().collect()),
            scope.fact("digital", "channel-digital", vec![said(&digital)].into()),
        ]
    }

    fn touchpoint(&self, touchpoint: &Touchpoint) -> Vec<Option<Fact>> {
        let scope = &self.scope;
        let channels = touchpoint.channels.iter().map(|channel| scope.entry(&entity(Kind::Channel, channel)));
        let contradicts = scope.graph().targets_of(self.id, Relation::Contradicts);
        let purpose = touchpoint.purpose.as_ref().map(|purpose| entity(Kind::Purpose, purpose));
        vec![
            scope.fact("channels", "kinds-channel", channels.collect()),
            scope.fact(
                "owner",
                "fact-owner",
                scope.owner_entries(&touchpoint.owner, &Place::whole(self.id.clone())).into(),
            ),
            scope.fact_link("purpose", "kind-purpose", purpose),
            scope.fact_text("evidence", "touchpoint-evidence", self.id, touchpoint.evidence.as_ref()),
            scope.fact(
                "contradicts",
                "touchpoint-contradicts",
                contradicts.map(|place| scope.place_entry(place)).collect(),
            ),
        ]
    }

    fn system(&self, system: &System) -> Vec<Option<Fact>> {
        let scope = &self.scope;
        vec![
            scope.fact_word("sort", "system-sort", Some(system.kind)),
            scope.fact(
                "owner",
                "fact-owner",
                scope.owner_entries(&system.owner, &Place::whole(self.id.clone())).into(),
            ),
        ]
    }

    fn metric(&self, metric: &Metric) -> Vec<Option<Fact>> {
        let scope = &self.scope;
        let scale = metric.scale.map(|(least, most)| {
            let args = args!["least" => scope.thousandths(least), "most" => scope.thousandths(most)];
            said(&scope.say_with("metric-scale-of", args))
        });
        let better = scope.say(if metric.higher_is_better { "metric-higher" } else { "metric-lower" });
        vec![
            scope.fact_word("sort", "metric-sort", metric.kind.filter(|kind| *kind != MetricKind::Custom)),
            scope.fact("scale", "metric-scale", scale.into_iter().collect()),
            scope.fact("better", "metric-better", vec![said(&better)].into()),
            scope.fact_text("question", "metric-question", self.id, metric.question.as_ref()),
            scope.fact_text("unit", "metric-unit", self.id, metric.unit.as_ref()),
        ]
    }

    fn author(&self, author: &Author) -> Vec<Option<Fact>> {
        let scope = &self.scope;
        let credentials = author.credentials.iter().map(|one| said(&one.value)).collect();
        let links = author.links.iter().filter(|url| is_web(&url.value));
        vec![
            scope.fact_text("role", "author-role", self.id, author.role.as_ref()),
            scope.fact_text("organisation", "example-organisation", self.id, author.organisation.as_ref()),
            scope.fact("credentials", "author-credentials", credentials),
            scope.fact("links", "author-links", links.map(|url| web(&url.value, shown(&url.value))).collect()),
        ]
    }

    fn source(&self, source: &Source) -> Vec<Option<Fact>> {
        let scope = &self.scope;
        let day = |date: Option<&Spanned<_>>| date.map(|date| said(&scope.day(date.value).text)).into_iter().collect();
        let url = source.url.as_ref().filter(|url| is_web(&url.value));
        let doi = source.doi.as_ref().map(|doi| web(&format!("https://doi.org/{}", doi.value), &doi.value));
        vec![
            scope.fact_word("sort", "source-sort", source.kind),
            scope.fact("authors", "source-authors", source.authors.iter().map(|author| said(&author.value)).collect()),
            scope.fact("publisher", "source-publisher", written(source.publisher.as_ref()).into()),
            scope.fact("date", "source-date", day(source.date.as_ref())),
            scope.fact("pages", "source-pages", written(source.pages.as_ref()).into()),
            scope.fact(
                "language",
                "fact-language",
                source.lang.iter().map(|one| said(&scope.language(&one.value))).collect(),
            ),
            scope.fact("isbn", "source-isbn", written(source.isbn.as_ref()).into()),
            scope.fact("doi", "source-doi", doi.into_iter().collect()),
            scope.fact("url", "source-url", url.map(|url| web(&url.value, shown(&url.value))).into_iter().collect()),
            scope.fact("accessed", "source-accessed", day(source.accessed.as_ref())),
        ]
    }

    fn stage(&self, stage: &Stage) -> Vec<Option<Fact>> {
        let scope = &self.scope;
        let lobe = super::home::lobe_label(scope, stage.lobe.as_str());
        let neighbour = |step: isize| {
            let position = stage.position.checked_add_signed(step)?;
            let found = scope.graph().of_kind(Kind::Stage).find(|node| {
                node.stage().is_some_and(|other| other.lifecycle == stage.lifecycle && other.position == position)
            });
            found.map(|node| node.id.clone())
        };
        let found = scope.site.findings.stages.iter().find(|one| one.stage == *self.id);
        let lowest = found.and_then(|found| found.lowest.as_ref()).map(|(place, score)| Entry {
            badges: vec![badge(scope.score(*score), super::entries::tone_of_score(*score))],
            ..scope.step_entry(place)
        });
        vec![
            scope.fact("traffic", "kinds-journey", vec![said(&super::home::traffic_text(*scope, self.id))].into()),
            scope.fact("lowest", "column-lowest", lowest.into_iter().collect()),
            scope.fact("lobe", "stage-lobe", vec![plain_entry(lobe)].into()),
            scope.fact_link("before", "stage-before", neighbour(-1)),
            scope.fact_link("after", "stage-after", neighbour(1)),
        ]
    }

    /// What the term that names a stage means.
    fn meaning(&self, node: &Node) -> Option<Html> {
        let term = EntityId::new(Kind::Term, node.stage()?.id.as_str());
        self.scope.summary(self.scope.graph().node(&term)?)
    }

    /// Sections that do not come from edges that lead here.
    fn own_sections(&self, node: &Node) -> Vec<Section> {
        let scope = &self.scope;
        let texts = |texts: &[_]| texts.iter().map(|text| plain_entry(scope.text(self.id, text))).collect::<Vec<_>>();
        let mut sections = Vec::new();
        let mut add = |anchor: &str, message: &str, entries: Vec<Entry>| {
            if !entries.is_empty() {
                sections.push(Section {
                    anchor: format!("cx-{anchor}"),
                    title: scope.say(message),
                    intro: None,
                    entries,
                });
            }
        };
        if let Some(persona) = node.persona() {
            add("needs", "persona-needs", self.needs(persona));
            add("expectations", "persona-expectations", texts(&persona.expectations));
        }
        if let Some(example) = node.example() {
            add("turning-points", "example-turning-points", texts(&example.turning_points));
            add("quote", "example-quote", self.quote(example));
            let shown = scope.graph().targets_of(self.id, Relation::Illustrates);
            add("principles", "kinds-principle", shown.map(|place| scope.entry_of_kind(&place.entity)).collect());
        }
        if let Some(event) = node.event() {
            add("takeaways", "event-takeaways", texts(&event.takeaways));
            let walked = event.journeys.iter().map(|journey| scope.entry_of_kind(&entity(Kind::Journey, journey)));
            add("walked", "event-journeys", walked.collect());
        }
        if node.metric().is_some() {
            add("values", "metric-readings", self.readings());
        }
        if node.stage().is_some() {
            add("pains", "met-pains", self.pains_at_stage());
        }
        sections
    }

    fn needs(&self, persona: &Persona) -> Vec<Entry> {
        let needs = persona.needs.iter();
        needs
            .map(|(id, need)| {
                let part = Part::Need(id.clone());
                let anchor = Some(part.anchor());
                let former = self.scope.graph().former_anchors(self.id, &part);
                let means = self.scope.text_if(self.id, need.means.as_ref());
                match self.scope.text_if(self.id, need.says.as_ref()) {
                    Some(says) => Entry {
                        anchor,
                        former,
                        word: Some(self.scope.say("need-says")),
                        note_html: means,
                        ..plain_entry(says)
                    },
                    None => Entry {
                        anchor,
                        former,
                        word: Some(self.scope.say("need-latent")),
                        ..plain_entry(means.unwrap_or_else(|| Html::escaped(id.as_str())))
                    },
                }
            })
            .collect()
    }

    fn quote(&self, example: &Example) -> Vec<Entry> {
        let Some(quote) = &example.quote else { return Vec::new() };
        let is_internal = quote.consent == Some(crate::content::front_matter::Consent::Internal);
        let says = quote.says.as_ref().or(quote.finding.as_ref()).filter(|_| !is_internal);
        let text = self.scope.text_if(self.id, says);
        let means = self.scope.text_if(self.id, quote.means.as_ref().filter(|_| !is_internal));
        text.map(|text| Entry { note_html: means, ..plain_entry(text) }).into_iter().collect()
    }

    /// The readings of this metric in current journeys over time, if there is more than one.
    fn drawing(&self) -> Option<Html> {
        let spreads = &self.scope.site.findings.consistency.metrics;
        let spread = spreads.iter().find(|spread| spread.metric == *self.id)?;
        super::findings::readings_drawn(self.scope, &spread.values)
    }

    /// Every reading of this metric, the last first, by journey.
    fn readings(&self) -> Vec<Entry> {
        let scope = &self.scope;
        let mut found = Vec::new();
        for journey in scope.graph().sources_of(self.id, Relation::Reads).map(|place| &place.entity) {
            let Some(front) = scope.graph().node(journey).and_then(Node::journey) else { continue };
            for reading in front.readings.iter().filter(|reading| reading.metric.value.as_str() == self.id.id) {
                let value = Html::escaped(&scope.thousandths(reading.value.value));
                let mut badges = vec![badge(scope.day(reading.date.value).text, "muted")];
                badges.extend(reading.n.map(|n| badge(scope.say_with("sample", args!["n" => n]), "muted")));
                let entry = scope.entry(journey);
                let note = super::entries::anchor(&super::page::Link {
                    href: entry.href.unwrap_or_default(),
                    text_html: entry.text_html,
                });
                found.push((reading.date.value, Entry { badges, note_html: Some(note), ..plain_entry(value) }));
            }
        }
        found.sort_by_key(|(date, _)| std::cmp::Reverse(*date));
        found.dedup_by(|one, other| {
            one.0 == other.0 && one.1.text_html == other.1.text_html && one.1.note_html == other.1.note_html
        });
        found.into_iter().map(|(_, entry)| entry).collect()
    }

    fn pains_at_stage(&self) -> Vec<Entry> {
        let scope = &self.scope;
        let mut entries = Vec::new();
        for place in scope.graph().steps_of(self.id) {
            let (Some(step), Some(step_id)) = (scope.graph().step(&place), place.step_id()) else { continue };
            for (id, pain) in &step.pains {
                let part = Part::Pain { at: step_id.clone(), pain: id.clone() };
                let href = scope.href(&Place::part(place.entity.clone(), part));
                entries.push(Entry {
                    href,
                    note_html: Some(scope.name(&place.entity)),
                    ..scope.pain_entry(&place.entity, step_id, id, pain)
                });
            }
        }
        entries
    }
}

/// A moment as machines read it.
pub(super) fn iso(moment: &Moment) -> String {
    let (hours, minutes) = moment.time;
    let sign = if moment.offset < 0 { '-' } else { '+' };
    let offset = moment.offset.unsigned_abs();
    format!("{}T{hours:02}:{minutes:02}{sign}{:02}:{:02}", moment.date, offset / 60, offset % 60)
}

fn written(text: Option<&Spanned<String>>) -> Vec<Entry> {
    text.map(|text| said(&text.value)).into_iter().collect()
}

fn web(url: &str, text: &str) -> Entry {
    Entry { href: Some(url.to_owned()), ..said(text) }
}

/// An address without what every address starts with.
fn shown(url: &str) -> &str {
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/')
}
