//! Page values to HTML: the only file that names Tera.
//!
//! A page is rendered by the template of its layout, `journey.html` for [`Content::Journey`]. It sees:
//!
//! - `frame`, `content`, `url`: the page's own values ([`view::page`](crate::view::page));
//! - `chrome`: what all pages of its language share, and `navigation_html`, the main navigation, rendered once by
//!   `navigation.html` for each language and section;
//! - `t(key="…", n=3)`: a string of the theme in the page's language, plain text (escaped when printed);
//! - `asset(name="site.css")`: the published address of an asset.
//!
//! Everything printed is escaped, but for fields that end in `_html` and are marked `| safe`.
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
    chrome: &'a Chrome,
    navigation_html: &'a str,
}

#[derive(Serialize)]
struct NavigationScope<'a> {
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
        tera.add_raw_templates(theme.templates().map(|(name, template)| (name, template.text.as_str())))
            .map_err(|error| vec![engine.fault(&error)])?;
        let assets: Arc<BTreeMap<String, String>> =
            Arc::new(theme.asset_urls().map(|(name, url)| (name.to_owned(), url.to_owned())).collect());
        for locale in languages.collect::<BTreeSet<_>>() {
            let mut tera = tera.clone();
            register(&mut tera, &assets, Some(theme.strings(locale)));
            engine.languages.insert(locale.clone(), tera);
        }
        Ok(engine)
    }

    /// The HTML of a page.
    ///
    /// # Errors
    ///
    /// What is wrong with the template, with its place.
    pub fn page(&self, page: &Page, navigation_html: &str) -> Result<String, Box<Diagnostic>> {
        let scope = PageScope {
            url: page.url.as_str(),
            frame: &page.frame,
            content: &page.content,
            chrome: &page.chrome,
            navigation_html,
        };
        self.render(&format!("{}.html", page.content.layout()), &page.frame.lang, &scope)
    }

    /// The HTML of the main navigation of a language, seen from one of its sections.
    ///
    /// # Errors
    ///
    /// What is wrong with the template, with its place.
    pub fn navigation(&self, chrome: &Chrome, section: &str) -> Result<String, Box<Diagnostic>> {
        self.render("navigation.html", &chrome.lang, &NavigationScope { chrome, section })
    }

    fn render(&self, template: &str, locale: &Locale, scope: &impl Serialize) -> Result<String, Box<Diagnostic>> {
        let fault = |error: &tera::Error| Box::new(self.fault(error));
        let Some(tera) = self.languages.get(locale) else { return Ok(String::new()) };
        let context = Context::from_serialize(scope).map_err(|error| fault(&error))?;
        tera.render(template, &context).map_err(|error| fault(&error))
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
        let file = || SourcePath::new(format!("themes/default/templates/{}", name.trim_start_matches("builtin/")));
        let path = self.paths.get(&name).cloned().unwrap_or_else(file);
        let message = message.lines().next().unwrap_or_default().trim_end_matches('.').to_owned();
        Diagnostic::new(Name::ThemeError, Span::new(&path, range), message).label("in this template").help(
            "what a template sees is listed in the documentation of themes; built-in templates are under `builtin/`",
        )
    }
}

/// Gives templates their functions. Without strings, those that only have to exist while templates are read.
fn register(tera: &mut Tera, assets: &Arc<BTreeMap<String, String>>, strings: Option<&Arc<Strings>>) {
    let urls = Arc::clone(assets);
    tera.register_function("asset", move |arguments: Kwargs, _: &State| -> TeraResult<String> {
        let name: String = arguments.must_get("name")?;
        urls.get(&name).cloned().ok_or_else(|| tera::Error::message(format!("the theme has no asset `{name}`")))
    });
    let strings = strings.cloned();
    tera.register_function("t", move |arguments: Kwargs, _: &State| -> TeraResult<String> {
        let mut values: BTreeMap<String, serde_json::Value> = arguments.deserialize()?;
        let Some(serde_json::Value::String(key)) = values.remove("key") else {
            return Err(tera::Error::message("`t` needs a key: t(key=\"…\")"));
        };
        let Some(strings) = &strings else { return Ok(key) };
        if !strings.has(&key) {
            return Err(tera::Error::message(format!("there is no string `{key}`")));
        }
        let values: Vec<(&str, Value<'_>)> =
            values.iter().map(|(name, value)| (name.as_str(), string_value(value))).collect();
        Ok(strings.get(&key, &values))
    });
}

fn string_value(value: &serde_json::Value) -> Value<'_> {
    match value {
        serde_json::Value::String(text) => Value::from(text.as_str()),
        serde_json::Value::Number(number) => Value::from(number.as_f64().unwrap_or_default()),
        other => Value::from(other.to_string()),
    }
}
