//! What a project has decided about each kind of problem.

use std::collections::BTreeMap;

use super::{Name, Severity};

/// What to do about a kind of problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing.
    Allow,
    /// Report it, and go on.
    Warn,
    /// Report it as an error.
    Deny,
}

impl Level {
    /// How a problem at this level is reported, if at all.
    #[must_use]
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Allow => None,
            Self::Warn => Some(Severity::Warning),
            Self::Deny => Some(Severity::Error),
        }
    }

    /// Reads `allow`, `warn` or `deny`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "allow" => Some(Self::Allow),
            "warn" => Some(Self::Warn),
            "deny" => Some(Self::Deny),
            _ => None,
        }
    }
}

/// The level of every name: the registry's, unless `[lints]` says otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    chosen: BTreeMap<Name, Level>,
}

impl Levels {
    /// Chooses a level. What makes output wrong cannot be chosen and stays an error.
    pub fn set(&mut self, name: Name, level: Level) {
        if name.is_settable() {
            self.chosen.insert(name, level);
        }
    }

    /// The level of `name`.
    #[must_use]
    pub fn of(&self, name: Name) -> Level {
        self.chosen.get(&name).copied().unwrap_or_else(|| name.default_level())
    }
}
