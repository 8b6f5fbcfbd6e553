//! A checked request to an answer, from what is in memory.

use std::io::Write;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use percent_encoding::percent_decode_str;

use super::{client, media, range};
use crate::base::{Fingerprint, OutputPath, UrlPath};
use crate::io::reload::{Generation, Live};
use crate::output::{Artifact, Output};
use crate::view::desk::FOLDER;

/// What every answer carries. The policy is the published site's, with framing forbidden.
pub(super) const SECURITY_HEADERS: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-cache"),
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
         manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
];

/// What a request asks for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    /// Path and query, percent-encoded.
    pub(super) target: &'a str,
    /// `If-None-Match`.
    pub(super) tag: Option<&'a str>,
    /// `Range`.
    pub(super) range: Option<&'a str>,
    /// `If-Range`.
    pub(super) range_tag: Option<&'a str>,
}

/// One answer, or a stream of events.
pub(super) enum Reply {
    Answer(Answer),
    Stream(Stream),
}

/// A whole answer. Without its body for HEAD, which the caller sees to.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    /// The length of the whole body, also where none is sent.
    pub(super) length: usize,
    pub(super) body: Bytes,
}

/// Answers from the generation that `live` shows now.
pub(super) fn answer(asked: &Asked, live: &Arc<Live>) -> Reply {
    let (path, query) = asked.target.split_once('?').unwrap_or((asked.target, ""));
    let path = percent_decode_str(path).decode_utf8_lossy();
    if let Some(token) = path.strip_prefix("/__preview/events/") {
        return match Stream::open(token, live) {
            Ok(stream) => Reply::Stream(stream),
            Err((status, reason)) => Reply::Answer(Answer::text(status, reason)),
        };
    }
    Reply::Answer(match path.strip_prefix("/__preview/") {
        Some(name) => internal(name, query, asked, live),
        None => page(&path, asked, live),
    })
}

fn internal(name: &str, query: &str, asked: &Asked, live: &Live) -> Answer {
    let json = |text: String| Answer::file(200, "json", text.into(), asked);
    match name {
        "preview.js" => Answer::file(200, "js", client::SCRIPT.as_slice().into(), asked),
        "preview.css" => Answer::file(200, "css", client::STYLE.as_slice().into(), asked),
        "diagnostics" => json(live.current().problems.clone()),
        "search" => match live.search(query) {
            Some(answer) => json(answer),
            None => Answer::text(404, "there is no index of this language"),
        },
        "translation" => match live.desk().and_then(|desk| desk.badge(&page_of(query, live))) {
            Some(badge) => json(badge),
            None => Answer::file(200, "json", b"null".as_slice().into(), asked),
        },
        "changes" => {
            let since =
                query.split('&').find_map(|pair| pair.strip_prefix("since=")).and_then(|text| text.parse().ok());
            json(live.changes(since.unwrap_or_default()))
        }
        _ => Answer::text(404, "there is nothing here"),
    }
}

/// The page that a query asks about, from the site's root.
fn page_of(query: &str, live: &Live) -> String {
    let path = query.split('&').find_map(|pair| pair.strip_prefix("path=")).unwrap_or_default();
    let path = percent_decode_str(path).decode_utf8_lossy();
    format!("/{}", path.strip_prefix(live.base_path()).unwrap_or(&path))
}

/// The pages of translators, which are made when they are asked for.
fn desk(path: &str, asked: &Asked, live: &Live) -> Option<Answer> {
    let generation = live.current();
    let file = live.desk()?.page(path)?;
    if path.ends_with(".json") {
        return Some(Answer::file(200, "json", file.into(), asked));
    }
    let html = client::inject(file.as_bytes(), generation.number, live.token());
    Some(Answer::file(200, "html", html.into_owned().into(), asked))
}

fn page(path: &str, asked: &Asked, live: &Live) -> Answer {
    let generation = live.current();
    let Some(output) = &generation.output else {
        let page = client::waiting(&generation.problems, generation.left.as_deref(), generation.notice());
        let html = client::inject(page.as_bytes(), generation.number, live.token());
        return Answer::file(503, "html", html.into_owned().into(), &Asked { tag: None, range: None, ..*asked });
    };
    let base = live.base_path();
    let Some(inner) = path.strip_prefix(base) else {
        // The preview lives below a path; everything else leads there.
        return Answer::redirect(base);
    };
    if let Some(rest) =
        inner.trim_start_matches('/').strip_prefix(FOLDER).filter(|rest| rest.is_empty() || rest.starts_with('/'))
    {
        if rest.is_empty() || !(rest.ends_with('/') || rest.ends_with(".json")) {
            return Answer::redirect(&format!("{base}{FOLDER}{}/", UrlPath::new(rest).encoded().trim_end_matches('/')));
        }
        if let Some(answer) = desk(rest, asked, live) {
            return answer;
        }
    }
    let found = UrlPath::new(inner).output_path();
    if let Some(artifact) = output.get(&found) {
        return Answer::artifact(200, &found, artifact, &generation, asked, live);
    }
    let folder = OutputPath::new(format!("{}/index.html", inner.trim_matches('/')));
    if !inner.is_empty() && !inner.ends_with('/') && output.get(&folder).is_some() {
        return Answer::redirect(&format!("{}{}/", base, UrlPath::new(inner).encoded().trim_start_matches('/')));
    }
    match not_found(inner, output) {
        Some((path, artifact)) => {
            Answer::artifact(404, &path, artifact, &generation, &Asked { tag: None, range: None, ..*asked }, live)
        }
        None => Answer::text(404, "there is no such page"),
    }
}

/// The page that says so, in the language of the address if there is one.
fn not_found<'a>(path: &str, output: &'a Output) -> Option<(OutputPath, &'a Artifact)> {
    let language = path.split('/').next().unwrap_or_default();
    [format!("{language}/404.html"), "404.html".to_owned()].into_iter().map(OutputPath::new).find_map(|path| {
        let artifact = output.get(&path)?;
        Some((path, artifact))
    })
}

impl Answer {
    fn artifact(
        status: u16,
        path: &OutputPath,
        artifact: &Artifact,
        generation: &Generation,
        asked: &Asked,
        live: &Live,
    ) -> Self {
        let extension = path.extension();
        if extension != "html" {
            return Self::tagged(status, &extension, artifact.bytes().clone(), artifact.fingerprint(), asked);
        }
        let html = client::inject(artifact.bytes(), generation.number, live.token());
        Self::file(status, &extension, html.into_owned().into(), asked)
    }

    fn file(status: u16, extension: &str, bytes: Bytes, asked: &Asked) -> Self {
        let fingerprint = Fingerprint::of(&bytes);
        Self::tagged(status, extension, bytes, fingerprint, asked)
    }

    fn tagged(status: u16, extension: &str, bytes: Bytes, fingerprint: Fingerprint, asked: &Asked) -> Self {
        let tag = format!("\"{fingerprint}\"");
        let length = bytes.len();
        let mut answer = Self::new(status, media::content_type(extension), bytes);
        answer.headers.push(("ETag", tag.clone()));
        if status != 200 {
            return answer;
        }
        answer.headers.push(("Accept-Ranges", "bytes".to_owned()));
        if asked.tag.is_some_and(|tags| has_tag(tags, &tag)) {
            answer.status = 304;
            return answer;
        }
        let range = asked.range.filter(|_| asked.range_tag.is_none_or(|range_tag| range_tag == tag));
        match range::parse(range, length) {
            range::Asked::All => {}
            range::Asked::Part(part) => {
                answer.status = 206;
                answer.headers.push(("Content-Range", format!("bytes {}-{}/{length}", part.start, part.end - 1)));
                answer.length = part.len();
                answer.body = answer.body.slice(part);
            }
            range::Asked::Nothing => {
                answer = Self::text(416, "there are no such bytes");
                answer.headers.push(("Content-Range", format!("bytes */{length}")));
            }
        }
        answer
    }

    fn text(status: u16, text: &str) -> Self {
        Self::new(status, media::content_type("txt"), format!("{text}\n").into())
    }

    /// `location` starts with one slash.
    fn redirect(location: &str) -> Self {
        let mut answer = Self::text(302, "the page is elsewhere");
        answer.headers.push(("Location", location.to_owned()));
        answer
    }

    fn new(status: u16, content_type: &str, bytes: Bytes) -> Self {
        let mut headers = vec![("Content-Type", content_type.to_owned())];
        headers.extend(SECURITY_HEADERS.map(|(name, value)| (name, value.to_owned())));
        let length = bytes.len();
        Self { status, headers, length, body: bytes }
    }
}

/// Whether an `If-None-Match` header names `tag`, or anything.
fn has_tag(header: &str, tag: &str) -> bool {
    header.split(',').map(str::trim).any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}

/// Events for one open page: nothing but the number of the generation.
pub(super) struct Stream {
    live: Arc<Live>,
}

impl Stream {
    const HEARTBEAT: Duration = Duration::from_secs(15);

    fn open(token: &str, live: &Arc<Live>) -> Result<Self, (u16, &'static str)> {
        if token != live.token() {
            return Err((403, "this page belongs to another preview"));
        }
        if !live.enter_stream() {
            return Err((503, "too many pages are open"));
        }
        Ok(Self { live: Arc::clone(live) })
    }

    /// Writes until the reader has left or the preview stops.
    pub(super) fn run(self, mut writer: impl Write) -> std::io::Result<()> {
        write!(writer, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n")?;
        for (name, value) in SECURITY_HEADERS {
            write!(writer, "{name}: {value}\r\n")?;
        }
        write!(writer, "\r\nretry: 1000\n\n")?;
        let mut seen = 0;
        loop {
            match self.live.wait_beyond(seen, Self::HEARTBEAT) {
                None => return Ok(()),
                Some(number) if number > seen => {
                    seen = number;
                    write!(writer, "data: {number}\n\n")?;
                }
                Some(_) => write!(writer, ": still here\n\n")?,
            }
            writer.flush()?;
        }
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.live.leave_stream();
    }
}
