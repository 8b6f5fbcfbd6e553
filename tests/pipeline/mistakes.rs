//! Mistakes of people who write for the first time, in the knowledge base that `init` gives them.
//!
//! Each gets one message, which says what is wrong and what to write instead.

use super::support::{Site, TODAY};
use cxbook::base::{Date, SourcePath};
use cxbook::diagnostic;
use cxbook::edit::init;

const JOURNEY: &str = "content/journeys/first-loan/index.md";
const ARTICLE: &str = "content/articles/reading-a-journey/index.md";

/// What is changed in which file, and what the one message must say.
const MISTAKES: &[(&str, &str, &str, &[&str])] = &[
    // YAML
    (JOURNEY, "emotion: 1\n", "emotion: {\n", &["`{` is not closed", "close it on the same line"]),
    (
        ARTICLE,
        "journeys: [first-loan]",
        "journeys: [first-loan",
        &["`[` is not closed", ":9:11", "journeys: [first-loan"],
    ),
    (ARTICLE, "title: Reading", "tags: [a, b\ntitle: Reading", &["`[` is not closed", "tags: [a, b"]),
    (JOURNEY, "emotion: 1\n", "emotion:-1\n", &["a space is missing", "write `emotion: -1`"]),
    (JOURNEY, "score: -1.5", "score: -1,5", &["`5` has no value", "write the number with a point: -1.5"]),
    (JOURNEY, "    name: Find it", "\tname: Find it", &["indented with a tab"]),
    (
        JOURNEY,
        "        feeling: curious",
        "       feeling: curious",
        &["starts after 7 spaces", "the same number of spaces"],
    ),
    (ARTICLE, "title: Reading", "title:Reading", &["write `title: Reading a journey in five minutes`"]),
    (ARTICLE, "title: Reading", "title: Reading:", &["`title: >-`"]),
    (ARTICLE, "title: Reading", "title: \"Reading", &["the quotation that starts here is not closed"]),
    (ARTICLE, "[first-loan]\n---", "[first-loan]\n", &["the front matter is not closed", "`---`"]),
    // Values
    (JOURNEY, "emotion: 1\n", "emotion: happy\n", &["found `happy`", "from -2", "to 2"]),
    (JOURNEY, "emotion: 1\n", "emotion: −1\n", &["write -1"]),
    (JOURNEY, "emotion: 1\n", "emotion: 4\n", &["outside -2 to 2", "scale of 1 to 5", "write 1"]),
    (JOURNEY, "mapped: 2026-11-21", "mapped: 21.11.2026", &["is no date", "write 2026-11-21"]),
    (JOURNEY, "mapped: 2026-11-21", "mapped: 12/04/2026", &["write 2026-04-12 or 2026-12-04"]),
    (JOURNEY, "mapped: 2026-11-21", "mapped: 2026-13-01", &["there is no month `13`"]),
    (JOURNEY, "tell-me-early: breaks", "tell-me-early: broken", &["did you mean `breaks`?"]),
    (ARTICLE, "status: published", "status: done", &["did you mean `published`?"]),
    (ARTICLE, "title:", "titel:", &["did you mean `title`?"]),
    // References
    (JOURNEY, "touchpoint: catalogue", "touchpoint: Online catalogue", &["is a name", "write `catalogue`"]),
    (JOURNEY, "touchpoint: catalogue", "touchpoint: Catalogue en ligne", &["is a name", "write `catalogue`"]),
    (ARTICLE, "authors: [editors]", "authors: The editors", &["write `editors`, the id of the author"]),
    (JOURNEY, "mapped:", "parent: first-loan\nmapped:", &["write `first-loan#<step>`"]),
    (JOURNEY, "touchpoint: lending-desk", "touchpoint: newsletter", &["`cxbook new touchpoint newsletter` makes it"]),
    (ARTICLE, "#wait-for-news", "#nowhere", &["has no step `nowhere`", "`wait-for-news`"]),
    (ARTICLE, "Put a finger", "[It](../no/index.md). Put a finger", &["there is no page", "counts from the folder"]),
    (
        ARTICLE,
        "Put a finger",
        "![A](a.png) Put a finger",
        &["put the file at `content/articles/reading-a-journey/a.png`"],
    ),
    (ARTICLE, "Put a finger", "[[article:reading-a-journey#zzz]] Put a finger", &["has no part `zzz`", "it has `"]),
    (
        ARTICLE,
        "Put a finger",
        "[[information:x]] Put a finger",
        &["no kind of thing called `information`", "by its kind"],
    ),
    (ARTICLE, "title: Reading", "aliases: [old/x]\ntitle: Reading", &["write `/old/x/`"]),
    (ARTICLE, "title: Reading", "aliases: [https://kb.example.org/old/x/]\ntitle: Reading", &["write `/old/x/`"]),
    (
        JOURNEY,
        "mapped:",
        "hand-overs: [{ from: front-desk, to: web-team, what: [zzz] }]\nmapped:",
        &["no information has the id `zzz`", "`information:`"],
    ),
    ("content/examples/three-counters/index.md", "outcome:", "outcome: [bad\nx-outcome:", &["`[` is not closed"]),
    ("content/vocab/lifecycles.yaml", "buy-own:", "buy-own: [", &["`[` is not closed"]),
    (ARTICLE, "category: method", "category method", &["write `category: method`"]),
    (ARTICLE, "category: method", "category = method", &["write `category: method`"]),
    (ARTICLE, "Where to look first", "Where to look first\nand last. Where", &["indent it further"]),
    (
        ARTICLE,
        "[tell-me-early, no-dead-ends]",
        "\n- tell-me-early\n - no-dead-ends",
        &["each item of a list", "write `[tell-me-early, no-dead-ends]`"],
    ),
    (
        ARTICLE,
        "[tell-me-early, no-dead-ends]",
        "\n  -tell-me-early\n  -no-dead-ends",
        &["starts with a hyphen and a space"],
    ),
    (ARTICLE, "published: 2026-11-21", "published: 2026-11-21 10:00", &["write 2026-11-21"]),
    (ARTICLE, "---\ntitle", "—\ntitle", &["the first line is `—`", "three hyphens"]),
    (ARTICLE, "---\ntitle", "+++\ntitle", &["the first line is `+++`", "YAML"]),
    ("content/vocab/touchpoints.yaml", "catalogue:", "- catalogue:", &["start every line of a list with a hyphen"]),
    ("content/personas/maya/index.fr.md", "know-when:", "know-wen:", &["did you mean `needs:` › `know-when:`?"]),
    ("book.toml", "source-language", "source-languge", &["did you mean `source-language`?"]),
    (ARTICLE, "Put a finger", "[It](tell-me-early). Put a finger", &["did you mean `principle:tell-me-early`?"]),
    (ARTICLE, "Put a finger", "![A](/img/a.png) Put a finger", &["no file of this site", "write `a.png`"]),
    (ARTICLE, "Put a finger", "![A](img\\a.png) Put a finger", &["write `img/a.png`, with slashes"]),
    (ARTICLE, "Put a finger", "See this.[^1] Put a finger", &["[^1]", "`[^1]: …`"]),
    (JOURNEY, "owner: nobody", "owner: nobdy", &["no department has the id `nobdy`", "did you mean `nobody`?"]),
    (ARTICLE, "category: method", "category: [method]", &["write `method` alone"]),
    (JOURNEY, "      look-up:\n", "      - look-up:\n", &["write each id as a field, without a hyphen: `look-up:`"]),
    (JOURNEY, "    date: 2025-11\n", "", &["add `date: 2025-03-12`"]),
    (JOURNEY, "business-value: 3", "business-value: low", &["found `low`", "write a whole number, 1 to 5"]),
    // What other tools call it
    (JOURNEY, "phases:\n", "stages:\n", &["did you mean `phases`?"]),
    (JOURNEY, "        thinks: Should", "        thoughts: Should", &["did you mean `thinks`?"]),
    (JOURNEY, "level: lifecycle", "level: L0", &["did you mean `lifecycle`?"]),
    (JOURNEY, "kind: no-brainer", "kind: quick win", &["did you mean `no-brainer`?"]),
    (JOURNEY, "touchpoint: lending-desk", "touchpoint: [lending-desk, catalogue]", &["`alternatives:` if any one"]),
    (JOURNEY, "principles: { tell-me-early: breaks }", "principles: [tell-me-early]", &["`{ tell-me-early: … }`"]),
    (JOURNEY, "information:\n  card-number: Card number", "information: [card-number]", &["`{ card-number: … }`"]),
    (
        JOURNEY,
        "        pains:\n          no-date:\n            text: Nobody says on which day the book will come.\n            \
         severity: high\n            owner: nobody\n            since: 2024\n",
        "        pains:\n          - Nobody says on which day.\n",
        &["give each an id", "`{ <id>: Nobody says on which day. }`"],
    ),
    (
        JOURNEY,
        "moment-of-truth: Whether she comes back is decided by how the first no sounds.",
        "moment-of-truth: yes",
        &["`yes` is no reason", "write `true`, or say why"],
    ),
    // What would vanish, or go out as it is written
    (
        ARTICLE,
        "Put a finger",
        "Dear <first name>, put a finger",
        &["`<first name>` is taken out of the page", "backtick"],
    ),
    (
        ARTICLE,
        "Put a finger",
        "See [[principle:no-dead-ends, put a finger",
        &["close it: `[[principle:no-dead-ends]]`"],
    ),
    (
        ARTICLE,
        "summary:",
        "summary: As in [[principle:no-dead-ends.\nx-old:",
        &["close it: `[[principle:no-dead-ends]]`"],
    ),
    (JOURNEY, "mapped: 2026-11-21", "mapped: 2062-11-21", &["2062-11-21 has not come yet"]),
];

#[test]
fn each_mistake_gets_one_message_that_says_what_to_write() {
    let today = Date::parse(TODAY).unwrap();
    let mut site = Site::new("");
    for edit in init::init(today) {
        site.write(edit.path.as_str(), edit.text);
    }
    assert_eq!(site.problems(), "");
    // That French then lags behind is true of every change to English, mistake or not.
    let settings = site.sources.text(&SourcePath::new("book.toml")).unwrap().to_owned();
    site.write("book.toml", settings + "\n[lints]\noutdated-translation = \"allow\"\n");
    let mut wrong = Vec::new();
    for (path, old, new, words) in MISTAKES {
        let text = site.sources.text(&SourcePath::new(*path)).unwrap().to_owned();
        assert!(text.contains(old), "{old} is not in {path}");
        site.write(path, text.replacen(old, new, 1));
        let build = site.check();
        let report = diagnostic::text(&build.diagnostics, &site.sources, false);
        if build.diagnostics.len() != 1 || !words.iter().all(|word| report.contains(word)) {
            wrong.push(format!("{new:?} must say {words:?}:\n{report}"));
        }
        site.write(path, text);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_source_that_is_only_misnamed_is_all_that_is_reported() {
    let today = Date::parse(TODAY).unwrap();
    let mut wrong = Vec::new();
    for (from, to, word) in [
        (ARTICLE, "content/articles/Reading_a_Journey/index.md", "rename it to `reading-a-journey`"),
        (ARTICLE, "content/articles/reading-a-journey/index.markdown", "rename it to `index.md`"),
        (ARTICLE, "content/article/reading-a-journey/index.md", "did you mean `content/articles/reading-a-journey/`?"),
        ("content/vocab/touchpoints.yaml", "content/vocab/touchpoints.yml", "rename it to `touchpoints.yaml`"),
        ("content/personas/maya/index.md", "content/personas/Maya/index.md", "rename it to `maya`"),
        (
            "content/personas/maya/index.fr.md",
            "content/personas/maya/index.fr_FR.md",
            "rename the file so that it ends in `.fr.md`",
        ),
    ] {
        let mut site = Site::new("");
        for edit in init::init(today) {
            let path = if edit.path.as_str() == from { to } else { edit.path.as_str() };
            site.write(path, edit.text.clone());
        }
        let build = site.check();
        let report = diagnostic::text(&build.diagnostics, &site.sources, false);
        if build.diagnostics.len() != 1 || !report.contains(word) {
            wrong.push(format!("{to} must say {word}:\n{report}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
