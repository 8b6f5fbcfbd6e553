//! A translation from elsewhere to a file beside its source, with what fits and what does not.

use std::collections::BTreeMap;

use super::outline::Outline;
use super::{Done, Refused, Setting};
use crate::base::{SourcePath, TextRange, count};
use crate::content::front_matter::split::split;
use crate::content::identity::translation_path;
use crate::markdown::{self, Limits};
use crate::translation::{Alignment, Place, Revision, Segment, align, replace};

/// Takes the text of an existing translation for the body of `subject` in `language`.
///
/// # Errors
///
/// There is no such subject or language, its source cannot be read, the translation is there already, or nothing of it
/// fits.
pub fn adopt(setting: &Setting<'_>, language: &str, subject: &str, name: &str, text: &str) -> Result<Done, Refused> {
    let subject = setting.subject(subject)?;
    let locale = setting.language(Some(subject), language)?;
    setting.readable(&subject.source)?;
    let path = translation_path(subject.source.path(), &locale);
    if setting.sources.get(&path).is_some() {
        return Err(Refused::new(format_args!("{path} is there already, and is left as it is")));
    }
    let mut done = Done::default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let text = match split(&SourcePath::new(name), &text) {
        Ok(parts) => {
            done.next.push(format!("the front matter of {name} was left out; take from it what fits"));
            parts.body.of(&text).trim_start_matches('\n').to_owned()
        }
        Err(_) => text,
    };
    let body = markdown::parse(&text, 0, &Limits::default());
    if body.is_refused {
        return Err(Refused::new(format_args!("{name} is too large or too deeply nested to be read")));
    }
    let today = subject.today();
    let theirs = Revision::of_parts(&Default::default(), &[], &body);
    let source: Vec<&Segment> = today.segments.iter().filter(|segment| segment.place.block().is_some()).collect();
    let target: Vec<&Segment> = theirs.segments.iter().collect();
    let alignment = align(&source, &target);
    if alignment.pairs.is_empty() {
        return Err(Refused::new(format_args!(
            "nothing in {name} fits the {} of `{}`",
            count(source.len(), "block"),
            subject.id
        )));
    }

    let mut pins: Vec<(TextRange, String)> = Vec::new();
    for (from, to) in &alignment.pairs {
        if let ([from], [to]) = (&from[..], &to[..])
            && let (Place::Block { anchor: Some(anchor), .. }, Place::Block { anchor: Some(_), is_pinned: false, .. }) =
                (&source[*from].place, &target[*to].place)
        {
            pins.push((TextRange::at(target[*to].range.end()), format!(" {{#{anchor}}}")));
        }
    }
    let pins: Vec<(TextRange, &str)> = pins.iter().map(|(at, pin)| (*at, pin.as_str())).collect();
    let mut fields: Vec<&Segment> = today.segments.iter().filter(|segment| segment.place.block().is_none()).collect();
    fields.sort_by_key(|segment| segment.range);
    let mut outline = Outline::default();
    for segment in &fields {
        if let Place::Field(key) = &segment.place {
            outline.insert(key, &segment.markdown);
        }
    }
    let yaml = outline.yaml(subject.source.locale(), "");
    let said = format!("translation:\n  base: {}\n  status: draft\n  date: {}\n", today.id, setting.today);
    let adopted = replace(&text, &pins);
    done.edits.extend(setting.snapshot(subject, &today));
    done.edits.extend(setting.edit(&path, format!("---\n{said}{yaml}---\n\n{}", adopted.trim_start_matches('\n'))));

    let aligned: usize = alignment.pairs.iter().map(|(from, _)| from.len()).sum();
    done.did.push(format!("wrote {path}: {aligned} of {} aligned", count(source.len(), "block")));
    let stand_ins = stand_ins(&alignment);
    if !stand_ins.is_empty() {
        let own: usize = alignment.pairs.iter().map(|(_, to)| to.len()).sum();
        done.did.push(format!(
            "{} of the {} of {name} have a place in the source: {own} translate what stands there, {} something else",
            own + stand_ins.len(),
            count(target.len(), "block"),
            match stand_ins.len() {
                1 => "1 says".to_owned(),
                many => format!("{many} say"),
            },
        ));
    }
    for index in &alignment.missing {
        let instead = stand_ins.get(index).map(|at| format!(", and in its place stands {}", start(&target[*at].text)));
        let (kind, text) = (source[*index].place.name(), start(&source[*index].text));
        done.did.push(format!("missing: {kind} {text}{}", instead.unwrap_or_default()));
    }
    for (from, to) in alignment.pairs.iter().filter(|(from, to)| from.len() + to.len() > 2) {
        let text = from.first().map_or("", |index| &source[*index].text);
        let what = if to.len() > 1 { "split in two" } else { "joined with the next" };
        done.did.push(format!("{what}: {}", start(text)));
    }
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for segment in &target {
        *seen.entry(segment.text.as_str()).or_default() += 1;
    }
    for index in &alignment.extra {
        let text = target[*index].text.as_str();
        match seen.insert(text, 0) {
            Some(0) => {}
            Some(1) | None => done.did.push(format!("fits nothing: {}", start(text))),
            Some(times) => done.did.push(format!("fits nothing, {times} times: {}", start(text))),
        }
    }
    if !fields.is_empty() {
        done.next.push(format!("write the {} of the front matter, such as the title", count(fields.len(), "field")));
    }
    if !alignment.missing.is_empty() {
        done.next.push(format!("`cxbook translate update {locale} {}` adds what is missing, marked", subject.id));
    }
    if !alignment.extra.is_empty() {
        done.next.push("read what fits nothing, and delete what is not needed".to_owned());
    }
    done.next.push(format!("see terms and typography with `cxbook check --lang {locale}`"));
    Ok(done)
}

/// The blocks that fit nothing and stand where others are missing: as many of them between the same neighbours.
fn stand_ins(alignment: &Alignment) -> BTreeMap<usize, usize> {
    let first = |indices: &[usize]| indices.first().copied();
    let mut bounds: Vec<(usize, usize)> =
        alignment.pairs.iter().filter_map(|(from, to)| Some((first(from)?, first(to)?))).collect();
    bounds.sort_unstable();
    bounds.push((usize::MAX, usize::MAX));
    let mut stand_ins = BTreeMap::new();
    let mut after: Option<(usize, usize)> = None;
    for (from, to) in bounds {
        let between = |indices: &[usize], after: Option<usize>, before: usize| -> Vec<usize> {
            indices
                .iter()
                .copied()
                .filter(|index| after.is_none_or(|after| *index > after) && *index < before)
                .collect()
        };
        let missing = between(&alignment.missing, after.map(|(from, _)| from), from);
        let extra = between(&alignment.extra, after.map(|(_, to)| to), to);
        if missing.len() == extra.len() {
            stand_ins.extend(missing.into_iter().zip(extra));
        }
        after = Some((from, to));
    }
    stand_ins
}

/// The first words of a text.
pub(super) fn start(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    if words.len() <= 10 { format!("“{text}”") } else { format!("“{} …”", words[..10].join(" ")) }
}
