//! The shipped content, read whole.

use cxbook::base::SourcePath;
use cxbook::config;
use cxbook::content::{Memo, parse};
use cxbook::diagnostic::{Diagnostics, Levels, text};
use cxbook::source::SourceSet;

#[allow(clippy::disallowed_methods, reason = "a test reads the repository it is in")]
fn load(folder: &std::path::Path, prefix: &str, sources: &mut SourceSet) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(Result::unwrap).collect();
    entries.sort_by_key(std::fs::DirEntry::path);
    for entry in entries {
        let name = format!("{prefix}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            load(&entry.path(), &name, sources);
        } else {
            sources.insert(SourcePath::new(name), std::fs::read(entry.path()).unwrap());
        }
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test reads the repository it is in")]
fn the_shipped_content_reads_without_a_fault() {
    let mut sources = SourceSet::default();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    load(&root.join("content"), "content", &mut sources);
    sources.insert(SourcePath::new(config::PATH), std::fs::read(root.join(config::PATH)).unwrap());
    let mut diagnostics = Diagnostics::default();
    let config = config::read(&sources, &mut diagnostics);
    let documents = parse(&sources, &config, &mut Memo::default(), &mut diagnostics);
    diagnostics.settle(&Levels::default());
    assert!(diagnostics.is_empty(), "{}", text(&diagnostics, &sources, false));
    assert!(documents.documents.len() > 50 && documents.vocabulary.len() > 14);
}

fn read(path: &str, text: &str) -> (Diagnostics, SourceSet) {
    let mut sources = SourceSet::default();
    sources.insert(SourcePath::new(path), text.as_bytes());
    let mut ignored = Diagnostics::default();
    let config = config::read(&SourceSet::default(), &mut ignored);
    let mut diagnostics = Diagnostics::default();
    parse(&sources, &config, &mut Memo::default(), &mut diagnostics);
    (diagnostics, sources)
}

#[test]
fn bombs_and_towers_are_refused_and_end_soon() {
    let aliases: String = (b'b'..=b'z')
        .map(|letter| {
            let (this, last) = (letter as char, (letter - 1) as char);
            format!("x-{this}: &{this} [*{last}, *{last}]\n")
        })
        .collect();
    let bombs = [
        format!("x-a: &a [l, o, l]\n{aliases}"),
        format!("x-a: {}\n", "[".repeat(20_000)),
        format!("x-a:\n{}a\n", "- ".repeat(20_000)),
        (0..1_000).map(|depth| format!("{}x:\n", " ".repeat(depth))).collect(),
        format!("x-a: {}\n", "{a: ".repeat(10_000)),
        (0..12_000).map(|key| format!("k{key}: 1\n")).collect::<String>()[..60_000].to_owned() + "\n",
        format!("title: \"{}\"\n", "\\u0041".repeat(9_000)),
    ];
    for bomb in bombs {
        let started = jiff::Timestamp::now();
        let (diagnostics, _) = read("content/about.md", &format!("---\n{bomb}---\n"));
        let seconds = jiff::Timestamp::now().duration_since(started).as_secs_f64();
        assert!(diagnostics.has_errors(), "{}", &bomb[..40]);
        assert!(seconds < 10.0, "{} took {seconds} s", &bomb[..40]);
    }
}

#[test]
fn yaml_of_any_shape_is_read_as_it_is_written() {
    let (diagnostics, sources) = read(
        "content/about.md",
        "---\ntitle: 1.10\nsummary: no\nx-a: 12e4567890123456\nx-b: .inf\nstatus: \"draft\"\naliases: [ /a/ ,\n /b/ ]\n---\n",
    );
    assert!(diagnostics.is_empty(), "{}", text(&diagnostics, &sources, false));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    /// Whatever becomes of a file, reading it ends, and every report points into it.
    #[test]
    fn no_damage_makes_a_reader_panic(
        edits in proptest::collection::vec((0..12_000usize, 0..6usize, "[-:#&*!|>'\"%@`{}\\[\\], \n\ta-z0-9é\u{a0}]{0,3}"), 1..6),
        name in proptest::sample::select(vec!["journeys/motor-claim/index.md", "journeys/motor-claim/index.fr.md", "vocab/glossary.yaml", "vocab/touchpoints.yaml", "events/lyon-2025-03/index.md", "personas/camille/index.md"]),
    ) {
        #[allow(clippy::disallowed_methods, reason = "a test reads the repository it is in")]
        let mut damaged = std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content").join(name)).unwrap();
        for (at, length, insert) in edits {
            let boundary = |mut at: usize| { at = at.min(damaged.len()); while !damaged.is_char_boundary(at) { at -= 1 } at };
            let (from, to) = (boundary(at), boundary(at + length));
            damaged.replace_range(from..to, &insert);
        }
        let (diagnostics, _) = read(&format!("content/{}", name.replace(".fr.", ".")), &damaged);
        for found in diagnostics.iter() {
            let spans = std::iter::once(&found.span).chain(found.related.iter().map(|(span, _)| span));
            for span in spans.filter(|span| span.path.as_str().starts_with("content/")) {
                let (start, end) = (span.range.start(), span.range.end());
                proptest::prop_assert!(damaged.is_char_boundary(start) && damaged.is_char_boundary(end), "{found:?}");
                proptest::prop_assert!(!found.message.is_empty() && !found.message.ends_with('.'), "{found:?}");
            }
        }
    }
}

#[test]
fn an_unreadable_file_brings_no_second_report() {
    let (_, mut sources) = read("content/about.md", "---\ntitle: About\n---\n");
    sources
        .insert(SourcePath::new("content/vocab/systems.yaml"), b"files: { name: Files, owner: claims }\n".as_slice());
    sources.insert(SourcePath::new("content/vocab/departments.yaml"), b"claims: Claims: the desk\n".as_slice());
    sources.insert(SourcePath::new("content/principles/listen.md"), b"---\ntitle: \xff\n---\n".as_slice());
    sources.insert(
        SourcePath::new("content/articles/tone.md"),
        b"---\ntitle: Tone\nprinciples: [listen]\nstatus: published\n---\n\n[[principle:listen]]\n".as_slice(),
    );
    let today = cxbook::base::Date::parse("2026-11-21").unwrap();
    let request = config::Request { goal: config::Goal::Check, base_url: None, drafts: false, today };
    let build = cxbook::pipeline::build(&sources, &request, &mut cxbook::pipeline::Memo::default());
    let errors: Vec<&str> = build
        .diagnostics
        .iter()
        .filter(|found| {
            found.severity == cxbook::diagnostic::Severity::Error && found.span.path.as_str() != "book.toml"
        })
        .map(|found| found.name.as_str())
        .collect();
    assert_eq!(errors, ["not-utf-8", "unquoted-colon"], "{}", text(&build.diagnostics, &sources, false));
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test reads the repository it is in")]
fn the_documentation_names_every_field() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/content-model.md");
    let text = std::fs::read_to_string(path).unwrap();
    let missing: Vec<String> = cxbook::content::read::shapes()
        .into_iter()
        .flat_map(|shape| shape.fields().map(move |field| (shape.name, field.name)))
        .filter(|(_, field)| !text.contains(&format!("`{field}`")) && !text.contains(&format!("`{field}:")))
        .map(|(shape, field)| format!("{field} of a {shape}"))
        .collect();
    assert!(missing.is_empty(), "docs/content-model.md does not name {}", missing.join(", "));
}

#[test]
fn a_character_written_by_its_number_is_refused_like_the_character() {
    let page = |front: &str, body: &str| format!("---\n{front}\n---\n\n{body}\n");
    for (path, text) in [
        ("content/about.md", page("title: \"A \\u0007 room\"", "Text.")),
        ("content/about.md", page("title: A\nsummary: \"A \\u202E room\"", "Text.")),
        ("content/about.md", page("title: A", "Text &#7; here.")),
        ("content/about.md", page("title: A", "See [us](https://e.org \"a &#x1b; b\").")),
        ("content/vocab/channels.yaml", "phone: { name: \"Pho\\x1bne\" }\n".to_owned()),
    ] {
        let (diagnostics, sources) = read(path, &text);
        let report = cxbook::diagnostic::text(&diagnostics, &sources, false);
        assert!(report.contains("error[forbidden-character]"), "{text}\n{report}");
    }
    for body in ["`&#7;` is a bell.", "    &#7;", "A &amp; B &#8212; C"] {
        let (diagnostics, sources) = read("content/about.md", &page("title: \"A \\u2014 B\"", body));
        assert_eq!(text(&diagnostics, &sources, false).matches("forbidden-character").count(), 0, "{body}");
    }
}
