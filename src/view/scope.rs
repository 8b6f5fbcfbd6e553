//! One page's way of speaking: words, names, links, numbers and days as its reader knows them.
//!
//! A [`Reader`] is shared by all pages of a language. A [`Scope`] adds the language that the main
//! content of one page is in: text in any other language is wrapped in an element that says so.

use std::sync::Arc;

use super::names::{Named, plural_key};
use super::page::{Badge, Chrome, Day, EntityLink, FileLink, Html, LanguageMark, Link};
use super::site::{Neighbours, Site};
use crate::base::{Date, Direction, Locale};
use crate::content::front_matter::{Amount, Duration, TimeUnit};
use crate::content::text::Text;
use crate::content::{EntityId, Kind};
use crate::graph::{Feed, Graph, Localized, Node, Place, RouteTarget};
use crate::locale::{Formats, Length};
use crate::markdown::{self, Rendering};
use crate::theme::{Strings, Value};

/// What all pages of one language share.
pub(super) struct Reader<'a> {
    /// The language.
    pub locale: Locale,
    /// Which way it is written.
    pub direction: Direction,
    /// The words of the interface.
    pub strings: &'a Strings,
    /// How numbers and days are written.
    pub formats: Formats,
    /// The name of each kind, by its place in [`Kind::ALL`].
    pub kinds: Vec<String>,
    /// What `markdown` writes between an author's words.
    pub labels: markdown::Labels,
    /// Where each term leads, in the order of the site's terms.
    pub term_targets: Vec<Option<markdown::Target>>,
    /// The article before and after each.
    pub neighbours: Arc<Neighbours>,
    /// Header, navigation and footer.
    pub chrome: Arc<Chrome>,
}

/// How one page speaks.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    /// The whole site.
    pub site: &'a Site<'a>,
    /// The language of the page.
    pub reader: &'a Reader<'a>,
    /// The language of its main content; what is not in the reader's own says so itself, so that words of the
    /// interface need not.
    pub main: &'a Locale,
}

/// An argument of a message.
pub(super) enum Arg {
    /// A number: it chooses the plural form and is written as readers write it.
    Number(i64),
    /// Words of the same language.
    Text(String),
    /// Words that carry their own language or a link.
    Html(Html),
}

macro_rules! arg_from {
    ($($type:ty: $value:ident => $arg:expr;)*) => {
        $(impl From<$type> for Arg {
            fn from($value: $type) -> Self { $arg }
        })*
    };
}
arg_from! {
    usize: value => Self::Number(i64::try_from(value).unwrap_or(i64::MAX));
    u32: value => Self::Number(value.into());
    i64: value => Self::Number(value);
    i32: value => Self::Number(value.into());
    u8: value => Self::Number(value.into());
    &str: value => Self::Text(value.to_owned());
    String: value => Self::Text(value);
    Html: value => Self::Html(value);
}

/// Arguments of a message by name.
macro_rules! args {
    ($($name:literal => $value:expr),* $(,)?) => { &[$(($name, $crate::view::scope::Arg::from($value))),*] };
}
pub(super) use args;

/// The first of the characters that stand for HTML while a message is put together.
const PLACEHOLDER: u32 = 0xF_0000;

impl<'a> Scope<'a> {
    /// The graph.
    pub fn graph(&self) -> &'a Graph {
        self.site.graph
    }

    /// The language of the page.
    pub fn locale(&self) -> &'a Locale {
        &self.reader.locale
    }

    /// Which way the main content runs: what is drawn in it runs the same way.
    pub fn direction(&self) -> Direction {
        self.site.readers.get(self.main).map_or_else(|| self.main.direction(), |reader| reader.direction)
    }

    /// A word of the interface.
    pub fn say(&self, key: &str) -> String {
        self.reader.strings.get(key, &[])
    }

    /// A word of the interface, if the theme has it.
    pub fn say_if_known(&self, key: &str) -> Option<String> {
        self.reader.strings.has(key).then(|| self.say(key))
    }

    /// The word for one of the field's own values.
    pub fn name_of(&self, value: impl Named) -> String {
        self.say(value.key())
    }

    /// A sentence of the interface as plain text; HTML among its arguments is not expected.
    pub fn say_with(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        let values: Vec<(&str, Value)> = args
            .iter()
            .map(|(name, arg)| {
                let value = match arg {
                    Arg::Number(number) => Value::from(*number),
                    Arg::Text(text) => Value::from(text.as_str()),
                    Arg::Html(html) => Value::from(html.as_str()),
                };
                (*name, value)
            })
            .collect();
        self.reader.strings.get(key, &values)
    }

    /// A sentence of the interface whose arguments may be HTML.
    ///
    /// A text of lower-case letters and hyphens goes in as it is, so that a message can select by it.
    /// Private-use characters hold the places of arguments while the message is put together and
    /// escaped, so neither a theme's words nor an author's can add an element.
    pub fn say_html(&self, key: &str, args: &[(&'static str, Arg)]) -> Html {
        let stands_for = |index: usize| char::from_u32(PLACEHOLDER + index as u32).unwrap_or('\u{fffd}');
        let held: Vec<(&'static str, Arg)> = args
            .iter()
            .enumerate()
            .map(|(index, (name, arg))| match arg {
                Arg::Number(number) => (*name, Arg::Number(*number)),
                Arg::Text(word) if is_key(word) => (*name, Arg::Text(word.clone())),
                Arg::Text(_) | Arg::Html(_) => (*name, Arg::Text(stands_for(index).to_string())),
            })
            .collect();
        let message = Html::escaped(&self.say_with(key, &held));
        let mut html = String::with_capacity(message.as_str().len());
        for letter in message.as_str().chars() {
            let index = (letter as u32).checked_sub(PLACEHOLDER).and_then(|index| args.get(index as usize));
            match index {
                Some((_, Arg::Html(inner))) => html.push_str(inner.as_str()),
                Some((_, Arg::Text(inner))) => html.push_str(Html::escaped(inner).as_str()),
                _ => html.push(letter),
            }
        }
        Html::trusted(html)
    }

    /// Inline Markdown as HTML, without links, in an element of its own if it is in another language.
    pub fn words(&self, text: Localized<'_>) -> Html {
        self.marked(text.locale, self.inline(text.value))
    }

    /// Inline Markdown as HTML; a link is its words, so that the whole can stand in a link.
    pub fn inline(&self, text: &str) -> String {
        let mut line = markdown::inline(text);
        for reference in &mut line.references {
            reference.address = markdown::Address::Refused("");
        }
        let labels = &self.reader.labels;
        markdown::render_inline(&line, &Rendering { targets: &[], anchors: &[], terms: None, labels, prefix: "" })
    }

    /// What `text` of `id` says, as HTML with its links.
    pub fn linked_text(&self, id: &EntityId, text: &Text) -> Html {
        let found = self.graph().text(id, text, self.locale());
        let line = markdown::inline(found.value);
        let target = |reference: &markdown::Reference| self.graph().target(id, reference, self.locale());
        let targets: Vec<Option<markdown::Target>> = line.references.iter().map(target).collect();
        let labels = &self.reader.labels;
        let rendering = Rendering { targets: &targets, anchors: &[], terms: None, labels, prefix: "" };
        self.marked(found.locale, markdown::render_inline(&line, &rendering))
    }

    /// The same, where there is a text.
    pub fn linked_text_if(&self, id: &EntityId, text: Option<&Text>) -> Option<Html> {
        text.map(|text| self.linked_text(id, text))
    }

    /// HTML that is in `locale`, in an element that says so if the reader's language is another.
    pub fn marked(&self, locale: &Locale, html: String) -> Html {
        if locale == self.locale() || html.is_empty() {
            return Html::trusted(html);
        }
        let mark = mark(locale);
        let dir = direction_word(mark.dir);
        Html::trusted(format!("<span lang=\"{}\" dir=\"{dir}\">{html}</span>", mark.lang))
    }

    /// What `text` of `id` says, as HTML.
    pub fn text(&self, id: &EntityId, text: &Text) -> Html {
        self.words(self.graph().text(id, text, self.locale()))
    }

    /// The same, where there is a text.
    pub fn text_if(&self, id: &EntityId, text: Option<&Text>) -> Option<Html> {
        text.map(|text| self.text(id, text))
    }

    /// What `text` of `id` says, without marks.
    pub fn plain(&self, id: &EntityId, text: &Text) -> String {
        markdown::plain(self.graph().text(id, text, self.locale()).value)
    }

    /// What `id` is called, as HTML.
    pub fn name(&self, id: &EntityId) -> Html {
        self.words(self.graph().name(id, self.locale()))
    }

    /// What `id` is called, without marks.
    pub fn plain_name(&self, id: &EntityId) -> String {
        markdown::plain(self.graph().name(id, self.locale()).value)
    }

    /// What `id` is called, as a label that leads to it.
    pub fn named_badge(&self, id: &EntityId, tone: &'static str) -> Badge {
        let name = self.graph().name(id, self.locale());
        let mark = (name.locale != self.locale()).then(|| mark(name.locale));
        Badge { text: markdown::plain(name.value), tone, href: self.href_of(id), mark }
    }

    /// Where `place` is shown.
    pub fn href(&self, place: &Place) -> Option<String> {
        self.graph().href(place, self.locale())
    }

    /// Where `id` is shown.
    pub fn href_of(&self, id: &EntityId) -> Option<String> {
        self.href(&Place::whole(id.clone()))
    }

    /// The address of a page that is no entity's.
    pub fn href_to(&self, target: &RouteTarget) -> Option<String> {
        let route = self.graph().route(target, self.locale())?;
        Some(self.rooted(&route.url.encoded()))
    }

    /// The address of a computed view; that of the hub if it has no page.
    pub fn finding_href(&self, name: &'static str) -> String {
        self.href_to(&RouteTarget::Finding(name))
            .or_else(|| self.href_to(&RouteTarget::Findings))
            .unwrap_or_else(|| self.reader.chrome.home.clone())
    }

    /// A path from the site's root as a path from the host's.
    pub fn rooted(&self, path: &str) -> String {
        self.site.rooted(path)
    }

    /// A feed of the reader's language, if it lists anything.
    pub fn feed(&self, feed: Feed) -> Option<FileLink> {
        let href = self.rooted(&feed.url(self.locale()).encoded());
        self.reader.chrome.feeds.iter().find(|one| one.href == href).cloned()
    }

    /// A computed view as JSON and as CSV.
    pub fn data_files(&self, finding: &str) -> Vec<FileLink> {
        let file = |extension: &str, key: &str, media_type| FileLink {
            href: self.rooted(&format!("/api/1/views/{finding}.{extension}")),
            text: self.say(key),
            media_type,
        };
        vec![file("csv", "file-csv", "text/csv"), file("json", "file-json", "application/json")]
    }

    /// A flat table of all journeys.
    pub fn table_file(&self, name: &str) -> FileLink {
        let url = crate::graph::route::table_url(name, self.locale());
        FileLink { href: self.rooted(&url.encoded()), text: self.say(&format!("table-{name}")), media_type: "text/csv" }
    }

    /// A link to `id`; words without a link where it has no page.
    pub fn link(&self, id: &EntityId) -> Link {
        Link { href: self.href_of(id).unwrap_or_default(), text_html: self.name(id) }
    }

    /// `id` with its kind and, for a document, its summary.
    pub fn entity(&self, id: &EntityId) -> EntityLink {
        let summary = self.graph().node(id).and_then(|node| self.summary(node));
        EntityLink { summary_html: summary, ..self.entity_name(id) }
    }

    /// `id` with its kind.
    pub fn entity_name(&self, id: &EntityId) -> EntityLink {
        EntityLink {
            kind: id.kind.noun(),
            kind_label: self.kind(id.kind).to_owned(),
            href: self.href_of(id).unwrap_or_default(),
            text_html: self.name(id),
            summary_html: None,
        }
    }

    /// A sentence about a node: a principle's claim, else its summary or description.
    pub fn summary(&self, node: &Node) -> Option<Html> {
        self.summary_text(node).map(|text| self.words(text))
    }

    /// A sentence about a node, as written.
    pub fn summary_text(&self, node: &'a Node) -> Option<Localized<'a>> {
        if let Some(definition) = self.graph().term(&node.id, self.locale()) {
            let text = definition.value.definition.as_ref()?;
            return Some(Localized { value: &text.value, locale: definition.locale });
        }
        let text = match (node.principle(), node.plain(), node.author()) {
            (Some(principle), _, _) => principle.claim.as_ref().or(principle.common.summary.as_ref()),
            (_, Some(plain), _) => plain.description.as_ref(),
            (_, _, Some(author)) => author.bio.as_ref(),
            _ => node.common()?.summary.as_ref(),
        }?;
        Some(self.graph().text(&node.id, text, self.locale()))
    }

    /// What one of a kind is called.
    pub fn kind(&self, kind: Kind) -> &'a str {
        self.reader.kinds.get(kind as usize).map_or(kind.noun(), String::as_str)
    }

    /// What all of a kind are called.
    pub fn kinds(&self, kind: Kind) -> String {
        self.say(plural_key(kind))
    }

    /// A whole number.
    pub fn number(&self, number: impl TryInto<i64>) -> String {
        self.reader.formats.integer(number.try_into().unwrap_or(i64::MAX))
    }

    /// A number given in thousandths, with a true minus.
    pub fn thousandths(&self, thousandths: i64) -> String {
        self.signed(thousandths < 0, false, self.reader.formats.thousandths(thousandths.abs()))
    }

    /// A score in tenths, with its sign: `−2`, `0`, `+1.5`.
    pub fn score(&self, tenths: impl Into<i64>) -> String {
        let tenths = tenths.into();
        let digits = self.reader.formats.thousandths(tenths.abs() * 100);
        self.signed(tenths < 0, tenths > 0, digits)
    }

    /// A number given in hundredths, with its sign.
    pub fn signed_hundredths(&self, hundredths: i64) -> String {
        let digits = self.reader.formats.thousandths(hundredths.abs() * 10);
        self.signed(hundredths < 0, hundredths > 0, digits)
    }

    /// Puts a true minus, or a plus, before digits, and keeps it there in a right-to-left text.
    fn signed(&self, is_negative: bool, shows_plus: bool, digits: String) -> String {
        let sign = if is_negative {
            "\u{2212}"
        } else if shows_plus {
            "+"
        } else {
            return digits;
        };
        let guard = if self.reader.direction == Direction::Rtl { "\u{200e}" } else { "" };
        format!("{guard}{sign}{digits}")
    }

    /// A share given in thousandths, as percent.
    pub fn percent(&self, thousandths: u32) -> String {
        self.reader.formats.percent(i64::from(thousandths) * 100)
    }

    /// A stretch of time, perhaps a range.
    pub fn duration(&self, duration: Duration) -> String {
        match duration.most {
            None => self.amount(duration.least),
            Some(most) if most.unit == duration.least.unit => {
                let key = match most.unit {
                    TimeUnit::Second => "time-seconds-range",
                    TimeUnit::Minute => "time-minutes-range",
                    TimeUnit::Hour => "time-hours-range",
                    TimeUnit::Day => "time-days-range",
                    TimeUnit::Week => "time-weeks-range",
                };
                self.say_with(key, args!["least" => duration.least.count, "most" => most.count])
            }
            Some(most) => {
                let args = args!["least" => self.amount(duration.least), "most" => self.amount(most)];
                self.say_with("time-range", args)
            }
        }
    }

    fn amount(&self, amount: Amount) -> String {
        let key = match amount.unit {
            TimeUnit::Second => "time-seconds",
            TimeUnit::Minute => "time-minutes",
            TimeUnit::Hour => "time-hours",
            TimeUnit::Day => "time-days",
            TimeUnit::Week => "time-weeks",
        };
        self.say_with(key, args!["count" => amount.count])
    }

    /// A day, a month or a year.
    pub fn day(&self, date: Date) -> Day {
        Day { iso: date.to_string(), text: self.reader.formats.date(date, Length::Long) }
    }

    /// What the readers of a language call it.
    pub fn autonym(&self, locale: &Locale) -> String {
        self.site.config.language(locale).map_or_else(|| locale.to_string(), |language| language.name.clone())
    }

    /// What the readers of this page call a language.
    pub fn language(&self, locale: &Locale) -> String {
        let key = format!("language-{}", locale.as_str());
        let base = || self.say_if_known(&format!("language-{}", locale.language()));
        self.say_if_known(&key).or_else(base).unwrap_or_else(|| self.autonym(locale))
    }

    /// "Translated from English".
    pub fn translated_from(&self, locale: &Locale) -> String {
        self.say_with("evidence-translated", args!["tag" => locale.language(), "language" => self.language(locale)])
    }

    /// What the name of `id` is sorted by.
    pub fn sort_key(&self, id: &EntityId) -> String {
        markdown::plain(self.graph().sort_key(id, self.locale()))
    }

    /// Puts things in the order of their names in the reader's language; each name is looked up once.
    pub fn sort_by_name<T>(&self, items: &mut Vec<T>, id: impl Fn(&T) -> &EntityId) {
        let mut named: Vec<(String, T)> = items.drain(..).map(|item| (self.sort_key(id(&item)), item)).collect();
        let formats = &self.reader.formats;
        named.sort_by(|one, other| formats.compare(&one.0, &other.0).then_with(|| id(&one.1).cmp(id(&other.1))));
        items.extend(named.into_iter().map(|(_, item)| item));
    }
}

/// A language with its direction.
pub(super) fn mark(locale: &Locale) -> LanguageMark {
    LanguageMark { lang: locale.clone(), dir: locale.direction() }
}

/// A direction as HTML writes it.
pub(super) fn direction_word(direction: Direction) -> &'static str {
    match direction {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    }
}

/// Whether a text can be a variant of a message, and needs no escaping.
fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

/// A short label without a link.
pub(super) fn badge(text: impl Into<String>, tone: &'static str) -> Badge {
    Badge { text: text.into(), tone, href: None, mark: None }
}
