//! Events of the file system to the hint that something may have changed.
//!
//! Systems name moved folders and not what is in them, drop events when there are many, and report
//! our own reading. So an event says no more than "look again"; what has changed is decided by
//! scanning and comparing contents.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecursiveMode, Watcher as _};

use super::scan::{BOOK, FOLDERS, is_litter};

/// Nothing more must happen for this long before anybody looks.
const QUIET: Duration = Duration::from_millis(20);
/// But nobody waits longer than this.
const IMPATIENT: Duration = Duration::from_secs(1);
/// How often a project is looked at that cannot be watched.
const POLL: Duration = Duration::from_secs(1);
/// After a change is seen, one look more: a folder may have been filled before it was watched.
const SECOND_LOOK: Duration = Duration::from_millis(300);

/// Waits for hints about one project.
pub struct Watcher {
    root: PathBuf,
    hints: Receiver<()>,
    /// Whether a watched folder may have come or gone. Beside the channel, which may be full.
    rewatches: Arc<AtomicBool>,
    system: Option<notify::RecommendedWatcher>,
    watched: BTreeSet<&'static str>,
    looks_again: bool,
}

/// Something may have changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hint {
    Look,
    /// Also one of the watched folders may have come or gone.
    Rewatch,
}

impl std::fmt::Debug for Watcher {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Watcher").field("root", &self.root).finish_non_exhaustive()
    }
}

impl Watcher {
    /// Watches the project at `root`, or polls it: if asked to, or if the system cannot watch it.
    ///
    /// The second value says why it polls, where that was not asked for.
    #[must_use]
    pub fn start(root: &Path, polls: bool) -> (Self, Option<String>) {
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let (sender, hints) = sync_channel(1);
        let mut watcher =
            Self { root, hints, rewatches: Arc::default(), system: None, watched: BTreeSet::new(), looks_again: false };
        if polls {
            return (watcher, None);
        }
        let problem = watcher.watch(sender).err().map(|error| {
            watcher.system = None;
            format!("could not watch the project ({error}); looking for changes every second instead")
        });
        (watcher, problem)
    }

    fn watch(&mut self, sender: SyncSender<()>) -> notify::Result<()> {
        let root = self.root.clone();
        let rewatches = Arc::clone(&self.rewatches);
        let mut system = notify::recommended_watcher(move |event: notify::Result<Event>| {
            let hint = match &event {
                Ok(event) => hint(&root, event),
                Err(_) => Some(Hint::Rewatch),
            };
            let Some(hint) = hint else { return };
            if hint == Hint::Rewatch {
                rewatches.store(true, Ordering::SeqCst);
            }
            // A full channel already says what this would.
            let _ = sender.try_send(());
        })?;
        system.watch(&self.root, RecursiveMode::NonRecursive)?;
        self.system = Some(system);
        self.rewatch()
    }

    /// Watches the folders that are there now.
    fn rewatch(&mut self) -> notify::Result<()> {
        let Some(system) = &mut self.system else { return Ok(()) };
        for folder in FOLDERS {
            let path = self.root.join(folder);
            if self.watched.remove(folder) {
                let _ = system.unwatch(&path);
            }
            if path.is_dir() {
                system.watch(&path, RecursiveMode::Recursive)?;
                self.watched.insert(folder);
            }
        }
        Ok(())
    }

    /// Waits until something may have changed and it is quiet again; then the project is worth a look.
    ///
    /// Returns a message once if watching has become impossible.
    pub fn wait(&mut self) -> Option<String> {
        let patience = match (&self.system, self.looks_again) {
            (_, true) => SECOND_LOOK,
            (None, _) => POLL,
            (Some(_), _) => Duration::from_secs(3600),
        };
        self.looks_again = false;
        match self.hints.recv_timeout(patience) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => return None,
            // Without a system watcher nobody holds the sender.
            Err(RecvTimeoutError::Disconnected) => {
                std::thread::sleep(patience);
                return None;
            }
        }
        let start = Instant::now();
        while start.elapsed() < IMPATIENT && self.hints.recv_timeout(QUIET).is_ok() {}
        self.looks_again = true;
        if self.rewatches.swap(false, Ordering::SeqCst)
            && let Err(error) = self.rewatch()
        {
            self.system = None;
            return Some(format!("could not watch the project ({error}); looking for changes every second instead"));
        }
        None
    }
}

/// What an event means for the project at `root`, if anything.
fn hint(root: &Path, event: &Event) -> Option<Hint> {
    if matches!(event.kind, EventKind::Access(_)) {
        return None;
    }
    if event.need_rescan() || event.paths.is_empty() {
        return Some(Hint::Rewatch);
    }
    event.paths.iter().filter_map(|path| hint_of_path(root, path)).max_by_key(|hint| *hint == Hint::Rewatch)
}

fn hint_of_path(root: &Path, path: &Path) -> Option<Hint> {
    let Ok(inner) = path.strip_prefix(root) else { return Some(Hint::Look) };
    let mut names = inner.components().map(|name| name.as_os_str().to_string_lossy());
    let Some(first) = names.next() else { return Some(Hint::Rewatch) };
    if first == BOOK {
        return Some(Hint::Look);
    }
    if !FOLDERS.contains(&first.as_ref()) {
        return None;
    }
    let rest: Vec<_> = names.collect();
    if rest.is_empty() {
        return Some(Hint::Rewatch);
    }
    (!rest.iter().any(|name| is_litter(name))).then_some(Hint::Look)
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{AccessKind, CreateKind, Flag};

    fn created(path: &str) -> Option<Hint> {
        hint(Path::new("/kb"), &Event::new(EventKind::Create(CreateKind::Any)).add_path(path.into()))
    }

    #[test]
    fn only_what_belongs_to_the_site_is_worth_a_look() {
        assert_eq!(created("/kb/content/a.md"), Some(Hint::Look));
        assert_eq!(created("/kb/book.toml"), Some(Hint::Look));
        assert_eq!(created("/kb/content"), Some(Hint::Rewatch));
        for other in [
            "/kb/public/index.html",
            "/kb/.public.lock",
            "/kb/content/.a.md.swp",
            "/kb/content/4913",
            "/kb/content/a.md~",
        ] {
            assert_eq!(created(other), None, "{other}");
        }
    }

    #[test]
    fn our_own_reading_is_no_change_and_lost_events_are() {
        let read = Event::new(EventKind::Access(AccessKind::Any)).add_path("/kb/content/a.md".into());
        assert_eq!(hint(Path::new("/kb"), &read), None);
        let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(hint(Path::new("/kb"), &lost), Some(Hint::Rewatch));
    }
}
