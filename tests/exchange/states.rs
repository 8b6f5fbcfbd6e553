//! How a translation stands is said in each format as its tools understand it, and nothing internal is said in any.

use cxbook::base::Locale;
use cxbook::interchange::exchange::{self, Format, Trust, units};
use cxbook::source::SourceSet;

use crate::support::Site;
use crate::{about, bundles, export, french, import, with};

/// The site with this status, and with the source that it answers to kept where it has changed since.
fn site(status: &str, was: &str, is: &str) -> Site {
    let page = |body: &str| format!("---\ntitle: Us\nsummary: Us.\nstatus: published\n---\n\n{body}\n");
    let mut site = Site::new("");
    site.write("content/about.md", page(was));
    let french = |base: &str| {
        let title = if status == "missing" { "Us" } else { "Nous" };
        let text = if status == "missing" { was } else { "Un." };
        let said = if status == "missing" { "draft" } else { status };
        format!(
            "---\ntranslation: {{ base: {base}, status: {said}, reviewer: Jean P. }}\ntitle: {title}\nsummary: {title}.\n---\n\n{text}\n"
        )
    };
    site.write("content/about.fr.md", french("0000000000000000"));
    let (base, snapshot) = with(&site.sources, |setting| {
        let subject = setting.subjects.iter().next().unwrap();
        let today = subject.today();
        (today.id.to_string(), setting.snapshot(subject, &today).unwrap())
    });
    site.write(snapshot.path.as_str(), &snapshot.text);
    site.write("content/about.fr.md", french(&base));
    site.write("content/about.md", page(is));
    site
}

/// What a format says of the text of the body.
fn said(site: &Site, format: Format) -> String {
    let text = export(site, format);
    let (entry, end) = match format {
        Format::Po => ("\n\n", "\n\n"),
        Format::Xliff => ("<trans-unit ", "</trans-unit>"),
        _ => ("<unit ", "</unit>"),
    };
    let one = text.split(entry).find(|part| part.contains("One") && !part.contains("X-Document")).unwrap();
    one.split(end).next().unwrap().to_owned()
}

#[test]
fn each_format_says_how_a_text_stands_as_its_tools_understand_it() {
    for (status, is, po, xliff, xliff2) in [
        (
            "missing",
            "One.",
            &["msgid \"One.\"\nmsgstr \"\""][..],
            &["approved=\"no\"", "<target state=\"new\"></target>"][..],
            &["<segment state=\"initial\">"][..],
        ),
        (
            "machine",
            "One.",
            &["#. cxbook:machine", "#, fuzzy", "msgstr \"Un.\""],
            &[
                "approved=\"no\"",
                "<target state=\"needs-review-translation\" state-qualifier=\"mt-suggestion\">Un.</target>",
            ],
            &["<segment state=\"translated\" subState=\"cxbook:machine\">"],
        ),
        (
            "draft",
            "One.",
            &["msgstr \"Un.\""],
            &["approved=\"no\"", "<target state=\"translated\">Un.</target>"],
            &["<segment state=\"translated\">"],
        ),
        (
            "reviewed",
            "One.",
            &["#. cxbook:reviewed", "msgstr \"Un.\""],
            &["approved=\"yes\"", "<target state=\"signed-off\">Un.</target>"],
            &["<segment state=\"reviewed\">"],
        ),
        (
            "reviewed",
            "One more.",
            &["#, fuzzy\n#| msgid \"One.\"\nmsgid \"One more.\"\nmsgstr \"Un.\""],
            &[
                "approved=\"no\"",
                "<target state=\"needs-adaptation\">Un.</target>",
                "<alt-trans alttranstype=\"previous-version\">",
            ],
            &["<note category=\"previous-source\">One.</note>", "<segment state=\"initial\">"],
        ),
    ] {
        let site = site(status, "One.", is);
        for (format, parts) in [(Format::Po, po), (Format::Xliff, xliff), (Format::Xliff2, xliff2)] {
            let said = said(&site, format);
            for part in parts {
                assert!(said.contains(part), "{status} {format:?}: {part}\n{said}");
            }
            let is_sure = !matches!(status, "machine") && is == "One.";
            assert_eq!(said.contains("fuzzy"), format == Format::Po && !is_sure, "{said}");
        }
    }
}

#[test]
fn a_text_that_comes_back_as_its_source_is_open_unless_the_file_says_that_it_is_translated() {
    let site = about("Netflix does it.\n", "Chez Netflix.\n");
    let xliff = export(&site, Format::Xliff).replace(">Chez Netflix.<", ">Netflix does it.<");
    let open = import(&site.sources, &xliff.replace("state=\"translated\">Netflix", ">Netflix"), Trust::default());
    assert_eq!((open.taken, open.open, open.edits.len()), (0, 1, 0), "{open:?}");
    let taken = import(&site.sources, &xliff, Trust::default());
    assert!(taken.taken == 1 && french(&taken).contains("Netflix does it."), "{taken:?}");
}

#[test]
fn equal_texts_are_one_text_unless_a_context_tells_them_apart() {
    let english = "Open.\n\nMore.\n\nOpen.\n\nOpen.<!-- l10n:ctx=menu -->\n";
    let site = about(english, "Ouvert.\n\nPlus.\n\nOuvert.\n\nOuvrir.\n");
    let text = export(&site, Format::Po);
    assert_eq!(text.matches("msgid \"Open.").count(), 2, "{text}");
    assert!(text.contains("msgctxt \"ctx:menu\"") || text.contains("msgctxt \"menu\""), "{text}");
    let imported =
        import(&site.sources, &text.replace("msgstr \"Ouvert.\"", "msgstr \"C’est ouvert.\""), Trust::default());
    assert_eq!(french(&imported).matches("C’est ouvert.").count(), 2, "{}", french(&imported));
    assert!(french(&imported).contains("Ouvrir."));
}

#[test]
fn nothing_internal_goes_to_translators_in_any_format_or_snapshot() {
    let mut site = Site::new(include_str!("../sites/small.txt"));
    let path = "content/journeys/claim/index.md";
    let text = site.sources.text(&cxbook::base::SourcePath::new(path)).unwrap().to_owned();
    let evidence = "evidence:\n  q: { kind: quote, says: SECRET-WORDS, date: 2026, consent: internal }\n  r: { kind: quote, says: OPEN-WORDS, date: 2026, consent: public }\n";
    let changed = text.replace("evidence:\n", evidence);
    assert_ne!(changed, text);
    site.write(path, changed);
    let all = |sources: &SourceSet| -> String {
        let formats = [Format::Po, Format::Xliff, Format::Xliff2, Format::Tmx];
        bundles(sources)
            .iter()
            .flat_map(|bundle| formats.map(|format| exchange::write(bundle, format).unwrap()))
            .collect()
    };
    let said = all(&site.sources);
    assert!(said.contains("OPEN-WORDS") && !said.contains("SECRET-WORDS"));
    with(&site.sources, |setting| {
        let french = Locale::parse("fr").unwrap();
        for subject in setting.subjects.iter() {
            let snapshot = setting.snapshot(subject, &subject.today()).map(|edit| edit.text).unwrap_or_default();
            assert!(!snapshot.contains("SECRET-WORDS"), "{snapshot}");
            let units = units::bundle(subject, &french, None).units;
            assert!(units.iter().all(|unit| !unit.source.contains("SECRET-WORDS")));
        }
    });
}

#[test]
fn what_authors_note_is_shown_beside_the_text_in_every_format_and_in_no_page() {
    let mut site = about("<!-- l10n:note a pun on waiting -->\nOne.\n", "Un.\n");
    for format in [Format::Po, Format::Xliff, Format::Xliff2] {
        let said = said(&site, format);
        assert!(said.contains("a pun on waiting"), "{format:?}: {said}");
    }
    assert!(export(&site, Format::Po).contains("#. a pun on waiting\n"));
    site.write(
        "content/about.fr.md",
        "---\ntitle: Nous\nsummary: Nous.\n---\n\n<!-- l10n:note a pun on waiting -->\nUn.\n",
    );
    for language in ["en", "fr"] {
        assert!(!site.page(&format!("{language}/about/index.html")).contains("pun"));
    }
    let site = about("One.\n", "Un.\n");
    let tmx = exchange::write(&bundles(&site.sources)[0], Format::Tmx).unwrap();
    assert!(
        tmx.contains("segtype=\"paragraph\"") && tmx.contains("<seg>One.</seg>") && tmx.contains("<seg>Un.</seg>"),
        "{tmx}"
    );
}
