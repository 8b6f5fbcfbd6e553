//! The graph to the files that crawlers and servers read: sitemap, robots, headers, redirects.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::base::{Direction, OutputPath, UrlPath};
use crate::config::Config;
use crate::graph::Graph;
use crate::graph::route::{Redirect, RouteTarget};
use crate::output::Artifact;
use crate::view::Html;

/// What every response of a server should carry; the pages say the same in a `meta` element, but for framing.
const HEADERS: &str = "/*
  Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=()
/assets/*
  Cache-Control: public, max-age=31536000, immutable
";

/// Every file of the site that is neither a page, an asset nor a redirect.
#[must_use]
pub fn site_files(graph: &Graph, config: &Config) -> Vec<(OutputPath, Artifact)> {
    let files = vec![
        (OutputPath::new("sitemap.xml"), sitemap(graph, config)),
        (OutputPath::new("robots.txt"), robots(config)),
        (
            OutputPath::new("_headers"),
            HEADERS.replace("\n/assets", &format!("\n{}assets", config.root_path())).into_bytes(),
        ),
    ];
    files.into_iter().map(|(path, bytes)| (path, Artifact::new(bytes))).collect()
}

/// The absolute address of a path of the site.
fn absolute(url: &UrlPath, config: &Config) -> String {
    config.absolute(&url.encoded())
}

/// Every page in its own right, with its translations (sitemaps.org 0.9 and the `xhtml:link` extension).
fn sitemap(graph: &Graph, config: &Config) -> Vec<u8> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    let written = write_sitemap(&mut writer, graph, config);
    debug_assert!(written.is_ok(), "writing to memory does not fail");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

fn write_sitemap(writer: &mut Writer<Vec<u8>>, graph: &Graph, config: &Config) -> std::io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let listed = graph.routes().iter().filter(|route| route.is_real() && is_listed(&route.target));
    writer
        .create_element("urlset")
        .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
        .with_attribute(("xmlns:xhtml", "http://www.w3.org/1999/xhtml"))
        .write_inner_content(|writer| {
            for route in listed {
                writer.create_element("url").write_inner_content(|writer| {
                    let loc = absolute(&route.url, config);
                    writer.create_element("loc").write_text_content(BytesText::new(&loc))?;
                    // As on the page itself: one language alone has no alternates.
                    let alternates = graph.alternates(&route.target);
                    if alternates.routes.len() < 2 {
                        return Ok(());
                    }
                    let own = alternates.routes.iter().map(|route| (route.locale.as_str(), *route));
                    for (language, route) in own.chain(alternates.default.map(|route| ("x-default", route))) {
                        let href = absolute(&route.url, config);
                        writer
                            .create_element("xhtml:link")
                            .with_attribute(("rel", "alternate"))
                            .with_attribute(("hreflang", language))
                            .with_attribute(("href", href.as_str()))
                            .write_empty()?;
                    }
                    Ok(())
                })?;
            }
            Ok(())
        })?;
    Ok(())
}

/// Whether crawlers are told of it: not of pages that search or apologise.
fn is_listed(target: &RouteTarget) -> bool {
    !matches!(target, RouteTarget::Search | RouteTarget::NotFound)
}

fn robots(config: &Config) -> Vec<u8> {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}sitemap.xml\n", config.base_url).into_bytes()
}

/// The page of every old address, with the redirect it is for.
pub fn redirects<'a>(
    graph: &'a Graph,
    config: &'a Config,
) -> impl Iterator<Item = (&'a Redirect, OutputPath, Artifact)> + 'a {
    graph.redirects().map(|redirect| {
        (redirect, redirect.from.output_path(), Artifact::new(redirect_page(redirect, config).into_bytes()))
    })
}

/// A page that leads from an old address to the new one, with scripts or without. Crawlers are told of the
/// new address; to keep them away as well would contradict it.
fn redirect_page(redirect: &Redirect, config: &Config) -> String {
    let target = format!("{}{}", config.root_path().trim_end_matches('/'), redirect.to.encoded());
    let (target, canonical) = (Html::escaped(&target), Html::escaped(&absolute(&redirect.to, config)));
    let (target, canonical) = (target.as_str(), canonical.as_str());
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{canonical}</title>\n\
         <link rel=\"canonical\" href=\"{canonical}\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={target}\">\n<p><a href=\"{target}\">{canonical}</a></p>\n</html>\n",
        redirect.locale,
        if redirect.locale.direction() == Direction::Rtl { "rtl" } else { "ltr" },
    )
}
