//! What translators' tools make of the files they are given: a text arrives whole, or is refused with its place.

use super::*;

const ENGLISH: &str = "People hear the tone first. They hear the words later.\n\nThird here.\n";
const FRENCH: &str = "People hear the tone first. They hear the words later.\n\nThird here.\n";

/// What becomes of the first paragraph where a tool has put this in the place of what an export says of it.
fn back(format: Format, from: &str, to: &str) -> (Option<String>, Vec<String>) {
    let site = about(ENGLISH, FRENCH);
    let text = export(&site, format);
    assert!(text.contains(from), "{text}");
    let imported = import(&site.sources, &text.replacen(from, to, 1), Trust::default());
    let said = imported.edits.iter().find(|edit| edit.path.as_str() == "content/about.fr.md");
    let first = said.map(|edit| edit.text.rsplit_once("---\n\n").unwrap().1.lines().next().unwrap().to_owned());
    (first, imported.refused)
}

const SOURCE: &str = "<source>People hear the tone first. They hear the words later.</source>";
const ONE: &str = "<source>People hear the tone first.</source>";
const OTHER: &str = "<source>They hear the words later.</source>";

/// The segment of XLIFF 2 that holds the paragraph, up to its end.
fn segment() -> String {
    let text = export(&about(ENGLISH, FRENCH), Format::Xliff2);
    let at = text.find(SOURCE).unwrap();
    let start = text[..at].rfind("<segment").unwrap();
    let end = at + text[at..].find("</segment>").unwrap() + "</segment>".len();
    text[start..end].to_owned()
}

#[test]
fn the_segments_of_a_unit_come_back_as_one_text_with_what_stands_between() {
    let both = format!(
        "<segment id=\"a\" state=\"translated\">{ONE}<target>Le ton.</target></segment>\
         <ignorable><source> </source>BETWEEN</ignorable>\
         <segment id=\"b\" state=\"final\">{OTHER}<target>Les mots.</target></segment>"
    );
    for between in ["", "<target> </target>"] {
        let (said, refused) = back(Format::Xliff2, &segment(), &both.replace("BETWEEN", between));
        assert_eq!((said.as_deref(), refused.len()), (Some("Le ton. Les mots."), 0));
    }
    for half in [
        both.replace("<target>Les mots.</target>", ""),
        both.replace("<target>Les mots.</target>", "<target></target>"),
        both.replace("<target>Le ton.</target>", "<target>\n  </target>"),
    ] {
        let (said, refused) = back(Format::Xliff2, &segment(), &half.replace("BETWEEN", ""));
        assert_eq!(said, None, "half a text would be lost");
        assert!(
            refused[0].contains("only 1 of its 2 sentences are translated") && refused[0].contains(":"),
            "{refused:?}"
        );
        assert!(refused[0].rsplit(':').next().unwrap().trim_end_matches(')').parse::<usize>().is_ok(), "{refused:?}");
    }
    let turned = both.replace("<target>Les", "<target order=\"1\">Les").replace("BETWEEN", "");
    assert!(back(Format::Xliff2, &segment(), &turned).1[0].contains("another order"));
    let none =
        both.replace("<target>Les mots.</target>", "").replace("<target>Le ton.</target>", "").replace("BETWEEN", "");
    assert_eq!(back(Format::Xliff2, &segment(), &none), (None, vec![]));
}

#[test]
fn the_marked_sentences_of_a_target_are_all_there_or_the_text_is_refused() {
    let text = export(&about(ENGLISH, FRENCH), Format::Xliff);
    let at = text.find(SOURCE).unwrap();
    let unit = &text[at..at + text[at..].find("</target>").unwrap() + "</target>".len()];
    let cut = "<seg-source><mrk mtype=\"seg\" mid=\"0\">People hear the <mrk mtype=\"x-term\">tone</mrk> first.</mrk> \
        <mrk mtype=\"seg\" mid=\"1\">They hear the words later.</mrk></seg-source>";
    let target = |second: &str| {
        format!(
            "{SOURCE}{cut}<target state=\"translated\"><mrk mtype=\"seg\" mid=\"0\">Le <mrk mtype=\"x-term\">ton</mrk>.</mrk> {second}</target>"
        )
    };
    let (said, refused) = back(Format::Xliff, unit, &target("<mrk mtype=\"seg\" mid=\"1\">Les mots.</mrk>"));
    assert_eq!((said.as_deref(), refused.len()), (Some("Le ton. Les mots."), 0));
    for half in ["", "<mrk mtype=\"seg\" mid=\"1\"/>", "<mrk mtype=\"seg\" mid=\"1\"> </mrk>"] {
        let (said, refused) = back(Format::Xliff, unit, &target(half));
        assert_eq!(said, None);
        assert!(refused[0].contains("only 1 of its 2 sentences"), "{half}: {refused:?}");
    }
}

#[test]
fn a_text_for_one_and_for_many_is_refused_where_pages_have_one() {
    let from = "msgid \"Third here.\"\nmsgstr \"\"";
    let to =
        "msgid \"Third here.\"\nmsgid_plural \"Thirds here.\"\nmsgstr[0] \"Troisième.\"\nmsgstr[1] \"Troisièmes.\"";
    let (said, refused) = back(Format::Po, from, to);
    assert_eq!(said, None);
    assert!(refused[0].contains("`msgid_plural`") && refused[0].ends_with(')'), "{refused:?}");
}

#[test]
fn a_tool_may_write_the_language_with_its_region() {
    let site = about(ENGLISH, FRENCH);
    for format in FORMATS {
        let text = export(&site, format);
        for (from, to) in [("\"fr\"", "\"fr-FR\""), ("\"fr\"", "\"FR\""), ("Language: fr\\n", "Language: fr_CA\\n")] {
            let back = text.replace(from, to).replace("Third here.\"\nmsgstr \"\"", "Third here.\"\nmsgstr \"Trois.\"");
            let taken = import(&site.sources, &back, Trust::default()).taken;
            assert_eq!(taken, usize::from(format == Format::Po), "{format:?} {to}");
        }
    }
}
