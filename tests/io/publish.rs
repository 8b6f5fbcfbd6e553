//! An output to a folder, all at once.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use cxbook::base::OutputPath;
use cxbook::io::publish::{Lock, Published, Target, publish};
use cxbook::output::{Artifact, Output};
use tempfile::TempDir;

struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { folder: TempDir::new().unwrap() };
        fs::create_dir(place.path("content")).unwrap();
        place
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn lock(&self, out: &str) -> anyhow::Result<Lock> {
        Lock::take(Target::check(self.folder.path(), &self.path(out))?)
    }

    fn publish(&self, files: &[(&str, &str)]) -> anyhow::Result<Published> {
        self.publish_keeping(files, &[])
    }

    fn publish_keeping(&self, files: &[(&str, &str)], keep: &[&str]) -> anyhow::Result<Published> {
        let mut output = Output::default();
        for (path, text) in files {
            output.insert(OutputPath::new(path), Artifact::new(text.as_bytes())).unwrap();
        }
        let keep: Vec<String> = keep.iter().map(|name| (*name).to_owned()).collect();
        publish(&self.lock("public")?, &output, &keep)
    }

    fn text(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.path(path)).ok()
    }

    fn refuses(&self, out: impl AsRef<Path>, why: &str) {
        let error = Target::check(self.folder.path(), out.as_ref()).unwrap_err().to_string();
        assert!(error.contains(why), "{}: {error}", out.as_ref().display());
    }
}

fn identity(path: &Path) -> (u64, i64, i64, i64) {
    let metadata = fs::metadata(path).unwrap();
    (metadata.ino(), metadata.mtime(), metadata.mtime_nsec(), metadata.ctime_nsec())
}

#[test]
fn a_stale_page_is_gone_and_its_folder_too() {
    let place = Place::new();
    place.publish(&[("en/a/index.html", "a"), ("en/b/index.html", "b")]).unwrap();
    let published = place.publish(&[("en/a/index.html", "a")]).unwrap();
    assert_eq!((published.written, published.unchanged, published.removed), (0, 1, 1));
    assert!(!place.path("public/en/b").exists());
    assert_eq!(place.text("public/en/a/index.html").as_deref(), Some("a"));
}

#[test]
fn an_unchanged_file_keeps_its_time_when_another_changes() {
    let place = Place::new();
    place.publish(&[("a.html", "a"), ("b.html", "b")]).unwrap();
    let before = fs::metadata(place.path("public/a.html")).unwrap().modified().unwrap();
    place.publish(&[("a.html", "a"), ("b.html", "changed")]).unwrap();
    assert_eq!(fs::metadata(place.path("public/a.html")).unwrap().modified().unwrap(), before);
    assert_eq!(place.text("public/b.html").as_deref(), Some("changed"));
}

#[test]
fn publishing_the_same_again_touches_nothing() {
    let place = Place::new();
    place.publish(&[("en/a.html", "a")]).unwrap();
    let names = ["public", "public/en", "public/en/a.html", ".public.manifest"];
    let before = names.map(|name| identity(&place.path(name)));
    assert_eq!(place.publish(&[("en/a.html", "a")]).unwrap().written, 0);
    assert_eq!(names.map(|name| identity(&place.path(name))), before);
}

#[test]
fn what_somebody_has_changed_in_the_output_is_put_right() {
    let place = Place::new();
    place.publish(&[("a.html", "a"), ("b.html", "b")]).unwrap();
    fs::write(place.path("public/a.html"), "z").unwrap();
    fs::set_permissions(place.path("public/b.html"), fs::Permissions::from_mode(0o600)).unwrap();
    place.publish(&[("a.html", "a"), ("b.html", "b")]).unwrap();
    assert_eq!(place.text("public/a.html").as_deref(), Some("a"));
    assert_eq!(fs::metadata(place.path("public/b.html")).unwrap().mode() & 0o777, 0o644);
    assert_eq!(fs::metadata(place.path("public")).unwrap().mode() & 0o777, 0o755);
}

#[test]
fn a_file_that_is_not_ours_stops_the_build_and_stays() {
    let place = Place::new();
    place.publish(&[("a.html", "a")]).unwrap();
    fs::write(place.path("public/notes.txt"), "mine").unwrap();
    let error = place.publish(&[("a.html", "changed")]).unwrap_err().to_string();
    assert!(error.contains("notes.txt") && error.contains("`keep`"), "{error}");
    assert_eq!(place.text("public/notes.txt").as_deref(), Some("mine"));
    assert_eq!(place.text("public/a.html").as_deref(), Some("a"));
}

#[test]
fn what_keep_names_stays_whatever_is_published() {
    let place = Place::new();
    place.publish(&[("a.html", "a")]).unwrap();
    fs::write(place.path("public/CNAME"), "kb.example.org").unwrap();
    fs::create_dir_all(place.path("public/reports/2025")).unwrap();
    fs::write(place.path("public/reports/2025/x.pdf"), "pdf").unwrap();
    for text in ["b", "b", "c"] {
        place.publish_keeping(&[("a.html", text)], &["CNAME", "reports/"]).unwrap();
        assert_eq!(place.text("public/a.html").as_deref(), Some(text));
        assert_eq!(place.text("public/CNAME").as_deref(), Some("kb.example.org"));
        assert_eq!(place.text("public/reports/2025/x.pdf").as_deref(), Some("pdf"));
    }
}

#[test]
fn a_folder_with_files_and_no_manifest_is_refused_with_ten_of_them() {
    let place = Place::new();
    fs::create_dir(place.path("public")).unwrap();
    for number in 0..12 {
        fs::write(place.path(&format!("public/{number:02}.txt")), "x").unwrap();
    }
    let error = place.publish(&[("a.html", "a")]).unwrap_err().to_string();
    assert!(error.contains("09.txt") && !error.contains("10.txt") && error.contains("and 2 more"), "{error}");
}

#[test]
fn folders_whose_loss_would_hurt_are_refused() {
    let place = Place::new();
    fs::create_dir_all(place.path("site/.git")).unwrap();
    fs::write(place.path("file"), "x").unwrap();
    symlink(place.path("content"), place.path("link")).unwrap();
    place.refuses("/", "root of the file system");
    place.refuses(place.path(""), "the project itself");
    place.refuses(place.path("content/.."), "the project itself");
    place.refuses(place.path(".."), "the project is in it");
    place.refuses(place.path("content"), "among the sources");
    place.refuses(place.path("content/x"), "among the sources");
    for hidden in [".git", ".github", ".jj", ".git/site", "sub/.hg/site"] {
        place.refuses(place.path(hidden), "belong to tools such as git");
    }
    place.refuses(place.path("site"), "holds a repository");
    place.refuses(place.path("file"), "not a folder");
    place.refuses(place.path("link"), "symbolic link");
    place.refuses(std::env::var_os("HOME").unwrap(), "home");
}

#[test]
fn a_link_in_the_output_is_removed_and_what_it_points_to_is_not() {
    let place = Place::new();
    place.publish(&[("en/a.html", "a")]).unwrap();
    fs::create_dir(place.path("precious")).unwrap();
    fs::write(place.path("precious/a.html"), "precious").unwrap();
    fs::remove_dir_all(place.path("public/en")).unwrap();
    symlink("../precious", place.path("public/en")).unwrap();
    symlink("../precious", place.path("public/x")).unwrap();
    let published = place.publish(&[("en/a.html", "a")]).unwrap();
    assert!(published.warnings.iter().any(|warning| warning.contains("symbolic link x")), "{:?}", published.warnings);
    assert!(place.path("public/en").symlink_metadata().unwrap().is_dir());
    assert!(place.path("public/x").symlink_metadata().is_err());
    assert_eq!(place.text("precious/a.html").as_deref(), Some("precious"));
}

#[test]
fn what_a_killed_run_has_left_is_removed() {
    let place = Place::new();
    place.publish(&[("a.html", "a")]).unwrap();
    for leftover in [".public.stage-1", ".public.old-1"] {
        fs::create_dir(place.path(leftover)).unwrap();
        fs::write(place.path(leftover).join("a.html"), "half").unwrap();
    }
    fs::create_dir(place.path(".public.stage-mine")).unwrap();
    place.publish(&[("a.html", "a")]).unwrap();
    assert!(!place.path(".public.stage-1").exists() && !place.path(".public.old-1").exists());
    assert!(place.path(".public.stage-mine").exists());
}

#[test]
fn an_exchange_cut_off_in_the_middle_is_finished_by_the_next_run() {
    let place = Place::new();
    place.publish(&[("a.html", "old")]).unwrap();
    // As a system without an exchange leaves it when killed between its two renames.
    fs::rename(place.path("public"), place.path(".public.old-7")).unwrap();
    fs::create_dir(place.path(".public.stage-7")).unwrap();
    fs::write(place.path(".public.stage-7/a.html"), "new").unwrap();
    fs::write(place.path(".public.journal"), "7\n").unwrap();
    let error = place.publish_keeping(&[("a.html", "x")], &["a.html"]).unwrap_err().to_string();
    assert!(error.contains("not ours"), "{error}");
    assert_eq!(place.text("public/a.html").as_deref(), Some("new"));
    assert!(!place.path(".public.journal").exists() && !place.path(".public.old-7").exists());
}

#[test]
fn a_manifest_that_was_not_settled_counts_beside_the_last_one() {
    let place = Place::new();
    place.publish(&[("a.html", "a")]).unwrap();
    // As a run leaves it when killed right after the exchange.
    fs::rename(place.path(".public.manifest"), place.path(".public.manifest.next")).unwrap();
    place.publish(&[("b.html", "b")]).unwrap();
    assert!(!place.path("public/a.html").exists() && !place.path(".public.manifest.next").exists());
    fs::copy(place.path(".public.manifest"), place.path(".public.manifest.next")).unwrap();
    place.publish(&[("b.html", "b")]).unwrap();
    assert!(!place.path(".public.manifest.next").exists(), "also where nothing has changed");
}

#[test]
fn a_path_may_turn_from_a_file_into_a_folder() {
    let place = Place::new();
    place.publish(&[("a", "file"), ("b/c", "in a folder")]).unwrap();
    place.publish(&[("a/x", "in a folder"), ("b", "file")]).unwrap();
    assert_eq!(place.text("public/a/x").as_deref(), Some("in a folder"));
    assert_eq!(place.text("public/b").as_deref(), Some("file"));
}

#[test]
fn a_path_that_leads_out_of_the_folder_is_never_written() {
    let place = Place::new();
    for path in ["../x", "a/../../x", "/etc/x", "a//b", "", "a/."] {
        assert!(place.publish(&[(path, "x")]).is_err(), "{path}");
    }
    assert!(!place.path("x").exists());
}
