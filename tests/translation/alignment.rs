//! What fits belongs together; what fits nothing is said to.

use cxbook::markdown::{Limits, parse};
use cxbook::translation::{Alignment, Revision, Segment, align};

fn revision(text: &str) -> Revision {
    Revision::of_parts(&Default::default(), &[], &parse(text, 0, &Limits::default()))
}

fn aligned(source: &str, target: &str) -> Alignment {
    let (source, target) = (revision(source), revision(target));
    let list = |revision: &Revision| -> Vec<Segment> { revision.segments.clone() };
    let (source, target) = (list(&source), list(&target));
    align(&source.iter().collect::<Vec<_>>(), &target.iter().collect::<Vec<_>>())
}

const LONG: &str = "A customer who has told the whole story once expects the next person to know it, and is right.";
const FRENCH: &str =
    "Un client qui a tout raconté une fois s’attend à ce que la personne suivante le sache, et il a raison.";

#[test]
fn equal_structures_are_aligned_in_order() {
    let alignment =
        aligned(&format!("# Why\n\n{LONG}\n\n- one\n- two\n"), &format!("# Pourquoi\n\n{FRENCH}\n\n- un\n- deux\n"));
    assert_eq!(alignment.pairs, (0..4).map(|at| (vec![at], vec![at])).collect::<Vec<_>>());
}

#[test]
fn a_pinned_heading_goes_before_order() {
    let alignment = aligned("## Why\n\n## How\n", "## Comment {#how}\n\n## Note\n");
    assert_eq!(alignment.pairs, [(vec![1], vec![0])]);
    assert_eq!((alignment.missing, alignment.extra), (vec![0], vec![1]));
}

#[test]
fn a_paragraph_split_in_two_is_aligned_with_both() {
    let source = format!("{LONG} {LONG}\n\nShort one.\n");
    let alignment = aligned(&source, &format!("{FRENCH}\n\nEt puis : {FRENCH}\n\nUne courte.\n"));
    assert_eq!(alignment.pairs, [(vec![0], vec![0, 1]), (vec![1], vec![2])]);
}

#[test]
fn a_repeated_title_and_a_missing_caption_stay_alone() {
    let source = format!("{LONG}\n\n[Credit: R. B.]\n\n{LONG} 42.\n");
    let target = format!("# Titre\n\n{FRENCH}\n\n# Titre\n\n{FRENCH} 42.\n");
    let alignment = aligned(&source, &target);
    assert_eq!(alignment.pairs, [(vec![0], vec![1]), (vec![2], vec![3])]);
    assert_eq!((alignment.missing, alignment.extra), (vec![1], vec![0, 2]));
}
