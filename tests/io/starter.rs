//! What `init` writes, against every rule.

use cxbook::base::Date;
use cxbook::config::{Goal, Request};
use cxbook::diagnostic::text;
use cxbook::edit;
use cxbook::pipeline::{self, Memo};
use cxbook::source::SourceSet;

#[test]
fn what_init_writes_builds_without_an_error_or_a_warning() {
    let today = Date::parse("2026-11-21").unwrap();
    let mut sources = SourceSet::default();
    for file in edit::init::init(today) {
        sources.insert(file.path, file.text.into_bytes());
    }
    let request = Request { goal: Goal::Site, base_url: None, drafts: false, today };
    let build = pipeline::build(&sources, &request, &mut Memo::default());
    assert!(build.diagnostics.is_empty(), "{}", text(&build.diagnostics, &sources, false));
}
