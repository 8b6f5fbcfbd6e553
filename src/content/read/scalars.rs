//! Single values as authors write them: numbers, dates, durations, shares, languages, addresses.
//!
//! Each function reads one, or reports why it cannot and what was probably meant.

use super::reader::{Reader, head};
use crate::base::{Date, DateError, Locale, LocaleError, TextRange, file_name_fault, plural};
use crate::content::front_matter::{Amount, Duration, Moment, TimeUnit};
use crate::content::yaml::Node;
use crate::diagnostic::Name;

/// A plain number, scaled so that its last decimal is one; `decimals` says how many it may have.
pub(super) fn number(reader: &mut Reader, node: &Node, decimals: usize) -> Option<i64> {
    let scalar = reader.scalar(node, "a number")?;
    let text = scalar.text.trim();
    let parsed = if scalar.is_plain { decimal(text, decimals) } else { None };
    if parsed.is_some() {
        return parsed;
    }
    let swapped = text.replace(',', ".").replace(['−', '–', '—'], "-");
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
pub(super) fn decimal(text: &str, decimals: usize) -> Option<i64> {
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

fn shorten(text: &str) -> String {
    let first: String = text.chars().take(40).collect();
    if first.len() < text.len() { format!("{first}…") } else { first }
}

/// A date, or a report with the form to write.
pub(super) fn date(reader: &mut Reader, text: &str, range: TextRange) -> Option<Date> {
    let error = match Date::parse(text) {
        Ok(date) => return Some(date),
        Err(error) => error,
    };
    let problem = match error {
        DateError::NoSuchDay => reader
            .fault(
                Name::MalformedDate,
                range,
                match text.get(5..7).map(str::parse) {
                    Some(Ok(1..=12u8)) => format!("there is no day `{text}`"),
                    _ => format!("there is no month `{}`", text.get(5..7).unwrap_or(text)),
                },
            )
            .label("not in the calendar"),
        DateError::Shape => reader
            .fault(Name::MalformedDate, range, format_args!("`{}` is no date", shorten(text)))
            .label("a date is written 2019, 2019-04 or 2019-04-12"),
    };
    // The time of a moment is more than a date holds.
    let day = text.split('T').next().unwrap_or_default();
    let day = day.split_once(' ').map_or(day, |(day, clock)| if clock.contains(':') { day } else { text });
    let digits: Vec<&str> = day.split(['/', '.', '-', ' ']).collect();
    let reordered: Vec<String> = match digits[..] {
        [year, month, day] if year.len() == 4 => vec![format!("{year}-{month:0>2}-{day:0>2}")],
        [year, month] if year.len() == 4 => vec![format!("{year}-{month:0>2}")],
        [month, year] if year.len() == 4 => vec![format!("{year}-{month:0>2}")],
        // With full stops the day comes first; with slashes it depends on the country.
        [day, month, year] if year.len() == 4 && text.contains('.') => vec![format!("{year}-{month:0>2}-{day:0>2}")],
        [one, two, year] if year.len() == 4 => {
            vec![format!("{year}-{two:0>2}-{one:0>2}"), format!("{year}-{one:0>2}-{two:0>2}")]
        }
        _ => Vec::new(),
    };
    let mut possible: Vec<String> = reordered.into_iter().filter(|date| Date::parse(date).is_ok()).collect();
    possible.dedup();
    if error == DateError::NoSuchDay {
        possible.clear();
    }
    reader.push(match &possible[..] {
        [] if error == DateError::Shape => {
            problem.help("write it as in 2025-03-12; the month or the year alone will do")
        }
        [] => problem.help("correct it, or leave out the day"),
        dates => problem.help(format_args!("write {}", dates.join(" or "))),
    });
    None
}

pub(super) fn moment(reader: &mut Reader, text: &str, range: TextRange) -> Option<Moment> {
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

pub(super) fn duration(reader: &mut Reader, text: &str, range: TextRange) -> Option<Duration> {
    let parsed = match text.split_once("..") {
        Some((least, most)) => {
            amount(least).zip(amount(most)).map(|(least, most)| Duration { least, most: Some(most) })
        }
        None => amount(text).map(|least| Duration { least, most: None }),
    };
    let Some(duration) = parsed else {
        let meant = spoken(text);
        let problem = reader
            .fault(Name::MalformedDuration, range, format_args!("`{}` is no duration", shorten(text)))
            .label("a number and one of s, m, h, d, w")
            .help(match &meant {
                Some(form) => format!("write `{form}`"),
                None => "write it as in `25m` or `10d..21d`".to_owned(),
            });
        reader.push(problem.may_mend(meant));
        return None;
    };
    if let Some(most) = duration.most
        && most.seconds() < duration.least.seconds()
    {
        let (from, to) = text.split_once("..").unwrap_or_default();
        let problem = reader
            .fault(Name::ReversedDuration, range, "the duration starts after it ends")
            .label("the shorter time comes first")
            .help(format_args!("write `{to}..{from}`"))
            .mend(format_args!("{to}..{from}"));
        reader.push(problem);
        return None;
    }
    Some(duration)
}

fn amount(text: &str) -> Option<Amount> {
    let unit = TimeUnit::ALL.into_iter().find(|unit| text.ends_with(unit.letter()))?;
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

pub(super) fn share(reader: &mut Reader, text: &str, range: TextRange) -> Option<u32> {
    let Some(number) = text.strip_suffix('%') else {
        let percent = decimal(text, 3).filter(|share| (0..=1000).contains(share));
        let meant = match percent {
            Some(share) if text.contains('.') => {
                Some(format!("{}%", f64::from(i32::try_from(share).unwrap_or(0)) / 10.0))
            }
            _ if decimal(text, 1).is_some_and(|share| (0..=1000).contains(&share)) => Some(format!("{text}%")),
            _ => None,
        };
        let problem = reader
            .fault(Name::MalformedShare, range, format_args!("the share `{}` has no sign", shorten(text)))
            .label("a number alone may mean a part or a percentage")
            .help(format_args!("write {}", meant.as_deref().unwrap_or("18%")));
        // Whether `0.4` is a part of one or of a hundred, only its author knows.
        reader.push(problem.may_mend(meant.filter(|_| !text.contains('.'))));
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
pub(super) fn language(reader: &mut Reader, text: &str, range: TextRange) -> Option<Locale> {
    match Locale::parse(text) {
        Ok(locale) => Some(locale),
        Err(error) => {
            let problem = reader.fault(Name::UnknownValue, range, &error).label("not a language as it is written");
            reader.push(match error {
                LocaleError::NotCanonical { canonical, .. } => {
                    problem.help(format_args!("write `{canonical}`")).mend(&canonical)
                }
                LocaleError::NotATag(_) => problem.help("write a tag such as `en`, `fr` or `pt-BR`"),
            });
            None
        }
    }
}

pub(super) fn url(reader: &mut Reader, text: &str, range: TextRange) -> Option<String> {
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

pub(super) fn slug(reader: &mut Reader, text: &str, range: TextRange) -> Option<String> {
    use unicode_normalization::UnicodeNormalization;
    let is_letter = |letter: char| letter.is_alphanumeric() || unicode_normalization::char::is_combining_mark(letter);
    let is_slug = text.chars().all(|letter| is_letter(letter) || letter == '-')
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.chars().count() <= 100
        && text.len() <= 200
        && text.to_lowercase() == text;
    if let Some(fault) = file_name_fault(text).filter(|_| is_slug) {
        let problem = reader
            .fault(Name::MalformedId, range, format_args!("the slug `{text}` {fault}"))
            .label("a page becomes a folder of this name")
            .help("add a word to it");
        reader.push(problem);
        return None;
    }
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

/// An old address: a folder, or a file that ends in `.html`, in a form that every system can hold.
pub(super) fn alias(reader: &mut Reader, text: &str, range: TextRange) -> Option<String> {
    let (message, label, help) = match alias_fault(text) {
        None => return Some(text.to_owned()),
        Some(AliasFault::NoPath) => (
            format!("`{}` is no address on this site", shorten(text)),
            "not a path from the root of the site",
            match rooted(text) {
                Some(path) => format!("write `{path}`"),
                None => "write it as in `/en/articles/old-name/`".to_owned(),
            },
        ),
        Some(AliasFault::Name(name, fault)) => (
            format!("the name `{}` in this address {fault}", shorten(name)),
            "a redirect becomes folders of these names",
            "leave this address out, or redirect it where the site is served".to_owned(),
        ),
        Some(AliasFault::NoPage(name)) => (
            format!("`{}` is the name of a file that cannot lead on to a page", shorten(name)),
            "only a page in HTML can",
            "write a folder, as in `/en/old-name/`, or a file that ends in `.html`".to_owned(),
        ),
    };
    let problem = reader.fault(Name::WrongType, range, message).label(label).help(help);
    reader.push(problem);
    None
}

/// The path that was meant by an address without its first slash, or with the site before it.
fn rooted(text: &str) -> Option<String> {
    let text = text.trim();
    let path = match text.split_once("://") {
        Some((_, rest)) => rest.split_once('/')?.1,
        None => text.trim_start_matches('/'),
    };
    let is_page = path.ends_with('/') || path.ends_with(".html");
    let path = if is_page { format!("/{path}") } else { format!("/{path}/") };
    alias_fault(&path).is_none().then_some(path)
}

/// Why nothing can stand at an address.
enum AliasFault<'a> {
    NoPath,
    Name(&'a str, &'static str),
    NoPage(&'a str),
}

fn alias_fault(text: &str) -> Option<AliasFault<'_>> {
    let inside = text.strip_prefix('/').map(|rest| rest.strip_suffix('/').unwrap_or(rest));
    let Some(inside) = inside.filter(|inside| !inside.is_empty() && text.len() <= 200) else {
        return Some(AliasFault::NoPath);
    };
    let is_path = !inside.split('/').any(|part| matches!(part, "" | "." | ".."))
        && !inside.contains(['#', '%'])
        && !inside.chars().any(char::is_whitespace);
    if !is_path {
        return Some(AliasFault::NoPath);
    }
    let folders = if text.ends_with('/') { inside } else { inside.rsplit_once('/').map_or("", |(folders, _)| folders) };
    inside.split('/').enumerate().find_map(|(place, name)| {
        let is_folder = place < folders.split('/').filter(|folder| !folder.is_empty()).count();
        // `.htaccess` is read by servers; `v1.2` is a folder, `feed.xml` is not.
        if name.starts_with('.') {
            return Some(AliasFault::Name(name, "starts with a full stop, and is hidden from readers"));
        }
        if let Some(fault) = file_name_fault(name) {
            return Some(AliasFault::Name(name, fault));
        }
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        let ending = ending.filter(|ending| ending.starts_with(|first: char| first.is_ascii_alphabetic()))?;
        (is_folder || !matches!(&*ending, "html" | "htm")).then_some(AliasFault::NoPage(name))
    })
}

pub(super) fn file(reader: &mut Reader, text: &str, range: TextRange) -> Option<String> {
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
