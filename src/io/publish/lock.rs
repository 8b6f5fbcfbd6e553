//! A [`Target`] to the right to write it.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use rustix::fs::{FlockOperation, flock};

use super::Target;

/// The right to write one folder, as long as this value lives.
///
/// The kernel gives it back when a process dies, however it dies. The file stays: removing it would
/// let two processes hold two locks of one name.
#[derive(Debug)]
pub struct Lock {
    target: Target,
    _file: File,
}

impl Lock {
    /// The folder that is locked.
    #[must_use]
    pub fn target(&self) -> &Target {
        &self.target
    }

    /// Takes the lock, and waits up to `patience` for whoever holds it.
    pub(super) fn wait(target: Target, patience: Duration) -> anyhow::Result<Self> {
        let path = target.lock();
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o644)
            .custom_flags(no_follow())
            .open(&path)
            .with_context(|| format!("could not open {}", path.display()))?;
        let start = Instant::now();
        while let Err(error) = flock(&file, FlockOperation::NonBlockingLockExclusive) {
            if error != rustix::io::Errno::WOULDBLOCK && error != rustix::io::Errno::INTR {
                return Err(error).with_context(|| format!("could not lock {}", path.display()));
            }
            if start.elapsed() >= patience {
                let mut holder = String::new();
                let _ = (&mut file).take(20).read_to_string(&mut holder);
                bail!("another build (pid {}) is running in {}", holder.trim(), target.shown());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let id = format!("{}\n", std::process::id());
        file.set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| file.write_all(id.as_bytes()))
            .with_context(|| format!("could not write {}", path.display()))?;
        Ok(Self { target, _file: file })
    }
}

fn no_follow() -> i32 {
    i32::try_from(rustix::fs::OFlags::NOFOLLOW.bits()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_finds_the_folder_locked_is_told_by_which_process() {
        let folder = tempfile::TempDir::new().unwrap();
        let target = || Target::check(&folder.path().join("project"), &folder.path().join("public")).unwrap();
        let held = Lock::wait(target(), Duration::ZERO).unwrap();
        let error = Lock::wait(target(), Duration::ZERO).unwrap_err().to_string();
        assert!(error.starts_with(&format!("another build (pid {}) is running", std::process::id())), "{error}");
        drop(held);
        assert!(Lock::wait(target(), Duration::ZERO).is_ok(), "the file that stays is no lock");
    }
}
