//! What is not public is in no byte of the built site, however it is packed.

use std::io::Read;

use super::site;
use super::support::Site;

/// A word that stands nowhere else, and whose beginning stands nowhere else.
const CANARY: &str = "kookaburra";
const STEM: &str = "kookab";

const HIDDEN: &str = r#"
-- content/articles/draft/index.md --
---
title: A kookaburra
summary: Of kookaburras.
slug: kookaburra
aliases: [/en/old-kookaburra/]
authors: [kookaburra-keeper]
tags: [kookaburra-tag]
category: kookaburra-category
sources: [kookaburra-source]
---

## Kookaburra

Of the kookaburra, after [[principle:once]], see [[symptom:kookaburra-symptom]]. ![A kookaburra](kookaburra.svg)
-- content/articles/draft/index.fr.md --
---
title: Un kookaburra
summary: Des kookaburras.
---

Du kookaburra.
-- content/articles/draft/kookaburra.svg --
<svg xmlns="http://www.w3.org/2000/svg"><text>kookaburra</text></svg>
-- content/journeys/nest/index.md --
---
title: I meet a kookaburra
summary: Kookaburra.
kind: current
level: macro
lifecycle: kookaburra-life
persona: ana
goal: To see it.
owner: kookaburra-house
mapped: 2026-01-01
phases:
  start:
    name: See
    stage: leave
    steps:
      call:
        name: Sees
        touchpoint: kookaburra-tree
        emotion: -1
---
-- content/articles/review.md --
---
title: Kookaburra in review
summary: Kookaburra.
status: review
---

Kookaburra.
-- content/articles/tomorrow.md --
---
title: Kookaburra tomorrow
summary: Kookaburra.
status: published
published: 2026-11-22
---

Kookaburra.
-- content/responses/draft/2026-03-01-leo.md --
---
to: draft
author: Kookaburra
date: 2026-03-01
consent: true
---

A kookaburra two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.
"#;

/// Entries that only what is hidden names, by itself or through each other.
const ENTRIES: &str = r#"
-- content/vocab/authors.yaml --
kookaburra-keeper: { name: Kookaburra keeper }
-- content/vocab/authors.fr.yaml --
kookaburra-keeper: { name: La gardienne kookaburra }
-- content/vocab/tags.yaml --
kookaburra-tag: Kookaburra tag
-- content/vocab/categories.yaml --
kookaburra-category: Kookaburra category
-- content/vocab/symptoms.yaml --
kookaburra-symptom: Kookaburra symptom
-- content/vocab/sources.yaml --
kookaburra-source: { kind: post, title: Kookaburra source, url: "https://kookaburra.example/" }
kookaburra-archive: { kind: post, title: Kookaburra archive, url: "https://archive.example/kookaburra" }
-- content/vocab/departments.yaml --
claims: Claims
sales: Sales
kookaburra-house: Kookaburra house
-- content/vocab/channels.yaml --
phone: { name: Phone, medium: phone }
letter: { name: Letter, medium: letter }
kookaburra-call: { name: Kookaburra call, medium: phone }
-- content/vocab/touchpoints.yaml --
hotline: { name: Hotline, channel: phone, owner: claims, purpose: tell }
kookaburra-tree: { name: Kookaburra tree, channel: kookaburra-call, owner: claims, purpose: tell, contradicts: [hotline] }
-- content/vocab/lifecycles.yaml --
cover:
  loops: false
  lobes: { own: [use, leave] }
kookaburra-life:
  loops: false
  lobes: { kookaburra-lobe: [use, leave] }
"#;

/// What internal evidence is quoted from.
const ARCHIVE: &str = r#"
-- content/vocab/sources.yaml --
kookaburra-archive: { kind: post, title: Kookaburra archive, url: "https://archive.example/kookaburra" }
"#;

const EVIDENCE: &str = "evidence:
  kookaburra-quote:
    kind: quote
    says: The kookaburra laughed at the desk for an hour.
    means: A kookaburra is near.
    via: a kookaburra hotline
    date: 2026-01
    source: kookaburra-archive
    consent: internal
    x-note: a kookaburra
---

<!-- a kookaburra -->

Then <!-- another
kookaburra -->

[//]: # (the last kookaburra)

";

fn with_canaries(drafts: &str) -> Site {
    let mut site = Site::new(&format!("{}{ARCHIVE}{drafts}", site::BASE));
    let path = "content/journeys/claim/index.md";
    let text = site.sources.text(&cxbook::base::SourcePath::new(path)).unwrap().replacen("---\n\nThen", EVIDENCE, 1);
    let text = text.replacen("emotion: -1", "emotion: { score: -1, basis: observed, evidence: [kookaburra-quote] }", 1);
    site.write(path, text);
    site
}

/// The bytes as text, unpacked if they are packed.
fn readings(bytes: &[u8]) -> Vec<String> {
    let mut readings = vec![String::from_utf8_lossy(bytes).to_lowercase()];
    let mut unpacked = Vec::new();
    if flate2::read::MultiGzDecoder::new(bytes).read_to_end(&mut unpacked).is_ok() {
        readings.push(String::from_utf8_lossy(&unpacked).to_lowercase());
    }
    readings
}

#[test]
fn no_byte_of_the_site_knows_of_drafts_embargoes_or_internal_evidence() {
    let mut site = with_canaries(&format!("{ENTRIES}{HIDDEN}"));
    let build = site.build();
    let problems = cxbook::diagnostic::short(&build.diagnostics, &site.sources);
    let output = build.output.unwrap_or_else(|| panic!("{problems}"));
    assert!(!problems.contains(CANARY), "{problems}");
    let mut pages = 0;
    for (path, artifact) in output.iter() {
        pages += usize::from(path.extension() == "html");
        assert!(!path.as_str().contains(STEM), "{path}");
        for reading in readings(artifact.bytes()) {
            assert!(!reading.contains(STEM), "{path}");
        }
    }
    assert!(pages > 20, "{pages} pages");
}

#[test]
fn what_is_hidden_changes_no_byte_of_what_is_shown() {
    let with = with_canaries(&format!("{ENTRIES}{HIDDEN}")).build().output.unwrap();
    let without = with_canaries("").build().output.unwrap();
    let paths = |output: &cxbook::output::Output| -> Vec<String> {
        output.iter().map(|(path, artifact)| format!("{path} {:?}", artifact.fingerprint())).collect()
    };
    assert_eq!(paths(&with), paths(&without));
}

#[test]
fn what_a_public_page_names_too_is_public_and_so_is_what_nothing_names() {
    let named = "-- content/articles/open/index.md --\n---\ntitle: Open\nsummary: A page.\nstatus: published\n\
                 tags: [kookaburra-tag]\n---\n\nSee [[symptom:kookaburra-symptom]].\n";
    let mut site = with_canaries(&format!("{ENTRIES}{HIDDEN}{named}"));
    site.write("content/vocab/families.yaml", "unnamed: Unnamed\n");
    let build = site.build();
    let problems = cxbook::diagnostic::short(&build.diagnostics, &site.sources);
    let output = build.output.unwrap_or_else(|| panic!("{problems}"));
    let is_there = |path: &str| output.get(&cxbook::base::OutputPath::new(path)).is_some();
    assert!(is_there("en/tags/kookaburra-tag/index.html") && is_there("en/symptoms/kookaburra-symptom/index.html"));
    assert!(is_there("en/families/unnamed/index.html"));
    assert!(!is_there("en/authors/kookaburra-keeper/index.html") && !is_there("en/categories/index.html"));
}

#[test]
fn a_preview_with_drafts_shows_what_drafts_name_and_no_internal_evidence() {
    let mut site = with_canaries(&format!("{ENTRIES}{HIDDEN}"));
    site.request.drafts = true;
    let build = site.build();
    let problems = cxbook::diagnostic::short(&build.diagnostics, &site.sources);
    let output = build.output.unwrap_or_else(|| panic!("{problems}"));
    let is_there = |path: &str| output.get(&cxbook::base::OutputPath::new(path)).is_some();
    assert!(is_there("en/touchpoints/kookaburra-tree/index.html"));
    assert!(!is_there("en/sources/kookaburra-archive/index.html"));
    let journey = site.page("en/journeys/claim/index.html");
    assert!(!journey.contains("kookaburra-quote") && journey.contains("evidence-internal-1"), "{journey}");
}

#[test]
fn a_file_beside_a_draft_is_refused_even_where_a_public_page_links_to_it() {
    let mut site = Site::new(include_str!("../sites/small.txt"));
    site.write("content/articles/secret/index.md", "---\ntitle: Secret\nstatus: draft\n---\n\nNot yet.\n");
    site.write("content/articles/secret/plan.txt", "zqplan");
    let page =
        "---\ntitle: Open\nsummary: A page.\nstatus: published\n---\n\nRead [the plan](articles/secret/plan.txt).\n";
    site.write("content/open.md", page);
    let build = site.build();
    assert!(build.output.is_none());
    let refused = build.diagnostics.iter().find(|found| found.name == cxbook::diagnostic::Name::FileRefused);
    assert!(refused.is_some_and(|found| found.span.path.as_str().ends_with("plan.txt")));
}

/// A page that shows the picture `bytes`.
fn with_picture(bytes: &[u8]) -> Site {
    let mut site = Site::new(include_str!("../sites/small.txt"));
    site.write("content/pictured/pic.png", bytes);
    let page = "---\ntitle: Pictured\nsummary: A page.\nstatus: published\n---\n\n![A square](pic.png)\n";
    site.write("content/pictured/index.md", page);
    site
}

#[test]
fn what_a_program_wrote_into_a_picture_is_not_published() {
    let card = include_bytes!("../../themes/default/assets/card.png");
    let note = img_parts::png::PngChunk::new(*b"tEXt", img_parts::Bytes::from_static(b"Author\0kookaburra"));
    let mut picture = img_parts::png::Png::from_bytes(img_parts::Bytes::from_static(card)).unwrap();
    picture.chunks_mut().insert(1, note);
    let output = with_picture(&picture.encoder().bytes()).build().output.unwrap();
    let shown = output.get(&cxbook::base::OutputPath::new("media/pictured/pic.png")).unwrap();
    assert!(!readings(shown.bytes()).iter().any(|reading| reading.contains(CANARY)));
    assert!(imagesize::blob_size(shown.bytes()).is_ok_and(|size| (size.width, size.height) == (1200, 630)));
}

#[test]
fn a_picture_that_is_none_is_refused_with_its_place() {
    let problems = with_picture(b"<html>kookaburra</html>").problems();
    assert!(
        problems.contains("content/pictured/pic.png:1:1: error[file-refused]: this file is not the kind"),
        "{problems}"
    );
    assert!(problems.contains("export it anew"), "{problems}");
    assert!(!problems.contains(CANARY), "{problems}");
}
