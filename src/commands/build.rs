//! `cxbook build`: a project to a folder with its site.

use crate::cli::BuildArgs;
use crate::config::{self, Goal};
use crate::diagnostic::{self, Diagnostics};
use crate::io::publish::{Lock, Target, USUAL, publish};
use crate::io::scan;
use crate::io::terminal::{self, Progress, Watch};
use crate::pipeline::{self, Memo};

pub(super) fn run(args: &BuildArgs) -> anyhow::Result<u8> {
    let watch = Watch::start();
    let project = &args.project;
    let request = super::request(Goal::Site, project, args.base_url.as_deref())?;
    let out = args.out.clone().unwrap_or_else(|| project.root.join(USUAL));
    let shown = super::shown(&out);

    // Read after the lock is taken, so that of two builds the later one publishes what it found later.
    let progress = Progress::start(project.quiet);
    progress.say("reading");
    scan::find(&project.root)?;
    let lock = Lock::take(Target::check(&project.root, &out)?)?;
    let sources = scan::scan(&project.root)?;
    progress.say("building");
    let build = pipeline::build(&sources, &request, &mut Memo::keeping_nothing());
    let code = super::exit_code(&build.diagnostics, args.deny_warnings);
    let published = match &build.output {
        Some(output) if code == 0 => {
            progress.say("publishing");
            let keep = config::read(&sources, &mut Diagnostics::default()).keep;
            Some(publish(&lock, output, &keep)?)
        }
        _ => None,
    };
    drop(progress);

    terminal::eprint(&diagnostic::digest(&build.diagnostics, &sources, terminal::has_colour()));
    let problems = super::problems(&build.diagnostics);
    let Some(published) = published else {
        terminal::eprint(&format!("nothing published: {problems}; {shown} is as it was\n"));
        return Ok(code.max(super::CONTENT_IS_WRONG));
    };
    for warning in &published.warnings {
        terminal::eprint(&format!("warning: {warning}\n"));
    }
    if !project.quiet {
        let pages = super::count(build.summary.pages, "page");
        let languages = super::count(build.summary.languages, "language");
        let drafts = match build.summary.drafts {
            0 => String::new(),
            drafts => format!(", {} left out", super::count(drafts, "draft")),
        };
        let changed = match (published.written, published.removed) {
            (0, 0) => ", nothing changed".to_owned(),
            _ => String::new(),
        };
        terminal::print(&format!(
            "built {pages} in {languages}{drafts}, {problems}, in {} → {shown}{changed}\n",
            watch.shown()
        ));
    }
    Ok(code)
}
