//! `fix`: what is put right, what is left alone, and what is said of it.

use super::{Project, texts};

const JOURNEY: &str = "content/journeys/first-loan/index.md";

impl Project {
    fn fixed(&self, args: &[&str]) -> String {
        texts(self.run(&[&["fix"], args].concat()).success().get_output()).0
    }
}

#[test]
fn what_check_knows_the_way_out_of_is_put_right_and_then_nothing_is_left() {
    let project = Project::new();
    let before = project.text(JOURNEY);
    let about = project.text("content/articles/reading-a-journey/index.md");
    let wrong = before.replacen("touchpoint:", "touchpont:", 1).replacen(": breaks", ": brakes", 1);
    assert_ne!(wrong, before);
    project.write(JOURNEY, &wrong);
    project.write("content/articles/reading-a-journey/index.md", &format!("{about}\nPost a comment\n"));
    let (_, closing) = texts(project.run(&["check"]).code(1).get_output());
    assert!(closing.contains("next: `cxbook fix` puts 3 of them right"), "{closing}");

    let said = project.fixed(&["--dry-run"]);
    assert!(said.contains("would mend 3 places in 2 files") && project.text(JOURNEY) == wrong, "{said}");
    let said = project.fixed(&[JOURNEY]);
    assert!(said.contains("now `touchpoint`") && said.contains("now `breaks`"), "{said}");
    assert_eq!(project.text(JOURNEY), before);
    let said = project.fixed(&[]);
    assert!(said.contains("taken out") && said.contains("mended 1 place in 1 file"), "{said}");
    assert_eq!(project.text("content/articles/reading-a-journey/index.md"), about);
    assert!(project.fixed(&[]).contains("nothing to mend"));
}

#[test]
fn what_would_do_harm_is_left_says_why_and_takes_nothing_along() {
    let project = Project::new();
    let before = project.text(JOURNEY);
    // The right field is there too: a second one would be an error of its own.
    let wrong = before.replacen("persona:", "persona: maya\npersonna:", 1);
    project.write(JOURNEY, &wrong.replacen(": breaks", ": brakes", 1));
    let said = project.fixed(&[]);
    assert_eq!(project.text(JOURNEY), wrong, "{said}");
    let line = before.lines().take_while(|line| !line.starts_with("persona:")).count() + 2;
    assert!(said.contains(&format!("left {JOURNEY}:{line} as it is")) && said.contains("mended 1 place"), "{said}");
    assert!(said.contains("if it were now `persona`, `check` would find then: "), "{said}");
}

#[test]
fn a_text_with_a_colon_becomes_a_block_with_the_same_words() {
    let project = Project::new();
    let before = project.text(JOURNEY);
    let (start, _) = before.split_once("        does: Makes an account").unwrap();
    let wrong = before.replacen("does: Makes an account", "does: Makes this: an account", 1);
    project.write(JOURNEY, &wrong);
    assert!(project.fixed(&[]).contains("now a block"));
    let after = project.text(JOURNEY);
    assert!(after.starts_with(&format!("{start}        does: >-\n          Makes this: an account and")), "{after}");
    project.run(&["check"]).success();
}

#[test]
fn what_holds_more_than_the_words_found_fault_with_stays() {
    let project = Project::new();
    let page = "content/articles/reading-a-journey/index.md";
    let before = project.text(page);
    let title = before.lines().find_map(|line| line.strip_prefix("title: ")).unwrap();
    for more in [
        format!("[{title}](step:first-loan#collect)"),
        format!("- {title}"),
        "> Leave a reply".to_owned(),
        "1. Captcha".to_owned(),
        "## Captcha {#captcha}".to_owned(),
        "| Captcha |\n|---|\n| Leave a reply |".to_owned(),
        "» » Home » Claims\nAnd a sentence of my own.".to_owned(),
        "| | Before | After |\n| speed | 3 days | 1 day |".to_owned(),
    ] {
        let wrong = format!("{before}\n{more}\n");
        project.write(page, &wrong);
        let said = project.fixed(&[]);
        assert_eq!(project.text(page), wrong, "{said}");
    }
}
