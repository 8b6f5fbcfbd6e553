//! Single fields to typed values; the bounds and words come from the field's table entry.

use super::reader::{Fields, Reader, head};
use crate::base::{Date, DateError, Id, Locale, LocaleError, Spanned, TextRange};
use crate::content::Kind;
use crate::content::front_matter::{
    Amount, Duration, JourneyRef, Moment, Owner, PainRef, Ref, Removal, StepRef, TimeUnit, TypedRef,
};
use crate::content::shape::{Type, Word};
use crate::content::text::Text;
use crate::content::yaml::{Node, Value};
use crate::diagnostic::Name;

/// The words that stand for nobody and for everybody, in place of an owner's or a time's id.
pub const NOBODY: &str = "nobody";

/// Where a deviation goes that does not come back.
pub const EXIT: &str = "exit";

impl Fields<'_> {
    /// A translatable text.
    pub fn text(&self, reader: &mut Reader, name: &str) -> Option<Text> {
        let entry = self.entry(name)?;
        reader.text(entry.node, &quoted(name), format!("{}{name}", self.prefix), self.length_of(name))
    }

    /// A list of translatable texts, keyed by their position from 1.
    pub fn texts(&self, reader: &mut Reader, name: &str) -> Vec<Text> {
        let Some(entry) = self.entry(name) else { return Vec::new() };
        let max = self.length_of(name);
        items(entry.node)
            .enumerate()
            .filter_map(|(index, node)| {
                reader.text(node, &quoted(name), format!("{}{name}.{}", self.prefix, index + 1), max)
            })
            .collect()
    }

    fn length_of(&self, name: &str) -> usize {
        fn length(value: &Type) -> Option<usize> {
            match value {
                Type::Text(max) | Type::Plain(max) => Some(*max),
                Type::List(inner) => length(inner),
                Type::OneOf(types) => types.iter().find_map(length),
                Type::Object(shape) => {
                    shape.main.and_then(|main| shape.field(main)).and_then(|field| length(&field.value))
                }
                _ => None,
            }
        }
        self.field(name).and_then(|field| length(&field.value)).unwrap_or(usize::MAX)
    }

    /// A text that is not translated.
    pub fn plain(&self, reader: &mut Reader, name: &str) -> Option<Spanned<String>> {
        let entry = self.entry(name)?;
        reader.prose(entry.node, &quoted(name), self.length_of(name))
    }

    /// Texts that are not translated.
    pub fn plains(&self, reader: &mut Reader, name: &str) -> Vec<Spanned<String>> {
        let Some(entry) = self.entry(name) else { return Vec::new() };
        let max = self.length_of(name);
        items(entry.node).filter_map(|node| reader.prose(node, &quoted(name), max)).collect()
    }

    /// Reads a single value with `parse`, which reports what it cannot read.
    pub fn one<T>(
        &self,
        reader: &mut Reader,
        name: &str,
        needed: &str,
        parse: impl FnOnce(&mut Reader, &str, TextRange) -> Option<T>,
    ) -> Option<Spanned<T>> {
        let entry = self.entry(name)?;
        let scalar = reader.scalar(entry.node, needed)?;
        let value = parse(reader, scalar.text.trim(), entry.node.range)?;
        Some(Spanned::new(value, entry.node.range))
    }

    /// Reads a list with `parse`; one value may stand without brackets.
    pub fn many<T>(
        &self,
        reader: &mut Reader,
        name: &str,
        needed: &str,
        mut parse: impl FnMut(&mut Reader, &str, TextRange) -> Option<T>,
    ) -> Vec<Spanned<T>> {
        let Some(entry) = self.entry(name) else { return Vec::new() };
        items(entry.node)
            .filter_map(|node| {
                let scalar = reader.scalar(node, needed)?;
                parse(reader, scalar.text.trim(), node.range).map(|value| Spanned::new(value, node.range))
            })
            .collect()
    }

    /// One of the words of `T`.
    pub fn word<T: Word>(&self, reader: &mut Reader, name: &str) -> Option<Spanned<T>> {
        debug_assert!(
            self.field(name).is_some_and(|field| has_words(&field.value, T::WORDS)),
            "the table of {} gives {name} other words",
            self.noun()
        );
        self.one(reader, name, "a word", word)
    }

    /// Some of the words of `T`.
    pub fn words<T: Word>(&self, reader: &mut Reader, name: &str) -> Vec<T> {
        self.many(reader, name, "a word", word).into_iter().map(|word| word.value).collect()
    }

    /// True or false.
    pub fn flag(&self, reader: &mut Reader, name: &str) -> Option<bool> {
        let entry = self.entry(name)?;
        let scalar = reader.scalar(entry.node, "`true` or `false`")?;
        match scalar.text.as_str() {
            "true" if scalar.is_plain => Some(true),
            "false" if scalar.is_plain => Some(false),
            other => {
                let range = entry.node.range;
                let problem = reader
                    .fault(Name::WrongType, range, format_args!("expected `true` or `false`, found `{other}`"))
                    .label("neither of the two");
                reader.push(match other {
                    "yes" | "on" | "y" | "Yes" | "True" | "TRUE" | "1" => problem.help("write `true`"),
                    "no" | "off" | "n" | "No" | "False" | "FALSE" | "0" => problem.help("write `false`"),
                    _ => problem,
                });
                None
            }
        }
    }

    /// A whole number within the bounds of its table.
    pub fn integer(&self, reader: &mut Reader, name: &str) -> Option<Spanned<i64>> {
        let (least, most) = match self.field(name).map(|field| &field.value) {
            Some(Type::Integer(least, most)) => (*least, *most),
            _ => (i64::MIN, i64::MAX),
        };
        let entry = self.entry(name)?;
        let value = number(reader, entry.node, 0)?;
        if value < least || value > most {
            let bounds = if most == i64::MAX { format!("{least} or more") } else { format!("{least} to {most}") };
            let written = entry.node.range.of(reader.source);
            let problem = reader
                .fault(Name::OutOfRange, entry.node.range, format_args!("`{name}` is {written}; it goes from {bounds}"))
                .label("outside");
            reader.push(problem);
            return None;
        }
        Some(Spanned::new(value, entry.node.range))
    }

    /// A whole number that fits the smaller type.
    pub fn count(&self, reader: &mut Reader, name: &str) -> Option<Spanned<u32>> {
        let value = self.integer(reader, name)?;
        u32::try_from(value.value).ok().map(|count| Spanned::new(count, value.range))
    }

    /// A whole number from 1 to 5.
    pub fn grade(&self, reader: &mut Reader, name: &str) -> Option<Spanned<u8>> {
        let value = self.integer(reader, name)?;
        u8::try_from(value.value).ok().map(|grade| Spanned::new(grade, value.range))
    }

    /// A date.
    pub fn date(&self, reader: &mut Reader, name: &str) -> Option<Spanned<Date>> {
        self.one(reader, name, "a date", date)
    }

    /// A date with a time and an offset from UTC.
    pub fn moment(&self, reader: &mut Reader, name: &str) -> Option<Spanned<Moment>> {
        self.one(reader, name, "a date with a time", moment)
    }

    /// A stretch of time.
    pub fn duration(&self, reader: &mut Reader, name: &str) -> Option<Spanned<Duration>> {
        self.one(reader, name, "a duration", duration)
    }

    /// A share in thousandths.
    pub fn share(&self, reader: &mut Reader, name: &str) -> Option<Spanned<u32>> {
        self.one(reader, name, "a share", share)
    }

    /// A language.
    pub fn language(&self, reader: &mut Reader, name: &str) -> Option<Spanned<Locale>> {
        self.one(reader, name, "a language", language)
    }

    /// An absolute web address.
    pub fn url(&self, reader: &mut Reader, name: &str) -> Option<Spanned<String>> {
        self.one(reader, name, "a web address", url)
    }

    /// Absolute web addresses.
    pub fn urls(&self, reader: &mut Reader, name: &str) -> Vec<Spanned<String>> {
        self.many(reader, name, "a web address", url)
    }

    /// A part of an address.
    pub fn slug(&self, reader: &mut Reader, name: &str) -> Option<Spanned<String>> {
        self.one(reader, name, "a part of an address", slug)
    }

    /// Old addresses on this site.
    pub fn aliases(&self, reader: &mut Reader, name: &str) -> Vec<Spanned<String>> {
        self.many(reader, name, "an address", alias)
    }

    /// A file beside this one.
    pub fn file(&self, reader: &mut Reader, name: &str) -> Option<Spanned<String>> {
        self.one(reader, name, "a file name", file)
    }

    /// The id of something whose kind the field fixes.
    pub fn reference(&self, reader: &mut Reader, name: &str) -> Option<Ref> {
        let entry = self.entry(name)?;
        let kind = self.field(name).and_then(|field| kind_of(&field.value));
        reader
            .scalar(entry.node, "an id")
            .cloned()
            .and_then(|scalar| reference(reader, &scalar.text, entry.node.range, kind))
    }

    /// The ids of things whose kind the field fixes.
    pub fn references(&self, reader: &mut Reader, name: &str) -> Vec<Ref> {
        let Some(entry) = self.entry(name) else { return Vec::new() };
        let kind = self.field(name).and_then(|field| kind_of(&field.value));
        items(entry.node)
            .filter_map(|node| {
                let scalar = reader.scalar(node, "an id")?;
                reference(reader, &scalar.text, node.range, kind)
            })
            .collect()
    }

    /// An owner: absent, nobody, or departments.
    pub fn owner(&self, reader: &mut Reader, name: &str) -> Owner {
        let Some(entry) = self.entry(name) else { return Owner::Unasked };
        if let Value::Scalar(scalar) = &entry.node.value
            && scalar.text == NOBODY
        {
            return Owner::Nobody(entry.node.range);
        }
        let departments = self.references(reader, name);
        if departments.is_empty() { Owner::Unasked } else { Owner::Departments(departments) }
    }

    /// An actor: `persona:id` or `department:id`.
    pub fn typed_reference(&self, reader: &mut Reader, name: &str) -> Option<Spanned<TypedRef>> {
        let kinds: &[Kind] = match self.field(name).map(|field| &field.value) {
            Some(Type::TypedRef(kinds)) => kinds,
            _ => &[],
        };
        self.one(reader, name, "a reference", |reader, text, range| typed_reference(reader, text, range, kinds))
    }

    /// A step of this journey, or of one that is named.
    pub fn step_ref(&self, reader: &mut Reader, name: &str) -> Option<Spanned<StepRef>> {
        self.one(reader, name, "a step", step_ref)
    }

    /// Steps of this journey, or of ones that are named.
    pub fn step_refs(&self, reader: &mut Reader, name: &str) -> Vec<Spanned<StepRef>> {
        self.many(reader, name, "a step", step_ref)
    }

    /// Pains of this journey, or of ones that are named.
    pub fn pain_refs(&self, reader: &mut Reader, name: &str) -> Vec<Spanned<PainRef>> {
        self.many(reader, name, "a pain", pain_ref)
    }

    /// Journeys, or steps of them.
    pub fn journey_refs(&self, reader: &mut Reader, name: &str) -> Vec<Spanned<JourneyRef>> {
        self.many(reader, name, "a journey", |reader, text, range| {
            if text.contains('#') {
                step_ref(reader, text, range).map(JourneyRef::Step)
            } else {
                reader.id(text, range).map(JourneyRef::Journey)
            }
        })
    }

    /// What an opportunity would take away.
    pub fn removals(&self, reader: &mut Reader, name: &str) -> Vec<Spanned<Removal>> {
        self.many(reader, name, "a step or a touchpoint", |reader, text, range| {
            if let Some((kind, id)) = text.split_once(':') {
                if kind == Kind::Touchpoint.noun() {
                    return reader.id(id.trim(), range).map(Removal::Touchpoint);
                }
                reader.unknown_value(kind, range, &[Kind::Touchpoint.noun()]);
                return None;
            }
            match text.split_once('/') {
                Some((step, "wow")) => reader.id(step, range).map(Removal::Wow),
                Some((_, other)) => {
                    reader.unknown_value(other, range, &["wow"]);
                    None
                }
                None => reader.id(text, range).map(Removal::Step),
            }
        })
    }
}

/// The items of a list; one value alone counts as a list of one.
pub fn items(node: &Node) -> impl Iterator<Item = &Node> {
    match &node.value {
        Value::List(items) => items.iter(),
        Value::Null => [].iter(),
        _ => std::slice::from_ref(node).iter(),
    }
}

fn quoted(name: &str) -> String {
    format!("`{name}`")
}

fn has_words(value: &Type, words: &[&str]) -> bool {
    match value {
        Type::Word(known) => *known == words,
        Type::List(inner) => has_words(inner, words),
        Type::OneOf(types) => types.iter().any(|value| has_words(value, words)),
        _ => false,
    }
}

fn kind_of(value: &Type) -> Option<Kind> {
    match value {
        Type::Ref(kind) => Some(*kind),
        Type::List(inner) => kind_of(inner),
        Type::OneOf(types) => types.iter().find_map(kind_of),
        _ => None,
    }
}

fn word<T: Word>(reader: &mut Reader, text: &str, range: TextRange) -> Option<T> {
    let found = T::parse(text);
    if found.is_none() {
        reader.unknown_value(text, range, T::WORDS);
    }
    found
}

/// A bare id; `type:id` is accepted where the type is the field's own, and explained where not.
pub fn reference(reader: &mut Reader, text: &str, range: TextRange, kind: Option<Kind>) -> Option<Ref> {
    let text = text.trim();
    let bare = match (text.split_once(':'), kind) {
        (Some((noun, id)), Some(kind)) if noun == kind.noun() => id.trim(),
        (Some((noun, _)), Some(kind)) if Kind::from_noun(noun).is_some() => {
            let problem = reader
                .fault(
                    Name::WrongKindOfReference,
                    range,
                    format_args!("this field needs {}, not {}", with_kind(kind), with_kind_noun(noun)),
                )
                .label(format_args!("a reference to {}", with_kind_noun(noun)))
                .help(format_args!("write the id of {} alone", with_kind(kind)));
            reader.push(problem);
            return None;
        }
        _ => text,
    };
    reader.id(bare, range).map(|id| Spanned::new(id, range))
}

fn with_kind(kind: Kind) -> String {
    super::reader::with_article(kind.noun())
}

fn with_kind_noun(noun: &str) -> String {
    super::reader::with_article(noun)
}

fn typed_reference(reader: &mut Reader, text: &str, range: TextRange, kinds: &[Kind]) -> Option<TypedRef> {
    let nouns: Vec<&str> = kinds.iter().map(|kind| kind.noun()).collect();
    let Some((noun, id)) = text.split_once(':') else {
        let problem = reader
            .fault(Name::WrongType, range, format_args!("`{text}` does not say what it is"))
            .label("a type is missing before it")
            .help(format_args!("write `{}:{text}`", nouns.join(&format!(":{text}` or `"))));
        reader.push(problem);
        return None;
    };
    match Kind::from_noun(noun.trim()) {
        Some(kind) if kinds.contains(&kind) => reader.id(id.trim(), range).map(|id| TypedRef { kind, id }),
        _ => {
            reader.unknown_value(noun.trim(), range, &nouns);
            None
        }
    }
}

/// `step` or `journey#step`.
pub fn step_ref(reader: &mut Reader, text: &str, range: TextRange) -> Option<StepRef> {
    match text.split_once('#') {
        Some((journey, step)) => {
            let journey = reader.id(journey, range)?;
            reader.id(step, range).map(|step| StepRef { journey: Some(journey), step })
        }
        None => reader.id(text, range).map(|step| StepRef { journey: None, step }),
    }
}

fn pain_ref(reader: &mut Reader, text: &str, range: TextRange) -> Option<PainRef> {
    let Some((step, pain)) = text.rsplit_once('/') else {
        let problem = reader
            .fault(Name::WrongType, range, format_args!("`{text}` names no pain"))
            .label("a step and its pain are needed")
            .help(format_args!("write `{text}/<pain>`, or `journey#{text}/<pain>` for another journey"));
        reader.push(problem);
        return None;
    };
    let step = step_ref(reader, step, range)?;
    reader.id(pain, range).map(|pain| PainRef { step, pain })
}

/// A plain number, scaled so that its last decimal is one; `decimals` says how many it may have.
pub fn number(reader: &mut Reader, node: &Node, decimals: usize) -> Option<i64> {
    let scalar = reader.scalar(node, "a number")?;
    let text = scalar.text.trim();
    let parsed = if scalar.is_plain { decimal(text, decimals) } else { None };
    if parsed.is_some() {
        return parsed;
    }
    let swapped = text.replace(',', ".");
    let is_number = text.parse::<f64>().is_ok_and(f64::is_finite);
    let problem = match (is_number, decimals) {
        (true, _) if !scalar.is_plain => reader
            .fault(Name::WrongType, node.range, "a number stands in quotes")
            .help(format_args!("write {text} without quotes")),
        (true, 0) => reader
            .fault(Name::WrongType, node.range, format_args!("expected a whole number, found {text}"))
            .label("has decimals"),
        (true, _) => reader
            .fault(
                Name::OutOfRange,
                node.range,
                format_args!("{text} has more than {decimals} {}", plural(decimals, "decimal")),
            )
            .label("too fine"),
        (false, _) => {
            let problem = reader
                .fault(
                    Name::WrongType,
                    head(node.range, reader.source),
                    format_args!("expected a number, found `{}`", shorten(text)),
                )
                .label("not a number");
            match decimal(&swapped, 6) {
                Some(_) if swapped != text => problem.help(format_args!("write {swapped}")),
                _ => problem,
            }
        }
    };
    reader.push(problem);
    None
}

/// `-1.25` with three decimals is -1250.
pub fn decimal(text: &str, decimals: usize) -> Option<i64> {
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let fraction = fraction.trim_end_matches('0');
    if whole.is_empty() || whole.len() > 12 || fraction.len() > decimals || !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let scaled: i64 = format!("{whole}{fraction:0<decimals$}").parse().ok()?;
    Some(if negative { -scaled } else { scaled })
}

fn plural(count: usize, noun: &str) -> String {
    if count == 1 { noun.to_owned() } else { format!("{noun}s") }
}

fn shorten(text: &str) -> String {
    let first: String = text.chars().take(40).collect();
    if first.len() < text.len() { format!("{first}…") } else { first }
}

/// A date, or a report with the form to write.
pub fn date(reader: &mut Reader, text: &str, range: TextRange) -> Option<Date> {
    let error = match Date::parse(text) {
        Ok(date) => return Some(date),
        Err(error) => error,
    };
    let problem = match error {
        DateError::NoSuchDay => reader
            .fault(Name::MalformedDate, range, format_args!("there is no day `{text}`"))
            .label("not in the calendar"),
        DateError::Shape => reader
            .fault(Name::MalformedDate, range, format_args!("`{}` is no date", shorten(text)))
            .label("a date is written 2019, 2019-04 or 2019-04-12"),
    };
    let digits: Vec<&str> = text.split(['/', '.', '-', ' ']).collect();
    let reordered = match digits[..] {
        [year, month, day] if year.len() == 4 => Some(format!("{year}-{month:0>2}-{day:0>2}")),
        [year, month] if year.len() == 4 => Some(format!("{year}-{month:0>2}")),
        _ => None,
    };
    let help = reordered.filter(|date| Date::parse(date).is_ok() && error == DateError::Shape);
    reader.push(match help {
        Some(date) => problem.help(format_args!("write {date}")),
        None => problem,
    });
    None
}

fn moment(reader: &mut Reader, text: &str, range: TextRange) -> Option<Moment> {
    let read = || {
        let (day, rest) = text.split_once(['T', ' '])?;
        let date = Date::parse(day).ok().filter(|date| date.day().is_some())?;
        let (clock, offset) = match rest.strip_suffix('Z') {
            Some(clock) => (clock, 0),
            None => {
                let at = rest.rfind(['+', '-'])?;
                let sign = if rest.as_bytes()[at] == b'-' { -1 } else { 1 };
                let (hours, minutes) = rest[at + 1..].split_once(':')?;
                (&rest[..at], sign * (two(hours, 14)? * 60 + two(minutes, 59)?))
            }
        };
        let mut parts = clock.split(':');
        let hour = two(parts.next()?, 23)?;
        let minute = two(parts.next()?, 59)?;
        if let Some(second) = parts.next() {
            two(second.split('.').next()?, 59)?;
        }
        parts.next().is_none().then_some(Moment {
            date,
            time: (u8::try_from(hour).ok()?, u8::try_from(minute).ok()?),
            offset,
        })
    };
    let moment = read();
    if moment.is_none() {
        let problem = reader
            .fault(Name::MalformedDate, range, format_args!("`{}` is no moment", shorten(text)))
            .label("a day, a time and an offset from UTC are needed")
            .help("write it as in `2027-03-12T09:00+01:00`");
        reader.push(problem);
    }
    moment
}

fn two(text: &str, most: i16) -> Option<i16> {
    (text.len() == 2).then(|| text.parse().ok()).flatten().filter(|value| (0..=most).contains(value))
}

fn duration(reader: &mut Reader, text: &str, range: TextRange) -> Option<Duration> {
    let parsed = match text.split_once("..") {
        Some((least, most)) => {
            amount(least).zip(amount(most)).map(|(least, most)| Duration { least, most: Some(most) })
        }
        None => amount(text).map(|least| Duration { least, most: None }),
    };
    let Some(duration) = parsed else {
        let problem = reader
            .fault(Name::MalformedDuration, range, format_args!("`{}` is no duration", shorten(text)))
            .label("a number and one of s, m, h, d, w")
            .help(match spoken(text) {
                Some(form) => format!("write `{form}`"),
                None => "write it as in `25m` or `10d..21d`".to_owned(),
            });
        reader.push(problem);
        return None;
    };
    if let Some(most) = duration.most
        && most.seconds() < duration.least.seconds()
    {
        let (from, to) = text.split_once("..").unwrap_or_default();
        let problem = reader
            .fault(Name::ReversedDuration, range, "the duration starts after it ends")
            .label("the shorter time comes first")
            .help(format_args!("write `{to}..{from}`"));
        reader.push(problem);
        return None;
    }
    Some(duration)
}

fn amount(text: &str) -> Option<Amount> {
    let unit = match text.as_bytes().last()? {
        b's' => TimeUnit::Second,
        b'm' => TimeUnit::Minute,
        b'h' => TimeUnit::Hour,
        b'd' => TimeUnit::Day,
        b'w' => TimeUnit::Week,
        _ => return None,
    };
    let digits = &text[..text.len() - 1];
    let is_number = !digits.is_empty() && digits.len() <= 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number).map(|count| Amount { count, unit })
}

/// What was probably meant by `25 min`, `2 hours`, `1.5h`, `10-21d`.
fn spoken(text: &str) -> Option<String> {
    let one = |part: &str| -> Option<String> {
        let part = part.trim();
        let at = part.find(|letter: char| !letter.is_ascii_digit() && letter != '.' && letter != ',')?;
        let number: f64 = part[..at].trim().replace(',', ".").parse().ok()?;
        let (unit, finer, per) = match part[at..].trim().to_lowercase().chars().next()? {
            's' => ('s', 's', 1.0),
            'm' if part[at..].trim().to_lowercase().starts_with("mo") => return None,
            'm' => ('m', 's', 60.0),
            'h' => ('h', 'm', 60.0),
            'd' | 'j' => ('d', 'h', 24.0),
            'w' => ('w', 'd', 7.0),
            _ => return None,
        };
        let whole = |number: f64| (number.fract() == 0.0 && (0.0..1e6).contains(&number)).then_some(number);
        whole(number)
            .map(|number| format!("{number}{unit}"))
            .or_else(|| whole(number * per).map(|number| format!("{number}{finer}")))
    };
    let parts: Vec<&str> = text.split("..").flat_map(|part| part.split(['-', '–'])).collect();
    match parts[..] {
        [only] => one(only),
        [least, most] => {
            let most = one(most)?;
            let least = one(least).or_else(|| one(&format!("{}{}", least.trim(), &most[most.len() - 1..])))?;
            Some(format!("{least}..{most}"))
        }
        _ => None,
    }
}

fn share(reader: &mut Reader, text: &str, range: TextRange) -> Option<u32> {
    let Some(number) = text.strip_suffix('%') else {
        let percent = decimal(text, 3).filter(|share| (0..=1000).contains(share));
        let meant = match percent {
            Some(share) if text.contains('.') => format!("{}%", f64::from(i32::try_from(share).unwrap_or(0)) / 10.0),
            _ if decimal(text, 1).is_some_and(|share| (0..=1000).contains(&share)) => format!("{text}%"),
            _ => "18%".to_owned(),
        };
        let problem = reader
            .fault(Name::MalformedShare, range, format_args!("the share `{}` has no sign", shorten(text)))
            .label("a number alone may mean a part or a percentage")
            .help(format_args!("write {meant}"));
        reader.push(problem);
        return None;
    };
    let parsed = decimal(number, 1).and_then(|share| u32::try_from(share).ok());
    match parsed {
        Some(share) if share <= 1000 => Some(share),
        Some(_) => {
            reader.out_of_range(range, format_args!("a share of {text} is more than everybody"));
            None
        }
        None => {
            let closed = number.trim().replace(',', ".");
            let help = match decimal(&closed, 1) {
                Some(_) => format!("write {closed}%"),
                None => "write it as in `18%` or `0.5%`".to_owned(),
            };
            let problem = reader
                .fault(Name::MalformedShare, range, format_args!("`{}` is no share", shorten(text)))
                .label("a number with at most one decimal, and `%`")
                .help(help);
            reader.push(problem);
            None
        }
    }
}

/// A language tag in its canonical form.
pub fn language(reader: &mut Reader, text: &str, range: TextRange) -> Option<Locale> {
    match Locale::parse(text) {
        Ok(locale) => Some(locale),
        Err(error) => {
            let problem = reader.fault(Name::UnknownValue, range, &error).label("not a language as it is written");
            reader.push(match error {
                LocaleError::NotCanonical { canonical, .. } => problem.help(format_args!("write `{canonical}`")),
                LocaleError::NotATag(_) => problem.help("write a tag such as `en`, `fr` or `pt-BR`"),
            });
            None
        }
    }
}

fn url(reader: &mut Reader, text: &str, range: TextRange) -> Option<String> {
    let parsed = url::Url::parse(text);
    let problem = match parsed {
        Ok(url) if !matches!(url.scheme(), "http" | "https") => reader
            .fault(Name::UnsafeLink, range, format_args!("an address with `{}:` is not allowed here", url.scheme()))
            .label("neither https nor http"),
        Ok(url) if !url.username().is_empty() || url.password().is_some() => reader
            .fault(Name::UnsafeLink, range, "the address names a user, which hides where it leads")
            .label("before the `@`")
            .help("remove what stands before the `@`"),
        Ok(_) if !text.chars().any(char::is_whitespace) => return Some(text.to_owned()),
        _ => reader
            .fault(Name::WrongType, range, format_args!("`{}` is no web address", shorten(text)))
            .label("not complete")
            .help("write the whole address, from `https://` on"),
    };
    reader.push(problem);
    None
}

fn slug(reader: &mut Reader, text: &str, range: TextRange) -> Option<String> {
    use unicode_normalization::UnicodeNormalization;
    let is_letter = |letter: char| letter.is_alphanumeric() || unicode_normalization::char::is_combining_mark(letter);
    let is_slug = text.chars().all(|letter| is_letter(letter) || letter == '-')
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.chars().count() <= 100
        && text.to_lowercase() == text;
    if is_slug && !text.is_empty() {
        return Some(text.nfc().collect());
    }
    let words: String =
        text.to_lowercase().chars().map(|letter| if is_letter(letter) { letter } else { '-' }).collect();
    let near: Vec<&str> = words.split('-').filter(|part| !part.is_empty()).collect();
    let problem = reader
        .fault(Name::MalformedId, range, format_args!("the slug `{}` cannot stand in an address", shorten(text)))
        .label("small letters, digits and single hyphens");
    reader.push(if near.is_empty() { problem } else { problem.help(format_args!("write `{}`", near.join("-"))) });
    None
}

fn alias(reader: &mut Reader, text: &str, range: TextRange) -> Option<String> {
    let is_safe = text.starts_with('/')
        && !text.starts_with("//")
        && text.len() <= 200
        && !text.split('/').any(|part| matches!(part, "." | ".."))
        && !text.contains(['\\', '?', '#', '%', '<', '>', '"', '|', '*', ':'])
        && !text.chars().any(|letter| letter.is_control() || letter.is_whitespace());
    if is_safe && text.len() > 1 {
        return Some(text.to_owned());
    }
    let problem = reader
        .fault(Name::WrongType, range, format_args!("`{}` is no address on this site", shorten(text)))
        .label("not a path from the root of the site")
        .help("write it as in `/en/articles/old-name/`");
    reader.push(problem);
    None
}

fn file(reader: &mut Reader, text: &str, range: TextRange) -> Option<String> {
    if text.contains("://") || text.starts_with("//") || text.starts_with("data:") {
        let problem = reader
            .fault(Name::RemoteImage, range, "this file would be loaded from another site")
            .label("not on this site")
            .help("save it beside this file, and name it here");
        reader.push(problem);
        return None;
    }
    if text.starts_with('/') || text.contains(['\\', '?', '#']) || text.chars().any(char::is_control) {
        let problem = reader
            .fault(Name::WrongType, range, format_args!("`{}` is no file beside this one", shorten(text)))
            .label("not a path from this folder")
            .help("write a relative path such as `figure.svg`");
        reader.push(problem);
        return None;
    }
    Some(text.to_owned())
}

/// The ids in a map whose keys are references, with what stands behind them.
pub fn by_reference<'n>(reader: &mut Reader, node: &'n Node) -> Vec<(Ref, &'n Node)> {
    let entries: Vec<(Id, _)> = reader.map(node);
    entries.into_iter().map(|(id, entry)| (Spanned::new(id, entry.range), entry.node)).collect()
}
