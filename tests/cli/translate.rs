//! `translate` and `fix --typography` as translators type them.

use super::{Project, texts};

const ENGLISH: &str = "content/about.md";
const FRENCH: &str = "content/about.fr.md";

fn project(english: &str, french: &str) -> Project {
    let project = Project::new();
    let head = |rest: &str| format!("---\ntitle: About\nsummary: Us.\n{rest}---\n\n");
    project.write(ENGLISH, &format!("{}{english}", head("status: published\n")));
    project.write(FRENCH, &format!("{}{french}", head("").replace("About", "Nous").replace("Us.", "Qui.")));
    project.run(&["translate", "sync", "fr", "about"]).success();
    project
}

fn says(project: &Project, args: &[&str]) -> String {
    let (out, error) = texts(project.run(args).success().get_output());
    out + &error
}

#[test]
fn a_text_that_only_moved_is_told_and_not_outdated() {
    let project = project(
        "First, a text of some length in which nothing happens.\n\nSecond: 2.\n\nThird.\n",
        "D’abord un texte d’une certaine longueur sans rien.\n\nDeuxième : 2.\n\nTroisième.\n",
    );
    let moved = "Third.\n\nFirst, a text of some length in which nothing happens.\n\nSecond: 2.\n";
    let head = project.text(ENGLISH).split_inclusive("---\n\n").next().unwrap().to_owned();
    project.write(ENGLISH, &format!("{head}{moved}"));
    let said = says(&project, &["translate", "diff", "fr", "about"]);
    assert!(said.starts_with("about in fr: draft\n"), "{said}");
    assert!(
        said.contains("paragraph: moved, and its translation stands where it stood\n   fr      Troisième.\n"),
        "{said}"
    );
    let json: serde_json::Value =
        serde_json::from_str(&says(&project, &["translate", "diff", "fr", "about", "--json"])).unwrap();
    assert_eq!(json["moved"][0]["translation"], "Troisième.", "{json}");
    assert_eq!(json["changes"].as_array().unwrap().len(), 0, "{json}");
    let said = says(&project, &["translate", "sync", "fr", "about"]);
    assert!(said.contains("next: put “Troisième.” where its source stands now"), "{said}");
}

#[test]
fn what_was_mended_once_is_not_touched_again_and_keeps_its_structure() {
    let body = "# Pourquoi ? {#why}\n\n- L'un dit: \"oui\"!\n  1. Il y a 12 % ...\n\n| a | b ! |\n|---|---|\n| c'est | d |\n\n```\nl'un!\n```\n";
    // What still has the words of its source is not translated yet, and left alone.
    let english = "# Why? {#why}\n\n- One says: \"yes\"!\n  1. There are 12 % ...\n\n| x | y |\n|---|---|\n| it | z |\n\n```\nl'un!\n```\n";
    let project = project(english, body);
    says(&project, &["fix", "--typography"]);
    let once = project.text(FRENCH);
    assert!(
        once.contains("- L’un dit\u{a0}: «\u{a0}oui\u{a0}»\u{202f}!\n  1. Il y a 12\u{a0}%…\n")
            || once.contains("12\u{a0}% …"),
        "{once}"
    );
    let marks = |text: &str| -> Vec<String> {
        let parsed = cxbook::markdown::parse(text, 0, &Default::default());
        parsed.blocks.iter().map(|block| format!("{:?}", block.kind)).collect()
    };
    assert_eq!(marks(&once), marks(&format!("{}{body}", once.split_inclusive("---\n\n").next().unwrap())));
    assert!(once.contains("```\nl'un!\n```") && once.contains("{#why}"), "{once}");
    says(&project, &["fix", "--typography"]);
    assert_eq!(project.text(FRENCH), once);
}

#[test]
fn a_removed_block_is_shown_as_its_author_wrote_it() {
    let project = Project::new();
    let source = "content/articles/tone/index.md";
    let head = "---\ntitle: Tone\nsummary: How we speak.\nstatus: published\n---\n\nStay.\n";
    project.write(
        source,
        &format!("{head}\nSee [our *guide*](https://example.org/guide \"A guide\")\nand [[page:about]].\n"),
    );
    project.write(
        "content/articles/tone/index.fr.md",
        "---\ntitle: Ton\nsummary: Notre voix.\n---\n\nRestez.\n\nVoir [le guide](https://example.org/guide).\n",
    );
    project.run(&["translate", "sync", "fr", "articles/tone"]).success();
    project.write(source, &format!("{head}\n- One\n\nAn *added* [link](https://example.org/a).\n"));
    let out = says(&project, &["translate", "diff", "fr", "articles/tone"]);
    for shown in [
        "[-See [our *guide*](https://example.org/guide \"A guide\") and [[page:about]].-]",
        "Voir [le guide](https://example.org/guide).",
        "{+An *added* [link](https://example.org/a).+}",
    ] {
        assert!(out.contains(shown), "{shown} is not in {out}");
    }
}
