//! The pages of a site: everything a template may see, one type a layout.
//!
//! A field whose name ends in `_html` holds HTML that is safe to print as it is: text rendered by
//! `markdown` or escaped by [`Html`], wrapped in its own `lang` where it is not in the page's
//! language. Every other string is plain text. Numbers are already written the reader's way.

use std::sync::Arc;

use serde::Serialize;

use super::markup::{rows_html, shown};
use crate::base::{Direction, Locale, OutputPath, UrlPath};

/// HTML that is safe to print as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Html(String);

impl Html {
    /// Takes HTML that `markdown` or `draw` has made.
    pub fn trusted(html: impl Into<String>) -> Self {
        Self(html.into())
    }

    /// Escapes plain text.
    #[must_use]
    pub fn escaped(text: &str) -> Self {
        let mut html = String::with_capacity(text.len());
        Self::push_escaped(&mut html, text);
        Self(html)
    }

    /// Escapes plain text to the end of HTML that is being written.
    pub(super) fn push_escaped(html: &mut String, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
            html.push_str(&rest[..at]);
            html.push_str(match rest.as_bytes()[at] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => "&#39;",
            });
            rest = &rest[at + 1..];
        }
        html.push_str(rest);
    }

    /// The HTML.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words alone; a picture is its text alternative.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut words = String::with_capacity(self.0.len());
        let mut rest = self.0.as_str();
        while let Some((before, tag)) = rest.split_once('<') {
            words.push_str(before);
            let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
            if let Some((_, alt)) = tag.split_once(" alt=\"").filter(|_| tag.starts_with("img ")) {
                words.push_str(alt.split('"').next().unwrap_or_default());
            }
            rest = after;
        }
        words.push_str(rest);
        quick_xml::escape::unescape(&words).map_or_else(|_| words.clone(), std::borrow::Cow::into_owned)
    }
}

/// One page of the site.
#[derive(Clone, Debug, Serialize)]
pub struct Page {
    /// Its address.
    pub url: UrlPath,
    /// What surrounds the content.
    pub frame: Frame,
    /// What all pages of one language share.
    #[serde(skip)]
    pub chrome: Arc<Chrome>,
    /// What is between header and footer.
    pub content: Content,
}

/// What all pages of one language share: rendered once a language, then inserted as it is.
#[derive(Clone, Debug, Serialize)]
pub struct Chrome {
    /// The language.
    pub lang: Locale,
    /// The path of the site's root, with slashes at both ends.
    pub root: String,
    /// The site's title.
    pub site_title: String,
    /// The home page of this language.
    pub home: String,
    /// Where the search form goes.
    pub search: String,
    /// The main navigation.
    pub navigation: Vec<NavigationItem>,
    /// The version from `book.toml`.
    pub version: Option<String>,
    /// The licence of the contents.
    pub licence: Option<String>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// Plain pages linked from the footer.
    pub footer: Vec<Link>,
    /// What readers of this language can subscribe to.
    pub feeds: Vec<FileLink>,
}

/// A file that is no page: a feed, a calendar, a table to download.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileLink {
    /// Its address.
    pub href: String,
    /// In the reader's language.
    pub text: String,
    /// Its content type.
    pub media_type: &'static str,
}

/// One entry of the main navigation.
#[derive(Clone, Debug, Serialize)]
pub struct NavigationItem {
    /// Which section it is; compare with [`Frame::section`].
    pub section: &'static str,
    /// Its name.
    pub text: String,
    /// Its address.
    pub href: String,
    /// How many there are.
    pub count: Option<String>,
}

/// What surrounds the content of one page.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// The language of the page's shell.
    pub lang: Locale,
    /// Which way that language is written.
    pub dir: Direction,
    /// The language and direction of the main content, where they differ: a fallback page.
    pub main: Option<LanguageMark>,
    /// The layout's name: `journey`, `index`.
    pub layout: &'static str,
    /// Which section of the navigation it belongs to.
    pub section: &'static str,
    /// The heading, as plain text.
    pub title: String,
    /// The heading.
    pub title_html: Html,
    /// For tabs, bookmarks and search engines: the heading, its section and the site.
    pub document_title: String,
    /// For search engines and cards; never empty.
    pub description: String,
    /// The same for the page itself, in an element that says its language where the reader has another.
    pub description_html: Html,
    /// The absolute address that search engines should keep.
    pub canonical: String,
    /// Real translations, this page among them, and `x-default`; empty for a fallback page.
    pub alternates: Vec<Alternate>,
    /// `og:locale`, with a territory.
    pub og_locale: Option<String>,
    /// The `og:locale` of other translations.
    pub og_alternates: Vec<String>,
    /// `article` or `website`.
    pub og_type: &'static str,
    /// Structured data: JSON, with `<` escaped, safe inside a `script` element.
    pub json_ld_html: Option<Html>,
    /// The path from the home page, without this page.
    pub breadcrumbs: Vec<Link>,
    /// The same page in every language.
    pub switcher: Vec<SwitcherItem>,
    /// How its text stands to the one it was translated from; none for a whole translation and for a source.
    pub text_states: Vec<TextState>,
    /// What the reader must know before reading.
    pub notices: Vec<Notice>,
    /// The headings of the page.
    pub contents: Vec<ContentsEntry>,
    /// Where the source of the page can be edited.
    pub edit_url: Option<String>,
    /// The same page as Markdown.
    pub twin: Option<String>,
    /// Last changed in substance.
    pub updated: Option<Day>,
    /// Whether crawlers should keep away (search and error pages).
    pub noindex: bool,
}

/// A language and its direction, for an element of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LanguageMark {
    /// The language.
    pub lang: Locale,
    /// Which way it is written.
    pub dir: Direction,
}

/// One `link rel=alternate`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alternate {
    /// The language, or `x-default`.
    pub hreflang: String,
    /// The absolute address.
    pub href: String,
}

/// One language of the switcher.
#[derive(Clone, Debug, Serialize)]
pub struct SwitcherItem {
    /// The language it leads to.
    pub lang: Locale,
    /// Which way it is written.
    pub dir: Direction,
    /// What its readers call it.
    pub name: String,
    /// The address.
    pub href: String,
    /// Whether it is this page.
    pub is_current: bool,
    /// Said in the reader's language where the target is not translated: "not translated yet: shown in English".
    pub note: Option<String>,
    /// The language of the target's text.
    pub hreflang: Locale,
}

/// How the text of a page stands to the one it was translated from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum TextState {
    /// Nothing of it is translated.
    Missing {
        /// The language that is shown instead.
        shown: Locale,
    },
    /// Too little of it is translated for a page in its own right.
    Partly {
        /// The language of what is not.
        rest: Locale,
    },
    /// A machine made it and a person has reviewed it.
    Machine,
    /// Its source has changed since it was translated.
    Outdated {
        /// How many passages of the source have; nothing where nobody knows.
        changed: Option<usize>,
        /// How many the source has.
        passages: usize,
    },
}

impl TextState {
    /// The kind of its notice.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "fallback",
            Self::Partly { .. } => "partly",
            Self::Machine => "machine",
            Self::Outdated { .. } => "outdated",
        }
    }
}

/// What the reader must know before reading.
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    /// Of a [`TextState`], or `draft`, `archived`, `republished`.
    pub kind: &'static str,
    /// In the reader's language.
    pub text: String,
    /// Where to go from here.
    pub link: Option<Link>,
    /// Said before `parts`; empty where there are none.
    pub parts_label: String,
    /// The sections of this page that it is about.
    pub parts: Vec<Link>,
}

/// One heading of the page.
#[derive(Clone, Debug, Serialize)]
pub struct ContentsEntry {
    /// From 2.
    pub level: u8,
    /// Its anchor, without `#`.
    pub anchor: String,
    /// Its words.
    pub text_html: Html,
}

/// A link with its words.
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    /// The address.
    pub href: String,
    /// Its words.
    pub text_html: Html,
}

/// A day (or month, or year) for people and for machines.
#[derive(Clone, Debug, Serialize)]
pub struct Day {
    /// The ISO form, for `time datetime`.
    pub iso: String,
    /// The reader's form.
    pub text: String,
}

/// A linked entity with its kind, for the coloured shape beside it.
#[derive(Clone, Debug, Serialize)]
pub struct EntityLink {
    /// `journey`, `principle`, …
    pub kind: &'static str,
    /// The kind in the reader's language.
    pub kind_label: String,
    /// The address.
    pub href: String,
    /// Its name.
    pub text_html: Html,
    /// A sentence about it.
    pub summary_html: Option<Html>,
}

/// One thing in a cell, a fact or a list: words, perhaps linked, with marks that are words too.
///
/// Templates see it as HTML ([`markup`](super::markup)): a map has hundreds of them.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// The words.
    pub text_html: Html,
    /// Where they lead.
    pub href: Option<String>,
    /// A shape in front: `✓`, `✗`, `~`, `→`, `◆`, `★`.
    pub mark: Option<&'static str>,
    /// The mark in a word, always visible: "keeps".
    pub word: Option<String>,
    /// `ok`, `partly`, `bad`, `warn`, `muted`, or a kind; for the tint. Empty for none.
    pub tone: &'static str,
    /// Short labels after the words: severity, owner, status, channel.
    pub badges: Vec<Badge>,
    /// More words, on a line of their own.
    pub note_html: Option<Html>,
    /// The `id` of its element, where content may link to it: `pain-wait-silence`, `need-be-heard`.
    pub anchor: Option<String>,
    /// Its anchors under former ids, so that old links find it.
    pub former: Vec<String>,
}

/// What stands in a cell or under a label: one alone, several as a list. Templates see it as HTML, which is written
/// once for all the places that show it.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    list: Arc<[Entry]>,
    html: Arc<str>,
}

impl Entries {
    /// As templates see it.
    #[must_use]
    pub fn as_html(&self) -> &str {
        &self.html
    }
}

impl From<Vec<Entry>> for Entries {
    fn from(list: Vec<Entry>) -> Self {
        Self { html: shown(&list).into(), list: list.into() }
    }
}

impl FromIterator<Entry> for Entries {
    fn from_iter<I: IntoIterator<Item = Entry>>(entries: I) -> Self {
        entries.into_iter().collect::<Vec<Entry>>().into()
    }
}

impl std::ops::Deref for Entries {
    type Target = [Entry];

    fn deref(&self) -> &[Entry] {
        &self.list
    }
}

/// A short label. Templates see it as HTML.
#[derive(Clone, Debug)]
pub struct Badge {
    /// Its words.
    pub text: String,
    /// As for [`Entry::tone`].
    pub tone: &'static str,
    /// Where it leads.
    pub href: Option<String>,
    /// The language of its words, where the reader has another.
    pub mark: Option<LanguageMark>,
}

/// A label with what belongs to it, for definition lists.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    /// A name for styles: `owner`, `feels`.
    pub key: &'static str,
    /// In the reader's language.
    pub label: String,
    /// One or more.
    #[serde(rename = "entries_html")]
    pub entries: Entries,
}

/// A headed list.
#[derive(Clone, Debug, Serialize)]
pub struct Section {
    /// Its anchor.
    pub anchor: String,
    /// Its heading, in the reader's language.
    pub title: String,
    /// A sentence below the heading.
    pub intro: Option<String>,
    /// What it lists.
    pub entries: Vec<Entry>,
}

/// A picture.
#[derive(Clone, Debug, Serialize)]
pub struct FigureView {
    /// The address.
    pub src: String,
    /// Empty for decoration.
    pub alt: String,
    /// Pixels.
    pub width: Option<usize>,
    /// Pixels.
    pub height: Option<usize>,
    /// Below it.
    pub caption_html: Option<Html>,
    /// Title, author, licence.
    pub credit_html: Option<Html>,
}

/// What is between header and footer, one variant a layout.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[allow(missing_docs, reason = "named after their contents")]
#[allow(clippy::large_enum_variant, reason = "pages are held behind one allocation each")]
pub enum Content {
    Home(Home),
    Article(ArticlePage),
    Principle(PrinciplePage),
    Journey(JourneyPage),
    JourneyMap(JourneyMapPage),
    Worksheet(WorksheetPage),
    Entity(EntityPage),
    Index(IndexPage),
    Glossary(GlossaryPage),
    Findings(FindingsPage),
    Finding(FindingPage),
    Matrix(MatrixPage),
    /// Whose pictures the site shows.
    Credits(CreditsPage),
    Plain(PlainPage),
    Search(SearchPage),
    NotFound(NotFoundPage),
    Chooser(ChooserPage),
}

/// The home page of one language.
#[derive(Clone, Debug, Serialize)]
pub struct Home {
    /// One sentence at hero size.
    pub lede_html: Option<Html>,
    /// What the author wrote below it.
    pub body_html: Html,
    /// The numbers that matter to partners: unowned pains, broken principles, gaps, no-brainers.
    pub numbers: Vec<Headline>,
    /// The lifecycle as a loop.
    pub lifecycle: Option<LifecycleView>,
    /// Journeys as lines.
    pub journeys: Vec<JourneyLine>,
    /// Principles as short rules.
    pub principles: Vec<PrincipleLine>,
    /// The newest and the last changed, at most eight.
    pub recent: Vec<RecentLine>,
    /// How much of the site is in this language; `None` for the source language.
    pub coverage: Option<Coverage>,
}

/// A number with its words and where it comes from.
#[derive(Clone, Debug, Serialize)]
pub struct Headline {
    /// The number.
    pub value: String,
    /// What it counts.
    pub label: String,
    /// The finding.
    pub href: String,
    /// `ok`, `warn` or `bad`.
    pub tone: &'static str,
}

/// A lifecycle: the picture, and the nested list that says the same.
#[derive(Clone, Debug, Serialize)]
pub struct LifecycleView {
    /// Its name.
    pub name_html: Html,
    /// The picture.
    pub svg_html: Html,
    /// One list a lobe.
    pub lobes: Vec<LobeView>,
}

/// One lobe of a lifecycle.
#[derive(Clone, Debug, Serialize)]
pub struct LobeView {
    /// `buy`, `own`.
    pub key: String,
    /// In the reader's language.
    pub label_html: Html,
    /// Its stages; numbers run on from lobe to lobe.
    pub stages: Vec<StageLine>,
}

/// One stage of a lifecycle.
#[derive(Clone, Debug, Serialize)]
pub struct StageLine {
    /// From 1.
    pub number: usize,
    /// The stage.
    pub link: EntityLink,
    /// "3 journeys, 2 pains nobody owns".
    pub text: String,
    /// Whether no journey goes there.
    pub is_empty: bool,
}

/// A journey on one line.
#[derive(Clone, Debug, Serialize)]
pub struct JourneyLine {
    /// The journey.
    pub link: EntityLink,
    /// "9 steps, as Camille lives it".
    pub scope: String,
    /// A small feeling curve.
    pub curve_html: Html,
    /// The curve in words.
    pub curve_text: String,
}

/// A principle on one line.
#[derive(Clone, Debug, Serialize)]
pub struct PrincipleLine {
    /// The principle; its summary is the claim.
    pub link: EntityLink,
    /// How often it is kept and broken: "breaks 2", "keeps 1".
    pub verdicts: Vec<Badge>,
}

/// Something new or changed.
#[derive(Clone, Debug, Serialize)]
pub struct RecentLine {
    /// What.
    pub link: EntityLink,
    /// When.
    pub day: Day,
}

/// How much of the site is in a language.
#[derive(Clone, Debug, Serialize)]
pub struct Coverage {
    /// Translated documents.
    pub done: usize,
    /// All documents.
    pub total: usize,
    /// In words.
    pub text: String,
}

/// Who wrote it, when, what about.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Meta {
    /// Those who wrote it.
    pub authors: Vec<Link>,
    /// First made public.
    pub published: Option<Day>,
    /// The drawer it lies in.
    pub category: Option<Link>,
    /// Free grouping.
    pub tags: Vec<Link>,
    /// "6 minutes".
    pub reading_time: Option<String>,
    /// Which sort of prose: "case".
    pub form: Option<String>,
    /// Who translated and reviewed it, and when.
    pub translation: Option<String>,
}

/// An article.
#[derive(Clone, Debug, Serialize)]
pub struct ArticlePage {
    /// The summary.
    pub summary_html: Option<Html>,
    /// What the reader should ask.
    pub question_html: Option<Html>,
    /// Who, when, what about.
    pub meta: Meta,
    /// The prose.
    pub body_html: Html,
    /// Pictures declared in front matter that do not stand in the prose.
    pub figures: Vec<FigureView>,
    /// Principles it speaks of.
    pub principles: Vec<PrincipleLine>,
    /// Journeys and steps it speaks of.
    pub journeys: Vec<EntityLink>,
    /// What it rests on.
    pub sources: Vec<SourceLine>,
    /// Readers' responses.
    pub responses: Vec<ResponseView>,
    /// Pages that lead here, by kind.
    pub backlinks: Vec<Section>,
    /// The article before it.
    pub previous: Option<Link>,
    /// The article after it.
    pub next: Option<Link>,
}

/// A cited publication on one line.
#[derive(Clone, Debug, Serialize)]
pub struct SourceLine {
    /// Its page here.
    pub href: String,
    /// Authors, title, publisher, year: written the usual way.
    pub citation_html: Html,
    /// Where it can be read.
    pub url: Option<String>,
}

/// What a reader wrote back.
#[derive(Clone, Debug, Serialize)]
pub struct ResponseView {
    /// `response-2026-02-03-anna`.
    pub anchor: String,
    /// The name to print.
    pub author: String,
    /// When.
    pub day: Option<Day>,
    /// What.
    pub body_html: Html,
}

/// A principle.
#[derive(Clone, Debug, Serialize)]
pub struct PrinciplePage {
    /// One sentence, from the customer's side.
    pub claim_html: Html,
    /// Stance, dimension, family, Kano class, discipline.
    pub facts: Vec<Fact>,
    /// What breaking it looks like.
    pub inside_out_html: Option<Html>,
    /// What keeping it looks like.
    pub outside_in_html: Option<Html>,
    /// What a reviewer asks of each step.
    pub test_html: Option<Html>,
    /// What it must be weighed against.
    pub counterweights: Vec<PrincipleLine>,
    /// The prose.
    pub body_html: Html,
    /// "0.75 over 2 steps"; `None` if no step was judged.
    pub health: Option<String>,
    /// Every step that keeps or breaks it, the worst verdict first.
    pub shows: Vec<VerdictGroup>,
    /// Said where no step shows it.
    pub shows_empty: String,
    /// Stories.
    pub examples: Vec<StoryCard>,
    /// Signs that it is broken.
    pub symptoms: Vec<Link>,
    /// What it rests on.
    pub sources: Vec<SourceLine>,
    /// Pages that lead here, by kind.
    pub backlinks: Vec<Section>,
    /// Who, when.
    pub meta: Meta,
}

/// Steps with one verdict on one principle.
#[derive(Clone, Debug, Serialize)]
pub struct VerdictGroup {
    /// `breaks`, `partly`, `keeps`, `aspires`.
    pub verdict: &'static str,
    /// Its shape.
    pub mark: &'static str,
    /// Its tone.
    pub tone: &'static str,
    /// In the reader's language.
    pub label: String,
    /// "3 steps".
    pub count: String,
    /// By journey.
    pub journeys: Vec<VerdictJourney>,
}

/// Steps of one journey with one verdict.
#[derive(Clone, Debug, Serialize)]
pub struct VerdictJourney {
    /// The journey.
    pub link: EntityLink,
    /// Its steps: name, link, feeling, pains as badges and notes.
    pub steps: Vec<Entry>,
}

/// An example in short.
#[derive(Clone, Debug, Serialize)]
pub struct StoryCard {
    /// The example.
    pub link: EntityLink,
    /// Who did it.
    pub organisation_html: Html,
    /// `outside-in`, `inside-out`, `balance`.
    pub stance: &'static str,
    /// The stance in the reader's language.
    pub stance_label: String,
    /// What it teaches.
    pub moral_html: Option<Html>,
}

/// A journey: facts, the map, the walk, and what was learned.
#[derive(Clone, Debug, Serialize)]
pub struct JourneyPage {
    /// Persona, goal, owner, state, level, mapped, review, workshop, basis.
    pub facts: Vec<Fact>,
    /// What the customer was promised, and whether it is kept.
    pub promise: Option<PromiseView>,
    /// The larger journey it zooms into, from the largest.
    pub parents: Vec<Link>,
    /// Smaller journeys that zoom into its steps.
    pub children: Vec<EntityLink>,
    /// Estimates: remembered feeling, seams, lowest, end.
    pub numbers: Vec<Headline>,
    /// The map.
    pub map: JourneyMap,
    /// Address of the map on a page of its own.
    pub map_href: String,
    /// The map in pieces that fit on paper; empty if it fits whole.
    pub parts: Vec<JourneyMap>,
    /// The map as each department sees it.
    pub slices: Vec<Link>,
    /// The map as a picture that stands alone.
    pub picture_href: Option<String>,
    /// The journey as a table and as data.
    pub files: Vec<FileLink>,
    /// Reduced maps: the customer's side, the blueprint, what was learned.
    pub variants: Vec<Link>,
    /// The curve for narrow screens, above the walk: its points lead to the steps.
    pub curve_html: Option<Html>,
    /// The steps one after the other.
    pub walk: Vec<WalkStep>,
    /// How people leave the path.
    pub deviations: Vec<DeviationView>,
    /// What could be better.
    pub opportunities: Vec<OpportunityView>,
    /// What it rests on.
    pub evidence: Vec<EvidenceView>,
    /// What was measured.
    pub readings: Vec<ReadingView>,
    /// What departments pass on.
    pub hand_overs: Vec<Entry>,
    /// The prose.
    pub body_html: Html,
    /// What it cites.
    pub sources: Vec<SourceLine>,
    /// Pages that lead here, by kind.
    pub backlinks: Vec<Section>,
    /// Who, when.
    pub meta: Meta,
}

/// The map on a page of its own, wide.
#[derive(Clone, Debug, Serialize)]
pub struct JourneyMapPage {
    /// The journey.
    pub journey: EntityLink,
    /// The map.
    pub map: JourneyMap,
    /// "Operations sees 2 of 9 steps", for the map as a department sees it.
    pub lede_html: Option<Html>,
    /// The map in pieces that fit on paper; empty if it fits whole.
    pub parts: Vec<JourneyMap>,
    /// The other maps of the journey.
    pub variants: Vec<Link>,
    /// The file that holds this map as a picture; only the whole map has one.
    pub picture: Option<Picture>,
    /// The journey as a table and as data.
    pub files: Vec<FileLink>,
}

/// A journey on one sheet of paper, to work on.
#[derive(Clone, Debug, Serialize)]
pub struct WorksheetPage {
    /// The journey.
    pub journey: EntityLink,
    /// Whose it is and how long, in a sentence.
    pub caption_html: Html,
    /// What the persona wants.
    #[serde(rename = "goal_html")]
    pub goal: Option<Entry>,
    /// What the customer was promised, and whether it is kept.
    pub promise: Option<PromiseView>,
    /// The loop of the lifecycle.
    pub loop_html: Option<Html>,
    /// The curve; its points stand over the steps.
    pub curve_html: Option<Html>,
    /// What its marks mean.
    pub legend: Vec<LegendEntry>,
    /// The steps of the path.
    pub steps: Vec<SheetStep>,
    /// What to look for first.
    pub fixes: Vec<FixView>,
    /// What principles ask of every step.
    pub questions: Vec<SheetQuestion>,
    /// As [`JourneyMap::foot`].
    pub foot: String,
}

/// A step on a worksheet.
#[derive(Clone, Debug, Serialize)]
pub struct SheetStep {
    /// The phase, where it begins here.
    pub phase_html: Option<Html>,
    /// From 1.
    pub number: String,
    /// Its name.
    pub name_html: Html,
    /// The step in the walk.
    pub href: String,
    /// "−2 shaken"; empty where nothing is known.
    pub feels: String,
}

/// A sort of fix to look for.
#[derive(Clone, Debug, Serialize)]
pub struct FixView {
    /// What it is called.
    pub title: String,
    /// What to ask.
    pub question: String,
    /// What is on the list already.
    pub known: Vec<Entry>,
}

/// What a principle asks of every step.
#[derive(Clone, Debug, Serialize)]
pub struct SheetQuestion {
    /// The principle.
    pub principle: Link,
    /// The question.
    pub test_html: Html,
}

/// A picture that stands alone, beside a page.
#[derive(Clone, Debug, Serialize)]
pub struct Picture {
    /// Where it is published.
    pub path: OutputPath,
    /// Its address.
    pub href: String,
}

/// What the customer was promised.
#[derive(Clone, Debug, Serialize)]
pub struct PromiseView {
    /// In words.
    pub text_html: Html,
    /// Kept, at risk, broken, unknown: in the reader's language.
    #[serde(rename = "verdict_html")]
    pub verdict: Badge,
}

/// The map as a table: lanes by steps.
#[derive(Clone, Debug, Serialize)]
pub struct JourneyMap {
    /// How many step columns.
    pub steps: usize,
    /// "I make a motor claim, as Camille lives it. 9 steps in 4 phases."
    pub caption_html: Html,
    /// The phases, each over its steps.
    pub phases: Vec<PhaseHead>,
    /// The steps.
    pub heads: Vec<StepHead>,
    /// The lanes, in groups that a line separates.
    pub groups: Vec<LaneGroup>,
    /// What is to be known beside the table: what the dashed line is, and the steps it does not share.
    pub notes: Vec<Html>,
    /// What its marks mean; only of those that it shows.
    pub legend: Vec<LegendEntry>,
    /// How the feeling goes, in words.
    pub in_words: String,
    /// What stands before and after words that somebody thinks, where no browser sets it.
    pub quotes: [String; 2],
    /// When it was mapped and is to be looked at again, language, edition, licence.
    pub foot: String,
}

/// What one mark of a map means.
#[derive(Clone, Debug, Serialize)]
pub struct LegendEntry {
    /// Which mark it is: `good`, `moment`.
    pub key: &'static str,
    /// The mark.
    pub sign_html: Html,
    /// In words.
    pub text: String,
}

/// A phase over its columns.
#[derive(Clone, Debug, Serialize)]
pub struct PhaseHead {
    /// From 1.
    pub number: String,
    /// Its name.
    pub name_html: Html,
    /// How many columns.
    pub span: usize,
    /// The stage of the lifecycle.
    pub stage: Option<Link>,
    /// The `id` of its element: `phase-notify`. In the walk; a map has no ids of its own.
    pub anchor: Option<String>,
    /// Its anchors under former ids, so that old links find it.
    pub former: Vec<String>,
}

/// A step over its column.
#[derive(Clone, Debug, Serialize)]
pub struct StepHead {
    /// From 1.
    pub number: String,
    /// Its name.
    pub name_html: Html,
    /// The step in the walk: `#step-wait`.
    pub href: String,
    /// "waits".
    pub mode: String,
    /// Moment of truth, wow, time taken.
    pub marks: Vec<Badge>,
    /// Whether the department whose slice it is has no part in it.
    pub is_dim: bool,
}

/// Lanes that stand together.
#[derive(Clone, Debug, Serialize)]
pub struct LaneGroup {
    /// `customer`, `touchpoints`, `frontstage`, `backstage`, `support`, `learned`.
    pub key: &'static str,
    /// The line above the group: `interaction`, `visibility`, `internal`, `learned`; none above the first.
    pub line: Option<&'static str>,
    /// What the line is called.
    pub label: Option<String>,
    /// The lanes.
    pub lanes: Vec<Lane>,
}

/// One row of the map.
#[derive(Clone, Debug, Serialize)]
pub struct Lane {
    /// `does`, `thinks`, `curve`, `feels`, `pains`, …
    pub key: &'static str,
    /// In the reader's language.
    pub label: String,
    /// A drawing over all columns, in place of cells.
    pub svg_html: Option<Html>,
    /// One cell a step; empty if the lane is a drawing.
    #[serde(rename = "cells_html")]
    pub cells: Vec<Entries>,
    /// For the slice of a department, what each cell is to it: `own`, `dim` or nothing.
    pub looks: Vec<&'static str>,
}

/// One step of the walk.
#[derive(Clone, Debug, Serialize)]
pub struct WalkStep {
    /// `step-wait`.
    pub anchor: String,
    /// Its anchors under former ids, so that old links find it.
    pub former: Vec<String>,
    /// From 1; empty off the path.
    pub number: String,
    /// The phase, given on its first step.
    pub phase: Option<PhaseHead>,
    /// Its name.
    pub name_html: Html,
    /// "waits".
    pub mode: String,
    /// The score from -2 to 2 as text, with a true minus; `None` if unknown.
    pub score: Option<String>,
    /// `pos`, `neg`, `zero` or `none`: for the stop's shape.
    pub sign: &'static str,
    /// Moment of truth, wow, time taken.
    pub marks: Vec<Badge>,
    /// What the customer does.
    pub does_html: Option<Html>,
    /// What the customer thinks, without quotation marks.
    pub thinks_html: Option<Html>,
    /// A picture.
    pub figure: Option<FigureView>,
    /// Feels, touchpoint, told, on stage, behind the scenes, what hurts, principles, …
    pub facts: Vec<Fact>,
    /// The journey that zooms in.
    pub zoom: Option<EntityLink>,
}

/// How people leave the path.
#[derive(Clone, Debug, Serialize)]
pub struct DeviationView {
    /// `deviation-chase`.
    pub anchor: String,
    /// Its anchors under former ids, so that old links find it.
    pub former: Vec<String>,
    /// What happens.
    pub name_html: Html,
    /// "repeat", "40 %", handled, owner.
    pub badges: Vec<Badge>,
    /// From, rejoins, feels, pains.
    pub facts: Vec<Fact>,
    /// What they go through.
    pub steps: Vec<WalkStep>,
}

/// What could be better.
#[derive(Clone, Debug, Serialize)]
pub struct OpportunityView {
    /// `opportunity-status-text`.
    pub anchor: String,
    /// Its anchors under former ids, so that old links find it.
    pub former: Vec<String>,
    /// What to do.
    pub name_html: Html,
    /// Kind, status, owner.
    pub badges: Vec<Badge>,
    /// Addresses, removes, values, effort, due, measure.
    pub facts: Vec<Fact>,
}

/// What a journey rests on.
#[derive(Clone, Debug, Serialize)]
pub struct EvidenceView {
    /// `evidence-q-wow`.
    pub anchor: String,
    /// Its anchors under former ids, so that old links find it.
    pub former: Vec<String>,
    /// "quote", in the reader's language.
    pub kind_label: String,
    /// Word for word, or the finding; `None` where it is not published.
    pub says_html: Option<Html>,
    /// Whether `says` is somebody's words.
    pub is_quote: bool,
    /// What it was understood to mean.
    pub means_html: Option<Html>,
    /// "A customer like Camille, February 2025, 12 people".
    pub source: String,
}

/// One measurement.
#[derive(Clone, Debug, Serialize)]
pub struct ReadingView {
    /// The metric.
    pub metric: Link,
    /// Its value.
    pub value: String,
    /// "n = 210".
    pub n: Option<String>,
    /// When.
    pub day: Day,
    /// The step it was measured at.
    pub step: Option<Link>,
}

/// A persona, touchpoint, department, … : facts, prose, and where it is met.
#[derive(Clone, Debug, Serialize)]
pub struct EntityPage {
    /// `persona`, `touchpoint`, …
    pub kind: &'static str,
    /// In the reader's language.
    pub kind_label: String,
    /// A sentence about it.
    pub summary_html: Option<Html>,
    /// What is known.
    pub facts: Vec<Fact>,
    /// Prose, if it has any.
    pub body_html: Html,
    /// A picture.
    pub figure: Option<FigureView>,
    /// Measured values over time, drawn; a section lists them.
    pub drawing_html: Option<Html>,
    /// Where it is met: steps, pains, touchpoints, journeys.
    pub sections: Vec<Section>,
    /// Said where it is met nowhere.
    pub empty_html: Option<Html>,
    /// Files beside it: the calendar of an event.
    pub files: Vec<FileLink>,
    /// What it cites.
    pub sources: Vec<SourceLine>,
    /// Who, when.
    pub meta: Meta,
}

/// All entities of a kind.
#[derive(Clone, Debug, Serialize)]
pub struct IndexPage {
    /// `journey`, …
    pub kind: &'static str,
    /// What they are.
    pub intro: String,
    /// By family, stage, category, letter, or in one group without a title.
    pub groups: Vec<IndexGroup>,
    /// All of them by stage and level; of journeys.
    pub atlas: Vec<TableView>,
    /// What one can subscribe to: a feed, a calendar.
    pub files: Vec<FileLink>,
    /// Said where there is none.
    pub empty: Option<String>,
}

/// Some entities of a kind.
#[derive(Clone, Debug, Serialize)]
pub struct IndexGroup {
    /// The loop or line of a lifecycle, whose stages are then not listed again.
    pub lifecycle: Option<LifecycleView>,
    /// Its anchor.
    pub anchor: String,
    /// Its title.
    pub title_html: Option<Html>,
    /// Its entities.
    pub items: Vec<IndexItem>,
}

/// One entity in an index.
#[derive(Clone, Debug, Serialize)]
pub struct IndexItem {
    /// The entity.
    pub link: EntityLink,
    /// Status, counts, dates.
    pub badges: Vec<Badge>,
    /// A small picture: the feeling curve of a journey.
    pub picture_html: Option<Html>,
}

/// The glossary of one language.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryPage {
    /// A sentence about it.
    pub intro: String,
    /// By first letter, in the language's own order.
    pub letters: Vec<GlossaryLetter>,
}

/// Terms with one first letter.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryLetter {
    /// The letter.
    pub letter: String,
    /// Its anchor.
    pub anchor: String,
    /// The terms.
    pub terms: Vec<TermView>,
}

/// A term.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// `term-outside-in`.
    pub anchor: String,
    /// Its anchors under former ids, so that old links find it.
    pub former: Vec<String>,
    /// The word.
    pub term_html: Html,
    /// Its short form.
    pub short: Option<String>,
    /// What it means.
    pub definition_html: Option<Html>,
    /// Other words that are admitted.
    pub also: Vec<String>,
    /// Words that are not.
    pub avoid: Vec<String>,
    /// How other languages say it.
    pub equivalents: Vec<Equivalent>,
    /// Opposite and related terms.
    pub related: Vec<Fact>,
    /// Pages that use it.
    pub used_on: Vec<Link>,
}

/// A term in another language.
#[derive(Clone, Debug, Serialize)]
pub struct Equivalent {
    /// The language.
    pub mark: LanguageMark,
    /// What its readers call it.
    pub language: String,
    /// The word.
    pub term: String,
}

/// The hub of computed views.
#[derive(Clone, Debug, Serialize)]
pub struct FindingsPage {
    /// A sentence about them.
    pub intro: String,
    /// All of them, by what they speak of.
    pub groups: Vec<FindingGroup>,
    /// Everything that they are computed from, as tables.
    pub files: Vec<FileLink>,
}

/// Computed views that speak of one thing.
#[derive(Clone, Debug, Serialize)]
pub struct FindingGroup {
    /// Its anchor.
    pub anchor: String,
    /// What they speak of.
    pub title: String,
    /// Each with its headline number.
    pub findings: Vec<FindingCard>,
}

/// A computed view in short.
#[derive(Clone, Debug, Serialize)]
pub struct FindingCard {
    /// Its name.
    pub title: String,
    /// Its page.
    pub href: String,
    /// The number, and what it counts.
    pub headline: Headline,
    /// How it is computed, in one sentence.
    pub rule: String,
}

/// A computed view: one or more tables.
#[derive(Clone, Debug, Serialize)]
pub struct FindingPage {
    /// How it is computed, in one sentence.
    pub rule: String,
    /// Over how many.
    pub n: String,
    /// The number, and what it counts.
    pub headline: Headline,
    /// The tables.
    pub tables: Vec<TableView>,
    /// What a picture shows better than a table.
    pub chart: Option<ChartView>,
    /// The same as data, and a feed where there is one.
    pub files: Vec<FileLink>,
    /// What authors write to change what it finds.
    pub advice: Option<String>,
    /// Said where it has found nothing, and what to write to fill it.
    pub empty: Option<String>,
}

/// A picture with numbers in it, and the list that says what they are.
#[derive(Clone, Debug, Serialize)]
pub struct ChartView {
    /// What it shows.
    pub title: String,
    /// How it is read.
    pub intro: String,
    /// The picture, hidden from assistive technology.
    pub svg_html: Html,
    /// What each number is, the first being 1.
    pub entries: Vec<Entry>,
}

/// A table.
#[derive(Clone, Debug, Serialize)]
pub struct TableView {
    /// Its anchor.
    pub anchor: String,
    /// Its caption.
    pub caption: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; the first cell is the row's header.
    #[serde(rename = "rows_html", serialize_with = "rows_html")]
    pub rows: Vec<Vec<Vec<Entry>>>,
}

/// A column of a table.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// Its heading.
    pub label: String,
    /// Whether it holds numbers.
    pub is_number: bool,
}

/// Principles by journeys.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixPage {
    /// How it is computed, in one sentence.
    pub rule: String,
    /// Over how many.
    pub n: String,
    /// The columns.
    pub journeys: Vec<Link>,
    /// The rows.
    pub rows: Vec<MatrixRow>,
    /// The sums below the columns.
    pub totals: Vec<MatrixCell>,
    /// The same as data.
    pub files: Vec<FileLink>,
    /// Said where there is nothing yet.
    pub empty: Option<String>,
}

/// One principle over all journeys.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixRow {
    /// The principle.
    pub link: EntityLink,
    /// One cell a journey.
    pub cells: Vec<MatrixCell>,
    /// "0.75", "2": health and the steps it is over; empty if no step was judged.
    pub health: Option<(String, String)>,
}

/// The verdicts of one journey on one principle.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MatrixCell {
    /// Each verdict that occurs: mark, word and count, linked to the steps.
    pub verdicts: Vec<Badge>,
    /// The worst one's tone.
    pub tone: &'static str,
}

/// Whose pictures the site shows.
#[derive(Clone, Debug, Serialize)]
pub struct CreditsPage {
    /// A sentence about them.
    pub intro: String,
    /// Each picture that is somebody's, by its credit.
    pub credits: Vec<CreditLine>,
}

/// A picture with where it is shown.
#[derive(Clone, Debug, Serialize)]
pub struct CreditLine {
    /// The picture, with its credit.
    pub figure: FigureView,
    /// The pages that show it.
    pub shown_in: Vec<EntityLink>,
}

/// A page of prose.
#[derive(Clone, Debug, Serialize)]
pub struct PlainPage {
    /// The summary.
    pub summary_html: Option<Html>,
    /// The prose.
    pub body_html: Html,
    /// Who, when.
    pub meta: Meta,
}

/// The search page.
#[derive(Clone, Debug, Serialize)]
pub struct SearchPage {
    /// Said where scripts are off.
    pub without_script: String,
    /// Where to browse instead.
    pub browse: Vec<NavigationItem>,
}

/// Said where an address leads nowhere.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundPage {
    /// In the reader's language.
    pub text: String,
    /// Where to go from here.
    pub links: Vec<NavigationItem>,
}

/// The choice of a language: `/`, and `/404.html` where the language of the reader is not known.
#[derive(Clone, Debug, Serialize)]
pub struct ChooserPage {
    /// Whether it stands for an address that leads nowhere.
    pub is_not_found: bool,
    /// Every language.
    pub languages: Vec<ChooserItem>,
}

/// One language of the chooser.
#[derive(Clone, Debug, Serialize)]
pub struct ChooserItem {
    /// The language.
    pub mark: LanguageMark,
    /// What its readers call it.
    pub name: String,
    /// Its home page.
    pub href: String,
    /// In that language: what the site is, or that there is no such page.
    pub text: String,
}

impl Content {
    /// The name of the layout, which is the name of its template without `.html`.
    #[must_use]
    pub fn layout(&self) -> &'static str {
        match self {
            Self::Home(_) => "home",
            Self::Article(_) => "article",
            Self::Principle(_) => "principle",
            Self::Journey(_) => "journey",
            Self::JourneyMap(_) => "journey-map",
            Self::Worksheet(_) => "worksheet",
            Self::Entity(_) => "entity",
            Self::Index(_) => "index",
            Self::Glossary(_) => "glossary",
            Self::Findings(_) => "findings",
            Self::Finding(_) => "finding",
            Self::Matrix(_) => "matrix",
            Self::Credits(_) => "credits",
            Self::Plain(_) => "plain",
            Self::Search(_) => "search",
            Self::NotFound(_) => "not-found",
            Self::Chooser(_) => "chooser",
        }
    }
}
