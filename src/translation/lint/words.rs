//! What is wrong with the words of one file, whatever its source says.

use std::collections::BTreeMap;

use super::{Found, Page};
use crate::base::{SourcePath, Span, TextRange};
use crate::config::AddressForm;
use crate::diagnostic::{Diagnostic, Name};
use crate::markdown::Glyph;
use crate::translation::passage::{Part, Passage};
use crate::translation::terms::{Hit, Rendering};
use crate::translation::typography::{self, Finding};
use crate::translation::waiver::how_to_waive;

/// Reports it.
pub(super) fn check(page: &Page<'_>, is_translation: bool, found: &mut Vec<Found>) {
    if let Some(profile) = page.profile {
        for passage in &page.passages {
            found.extend(
                typography::check(&passage.glyphs, profile)
                    .into_iter()
                    .map(|finding| Found::new(&passage.part, typographic(page.path, finding))),
            );
        }
    }
    terms(page, is_translation, found);
    if is_translation {
        for passage in &page.passages {
            repeated(page, passage, found);
            address(page, passage, found);
            leftover_text(page, passage, found);
        }
    }
}

/// A finding of typography as a problem.
pub(super) fn typographic(path: &SourcePath, finding: Finding) -> Diagnostic {
    let problem = Diagnostic::new(Name::Typography, Span::new(path, finding.range), finding.message).label("here");
    if finding.edits.is_empty() {
        problem.help("put it right by hand; which was meant cannot be told")
    } else {
        problem.help("`cxbook fix --typography` mends it")
    }
}

/// Words that are not to be used, and concepts that go by two names.
fn terms(page: &Page<'_>, is_translation: bool, found: &mut Vec<Found>) {
    let Some(base) = page.base else { return };
    let mut renderings: BTreeMap<usize, (Rendering, Hit)> = BTreeMap::new();
    for passage in &page.passages {
        for hit in base.find(&passage.glyphs) {
            let concept = base.id(hit.concept).to_string();
            if hit.rendering == Rendering::Forbidden {
                let help = match base.preferred(hit.concept) {
                    Some(preferred) => format!("write `{preferred}`"),
                    None => "use another word".to_owned(),
                };
                let diagnostic = page
                    .problem(Name::ForbiddenTerm, hit.range, format_args!("`{}` is not to be used", hit.written))
                    .label(format_args!("a wrong word for `{concept}`"))
                    .help(format_args!(
                        "{help}; where it is quoted, say so: {}",
                        how_to_waive(&passage.part, &format!("TERM {concept}"), "why it stands here")
                    ));
                found.push(Found { part: passage.part.clone(), concept: Some(concept), diagnostic });
                continue;
            }
            if !is_translation || hit.rendering == Rendering::Short {
                continue;
            }
            match renderings.get(&hit.concept) {
                None => {
                    renderings.insert(hit.concept, (hit.rendering, hit));
                }
                Some((rendering, first)) if *rendering != hit.rendering => {
                    let diagnostic = page
                        .problem(
                            Name::TwoRenderings,
                            hit.range,
                            format_args!("`{concept}` is called `{}` here and `{}` before", hit.written, first.written),
                        )
                        .label("another word for the same")
                        .related(Span::new(page.path, first.range), "first called so here")
                        .help("keep to one of them on one page");
                    found.push(Found { part: passage.part.clone(), concept: Some(concept), diagnostic });
                    // Once is enough for a page.
                    if let Some(known) = renderings.get_mut(&hit.concept) {
                        known.0 = hit.rendering;
                    }
                }
                Some(_) => {}
            }
        }
    }
}

/// Words that may well follow themselves.
const DOUBLES: &[(&str, &[&str])] = &[
    ("fr", &["nous", "vous", "que", "très", "bien", "si"]),
    ("de", &["die", "der", "das", "sie", "sehr", "den", "dem"]),
    ("en", &["that", "had", "very", "is"]),
    ("es", &["muy", "no"]),
    ("it", &["molto"]),
];

/// A word that stands twice in a row.
fn repeated(page: &Page<'_>, passage: &Passage, found: &mut Vec<Found>) {
    let doubles =
        DOUBLES.iter().find(|(language, _)| *language == page.locale.language()).map_or(&[][..], |(_, words)| words);
    let mut before: Option<(&[Glyph], TextRange)> = None;
    let mut at = 0;
    while at < passage.glyphs.len() {
        let word = word_at(&passage.glyphs[at..]);
        let length = word.len();
        if word.is_empty() {
            if !passage.glyphs[at].letter.is_whitespace() {
                before = None;
            }
            at += 1;
            continue;
        }
        let range = TextRange::new(passage.glyphs[at].range.start(), passage.glyphs[at + length - 1].range.end());
        let is_end_of_another =
            at.checked_sub(1).is_some_and(|before| matches!(passage.glyphs[before].letter, '-' | '\'' | '’'));
        let is_apart = passage.glyphs.get(at + length).is_none_or(|next| !matches!(next.letter, '-' | '\'' | '’'));
        if let Some((last, first)) = &before
            && is_same(last, word)
            && is_apart
            && !doubles.contains(&written(word).as_str())
        {
            let word = written(word);
            let range = TextRange::new(first.start().min(range.start()), range.end());
            let diagnostic = page
                .problem(Name::RepeatedWord, range, format_args!("`{word}` stands twice in a row"))
                .label("once too often")
                .help("remove one of them");
            found.push(Found::new(&passage.part, diagnostic));
            before = None;
        } else {
            before = (is_apart && !is_end_of_another).then_some((word, range));
        }
        at += length;
    }
}

/// The word at the start, as it is written. Scripts that double words on purpose, and those without
/// spaces, have none.
fn word_at(glyphs: &[Glyph]) -> &[Glyph] {
    let is_part = |letter: char| letter.is_alphabetic() && !matches!(letter, '\u{600}'..='\u{7ff}' | '\u{e00}'..);
    let length = glyphs.iter().take_while(|glyph| is_part(glyph.letter)).count();
    &glyphs[..length]
}

fn written(word: &[Glyph]) -> String {
    word.iter().map(|glyph| glyph.letter).collect()
}

fn is_same(one: &[Glyph], other: &[Glyph]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.letter == other.letter)
}

/// The words with which a language speaks to one person, in the form that is not the site's.
fn other_address(language: &str, wanted: AddressForm) -> &'static [&'static str] {
    match (language, wanted) {
        ("fr", AddressForm::Formal) => &["tu", "toi", "tien", "tienne", "tes"],
        ("fr", AddressForm::Informal) => &["vous", "votre", "vos", "vôtre"],
        ("de", AddressForm::Formal) => &["du", "dich", "dir", "dein", "deine", "deinen", "deinem", "deiner", "deines"],
        ("de", AddressForm::Informal) => &["Ihnen", "Ihrem", "Ihren"],
        ("es", AddressForm::Formal) => &["tú", "ti", "tus", "contigo"],
        ("es", AddressForm::Informal) => &["usted", "ustedes"],
        ("it", AddressForm::Formal) => &["tu", "ti", "tuo", "tua"],
        _ => &[],
    }
}

/// The reader addressed in two ways. What is quoted is somebody else's voice.
fn address(page: &Page<'_>, passage: &Passage, found: &mut Vec<Found>) {
    let Some(wanted) = page.address else { return };
    let others = other_address(page.locale.language(), wanted);
    if others.is_empty() || passage_is_a_voice(passage) {
        return;
    }
    let mut depth = 0usize;
    let mut at = 0;
    while at < passage.glyphs.len() {
        match passage.glyphs[at].letter {
            '«' | '„' | '“' => depth += 1,
            '»' | '”' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let word = written(word_at(&passage.glyphs[at..]));
        if word.is_empty() {
            at += 1;
            continue;
        }
        let length = word.chars().count();
        let is_alike = others
            .iter()
            .any(|other| *other == word || (wanted == AddressForm::Formal && *other == word.to_lowercase()));
        // “il s’est tu” is no pronoun.
        let is_silence = word == "tu" && text_before(&passage.glyphs[..at]).ends_with("est ");
        if is_alike && depth == 0 && !is_silence {
            let range = TextRange::new(passage.glyphs[at].range.start(), passage.glyphs[at + length - 1].range.end());
            let way = if wanted == AddressForm::Formal { "formally" } else { "informally" };
            let diagnostic = page
                .problem(
                    Name::MixedAddress,
                    range,
                    format_args!("readers are addressed {way} elsewhere, and with `{word}` here"),
                )
                .label("another way of address")
                .help("address them in one way; `address` in book.toml says which");
            found.push(Found::new(&passage.part, diagnostic));
            return;
        }
        at += length;
    }
}

/// What a persona thinks or somebody has said is addressed to somebody else.
fn passage_is_a_voice(passage: &Passage) -> bool {
    match &passage.part {
        Part::Key(key) => {
            let last = key.rsplit('.').next().unwrap_or(key);
            matches!(last, "thinks" | "says" | "goal" | "feeling" | "question") || key.starts_with("needs.")
        }
        _ => false,
    }
}

fn text_before(glyphs: &[Glyph]) -> String {
    glyphs.iter().skip(glyphs.len().saturating_sub(8)).map(|glyph| glyph.letter).collect()
}

/// What a tool has left between the words; `leftover_text` knows how each may start.
const LEFTOVERS: &[&str] = &["l10n:", "{{", "}}", "%s", "<<<<<<<", ">>>>>>>", "[TODO", "XXX"];

fn leftover_text(page: &Page<'_>, passage: &Passage, found: &mut Vec<Found>) {
    let glyphs = &passage.glyphs;
    let stands_at = |at: usize, leftover: &str| {
        leftover.chars().enumerate().all(|(index, letter)| glyphs.get(at + index).is_some_and(|at| at.letter == letter))
    };
    let may_start = |at: &usize| matches!(glyphs[*at].letter, 'l' | '{' | '}' | '%' | '<' | '>' | '[' | 'X');
    let leftover =
        (0..glyphs.len()).filter(may_start).find_map(|at| LEFTOVERS.iter().find(|leftover| stands_at(at, leftover)));
    if let Some(leftover) = leftover {
        let help = match (&passage.part, *leftover) {
            (Part::Key(_), "l10n:") => {
                "within a text, `#` begins no comment; put it on a line of its own above the key"
            }
            _ => "take out what a tool or a translator has left there",
        };
        let diagnostic = page
            .problem(Name::LeftoverDirective, passage.range, format_args!("`{leftover}` stands in the text"))
            .label("not for readers")
            .help(help);
        found.push(Found::new(&passage.part, diagnostic));
    }
}
