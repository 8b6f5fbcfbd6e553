//! The feelings of a journey, and the ways off its path, to drawings with their words.

use std::ops::Range;

use super::Sheet;
use super::told::Told;
use crate::base::Id;
use crate::content::EntityId;
use crate::content::front_matter::{Basis, Rejoins};
use crate::content::text::Text;
use crate::draw::{Curve, CurvePoint, Narrow, OffPath, Sign, Way, WayBack, mini};
use crate::graph::{Node, Place};
use crate::view::entries::anchor;
use crate::view::page::{Html, LegendEntry, Link};
use crate::view::scope::args;

impl Sheet<'_> {
    /// The scores of the path in tenths, one for each step.
    pub(super) fn scores(&self) -> Vec<Option<i8>> {
        self.steps.iter().map(|on_path| on_path.step.emotion.as_ref().map(|emotion| emotion.score)).collect()
    }

    /// The curve over all columns, or over those of a part of the map; none where no step has a score.
    ///
    /// A part only repeats what the whole map shows, so it has no words of its own.
    pub(super) fn curve(&self, told: &Told, window: Option<Range<usize>>) -> Option<Html> {
        if told.points.iter().all(|point| point.score.is_none()) {
            return None;
        }
        let (peak, end) = (self.scope.say("curve-peak"), self.scope.say("curve-end"));
        let curve = Curve {
            points: &told.points,
            compared: &told.compared,
            direction: self.scope.direction(),
            id: if window.is_none() { "cx-curve" } else { "" },
            title: &told.title,
            desc: &told.in_words,
            peak_and_end: (&peak, &end),
            window,
        };
        Some(Html::trusted(curve.svg()))
    }

    /// The curve above the walk on a narrow screen; its points lead to the steps.
    pub(super) fn narrow_curve(&self, told: &Told) -> Option<Html> {
        if told.points.iter().all(|point| point.score.is_none()) {
            return None;
        }
        let links: Vec<(String, String)> = self
            .steps
            .iter()
            .enumerate()
            .map(|(at, on_path)| {
                let name = on_path.step.name.as_ref();
                let name = name.map_or_else(|| on_path.id.to_string(), |name| self.scope.plain(self.id, name));
                let text = args!["number" => at + 1, "name" => name];
                (format!("{}#step-{}", self.base, on_path.id), self.scope.say_with("curve-step", text))
            })
            .collect();
        let narrow = Narrow {
            points: &told.points,
            links: &links,
            direction: self.scope.direction(),
            id: "cx-curve-narrow",
            title: &told.title,
            desc: &told.in_words,
        };
        Some(Html::trusted(narrow.svg()))
    }

    /// The curve for lists.
    pub(super) fn mini_curve(&self) -> Html {
        Html::trusted(mini(&self.scores(), self.scope.direction()))
    }

    pub(super) fn points(&self) -> Vec<CurvePoint> {
        let remembered = self.remembered();
        let flag = i16::try_from(self.scope.site.config.thresholds.gap).unwrap_or(i16::MAX);
        let point = |at: usize| {
            let step = self.step(at);
            let emotion = step.emotion.as_ref();
            let score = emotion.map(|emotion| emotion.score);
            let staff = emotion.and_then(|emotion| emotion.staff);
            let gap = score.zip(staff).map(|(score, staff)| i16::from(staff) - i16::from(score));
            let gap = gap.filter(|gap| gap.abs() >= flag).map(|gap| self.scope.score(gap)).unwrap_or_default();
            let score_text = score.map(|score| self.scope.score(score));
            let feeling = step.feeling.as_ref().map(|feeling| self.scope.plain(self.id, feeling));
            let label = match (score_text, feeling) {
                (Some(score), Some(feeling)) => {
                    self.scope.say_with("feels-in-words", args!["score" => score, "feeling" => feeling])
                }
                (score, _) => score.unwrap_or_default(),
            };
            CurvePoint {
                score,
                staff,
                gap,
                is_assumed: emotion.is_none_or(|emotion| emotion.basis == Basis::Assumed),
                is_moment_of_truth: step.moment_of_truth.is_some(),
                is_wow: step.wow.is_some(),
                is_peak: remembered.is_some_and(|(peak, _)| peak == at),
                is_end: remembered.is_some_and(|(_, end)| end == at),
                is_dim: false,
                label,
                lang: self.foreign(step.feeling.as_ref().or(step.name.as_ref())),
            }
        };
        (0..self.steps.len()).map(point).collect()
    }

    /// The language of a text, if it is not the reader's.
    fn foreign(&self, text: Option<&Text>) -> String {
        let locale = text.map(|text| self.scope.graph().text(self.id, text, self.scope.locale()).locale);
        locale.filter(|locale| *locale != self.scope.locale()).map(ToString::to_string).unwrap_or_default()
    }

    /// The scores of the same journey in the other state, matched by the ids of its steps.
    pub(super) fn compared(&self) -> Vec<Option<i8>> {
        let other = self.counterpart().and_then(|id| self.scope.graph().node(&id)).and_then(Node::journey);
        let Some(other) = other else { return Vec::new() };
        self.steps
            .iter()
            .map(|on_path| {
                let matched = other.path().find(|(_, _, id, _)| *id == on_path.id);
                matched.and_then(|(_, _, _, step)| step.emotion.as_ref()).map(|emotion| emotion.score)
            })
            .collect()
    }

    /// What the dashed line is, and the steps that only one of the two journeys has.
    pub(super) fn compared_notes(&self) -> Vec<Html> {
        let Some(other) = self.counterpart() else { return Vec::new() };
        let Some(journey) = self.scope.graph().node(&other).and_then(Node::journey) else { return Vec::new() };
        let scope = &self.scope;
        let link = anchor(&scope.link(&other));
        let mut notes = vec![scope.say_html("compared-line", args!["journey" => link.clone()])];
        let linked = |journey: &EntityId, step: &Id, base: Option<&str>| {
            let place = Place::step(journey, step);
            let href = match base {
                Some(base) => format!("{base}#step-{step}"),
                None => scope.href(&place).unwrap_or_default(),
            };
            anchor(&Link { href, text_html: scope.step_name(journey, step) })
        };
        let theirs: Vec<&Id> = journey.path().map(|(_, _, id, _)| id).collect();
        let here = self.steps.iter().filter(|on_path| !theirs.contains(&on_path.id));
        let here: Vec<Html> = here.map(|on_path| linked(self.id, on_path.id, Some(&self.base))).collect();
        let ours = |id: &&&Id| self.steps.iter().any(|on_path| on_path.id == **id);
        let there: Vec<Html> = theirs.iter().filter(|id| !ours(id)).map(|id| linked(&other, id, None)).collect();
        if !here.is_empty() {
            notes.push(scope.say_html("compared-only-here", args!["steps" => scope.list_html(&here)]));
        }
        if !there.is_empty() {
            let words = args!["journey" => link, "steps" => scope.list_html(&there)];
            notes.push(scope.say_html("compared-only-there", words));
        }
        notes
    }

    pub(super) fn curve_title(&self) -> String {
        self.scope.say_with("curve-title", args!["journey" => self.scope.plain_name(self.id)])
    }

    /// The marks that the drawings show, and what they mean.
    pub(super) fn legend(&self, told: &Told, has_curve: bool, has_off_path: bool) -> Vec<LegendEntry> {
        let points = if has_curve { told.points.as_slice() } else { &[] };
        let feels = |wanted: &dyn Fn(i8) -> bool| points.iter().filter_map(|point| point.score).any(wanted);
        let felt = || points.iter().filter(|point| point.score.is_some());
        let ways = if has_off_path { told.ways.as_slice() } else { &[] };
        let is_shown = |sign: Sign| match sign {
            Sign::Good => feels(&|score| score > 0),
            Sign::Even => feels(&|score| score == 0),
            Sign::Bad => feels(&|score| score < 0),
            Sign::Assumed => felt().any(|point| point.is_assumed),
            Sign::Moment => felt().any(|point| point.is_moment_of_truth),
            Sign::Wow => felt().any(|point| point.is_wow),
            Sign::Staff => points.iter().any(|point| point.staff.is_some()),
            Sign::Compared => has_curve && told.compared.iter().any(Option::is_some),
            Sign::OffPath => ways.iter().any(|way| matches!(way.back, WayBack::To(_))),
            Sign::Exit => ways.iter().any(|way| way.back == WayBack::Never),
        };
        Sign::ALL
            .iter()
            .filter(|sign| is_shown(**sign))
            .map(|sign| LegendEntry {
                key: sign.as_str(),
                sign_html: Html::trusted(sign.svg(self.scope.direction())),
                text: self.scope.say(&format!("sign-{}", sign.as_str())),
            })
            .collect()
    }

    /// How the curve goes: start, lowest, highest, end, biggest drop.
    pub(super) fn curve_in_words(&self) -> String {
        let felt: Vec<(usize, i8)> =
            self.scores().into_iter().enumerate().filter_map(|(at, score)| Some((at, score?))).collect();
        let (Some(first), Some(last)) = (felt.first(), felt.last()) else { return self.scope.say("curve-unknown") };
        let lowest = felt.iter().rev().min_by_key(|(_, score)| *score).unwrap_or(first);
        let step = |at: usize| {
            let on_path = &self.steps[at];
            let name = on_path.step.name.as_ref();
            name.map_or_else(|| on_path.id.to_string(), |name| self.scope.plain(self.id, name))
        };
        if felt.len() == 1 {
            return self
                .scope
                .say_with("curve-one", args!["score" => self.scope.score(first.1), "step" => step(first.0)]);
        }
        let drop = felt
            .windows(2)
            .filter(|pair| pair[1].0 == pair[0].0 + 1 && pair[1].1 < pair[0].1)
            .min_by_key(|pair| i16::from(pair[1].1) - i16::from(pair[0].1));
        let words = args![
            "start" => self.scope.score(first.1),
            "start-step" => step(first.0),
            "lowest" => self.scope.score(lowest.1),
            "lowest-step" => step(lowest.0),
            "end" => self.scope.score(last.1),
            "end-step" => step(last.0),
            "drops" => if drop.is_some() { "yes" } else { "no" },
            "from" => drop.map(|pair| step(pair[0].0)).unwrap_or_default(),
            "to" => drop.map(|pair| step(pair[1].0)).unwrap_or_default(),
        ];
        self.scope.say_with("curve-words", words)
    }

    /// The ways off the path that have a place in the drawing.
    pub(super) fn ways(&self) -> Vec<Way> {
        let column = |id: &crate::base::Id| self.steps.iter().position(|on_path| on_path.id == id);
        self.journey
            .deviations
            .values()
            .filter_map(|deviation| {
                let from = column(&deviation.from.as_ref()?.value)?;
                let back = match deviation.rejoins.as_ref()? {
                    Rejoins::Exit(_) => WayBack::Never,
                    Rejoins::Step(step) => column(&step.value).map_or(WayBack::Never, WayBack::To),
                };
                let share = deviation.share.as_ref().map(|share| share.value);
                let kind = deviation.kind.map(|kind| self.scope.name_of(kind)).unwrap_or_default();
                let label = match share {
                    Some(share) => self
                        .scope
                        .say_with("off-path-label", args!["share" => self.scope.percent(share), "kind" => kind]),
                    None => kind,
                };
                Some(Way { from, back, share, label, is_dim: false })
            })
            .collect()
    }

    /// The ways off the path, drawn; none where nobody leaves it.
    pub(super) fn off_path(&self, told: &Told, window: Option<Range<usize>>) -> Option<Html> {
        if told.ways.is_empty() {
            return None;
        }
        let columns = self.steps.len();
        let drawing = OffPath { columns, ways: &told.ways, direction: self.scope.direction(), window };
        Some(Html::trusted(drawing.svg()))
    }
}
