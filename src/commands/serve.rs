//! `cxbook serve`: a project to a preview that follows every change.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use crate::cli::ServeArgs;
use crate::config::{Goal, Request};
use crate::diagnostic::{self, Diagnostics};
use crate::io::http::{Port, Server};
use crate::io::reload::Live;
use crate::io::scan::{self, is_same};
use crate::io::signals;
use crate::io::terminal::{self, Progress, Watch};
use crate::io::watch::Watcher;
use crate::pipeline::{self, Memo};
use crate::source::SourceSet;

pub(super) fn run(args: &ServeArgs) -> anyhow::Result<u8> {
    let project = &args.project;
    scan::find(&project.root)?;
    let path = args.base_url.as_deref().map(super::parse_base_url).transpose()?.map(|url| url.path().to_owned());
    let port = Port::take(args.port)?;
    let address = format!("http://127.0.0.1:{}{}", port.number(), path.as_deref().unwrap_or("/"));
    let is_moved = args.port.is_none() && !port.is_usual();

    let live = Arc::new(Live::new(path.as_deref().unwrap_or("/")));
    // Started before the first scan, so that nothing is missed between the two.
    let (mut watcher, problem) = Watcher::start(&project.root, args.poll);
    let mut preview =
        Preview { args, address, live: Arc::clone(&live), memo: Memo::default(), last: None, said: String::new() };
    let progress = Progress::start(project.quiet);
    progress.say("building");
    preview.follow()?;
    drop(progress);

    let server = Arc::new(Server::start(port, Arc::clone(&live), |reason| {
        terminal::eprint(&format!("error: the preview stopped: {reason}\n"));
        std::process::exit(i32::from(super::COULD_NOT_RUN));
    })?);
    signals::on_stop(move || {
        live.close();
        server.drain(Duration::from_secs(2));
        server.tidy();
    })?;
    if let Some(message) = problem {
        terminal::eprint(&format!("warning: {message}\n"));
    }
    let note = if is_moved { " (port 8000 is taken)" } else { "" };
    terminal::print(&format!("serving {}{note}; press Ctrl+C to stop\n", preview.address));
    loop {
        if let Some(message) = watcher.wait() {
            terminal::eprint(&format!("warning: {message}\n"));
        }
        preview.follow()?;
    }
}

/// What is kept from one build to the next.
struct Preview<'a> {
    args: &'a ServeArgs,
    address: String,
    live: Arc<Live>,
    memo: Memo,
    last: Option<(SourceSet, Request)>,
    /// What the terminal was told last, so that it is not told again.
    said: String,
}

impl Preview<'_> {
    /// Scans, and builds if anything is different. Content that is wrong never ends the preview.
    fn follow(&mut self) -> anyhow::Result<()> {
        let watch = Watch::start();
        let mut request = super::request(Goal::Preview, &self.args.project, Some(&self.address))?;
        request.drafts = self.args.drafts;
        let sources = match scan::scan(&self.args.project.root) {
            Ok(sources) => sources,
            Err(error) => {
                self.last = None;
                self.fail(&format!("{error:#}"));
                return Ok(());
            }
        };
        if self.last.as_ref().is_some_and(|(last, asked)| *asked == request && is_same(last, &sources)) {
            return Ok(());
        }
        let memo = &mut self.memo;
        match catch_unwind(AssertUnwindSafe(|| pipeline::build(&sources, &request, memo))) {
            Ok(build) => {
                self.live.search_in(build.search);
                if let Some(desk) = build.desk {
                    self.live.set_desk(desk);
                }
                self.live.show(build.output, &build.diagnostics, &sources);
                self.report(&build.diagnostics, &sources, build.summary.rendered, watch);
            }
            Err(_) => {
                // Half of what it holds may have been on its way.
                self.memo = Memo::default();
                self.fail("the build stopped at a fault of cxbook itself; the terminal says more");
            }
        }
        self.last = Some((sources, request));
        Ok(())
    }

    fn report(&mut self, diagnostics: &Diagnostics, sources: &SourceSet, rendered: usize, watch: Watch) {
        let report = diagnostic::digest(diagnostics, sources, terminal::has_colour());
        if report != self.said {
            terminal::eprint(&report);
            self.said = report;
        }
        if !self.args.project.quiet {
            let (problems, time) = (super::problems(diagnostics), watch.shown());
            terminal::print(&match (diagnostics.has_errors(), rendered) {
                (true, _) => format!("{problems}, in {time}; {}\n", self.kept()),
                (false, 0) => format!("no page is different, {problems}, in {time}\n"),
                (false, rendered) => format!("rendered {}, {problems}, in {time}\n", super::count(rendered, "page")),
            });
        }
    }

    fn kept(&self) -> &'static str {
        match self.live.current().output {
            Some(_) => "the last good site stays",
            None => "the site appears once the errors are mended",
        }
    }

    fn fail(&mut self, message: &str) {
        self.live.fail(message);
        if message != self.said {
            terminal::eprint(&format!("error: {message}\n{}\n", self.kept()));
            self.said = message.to_owned();
        }
    }
}
