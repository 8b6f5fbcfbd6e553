//! What a page is about, as structured data for machines.

use serde_json::{Value, json};

use super::entity::iso;
use super::entries::{is_web, licence_address};
use super::page::{Html, Link};
use super::scope::Scope;
use crate::content::front_matter::Figure;
use crate::content::{EntityId, Kind};
use crate::graph::{Node, RouteTarget};

/// The page to be described.
pub(super) struct Subject<'a> {
    pub scope: Scope<'a>,
    pub target: &'a RouteTarget,
    pub node: Option<&'a Node>,
    pub title: &'a str,
    pub description: &'a str,
    pub canonical: &'a str,
    pub breadcrumbs: &'a [Link],
}

/// One JSON document, safe inside a `script` element; `None` for pages that machines should not keep.
pub(super) fn of(subject: &Subject<'_>) -> Option<Html> {
    if matches!(subject.target, RouteTarget::Search | RouteTarget::NotFound | RouteTarget::Chooser) {
        return None;
    }
    let mut things: Vec<Value> = subject.thing().into_iter().collect();
    things.extend(subject.pictures());
    things.extend(subject.path());
    if things.is_empty() {
        return None;
    }
    let document = json!({ "@context": "https://schema.org", "@graph": things });
    Some(Html::trusted(
        document.to_string().replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"),
    ))
}

impl Subject<'_> {
    fn thing(&self) -> Option<Value> {
        match self.target {
            RouteTarget::Home => Some(self.site()),
            RouteTarget::Index(Kind::Term) => Some(self.terms()),
            RouteTarget::Entity(id) => match id.kind {
                Kind::Article | Kind::Example | Kind::Principle | Kind::Journey => Some(self.article()),
                Kind::Event => self.event(),
                _ => None,
            },
            _ => None,
        }
    }

    fn site(&self) -> Value {
        let chrome = &self.scope.reader.chrome;
        let search = self.scope.site.absolute(&chrome.search);
        json!({
            "@type": "WebSite",
            "name": chrome.site_title,
            "url": self.canonical,
            "description": self.description,
            "inLanguage": self.scope.main,
            "potentialAction": {
                "@type": "SearchAction",
                "target": { "@type": "EntryPoint", "urlTemplate": format!("{search}?q={{search_term_string}}") },
                "query-input": "required name=search_term_string",
            },
        })
    }

    fn article(&self) -> Value {
        let mut article = json!({
            "@type": "Article",
            "headline": self.title,
            "description": self.description,
            "inLanguage": self.scope.main,
            "mainEntityOfPage": self.canonical,
            "url": self.canonical,
        });
        let Some(common) = self.node.and_then(Node::common) else { return article };
        if let Some(date) = &common.published {
            article["datePublished"] = json!(date.value);
        }
        if let Some(date) = common.updated.as_ref().or(common.published.as_ref()) {
            article["dateModified"] = json!(date.value);
        }
        let authors: Vec<Value> = common
            .authors
            .iter()
            .map(|author| {
                let id = EntityId::new(Kind::Author, author.value.as_str());
                let mut person = json!({ "@type": "Person", "name": self.scope.plain_name(&id) });
                if let Some(href) = self.scope.href_of(&id) {
                    person["url"] = json!(self.scope.site.absolute(&href));
                }
                person
            })
            .collect();
        if !authors.is_empty() {
            article["author"] = Value::Array(authors);
        }
        if let Some(republished) = self.node.and_then(Node::article).and_then(|article| article.republished.as_ref()) {
            article["isBasedOn"] = json!(republished.url.value);
        }
        article
    }

    fn event(&self) -> Option<Value> {
        let event = self.node?.event()?;
        let starts = event.starts.as_ref()?;
        let place = match &event.place {
            Some(place) => {
                let name = self.scope.plain(&self.node?.id, place);
                json!({ "@type": "Place", "name": name, "address": name })
            }
            None => json!({ "@type": "VirtualLocation", "url": self.canonical }),
        };
        let attendance = match (event.online, &event.place) {
            (true, Some(_)) => "MixedEventAttendanceMode",
            (true, None) => "OnlineEventAttendanceMode",
            (false, _) => "OfflineEventAttendanceMode",
        };
        let mut value = json!({
            "@type": "Event",
            "name": self.title,
            "description": self.description,
            "url": self.canonical,
            "startDate": iso(&starts.value),
            "eventAttendanceMode": format!("https://schema.org/{attendance}"),
            "eventStatus": "https://schema.org/EventScheduled",
            "location": place,
        });
        if let Some(ends) = &event.ends {
            value["endDate"] = json!(iso(&ends.value));
        }
        if let Some(language) = &event.language {
            value["inLanguage"] = json!(language.value);
        }
        Some(value)
    }

    fn terms(&self) -> Value {
        let graph = self.scope.graph();
        let terms: Vec<Value> = graph
            .of_kind(Kind::Term)
            .filter_map(|node| {
                let form = graph.term(&node.id, self.scope.locale())?;
                let mut term = json!({
                    "@type": "DefinedTerm",
                    "@id": format!("{}#term-{}", self.canonical, node.id.id),
                    "name": form.value.term.value,
                });
                if let Some(definition) = &form.value.definition {
                    term["description"] = json!(crate::markdown::plain(&definition.value));
                }
                Some(term)
            })
            .collect();
        json!({
            "@type": "DefinedTermSet",
            "@id": self.canonical,
            "name": self.title,
            "description": self.description,
            "inLanguage": self.scope.locale(),
            "hasDefinedTerm": terms,
        })
    }

    /// The pictures that are somebody's, each with whose it is and under which licence.
    fn pictures(&self) -> Vec<Value> {
        let (RouteTarget::Entity(id), Some(node)) = (self.target, self.node) else { return Vec::new() };
        let picture = |figure: &Figure| {
            let credit = figure.credit.as_ref()?;
            let view = self.scope.figure(id, figure)?;
            let mut picture = json!({
                "@type": "ImageObject",
                "contentUrl": self.scope.site.absolute(&view.src),
                "creditText": credit.author.value,
            });
            let source = credit.source.as_ref().map(|source| &source.value).filter(|source| is_web(source));
            for (name, value) in [
                ("name", credit.title.as_ref().map(|title| title.value.clone())),
                ("description", Some(view.alt.clone()).filter(|alt| !alt.is_empty())),
                ("caption", figure.caption.as_ref().map(|caption| self.scope.plain(id, caption))),
                ("license", licence_address(&credit.licence.value)),
                ("acquireLicensePage", source.cloned()),
            ] {
                if let Some(value) = value {
                    picture[name] = json!(value);
                }
            }
            for (name, size) in [("width", view.width), ("height", view.height)] {
                if let Some(size) = size {
                    picture[name] = json!(size);
                }
            }
            Some(picture)
        };
        let mut pictures: Vec<Value> = node.figures().filter_map(picture).collect();
        let mut seen = std::collections::BTreeSet::new();
        pictures.retain(|picture| seen.insert(picture["contentUrl"].to_string()));
        pictures
    }

    /// The path from the home page, this page at its end.
    fn path(&self) -> Option<Value> {
        if self.breadcrumbs.is_empty() {
            return None;
        }
        let mut items: Vec<Value> = Vec::with_capacity(self.breadcrumbs.len() + 1);
        for (index, link) in self.breadcrumbs.iter().enumerate() {
            items.push(json!({
                "@type": "ListItem",
                "position": index + 1,
                "name": without_marks(link.text_html.as_str()),
                "item": self.scope.site.absolute(&link.href),
            }));
        }
        items.push(json!({ "@type": "ListItem", "position": items.len() + 1, "name": self.title }));
        Some(json!({ "@type": "BreadcrumbList", "itemListElement": items }))
    }
}

/// The text of HTML that we have written ourselves.
fn without_marks(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut in_tag = false;
    for letter in html.chars() {
        match letter {
            '<' => in_tag = true,
            '>' => in_tag = false,
            letter if !in_tag => text.push(letter),
            _ => {}
        }
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::without_marks;

    #[test]
    fn a_breadcrumb_is_named_by_its_words() {
        assert_eq!(without_marks("<span lang=\"en\">A &amp; &lt;b&gt;</span>"), "A & <b>");
    }
}
