//! The glossary to TBX-Basic and to a table, for term bases and spreadsheets.

use std::fmt::Write;

use quick_xml::escape::escape;

use super::tbx_read::sound;
use crate::base::{Id, Locale};
use crate::content::vocabulary::{Entry, Term, TermForm, VocabularyFile};
use crate::edit::translate::{BESIDE, BESIDE_WORDS};

/// The terms of a glossary, in the order written.
fn terms(file: &VocabularyFile) -> impl Iterator<Item = (&Id, &Term)> {
    file.parsed.entries.iter().filter_map(|(id, entry)| match &entry.entry {
        Entry::Term(term) => Some((id, term)),
        _ => None,
    })
}

/// The words of one form with what term bases call their standing.
fn words(form: &TermForm) -> Vec<(&str, &'static str)> {
    let mut words = vec![(form.term.value.as_str(), "preferredTerm-admn-sts")];
    let admitted = form.short.iter().chain(&form.also);
    words.extend(admitted.map(|word| (word.value.as_str(), "admittedTerm-admn-sts")));
    words.extend(form.avoid.iter().map(|word| (word.value.as_str(), "deprecatedTerm-admn-sts")));
    words
}

/// What a term base once said that the glossary has no field for; what would break the file stays behind.
fn beside(file: &VocabularyFile, key: &str, word: Option<&str>) -> Vec<String> {
    let kept = file.parsed.extensions.get(key);
    let list = match word {
        Some(word) => kept.and_then(|lists| lists.get(word)),
        None => kept,
    };
    let list = list.and_then(serde_json::Value::as_array).into_iter().flatten();
    list.filter_map(serde_json::Value::as_str).filter_map(sound).collect()
}

/// The glossary as TBX-Basic of 2008 (ISO 30042:2008), which every tool reads; the edition of 2019 is read here and
/// by few others. `language` narrows it to the source and that one.
#[must_use]
pub fn write(file: &VocabularyFile, language: Option<&Locale>) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(xml, "<martif type=\"TBX-Basic\" xml:lang=\"{}\">", file.locale);
    let _ = writeln!(
        xml,
        "  <martifHeader>\n    <fileDesc>\n      <sourceDesc>\n        <p>{}, written by cxbook</p>\n      </sourceDesc>\n    \
         </fileDesc>\n    <encodingDesc>\n      <p type=\"XCSURI\">TBXBasicXCSV02.xcs</p>\n    </encodingDesc>\n  \
         </martifHeader>\n  <text>\n    <body>",
        escape(file.path.as_str())
    );
    for (id, term) in terms(file) {
        let _ = writeln!(xml, "      <termEntry id=\"{id}\">");
        if let Some(note) = &term.note {
            let _ = writeln!(xml, "        <note>{}</note>", escape(&note.value));
        }
        for field in beside(file, &format!("{id}.{BESIDE}"), None) {
            let _ = writeln!(xml, "        {field}");
        }
        for (locale, form) in &term.forms {
            if language.is_some_and(|language| locale != language && *locale != file.locale) {
                continue;
            }
            let _ = writeln!(xml, "        <langSet xml:lang=\"{locale}\">");
            if let Some(definition) = &form.definition {
                let definition = crate::markdown::plain(&definition.value);
                let _ = writeln!(xml, "          <descrip type=\"definition\">{}</descrip>", escape(&definition));
            }
            for field in beside(file, &format!("{id}.{locale}.{BESIDE}"), None) {
                let _ = writeln!(xml, "          {field}");
            }
            for (word, standing) in words(form) {
                let _ = writeln!(
                    xml,
                    "          <tig>\n            <term>{}</term>\n            <termNote type=\"administrativeStatus\">{standing}</termNote>",
                    escape(word)
                );
                // What is said of the word as a word comes first, as the format wants it.
                let mut fields = beside(file, &format!("{id}.{locale}.{BESIDE_WORDS}"), Some(word));
                fields.sort_by_key(|field| !field.starts_with("<termNote"));
                for field in fields {
                    let _ = writeln!(xml, "            {field}");
                }
                xml.push_str("          </tig>\n");
            }
            xml.push_str("        </langSet>\n");
        }
        xml.push_str("      </termEntry>\n");
    }
    xml.push_str("    </body>\n  </text>\n</martif>\n");
    xml
}

/// The glossary as a table: a line for each word of each language.
#[must_use]
pub fn csv(file: &VocabularyFile, language: Option<&Locale>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut line = |cells: [&str; 5]| {
        // A table in memory has no way to fail.
        let _ = writer.write_record(cells.map(calm));
    };
    line(["id", "language", "term", "standing", "definition"]);
    for (id, term) in terms(file) {
        for (locale, form) in &term.forms {
            if language.is_some_and(|language| locale != language && *locale != file.locale) {
                continue;
            }
            let definition = form.definition.as_ref().map_or("", |definition| definition.value.as_str());
            for (index, (word, standing)) in words(form).into_iter().enumerate() {
                let standing = standing.trim_end_matches("Term-admn-sts");
                line([id.as_str(), locale.as_str(), word, standing, if index == 0 { definition } else { "" }]);
            }
        }
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// A cell that no spreadsheet takes for a formula.
fn calm(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

/// The same cell as it was.
pub(super) fn uncalmed(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| calm(rest) != *rest).unwrap_or(text)
}
