//! A folder and names below it to open files, never through a link.
//!
//! A path is walked one name at a time, each relative to the folder opened before it and with
//! `O_NOFOLLOW`, so a name that is swapped for a link after it was looked at is refused by the
//! kernel rather than followed.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Write};
use std::os::fd::OwnedFd;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::Path;
use std::time::{Duration, Instant};

use rustix::fs::{
    AtFlags, CWD, Dir, FileType, FlockOperation, Mode, OFlags, Stat, fchmod, flock, linkat, openat, readlinkat,
    renameat, statat, unlinkat,
};

/// An open folder. What is opened below it stays below it.
#[derive(Debug)]
pub struct Folder {
    descriptor: OwnedFd,
}

/// What a name in a folder is, without following it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A regular file.
    File(Stamp),
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// A device, a socket or a named pipe.
    Other,
}

/// What tells one state of a file from another while it is being read. Never part of a cache's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    inode: u64,
    size: u64,
    modified: (i64, i64),
    changed: (i64, i64),
}

impl Stamp {
    #[allow(clippy::unnecessary_cast, reason = "the widths of these fields differ between systems")]
    fn of(stat: &Stat) -> Self {
        Self {
            inode: stat.st_ino as u64,
            size: stat.st_size as u64,
            modified: (stat.st_mtime as i64, stat.st_mtime_nsec as i64),
            changed: (stat.st_ctime as i64, stat.st_ctime_nsec as i64),
        }
    }

    /// What the file system calls the file. A copy has another number.
    pub fn number(self) -> u64 {
        self.inode
    }

    /// Whether both are of one file of a folder, whatever its names.
    pub fn is_one_file(self, other: Self) -> bool {
        self.inode == other.inode
    }

    /// Length in bytes.
    pub fn size(self) -> u64 {
        self.size
    }
}

impl Folder {
    /// Opens the folder at `path`, which the user has named: links in it are followed.
    pub fn open(path: &Path) -> io::Result<Self> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(Self { descriptor: openat(CWD, path, flags, Mode::empty())? })
    }

    /// Opens the folder `name` in this one, unless it is a link.
    pub fn folder(&self, name: &OsStr) -> io::Result<Self> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        Ok(Self { descriptor: openat(&self.descriptor, name, flags, Mode::empty())? })
    }

    /// Opens the regular file `name` for reading, unless it is a link. Never waits for a pipe.
    pub fn file(&self, name: &OsStr) -> io::Result<(File, Stamp)> {
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
        let descriptor = openat(&self.descriptor, name, flags, Mode::empty())?;
        let stat = rustix::fs::fstat(&descriptor)?;
        if FileType::from_raw_mode(stat.st_mode) != FileType::RegularFile {
            return Err(io::Error::other("it is not a regular file"));
        }
        Ok((File::from(descriptor), Stamp::of(&stat)))
    }

    /// What `name` is.
    pub fn entry(&self, name: &OsStr) -> io::Result<Entry> {
        let stat = statat(&self.descriptor, name, AtFlags::SYMLINK_NOFOLLOW)?;
        Ok(match FileType::from_raw_mode(stat.st_mode) {
            FileType::RegularFile => Entry::File(Stamp::of(&stat)),
            FileType::Directory => Entry::Folder,
            FileType::Symlink => Entry::Link,
            _ => Entry::Other,
        })
    }

    /// Where the link `name` points, for messages.
    pub fn link_target(&self, name: &OsStr) -> Option<String> {
        let target = readlinkat(&self.descriptor, name, Vec::new()).ok()?;
        Some(String::from_utf8_lossy(target.as_bytes()).into_owned())
    }

    /// The names in this folder, in the order of their bytes.
    pub fn names(&self) -> io::Result<Vec<OsString>> {
        let mut names = Vec::new();
        for entry in Dir::read_from(&self.descriptor)? {
            let name = entry?.file_name().to_bytes().to_vec();
            if name != b"." && name != b".." {
                names.push(OsString::from_vec(name));
            }
        }
        names.sort();
        Ok(names)
    }

    /// The folder that holds the last name of `relative`, opened one name at a time, and that name.
    pub fn parent_of(&self, relative: &str) -> io::Result<(Self, OsString)> {
        self.walk(relative, |_, _| Ok(()))
    }

    /// [`Self::parent_of`], with the folders that are missing.
    pub fn make_parent_of(&self, relative: &str) -> io::Result<(Self, OsString)> {
        self.walk(relative, |folder, part| {
            match rustix::fs::mkdirat(&folder.descriptor, part, Mode::from_raw_mode(0o777)) {
                Ok(()) | Err(rustix::io::Errno::EXIST) => Ok(()),
                Err(error) => Err(error.into()),
            }
        })
    }

    fn walk(
        &self,
        relative: &str,
        before_each: impl Fn(&Self, &OsStr) -> io::Result<()>,
    ) -> io::Result<(Self, OsString)> {
        let (folders, name) = relative.rsplit_once('/').unwrap_or(("", relative));
        let mut folder = Self { descriptor: self.descriptor.try_clone()? };
        for part in folders.split('/').filter(|part| !part.is_empty()) {
            let part = OsStr::from_bytes(part.as_bytes());
            before_each(&folder, part)?;
            folder = folder.folder(part)?;
        }
        Ok((folder, OsStr::from_bytes(name.as_bytes()).to_owned()))
    }

    /// Deletes the folder `name`, if it is empty.
    pub fn remove_folder(&self, name: &OsStr) -> io::Result<()> {
        Ok(unlinkat(&self.descriptor, name, AtFlags::REMOVEDIR)?)
    }

    /// Waits until the disk knows of every name in this folder.
    pub fn sync(&self) -> io::Result<()> {
        match rustix::fs::fsync(&self.descriptor) {
            // Some file systems cannot, and keep their names in order without it.
            Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOTSUP) => Ok(()),
            synced => Ok(synced?),
        }
    }

    /// Takes the right to write here, as long as this value lives; `false` if somebody else has it for longer
    /// than `patience`. File systems without locks give it to everybody.
    pub fn lock(&self, patience: Duration) -> bool {
        let start = Instant::now();
        while let Err(error) = flock(&self.descriptor, FlockOperation::NonBlockingLockExclusive) {
            if error != rustix::io::Errno::WOULDBLOCK && error != rustix::io::Errno::INTR {
                return true;
            }
            if start.elapsed() >= patience {
                return false;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        true
    }

    /// Puts the file `unfinished` of this folder under `name` as well. A name that is taken is an error: a
    /// rename would replace what is there.
    pub fn link(&self, unfinished: &OsStr, name: &OsStr) -> io::Result<()> {
        Ok(linkat(&self.descriptor, unfinished, &self.descriptor, name, AtFlags::empty())?)
    }

    /// Puts the file `unfinished` of this folder in the place of `name`, at one moment.
    pub fn rename(&self, unfinished: &OsStr, name: &OsStr) -> io::Result<()> {
        Ok(renameat(&self.descriptor, unfinished, &self.descriptor, name)?)
    }

    /// Deletes the file `name`.
    pub fn unlink(&self, name: &OsStr) -> io::Result<()> {
        Ok(unlinkat(&self.descriptor, name, AtFlags::empty())?)
    }

    /// Gives the file `name` other contents at one moment. A link is replaced, not followed.
    pub fn replace(&self, name: &OsStr, bytes: &[u8]) -> io::Result<()> {
        if self.make_at_once(name, bytes)? {
            return Ok(());
        }
        let unfinished = self.unfinished(name, bytes)?;
        self.rename(&unfinished, name)
    }

    /// Gives `name` another name in the folder `other`, where nothing may bear it.
    pub fn relocate(&self, name: &OsStr, other: &Self, new: &OsStr) -> io::Result<()> {
        match other.entry(new) {
            Ok(_) => Err(io::Error::from(io::ErrorKind::AlreadyExists)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Ok(renameat(&self.descriptor, name, &other.descriptor, new)?)
            }
            Err(error) => Err(error),
        }
    }

    /// What the file system calls this folder. A copy has another number.
    pub fn number(&self) -> io::Result<u64> {
        Ok(Stamp::of(&rustix::fs::fstat(&self.descriptor)?).number())
    }

    /// Makes the file `name`, with what others may do with the file `like`.
    pub fn write_new(&self, name: &OsStr, like: Option<&OsStr>, bytes: &[u8]) -> io::Result<()> {
        let (file, _) = self.create(name, like)?;
        self.fill(file, name, bytes)
    }

    /// [`Self::write_new`], of an empty file.
    pub fn create(&self, name: &OsStr, like: Option<&OsStr>) -> io::Result<(File, Stamp)> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let file = File::from(openat(&self.descriptor, name, flags, Mode::from_raw_mode(0o666))?);
        // A file that only some may read stays so; from the start, before there is anything in it.
        let known = like.and_then(|like| statat(&self.descriptor, like, AtFlags::SYMLINK_NOFOLLOW).ok());
        if let Some(known) = known.filter(|known| FileType::from_raw_mode(known.st_mode) == FileType::RegularFile) {
            let _ = fchmod(&file, Mode::from_raw_mode(known.st_mode));
        }
        let stamp = Stamp::of(&rustix::fs::fstat(&file)?);
        Ok((file, stamp))
    }

    /// Writes `bytes` to the file `name` that [`Self::create`] has made. If that fails, it goes.
    pub fn fill(&self, mut file: File, name: &OsStr, bytes: &[u8]) -> io::Result<()> {
        let filled = file.write_all(bytes).and_then(|()| file.sync_all());
        filled.inspect_err(|_| drop(self.unlink(name)))
    }

    /// Makes the file `name` with what is in it at one moment, so that who is killed on the way leaves nothing; `false`
    /// where there is one, or where the system has no files without a name.
    #[cfg(target_os = "linux")]
    fn make_at_once(&self, name: &OsStr, bytes: &[u8]) -> io::Result<bool> {
        use std::os::fd::AsRawFd;
        let flags = OFlags::WRONLY | OFlags::TMPFILE | OFlags::CLOEXEC;
        let Ok(file) = openat(&self.descriptor, ".", flags, Mode::from_raw_mode(0o666)) else { return Ok(false) };
        let mut file = File::from(file);
        file.write_all(bytes)?;
        file.sync_all()?;
        let itself = format!("/proc/self/fd/{}", file.as_raw_fd());
        Ok(linkat(rustix::fs::CWD, itself, &self.descriptor, name, AtFlags::SYMLINK_FOLLOW).is_ok())
    }

    #[cfg(not(target_os = "linux"))]
    #[allow(clippy::unused_self, clippy::unnecessary_wraps, reason = "as where the system can")]
    fn make_at_once(&self, _: &OsStr, _: &[u8]) -> io::Result<bool> {
        Ok(false)
    }

    /// A hidden file beside `name` that holds `bytes`.
    fn unfinished(&self, name: &OsStr, bytes: &[u8]) -> io::Result<OsString> {
        let mut number = 0;
        loop {
            let mut unfinished = OsString::from(format!(".cxbook-{}-{number}-", std::process::id()));
            unfinished.push(name);
            match self.write_new(&unfinished, Some(name), bytes) {
                Ok(()) => return Ok(unfinished),
                // Left behind by one that was killed: in containers, numbers of processes come again.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 1000 => number += 1,
                Err(error) => return Err(error),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_file_is_made_or_replaced_whole_and_nothing_else_stays() {
        let root = tempfile::tempdir().unwrap();
        let folder = Folder::open(root.path()).unwrap();
        let name = OsStr::new("out.json");
        let read = || std::fs::read_to_string(root.path().join("out.json")).unwrap();
        folder.replace(name, b"new").unwrap();
        assert!(!folder.make_at_once(name, b"newer").unwrap(), "what is there is not written over");
        assert_eq!(read(), "new");
        std::fs::set_permissions(root.path().join("out.json"), std::fs::Permissions::from_mode(0o600)).unwrap();
        folder.replace(name, b"newer").unwrap();
        let mode = std::fs::metadata(root.path().join("out.json")).unwrap().permissions().mode();
        assert_eq!((read().as_str(), mode & 0o777), ("newer", 0o600));
        assert_eq!(folder.names().unwrap(), [OsString::from("out.json")]);
    }
}
