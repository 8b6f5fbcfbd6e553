//! Words of term bases on their way into the glossary.

use cxbook::edit::translate as edit;
use cxbook::interchange::exchange::{tbx, terms_read};

use super::commands::Desk;

const GLOSSARY: &str = "content/vocab/glossary.yaml";
const SITE: &str = "\
-- content/vocab/glossary.yaml --
# Two points of view.
outside-in:
  note: Starts from the customer.
  en: { term: outside-in }
  fr:
    term: de l’extérieur vers l’intérieur
    avoid: [extérieur-in]

# A name.
netflix: { translate: false, en: { term: Netflix } }
";

fn take(desk: &mut Desk, file: &str) -> Vec<String> {
    let words = terms_read::read(file.as_bytes(), "terms").unwrap();
    desk.run(|setting| edit::take_terms(setting, &words)).unwrap().did
}

fn written(desk: &mut Desk, is_table: bool) -> String {
    let mut text = String::new();
    desk.run(|setting| {
        let glossary = setting.documents.vocabulary.iter().find(|file| file.path.as_str() == GLOSSARY).unwrap();
        text = if is_table { tbx::csv(glossary, None) } else { tbx::write(glossary, None) };
        Ok(edit::Done::default())
    })
    .unwrap();
    text
}

#[test]
fn a_glossary_that_comes_back_as_it_went_changes_nothing() {
    for is_table in [true, false] {
        let mut desk = Desk::new(SITE);
        let file = written(&mut desk, is_table);
        let before = desk.read(GLOSSARY).to_owned();
        assert_eq!(take(&mut desk, &file), ["content/vocab/glossary.yaml has all of it"]);
        assert_eq!(desk.read(GLOSSARY), before);
    }
}

#[test]
fn new_words_languages_and_concepts_are_added_and_what_is_there_stays() {
    let mut desk = Desk::new(SITE);
    let table = "id,language,term,standing,definition\n\
        outside-in,fr,vu du dehors,preferred,\n\
        outside-in,fr,regard du client,admitted,\n\
        outside-in,fr,dehors-en,deprecated,\n\
        outside-in,it,dal di fuori,preferred,\n\
        touchpoint,en,touchpoint,preferred,Where both meet: face to face\n\
        touchpoint,fr,point de contact,preferred,\n\
        moment,fr,instant,preferred,\n\
        no id,en,x,preferred,\n";
    let did = take(&mut desk, table);
    assert_eq!(
        did,
        [
            "added 4 words to content/vocab/glossary.yaml",
            "`outside-in` in `fr` stays `de l’extérieur vers l’intérieur`; the file says `vu du dehors`",
            "`moment` has no preferred word in `en`, and was left out",
            "`no id` cannot be the id of a term, and was left out",
            "left out 1 word of `it`, which is no language of this site",
        ]
    );
    let text = desk.read(GLOSSARY);
    assert!(
        text.contains(
            "    avoid: [extérieur-in, dehors-en]\n    also: [regard du client]\n\n# A name.\nnetflix: { translate: false"
        ),
        "{text}"
    );
    assert!(
        text.ends_with(
            "\ntouchpoint:\n  en:\n    term: touchpoint\n    definition: \"Where both meet: face to face\"\n  fr:\n    term: point de contact\n"
        ),
        "{text}"
    );
    assert!(
        !desk
            .check()
            .iter()
            .any(|found| found.span.path.as_str() == GLOSSARY && found.severity == cxbook::diagnostic::Severity::Error)
    );
    let again = take(&mut desk, table);
    assert!(again[0].ends_with("has all of it"), "{again:?}");
}

#[test]
fn both_generations_of_tbx_are_read_and_what_could_do_harm_is_refused() {
    let old = "<martif type='TBX'><text><body><termEntry id='silo'><langSet xml:lang='en'><descrip type='definition'>A &amp; B</descrip>\
        <tig><term>silo</term></tig><tig><term>stovepipe</term></tig></langSet></termEntry></body></text></martif>";
    let new = [("martif", "tbx"), ("termEntry", "conceptEntry"), ("langSet", "langSec"), ("tig", "termSec")]
        .iter()
        .fold(old.to_owned(), |text, (old, new)| text.replace(old, new));
    for text in [old, &new] {
        let words = terms_read::read(text.as_bytes(), "terms.tbx").unwrap();
        let standings: Vec<_> = words.iter().map(|word| (word.term.as_str(), word.standing)).collect();
        assert_eq!(standings, [("silo", edit::Standing::Preferred), ("stovepipe", edit::Standing::Admitted)]);
        assert_eq!(words[0].definition.as_deref(), Some("A & B"));
    }
    for bad in [
        "<!DOCTYPE tbx [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><tbx/>",
        "<tbx><text>&a;</text></tbx>",
        "<tbx><text>",
        "<html></html>",
        "a,b\n1,2\n",
        "",
    ] {
        assert!(terms_read::read(bad.as_bytes(), "bad").is_err(), "{bad}");
    }
}

#[test]
fn what_is_no_term_base_is_told_what_was_expected_and_where() {
    for (name, file, said) in [
        ("a.tbx", "", "the file is empty; `cxbook translate export tbx` writes one"),
        ("a.csv", " \n", "the file is empty; `cxbook translate export csv` writes one"),
        ("a.TBX", "id,language,term\n", "the file is no XML, which TBX files are"),
        ("a.csv", "id,language,term\nsilo,en,\"silo\nsilo,fr,silo\n", "line 2: column 9: the quotation mark"),
        ("a.csv", "id;language;term\n;en;silo\n", "line 2: the word “silo” has no `id`"),
        ("a.tbx", "<tbx><conceptEntry><termSec><term>silo</term></termSec></conceptEntry></tbx>", "has no `id`"),
    ] {
        let fault = terms_read::read(file.as_bytes(), name).unwrap_err().to_string();
        assert!(fault.contains(said), "{name}: {fault}");
    }
}
