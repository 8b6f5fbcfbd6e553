//! The preview, once over a real socket.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::{Project, cxbook, texts};

struct Serve {
    child: Child,
    port: u16,
}

impl Serve {
    fn start(project: &Project, args: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_cxbook"))
            .args(["serve", "--port", "0"])
            .args(args)
            .current_dir(project.folder.path())
            .env("SOURCE_DATE_EPOCH", "1795219200")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines.map_while(Result::ok).find_map(|line| {
            let rest = line.strip_prefix("serving http://127.0.0.1:")?.to_owned();
            rest.split(['/', ';']).next()?.parse().ok()
        });
        Self { child, port: address.expect("the address is printed") }
    }

    fn get(&self, target: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(stream, "GET {target} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Asks until the answer holds `words`; changes take some milliseconds.
    fn get_until(&self, target: &str, words: &str) -> String {
        let start = Instant::now();
        loop {
            let answer = self.get(target);
            if answer.contains(words) {
                return answer;
            }
            assert!(start.elapsed() < Duration::from_secs(20), "no `{words}` in {answer}");
            std::thread::yield_now();
        }
    }

    fn stop(mut self, signal: &str) -> Option<i32> {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Serve {
    fn drop(&mut self) {
        // Asked rather than killed, so that it tidies up.
        let _ = Command::new("kill").arg(self.child.id().to_string()).stderr(Stdio::null()).status();
        let _ = self.child.wait();
    }
}

#[test]
fn a_saved_file_is_served_and_a_broken_one_keeps_the_last_good_page() {
    let project = Project::new();
    let serve = Serve::start(&project, &[]);
    let home = "content/index.md";
    let text = project.text(home);
    assert!(serve.get("/en/").contains("one of everything"));
    assert!(serve.get("/en/").contains("/__preview/preview.js"));
    project.write(home, &text.replace("one of everything", "one of each thing"));
    serve.get_until("/en/", "one of each thing");
    project.write(home, &text.replace("title:", "titel:"));
    let problems = serve.get_until("/__preview/diagnostics", "unknown-field");
    assert!(problems.contains("did you mean `title`?") && problems.contains("\"line\":2"), "{problems}");
    assert!(serve.get("/en/").contains("one of each thing"));
    project.write(home, &text);
    serve.get_until("/en/", "one of everything");
    assert!(!project.path("public").exists(), "the preview writes nothing");
}

#[test]
fn a_broken_translation_stops_a_build_and_leaves_the_preview_all_languages_as_they_were() {
    let project = Project::new();
    project.run(&["translate", "add-language", "de"]).success();
    let german = "content/index.de.md";
    let good = "---\ntitle: Guter Anfang\nsummary: Was hier steht.\n---\n\nHallo.\n";
    project.write(german, good);
    let serve = Serve::start(&project, &[]);
    assert!(serve.get("/de/").contains("Guter Anfang"));
    project.write(german, "---\ntitle: [broken\n---\n\nHallo.\n");
    let problems = serve.get_until("/__preview/diagnostics", "malformed-yaml");
    assert!(problems.contains(german) && problems.contains("\"line\":2"), "{problems}");
    for (address, words) in [("/en/", "one of everything"), ("/fr/", "lang=\"fr\""), ("/de/", "Guter Anfang")] {
        let page = serve.get(address);
        assert!(page.starts_with("HTTP/1.1 200") && page.contains(words), "{page}");
    }
    let (_, error) = texts(project.run(&["build"]).code(1).get_output());
    assert!(error.contains("content/index.de.md:2"), "{error}");
    assert!(!project.path("public").exists(), "nothing is published");
}

#[test]
fn drafts_are_shown_only_when_asked_and_never_built() {
    let project = Project::new();
    project.run(&["new", "article", "secret-plan"]).success();
    let serve = Serve::start(&project, &[]);
    assert!(serve.get("/en/articles/secret-plan/").starts_with("HTTP/1.1 404"));
    let drafts = Serve::start(&project, &["--drafts"]);
    assert!(drafts.get("/en/articles/secret-plan/").starts_with("HTTP/1.1 200"));
    project.run(&["build"]).success();
    assert!(!project.path("public/en/articles/secret-plan").exists());
    assert!(!project.text("public/en/index.html").contains("__preview"));
}

#[test]
fn a_broken_draft_is_listed_where_the_first_page_would_be_until_it_is_mended() {
    let project = Project::new();
    let draft = "content/articles/plan/index.md";
    project.write(draft, "---\ntitle: Plan\nsumary: Ours.\n---\n\nFirst.\n");
    let serve = Serve::start(&project, &["--drafts"]);
    let page = serve.get("/en/");
    assert!(page.starts_with("HTTP/1.1 503"), "{page}");
    assert!(
        page.contains("content/articles/plan/index.md:3:1") && page.contains("<b>error[unknown-field]</b>"),
        "{page}"
    );
    project.write(draft, "---\ntitle: Plan\nsummary: Ours.\n---\n\nFirst.\n");
    serve.get_until("/en/articles/plan/", "First.");
}

#[test]
fn a_new_folder_and_a_deleted_one_are_seen() {
    let project = Project::new();
    for poll in [&[][..], &["--poll"]] {
        let serve = Serve::start(&project, poll);
        project.write(
            "content/guides/deep/start.md",
            "---\ntitle: Start\nstatus: published\nsummary: A start.\n---\n\nHello.\n",
        );
        serve.get_until("/en/guides/deep/start/", "Hello.");
        std::fs::remove_dir_all(project.path("content/guides")).unwrap();
        serve.get_until("/en/guides/deep/start/", "HTTP/1.1 404");
    }
}

#[test]
fn signals_end_it_with_their_own_code() {
    let project = Project::new();
    for (signal, code) in [("-INT", 130), ("-TERM", 143)] {
        assert_eq!(Serve::start(&project, &[]).stop(signal), Some(code));
    }
}

#[test]
fn a_taken_port_that_was_asked_for_exits_with_2() {
    let project = Project::new();
    let serve = Serve::start(&project, &[]);
    let port = serve.port.to_string();
    let args = ["serve", "--port", &port];
    let (_, error) = texts(cxbook(project.folder.path()).args(args).assert().code(2).get_output());
    assert!(error.contains(&port) && error.contains("--port"), "{error}");
}
