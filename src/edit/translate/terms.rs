//! Words of a term base to the glossary that has them too.
//!
//! Words are added: a concept, a language of a concept, an admitted word, one to avoid. What the
//! glossary says already stays, and where the two differ is said; nothing a person wrote is changed.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::fields::{plain, tree};
use super::{Done, Refused, Setting, term_names};
use crate::base::{Direction, Id, Locale, TextRange, count, forbidden_characters};
use crate::content::Kind;
use crate::content::vocabulary::{Entry, Term, TermForm};
use crate::content::yaml::{Key, Node, Value};
use crate::translation::replace;

/// What a term base says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermBase {
    /// Its words.
    pub words: Vec<TermWord>,
    /// What is said to translators, by concept.
    pub notes: BTreeMap<String, String>,
    /// What the glossary has no field for.
    pub beside: Vec<Beside>,
    /// How many such fields mean nothing outside their file.
    pub left_out: usize,
}

/// A field of a term base that the glossary has none for. It is kept and goes out again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The concept.
    pub id: String,
    /// The tag of the language, if it is said of one.
    pub language: Option<String>,
    /// The word, if it is said of one.
    pub term: Option<String>,
    /// The element as it is written.
    pub xml: String,
}

/// One word of a term base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermWord {
    /// The concept.
    pub id: String,
    /// The tag of the language.
    pub language: String,
    /// The word.
    pub term: String,
    /// Whether it is to be used.
    pub standing: Standing,
    /// What the concept is, in this language.
    pub definition: Option<String>,
}

/// Whether a word is to be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is the one to use.
    Preferred,
    /// It may be used.
    Admitted,
    /// It is not to be used.
    Deprecated,
}

/// What a term base says of a concept in one language.
#[derive(Default)]
struct Form<'a> {
    term: Option<&'a str>,
    also: Vec<&'a str>,
    avoid: Vec<&'a str>,
    definition: Option<&'a str>,
    beside: Vec<&'a str>,
    beside_words: IndexMap<&'a str, Vec<&'a str>>,
}

/// What a term base says of a concept.
#[derive(Default)]
struct Concept<'a> {
    forms: BTreeMap<Locale, Form<'a>>,
    note: Option<&'a str>,
    beside: Vec<&'a str>,
}

/// Longer words are none, in bytes: YAML takes no key of more than 1,024.
const LONGEST: usize = 500;

/// Where a glossary keeps the fields of term bases that it has none for.
pub const BESIDE: &str = "x-tbx";
/// The same for fields of single words: lists by word.
pub const BESIDE_WORDS: &str = "x-tbx-words";

/// Adds the words of a term base to the glossary.
///
/// # Errors
///
/// There is no glossary, or it cannot be read.
pub fn take_terms(setting: &Setting<'_>, base: &TermBase) -> Result<Done, Refused> {
    let files = &setting.documents.vocabulary;
    let glossary = files.iter().find(|file| file.kind == Kind::Term);
    let glossary =
        glossary.ok_or_else(|| Refused::new("this site has no glossary; `cxbook new term ID` starts one"))?;
    let text = setting.text(&glossary.path)?;
    let Value::Map(entries) = tree(&glossary.path, text)?.value else {
        return Err(Refused::new(format_args!("{} holds no terms", glossary.path)));
    };
    let mut concepts: IndexMap<&str, Concept<'_>> = IndexMap::new();
    let mut done = Done::default();
    let mut strangers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut odd = 0;
    let source = &setting.config.source_language;
    let (languages, mut told) = term_names::languages(base, setting.config);
    let (ids, named) = term_names::ids(base, glossary, &languages, source);
    told.extend(named);
    for word in &base.words {
        if word.term.len() > LONGEST || !forbidden_characters(&word.term, Direction::Ltr).is_empty() {
            odd += 1;
            continue;
        }
        let Some(locale) = languages.get(word.language.as_str()) else {
            *strangers.entry(&word.language).or_default() += 1;
            continue;
        };
        let id = ids.get(word.id.as_str()).map_or(word.id.as_str(), String::as_str);
        let form = concepts.entry(id).or_default().forms.entry(locale.clone()).or_default();
        let definition = word.definition.as_deref();
        let is_seen = |text: &&str| forbidden_characters(text, Direction::Ltr).is_empty();
        odd += usize::from(definition.is_some_and(|text| !is_seen(&text)));
        form.definition = form.definition.or(definition.filter(is_seen));
        if form.has(&word.term) {
            continue;
        }
        match word.standing {
            Standing::Preferred if form.term.is_none() => form.term = Some(&word.term),
            Standing::Preferred | Standing::Admitted => form.also.push(&word.term),
            Standing::Deprecated => form.avoid.push(&word.term),
        }
    }
    let id_of = |id: &str| ids.get(id).map_or_else(|| id.to_owned(), Clone::clone);
    for one in &base.beside {
        let Some(concept) = concepts.get_mut(id_of(&one.id).as_str()) else { continue };
        match &one.language {
            None => concept.beside.push(&one.xml),
            Some(language) => {
                let form = languages.get(language.as_str()).and_then(|locale| concept.forms.get_mut(locale));
                match (form, &one.term) {
                    (Some(form), None) => form.beside.push(&one.xml),
                    (Some(form), Some(term)) => form.beside_words.entry(term).or_default().push(&one.xml),
                    (None, _) => {}
                }
            }
        }
    }
    for (id, note) in &base.notes {
        if let Some(concept) = concepts.get_mut(id_of(id).as_str()) {
            concept.note = Some(note);
        }
    }
    let known = &glossary.parsed.extensions;
    let mut glossary_edit = Addition {
        text,
        entries: &entries,
        known,
        changes: Vec::new(),
        added: 0,
        added_texts: 0,
        beside: 0,
        notes: Vec::new(),
    };
    for (id, concept) in &concepts {
        let known = glossary.parsed.entries.get(*id).and_then(|entry| match &entry.entry {
            Entry::Term(term) => Some(term),
            _ => None,
        });
        match (known, entries.iter().find(|(key, _)| key.text == *id)) {
            (Some(term), Some(place)) => glossary_edit.concept(id, term, place, concept),
            _ => glossary_edit.new_concept(id, concept, source),
        }
    }
    let Addition { changes, added, added_texts, beside, notes, .. } = glossary_edit;
    let changes_nothing = added_texts == 0;
    let changes: Vec<(TextRange, &str)> = changes.iter().map(|(range, new)| (*range, new.as_str())).collect();
    let text = replace(text, &changes);
    let most = setting.config.limits.page_bytes;
    if text.len() > most {
        return Err(Refused::new(format_args!(
            "{} would have {} bytes with it, more than the {most} that a file may have; import a part, or raise `page-bytes` \
             below `[limits]` in book.toml",
            glossary.path,
            text.len()
        )));
    }
    done.edits.extend(setting.edit(&glossary.path, text));
    done.did.push(match added {
        0 if changes_nothing => format!("{} has all of it", glossary.path),
        added => format!("added {} to {}", count(added, "word"), glossary.path),
    });
    if added_texts > 0 {
        done.did.push(format!("added {} of known terms", count(added_texts, "definition or note")));
    }
    if beside > 0 {
        let fields = count(beside, "field");
        done.did
            .push(format!("kept {fields} that the glossary has none for: `{BESIDE}` goes out with the next export"));
    }
    done.did.extend(told);
    done.did.extend(term_names::some(notes));
    if odd > 0 {
        done.did.push(format!(
            "left out {} longer than {LONGEST} bytes, or with characters that are not seen",
            count(odd, "text")
        ));
    }
    if base.left_out > 0 {
        done.did.push(format!("left out {} that mean nothing outside their file", count(base.left_out, "field")));
    }
    for (language, number) in strangers {
        let whose = match language {
            "" => "that say no language".to_owned(),
            language => format!("of `{language}`, which is no language of this site"),
        };
        done.did.push(format!("left out {} {whose}", count(number, "word")));
    }
    if added > 0 {
        done.next.push("look at the changes, then see with `cxbook check` where the new words matter".to_owned());
    }
    Ok(done)
}

struct Addition<'a> {
    text: &'a str,
    entries: &'a [(Key, Node)],
    /// The fields of the glossary that start with `x-`.
    known: &'a IndexMap<String, serde_json::Value>,
    changes: Vec<(TextRange, String)>,
    added: usize,
    /// How many definitions and notes of known terms.
    added_texts: usize,
    /// How many fields are kept that the glossary has none for.
    beside: usize,
    notes: Vec<String>,
}

impl Addition<'_> {
    /// Adds to a concept that is there.
    fn concept(&mut self, id: &str, term: &Term, (key, node): &(Key, Node), concept: &Concept<'_>) {
        let Value::Map(fields) = &node.value else { return };
        let end = self.end(self.entries, key, self.text.len());
        for (locale, form) in &concept.forms {
            let Some(known) = term.forms.get(locale) else {
                if node.is_flow(self.text) {
                    self.notes.push(format!("`{id}` stands on one line: add `{locale}` by hand"));
                } else if let Some(written) = written(form, locale, self.indent(fields)) {
                    self.added += form.words();
                    self.beside += form.fields();
                    self.insert(end, &written);
                } else {
                    self.notes.push(format!("`{id}` in `{locale}` has no preferred word, and was left out"));
                }
                continue;
            };
            if let Some(other) = form.term.filter(|word| !is_known(known, word)) {
                let kept = &known.term.value;
                self.notes.push(format!("`{id}` in `{locale}` stays `{kept}`; the file says `{other}`"));
            }
            let Some((key, node)) = fields.iter().find(|(key, _)| key.text == locale.as_str()) else { continue };
            let Value::Map(parts) = &node.value else { continue };
            let end = self.end(fields, key, end);
            let definition = known.definition.as_ref().map(|known| known.value.as_str());
            self.text_of(
                &format!("`{id}` in `{locale}`"),
                "definition",
                definition,
                form.definition,
                (node, parts),
                end,
            );
            let is_used = |word: &&&str| {
                let used = [&known.term].into_iter().chain(&known.also).chain(&known.forms).chain(&known.short);
                used.into_iter().any(|used| used.value == **word)
            };
            if let Some(word) = form.avoid.iter().find(is_used) {
                self.notes.push(format!("`{id}` in `{locale}` goes on using `{word}`, which the file tells to avoid"));
            }
            for (name, words) in [("also", &form.also), ("avoid", &form.avoid)] {
                let new: Vec<&str> = words.iter().copied().filter(|word| !is_known(known, word)).collect();
                if !new.is_empty() && self.list(&format!("`{id}` in `{locale}`"), name, &new, (node, parts), end) {
                    self.added += new.len();
                }
            }
            self.beside(&format!("{id}.{locale}"), &form.beside, (node, parts), end);
            self.beside_words(&format!("{id}.{locale}"), &form.beside_words, (node, parts), end);
        }
        let note = term.note.as_ref().map(|known| known.value.as_str());
        self.text_of(&format!("`{id}`"), "note", note, concept.note, (node, fields), end);
        self.beside(id, &concept.beside, (node, fields), end);
    }

    /// Adds a text that the glossary does not have; says so where it has another.
    fn text_of(
        &mut self,
        of: &str,
        name: &str,
        known: Option<&str>,
        new: Option<&str>,
        (map, parts): (&Node, &[(Key, Node)]),
        end: usize,
    ) {
        let is_same = |known: &str, new: &str| known.split_whitespace().eq(new.split_whitespace());
        match (known, new) {
            (_, None) => {}
            (Some(known), Some(new)) if is_same(known, new) => {}
            (Some(_), Some(_)) => self.notes.push(format!("{of} keeps its `{name}`; the file has another")),
            (None, Some(new)) if map.is_flow(self.text) || parts.iter().any(|(key, _)| key.text == name) => {
                self.notes.push(format!("{of}: add its `{name}` by hand: {new}"));
            }
            (None, Some(new)) => {
                let line = format!("{}{name}: {}\n", self.indent(parts), serde_json::Value::from(new));
                self.insert(end, &line);
                self.added_texts += 1;
            }
        }
    }

    /// Keeps what the glossary has no field for, unless it has it already.
    fn beside(&mut self, key: &str, fields: &[&str], place: (&Node, &[(Key, Node)]), end: usize) {
        let new: Vec<&str> = fields.iter().copied().filter(|xml| !self.has(&format!("{key}.{BESIDE}"), xml)).collect();
        if !new.is_empty() && self.list(&format!("`{key}`"), BESIDE, &new, place, end) {
            self.beside += new.len();
        }
    }

    /// The same for fields of single words.
    fn beside_words(
        &mut self,
        key: &str,
        words: &IndexMap<&str, Vec<&str>>,
        (form, parts): (&Node, &[(Key, Node)]),
        end: usize,
    ) {
        let has = |word: &str, xml: &str| {
            let lists = self.known.get(&format!("{key}.{BESIDE_WORDS}")).and_then(|lists| lists.get(word));
            lists.and_then(serde_json::Value::as_array).is_some_and(|list| list.iter().any(|one| one == xml))
        };
        let new: usize = words.iter().map(|(word, fields)| fields.iter().filter(|xml| !has(word, xml)).count()).sum();
        if new == 0 {
            return;
        }
        if form.is_flow(self.text) || parts.iter().any(|(key, _)| key.text == BESIDE_WORDS) {
            self.notes.push(format!("`{key}`: {} of words are not in its `{BESIDE_WORDS}`", count(new, "field")));
            return;
        }
        let lines = beside_words(words, self.indent(parts));
        self.insert(end, &lines);
        self.beside += new;
    }

    fn has(&self, key: &str, xml: &str) -> bool {
        let list = self.known.get(key).and_then(serde_json::Value::as_array);
        list.is_some_and(|list| list.iter().any(|one| one == xml))
    }

    /// Adds to a list; says how to do it by hand where it cannot.
    fn list(&mut self, of: &str, name: &str, new: &[&str], (map, parts): (&Node, &[(Key, Node)]), end: usize) -> bool {
        let list: Vec<String> = new.iter().map(|word| plain(word)).collect();
        let list = list.join(", ");
        match parts.iter().find(|(key, _)| key.text == name) {
            Some((_, node)) if node.is_flow(self.text) && matches!(node.value, Value::List(_)) => {
                let Value::List(items) = &node.value else { return false };
                let comma = if items.is_empty() { "" } else { ", " };
                let last = items.last().map_or(node.range.start(), |item| item.range.end());
                let close = self.text[last..].find(']').map(|at| last + at);
                let Some(close) = close else { return false };
                self.changes.push((TextRange::at(close), format!("{comma}{list}")));
            }
            None if !map.is_flow(self.text) => {
                self.insert(end, &format!("{}{name}: [{list}]\n", self.indent(parts)));
            }
            _ => {
                self.notes.push(format!("{of}: add to `{name}` by hand: {list}"));
                return false;
            }
        }
        true
    }

    /// Adds a concept at the end of the file.
    fn new_concept(&mut self, id: &str, concept: &Concept<'_>, source: &Locale) {
        let forms = &concept.forms;
        if Id::parse(id).is_err() {
            self.notes.push(format!("`{id}` cannot be the id of a term, and was left out"));
            return;
        }
        if forms.get(source).is_none_or(|form| form.term.is_none()) {
            self.notes.push(format!("`{id}` has no preferred word in `{source}`, and was left out"));
            return;
        }
        let mut text = format!("\n{id}:\n");
        let others = forms.iter().filter(|(locale, _)| *locale != source);
        for (locale, form) in forms.get_key_value(source).into_iter().chain(others) {
            if let Some(written) = written(form, locale, "  ") {
                text.push_str(&written);
                self.added += form.words();
                self.beside += form.fields();
            } else {
                self.notes.push(format!("`{id}` in `{locale}` has no preferred word, and was left out"));
            }
        }
        if let Some(note) = concept.note {
            text.push_str(&format!("  note: {}\n", serde_json::Value::from(note)));
        }
        if !concept.beside.is_empty() {
            text.push_str(&format!("  {BESIDE}: {}\n", super::fields::list(concept.beside.iter().copied())));
            self.beside += concept.beside.len();
        }
        self.insert(self.text.len(), &text);
    }

    /// Inserts whole lines.
    fn insert(&mut self, at: usize, lines: &str) {
        let starts_line = at == 0 || self.text[..at].ends_with('\n');
        let same = self.changes.iter_mut().find(|(range, _)| *range == TextRange::at(at));
        match same {
            Some((_, before)) => before.push_str(lines),
            None => {
                let start = if starts_line { "" } else { "\n" };
                self.changes.push((TextRange::at(at), format!("{start}{lines}")));
            }
        }
    }

    /// Where the value of `key` ends: at the next key among its own, before blank lines and comments.
    fn end(&self, entries: &[(Key, Node)], key: &Key, last: usize) -> usize {
        let next = entries.iter().map(|(other, _)| other.range.start()).filter(|at| *at > key.range.start()).min();
        let mut end = next.map_or(last, |next| self.text[..next].rfind('\n').map_or(0, |at| at + 1));
        loop {
            let before = self.text[..end].strip_suffix('\n').unwrap_or(&self.text[..end]);
            let start = before.rfind('\n').map_or(0, |at| at + 1);
            let line = before[start..].trim();
            if end == 0 || !(line.is_empty() || line.starts_with('#')) {
                return end;
            }
            end = start;
        }
    }

    /// The spaces before the fields of a map.
    fn indent(&self, fields: &[(Key, Node)]) -> &str {
        let start = fields.first().map_or(0, |(key, _)| key.range.start());
        let line = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        &self.text[line..start]
    }
}

impl Form<'_> {
    /// Whether the term base has said a word of it already.
    fn has(&self, word: &str) -> bool {
        self.term == Some(word) || self.also.iter().chain(&self.avoid).any(|known| *known == word)
    }

    fn words(&self) -> usize {
        usize::from(self.term.is_some()) + self.also.len() + self.avoid.len()
    }

    /// How many fields it has that the glossary has none for.
    fn fields(&self) -> usize {
        self.beside.len() + self.beside_words.values().map(Vec::len).sum::<usize>()
    }
}

/// A language of a concept as it stands in the glossary.
fn written(form: &Form<'_>, locale: &Locale, indent: &str) -> Option<String> {
    let mut text = format!("{indent}{locale}:\n{indent}  term: {}\n", plain(form.term?));
    if let Some(definition) = form.definition {
        text.push_str(&format!("{indent}  definition: {}\n", serde_json::Value::from(definition)));
    }
    for (name, words) in [("also", &form.also), ("avoid", &form.avoid)] {
        if !words.is_empty() {
            text.push_str(&format!("{indent}  {name}: {}\n", super::fields::list(words.iter().copied())));
        }
    }
    if !form.beside.is_empty() {
        text.push_str(&format!("{indent}  {BESIDE}: {}\n", super::fields::list(form.beside.iter().copied())));
    }
    if !form.beside_words.is_empty() {
        text.push_str(&beside_words(&form.beside_words, &format!("{indent}  ")));
    }
    Some(text)
}

/// The fields of single words as they stand in the glossary.
fn beside_words(words: &IndexMap<&str, Vec<&str>>, indent: &str) -> String {
    let mut text = format!("{indent}{BESIDE_WORDS}:\n");
    for (word, fields) in words {
        text.push_str(&format!("{indent}  {}: {}\n", plain(word), super::fields::list(fields.iter().copied())));
    }
    text
}

/// Whether the glossary has a word of a form, in whatever role.
fn is_known(form: &TermForm, word: &str) -> bool {
    let lists = form.also.iter().chain(&form.avoid).chain(&form.avoid_exactly).chain(&form.forms).chain(&form.short);
    [&form.term].into_iter().chain(lists).any(|known| known.value == word)
}
