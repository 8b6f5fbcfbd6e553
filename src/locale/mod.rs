//! Dates, numbers and names to the forms a language's readers expect. The one door to ICU4X.
//!
//! The calendar is always Gregorian: with the calendar of the locale, Thai pages would say 2569
//! and Persian ones 1405 beside machine-readable dates that say 2026. Digits follow the locale.

mod percent;
mod stem;

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::rc::Rc;

use fixed_decimal::Decimal;
use icu_calendar::Gregorian;
use icu_collator::options::CollatorOptions;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{Y, YM, YMD};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};
use writeable::Writeable;

use crate::base::{Date, Locale};
pub use stem::Stems;

/// An order of names that a language knows beside its usual one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sorting {
    /// German: `ä` as `ae`.
    Phonebook,
    /// Spanish: `ch` and `ll` as letters of their own.
    Traditional,
    /// Chinese: by the strokes of a character.
    Stroke,
    /// Chinese: by Bopomofo.
    Zhuyin,
}

impl Sorting {
    /// What settings call them.
    pub const WORDS: &[&str] = &["phonebook", "traditional", "stroke", "zhuyin"];

    /// The order that one of the words means.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "phonebook" => Some(Self::Phonebook),
            "traditional" => Some(Self::Traditional),
            "stroke" => Some(Self::Stroke),
            "zhuyin" => Some(Self::Zhuyin),
            _ => None,
        }
    }

    /// The language that sorts so.
    #[must_use]
    pub fn language(self) -> &'static str {
        match self {
            Self::Phonebook => "de",
            Self::Traditional => "es",
            Self::Stroke | Self::Zhuyin => "zh",
        }
    }

    /// The `co` of a Unicode locale (UTS 35, key “collation”).
    fn keyword(self) -> &'static str {
        match self {
            Self::Phonebook => "phonebk",
            Self::Traditional => "trad",
            Self::Stroke => "stroke",
            Self::Zhuyin => "zhuyin",
        }
    }
}

/// How one language writes dates and numbers, counts, and sorts.
///
/// A handle: cheap to clone and to send. Each thread makes the data of a language once, when it
/// first needs it. Where ICU4X does not know a language, its root data is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formats {
    locale: Locale,
    sorting: Option<Sorting>,
}

/// How much room a date may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// `12 April 2019`.
    Long,
    /// `12 Apr 2019`.
    Medium,
}

/// Which form of a word goes with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the categories of CLDR")]
pub enum Plural {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Plural {
    /// As Fluent and CLDR spell it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

struct Data {
    long: Option<Dates>,
    medium: Option<Dates>,
    decimal: Option<DecimalFormatter>,
    plurals: Option<PluralRules>,
    collator: Option<CollatorBorrowed<'static>>,
}

struct Dates {
    day: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    month: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    year: FixedCalendarDateTimeFormatter<Gregorian, Y>,
}

/// The data of each language that a thread has met, by the order of its names.
type Known = BTreeMap<(Locale, Option<Sorting>), Rc<Data>>;

thread_local! {
    static KNOWN: RefCell<Known> = const { RefCell::new(BTreeMap::new()) };
}

impl Formats {
    /// The formats of a language.
    #[must_use]
    pub fn new(locale: &Locale) -> Self {
        Self { locale: locale.clone(), sorting: None }
    }

    /// The same, with names in another order than the usual one of the language.
    #[must_use]
    pub fn sorted(self, sorting: Option<Sorting>) -> Self {
        Self { sorting, ..self }
    }

    /// The language.
    #[must_use]
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// A date, as precise as it is: a day, a month or a year.
    #[must_use]
    pub fn date(&self, date: Date, length: Length) -> String {
        let data = self.data();
        let dates = match length {
            Length::Long => &data.long,
            Length::Medium => &data.medium,
        };
        let (year, month, day) = (date.year(), date.month(), date.day());
        let first = date.first_day();
        let calendar = icu_calendar::Date::try_new_gregorian(
            i32::from(year),
            first.month().unsigned_abs(),
            first.day().unsigned_abs(),
        );
        let (Some(dates), Ok(calendar)) = (dates, calendar) else { return date.to_string() };
        match (month, day) {
            (Some(_), Some(_)) => dates.day.format(&calendar).write_to_string().into_owned(),
            (Some(_), None) => dates.month.format(&calendar).write_to_string().into_owned(),
            (None, _) => dates.year.format(&calendar).write_to_string().into_owned(),
        }
    }

    /// A whole number, grouped.
    #[must_use]
    pub fn integer(&self, number: i64) -> String {
        self.decimal(&Decimal::from(number))
    }

    /// A number given in thousandths, grouped, with as many decimals as it has: `1500` is `1.5`.
    #[must_use]
    pub fn thousandths(&self, thousandths: i64) -> String {
        self.decimal(&from_thousandths(thousandths))
    }

    /// A share of a hundred, given in thousandths of a percent: `18000` is `18%`.
    #[must_use]
    pub fn percent(&self, thousandths: i64) -> String {
        percent::pattern(&self.locale, &self.integer(0)).replace('#', &self.thousandths(thousandths))
    }

    /// Which form of a word goes with a whole number.
    #[must_use]
    pub fn plural(&self, number: i64) -> Plural {
        self.category(&Decimal::from(number))
    }

    /// Which form of a word goes with a number given in thousandths.
    #[must_use]
    pub fn plural_of_thousandths(&self, thousandths: i64) -> Plural {
        self.category(&from_thousandths(thousandths))
    }

    /// The order of two names in this language.
    ///
    /// Equal for names that differ only in what the language does not sort by: break ties by id,
    /// or the order of a build depends on the order of its input.
    #[must_use]
    pub fn compare(&self, left: &str, right: &str) -> Ordering {
        match &self.data().collator {
            Some(collator) => collator.compare(left, right),
            None => left.cmp(right),
        }
    }

    fn decimal(&self, number: &Decimal) -> String {
        match &self.data().decimal {
            Some(formatter) => formatter.format(number).write_to_string().into_owned(),
            None => number.to_string(),
        }
    }

    fn category(&self, number: &Decimal) -> Plural {
        let category = self.data().plurals.as_ref().map(|rules| rules.category_for(number));
        match category {
            Some(PluralCategory::Zero) => Plural::Zero,
            Some(PluralCategory::One) => Plural::One,
            Some(PluralCategory::Two) => Plural::Two,
            Some(PluralCategory::Few) => Plural::Few,
            Some(PluralCategory::Many) => Plural::Many,
            Some(PluralCategory::Other) | None => Plural::Other,
        }
    }

    fn data(&self) -> Rc<Data> {
        KNOWN.with_borrow_mut(|known| {
            let key = (self.locale.clone(), self.sorting);
            let make = || Rc::new(Data::new(&self.locale, self.sorting));
            Rc::clone(known.entry(key).or_insert_with(make))
        })
    }
}

impl Data {
    fn new(locale: &Locale, sorting: Option<Sorting>) -> Self {
        let parsed = |tag: &str| tag.parse().unwrap_or(icu_locale::Locale::UNKNOWN);
        let sorted = sorting.map(|sorting| parsed(&format!("{locale}-u-co-{}", sorting.keyword())));
        let locale: icu_locale::Locale = parsed(locale.as_str());
        let sorted = CollatorPreferences::from(sorted.as_ref().unwrap_or(&locale));
        Self {
            long: Dates::new(&locale, YMD::long(), YM::long(), Y::long()),
            medium: Dates::new(&locale, YMD::medium(), YM::medium(), Y::medium()),
            decimal: DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default()).ok(),
            plurals: PluralRules::try_new((&locale).into(), PluralRulesOptions::default()).ok(),
            collator: CollatorBorrowed::try_new(sorted, CollatorOptions::default()).ok(),
        }
    }
}

impl Dates {
    fn new(locale: &icu_locale::Locale, day: YMD, month: YM, year: Y) -> Option<Self> {
        Some(Self {
            day: FixedCalendarDateTimeFormatter::try_new(locale.into(), day).ok()?,
            month: FixedCalendarDateTimeFormatter::try_new(locale.into(), month).ok()?,
            year: FixedCalendarDateTimeFormatter::try_new(locale.into(), year).ok()?,
        })
    }
}

/// A number without the zeros that say nothing: `1.5` for 1500.
fn from_thousandths(thousandths: i64) -> Decimal {
    let mut number = Decimal::from(thousandths);
    number.multiply_pow10(-3);
    number.absolute.trim_end();
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn formats(tag: &str) -> Formats {
        Formats::new(&Locale::parse(tag).unwrap())
    }

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn a_handle_goes_to_any_thread() {
        fn needs<T: Send + Sync>(value: T) -> T {
            value
        }
        let formats = needs(formats("fr"));
        let there = std::thread::scope(|scope| scope.spawn(|| formats.integer(12_345)).join().unwrap());
        assert_eq!(there, formats.integer(12_345));
    }

    #[test]
    fn plurals_follow_cldr() {
        use Plural::{Few, Many, One, Other, Two, Zero};
        let of = |tag: &str, numbers: &[i64]| -> Vec<Plural> {
            numbers.iter().map(|number| formats(tag).plural(*number)).collect()
        };
        assert_eq!(of("fr", &[0, 1, 2, 1_000_000]), [One, One, Other, Many]);
        assert_eq!(of("ru", &[1, 2, 5, 21]), [One, Few, Many, One]);
        assert_eq!(formats("ru").plural_of_thousandths(1500), Other);
        assert_eq!(of("ar", &[0, 1, 2, 3, 11, 100]), [Zero, One, Two, Few, Many, Other]);
        assert_eq!(of("en", &[1, 2]), [One, Other]);
    }

    #[test]
    fn numbers_are_grouped_as_the_language_does() {
        assert_eq!(formats("fr").thousandths(1_234_567_890), "1\u{202f}234\u{202f}567,89");
        assert_eq!(formats("es").integer(1234), "1234");
        assert_eq!(formats("pl").integer(1234), "1234");
        assert_eq!(formats("pl").integer(12_345), "12\u{a0}345");
        assert_eq!(formats("en").thousandths(-1500), "-1.5");
        assert_eq!(formats("ar").integer(12_345), "12,345");
        assert_eq!(formats("ar-EG").integer(12), "١٢");
    }

    #[test]
    fn shares_carry_the_sign_of_the_language() {
        assert_eq!(formats("en").percent(18_000), "18%");
        assert_eq!(formats("fr").percent(18_500), "18,5\u{202f}%");
        assert_eq!(formats("de").percent(18_000), "18\u{a0}%");
        assert_eq!(formats("tr").percent(18_000), "%18");
        assert_eq!(formats("ar-EG").percent(18_000), "١٨٪\u{61c}");
    }

    #[test]
    fn dates_are_gregorian_and_as_precise_as_they_are() {
        assert_eq!(formats("en").date(date("2026-08-01"), Length::Long), "August 1, 2026");
        assert_eq!(formats("en-GB").date(date("2019-04-12"), Length::Medium), "12 Apr 2019");
        assert_eq!(formats("fr").date(date("2019-04"), Length::Long), "avril 2019");
        assert_eq!(formats("de").date(date("2019"), Length::Long), "2019");
        for tag in ["th", "fa", "ar-SA"] {
            let written = formats(tag).date(date("2026-08-01"), Length::Long);
            let latin: String = written.chars().map(|letter| letter.to_digit(10).map_or(letter, |_| letter)).collect();
            assert!(!latin.contains("2569") && !written.contains("۱۴۰۵"), "{tag}: {written}");
            assert!(
                written.contains("2026") || written.contains("۲۰۲۶") || written.contains("٢٠٢٦"),
                "{tag}: {written}"
            );
        }
    }

    #[test]
    fn names_are_sorted_as_readers_of_the_language_do() {
        let sorted = |tag: &str, names: &[&'static str]| -> Vec<&'static str> {
            let mut names = names.to_vec();
            names.sort_by(|a, b| formats(tag).compare(a, b).then_with(|| a.cmp(b)));
            names
        };
        assert_eq!(sorted("sv", &["ö", "ä", "å", "z"]), ["z", "å", "ä", "ö"]);
        let côté = ["côté", "côte", "coté", "cote"];
        assert_eq!(sorted("fr", &côté), ["cote", "coté", "côte", "côté"]);
        assert_eq!(sorted("fr-CA", &côté), ["cote", "côte", "coté", "côté"]);
        assert_eq!(sorted("fr", &["œuvre", "oeuf", "ou"]), ["oeuf", "œuvre", "ou"]);
    }

    #[test]
    fn a_language_without_data_has_formats_all_the_same() {
        assert_eq!(formats("tlh").integer(1), "1");
        assert_eq!(formats("tlh").plural(1), Plural::Other);
    }
}
