//! What a build may keep for the next one.

/// Values of earlier builds, by the fingerprint of all they were made from.
///
/// Any memo gives the same site as an empty one, only sooner.
#[derive(Debug, Default)]
pub struct Memo {}
