//! Values that remember where they were written.

use super::{SourcePath, TextRange};

/// A value and the place it was written at, in a file that the context names.
///
/// Equality and order are the value's: two equal references at different places are equal.
#[derive(Clone, Debug)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub range: TextRange,
}

impl<T> Spanned<T> {
    /// Puts a value and its place together.
    pub fn new(value: T, range: TextRange) -> Self {
        Self { value, range }
    }

    /// Keeps the place, changes the value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), range: self.range }
    }
}

impl<T: PartialEq> PartialEq for Spanned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Spanned<T> {}

impl<T: PartialOrd> PartialOrd for Spanned<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        self.value.partial_cmp(&other.value)
    }
}

impl<T: Ord> Ord for Spanned<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.value.cmp(&other.value)
    }
}

/// A place in one file of the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub path: SourcePath,
    /// The bytes in it.
    pub range: TextRange,
}

impl Span {
    /// A stretch of `path`.
    #[must_use]
    pub fn new(path: &SourcePath, range: TextRange) -> Self {
        Self { path: path.clone(), range }
    }

    /// The very start of `path`, for what concerns the whole file.
    #[must_use]
    pub fn file(path: &SourcePath) -> Self {
        Self::new(path, TextRange::at(0))
    }
}
