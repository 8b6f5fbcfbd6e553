//! A source to the file in which its translation is written.

use super::outline::{Outline, pinned};
use super::{Done, Refused, Setting};
use crate::base::count;
use crate::content::identity::translation_path;
use crate::translation::{Place, Segment};

/// Starts the translation of `subject` into `language`.
///
/// # Errors
///
/// There is no such subject or language, its source cannot be read, or the translation is there already.
pub fn new(setting: &Setting<'_>, language: &str, subject: &str) -> Result<Done, Refused> {
    let subject = setting.subject(subject)?;
    let locale = setting.language(Some(subject), language)?;
    setting.readable(&subject.source)?;
    if let Some(file) = subject.translations.get(&locale) {
        return Err(Refused::new(format_args!("{} is there already, and is left as it is", file.path())));
    }
    let path = translation_path(subject.source.path(), &locale);
    if setting.sources.get(&path).is_some() {
        return Err(Refused::new(format_args!("{path} is there already, and is left as it is")));
    }
    let today = subject.today();
    let source = subject.source.locale();
    let said = format!("translation:\n  base: {}\n  status: draft\n  date: {}\n", today.id, setting.today);
    let fields = outline(today.segments.iter().filter(|segment| !subject.is_published(segment))).yaml(source, "");
    let body = pinned(subject.source.body());
    let text =
        if path.extension() == "md" { format!("---\n{said}{fields}---\n{body}") } else { format!("{said}{fields}") };

    let mut done = Done::default();
    done.edits.extend(setting.snapshot(subject, &today));
    done.edits.extend(setting.edit(&path, text));
    let blocks = today.blocks().len();
    let words: usize = setting.subjects.translatable(subject, &today).map(Segment::words).sum();
    done.did.push(format!(
        "wrote {path}: {} and {}, {} to translate",
        count(today.segments.len() - blocks, "field"),
        count(blocks, "block"),
        count(words, "word")
    ));
    done.next.push(format!(
        "write each text on a line of its own below the `>-` that follows its `# {source}:` comment, two spaces further in"
    ));
    if blocks > 0 {
        done.next.push("translate the blocks of the body in place, and leave each `{#id}` as it is".to_owned());
    }
    done.next.push(format!("see what is left with `cxbook translate status {locale} {}`", subject.id));
    Ok(done)
}

/// The fields among some segments of a source in the order they are written.
fn outline<'a>(segments: impl Iterator<Item = &'a Segment>) -> Outline {
    let mut fields: Vec<&Segment> = segments.filter(|segment| segment.place.block().is_none()).collect();
    fields.sort_by_key(|segment| segment.range);
    let mut outline = Outline::default();
    for segment in fields {
        if let Place::Field(key) = &segment.place {
            outline.insert(key, &segment.markdown);
        }
    }
    outline
}
