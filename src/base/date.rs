//! Dates as authors know them: a day, a month or a year.

use std::fmt;

use jiff::civil;

/// A day, or only its month, or only its year: `2019-04-12`, `2019-04`, `2019`.
///
/// Order and arithmetic take the first day it may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    first: civil::Date,
    precision: Precision,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Precision {
    Year,
    Month,
    Day,
}

/// Why a text is no [`Date`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// It has another shape.
    #[error("a date is written 2019, 2019-04 or 2019-04-12")]
    Shape,
    /// The calendar has no such day.
    #[error("the calendar has no such day")]
    NoSuchDay,
}

impl Date {
    /// Reads `2019`, `2019-04` or `2019-04-12`.
    ///
    /// # Errors
    ///
    /// [`DateError`] for any other shape, and for days that do not exist.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let year = number(parts.next(), 4)?.ok_or(DateError::Shape)?;
        let month = number(parts.next(), 2)?;
        let day = number(parts.next(), 2)?;
        if parts.next().is_some() {
            return Err(DateError::Shape);
        }
        let precision = match (month, day) {
            (None, _) => Precision::Year,
            (Some(_), None) => Precision::Month,
            (Some(_), Some(_)) => Precision::Day,
        };
        let small = |part: Option<i16>| i8::try_from(part.unwrap_or(1)).map_err(|_| DateError::NoSuchDay);
        let first = civil::Date::new(year, small(month)?, small(day)?).map_err(|_| DateError::NoSuchDay)?;
        Ok(Self { first, precision })
    }

    /// The day `first`, exactly.
    #[must_use]
    pub fn from_day(first: civil::Date) -> Self {
        Self { first, precision: Precision::Day }
    }

    /// The day that lies `seconds` after the start of 1970 in UTC, as `SOURCE_DATE_EPOCH` counts.
    #[must_use]
    pub fn from_epoch_seconds(seconds: i64) -> Option<Self> {
        let epoch = civil::Date::constant(1970, 1, 1);
        let days = jiff::Span::new().try_days(seconds.div_euclid(86_400)).ok()?;
        epoch.checked_add(days).ok().map(Self::from_day)
    }

    /// The first day it may mean.
    #[must_use]
    pub fn first_day(self) -> civil::Date {
        self.first
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.first.year()
    }

    /// The month from 1 to 12, unless only the year is known.
    #[must_use]
    pub fn month(self) -> Option<i8> {
        (self.precision >= Precision::Month).then(|| self.first.month())
    }

    /// The day of the month, if it is known.
    #[must_use]
    pub fn day(self) -> Option<i8> {
        (self.precision == Precision::Day).then(|| self.first.day())
    }

    /// Whole months from this date to `later`; negative if `later` comes first.
    #[must_use]
    pub fn months_until(self, later: Self) -> i32 {
        let (from, to) = (self.first, later.first);
        let months =
            (i32::from(to.year()) - i32::from(from.year())) * 12 + i32::from(to.month()) - i32::from(from.month());
        if months > 0 && to.day() < from.day() {
            months - 1
        } else if months < 0 && to.day() > from.day() {
            months + 1
        } else {
            months
        }
    }

    /// Whole years from this date to `later`.
    #[must_use]
    pub fn years_until(self, later: Self) -> i32 {
        self.months_until(later) / 12
    }
}

fn number(part: Option<&str>, digits: usize) -> Result<Option<i16>, DateError> {
    let Some(part) = part else { return Ok(None) };
    if part.len() != digits || !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DateError::Shape);
    }
    part.parse().map(Some).map_err(|_| DateError::Shape)
}

impl fmt::Display for Date {
    /// The ISO 8601 form, as precise as the date is.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}", self.first.year())?;
        if let Some(month) = self.month() {
            write!(formatter, "-{month:02}")?;
        }
        if let Some(day) = self.day() {
            write!(formatter, "-{day:02}")?;
        }
        Ok(())
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn a_date_prints_as_it_was_written() {
        for text in ["2019", "2019-04", "2019-04-12"] {
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn shapes_and_days_that_do_not_exist_are_told_apart() {
        assert_eq!(Date::parse("12.4.2019"), Err(DateError::Shape));
        assert_eq!(Date::parse("2019-4"), Err(DateError::Shape));
        assert_eq!(Date::parse("2019-02-30"), Err(DateError::NoSuchDay));
    }

    #[test]
    fn ages_count_whole_months_and_years() {
        assert_eq!(date("2026-01-31").months_until(date("2026-02-28")), 0);
        assert_eq!(date("2016").years_until(date("2026-11-21")), 10);
        assert_eq!(Date::from_epoch_seconds(0).unwrap().to_string(), "1970-01-01");
    }
}
