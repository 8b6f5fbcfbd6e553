//! What stands between the fences, one file a kind.

mod article;
mod common;
mod event;
mod example;
mod journey;
mod overlay;
mod persona;
mod principle;
mod response;
pub mod split;

pub use article::*;
pub use common::*;
pub use event::*;
pub use example::*;
pub use journey::*;
pub use overlay::*;
pub use persona::*;
pub use principle::*;
pub use response::*;

use super::text::Localizable;

/// The front matter of one file, by what the file is.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "named after their contents")]
pub enum FrontMatter {
    Page(Common),
    Article(Article),
    Principle(Principle),
    Journey(Box<Journey>),
    Persona(Persona),
    Example(Example),
    Event(Event),
    Response(Response),
    /// A translation of any of them.
    Overlay(Overlay),
}

impl FrontMatter {
    /// What every source document has; a response and a translation have none.
    #[must_use]
    pub fn common(&self) -> Option<&Common> {
        match self {
            Self::Page(common) => Some(common),
            Self::Article(article) => Some(&article.common),
            Self::Principle(principle) => Some(&principle.common),
            Self::Journey(journey) => Some(&journey.common),
            Self::Persona(persona) => Some(&persona.common),
            Self::Example(example) => Some(&example.common),
            Self::Event(event) => Some(&event.common),
            Self::Response(_) | Self::Overlay(_) => None,
        }
    }

    /// Every translatable string, or what a translation says of them; a response has none.
    #[must_use]
    pub fn texts(&self) -> Option<&Localizable> {
        match self {
            Self::Overlay(overlay) => Some(&overlay.texts),
            other => other.common().map(|common| &common.texts),
        }
    }

    /// The keys under which internal evidence stands, which no reader and no translator may see:
    /// `evidence.q-story`, `quote`.
    #[must_use]
    pub fn internal_keys(&self) -> Vec<String> {
        let is_internal = |evidence: &Evidence| evidence.consent == Some(Consent::Internal);
        match self {
            Self::Journey(journey) => journey
                .evidence
                .iter()
                .filter(|(_, evidence)| is_internal(evidence))
                .map(|(id, _)| format!("evidence.{id}"))
                .collect(),
            Self::Example(example) if example.quote.as_ref().is_some_and(is_internal) => vec!["quote".to_owned()],
            _ => Vec::new(),
        }
    }

    /// The same, to change.
    pub fn common_mut(&mut self) -> Option<&mut Common> {
        match self {
            Self::Page(common) => Some(common),
            Self::Article(article) => Some(&mut article.common),
            Self::Principle(principle) => Some(&mut principle.common),
            Self::Journey(journey) => Some(&mut journey.common),
            Self::Persona(persona) => Some(&mut persona.common),
            Self::Example(example) => Some(&mut example.common),
            Self::Event(event) => Some(&mut event.common),
            Self::Response(_) | Self::Overlay(_) => None,
        }
    }
}
