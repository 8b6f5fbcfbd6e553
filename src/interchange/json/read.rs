//! JSON to the trees of authors: `site.json`, one of its entities, or a list of one kind.
//!
//! Reads strictly: a field that the tables do not know is a mistake, told with its line and column, and
//! nothing of the file is used. Ids are checked here, so that a path can be made of them.

use serde_json::{Map, Value};
use smol_str::SmolStr;

use super::write::shape;
use crate::base::{Date, Id, Locale, nearest, place_after};
use crate::content::read::vocabulary::TERM_FORM;
use crate::content::shape::{Shape, Type};
use crate::content::{EntityId, Kind};
use crate::interchange::LossReport;
use crate::interchange::authored::Authored;
use crate::interchange::fault::Fault;
use crate::interchange::files::{Document, Translated, VocabularyBlock};

/// What a file holds, as documents and entries to be written.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// Entities, in the order of the file.
    pub documents: Vec<Document>,
    /// What translations of vocabularies say of themselves.
    pub blocks: Vec<VocabularyBlock>,
    /// What could not be taken over.
    pub report: LossReport,
}

/// Reads a file of `/api/1/`.
///
/// # Errors
///
/// The first place that is no JSON, or says something that no author could.
pub fn read(text: &str) -> Result<Import, Fault> {
    let json: Value = serde_json::from_str(text).map_err(|error| Fault {
        message: format!("this is no JSON: {}", error.to_string().split(" at line").next().unwrap_or_default()),
        help: "export it again with `cxbook export json`".to_owned(),
        line: error.line(),
        column: error.column(),
    })?;
    Reader { report: LossReport::default() }.file(&json).map_err(|wrong| {
        let (line, column) = place_of(text, &wrong.path).unwrap_or((1, 1));
        Fault { message: wrong.message, help: wrong.help, line, column }
    })
}

/// Something wrong, with the way to it.
struct Wrong {
    path: Vec<Part>,
    message: String,
    help: String,
}

/// One part of the way to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Field(String),
    Item(usize),
}

impl Wrong {
    fn new(message: impl ToString, help: impl ToString) -> Self {
        Self { path: Vec::new(), message: message.to_string(), help: help.to_string() }
    }

    fn in_field(mut self, name: &str) -> Self {
        self.path.insert(0, Part::Field(name.to_owned()));
        self
    }

    fn in_item(mut self, index: usize) -> Self {
        self.path.insert(0, Part::Item(index));
        self
    }
}

struct Reader {
    report: LossReport,
}

type Object = Map<String, Value>;

impl Reader {
    fn file(mut self, json: &Value) -> Result<Import, Wrong> {
        let Some(root) = json.as_object() else {
            return Err(Wrong::new("the file holds no object", "it should be site.json or one of its entities"));
        };
        if let Some(version) = root.get("schema")
            && *version != super::VERSION
        {
            let help = format!("this program reads version {}", super::VERSION);
            return Err(Wrong::new(format!("the file is of version {version}"), help).in_field("schema"));
        }
        let mut import = Import::default();
        match root.get("entities") {
            Some(Value::Array(entities)) => {
                for (index, entity) in entities.iter().enumerate() {
                    let document = self.entity(entity).map_err(|wrong| wrong.in_item(index).in_field("entities"))?;
                    import.documents.push(document);
                }
                let blocks = root.get("vocabulary-translations").and_then(Value::as_array);
                for (index, block) in blocks.into_iter().flatten().enumerate() {
                    let read =
                        block_of(block).map_err(|wrong| wrong.in_item(index).in_field("vocabulary-translations"))?;
                    import.blocks.push(read);
                }
            }
            Some(_) => return Err(Wrong::new("`entities` is no list", "export the file again").in_field("entities")),
            None => import.documents.push(self.entity(json)?),
        }
        import.report = self.report;
        Ok(import)
    }

    fn entity(&mut self, json: &Value) -> Result<Document, Wrong> {
        let entity = object(json)?;
        let noun = string(entity, "type")?;
        let kind = Kind::from_noun(noun).filter(|kind| *kind != Kind::Stage).ok_or_else(|| {
            let near = nearest(noun, Kind::ALL.iter().map(|kind| kind.noun()));
            let help = near
                .map_or_else(|| "write `journey`, `principle` …".to_owned(), |near| format!("did you mean `{near}`?"));
            Wrong::new(format!("there is no type `{noun}`"), help).in_field("type")
        })?;
        let id = string(entity, "id")?;
        check_id(kind, id).map_err(|wrong| wrong.in_field("id"))?;
        let locale = language(string(entity, "lang")?).map_err(|wrong| wrong.in_field("lang"))?;
        if entity.contains_key("file") {
            let help = "import the file that it names, or site.json";
            return Err(Wrong::new("this list holds journeys without their steps", help).in_field("file"));
        }
        let fields = entity.get("fields").ok_or_else(|| missing("fields"))?;
        let fields = object(fields)
            .and_then(|fields| self.object(shape(kind), fields, kind == Kind::Term))
            .map_err(|wrong| wrong.in_field("fields"))?;
        let mut translations = Vec::new();
        if let Some(list) = entity.get("translations") {
            let list = list
                .as_array()
                .ok_or_else(|| Wrong::new("`translations` is no list", "write `[]`").in_field("translations"))?;
            for (index, one) in list.iter().enumerate() {
                let one = translated(one).map_err(|wrong| wrong.in_item(index).in_field("translations"))?;
                translations.push(one);
            }
        }
        let body = match entity.get("body") {
            None | Some(Value::Null) => None,
            Some(body) => Some(self.text(body).map_err(|wrong| wrong.in_field("body"))?),
        };
        let mut fields = Authored::Map(fields);
        if kind == Kind::Journey {
            self.date_internal_evidence(&mut fields);
        }
        Ok(Document { id: EntityId::new(kind, id), locale, fields, body, translations })
    }

    /// Of internal evidence nothing is published but that it exists; a journey needs its date.
    fn date_internal_evidence(&mut self, fields: &mut Authored) {
        let mapped = fields.get("mapped").cloned();
        let Authored::Map(entries) = fields else { return };
        let evidence = entries.iter_mut().find(|(name, _)| name == "evidence");
        let Some((_, Authored::Map(evidence))) = evidence else { return };
        for (id, one) in evidence {
            let is_internal = one.get("consent").and_then(Authored::as_text) == Some("internal");
            if let (true, None, Some(mapped), Authored::Map(said)) =
                (is_internal, one.get("date").cloned(), &mapped, one)
            {
                said.push(("date".into(), mapped.clone()));
                self.report.guess(format!("the date of the internal evidence `{id}`: the day of the mapping"));
            }
        }
    }

    fn object(
        &mut self,
        shape: &'static Shape,
        fields: &Object,
        has_languages: bool,
    ) -> Result<Vec<(SmolStr, Authored)>, Wrong> {
        let mut entries = Vec::new();
        for (name, json) in fields {
            if json.is_null() && !name.starts_with("x-") {
                continue;
            }
            let value = if name.starts_with("x-") {
                Ok(Authored::Raw(json.clone()))
            } else if let Some(field) = shape.field(name) {
                self.value(&field.value, json)
            } else if has_languages && Locale::parse(name).is_ok() {
                object(json).and_then(|form| self.object(&TERM_FORM, form, false)).map(Authored::Map)
            } else {
                let help = shape.nearest(name).map_or_else(
                    || "take it out, or start its name with `x-`".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                );
                Err(Wrong::new(format!("the {} has no field `{name}`", shape.name), help))
            };
            entries.push((SmolStr::new(name), value.map_err(|wrong| wrong.in_field(name))?));
        }
        Ok(entries)
    }

    fn value(&mut self, kind: &'static Type, json: &Value) -> Result<Authored, Wrong> {
        match kind {
            Type::Text(_) => self.text(json).map(|text| Authored::text(&text)),
            Type::OneOf(types) => {
                let is_structure = match json {
                    Value::Array(_) => true,
                    Value::Object(object) => !is_reference(object) && !is_told(object),
                    _ => false,
                };
                let fits = |kind: &&'static Type| match kind {
                    Type::Literal(word) => json.as_str() == Some(*word) || *json == (*word == "true"),
                    kind => is_structure == matches!(kind, Type::Object(_) | Type::List(_)),
                };
                let kind = types.iter().find(fits).ok_or_else(|| unexpected(json))?;
                if matches!(kind, Type::Literal(_)) {
                    Ok(Authored::Plain(json.clone()))
                } else {
                    self.value(kind, json)
                }
            }
            Type::Object(shape) => match (json, shape.main) {
                (Value::Object(fields), _) if !is_told(fields) => self.object(shape, fields, false).map(Authored::Map),
                (_, Some(main)) => {
                    let field = shape.field(main).ok_or_else(|| unexpected(json))?;
                    self.value(&field.value, json).map(|value| Authored::Map(vec![(main.into(), value)]))
                }
                _ => Err(unexpected(json)),
            },
            Type::Map(inner) => self.by_id(inner, json),
            Type::By(kind, inner) => self.by_reference(*kind, inner, json),
            Type::ByLanguage(inner) => {
                let mut entries = Vec::new();
                for (name, value) in object(json)? {
                    language(name)?;
                    entries.push((SmolStr::new(name), self.value(inner, value).map_err(|wrong| wrong.in_field(name))?));
                }
                Ok(Authored::Map(entries))
            }
            Type::List(inner) => match json {
                Value::Array(items) => {
                    let item = |(index, item)| self.value(inner, item).map_err(|wrong: Wrong| wrong.in_item(index));
                    items.iter().enumerate().map(item).collect::<Result<_, _>>().map(Authored::List)
                }
                one => self.value(inner, one).map(|one| Authored::List(vec![one])),
            },
            _ => single(kind, json).map(Authored::Plain),
        }
    }

    fn by_id(&mut self, inner: &'static Type, json: &Value) -> Result<Authored, Wrong> {
        let items = json
            .as_array()
            .ok_or_else(|| Wrong::new("a list of entries with ids is needed", "write `[{ \"id\": … }]`"))?;
        let mut entries: Vec<(SmolStr, Authored)> = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let mut read = || {
                let entry = object(item)?;
                let id = string(entry, "id")?;
                Id::parse(id).map_err(|malformed| {
                    Wrong::new(malformed, "ids are small letters, digits and hyphens").in_field("id")
                })?;
                if entries.iter().any(|(known, _)| known == id) {
                    return Err(Wrong::new(format!("the id `{id}` is given twice"), "give one of them another id")
                        .in_field("id"));
                }
                let value = match inner {
                    Type::Object(shape) => {
                        let own = |(name, _): &(&String, &Value)| !matches!(name.as_str(), "id" | "order");
                        let fields =
                            entry.iter().filter(own).map(|(name, value)| (name.clone(), value.clone())).collect();
                        Authored::Map(self.object(shape, &fields, false)?)
                    }
                    inner => {
                        let value = entry.get("value").ok_or_else(|| missing("value"))?;
                        self.value(inner, value).map_err(|wrong| wrong.in_field("value"))?
                    }
                };
                Ok((SmolStr::new(id), value))
            };
            let entry = read().map_err(|wrong: Wrong| wrong.in_item(index))?;
            entries.push(entry);
        }
        Ok(Authored::Map(entries))
    }

    fn by_reference(&mut self, kind: Kind, inner: &'static Type, json: &Value) -> Result<Authored, Wrong> {
        let items = json
            .as_array()
            .ok_or_else(|| Wrong::new("a list of references with values is needed", "export the file again"))?;
        let mut entries: Vec<(SmolStr, Authored)> = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let mut read = || {
                let entry = object(item)?;
                let of = entry.get(kind.noun()).ok_or_else(|| missing(kind.noun()))?;
                let id = reference(of, kind.noun()).map_err(|wrong| wrong.in_field(kind.noun()))?;
                let value = entry.get("value").ok_or_else(|| missing("value"))?;
                let value = self.value(inner, value).map_err(|wrong| wrong.in_field("value"))?;
                Ok((SmolStr::new(id), value))
            };
            let entry = read().map_err(|wrong: Wrong| wrong.in_item(index))?;
            entries.push(entry);
        }
        Ok(Authored::Map(entries))
    }

    /// A text, or one in another language, whose language is lost.
    fn text(&mut self, json: &Value) -> Result<String, Wrong> {
        match json {
            Value::String(text) => Ok(text.clone()),
            Value::Object(told) if is_told(told) => {
                self.report.drop("which texts were not translated: they are now in the language of their document");
                Ok(told.get("text").and_then(Value::as_str).unwrap_or_default().to_owned())
            }
            other => Err(unexpected(other)),
        }
    }
}

fn is_told(object: &Object) -> bool {
    object.len() == 2 && object.get("text").is_some_and(Value::is_string) && object.contains_key("lang")
}

fn is_reference(object: &Object) -> bool {
    object.get("type").is_some_and(Value::is_string) && object.get("id").is_some_and(Value::is_string)
}

fn unexpected(json: &Value) -> Wrong {
    let found = match json {
        Value::Null => "nothing",
        Value::Bool(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    };
    Wrong::new(format!("{found} stands where something else belongs"), "see /api/1/schema/ for what belongs here")
}

fn missing(name: &str) -> Wrong {
    Wrong::new(format!("`{name}` is missing"), format!("add `\"{name}\": …`"))
}

fn object(json: &Value) -> Result<&Object, Wrong> {
    json.as_object().ok_or_else(|| unexpected(json))
}

fn string<'a>(object: &'a Object, name: &str) -> Result<&'a str, Wrong> {
    let value = object.get(name).ok_or_else(|| missing(name))?;
    value.as_str().ok_or_else(|| unexpected(value).in_field(name))
}

fn language(text: &str) -> Result<Locale, Wrong> {
    Locale::parse(text).map_err(|error| Wrong::new(error, "write a language tag such as `en` or `pt-BR`"))
}

/// The id of a reference to something of this type, which may be written bare.
fn reference<'a>(json: &'a Value, noun: &str) -> Result<&'a str, Wrong> {
    match json {
        Value::String(id) => Ok(id),
        Value::Object(reference) => {
            let found = string(reference, "type")?;
            if found != noun {
                let help = format!("write `{{ \"type\": \"{noun}\", \"id\": … }}`");
                return Err(Wrong::new(format!("a {found} stands where a {noun} belongs"), help).in_field("type"));
            }
            string(reference, "id")
        }
        other => Err(unexpected(other)),
    }
}

/// A single value as authors write it.
fn single(kind: &'static Type, json: &Value) -> Result<Value, Wrong> {
    let of = |noun: &str| reference(json, noun).map(Value::from);
    let part = |name: &str| json.as_object().and_then(|reference| reference.get(name)).and_then(Value::as_str);
    let in_journey = |inside: String| match part("journey") {
        Some(journey) => format!("{journey}#{inside}"),
        None => inside,
    };
    match kind {
        Type::Ref(Kind::Stage) => Ok(reference(json, "stage")?.rsplit('/').next().into()),
        Type::Ref(kind) => of(kind.noun()),
        Type::Local("former id") => match json {
            Value::String(_) => Ok(json.clone()),
            other => Err(unexpected(other)),
        },
        Type::Local(what) => of(what.split(' ').next().unwrap_or(what)),
        Type::TypedRef(_) | Type::Removal | Type::JourneyRef | Type::ParentRef | Type::StepRef | Type::PainRef => {
            let Value::Object(found) = json else {
                return if json.is_string() { Ok(json.clone()) } else { Err(unexpected(json)) };
            };
            let (noun, id) = (string(found, "type")?, string(found, "id")?);
            Ok(match (kind, noun) {
                (Type::TypedRef(_), noun) => format!("{noun}:{id}"),
                (Type::Removal, "step") => id.to_owned(),
                (Type::Removal, "wow") => format!("{id}/wow"),
                (Type::Removal, noun) => format!("{noun}:{id}"),
                (Type::PainRef, _) => in_journey(format!("{}/{id}", part("step").unwrap_or_default())),
                (Type::JourneyRef, "journey") => id.to_owned(),
                _ => in_journey(id.to_owned()),
            }
            .into())
        }
        Type::Bool if !json.is_boolean() => Err(unexpected(json)),
        Type::Integer(..) | Type::Decimal(..) if !json.is_number() => Err(unexpected(json)),
        _ if json.is_array() || json.is_object() => Err(unexpected(json)),
        _ => Ok(json.clone()),
    }
}

/// A document's id is made of parts that are ids, so no file can be named by it that is not below its folder.
fn check_id(kind: Kind, id: &str) -> Result<(), Wrong> {
    let check = |part: &str| {
        Id::parse(part)
            .map(|_| ())
            .map_err(|malformed| Wrong::new(malformed, "ids are small letters, digits and hyphens"))
    };
    match kind {
        Kind::Page => id.split('/').try_for_each(check),
        Kind::Response => {
            let (article, rest) = id.split_once('/').unwrap_or_default();
            check(article)?;
            let is_dated = rest.get(..10).is_some_and(|date| Date::parse(date).is_ok());
            let name = rest.get(10..).and_then(|rest| rest.strip_prefix('-')).filter(|_| is_dated);
            check(name.ok_or_else(|| Wrong::new("no date stands before the name", "write `article/2027-03-12-name`"))?)
        }
        _ => check(id),
    }
}

fn translated(json: &Value) -> Result<Translated, Wrong> {
    let one = object(json)?;
    let texts = match one.get("texts") {
        None => Vec::new(),
        Some(texts) => {
            let mut read = Vec::new();
            for (key, text) in object(texts).map_err(|wrong| wrong.in_field("texts"))? {
                let wrong = |wrong: Wrong| wrong.in_field(key).in_field("texts");
                check_key(key).map_err(wrong)?;
                let text = text.as_str().ok_or_else(|| unexpected(text)).map_err(wrong)?;
                read.push((key.clone(), text.to_owned()));
            }
            read
        }
    };
    let plain = |name: &str| match one.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(other) => Err(unexpected(other).in_field(name)),
    };
    Ok(Translated {
        locale: language(string(one, "lang")?).map_err(|wrong| wrong.in_field("lang"))?,
        block: block(one)?,
        slug: plain("slug")?,
        aliases: one.get("aliases").map(tree),
        texts,
        body: plain("body")?,
    })
}

fn block_of(json: &Value) -> Result<VocabularyBlock, Wrong> {
    let one = object(json)?;
    let noun = string(one, "type")?;
    let kind = Kind::from_noun(noun).filter(|kind| !kind.is_document() && *kind != Kind::Stage);
    let kind = kind.ok_or_else(|| {
        Wrong::new(format!("there is no vocabulary of `{noun}`"), "export the file again").in_field("type")
    })?;
    let locale = language(string(one, "lang")?).map_err(|wrong| wrong.in_field("lang"))?;
    Ok(VocabularyBlock { kind, locale, block: block(one)?.unwrap_or(Authored::Map(Vec::new())) })
}

/// The parts of a key become fields and ids of a file.
fn check_key(key: &str) -> Result<(), Wrong> {
    let is_part = |part: &str| {
        !part.is_empty()
            && part.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
    };
    if key.len() <= 400 && key.split('.').count() <= 12 && key.split('.').all(is_part) {
        Ok(())
    } else {
        Err(Wrong::new("this is no key of a text", "keys are fields and ids joined by dots"))
    }
}

fn block(one: &Object) -> Result<Option<Authored>, Wrong> {
    match one.get("translation") {
        None | Some(Value::Null) => Ok(None),
        Some(block) => object(block).map(|_| Some(tree(block))).map_err(|wrong| wrong.in_field("translation")),
    }
}

/// JSON as it is; what it should be is for the reader of the source to say.
fn tree(json: &Value) -> Authored {
    match json {
        Value::Array(items) => Authored::List(items.iter().map(tree).collect()),
        Value::Object(fields) => {
            Authored::Map(fields.iter().map(|(name, value)| (SmolStr::new(name), tree(value))).collect())
        }
        single => Authored::Plain(single.clone()),
    }
}

/// Line and column of the value at `path` in a text that is known to be JSON.
fn place_of(text: &str, path: &[Part]) -> Option<(usize, usize)> {
    let mut scan = Scan { bytes: text.as_bytes(), at: 0 };
    for part in path {
        if !scan.enter(part) {
            break;
        }
    }
    scan.skip_space();
    let before = text.get(..scan.at)?;
    Some(place_after(before))
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or_default()
    }

    fn skip_space(&mut self) {
        while self.peek().is_ascii_whitespace() {
            self.at += 1;
        }
    }

    /// Goes to a part of the value that starts here; stays if there is none.
    fn enter(&mut self, part: &Part) -> bool {
        self.skip_space();
        let start = self.at;
        self.at += 1;
        for index in 0.. {
            self.skip_space();
            let place = self.at;
            match part {
                Part::Item(wanted) => {
                    if self.peek() == b']' {
                        break;
                    }
                    if index == *wanted {
                        return true;
                    }
                }
                Part::Field(wanted) => {
                    if self.peek() != b'"' {
                        break;
                    }
                    self.skip_value();
                    let name =
                        self.bytes.get(place..self.at).and_then(|name| serde_json::from_slice::<String>(name).ok());
                    self.skip_space();
                    self.at += 1;
                    if name.as_ref() == Some(wanted) {
                        return true;
                    }
                }
            }
            self.skip_value();
            self.skip_space();
            if self.peek() != b',' {
                break;
            }
            self.at += 1;
        }
        self.at = start;
        false
    }

    fn skip_value(&mut self) {
        self.skip_space();
        let mut depth = 0_usize;
        loop {
            match self.peek() {
                b'"' => {
                    self.at += 1;
                    while self.at < self.bytes.len() && self.peek() != b'"' {
                        self.at += if self.peek() == b'\\' { 2 } else { 1 };
                    }
                    self.at += 1;
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                    continue;
                }
                b'}' | b']' if depth > 0 => {
                    depth -= 1;
                    self.at += 1;
                }
                _ if self.at >= self.bytes.len() => return,
                b',' | b':' if depth > 0 => {
                    self.at += 1;
                    continue;
                }
                byte if byte.is_ascii_whitespace() => {
                    self.at += 1;
                    continue;
                }
                b',' | b'}' | b']' => return,
                _ => {
                    while !matches!(self.peek(), b',' | b'}' | b']' | 0) && !self.peek().is_ascii_whitespace() {
                        self.at += 1;
                    }
                }
            }
            if depth == 0 {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> String {
        let fault = read(text).unwrap_err();
        format!("{}:{}: {}; {}", fault.line, fault.column, fault.message, fault.help)
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        assert_eq!(
            fault("{"),
            "1:1: this is no JSON: EOF while parsing an object; export it again with `cxbook export json`"
        );
        assert!(fault("[]").starts_with("1:1: the file holds no object"));
        let entity = |fields: &str| {
            format!("{{\"type\": \"journey\", \"id\": \"a\", \"lang\": \"en\",\n \"fields\": {{ {fields} }} }}")
        };
        assert_eq!(fault(&entity("\"titel\": \"x\"")), "2:23: the journey has no field `titel`; did you mean `title`?");
        assert!(fault(&entity("\"title\": 3")).starts_with("2:23: a number stands"));
        assert!(fault(&entity("\"phases\": [{}, {\"id\": \"b\"}]")).starts_with("2:25: `id` is missing"));
        assert!(
            fault(&entity("\"persona\": {\"type\": \"tag\", \"id\": \"b\"}"))
                .starts_with("2:34: a tag stands where a persona belongs")
        );
    }

    #[test]
    fn an_id_cannot_lead_out_of_its_folder() {
        for id in ["../x", "a/b", "/etc/passwd", "a.b", "", "A"] {
            let text = format!("{{\"type\": \"principle\", \"id\": \"{id}\", \"lang\": \"en\", \"fields\": {{}} }}");
            assert!(read(&text).is_err(), "{id}");
        }
        let page = "{\"type\": \"page\", \"id\": \"../../x\", \"lang\": \"en\", \"fields\": {} }";
        assert!(read(page).is_err());
        let lang = "{\"type\": \"page\", \"id\": \"x\", \"lang\": \"../en\", \"fields\": {} }";
        assert!(read(lang).is_err());
    }

    proptest::proptest! {
        #[test]
        fn any_json_is_read_or_refused(text in "[\\[\\]{}\":,a-z0-9 \\\\]{0,80}") {
            let _ = read(&text);
        }

        #[test]
        fn any_shape_of_entity_is_read_or_refused(
            kind in "(journey|principle|term|touchpoint|event|lifecycle)",
            name in "(title|phases|lobes|owner|starts|emotion|en|x-a|channel|participants|promise|evidence)",
            value in "(null|1|\"a\"|\\[\\]|\\[1\\]|\\{\\}|\\[\\{\"id\":\"a\"\\}\\]|\\{\"type\":\"step\",\"id\":\"b\"\\}|\\{\"lang\":\"en\",\"text\":\"b\"\\})",
        ) {
            let text = format!("{{\"type\":\"{kind}\",\"id\":\"a\",\"lang\":\"en\",\"fields\":{{\"{name}\":{value}}}}}");
            let _ = read(&text);
        }
    }
}
