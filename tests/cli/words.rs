//! What the program says to people who type something else than it expects.

use super::{Project, texts};

#[test]
fn arguments_in_the_other_order_are_told_the_order() {
    let project = Project::new();
    let (_, error) = texts(project.run(&["translate", "new", "article:x", "fr"]).code(1).get_output());
    assert_eq!(error, "error: the language comes first: `cxbook translate new fr article:x`\n");
}

#[test]
fn init_again_says_in_one_line_that_all_is_there() {
    let project = Project::new();
    let (out, _) = texts(project.run(&["init", "."]).success().get_output());
    assert_eq!(out.lines().count(), 3, "{out}");
    assert!(out.starts_with("kept ") && out.contains(" files that were there\nwrote nothing to ."), "{out}");
}

#[test]
fn what_init_says_to_type_can_be_typed() {
    let folder = tempfile::tempdir().unwrap();
    for (name, typed) in [("kb", "kb"), ("my kb", "'my kb'"), ("it's", "'it'\\''s'")] {
        let (out, _) = texts(super::cxbook(folder.path()).args(["init", name]).assert().success().get_output());
        assert!(out.ends_with(&format!("next: cxbook serve --root {typed}\n")), "{out}");
    }
}

#[test]
fn a_new_project_has_nothing_to_translate_and_no_exchange_files_under_version_control() {
    let project = Project::new();
    let (out, _) = texts(project.run(&["translate", "status"]).success().get_output());
    assert!(out.contains("0 missing; 0 words to do\n"), "{out}");
    assert!(project.text(".gitignore").lines().any(|line| line == "/exchange"));
    let readme = project.text("README.md");
    for command in ["serve", "check", "new", "build", "translate", "fix", "export", "explain"] {
        assert!(readme.contains(&format!("cxbook {command}")), "{command} is not in {readme}");
    }
}

#[test]
fn an_anchor_that_was_published_is_missed_when_its_heading_gets_other_words() {
    let project = Project::new();
    project
        .write("content/about.md", "---\ntitle: About\nsummary: Us.\nstatus: published\n---\n\n## Our team\n\nWe.\n");
    project
        .write("content/plans.md", "---\ntitle: Plans\nsummary: Later.\nstatus: draft\n---\n\n## Not yet\n\nWait.\n");
    let (out, _) = texts(project.run(&["translate", "keep"]).success().get_output());
    assert!(out.contains("new anchors of pages in content/l10n/anchors.lock"), "{out}");
    let lock = project.text("content/l10n/anchors.lock");
    assert!(lock.contains("\nabout#our-team\n") && !lock.contains("plans#"), "{lock}");
    let (out, _) = texts(project.run(&["translate", "keep"]).success().get_output());
    assert!(!out.contains("anchors.lock"), "{out}");

    let reworded = project.text("content/about.md").replace("Our team", "Who we are");
    project.write("content/about.md", &reworded);
    let (out, _) = texts(project.run(&["check"]).get_output());
    assert!(out.contains("warning[removed-anchor]: `#our-team`") && out.contains("{#our-team}"), "{out}");
    project.write("content/about.md", &reworded.replace("Who we are", "Who we are {#our-team}"));
    let (out, _) = texts(project.run(&["check"]).get_output());
    assert!(!out.contains("removed-anchor"), "{out}");
    project.write("content/about.md", &reworded);
    project.run(&["translate", "keep"]).success();
    let lock = project.text("content/l10n/anchors.lock");
    assert!(lock.contains("about#our-team\n"), "what is gone stays known");

    // A heading has room for one anchor, so its new one is not noted before it is known which it keeps: whichever the
    // author does, nothing is lost in its turn.
    assert!(!lock.contains("about#who-we-are"), "{lock}");
    for answer in
        [&reworded.replace("Who we are", "Who we are {#our-team}"), &reworded.replace("Who we are", "Our team")]
    {
        project.write("content/about.md", answer);
        let (out, _) = texts(project.run(&["check"]).get_output());
        assert!(!out.contains("removed-anchor"), "{out}");
    }
    project.write("content/about.md", &reworded);
    project.write("content/l10n/anchors.lock", &lock.replace("about#our-team\n", ""));
    project.run(&["translate", "keep"]).success();
    assert!(
        project.text("content/l10n/anchors.lock").contains("about#who-we-are\n"),
        "the line is gone, so it is another"
    );
    let (out, _) = texts(project.run(&["check"]).get_output());
    assert!(!out.contains("removed-anchor"), "{out}");
}

#[test]
fn anchors_that_cannot_be_read_are_kept_as_they_are_until_somebody_mends_them() {
    for (line, says) in
        [(&b"articles/x#old\n\xff\n"[..], "not UTF-8"), (b"articles/x#old\n>>>>>>> fix/#12\n", "no page and anchor")]
    {
        let project = Project::new();
        std::fs::create_dir_all(project.path("content/l10n")).unwrap();
        std::fs::write(project.path("content/l10n/anchors.lock"), line).unwrap();
        let (_, error) = texts(project.run(&["translate", "keep"]).code(1).get_output());
        assert!(error.contains("content/l10n/anchors.lock: ") && error.contains(says), "{error}");
        assert_eq!(std::fs::read(project.path("content/l10n/anchors.lock")).unwrap(), line);
        let (out, _) = texts(project.run(&["check"]).code(1).get_output());
        assert!(out.contains(says), "{out}");
    }
}

#[test]
fn a_translation_that_is_only_begun_says_why_it_is_missing() {
    let project = Project::new();
    std::fs::remove_file(project.path("content/personas/maya/index.fr.md")).unwrap();
    project.run(&["translate", "new", "fr", "personas/maya"]).success();
    let (out, _) = texts(project.run(&["translate", "status"]).success().get_output());
    assert!(out.contains("personas/maya  missing: its file is there, and nothing in it is translated"), "{out}");
}

#[test]
fn what_lacks_a_word_says_which() {
    let project = Project::new();
    let (_, error) = texts(project.run(&["export", "mermaid", "motor-claim"]).code(2).get_output());
    assert!(error.contains("there is `first-loan`; drafts are exported with --drafts"), "{error}");
    let (_, error) = texts(project.run(&["new", "response", "x"]).code(2).get_output());
    assert!(error.contains("like `reading-a-journey/amelie`"), "{error}");
}

#[test]
fn a_file_that_holds_no_translations_says_what_it_is() {
    let project = Project::new();
    for (name, text, says) in [
        ("a.xlf", "", "the file is empty"),
        ("a.po", "", "the file is empty"),
        ("a.docx", "PK\u{3}\u{4}..", "the file is packed"),
        ("a.txt", "Dear translator,\nhere you are.\n", "the file is neither PO nor XLIFF"),
    ] {
        project.write(name, text);
        let (_, error) = texts(project.run(&["translate", "import", name]).code(1).get_output());
        assert!(error.starts_with(&format!("error: {name}: {says}")), "{error}");
    }
}

#[test]
fn nothing_is_added_to_a_vocabulary_that_cannot_be_read() {
    let project = Project::new();
    let path = project.path("content/vocab/channels.yaml");
    let latin = b"web: { name: Web, medium: digital }\ncafe: { name: Caf\xe9, medium: other }\n";
    let broken = b"web: { name: \"Web, medium: digital }\n";
    for bytes in [&latin[..], &broken[..]] {
        std::fs::write(&path, bytes).unwrap();
        let (_, error) = texts(project.run(&["new", "channel", "post"]).code(2).get_output());
        assert!(error.contains("content/vocab/channels.yaml cannot be read, so nothing is added to it"), "{error}");
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    }
}

#[test]
fn an_import_adds_nothing_to_a_file_that_is_not_utf_8() {
    let project = Project::new();
    let path = project.path("content/vocab/departments.yaml");
    let latin = [&std::fs::read(&path).unwrap()[..], b"cafe: Caf\xe9\n"].concat();
    std::fs::write(&path, &latin).unwrap();
    project.write("day.mmd", "journey\n  section Ask\n    Asks: 3: Me, Bar\n");
    let (_, error) = texts(project.run(&["import", "mermaid", "day.mmd"]).code(1).get_output());
    assert!(error.contains("this file is not UTF-8, so nothing can be added to it"), "{error}");
    assert_eq!(std::fs::read(&path).unwrap(), latin);
}

#[test]
fn nobody_is_no_name_of_a_department() {
    let project = Project::new();
    project.run(&["new", "department", "nobody"]).code(2);
    let (_, error) = texts(project.run(&["rename", "department:front-desk", "nobody"]).code(1).get_output());
    assert!(error.contains("`nobody` says that there is no owner"), "{error}");
}

#[cfg(unix)]
#[test]
fn nothing_is_renamed_while_a_file_that_may_name_it_is_not_read() {
    let project = Project::new();
    let path = project.path("content/journeys/first-loan/index.md");
    let elsewhere = project.path("elsewhere.md");
    std::fs::rename(&path, &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &path).unwrap();
    let (_, error) = texts(project.run(&["rename", "principle:tell-me-early", "tell-me-soon"]).code(1).get_output());
    assert!(error.contains("content/journeys/first-loan/index.md is not read"), "{error}");
}

#[test]
fn an_address_that_was_published_is_missed_when_its_slug_is_changed_by_hand() {
    let project = Project::new();
    let (source, french) = ("content/articles/tone/index.md", "content/articles/tone/index.fr.md");
    let english = "---\ntitle: Tone\nsummary: How we speak.\nstatus: published\n---\n\nWe answer.\n";
    project.write(source, english);
    let text = |slug: &str| format!("---\ntitle: Ton\nsummary: Notre voix.\n{slug}---\n\nNous répondons.\n");
    project.write(french, &text("slug: notre-ton\n"));
    let (out, _) = texts(project.run(&["translate", "keep"]).success().get_output());
    assert!(out.contains("new slugs of pages in content/l10n/slugs.lock"), "{out}");
    let lock = project.text("content/l10n/slugs.lock");
    assert!(lock.contains("\narticles/tone en tone\narticles/tone fr notre-ton\n"), "{lock}");
    let (out, _) = texts(project.run(&["translate", "keep"]).success().get_output());
    assert!(!out.contains("slugs.lock"), "{out}");

    let lost = |name: &str| {
        let (out, _) = texts(project.run(&["check"]).get_output());
        assert_eq!(out.contains("warning[lost-address]"), !name.is_empty(), "{out}");
        assert!(out.contains(name), "{name}: {out}");
    };
    for (slug, address) in [
        ("slug: voix\n", "`aliases: [/fr/articles/notre-ton/]`"),
        ("", "`aliases: [/fr/articles/notre-ton/]`"),
        ("slug: voix\naliases: [/fr/articles/x/]\n", "add `/fr/articles/notre-ton/` to the `aliases`"),
        ("slug: voix\naliases: [/fr/articles/notre-ton/]\n", ""),
        ("slug: notre-ton\n", ""),
    ] {
        project.write(french, &text(slug));
        lost(address);
    }
    project.run(&["rename", "--slug", "fr", "article:tone", "parler"]).success();
    lost("");
    project.run(&["rename", "article:tone", "voice"]).success();
    lost("");
    let moved = project.text("content/articles/voice/index.md");
    project.write("content/articles/voice/index.md", &moved.replace("title: Tone", "title: Tone\nslug: spoken"));
    // A former id leads on to a page of that name, not to one with a slug of its own.
    lost("`aliases: [/en/articles/tone/]`");
    project.write("content/l10n/slugs.lock", "articles/tone fr\n");
    let (_, error) = texts(project.run(&["translate", "keep"]).code(1).get_output());
    assert!(error.contains("content/l10n/slugs.lock: this is no page, language and slug"), "{error}");
}
