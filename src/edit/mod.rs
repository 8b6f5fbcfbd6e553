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
