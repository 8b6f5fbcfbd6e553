//! Translations to PO and XLIFF and back: what survives, what is refused, what nobody overwrites.
//!
//! Single cases stand here; `guarantees` holds what must be so for any text of any document.

#[path = "../support/mod.rs"]
mod support;

mod guarantees;
mod states;
mod tools;

use cxbook::base::SourcePath;
use cxbook::config;
use cxbook::content::{self, Memo};
use cxbook::diagnostic::Diagnostics;
use cxbook::edit::translate::Setting;
use cxbook::interchange::exchange::{self, Bundle, Format, Import, Imported, Trust, units};
use cxbook::source::SourceSet;
use cxbook::translation::Subjects;
use support::Site;

const FORMATS: [Format; 3] = [Format::Po, Format::Xliff, Format::Xliff2];

fn with<T>(sources: &SourceSet, act: impl FnOnce(&Setting<'_>) -> T) -> T {
    let mut diagnostics = Diagnostics::default();
    let config = config::read(sources, &mut diagnostics);
    let documents = content::parse(sources, &config, &mut Memo::default(), &mut diagnostics);
    let subjects = Subjects::collect(sources, &documents, &config, &mut diagnostics);
    let today = cxbook::base::Date::parse(support::TODAY).unwrap();
    act(&Setting { sources, documents: &documents, config: &config, subjects: &subjects, today })
}

fn bundles(sources: &SourceSet) -> Vec<Bundle> {
    let french = cxbook::base::Locale::parse("fr").unwrap();
    with(sources, |setting| {
        setting
            .subjects
            .iter()
            .map(|subject| {
                let comparison =
                    subject.translations.contains_key(&french).then(|| setting.compare(subject, &french).unwrap());
                units::bundle(subject, &french, comparison.as_ref())
            })
            .collect()
    })
}

fn import(sources: &SourceSet, text: &str, trust: Trust) -> Imported {
    let incoming = exchange::read(text.as_bytes()).unwrap();
    with(sources, |setting| Import { setting, trust }.document(&incoming[0]).unwrap())
}

fn about(english: &str, french: &str) -> Site {
    let source =
        format!("-- content/about.md --\n---\ntitle: About us\nsummary: Us.\nstatus: published\n---\n\n{english}");
    let mut site = Site::new(&source);
    if !french.is_empty() {
        site.write(
            "content/about.fr.md",
            format!("---\ntitle: Nous # ici\nsummary: >-\n  Nous, donc.\n---\n\n{french}"),
        );
    }
    site
}

fn export(site: &Site, format: Format) -> String {
    exchange::write(&bundles(&site.sources)[0], format).unwrap()
}

fn french(imported: &Imported) -> &str {
    let edit = imported.edits.iter().find(|edit| edit.path == SourcePath::new("content/about.fr.md")).unwrap();
    &edit.text
}

#[test]
fn what_comes_back_unchanged_changes_no_byte_of_the_shipped_site() {
    let sources = cxbook::io::scan::scan(std::path::Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let incoming: Vec<_> = bundles(&sources)
        .iter()
        .filter(|bundle| !bundle.units.is_empty())
        .flat_map(|bundle| FORMATS.map(|format| exchange::write(bundle, format).unwrap()))
        .collect();
    assert!(incoming.len() > 60);
    with(&sources, |setting| {
        let import = Import { setting, trust: Trust::default() };
        for text in &incoming {
            for one in exchange::read(text.as_bytes()).unwrap() {
                let imported = import.document(&one).unwrap();
                assert_eq!((imported.edits, imported.refused, imported.taken), (vec![], vec![], 0), "{}", one.subject);
                assert_eq!((imported.conflicts.len(), imported.suggestions.len(), imported.notes.len()), (0, 0, 0));
            }
        }
    });
}

#[test]
fn one_text_changes_its_own_bytes_alone_in_every_format() {
    let body = "# Ici {#here}\r\n\r\n> - Un *deux*\r\n>   trois\r\n> - [Quatre](article:x)\r\n\r\n| a | b |\r\n|---|---|\r\n| c | d |";
    let english = "# Here\n\n> - One *two*\n>   three\n> - [Four](article:x)\n\n| a1 | b1 |\n|---|---|\n| c1 | d1 |";
    let site = about(english, body);
    let before = site.sources.text(&SourcePath::new("content/about.fr.md")).unwrap().to_owned();
    for format in FORMATS {
        let text = export(&site, format);
        assert_eq!(export(&site, format), text);
        let unchanged = import(&site.sources, &text, Trust::default());
        assert_eq!((unchanged.edits.len(), unchanged.taken, unchanged.refused.len()), (0, 0, 0), "{format:?}");
        let changed = text.replace("Nous, donc.", "Nous, enfin.").replace("trois", "quatre");
        assert_ne!(changed, text);
        let imported = import(&site.sources, &changed, Trust::default());
        assert_eq!((imported.taken, &imported.refused), (2, &vec![]), "{format:?}");
        let expected = before.replace("donc", "enfin").replace("*deux*\r\n>   trois", "*deux* quatre");
        assert_eq!(french(&imported), expected, "{format:?}");
    }
}

#[test]
fn one_text_of_the_shipped_site_changes_nothing_but_itself() {
    let sources = cxbook::io::scan::scan(std::path::Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let mut taken = 0;
    with(&sources, |setting| {
        let import = Import { setting, trust: Trust::default() };
        for bundle in bundles(&sources).iter().filter(|bundle| !bundle.units.is_empty()) {
            let text = exchange::write(bundle, Format::Po).unwrap();
            for incoming in exchange::read(text.as_bytes()).unwrap() {
                // What is said in two places, as a dash in two cells, is one text.
                let long: Vec<usize> =
                    (0..incoming.units.len()).filter(|at| incoming.units[*at].target.len() > 30).collect();
                for unit in [long.first(), long.get(long.len() / 2), long.last()].into_iter().flatten().copied() {
                    let mut changed = incoming.clone();
                    changed.units[unit].target.push_str(" zzz");
                    let imported = import.document(&changed).unwrap();
                    for edit in imported.edits.iter().filter(|edit| edit.before.is_some()) {
                        taken += 1;
                        // What nobody has read since is a draft again.
                        let before = sources.text(&edit.path).unwrap().replacen("status: reviewed", "status: draft", 1);
                        let alike = |one: &mut dyn Iterator<Item = (u8, u8)>| one.take_while(|(a, b)| a == b).count();
                        let head = alike(&mut before.bytes().zip(edit.text.bytes()));
                        let tail = alike(&mut before.bytes().rev().zip(edit.text.bytes().rev()));
                        // A text in several lines becomes one, and nothing before or behind it is another.
                        let gone = before.len().saturating_sub(head + tail);
                        assert!(
                            gone <= 2 * changed.units[unit].target.len(),
                            "{}: {:?}",
                            edit.path,
                            changed.units[unit]
                        );
                    }
                }
            }
        }
    });
    assert!(taken > 100, "{taken}");
}

#[test]
fn a_translation_that_is_not_there_is_started() {
    let site = about("Hello *you*.\n\n## Why\n", "");
    let text = export(&site, Format::Po)
        .replace("msgid \"Hello *you*.\"\nmsgstr \"\"", "msgid \"Hello *you*.\"\nmsgstr \"Salut *toi*.\"");
    let text = text.replace("msgid \"About us\"\nmsgstr \"\"", "msgid \"About us\"\nmsgstr \"Nous : ici\"");
    let imported = import(&site.sources, &text, Trust::default());
    assert_eq!((imported.taken, &imported.refused), (2, &vec![]));
    let text = french(&imported);
    assert!(text.contains("title: >-\n  Nous : ici\n") && text.contains("Salut *toi*.\n\n## Why {#why}\n"), "{text}");
}

#[test]
fn what_would_break_the_page_is_refused_and_the_rest_goes_in() {
    let site = about(
        "One.\n\nTwo.\n\nThree.\n\n| a | b |\n|---|---|\n| four | five |\n",
        "Un.\n\nDeux.\n\nTrois.\n\n| a | b |\n|---|---|\n| quatre | cinq |\n",
    );
    let text = export(&site, Format::Po)
        .replace("\"Un.\"", "\"Un.\\n\\nEt demi.\"")
        .replace("\"Deux.\"", "\"```\"")
        .replace("\"quatre\"", "\"qua|tre\"")
        .replace("\"Trois.\"", "\"Trois !\"");
    let imported = import(&site.sources, &text, Trust::default());
    assert_eq!((imported.taken, imported.refused.len()), (1, 3), "{:?}", imported.refused);
    assert!(french(&imported).contains("Un.\n\nDeux.\n\nTrois !\n"));
}

#[test]
fn what_a_person_wrote_since_the_export_stays() {
    let mut site = about("One.\n\nTwo.\n", "Un.\n\nDeux.\n");
    let text = export(&site, Format::Xliff);
    site.write("content/about.fr.md", "---\ntitle: Nous\nsummary: >-\n  Nous, donc.\n---\n\nUne.\n\nDeux.\n");
    let changed = text.replace(">Un.<", ">Uni.<");
    let imported = import(&site.sources, &changed, Trust::default());
    assert_eq!((imported.taken, imported.conflicts.len(), imported.edits.len()), (0, 1, 0));
    let imported = import(&site.sources, &text, Trust::default());
    assert_eq!((imported.kept, imported.conflicts.len()), (1, 0), "the tool has changed nothing");
    let taken = import(&site.sources, &changed, Trust { take_conflicts: true, ..Trust::default() });
    assert_eq!(taken.taken, 1);
}

#[test]
fn a_text_whose_source_is_another_now_is_a_suggestion() {
    let mut site = about("One.\n", "Un.\n");
    let text = export(&site, Format::Po).replace("\"Un.\"", "\"Une.\"");
    site.write("content/about.md", "---\ntitle: About us\nsummary: Us.\nstatus: published\n---\n\nOnce.\n");
    let imported = import(&site.sources, &text, Trust::default());
    assert_eq!((imported.taken, imported.suggestions.len(), imported.edits.len()), (0, 1, 0));
}

#[test]
fn nothing_that_acts_and_no_new_address_comes_in() {
    let site = about("One [a](https://a.b/).\n", "Un [a](https://a.b/).\n");
    for bad in ["<script>alert(1)</script>", "[b](javascript:alert(1))", "[b](https://evil.example/)", "<b>c</b>"] {
        let text = export(&site, Format::Po).replace("Un [a](https://a.b/).", &format!("Un [a](https://a.b/) {bad}."));
        let imported = import(&site.sources, &text, Trust::default());
        assert_eq!((imported.taken, imported.refused.len()), (0, 1), "{bad}");
    }
    let text = export(&site, Format::Po).replace("Un [a](https://a.b/).", "Un [a](https://a.b/) <b>c</b>.");
    assert_eq!(import(&site.sources, &text, Trust { new_markup: true, ..Trust::default() }).taken, 1);
}

#[test]
fn what_tools_do_to_xliff_is_understood() {
    let site = about("See *this* and `that`.\n", "Voir *ceci* et `that`.\n");
    let text = export(&site, Format::Xliff);
    let target = text.lines().find(|line| line.contains("ceci")).unwrap().to_owned();
    let back = |target_text: &str| {
        let changed = text.replace(&target, &format!("<target state=\"translated\">{target_text}</target>"));
        import(&site.sources, &changed, Trust::default())
    };
    let cut = back(
        "<mrk mtype=\"seg\" mid=\"1\"><x id=\"2\"/><![CDATA[ & ]]></mrk><mrk mtype=\"seg\" mid=\"2\"><g id=\"1\">cela</g>.</mrk>",
    );
    assert!(french(&cut).contains("`that` & *cela*."), "{:?}", cut);
    let doubled = back("<g id=\"1\">a</g> <g id=\"1\">b</g> <x id=\"2\"/>");
    assert!(french(&doubled).contains("*a* b `that`") && doubled.notes.len() == 1);
    let missing = back("<g id=\"1\">a</g>");
    assert_eq!((missing.taken, missing.refused.len()), (0, 1));
}

#[test]
fn elements_that_other_tools_write_mean_what_ours_mean() {
    let site = about("See *this* and `that`.\n", "Voir *ceci* et `that`.\n");
    let text = export(&site, Format::Xliff);
    let target = text.lines().find(|line| line.contains("ceci")).unwrap().to_owned();
    for other in [
        "<bpt id=\"1\">*</bpt>cela<ept id=\"1\">*</ept> et <ph id=\"2\">`that`</ph>.",
        "<bx id=\"1\"/>cela<ex id=\"1\"/> et <x id=\"2\"/>.",
        "<mrk mtype=\"x-term\"><g id=\"1\">cela</g></mrk> et <x id=\"2\"/>.",
    ] {
        let changed = text
            .replace(&target, &format!("<seg-source><mrk mtype=\"seg\" mid=\"0\">See</mrk></seg-source><target state=\"final\">{other}</target>"))
            .replace("<body>", "<body><group id=\"g\"><context-group><context context-type=\"x\">y</context></context-group>")
            .replace("</body>", "</group></body>");
        let imported = import(&site.sources, &changed, Trust::default());
        assert_eq!((imported.taken, &imported.refused), (1, &vec![]), "{other}");
        assert!(french(&imported).ends_with("\n\n*cela* et `that`.\n"), "{}", french(&imported));
    }
    // A tool may cut a text into segments, and write what stands between them.
    let text = export(&site, Format::Xliff2);
    let start = text.find("<segment").and_then(|_| text.rfind("<segment")).unwrap();
    let end = text.rfind("</segment>").unwrap() + "</segment>".len();
    let cut = "<segment state=\"final\"><source>See</source><target>Voyez</target></segment>\
               <ignorable><source> </source><target> </target></ignorable>\
               <segment state=\"final\"><source>x</source><target><pc id=\"1\">cela</pc> et <ph id=\"2\"/>.</target></segment>";
    let imported = import(&site.sources, &format!("{}{cut}{}", &text[..start], &text[end..]), Trust::default());
    assert!(french(&imported).ends_with("\n\nVoyez *cela* et `that`.\n"), "{imported:?}");
}

#[test]
fn hostile_files_are_refused() {
    let read = |text: &str| exchange::read(text.as_bytes()).map_err(|fault| fault.to_string());
    let file = "<xliff version=\"1.2\"><file original=\"about\" target-language=\"fr\"><body><trans-unit id=\"a\">\
                <source>&b;</source><target>&b;</target></trans-unit></body></file></xliff>";
    let laughs: String =
        (1..10).map(|at| format!("<!ENTITY l{at} \"{}\">", format!("&l{};", at - 1).repeat(10))).collect();
    for declared in [
        format!("<!DOCTYPE x [<!ENTITY l0 \"lol\">{laughs}<!ENTITY b \"&l9;\">]>"),
        "<!DOCTYPE x [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>".to_owned(),
        "<!DOCTYPE x SYSTEM \"https://evil.example/x.dtd\">".to_owned(),
        "<!DOCTYPE x [<!ENTITY % p SYSTEM \"https://evil.example/p\">%p;]>".to_owned(),
    ] {
        let fault = read(&format!("<?xml version=\"1.0\"?>{declared}{file}")).unwrap_err();
        assert!(fault.contains("document type"), "{fault}");
    }
    assert!(read(file).unwrap_err().contains("an entity is named that the file cannot define"));
    assert!(exchange::read(&[0xff, 0xfe, 0x3c, 0]).unwrap_err().to_string().contains("UTF-16"));
    let site = about("One.\n", "Un.\n");
    let text = export(&site, Format::Xliff);
    assert_eq!(exchange::read(format!("\u{feff}{text}").as_bytes()).unwrap().len(), 1);
    for outside in ["../../etc/x", "/etc/x", "..\\\\..\\\\etc\\\\x", "about/../../x", "", "."] {
        for format in [Format::Xliff, Format::Xliff2, Format::Po] {
            let text = export(&site, format);
            let changed = text
                .replace("original=\"about\"", &format!("original=\"{outside}\""))
                .replace("X-Document: about", &format!("X-Document: {outside}"));
            assert_ne!(changed, text);
            let Ok(incoming) = exchange::read(changed.as_bytes()) else { continue };
            with(&site.sources, |setting| {
                let trust = Trust { take_conflicts: true, new_markup: true, approved: true };
                assert!(Import { setting, trust }.document(&incoming[0]).is_err(), "{format:?}: {outside}");
            });
        }
    }
}

#[test]
fn a_file_that_was_cut_off_anywhere_is_refused_with_its_place() {
    let site = about("One *two*.\n\nThree.\n", "Un *deux*.\n\nTrois.\n");
    for format in [Format::Xliff, Format::Xliff2] {
        let text = export(&site, format);
        let whole = text.trim_end().len();
        for end in (0..whole).filter(|end| text.is_char_boundary(*end)) {
            assert!(exchange::read(&text.as_bytes()[..end]).is_err(), "{end}: {}", &text[..end]);
        }
        let cut = text.find("</trans-unit>").or(text.find("</unit>")).unwrap();
        let fault = exchange::read(&text.as_bytes()[..cut]).unwrap_err();
        assert!(fault.line.is_some() && fault.message.contains("cut off"), "{fault}");
    }
}

#[test]
fn a_file_with_nothing_in_it_or_of_another_version_is_refused() {
    let read = |text: &str| exchange::read(text.as_bytes()).unwrap_err().to_string();
    assert!(read("<xliff version=\"1.2\"></xliff>").contains("no `file`"));
    assert!(read("<xliff version=\"3.0\"><file original=\"about\"/></xliff>").contains("`3.0`"));
    assert!(read("<xliff><file original=\"about\"/></xliff>").contains("1.2"));
    assert!(read("<html></html>").contains("no XLIFF"));
    assert!(read("msgid \"a\"\nmsgstr \"b\u{0}\"\n").contains("line 2: U+0000"));
}

#[test]
fn line_ends_and_byte_order_marks_of_a_tool_change_nothing() {
    let site = about("One \\\ntwo.\n", "Un \\\ndeux.\n");
    for format in FORMATS {
        let text = export(&site, format);
        for back in [text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
            let imported = import(&site.sources, &back, Trust::default());
            assert_eq!((imported.taken, imported.refused.len(), imported.conflicts.len()), (0, 0, 0), "{format:?}");
        }
        for encoding in ["UTF-16", "ISO-8859-1", "Shift_JIS"] {
            let back = text.replace("\"UTF-8\"", &format!("\"{encoding}\"")).replace("=UTF-8", &format!("={encoding}"));
            let fault = exchange::read(back.as_bytes()).unwrap_err();
            assert!(fault.message.contains(&format!("says that it is {encoding}")), "{fault}");
        }
    }
}

#[test]
fn elements_in_each_other_without_end_are_refused() {
    let site = about("One *two*.\n", "Un *deux*.\n");
    let deep = |depth: usize| {
        let text = "<g id=\"1\">".repeat(depth) + "Un" + &"</g>".repeat(depth);
        export(&site, Format::Xliff).replace(">Un ", &format!(">{text} "))
    };
    assert_eq!(exchange::read(deep(20).as_bytes()).unwrap().len(), 1);
    assert!(exchange::read(deep(200_000).as_bytes()).unwrap_err().message.contains("64 deep"));
}

#[test]
fn a_line_of_text_stays_one_wherever_it_stands() {
    let site = about(
        "One.\n\n## Why\n\n| a1 | b1 |\n|---|---|\n| c1 | d1 |\n",
        "Un.\n\n## Pourquoi\n\n| a | b |\n|---|---|\n| c2 | d |\n",
    );
    let odd = ["# x", "<!-- x", "x <!-- y -->", "[a]: javascript:x", "- x", "> x", "```", "---", "[^1]: x", "~~~"];
    for place in ["Un.", "Pourquoi", "c2", "Nous, donc."] {
        for text in odd {
            let file = export(&site, Format::Po).replace(&format!("msgstr \"{place}\""), &format!("msgstr \"{text}\""));
            let imported = import(&site.sources, &file, Trust::default());
            assert_eq!((imported.taken, imported.refused.len(), imported.edits.len()), (0, 1, 0), "{place}: {text}");
        }
        let file = export(&site, Format::Po).replace(&format!("\"{place}\""), "\" 12 mai \"");
        assert_eq!(import(&site.sources, &file, Trust::default()).taken, 1, "{place}: blanks at the ends go");
    }
    for place in ["Pourquoi", "c2"] {
        let file = export(&site, Format::Po).replace(&format!("\"{place}\""), "\"12. Mai\"");
        assert_eq!(import(&site.sources, &file, Trust::default()).taken, 1, "a date is no list");
    }
    let file = export(&site, Format::Po).replace("\"Nous, donc.\"", "\"Nous\\n\\ndonc.\"");
    assert_eq!(import(&site.sources, &file, Trust::default()).refused.len(), 1);
}

#[test]
fn code_goes_out_line_by_line_where_its_author_asks_for_it() {
    let code = "<!-- l10n:code -->\n```mermaid\njourney\n  title My *day*\n  Make tea: 5: Me\n```\n";
    let site = about(&format!("One.\n\n{code}"), &format!("Un.\n\n{code}"));
    for format in FORMATS {
        let unchanged = import(&site.sources, &export(&site, format), Trust::default());
        assert!(unchanged.edits.is_empty() && unchanged.refused.is_empty(), "{:?}", unchanged.refused);
    }
    let with = |new: &str| {
        let file = export(&site, Format::Po);
        let file = file
            .replace("msgid \"Make tea: 5: Me\"\nmsgstr \"\"", &format!("msgid \"Make tea: 5: Me\"\nmsgstr \"{new}\""));
        import(&site.sources, &file, Trust::default())
    };
    let taken = with("Faire le thé: 5: Moi");
    assert_eq!((taken.taken, &taken.refused), (1, &vec![]));
    assert!(french(&taken).contains("  title My *day*\n  Faire le thé: 5: Moi\n```\n"), "{}", french(&taken));
    assert_eq!(with("```").refused.len(), 1, "a line of code cannot end it");
    let fixed = about(&format!("One.\n\n{}", code.replace("<!-- l10n:code -->\n", "")), "");
    assert!(!export(&fixed, Format::Po).contains("Make tea"));
}

#[test]
fn one_bad_text_among_many_is_found_and_the_others_go_in() {
    let english: String = (0..60).map(|number| format!("Sentence {number}.\n\n")).collect();
    let phrases: String = (0..60).map(|number| format!("Phrase {number}.\n\n")).collect();
    let site = about(&english, &phrases);
    let file = export(&site, Format::Po).replace("Phrase 4", "Ligne 4").replace("Ligne 41.", "Ligne\\n\\n41.");
    let imported = import(&site.sources, &file, Trust::default());
    assert_eq!((imported.taken, imported.refused.len()), (10, 1), "{:?}", imported.refused);
    assert!(imported.refused[0].contains("Sentence 41"));
    assert!(french(&imported).contains("Ligne 40.") && french(&imported).contains("Phrase 41."));
}

#[test]
fn a_file_that_contradicts_itself_raises_nothing() {
    let site = about("One.\n", "Un.\n");
    let text = export(&site, Format::Xliff);
    let changed = text
        .replace("approved=\"no\"", "approved=\"yes\"")
        .replace("state=\"translated\">Un.", "state=\"needs-translation\">Une.");
    let imported = import(&site.sources, &changed, Trust { approved: true, ..Trust::default() });
    assert!(imported.notes.iter().any(|note| note.contains("approved and `needs-translation`")), "{imported:?}");
    assert_eq!(imported.taken, 0);
}

#[test]
fn a_file_without_states_makes_nothing_reviewed() {
    let mut site = about("One.\n", "Un.\n");
    let said = "translation: { status: reviewed, reviewer: Jean }\ntitle: Nous\nsummary: Nous.\n";
    site.write("content/about.fr.md", format!("---\n{said}---\n\nUn.\n"));
    let text = export(&site, Format::Xliff);
    // What nobody has read since is a draft, unless the file says who has.
    let bare = text.replace(" state=\"signed-off\"", "").replace(" state=\"translated\"", "");
    let bare = bare.replace(" approved=\"yes\"", "").replace(" approved=\"no\"", "").replace(">Un.<", ">Une.<");
    assert!(!bare.contains("state=") && !bare.contains("approved="), "{bare}");
    for approved in [false, true] {
        let imported = import(&site.sources, &bare, Trust { approved, ..Trust::default() });
        assert_eq!(imported.taken, 1, "{imported:?}");
        assert!(french(&imported).contains("status: draft") && french(&imported).contains("Une."), "{imported:?}");
    }
}

#[test]
fn a_character_that_no_file_may_hold_stops_the_export() {
    let mut bundle = bundles(&about("One.\n", "Un.\n").sources).remove(0);
    bundle.units[0].source.push('\u{b}');
    for format in FORMATS {
        let message = exchange::write(&bundle, format).unwrap_err().to_string();
        assert!(message.contains("U+000B") && message.contains("text:summary"), "{message}");
    }
}

#[test]
fn a_second_export_keeps_what_translators_noted() {
    use cxbook::interchange::exchange::{po, po_merge, po_units};
    let bundle = &bundles(&about("One.\n", "Un.\n").sources)[0];
    let text = exchange::write(bundle, Format::Po).unwrap();
    assert_eq!(exchange::write(bundle, Format::Po).unwrap(), text, "exports are the same every time");
    let worked = text.replacen("#. cxbook:seen", "# Not sure.\n#. cxbook:seen", 1)
        + "\n#~ msgid \"gone\"\n#~ msgstr \"parti\"\n";
    let worked = worked.replace("X-Generator: cxbook\\n", "X-Generator: cxbook\\n\"\n\"X-Team: us\\n");
    let again = po::write(&po_merge::over(po_units::po(bundle), &po::read(&worked).unwrap()).0);
    for kept in ["# Not sure.", "#~ msgid \"gone\"", "X-Team: us"] {
        assert!(again.contains(kept), "{kept} is gone from\n{again}");
    }
}
