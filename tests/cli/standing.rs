//! What `translate status` and `translate diff` say, and what they say to do next.

use super::{Project, texts};

fn said(project: &Project, args: &[&str]) -> String {
    let (out, error) = texts(project.run(&[&["translate"], args].concat()).get_output());
    format!("{out}{error}")
}

#[test]
fn what_is_fresh_and_read_by_nobody_has_a_next_step() {
    let project = Project::new();
    let status = said(&project, &["status", "fr"]);
    assert!(status.contains("15 are fresh and not read by a reviewer yet"), "{status}");
    let next = status.lines().find(|line| line.starts_with("next: read ")).unwrap();
    let command = next.split('`').nth(1).unwrap().replace("NAME", "Amélie");
    let args: Vec<&str> = command.split(' ').skip(2).collect();
    assert!(said(&project, &args).starts_with("marked content/"), "{command}");
    assert!(said(&project, &["status", "fr"]).contains("14 are fresh"), "{}", said(&project, &["status", "fr"]));
}

#[test]
fn a_translation_that_is_begun_says_what_is_left_and_how_to_write_it() {
    let project = Project::new();
    project.run(&["translate", "add-language", "it", "--territory", "IT"]).success();
    let authors = project.text("content/vocab/authors.yaml");
    project.write("content/vocab/authors.yaml", &authors.replace("The editors }", "The editors, role: Write }"));
    project.run(&["translate", "new", "it", "vocab/authors"]).success();
    let file = project.text("content/vocab/authors.it.yaml").replacen("name: >-", "name: La redazione", 1);
    project.write("content/vocab/authors.it.yaml", &file);
    let status = said(&project, &["status", "it"]);
    assert!(status.contains("it: 0 of 15 fresh, 1 begun, 0 outdated"), "{status}");
    assert!(status.contains("vocab/authors               draft, 1/2 not translated  (1 word)"), "{status}");
    let one = said(&project, &["status", "it", "vocab/authors"]);
    assert!(one.contains("  line 9, `editors:` › `role:`  Write\n"), "{one}");
    assert!(one.contains("two spaces further in"), "{one}");
    let diff = said(&project, &["diff", "it", "vocab/authors"]);
    assert!(diff.contains("1 of 2 segments is not translated: `cxbook translate status it vocab/authors`"), "{diff}");
    let (warned, _) = texts(project.run(&["check", "--lang", "it"]).get_output());
    assert!(!warned.contains("untranslated-run"), "{warned}");
}

#[test]
fn nothing_of_a_source_that_nobody_has_written_is_offered_to_translators() {
    let project = Project::new();
    project.run(&["new", "article", "later"]).success();
    assert!(!said(&project, &["status", "fr"]).contains("articles/later"));
    let text = project.text("content/articles/later/index.md");
    let body = "Start with the sentence that a reader should take away.";
    assert!(text.contains(body), "{text}");
    let written = text.replace(body, "Take this away.").replace("title: Later", "title: Later\nstatus: review");
    project.write("content/articles/later/index.md", &written);
    assert!(said(&project, &["status", "fr"]).contains("articles/later"));
}

#[test]
fn a_file_that_cannot_be_read_is_told_with_its_line_and_is_not_called_untranslated() {
    let project = Project::new();
    project.write("content/about.md", "---\ntitle: Us\nsummary: Us.\nstatus: published\n---\nWords.\n");
    project.write("content/about.fr.md", "---\ntitle: \"Nous\n---\nMots.\n");
    project.write("content/vocab/purposes.fr.yaml", "find-and-reserve: >- x\n");
    for args in [&["status", "fr"] as &[&str], &["status"]] {
        let status = said(&project, args);
        assert!(status.contains("  about           unreadable  ("), "{status}");
        assert!(status.contains("error: content/about.fr.md:2: "), "{status}");
        assert!(status.contains("error: content/vocab/purposes.fr.yaml:1: "), "{status}");
        assert!(!status.contains("nothing in it is translated"), "{status}");
    }
    let one = said(&project, &["diff", "fr", "about"]);
    assert!(one.starts_with("error: content/about.fr.md:2: the file cannot be read: "), "{one}");
}

#[test]
fn what_has_no_source_or_two_is_told_whichever_language_is_asked_about() {
    let project = Project::new();
    project.run(&["translate", "add-language", "it", "--territory", "IT"]).success();
    project.write("content/articles/gone/index.it.md", "---\ntitle: Via\n---\nParole.\n");
    let source = project.text("content/articles/reading-a-journey/index.md");
    project.write("content/articles/reading-a-journey/index.en.md", &source);
    for language in [None, Some("fr"), Some("it"), Some("en")] {
        let args: Vec<&str> = ["status"].into_iter().chain(language).collect();
        let status = said(&project, &args);
        assert!(status.contains("error: content/articles/gone/index.it.md: a translation has no source\n"), "{status}");
        let two = "error: content/articles/reading-a-journey/index.md: one document has two files\n";
        assert!(status.contains(two), "{status}");
    }
    assert!(said(&project, &["status", "en"]).starts_with("en: nothing to translate; the site is written"));
}

#[test]
fn a_language_that_book_toml_has_lost_is_one_problem_with_its_way_out() {
    let project = Project::new();
    let book = project.text("book.toml");
    let (before, after) = book.split_once("[languages.fr]").unwrap();
    project.write("book.toml", &format!("{before}{}", after.split_once("\n\n").unwrap().1));
    let (out, _) = texts(project.run(&["check", "--format", "short"]).code(1).get_output());
    assert_eq!(out.matches("unknown-language").count(), 1, "{out}");
    assert!(out.contains("book.toml:1:1: error[unknown-language]: 15 files are in `fr`"), "{out}");
    assert!(out.contains("`cxbook translate add-language fr`"), "{out}");
    let status = said(&project, &["status"]);
    assert!(status.contains("error: book.toml: 15 files are in `fr`"), "{status}");
}

#[test]
fn titles_under_which_something_was_published_are_no_work_even_before_there_is_a_file() {
    let project = Project::new();
    let book = "handbuch: { kind: book, title: Das Handbuch der Wege, lang: de }\n";
    project.write("content/vocab/sources.yaml", &format!("desk-notes: {{ kind: interview, title: Notes }}\n{book}"));
    project.run(&["translate", "add-language", "it", "--territory", "IT"]).success();
    let status = said(&project, &["status", "it"]);
    assert!(status.contains("vocab/sources               missing  (1 word)"), "{status}");
    let new = said(&project, &["new", "it", "vocab/sources"]);
    assert!(new.contains("1 word to translate") && !project.text("content/vocab/sources.it.yaml").contains("Handbuch"));
    std::fs::remove_file(project.path("content/vocab/sources.it.yaml")).unwrap();
    std::fs::remove_file(project.path("content/vocab/sources.fr.yaml")).unwrap();
    project.write("content/vocab/sources.yaml", book);
    assert!(!said(&project, &["status", "it"]).contains("vocab/sources"), "{}", said(&project, &["status", "it"]));
}

#[test]
fn a_translation_memory_is_refused_with_what_to_bring_instead() {
    let project = Project::new();
    project.write("memory.tmx", "<?xml version=\"1.0\"?><tmx version=\"1.4\"/>");
    let refused = said(&project, &["import", "memory.tmx"]);
    assert!(
        refused.contains("does not say to which document") && refused.contains("`cxbook translate export po LANG`")
    );
}

#[test]
fn a_word_of_megabytes_in_a_term_base_does_not_fill_the_screen() {
    let project = Project::new();
    let glossary = "journey-map: { en: { term: map }, fr: { term: carte } }\n";
    project.write("content/vocab/glossary.yaml", glossary);
    let long = "x".repeat(1 << 20);
    project.write("terms.csv", &format!("id,language,term,standing\njourney-map,fr,{long},preferred\n"));
    let out = said(&project, &["import", "terms.csv"]);
    assert!(out.contains("left out 1 text longer than 500 bytes") && out.len() < 4000, "{} bytes", out.len());
    let many: String =
        (0..30_000).map(|number| format!("t{number},en,a word of some length {number},preferred\n")).collect();
    project.write("terms.csv", &format!("id,language,term,standing\n{many}"));
    let refused = said(&project, &["import", "terms.csv"]);
    assert!(refused.contains("more than the 1048576 that a file may have"), "{refused}");
    assert_eq!(project.text("content/vocab/glossary.yaml"), glossary);
    project.write("content/vocab/glossary.yaml", "a: [\n");
    assert!(said(&project, &["export", "tbx", "fr"]).contains("glossary.yaml cannot be read"));
}

#[test]
fn a_place_that_an_update_made_is_named_by_its_line_and_what_is_gone_is_to_be_deleted() {
    let project = Project::new();
    let purposes = project.text("content/vocab/purposes.yaml");
    project.write("content/vocab/purposes.yaml", &purposes.replace("hand-out-books: Hand out books", "greet: Greet"));
    let diff = said(&project, &["diff", "fr", "vocab/purposes"]);
    assert!(diff.contains("Remettre des livres\n   its source is gone: delete it here too\n"), "{diff}");
    assert!(diff.contains("`cxbook translate update fr vocab/purposes` puts"), "{diff}");
    let update = said(&project, &["update", "fr", "vocab/purposes"]);
    assert!(update.contains("purposes.fr.yaml still lacks: line 5, `greet:` › `name:`\n"), "{update}");
    let diff = said(&project, &["diff", "fr", "vocab/purposes"]);
    assert!(diff.contains("line 5, `greet:` › `name:`: added") && !diff.contains("translate update"), "{diff}");
}

#[test]
fn the_status_for_programs_counts_the_words_of_interface_and_glossary_too() {
    let project = Project::new();
    project.run(&["translate", "add-language", "it"]).success();
    project.write(
        "content/vocab/glossary.yaml",
        "silo: { en: { term: silo } }\nseam: { en: { term: seam }, it: { term: giuntura } }\n\
         netflix: { translate: false, en: { term: Netflix } }\n",
    );
    let (out, _) = texts(project.run(&["translate", "status", "--json"]).get_output());
    let status: serde_json::Value = serde_json::from_str(&out).unwrap();
    let of = |tag: &str, count: &str| {
        let languages = status["languages"].as_array().unwrap();
        languages.iter().find(|one| one["language"] == tag).unwrap()[count].as_u64().unwrap()
    };
    assert!(of("it", "strings") > 50, "{out}");
    assert_eq!((of("it", "terms"), of("fr", "terms"), of("fr", "strings")), (1, 2, 0));
    let (schema, _) = texts(project.run(&["schema", "status"]).success().get_output());
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    let required = &schema["properties"]["languages"]["items"]["required"];
    assert!(
        ["strings", "terms"].iter().all(|name| required.as_array().unwrap().contains(&(*name).into())),
        "{required}"
    );
}

#[test]
fn a_draft_is_offered_to_translators_when_its_author_is_done_with_it() {
    let project = Project::new();
    let missing = || {
        let (out, _) = texts(project.run(&["translate", "status", "fr"]).get_output());
        out.contains("articles/tone")
    };
    for (status, is_offered) in [("draft", false), ("review", true), ("published", true)] {
        let text = format!("---\ntitle: Tone\nsummary: How we speak.\nstatus: {status}\n---\n\nWe answer.\n");
        project.write("content/articles/tone/index.md", &text);
        assert_eq!(missing(), is_offered, "{status}");
    }
    project.write("content/articles/tone/index.md", "---\ntitle: Tone\nsummary: How.\nstatus: draft\n---\n\nWe.\n");
    project.run(&["translate", "new", "fr", "articles/tone"]).success();
    assert!(missing(), "what somebody has begun is listed");
}

#[test]
fn a_mended_typo_is_pointed_out_to_its_author_and_no_other_edit_is() {
    let project = Project::new();
    let home = project.text("content/index.md");
    project.write("content/index.md", &home.replace("knowledge base", "knowlegde base"));
    let diff = said(&project, &["diff", "fr", "index"]);
    assert!(diff.contains("may be a mended typo") && diff.contains("`cxbook translate minor index`"), "{diff}");
    // The command would take all edits for typos, so it is not named beside another.
    project.write(
        "content/index.md",
        &home.replace("knowledge base", "knowlegde base").replace("never read", "never seen"),
    );
    let diff = said(&project, &["diff", "fr", "index"]);
    assert!(!diff.contains("translate minor"), "{diff}");
    for (from, to) in [("takes five minutes", "takes nine minutes"), ("one of everything", "two of everything")] {
        project.write("content/index.md", &home.replace(from, to));
        let diff = said(&project, &["diff", "fr", "index"]);
        assert!(diff.contains("1. line") && !diff.contains("translate minor"), "{from}: {diff}");
    }
}

#[test]
fn a_text_that_is_rightly_the_sources_is_named_with_the_way_to_say_so() {
    let project = Project::new();
    let home = project.text("content/index.fr.md");
    let title = home.lines().find(|line| line.starts_with("title:")).unwrap();
    project.write("content/index.fr.md", &home.replace(title, "title: The reading room"));
    let status = said(&project, &["status", "fr", "index"]);
    assert!(status.contains("if it should, as names do: `cxbook translate mark fr index draft --same`"), "{status}");
    said(&project, &["mark", "fr", "index", "draft", "--same"]);
    assert!(!said(&project, &["status", "fr", "index"]).contains("not translated yet"));
    // A paragraph was hardly left so on purpose.
    let source = project.text("content/index.md");
    let body = |text: &str| text.rsplit_once("---\n").unwrap().1.to_owned();
    let french = project.text("content/index.fr.md");
    project.write("content/index.fr.md", &french.replace(&body(&french), &body(&source)));
    assert!(!said(&project, &["status", "fr", "index"]).contains("--same"));
    // What the source says anew may be right at once.
    let project = Project::new();
    let title = project.text("content/index.md").lines().find(|line| line.starts_with("title:")).unwrap().to_owned();
    project.write("content/index.md", &project.text("content/index.md").replace(&title, "title: La salle de lecture"));
    let diff = said(&project, &["diff", "fr", "index"]);
    assert!(diff.contains("this is what the source says; if that is right"), "{diff}");
}
