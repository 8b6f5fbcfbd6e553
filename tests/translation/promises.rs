//! What translations must hold, each with tests that are there.

use std::path::Path;

/// Every case with its tests; what it says is for readers.
const PROMISES: &str = include_str!("promises.md");

/// What is wrong with the name of a test: nothing, where the file has it.
#[allow(clippy::disallowed_methods, reason = "the tests are files of this repository")]
fn fault(test: &str) -> Option<String> {
    let (path, name) = test.split_once(' ').unwrap_or((test, ""));
    let Ok(text) = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)) else {
        return Some(format!("there is no file {path}"));
    };
    let is_there = match path.rsplit('.').next() {
        Some("rs") => is_test(&text, name),
        Some("mjs") => text.contains(&format!("\ntest({name}, ")),
        // Every page there is a test, of the name it has.
        Some("md") => path.starts_with("tests/check/"),
        _ => false,
    };
    (!is_there).then(|| format!("{path} has no test {name}"))
}

/// Whether `name` is a function of `text` that runs as a test.
fn is_test(text: &str, name: &str) -> bool {
    let Some(at) = text.find(&format!("fn {name}(")) else { return false };
    // Its attributes stand right above it.
    let above = text[..at].trim_end_matches(|letter| letter != '\n').trim_end().lines().rev();
    above.take_while(|line| line.trim_start().starts_with("#[")).any(|line| line.trim() == "#[test]")
}

#[test]
fn each_of_74_cases_has_a_test_and_each_test_is_there() {
    let mut cases: Vec<(usize, Vec<&str>)> = Vec::new();
    for line in PROMISES.lines() {
        if let Some(test) = line.trim_start().strip_prefix("- ") {
            cases.last_mut().expect("a case before its tests").1.push(test);
        } else if let Some((number, claim)) = line.split_once(". ")
            && let Ok(number) = number.parse()
        {
            assert!(claim.ends_with('.'), "{line}");
            cases.push((number, Vec::new()));
        }
    }
    assert_eq!(cases.iter().map(|(number, _)| *number).collect::<Vec<_>>(), (1..=74).collect::<Vec<_>>());
    let faults: Vec<String> = cases
        .iter()
        .flat_map(|(number, tests)| {
            let none = tests.is_empty().then(|| "it has no test".to_owned());
            none.into_iter()
                .chain(tests.iter().filter_map(|test| fault(test)))
                .map(move |fault| format!("{number}: {fault}"))
        })
        .collect();
    assert_eq!(faults, [""; 0]);
}

#[test]
fn a_test_is_known_by_its_mark() {
    let text = "#[test]\nfn one() {}\n\nfn helper() {}\n    #[test]\n    #[allow(x)]\n    fn two(\n";
    assert_eq!(["one", "two", "helper", "none"].map(|name| is_test(text, name)), [true, true, false, false]);
}
