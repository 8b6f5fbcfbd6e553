//! Why a file of another program could not be read.

use std::fmt;

use crate::base::place_after;

/// What is wrong with a file, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

impl Fault {
    /// A fault at a place in bytes.
    #[must_use]
    pub fn at(text: &str, offset: usize, message: impl ToString, help: impl ToString) -> Self {
        let (line, column) = place_after(text.get(..offset).unwrap_or(text));
        Self { message: message.to_string(), help: help.to_string(), line, column }
    }
}

impl fmt::Display for Fault {
    /// `3:14: the message` and the way out on a line of its own. Characters that would steer a terminal are shown as
    /// escapes.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |text: &str| -> String {
            text.chars()
                .flat_map(|letter| if letter.is_control() { letter.escape_default().collect() } else { vec![letter] })
                .collect()
        };
        write!(formatter, "{}:{}: {}\n  help: {}", self.line, self.column, shown(&self.message), shown(&self.help))
    }
}
