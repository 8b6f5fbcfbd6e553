//! A journey to the table of its map: lanes by steps, in groups that the lines of the blueprint separate.
//!
//! The table is the drawing's full equivalent, so a lane is left out only if it is empty for every
//! step. A map has no ids of its own: its links lead to the walk.

use super::told::{StepTold, Told};
use super::{OnPath, Sheet};
use crate::base::Id;
use crate::content::front_matter::{Quality3, Reading, Step};
use crate::content::{EntityId, Kind};
use crate::graph::{Part, Variant};
use crate::view::entries::{entity, plain_entry, said};
use crate::view::page::{Entries, Entry, Html, JourneyMap, Lane, LaneGroup, Link, PhaseHead, StepHead};
use crate::view::scope::{args, badge};

/// Which rows of the map are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::view) enum Rows {
    /// Every one.
    All,
    /// Those of a reduced map.
    Only(Variant),
}

impl Rows {
    fn shows(self, group: &str) -> bool {
        match self {
            Self::All | Self::Only(Variant::Map) => true,
            Self::Only(Variant::Customer | Variant::Workshop) => matches!(group, "customer" | "touchpoints"),
            Self::Only(Variant::Blueprint) => group != "learned",
            Self::Only(Variant::Learned) => matches!(group, "customer" | "learned"),
        }
    }

    fn shows_lane(self, lane: &str) -> bool {
        match self {
            Self::Only(Variant::Blueprint) => !matches!(lane, "storyboard" | "quality" | "off-path" | "off-path-words"),
            Self::Only(Variant::Learned) => !matches!(lane, "storyboard" | "quality"),
            _ => true,
        }
    }
}

impl Sheet<'_> {
    /// The map with the given rows.
    pub(super) fn map(&self, rows: Rows, told: &Told) -> JourneyMap {
        let groups = [
            self.group("customer", None, self.customer_lanes(told)),
            self.group("touchpoints", None, vec![self.lane("touchpoints", |at| told.steps[at].touchpoints.clone())]),
            self.group(
                "frontstage",
                Some("interaction"),
                vec![self.lane("frontstage", |at| told.steps[at].frontstage.clone())],
            ),
            self.group(
                "backstage",
                Some("visibility"),
                vec![self.lane("backstage", |at| told.steps[at].backstage.clone())],
            ),
            self.group("support", Some("internal"), vec![self.lane("support", |at| told.steps[at].support.clone())]),
            self.group("learned", Some("learned"), self.learned_lanes(told)),
        ];
        let groups = groups
            .into_iter()
            .flatten()
            .filter(|group| rows.shows(group.key))
            .map(|mut group| {
                group.lanes.retain(|lane| rows.shows_lane(lane.key));
                group
            })
            .filter(|group| !group.lanes.is_empty())
            .collect::<Vec<LaneGroup>>();
        let lanes = |key: &str| groups.iter().flat_map(|group: &LaneGroup| &group.lanes).any(|lane| lane.key == key);
        let legend = self.legend(told, lanes("curve"), lanes("off-path"));
        JourneyMap {
            steps: self.steps.len(),
            legend,
            caption_html: self.caption(),
            phases: self.phases(),
            heads: (0..self.steps.len()).map(|at| self.head(at)).collect(),
            groups,
            notes: if rows.shows("customer") { self.compared_notes() } else { Vec::new() },
            in_words: told.in_words.clone(),
            quotes: ["quote-open", "quote-close"].map(|key| self.scope.say(key)),
            foot: self.foot(),
        }
    }

    /// When it was mapped, when it is to be looked at again, in which language and edition, under which licence.
    fn foot(&self) -> String {
        let scope = &self.scope;
        let dated = |key, date: Option<&crate::base::Spanned<crate::base::Date>>| {
            date.map(|date| scope.say_with(key, args!["date" => scope.day(date.value).text]))
        };
        let chrome = &scope.reader.chrome;
        let edition = match &chrome.version {
            Some(version) => format!("{} {version}", chrome.site_title),
            None => chrome.site_title.clone(),
        };
        let parts = [
            dated("map-mapped", self.journey.mapped.as_ref()),
            dated("map-review", self.journey.common.review_by.as_ref()),
            Some(scope.autonym(scope.locale())),
            Some(edition),
            chrome.licence.clone(),
        ];
        parts.into_iter().flatten().collect::<Vec<String>>().join(" · ")
    }

    /// "I make a motor claim, as Camille lives it. 9 steps in 4 phases."
    fn caption(&self) -> Html {
        let persona = self.journey.persona.as_ref().map(|persona| self.scope.name(&entity(Kind::Persona, persona)));
        self.scope.say_html(
            "journey-caption",
            args![
                "journey" => self.scope.name(self.id),
                "known" => if persona.is_some() { "yes" } else { "no" },
                "persona" => persona.unwrap_or_default(),
                "steps" => self.steps.len(),
                "phases" => self.journey.phases.len(),
            ],
        )
    }

    fn phases(&self) -> Vec<PhaseHead> {
        (0..self.journey.phases.len())
            .filter_map(|index| self.phase_head(index))
            .filter(|head| head.span > 0)
            .map(|head| PhaseHead { anchor: None, former: Vec::new(), ..head })
            .collect()
    }

    /// The phase at `index` with its anchor.
    pub(super) fn phase_head(&self, index: usize) -> Option<PhaseHead> {
        let (id, phase) = self.journey.phases.get_index(index)?;
        let name = phase.name.as_ref();
        Some(PhaseHead {
            number: self.scope.number(index + 1),
            name_html: name.map_or_else(|| Html::escaped(id.as_str()), |name| self.scope.text(self.id, name)),
            span: phase.steps.len(),
            stage: self.stage(phase).map(|stage| self.scope.link(&stage)),
            anchor: Some(format!("phase-{id}")),
            former: self.scope.graph().former_anchors(self.id, &Part::Phase(id.clone())),
        })
    }

    fn stage(&self, phase: &crate::content::front_matter::Phase) -> Option<EntityId> {
        let lifecycle = &self.journey.lifecycle.as_ref()?.value;
        let id = EntityId::new(Kind::Stage, format!("{lifecycle}/{}", phase.stage.as_ref()?.value));
        self.scope.graph().node(&id).map(|node| node.id.clone())
    }

    fn head(&self, at: usize) -> StepHead {
        let id = self.steps[at].id;
        StepHead {
            number: self.scope.number(at + 1),
            name_html: self.scope.step_name(self.id, id),
            href: format!("{}#step-{id}", self.base),
            mode: self.scope.name_of(self.scope.graph().mode(self.step(at))),
            marks: self.marks(self.step(at)),
            is_dim: false,
        }
    }

    /// A group, unless all its lanes are empty.
    fn group(&self, key: &'static str, line: Option<&'static str>, lanes: Vec<Lane>) -> Option<LaneGroup> {
        let lanes: Vec<Lane> = lanes
            .into_iter()
            .filter(|lane| lane.svg_html.is_some() || lane.cells.iter().any(|cell| !cell.is_empty()))
            .collect();
        if lanes.is_empty() {
            return None;
        }
        let label = line.map(|line| {
            self.scope.say(match line {
                "interaction" => "line-interaction",
                "visibility" => "line-visibility",
                "internal" => "line-internal",
                _ => "line-learned",
            })
        });
        Some(LaneGroup { key, line, label, lanes })
    }

    /// One row with a cell for each step.
    fn lane<E: Into<Entries>>(&self, key: &'static str, cell: impl Fn(usize) -> E) -> Lane {
        let cells = (0..self.steps.len()).map(|at| cell(at).into()).collect();
        Lane { key, label: self.scope.say(&format!("lane-{key}")), svg_html: None, cells, looks: Vec::new() }
    }

    /// One row that is a drawing.
    fn drawing(&self, key: &'static str, svg: Option<Html>) -> Lane {
        Lane { key, label: self.scope.say(&format!("lane-{key}")), svg_html: svg, cells: Vec::new(), looks: Vec::new() }
    }

    fn customer_lanes(&self, told: &Told) -> Vec<Lane> {
        let text =
            |text: Option<&_>| -> Entries { self.scope.text_if(self.id, text).map(plain_entry).into_iter().collect() };
        vec![
            self.lane("storyboard", |at| self.storyboard(self.step(at))),
            self.lane("does", |at| text(self.step(at).does.as_ref())),
            self.lane("thinks", |at| self.thinks(self.step(at))),
            self.drawing("curve", self.curve(told, None)),
            self.lane("feels", |at| self.feels(&told.steps[at])),
            self.lane("quality", |at| told.steps[at].quality.clone()),
            self.drawing("off-path", self.off_path(told, None)),
            self.lane("off-path-words", |at| self.leaving(at)),
        ]
    }

    /// In the quotation marks of the language it is shown in.
    fn thinks(&self, step: &Step) -> Vec<Entry> {
        let words = self.scope.text_if(self.id, step.thinks.as_ref());
        words.map(|words| plain_entry(Html::trusted(format!("<q>{}</q>", words.as_str())))).into_iter().collect()
    }

    fn learned_lanes(&self, told: &Told) -> Vec<Lane> {
        vec![
            self.lane("tells", |at| told.steps[at].tells.clone()),
            self.lane("pains", |at| {
                let OnPath { id, step, .. } = self.steps[at];
                self.pains_linked(id, &step.pains, &told.steps[at].pains)
            }),
            self.lane("opportunities", |at| self.opportunities_at(at)),
            self.lane("principles", |at| told.steps[at].principles.clone()),
            self.lane("metrics", |at| told.steps[at].metrics.clone()),
        ]
    }

    fn storyboard(&self, step: &Step) -> Vec<Entry> {
        let figure = step.figure.as_ref().and_then(|figure| self.scope.figure(self.id, figure));
        figure
            .map(|figure| {
                let size = match (figure.width, figure.height) {
                    (Some(width), Some(height)) => format!(" width=\"{width}\" height=\"{height}\""),
                    _ => String::new(),
                };
                let (src, alt) = (Html::escaped(&figure.src), Html::escaped(&figure.alt));
                let html = format!("<img src=\"{}\" alt=\"{}\"{size} loading=\"lazy\">", src.as_str(), alt.as_str());
                plain_entry(Html::trusted(html))
            })
            .into_iter()
            .collect()
    }

    /// The feeling in words: always there, because it is the curve's equivalent.
    fn feels(&self, told: &StepTold) -> Entries {
        if told.feels.is_empty() {
            return vec![Entry { tone: "muted", ..said(&self.scope.say("feels-unknown")) }].into();
        }
        told.feels.clone()
    }

    pub(super) fn quality(&self, quality: Option<Quality3>) -> Entries {
        let Some(quality) = quality else { return Entries::default() };
        [
            ("dimension-effortless", quality.effortless),
            ("dimension-productive", quality.productive),
            ("dimension-painless", quality.painless),
        ]
        .into_iter()
        .filter_map(|(message, value)| {
            let value = value?;
            let tone = ["none", "q1", "q2", "q3", "q4", "q5"].get(usize::from(value)).copied().unwrap_or_default();
            let args = args!["dimension" => self.scope.say(message), "value" => value];
            Some(Entry { tone, ..said(&self.scope.say_with("quality-value", args)) })
        })
        .collect()
    }

    /// How people leave the path at a step, in words: the off-path drawing's equivalent.
    fn leaving(&self, at: usize) -> Vec<Entry> {
        let step = self.steps[at].id;
        self.journey
            .deviations
            .iter()
            .filter(|(_, deviation)| deviation.from.as_ref().is_some_and(|from| from.value == *step))
            .map(|(id, deviation)| self.deviation_entry(id, deviation))
            .collect()
    }

    fn opportunities_at(&self, at: usize) -> Vec<Entry> {
        let step = self.steps[at].id;
        let here = |opportunity: &&crate::content::front_matter::Opportunity| {
            opportunity.addresses.iter().any(|pain| {
                pain.value.step.step == *step
                    && pain.value.step.journey.as_ref().is_none_or(|journey| journey.as_str() == self.id.id)
            })
        };
        self.journey
            .opportunities
            .iter()
            .filter(|(_, opportunity)| here(opportunity))
            .map(|(id, opportunity)| Entry {
                text_html: self.opportunity_name(id, opportunity),
                href: Some(format!("{}#opportunity-{id}", self.base)),
                badges: self.opportunity_badges(id, opportunity, false),
                ..Entry::default()
            })
            .collect()
    }

    /// The metrics of a step, each with its last reading there, else with that of the whole journey.
    pub(super) fn metrics(&self, id: &Id, step: &Step) -> Entries {
        let readings = || {
            self.journey.readings.iter().filter(|reading| reading.step.as_ref().is_some_and(|step| step.value == *id))
        };
        let mut metrics: Vec<&str> = step.metrics.iter().map(|metric| metric.value.as_str()).collect();
        metrics.extend(readings().map(|reading| reading.metric.value.as_str()));
        let mut seen = Vec::new();
        metrics.retain(|metric| {
            !seen.contains(metric) && {
                seen.push(metric);
                true
            }
        });
        metrics
            .into_iter()
            .map(|metric| {
                let is_of_metric = |reading: &&Reading| reading.metric.value.as_str() == metric;
                let of_journey = || self.journey.readings.iter().filter(|reading| reading.step.is_none());
                let newest = |reading: &&Reading| reading.date.value;
                let last = readings().filter(is_of_metric).max_by_key(newest);
                let last = last.or_else(|| of_journey().filter(is_of_metric).max_by_key(newest));
                let entry = self.scope.entry(&EntityId::new(Kind::Metric, metric));
                Entry { badges: last.map(|last| badge(self.reading(last), "muted")).into_iter().collect(), ..entry }
            })
            .collect()
    }

    /// "2.9, January 2025, n = 210".
    fn reading(&self, reading: &Reading) -> String {
        let value = self.scope.thousandths(reading.value.value);
        let day = self.scope.day(reading.date.value).text;
        match reading.n {
            Some(n) => self.scope.say_with("metric-reading-n", args!["value" => value, "date" => day, "n" => n]),
            None => self.scope.say_with("metric-reading", args!["value" => value, "date" => day]),
        }
    }

    /// Addresses of the reduced maps, in the reader's language.
    pub(super) fn variants(&self) -> Vec<Link> {
        Variant::ALL
            .iter()
            .filter_map(|variant| {
                let target = crate::graph::RouteTarget::MapVariant(self.id.clone(), *variant);
                let text = self.scope.say(variant_key(*variant));
                Some(Link { href: self.scope.href_to(&target)?, text_html: Html::escaped(&text) })
            })
            .collect()
    }
}

/// The message that names a reduced map.
pub(in crate::view) fn variant_key(variant: Variant) -> &'static str {
    match variant {
        Variant::Map => "map-whole",
        Variant::Customer => "map-customer",
        Variant::Blueprint => "map-blueprint",
        Variant::Learned => "map-learned",
        Variant::Workshop => "map-workshop",
    }
}
