//! The clock and `SOURCE_DATE_EPOCH` to the day that ages and embargoes are counted from.

use anyhow::{Context, bail};

use crate::base::Date;

/// Today: what the user says, else `SOURCE_DATE_EPOCH`, else the clock, in UTC.
///
/// # Errors
///
/// The text is no day, or the variable holds no number of seconds.
pub fn today(said: Option<&str>) -> anyhow::Result<Date> {
    if let Some(text) = said {
        let date = Date::parse(text).with_context(|| format!("could not take `{text}` as today"))?;
        if date.day().is_none() {
            bail!("could not take `{text}` as today: it names no day; write it like 2026-11-21");
        }
        return Ok(date);
    }
    let seconds = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) if !text.is_empty() => {
            text.trim().parse().with_context(|| format!("could not read SOURCE_DATE_EPOCH: `{text}` is no number"))?
        }
        _ => std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .map_or(0, |elapsed| i64::try_from(elapsed.as_secs()).unwrap_or(i64::MAX)),
    };
    Date::from_epoch_seconds(seconds).context("could not take today from the clock: it is outside the calendar")
}
