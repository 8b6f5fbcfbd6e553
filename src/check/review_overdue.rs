//! Documents whose review date has passed, or that nobody has touched for too long.

use super::{at, sources, whole};
use crate::base::{Date, count};
use crate::config::Config;
use crate::content::Kind;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, config: &Config, today: Date, diagnostics: &mut Diagnostics) {
    for (node, document, common) in sources(graph) {
        let ago = |months: i32| count(usize::try_from(months).unwrap_or(0), "month");
        if let Some(due) = &common.review_by {
            if due.value < today {
                let months = due.value.months_until(today);
                let when = if months > 0 { format!(" {} ago", ago(months)) } else { String::new() };
                let message = format_args!("the review date passed{when}");
                diagnostics.push(
                    at(document, due.range, Name::ReviewOverdue, message)
                        .help("read it again, and set a new `review-by`"),
                );
            }
            continue;
        }
        if matches!(node.id.kind, Kind::Event | Kind::Example) {
            continue;
        }
        let mapped = node.journey().and_then(|journey| journey.mapped.as_ref());
        let dates = [common.updated.as_ref(), common.published.as_ref(), mapped];
        let Some(last) = dates.into_iter().flatten().map(|date| date.value).max() else { continue };
        let months = last.months_until(today);
        if months >= i32::try_from(config.thresholds.stale_after_months).unwrap_or(i32::MAX) {
            let message = format_args!("this was last touched {} ago", ago(months));
            diagnostics.push(
                whole(document, common, Name::ReviewOverdue, message)
                    .help("read it again, and set `updated` or `review-by`"),
            );
        }
    }
}
