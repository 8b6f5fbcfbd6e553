//! The bytes of a request's head to a request that is safe to answer, or to a refusal.
//!
//! Everything is refused that two readers of HTTP could understand in two ways. Pages of other
//! sites are kept out by the `Host`, `Origin` and `Sec-Fetch` headers that browsers send.

use crate::base::UrlPath;

/// The longest head, in bytes.
pub(super) const MAX_HEAD: usize = 16 << 10;
const MAX_TARGET: usize = 2 << 10;
const MAX_HEADERS: usize = 100;

/// A request that has passed every check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    is_head: bool,
    /// The decoded path, and the query where one is understood.
    path: String,
    query: Option<String>,
    passed_on: Vec<(&'static str, String)>,
}

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    /// The status.
    pub(super) status: u16,
    /// What is wrong, for people; never what the request said.
    pub(super) reason: &'static str,
}

const fn refusal(status: u16, reason: &'static str) -> Refusal {
    Refusal { status, reason }
}

/// Headers that an answer depends on. Nothing else is passed on.
const PASSED_ON: [&str; 3] = ["If-None-Match", "If-Range", "Range"];

impl Head {
    /// Checks a head that ends with its empty line, sent to `port`.
    pub(super) fn parse(bytes: &[u8], port: u16) -> Result<Self, Refusal> {
        let malformed = refusal(400, "malformed request");
        let text = bytes.strip_suffix(b"\r\n\r\n").ok_or(malformed)?;
        let mut lines = text.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
        // A line feed without a carriage return, or the reverse, splits lines in two ways.
        if text.iter().filter(|byte| **byte == b'\n').count() != text.windows(2).filter(|pair| pair == b"\r\n").count()
        {
            return Err(malformed);
        }
        let first = lines.next().unwrap_or_default();
        let (method, target) = request_line(first)?;
        let headers = lines.map(header).collect::<Result<Vec<_>, _>>()?;
        if headers.len() > MAX_HEADERS {
            return Err(refusal(431, "too many headers"));
        }
        let values = |name: &str| -> Vec<&str> {
            headers
                .iter()
                .filter(|(found, _)| found.eq_ignore_ascii_case(name))
                .map(|(_, value)| value.as_str())
                .collect()
        };

        let [host] = values("host")[..] else { return Err(refusal(400, "one Host header is needed")) };
        if !is_own_host(host, port) {
            return Err(refusal(421, "this preview answers to localhost only"));
        }
        let is_head = match method {
            "GET" => false,
            "HEAD" => true,
            _ => return Err(refusal(405, "only GET and HEAD are answered")),
        };
        if !values("transfer-encoding").is_empty() || !matches!(values("content-length")[..], [] | ["0"]) {
            return Err(refusal(413, "a request has no body here"));
        }
        if !values("expect").is_empty() {
            return Err(refusal(417, "nothing can be expected here"));
        }
        let (path, query) = decode(target)?;
        let is_internal = path.starts_with("/__preview/");
        if !values("origin").iter().all(|origin| is_own_origin(origin, port)) {
            return Err(refusal(403, "asked for by another site"));
        }
        let is_navigation = values("sec-fetch-mode") == ["navigate"] && values("sec-fetch-dest") == ["document"];
        let is_own = values("sec-fetch-site").iter().all(|site| matches!(*site, "same-origin" | "none"));
        if !is_own && (is_internal || !is_navigation) {
            return Err(refusal(403, "asked for by another site"));
        }
        let passed_on = PASSED_ON
            .iter()
            .filter_map(|name| match values(&name.to_ascii_lowercase())[..] {
                [value] => Some((*name, value.to_owned())),
                _ => None,
            })
            .collect();
        Ok(Self { is_head, path, query: query.filter(|_| is_internal), passed_on })
    }

    /// Whether it is a stream of events, which lasts.
    pub(super) fn is_stream(&self) -> bool {
        self.path.starts_with("/__preview/events/")
    }

    /// The request written anew, in the one way that has one meaning.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let method = if self.is_head { "HEAD" } else { "GET" };
        let path = UrlPath::new(&self.path).encoded();
        let query = self.query.as_ref().map_or(String::new(), |query| format!("?{query}"));
        let mut text = format!("{method} {path}{query} HTTP/1.1\r\nHost: preview\r\nConnection: close\r\n");
        for (name, value) in &self.passed_on {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        text.push_str("\r\n");
        text.into_bytes()
    }
}

/// The method and the target.
fn request_line(line: &[u8]) -> Result<(&str, &str), Refusal> {
    let malformed = refusal(400, "malformed request line");
    let line = std::str::from_utf8(line).ok().filter(|line| line.bytes().all(|byte| (0x20..0x7f).contains(&byte)));
    let mut parts = line.ok_or(malformed)?.split(' ');
    let (Some(method), Some(target), Some(version), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(malformed);
    };
    if method.is_empty() || !method.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Err(malformed);
    }
    match version {
        "HTTP/1.1" | "HTTP/1.0" => {}
        _ if version.starts_with("HTTP/") => return Err(refusal(505, "only HTTP/1.1 is spoken here")),
        _ => return Err(malformed),
    }
    if target.len() > MAX_TARGET {
        return Err(refusal(414, "the address is too long"));
    }
    Ok((method, target))
}

/// The name and the value of a header.
fn header(line: &[u8]) -> Result<(&str, String), Refusal> {
    let malformed = refusal(400, "malformed header");
    let colon = line.iter().position(|byte| *byte == b':').ok_or(malformed)?;
    let (name, value) = (&line[..colon], &line[colon + 1..]);
    let is_token = |byte: &u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(byte);
    if name.is_empty()
        || !name.iter().all(is_token)
        || value.iter().any(|byte| (*byte < 0x20 && *byte != b'\t') || *byte == 0x7f)
    {
        return Err(malformed);
    }
    let name = std::str::from_utf8(name).map_err(|_| malformed)?;
    // Cookies of other servers on this machine may hold anything; what is passed on is compared only.
    let value: String = value.iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { '?' }).collect();
    Ok((name, value.trim_matches([' ', '\t']).to_owned()))
}

const OWN_NAMES: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

fn is_own_host(host: &str, port: u16) -> bool {
    let host = host.to_ascii_lowercase();
    OWN_NAMES.iter().any(|name| {
        host.strip_prefix(name).is_some_and(|rest| rest == format!(":{port}") || (rest.is_empty() && port == 80))
    })
}

fn is_own_origin(origin: &str, port: u16) -> bool {
    origin.strip_prefix("http://").is_some_and(|host| is_own_host(host, port))
}

/// The decoded path and the query of a target.
fn decode(target: &str) -> Result<(String, Option<String>), Refusal> {
    let malformed = refusal(400, "malformed address");
    if !target.starts_with('/') || target.contains('#') {
        return Err(malformed);
    }
    let (path, query) = target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
    let mut decoded = Vec::with_capacity(path.len());
    let mut bytes = path.bytes();
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            decoded.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16)).ok_or(malformed);
        let code = u8::try_from(digit(bytes.next())? * 16 + digit(bytes.next())?).map_err(|_| malformed)?;
        // What is written in code to pass for something else than a separator.
        if matches!(code, b'/' | b'\\' | b'%') || code < 0x20 || code == 0x7f {
            return Err(malformed);
        }
        decoded.push(code);
    }
    let decoded = String::from_utf8(decoded).map_err(|_| malformed)?;
    if decoded.chars().any(char::is_control) || decoded.contains(['\\', ':']) {
        return Err(malformed);
    }
    let segments: Vec<&str> = decoded[1..].split('/').collect();
    let last = segments.len() - 1;
    let is_odd = |(index, segment): (usize, &&str)| match *segment {
        "" => index != last,
        "." | ".." => true,
        _ => false,
    };
    if segments.iter().enumerate().any(is_odd) {
        return Err(malformed);
    }
    // What RFC 3986 lets stand in a query; only the preview's own addresses have one that is read.
    let is_plain = |query: &&str| {
        query.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?%".contains(&byte))
    };
    Ok((decoded, query.filter(is_plain).map(str::to_owned)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(lines: &[&str]) -> Result<Head, u16> {
        let text = format!("{}\r\n\r\n", lines.join("\r\n"));
        Head::parse(text.as_bytes(), 8000).map_err(|refusal| refusal.status)
    }

    fn get(target: &str) -> Result<String, u16> {
        parse(&[&format!("GET {target} HTTP/1.1"), "Host: localhost:8000"]).map(|head| head.path)
    }

    #[test]
    fn a_path_is_decoded_once_and_cannot_leave_the_site() {
        assert_eq!(get("/fr/%C3%A9t%C3%A9/").as_deref(), Ok("/fr/été/"));
        for hostile in [
            "/../../etc/passwd",
            "/..%2f..%2fetc/passwd",
            "/%2e%2e/x",
            "/.%2e/x",
            "/%2e./x",
            "/a/./b",
            "/a/.",
            "/a/..",
            "/%252e%252e/x",
            "/%c0%ae%c0%ae/x",
            "/a%00.html",
            "/a%5c..%5cx",
            "/a\\b",
            "/c:/x",
            "/a::$DATA",
            "//evil.example/",
            "//evil/%2e%2e",
            "/a//b",
            "/a/#/../../x",
            "/%",
            "/%4",
            "/%zz",
            "/%ff",
            "http://localhost:8000/",
            "*",
            "x",
            "",
            "/a%0d%0aX:1",
            "/%7f",
            "/%2F",
            "/%25",
        ] {
            assert_eq!(get(hostile), Err(400), "{hostile}");
        }
        assert_eq!(get(&format!("/{}", "x".repeat(3000))), Err(414));
    }

    #[test]
    fn a_query_never_selects_what_is_sent() {
        for target in ["/p/?raw??", "/p/?.svg?.wasm?init", "/p/?/../../x", "/p/?import&?inline"] {
            let head = parse(&[&format!("GET {target} HTTP/1.1"), "Host: localhost:8000"]).unwrap();
            assert_eq!((head.path.as_str(), head.query), ("/p/", None));
        }
    }

    #[test]
    fn only_our_own_names_and_port_are_hosts() {
        for host in ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:8000"] {
            assert!(parse(&["GET / HTTP/1.1", &format!("Host: {host}")]).is_ok(), "{host}");
        }
        for host in [
            "",
            "localhost",
            "localhost:8001",
            "evil.example",
            "evil.example:8000",
            "localhost.evil.example:8000",
            "127.0.0.1.evil.example:8000",
            "127.0.0.2:8000",
            "0.0.0.0:8000",
            "localhost:8000.evil",
            "x@localhost:8000",
            "localhost:08000",
            "localhost:8000:8000",
            "2130706433:8000",
        ] {
            assert_eq!(parse(&["GET / HTTP/1.1", &format!("Host: {host}")]), Err(421), "{host}");
        }
        assert_eq!(parse(&["GET / HTTP/1.1"]), Err(400));
        assert_eq!(parse(&["GET / HTTP/1.1", "Host: localhost:8000", "Host: localhost:8000"]), Err(400));
        let forwarded = ["GET / HTTP/1.1", "Host: evil.example", "X-Forwarded-Host: localhost:8000"];
        assert_eq!(parse(&forwarded), Err(421));
    }

    #[test]
    fn other_sites_may_link_to_a_page_and_nothing_else() {
        let with = |target: &str, headers: &[&str]| {
            let line = format!("GET {target} HTTP/1.1");
            parse(&[&[line.as_str(), "Host: localhost:8000"], headers].concat()).map(|_| ())
        };
        let navigation = ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"];
        assert_eq!(with("/", &navigation), Ok(()));
        assert_eq!(with("/__preview/diagnostics", &navigation), Err(403));
        assert_eq!(
            with("/x.js", &["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"]),
            Err(403)
        );
        assert_eq!(with("/", &["Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: cors"]), Err(403));
        assert_eq!(
            with("/", &["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"]),
            Err(403)
        );
        for origin in
            ["null", "http://evil.example", "http://127.0.0.1:9000", "https://localhost:8000", "http://10.0.0.1:8000"]
        {
            assert_eq!(with("/", &[&format!("Origin: {origin}")]), Err(403), "{origin}");
        }
        assert_eq!(with("/", &["Origin: http://localhost:8000", "Sec-Fetch-Site: same-origin"]), Ok(()));
    }

    #[test]
    fn a_body_is_refused_however_it_is_announced() {
        for header in [
            "Content-Length: 1000000000000",
            "Content-Length: 18446744073709551615",
            "Content-Length: 1",
            "Content-Length: -1",
            "Content-Length: 0, 0",
            "Content-Length: +0",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: xchunked",
        ] {
            assert_eq!(parse(&["GET / HTTP/1.1", "Host: localhost:8000", header]), Err(413), "{header}");
        }
        let twice = ["GET / HTTP/1.1", "Host: localhost:8000", "Content-Length: 0", "Content-Length: 0"];
        assert_eq!(parse(&twice), Err(413));
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_refused() {
        for (head, status) in [
            ("GET / HTTP/1.1\nHost: localhost:8000\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: localhost:8000\rX: y\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: localhost:8000\r\n folded\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost : localhost:8000\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: localhost:8000\0\r\n\r\n", 400),
            ("GET  / HTTP/1.1\r\nHost: localhost:8000\r\n\r\n", 400),
            ("GET / HTTP/1.1 \r\nHost: localhost:8000\r\n\r\n", 400),
            ("GET /\r\n\r\n", 400),
            ("GET /é HTTP/1.1\r\nHost: localhost:8000\r\n\r\n", 400),
            ("GET / HTTP/2.0\r\nHost: localhost:8000\r\n\r\n", 505),
            ("get / HTTP/1.1\r\nHost: localhost:8000\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: localhost:8000\r\n\r\n", 405),
            ("OPTIONS / HTTP/1.1\r\nHost: localhost:8000\r\n\r\n", 405),
        ] {
            assert_eq!(Head::parse(head.as_bytes(), 8000).map_err(|refusal| refusal.status), Err(status), "{head:?}");
        }
    }

    #[test]
    fn a_search_keeps_its_words() {
        let head = parse(&["GET /__preview/search?lang=fr&q=caf%C3%A9+au HTTP/1.1", "Host: localhost:8000"]).unwrap();
        assert_eq!(head.query.as_deref(), Some("lang=fr&q=caf%C3%A9+au"));
    }

    #[test]
    fn the_request_passed_on_holds_nothing_but_what_was_checked() {
        let head =
            parse(&["GET /a%20b/?x HTTP/1.1", "Host: localhost:8000", "Cookie: a=b", "If-None-Match: \"1\""]).unwrap();
        let text = String::from_utf8(head.to_bytes()).unwrap();
        assert_eq!(text, "GET /a%20b/ HTTP/1.1\r\nHost: preview\r\nConnection: close\r\nIf-None-Match: \"1\"\r\n\r\n");
    }
}
