//! Texts to a translation with those of them that leave the page its shape.

use std::collections::BTreeMap;

use super::Fault;
use super::import::{Wanted, shortened};
use super::place::{At, Places};
use super::units::{Bundle, one_line};
use crate::base::{Locale, SourcePath, TextRange};
use crate::config;
use crate::content::yaml::Node;
use crate::content::{self, yaml};
use crate::diagnostic::Diagnostics;
use crate::edit::Edit;
use crate::edit::translate::Setting;
use crate::markdown::{Block, is_translated_code};
use crate::source::SourceSet;
use crate::translation::{Comparison, File, Place, Revision, SubjectId, Subjects, replace, snapshot};

/// Puts the texts in, one after the other, each only if the document keeps its shape.
pub(super) fn put(
    desk: &Desk<'_>,
    now: &Bundle,
    wanted: &[(usize, Wanted)],
    text: &str,
    refused: &mut Vec<String>,
) -> Result<(String, usize), Fault> {
    let start = desk.read(text)?;
    let places = Places::new(&start, text);
    let mut items: Vec<Item<'_>> = Vec::new();
    for (index, want) in wanted {
        let unit = &now.units[*index];
        let name = format!("{} “{}”", unit.key.as_deref().unwrap_or("a block"), shortened(&unit.source));
        let places = places.of(unit, &want.text);
        if places.is_empty() {
            refused.push(format!("{name}: there is no place for it in the file; put it in by hand"));
        } else {
            items.push(Item { name, text: &want.text, places });
        }
    }
    let mut page = Page { desk, text, shape: start.shape, taken: Vec::new(), refused };
    page.put(&items);
    let changes: Vec<(TextRange, &str)> = page.taken.iter().flat_map(|item| item.changes()).collect();
    Ok((replace(text, &changes), page.taken.len()))
}

/// A text with all its places in the file.
struct Item<'w> {
    name: String,
    text: &'w str,
    places: Vec<(At, TextRange, String)>,
}

impl Item<'_> {
    fn changes(&self) -> impl Iterator<Item = (TextRange, &str)> {
        self.places.iter().map(|(_, range, new)| (*range, new.as_str()))
    }
}

/// A translation while texts are put into it.
struct Page<'a, 'i> {
    desk: &'a Desk<'a>,
    text: &'a str,
    shape: Shape,
    taken: Vec<&'i Item<'i>>,
    refused: &'a mut Vec<String>,
}

impl<'i> Page<'_, 'i> {
    /// Puts texts in together; where they break the page, each half, down to the one that does.
    fn put(&mut self, items: &'i [Item<'i>]) {
        if items.is_empty() {
            return;
        }
        let changes: Vec<_> = self.taken.iter().copied().chain(items).flat_map(Item::changes).collect();
        let says: Vec<(&At, &str)> =
            items.iter().flat_map(|item| item.places.iter().map(|(at, ..)| (at, item.text))).collect();
        let after = self.desk.read(&replace(self.text, &changes)).ok().map(|read| read.shape);
        match (after, items) {
            (Some(after), _) if self.shape.allows(&after, &says) => {
                self.shape = after;
                self.taken.extend(items);
            }
            (_, [one]) => self.refused.push(format!("{}: the page would have another shape with it", one.name)),
            _ => {
                let (first, second) = items.split_at(items.len() / 2);
                self.put(first);
                self.put(second);
            }
        }
    }
}

/// One translation on the desk: its file as a text, and all that reading it takes.
pub(super) struct Desk<'a> {
    pub(super) setting: &'a Setting<'a>,
    pub(super) path: &'a SourcePath,
    pub(super) source: &'a SourcePath,
    pub(super) id: &'a SubjectId,
    pub(super) locale: &'a Locale,
    pub(super) extra: &'a [Edit],
}

/// A translation as it reads.
pub(super) struct Read {
    pub(super) comparison: Comparison,
    pub(super) target: Revision,
    pub(super) tree: Node,
    shape: Shape,
}

impl Desk<'_> {
    /// Reads the translation as if its file said `text`.
    fn read(&self, text: &str) -> Result<Read, Fault> {
        let broken = || Fault::whole(format_args!("{} could not be read", self.path));
        let mut sources = SourceSet::default();
        let known = self.setting.sources;
        for path in [SourcePath::new(config::PATH), self.source.clone()] {
            if let Some(file) = known.get(&path) {
                sources.insert(path, file.bytes().to_vec());
            }
        }
        for (path, file) in known.under(snapshot::FOLDER) {
            let is_ours = text.contains(path.file_name().split('.').next().unwrap_or_default());
            if is_ours {
                sources.insert(path.clone(), file.bytes().to_vec());
            }
        }
        for edit in self.extra {
            sources.insert(edit.path.clone(), edit.text.as_bytes().to_vec());
        }
        sources.insert(self.path.clone(), text.as_bytes().to_vec());
        let mut diagnostics = Diagnostics::default();
        let documents = content::parse(&sources, self.setting.config, &mut content::Memo::default(), &mut diagnostics);
        let errors = diagnostics.iter().filter(|found| found.span.path == *self.path).count();
        let subjects = Subjects::collect(&sources, &documents, self.setting.config, &mut Diagnostics::default());
        let subject = subjects.get(self.id).ok_or_else(broken)?;
        let file = subject.translations.get(self.locale).ok_or_else(broken)?;
        let comparison =
            subjects.compare(&sources, subject, self.locale, &mut Diagnostics::default()).ok_or_else(broken)?;
        let target = subject.revision(file);
        let shape = Shape::of(file, &target, errors);
        let range = match file {
            File::Document(document) => document.parsed.front_matter_range,
            File::Vocabulary(_) => TextRange::new(0, text.len()),
        };
        let tree = yaml::parse(self.path, text, range).map_err(|_| broken())?;
        Ok(Read { comparison, target, tree, shape })
    }
}

/// What must not change but for one text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shape {
    blocks: Vec<(String, String)>,
    fields: Vec<(String, String)>,
    structure: String,
    errors: usize,
}

impl Shape {
    fn of(file: &File, revision: &Revision, errors: usize) -> Self {
        let body = file.body();
        let kinds: Vec<_> = body.blocks.iter().map(|block| block.kind).collect();
        let is_fixed = |block: &&Block| !(block.kind.is_prose() || is_translated_code(body, block));
        let code: Vec<&str> = body.blocks.iter().filter(is_fixed).map(|block| block.text.as_str()).collect();
        let pins: Vec<_> = body.headings.iter().map(|heading| (heading.level, &heading.pinned)).collect();
        let comments: Vec<&str> =
            body.directives.iter().map(|said| said.text.as_str()).filter(|said| *said != "new").collect();
        let mut shape = Self {
            blocks: Vec::new(),
            fields: Vec::new(),
            structure: format!("{kinds:?} {code:?} {pins:?} {comments:?} {}", body.is_refused),
            errors,
        };
        for segment in &revision.segments {
            match &segment.place {
                Place::Field(key) => shape.fields.push((key.to_string(), segment.markdown.clone())),
                Place::Block { .. } => shape.blocks.push((segment.hash.to_string(), one_line(&segment.markdown))),
            }
        }
        shape
    }

    /// Whether `after` differs from this in nothing but the named texts, which say what they should.
    fn allows(&self, after: &Self, says: &[(&At, &str)]) -> bool {
        let blocks: BTreeMap<usize, &str> = says
            .iter()
            .filter_map(|(at, text)| if let At::Block(index) = at { Some((*index, *text)) } else { None })
            .collect();
        let fields: BTreeMap<&str, &str> = says
            .iter()
            .filter_map(|(at, text)| if let At::Field(key) = at { Some((key.as_str(), *text)) } else { None })
            .collect();
        let mut pairs = self.blocks.iter().zip(&after.blocks).enumerate();
        let are_blocks_right = self.blocks.len() == after.blocks.len()
            && pairs.all(|(index, (old, now))| blocks.get(&index).map_or(old.0 == now.0, |text| now.1 == **text));
        let others = |all: &[(String, String)]| -> Vec<(String, String)> {
            all.iter().filter(|(key, _)| !fields.contains_key(key.as_str())).cloned().collect()
        };
        let said: BTreeMap<&str, &str> = after.fields.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
        let are_fields_right = others(&self.fields) == others(&after.fields)
            && fields.iter().all(|(key, text)| said.get(key) == Some(text));
        are_blocks_right && are_fields_right && self.structure == after.structure && after.errors <= self.errors
    }
}
