//! `translate export` and `translate import`: no command loses what a person has written, and each says what it kept.

use super::{Project, texts};

const PO: &str = "exchange/fr/personas/maya.po";
const FRENCH: &str = "content/personas/maya/index.fr.md";

impl Project {
    /// Changes a part of a file, which must be there.
    fn change(&self, path: &str, from: &str, to: &str) {
        let text = self.text(path);
        assert!(text.contains(from), "{path} has no {from:?}:\n{text}");
        self.write(path, &text.replace(from, to));
    }

    /// Standard output of a command that exits with `code`.
    fn says(&self, code: i32, args: &[&str]) -> String {
        let (out, error) = texts(self.run(args).code(code).get_output());
        out + &error
    }
}

#[test]
fn an_export_over_a_po_file_keeps_what_is_not_yet_taken_over() {
    let project = Project::new();
    let export = ["translate", "export", "po", "fr", "personas/maya"];
    project.says(0, &export);
    project.change(PO, "Quand arrivera-t-il", "Il arrive quand");
    project.change(PO, "msgid \"Maya\"\nmsgstr \"Maya\"", "#, fuzzy\nmsgid \"Maya\"\nmsgstr \"Maïa\"");
    project.change(PO, "Je veux avoir lu", "J’aimerais avoir lu");
    // The source of one of them goes, and another gets a translation meanwhile.
    project.change("content/personas/maya/index.md", "I want to have read", "I want to know");
    project.change(FRENCH, "Maya, nouvelle en ville", "Maya, arrivée en ville");
    project.says(0, &export);
    let text = project.text(PO);
    for kept in ["msgstr \"Il arrive quand", "msgstr \"Maïa\"", "msgstr \"J’aimerais avoir lu"] {
        assert!(text.contains(kept), "{kept}\n{text}");
    }
    assert!(text.contains("msgstr \"Maya, arrivée en ville\""), "{text}");
    assert!(text.contains("I want to know"), "{text}");
    assert_eq!(project.says(0, &export).lines().next(), Some("every file is as it was"));
    project.says(0, &["translate", "import", PO]);
    assert!(project.text(FRENCH).contains("says: Il arrive quand"));
}

#[test]
fn an_edit_whose_source_changes_is_fuzzy_and_sure_again_when_it_is_back() {
    let project = Project::new();
    let export = ["translate", "export", "po", "fr", "personas/maya"];
    let english = "content/personas/maya/index.md";
    project.says(0, &export);
    project.change(PO, "Je veux avoir lu", "J’aimerais avoir lu");
    let edited = project.text(PO);
    for _ in 0..2 {
        project.change(english, "I want to have read", "I want to know");
        let said = project.says(0, &export);
        assert!(said.contains(&format!("note: {PO}: “J’aimerais avoir lu")) && said.contains("`fuzzy`"), "{said}");
        let text = project.text(PO);
        let entry = text.split("\n\n").find(|entry| entry.contains("J’aimerais")).unwrap();
        assert!(entry.contains("#, fuzzy\n#| msgctxt") && entry.contains("#| msgid \"I want to have read"), "{entry}");
        assert!(entry.contains("\nmsgid \"I want to know") && !entry.contains("#~"), "{entry}");
        assert!(project.says(0, &export).starts_with("every file is as it was"));
        project.change(english, "I want to know", "I want to have read");
        assert!(project.says(0, &export).contains("is sure again: its source is back"));
        assert_eq!(project.text(PO), edited);
    }
    // Whoever has looked takes the mark away, and the import takes the text.
    project.change(english, "I want to have read", "I want to know");
    project.says(0, &export);
    project.change(PO, "#, fuzzy\n#| msgctxt", "#| msgctxt");
    project.says(0, &["translate", "import", PO]);
    assert!(project.text(FRENCH).contains("J’aimerais avoir lu"), "{}", project.text(FRENCH));
}

#[test]
fn an_edit_whose_source_goes_is_named_and_comes_back_with_it() {
    let project = Project::new();
    let article = "content/articles/reading-a-journey/index.md";
    let export = ["translate", "export", "po", "fr", "articles/reading-a-journey"];
    let po = "exchange/fr/articles/reading-a-journey.po";
    let english = project.text(article);
    project.write(article, &format!("{english}\nA paragraph of one's own.\n"));
    project.says(0, &export);
    project.change(
        po,
        "msgid \"A paragraph of one's own.\"\nmsgstr \"\"",
        "msgid \"A paragraph of one's own.\"\nmsgstr \"Le mien.\"",
    );
    project.write(article, &english);
    let said = project.says(0, &export);
    assert!(said.contains("“Le mien.” has no source any more: it is kept as `#~`"), "{said}");
    let text = project.text(po);
    let before = text.split("#~ msgid \"A paragraph").next().unwrap();
    assert!(before.contains("\n\n# cxbook:seen"), "{text}");
    project.write(article, &format!("{english}\nA paragraph of one's own.\n"));
    assert!(project.says(0, &export).contains("“Le mien.” is back, as its source is"));
    assert!(project.text(po).contains("one's own.\"\nmsgstr \"Le mien.\"") && !project.text(po).contains("#~"));
}

#[test]
fn an_export_over_an_xliff_file_that_somebody_has_worked_in_keeps_it() {
    let project = Project::new();
    let path = "exchange/fr/personas/maya.xlf";
    for format in ["xliff", "xliff2"] {
        let export = ["translate", "export", format, "fr"];
        project.says(0, &[&export[..], &["--replace"]].concat());
        let fresh = project.text(path);
        project.change(path, "Quand arrivera-t-il", "Il arrive quand");
        let worked = project.text(path);
        let said = project.says(3, &export);
        assert_eq!(project.text(path), worked);
        assert!(said.contains(&format!("kept {path}")) && said.contains("“Il arrive quand"), "{said}");
        assert!(said.contains("translate import"), "{said}");
        project.write(path, &fresh.replace("</note>", "</note><note from=\"ana\">Sure?</note>"));
        assert!(project.says(3, &export).contains("a note with “Maya"));
        project.write(path, &fresh);
        assert!(project.says(0, &export).starts_with("every file is as it was\n"));
    }
}

#[test]
fn an_xliff_file_that_nobody_has_worked_in_follows_its_source() {
    let project = Project::new();
    let article = "content/articles/reading-a-journey/index.md";
    project.change(article, "Put a finger", "Put *one* finger");
    let export = ["translate", "export", "xliff", "fr", "articles/reading-a-journey"];
    project.says(0, &export);
    project.change(article, "Put *one* finger", "Put a thumb");
    assert!(project.says(0, &export).starts_with("wrote "));
    assert!(project.text("exchange/fr/articles/reading-a-journey.xlf").contains("Put a thumb"));
}

#[test]
fn files_that_cannot_be_read_or_told_apart_are_kept_and_never_said_to_be_written() {
    let project = Project::new();
    let export = |format: &'static str, code: i32| project.says(code, &["translate", "export", format, "fr"]);
    export("po", 0);
    std::fs::write(project.path(PO), b"msgid \"caf\xe9\"\nmsgstr \"caf\xe9\"\n").unwrap();
    let said = export("po", 3);
    assert!(said.contains(&format!("kept {PO}")) && said.contains("not UTF-8") && !said.contains("wrote"), "{said}");
    assert!(std::fs::read(project.path(PO)).unwrap().starts_with(b"msgid \"caf\xe9\""));
    export("csv", 0);
    project.change("exchange/fr/glossary.csv", "besoin", "manque");
    assert!(export("csv", 3).contains("kept exchange/fr/glossary.csv"));
    assert!(project.text("exchange/fr/glossary.csv").contains("manque"));
    assert!(project.says(0, &["translate", "export", "csv", "fr", "--replace"]).contains("wrote "));
}

#[test]
fn nothing_is_exported_among_the_sources() {
    let project = Project::new();
    for out in ["content", "content/fr", "./themes/x", "new/../content"] {
        let said = project.says(2, &["translate", "export", "po", "fr", "--out", out]);
        assert!(said.contains("name another folder"), "{said}");
    }
    let index = project.text("content/index.md");
    for out in ["content/index.md", "content/new.md", "book.toml"] {
        let said = project.says(2, &["export", "json", "--out", out]);
        assert!(said.contains("the sources of the site lie there"), "{said}");
    }
    assert_eq!(project.text("content/index.md"), index);
    assert!(!project.path("content/new.md").exists());
    project.says(0, &["export", "json", "--out", "site.json"]);
}

#[test]
fn what_an_import_puts_aside_overwrites_nothing() {
    let project = Project::new();
    project.says(0, &["translate", "export", "po", "fr", "personas/maya"]);
    project.write("exchange/fr/personas/conflicts.po", "# Notes of my own.\n");
    project.change(FRENCH, "Quand arrivera-t-il", "Quand sera-t-il là");
    project.change(PO, "Quand arrivera-t-il", "Il arrive quand");
    let said = project.says(3, &["translate", "import", PO]);
    assert!(said.contains("wrote exchange/fr/personas/conflicts-2.po"), "{said}");
    assert_eq!(project.text("exchange/fr/personas/conflicts.po"), "# Notes of my own.\n");
    assert!(project.text("exchange/fr/personas/conflicts-2.po").contains("Il arrive quand"));
    project.says(3, &["translate", "import", PO]);
    assert!(!project.path("exchange/fr/personas/conflicts-3.po").exists(), "it says the same");
    assert!(project.text(FRENCH).contains("Quand sera-t-il là"));
}

#[test]
fn two_files_of_one_document_are_taken_as_one() {
    let project = Project::new();
    project.says(0, &["translate", "export", "po", "fr", "personas/maya"]);
    let po = project.text(PO);
    project.write("a.po", &po.replace("Quand arrivera-t-il", "Il arrive quand"));
    project.write("b.po", &po.replace("Maya, nouvelle en ville", "Maya, arrivée en ville"));
    project.says(0, &["translate", "import", "a.po", "b.po"]);
    let french = project.text(FRENCH);
    assert!(french.contains("Il arrive quand") && french.contains("Maya, arrivée en ville"), "{french}");
}

#[test]
fn two_files_that_say_other_things_of_one_text_are_a_conflict_with_both_places() {
    let project = Project::new();
    project.says(0, &["translate", "export", "po", "fr", "personas/maya"]);
    let before = project.text(FRENCH);
    let po = project.text(PO);
    project.write("a.po", &po.replace("Quand arrivera-t-il", "Il arrive quand"));
    project.write("b.po", &po.replace("Quand arrivera-t-il", "C’est pour quand"));
    let line = po.lines().take_while(|line| !line.contains("When will it")).count() + 1;
    let said = project.says(3, &["translate", "import", "a.po", "b.po"]);
    let places = format!("in a.po:{line} and b.po:{line}: not the same, and none was taken");
    assert!(said.contains(&places), "{places}\n{said}");
    assert_eq!(project.text(FRENCH), before);
    let disputed = project.text("disputed.po");
    assert!(disputed.contains("Il arrive quand") && disputed.contains("# b.po:"), "{disputed}");
}

#[test]
fn a_folder_of_catalogues_is_taken_as_a_whole() {
    let project = Project::new();
    project.says(0, &["translate", "export", "po", "fr"]);
    assert!(
        project.says(2, &["translate", "import", "content/articles"]).contains("there is no PO or XLIFF file in it")
    );
    project.change(PO, "Quand arrivera-t-il", "Il arrive quand");
    let article = "exchange/fr/articles/reading-a-journey.po";
    let good = project.text(article);
    project.write(article, &format!("{good}\nhello\n"));
    let before = project.text(FRENCH);
    assert!(project.says(1, &["translate", "import", "exchange"]).contains("reading-a-journey.po"));
    assert_eq!(project.text(FRENCH), before, "all of them or none");
    project.write(article, &good);
    project.write("exchange/conflicts.po", &project.text(PO).replace("Il arrive quand", "Quand donc"));
    project.says(0, &["translate", "import", "exchange"]);
    assert!(project.text(FRENCH).contains("Il arrive quand"));
}

#[test]
fn an_export_goes_neither_into_a_built_site_nor_over_what_is_not_its_own() {
    let project = Project::new();
    for out in ["public", "public/fr"] {
        let said = project.says(2, &["translate", "export", "po", "fr", "--out", out]);
        assert!(said.contains("a built site lies there"), "{said}");
    }
    project.says(0, &["build", "--out", "site"]);
    assert!(project.says(2, &["export", "json", "--out", "site/x.json"]).contains("a built site lies there"));
    let said = project.says(2, &["translate", "export", "po", "fr", "--out", "fr.po"]);
    assert!(said.contains("--out names a folder") && said.contains("write `--out fr`"), "{said}");
    assert!(!project.path("fr.po").exists() && !project.path("public").exists());
    project.write("README.md", "# Mine\n");
    let export = ["export", "json", "--out", "README.md"];
    assert!(project.says(2, &export).contains("write over it with --replace"));
    assert_eq!(project.text("README.md"), "# Mine\n");
    project.says(0, &[&export[..], &["--replace"]].concat());
    project.says(0, &export);
    project.says(0, &["translate", "export", "po", "fr"]);
    project.write(PO, "msgid \"mine\n");
    let said = project.says(3, &["translate", "export", "po", "fr", "--replace"]);
    assert!(said.contains("writes over no PO file that cannot be read"), "{said}");
    assert_eq!(project.text(PO), "msgid \"mine\n");
}

#[test]
fn a_file_that_cannot_be_written_leaves_the_others_as_they_were() {
    let project = Project::new();
    project.says(0, &["translate", "export", "po", "fr", "personas/maya"]);
    project.change(PO, "Quand arrivera-t-il", "Il arrive quand");
    // A second language needs a file where a folder is.
    project.says(0, &["translate", "add-language", "de"]);
    let german = "exchange/de/articles/reading-a-journey.po";
    project.says(0, &["translate", "export", "po", "de"]);
    project.change(german, "\"Follow one finger\"\nmsgstr \"\"", "\"Follow one finger\"\nmsgstr \"Einem Finger nach\"");
    std::fs::create_dir_all(project.path("content/articles/reading-a-journey/index.de.md/x")).unwrap();
    let before = project.text(FRENCH);
    let said = project.says(2, &["translate", "import", PO, german]);
    assert!(said.contains("index.de.md"), "{said}");
    assert_eq!(project.text(FRENCH), before);
}

#[test]
fn no_link_leads_out_of_the_folder_that_is_written_to() {
    let project = Project::new();
    project.says(0, &["translate", "export", "po", "fr", "personas/maya"]);
    project.change(PO, "Quand arrivera-t-il", "Il arrive quand");
    let outside = tempfile::tempdir().unwrap();
    let target = outside.path().join("index.fr.md");
    std::fs::rename(project.path(FRENCH), &target).unwrap();
    let before = std::fs::read_to_string(&target).unwrap();
    std::os::unix::fs::symlink(&target, project.path(FRENCH)).unwrap();
    project.says(2, &["translate", "import", PO]);
    assert_eq!(std::fs::read_to_string(&target).unwrap(), before);
    std::fs::create_dir_all(project.path("out/fr")).unwrap();
    std::os::unix::fs::symlink(outside.path(), project.path("out/fr/principles")).unwrap();
    project.says(2, &["translate", "export", "po", "fr", "--out", "out"]);
    assert_eq!(std::fs::read_dir(outside.path()).unwrap().count(), 1);
    assert!(!project.path("out/fr/index.po").exists(), "all of them or none");
    std::os::unix::fs::symlink(project.path("content"), project.path("link")).unwrap();
    project.says(2, &["translate", "export", "po", "fr", "--out", "link"]);
}

#[test]
fn an_import_says_what_it_would_do_and_does_nothing() {
    let project = Project::new();
    project.says(0, &["translate", "export", "po", "fr", "personas/maya"]);
    project.change(PO, "Quand arrivera-t-il", "Il arrive quand");
    let before = project.text(FRENCH);
    let said = project.says(0, &["translate", "import", "--dry-run", PO]);
    assert!(said.contains("would take 1 text;"), "{said}");
    assert_eq!(project.text(FRENCH), before);
}

#[test]
fn what_would_break_a_page_is_refused_with_a_code_and_the_rest_goes_in() {
    let project = Project::new();
    project.says(0, &["translate", "export", "po", "fr", "personas/maya"]);
    project.change(PO, "Quand arrivera-t-il", "Il arrive quand");
    project.change(PO, "\"Maya, nouvelle en ville", "\"Maya\\n\\n```\\n");
    let said = project.says(1, &["translate", "import", PO]);
    assert!(said.contains("took 1 text") && said.contains("refused"), "{said}");
    let french = project.text(FRENCH);
    assert!(french.contains("Il arrive quand") && french.contains("Maya, nouvelle en ville"), "{french}");
}
