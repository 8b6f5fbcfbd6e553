//! Phases and steps from elsewhere to the draft of a journey.
//!
//! What a journey needs and another format does not say is taken from the project or from the command, and
//! told as guessed. Names of people and departments are looked up first: a name that the project knows, in any
//! language, becomes a reference to it.

use smol_str::SmolStr;

use super::LossReport;
use super::authored::Authored;
use super::files::Document;
use crate::base::{Date, Id, Locale, count};
use crate::content::{EntityId, Kind, placeholder};
use crate::graph::Graph;
use crate::markdown;

/// The longest name of a step.
const NAME: usize = 60;

/// What the command says about a journey that is to be made.
#[derive(Clone, Debug)]
pub struct Wishes {
    /// Its id.
    pub id: Id,
    /// Whether the id was said, and is not just the name of the file.
    pub is_named: bool,
    /// Its title, if the other side is not to say it.
    pub title: Option<String>,
    /// The language of its texts.
    pub locale: Locale,
    /// Its persona, if it is not to be guessed.
    pub persona: Option<Id>,
    /// Its lifecycle, if it is not to be guessed.
    pub lifecycle: Option<Id>,
    /// Stages by the names or ids of phases.
    pub stages: Vec<(String, Id)>,
    /// When it is said to be mapped.
    pub today: Date,
}

/// A stretch of a journey that is to be made.
#[derive(Clone, Debug, Default)]
pub struct PhaseDraft {
    /// Its name.
    pub name: String,
    /// Its id, if the other side knows one.
    pub id: Option<Id>,
    /// Its stage, if the other side knows one.
    pub stage: Option<Id>,
    /// Its steps.
    pub steps: Vec<StepDraft>,
}

/// A step that is to be made.
#[derive(Clone, Debug, Default)]
pub struct StepDraft {
    /// Its name.
    pub name: String,
    /// Its id, if the other side knows one.
    pub id: Option<Id>,
    /// Its other fields.
    pub fields: Vec<(SmolStr, Authored)>,
}

/// A journey that is being made, and what it needs besides.
pub struct Draft<'a, 'r> {
    graph: &'a Graph,
    wishes: &'a Wishes,
    report: &'r mut LossReport,
    /// Entities that have to be made.
    new: Vec<Document>,
    /// What the customer is asked to say or hand over, by id.
    information: Vec<(SmolStr, Authored)>,
}

impl<'a, 'r> Draft<'a, 'r> {
    /// Starts a journey.
    pub fn new(graph: &'a Graph, wishes: &'a Wishes, report: &'r mut LossReport) -> Self {
        Self { graph, wishes, report, new: Vec::new(), information: Vec::new() }
    }

    /// What came of it, to note more.
    pub fn report(&mut self) -> &mut LossReport {
        self.report
    }

    /// The entity of a kind that goes by this name or id.
    #[must_use]
    pub fn known(&self, kind: Kind, name: &str) -> Option<Id> {
        let is_it = |id: &EntityId| {
            id.id == name
                || self
                    .graph
                    .languages()
                    .iter()
                    .any(|locale| markdown::plain(self.graph.name(id, locale).value) == name)
        };
        let found = self.graph.of_kind(kind).map(|node| &node.id).find(|id| is_it(id));
        found.and_then(|id| Id::parse(&id.id).ok())
    }

    /// The entity of a vocabulary that goes by this name, made if there is none.
    pub fn entry(&mut self, kind: Kind, name: &str, more: &[(&str, Authored)]) -> Id {
        if let Some(id) = self.known(kind, name) {
            return id;
        }
        let made = id_of(name);
        let id = made.unwrap_or_else(|| numbered(kind.noun(), self.new.len() + 1));
        let entity = EntityId::new(kind, id.as_str());
        if !self.new.iter().any(|document| document.id == entity) && self.graph.node(&entity).is_none() {
            let mut fields = vec![(SmolStr::new("name"), shown(name))];
            fields.extend(more.iter().map(|(field, value)| (SmolStr::new(field), value.clone())));
            self.report.guess(format!("`{name}` is taken for a new {}, `{id}`: confirm it", kind.noun()));
            self.new.push(Document {
                id: entity,
                locale: self.wishes.locale.clone(),
                fields: Authored::Map(fields),
                body: None,
                translations: Vec::new(),
            });
        }
        id
    }

    /// What the journey is called where the other side has no title: what the command says, else what its id says.
    pub fn title(&mut self) -> String {
        if let Some(title) = &self.wishes.title {
            return title.clone();
        }
        let words = self.wishes.id.to_string().replace('-', " ");
        let mut letters = words.chars();
        let title: String = letters.next().iter().flat_map(|first| first.to_uppercase()).chain(letters).collect();
        self.report.guess(format!("the title: `{title}`; say another with --title"));
        title
    }

    /// Something that the customer is asked to say or hand over, as `policy-number: Policy number` or in words.
    pub fn information(&mut self, said: &str) -> Id {
        let both = said.split_once(':').and_then(|(id, name)| Some((Id::parse(id.trim()).ok()?, name.trim())));
        let (id, name) = both.unwrap_or_else(|| {
            (id_of(said).unwrap_or_else(|| numbered("information", self.information.len() + 1)), said)
        });
        if !self.information.iter().any(|(known, _)| known == id.as_str()) {
            self.information.push((id.as_str().into(), Authored::Map(vec![("name".into(), shown(name))])));
        }
        id
    }

    /// The persona: the one wished for, the one of this name, the first there is, or a new one.
    pub fn persona(&mut self, name: Option<&str>) -> Id {
        if let Some(persona) = &self.wishes.persona {
            return persona.clone();
        }
        if let Some(known) = name.and_then(|name| self.known(Kind::Persona, name)) {
            return known;
        }
        if name.is_none()
            && let Some(first) = self.graph.of_kind(Kind::Persona).find_map(|node| Id::parse(&node.id.id).ok())
        {
            self.report.guess(format!("the persona: `{first}`, the first there is; choose another with --persona"));
            return first;
        }
        let name = name.unwrap_or("Customer");
        let id = id_of(name).unwrap_or_else(|| numbered("persona", 1));
        self.report.guess(format!("`{name}` is taken for a new persona, `{id}`: say what they want"));
        let fields = [
            ("name", shown(name)),
            ("title", shown(name)),
            ("summary", shown(name)),
            ("goal", Authored::text(placeholder::IMPORTED_WISH)),
            ("basis", Authored::plain("assumed")),
        ];
        self.new.push(Document {
            id: EntityId::new(Kind::Persona, id.as_str()),
            locale: self.wishes.locale.clone(),
            fields: Authored::Map(fields.map(|(name, value)| (SmolStr::new(name), value)).to_vec()),
            body: None,
            translations: Vec::new(),
        });
        id
    }

    /// The journey, and before it what had to be made for it.
    ///
    /// # Errors
    ///
    /// A phrase that says what the project lacks.
    pub fn finish(
        mut self,
        title: &str,
        persona: &Id,
        phases: Vec<PhaseDraft>,
        more: Vec<(SmolStr, Authored)>,
    ) -> Result<Vec<Document>, String> {
        let (lifecycle, stages) = self.lifecycle()?;
        let mut ids: Vec<Id> = Vec::new();
        let mut steps_of = 0;
        let mut entries: Vec<(SmolStr, Authored)> = Vec::new();
        let mut phase_ids: Vec<Id> = Vec::new();
        for (at, phase) in phases.into_iter().enumerate() {
            let id = phase.id.clone().or_else(|| id_of(&phase.name)).unwrap_or_else(|| numbered("phase", at + 1));
            let id = free(id, &mut phase_ids);
            let stage = self.stage(&id, &phase, &lifecycle, &stages)?;
            let mut steps: Vec<(SmolStr, Authored)> = Vec::new();
            for step in phase.steps {
                steps_of += 1;
                let id = step.id.clone().or_else(|| id_of(&step.name));
                let id = free(id.unwrap_or_else(|| numbered("step", steps_of)), &mut ids);
                steps.push((id.as_str().into(), Authored::Map(self.step(step))));
            }
            let name = if phase.name.is_empty() { id.as_str().to_owned() } else { phase.name };
            let fields = vec![
                ("name".into(), shown(&name)),
                ("stage".into(), Authored::plain(stage.as_str())),
                ("steps".into(), Authored::Map(steps)),
            ];
            entries.push((id.as_str().into(), Authored::Map(fields)));
        }
        self.report.keep(format!("{} and {}", count(entries.len(), "phase"), count(steps_of, "step")));
        if !self.wishes.is_named {
            self.report
                .guess(format!("the id: `{}`, from the name of the file; choose another with --id", self.wishes.id));
        }
        let said = |field: &str| more.iter().any(|(name, _)| name == field);
        let guesses = [
            (said("kind"), "the kind, `current`"),
            (false, "the level, `macro`"),
            (said("goal"), "the goal, which is the title"),
        ];
        for (_, guess) in guesses.into_iter().filter(|(is_said, _)| !is_said) {
            self.report.guess(guess);
        }
        let title = self.wishes.title.as_deref().unwrap_or(title);
        let mut fields: Vec<(SmolStr, Authored)> = vec![
            ("title".into(), shown(title)),
            ("kind".into(), Authored::plain("current")),
            ("level".into(), Authored::plain("macro")),
            ("lifecycle".into(), Authored::plain(lifecycle.as_str())),
            ("persona".into(), Authored::plain(persona.as_str())),
            ("goal".into(), shown(title)),
            ("mapped".into(), Authored::plain(self.wishes.today.to_string())),
            ("phases".into(), Authored::Map(entries)),
        ];
        if !self.information.is_empty() {
            fields.push(("information".into(), Authored::Map(std::mem::take(&mut self.information))));
        }
        for (name, value) in more {
            match fields.iter_mut().find(|(known, _)| *known == name) {
                Some((_, known)) => *known = value,
                None => fields.push((name, value)),
            }
        }
        self.new.push(Document {
            id: EntityId::new(Kind::Journey, self.wishes.id.as_str()),
            locale: self.wishes.locale.clone(),
            fields: Authored::Map(fields),
            body: None,
            translations: Vec::new(),
        });
        Ok(self.new)
    }

    /// A step with a name that fits; a longer one goes on in what the customer does.
    fn step(&mut self, step: StepDraft) -> Vec<(SmolStr, Authored)> {
        let mut fields = step.fields;
        let name = if step.name.trim().is_empty() { "…".to_owned() } else { step.name };
        if name.chars().count() > NAME {
            let short: String = name.chars().take(NAME - 1).collect();
            let cut = short.rfind(' ').filter(|at| *at > 20).unwrap_or(short.len());
            self.report.guess(format!("`{}…` is the short name of a longer one", &short[..cut]));
            if !fields.iter().any(|(field, _)| field == "does") {
                fields.push(("does".into(), shown(&name)));
            }
            fields.insert(0, ("name".into(), shown(&format!("{}…", &short[..cut]))));
        } else {
            fields.insert(0, ("name".into(), shown(&name)));
        }
        fields
    }

    /// The lifecycle with its stages.
    fn lifecycle(&mut self) -> Result<(Id, Vec<Id>), String> {
        let mut found = self.graph.in_order(Kind::Lifecycle).into_iter();
        let node = match &self.wishes.lifecycle {
            Some(wanted) => found.find(|node| node.id.id == wanted.as_str()),
            None => found.next(),
        };
        let lifecycle = node.and_then(|node| Some((Id::parse(&node.id.id).ok()?, node.lifecycle()?)));
        let (id, lifecycle) = lifecycle.ok_or_else(|| match &self.wishes.lifecycle {
            Some(wanted) => format!("there is no lifecycle `{wanted}`; see content/vocab/lifecycles.yaml"),
            None => "the project has no lifecycle; make one with `cxbook new lifecycle buy-own`".to_owned(),
        })?;
        if self.wishes.lifecycle.is_none() {
            self.report.guess(format!("the lifecycle: `{id}`; choose another with --lifecycle"));
        }
        Ok((id, lifecycle.lobes.values().flatten().map(|stage| stage.value.clone()).collect()))
    }

    /// The stage of a phase: the one wished for, the one the other side knows, the one it is called like, or the first.
    fn stage(&mut self, id: &Id, phase: &PhaseDraft, lifecycle: &Id, stages: &[Id]) -> Result<Id, String> {
        let name = phase.name.as_str();
        let known: Vec<&str> = stages.iter().map(Id::as_str).collect();
        let wished = self.wishes.stages.iter().find(|(phase, _)| phase == name || phase == id.as_str());
        if let Some((phase, stage)) = wished {
            return if stages.contains(stage) {
                Ok(stage.clone())
            } else {
                Err(format!("--stage names `{stage}` for `{phase}`; the stages are {}", known.join(", ")))
            };
        }
        if let Some(known) = [phase.stage.as_ref(), Some(id)].into_iter().flatten().find(|id| stages.contains(id)) {
            return Ok(known.clone());
        }
        let is_called_so = |stage: &&Id| {
            let entity = EntityId::new(Kind::Stage, format!("{lifecycle}/{stage}"));
            let languages = self.graph.languages().iter();
            let mut names = languages.map(|locale| markdown::plain(self.graph.name(&entity, locale).value));
            names.any(|stage| stage.to_lowercase() == name.to_lowercase())
        };
        if let Some(stage) = stages.iter().find(is_called_so) {
            return Ok(stage.clone());
        }
        let first = stages.first().ok_or_else(|| "the lifecycle has no stages".to_owned())?;
        self.report.guess(format!(
            "the stage of `{name}`: `{first}`, the first there is; say which with `--stage \"{name}=…\"`, one of {}",
            known.join(", ")
        ));
        Ok(first.clone())
    }
}

/// A text of another program, which knows no Markdown.
pub(super) fn shown(text: &str) -> Authored {
    Authored::text(&markdown::escaped_inline(text))
}

/// The id that a name makes. Fields that start with `x-` are the author's own, so no entry may be called that.
pub(super) fn id_of(name: &str) -> Option<Id> {
    let id = Id::from_words(name)?;
    Id::parse(id.as_str().trim_start_matches("x-")).ok().filter(|id| id.as_str() != "x")
}

fn numbered(noun: &str, number: usize) -> Id {
    Id::from_words(&format!("{noun}-{number}")).unwrap_or_else(|| numbered("x", number))
}

/// The id, with a number behind it if it is taken.
fn free(id: Id, taken: &mut Vec<Id>) -> Id {
    let mut free = id.clone();
    let mut number = 2;
    while taken.contains(&free) {
        let stem: String = id.as_str().chars().take(Id::MAX - 5).collect();
        free = numbered(stem.trim_end_matches('-'), number);
        number += 1;
    }
    taken.push(free.clone());
    free
}
