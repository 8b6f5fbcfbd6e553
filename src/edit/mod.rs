//! What there is, to what is to be written: every change to source files, as values.
//!
//! Nothing here touches a file. A change names what it expects to find, so that whoever writes it
//! can refuse when somebody else has been there meanwhile.

pub mod findings;
pub mod init;
pub mod new;
pub mod rename;
pub mod translate;
pub mod typography;

use crate::base::{Fingerprint, SourcePath};
use crate::source::SourceFile;

/// One file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Where.
    pub path: SourcePath,
    /// What is there now; `None` if nothing is.
    pub before: Option<Fingerprint>,
    /// All that it says afterwards.
    pub text: String,
}

impl Edit {
    /// What `file` is to say. What is new in it gets the ends of its lines as the others have them.
    #[must_use]
    pub fn of(path: SourcePath, file: &SourceFile, text: String) -> Self {
        let is_crlf = file.text().is_ok_and(|before| before.contains('\n') && !has_bare_line_end(before));
        let text =
            if is_crlf && has_bare_line_end(&text) { text.replace("\r\n", "\n").replace('\n', "\r\n") } else { text };
        Self { path, before: Some(file.fingerprint()), text }
    }

    /// Whether it changes what somebody has written, and not what is kept beside it in `content/l10n/`.
    #[must_use]
    pub fn is_of_translation(&self) -> bool {
        self.before.is_some() && !self.path.as_str().starts_with("content/l10n/")
    }
}

/// Whether a line ends without a carriage return.
fn has_bare_line_end(text: &str) -> bool {
    text.match_indices('\n').any(|(at, _)| !text[..at].ends_with('\r'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceSet;

    #[test]
    fn new_lines_end_as_the_others_of_their_file_do() {
        let path = SourcePath::new("content/a.md");
        let said = |before: &str, after: &str| {
            let mut sources = SourceSet::default();
            sources.insert(path.clone(), before.as_bytes());
            Edit::of(path.clone(), sources.get(&path).unwrap(), after.to_owned()).text
        };
        assert_eq!(said("a\r\nb\r\n", "a\r\nx\nb\r\n"), "a\r\nx\r\nb\r\n");
        assert_eq!(said("a\nb\n", "a\nx\nb\n"), "a\nx\nb\n");
        // Whoever mixes them keeps what there is.
        assert_eq!(said("a\r\nb\n", "a\r\nx\nb\n"), "a\r\nx\nb\n");
        assert_eq!(said("a", "a\nb\n"), "a\nb\n");
    }
}
