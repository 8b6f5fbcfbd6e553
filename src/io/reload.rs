//! Builds to generations: what the preview shows, and what has changed since a page was loaded.

use std::collections::{BTreeMap, VecDeque};
use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde::Serialize;
use serde_json::Value;

use crate::base::{Fingerprint, OutputPath};
use crate::diagnostic::{self, Diagnostics};
use crate::output::Output;
use crate::pipeline::Desk;
use crate::search::Previews;
use crate::source::SourceSet;

/// One state of the preview. Never changes; the next one takes its place.
#[derive(Clone, Debug, Default)]
pub struct Generation {
    /// Counts from 1; 0 is before the first build.
    pub number: u64,
    /// The last site that could be built.
    pub output: Option<Arc<Output>>,
    /// What is wrong now, as JSON; of many problems of one name, the first few.
    pub problems: String,
    /// How many more there are, where there are; as a sentence.
    pub left: Option<String>,
    errors: usize,
    warnings: usize,
    notice: Option<String>,
}

impl Generation {
    /// Why there is no newer site, if the reason is none of the problems.
    #[must_use]
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }
}

/// What the preview shows now, shared by those who build and those who answer.
#[derive(Debug)]
pub struct Live {
    token: String,
    base_path: String,
    state: Mutex<State>,
    bell: Condvar,
}

#[derive(Debug)]
struct State {
    current: Arc<Generation>,
    /// The fingerprints of the latest sites, each with the first generation that showed it.
    marks: VecDeque<(u64, Marks)>,
    search: Previews,
    desk: Option<Arc<Desk>>,
    streams: usize,
    is_open: bool,
}

type Marks = BTreeMap<OutputPath, Fingerprint>;

/// What a page needs to know to be brought up to date.
#[derive(Debug, Serialize)]
struct Changes<'a> {
    generation: u64,
    errors: usize,
    warnings: usize,
    /// How many of these `diagnostics` leaves out.
    left: Option<&'a str>,
    notice: Option<&'a str>,
    /// Addresses of what has changed; `null` if that is not known any more.
    changed: Option<Vec<String>>,
}

impl Live {
    const MOST_STREAMS: usize = 32;
    const MOST_MARKS: usize = 16;
    const MOST_CHANGES: usize = 2000;
    /// More problems of one name tell an author nothing new, and a page of thirty thousand takes a browser seconds.
    const MOST_OF_A_NAME: usize = 20;

    /// An empty preview below `base_path`, which starts and ends with a slash.
    #[must_use]
    pub fn new(base_path: &str) -> Self {
        let current = Arc::new(Generation { problems: "[]".to_owned(), ..Generation::default() });
        let state = State {
            current,
            marks: VecDeque::new(),
            search: Previews::default(),
            desk: None,
            streams: 0,
            is_open: true,
        };
        Self { token: random(), base_path: base_path.to_owned(), state: Mutex::new(state), bell: Condvar::new() }
    }

    /// Known to the pages of this preview only.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }

    /// The path below which the site is.
    #[must_use]
    pub fn base_path(&self) -> &str {
        &self.base_path
    }

    /// What is shown now.
    #[must_use]
    pub fn current(&self) -> Arc<Generation> {
        Arc::clone(&self.lock().current)
    }

    /// Shows what a build has made; without output, the last site stays and the problems are shown over it.
    pub fn show(&self, output: Option<Output>, diagnostics: &Diagnostics, sources: &SourceSet) {
        let (few, left) = diagnostic::few(diagnostics.iter(), Self::MOST_OF_A_NAME);
        let problems = problems(&few, sources);
        let (errors, warnings) = (diagnostics.errors(), diagnostics.warnings());
        self.next(output, |_| Generation { problems, left, errors, warnings, ..Generation::default() });
    }

    /// Searches in these indexes from now on.
    pub fn search_in(&self, search: Previews) {
        self.lock().search = search;
    }

    /// Answers a search, as JSON; nothing for a language that has no index.
    #[must_use]
    pub fn search(&self, asked: &str) -> Option<String> {
        let search = self.lock().search.clone();
        search.answer(asked)
    }

    /// Shows translators this from now on.
    pub fn set_desk(&self, desk: Arc<Desk>) {
        self.lock().desk = Some(desk);
    }

    /// What translators are shown.
    #[must_use]
    pub fn desk(&self) -> Option<Arc<Desk>> {
        self.lock().desk.clone()
    }

    /// Says why there is no new site, and keeps showing the last one.
    pub fn fail(&self, notice: &str) {
        let notice = Some(notice.to_owned());
        self.next(None, |current| Generation { notice, ..current.clone() });
    }

    fn next(&self, output: Option<Output>, make: impl FnOnce(&Generation) -> Generation) {
        let mut state = self.lock();
        let current = Arc::clone(&state.current);
        let number = current.number + 1;
        let mut next = make(&current);
        next.number = number;
        next.output = current.output.clone();
        if let Some(output) = output
            && current.output.as_deref() != Some(&output)
        {
            let marks = output.iter().map(|(path, artifact)| (path.clone(), artifact.fingerprint())).collect();
            state.marks.push_back((number, marks));
            if state.marks.len() > Self::MOST_MARKS {
                state.marks.pop_front();
            }
            next.output = Some(Arc::new(output));
        } else if next.problems == current.problems
            && next.left == current.left
            && next.notice == current.notice
            && number > 1
        {
            return;
        }
        state.current = Arc::new(next);
        drop(state);
        self.bell.notify_all();
    }

    /// What has changed since the generation `since`, as JSON.
    #[must_use]
    pub fn changes(&self, since: u64) -> String {
        let state = self.lock();
        let current = &state.current;
        let old = state.marks.iter().rev().find(|(first, _)| *first <= since).map(|(_, marks)| marks);
        let new = state.marks.back().map(|(_, marks)| marks);
        let changed = match (old, new) {
            _ if since > current.number => None,
            (Some(old), Some(new)) => {
                let mut paths: Vec<&OutputPath> = new
                    .iter()
                    .filter(|(path, mark)| old.get(*path) != Some(mark))
                    .map(|(path, _)| path)
                    .chain(old.keys().filter(|path| !new.contains_key(*path)))
                    .collect();
                paths.sort();
                (paths.len() <= Self::MOST_CHANGES).then(|| paths.into_iter().map(|path| self.address(path)).collect())
            }
            (None, None) => Some(Vec::new()),
            _ => None,
        };
        let changes = Changes {
            generation: current.number,
            errors: current.errors,
            warnings: current.warnings,
            left: current.left.as_deref(),
            notice: current.notice.as_deref(),
            changed,
        };
        serde_json::to_string(&changes).unwrap_or_default()
    }

    /// The address that `path` answers, not percent-encoded.
    fn address(&self, path: &OutputPath) -> String {
        let path = path.as_str();
        let page = path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
        format!("{}{}", self.base_path, page.unwrap_or(path))
    }

    /// Waits until there is a generation after `seen`, or for `time`; `None` once the preview stops.
    #[must_use]
    pub fn wait_beyond(&self, seen: u64, time: Duration) -> Option<u64> {
        let deadline = Instant::now() + time;
        let mut state = self.lock();
        loop {
            if !state.is_open {
                return None;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if state.current.number > seen || left.is_zero() {
                return Some(state.current.number);
            }
            state = self.bell.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Whether one more page may listen; then [`leave_stream`](Self::leave_stream) must follow.
    #[must_use]
    pub fn enter_stream(&self) -> bool {
        let mut state = self.lock();
        let has_room = state.streams < Self::MOST_STREAMS;
        state.streams += usize::from(has_room);
        has_room
    }

    /// A page listens no more.
    pub fn leave_stream(&self) {
        self.lock().streams -= 1;
    }

    /// Ends every stream.
    pub fn close(&self) {
        self.lock().is_open = false;
        self.bell.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The list of `check --format json`, each with the excerpt that `--format text` shows.
fn problems(diagnostics: &Diagnostics, sources: &SourceSet) -> String {
    let mut rows: Vec<Value> = serde_json::from_str(&diagnostic::json(diagnostics, sources)).unwrap_or_default();
    for (row, report) in rows.iter_mut().zip(diagnostic::text_of_each(diagnostics, sources)) {
        let mut excerpt: Vec<&str> =
            report.lines().skip(2).filter(|line| !line.trim_start().starts_with("= help")).collect();
        while excerpt.last().is_some_and(|line| matches!(line.trim(), "" | "|")) {
            excerpt.pop();
        }
        row["excerpt"] = excerpt.join("\n").into();
    }
    Value::from(rows).to_string()
}

/// 128 bits that nobody can guess, from the keys that the system gives to each hasher.
fn random() -> String {
    (0..2).map(|_| format!("{:016x}", RandomState::new().hash_one(0))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::Artifact;

    fn output(files: &[(&str, &str)]) -> Option<Output> {
        let mut output = Output::default();
        output.extend(files.iter().map(|(path, text)| (OutputPath::new(path), Artifact::new(text.as_bytes()))));
        Some(output)
    }

    fn show(live: &Live, files: &[(&str, &str)]) {
        live.show(output(files), &Diagnostics::default(), &SourceSet::default());
    }

    fn changes(live: &Live, since: u64) -> Value {
        serde_json::from_str(&live.changes(since)).unwrap()
    }

    #[test]
    fn what_changed_is_told_as_addresses() {
        let live = Live::new("/kb/");
        show(&live, &[("en/index.html", "1"), ("en/a/index.html", "1"), ("old.css", "1")]);
        show(&live, &[("en/index.html", "1"), ("en/a/index.html", "2"), ("new.css", "1")]);
        assert_eq!(changes(&live, 1)["changed"], serde_json::json!(["/kb/en/a/", "/kb/new.css", "/kb/old.css"]));
        assert_eq!(changes(&live, 2)["changed"], serde_json::json!([]));
        assert_eq!(changes(&live, 0)["changed"], Value::Null);
        assert_eq!(changes(&live, 99)["changed"], Value::Null);
    }

    #[test]
    fn a_build_without_a_site_keeps_the_last_one() {
        let live = Live::new("/");
        show(&live, &[("en/index.html", "1")]);
        live.show(None, &Diagnostics::default(), &SourceSet::default());
        assert_eq!(live.current().number, 1, "nothing was different");
        live.fail("the build panicked");
        assert!(live.current().output.is_some());
        assert_eq!(changes(&live, 1)["notice"], "the build panicked");
    }

    #[test]
    fn of_many_problems_a_few_are_sent_and_all_are_counted() {
        let live = Live::new("/");
        let span = crate::base::Span::file(&crate::base::SourcePath::new("content/a.md"));
        let one =
            |at: usize| diagnostic::Diagnostic::new(diagnostic::Name::UnknownField, span.clone(), format_args!("{at}"));
        live.show(None, &(0..30_000).map(one).collect(), &SourceSet::default());
        let current = live.current();
        assert!(current.problems.len() < 20_000, "{}", current.problems.len());
        let changes = changes(&live, 0);
        assert_eq!((changes["errors"].as_u64(), &changes["left"]), (Some(30_000), &Value::from(current.left.clone())));
        assert!(current.left.as_ref().unwrap().starts_with("… and 29980 more unknown-field; "), "{:?}", current.left);
        live.show(None, &(0..20_000).map(one).collect(), &SourceSet::default());
        assert_eq!(live.current().number, current.number + 1, "there are others, though the same are shown");
    }

    #[test]
    fn the_same_site_again_is_no_new_generation() {
        let live = Live::new("/");
        show(&live, &[("en/index.html", "1")]);
        show(&live, &[("en/index.html", "1")]);
        assert_eq!(live.current().number, 1);
        assert_eq!(live.wait_beyond(1, Duration::ZERO), Some(1));
        live.close();
        assert_eq!(live.wait_beyond(1, Duration::ZERO), None);
    }

    #[test]
    fn a_33rd_stream_is_turned_away_until_one_leaves() {
        let live = Live::new("/");
        assert!((0..32).all(|_| live.enter_stream()));
        assert!(!live.enter_stream());
        live.leave_stream();
        assert!(live.enter_stream());
    }
}
