//! The pages of an article and of a principle.

use serde::Serialize;

use super::home::PrincipleLine;
use super::html::Html;
use super::parts::{Day, EntityLink, Entry, Fact, FigureView, Link, Section};

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
