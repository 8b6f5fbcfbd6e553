//! The page that searches, and the page for an address that leads nowhere.

use super::page::{ChooserItem, ChooserPage, NavigationItem, NotFoundPage, SearchPage};
use super::scope::{Scope, mark};
use super::site::Site;

/// The page that searches; without scripts it says where to browse.
pub(super) fn page(scope: Scope<'_>) -> SearchPage {
    SearchPage { without_script: scope.say("search-without-script"), browse: browse(scope) }
}

/// The page for an address that leads nowhere.
pub(super) fn not_found(scope: Scope<'_>) -> NotFoundPage {
    NotFoundPage { text: scope.say("not-found-text"), links: browse(scope) }
}

/// The choice of a language, each in its own words.
pub(super) fn chooser(site: &Site<'_>, is_not_found: bool) -> ChooserPage {
    let readers = site.graph.languages().iter().filter_map(|locale| site.readers.get(locale));
    let languages = readers.map(|reader| {
        let scope = Scope { site, reader, main: &reader.locale };
        ChooserItem {
            mark: mark(&reader.locale),
            name: scope.autonym(&reader.locale),
            href: reader.chrome.home.clone(),
            text: scope.say(if is_not_found { "not-found-title" } else { "chooser-text" }),
        }
    });
    ChooserPage { is_not_found, languages: languages.collect() }
}

fn browse(scope: Scope<'_>) -> Vec<NavigationItem> {
    scope.reader.chrome.navigation.clone()
}
