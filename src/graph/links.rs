//! References of prose to places, files and addresses.
//!
//! A reference is written `kind:id#part`, as a path relative to its file, or as `#part` of its own
//! page; in a journey `step:wait` is a step of the same journey. It leads to the page of the
//! reader's language, else along the fallback chain.

use super::anchors::fragment;
use super::{Graph, Node, Part, Place, route};
use crate::base::{Id, Locale, SourcePath};
use crate::content::{EntityId, Kind};
use crate::markdown::{Address, Reference, ReferenceKind, Target};

/// What a reference leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// An entity or a part of one.
    Place(Place),
    /// A part of the page it stands on.
    Here(String),
    /// A file beside the documents.
    Asset(SourcePath),
    /// A page by its address, written out.
    Written(route::RouteTarget, Locale, Option<String>),
    /// Another site.
    Elsewhere,
}

/// Why a reference leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lost {
    /// Something has this kind and id, or should have: the look-up of front matter says why.
    NoEntity(EntityId),
    /// The entity has no such part.
    NoPart(EntityId, String),
    /// There is no such kind.
    NoKind(String),
    /// Only a journey has steps of its own.
    NoJourney,
    /// A wikilink without a kind; these entities have the id.
    Bare(String, Vec<EntityId>),
    /// There is no such file.
    NoFile(String),
    /// No page has this address.
    NoAddress(String),
    /// The spelling alone forbids it, as reported where the text was read.
    Refused,
}

impl Graph {
    /// Where each reference of the body that the page of `id` shows in `locale` leads, in their order.
    #[must_use]
    pub fn targets(&self, id: &EntityId, locale: &Locale) -> Vec<Option<Target>> {
        let references = self.body(id, locale).map_or(&[][..], |body| &body.value.references);
        references.iter().map(|reference| self.target(id, reference, locale)).collect()
    }

    /// Where a reference in the text of `from` leads, for readers of `locale`.
    #[must_use]
    pub fn target(&self, from: &EntityId, reference: &Reference, locale: &Locale) -> Option<Target> {
        match self.locate(from, reference, locale).ok()? {
            Destination::Place(place) => {
                let route = self.nearest_url(&place.entity, locale)?;
                let lang = Some(self.content_language(route)).filter(|lang| *lang != locale);
                Some(Target {
                    href: self.href(&place, locale)?,
                    class: place.part.as_ref().map_or(place.entity.kind.noun(), Part::noun).to_owned(),
                    lang: lang.cloned(),
                    label: Some(crate::markdown::plain(self.name_of(&place, locale).value)),
                    ..Target::default()
                })
            }
            Destination::Here(anchor) => Some(Target { href: format!("#{anchor}"), ..Target::default() }),
            Destination::Asset(path) => Some(Target { href: self.asset_href(&path), ..Target::default() }),
            Destination::Written(target, language, fragment) => {
                let route = self.route(&target, &language)?;
                let fragment = fragment.map_or(String::new(), |fragment| format!("#{fragment}"));
                Some(Target {
                    href: format!("{}{}{fragment}", self.root, route.url.encoded()),
                    lang: Some(language).filter(|language| language != locale),
                    ..Target::default()
                })
            }
            Destination::Elsewhere => None,
        }
    }

    /// The path and fragment of `place` for a link on any page, the path of the site's root included.
    #[must_use]
    pub fn href(&self, place: &Place, locale: &Locale) -> Option<String> {
        Some(format!("{}{}", self.root, self.address(place, locale)?))
    }

    /// The address of a file that pages show or offer, the path of the site's root included.
    #[must_use]
    pub fn asset_href(&self, path: &SourcePath) -> String {
        format!("{}{}", self.root, route::asset_url(path).encoded())
    }

    /// The file that `name`, written in a document at `from`, means for readers of `locale`: the one
    /// made for their language if there is one, else the one all share.
    #[must_use]
    pub fn asset(&self, from: &SourcePath, name: &str, locale: &Locale) -> Option<&SourcePath> {
        let shared = from.join(name)?;
        let localised = shared
            .as_str()
            .rsplit_once('.')
            .map(|(stem, extension)| SourcePath::new(format!("{stem}.{locale}.{extension}")));
        localised.and_then(|localised| self.known_assets.get(&localised)).or_else(|| self.known_assets.get(&shared))
    }

    /// What a reference in the text of `from` leads to.
    pub(super) fn locate(&self, from: &EntityId, reference: &Reference, locale: &Locale) -> Result<Destination, Lost> {
        match &reference.address {
            Address::External(_) => Ok(Destination::Elsewhere),
            Address::Refused(_) => Err(Lost::Refused),
            Address::Fragment(anchor) => self.locate_here(from, anchor, locale),
            Address::Named { kind, id, part } => self.locate_named(from, kind, id, part.as_deref()),
            Address::Path { path, fragment } => {
                self.locate_path(from, reference.kind, path, fragment.as_deref(), locale)
            }
        }
    }

    fn locate_here(&self, from: &EntityId, anchor: &str, locale: &Locale) -> Result<Destination, Lost> {
        if let Some(part) = self.part(from, anchor) {
            return Ok(Destination::Here(part.anchor()));
        }
        let is_own = self.anchors(from, locale).iter().any(|own| own == anchor);
        if is_own {
            Ok(Destination::Here(anchor.to_owned()))
        } else {
            Err(Lost::NoPart(from.clone(), anchor.to_owned()))
        }
    }

    fn locate_named(&self, from: &EntityId, kind: &str, id: &str, part: Option<&str>) -> Result<Destination, Lost> {
        if kind == "step" {
            let (journey, step) = match part {
                Some(step) => (EntityId::new(Kind::Journey, id), step),
                None if from.kind == Kind::Journey => (from.clone(), id),
                None => return Err(Lost::NoJourney),
            };
            let node = self.node(&journey).ok_or_else(|| Lost::NoEntity(journey.clone()))?;
            let found = Id::parse(step).ok().filter(|step| node.journey().is_some_and(|own| own.step(step).is_some()));
            return match found {
                Some(step) => Ok(Destination::Place(Place::step(&journey, &step))),
                None => Err(Lost::NoPart(journey, step.to_owned())),
            };
        }
        let kind = Kind::from_noun(kind).ok_or_else(|| Lost::NoKind(kind.to_owned()))?;
        let entity = EntityId::new(kind, id);
        self.place(entity, part)
    }

    fn place(&self, entity: EntityId, part: Option<&str>) -> Result<Destination, Lost> {
        if self.node(&entity).is_none() {
            return Err(Lost::NoEntity(entity));
        }
        let Some(anchor) = part.filter(|part| !part.is_empty()) else {
            return Ok(Destination::Place(Place::whole(entity)));
        };
        match self.part(&entity, anchor) {
            Some(part) => Ok(Destination::Place(Place::part(entity, part))),
            None => Err(Lost::NoPart(entity, anchor.to_owned())),
        }
    }

    fn locate_path(
        &self,
        from: &EntityId,
        form: ReferenceKind,
        path: &str,
        fragment: Option<&str>,
        locale: &Locale,
    ) -> Result<Destination, Lost> {
        if form == ReferenceKind::Wikilink && !path.contains(['/', '.']) {
            let same = self.nodes().filter(|node| node.id.id == path).map(|node| node.id.clone()).collect();
            return Err(Lost::Bare(path.to_owned(), same));
        }
        if path.starts_with('/') {
            return self.locate_written(path, fragment);
        }
        let nowhere = || Lost::NoFile(path.to_owned());
        let file = self.file_of(from).ok_or_else(nowhere)?;
        if let Some(asset) = self.asset(file, path, locale) {
            return Ok(Destination::Asset(asset.clone()));
        }
        let target = file.join(path).ok_or_else(nowhere)?;
        let in_folder = SourcePath::new(format!("{target}/index.md"));
        match self.files.get(&target).or_else(|| self.files.get(&in_folder)) {
            Some(entity) => self.place(entity.clone(), fragment),
            None => Err(nowhere()),
        }
    }

    /// A page whose address is written out: it works until the page moves.
    fn locate_written(&self, path: &str, fragment: Option<&str>) -> Result<Destination, Lost> {
        let bare = path.strip_prefix(self.root.as_str()).filter(|rest| rest.starts_with('/')).unwrap_or(path);
        let same = |url: &str| url.trim_end_matches('/') == bare.trim_end_matches('/');
        let new = self.redirects().find(|redirect| same(redirect.from.as_str())).map(|redirect| &redirect.to);
        let route = self
            .routes()
            .iter()
            .find(|route| same(route.url.as_str()) || new == Some(&route.url))
            .ok_or_else(|| Lost::NoAddress(path.to_owned()))?;
        Ok(Destination::Written(route.target.clone(), route.locale.clone(), fragment.map(str::to_owned)))
    }

    /// The file that the text of `id` stands in.
    pub(super) fn file_of(&self, id: &EntityId) -> Option<&SourcePath> {
        match &self.node(id)?.entity {
            super::Entity::Document(document) => Some(&document.path),
            super::Entity::Entry(file, _) => Some(&file.path),
            super::Entity::Stage(_) => None,
        }
    }

    /// How an author would write `place`, for suggestions: `article:outside-in#why`.
    pub(super) fn written(&self, target: &route::RouteTarget) -> Option<String> {
        match target {
            route::RouteTarget::Entity(id)
            | route::RouteTarget::MapVariant(id, _)
            | route::RouteTarget::Slice(id, _) => self.node(id).map(|node: &Node| node.id.to_string()),
            route::RouteTarget::Home => Some(format!("page:{}", route::HOME)),
            _ => None,
        }
    }

    /// The fragment of a place, without `#`.
    #[must_use]
    pub fn fragment(&self, place: &Place) -> Option<String> {
        fragment(place)
    }
}
