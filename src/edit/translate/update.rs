//! A translation to the same file with the source's new segments in it, marked, and with those marked
//! whose source is gone.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::order::{Beside, Order};
use super::outline::{Outline, pinned};
use super::{Done, Places, Refused, Setting, comments, fields, marks};
use crate::base::{Locale, SourcePath, TextRange, count};
use crate::content::text::nested;
use crate::content::yaml::{Key, Node, Value};
use crate::markdown::BlockKind;
use crate::translation::{Comparison, Mark, Pair, Place, Segment, Subject, replace};

/// Brings the translation of `subject` into `language` to the form of today's source.
///
/// New fields get an empty block below the source's words, new blocks the source's text with
/// `<!-- l10n:new -->`; what has no source any more gets `<!-- l10n:obsolete -->`. Comments that quote the
/// source quote it as it is today. Nothing that a person wrote is taken away.
///
/// # Errors
///
/// There is no such translation, or it cannot be read.
pub fn update(setting: &Setting<'_>, language: &str, subject: &str) -> Result<Done, Refused> {
    let subject = setting.subject(subject)?;
    let locale = setting.language(Some(subject), language)?;
    let file = setting.translation(subject, &locale)?;
    let comparison = setting.compare(subject, &locale)?;
    let path = file.path();
    let text = setting.text(path)?;
    let mut insertions: Vec<(usize, String)> = Vec::new();
    let mut by_hand: Vec<String> = Vec::new();
    let mut done = Done::default();

    let pairs: Vec<Pair<'_>> = comparison.pairs().collect();
    let missing: Vec<&Segment> = pairs.iter().filter(|pair| pair.target.is_none()).map(|pair| pair.source).collect();
    let keys: Vec<(&str, &Segment)> = missing
        .iter()
        .filter_map(|segment| match &segment.place {
            Place::Field(key) => Some((key.as_str(), *segment)),
            Place::Block { .. } => None,
        })
        .collect();
    // What the translation says for the source; in its short form an entry may say what the source says elsewhere.
    let written: Vec<&Segment> = pairs.iter().filter_map(|pair| pair.target).collect();
    let told = Told { path, text, written: &written, order: &Order::of(&comparison.source) };
    let new_fields = new_fields(&told, &keys, subject.source.locale(), &mut insertions, &mut by_hand)?;
    let body_start = file.body().offset;
    let new_blocks = if file.body().text.trim().is_empty() {
        whole_body(&pairs, subject, text, &mut insertions)
    } else {
        new_blocks(&pairs, text, body_start, &mut insertions, &mut by_hand)
    };
    let obsolete = obsolete(&comparison, text, &mut insertions, &mut by_hand);

    let tree = fields::tree(path, text)?;
    let quotations = comments::outdated(&tree, text, &comparison.source, subject.source.locale());

    let changes: Vec<(TextRange, &str)> = insertions
        .iter()
        .map(|(at, new)| (TextRange::at(*at), new.as_str()))
        .chain(quotations.iter().map(|(range, new)| (*range, new.as_str())))
        .collect();
    let updated = replace(text, &changes);
    fields::tree(path, &updated).map_err(|_| {
        Refused::new(format_args!("{path} is written in a way that cannot be added to; add the new fields by hand"))
    })?;
    let marks = marks::hint_of(path, &updated);
    let is_field = |pair: &Pair<'_>| pair.is_untranslated && pair.source.place.block().is_none();
    // Where they stand in the file as it will be; what is written already has moved.
    let places = Places::new(path, &updated);
    let place = |pair: Pair<'_>| places.named(pair.source, None);
    let empty: Vec<String> = comparison.pairs().filter(is_field).map(place).collect();
    done.edits.extend(setting.edit(path, updated));
    if !quotations.is_empty() {
        let many = count(quotations.len(), "comment");
        done.did.push(format!("brought {many} of {path} up to today's source"));
    }
    if new_fields + new_blocks + obsolete == 0 && by_hand.is_empty() {
        done.did.push(format!("{path} has a place for every segment of its source already"));
    } else {
        let added: Vec<String> = [(new_fields, "field"), (new_blocks, "block")]
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, noun)| count(number, noun))
            .collect();
        if !added.is_empty() {
            done.did.push(format!("added {} to {path}", added.join(" and ")));
        }
        if obsolete > 0 {
            done.did.push(format!("marked {} of {path} as obsolete", count(obsolete, "block")));
        }
    }
    for part in by_hand {
        done.next.push(format!("by hand: {part}"));
    }
    if !empty.is_empty() {
        let texts = count(empty.len(), "text");
        done.next.push(format!("write the {texts} that {path} still lacks: {}", listed(&empty)));
    }
    if file.body().text.trim().is_empty() && new_blocks > 0 {
        done.next.push(format!(
            "translate what stands below the second `---` of {path} in its place, and leave each `{{#id}}` as it is"
        ));
    }
    let is_marked = marks.is_some();
    done.next.extend(marks);
    if obsolete > 0 {
        done.next.push("delete what is marked `<!-- l10n:obsolete -->` if it is not needed".to_owned());
    }
    let id = &subject.id;
    let others = comparison.untranslated_changes().len() < comparison.open().len();
    if others {
        done.next.push(format!("see what else has changed with `cxbook translate diff {locale} {id}`"));
    } else if is_marked || new_fields > 0 {
        done.next.push(format!("then note that it has followed its source: `cxbook translate sync {locale} {id}`"));
    }
    Ok(done)
}

/// The first few of some places.
pub(super) fn listed(names: &[String]) -> String {
    let shown: Vec<&str> = names.iter().take(5).map(String::as_str).collect();
    let more = if names.len() > shown.len() { " …" } else { "" };
    format!("{}{more}", shown.join("; "))
}

/// The file of a translation, what it says, and in which order its source does.
struct Told<'a> {
    path: &'a SourcePath,
    text: &'a str,
    written: &'a [&'a Segment],
    order: &'a Order<'a>,
}

/// Adds an empty block for each key that the file does not have, where its neighbours stand.
fn new_fields(
    told: &Told<'_>,
    keys: &[(&str, &Segment)],
    source: &Locale,
    insertions: &mut Vec<(usize, String)>,
    by_hand: &mut Vec<String>,
) -> Result<usize, Refused> {
    let text = told.text;
    let tree = fields::tree(told.path, text)?;
    let range = fields::yaml_range(told.path, text)?;
    let mut sorted = keys.to_vec();
    sorted.sort_by_key(|(_, segment)| segment.range);
    // What lies deeper belongs to what stands above it, so it comes first of what comes to one place.
    let mut outlines: BTreeMap<(usize, Reverse<usize>, String), Outline> = BTreeMap::new();
    let mut lengthened: BTreeMap<usize, String> = BTreeMap::new();
    let mut count = 0;
    for (key, segment) in sorted {
        let (at, indent, rest) = match home(told, &tree, key, range) {
            Home::There => continue,
            Home::At { at, indent, rest } => (at, indent, rest),
            Home::Short { colon, main, at, indent, rest } => {
                lengthened.insert(colon, format!("\n{indent}{main}:"));
                (at, indent, rest)
            }
            Home::Nowhere => {
                by_hand.push(format!("{}, in {source}: {}", nested(key), segment.text));
                continue;
            }
        };
        outlines.entry((at, Reverse(indent.len()), indent)).or_default().insert(&rest, &segment.markdown);
        count += 1;
    }
    insertions.extend(lengthened);
    for ((at, _, indent), outline) in outlines {
        let yaml = outline.yaml(source, &indent);
        let is_line_open = at > 0 && !text[..at].ends_with('\n');
        insertions.push((at, if is_line_open { format!("\n{}", yaml.trim_end_matches('\n')) } else { yaml }));
    }
    Ok(count)
}

enum Home {
    /// It is there, perhaps empty.
    There,
    /// Beside its neighbour.
    At { at: usize, indent: String, rest: String },
    /// Below a text in its short form, which gets the name `main` behind the colon that ends at `colon`.
    Short { colon: usize, main: String, at: usize, indent: String, rest: String },
    /// Its parent is written on one line, or is no map.
    Nowhere,
}

/// Where a key belongs in a file that does not have it.
fn home(told: &Told<'_>, tree: &Node, key: &str, range: TextRange) -> Home {
    let text = told.text;
    let parts: Vec<&str> = key.split('.').collect();
    let (mut node, mut name) = (tree, None);
    for (depth, part) in parts.iter().enumerate() {
        let Value::Map(entries) = &node.value else {
            let short = name.and_then(|name| lengthened(text, name, node, &parts, depth, told.written));
            return short.unwrap_or(Home::Nowhere);
        };
        if let Some((key, child)) = entries.iter().find(|(key, _)| key.text == *part) {
            (node, name) = (child, Some(key));
            continue;
        }
        if depth > 0 && node.is_flow(text) {
            return Home::Nowhere;
        }
        let rest = parts[depth..].join(".");
        let Some((first, _)) = entries.first() else {
            return if depth == 0 { Home::At { at: range.end(), indent: String::new(), rest } } else { Home::Nowhere };
        };
        let line = text[..first.range.start()].rfind('\n').map_or(0, |at| at + 1);
        let indent = text[line..first.range.start()].to_owned();
        if !indent.trim().is_empty() {
            return Home::Nowhere;
        }
        let names = entries.iter().map(|(key, _)| key.text.as_str());
        let at = match told.order.beside(&parts[..depth].join("."), part, names) {
            Some(Beside::After(index)) => after(text, &entries[index], range),
            Some(Beside::Before(index)) => before(text, &entries[index].0, range),
            None => entries.last().map_or(range.end(), |entry| after(text, entry, range)),
        };
        return Home::At { at: at.min(range.end()), indent, rest };
    }
    match &node.value {
        // `phases: {notify: …}` says the main text of an entry, whose long form has a field more.
        Value::Map(_) | Value::List(_) => Home::Nowhere,
        Value::Scalar(_) | Value::Null => Home::There,
    }
}

/// Where the line starts after an entry: all lines belong to it that stand further in than its name, and those of a list
/// just below it. What the parser calls the end of an empty text lies further down.
fn after(text: &str, (key, node): &(Key, Node), range: TextRange) -> usize {
    let line = text[..key.range.start()].rfind('\n').map_or(0, |at| at + 1);
    let indent = key.range.start() - line;
    let end_of_line = |at: usize| text[at..range.end()].find('\n').map_or(range.end(), |length| at + length + 1);
    let start = if node.is_flow(text) { node.range.end() } else { key.range.end() };
    let mut end = end_of_line(start.min(range.end()));
    let mut next = end;
    while next < range.end() {
        let line = &text[next..end_of_line(next)];
        let inner = line.trim_start_matches([' ', '\t']);
        let depth = line.len() - inner.len();
        let is_item = depth == indent && (inner.starts_with("- ") || inner.trim_end() == "-");
        if !line.trim().is_empty() && depth <= indent && !is_item {
            break;
        }
        next += line.len();
        if !line.trim().is_empty() {
            end = next;
        }
    }
    end
}

/// Where the line starts of an entry, or that of the comments above it, which are about it.
fn before(text: &str, key: &Key, range: TextRange) -> usize {
    let start_of_line = |at: usize| text[..at].rfind('\n').map_or(0, |at| at + 1).max(range.start());
    let mut at = start_of_line(key.range.start());
    while at > range.start() {
        let above = start_of_line(at - 1);
        if !text[above..at].trim_start().starts_with('#') {
            break;
        }
        at = above;
    }
    at
}

/// What a short form becomes that gets a text more: `find: Le trouver` has `name: Le trouver` below it.
fn lengthened(text: &str, name: &Key, node: &Node, parts: &[&str], depth: usize, written: &[&Segment]) -> Option<Home> {
    let start = format!("{}.", parts[..depth].join("."));
    let main = written.iter().find_map(|segment| match &segment.place {
        Place::Field(key) if node.range.start() <= segment.range.start() && segment.range.end() <= node.range.end() => {
            key.strip_prefix(&start)
        }
        _ => None,
    })?;
    let before = &text[..name.range.start()];
    let indent = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    let rest = text.get(name.range.end()..node.range.start())?;
    let colon = name.range.end() + rest.find(':')? + 1;
    let is_plain = indent.trim().is_empty() && rest.trim() == ":" && !node.range.of(text).contains('\n');
    let end = node.range.end();
    is_plain.then(|| Home::Short {
        colon,
        main: main.to_owned(),
        at: text[end..].find('\n').map_or(text.len(), |at| end + at + 1),
        indent: format!("{indent}  "),
        rest: parts[depth..].join("."),
    })
}

/// Adds the body of the source to a translation that has none, to be translated in its place as in a new one.
fn whole_body(pairs: &[Pair<'_>], subject: &Subject, text: &str, insertions: &mut Vec<(usize, String)>) -> usize {
    let blocks = pairs.iter().filter(|pair| pair.source.place.block().is_some()).count();
    if blocks > 0 {
        let space = if text.ends_with('\n') { "\n" } else { "\n\n" };
        insertions.push((text.len(), format!("{space}{}", pinned(subject.source.body()).trim_start_matches('\n'))));
    }
    blocks
}

/// Adds each block that the translation lacks beside the neighbour that it has in the source.
fn new_blocks(
    pairs: &[Pair<'_>],
    text: &str,
    body_start: usize,
    insertions: &mut Vec<(usize, String)>,
    by_hand: &mut Vec<String>,
) -> usize {
    let blocks: Vec<&Pair<'_>> = pairs.iter().filter(|pair| pair.source.place.block().is_some()).collect();
    let mut count = 0;
    for (index, pair) in blocks.iter().enumerate() {
        if pair.target.is_some() {
            continue;
        }
        let Place::Block { kind, anchor, .. } = &pair.source.place else { continue };
        let words = pair.source.markdown.split_whitespace().filter(|word| *word != ">").collect::<Vec<_>>().join(" ");
        let before = blocks[..index].iter().rev().find_map(|pair| pair.second.or(pair.target));
        let after = blocks[index + 1..].iter().find_map(|pair| pair.target);
        let is_free =
            |segment: &&Segment| matches!(segment.place.block(), Some(BlockKind::Heading(_) | BlockKind::Paragraph));
        let block = match kind {
            BlockKind::Heading(level) => {
                let pin = anchor.as_ref().map_or_else(String::new, |anchor| format!(" {{#{anchor}}}"));
                format!("{} {words} <!-- l10n:new -->{pin}", "#".repeat(usize::from(*level)))
            }
            BlockKind::Paragraph => format!("{words} <!-- l10n:new -->"),
            BlockKind::Item if before.is_some_and(|before| before.place.block() == Some(BlockKind::Item)) => {
                let before = before.map(|before| before.range).unwrap_or_default();
                let line = text[..before.start()].rfind('\n').map_or(0, |at| at + 1);
                insertions.push((
                    line_end(text, before.end()),
                    format!("{}{words} <!-- l10n:new -->\n", &text[line..before.start()]),
                ));
                count += 1;
                continue;
            }
            BlockKind::Item => format!("- {words} <!-- l10n:new -->"),
            _ => {
                by_hand.push(format!("a {}: {}", pair.source.place.name(), pair.source.text));
                continue;
            }
        };
        let at = match (before.filter(is_free), after.filter(is_free), before) {
            (Some(before), ..) => line_end(text, before.range.end()),
            (None, Some(after), _) => text[..after.range.start()].rfind('\n').map_or(0, |at| at + 1),
            (None, None, Some(before)) => line_end(text, before.range.end()),
            (None, None, None) => body_start,
        };
        let is_before_next = before.filter(is_free).is_none() && after.filter(is_free).is_some();
        insertions.push((at, if is_before_next { format!("{block}\n\n") } else { format!("\n{block}\n") }));
        count += 1;
    }
    count
}

/// Where the next line starts.
fn line_end(text: &str, from: usize) -> usize {
    text[from..].find('\n').map_or(text.len(), |at| from + at + 1)
}

/// Marks each block whose source is gone; a field of which that is true is said to be ignored already.
fn obsolete(
    comparison: &Comparison,
    text: &str,
    insertions: &mut Vec<(usize, String)>,
    by_hand: &mut Vec<String>,
) -> usize {
    let mut count = 0;
    for (index, _) in &comparison.obsolete {
        let Some(segment) = comparison.target.segments.get(*index) else { continue };
        match &segment.place {
            Place::Block { .. }
                if segment.mark != Some(Mark::Obsolete) && text.get(segment.range.end()..).is_some() =>
            {
                insertions.push((segment.range.end(), " <!-- l10n:obsolete -->".to_owned()));
                count += 1;
            }
            Place::Block { .. } => {}
            Place::Field(key) => by_hand.push(format!("{} has no source any more: delete it", nested(key))),
        }
    }
    count
}
