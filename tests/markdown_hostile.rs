//! Markdown from a hostile author: nothing active, nothing unbalanced, nothing slow.

#![allow(clippy::disallowed_methods, reason = "the test bounds how long hostile text may take")]

use std::time::{Duration, Instant};

use cxbook::diagnostic::Name;
use cxbook::markdown::{
    Body, Labels, Limits, Rendering, Target, anchors, inline, parse, render, render_inline, segments,
};
use proptest::prelude::*;
use scraper::{Html, Selector};

fn body(text: &str) -> Body {
    parse(text, 0, &Limits::default())
}

fn html_of(body: &Body) -> String {
    let labels = Labels { external: "elsewhere".into(), table: "Table".into(), ..Labels::default() };
    let targets: Vec<Option<Target>> =
        body.references.iter().map(|_| Some(Target { href: "/en/x/".into(), ..Target::default() })).collect();
    let anchors = anchors(&body.headings);
    render(body, &Rendering { targets: &targets, anchors: &anchors, terms: None, labels: &labels, prefix: "" }).html
}

fn html(text: &str) -> String {
    html_of(&body(text))
}

/// What a browser could act on in a page, or a complaint.
fn complaint(html: &str) -> Option<String> {
    let page = Html::parse_fragment(html);
    let all = Selector::parse("*").unwrap();
    const ALLOWED: &[&str] = &[
        "html",
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "var",
        "wbr",
    ];
    for element in page.select(&all) {
        let name = element.value().name();
        if !ALLOWED.contains(&name) {
            return Some(format!("<{name}>"));
        }
        for (key, value) in element.value().attrs() {
            let bare: String = value.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()).collect();
            let bare = bare.to_lowercase();
            let is_address = matches!(key, "href" | "src");
            let is_allowed =
                ["http://", "https://", "mailto:", "tel:", "/en/x/", "#"].iter().any(|start| bare.starts_with(start));
            if key.starts_with("on")
                || key == "style"
                || key == "name"
                || key.starts_with("data-")
                || is_address && !is_allowed
            {
                return Some(format!("{name} {key}={value}"));
            }
        }
    }
    if html.contains("<!--") {
        return Some("comment".into());
    }
    None
}

#[test]
fn nothing_active_survives_in_raw_html() {
    let texts = [
        "<script>alert(1)</script>",
        "a <script src=//evil.example/x.js></script> b",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><use href=\"data:,x\"/></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<form action=//evil><input name=x><button formaction=javascript:alert(1)>x</button></form>",
        "<a href=\"javascript:alert(1)\">x</a> <a href=\"//evil.example\">y</a>",
        "<a title='<a href=\"' href=\"https://a.example\" onclick=x>z</a>",
        "<style>body{background:url(//evil)}</style><link rel=stylesheet href=//evil><base href=//evil>",
        "<div style=\"position:fixed\" id=main class=nav name=x data-x=1>text</div>",
        "</main></body></html><body onload=alert(1)>",
        "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
        "<title><img title=\"</title><img src=x onerror=alert(1)>\"></title>",
        "<object data=//evil></object><embed src=//evil><video poster=//evil><source src=//evil></video>",
        "<!-- secret note --><b>x</b><!-- \n",
        "<p>\n\n[x](javascript:alert(1))\n\n</p>",
        "<xmp><script>x</script></xmp><plaintext>",
        "<meta http-equiv=refresh content=\"0;url=//evil\">",
    ];
    for text in texts {
        let html = html(text);
        assert_eq!(complaint(&html), None, "{text}\n{html}");
        assert!(!html.contains("alert(1)") || !html.contains("<script"), "{text}\n{html}");
        assert!(!html.contains("secret"), "{html}");
    }
}

#[test]
fn an_author_writes_html_that_says_something() {
    let html = html(
        "Press <kbd>Esc</kbd>, <abbr title=\"customer experience\">CX</abbr>.\n\n<details open><summary>More</summary>\n\n**Bold** [x](article:y) [z](https://z.example)\n\n</details>\n",
    );
    for part in [
        "<kbd>Esc</kbd>",
        "<abbr title=\"customer experience\">CX</abbr>",
        "<details open=\"\"><summary>More</summary>",
        "<strong>Bold</strong>",
        "<a href=\"/en/x/\">x</a>",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn our_own_attributes_survive_beside_raw_html_and_an_authors_do_not() {
    let text = "## Head {#pinned}\n\n<b id=main class=nav>x</b>[^n]\n\n```rust\nx\n```\n\n| a |\n|---|\n| b |\n\n[^n]: note\n\n<a href=\"https://a.example/\">out</a>\n";
    let html = html(text);
    for part in [
        "<h2 id=\"pinned\">",
        "<b>x</b>",
        "class=\"language-rust\"",
        "<section class=\"table-scroll\"",
        "scope=\"col\"",
        "id=\"fnref-1\"",
        "tabindex=\"0\"",
        "<a rel=\"noopener noreferrer nofollow\" href=\"https://a.example/\">out</a>",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(!html.contains("data-"), "{html}");
}

#[test]
fn links_that_run_scripts_are_faults_and_become_text() {
    let spellings = [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java&#10;script:alert(1)",
        "java&Tab;script:alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;&#x61;vascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "//evil.example",
        "\\\\\\\\evil.example",
        "https://good.example@evil.example/",
        "file:///etc/passwd",
        "ftp://x/",
    ];
    for spelling in spellings {
        for text in [format!("[x]({spelling})"), format!("[x](<{spelling}>)"), format!("[x]\n\n[x]: {spelling}")] {
            let body = body(&text);
            if body.references.is_empty() {
                continue;
            }
            let names: Vec<Name> = body.faults.iter().map(|fault| fault.name).collect();
            assert_eq!(names, [Name::UnsafeLink], "{text}");
            let labels = Labels::default();
            let none = Rendering { targets: &[], anchors: &[], terms: None, labels: &labels, prefix: "" };
            assert!(!render(&body, &none).html.contains("<a"), "{text}");
        }
        let text = format!("[[{}]]", spelling.replace("&colon;", ":"));
        assert_eq!(complaint(&html(&text)), None, "{text}");
    }
}

#[test]
fn attributes_cannot_be_broken_out_of() {
    let texts = [
        "```x\" onmouseover=\"alert(1)\ncode\n```",
        "[a](/b \"c\\\" onclick=\\\"x\")",
        "# h {onclick=zq style=x}",
        "# h {#a\" onclick=\"x}",
        "a[^x\" onclick=\"y]\n\n[^x\" onclick=\"y]: n\n",
        "![\" onerror=\"alert(1)](a.png \"\\\" onerror=x\")",
        "[[a\" onclick=\"x|\" onclick=\"y]]",
        "[x](https://a.example/\"onclick=x)",
        "<https://a.example/\"onclick=x>",
    ];
    for text in texts {
        let html = html(text);
        assert_eq!(complaint(&html), None, "{text}\n{html}");
    }
}

#[test]
fn what_is_nested_too_deeply_is_refused_and_says_where() {
    let deep = [
        "> ".repeat(40) + "x",
        "* ".repeat(40) + "x",
        "1. ".repeat(40) + "x",
        "<div>".repeat(40),
        "*a **b ".repeat(20) + &"** c*".repeat(20),
        (0..40).map(|level| "  ".repeat(level) + "- x\n").collect(),
    ];
    for text in deep {
        let body = body(&text);
        assert_eq!(body.faults.iter().map(|fault| fault.name).collect::<Vec<_>>(), [Name::NestedTooDeeply], "{text}");
        assert!(body.is_refused && html_of(&body).is_empty() && segments(&body).is_empty());
    }
    for text in ["* ".repeat(40), "- - -".repeat(30), "> ".repeat(32) + "x", "<br>".repeat(400), "<p>x ".repeat(400)] {
        assert!(!body(&text).is_refused, "{text}");
    }
    assert_eq!(body(&"x".repeat((1 << 20) + 1)).faults[0].name, Name::PageTooLarge);
}

#[test]
fn a_table_cannot_blow_up_a_page() {
    let columns = 1500;
    let text = format!("{}\n{}\n{}", "|a".repeat(columns), "|-".repeat(columns), "|\n".repeat(1500));
    let html = html(&text);
    assert!(html.len() <= 50 * text.len(), "{} of {}", html.len(), text.len());
}

#[test]
fn patterns_known_to_be_slow_are_read_in_time() {
    type Pattern = Box<dyn Fn(usize) -> String>;
    let patterns: Vec<(&str, Pattern)> = vec![
        ("lists and lazy lines", Box::new(|n| "* ".repeat(n / 4) + "a\n" + &"b\n".repeat(n / 4))),
        ("numbered", Box::new(|n| "1. ".repeat(n / 3) + "](\n")),
        ("quotes", Box::new(|n| ">".repeat(n) + "-->\r")),
        ("delimiter rows", Box::new(|n| ":---\n".repeat(n / 5))),
        ("open brackets", Box::new(|n| "[".repeat(n))),
        ("bracket pairs", Box::new(|n| "[]".repeat(n / 2))),
        ("images", Box::new(|n| "![".repeat(n / 2))),
        ("wikilinks", Box::new(|n| "[[".repeat(n / 2) + &"]]".repeat(n / 8))),
        ("stars", Box::new(|n| "*a_ ".repeat(n / 4))),
        (
            "code marks",
            Box::new(|n| {
                (1..)
                    .map(|k| "`".repeat(k) + "x")
                    .scan(0, |sum, piece| {
                        *sum += piece.len();
                        (*sum < n).then_some(piece)
                    })
                    .collect()
            }),
        ),
        ("entities", Box::new(|n| "&a".repeat(n / 2))),
        ("comments", Box::new(|n| "<!-- a".repeat(n / 6))),
        ("tags", Box::new(|n| "<a x='".repeat(n / 6))),
        ("footnotes", Box::new(|n| "[^a]".repeat(n / 4) + "\n\n[^a]: x\n")),
        ("definitions", Box::new(|n| (0..n / 12).map(|k| format!("[a{k}]: x\n")).collect())),
        ("definition lists", Box::new(|n| "a\n: b\n".repeat(n / 6))),
        ("items", Box::new(|n| "- a\n".repeat(n / 4))),
        ("paragraph tags", Box::new(|n| "<p>x".repeat(n / 4))),
        ("headings", Box::new(|n| "# a\n".repeat(n / 4))),
        ("tildes", Box::new(|n| "~~a".repeat(n / 3))),
    ];
    for (name, pattern) in patterns {
        let text = pattern(40_000);
        let start = Instant::now();
        let body = body(&text);
        let html = html_of(&body);
        let _ = segments(&body);
        let took = start.elapsed();
        assert!(took < Duration::from_secs(5), "{name}: {took:?}");
        assert!(html.len() <= 50 * text.len(), "{name}: {}", html.len());
    }
}

/// Text that is likely to mean something to a Markdown parser.
fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\n"),
        Just("\n\n"),
        Just("# "),
        Just("> "),
        Just("- "),
        Just("1. "),
        Just("    "),
        Just("```\n"),
        Just("| a | b |\n|---|:-:|\n"),
        Just("*"),
        Just("**"),
        Just("_"),
        Just("~~"),
        Just("`"),
        Just("["),
        Just("]"),
        Just("("),
        Just(")"),
        Just("[["),
        Just("]]"),
        Just("|"),
        Just("!["),
        Just("](x.png)"),
        Just("](article:a#b)"),
        Just("](javascript:x)"),
        Just("](https://a.b/)"),
        Just("[^1]"),
        Just("[^1]: "),
        Just("> [!NOTE]\n"),
        Just("- [ ] "),
        Just("{#id}"),
        Just("<b>"),
        Just("</b>"),
        Just("<div class=x>"),
        Just("</div>"),
        Just("<script>"),
        Just("<!--"),
        Just("-->"),
        Just("<svg onload=x>"),
        Just("<a href='javascript:x'>"),
        Just("</table>"),
        Just("<td>"),
        Just(": "),
        Just("\\"),
        Just("&lt;"),
        Just("\""),
        Just("'"),
        Just("<"),
        Just(">"),
        Just("é"),
        Just("顧客"),
        Just("\u{0}"),
        Just("\r\n"),
        Just("\t"),
        Just("a "),
        Just("b"),
        Just("<!-- l10n:skip -->"),
        Just("---\n"),
        Just("[a]: /x \"t\"\n"),
        Just("<p>"),
        Just("<img src=x onerror=y>"),
        Just("</h2>"),
        Just("</section>"),
    ];
    prop_oneof![prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat()), ".{0,200}",]
}

/// Whether tags open and close in pairs, taking the text for what it is rather than repairing it.
fn is_balanced(html: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let Some(length) = rest[start..].find('>') else { return false };
        let tag = &rest[start + 1..start + length];
        rest = &rest[start + length + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return false;
            }
        } else {
            let name = tag.split([' ', '/']).next().unwrap_or_default();
            if !matches!(name, "br" | "img" | "hr" | "wbr" | "col") {
                open.push(name);
            }
        }
    }
    open.is_empty()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn no_text_reaches_a_page_active_or_unbalanced(text in markdown()) {
        let body = body(&text);
        let html = html_of(&body);
        prop_assert_eq!(complaint(&html), None, "{}", html);
        prop_assert!(is_balanced(&html), "{}", html);
        for reference in &body.references {
            prop_assert!(text.get(reference.range.start()..reference.range.end()).is_some());
        }
        let line = inline(&text);
        let labels = Labels::default();
        let html = render_inline(&line, &Rendering { targets: &[], anchors: &[], terms: None, labels: &labels, prefix: "" });
        prop_assert_eq!(complaint(&html), None, "{}", html);
        prop_assert!(is_balanced(&html), "{}", html);
    }

    #[test]
    fn segments_lie_in_order_and_can_be_put_back(text in markdown()) {
        let body = body(&text);
        let mut rebuilt = String::new();
        let mut at = 0;
        for segment in segments(&body) {
            let range: std::ops::Range<usize> = segment.range.into();
            prop_assert!(range.start >= at, "{:?} overlaps", segment);
            rebuilt.push_str(&text[at..range.start]);
            rebuilt.push_str(&text[range.clone()]);
            at = range.end;
        }
        rebuilt.push_str(&text[at..]);
        prop_assert_eq!(rebuilt, text);
    }

    #[test]
    fn equal_text_gives_equal_pages(text in markdown()) {
        prop_assert_eq!(html(&text), html(&text));
    }
}
