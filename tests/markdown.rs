//! Markdown: what is read from it, and what reaches a page.

#![allow(clippy::disallowed_methods, reason = "the test reads the templates")]

use cxbook::base::TextRange;
use cxbook::diagnostic::Name;
use cxbook::markdown::{
    Address, Body, Labels, Limits, ReferenceKind, Rendered, Rendering, Target, TermLinks, Terms, anchors, inline,
    parse, plain, render, render_inline, segments,
};

fn labels() -> Labels {
    Labels {
        footnotes: "Footnotes".into(),
        back: "Back to mention".into(),
        table: "Table".into(),
        external: "(another site)".into(),
        done: "done".into(),
        open: "not done".into(),
        note: "Note".into(),
        tip: "Tip".into(),
        important: "Important".into(),
        warning: "Warning".into(),
        caution: "Caution".into(),
    }
}

fn body(text: &str) -> Body {
    parse(text, 0, &Limits::default())
}

fn rendered_with(text: &str, targets: &[Option<Target>]) -> Rendered {
    let body = body(text);
    let anchors = anchors(&body.headings);
    let labels = labels();
    render(&body, &Rendering { targets, anchors: &anchors, terms: None, labels: &labels, prefix: "" })
}

fn html(text: &str) -> String {
    rendered_with(text, &[]).html
}

fn target(href: &str) -> Option<Target> {
    Some(Target { href: href.into(), ..Target::default() })
}

fn fault_names(text: &str) -> Vec<Name> {
    body(text).faults.into_iter().map(|fault| fault.name).collect()
}

#[test]
fn the_range_of_a_target_is_the_bytes_of_the_file() {
    let front = "---\ntitle: é\n---\n";
    let text =
        "Read [the *silence*](step:motor-claim#wait \"t\"), [[journey:é|x]] and [it][ref].\n\n[Ref]: article:tone\n";
    let file = format!("{front}{text}");
    let body = parse(text, front.len(), &Limits::default());
    let of = |range: TextRange| range.of(&file).to_owned();
    let targets: Vec<String> = body.references.iter().map(|reference| of(reference.range)).collect();
    assert_eq!(targets, ["step:motor-claim#wait", "journey:é", "article:tone"]);
    assert_eq!(body.references[0].label.as_deref(), Some("the silence"));
    assert_eq!(body.references[0].title.as_deref(), Some("t"));
    assert_eq!(of(body.references[1].whole), "[[journey:é|x]]");
}

#[test]
fn a_reference_without_a_target_is_text_and_one_with_a_target_is_a_link() {
    let text = "See [the wait](step:wait) and [[journey:claim]].";
    assert_eq!(html(text), "<p>See the wait and journey:claim.</p>\n");
    let targets = [
        Some(Target { href: "/en/a/#x".into(), class: "journey".into(), ..Target::default() }),
        Some(Target { href: "/en/b/".into(), label: Some("I <claim>".into()), ..Target::default() }),
    ];
    assert_eq!(
        rendered_with(text, &targets).html,
        "<p>See <a href=\"/en/a/#x\" class=\"journey\">the wait</a> and <a href=\"/en/b/\">I &lt;claim&gt;</a>.</p>\n"
    );
}

#[test]
fn a_link_to_another_site_says_so_and_gives_nothing_away() {
    let html = html("[them](https://a.example/?a=1&b=2)");
    assert!(html.contains("href=\"https://a.example/?a=1&amp;b=2\""), "{html}");
    assert!(html.contains("rel=\"noopener noreferrer nofollow\""), "{html}");
    assert!(html.contains("them<span class=\"visually-hidden\"> (another site)</span></a>"), "{html}");
}

#[test]
fn inline_text_keeps_what_would_open_a_block() {
    for text in ["1. first", "- item", "# C #", "> quote", "    code", "| a |", "---"] {
        let inline = inline(text);
        let rendered = render_inline(
            &inline,
            &Rendering { targets: &[], anchors: &[], terms: None, labels: &labels(), prefix: "" },
        );
        let expected = text.trim().replace('>', "&gt;");
        assert_eq!(rendered, expected, "{text}");
    }
    assert_eq!(plain("**Bold** and [a *link*](article:x) `code`"), "Bold and a link code");
}

#[test]
fn terms_are_linked_once_and_never_in_headings_links_or_code() {
    let text = "# Silo\n\n`silo` [silo](article:x) a silo\nmentality and a silo, the silo.\n";
    let body = body(text);
    let terms = Terms::new([vec!["silo"], vec!["silo mentality"]]);
    assert_eq!(terms.uses(&body), [0, 1]);
    let term = |href: &str| Some(Target { href: href.into(), class: "term".into(), ..Target::default() });
    let targets = [term("/g#silo"), term("/g#mentality")];
    let labels = labels();
    let links = TermLinks { terms: &terms, targets: &targets };
    let rendering = Rendering { targets: &[None], anchors: &[], terms: Some(links), labels: &labels, prefix: "" };
    let html = render(&body, &rendering).html;
    assert_eq!(html.matches("/g#silo").count(), 1, "{html}");
    assert!(html.contains("<a href=\"/g#mentality\" class=\"term\">silo\nmentality</a>"), "{html}");
    assert!(html.contains("<code dir=\"ltr\">silo</code> silo a"), "{html}");
}

#[test]
fn footnotes_lead_there_and_back() {
    let html = html("One[^a] two[^a].\n\n[^a]: The note.\n");
    for part in ["href=\"#fn-1\" id=\"fnref-1\"", "id=\"fnref-1-2\"", "<li id=\"fn-1\">", "href=\"#fnref-1-2\""] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn a_table_scrolls_by_keyboard_and_names_its_columns() {
    let html = html("| a |  |\n|--:|--|\n| 1 | 2 |\n");
    assert!(html.contains("<section class=\"table-scroll\" tabindex=\"0\" aria-label=\"Table 1\"><table>"), "{html}");
    assert!(html.contains("<th scope=\"col\" class=\"align-end\">a</th><td></td>"), "{html}");
    assert!(!html.contains("style"), "{html}");
}

#[test]
fn only_an_image_of_the_project_is_shown() {
    assert_eq!(
        fault_names("![a](https://x.example/a.png) ![b](//x/b.png) ![c](data:image/png;base64,x) ![d](d.png)"),
        [Name::RemoteImage, Name::RemoteImage, Name::RemoteImage]
    );
    let shown = Some(Target { href: "/img/d.png".into(), size: Some((4, 3)), ..Target::default() });
    let html = rendered_with("![A *dog*](d.png \"Rex\")", &[shown]).html;
    assert_eq!(
        html,
        "<figure><img src=\"/img/d.png\" alt=\"A dog\" width=\"4\" height=\"3\" loading=\"lazy\" decoding=\"async\">\
         <figcaption>Rex</figcaption></figure>\n"
    );
    assert!(!rendered_with("![b](//x/b.png)", &[target("//x/b.png")]).html.contains("<img"));
}

#[test]
fn a_caption_that_the_caller_knows_stands_in_for_the_title() {
    let shown =
        Target { href: "/img/d.png".into(), caption: Some("Rex, <small>CC0-1.0</small>".into()), ..Target::default() };
    let html = rendered_with("![A dog](d.png \"Dog\")", &[Some(shown)]).html;
    assert!(html.contains("<figcaption>Rex, <small>CC0-1.0</small></figcaption>"), "{html}");
    assert!(!html.contains("Dog<"), "{html}");
}

#[test]
fn headings_keep_one_title_on_the_page() {
    let rendered = rendered_with("# One\n\n## Two `x` {#two}\n\n## {onclick=x}\n", &[]);
    assert_eq!(
        rendered.html,
        "<h2 id=\"one\">One</h2>\n<h3 id=\"two\">Two <code dir=\"ltr\">x</code></h3>\n<h3 id=\"onclick-x\">{onclick=x}</h3>\n"
    );
    let levels: Vec<(u8, &str)> = rendered.toc.iter().map(|entry| (entry.level, entry.text_html.as_str())).collect();
    assert_eq!(levels, [(2, "One"), (3, "Two <code dir=\"ltr\">x</code>"), (3, "{onclick=x}")]);
}

#[test]
fn what_is_in_a_body_is_listed_in_order() {
    let body = body("Intro.\n\n## A\n\n- one\n- two\n\n```rust\nfn x() {}\n```\n\n<!-- l10n:skip -->\n\n> quote\n");
    let texts: Vec<&str> = body.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(texts, ["Intro.", "A", "one", "two", "fn x() {}\n", "", "quote"]);
    assert_eq!(body.sections.len(), 2);
    assert_eq!(&*body.sections[1].text, "one\ntwo\nfn x() {}\nquote");
    assert_eq!(body.directives[0].text, "skip");
    assert!(!body.has_raw_html);
    assert_eq!(body.headings[0].text, "A");
}

#[test]
fn references_of_every_kind_are_listed_in_order() {
    let body = body("[![alt](a.png)](article:x) <https://a.example> ![[b.png]] <a@b.example>");
    let kinds: Vec<ReferenceKind> = body.references.iter().map(|reference| reference.kind).collect();
    use ReferenceKind::{Image, Link};
    assert_eq!(kinds, [Link, Image, Link, Image, Link]);
    assert_eq!(body.references[4].address, Address::External("mailto:a@b.example".into()));
    assert_eq!(body.references[0].label.as_deref(), Some("alt"));
}

fn hashes(text: &str) -> Vec<String> {
    segments(&body(text)).into_iter().map(|segment| segment.hash).collect()
}

#[test]
fn a_segment_has_the_same_hash_however_it_is_written() {
    let pairs = [
        ("one two\nthree", "one\ntwo three"),
        ("*one* __two__", "_one_ **two**"),
        ("Title\n=====\n", "# Title\n"),
        ("[a](/b \"t\")", "[a][x]\n\n[x]: /b \"t\"\n"),
        ("one\r\ntwo\r\n", "one\ntwo\n"),
        ("| a |\n|---|\n| b |\n", "|  a  |\n|:-----|\n|b|\n"),
        ("## A {#a}\n", "## A\n"),
        ("caf\u{e9}", "cafe\u{301}"),
        ("one<!-- l10n:note x --> two", "one two"),
        ("<!-- l10n:skip -->\n\none", "one"),
        ("- a\n- b\n", "* a\n* b\n"),
    ];
    for (left, right) in pairs {
        assert_eq!(hashes(left), hashes(right), "{left:?} {right:?}");
    }
}

#[test]
fn a_segment_has_another_hash_when_it_says_something_else() {
    let pairs = [
        ("one two", "one too"),
        ("[a](/b)", "[a](/c)"),
        ("# A", "## A"),
        ("a b", "a\u{a0}b"),
        ("l'a", "l\u{2019}a"),
        ("*a*", "**a**"),
        ("a\\\nb", "a\nb"),
    ];
    for (left, right) in pairs {
        assert_ne!(hashes(left), hashes(right), "{left:?} {right:?}");
    }
}

#[test]
fn segments_are_what_is_between_the_marks() {
    let text = "# One {#x}\n\n> quote\n> more\n\n- item\n\n  para\n\n| a | b |\n|---|---|\n| *c* |  |\n\n    code\n\n\
                term\n: meaning\n\n[^1]: note\n\n![alt](a.png)\n";
    let body = parse(text, 0, &Limits::default());
    let found: Vec<String> = segments(&body).into_iter().map(|segment| segment.range.of(text).to_owned()).collect();
    assert_eq!(
        found,
        ["One", "quote\n> more", "item", "para", "a", "b", "*c*", "term", "meaning", "note", "![alt](a.png)"]
    );
}

#[test]
fn a_raw_image_is_refused_and_other_html_is_not() {
    assert_eq!(fault_names("<img src=\"https://x.example/pixel.gif\">"), [Name::RemoteImage]);
    assert_eq!(fault_names("<b>x</b>"), []);
}

#[test]
fn a_repeated_pinned_id_is_reported_where_it_is_repeated() {
    let text = "## A {#x}\n\n## B {#x}\n";
    let body = body(text);
    assert_eq!(body.faults[0].name, Name::DuplicateAnchor);
    assert_eq!(body.faults[0].range.of(text).trim_end(), "## B {#x}");
    assert_eq!(anchors(&body.headings), ["x", "x-2"]);
}

#[test]
fn remarks_tasks_and_definitions_have_words_for_their_looks() {
    let html = html("> [!WARNING]\n> Careful.\n\n- [x] a\n- [ ] b\n\nterm\n: meaning\n");
    for part in [
        "<div class=\"alert alert-warning\" role=\"note\">",
        "<p class=\"alert-title\">Warning</p>",
        "<span class=\"task done\" role=\"img\" aria-label=\"done\"></span>",
        "<dt>term</dt>",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn empty_elements_are_written_as_html_writes_them() {
    assert_eq!(html("a\\\nb\n\n***\n"), "<p>a<br>\nb</p>\n<hr>\n");
}

#[test]
fn a_link_in_the_middle_of_inline_text_has_its_place_in_the_line() {
    let line = inline("see [[step:wait|the *wait*]],  then `x`");
    let reference = &line.references[0];
    assert_eq!(reference.range.of(&line.text), "step:wait");
    assert_eq!(reference.label.as_deref(), Some("the wait"));
    assert!(!line.is_plain && inline("Plain, at 40 % (or so).").is_plain);
}

#[test]
fn no_heading_takes_an_id_that_a_template_uses() {
    let templates = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/templates");
    for entry in std::fs::read_dir(templates).into_iter().flatten() {
        let template = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for (at, _) in template.match_indices(" id=\"") {
            let id = template[at + 5..].split('"').next().unwrap_or_default();
            if !id.contains('{') {
                assert!(cxbook::markdown::is_reserved(id), "`{id}` is not reserved");
            }
        }
    }
}
