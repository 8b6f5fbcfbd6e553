//! What holds for any text of any document: the guarantees of the exchange, one property each.
//!
//! Each document is alone in a site of its own with its French: those that are shipped, and examples of CommonMark.
//! What a person changes is changed in the file; what a tool changes, in what comes back from it.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use cxbook::base::{Locale, SourcePath, TextRange};
use cxbook::content::front_matter::Quality;
use cxbook::interchange::exchange::codes::Piece;
use cxbook::interchange::exchange::import::IncomingUnit;
use cxbook::interchange::exchange::units::{self, State};
use cxbook::interchange::exchange::{self, Bundle, Format, Import, Imported, Incoming, Trust, po};
use cxbook::source::SourceSet;
use cxbook::translation::{Revision, replace, snapshot};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{TestCaseResult, TestError, TestRunner};

use crate::support::{BOOK, OTHER_BLOCKS};
use crate::{FORMATS, with};

const EXAMPLES: &str = include_str!("../markdown_spec/commonmark-0.31.2.json");

/// One document with its French.
struct One {
    sources: SourceSet,
    source: SourcePath,
    french: SourcePath,
}

/// The shipped documents that have a French, and every fifth example of CommonMark.
fn ones() -> &'static [One] {
    static ONES: OnceLock<Vec<One>> = OnceLock::new();
    ONES.get_or_init(|| {
        let mut ones = shipped();
        assert!(ones.len() > 30, "{}", ones.len());
        let file: serde_json::Value = serde_json::from_str(EXAMPLES).unwrap();
        let examples = file["examples"].as_array().unwrap().iter().step_by(5);
        ones.extend(examples.filter_map(|example| spec(example.as_str().unwrap())));
        assert!(ones.len() > 130, "{}", ones.len());
        ones
    })
}

fn shipped() -> Vec<One> {
    let all = cxbook::io::scan::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let found = all.under("content").filter(|(path, _)| path.as_str().contains(".fr.") && path.extension() != "txt");
    found
        .map(|(french, file)| {
            let source = SourcePath::new(french.as_str().replace(".fr.", "."));
            let mut sources = SourceSet::default();
            for path in [&SourcePath::new("book.toml"), &source] {
                sources.share(path.clone(), all.get(path).unwrap());
            }
            sources.share(french.clone(), file);
            let said = file.text().unwrap();
            for (path, file) in all.under(snapshot::FOLDER) {
                if said.contains(path.file_name().split('.').next().unwrap()) {
                    sources.share(path.clone(), file);
                }
            }
            One { sources, source, french: french.clone() }
        })
        .collect()
}

/// An example with a French that has other words at each of its places, and its marks where they may stay.
fn spec(example: &str) -> Option<One> {
    let body = |text: &str| cxbook::markdown::parse(text, 0, &Default::default());
    let shape = |text: &str| body(text).blocks.iter().map(|block| block.kind).collect::<Vec<_>>();
    let segments = Revision::of_parts(&Default::default(), &[], &body(example)).segments;
    let mut french = example.to_owned();
    for (number, segment) in segments.iter().enumerate().rev() {
        let marked = replace(&french, &[(TextRange::at(segment.range.end()), &format!(" mot{number}"))]);
        let plain = || replace(&french, &[(segment.range, &format!("Des mots {number}"))]);
        french = if shape(&marked) == shape(example) { marked } else { plain() };
    }
    if segments.is_empty() || shape(&french) != shape(example) || example.contains(['\0', '\u{b}', '\u{c}']) {
        return None;
    }
    let source = SourcePath::new("content/about.md");
    let translation = SourcePath::new("content/about.fr.md");
    let mut sources = SourceSet::default();
    sources.insert(SourcePath::new("book.toml"), BOOK.as_bytes());
    sources.insert(
        source.clone(),
        format!("---\ntitle: About\nsummary: Us.\nstatus: published\n---\n\n{example}").into_bytes(),
    );
    sources.insert(
        translation.clone(),
        format!("---\ntranslation:\n  status: draft\ntitle: Nous\nsummary: >-\n  Nous, donc.\n---\n\n{french}")
            .into_bytes(),
    );
    Some(One { sources, source, french: translation })
}

fn fr() -> Locale {
    Locale::parse("fr").unwrap()
}

impl One {
    /// What the site says now.
    fn bundle(&self) -> Bundle {
        with(&self.sources, |setting| {
            let subject = setting.subjects.iter().next().unwrap();
            let comparison = setting.compare(subject, &fr()).unwrap();
            units::bundle(subject, &fr(), Some(&comparison))
        })
    }

    /// For each text of the bundle, where its source and its French stand, if each of them has one place.
    fn places(&self, bundle: &Bundle) -> Vec<Option<(TextRange, TextRange)>> {
        with(&self.sources, |setting| {
            let subject = setting.subjects.iter().next().unwrap();
            let comparison = setting.compare(subject, &fr()).unwrap();
            let pairs: Vec<_> = comparison.pairs().collect();
            let place = |unit: &units::Unit| {
                let is_sure = matches!(unit.state, State::Draft | State::Reviewed) && !unit.is_split;
                let mut own = pairs.iter().filter(|pair| {
                    let source = units::one_line(&pair.source.markdown);
                    units::id(units::key(pair.source).as_deref(), &source) == unit.id()
                });
                match (own.next(), own.next()) {
                    (Some(pair), None) if is_sure => Some((pair.source.range, pair.target?.range)),
                    _ => None,
                }
            };
            bundle.units.iter().map(place).collect()
        })
    }

    fn text(&self, path: &SourcePath) -> &str {
        self.sources.text(path).unwrap()
    }

    /// The site after some places of a file say more.
    fn by_hand(&self, path: &SourcePath, places: &[TextRange], more: &str) -> Self {
        let text = self.text(path);
        let ends = places.iter().map(|range| {
            let said = range.of(text).trim_end();
            let quoted = said.len() > 1 && (said.starts_with('"') || said.starts_with('\''));
            (TextRange::at(range.start() + said.len() - usize::from(quoted)), more)
        });
        self.saying(path, replace(text, &ends.collect::<Vec<_>>()))
    }

    fn saying(&self, path: &SourcePath, text: String) -> Self {
        let mut sources = self.sources.clone();
        sources.insert(path.clone(), text.into_bytes());
        Self { sources, source: self.source.clone(), french: self.french.clone() }
    }

    fn import(&self, incoming: &Incoming, trust: Trust) -> Imported {
        with(&self.sources, |setting| Import { setting, trust }.document(incoming).unwrap())
    }

    /// The site after what an import writes.
    fn after(&self, imported: &Imported) -> Self {
        let mut sources = self.sources.clone();
        for edit in &imported.edits {
            sources.insert(edit.path.clone(), edit.text.clone().into_bytes());
        }
        Self { sources, source: self.source.clone(), french: self.french.clone() }
    }

    fn quality(&self) -> Quality {
        with(&self.sources, |setting| setting.subjects.iter().next().unwrap().translations[&fr()].said().status)
    }
}

fn came_back(bundle: &Bundle, format: Format) -> Incoming {
    exchange::read(exchange::write(bundle, format).unwrap().as_bytes()).unwrap().remove(0)
}

/// A tool says more.
fn say(unit: &mut IncomingUnit, more: &str) {
    match &mut unit.pieces {
        Some(coded) => coded.pieces.push(Piece::Text(more.to_owned())),
        None => unit.target.push_str(more),
    }
}

/// Holds a property to so many cases.
fn holds<S: Strategy>(cases: u32, strategy: S, property: impl Fn(S::Value) -> TestCaseResult) {
    let config =
        ProptestConfig { cases, failure_persistence: None, max_global_rejects: cases * 8, ..Default::default() };
    match TestRunner::new(config).run(&strategy, property) {
        Ok(()) => {}
        Err(TestError::Fail(reason, value)) => panic!("{reason}\nof {value:?}"),
        Err(fault) => panic!("{fault}"),
    }
}

/// A document, a format, and a choice for each text.
fn turns<T: std::fmt::Debug + Clone>(
    choice: impl Strategy<Value = T>,
) -> impl Strategy<Value = (Index, Format, Vec<T>)> {
    (any::<Index>(), proptest::sample::select(FORMATS.to_vec()), proptest::collection::vec(choice, 24))
}

/// Who has changed a text since the export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Nobody,
    Tool,
    Person,
    Both,
}

#[test]
fn of_each_text_what_was_changed_stays_and_a_persons_words_come_first() {
    let who = proptest::sample::select(vec![Who::Nobody, Who::Tool, Who::Person, Who::Both]);
    holds(48, (turns(who), any::<bool>()), |((which, format, turns), take)| {
        let one = which.get(ones());
        let seen = one.bundle();
        let places = one.places(&seen);
        let who = &|at: usize| if places[at].is_some() { turns[at % turns.len()] } else { Who::Nobody };
        // What comes back as its source is open, whoever has said something else since.
        let is_other = |at: &usize| seen.units[*at].source != seen.units[*at].target;
        let count = |wanted: Who| (0..seen.units.len()).filter(move |at| who(*at) == wanted);
        let by_person: Vec<TextRange> = (0..seen.units.len())
            .filter(|at| matches!(who(*at), Who::Person | Who::Both))
            .map(|at| places[at].unwrap().1)
            .collect();
        let site = one.by_hand(&one.french, &by_person, " humain");
        let now = site.bundle();
        let is_plain = now.units.len() == seen.units.len()
            && (0..seen.units.len()).all(|at| {
                let by_person = if matches!(who(at), Who::Person | Who::Both) { " humain" } else { "" };
                now.units[at].target == format!("{}{by_person}", seen.units[at].target)
            });
        prop_assume!(is_plain);
        let mut incoming = came_back(&seen, format);
        for (at, unit) in incoming.units.iter_mut().enumerate() {
            if matches!(who(at), Who::Tool | Who::Both) {
                say(unit, " outil");
            }
        }
        let imported = site.import(&incoming, Trust { take_conflicts: take, ..Trust::default() });
        let conflicts: BTreeSet<(&str, &str)> = imported
            .conflicts
            .iter()
            .map(|entry| (entry.context.as_deref().unwrap_or(&entry.source), entry.target.as_str()))
            .collect();
        let after = site.after(&imported).bundle();
        let mut refused = imported.refused.len();
        for at in 0..seen.units.len() {
            let by_tool = format!("{} outil", seen.units[at].target);
            let by_person = &now.units[at].target;
            let is_tools = who(at) == Who::Tool || (who(at) == Who::Both && take);
            let said = &after.units[at].target;
            if is_tools && said == by_person && refused > 0 {
                refused -= 1;
                continue;
            }
            prop_assert_eq!(said, if is_tools { &by_tool } else { by_person }, "{:?}", who(at));
            let unit = &incoming.units[at];
            let name = unit.key.as_ref().or(unit.id.as_ref()).unwrap_or(&seen.units[at].source).as_str();
            prop_assert_eq!(conflicts.contains(&(name, &*by_tool)), who(at) == Who::Both && !take, "{}", by_tool);
        }
        prop_assert_eq!(refused, 0, "{:?}", imported.refused);
        prop_assert_eq!(imported.conflicts.len(), if take { 0 } else { count(Who::Both).count() });
        prop_assert!(imported.kept <= count(Who::Person).count());
        prop_assert!(imported.kept >= count(Who::Person).filter(is_other).count());
        prop_assert_eq!(imported.suggestions.len(), 0);
        Ok(())
    });
}

#[test]
fn a_text_whose_source_is_gone_is_kept_aside_and_written_nowhere() {
    holds(48, turns((any::<bool>(), any::<bool>())), |(which, format, turns)| {
        let one = which.get(ones());
        let seen = one.bundle();
        let places = one.places(&seen);
        let turn = |at: usize| if places[at].is_some() { turns[at % turns.len()] } else { (false, false) };
        let moved: Vec<TextRange> =
            (0..seen.units.len()).filter(|at| turn(*at).0).map(|at| places[at].unwrap().0).collect();
        let site = one.by_hand(&one.source, &moved, " anew");
        let now = site.bundle();
        let is_plain = now.units.len() == seen.units.len()
            && (0..seen.units.len()).all(|at| {
                let more = if turn(at).0 { " anew" } else { "" };
                let (now, seen) = (&now.units[at], &seen.units[at]);
                now.source == format!("{}{more}", seen.source) && now.target == seen.target
            });
        prop_assume!(is_plain);
        let mut incoming = came_back(&seen, format);
        for (at, unit) in incoming.units.iter_mut().enumerate() {
            if turn(at).1 {
                say(unit, " outil");
            }
        }
        let imported = site.import(&incoming, Trust { take_conflicts: true, new_markup: true, approved: true });
        let suggested: BTreeSet<String> =
            imported.suggestions.iter().map(|entry| entry.target.replace("\\\n", "\\ ")).collect();
        let (mut stale, mut taken) = (0, 0);
        let after = site.after(&imported);
        for (at, unit) in after.bundle().units.iter().enumerate() {
            let (is_stale, is_changed) = turn(at);
            let by_tool = seen.units[at].target.clone() + if is_changed { " outil" } else { "" };
            if is_stale {
                stale += 1;
                prop_assert_eq!(&unit.target, &now.units[at].target);
                prop_assert!(suggested.contains(&by_tool.replace("\\\n", "\\ ")), "{:?} of {}", suggested, by_tool);
            } else if is_changed && unit.target == by_tool {
                taken += 1;
            }
        }
        prop_assert_eq!((imported.suggestions.len(), imported.taken), (stale, taken));
        if taken == 0 {
            prop_assert!(imported.edits.is_empty());
        }
        Ok(())
    });
}

/// What acts, wherever it comes from: refused even where new markup is allowed.
const ACTS: &[&str] = &[
    "<script>alert(1)</script>",
    "[evil](javascript:alert(1))",
    "[evil](JaVaScRiPt:alert(1))",
    "[evil](&#106;avascript:alert(1))",
    "[evil](<javascript:alert(1)>)",
    "[evil]( javascript:alert(1) \"x\")",
    "![evil](data:text/html,x)",
    "[evil](vbscript:x)",
    "<iframe src=\"https://evil.example/\"></iframe>",
    "<javascript:alert(1)>",
    "**<style>evil</style>**",
];

/// What the source does not have: refused unless it is allowed.
const NEW: &[&str] = &[
    "<blink>evil</blink>",
    "<img src=x onerror=evil>",
    "[evil](https://evil.example/)",
    "<https://evil.example/>",
    "![evil](https://evil.example/p.png)",
    "[[article:evil]]",
    "*[evil](//evil.example)*",
    "<evil@evil.example>",
    "[evil](/evil)",
    "<!-- evil -->",
];

#[test]
fn nothing_that_acts_and_nothing_that_the_source_lacks_comes_in_and_the_rest_does() {
    #[derive(Clone, Copy, Debug)]
    enum Turn {
        Leave,
        Word,
        Acts(Index),
        New(Index),
    }
    let turn = prop_oneof![
        2 => Just(Turn::Leave),
        3 => Just(Turn::Word),
        1 => any::<Index>().prop_map(Turn::Acts),
        1 => any::<Index>().prop_map(Turn::New)
    ];
    holds(64, (turns(turn), any::<bool>()), |((which, format, turns), allowed)| {
        let one = which.get(ones());
        let seen = one.bundle();
        let places = one.places(&seen);
        let turn = |at: usize| if places[at].is_some() { turns[at % turns.len()] } else { Turn::Leave };
        let mut incoming = came_back(&seen, format);
        let (mut bad, mut words) = (0, 0);
        for (at, unit) in incoming.units.iter_mut().enumerate() {
            let more = match turn(at) {
                Turn::Leave => continue,
                Turn::Word => {
                    words += 1;
                    " outil"
                }
                Turn::Acts(which) => {
                    bad += 1;
                    which.get(ACTS)
                }
                Turn::New(_) if allowed => continue,
                Turn::New(which) => {
                    bad += 1;
                    which.get(NEW)
                }
            };
            say(unit, &format!(" {}", more.trim_start()));
        }
        let imported = one.import(&incoming, Trust { new_markup: allowed, ..Trust::default() });
        prop_assert_eq!(imported.taken + imported.refused.len(), bad + words, "{:?}", imported.refused);
        let after = one.after(&imported);
        let now = after.bundle();
        let mut taken = 0;
        for at in 0..seen.units.len() {
            let said = &now.units[at].target;
            let is_as_it_was = *said == seen.units[at].target;
            match turn(at) {
                Turn::Word if !is_as_it_was => taken += 1,
                _ => prop_assert!(is_as_it_was, "{:?}: {}", turn(at), said),
            }
        }
        prop_assert_eq!(imported.taken, taken);
        // Of the words, all go in but those that no place of a document takes.
        prop_assert!(words - taken <= words / 4 + 1, "{:?}", imported.refused);
        Ok(())
    });
}

#[test]
fn nobody_is_said_to_have_read_what_an_import_wrote() {
    let spellings = ["machine", "draft", "reviewed", "\"reviewed\"", "'reviewed'", " reviewed # by Jean"];
    let spelling = proptest::sample::select(spellings.to_vec());
    let choices = (turns((any::<bool>(), any::<bool>())), spelling, any::<bool>());
    holds(48, choices, |((which, format, turns), spelling, trusted)| {
        let one = which.get(ones());
        let text = one.text(&one.french);
        let Some((head, old)) = text.split_once("status: ") else { return Ok(()) };
        let end = old.find([',', '\n', '}']).unwrap();
        let is_flow = head.lines().last().unwrap_or_default().contains('{');
        let spelling = if is_flow { spelling.split(" #").next().unwrap() } else { spelling };
        let site = one.saying(&one.french, format!("{head}status: {spelling}{}", &old[end..]));
        let before = site.quality();
        prop_assert_eq!(before == Quality::Reviewed, spelling.contains("reviewed"));
        let mut given = site.bundle();
        let places = one.places(&one.bundle());
        let turn = |at: usize| if places[at].is_some() { turns[at % turns.len()] } else { (false, false) };
        for (at, unit) in given.units.iter_mut().enumerate() {
            if turn(at).0 {
                unit.state = if turn(at).1 { State::Reviewed } else { State::Draft };
            }
        }
        let mut incoming = came_back(&given, format);
        for (at, unit) in incoming.units.iter_mut().enumerate() {
            if turn(at).0 {
                say(unit, " outil");
            }
        }
        let imported = site.import(&incoming, Trust { approved: trusted, ..Trust::default() });
        let after = site.after(&imported).quality();
        if imported.taken == 0 {
            prop_assert_eq!(after, before);
            return Ok(());
        }
        let all_approved = (0..given.units.len()).all(|at| !turn(at).0 || turn(at).1);
        let may_be_read = trusted && all_approved;
        prop_assert!(after <= Quality::Draft || may_be_read, "{:?} from {:?}", after, before);
        prop_assert!(after <= before, "{:?} from {:?}", after, before);
        Ok(())
    });
}

#[test]
fn nothing_is_written_but_the_bytes_of_what_has_changed() {
    holds(48, turns(any::<bool>()), |(which, format, turns)| {
        let one = which.get(ones());
        // What nobody has read since is a draft again, which is no matter of texts.
        let text = one.text(&one.french).replacen("status: reviewed", "status: draft", 1);
        let one = one.saying(&one.french, text.clone());
        let seen = one.bundle();
        let places = one.places(&seen);
        let is_changed = |at: usize| places[at].is_some() && turns[at % turns.len()];
        let mut incoming = came_back(&seen, format);
        for (at, unit) in incoming.units.iter_mut().enumerate().filter(|(at, _)| is_changed(*at)) {
            say(unit, &format!(" outil{at}x"));
        }
        let imported = one.import(&incoming, Trust::default());
        let after = one.after(&imported);
        let mut rest = after.text(&one.french);
        let mut ranges: Vec<(TextRange, usize)> =
            (0..places.len()).filter(|at| is_changed(*at)).map(|at| (places[at].unwrap().1, at)).collect();
        ranges.sort_by_key(|(range, _)| range.start());
        let (mut at, mut taken) = (0, 0);
        for (range, number) in ranges {
            let Some(place) = rest.find(&format!("outil{number}x")) else { continue };
            taken += 1;
            let kept = &text[at..range.start()];
            // A value that was plain may have got quotation marks.
            let said = if rest.starts_with(kept) { rest } else { rest.trim_start_matches(['"', '\'']) };
            prop_assert!(said.starts_with(kept), "{:?} is not\n{}", kept, rest);
            rest = &rest[place + format!("outil{number}x").len()..];
            at = range.end();
        }
        let tail = rest.trim_start_matches(['"', '\'']);
        prop_assert!(text[at..].trim_start_matches(['"', '\'']) == tail, "{:?} is not\n{}", &text[at..], tail);
        prop_assert_eq!(imported.taken, taken);
        Ok(())
    });
}

#[test]
fn whatever_texts_come_back_every_block_stays_and_each_text_says_what_was_taken() {
    let other = proptest::option::of(proptest::sample::select(OTHER_BLOCKS.to_vec()));
    holds(48, turns(other), |(which, format, turns)| {
        let one = which.get(ones());
        let seen = one.bundle();
        let places = one.places(&seen);
        let turn = |at: usize| places[at].and(turns[at % turns.len()]);
        let shape = |one: &One| {
            with(&one.sources, |setting| {
                let body = setting.subjects.iter().next().unwrap().translations[&fr()].body();
                let kinds: Vec<_> = body.blocks.iter().map(|block| block.kind).collect();
                let pins: Vec<_> = body.headings.iter().map(|heading| heading.pinned.clone()).collect();
                (kinds, pins)
            })
        };
        let mut incoming = came_back(&seen, format);
        for (at, unit) in incoming.units.iter_mut().enumerate() {
            let Some(text) = turn(at) else { continue };
            match &mut unit.pieces {
                Some(coded) => coded.pieces = vec![Piece::Text(text.to_owned())],
                None => text.clone_into(&mut unit.target),
            }
        }
        let imported = one.import(&incoming, Trust { new_markup: true, ..Trust::default() });
        let after = one.after(&imported);
        prop_assert_eq!(shape(&after), shape(one), "{}", after.text(&one.french));
        let says = |one: &One| -> Vec<(TextRange, String)> {
            with(&one.sources, |setting| {
                let subject = setting.subjects.iter().next().unwrap();
                let segments = subject.revision(&subject.translations[&fr()]).segments;
                segments.iter().map(|segment| (segment.range, units::one_line(&segment.markdown))).collect()
            })
        };
        let (before, now) = (says(one), says(&after));
        prop_assert_eq!(now.len(), before.len());
        let mut taken = 0;
        for ((range, was), (_, says)) in before.iter().zip(&now).filter(|((_, was), (_, says))| was != says) {
            taken += 1;
            let at = (0..places.len()).find(|at| places[*at].is_some_and(|(_, target)| target == *range));
            let text = at.and_then(turn).map(|text| text.trim_matches([' ', '\t', '\n']));
            prop_assert_eq!(Some(&**says), text, "{}", was);
        }
        prop_assert_eq!(imported.taken, taken);
        Ok(())
    });
}

/// What is written beside the texts of a PO file by people and their tools.
#[derive(Clone, Copy, Debug)]
enum Noted {
    Comment,
    Flag,
    Reference,
    Extracted,
    Edited,
}

#[test]
fn a_second_export_keeps_all_that_others_wrote_into_a_po_file() {
    let noted = [Noted::Comment, Noted::Flag, Noted::Reference, Noted::Extracted, Noted::Edited];
    let noted = proptest::option::of(proptest::sample::select(noted.to_vec()));
    let words = "[a-z\"\\\\é€;:|~#.,]{1,8}( [a-z#~|]{1,6}){0,2}";
    let choices = (turns((noted, any::<bool>())), words, any::<bool>());
    holds(48, choices, |((which, _, turns), words, by_author)| {
        let one = which.get(ones());
        let given = one.bundle();
        let places = one.places(&given);
        let text = exchange::write(&given, Format::Po).unwrap();
        let mut there = po::read(&text).unwrap();
        there.entries[0].raw.clear();
        there.entries[0].target.push_str(&format!("X-Team: {words}\n"));
        for (at, entry) in there.entries.iter_mut().skip(1).enumerate() {
            let note = format!("{at} {words}");
            match turns[at % turns.len()].0 {
                None => continue,
                Some(Noted::Comment) => entry.comments.push(note),
                Some(Noted::Flag) => entry.flags.push(format!("x-{at}")),
                Some(Noted::Reference) => entry.references.push(note),
                Some(Noted::Extracted) => entry.extracted.push(note),
                Some(Noted::Edited) => {
                    entry.target.push_str(&format!(" {note}"));
                    entry.previous = Some(format!("before {note}"));
                    entry.flags.push("fuzzy".to_owned());
                }
            }
            entry.raw.clear();
        }
        let gone = |previous: Option<&str>| po::Entry {
            is_obsolete: true,
            comments: vec![format!("gone {words}")],
            previous: previous.map(str::to_owned),
            source: format!("gone {words} {previous:?}"),
            target: words.clone(),
            ..po::Entry::default()
        };
        there.entries.extend([gone(None), gone(Some("older"))]);
        let text = po::write(&there);
        prop_assert_eq!(&po::write(&po::read(&text).unwrap()), &text, "what is read is written");
        // Some sources are others now.
        let moved: Vec<TextRange> = (0..given.units.len())
            .filter(|at| by_author && turns[at % turns.len()].1)
            .filter_map(|at| Some(places[at]?.0))
            .collect();
        let now = one.by_hand(&one.source, &moved, " anew").bundle();
        let fresh = exchange::write(&now, Format::Po).unwrap();
        let (again, _) = exchange::again(Some(&now), Some(Format::Po), &fresh, text.as_bytes()).unwrap();
        let after = po::read(&again).unwrap();
        prop_assert!(after.entries[0].header("X-Team").is_some());
        for old in there.entries.iter().skip(1) {
            let own = |entry: &&po::Entry| (&entry.context, &entry.source) == (&old.context, &old.source);
            let is_others = |note: &&String| note.ends_with(&words);
            let at_home = after.entries.iter().find(own);
            let all = || at_home.into_iter().chain(&after.entries);
            for comment in &old.comments {
                prop_assert!(all().any(|entry| entry.comments.contains(comment)), "{} of\n{}", comment, again);
            }
            for flag in &old.flags {
                prop_assert!(all().any(|entry| entry.has_flag(flag)), "{} of\n{}", flag, again);
            }
            if let Some(new) = at_home {
                prop_assert!(old.comments.iter().all(|said| new.comments.contains(said)), "{}", again);
            }
            // Of a text whose source is gone, nobody needs what was found about its source.
            if let Some(new) = at_home.filter(|entry| !entry.is_obsolete) {
                prop_assert!(old.references.iter().all(|said| new.references.contains(said)), "{}", again);
                for note in old.extracted.iter().filter(is_others) {
                    prop_assert!(new.extracted.contains(note), "{} of\n{}", note, again);
                }
            }
            if let Some(previous) = old.previous.as_ref().filter(|previous| previous.starts_with("before")) {
                let edited = after.entries.iter().find(|entry| entry.target == old.target);
                prop_assert!(edited.is_some(), "{}\n{}", old.target, again);
                let is_kept = edited.unwrap().previous.as_ref() == Some(previous) || at_home.is_none();
                prop_assert!(is_kept, "{} of\n{}", previous, again);
            }
            if old.is_obsolete {
                prop_assert!(
                    at_home.is_some_and(|entry| entry.is_obsolete && entry.previous == old.previous),
                    "{}",
                    again
                );
            }
        }
        // And a third export says the same as the second.
        let (third, _) = exchange::again(Some(&now), Some(Format::Po), &fresh, again.as_bytes()).unwrap();
        prop_assert_eq!(third, again);
        Ok(())
    });
}

#[test]
fn a_second_export_writes_over_no_xliff_file_that_others_wrote_into() {
    let what = proptest::sample::select(vec!["note", "attribute", "text", "element", "comment"]);
    let format = proptest::sample::select(vec![Format::Xliff, Format::Xliff2]);
    holds(
        48,
        (any::<Index>(), any::<Index>(), format, what, any::<bool>()),
        |(which, unit, format, what, by_author)| {
            let one = which.get(ones());
            let given = one.bundle();
            let text = exchange::write(&given, format).unwrap();
            let element = if format == Format::Xliff { "trans-unit" } else { "unit" };
            let starts: Vec<usize> = text.match_indices(&format!("<{element} ")).map(|(at, _)| at).collect();
            let start = *unit.get(&starts);
            let end = start + text[start..].find('>').unwrap() + 1;
            let close = start + text[start..].find(&format!("</{element}>")).unwrap();
            let target = text[start..close].find("</target>").map(|at| start + at);
            let there = match (what, target) {
                ("note", _) => format!("{}<note>Not sure.</note>{}", &text[..close], &text[close..]),
                ("attribute", _) => {
                    format!("{} xmlns:t=\"urn:tool\" t:by=\"7\"{}", &text[..end - 1], &text[end - 1..])
                }
                ("element", _) => {
                    format!("{}<t:x xmlns:t=\"urn:tool\">kept</t:x>{}", &text[..close], &text[close..])
                }
                ("text", Some(at)) => format!("{} outil{}", &text[..at], &text[at..]),
                _ => text.replacen("  <file ", "  <!-- of a tool -->\n  <file ", 1),
            };
            // Its author changes another text, or nothing.
            let moved: Vec<TextRange> = one
                .places(&given)
                .into_iter()
                .flatten()
                .take(usize::from(by_author))
                .map(|(source, _)| source)
                .collect();
            let now = one.by_hand(&one.source, &moved, " anew").bundle();
            let fresh = exchange::write(&now, format).unwrap();
            match exchange::again(Some(&now), Some(format), &fresh, there.as_bytes()) {
                Ok((after, _)) if fresh == text => prop_assert_eq!(after, there),
                Ok((after, _)) => {
                    let is_noise = what == "comment" || (what == "text" && target.is_none());
                    prop_assert!(is_noise, "{} at\n{}", what, &text[start..close]);
                    prop_assert_eq!(after, fresh);
                }
                Err(lost) => prop_assert!(!lost.is_empty()),
            }
            Ok(())
        },
    );
}

/// What XML 1.0 may not hold.
const ILLEGAL: &[char] =
    &['\0', '\u{1}', '\u{8}', '\u{b}', '\u{c}', '\u{e}', '\u{1b}', '\u{1f}', '\u{fffe}', '\u{ffff}'];

#[test]
fn a_letter_that_no_file_may_hold_gets_neither_out_nor_in() {
    let letter = proptest::sample::select(ILLEGAL.to_vec());
    let strategy = (any::<Index>(), any::<Index>(), letter, 0..5_u8, proptest::sample::select(FORMATS.to_vec()));
    holds(64, strategy, |(which, unit, letter, part, format)| {
        let one = which.get(ones());
        let mut bundle = one.bundle();
        let place = unit.index(bundle.units.len());
        let id = bundle.units[place].id();
        let code = format!("U+{:04X}", u32::from(letter));
        let incoming = came_back(&bundle, format);
        let unit = &mut bundle.units[place];
        match part {
            0 => unit.source.push(letter),
            1 => unit.target.push(letter),
            2 => unit.previous = Some(format!("a{letter}")),
            3 => unit.note = Some(format!("{letter}a")),
            _ => unit.key = Some(format!("a{letter}b")),
        }
        for format in [Format::Po, Format::Xliff, Format::Xliff2, Format::Tmx] {
            let fault = exchange::write(&bundle, format).map_err(|fault| fault.to_string());
            let fault = fault.expect_err("it is written");
            prop_assert!(fault.contains(&code) && fault.contains(&bundle.subject), "{}", fault);
        }
        let mut changed = incoming;
        say(&mut changed.units[place], &format!(" outil{letter}"));
        let imported = one.import(&changed, Trust { take_conflicts: true, new_markup: true, approved: true });
        prop_assert_eq!((imported.taken, imported.edits.len()), (0, 0), "{}", id);
        Ok(())
    });
}

#[test]
fn only_utf_8_is_read_and_a_byte_order_mark_says_nothing() {
    let bad =
        proptest::sample::select(vec![&b"\xff"[..], b"\xc3(", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xe2\x82"]);
    let strategy = (any::<Index>(), proptest::sample::select(FORMATS.to_vec()), any::<Index>(), bad, any::<bool>());
    holds(64, strategy, |(which, format, at, bad, is_big)| {
        let text = exchange::write(&which.get(ones()).bundle(), format).unwrap();
        let whole = exchange::read(text.as_bytes()).unwrap();
        let marked = format!("\u{feff}{text}");
        prop_assert_eq!(exchange::read(marked.as_bytes()).unwrap(), whole);
        let lines: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
        let at = at.get(&lines);
        let damaged = [&text.as_bytes()[..*at], bad, &text.as_bytes()[*at..]].concat();
        let fault = exchange::read(&damaged).expect_err("it is read");
        prop_assert_eq!(fault.line, Some(text[..*at].matches('\n').count() + 1));
        let units = marked.encode_utf16();
        let wide: Vec<u8> =
            units.flat_map(|unit| if is_big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect();
        prop_assert!(exchange::read(&wide).expect_err("it is read").to_string().contains("UTF-16"));
        Ok(())
    });
}

/// How all or nothing is written whenever a process ends is held in `src/io/transaction.rs`.
#[test]
#[allow(clippy::disallowed_methods, reason = "a test writes files of its own")]
fn of_all_files_of_an_import_either_each_is_written_or_none() {
    let some = proptest::collection::vec((any::<Index>(), any::<bool>()), 1..6);
    holds(16, (some, proptest::option::of(any::<Index>())), |(some, meanwhile)| {
        let folder = tempfile::tempdir().unwrap();
        let mut edits = Vec::new();
        for (number, (which, is_new)) in some.into_iter().enumerate() {
            let one = which.get(ones());
            let mut incoming = came_back(&one.bundle(), Format::Po);
            incoming.units.iter_mut().filter(|unit| !unit.target.is_empty()).for_each(|unit| say(unit, " outil"));
            for mut edit in one.import(&incoming, Trust::default()).edits {
                edit.path = SourcePath::new(format!("{number}/{}", edit.path));
                let there = folder.path().join(edit.path.as_str());
                std::fs::create_dir_all(there.parent().unwrap()).unwrap();
                if is_new {
                    edit.before = None;
                } else if edit.before.is_some() {
                    std::fs::write(there, one.text(&one.french)).unwrap();
                }
                edits.push(edit);
            }
        }
        let changed =
            meanwhile.filter(|_| !edits.is_empty()).map(|which| folder.path().join(which.get(&edits).path.as_str()));
        if let Some(path) = &changed {
            std::fs::write(path, "by hand").unwrap();
        }
        let said = || -> Vec<Option<String>> {
            edits.iter().map(|edit| std::fs::read_to_string(folder.path().join(edit.path.as_str())).ok()).collect()
        };
        let before = said();
        let written = cxbook::io::write::write(folder.path(), &edits);
        prop_assert_eq!(written.is_err(), changed.is_some(), "{:?}", written);
        let wanted: Vec<_> = edits.iter().map(|edit| Some(edit.text.clone())).collect();
        prop_assert_eq!(said(), if written.is_err() { before } else { wanted });
        Ok(())
    });
}
