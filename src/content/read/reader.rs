//! A tree of nodes to typed values, one field at a time, with every fault noted on the way.
//!
//! A reader never stops: a value that cannot be read is reported and absent, and the next field is
//! read as if nothing had happened. Which fields there are, and what each may hold, stands in the
//! [`Shape`] of the type; asking for a field that is not in it is a mistake of ours, and so is
//! leaving one out, which debug builds refuse.

use std::cell::Cell;
use std::sync::Arc;

use indexmap::IndexMap;

use crate::base::{Id, SourcePath, Span, Spanned, TextRange, nearest};
use crate::content::shape::{Field, Need, Shape, Type};
use crate::content::text::{Localizable, SORT_AS, Text, TextKey};
use crate::content::yaml::{Key, Node, Scalar, Value};
use crate::diagnostic::{Diagnostic, Name};

/// The field with the former ids of an entry.
const RENAMED_FROM: &str = "renamed-from";

/// What one file's typed readers share.
pub struct Reader<'a> {
    /// The file.
    pub path: &'a SourcePath,
    /// Its text.
    pub source: &'a str,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
    /// Its translatable strings.
    pub texts: Localizable,
    /// Former ids of its entries, by their keys: `steps.wait`.
    pub renamed: IndexMap<TextKey, Vec<Spanned<Id>>>,
    /// Its fields that start with `x-`, by their keys: `x-ticket`, `steps.wait.x-ticket`.
    pub extensions: IndexMap<String, serde_json::Value>,
    /// Whether something that other parts may name could not be read, and was reported.
    pub has_lost: bool,
}

/// The fields of one map, each with its place.
pub struct Fields<'n> {
    shape: &'static Shape,
    entries: Vec<Entry<'n>>,
    /// Where its id or name stands: the place of what is missing.
    pub place: TextRange,
    /// Put before the names of its fields to make the keys of its texts; ends with a dot.
    pub prefix: String,
    asked: Cell<u64>,
}

/// One field that was written.
#[derive(Clone, Copy)]
pub struct Entry<'n> {
    /// The name.
    pub key: &'n str,
    /// Where the name stands.
    pub range: TextRange,
    /// The value.
    pub node: &'n Node,
}

impl<'a> Reader<'a> {
    /// Starts on a file.
    #[must_use]
    pub fn new(path: &'a SourcePath, source: &'a str) -> Self {
        Self {
            path,
            source,
            diagnostics: Vec::new(),
            texts: Localizable::new(),
            renamed: IndexMap::new(),
            extensions: IndexMap::new(),
            has_lost: false,
        }
    }

    /// A problem of this file.
    pub fn fault(&self, name: Name, range: TextRange, message: impl ToString) -> Diagnostic {
        Diagnostic::new(name, Span::new(self.path, range), message)
    }

    /// A place in this file.
    #[must_use]
    pub fn span(&self, range: TextRange) -> Span {
        Span::new(self.path, range)
    }

    /// Notes a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Whether anything was found that forbids publishing.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|found| found.severity == crate::diagnostic::Severity::Error)
    }

    /// The fields of `node`, with the unknown, repeated, empty and missing ones reported.
    ///
    /// A single value where a map may be is the short form of the shape's main field.
    pub fn fields<'n>(
        &mut self,
        node: &'n Node,
        shape: &'static Shape,
        place: TextRange,
        prefix: impl Into<String>,
    ) -> Option<Fields<'n>> {
        let entries = match (&node.value, shape.main) {
            (Value::Map(entries), _) => {
                let written = entries.iter().map(|(key, node)| Entry { key: &key.text, range: key.range, node });
                self.known(written.collect(), shape, node)
            }
            (Value::Scalar(_), Some(main)) => vec![Entry { key: main, range: place, node }],
            _ => {
                self.wrong_type(node, &format!("the fields of {}", with_article(shape.name)));
                if let (Value::Scalar(_) | Value::List(_), Some(found)) = (&node.value, self.diagnostics.last_mut())
                    && found.help.is_none()
                {
                    found.help = Some(format!("write its fields: `{{ {} }}`", needed(shape)));
                }
                self.has_lost = true;
                return None;
            }
        };
        let fields = Fields { shape, entries, place, prefix: prefix.into(), asked: Cell::new(0) };
        if let Value::Map(entries) = &node.value {
            for (key, value) in entries.iter().filter(|(key, _)| key.text.starts_with("x-")) {
                self.extensions.insert(format!("{}{}", fields.prefix, key.text), super::common::json(value));
            }
        }
        // What was meant by a misspelt field is not missing as well.
        let meant: Vec<&str> = match &node.value {
            Value::Map(entries) => entries
                .iter()
                .filter(|(key, _)| shape.field(&key.text).is_none())
                .filter_map(|(key, _)| shape.nearest(&key.text))
                .collect(),
            _ => Vec::new(),
        };
        for field in shape.fields().filter(|field| field.need == Need::Required && !meant.contains(&field.name)) {
            if !fields.entries.iter().any(|entry| entry.key == field.name) {
                self.missing(&fields, field.name);
            }
        }
        if shape.field(RENAMED_FROM).is_some() {
            let former = fields.references(self, RENAMED_FROM);
            if !former.is_empty() {
                self.renamed.insert(fields.prefix.trim_end_matches('.').into(), former);
            }
        }
        if shape.field(SORT_AS).is_some_and(|field| field.value.is_translatable()) {
            let _ = fields.text(self, SORT_AS);
        }
        Some(fields)
    }

    /// Reports what `shape` has no field for, and what stands there twice.
    fn known<'n>(&mut self, entries: Vec<Entry<'n>>, shape: &'static Shape, map: &Node) -> Vec<Entry<'n>> {
        let mut kept: Vec<Entry<'n>> = Vec::with_capacity(entries.len());
        for entry in entries {
            if entry.key.starts_with("x-") {
                continue;
            }
            let is_null = matches!(entry.node.value, Value::Null);
            if shape.field(entry.key).is_none() {
                if is_null && map.is_flow(self.source) {
                    self.text_in_braces(&entry);
                } else {
                    self.unknown_field(&entry, shape);
                }
                continue;
            }
            if let Some(first) = kept.iter().find(|known| known.key == entry.key) {
                let problem = self
                    .fault(Name::DuplicateId, entry.range, format_args!("the field `{}` is given twice", entry.key))
                    .label("given again")
                    .related(self.span(first.range), "given first")
                    .help("remove one of them");
                self.push(problem);
                continue;
            }
            if is_null {
                self.empty(&entry);
            }
            kept.push(entry);
        }
        kept
    }

    /// Reports a field that the shape does not have.
    pub fn unknown_field(&mut self, entry: &Entry, shape: &'static Shape) {
        let exact = super::owners_of(entry.key);
        // One letter off is a slip, even where another type happens to have a field of that name.
        let near =
            shape.nearest(entry.key).filter(|near| exact.is_empty() || strsim::osa_distance(near, entry.key) < 2);
        let problem = match (near, exact.first()) {
            (None, Some(_)) => self
                .fault(
                    Name::MisplacedField,
                    entry.range,
                    format_args!("the field `{}` is not allowed on {}", entry.key, with_article(shape.name)),
                )
                .label("not a field of this type")
                .help(format_args!("it belongs on {}", listed(&exact, "or"))),
            (near, _) => self
                .fault(
                    Name::UnknownField,
                    entry.range,
                    format_args!("{} has no field `{}`", with_article(shape.name), entry.key),
                )
                .label("unknown field")
                .help(match near {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "remove it, or start its name with `x-` to keep it as data of your own".to_owned(),
                }),
        };
        self.push(problem.may_mend(near));
    }

    /// Reports what was split off a text, or a number, at its comma.
    fn text_in_braces(&mut self, entry: &Entry) {
        let before = self.source[..entry.range.start()].trim_end().trim_end_matches(',');
        let whole = &before[before.rfind([' ', ':', '{']).map_or(0, |at| at + 1)..];
        let is_number = |part: &str| part.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit());
        let is_split_number = !whole.is_empty() && is_number(whole) && is_number(entry.key);
        let problem = self
            .fault(Name::TextInBraces, entry.range, format_args!("`{}` has no value", entry.key))
            .label("a text inside braces ends at its comma");
        self.push(if is_split_number {
            problem.help(format_args!("write the number with a point: {whole}.{}", entry.key))
        } else {
            problem.help("put the text in quotes, or write the fields on lines of their own")
        });
    }

    /// Reports a field that is named and given no value.
    fn empty(&mut self, entry: &Entry) {
        if let Some(tag) = entry.node.swallowed {
            self.swallowed(tag);
            return;
        }
        let rest = self.source.get(entry.range.end()..).unwrap_or_default();
        let rest = rest.split('\n').next().unwrap_or_default();
        let comment = rest.trim_start_matches([':', '"', '\'']).trim();
        // A remark has a space after its sign; `#1 in service` was meant to be read.
        if comment.strip_prefix('#').is_some_and(|text| text.starts_with(char::is_alphanumeric)) {
            let start = entry.range.end() + rest.find('#').unwrap_or_default();
            self.push(
                self.fault(
                    Name::CommentAfterText,
                    TextRange::new(start, start + comment.len()),
                    "YAML would drop this text as a comment",
                )
                .label("lost")
                .help(format_args!(
                    "write it as a `>-` block: `{}: >-`, and the text on the next line, indented",
                    entry.key
                )),
            );
            return;
        }
        let written = entry.node.range.of(self.source);
        let problem = self.fault(Name::MissingValue, entry.range, format_args!("`{}` has no value", entry.key));
        self.push(if written.is_empty() {
            problem.label("nothing stands after the colon").help(how_to_fill(entry.key))
        } else {
            problem
                .label(format_args!("YAML reads `{written}` as nothing"))
                .help("put it in quotes if it is meant as text, or remove the line")
        });
    }

    /// Reports that a required field is not there.
    pub fn missing(&mut self, fields: &Fields, name: &str) {
        let shape = fields.shape.name;
        self.push(
            self.fault(
                Name::MissingField,
                fields.place,
                format_args!("{} needs the field `{name}`", with_article(shape)),
            )
            .label(format_args!("`{name}` is missing here"))
            .help(match fields.shape.field(name) {
                Some(field) => format!("add `{name}: {}`", example_of(&field.value)),
                None => format!("add `{name}`"),
            }),
        );
    }

    /// Reports a value of another type than its field needs.
    pub fn wrong_type(&mut self, node: &Node, needed: &str) {
        if matches!(node.value, Value::Null) {
            let problem = self
                .fault(Name::MissingValue, node.range, format_args!("expected {needed}, found nothing"))
                .label("empty")
                .help("give it a value, or remove it");
            self.push(problem);
            return;
        }
        let problem = self
            .fault(
                Name::WrongType,
                head(node.range, self.source),
                format_args!("expected {needed}, found {}", node.noun()),
            )
            .label("of another type");
        // `title:Tone` is one word to YAML.
        let is_glued = matches!(&node.value, Value::Scalar(scalar) if scalar.is_plain && scalar.text.contains(':'));
        self.push(if is_glued {
            problem.help("a field is `name: value`, with a space after the colon")
        } else if let (true, Some(found)) = (needed == "a map of ids", first_words(node)) {
            problem.help(match Id::parse(found) {
                Ok(id) => format!("say something of each: `{{ {id}: … }}`"),
                Err(_) => format!("give each an id: `{{ <id>: {found} }}`"),
            })
        } else if let Value::List(items) = &node.value {
            match &items[..] {
                [Node { value: Value::Scalar(one), .. }] => {
                    problem.help(format_args!("write `{}` alone, without brackets or hyphen", one.text))
                }
                [Node { value: Value::Map(entries), .. }, ..] if needed == "a map of ids" => {
                    let id = entries.first().map_or("id", |(key, _)| key.text.as_str());
                    problem.help(format_args!("write each id as a field, without a hyphen: `{id}:`"))
                }
                _ => problem,
            }
        } else {
            problem
        });
    }

    /// Reports a value that is not as long, short, large or small as it may be.
    pub fn out_of_range(&mut self, range: TextRange, message: impl ToString) {
        self.push(self.fault(Name::OutOfRange, range, message));
    }

    fn swallowed(&mut self, tag: TextRange) {
        let written = tag.of(self.source);
        let name = if written.starts_with('!') { Name::TagInText } else { Name::UnquotedSpecialCharacter };
        self.push(
            self.fault(name, tag, format_args!("YAML would drop `{written}` from this text"))
                .label("lost")
                .help("write the text as a `>-` block: `>-` after the colon, the text on the next line, indented"),
        );
    }

    /// A single value, whatever it is for.
    pub fn scalar<'n>(&mut self, node: &'n Node, needed: &str) -> Option<&'n Scalar> {
        match &node.value {
            Value::Scalar(scalar) => Some(scalar),
            _ => {
                self.wrong_type(node, needed);
                None
            }
        }
    }

    /// Prose: YAML's ways of losing parts of it are errors, and so is nothing at all.
    pub fn prose(&mut self, node: &Node, what: &str, max: usize) -> Option<Spanned<String>> {
        if node.is_flow(self.source) && matches!(node.value, Value::List(_) | Value::Map(_)) {
            let first = TextRange::new(node.range.start(), node.range.start() + 1);
            self.push(
                self.fault(
                    Name::UnquotedSpecialCharacter,
                    first,
                    format_args!("the text starts with `{}`, which YAML treats specially", first.of(self.source)),
                )
                .label("not read as text")
                .help("write it as a `>-` block: `>-` after the colon, the text on the next line, indented"),
            );
            return None;
        }
        let scalar = self.scalar(node, "text")?;
        if let Some(tag) = node.swallowed {
            self.swallowed(tag);
            return None;
        }
        // What lets a rule's finding pass was written to be one.
        let is_waiver =
            |comment: &TextRange| comment.of(self.source).trim_start_matches('#').trim_start().starts_with("l10n:ok");
        if scalar.is_plain
            && let Some(comment) = self.comment_after(node.range).filter(|comment| !is_waiver(comment))
        {
            self.push(
                self.fault(Name::CommentAfterText, comment, "YAML would drop the end of this text as a comment")
                    .label("lost")
                    .help("if it belongs to the text, write it as a `>-` block; if not, put it on the line above"),
            );
        }
        let text = scalar.text.trim();
        if text.is_empty() {
            self.push(
                self.fault(Name::MissingValue, node.range, format_args!("{what} is empty"))
                    .help(how_to_fill(what.trim_matches('`'))),
            );
            return None;
        }
        let length = text.chars().count();
        if length > max {
            self.out_of_range(
                head(node.range, self.source),
                format_args!("{what} has {length} characters; {max} are allowed"),
            );
        }
        Some(Spanned::new(text.to_owned(), node.range))
    }

    /// The comment that follows on the same line.
    fn comment_after(&self, range: TextRange) -> Option<TextRange> {
        let rest = self.source.get(range.end()..)?.split('\n').next()?;
        let comment = rest.trim_start();
        (comment.starts_with('#') && comment.len() < rest.len()).then(|| {
            let start = range.end() + (rest.len() - comment.len());
            TextRange::new(start, start + comment.trim_end().len())
        })
    }

    /// Translatable text under `key`.
    pub fn text(&mut self, node: &Node, what: &str, key: impl Into<TextKey>, max: usize) -> Option<Text> {
        let prose = self.prose(node, what, max)?;
        let (key, value): (TextKey, Arc<str>) = (key.into(), prose.value.into());
        self.texts.insert(key.clone(), Spanned::new(Arc::clone(&value), prose.range));
        Some(Text { key, value, range: prose.range })
    }

    /// An id, or a report with the nearest text that is one.
    pub fn id(&mut self, text: &str, range: TextRange) -> Option<Id> {
        match Id::parse(text) {
            Ok(id) => Some(id),
            Err(malformed) => {
                let problem = self.fault(Name::MalformedId, range, &malformed).label(malformed.label()).help(
                    match malformed.suggestion {
                        _ if hyphened(text).is_some() => format!(
                            "each item of a list has a line of its own that starts with a hyphen and a space, all at \
                             one depth; or write `[{}]`",
                            hyphened(text).unwrap_or_default()
                        ),
                        Some(near) => format!("write `{near}`"),
                        None => "use letters from a to z, digits and single hyphens".to_owned(),
                    },
                );
                self.push(problem);
                None
            }
        }
    }

    /// Reports a word that is not one of `words`.
    pub fn unknown_value(&mut self, found: &str, range: TextRange, words: &[&str]) {
        let near =
            spoken(found, words).or_else(|| nearest(found, words.iter().copied())).or_else(|| same_stem(found, words));
        let problem = self
            .fault(Name::UnknownValue, range, format_args!("expected one of `{}`, found `{found}`", words.join("`, `")))
            .label("not one of them")
            .did_you_mean(near);
        self.push(problem.may_mend(near));
    }

    /// The entries of a map keyed by id, in order, repeated ids reported.
    pub fn map<'n>(&mut self, node: &'n Node) -> Vec<(Id, Entry<'n>)> {
        let Value::Map(entries) = &node.value else {
            self.wrong_type(node, "a map of ids");
            self.has_lost = true;
            return Vec::new();
        };
        let mut known: IndexMap<Id, Entry<'n>> = IndexMap::with_capacity(entries.len());
        for (key, value) in entries {
            let entry = Entry { key: &key.text, range: key.range, node: value };
            if let Some(rest) = entry.key.strip_prefix("x-") {
                let problem = self
                    .fault(Name::MalformedId, entry.range, format_args!("the id `{}` starts with `x-`", entry.key))
                    .label("read as a field of your own, not as an id")
                    .help(format!("write `{rest}` or another id; only fields of your own start with `x-`"));
                self.push(problem);
                continue;
            }
            if matches!(value.value, Value::Null) {
                if node.is_flow(self.source) && Id::parse(entry.key).is_err() {
                    self.text_in_braces(&entry);
                } else {
                    self.empty(&entry);
                }
                continue;
            }
            // The id that was probably meant stands in, so that what refers to it is not reported too.
            let meant = Id::parse(entry.key).err().and_then(|malformed| malformed.suggestion);
            let Some(id) = self.id(entry.key, entry.range).or(meant) else { continue };
            if let Some(first) = known.get(&id) {
                self.duplicate(id.as_str(), entry.range, first.range);
                continue;
            }
            known.insert(id, entry);
        }
        known.into_iter().collect()
    }

    /// The entries of a map whose keys a translation repeats from its source, each key once; what
    /// stands there again is reported.
    pub fn distinct<'n>(&mut self, entries: impl IntoIterator<Item = &'n (Key, Node)>) -> Vec<Entry<'n>> {
        let mut known: IndexMap<&str, Entry<'n>> = IndexMap::new();
        for (key, node) in entries {
            if let Some(first) = known.get(key.text.as_str()) {
                let problem = self
                    .fault(Name::DuplicateId, key.range, format_args!("`{}` stands here twice", key.text))
                    .label("again")
                    .related(self.span(first.range), "first")
                    .help("remove one of them, and put what only it has below the other");
                self.push(problem);
            } else {
                known.insert(&key.text, Entry { key: &key.text, range: key.range, node });
            }
        }
        known.into_values().collect()
    }

    /// Reports an id that is used twice.
    pub fn duplicate(&mut self, id: &str, range: TextRange, first: TextRange) {
        let problem = self
            .fault(Name::DuplicateId, range, format_args!("the id `{id}` is used twice"))
            .label("used again")
            .related(self.span(first), "used first")
            .help("give one of them another id");
        self.push(problem);
    }
}

impl<'n> Fields<'n> {
    /// What the table says of the field `name`.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        let found = self.shape.fields().enumerate().find(|(_, field)| field.name == name);
        debug_assert!(found.is_some(), "{} has no field {name} in its table", self.shape.name);
        let (index, field) = found?;
        self.asked.set(self.asked.get() | 1 << index);
        Some(field)
    }

    /// The field `name` as written, unless it has no value.
    pub fn entry(&self, name: &str) -> Option<Entry<'n>> {
        self.field(name);
        self.entries.iter().find(|entry| entry.key == name && !matches!(entry.node.value, Value::Null)).copied()
    }

    /// Whether the field `name` is written.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.key == name)
    }

    /// Where the name of the field stands, or else the place of the whole.
    #[must_use]
    pub fn place_of(&self, name: &str) -> TextRange {
        self.entries.iter().find(|entry| entry.key == name).map_or(self.place, |entry| entry.range)
    }

    /// The fields, as written.
    pub fn entries(&self) -> &[Entry<'n>] {
        &self.entries
    }

    /// What one of these is called.
    #[must_use]
    pub fn noun(&self) -> &'static str {
        self.shape.name
    }
}

#[cfg(debug_assertions)]
impl Drop for Fields<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let unread: Vec<&str> = self
            .shape
            .fields()
            .enumerate()
            .filter(|(index, _)| self.asked.get() & (1 << index) == 0)
            .map(|(_, field)| field.name)
            .collect();
        debug_assert!(unread.is_empty(), "the reader of {} never asks for {unread:?}", self.shape.name);
    }
}

/// What people say for the words that fields hold.
const SPOKEN: &[(&str, &[&str])] = &[
    ("breaks", &["broken", "broke", "violates", "violated", "fails", "failed", "no"]),
    ("keeps", &["kept", "held", "holds", "respects", "respected", "fulfils", "fulfills", "yes", "ok"]),
    ("partly", &["partial", "partially", "mixed", "sometimes"]),
    ("published", &["done", "final", "live", "public", "online", "ready", "finished", "active", "visible"]),
    ("draft", &["wip", "todo", "new", "private", "hidden", "in-progress", "open"]),
    ("review", &["in-review", "pending", "proofreading"]),
    ("archived", &["old", "obsolete", "retired", "deprecated", "deleted"]),
    ("current", &["as-is", "today", "now", "existing", "actual"]),
    ("future", &["to-be", "target", "planned", "tomorrow"]),
    ("in-progress", &["wip", "doing", "started", "ongoing"]),
    ("planned", &["scheduled", "committed", "next"]),
    ("done", &["finished", "closed", "complete", "completed", "solved", "fixed"]),
    ("open", &["todo", "new", "backlog", "idea", "proposed"]),
    ("no-brainer", &["quick-win", "low-hanging-fruit", "quick-fix"]),
    ("lifecycle", &["l0", "end-to-end", "ecosystem", "level-0"]),
    ("macro", &["l1", "journey", "level-1"]),
    ("micro", &["l2", "sub-journey", "detail", "detailed", "level-2"]),
    ("abandon", &["drop-off", "dropoff", "churn", "exit", "leave", "quit", "give-up"]),
    ("repeat", &["loop", "retry"]),
    ("channel-switch", &["switch", "channel-change"]),
    ("designed", &["yes", "handled", "by-design"]),
    ("workaround", &["manual", "partly"]),
    ("quote", &["verbatim", "voc"]),
    ("dismissed", &["rejected", "cancelled", "wontfix"]),
    ("critical", &["blocker", "severe", "very-high"]),
    ("medium", &["normal", "middle", "moderate"]),
    ("high", &["major", "serious"]),
    ("low", &["minor"]),
    ("none", &["no", "nothing", "unhandled"]),
    ("in-person", &["shop", "store", "branch", "face-to-face", "desk"]),
    ("email", &["mail", "e-mail"]),
    ("web", &["website", "site", "portal", "online"]),
    ("phone", &["call", "telephone", "hotline"]),
    ("letter", &["post", "paper"]),
    ("customer", &["user", "client", "buyer"]),
    ("assumed", &["guess", "guessed", "hypothesis"]),
    ("observed", &["seen", "measured", "research"]),
    ("reported", &["told", "said", "interview"]),
];

/// The word that people mean by `found`.
fn spoken<'w>(found: &str, words: &[&'w str]) -> Option<&'w str> {
    let found = found.trim().to_lowercase().replace([' ', '_'], "-");
    words.iter().copied().find(|word| {
        *word == found || SPOKEN.iter().any(|(meant, spoken)| meant == word && spoken.contains(&found.as_str()))
    })
}

/// The word that starts as `found` does: `waits` for `waiting`.
fn same_stem<'w>(found: &str, words: &[&'w str]) -> Option<&'w str> {
    const STEM: usize = 4;
    let stem = found.get(..STEM)?;
    words.iter().copied().find(|word| word.starts_with(stem))
}

/// The words of a value that has nothing but words, or of the first in a list.
fn first_words(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Scalar(scalar) => Some(scalar.text.trim()),
        Value::List(items) => first_words(items.first()?),
        _ => None,
    }
}

/// The first line of a place: what a report can mark.
pub fn head(range: TextRange, source: &str) -> TextRange {
    let line = range.of(source).split('\n').next().unwrap_or_default().trim_end();
    TextRange::new(range.start(), range.start() + line.len())
}

/// The noun with `a` or `an` before it.
pub fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    format!("{article} {noun}")
}

/// `a step, a pain or a phase`.
fn listed(nouns: &[&str], last: &str) -> String {
    let mut nouns: Vec<String> = nouns.iter().take(4).map(|noun| with_article(noun)).collect();
    match nouns.pop() {
        Some(only) if nouns.is_empty() => only,
        Some(end) => format!("{} {last} {end}", nouns.join(", ")),
        None => String::new(),
    }
}

/// What a value of this type looks like, for messages.
pub fn example_of(value: &Type) -> String {
    match value {
        Type::Text(_) | Type::Plain(_) => "…".to_owned(),
        Type::Bool => "true".to_owned(),
        Type::Integer(least, _) => least.to_string(),
        Type::Decimal(..) => "0".to_owned(),
        Type::Date => "2025-03-12".to_owned(),
        Type::Moment => "2027-03-12T09:00+01:00".to_owned(),
        Type::Duration => "25m".to_owned(),
        Type::Share => "18%".to_owned(),
        Type::Language => "en".to_owned(),
        Type::Url => "https://…".to_owned(),
        Type::Slug => "a-slug".to_owned(),
        Type::Alias => "/old/address/".to_owned(),
        Type::File => "figure.svg".to_owned(),
        Type::Word(words) => words.join(" | "),
        Type::Literal(word) => (*word).to_owned(),
        Type::Ref(kind) => format!("<{}>", kind.noun()),
        Type::TypedRef(_) => "<type:id>".to_owned(),
        Type::Local(what) => format!("<{what}>"),
        Type::JourneyRef => "<journey>".to_owned(),
        Type::ParentRef => "<journey#step>".to_owned(),
        Type::StepRef => "<step>".to_owned(),
        Type::PainRef => "<step/pain>".to_owned(),
        Type::Removal => "<step>".to_owned(),
        Type::List(Type::Decimal(..)) => "[1, 7]".to_owned(),
        Type::List(inner) => format!("[{}]", example_of(inner)),
        Type::Map(_) | Type::By(..) | Type::ByLanguage(_) | Type::Object(_) => "…".to_owned(),
        Type::OneOf(types) => types.iter().map(example_of).collect::<Vec<_>>().join(" | "),
    }
}
/// The ids of a list whose hyphens YAML took for text: `-one -two`, `one - two`.
fn hyphened(text: &str) -> Option<String> {
    let is_list = text.starts_with('-') || text.contains(" - ") || text.contains(" -");
    let parts: Vec<&str> = text.split_whitespace().map(|part| part.trim_start_matches('-')).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    (is_list && parts.iter().all(|part| Id::parse(part).is_ok())).then(|| parts.join(", "))
}

/// The fields that a shape needs, or the first that it has, as they are written; what is to be said is left open.
fn needed(shape: &'static Shape) -> String {
    let required: Vec<&str> =
        shape.fields().filter(|field| field.need != Need::Optional).map(|field| field.name).take(5).collect();
    let first = || shape.fields().map(|field| field.name).take(3).collect();
    let names: Vec<&str> = if required.is_empty() { first() } else { required };
    names.into_iter().map(|name| format!("{name}: …")).collect::<Vec<String>>().join(", ")
}

/// What to do about a field without a value. A reviewer's line is there to be filled in.
fn how_to_fill(name: &str) -> &'static str {
    match name {
        "reviewer" => {
            "write the name of whoever has read it, or the id of an author; if nobody has, say `status: draft`"
        }
        _ => "give it a value, or remove the line",
    }
}
