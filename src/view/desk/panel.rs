//! One translation beside its source, to the page that shows it: what has changed since, then every segment.

use serde::Serialize;

use super::{Desk, DeskFrame, DeskLink, Reader, State};
use crate::base::{Locale, TextRange, line_after};
use crate::diagnostic::Diagnostic;
use crate::markdown::BlockKind;
use crate::source::SourceSet;
use crate::translation::{Base, Change, Class, Comparison, Fate, Pair, Place, Risk, Segment, Subject, word_diff};
use crate::view::page::LanguageMark;
use crate::view::scope::mark;

/// The page.
#[derive(Clone, Debug, Serialize)]
pub struct Panel {
    /// What surrounds it.
    pub frame: DeskFrame,
    /// How the translation stands.
    pub state: State,
    /// "3 segments have no words of their own", "48 words to do".
    pub facts: Vec<String>,
    /// The translation's file, from the project's root.
    pub file: Option<String>,
    /// Why nothing can be compared, if nothing can.
    pub note: Option<String>,
    /// What has changed in the source and is still to be followed; what may turn a meaning round first.
    pub changes: Vec<Changed>,
    /// What the rules find in the translation's file.
    pub problems: Vec<Problem>,
    /// Every segment of the source with its translation.
    pub segments: Vec<Written>,
    /// Segments of the translation that stand for nothing in the source.
    pub extra: Vec<String>,
    /// The language of the source.
    pub source: LanguageMark,
    /// The language of the translation.
    pub target: LanguageMark,
    /// What the source's language is called.
    pub source_name: String,
    /// What the translation's language is called.
    pub target_name: String,
    /// The page of the site, and where its files can be edited.
    pub links: Vec<DeskLink>,
    /// What to type next.
    pub commands: Vec<String>,
}

/// One change of the source.
#[derive(Clone, Debug, Serialize)]
pub struct Changed {
    /// What `cxbook translate sync --segment` calls it.
    pub number: usize,
    /// Which part of the text it is.
    pub place: Spot,
    /// "other words", "new", "gone".
    pub class: String,
    /// What could turn the meaning round: "a negation".
    pub risks: Vec<String>,
    /// What the source said when it was translated.
    pub before: Option<String>,
    /// What it says now, word by word beside what it said; nothing where it is gone.
    pub now: Vec<Stretch>,
    /// What the translation says.
    pub translation: Option<String>,
}

/// Words that are in both wordings, or in one.
#[derive(Clone, Debug, Serialize)]
pub struct Stretch {
    /// What became of them.
    pub fate: Fate,
    /// The words.
    pub text: String,
}

/// Something that a rule finds.
#[derive(Clone, Debug, Serialize)]
pub struct Problem {
    /// `error` or `warning`.
    pub severity: String,
    /// The name of the rule.
    pub name: String,
    /// What is wrong.
    pub message: Vec<Piece>,
    /// What to do; empty where nothing can be said.
    pub help: Vec<Piece>,
    /// Its line in the file.
    pub line: usize,
}

/// A part of a document: of its prose, or of its front matter.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Spot {
    /// "paragraph", or `steps › wait › does`.
    pub text: String,
    /// Whether it is the key of a field, which is written the same in all languages.
    pub is_key: bool,
}

/// A stretch of a message, which quotes code between backticks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// The words, without the backticks.
    pub text: String,
    /// Whether they stood between backticks.
    pub is_code: bool,
}

/// One segment of the source with its translation.
#[derive(Clone, Debug, Serialize)]
pub struct Written {
    /// Which part of the text it is.
    pub place: Spot,
    /// What the source says.
    pub source: String,
    /// What the translation says, in one piece or two.
    pub target: Vec<String>,
    /// What translators are told about it.
    pub note: Option<String>,
    /// "not translated", "changed"; nothing where all is well.
    pub state: Option<&'static str>,
    /// The same in words.
    pub state_text: Option<String>,
}

/// The panel of a translation in the words of its own language; `comparison` is missing where there is no file.
#[must_use]
pub fn panel(
    desk: Desk<'_>,
    sources: &SourceSet,
    subject: &Subject,
    locale: &Locale,
    comparison: Option<&Comparison>,
    problems: &[&Diagnostic],
) -> Panel {
    let reader = Reader::new(desk, locale);
    let id = &subject.id;
    let standing = comparison.map(|comparison| &comparison.standing);
    let values = [("name", reader.name(id).text.into()), ("language", reader.language(locale).into())];
    let file = subject.translations.get(locale);
    let link = |href: Option<String>, key: &str| href.map(|href| DeskLink { href, text: reader.say(key) });
    let links = [
        link(reader.page(id, locale), "l10n-see-page"),
        link(reader.page(id, subject.source.locale()), "l10n-see-source"),
        link(file.and_then(|file| reader.edit(file.path().as_str())), "l10n-edit"),
        link(reader.edit(subject.source.path().as_str()), "l10n-edit-source"),
    ];
    Panel {
        frame: reader.frame(reader.say_with("l10n-panel-title", &values), None),
        state: reader.state(standing),
        facts: facts(&reader, subject, comparison),
        file: file.map(|file| file.path().to_string()),
        note: note(&reader, comparison),
        changes: comparison.map(|comparison| changes(&reader, comparison)).unwrap_or_default(),
        problems: problems.iter().map(|problem| found(sources, problem)).collect(),
        segments: segments(&reader, subject, comparison),
        extra: comparison.into_iter().flat_map(extra).collect(),
        source: mark(subject.source.locale()),
        target: mark(locale),
        source_name: reader.language(subject.source.locale()),
        target_name: reader.language(locale),
        links: links.into_iter().flatten().collect(),
        commands: commands(id, locale, comparison),
    }
}

fn facts(reader: &Reader<'_>, subject: &Subject, comparison: Option<&Comparison>) -> Vec<String> {
    let count = |key: &str, count: usize| reader.say_with(key, &[("count", count.into())]);
    let Some(standing) = comparison.map(|comparison| &comparison.standing) else {
        let segments = &subject.today().segments;
        return vec![count("l10n-untranslated-count", segments.len())];
    };
    let words = (standing.words > 0).then(|| count("l10n-words", standing.words));
    [count("l10n-untranslated-count", standing.untranslated)].into_iter().chain(words).collect()
}

fn note(reader: &Reader<'_>, comparison: Option<&Comparison>) -> Option<String> {
    if comparison.is_some_and(|comparison| comparison.standing.is_missing()) {
        return Some(reader.say("l10n-note-begun"));
    }
    match comparison.map(|comparison| &comparison.base) {
        None => Some(reader.say("l10n-note-missing")),
        Some(Base::Unsaid) => Some(reader.say("l10n-note-unverified")),
        Some(Base::Lost(_)) => Some(reader.say("l10n-note-lost")),
        Some(Base::Today | Base::Known(_)) => None,
    }
}

fn changes(reader: &Reader<'_>, comparison: &Comparison) -> Vec<Changed> {
    let changed = |(number, change): (usize, &Change)| {
        let (before, after) = (comparison.before(change), comparison.after(change));
        let place = after.or(before).map(|segment| place(reader, segment)).unwrap_or_default();
        // What is gone says nothing now; that all of its words are struck through would say it twice.
        let words = if after.is_some() { word_diff(text_of(before), text_of(after)) } else { Vec::new() };
        let now = words.into_iter().map(|(fate, text)| Stretch { fate, text });
        let class = match change.class {
            Class::Text => "l10n-class-text",
            Class::Typography => "l10n-class-typography",
            Class::Markup => "l10n-class-markup",
            Class::Moved => "l10n-class-moved",
            Class::Added => "l10n-class-added",
            Class::Removed => "l10n-class-removed",
        };
        let risk = |risk: &Risk| reader.say(&format!("l10n-risk-{}", risk.noun()));
        Changed {
            number,
            place,
            class: reader.say(class),
            risks: change.risks.iter().map(risk).collect(),
            before: before.map(|segment| segment.markdown.clone()),
            now: now.collect(),
            translation: comparison.translation_of(change).map(|segment| segment.markdown.clone()),
        }
    };
    let number = |change: &Change| comparison.changes.iter().position(|other| other == change).map_or(0, |at| at + 1);
    let moved = comparison.out_of_order().into_iter().map(|change| (number(change), change));
    comparison.numbered().into_iter().chain(moved).map(changed).collect()
}

fn text_of(segment: Option<&Segment>) -> &str {
    segment.map(|segment| segment.markdown.as_str()).unwrap_or_default()
}

fn found(sources: &SourceSet, problem: &Diagnostic) -> Problem {
    let text = sources.text(&problem.span.path).unwrap_or_default();
    let before = text.get(..problem.span.range.start()).unwrap_or_default();
    Problem {
        severity: if problem.severity == crate::diagnostic::Severity::Error { "error" } else { "warning" }.to_owned(),
        name: problem.name.to_string(),
        message: pieces(&problem.message),
        help: problem.help.as_deref().map(pieces).unwrap_or_default(),
        line: line_after(before),
    }
}

/// A message in pieces. A backtick without its like is a letter as any other.
fn pieces(message: &str) -> Vec<Piece> {
    if message.matches('`').count() % 2 == 1 {
        return vec![Piece { text: message.to_owned(), is_code: false }];
    }
    let piece = |(at, text): (usize, &str)| Piece { text: text.to_owned(), is_code: at % 2 == 1 };
    message.split('`').enumerate().map(piece).filter(|piece| !piece.text.is_empty()).collect()
}

/// Every segment, in the order in which the source has them.
fn segments(reader: &Reader<'_>, subject: &Subject, comparison: Option<&Comparison>) -> Vec<Written> {
    let mut segments: Vec<(TextRange, Written)> = match comparison {
        Some(comparison) => comparison.pairs().map(|pair| (pair.source.range, written(reader, &pair))).collect(),
        None => subject.today().segments.iter().map(|source| (source.range, missing(reader, source))).collect(),
    };
    segments.sort_by_key(|(range, _)| *range);
    segments.into_iter().map(|(_, segment)| segment).collect()
}

fn written(reader: &Reader<'_>, pair: &Pair<'_>) -> Written {
    let state = match pair {
        _ if pair.is_untranslated => Some("untranslated"),
        _ if pair.change.is_some() => Some("changed"),
        _ => None,
    };
    Written {
        target: pair.target.into_iter().chain(pair.second).map(|segment| segment.markdown.clone()).collect(),
        state,
        state_text: state.map(|state| reader.say(&format!("l10n-segment-{state}"))),
        ..missing(reader, pair.source)
    }
}

fn missing(reader: &Reader<'_>, source: &Segment) -> Written {
    Written {
        place: place(reader, source),
        source: source.markdown.clone(),
        target: Vec::new(),
        note: source.note.clone(),
        state: None,
        state_text: None,
    }
}

fn extra(comparison: &Comparison) -> Vec<String> {
    let segments = comparison.extra.iter().filter_map(|index| comparison.target.segments.get(*index));
    segments.map(|segment| segment.markdown.clone()).collect()
}

fn place(reader: &Reader<'_>, segment: &Segment) -> Spot {
    let key = match &segment.place {
        Place::Field(key) => return Spot { text: key.replace('.', " › "), is_key: true },
        Place::Block { kind, .. } => match kind {
            BlockKind::Heading(_) => "l10n-place-heading",
            BlockKind::Item => "l10n-place-item",
            BlockKind::Cell(_) => "l10n-place-cell",
            BlockKind::Term => "l10n-place-term",
            BlockKind::Definition => "l10n-place-definition",
            _ => "l10n-place-paragraph",
        },
    };
    Spot { text: reader.say(key), is_key: false }
}

/// What a translator types next: never more than two lines.
fn commands(id: &crate::translation::SubjectId, locale: &Locale, comparison: Option<&Comparison>) -> Vec<String> {
    let Some(comparison) = comparison else { return vec![format!("cxbook translate new {locale} {id}")] };
    let standing = &comparison.standing;
    if matches!(comparison.base, Base::Lost(_)) {
        return vec!["cxbook translate keep".to_owned(), format!("cxbook translate sync {locale} {id}")];
    }
    if standing.is_outdated() {
        return vec![format!("cxbook translate update {locale} {id}"), format!("cxbook translate sync {locale} {id}")];
    }
    match comparison.base {
        Base::Unsaid => vec![format!("cxbook translate sync {locale} {id}")],
        _ if standing.untranslated == 0 && standing.quality != crate::content::front_matter::Quality::Reviewed => {
            vec![format!("cxbook translate mark {locale} {id} reviewed --reviewer NAME")]
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_message_quotes_is_code_and_a_lone_backtick_is_a_letter() {
        let shown = |message| pieces(message).into_iter().map(|it| (it.text, it.is_code)).collect::<Vec<_>>();
        assert_eq!(
            shown("say `a b`: `c`"),
            [("say ", false), ("a b", true), (": ", false), ("c", true)]
                .map(|(text, is_code)| (text.to_owned(), is_code))
        );
        assert_eq!(shown("a ` b"), [("a ` b".to_owned(), false)]);
        assert_eq!(shown(""), []);
    }
}
