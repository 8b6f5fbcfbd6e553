//! A query to the pages that answer it best.
//!
//! 1. Cut the query into words, and each word into *variants*: the word as it stands; for the last
//!    one, words it may be the start of; for one that does not occur, those nearest to it.
//! 2. A page scores, for each word, its best variant: rarity times impact, where all forms of the
//!    variant's stem count, the form typed the most.
//! 3. The sum is multiplied by the squared share of the query the page has, by rarity: having both
//!    of two words counts for more than having one of them often.
//! 4. The best few are looked at again with their text in hand (`second_look`), and phrases in
//!    quotes are verified.
//!
//! `search-engine.js` does the same over the files of [`super::files()`].

use std::collections::BTreeMap;

use super::index::{Index, Page};
use super::narrow::{Choices, Counts, counts, passes};
use super::near::{self, Near};
use super::score;
use super::words::{self, Word, normal};

/// The words of a query beyond this are not looked at.
const MOST_WORDS: usize = 24;
/// How many words the last one may be the start of.
const MOST_PREFIXES: usize = 8;
/// How many pages are read to verify a phrase.
const MOST_VERIFIED: usize = 40;

/// What was found.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The words that do not occur, and what was looked for instead.
    pub replaced: Vec<Replaced>,
    /// How many pages were found.
    pub total: usize,
    /// The best of them, the best first.
    pub hits: Vec<Hit>,
    /// How many pages each filter would leave. A facet with a choice is missing where a phrase was
    /// looked for: what it would find behind another choice was not verified.
    pub counts: Counts,
    /// The forms that were looked for, each with the place of its word in the query.
    pub marks: BTreeMap<String, usize>,
}

/// A word that does not occur.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Replaced {
    /// As written.
    pub typed: String,
    /// The words looked for instead; none if nothing is near.
    pub by: Vec<String>,
}

/// A page that was found.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The page.
    pub page: Page,
    /// How well it answers; only the order means anything.
    pub score: f32,
}

#[derive(Clone, Debug)]
struct Variant {
    form: String,
    weight: f32,
}

/// Finds the `most` best pages that have one of the values wanted in every facet named.
#[must_use]
pub fn search(index: &Index, query: &str, filters: &Choices, most: usize) -> Answer {
    let (text, phrases) = split_phrases(query);
    let phrases: Vec<String> =
        phrases.iter().map(|phrase| normal(phrase, index.folding)).filter(|phrase| !phrase.is_empty()).collect();
    let mut words = words::of_query(&text, index.folding);
    words.truncate(MOST_WORDS);
    if words.is_empty() {
        return list(index, filters, most);
    }
    let (mut replaced, mut marks) = (Vec::new(), BTreeMap::new());
    let mut scores = evaluate(index, &words, &mut replaced, &mut marks);
    for other in with_synonyms(index, &words) {
        for (score, found) in scores.iter_mut().zip(evaluate(index, &other, &mut Vec::new(), &mut marks)) {
            let found = Scored { score: found.score * score::SYNONYM, ..found };
            if found.score > score.score {
                *score = found;
            }
        }
    }
    let best_coverage = scores.iter().map(|scored| scored.coverage).fold(0.0, f32::max);
    let least = best_coverage * score::LEAST_COVERAGE;
    let mut found: Vec<(f32, u32)> = (0_u32..)
        .zip(&scores)
        .filter(|(_, scored)| scored.score > 0.0 && scored.coverage >= least)
        .map(|(number, scored)| (scored.score, number))
        .collect();
    let mut left = if phrases.is_empty() { counts(index, numbers(&found), filters) } else { Counts::new() };
    found.retain(|(_, number)| passes(index, *number, filters));
    let by_score =
        |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then_with(|| index.order(a.1).cmp(&index.order(b.1)));
    let wanted = most.max(score::LOOKED_AT).max(MOST_VERIFIED);
    let mut total = found.len();
    if found.len() > wanted {
        found.select_nth_unstable_by(wanted, by_score);
        found.truncate(wanted);
    }
    found.sort_unstable_by(by_score);
    if !phrases.is_empty() {
        found.truncate(MOST_VERIFIED);
        found.retain(|(_, number)| has_all(index, *number, &phrases));
        total = found.len();
        left = counts(index, numbers(&found), filters);
        left.retain(|facet, _| filters.iter().all(|(chosen, _)| chosen != facet));
    }
    second_look(index, &normal(&text, index.folding), &mut found);
    let hit = |(score, number): &(f32, u32)| Some(Hit { page: index.page(*number)?.clone(), score: *score });
    Answer { replaced, total, hits: found.iter().take(most).filter_map(hit).collect(), counts: left, marks }
}

/// Without words: the pages that pass the filters, by title; nothing without filters.
fn list(index: &Index, filters: &Choices, most: usize) -> Answer {
    let is_asked = !filters.is_empty();
    let mut found: Vec<u32> =
        index.in_order().into_iter().filter(|number| is_asked && passes(index, *number, filters)).collect();
    let total = found.len();
    found.sort_by_cached_key(|number| index.page(*number).map(|page| normal(&page.record.title, index.folding)));
    let hit = |number: &u32| Some(Hit { page: index.page(*number)?.clone(), score: 0.0 });
    let hits = found.iter().take(most).filter_map(hit).collect();
    let counts = counts(index, index.in_order(), filters);
    Answer { replaced: Vec::new(), total, hits, counts, marks: BTreeMap::new() }
}

fn numbers(found: &[(f32, u32)]) -> impl Iterator<Item = u32> {
    found.iter().map(|(_, number)| *number)
}

/// The query without its quotation marks, and what stands between them.
fn split_phrases(query: &str) -> (String, Vec<String>) {
    let (mut text, mut phrases) = (String::new(), Vec::new());
    for (place, part) in query.split(['"', '“', '”', '„', '«', '»', '「', '」', '『', '』']).enumerate() {
        text.push_str(part);
        text.push(' ');
        if place % 2 == 1 {
            phrases.push(part.to_owned());
        }
    }
    text.truncate(text.len() - 1);
    (text, phrases)
}

#[derive(Clone, Copy, Debug, Default)]
struct Scored {
    score: f32,
    coverage: f32,
}

fn evaluate(
    index: &Index,
    words: &[Word],
    replaced: &mut Vec<Replaced>,
    marks: &mut BTreeMap<String, usize>,
) -> Vec<Scored> {
    let mut scores = vec![Scored::default(); index.end()];
    let looked_up: Vec<Looked> = words
        .iter()
        .enumerate()
        .filter_map(|(place, word)| {
            let looked_up = look_up(index, word, place + 1 == words.len(), replaced)?;
            let stems = looked_up.variants.iter().filter_map(|variant| index.stem_of(&variant.form));
            let forms = stems.flat_map(|stem| index.forms_of(stem)).map(|form| (form.to_owned(), place));
            marks.extend(forms);
            Some(looked_up)
        })
        .collect();
    let has_rare = looked_up.iter().any(|word| !word.is_common);
    let looked_up: Vec<&Looked> = looked_up.iter().filter(|word| !(has_rare && word.is_common)).collect();
    let needed: f32 = looked_up.iter().map(|word| word.rarity).sum();
    let mut best = vec![0.0_f32; index.end()];
    for word in looked_up {
        let mut touched: Vec<u32> = Vec::new();
        for variant in &word.variants {
            let Some(stem) = index.stem_of(&variant.form) else { continue };
            let mut shares: Vec<(u32, f32)> = Vec::new();
            for (form, postings) in index.group(stem).forms {
                let weight = if form == variant.form { 1.0 } else { score::SIBLING };
                shares.extend(postings.iter().map(|&(page, impact)| (page, weight * score::share(impact))));
            }
            shares.sort_by_key(|(page, _)| *page);
            for of_page in shares.chunk_by(|a, b| a.0 == b.0) {
                let missing: f32 = of_page.iter().map(|(_, share)| 1.0 - share).product();
                let value = variant.weight * word.rarity * (1.0 - missing);
                let best = &mut best[of_page[0].0 as usize];
                if *best == 0.0 {
                    touched.push(of_page[0].0);
                }
                *best = best.max(value);
            }
        }
        for page in touched {
            let scored = &mut scores[page as usize];
            scored.score += std::mem::take(&mut best[page as usize]);
            scored.coverage += word.rarity;
        }
    }
    for scored in &mut scores {
        scored.coverage /= needed.max(f32::MIN_POSITIVE);
        scored.score *= scored.coverage * scored.coverage;
    }
    scores
}

struct Looked {
    variants: Vec<Variant>,
    rarity: f32,
    is_common: bool,
}

fn look_up(index: &Index, word: &Word, is_last: bool, replaced: &mut Vec<Replaced>) -> Option<Looked> {
    let found_in = |form: &str| index.stem_of(form).map_or(0, |stem| index.group(stem).found);
    let mut variants = Vec::new();
    let exact = found_in(&word.form);
    if exact > 0 {
        variants.push(Variant { form: word.form.clone(), weight: 1.0 });
    }
    if is_last && !word.is_gram {
        let longer = near::frequent(index, &word.form, MOST_PREFIXES);
        variants.extend(longer.into_iter().map(|form| Variant { form: form.to_owned(), weight: score::PREFIX }));
    }
    if variants.is_empty() {
        let near = if word.is_gram { Vec::new() } else { near::nearest(index, &word.form) };
        let by = near.iter().map(|near| near.form.clone()).collect();
        replaced.push(Replaced { typed: word.typed.clone(), by });
        variants.extend(near.into_iter().map(|Near { form, slips }| {
            let weight = score::SLIP.powi(i32::try_from(slips).unwrap_or(i32::MAX));
            Variant { form, weight }
        }));
    }
    if variants.is_empty() {
        return None;
    }
    let found = if exact > 0 { exact } else { variants.iter().map(|variant| found_in(&variant.form)).sum() };
    let is_common = score::is_common(found, index.len());
    Some(Looked { variants, rarity: score::rarity(found, index.len()), is_common })
}

/// The query with one term replaced by another that means the same, for each such pair.
fn with_synonyms(index: &Index, query: &[Word]) -> Vec<Vec<Word>> {
    let mut queries = Vec::new();
    for terms in &index.synonyms {
        for term in terms.iter().filter(|term| !term.is_empty()) {
            let place = query.windows(term.len()).position(|part| part.iter().map(|word| &word.form).eq(term));
            let Some(place) = place else { continue };
            for other in terms.iter().filter(|other| *other != term) {
                let word = |form: &String| Word { typed: form.clone(), form: form.clone(), is_gram: false };
                let mut words = query[..place].to_vec();
                words.extend(other.iter().map(word));
                words.extend_from_slice(&query[place + term.len()..]);
                queries.push(words);
            }
        }
    }
    queries.truncate(8);
    queries
}

fn has_all(index: &Index, number: u32, phrases: &[String]) -> bool {
    let Some(page) = index.page(number) else { return false };
    let record = &page.record;
    let mut texts = vec![normal(&record.title, index.folding), normal(&record.summary, index.folding)];
    for section in &record.sections {
        texts.push(normal(&section.heading, index.folding));
        texts.push(normal(&section.text, index.folding));
    }
    phrases.iter().all(|phrase| texts.iter().any(|text| text.contains(phrase)))
}

/// Moves up, among the best few, the page whose title is the query, and pages where the words of
/// the query stand next to each other.
fn second_look(index: &Index, query: &str, found: &mut [(f32, u32)]) {
    let seen = found.len().min(score::LOOKED_AT);
    let is_several = query.contains(' ') || query.chars().count() > 2 && !query.is_ascii();
    for (score, number) in &mut found[..seen] {
        let Some(page) = index.page(*number) else { continue };
        if normal(&page.record.title, index.folding) == query {
            *score *= score::IS_TITLE;
        } else if is_several && has_all(index, *number, &[query.to_owned()]) {
            *score *= score::ADJACENT;
        }
    }
    found[..seen].sort_by(|a, b| b.0.total_cmp(&a.0));
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{index, page, page_of, record};
    use super::super::record::{Facet, FacetValue, Sort};
    use super::*;
    use crate::base::Locale;
    use crate::content::Kind;

    fn titles(answer: &Answer) -> Vec<&str> {
        answer.hits.iter().map(|hit| hit.page.record.title.as_str()).collect()
    }

    fn found(index: &Index, query: &str) -> Vec<String> {
        titles(&search(index, query, &[], 10)).into_iter().map(str::to_owned).collect()
    }

    fn small() -> Index {
        index(
            "en",
            &[
                page("en", "Claims", "A claim is handled by the claims team after the accident."),
                page("en", "Renewal", "Customers renew their policy. The renewal letter claims nothing."),
                page("en", "Prototypes", "The constructor and __proto__ are words like any other."),
                page("en", "Waiting", "Nobody likes to wait for the hotline."),
            ],
        )
    }

    #[test]
    fn other_forms_of_a_word_are_found() {
        assert_eq!(found(&small(), "renewing"), ["Renewal"]);
        assert_eq!(found(&small(), "handling customer"), ["Renewal", "Claims"]);
    }

    #[test]
    fn the_title_comes_before_the_text() {
        assert_eq!(found(&small(), "claims"), ["Claims", "Renewal"]);
    }

    #[test]
    fn the_last_word_may_be_the_start_of_one() {
        assert_eq!(found(&small(), "hotl"), ["Waiting"]);
        assert_eq!(found(&small(), "hotl nobody"), ["Waiting"]);
    }

    #[test]
    fn a_slip_is_forgiven_and_named() {
        for slip in ["acident", "accidnet", "xccident", "caccident", "accidentt"] {
            let answer = search(&small(), &format!("{slip} "), &[], 10);
            assert_eq!(titles(&answer), ["Claims"], "{slip}");
            assert_eq!(answer.replaced, [Replaced { typed: slip.into(), by: vec!["accident".into()] }]);
        }
    }

    #[test]
    fn a_swap_in_the_middle_of_four_letters_is_forgiven() {
        assert_eq!(found(&small(), "wiat"), ["Waiting"]);
    }

    #[test]
    fn a_word_nobody_wrote_does_not_hide_the_others() {
        let answer = search(&small(), "zzzzqqqq hotline", &[], 10);
        assert_eq!(titles(&answer), ["Waiting"]);
        assert_eq!(answer.replaced, [Replaced { typed: "zzzzqqqq".into(), by: Vec::new() }]);
    }

    #[test]
    fn words_of_the_language_javascript_are_words() {
        assert_eq!(found(&small(), "constructor"), ["Prototypes"]);
        assert_eq!(found(&small(), "__proto__"), ["Prototypes"]);
        assert_eq!(found(&small(), "hasOwnProperty"), Vec::<String>::new());
    }

    #[test]
    fn quotes_ask_for_the_words_as_they_stand() {
        assert_eq!(found(&small(), "\"claims team\""), ["Claims"]);
        assert_eq!(found(&small(), "“letter claims”"), ["Renewal"]);
        assert_eq!(found(&small(), "\"team claims\""), Vec::<String>::new());
    }

    #[test]
    fn more_of_the_query_beats_more_of_one_word() {
        let index = index(
            "en",
            &[
                page("en", "A", "storm storm storm storm storm"),
                page("en", "B", "a storm came, and a claim, and more text"),
                page("en", "C", "claim"),
            ],
        );
        assert_eq!(found(&index, "storm claim")[0], "B");
    }

    #[test]
    fn terms_that_mean_the_same_find_each_other() {
        let pages = [page("en", "A", "attrition is high"), page("en", "B", "the net promoter score")];
        let synonyms = [vec!["churn".into(), "attrition".into()], vec!["NPS".into(), "net promoter score".into()]];
        let mut index = Index::new(&Locale::parse("en").unwrap(), &synonyms);
        index.update(&pages);
        assert_eq!(found(&index, "churn"), ["A"]);
        assert_eq!(found(&index, "nps"), ["B"]);
    }

    #[test]
    fn filters_keep_what_has_one_value_of_each() {
        let mut stage = record("en", "/en/a/", "Claim the journey");
        stage.kind = Sort::Written(Kind::Journey);
        stage.facets.insert(Facet::Stage, vec![FacetValue { id: "claim".into(), label: "Claim".into() }]);
        let index = index("en", &[page_of(stage), page("en", "Other", "claim")]);
        let kind = |noun: &str| (Facet::Kind, vec![noun.to_owned()]);
        assert_eq!(titles(&search(&index, "claim", &[kind("journey")], 9)), ["Claim the journey"]);
        assert_eq!(
            titles(&search(&index, "claim", &[kind("article"), (Facet::Stage, vec!["claim".into()])], 9)),
            Vec::<&str>::new()
        );
    }

    #[test]
    fn each_filter_says_what_it_would_leave_of_what_was_found() {
        let of = |kind: Kind, title: &str, stage: &str, text: &str| {
            let mut page = record("en", &format!("/en/{title}/"), title);
            page.kind = Sort::Written(kind);
            page.sections[0].text = text.into();
            page.facets.insert(Facet::Stage, vec![FacetValue { id: stage.into(), label: stage.into() }]);
            page_of(page)
        };
        let pages = [
            of(Kind::Journey, "A", "use", "a claim is made"),
            of(Kind::Journey, "B", "select", "a claim is paid"),
            of(Kind::Article, "C", "use", "a claim is a promise"),
            of(Kind::Article, "D", "use", "nothing of the sort"),
        ];
        let index = index("en", &pages);
        let left = |query: &str, filters: &Choices| {
            let counts = search(&index, query, filters, 9).counts;
            let one = |(facet, values): (&Facet, &BTreeMap<_, usize>)| {
                let values = values.iter().map(|(id, count)| format!("{id} {count}"));
                format!("{}: {}", facet.name(), values.collect::<Vec<_>>().join(", "))
            };
            counts.iter().filter(|(_, values)| !values.is_empty()).map(one).collect::<Vec<_>>().join("; ")
        };
        let journeys = [(Facet::Kind, vec!["journey".to_owned()])];
        assert_eq!(left("", &[]), "kind: article 2, journey 2; stage: select 1, use 3");
        assert_eq!(left("claim", &[]), "kind: article 1, journey 2; stage: select 1, use 2");
        // Other kinds can still be added; the stages are those of the journeys found.
        assert_eq!(left("claim", &journeys), "kind: article 1, journey 2; stage: select 1, use 1");
        assert_eq!(left("\"claim is made\"", &journeys), "stage: use 1");
        assert_eq!(left("zanzibar", &[]), "");
    }

    #[test]
    fn a_phrase_without_spaces_is_found_within_a_run() {
        let index = index("zh", &[page("zh", "甲", "我们使用内容集合来管理"), page("zh", "乙", "集合内容")]);
        assert_eq!(found(&index, "内容集合")[0], "甲");
        assert_eq!(found(&index, "\"内容集合\""), ["甲"]);
    }

    #[test]
    fn nothing_typed_finds_nothing() {
        for query in ["", "   ", "\"\"", "?!…", "\u{301}"] {
            assert!(search(&small(), query, &[], 9).hits.is_empty(), "{query:?}");
        }
    }
}
