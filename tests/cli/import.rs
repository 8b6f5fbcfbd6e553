//! `export` and `import`: what is written, what is kept, and the exit code of each.

use super::{Project, texts};

const GRID: &str = "phase,Look,\nstep,Asks,Waits\nemotion,1,-1\n";

impl Project {
    /// Standard output and standard error of a command that exits with `code`.
    fn both(&self, code: i32, args: &[&str]) -> String {
        let (out, error) = texts(self.run(args).code(code).get_output());
        out + &error
    }
}

#[test]
fn a_fresh_export_read_back_says_nothing_new() {
    let project = Project::new();
    project.both(0, &["export", "json", "--out", "site.json"]);
    let said = project.both(0, &["import", "json", "site.json"]);
    assert!(said.contains(" files said the same already") && !said.contains("kept content"), "{said}");
    let said = project.both(0, &["import", "json", "site.json", "--replace"]);
    assert!(!said.contains("changed"), "{said}");
}

#[test]
fn a_table_becomes_a_journey_and_a_dry_run_writes_nothing() {
    let project = Project::new();
    project.write("ask.csv", GRID);
    let path = "content/journeys/ask/index.md";
    let said = project.both(0, &["import", "csv", "ask.csv", "--dry-run"]);
    assert!(said.starts_with(&format!("would write {path}\n")), "{said}");
    assert!(!project.path(path).exists());
    let said = project.both(0, &["import", "csv", "ask.csv", "--title", "I ask"]);
    assert!(said.starts_with(&format!("wrote {path}\n")) && !said.contains("the title: "), "{said}");
    assert!(project.text(path).contains("title: I ask\n"));
    project.both(0, &["check"]);
}

#[test]
fn what_is_there_is_kept_unless_it_may_be_replaced() {
    let project = Project::new();
    project.write("ask.csv", GRID);
    let path = "content/journeys/ask/index.md";
    project.both(0, &["import", "csv", "ask.csv"]);
    let before = project.text(path);
    project.write("ask.csv", &GRID.replace("Waits", "Sleeps"));
    for _ in 0..2 {
        let said = project.both(3, &["import", "csv", "ask.csv"]);
        assert!(said.contains(&format!("kept {path}")) && said.contains("--replace"), "{said}");
        assert_eq!(project.text(path), before);
        assert!(project.text(&format!("{path}.imported")).contains("Sleeps"));
    }
    let noted = format!("{path}.imported");
    project.write(&noted, &format!("{}\nMy own words.\n", project.text(&noted)));
    project.both(3, &["import", "csv", "ask.csv"]);
    assert!(project.text(&noted).contains("My own words.") && project.path(&format!("{noted}-2")).exists());
    let said = project.both(0, &["import", "csv", "ask.csv", "--replace"]);
    assert!(said.contains(&format!("changed {path}")), "{said}");
    assert!(project.text(path).contains("Sleeps"));
    // What has been taken over goes, and what somebody has written into it does not.
    assert!(said.contains(&format!("deleted {noted}-2")) && said.contains(&format!("left {noted} of")), "{said}");
    assert!(project.path(&noted).exists() && !project.path(&format!("{noted}-2")).exists());
}

#[test]
fn a_journey_that_is_kept_brings_nothing_else_and_the_way_out_is_named() {
    let project = Project::new();
    let grid = |department: &str| format!("{GRID}backstage,{department}: looks it up,\n");
    project.write("ask.csv", &grid("Circulation desk"));
    let said = project.both(0, &["import", "csv", "ask.csv"]);
    assert!(said.contains("guessed: the id: `ask`, from the name of the file; choose another with --id"), "{said}");
    let departments = project.text("content/vocab/departments.yaml");
    assert!(departments.contains("circulation-desk"), "{departments}");
    project.write("ask.csv", &grid("Night shift"));
    let said = project.both(3, &["import", "csv", "ask.csv"]);
    assert!(said.contains("dropped: what would be new in content/vocab/departments.yaml"), "{said}");
    assert!(said.contains("--replace") && said.contains("--id"), "{said}");
    assert_eq!(project.text("content/vocab/departments.yaml"), departments);
    let said = project.both(0, &["import", "csv", "ask.csv", "--id", "ask-at-night"]);
    assert!(!said.contains("the id:"), "{said}");
    assert!(project.text("content/vocab/departments.yaml").contains("night-shift"));
    let said = project.both(2, &["import", "csv", "ask.csv", "--id", "con"]);
    assert!(said.contains("Windows keeps"), "{said}");
}

#[test]
fn what_cannot_be_read_is_refused_with_its_place_and_writes_nothing() {
    let project = Project::new();
    for (format, text, place) in [
        ("csv", "phase,A\nemotion,1\n", "x.csv:1:1"),
        ("csv", "step,A\nemotion,9\n", "x.csv:2:1"),
        ("json", "{ \"entities\": [ }", "x.csv:1:"),
        ("mermaid", "journey\n  Task\n", "x.csv:2:"),
    ] {
        project.write("x.csv", text);
        let said = project.both(1, &["import", format, "x.csv"]);
        assert!(said.contains(place), "{format}: {said}");
        assert!(!project.path("content/journeys/x").exists());
    }
    std::fs::write(project.path("x.csv"), b"step,caf\xe9\n").unwrap();
    assert!(project.both(2, &["import", "csv", "x.csv"]).contains("line 1 is not UTF-8"));
    assert!(project.both(2, &["import", "csv", "nowhere.csv"]).contains("nowhere.csv"));
    assert!(project.both(2, &["import", "csv", "."]).contains("not a regular file"));
}

#[test]
fn an_export_of_what_is_not_there_says_what_is_near() {
    let project = Project::new();
    let said = project.both(2, &["export", "mermaid", "first-lone"]);
    assert!(said.contains("did you mean `first-loan`?"), "{said}");
    let said = project.both(0, &["export", "mermaid", "first-loan"]);
    assert!(said.starts_with("%% id: first-loan\njourney\n"), "{said}");
    project.write("content/broken.md", "---\ntitel: Broken\n---\n");
    assert!(project.both(1, &["export", "json"]).contains("nothing was exported"));
}
