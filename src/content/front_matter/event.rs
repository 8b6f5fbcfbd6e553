//! Events: workshops, webinars, talks.

use super::{Common, Ref};
use crate::base::{Date, Locale, Spanned};
use crate::content::text::Text;

/// The front matter of an event.
#[derive(Clone, Debug, Default)]
pub struct Event {
    /// The fields of every page.
    pub common: Common,
    /// What sort it is.
    pub form: Option<EventForm>,
    /// When it starts.
    pub starts: Option<Spanned<Moment>>,
    /// When it ends.
    pub ends: Option<Spanned<Moment>>,
    /// Where.
    pub place: Option<Text>,
    /// Whether one can take part from afar.
    pub online: bool,
    /// The language spoken.
    pub language: Option<Spanned<Locale>>,
    /// Who leads it.
    pub facilitators: Vec<Ref>,
    /// How many came from each department.
    pub participants: Vec<(Ref, u32)>,
    /// Where to sign up.
    pub register: Option<Spanned<String>>,
    /// How many may come.
    pub capacity: Option<u32>,
    /// What people left with.
    pub takeaways: Vec<Text>,
    /// Journeys it produced or walks through.
    pub journeys: Vec<Ref>,
}

/// What sort an event is (`kind`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum EventForm {
    Workshop,
    Webinar,
    Talk,
}

/// A moment with its offset from UTC: `2027-03-12T09:00+01:00`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The local day.
    pub date: Date,
    /// Local hours and minutes.
    pub time: (u8, u8),
    /// Minutes east of UTC.
    pub offset: i16,
}
