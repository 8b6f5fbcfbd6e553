//! Units to XLIFF 1.2, which every tool reads, and to XLIFF 2.1.

use std::fmt::Write;

use quick_xml::escape::escape;

use super::codes::{self, Code, Coded, Piece};
use super::{Bundle, State, Unit};
use crate::markdown::SpanKind;

/// The document as XLIFF 1.2. State and approval are both written, because tools read one or the other.
#[must_use]
pub fn write(bundle: &Bundle) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n",
    );
    let _ = writeln!(
        xml,
        "  <file original=\"{}\" source-language=\"{}\" target-language=\"{}\" datatype=\"x-markdown\" xml:space=\"preserve\">",
        escape(&bundle.subject),
        bundle.source,
        bundle.target
    );
    xml.push_str("    <header>\n      <tool tool-id=\"cxbook\" tool-name=\"cxbook\"/>\n    </header>\n    <body>\n");
    for unit in &bundle.units {
        trans_unit(unit, &mut xml);
    }
    xml.push_str("    </body>\n  </file>\n</xliff>\n");
    xml
}

fn trans_unit(unit: &Unit, xml: &mut String) {
    let codes = codes::codes(&unit.source);
    let approved = if unit.state == State::Reviewed { "yes" } else { "no" };
    let name = unit.key.as_ref().map_or_else(String::new, |key| format!(" resname=\"{}\"", escape(key)));
    let locked = if unit.is_split { " translate=\"no\"" } else { "" };
    let _ = writeln!(
        xml,
        "      <trans-unit id=\"{}\"{name} approved=\"{approved}\"{locked} xml:space=\"preserve\">",
        unit.id()
    );
    let _ = writeln!(xml, "        <source>{}</source>", elements(&codes::split(&unit.source, &codes), &codes));
    let state = match unit.state {
        State::New => "state=\"new\"",
        State::Machine => "state=\"needs-review-translation\" state-qualifier=\"mt-suggestion\"",
        State::Draft => "state=\"translated\"",
        State::Reviewed => "state=\"signed-off\"",
        State::Outdated => "state=\"needs-adaptation\"",
    };
    let coded = codes::split(&unit.target, &codes);
    let _ = writeln!(xml, "        <target {state}>{}</target>", elements(&coded, &codes));
    let _ = writeln!(xml, "        <note from=\"cxbook\">seen {} {}</note>", unit.seen(), coded.stamp());
    if let Some(note) = &unit.note {
        let _ = writeln!(xml, "        <note from=\"author\">{}</note>", escape(note));
    }
    if unit.is_split {
        xml.push_str(
            "        <note from=\"author\">its translation is two blocks; decide in the file which is which</note>\n",
        );
    }
    if let Some(previous) = &unit.previous {
        let _ = writeln!(
            xml,
            "        <alt-trans alttranstype=\"previous-version\">\n          <source>{}</source>\n          <target>{}</target>\n        </alt-trans>",
            escape(previous),
            escape(&unit.target)
        );
    }
    xml.push_str("      </trans-unit>\n");
}

/// Text and codes as inline elements: what opens a code around text, what closes it, and what stands
/// for a code without text, which is told how the code is shown. Codes are numbered from 1.
fn inline(
    coded: &Coded,
    codes: &[Code],
    open: impl Fn(usize, &Code) -> String,
    close: &str,
    alone: impl Fn(usize, &Code, &str) -> String,
) -> String {
    let pieces = coded.pieces.iter().map(|piece| match piece {
        Piece::Text(text) => escape(text).into_owned(),
        Piece::Open(number) => open(number + 1, &codes[*number]),
        Piece::Close(_) => close.to_owned(),
        Piece::Alone(number) => {
            let code = &codes[*number];
            alone(number + 1, code, &escape(code.open.trim()).replace('\n', " "))
        }
    });
    pieces.collect()
}

/// Text and codes as the inline elements of XLIFF 1.2.
fn elements(coded: &Coded, codes: &[Code]) -> String {
    let open = |id, code: &Code| {
        let shown = escape(&*format!("{}…{}", code.open, code.close)).into_owned();
        format!("<g id=\"{id}\" ctype=\"{}\" equiv-text=\"{shown}\">", ctype(code.kind))
    };
    inline(coded, codes, open, "</g>", |id, code, shown| {
        format!("<x id=\"{id}\" ctype=\"{}\" equiv-text=\"{shown}\"/>", ctype(code.kind))
    })
}

fn ctype(kind: SpanKind) -> &'static str {
    match kind {
        SpanKind::Emphasis => "italic",
        SpanKind::Strong => "bold",
        SpanKind::Strikethrough => "x-strikethrough",
        SpanKind::Link => "link",
        SpanKind::Image => "image",
        SpanKind::Code => "x-code",
        SpanKind::Html => "x-html",
        SpanKind::Break => "lb",
    }
}

/// The document as XLIFF 2.1.
#[must_use]
pub fn write2(bundle: &Bundle) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        xml,
        "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"{}\" trgLang=\"{}\">\n  <file id=\"f1\" original=\"{}\">",
        bundle.source,
        bundle.target,
        escape(&bundle.subject)
    );
    for unit in &bundle.units {
        unit2(unit, &mut xml);
    }
    xml.push_str("  </file>\n</xliff>\n");
    xml
}

fn unit2(unit: &Unit, xml: &mut String) {
    let codes = codes::codes(&unit.source);
    let name = unit.key.as_ref().map_or_else(String::new, |key| format!(" name=\"{}\"", escape(key)));
    let locked = if unit.is_split { " translate=\"no\"" } else { "" };
    let _ = writeln!(xml, "    <unit id=\"u{}\"{name}{locked} xml:space=\"preserve\">", unit.id());
    let coded = codes::split(&unit.target, &codes);
    let stamps = format!("{} {}", unit.seen(), coded.stamp());
    let _ = writeln!(xml, "      <notes>\n        <note category=\"cxbook\">seen {stamps}</note>");
    if let Some(note) = &unit.note {
        let _ = writeln!(xml, "        <note category=\"author\">{}</note>", escape(note));
    }
    if let Some(previous) = &unit.previous {
        let _ = writeln!(xml, "        <note category=\"previous-source\">{}</note>", escape(previous));
    }
    xml.push_str("      </notes>\n");
    let state = match unit.state {
        State::New | State::Outdated => "initial\"",
        State::Machine => "translated\" subState=\"cxbook:machine\"",
        State::Draft => "translated\"",
        State::Reviewed => "reviewed\"",
    };
    let _ = writeln!(xml, "      <segment state=\"{state}>");
    let _ = writeln!(xml, "        <source>{}</source>", elements2(&codes::split(&unit.source, &codes), &codes));
    if !unit.target.is_empty() {
        let _ = writeln!(xml, "        <target>{}</target>", elements2(&coded, &codes));
    }
    xml.push_str("      </segment>\n    </unit>\n");
}

/// Text and codes as the inline elements of XLIFF 2.1.
fn elements2(coded: &Coded, codes: &[Code]) -> String {
    let open = |id, code: &Code| {
        let (start, end) = (escape(code.open.as_str()), escape(code.close.as_str()));
        let kind = kind2(code.kind);
        format!("<pc id=\"{id}\" type=\"{kind}\" dispStart=\"{start}\" dispEnd=\"{end}\">")
    };
    inline(coded, codes, open, "</pc>", |id, code, shown| {
        format!("<ph id=\"{id}\" type=\"{}\" disp=\"{shown}\"/>", kind2(code.kind))
    })
}

fn kind2(kind: SpanKind) -> &'static str {
    match kind {
        SpanKind::Link => "link",
        SpanKind::Image => "image",
        SpanKind::Code | SpanKind::Html => "other",
        _ => "fmt",
    }
}
