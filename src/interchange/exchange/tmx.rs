//! What is translated to TMX 1.4b, for the translation memories of others.

use std::fmt::Write;

use quick_xml::escape::escape;

use super::{Bundle, State};
use crate::markdown;

/// The memory of these documents. What is new, outdated or a machine's is not in it.
#[must_use]
pub fn write(bundles: &[Bundle]) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n");
    let source = bundles.first().map_or("en", |bundle| bundle.source.as_str());
    let version = env!("CARGO_PKG_VERSION");
    let _ = writeln!(
        xml,
        "  <header creationtool=\"cxbook\" creationtoolversion=\"{version}\" segtype=\"paragraph\" o-tmf=\"cxbook\" adminlang=\"en\" srclang=\"{source}\" datatype=\"plaintext\"/>\n  <body>"
    );
    for bundle in bundles {
        for unit in &bundle.units {
            if unit.target.is_empty()
                || unit.is_split
                || matches!(unit.state, State::New | State::Machine | State::Outdated)
            {
                continue;
            }
            let (source, target) = (markdown::plain(&unit.source), markdown::plain(&unit.target));
            let _ = writeln!(xml, "    <tu tuid=\"{}\">", unit.id());
            let _ = writeln!(xml, "      <prop type=\"x-document\">{}</prop>", escape(&bundle.subject));
            for (locale, text) in [(&bundle.source, source), (&bundle.target, target)] {
                let _ = writeln!(xml, "      <tuv xml:lang=\"{locale}\"><seg>{}</seg></tuv>", escape(&text));
            }
            xml.push_str("    </tu>\n");
        }
    }
    xml.push_str("  </body>\n</tmx>\n");
    xml
}
