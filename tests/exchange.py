#!/usr/bin/env python3
"""Checks that what is given to translators is read, merged and returned by the tools they use, without loss.

    tests/exchange.py CXBOOK ROOT

Exports every language of the shipped content in every format, and holds the files to readers that know nothing of our
writers: `msgfmt` and `msgmerge` of GNU gettext, and translate-toolkit, which Weblate and Pootle read with. What comes
back from them without a new word changes no byte of the content; one new word changes the file it belongs to and no
other.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

from translate.storage import factory, tbx, tmx, xliff2

LANGUAGES = ("fr", "ar", "de")
FORMATS = {"po": "*.po", "xliff": "*.xlf", "xliff2": "*.xlf"}


class Site:
    """A copy of the shipped content."""

    def __init__(self, cxbook, root, folder):
        self.cxbook, self.root = cxbook, folder / "site"
        self.root.mkdir()
        shutil.copy(root / "book.toml", self.root)
        shutil.copytree(root / "content", self.root / "content")
        self.before = self.bytes()

    def bytes(self):
        return {path: path.read_bytes() for path in sorted(self.root.rglob("*")) if path.is_file()}

    def changed(self):
        now = self.bytes()
        return sorted(
            str(path.relative_to(self.root))
            for path in now.keys() | self.before.keys()
            if now.get(path) != self.before.get(path)
        )

    def put_back(self):
        for path in self.bytes().keys() - self.before.keys():
            path.unlink()
        for path, text in self.before.items():
            path.write_bytes(text)

    def run(self, *arguments):
        done = subprocess.run([self.cxbook, "translate", *arguments, "--root", self.root], capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr


def opened(path, form):
    return xliff2.Xliff2File.parsefile(str(path)) if form == "xliff2" else factory.getobject(str(path))


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    return [] if done.returncode == 0 else [f"{' '.join(map(str, command))}: {done.stderr.strip()}"]


def with_gettext(files, folder, _):
    """Each file as `msgmerge --previous` returns it, after `msgfmt -c` has taken it."""
    faults = []
    for path in files:
        merged = folder / f"{len(list(folder.iterdir()))}-{path.name}"
        faults += run("msgfmt", "-c", "-o", "/dev/null", path)
        faults += run("msgmerge", "--quiet", "--previous", "-o", merged, path, path)
        faults += run("msgfmt", "-c", "-o", "/dev/null", merged)
    return faults


def with_toolkit(files, folder, form):
    """Each file as translate-toolkit writes it again."""
    faults = []
    for path in files:
        store = opened(path, form)
        if not any(unit.istranslatable() for unit in store.units):
            faults.append(f"{path}: translate-toolkit finds nothing to translate in it")
        returned = folder / f"{len(list(folder.iterdir()))}-{path.name}"
        returned.write_bytes(bytes(store))
    return faults


def say_otherwise(path, form):
    """Another word at the end of the first text of several words that is translated; says which."""
    store = opened(path, form)
    for unit in store.units:
        target = str(unit.target or "")
        is_plain = target.isprintable() and not any(mark in target for mark in "`[]<>*_|{}")
        if unit.istranslatable() and is_plain and len(target.split()) > 3 and target[-1].isalpha():
            unit.target = f"{target} zzz"
            path.write_bytes(bytes(store))
            return True
    return False


def check(site, language, form, folder):
    faults = []
    out = folder / f"{language}-{form}"
    code, said = site.run("export", form, language, "--out", out)
    files = sorted(out.rglob(FORMATS[form]))
    if code or not files:
        return 0, [f"export {form} {language}: {said}"]
    ways = [with_toolkit] if form != "po" else [with_gettext, with_toolkit]
    for way in ways:
        back = folder / f"{language}-{form}-{way.__name__}"
        back.mkdir()
        faults += way(files, back, form)
        code, said = site.run("import", back)
        if code or site.changed():
            faults.append(f"import of {form} {language} {way.__name__}: {code} {said} changed {site.changed()}")
            site.put_back()
        edited = next((path for path in sorted(back.iterdir()) if say_otherwise(path, form)), None)
        if edited is None:
            continue
        code, said = site.run("import", edited)
        changed = site.changed()
        if code or len(changed) != 1 or b"zzz" not in (site.root / changed[0]).read_bytes():
            faults.append(f"one new word in {edited.name} ({form}, {language}): {code} {said} changed {changed}")
        site.put_back()
    return len(files), faults


def check_terms(site, language, folder):
    faults = []
    for form, reader in (("tbx", tbx.tbxfile), ("tmx", tmx.tmxfile)):
        out = folder / f"{language}-{form}"
        code, said = site.run("export", form, language, "--out", out)
        files = sorted(out.rglob(f"*.{form}"))
        units = [unit for path in files for unit in reader.parsefile(str(path)).units]
        if code or not any(unit.target for unit in units):
            faults.append(f"export {form} {language}: translate-toolkit reads no pair; {said}")
    return faults


def main():
    cxbook, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    faults, count = [], 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        site = Site(cxbook, root, folder)
        for language in LANGUAGES:
            for form in FORMATS:
                files, found = check(site, language, form, folder)
                count += files
                faults += found
            faults += check_terms(site, language, folder)
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{count} files for translators went out and came back, {len(faults)} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
