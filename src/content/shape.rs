//! The fields of every type that authors write, as tables.
//!
//! One table a type drives the reader, the check for unknown and misplaced fields, the overlay of a
//! translation and the JSON Schema, so that these four cannot disagree.

use crate::base::nearest;
use crate::content::Kind;

/// The fields of one type.
#[derive(Debug)]
pub struct Shape {
    /// What messages call one: `step`.
    pub name: &'static str,
    /// One sentence for the schema.
    pub doc: &'static str,
    /// Its fields, in groups that types may share.
    pub fields: &'static [&'static [Field]],
    /// The field that the short form `id: text` sets.
    pub main: Option<&'static str>,
}

/// One field.
#[derive(Debug)]
pub struct Field {
    /// How it is written.
    pub name: &'static str,
    /// What it holds.
    pub value: Type,
    /// Whether one may leave it out.
    pub need: Need,
    /// One sentence for the schema.
    pub doc: &'static str,
}

/// Whether one may leave a field out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// No.
    Required,
    /// Yes.
    Optional,
    /// It depends on others, which the reader checks.
    Depends,
}

/// What a field holds.
#[derive(Debug)]
pub enum Type {
    /// Translatable inline Markdown of at most so many characters.
    Text(usize),
    /// Text that is not translated, of at most so many characters.
    Plain(usize),
    /// True or false.
    Bool,
    /// A whole number within bounds.
    Integer(i64, i64),
    /// A number within bounds, with at most so many decimals.
    Decimal(i64, i64, usize),
    /// `2019`, `2019-04` or `2019-04-12`.
    Date,
    /// `2027-03-12T09:00+01:00`.
    Moment,
    /// `25m` or `10d..21d`.
    Duration,
    /// `18%`.
    Share,
    /// A language tag.
    Language,
    /// An absolute web address.
    Url,
    /// A part of an address.
    Slug,
    /// An old address on this site.
    Alias,
    /// A file beside this one.
    File,
    /// One of these words.
    Word(&'static [&'static str]),
    /// The id of something of this kind.
    Ref(Kind),
    /// `type:id`, where the type is one of these.
    TypedRef(&'static [Kind]),
    /// The id of something that this file itself defines; the text says what.
    Local(&'static str),
    /// `journey` or `journey#step`.
    JourneyRef,
    /// `journey#step`.
    ParentRef,
    /// `step` or `journey#step`.
    StepRef,
    /// `step/pain` or `journey#step/pain`.
    PainRef,
    /// `step`, `step/wow` or `touchpoint:id`.
    Removal,
    /// The word alone.
    Literal(&'static str),
    /// Any number of these; one may stand without brackets.
    List(&'static Type),
    /// By id, in order.
    Map(&'static Type),
    /// By the id of something of a kind.
    By(Kind, &'static Type),
    /// By language tag.
    ByLanguage(&'static Type),
    /// A map with these fields, or the short form if it has one.
    Object(&'static Shape),
    /// One of these.
    OneOf(&'static [Type]),
}

/// A word list that is also a Rust enum.
pub trait Word: Copy + 'static {
    /// How each is written.
    const WORDS: &'static [&'static str];
    /// Each, in the same order.
    const VALUES: &'static [Self];

    /// The one written as `text`.
    fn parse(text: &str) -> Option<Self> {
        Self::WORDS.iter().position(|word| *word == text).and_then(|at| Self::VALUES.get(at).copied())
    }
}

/// Gives an enum its words.
macro_rules! words {
    ($($type:ty { $($variant:ident $word:literal),* $(,)? })*) => {
        $(impl $crate::content::shape::Word for $type {
            const WORDS: &'static [&'static str] = &[$($word),*];
            const VALUES: &'static [Self] = &[$(<$type>::$variant),*];
        })*
    };
}
pub(crate) use words;

impl Field {
    /// A field that must be there.
    pub const fn required(name: &'static str, value: Type, doc: &'static str) -> Self {
        Self { name, value, need: Need::Required, doc }
    }

    /// A field that may be left out.
    pub const fn optional(name: &'static str, value: Type, doc: &'static str) -> Self {
        Self { name, value, need: Need::Optional, doc }
    }

    /// A field whose need the reader knows.
    pub const fn depends(name: &'static str, value: Type, doc: &'static str) -> Self {
        Self { name, value, need: Need::Depends, doc }
    }
}

impl Shape {
    /// Its fields, in order.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().flat_map(|group| group.iter())
    }

    /// The field called `name`.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields().find(|field| field.name == name)
    }

    /// The field that was probably meant by `name`.
    #[must_use]
    pub fn nearest(&self, name: &str) -> Option<&'static str> {
        let said = name.to_lowercase().replace(['_', ' '], "-");
        let meant = ELSEWHERE.iter().filter(|(_, others)| others.contains(&said.as_str()));
        meant
            .filter_map(|(field, _)| self.field(field))
            .map(|field| field.name)
            .next()
            .or_else(|| nearest(name, self.fields().map(|field| field.name)))
    }
}

/// What other tools call fields.
const ELSEWHERE: &[(&str, &[&str])] = &[
    ("phases", &["stages", "chapters"]),
    ("does", &["actions", "action", "activities", "doing", "customer-actions", "user-actions"]),
    ("thinks", &["thoughts", "thought", "thinking", "mindset", "mindsets"]),
    ("emotion", &["emotions", "emotional-score", "sentiment"]),
    ("feeling", &["feelings", "mood"]),
    ("pains", &["pain-points", "painpoints", "problems", "frustrations", "issues"]),
    ("opportunities", &["ideas", "solutions", "improvements"]),
    ("evidence", &["quotes", "voc"]),
    ("metrics", &["kpis", "kpi"]),
    ("support", &["systems", "support-processes", "supporting-systems"]),
    ("deviations", &["exits", "drop-offs", "alternative-paths"]),
    ("figure", &["image", "picture", "storyboard", "photo"]),
    ("frontstage", &["front-stage", "onstage", "visible-actions"]),
    ("backstage", &["back-stage", "invisible-actions"]),
    ("takes", &["duration", "time"]),
];

impl Type {
    /// The shapes that a value of this type may have.
    pub fn shapes(&self) -> Vec<&'static Shape> {
        match self {
            Self::Object(shape) => vec![*shape],
            Self::List(inner) | Self::Map(inner) | Self::By(_, inner) | Self::ByLanguage(inner) => inner.shapes(),
            Self::OneOf(types) => types.iter().flat_map(Self::shapes).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether a translation may hold it: text, or something with text in it.
    #[must_use]
    pub fn is_translatable(&self) -> bool {
        match self {
            Self::Text(_) => true,
            Self::List(inner) | Self::Map(inner) | Self::By(_, inner) => inner.is_translatable(),
            Self::Object(shape) => shape.fields().any(|field| field.value.is_translatable()),
            Self::OneOf(types) => types.iter().any(Self::is_translatable),
            _ => false,
        }
    }
}
