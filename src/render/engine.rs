//! Page values to HTML: the only file that names Tera.
//!
//! A page is rendered by the template of its layout, `journey.html` for [`Content::Journey`]. It sees:
//!
//! - `frame`, `content`, `url`: the page's own values ([`view::page`](crate::view::page));
//! - `chrome`: what all pages of its language share, and `shell` with `header_html`, `navigation_html` and
//!   `footer_html`, rendered once by the templates of these names for each language and section;
//! - `origin`: scheme and host of the site, for what must be absolute;
//! - `t(key="…", n=3)`: a string of the theme in the page's language, or in that of the argument `lang`; plain text
//!   (escaped when printed);
//! - `strings(prefix="search-")`: the strings whose names start so, as JSON for a `script` element, without the prefix;
//! - `asset(name="site.css")`: the published address of an asset; with `optional=true`, nothing where there is none.
//!
//! Everything printed is escaped, but for fields that end in `_html` and are marked `| safe`; entries and badges are such.
//! A template cannot reach the graph, the clock or a file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult};

use crate::base::{Locale, SourcePath, Span, TextRange};
use crate::diagnostic::{Diagnostic, Name};
use crate::theme::{Strings, Theme, Value};
use crate::view::Page;
use crate::view::page::{Chrome, Content, Frame};

/// The templates of a theme, ready for each language of the site.
#[derive(Debug)]
pub struct Engine {
    languages: BTreeMap<Locale, Tera>,
    /// Where the project keeps a template, by name.
    paths: BTreeMap<String, SourcePath>,
}

#[derive(Serialize)]
struct PageScope<'a> {
    url: &'a str,
    frame: &'a Frame,
    content: &'a Content,
    origin: &'a str,
}

#[derive(Serialize)]
struct BesideScope<'a, P: Serialize> {
    page: &'a P,
}

/// What surrounds the pages of one language and section, as HTML.
#[derive(Clone, Debug, Serialize)]
pub struct Shell {
    /// Name, search and menu.
    pub header_html: String,
    /// The main navigation, with the section marked.
    pub navigation_html: String,
    /// What stands below every page.
    pub footer_html: String,
    /// These and the chrome as templates see them: made once, shared by all pages.
    #[serde(skip)]
    values: [(&'static str, tera::Value); 2],
}

#[derive(Serialize)]
struct ShellScope<'a> {
    chrome: &'a Chrome,
    section: &'a str,
}

impl Engine {
    /// Reads the templates of `theme`, for pages in `languages`.
    ///
    /// # Errors
    ///
    /// What is wrong with a template: its syntax, or a name that it uses and nothing has.
    pub fn new<'a>(theme: &Theme, languages: impl Iterator<Item = &'a Locale>) -> Result<Self, Vec<Diagnostic>> {
        let paths =
            theme.templates().filter_map(|(name, template)| Some((name.to_owned(), template.path.clone()?))).collect();
        let mut engine = Self { languages: BTreeMap::new(), paths };
        let mut tera = Tera::default();
        tera.autoescape_on([".html", ".xml", ".svg"]);
        register(&mut tera, &Arc::new(BTreeMap::new()), None);
        // As a fallback, `builtin/` may define the components that a project's file defines too.
        tera.set_fallback_prefixes(["builtin/"])
            .and_then(|()| {
                let needed = theme
                    .templates()
                    .filter(|(name, template)| name.starts_with("builtin/") || template.path.is_some());
                tera.add_raw_templates(needed.map(|(name, template)| (name, template.text.as_str())))
            })
            .map_err(|error| engine.faults(&error, theme))?;
        let assets: Arc<BTreeMap<String, String>> =
            Arc::new(theme.asset_urls().map(|(name, url)| (name.to_owned(), url.to_owned())).collect());
        let strings: Words = languages
            .collect::<BTreeSet<_>>()
            .into_iter()
            .map(|locale| (locale.clone(), Arc::clone(theme.strings(locale))))
            .collect();
        let strings = Arc::new(strings);
        for locale in strings.keys() {
            let mut tera = tera.clone();
            register(&mut tera, &assets, Some((locale, &strings)));
            engine.languages.insert(locale.clone(), tera);
        }
        Ok(engine)
    }

    /// The HTML of a page.
    ///
    /// # Errors
    ///
    /// What is wrong with the template, with its place.
    pub fn page(&self, page: &Page, shell: &Shell) -> Result<String, Box<Diagnostic>> {
        let scope = PageScope {
            url: page.url.as_str(),
            frame: &page.frame,
            content: &page.content,
            origin: origin(&page.frame.canonical),
        };
        self.render(&format!("{}.html", page.content.layout()), &page.frame.lang, &scope, &shell.values)
    }

    /// A page that translators have beside the site: it has no frame, and sees its own values as `page`.
    ///
    /// # Errors
    ///
    /// What is wrong with the template, with its place.
    pub fn beside(&self, template: &str, locale: &Locale, page: &impl Serialize) -> Result<String, Box<Diagnostic>> {
        self.render(template, locale, &BesideScope { page }, &[])
    }

    /// What surrounds the pages of a language, seen from one of its sections.
    ///
    /// # Errors
    ///
    /// What is wrong with a template, with its place.
    pub fn shell(&self, chrome: &Chrome, section: &str) -> Result<Shell, Box<Diagnostic>> {
        let part = |template| self.render(template, &chrome.lang, &ShellScope { chrome, section }, &[]);
        let value = |value: Result<tera::Value, tera::Error>| value.map_err(|error| Box::new(self.fault(&error)));
        let mut shell = Shell {
            header_html: part("header.html")?,
            navigation_html: part("navigation.html")?,
            footer_html: part("footer.html")?,
            values: [("chrome", value(tera::Value::try_from_serializable(chrome))?), ("shell", tera::Value::none())],
        };
        shell.values[1].1 = value(tera::Value::try_from_serializable(&shell))?;
        Ok(shell)
    }

    fn render(
        &self,
        template: &str,
        locale: &Locale,
        scope: &impl Serialize,
        shared: &[(&'static str, tera::Value)],
    ) -> Result<String, Box<Diagnostic>> {
        let fault = |error: &tera::Error| Box::new(self.fault(error));
        let Some(tera) = self.languages.get(locale) else { return Ok(String::new()) };
        let mut context = Context::from_serialize(scope).map_err(|error| fault(&error))?;
        for (name, value) in shared {
            context.insert_value(*name, value.clone());
        }
        tera.render(template, &context).map_err(|error| fault(&error))
    }

    /// Names that nothing has come as one text with a report for each; each becomes a problem of its own.
    fn faults(&self, error: &tera::Error, theme: &Theme) -> Vec<Diagnostic> {
        let ErrorKind::Msg(reports) = error.kind() else { return vec![self.fault(error)] };
        let faults: Vec<Diagnostic> = reports
            .split("error: ")
            .filter_map(|report| {
                let mut lines = report.lines();
                let message = lines.next()?;
                let (place, column) = lines.next()?.trim().strip_prefix("--> ")?.rsplit_once(':')?;
                let (name, line) = place.rsplit_once(':')?;
                let (line, column): (usize, usize) = (line.parse().ok()?, column.parse().ok()?);
                let marks = lines.filter(|line| line.chars().all(|letter| " |^".contains(letter)));
                let length = marks.map(|line| line.matches('^').count()).max().unwrap_or_default();
                let (_, template) = theme.templates().find(|(template, _)| *template == name)?;
                let before: usize = template.text.split_inclusive('\n').take(line - 1).map(str::len).sum();
                let start = before + column - 1;
                Some(self.problem(name, TextRange::new(start, start + length), message))
            })
            .collect();
        if faults.is_empty() { vec![self.fault(error)] } else { faults }
    }

    fn fault(&self, error: &tera::Error) -> Diagnostic {
        let (message, name, range) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => (
                report.message().to_owned(),
                report.filename().to_owned(),
                TextRange::from(report.span().range.clone()),
            ),
            ErrorKind::TemplateNotFound(name) => {
                (format!("there is no template `{name}`"), name.clone(), TextRange::default())
            }
            ErrorKind::MissingParent { current, parent } => (
                format!("the template `{current}` extends `{parent}`, which does not exist"),
                current.clone(),
                TextRange::default(),
            ),
            _ => (error.to_string(), String::new(), TextRange::default()),
        };
        self.problem(&name, range, &message)
    }

    fn problem(&self, name: &str, range: TextRange, message: &str) -> Diagnostic {
        let file = || SourcePath::new(format!("themes/default/templates/{}", name.trim_start_matches("builtin/")));
        let path = self.paths.get(name).cloned().unwrap_or_else(file);
        let message = message.lines().next().unwrap_or_default().trim_end_matches('.').to_owned();
        let message = message.strip_prefix("Unknown ").map(|rest| format!("unknown {rest}")).unwrap_or(message);
        Diagnostic::new(Name::ThemeError, Span::new(&path, range), message).label("in this template").help(
            "what a template sees is listed in the documentation of themes; built-in templates are under `builtin/`",
        )
    }
}

/// The strings of every language of the site.
type Words = BTreeMap<Locale, Arc<Strings>>;

/// Scheme and host of an absolute address.
fn origin(address: &str) -> &str {
    let host = address.find("://").map_or(0, |at| at + 3);
    address[host..].find('/').map_or(address, |at| &address[..host + at])
}

/// Gives templates their functions. Without strings, those that only have to exist while templates are read.
fn register(tera: &mut Tera, assets: &Arc<BTreeMap<String, String>>, strings: Option<(&Locale, &Arc<Words>)>) {
    let urls = Arc::clone(assets);
    tera.register_function("asset", move |arguments: Kwargs, _: &State| -> TeraResult<String> {
        let name: &str = arguments.must_get("name")?;
        match urls.get(name) {
            Some(url) => Ok(url.clone()),
            None if arguments.get::<bool>("optional")?.unwrap_or(false) => Ok(String::new()),
            None => Err(tera::Error::message(format!("the theme has no asset `{name}`"))),
        }
    });
    let own = strings.and_then(|(locale, all)| all.get(locale).cloned());
    tera.register_function("strings", move |arguments: Kwargs, _: &State| -> TeraResult<tera::Value> {
        let prefix: &str = arguments.must_get("prefix")?;
        let words = own.iter().flat_map(|strings| strings.starting_with(prefix));
        let words: serde_json::Map<String, serde_json::Value> =
            words.map(|(key, text)| (key[prefix.len()..].to_owned(), text.into())).collect();
        let json = serde_json::Value::Object(words).to_string().replace('<', "\\u003c");
        Ok(tera::Value::safe_string(&json))
    });
    let strings = strings.map(|(locale, all)| (all.get(locale).cloned(), Arc::clone(all)));
    tera.register_function("t", move |arguments: Kwargs, _: &State| -> TeraResult<String> {
        let key: &str = arguments.must_get("key")?;
        let Some((own, all)) = &strings else { return Ok(key.to_owned()) };
        let lang: Option<&str> = arguments.get("lang")?;
        let other = lang.and_then(|lang| all.iter().find(|(locale, _)| locale.as_str() == lang));
        let strings = other.map(|(_, strings)| strings).or(own.as_ref()).filter(|strings| strings.has(key));
        let Some(strings) = strings else {
            return Err(tera::Error::message(format!("there is no string `{key}`")));
        };
        let values: Vec<(&str, Value<'_>)> = arguments
            .iter()
            .filter_map(|(name, value)| Some((name.as_str()?, string_value(value)?)))
            .filter(|(name, _)| !matches!(*name, "key" | "lang"))
            .collect();
        Ok(strings.get(key, &values))
    });
}

/// What a message can be given: words or a number.
fn string_value(value: &tera::Value) -> Option<Value<'_>> {
    match value.as_str() {
        Some(text) => Some(Value::from(text)),
        None => value.as_f64().or_else(|| value.as_i64().map(|number| number as f64)).map(Value::from),
    }
}
