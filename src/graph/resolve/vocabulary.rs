//! References between vocabulary entries.

use super::super::{Node, Place, Relation};
use super::documents::owned_by;
use super::lookup::Resolver;
use crate::content::Kind;
use crate::content::vocabulary::{Entry, VocabularyFile};

/// Looks up what an entry names.
pub(super) fn resolve(node: &Node, file: &VocabularyFile, resolver: &mut Resolver<'_>) {
    let path = &file.path;
    let from = Place::whole(node.id.clone());
    match node.entry() {
        Some(Entry::Department(department)) => {
            if let Some(parent) = &department.parent {
                resolver.link(path, &from, Relation::PartOf, Kind::Department, parent);
            }
        }
        Some(Entry::Touchpoint(touchpoint)) => {
            for channel in &touchpoint.channels {
                resolver.link(path, &from, Relation::OnChannel, Kind::Channel, channel);
            }
            owned_by(path, &from, &touchpoint.owner, resolver);
            if let Some(purpose) = &touchpoint.purpose {
                resolver.link(path, &from, Relation::ForPurpose, Kind::Purpose, purpose);
            }
            for other in &touchpoint.contradicts {
                both_ways(path, &from, Relation::Contradicts, Kind::Touchpoint, other, resolver);
            }
        }
        Some(Entry::System(system)) => owned_by(path, &from, &system.owner, resolver),
        Some(Entry::Lifecycle(lifecycle)) => {
            for stage in lifecycle.lobes.values().flatten() {
                resolver.find(path, Kind::Term, stage);
            }
        }
        Some(Entry::Term(term)) => {
            if let Some(opposite) = &term.opposite {
                both_ways(path, &from, Relation::Opposite, Kind::Term, opposite, resolver);
            }
            for other in &term.see {
                resolver.link(path, &from, Relation::See, Kind::Term, other);
            }
        }
        _ => {}
    }
}

fn both_ways(
    path: &crate::base::SourcePath,
    from: &Place,
    relation: Relation,
    kind: Kind,
    reference: &crate::content::front_matter::Ref,
    resolver: &mut Resolver<'_>,
) {
    if let Some(other) = resolver.find(path, kind, reference) {
        let to = Place::whole(other.id.clone());
        resolver.add(from, relation, to.clone());
        resolver.add(&to, relation, from.clone());
    }
}
