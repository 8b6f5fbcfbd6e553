//! What can be wrong with a text, in words.

use std::collections::BTreeMap;

use super::mermaid::ChartFault;
use super::{Address, Fault, Heading, Limits, Reference, ReferenceKind};
use crate::base::TextRange;
use crate::diagnostic::Name;

/// The text has too many bytes.
pub(super) fn too_large(range: TextRange, bytes: usize, limits: &Limits) -> Fault {
    Fault {
        name: Name::PageTooLarge,
        range,
        message: format!("the text has {bytes} bytes, {} are allowed", limits.bytes),
        label: "starts here".into(),
        help: Some("split the page".into()),
    }
}

/// Something is nested too deeply.
pub(super) fn too_deep(range: TextRange, depth: usize, limits: &Limits) -> Fault {
    Fault {
        name: Name::NestedTooDeeply,
        range,
        message: format!("{depth} levels are nested here, {} are allowed", limits.nesting),
        label: "reaches this deep".into(),
        help: Some("take the innermost parts out, into paragraphs of their own".into()),
    }
}

/// Tables would become much larger than they are written.
pub(super) fn too_many_cells(range: TextRange, cells: usize) -> Fault {
    Fault {
        name: Name::PageTooLarge,
        range,
        message: format!("the tables of this page have {cells} empty cells"),
        label: "the first of them".into(),
        help: Some("give each row as many cells as it needs".into()),
    }
}

/// Raw HTML would make browsers load a file.
pub(super) fn loads_a_file(range: TextRange) -> Fault {
    Fault {
        name: Name::RemoteImage,
        range,
        message: "an element in raw HTML would load a file".into(),
        label: "is left out".into(),
        help: Some("write images as `![what it shows](file.png)`, beside the page".into()),
    }
}

/// What forbids publishing a reference, by its spelling alone.
pub(super) fn reference_fault(reference: &Reference) -> Option<Fault> {
    let fault = |name, message: String, label: &str, help: &str| Fault {
        name,
        range: reference.range,
        message,
        label: label.into(),
        help: Some(help.into()),
    };
    let target = &reference.target;
    match (&reference.address, reference.kind) {
        (Address::Path { .. }, ReferenceKind::Image) => None,
        (_, ReferenceKind::Image) => Some(fault(
            Name::RemoteImage,
            format!("the image `{target}` is not a file of this project"),
            if target.contains('\\') { "not a path" } else { "would be loaded from elsewhere" },
            &if target.contains('\\') {
                format!("write `{}`, with slashes", target.replace('\\', "/"))
            } else {
                "put the image beside the page and name its file".to_owned()
            },
        )),
        (Address::Refused(why), _) => Some(fault(
            Name::UnsafeLink,
            format!("the link to `{target}` is not allowed"),
            why,
            "links may use https, http, mailto and tel, name a document, or give a path",
        )),
        _ => None,
    }
}

/// Ids that two headings are given.
pub(super) fn repeated_ids(headings: &[Heading]) -> Vec<Fault> {
    let mut seen: BTreeMap<&str, &Heading> = BTreeMap::new();
    let mut faults = Vec::new();
    for heading in headings {
        let Some(pinned) = heading.pinned.as_deref() else { continue };
        if seen.insert(pinned, heading).is_some() {
            faults.push(Fault {
                name: Name::DuplicateAnchor,
                range: heading.range,
                message: format!("two headings have the id `{pinned}`"),
                label: "repeated here".into(),
                help: Some("give one of them another `{#id}`".into()),
            });
        }
    }
    faults
}

/// A Mermaid journey that stays code.
pub(super) fn not_drawn(fault: ChartFault, range: TextRange) -> Fault {
    Fault {
        name: Name::DiagramNotDrawn,
        range,
        message: format!("this Mermaid journey is not drawn: {}", fault.message),
        label: "is shown as code".into(),
        help: (!fault.help.is_empty()).then_some(fault.help),
    }
}

/// A footnote that no reader will see.
pub(super) fn unused_footnote(label: &str, range: TextRange) -> Fault {
    Fault {
        name: Name::UnusedFootnote,
        range: TextRange::new(range.start(), range.start() + label.len() + "[^]:".len()),
        message: format!("no sentence points to the footnote `{label}`, so it is not printed"),
        label: "printed nowhere".into(),
        help: Some(format!("write `[^{label}]` behind the words it belongs to, or take it out")),
    }
}
