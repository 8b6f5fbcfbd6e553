//! Diagnostics to SARIF 2.1.0, which code hosts and editors import.

use serde_json::{Value, json};

use super::{Places, Sources};
use crate::base::Span;
use crate::diagnostic::{Diagnostic, Diagnostics, Name, Severity};

/// One run with all results, and the rules that they break.
///
/// Columns count characters, as everywhere; `folder` is put before the paths, as for annotations.
#[must_use]
pub fn sarif(diagnostics: &Diagnostics, sources: &impl Sources, folder: &str) -> String {
    let mut names: Vec<Name> = diagnostics.iter().map(|problem| problem.name).collect();
    names.sort_unstable();
    names.dedup();
    let rules: Vec<Value> = names
        .iter()
        .map(|name| {
            json!({
                "id": name.as_str(),
                "shortDescription": { "text": name.summary() },
                "help": { "text": format!("cxbook explain {name}") },
            })
        })
        .collect();
    let places = Places::of(diagnostics.iter(), sources);
    let results: Vec<Value> = diagnostics
        .iter()
        .map(|problem| result(problem, names.binary_search(&problem.name).ok(), &places, folder))
        .collect();
    let report = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "cxbook", "semanticVersion": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{report:#}\n")
}

fn result(problem: &Diagnostic, rule: Option<usize>, places: &Places<'_>, folder: &str) -> Value {
    let text = match &problem.help {
        Some(help) => format!("{}. Help: {help}", problem.message),
        None => problem.message.clone(),
    };
    let related: Vec<Value> = problem
        .related
        .iter()
        .map(|(span, label)| {
            let mut place = location(span, places, folder);
            place["message"] = json!({ "text": label });
            place
        })
        .collect();
    let mut result = json!({
        "ruleId": problem.name.as_str(),
        "ruleIndex": rule,
        "level": if problem.severity == Severity::Error { "error" } else { "warning" },
        "message": { "text": text },
        "locations": [location(&problem.span, places, folder)],
        "relatedLocations": related,
    });
    if let Some(mend) = &problem.mend {
        let place = &location(&Span::new(&problem.span.path, mend.range), places, folder)["physicalLocation"];
        let help = problem.help.as_deref().unwrap_or("what `cxbook fix` writes");
        result["fixes"] = json!([{
            "description": { "text": help },
            "artifactChanges": [{
                "artifactLocation": place["artifactLocation"],
                "replacements": [{ "deletedRegion": place["region"], "insertedContent": { "text": mend.text } }],
            }],
        }]);
    }
    result
}

fn location(span: &Span, places: &Places<'_>, folder: &str) -> Value {
    let (start, end) = (places.start(span), places.end(span));
    let path = format!("{folder}{}", span.path);
    let uri: Vec<String> = path
        .split('/')
        .map(|part| percent_encoding::utf8_percent_encode(part, percent_encoding::NON_ALPHANUMERIC).to_string())
        .map(|part| part.replace("%2E", ".").replace("%2D", "-").replace("%5F", "_").replace("%7E", "~"))
        .collect();
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri.join("/") },
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;

    struct OneFile<'a>(&'a str);

    impl Sources for OneFile<'_> {
        fn text_of(&self, _: &Span) -> Option<&str> {
            Some(self.0)
        }
    }

    #[test]
    fn a_result_names_its_rule_its_place_and_what_to_do() {
        let span = Span::new(&SourcePath::new("content/é.md"), (4..7).into());
        let problem = Diagnostic::new(Name::UnknownField, span.clone(), "no field `x`")
            .help("remove it")
            .related(span, "given first");
        let report: Value =
            serde_json::from_str(&sarif(&[problem].into_iter().collect(), &OneFile("ab\ncdéf\n"), "kb/")).unwrap();
        let run = &report["runs"][0];
        let result = &run["results"][0];
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
        assert_eq!(result["message"]["text"], "no field `x`. Help: remove it");
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "kb/content/%C3%A9.md");
        assert_eq!(place["region"], json!({ "startLine": 2, "startColumn": 2, "endLine": 2, "endColumn": 4 }));
        assert_eq!(result["relatedLocations"][0]["message"]["text"], "given first");
        assert_eq!(result["fixes"], Value::Null);
    }

    #[test]
    fn what_puts_a_problem_right_is_offered_with_its_place() {
        let span = Span::new(&SourcePath::new("a.md"), (1..3).into());
        let problem = Diagnostic::new(Name::UnknownField, span, "no field `bc`").did_you_mean(Some("x")).mend("x");
        let report: Value =
            serde_json::from_str(&sarif(&[problem].into_iter().collect(), &OneFile("abcd\n"), "")).unwrap();
        let change = &report["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0];
        assert_eq!(change["artifactLocation"]["uri"], "a.md");
        let region = json!({ "startLine": 1, "startColumn": 2, "endLine": 1, "endColumn": 4 });
        assert_eq!(change["replacements"], json!([{ "deletedRegion": region, "insertedContent": { "text": "x" } }]));
    }
}
