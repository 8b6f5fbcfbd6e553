//! Contents to 128 bits that stand for them.

use std::fmt;

/// The first 128 bits of the BLAKE3 hash of some content.
///
/// Equal content has equal fingerprints on every machine; nothing else (times, places, order of
/// arrival) enters one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u128);

impl Fingerprint {
    /// The fingerprint of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self::from_hash(&blake3::hash(bytes))
    }

    /// The fingerprint of several pieces; where one ends and the next starts matters.
    pub fn of_parts<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        Self::from_hash(&hasher.finalize())
    }

    /// The fingerprint of a value, taken over its JSON form.
    ///
    /// Two values of one type with equal JSON have equal fingerprints. A value that cannot be
    /// written as JSON (a map with non-text keys) has the fingerprint of what came before it.
    pub fn of_value(value: &impl serde::Serialize) -> Self {
        let mut hasher = blake3::Hasher::new();
        let _ = serde_json::to_writer(std::io::BufWriter::with_capacity(8192, &mut hasher), value);
        Self::from_hash(&hasher.finalize())
    }

    fn from_hash(hash: &blake3::Hash) -> Self {
        let mut first = [0; 16];
        first.copy_from_slice(&hash.as_bytes()[..16]);
        Self(u128::from_be_bytes(first))
    }

    /// The first 64 bits as sixteen hex digits, as they stand in file names and front matter.
    #[must_use]
    pub fn short(self) -> String {
        format!("{:016x}", (self.0 >> 64) as u64)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:032x}", self.0)
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}
