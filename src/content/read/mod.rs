//! The trees of front matter and vocabulary to typed values: one file for each group of types, the
//! table of its fields beside the function that reads them.

pub mod common;
pub mod documents;
pub mod evidence;
pub mod journey;
mod journey_rules;
pub mod opportunity;
pub mod overlay;
pub mod reader;
mod scalars;
pub mod step;
pub mod values;
pub mod vocabulary;
mod words;

use crate::content::front_matter::FrontMatter;
use crate::content::shape::Shape;
use crate::content::yaml::Node;
use crate::content::{Kind, identity};
use reader::Reader;

/// The table of a kind of document.
#[must_use]
pub fn shape_of(kind: Kind) -> &'static Shape {
    match kind {
        Kind::Article => &documents::ARTICLE,
        Kind::Principle => &documents::PRINCIPLE,
        Kind::Journey => &journey::JOURNEY,
        Kind::Persona => &documents::PERSONA,
        Kind::Example => &documents::EXAMPLE,
        Kind::Event => &documents::EVENT,
        Kind::Response => &documents::RESPONSE,
        _ => &documents::PAGE,
    }
}

/// Every type that has a field called `name`, in reading order.
#[must_use]
pub fn owners_of(name: &str) -> Vec<&'static str> {
    let mut owners: Vec<&'static str> = Vec::new();
    for shape in shapes() {
        if shape.field(name).is_some() && !owners.contains(&shape.name) {
            owners.push(shape.name);
        }
    }
    owners
}

/// Every table, each once, documents before what they hold.
#[must_use]
pub fn shapes() -> Vec<&'static Shape> {
    let mut shapes: Vec<&'static Shape> =
        Kind::ALL.iter().filter(|kind| kind.is_document()).map(|kind| shape_of(*kind)).collect();
    shapes.extend(identity::VOCABULARIES.iter().map(|kind| vocabulary::shape_of(*kind)));
    shapes.push(&vocabulary::TERM_FORM);
    shapes.push(&overlay::OVERLAY);
    let mut next = 0;
    while let Some(shape) = shapes.get(next) {
        for inner in shape.fields().flat_map(|field| field.value.shapes()).collect::<Vec<_>>() {
            if !shapes.iter().any(|known| std::ptr::eq(*known, inner)) {
                shapes.push(inner);
            }
        }
        next += 1;
    }
    shapes
}

/// Reads the front matter of a source document.
pub fn front_matter(
    reader: &mut Reader,
    kind: Kind,
    node: &Node,
    place: crate::base::TextRange,
) -> Option<FrontMatter> {
    let fields = reader.fields(node, shape_of(kind), place, "")?;
    let mut front_matter = match kind {
        Kind::Article => FrontMatter::Article(documents::article(reader, &fields)),
        Kind::Principle => FrontMatter::Principle(documents::principle(reader, &fields)),
        Kind::Journey => FrontMatter::Journey(Box::new(journey::journey(reader, &fields))),
        Kind::Persona => FrontMatter::Persona(documents::persona(reader, &fields)),
        Kind::Example => FrontMatter::Example(documents::example(reader, &fields)),
        Kind::Event => FrontMatter::Event(documents::event(reader, &fields)),
        Kind::Response => FrontMatter::Response(documents::response(reader, &fields)),
        _ => FrontMatter::Page(documents::page(reader, &fields)),
    };
    if let Some(common) = front_matter.common_mut() {
        common.texts = std::mem::take(&mut reader.texts);
        common.renamed_from = std::mem::take(&mut reader.renamed);
        common.extensions = std::mem::take(&mut reader.extensions);
    }
    Some(front_matter)
}
