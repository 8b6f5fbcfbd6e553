//! Segments are found by place, and nothing else of a file is touched.

use cxbook::base::{Locale, TextRange};
use cxbook::edit::translate as edit;
use cxbook::interchange::exchange::{self, Format, Import, Trust};
use cxbook::markdown::{BlockKind, Limits, parse};
use cxbook::translation::{Mark, Place, Revision, replace};

use crate::support::OTHER_BLOCKS;

/// The Markdown inputs of the specification, vendored with their licence in the file itself.
const EXAMPLES: &str = include_str!("../markdown_spec/commonmark-0.31.2.json");

fn examples() -> Vec<String> {
    let file: serde_json::Value = serde_json::from_str(EXAMPLES).unwrap();
    file["examples"].as_array().unwrap().iter().map(|example| example.as_str().unwrap().to_owned()).collect()
}

fn revision(text: &str) -> Revision {
    Revision::of_parts(&Default::default(), &[], &parse(text, 0, &Limits::default()))
}

/// Every block with its kind; a raw HTML block and a rule have no text, and count too.
fn shape(text: &str) -> Vec<BlockKind> {
    parse(text, 0, &Limits::default()).blocks.into_iter().map(|block| block.kind).collect()
}

#[test]
fn every_example_of_the_specification_is_rebuilt_byte_for_byte() {
    let examples = examples();
    assert_eq!(examples.len(), 652);
    for example in &examples {
        let revision = revision(example);
        let mut end = 0;
        let same: Vec<(TextRange, &str)> = revision
            .segments
            .iter()
            .map(|segment| {
                assert!(segment.range.start() >= end, "{segment:?} overlaps in {example:?}");
                end = segment.range.end();
                (segment.range, segment.markdown.as_str())
            })
            .collect();
        assert_eq!(replace(example, &same), *example);
    }
}

#[test]
fn other_words_in_any_one_segment_leave_every_block_what_it_is() {
    let mut segments = 0;
    for example in examples() {
        let before = shape(&example);
        for segment in revision(&example).segments {
            segments += 1;
            let after = shape(&replace(&example, &[(segment.range, "Harmless words")]));
            assert_eq!(after, before, "{:?} of {example:?}", segment.markdown);
        }
    }
    assert!(segments > 700, "{segments}");
}

#[test]
fn a_comment_speaks_of_the_block_after_it_or_around_it() {
    let text = "<!-- l10n:note a pun -->\nOne.\n\nTwo<!-- l10n:ctx=menu -->.\n\n<!-- l10n:skip -->\nThree.\n\n\
                <!-- l10n:skip-start -->\n\nFour.\n\nFive.\n\n<!-- l10n:skip-end -->\n\n<!-- l10n:new -->\n\nSix.\n";
    let segments = revision(text).segments;
    let found: Vec<_> = segments
        .iter()
        .map(|segment| (&*segment.text, segment.note.as_deref(), segment.context.as_deref(), segment.mark))
        .collect();
    assert_eq!(
        found,
        [
            ("One.", Some("a pun"), None, None),
            ("Two.", None, Some("menu"), None),
            ("Six.", None, None, Some(Mark::New)),
        ]
    );
}

#[test]
fn a_heading_knows_its_id_and_whether_it_is_written_there() {
    let revision = revision("# One {#first}\n\n## Two\n");
    let places: Vec<(Option<&str>, bool)> = revision
        .segments
        .iter()
        .map(|segment| match &segment.place {
            Place::Block { anchor, is_pinned, .. } => (anchor.as_deref(), *is_pinned),
            Place::Field(_) => unreachable!("a body has no fields"),
        })
        .collect();
    assert_eq!(places, [(Some("first"), true), (Some("two"), false)]);
}

/// What is exported and comes back changes no byte.
#[test]
fn every_example_of_the_specification_survives_each_exchange_format() {
    let mut desk = super::commands::Desk::new("");
    let examples = examples();
    for (index, example) in examples.iter().enumerate() {
        let folder = format!("content/articles/x-{index}");
        let head = "title: Title\nsummary: Words.\n";
        desk.write(&format!("{folder}/index.md"), format!("---\n{head}status: published\n---\n\n{example}"));
        // What the words are does not matter; that they are others does.
        let french = example.replace("foo", "truc").replace("bar", "chose");
        desk.write(&format!("{folder}/index.fr.md"), format!("---\ntitle: Titre\n---\n\n{french}"));
    }
    let french = Locale::parse("fr").unwrap();
    desk.run(|setting| {
        let (mut files, mut units) = (0, 0);
        let import = Import { setting, trust: Trust::default() };
        for subject in setting.subjects.iter() {
            let comparison = setting.compare(subject, &french)?;
            let bundle = exchange::units::bundle(subject, &french, Some(&comparison));
            for format in [Format::Po, Format::Xliff, Format::Xliff2] {
                // A character that XML may not hold is refused with its place; nothing else is.
                let Ok(text) = exchange::write(&bundle, format) else {
                    assert!(
                        bundle.units.iter().any(|unit| unit.source.contains(['\0', '\u{b}', '\u{c}'])),
                        "{subject:?}"
                    );
                    continue;
                };
                assert_eq!(exchange::write(&bundle, format).unwrap(), text, "twice is the same");
                files += 1;
                for incoming in exchange::read(text.as_bytes()).unwrap() {
                    units += incoming.units.len();
                    let imported = import.document(&incoming).unwrap();
                    let what = (&subject.id, format, &imported.refused, &imported.notes);
                    assert!(imported.edits.is_empty() && imported.refused.is_empty(), "{what:?}");
                    assert_eq!(
                        (imported.taken, imported.conflicts.len(), imported.suggestions.len()),
                        (0, 0, 0),
                        "{what:?}"
                    );
                }
            }
        }
        assert!(files > 1900 && units > 5000, "{files} files, {units} units");
        Ok(edit::Done::default())
    })
    .unwrap();
}

#[test]
fn whatever_a_text_comes_back_as_every_block_stays_what_it_is_or_the_text_is_refused() {
    let mut desk = super::commands::Desk::new("");
    for (index, example) in examples().iter().enumerate().step_by(2) {
        let folder = format!("content/articles/x-{index}");
        desk.write(
            &format!("{folder}/index.md"),
            format!("---\ntitle: T\nsummary: W.\nstatus: published\n---\n\n{example}"),
        );
        let french = example.replace("foo", "truc").replace("bar", "chose");
        desk.write(&format!("{folder}/index.fr.md"), format!("---\ntitle: Titre\n---\n\n{french}"));
    }
    let french = Locale::parse("fr").unwrap();
    desk.run(|setting| {
        let (mut taken, mut refused) = (0, 0);
        let import = Import { setting, trust: Trust { new_markup: true, ..Trust::default() } };
        for (turn, subject) in setting.subjects.iter().enumerate() {
            let comparison = setting.compare(subject, &french)?;
            let bundle = exchange::units::bundle(subject, &french, Some(&comparison));
            let Ok(text) = exchange::write(&bundle, Format::Po) else { continue };
            let Ok([incoming]) = <[_; 1]>::try_from(exchange::read(text.as_bytes()).unwrap()) else { continue };
            let body = |text: &str| text.split_once("\n---\n").unwrap().1.to_owned();
            let file = setting.translation(subject, &french)?;
            let before = shape(&body(setting.text(file.path())?));
            for unit in 0..incoming.units.len() {
                let mut changed = incoming.clone();
                OTHER_BLOCKS[(turn + unit) % OTHER_BLOCKS.len()].clone_into(&mut changed.units[unit].target);
                let imported = import.document(&changed).unwrap();
                refused += imported.refused.len();
                for edit in imported.edits.iter().filter(|edit| edit.path == *file.path()) {
                    taken += 1;
                    assert_eq!(shape(&body(&edit.text)), before, "{:?}", changed.units[unit]);
                }
            }
        }
        assert!(taken > 50 && refused > 150, "{taken} taken, {refused} refused");
        Ok(edit::Done::default())
    })
    .unwrap();
}
