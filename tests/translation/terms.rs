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
            "added 5 words to content/vocab/glossary.yaml",
            "`no id`, which cannot be the id of a term, is `x` here",
            "`outside-in` in `fr` stays `de l’extérieur vers l’intérieur`; the file says `vu du dehors`",
            "`moment` has no preferred word in `en`, and was left out",
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
        text.contains(
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
        let words = terms_read::read(text.as_bytes(), "terms.tbx").unwrap().words;
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

/// A term base with fields of each level, groups, references without text, and a concept the glossary does not have.
const RICH: &str = "<?xml version='1.0'?><martif type='TBX-Basic' xml:lang='en'><text><body>\
    <termEntry id='outside-in'><note>Starts from the customer.</note>\
    <descrip type='subjectField'>customer experience</descrip>\
    <xref type='externalCrossReference' target='https://example.org/oi'/>\
    <langSet xml:lang='fr'>\
    <descripGrp><descrip type='context'>Un point de vue &amp; un choix.</descrip><admin type='source'>R. Barnes</admin></descripGrp>\
    <tig><term>de l’extérieur vers l’intérieur</term><termNote type='administrativeStatus'>preferredTerm-admn-sts</termNote>\
    <admin type='customerSubset'>all</admin><termNote type='partOfSpeech'>adverb</termNote></tig></langSet></termEntry>\
    <termEntry id='silo'><note>Never of people.</note>\
    <transacGrp><transac type='transactionType'>origination</transac><date>2026-01-02</date></transacGrp>\
    <langSet xml:lang='en'><descripGrp><descrip type='definition'>A part that sees itself only.</descrip>\
    <admin type='source'>Ben</admin></descripGrp><tig><term>silo</term></tig></langSet></termEntry>\
    </body></text></martif>";

const FIELDS: &[&str] = &[
    r#"<descrip type="subjectField">customer experience</descrip>"#,
    r#"<xref type="externalCrossReference" target="https://example.org/oi"/>"#,
    r#"<descripGrp><descrip type="context">Un point de vue &amp; un choix.</descrip><admin type="source">R. Barnes</admin></descripGrp>"#,
    r#"<admin type="customerSubset">all</admin>"#,
    r#"<termNote type="partOfSpeech">adverb</termNote>"#,
    r#"<transacGrp><transac type="transactionType">origination</transac><date>2026-01-02</date></transacGrp>"#,
    r#"<admin type="source">Ben</admin>"#,
];

#[test]
fn what_the_glossary_has_no_field_for_comes_in_and_goes_out_again() {
    let mut desk = Desk::new(SITE);
    let did = take(&mut desk, RICH).join("\n");
    assert!(did.contains("kept 7 fields that the glossary has none for"), "{did}");
    assert!(!desk.check().iter().any(|found| found.severity == cxbook::diagnostic::Severity::Error));
    assert!(desk.read(GLOSSARY).contains("  note: \"Never of people.\"\n"), "{}", desk.read(GLOSSARY));
    let file = written(&mut desk, false);
    for field in FIELDS {
        assert_eq!(file.matches(field).count(), 1, "{field}\n{file}");
    }
    let word =
        file.split_once("<term>de l’extérieur vers l’intérieur</term>").unwrap().1.split_once("</tig>").unwrap().0;
    assert!(word.contains("adverb") && word.find("termNote").unwrap() < word.find("<admin").unwrap(), "{word}");
    for again in [RICH, &file] {
        let before = desk.read(GLOSSARY).to_owned();
        assert_eq!(take(&mut desk, again), ["content/vocab/glossary.yaml has all of it"]);
        assert_eq!(desk.read(GLOSSARY), before);
    }
}

#[test]
fn fields_that_are_elements_of_their_own_go_out_as_the_older_edition_writes_them() {
    let mut desk = Desk::new(SITE);
    take(
        &mut desk,
        "<tbx type='TBX-Basic' style='dct' xmlns:min='http://www.tbxinfo.net/ns/min' xmlns:mine='https://example.org/'>\
         <text><body><conceptEntry id='silo'><min:subjectField>CX</min:subjectField><mine:colour>red</mine:colour>\
         <langSec xml:lang='en'><termSec><term>silo</term>\
         <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus><min:partOfSpeech>noun</min:partOfSpeech>\
         </termSec></langSec></conceptEntry></body></text></tbx>",
    );
    let file = written(&mut desk, false);
    assert!(file.contains("<descrip type=\"subjectField\">CX</descrip>"), "{file}");
    assert!(file.contains("<termNote type=\"partOfSpeech\">noun</termNote>"), "{file}");
    assert!(!file.contains("colour"), "a prefix means nothing in another file: {file}");
}

#[test]
fn what_is_kept_beside_a_term_cannot_break_the_file_that_goes_out() {
    let mut desk = Desk::new(SITE);
    for harm in [
        "</termEntry><x>",
        "<x>",
        "&a;",
        "<x>&a;</x>",
        "<!DOCTYPE a>",
        "<a:x/>",
        "<x xmlns='a'/>",
        "loose words",
        "<?a?>",
        "<x><!-- --",
    ] {
        let list = serde_json::Value::from(harm);
        let text = desk.read(GLOSSARY).replacen("outside-in:\n", &format!("outside-in:\n  x-tbx: [{list}]\n"), 1);
        let mut desk = Desk::new(SITE);
        desk.write(GLOSSARY, text);
        let file = written(&mut desk, false);
        assert!(!file.contains(harm), "{harm}: {file}");
        assert!(terms_read::read(file.as_bytes(), "a.tbx").is_ok(), "{harm}: {file}");
    }
    desk.change(GLOSSARY, "outside-in:\n", "outside-in:\n  x-tbx: [\"<admin type='source'>Ben</admin>\"]\n");
    assert!(written(&mut desk, false).contains("Ben"));
}

#[test]
fn a_language_is_known_by_its_tag_in_any_spelling_and_by_a_region_of_it() {
    for tag in ["FR", "Fr", "fr_FR", "fr-FR", " fr ", "FR-fr", "fra-CA"] {
        let mut desk = Desk::new(SITE);
        let did = take(
            &mut desk,
            &format!(
                "<martif type='TBX'><text><body><termEntry id='silo'><langSet xml:lang='en_US'><tig><term>silo</term></tig>\
                 </langSet><langSet xml:lang='{tag}'><tig><term>cloisonnement</term></tig></langSet></termEntry></body></text></martif>"
            ),
        );
        let text = desk.read(GLOSSARY);
        assert!(
            text.contains("silo:\n  en:\n    term: silo\n  fr:\n    term: cloisonnement\n"),
            "{tag}: {did:?} {text}"
        );
    }
    // Two of them cannot both be the one.
    let mut desk = Desk::new(SITE);
    let did = take(
        &mut desk,
        "id,language,term\nsilo,en,silo\nsilo,fr-CA,cloison\nsilo,fr_FR,cloisonnement\nsilo,en-GB,silo\nsilo,,x\n",
    );
    let all = did.join("\n");
    assert!(all.contains("did not take `fr-CA` and `fr-FR` for `fr`: only one of them can be"), "{all}");
    assert!(all.contains("did not take `en-GB` for `en`: the file has words of that itself"), "{all}");
    assert!(all.contains("left out 1 word that say no language"), "{all}");
}

#[test]
fn several_terms_in_one_place_and_marks_within_a_term_lose_no_letter() {
    let file = "<martif type='TBX'><text><body><termEntry id='silo'><langSet xml:lang='en'><tig><term>silo</term>\
        <term>stove<hi>pipe</hi> <bpt>{b}</bpt>dept</term><termNote type='administrativeStatus'>preferredTerm-admn-sts</termNote>\
        </tig><ntig><termGrp><term>walled garden</term></termGrp></ntig><descrip type='definition'>Sees <hi>itself</hi> only.</descrip>\
        </langSet></termEntry></body></text></martif>";
    let words = terms_read::read(file.as_bytes(), "a.tbx").unwrap().words;
    let said: Vec<_> = words.iter().map(|word| (word.term.as_str(), word.standing)).collect();
    let (preferred, admitted) = (edit::Standing::Preferred, edit::Standing::Admitted);
    assert_eq!(said, [("silo", preferred), ("stovepipe dept", admitted), ("walled garden", admitted)]);
    assert_eq!(words[0].definition.as_deref(), Some("Sees itself only."));
}

/// As the terminology of a software vendor is handed out: numbers for ids, groups, regions, a document type.
const VENDOR: &str = "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">\r\n\
    <martif type=\"TBX\" xml:lang=\"en-US\">\r\n<martifHeader><fileDesc><sourceDesc><p>Terms</p></sourceDesc></fileDesc></martifHeader>\r\n\
    <text><body>\r\n<termEntry id=\"27766_1436280\">\r\n<langSet xml:lang=\"en-US\">\r\n<descripGrp>\r\n\
    <descrip type=\"definition\">The point of view of the customer.</descrip>\r\n</descripGrp>\r\n<ntig>\r\n<termGrp>\r\n\
    <term id=\"27766_1436279\">Outside-in</term>\r\n<termNote type=\"partOfSpeech\">Noun</termNote>\r\n</termGrp>\r\n</ntig>\r\n\
    </langSet>\r\n<langSet xml:lang=\"fr-FR\">\r\n<ntig>\r\n<termGrp>\r\n<term id=\"1\">vue du client</term>\r\n</termGrp>\r\n</ntig>\r\n\
    </langSet>\r\n</termEntry>\r\n<termEntry id=\"3_4\">\r\n<langSet xml:lang=\"en-US\">\r\n<ntig>\r\n<termGrp>\r\n<term>access code</term>\r\n\
    </termGrp>\r\n</ntig>\r\n</langSet>\r\n</termEntry>\r\n</body></text></martif>\r\n";

#[test]
fn concepts_that_go_by_numbers_are_found_by_their_word_or_named_by_it() {
    let mut desk = Desk::new(SITE);
    let all = take(&mut desk, VENDOR).join("\n");
    for said in [
        "`27766_1436280` is `outside-in` here, which has the same word",
        "`3_4`, which cannot be the id of a term, is `access-code` here",
        "took `fr-FR` for `fr`",
        "`outside-in` in `en`: add its `definition` by hand: The point of view of the customer.",
        "`outside-in` in `fr` stays `de l’extérieur vers l’intérieur`; the file says `vue du client`",
    ] {
        assert!(all.contains(said), "{said}\n{all}");
    }
    let text = desk.read(GLOSSARY);
    assert!(text.contains("\naccess-code:\n  en:\n    term: access code\n"), "{text}");
    assert!(!desk.check().iter().any(|found| found.severity == cxbook::diagnostic::Severity::Error), "{text}");
    let before = desk.read(GLOSSARY).to_owned();
    take(&mut desk, VENDOR);
    assert_eq!(desk.read(GLOSSARY), before, "a second time there is nothing to add");
}

#[test]
fn an_export_of_an_institution_comes_in_with_its_fields() {
    let file = "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE martif PUBLIC \"ISO 12200:1999A//DTD MARTIF core (DXFcdV04)//EN\" \"TBXcdv04.dtd\">\
        <martif type='TBX-Default' xml:lang='en'><text><body><termEntry id='IATE-84'>\
        <descripGrp><descrip type='subjectField'>1011, 04</descrip></descripGrp>\
        <langSet xml:lang='en'><tig><term>competence of the Member States</term><termNote type='termType'>fullForm</termNote>\
        <descrip type='reliabilityCode'>9</descrip></tig></langSet>\
        <langSet xml:lang='fr'><tig><term>compétence des États membres</term><termNote type='normativeAuthorization'>preferredTerm</termNote></tig>\
        <tig><term>compétence nationale</term><termNote type='administrativeStatus'>obsolete</termNote></tig></langSet>\
        <langSet xml:lang='bg'><tig><term>компетентност</term></tig></langSet></termEntry></body></text></martif>";
    let mut desk = Desk::new(SITE);
    let all = take(&mut desk, file).join("\n");
    assert!(all.contains("left out 1 word of `bg`, which is no language of this site"), "{all}");
    let text = desk.read(GLOSSARY);
    let french = "  fr:\n    term: compétence des États membres\n    avoid: [compétence nationale]\n";
    assert!(text.contains("\ncompetence-of-the-member-states:\n") && text.contains(french), "{text}");
    assert!(text.contains("reliabilityCode") && text.contains("1011, 04"), "{text}");
}

#[test]
fn what_differs_from_the_glossary_is_told_and_what_it_lacks_is_added() {
    let mut desk = Desk::new(SITE);
    let file = "<tbx type='TBX-Basic' style='dca'><text><body><conceptEntry id='outside-in'><note>Another note.</note>\
        <langSec xml:lang='fr'><descrip type='definition'>Le regard du client.</descrip>\
        <termSec><term>de l’extérieur vers l’intérieur</term><termNote type='administrativeStatus'>deprecatedTerm-admn-sts</termNote></termSec>\
        <termSec><term>vu de dehors</term><termNote type='administrativeStatus'>admittedTerm-admn-sts</termNote></termSec></langSec>\
        </conceptEntry><conceptEntry id='seam'><langSec xml:lang='en'><termSec><term>seam</term></termSec></langSec>\
        <langSec xml:lang='fr'><termSec><term>couture</term><termNote type='administrativeStatus'>admittedTerm-admn-sts</termNote>\
        </termSec></langSec></conceptEntry></body></text></tbx>";
    let all = take(&mut desk, file).join("\n");
    for said in [
        "`outside-in` keeps its `note`; the file has another",
        "goes on using `de l’extérieur vers l’intérieur`, which the file tells to avoid",
        "`seam` in `fr` has no preferred word, and was left out",
        "added 1 definition or note of known terms",
    ] {
        assert!(all.contains(said), "{said}\n{all}");
    }
    let text = desk.read(GLOSSARY);
    assert!(
        text.contains("    definition: \"Le regard du client.\"\n") && text.contains("also: [vu de dehors]"),
        "{text}"
    );
}

#[test]
fn lines_of_code_are_compared_as_code() {
    let site = |french: &str| {
        let mut desk = Desk::new(SITE);
        let article = |words: &str, title: &str| {
            format!(
                "---\ntitle: {title}\nsummary: S.\n{words}---\n\n<!-- l10n:ok number-mismatch the rating is ours -->\n\n<!-- l10n:code -->\n```text\n"
            )
        };
        let status = "status: published\n";
        desk.write(
            "content/articles/tea/index.md",
            format!("{}Outside-in: [x](article:none) `a` <b>b</b> [^2]\nMake tea: 5\n```\n", article(status, "Tea")),
        );
        desk.write("content/articles/tea/index.fr.md", format!("{}{french}```\n", article("", "Thé")));
        let found = desk.check();
        let in_french = found.iter().filter(|found| found.span.path.as_str().ends_with("tea/index.fr.md"));
        in_french.map(|found| found.name.as_str().to_owned()).collect::<Vec<_>>()
    };
    let term = "De l’extérieur vers l’intérieur";
    assert_eq!(site(&format!("{term} : [y](article:autre) `c` <i>d</i> [^2]\nFaire le thé: 4\n")), [""; 0]);
    assert_eq!(site("Vu du client : [y](article:autre) [^2]\nFaire le thé: 4\n"), ["missing-term"]);
    assert_eq!(site(&format!("{term} [^2]\nFaire le thé: 5\n")), ["unused-waiver"]);
}
