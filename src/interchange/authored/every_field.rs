//! No field of any table is lost between what is read and what is written.

use proptest::prelude::*;
use serde_json::json;
use smol_str::SmolStr;

use super::Authored;
use crate::base::{SourcePath, TextRange};
use crate::content::identity::VOCABULARIES;
use crate::content::read::reader::Reader;
use crate::content::read::{self, vocabulary};
use crate::content::shape::{Field, Need, Shape, Type};
use crate::content::vocabulary::ParsedVocabulary;
use crate::content::{Kind, yaml};
use crate::interchange::source;

/// The values that a generated field takes: how long texts are, which word of a list.
#[derive(Clone, Debug)]
struct Taste {
    text: String,
    pick: usize,
}

impl Taste {
    /// A value of a type, with its required fields and, of the others, those that `wants` names by their path.
    fn value(&self, kind: &'static Type, path: &str, wants: &dyn Fn(&str) -> bool) -> Authored {
        let plain = |text: &str| Authored::plain(text);
        match kind {
            Type::Text(max) => {
                let text: String = self.text.chars().take(*max).collect();
                Authored::text(text.trim())
            }
            Type::Plain(16) => plain("0123456789abcdef"),
            Type::Plain(max) => plain(self.text.chars().take(*max).collect::<String>().trim()),
            Type::Bool => Authored::plain(true),
            Type::Integer(least, most) => {
                Authored::plain((*most).min(least + i64::try_from(self.pick).unwrap_or_default()))
            }
            Type::Decimal(..) => Authored::plain(1.5),
            Type::Date => plain(["2026-04-12", "2026-04", "2026"][self.pick % 3]),
            Type::Moment => plain("2027-03-12T09:00-03:30"),
            Type::Duration => plain(["25m", "10d..21d", "3h"][self.pick % 3]),
            Type::Share => plain(["18%", "7.5%"][self.pick % 2]),
            Type::Language => plain("pt-BR"),
            Type::Url => plain("https://example.org/a?b=c#d"),
            Type::Slug => plain("récit"),
            Type::Alias => plain("/en/old/"),
            Type::File => plain("a.svg"),
            // The first word is often what is taken for granted, and need not be written.
            Type::Word(words) => plain(words[words.len() - 1]),
            Type::Ref(_) | Type::Local(_) => plain("some-id"),
            Type::TypedRef(kinds) => plain(&format!("{}:some-id", kinds[self.pick % kinds.len()].noun())),
            Type::JourneyRef | Type::StepRef => plain(["some-id", "other#some-id"][self.pick % 2]),
            Type::ParentRef => plain("other#some-id"),
            Type::PainRef => plain(["some-id/pain", "other#some-id/pain"][self.pick % 2]),
            Type::Removal => plain(["some-id", "some-id/wow", "touchpoint:some-id"][self.pick % 3]),
            Type::Literal(word) => plain(word),
            Type::List(inner) => Authored::List(vec![self.value(inner, path, wants)]),
            Type::Map(Type::List(inner)) => {
                let items = ["one", "two"].map(Authored::plain).to_vec();
                let _ = inner;
                Authored::Map(vec![("some-id".into(), Authored::List(items))])
            }
            Type::Map(inner) | Type::By(_, inner) => {
                Authored::Map(vec![("some-id".into(), self.value(inner, path, wants))])
            }
            Type::ByLanguage(inner) => Authored::Map(vec![("fr".into(), self.value(inner, path, wants))]),
            Type::Object(shape) => self.object(shape, path, wants),
            Type::OneOf(types) => {
                let kind = types.iter().find(|kind| !matches!(kind, Type::Literal(_)));
                kind.map_or(Authored::plain("nobody"), |kind| self.value(kind, path, wants))
            }
        }
    }

    fn object(&self, shape: &'static Shape, path: &str, wants: &dyn Fn(&str) -> bool) -> Authored {
        let mut entries: Vec<(SmolStr, Authored)> = Vec::new();
        for field in shape.fields() {
            let path = format!("{path}.{}", field.name);
            let is_needed = field.need == Need::Required || (shape.name == "metric" && field.name == "scale");
            if is_needed || wants(&path) {
                entries.push((field.name.into(), self.field(shape, field, &path, wants)));
            }
        }
        if wants(&format!("{path}.x-own")) {
            entries.push(("x-own".into(), Authored::Raw(json!({ "a": [1, "two", null, true] }))));
        }
        Authored::Map(entries)
    }

    fn field(&self, shape: &Shape, field: &'static Field, path: &str, wants: &dyn Fn(&str) -> bool) -> Authored {
        match (shape.name, field.name) {
            ("metric", "scale") => Authored::List(vec![Authored::plain(1), Authored::plain(7.5)]),
            _ => self.value(&field.value, path, wants),
        }
    }
}

/// The path of every field below a shape, in dots.
fn paths(shape: &'static Shape, path: &str, found: &mut Vec<String>) {
    for field in shape.fields() {
        let path = format!("{path}.{}", field.name);
        found.push(path.clone());
        for inner in field.value.shapes() {
            paths(inner, &path, found);
        }
    }
    found.push(format!("{path}.x-own"));
}

/// What is written, read and written again.
fn again(kind: Kind, fields: &Authored) -> (String, String) {
    let path = SourcePath::new("x.md");
    if kind.is_document() {
        let written = source::fields(read::shape_of(kind), fields, 0);
        let node = yaml::parse(&path, &written, TextRange::new(0, written.len())).expect(&written);
        let mut reader = Reader::new(&path, &written);
        let found = read::front_matter(&mut reader, kind, &node, TextRange::at(0)).expect(&written);
        let reread = super::of_front_matter(&found);
        let rewritten = source::fields(read::shape_of(kind), &reread, 0);
        return (written, rewritten);
    }
    let shape = vocabulary::shape_of(kind);
    let written = source::entry(shape, "some-id", fields);
    let node = yaml::parse(&path, &written, TextRange::new(0, written.len())).expect(&written);
    let mut reader = Reader::new(&path, &written);
    let entries = vocabulary::source(&mut reader, kind, &node);
    let parsed = ParsedVocabulary {
        entries,
        texts: reader.texts,
        renamed_from: reader.renamed,
        extensions: reader.extensions,
        ..ParsedVocabulary::default()
    };
    let id = crate::base::Id::parse("some-id").expect("an id");
    let reread = super::entry(&parsed, &id).expect(&written);
    (written.clone(), source::entry(shape, "some-id", &reread))
}

fn kinds() -> impl Iterator<Item = (Kind, &'static Shape)> {
    let documents = Kind::ALL.iter().filter(|kind| kind.is_document()).map(|kind| (*kind, read::shape_of(*kind)));
    let entries = VOCABULARIES.iter().map(|kind| (*kind, vocabulary::shape_of(*kind)));
    documents.chain(entries)
}

/// What follows from something else, and is written only where it must be.
fn follows(path: &str) -> bool {
    [".translate", ".consent", ".digital"].iter().any(|end| path.ends_with(end))
}

#[test]
fn every_field_of_every_table_is_written_as_it_was_read() {
    let taste = Taste { text: "Says: so, #1 – or not".to_owned(), pick: 1 };
    let mut checked = 0;
    for (kind, shape) in kinds() {
        let mut all = Vec::new();
        paths(shape, "", &mut all);
        let is_known = |path: &String| !(follows(path) || kind == Kind::Response && path.contains("x-own"));
        for path in all.into_iter().filter(is_known) {
            let wants = |asked: &str| path == asked || path.starts_with(&format!("{asked}."));
            let mut fields = taste.object(shape, "", &wants);
            if kind == Kind::Term
                && let Authored::Map(entries) = &mut fields
            {
                let form = taste.object(&vocabulary::TERM_FORM, ".fr", &|_| true);
                entries.push(("fr".into(), form));
            }
            let (written, rewritten) = again(kind, &fields);
            // An object without fields says no more than that it is there.
            for line in written.lines().filter(|line| !line.ends_with("{}")) {
                let says = |line: &str| line.trim().trim_start_matches("- ").to_owned();
                let is_there = rewritten.lines().any(|other| says(other) == says(line));
                assert!(is_there, "{kind:?} {path}: `{line}` is lost\n{written}\n{rewritten}");
            }
            checked += 1;
        }
    }
    assert!(checked > 300, "{checked}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_document_is_written_the_same_twice(
        text in "[A-Za-zé][a-zé:#!&*%'\"\\-{}\\[\\],.>| 1]{0,80}[a-z]",
        pick in 0_usize..6,
        seed in any::<u64>(),
        of in 0_usize..22,
    ) {
        let taste = Taste { text, pick };
        let (kind, shape) = kinds().nth(of).unwrap_or((Kind::Journey, read::shape_of(Kind::Journey)));
        let wants = |path: &str| {
            let bits = path.bytes().fold(seed, |bits, byte| bits.rotate_left(5).wrapping_mul(31) ^ u64::from(byte));
            bits % 3 == 0
        };
        let mut fields = taste.object(shape, "", &wants);
        if kind == Kind::Term && let Authored::Map(entries) = &mut fields {
            entries.push(("fr".into(), taste.object(&vocabulary::TERM_FORM, ".fr", &wants)));
        }
        let (_, first) = again(kind, &fields);
        let path = SourcePath::new("x.yaml");
        prop_assert!(yaml::parse(&path, &first, TextRange::new(0, first.len())).is_ok(), "{}", first);
        if kind.is_document() {
            let node = yaml::parse(&path, &first, TextRange::new(0, first.len())).expect("YAML");
            let mut reader = Reader::new(&path, &first);
            let found = read::front_matter(&mut reader, kind, &node, TextRange::at(0)).expect("fields");
            let second = source::fields(shape, &super::of_front_matter(&found), 0);
            prop_assert_eq!(first, second);
        }
    }
}
