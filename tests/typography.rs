//! `cxbook fix --typography`: what it changes, and what it leaves.

mod support;

use cxbook::base::SourcePath;
use cxbook::config;
use cxbook::content::{self, Memo};
use cxbook::diagnostic::{Diagnostics, Name};
use cxbook::edit::typography::{Mending, mend};
use cxbook::source::SourceSet;
use support::Site;

fn mended(sources: &SourceSet) -> Mending {
    let mut diagnostics = Diagnostics::default();
    let config = config::read(sources, &mut diagnostics);
    let documents = content::parse(sources, &config, &mut Memo::default(), &mut diagnostics);
    mend(sources, &documents, &config, |_, _| true)
}

fn site(page: &str) -> Site {
    let mut site =
        Site::new("-- content/about.md --\n---\ntitle: About us\nsummary: Us.\nstatus: published\n---\n\nWe.\n");
    let book = support::BOOK.replace("name = \"Français\"", "name = \"Français\"\ntypography = \"fr-FR\"");
    site.write("book.toml", book);
    site.write("content/about.fr.md", page);
    site
}

fn page_after(page: &str) -> String {
    let mut site = site(page);
    let mending = mended(&site.sources);
    assert_eq!(mending.refused, []);
    for file in &mending.files {
        site.write(file.edit.path.as_str(), &file.edit.text);
    }
    assert_eq!(mended(&site.sources), Mending::default(), "what is mended needs no mending");
    site.sources.text(&SourcePath::new("content/about.fr.md")).unwrap().to_owned()
}

#[test]
fn front_matter_and_prose_are_mended_in_place() {
    let page = "---\r\ntitle: 'L''art: oui!' # here! c'est\nsummary: >-\n  Est-ce\n  l'un?\n---\n\n# C'est \"ça\"! {#c'est}\n\nOui!\r\n";
    let after = "---\r\ntitle: 'L’art\u{a0}: oui\u{202f}!' # here! c'est\nsummary: >-\n  Est-ce\n  l’un\u{202f}?\n---\n\n# C’est «\u{a0}ça\u{a0}»\u{202f}! {#c'est}\n\nOui\u{202f}!\r\n";
    assert_eq!(page_after(page.replace("{#c'est}", "{#cest}").as_str()), after.replace("{#c'est}", "{#cest}"));
}

#[test]
fn code_addresses_attributes_and_comments_are_left() {
    let page = "---\ntitle: Nous\n---\n\n`c'est!` <https://a.b/l'un!> [a](https://a.b/l'un \"l'un!\") <b title=\"l'un!\">b</b> <!-- l10n:note l'un! -->\n\n    c'est!\n\n```\nc'est!\n```\n\n<div>c'est!</div>\n";
    assert_eq!(page_after(page), page);
}

#[test]
fn the_french_that_is_shipped_needs_no_mending() {
    let mut site = Site::new("");
    site.sources = cxbook::io::scan::scan(std::path::Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the shipped site");
    let found: Vec<String> = site
        .check()
        .diagnostics
        .iter()
        .filter(|found| found.name == Name::Typography)
        .map(|found| format!("{:?} {}", found.span, found.message))
        .collect();
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(mended(&site.sources), Mending::default());
}

#[test]
fn a_text_that_is_not_translated_yet_is_left_as_its_source_has_it() {
    let mut site = site("---\ntitle: Qui nous sommes\n---\n\nWe wait: for you.\n\nVenez: nous voici.\n");
    let source =
        "---\ntitle: About us\nsummary: Us.\nstatus: published\n---\n\nWe wait: for you.\n\nCome: we are here.\n";
    site.write("content/about.md", source);
    let mending = mended(&site.sources);
    let texts: Vec<&str> = mending.files.iter().map(|file| file.edit.text.as_str()).collect();
    assert_eq!(texts, ["---\ntitle: Qui nous sommes\n---\n\nWe wait: for you.\n\nVenez\u{a0}: nous voici.\n"]);
}
