//! A folder to a set of sources.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use cxbook::io::scan::{scan, scan_without};
use cxbook::source::SourceSet;
use tempfile::TempDir;

fn project() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("content")).unwrap();
    put(folder.path(), "book.toml", "schema = 1");
    folder
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn paths(sources: &SourceSet) -> Vec<&str> {
    sources.iter().map(|(path, _)| path.as_str()).collect()
}

/// The one refusal of a scan, as one line.
fn refusal(root: &Path) -> String {
    let sources = scan(root).unwrap();
    let [only] = sources.refused() else { panic!("{:?}", sources.refused()) };
    format!("{}: {}", only.span.path, only.message)
}

#[test]
fn what_belongs_to_the_site_is_read_in_path_order() {
    let folder = project();
    put(folder.path(), "content/b.md", "b");
    put(folder.path(), "content/a/index.md", "a");
    put(folder.path(), "themes/x/page.html", "x");
    put(folder.path(), "public/index.html", "not ours to read");
    put(folder.path(), "README.md", "nor this");
    let sources = scan(folder.path()).unwrap();
    assert_eq!(paths(&sources), ["book.toml", "content/a/index.md", "content/b.md", "themes/x/page.html"]);
    assert!(sources.refused().is_empty());
}

#[test]
fn a_folder_that_is_left_out_is_not_read_and_its_namesakes_are() {
    let folder = project();
    for path in
        ["content/l10n/read/a.fr.txt", "content/l10n/ready.md", "content/read/a.md", "content/l10n/base/read/b.md"]
    {
        put(folder.path(), path, "");
    }
    let sources = scan_without(folder.path(), &["content/l10n/read"]).unwrap();
    assert_eq!(
        paths(&sources),
        ["book.toml", "content/l10n/base/read/b.md", "content/l10n/ready.md", "content/read/a.md"]
    );
}

#[test]
fn the_litter_of_editors_and_version_control_is_passed_over() {
    let folder = project();
    for litter in [".git/config", ".env", "a.md~", ".a.md.swp", ".#a.md", "#a.md#", "4913", ".DS_Store", "Thumbs.db"] {
        put(folder.path(), &format!("content/{litter}"), "x");
    }
    let sources = scan(folder.path()).unwrap();
    assert_eq!(paths(&sources), ["book.toml"]);
    assert!(sources.refused().is_empty());
}

#[test]
fn a_link_is_refused_by_name_and_target_and_never_read() {
    for (target, is_folder) in [("/etc/passwd", false), ("/etc", true), ("nowhere", false), ("loop.md", false)] {
        let folder = project();
        let name = if is_folder { "folder" } else { "loop.md" };
        symlink(target, folder.path().join("content").join(name)).unwrap();
        let refusal = refusal(folder.path());
        assert_eq!(refusal, format!("content/{name}: `content/{name}` is a symbolic link to `{target}`"));
        assert_eq!(paths(&scan(folder.path()).unwrap()), ["book.toml"]);
    }
}

#[test]
fn a_pipe_named_like_a_page_is_refused_without_waiting() {
    let folder = project();
    assert!(Command::new("mkfifo").arg(folder.path().join("content/a.md")).status().unwrap().success());
    assert_eq!(refusal(folder.path()), "content/a.md: `content/a.md` is not a regular file");
}

#[test]
fn names_that_another_system_could_not_hold_are_refused() {
    for name in
        ["con.md", "LPT1", "a:b.md", "a?.md", "a\\b.md", "end.", "end ", "a\u{1b}]0;x.md", "a\u{202e}b.md", "a\nb.md"]
    {
        let folder = project();
        put(folder.path(), &format!("content/{name}"), "x");
        assert!(refusal(folder.path()).contains("the name"), "{name:?}");
    }
    let folder = project();
    fs::write(folder.path().join("content").join(OsStr::from_bytes(b"caf\xe9.md")), "x").unwrap();
    assert!(refusal(folder.path()).contains("is not UTF-8"));
}

#[test]
fn names_that_are_too_long_or_too_deep_are_refused() {
    let folder = project();
    put(folder.path(), &format!("content/{}.md", "x".repeat(200)), "x");
    assert!(refusal(folder.path()).contains("200 bytes"));
    let folder = project();
    put(folder.path(), &format!("content/{}a.md", "d/".repeat(17)), "x");
    assert!(refusal(folder.path()).contains("16 folders"));
}

#[test]
fn names_that_differ_in_case_or_accents_alone_are_refused_with_both() {
    for (one, other) in
        [("About.md", "about.md"), ("e\u{301}t\u{e9}.md", "\u{c9}t\u{e9}.md"), ("stra\u{df}e.md", "STRASSE.md")]
    {
        let folder = project();
        put(folder.path(), &format!("content/{one}"), "x");
        put(folder.path(), &format!("content/{other}"), "y");
        let sources = scan(folder.path()).unwrap();
        let [refused] = sources.refused() else { panic!("{one}: {:?}", sources.refused()) };
        assert!(refused.message.ends_with("are one file on some systems"), "{}", refused.message);
        assert_eq!(refused.related.len(), 1);
    }
}

#[test]
fn of_two_names_that_differ_in_case_the_one_in_small_letters_stays() {
    let folder = project();
    put(folder.path(), "content/About.md", "x");
    put(folder.path(), "content/about.md", "y");
    let sources = scan(folder.path()).unwrap();
    assert_eq!(sources.text(&cxbook::base::SourcePath::new("content/about.md")), Some("y"));
    assert!(sources.get(&cxbook::base::SourcePath::new("content/About.md")).is_none());
    assert_eq!(sources.refused()[0].span.path.as_str(), "content/About.md");
}

#[test]
fn a_file_of_more_than_20_megabytes_is_refused_unread() {
    let folder = project();
    let file = fs::File::create(folder.path().join("content/film.png")).unwrap();
    file.set_len(1 << 40).unwrap();
    assert!(refusal(folder.path()).contains("1048576 MB"));
}

#[test]
fn a_folder_without_a_book_says_how_to_start_one() {
    let folder = TempDir::new().unwrap();
    let error = scan(folder.path()).unwrap_err().to_string();
    assert!(error.contains("there is no book.toml") && error.contains("cxbook init"), "{error}");
}

#[test]
fn what_stands_in_the_place_of_the_project_s_own_names_is_said_with_what_to_do() {
    let folder = project();
    let error = |root: &Path| format!("{:#}", scan(root).unwrap_err());
    fs::remove_dir(folder.path().join("content")).unwrap();
    put(folder.path(), "content", "");
    assert!(error(folder.path()).ends_with("it is not a folder\nmove it elsewhere, and make a folder of that name"));
    fs::rename(folder.path().join("book.toml"), folder.path().join("real.toml")).unwrap();
    symlink("real.toml", folder.path().join("book.toml")).unwrap();
    assert!(error(folder.path()).ends_with("put a copy of the file in place of the link"));
}
