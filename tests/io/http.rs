//! The preview over real sockets, byte by byte.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cxbook::base::OutputPath;
use cxbook::diagnostic::Diagnostics;
use cxbook::io::http::{Port, Server};
use cxbook::io::reload::Live;
use cxbook::output::{Artifact, Output};
use cxbook::source::SourceSet;

struct Preview {
    port: u16,
    live: Arc<Live>,
    _server: Server,
}

impl Preview {
    fn new() -> Self {
        Self::below("/")
    }

    fn below(base: &str) -> Self {
        let live = Arc::new(Live::new(base));
        let port = Port::take(Some(0)).unwrap();
        let number = port.number();
        let server = Server::start(port, Arc::clone(&live), |reason| panic!("{reason}")).unwrap();
        let preview = Self { port: number, live, _server: server };
        preview.show(&[
            ("index.html", "<head></head>home"),
            ("404.html", "<head></head>nowhere"),
            ("fr/404.html", "<head></head>nulle part"),
            ("fr/été/index.html", "<head></head>l'été"),
            ("assets/site.css", "0123456789"),
            ("big.bin", &"x".repeat(3 << 20)),
        ]);
        preview
    }

    fn show(&self, files: &[(&str, &str)]) {
        let mut output = Output::default();
        output.extend(files.iter().map(|(path, text)| (OutputPath::new(path), Artifact::new(text.as_bytes()))));
        self.live.show(Some(output), &Diagnostics::default(), &SourceSet::default());
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    /// Everything that is answered to these bytes, to the end of the connection.
    fn raw(&self, bytes: &[u8]) -> Answer {
        let mut stream = self.connect();
        let _ = stream.write_all(bytes);
        read(stream)
    }

    fn get(&self, target: &str) -> Answer {
        self.ask("GET", target, "")
    }

    fn ask(&self, method: &str, target: &str, headers: &str) -> Answer {
        self.raw(format!("{method} {target} HTTP/1.1\r\nHost: localhost:{}\r\n{headers}\r\n", self.port).as_bytes())
    }
}

fn read(mut stream: TcpStream) -> Answer {
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or(bytes.len());
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let body = bytes[(end + 4).min(bytes.len())..].to_vec();
    Answer { status: head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default(), head, body }
}

#[derive(Debug)]
struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let lines: Vec<&str> = self.head.lines().filter_map(|line| line.strip_prefix(&format!("{name}: "))).collect();
        assert!(lines.len() < 2, "{name} stands twice in {}", self.head);
        lines.first().copied()
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

#[test]
fn a_page_is_sent_with_its_length_its_type_and_every_guard() {
    let preview = Preview::new();
    let page = preview.get("/fr/%C3%A9t%C3%A9/");
    assert_eq!(page.status, 200);
    assert!(page.text().starts_with("<head><script src=\"/__preview/preview.js?v="), "{}", page.text());
    assert!(page.text().ends_with("></script></head>l'été"), "{}", page.text());
    assert_eq!(page.header("Content-Type"), Some("text/html; charset=utf-8"));
    assert_eq!(page.header("Content-Length"), Some(page.body.len().to_string().as_str()));
    assert_eq!(page.header("Connection"), Some("close"));
    assert_eq!(page.header("X-Content-Type-Options"), Some("nosniff"));
    assert_eq!(page.header("Cross-Origin-Resource-Policy"), Some("same-origin"));
    assert_eq!(page.header("Referrer-Policy"), Some("no-referrer"));
    assert!(page.header("Content-Security-Policy").unwrap().contains("frame-ancestors 'none'"));
    assert!(!page.head.contains("Access-Control"));
    assert_eq!(preview.get("/assets/site.css").text(), "0123456789", "only pages are touched");
}

#[test]
fn a_known_tag_needs_no_body_and_a_head_request_gets_none() {
    let preview = Preview::new();
    let tag = preview.get("/assets/site.css").header("ETag").unwrap().to_owned();
    let again = preview.ask("GET", "/assets/site.css", &format!("If-None-Match: \"x\", W/{tag}\r\n"));
    assert_eq!((again.status, again.body.len()), (304, 0));
    let head = preview.ask("HEAD", "/assets/site.css", "");
    assert_eq!((head.status, head.body.len(), head.header("Content-Length")), (200, 0, Some("10")));
}

#[test]
fn one_range_is_sent_alone() {
    let preview = Preview::new();
    let part = preview.ask("GET", "/assets/site.css", "Range: bytes=2-4\r\n");
    assert_eq!((part.status, part.text().as_str()), (206, "234"));
    assert_eq!(part.header("Content-Range"), Some("bytes 2-4/10"));
    assert_eq!(preview.ask("GET", "/assets/site.css", "Range: bytes=99-\r\n").status, 416);
    let changed = preview.ask("GET", "/assets/site.css", "Range: bytes=2-4\r\nIf-Range: \"old\"\r\n");
    assert_eq!((changed.status, changed.body.len()), (200, 10));
}

#[test]
fn a_missing_page_is_said_in_the_language_of_its_address() {
    let preview = Preview::new();
    let missing = preview.get("/fr/rien/");
    assert_eq!(missing.status, 404);
    assert!(missing.text().ends_with("nulle part"));
    assert!(preview.get("/xx/<script>".replace('<', "%3C").as_str()).text().ends_with("nowhere"));
}

#[test]
fn a_folder_without_its_slash_leads_to_the_page() {
    let preview = Preview::new();
    let moved = preview.get("/fr/%C3%A9t%C3%A9");
    assert_eq!((moved.status, moved.header("Location")), (302, Some("/fr/%C3%A9t%C3%A9/")));
    let preview = Preview::below("/kb/");
    assert_eq!(preview.get("/kb/fr/%C3%A9t%C3%A9").header("Location"), Some("/kb/fr/%C3%A9t%C3%A9/"));
    assert_eq!(preview.get("/").header("Location"), Some("/kb/"));
    assert_eq!(preview.get("/kb/").status, 200);
}

#[test]
fn the_server_lives_through_hostile_requests() {
    let preview = Preview::new();
    let host = format!("Host: localhost:{}\r\n", preview.port);
    for (request, status) in [
        (format!("GET / HTTP/1.1\r\n{host}Content-Length: 1000000000000\r\n\r\n"), 413),
        (format!("GET / HTTP/1.1\r\n{host}Content-Length: 9223372036854775808\r\n\r\n"), 413),
        (format!("POST / HTTP/1.1\r\n{host}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 405),
        (format!("GET / HTTP/1.1\r\n{host}X: {}\r\n\r\n", "x".repeat(200_000)), 431),
        (format!("GET / HTTP/1.1\r\n{host}{}\r\n", "X: y\r\n".repeat(2_000)), 431),
        (format!("GET /../../etc/passwd HTTP/1.1\r\n{host}\r\n"), 400),
        (format!("GET /%2e%2e/etc/passwd HTTP/1.1\r\n{host}\r\n"), 400),
        (format!("GET / HTTP/2.0\r\n{host}\r\n"), 505),
        ("GET / HTTP/1.1\nHost: x\n\n".to_owned(), 400),
        ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n".to_owned(), 421),
        (format!("GET / HTTP/1.1\r\n{host}Origin: http://evil.example\r\n\r\n"), 403),
    ] {
        let answer = preview.raw(request.as_bytes());
        assert_eq!(answer.status, status, "{}", &request[..request.len().min(80)]);
        assert!(!answer.text().contains("root:") && !answer.head.contains("Access-Control"));
        assert_eq!(preview.get("/").status, 200);
    }
}

#[test]
fn one_connection_gets_one_answer() {
    let preview = Preview::new();
    let one = format!("GET /assets/site.css HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", preview.port);
    let answer = preview.raw(one.repeat(2).as_bytes());
    assert_eq!(answer.text(), "0123456789");
}

#[test]
fn clients_that_say_nothing_do_not_keep_others_out() {
    let preview = Preview::new();
    let slow: Vec<TcpStream> = (0..150)
        .map(|_| {
            let mut stream = preview.connect();
            let _ = stream.write_all(b"GET / HTTP/1.1\r\nX: ");
            stream
        })
        .collect();
    let start = Instant::now();
    for _ in 0..10 {
        assert_eq!(preview.get("/").status, 200);
    }
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    drop(slow);
}

#[test]
fn clients_that_do_not_read_do_not_keep_others_out() {
    let preview = Preview::new();
    let request = format!("GET /big.bin HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", preview.port);
    let stuck: Vec<TcpStream> = (0..40)
        .map(|_| {
            let mut stream = preview.connect();
            stream.write_all(request.as_bytes()).unwrap();
            stream
        })
        .collect();
    assert_eq!(preview.get("/").status, 200);
    let whole = preview.get("/big.bin");
    assert_eq!(whole.body.len(), 3 << 20);
    drop(stuck);
}

#[test]
fn a_page_hears_of_a_new_generation_and_asks_what_has_changed() {
    let preview = Preview::new();
    let mut events = preview.connect();
    let token = preview.live.token();
    write!(events, "GET /__preview/events/{token} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", preview.port).unwrap();
    let mut heard = String::new();
    let mut buffer = [0; 1024];
    let mut hear_until = |wanted: &str| {
        while !heard.contains(wanted) {
            let count = events.read(&mut buffer).unwrap();
            assert!(count > 0, "{heard}");
            heard.push_str(&String::from_utf8_lossy(&buffer[..count]));
        }
    };
    hear_until("data: 1\n\n");
    preview.show(&[("index.html", "<head></head>changed")]);
    hear_until("data: 2\n\n");
    assert!(!heard.contains("index"), "the stream names no files: {heard}");
    let changes = preview.get("/__preview/changes?since=1");
    assert!(changes.text().contains("\"generation\":2") && changes.text().contains("\"/\""), "{}", changes.text());
    assert_eq!(preview.get("/__preview/diagnostics").text(), "[]");
}

#[test]
fn the_stream_is_for_pages_of_this_preview_only() {
    let preview = Preview::new();
    assert_eq!(preview.get("/__preview/events/guess").status, 403);
    let target = format!("/__preview/events/{}", preview.live.token());
    assert_eq!(preview.ask("GET", &target, "Origin: http://evil.example\r\n").status, 403);
    assert_eq!(preview.ask("GET", &target, "Sec-Fetch-Site: cross-site\r\n").status, 403);
}

#[test]
fn a_port_that_was_asked_for_and_is_taken_is_an_error_that_names_it() {
    let preview = Preview::new();
    let error = Port::take(Some(preview.port)).unwrap_err().to_string();
    assert!(error.contains(&preview.port.to_string()), "{error}");
}
