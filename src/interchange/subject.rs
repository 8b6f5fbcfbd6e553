//! One journey in one language, as the exporters of journeys look at it.

use crate::base::Locale;
use crate::content::front_matter::{Journey, Step};
use crate::content::text::Text;
use crate::content::{EntityId, Kind};
use crate::draw::signed;
use crate::graph::{Graph, Node};
use crate::markdown;
use crate::theme::{Strings, Value};

/// A journey with the language it is told in.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// Where the names of other things are.
    pub graph: &'a Graph,
    /// Whose journey it is.
    pub node: &'a Node,
    /// What it says.
    pub journey: &'a Journey,
    /// The language.
    pub locale: &'a Locale,
    /// The interface strings of the language.
    pub strings: &'a Strings,
}

impl<'a> Subject<'a> {
    /// The journey `id` in a language, if there is one.
    #[must_use]
    pub fn new(graph: &'a Graph, id: &EntityId, locale: &'a Locale, strings: &'a Strings) -> Option<Self> {
        let node = graph.node(id)?;
        Some(Self { graph, node, journey: node.journey()?, locale, strings })
    }

    /// A text without marks, in the language or in what stands in for it.
    #[must_use]
    pub fn plain(&self, text: &Text) -> String {
        markdown::plain(self.graph.text(&self.node.id, text, self.locale).value)
    }

    /// The same of a text that may be missing.
    #[must_use]
    pub fn plain_of(&self, text: Option<&Text>) -> String {
        text.map(|text| self.plain(text)).unwrap_or_default()
    }

    /// What something else is called.
    #[must_use]
    pub fn name(&self, kind: Kind, id: &crate::base::Id) -> String {
        markdown::plain(self.graph.name(&EntityId::new(kind, id.as_str()), self.locale).value)
    }

    /// What the journey is called.
    #[must_use]
    pub fn title(&self) -> String {
        markdown::plain(self.graph.name(&self.node.id, self.locale).value)
    }

    /// What its persona is called.
    #[must_use]
    pub fn persona(&self) -> Option<String> {
        self.journey.persona.as_ref().map(|persona| self.name(Kind::Persona, &persona.value))
    }

    /// How it feels from start to end, in a sentence.
    #[must_use]
    pub fn curve_in_words(&self) -> String {
        let felt: Vec<(usize, &Step, i8)> = self
            .journey
            .path()
            .enumerate()
            .filter_map(|(at, (_, _, _, step))| Some((at, step, step.emotion.as_ref()?.score)))
            .collect();
        let (Some(first), Some(last)) = (felt.first(), felt.last()) else {
            return self.strings.get("curve-unknown", &[]);
        };
        let name = |(_, step, _): &(usize, &Step, i8)| self.plain_of(step.name.as_ref());
        let lowest = felt.iter().min_by_key(|(_, _, score)| *score).unwrap_or(first);
        let drop = felt
            .windows(2)
            .filter(|pair| pair[1].0 == pair[0].0 + 1 && pair[1].2 < pair[0].2)
            .min_by_key(|pair| i16::from(pair[1].2) - i16::from(pair[0].2));
        let texts = [
            ("start", signed(first.2)),
            ("start-step", name(first)),
            ("lowest", signed(lowest.2)),
            ("lowest-step", name(lowest)),
            ("end", signed(last.2)),
            ("end-step", name(last)),
            ("drops", if drop.is_some() { "yes" } else { "no" }.to_owned()),
            ("from", drop.map(|pair| name(&pair[0])).unwrap_or_default()),
            ("to", drop.map(|pair| name(&pair[1])).unwrap_or_default()),
            ("score", signed(first.2)),
            ("step", name(first)),
        ];
        let values: Vec<(&str, Value<'_>)> = texts.iter().map(|(key, text)| (*key, text.as_str().into())).collect();
        let sentence = self.strings.get(if felt.len() == 1 { "curve-one" } else { "curve-words" }, &values);
        // Isolates guard mixed directions in HTML; other programs may show them.
        sentence.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
    }
}
