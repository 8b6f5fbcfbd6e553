//! A file to the places in it that name what is renamed, with what is to stand there.
//!
//! The tables that drive the reader say which fields hold references, so a new field needs nothing here.

use std::collections::BTreeMap;

use super::target::{Sort, Target};
use crate::base::{SourcePath, TextRange};
use crate::content::identity::{EntityId, Kind};
use crate::content::read::overlay::OVERLAY;
use crate::content::read::step::STEP;
use crate::content::read::{self, vocabulary};
use crate::content::shape::{Shape, Type};
use crate::content::yaml::{self, Node, Value};
use crate::markdown::{Body, inline};

/// All steps of a translated journey, whatever their phase.
static STEPS: Type = Type::Map(&Type::Object(&STEP));

/// The changes to one file.
pub struct Walk<'a> {
    target: &'a Target,
    path: &'a SourcePath,
    text: &'a str,
    /// What the file is about; of a vocabulary, its kind without an id.
    entity: EntityId,
    /// Of a journey, whose it is.
    persona: Option<EntityId>,
    /// What stands where afterwards.
    pub changes: BTreeMap<TextRange, String>,
    /// References that could not be told apart from the text around them.
    pub unclear: Vec<TextRange>,
}

/// Where the walk is in a document.
#[derive(Clone, Copy)]
struct At<'n> {
    /// The name of the field.
    field: &'n str,
    /// The step or deviation around it.
    place: Option<&'n str>,
}

impl<'a> Walk<'a> {
    /// Starts on the file at `path`.
    #[must_use]
    pub fn new(
        target: &'a Target,
        path: &'a SourcePath,
        text: &'a str,
        entity: EntityId,
        persona: Option<EntityId>,
    ) -> Self {
        Self { target, path, text, entity, persona, changes: BTreeMap::new(), unclear: Vec::new() }
    }

    /// The front matter of a source, or of a translation.
    pub fn front_matter(&mut self, node: &Node, is_translation: bool) {
        let Value::Map(entries) = &node.value else { return };
        self.comments(node);
        let own = read::shape_of(self.entity.kind);
        for (key, value) in entries {
            let at = At { field: &key.text, place: None };
            if is_translation && self.entity.kind == Kind::Journey && key.text == "steps" {
                self.value(&STEPS, value, at);
            } else if let Some(field) =
                own.field(&key.text).or_else(|| OVERLAY.field(&key.text).filter(|_| is_translation))
            {
                self.value(&field.value, value, at);
            }
        }
        if is_translation {
            self.people(node);
        }
    }

    /// A vocabulary file.
    pub fn vocabulary(&mut self, node: &Node, is_translation: bool) {
        let Value::Map(entries) = &node.value else { return };
        self.comments(node);
        let kind = self.entity.kind;
        for (key, value) in entries {
            if is_translation && key.text == "translation" {
                continue;
            }
            if let Some(new) = self.target.reference(kind, &key.text) {
                self.written(key.range, &key.text, &new);
            }
            let at = At { field: "", place: None };
            if kind == Kind::Term {
                self.term(value);
            } else {
                self.object(vocabulary::shape_of(kind), value, at);
            }
        }
        if is_translation {
            self.people(node);
        }
    }

    /// The waivers in comments, down to where the YAML ends.
    fn comments(&mut self, node: &Node) {
        let end = node.range.end();
        let rest = self.text.get(end..).unwrap_or_default();
        let end = end + rest.find("\n---").unwrap_or(rest.len());
        for comment in yaml::comments(self.text, TextRange::new(0, end)) {
            if comment.of(self.text).contains("l10n:ok") {
                self.waiver(comment);
            }
        }
    }

    /// A waiver of a term names it by its id.
    fn waiver(&mut self, range: TextRange) {
        let written = range.of(self.text);
        let Some((before, rest)) = written.split_once("TERM") else { return };
        let Some(id) = rest.split_whitespace().next().map(|id| id.trim_end_matches("-->")) else { return };
        if let (Some(new), Some(at)) = (self.target.reference(Kind::Term, id), rest.find(id)) {
            let start = range.start() + before.len() + "TERM".len() + at;
            self.changes.insert(TextRange::new(start, start + id.len()), new);
        }
    }

    fn term(&mut self, node: &Node) {
        let Value::Map(entries) = &node.value else { return };
        for (key, value) in entries {
            let at = At { field: &key.text, place: None };
            if let Some(field) = vocabulary::TERM.field(&key.text) {
                self.value(&field.value, value, at);
            } else if let Value::Map(form) = &value.value {
                let definition = form.iter().find(|(key, _)| key.text == "definition");
                if let Some((_, definition)) = definition {
                    self.prose(definition);
                }
            }
        }
    }

    /// Who translated and who read it may be ids of authors.
    fn people(&mut self, node: &Node) {
        let find = |node: &'_ Node, name: &str| -> Option<Node> {
            let Value::Map(entries) = &node.value else { return None };
            entries.iter().find(|(key, _)| key.text == name).map(|(_, value)| value.clone())
        };
        let Some(block) = find(node, "translation") else { return };
        for field in ["by", "reviewer"].iter().filter_map(|name| find(&block, name)) {
            for person in read::values::items(&field) {
                self.scalar(person, |target, text| target.reference(Kind::Author, text));
            }
        }
    }

    /// The Markdown below the front matter.
    pub fn body(&mut self, body: &Body) {
        for reference in &body.references {
            let Some(new) = self.target.address(&self.entity, self.path, &reference.target) else { continue };
            if reference.range.of(self.text) == reference.target {
                self.changes.insert(reference.range, new);
            } else {
                self.unclear.push(reference.range);
            }
        }
        for directive in &body.directives {
            if directive.text.strip_prefix("ok").is_some_and(|rest| rest.trim_start().starts_with("TERM")) {
                self.waiver(directive.range);
            }
        }
    }

    fn value(&mut self, value: &'static Type, node: &Node, at: At<'_>) {
        let here = self.entity.clone();
        match value {
            Type::Text(_) => self.prose(node),
            Type::Ref(kind) => self.scalar(node, |target, text| target.reference(*kind, text)),
            Type::TypedRef(_) => self.scalar(node, Target::typed),
            Type::JourneyRef => self.scalar(node, |target, text| target.step(&here, text, true)),
            Type::StepRef | Type::ParentRef => self.scalar(node, |target, text| target.step(&here, text, false)),
            Type::PainRef => self.scalar(node, |target, text| target.pain(&here, text)),
            Type::Removal => self.scalar(node, |target, text| target.removal(&here, text)),
            Type::Local(what) => {
                let (sort, holder) = match *what {
                    "step" => (Sort::Step, here),
                    "information" => (Sort::Information, here),
                    "evidence" => (Sort::Evidence, here),
                    "need of the persona" => match self.persona.clone() {
                        Some(persona) => (Sort::Need, persona),
                        None => return,
                    },
                    _ => return,
                };
                self.scalar(node, |target, text| target.part(&holder, sort, None, text));
            }
            Type::List(inner) => {
                for item in read::values::items(node) {
                    self.value(inner, item, at);
                }
            }
            Type::Map(inner) => self.map(inner, node, at),
            Type::By(kind, inner) => {
                let Value::Map(entries) = &node.value else { return };
                for (key, value) in entries {
                    if let Some(new) = self.target.reference(*kind, &key.text) {
                        self.written(key.range, &key.text, &new);
                    }
                    self.value(inner, value, at);
                }
            }
            Type::ByLanguage(inner) => {
                let Value::Map(entries) = &node.value else { return };
                for (_, value) in entries {
                    self.value(inner, value, at);
                }
            }
            Type::Object(shape) => self.object(shape, node, at),
            Type::OneOf(types) => {
                for value in *types {
                    self.value(value, node, at);
                }
            }
            _ => {}
        }
    }

    fn map(&mut self, inner: &'static Type, node: &Node, at: At<'_>) {
        let Value::Map(entries) = &node.value else { return };
        let sort = match at.field {
            "phases" => Some(Sort::Phase),
            "steps" => Some(Sort::Step),
            "pains" => Some(Sort::Pain),
            "information" => Some(Sort::Information),
            "deviations" => Some(Sort::Deviation),
            "opportunities" => Some(Sort::Opportunity),
            "evidence" => Some(Sort::Evidence),
            "needs" => Some(Sort::Need),
            _ => None,
        };
        for (key, value) in entries {
            let new = sort.and_then(|sort| self.target.part(&self.entity, sort, at.place, &key.text));
            if let Some(new) = new {
                self.written(key.range, &key.text, &new);
            }
            let is_place = matches!(sort, Some(Sort::Step | Sort::Deviation));
            let place = if is_place { Some(key.text.as_str()) } else { at.place };
            self.value(inner, value, At { place, ..at });
        }
    }

    fn object(&mut self, shape: &'static Shape, node: &Node, at: At<'_>) {
        match &node.value {
            Value::Map(entries) => {
                for (key, value) in entries {
                    if let Some(field) = shape.field(&key.text) {
                        self.value(&field.value, value, At { field: &key.text, ..at });
                    }
                }
            }
            Value::Scalar(_) => {
                if let Some(main) = shape.main.and_then(|main| shape.field(main)) {
                    self.value(&main.value, node, at);
                }
            }
            _ => {}
        }
    }

    fn scalar(&mut self, node: &Node, new: impl Fn(&Target, &str) -> Option<String>) {
        let Value::Scalar(scalar) = &node.value else { return };
        if let Some(new) = new(self.target, scalar.text.trim()) {
            self.written(node.range, scalar.text.trim(), &new);
        }
    }

    /// Puts `new` in the place of `old`, which stands at `range`, perhaps in quotes.
    fn written(&mut self, range: TextRange, old: &str, new: &str) {
        match range.of(self.text).find(old) {
            Some(at) => {
                let start = range.start() + at;
                self.changes.insert(TextRange::new(start, start + old.len()), new.to_owned());
            }
            None => self.unclear.push(range),
        }
    }

    /// One text of front matter or vocabulary.
    fn prose(&mut self, node: &Node) {
        let Value::Scalar(scalar) = &node.value else { return };
        let written = node.range.of(self.text);
        for (old, new) in self.targets(&scalar.text) {
            let places = links_to(written, &old);
            if places.is_empty() {
                self.unclear.push(node.range);
            }
            for at in places {
                let start = node.range.start() + at;
                self.changes.insert(TextRange::new(start, start + old.len()), new.clone());
            }
        }
    }

    /// The links of one line that are to lead elsewhere, each once.
    fn targets(&self, text: &str) -> BTreeMap<String, String> {
        if !text.contains(['[', '<']) {
            return BTreeMap::new();
        }
        let line = inline(text);
        let new = |old: &str| self.target.address(&self.entity, self.path, old);
        line.references.iter().filter_map(|link| Some((link.target.clone(), new(&link.target)?))).collect()
    }

    /// A text with its links led to where they are to lead: for what is in no file as it stands.
    #[must_use]
    pub fn line(&self, text: &str) -> String {
        let mut line = text.to_owned();
        for (old, new) in self.targets(text) {
            for at in links_to(&line, &old).into_iter().rev() {
                line.replace_range(at..at + old.len(), &new);
            }
        }
        line
    }
}

/// Where `target` stands as the target of a link.
fn links_to(text: &str, target: &str) -> Vec<usize> {
    let is_bounded = |at: &usize| {
        let (before, after) = (text[..*at].chars().next_back(), text[at + target.len()..].chars().next());
        before.is_some_and(|letter| matches!(letter, '[' | '(' | '<'))
            && after.is_some_and(|letter| matches!(letter, ']' | ')' | '|' | '>') || letter.is_whitespace())
    };
    text.match_indices(target).map(|(at, _)| at).filter(is_bounded).collect()
}
