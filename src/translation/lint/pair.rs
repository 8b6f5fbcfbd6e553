//! A text beside its translation: terms, numbers, links, marks, language, length.

use std::collections::{BTreeMap, BTreeSet};

use whatlang::{Detector, Lang};

use super::{Beside, Found, Page, shortened};
use crate::base::{Locale, Span, count};
use crate::diagnostic::{Diagnostic, Name};
use crate::markdown::{BlockKind, Glyph, Marks, ReferenceKind, marks};
use crate::translation::numbers::{afternoon, numbers_in_words};
use crate::translation::passage::Part;
use crate::translation::terms::Rendering;
use crate::translation::waiver::how_to_waive;
use crate::translation::{Place, Segment};

/// Reports what differs.
pub(super) fn check(beside: &Beside<'_>, found: &mut Vec<Found>) {
    let ratio = ratio(beside);
    // What a tool has left in a text is a part of it, and differs from the source in any case.
    let littered: BTreeSet<Part> =
        found.iter().filter(|one| one.diagnostic.name == Name::LeftoverDirective).map(|one| one.part.clone()).collect();
    for pair in beside.comparison.pairs() {
        let Some(target) = pair.target else { continue };
        let two =
            Two { beside, source: pair.original(), target, second: pair.second, is_current: pair.change.is_none() };
        // Where nothing is translated there is no translation, and its status says so.
        if pair.is_untranslated && beside.comparison.standing.is_missing() {
            continue;
        }
        if two.is_left(pair.is_untranslated) {
            let help = if pair.is_untranslated {
                let hash = &pair.source.hash;
                format!(
                    "translate it; if it is rightly the same, write `same: [{hash}]` in the `translation` block, or add \
                     `{hash}` to the `same` that is there"
                )
            } else {
                let waiver = two.waiver(Name::UntranslatedRun.as_str(), "why it is not translated");
                format!("translate it; if it is right as it is, say why: {waiver}")
            };
            two.report(Name::UntranslatedRun, "this is still in the language of the source", found, |problem| {
                problem.label(format_args!("“{}”", shortened(&target.text))).help(help)
            });
            continue;
        }
        if pair.is_untranslated || littered.contains(&two.part()) {
            continue;
        }
        two.terms(found);
        two.numbers(found);
        two.marks(found);
        two.length(ratio, found);
    }
}

/// A segment with its translation.
struct Two<'a> {
    beside: &'a Beside<'a>,
    source: &'a Segment,
    target: &'a Segment,
    second: Option<&'a Segment>,
    /// Whether the source is today's, so that its place can be shown.
    is_current: bool,
}

/// How much longer the whole translation is than its source.
fn ratio(beside: &Beside<'_>) -> f64 {
    let (mut source, mut target) = (0usize, 0usize);
    for pair in beside.comparison.pairs().filter(|pair| !pair.is_untranslated) {
        if let Some(translated) = pair.target {
            source += pair.original().letters;
            target += translated.letters + pair.second.map_or(0, |second| second.letters);
        }
    }
    #[allow(clippy::cast_precision_loss, reason = "a length in letters is far below 2^52")]
    if source < 200 { 1.0 } else { target as f64 / source as f64 }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|letter| letter.is_alphabetic()).count()
}

/// Whether a text has at least two of the words that another has. One that was left in its language
/// has nearly all; asking first spares finding out the language of what was translated.
fn shares_words(source: &str, target: &str) -> bool {
    fn words(text: &str) -> impl Iterator<Item = &str> {
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() >= 3)
    }
    let mut known: Vec<&str> = words(source).collect();
    known.sort_unstable();
    // Where words are not spaced, too few are seen to tell.
    if known.len() < 4 {
        return true;
    }
    let mut shared = words(target).filter(|word| known.binary_search(word).is_ok());
    shared.next().is_some_and(|first| shared.any(|next| next != first))
}

/// A text is judged by its language only if it has so many letters.
const FEWEST_LETTERS: usize = 60;

impl Two<'_> {
    fn page(&self) -> &Page<'_> {
        self.beside.page
    }

    fn part(&self) -> Part {
        self.page().part(self.target)
    }

    /// How what is found here is let pass.
    fn waiver(&self, what: &str, why: &str) -> String {
        how_to_waive(&self.part(), what, why)
    }

    fn report(
        &self,
        name: Name,
        message: impl ToString,
        found: &mut Vec<Found>,
        tell: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let mut problem = tell(self.page().problem(name, self.target.range, message));
        if self.is_current {
            problem = problem.related(Span::new(self.beside.source.path, self.source.range), "its source");
        }
        found.push(Found::new(&self.part(), problem));
    }

    /// Whether the text was left in the language of the source.
    fn is_left(&self, is_untranslated: bool) -> bool {
        if self.target.letters < FEWEST_LETTERS {
            return false;
        }
        // Code and addresses are the same in every language.
        let said = self.page().passage(self.target).map_or_else(String::new, |passage| passage.text());
        if letters(&said) < FEWEST_LETTERS || self.target.mark.is_some() {
            return false;
        }
        if is_untranslated || self.source.text == self.target.text {
            return is_untranslated;
        }
        let (Some(source), Some(target)) = (language(self.beside.source.locale), language(self.page().locale)) else {
            return false;
        };
        if !shares_words(&self.source.text, &said) {
            return false;
        }
        let detected = Detector::with_allowlist(vec![source, target]).detect(&said);
        source != target && detected.is_some_and(|detected| detected.lang() == source && detected.is_reliable())
    }

    /// A concept of the source without a word for it.
    fn terms(&self, found: &mut Vec<Found>) {
        let (Some(source), Some(target)) = (self.beside.source.base, self.page().base) else { return };
        let said = if is_code(self.source) {
            letter_by_letter(self.source)
        } else {
            crate::markdown::line(&self.source.markdown).glyphs
        };
        let concepts: BTreeSet<usize> = source
            .find(&said)
            .into_iter()
            .filter(|hit| matches!(hit.rendering, Rendering::Preferred | Rendering::Admitted(_)))
            .map(|hit| hit.concept)
            .collect();
        if concepts.is_empty() {
            return;
        }
        let mut present: BTreeSet<usize> = BTreeSet::new();
        // A short form is for labels: readers of prose get the word itself.
        let is_prose = matches!(self.source.place.block(), Some(BlockKind::Paragraph | BlockKind::Item));
        for segment in [Some(self.target), self.second].into_iter().flatten() {
            let of_code = is_code(segment).then(|| letter_by_letter(segment));
            let said = of_code.or_else(|| self.page().passage(segment).map(|passage| passage.glyphs.clone()));
            if let Some(said) = said {
                let hits = target.find(&said).into_iter();
                let hits = hits.filter(|hit| !is_prose || hit.rendering != Rendering::Short);
                present.extend(hits.map(|hit| hit.concept));
            }
        }
        let links = self.target_marks().links;
        for concept in concepts.difference(&present) {
            let id = target.id(*concept).to_string();
            let Some(preferred) = target.preferred(*concept) else { continue };
            if links.contains(&format!("term:{id}")) || self.beside.labels.contains(id.as_str()) {
                continue;
            }
            let what = if target.is_name(*concept) {
                format!("the name `{preferred}` is not here as it is written in the source")
            } else {
                format!("`{id}` is missing here, or said in other words than `{preferred}`")
            };
            let mut problem =
                self.page().problem(Name::MissingTerm, self.target.range, what).label("the source has the term").help(
                    format_args!(
                        "use the word of the glossary; or say why not: {}",
                        self.waiver(&format!("TERM {id}"), "why it is said otherwise")
                    ),
                );
            if self.is_current {
                problem = problem.related(Span::new(self.beside.source.path, self.source.range), "its source");
            }
            found.push(Found { part: self.part(), concept: Some(id), diagnostic: problem });
        }
    }

    fn numbers(&self, found: &mut Vec<Found>) {
        let mut there = numbers(&self.target.text);
        if let Some(second) = self.second {
            there.extend(numbers(&second.text));
        }
        let mut here = numbers(&self.source.text);
        // A number may be written as a word on either side.
        let mut said_there = numbers_in_words(&self.target.text, self.page().locale);
        if let Some(second) = self.second {
            said_there.append(&mut numbers_in_words(&second.text, self.page().locale));
        }
        let said_here = numbers_in_words(&self.source.text, self.beside.source.locale);
        if here == there && said_here == said_there {
            return;
        }
        // One in words for another in words is a slip; one that is said on one side only may be a way of speaking.
        let other = |said: &BTreeSet<&'static str>, known: &BTreeSet<&'static str>, digits: &BTreeSet<String>| {
            let other = |number: &&&str| !known.contains(**number) && !digits.contains(**number) && **number != "1/2";
            said.iter().filter(other).map(|number| (*number).to_owned()).collect::<BTreeSet<String>>()
        };
        let (mut lost, mut come) = (other(&said_here, &said_there, &there), other(&said_there, &said_here, &here));
        // Six in the evening may be eighteen hours.
        lost.retain(|hour| !afternoon(hour).is_some_and(|hour| come.remove(&hour)));
        let both: BTreeSet<String> = here.intersection(&there).cloned().collect();
        here.retain(|number| both.contains(number) || !said_there.contains(number.as_str()));
        there.retain(|number| both.contains(number) || !said_here.contains(number.as_str()));
        // Either may be in digits on its side.
        if !(lost.is_empty() && here.is_subset(&there) || come.is_empty() && there.is_subset(&here)) {
            here.extend(lost);
            there.extend(come);
        }
        self.differ(Name::NumberMismatch, "the number", &here, &there, found);
    }

    fn marks(&self, found: &mut Vec<Found>) {
        let here = of_segment(self.beside.source, self.source, self.is_current);
        let there = self.target_marks();
        self.differ(Name::LinkMismatch, "the link to", &here.links, &there.links, found);
        self.differ(Name::MarkupMismatch, "the image", &here.images, &there.images, found);
        self.differ(Name::MarkupMismatch, "the code", &here.code, &there.code, found);
        self.differ(Name::MarkupMismatch, "the element", &kept(&here.tags), &kept(&there.tags), found);
        self.differ(Name::MarkupMismatch, "the footnote", &here.footnotes, &there.footnotes, found);
        if let (Some(BlockKind::Heading(here)), Some(BlockKind::Heading(there))) =
            (self.source.place.block(), self.target.place.block())
            && here != there
        {
            let message = format!("the heading is of level {there}, and of level {here} in the source");
            self.report(Name::MarkupMismatch, message, found, |problem| {
                problem.label("another level").help("give it the level of its source")
            });
        }
    }

    fn target_marks(&self) -> Marks {
        let mut all = of_segment(self.page(), self.target, true);
        if let Some(second) = self.second {
            let more = of_segment(self.page(), second, true);
            all.links.extend(more.links);
            all.images.extend(more.images);
            all.code.extend(more.code);
            all.tags.extend(more.tags);
            all.footnotes.extend(more.footnotes);
        }
        all
    }

    fn differ(
        &self,
        name: Name,
        noun: &str,
        here: &BTreeSet<String>,
        there: &BTreeSet<String>,
        found: &mut Vec<Found>,
    ) {
        let missing: Vec<&String> = here.difference(there).collect();
        let added: Vec<&String> = there.difference(here).collect();
        let message = match (missing.first(), added.first()) {
            (None, None) => return,
            (Some(missing), Some(added)) => format!("{noun} `{missing}` of the source is `{added}` here"),
            (Some(missing), None) => format!("{noun} `{missing}` of the source is missing"),
            (None, Some(added)) => format!("{noun} `{added}` is not in the source"),
        };
        self.report(name, message, found, |problem| {
            problem.label("differs from the source").help(format_args!(
                "take it over from the source; if it is right, say why: {}",
                self.waiver(name.as_str(), "why it differs")
            ))
        });
    }

    fn length(&self, ratio: f64, found: &mut Vec<Found>) {
        let source = self.source.letters;
        let target = self.target.letters + self.second.map_or(0, |second| second.letters);
        if source < 80 && target < 80 {
            return;
        }
        #[allow(clippy::cast_precision_loss, reason = "a length in letters is far below 2^52")]
        let own = (target as f64 + 10.0) / ((source as f64 + 10.0) * ratio);
        if !(0.55..=1.9).contains(&own) {
            let how = if own < 1.0 { "shorter" } else { "longer" };
            self.report(
                Name::OddLength,
                format_args!(
                    "this is much {how} than its source leads to expect: {} for {source}",
                    count(target, "letter")
                ),
                found,
                |problem| {
                    problem.label(format_args!("much {how}")).help("see whether something was left out or put in twice")
                },
            );
        }
    }
}

/// Whether a segment is a line of code, in which no mark of Markdown means anything.
fn is_code(segment: &Segment) -> bool {
    segment.place.block() == Some(BlockKind::Code)
}

/// The letters of a line of code.
fn letter_by_letter(segment: &Segment) -> Vec<Glyph> {
    segment.text.chars().map(|letter| Glyph { letter, range: segment.range }).collect()
}

/// The marks of a segment; links through definitions come from the body.
fn of_segment(page: &Page<'_>, segment: &Segment, is_in_body: bool) -> Marks {
    if is_code(segment) {
        return Marks::default();
    }
    let is_block = is_in_body && matches!(segment.place, Place::Block { .. });
    // The links of a block are known; code, tags and footnotes are only where these stand.
    let is_known = is_block && !segment.markdown.contains(['`', '<', '^', '&', '\\']);
    let mut marks = if is_known { Marks::default() } else { marks(&segment.markdown) };
    if is_block {
        for reference in page.body.references_in(segment.range) {
            match reference.kind {
                ReferenceKind::Image => marks.images.insert(reference.target.clone()),
                _ => marks.links.insert(reference.target.clone()),
            };
        }
    }
    let neutral = |targets: BTreeSet<String>| targets.into_iter().map(|target| neutral(&target)).collect();
    Marks { links: neutral(marks.links), images: neutral(marks.images), ..marks }
}

/// A target without the language in its file name: `map.fr.svg` is `map.svg`.
fn neutral(target: &str) -> String {
    let Some((stem, extension)) = target.rsplit_once('.') else { return target.to_owned() };
    match stem.rsplit_once('.') {
        Some((stem, tag)) if Locale::parse(tag).is_ok() && !target.contains("://") => format!("{stem}.{extension}"),
        _ => target.to_owned(),
    }
}

/// The elements that may stand in a line of text. Others are taken out of the page, and reported there.
const ELEMENTS: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q",
    "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];

fn kept(tags: &BTreeSet<String>) -> BTreeSet<String> {
    tags.iter().filter(|tag| ELEMENTS.contains(&tag.as_str())).cloned().collect()
}

/// The numbers of a text, without what groups their digits.
fn numbers(text: &str) -> BTreeSet<String> {
    if !text.chars().any(char::is_numeric) {
        return BTreeSet::new();
    }
    let letters: Vec<char> = text.chars().collect();
    let digit = |letter: char| match letter {
        '0'..='9' => Some(letter),
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(letter) - 0x660, 10),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(letter) - 0x6f0, 10),
        '\u{ff10}'..='\u{ff19}' => char::from_digit(u32::from(letter) - 0xff10, 10),
        _ => None,
    };
    let mut found: BTreeMap<String, ()> = BTreeMap::new();
    let mut at = 0;
    while at < letters.len() {
        if digit(letters[at]).is_none() {
            at += 1;
            continue;
        }
        let mut number = String::new();
        while at < letters.len() {
            let next = letters.get(at + 1).copied().and_then(digit);
            match digit(letters[at]) {
                Some(digit) => number.push(digit),
                None if matches!(letters[at], '.' | ',' | '\u{a0}' | '\u{202f}' | '\'' | '’' | '٫' | '٬')
                    && next.is_some() => {}
                // A plain space groups digits only in threes.
                None if letters[at] == ' ' && groups_three(&letters[at + 1..], digit) && !number.is_empty() => {}
                None => break,
            }
            at += 1;
        }
        found.insert(number, ());
    }
    found.into_keys().collect()
}

fn groups_three(letters: &[char], digit: impl Fn(char) -> Option<char>) -> bool {
    let count = letters.iter().take_while(|letter| digit(**letter).is_some()).count();
    count == 3
}

/// The language as the detector knows it.
fn language(locale: &Locale) -> Option<Lang> {
    let code = match locale.language() {
        "ar" => "ara",
        "bg" => "bul",
        "ca" => "cat",
        "cs" => "ces",
        "da" => "dan",
        "de" => "deu",
        "el" => "ell",
        "en" => "eng",
        "es" => "spa",
        "et" => "est",
        "fa" => "pes",
        "fi" => "fin",
        "fr" => "fra",
        "he" => "heb",
        "hi" => "hin",
        "hr" => "hrv",
        "hu" => "hun",
        "id" => "ind",
        "it" => "ita",
        "ja" => "jpn",
        "ko" => "kor",
        "lt" => "lit",
        "lv" => "lav",
        "nb" | "no" => "nob",
        "nl" => "nld",
        "pl" => "pol",
        "pt" => "por",
        "ro" => "ron",
        "ru" => "rus",
        "sk" => "slk",
        "sl" => "slv",
        "sr" => "srp",
        "sv" => "swe",
        "th" => "tha",
        "tr" => "tur",
        "uk" => "ukr",
        "vi" => "vie",
        "zh" => "cmn",
        _ => return None,
    };
    Lang::from_code(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_in_every_way_of_writing_it() {
        let expected: BTreeSet<String> = ["1234567".to_owned(), "2014".to_owned()].into();
        for text in ["1,234.567 in 2014", "1\u{202f}234,567 en 2014.", "1 234 567 2014", "١٬٢٣٤٫٥٦٧ ٢٠١٤"]
        {
            assert_eq!(numbers(text), expected, "{text}");
        }
    }

    #[test]
    fn the_language_in_the_name_of_a_file_is_no_difference() {
        assert_eq!(neutral("map.fr.svg"), "map.svg");
        assert_eq!(neutral("https://a.fr/b.fr.html"), "https://a.fr/b.fr.html");
        assert_eq!(neutral("principle:know-me"), "principle:know-me");
    }
}
