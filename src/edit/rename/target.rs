//! What is renamed, to what each way of naming it becomes.
//!
//! Every function here takes something as it is written and gives what is to stand in its place, or
//! nothing where it names something else.

use crate::base::{Id, SourcePath};
use crate::content::identity::FOLDERS;
use crate::content::{EntityId, Kind, TextKey};
use crate::markdown::Address;

/// One thing that gets another id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// What it is, by its id of before.
    pub what: What,
    /// Its new id.
    pub new: Id,
}

/// What can get another id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A document or an entry of a vocabulary.
    Entity(EntityId),
    /// A part of a journey or a persona.
    Part {
        /// The document it stands in.
        holder: EntityId,
        /// What sort of part.
        sort: Sort,
        /// Of a pain, the step or the deviation it hurts at.
        at: Option<Id>,
        /// Its id of before.
        id: Id,
    },
}

/// The parts that have ids of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Sort {
    Phase,
    Step,
    Pain,
    Information,
    Deviation,
    Opportunity,
    Evidence,
    Need,
}

impl Sort {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Phase,
        Self::Step,
        Self::Pain,
        Self::Information,
        Self::Deviation,
        Self::Opportunity,
        Self::Evidence,
        Self::Need,
    ];

    /// What people call one, and write before its colon.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Phase => "phase",
            Self::Step => "step",
            Self::Pain => "pain",
            Self::Information => "information",
            Self::Deviation => "deviation",
            Self::Opportunity => "opportunity",
            Self::Evidence => "evidence",
            Self::Need => "need",
        }
    }

    /// The sort that is called `noun`.
    #[must_use]
    pub fn from_noun(noun: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.noun() == noun)
    }

    /// The field whose keys are the ids of this sort.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Phase => "phases",
            Self::Step => "steps",
            Self::Pain => "pains",
            Self::Information => "information",
            Self::Deviation => "deviations",
            Self::Opportunity => "opportunities",
            Self::Evidence => "evidence",
            Self::Need => "needs",
        }
    }

    /// The kind of document that has them.
    #[must_use]
    pub fn holder(self) -> Kind {
        if self == Self::Need { Kind::Persona } else { Kind::Journey }
    }
}

impl Target {
    /// What it was called.
    #[must_use]
    pub fn old(&self) -> &str {
        match &self.what {
            What::Entity(id) => id.id.rsplit('/').next().unwrap_or(&id.id),
            What::Part { id, .. } => id.as_str(),
        }
    }

    /// The entity that is renamed with all its files, if one is.
    #[must_use]
    pub fn entity(&self) -> Option<&EntityId> {
        match &self.what {
            What::Entity(id) => Some(id),
            What::Part { .. } => None,
        }
    }

    /// The same entity by its new id.
    #[must_use]
    pub fn renamed(&self, id: &EntityId) -> EntityId {
        match (&self.what, id.id.split_once('/')) {
            (What::Entity(own), _) if own == id => match id.id.rsplit_once('/') {
                Some((parent, _)) => EntityId::new(id.kind, format!("{parent}/{}", self.new)),
                None => EntityId::new(id.kind, self.new.as_str()),
            },
            // A response goes by its article.
            (What::Entity(own), Some((article, rest)))
                if id.kind == Kind::Response && own.kind == Kind::Article && own.id == article =>
            {
                EntityId::new(id.kind, format!("{}/{rest}", self.new))
            }
            _ => id.clone(),
        }
    }

    fn is_entity(&self, kind: Kind, id: &str) -> bool {
        // A stage goes by its term.
        let kind = if kind == Kind::Stage { Kind::Term } else { kind };
        self.entity().is_some_and(|own| own.kind == kind && own.id == id)
    }

    fn is_part(&self, holder: &EntityId, sort: Sort, at: Option<&str>, part: &str) -> bool {
        matches!(&self.what, What::Part { holder: own, sort: which, at: place, id }
            if own == holder && *which == sort && id.as_str() == part
                && (sort != Sort::Pain || place.as_ref().map(Id::as_str) == at))
    }

    /// `claims-desk`, or `department:claims-desk`, where something of this kind is named.
    #[must_use]
    pub fn reference(&self, kind: Kind, text: &str) -> Option<String> {
        match text.split_once(':') {
            Some((noun, id)) => {
                (noun == kind.noun() && self.is_entity(kind, id.trim())).then(|| format!("{noun}:{}", self.new))
            }
            None => self.is_entity(kind, text).then(|| self.new.to_string()),
        }
    }

    /// `persona:camille`.
    #[must_use]
    pub fn typed(&self, text: &str) -> Option<String> {
        let (noun, _) = text.split_once(':')?;
        self.reference(Kind::from_noun(noun.trim())?, text)
    }

    /// The id of a part of the document `holder`.
    #[must_use]
    pub fn part(&self, holder: &EntityId, sort: Sort, at: Option<&str>, text: &str) -> Option<String> {
        self.is_part(holder, sort, at, text).then(|| self.new.to_string())
    }

    /// `step`, `journey#step`, or `journey` alone, in a document of the journey `here`.
    #[must_use]
    pub fn step(&self, here: &EntityId, text: &str, may_be_journey: bool) -> Option<String> {
        let Some((journey, step)) = text.split_once('#') else {
            return if may_be_journey {
                self.reference(Kind::Journey, text)
            } else {
                self.part(here, Sort::Step, None, text)
            };
        };
        let holder = EntityId::new(Kind::Journey, journey);
        let new_journey = self.reference(Kind::Journey, journey);
        let new_step = self.part(&holder, Sort::Step, None, step);
        (new_journey.is_some() || new_step.is_some())
            .then(|| format!("{}#{}", new_journey.as_deref().unwrap_or(journey), new_step.as_deref().unwrap_or(step)))
    }

    /// `step/pain` or `journey#step/pain`.
    #[must_use]
    pub fn pain(&self, here: &EntityId, text: &str) -> Option<String> {
        let (place, pain) = text.rsplit_once('/')?;
        let (holder, at) = match place.split_once('#') {
            Some((journey, at)) => (EntityId::new(Kind::Journey, journey), at),
            None => (here.clone(), place),
        };
        let new_place = self
            .step(here, place, false)
            .or_else(|| self.part(&holder, Sort::Deviation, None, at).map(|new| place.replace(at, &new)));
        let new_pain = self.part(&holder, Sort::Pain, Some(at), pain);
        (new_place.is_some() || new_pain.is_some())
            .then(|| format!("{}/{}", new_place.as_deref().unwrap_or(place), new_pain.as_deref().unwrap_or(pain)))
    }

    /// `step`, `step/wow` or `touchpoint:id`.
    #[must_use]
    pub fn removal(&self, here: &EntityId, text: &str) -> Option<String> {
        if text.contains(':') {
            return self.typed(text);
        }
        let (step, rest) = text.split_once('/').map_or((text, None), |(step, rest)| (step, Some(rest)));
        let new = self.part(here, Sort::Step, None, step)?;
        Some(rest.map_or(new.clone(), |rest| format!("{new}/{rest}")))
    }

    /// What stands after the `#` of a link to `entity`.
    #[must_use]
    pub fn anchor(&self, entity: &EntityId, anchor: &str) -> Option<String> {
        let What::Part { holder, sort, at, id } = &self.what else { return None };
        if holder != entity {
            return None;
        }
        let new = &self.new;
        match sort {
            Sort::Step if anchor == id.as_str() => Some(new.to_string()),
            Sort::Pain => {
                let at = at.as_ref()?;
                (anchor == format!("pain-{at}-{id}")).then(|| format!("pain-{at}-{new}"))
            }
            _ if anchor == format!("{}-{id}", sort.noun()) => Some(format!("{}-{new}", sort.noun())),
            Sort::Step | Sort::Deviation => {
                anchor.strip_prefix(&format!("pain-{id}-")).map(|pain| format!("pain-{new}-{pain}"))
            }
            _ => None,
        }
    }

    /// The target of a link in the prose of `from`, whose file is `path`.
    #[must_use]
    pub fn address(&self, from: &EntityId, path: &SourcePath, written: &str) -> Option<String> {
        match Address::parse(written) {
            Address::Fragment(anchor) => self.anchor(from, &anchor).map(|new| format!("#{new}")),
            Address::Named { kind, id, part } => self.named(from, &kind, &id, part.as_deref()),
            Address::Path { .. } if !written.starts_with('/') => self.path(path, written),
            _ => None,
        }
    }

    fn named(&self, from: &EntityId, noun: &str, id: &str, part: Option<&str>) -> Option<String> {
        if noun == Sort::Step.noun() {
            let text = part.map_or_else(|| id.to_owned(), |step| format!("{id}#{step}"));
            return self.step(from, &text, false).map(|new| format!("{noun}:{new}"));
        }
        let kind = Kind::from_noun(noun)?;
        let entity = EntityId::new(kind, id);
        let new_id = (self.entity() == Some(&entity)).then(|| self.renamed(&entity).id);
        let new_part = part.and_then(|part| self.anchor(&entity, part));
        if new_id.is_none() && new_part.is_none() {
            return None;
        }
        let id = new_id.as_deref().unwrap_or(id);
        let part = new_part.as_deref().or(part).map_or(String::new(), |part| format!("#{part}"));
        Some(format!("{noun}:{id}{part}"))
    }

    /// A path relative to the file at `from`: the folder or file of what is renamed has another name.
    fn path(&self, from: &SourcePath, written: &str) -> Option<String> {
        let (path, fragment) = written.split_once('#').map_or((written, None), |(path, part)| (path, Some(part)));
        let owner = match &self.what {
            What::Entity(id) => id,
            What::Part { holder, .. } => holder,
        };
        let base = base_of(owner)?;
        let mut at: Vec<&str> = from.parent().split('/').filter(|part| !part.is_empty()).collect();
        let mut parts: Vec<String> = Vec::new();
        let (mut is_moved, mut leads_there) = (false, false);
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    at.pop();
                }
                name => at.push(name),
            }
            let here = at.join("/");
            let rest = here.strip_prefix(&base).filter(|rest| rest.is_empty() || rest.starts_with(['.', '/']));
            leads_there = rest.is_some_and(|rest| matches!(rest, "" | "/index.md") || rest.ends_with(".md"));
            let is_here = rest.is_some_and(|rest| rest.is_empty() || (rest.starts_with('.') && rest.ends_with(".md")));
            if is_here && !is_moved && self.entity().is_some() && part != ".." && part != "." {
                is_moved = true;
                parts.push(part.replacen(self.old(), self.new.as_str(), 1));
            } else {
                parts.push(part.to_owned());
            }
        }
        let anchor = fragment.and_then(|fragment| self.anchor(owner, fragment).filter(|_| leads_there));
        if !is_moved && anchor.is_none() {
            return None;
        }
        let fragment = anchor.as_deref().or(fragment).map_or(String::new(), |fragment| format!("#{fragment}"));
        Some(format!("{}{fragment}", parts.join("/")))
    }

    /// The key of a string of `subject`: a document, or the vocabulary of a kind.
    #[must_use]
    pub fn key(&self, subject: &EntityId, key: &str) -> TextKey {
        let mut parts: Vec<String> = key.split('.').map(str::to_owned).collect();
        if let What::Part { holder, sort, at, id } = &self.what
            && holder == subject
        {
            let at = at.as_ref().map(Id::as_str);
            match sort {
                Sort::Pain => {
                    if let [_, place, field, pain, ..] = &mut parts[..]
                        && Some(place.as_str()) == at
                        && field == "pains"
                        && pain == id.as_str()
                    {
                        *pain = self.new.to_string();
                    }
                }
                _ => {
                    if let [field, own, ..] = &mut parts[..]
                        && field == sort.field()
                        && own == id.as_str()
                    {
                        *own = self.new.to_string();
                    }
                }
            }
        }
        if let Some(entity) = self.entity() {
            // What departments do is keyed by their ids.
            if entity.kind == Kind::Department
                && let [.., field, own] = &mut parts[..]
                && matches!(field.as_str(), "frontstage" | "backstage")
                && *own == entity.id
            {
                *own = self.new.to_string();
            }
            if subject.kind == entity.kind
                && !entity.kind.is_document()
                && let Some(own) = parts.first_mut()
                && *own == entity.id
            {
                *own = self.new.to_string();
            }
        }
        parts.join(".").into()
    }
}

/// Where the files of a document lie: its folder, or its file without the suffix.
#[must_use]
pub fn base_of(id: &EntityId) -> Option<String> {
    if !id.kind.is_document() {
        return None;
    }
    let folder = FOLDERS.iter().find(|kind| **kind == id.kind).map(|kind| format!("{}/", kind.plural()));
    Some(format!("content/{}{}", folder.unwrap_or_default(), id.id))
}
