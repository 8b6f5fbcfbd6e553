//! Personas: whom a journey is seen through.

use indexmap::IndexMap;

use super::{Basis, Common, Figure};
use crate::base::{Id, Locale, Spanned};
use crate::content::text::Text;

/// The front matter of a persona.
#[derive(Clone, Debug, Default)]
pub struct Persona {
    /// The fields of every page; the title is the name where it is not given.
    pub common: Common,
    /// What they are called.
    pub name: Option<Text>,
    /// Which side of the counter they stand on.
    pub role: PersonaRole,
    /// What they want, as "I …".
    pub goal: Option<Text>,
    /// What they need, said or found.
    pub needs: IndexMap<Id, Need>,
    /// What they take for granted.
    pub expectations: Vec<Text>,
    /// How they live.
    pub context: Option<Text>,
    /// A picture.
    pub figure: Option<Figure>,
    /// For interface strings only.
    pub gender: IndexMap<Locale, Gender>,
    /// What the persona rests on.
    pub basis: Option<Spanned<Basis>>,
    /// A photograph of a person, and whether that person agreed.
    pub photo: Option<Spanned<String>>,
    /// The agreement.
    pub consent: bool,
}

/// What a persona needs.
#[derive(Clone, Debug)]
pub struct Need {
    /// What they say; absent for a latent need.
    pub says: Option<Text>,
    /// What it means.
    pub means: Option<Text>,
}

/// Which side of the counter a persona stands on (`kind`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum PersonaRole {
    #[default]
    Customer,
    Prospect,
    Partner,
    Employee,
}

/// A grammatical gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Gender {
    Feminine,
    Masculine,
    Neuter,
    Other,
}
