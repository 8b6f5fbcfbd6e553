#!/usr/bin/env python3
"""Checks that the shipped content satisfies the schemas that `cxbook schema` prints, and what is published those published.

    tests/schema.py CXBOOK ROOT [SITE]

SITE is the built site, whose files below `api/1/` are held to `api/1/schema/`, the tables there to their own header. Validates with jsonschema, which knows nothing of our readers. Also checks that each schema is a
valid schema, and that it refuses a field that does not exist.
"""
import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tomllib

import yaml
from jsonschema import Draft202012Validator


class Loader(yaml.SafeLoader):
    """YAML 1.2's core schema, as far as it matters: dates, `yes` and `no` stay text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for first in "tf":
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), [first])

KINDS = {
    "articles": "article", "principles": "principle", "journeys": "journey", "personas": "persona",
    "examples": "example", "events": "event", "responses": "response",
}


def check_published(api, faults):
    """Holds every file below `api` to its schema, every table to its columns; says how many there were."""
    schemas = {path.stem: json.loads(path.read_text()) for path in (api / "schema").glob("*.json")}
    used, count = set(), 0
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    plural = {}
    for path in sorted(api.rglob("*.json")):
        inside = path.relative_to(api).parts
        if inside[0] == "schema":
            continue
        value = json.loads(path.read_text())
        if inside[0] in ("views", "journeys"):
            name = {"views": "view", "journeys": "journey"}[inside[0]]
        else:
            stem = inside[0].split(".")[0]
            if stem not in plural:
                plural[stem] = next((name for name in schemas if stem in (name, f"{name}s", name[:-1] + "ies")), None)
            name = plural[stem] or {"glossary": "term"}.get(stem)
        if name not in schemas:
            faults.append(f"{path.relative_to(api)} has no schema")
            continue
        used.add(name)
        count += 1
        validator = Draft202012Validator(schemas[name])
        for error in validator.iter_errors(value):
            place = "/".join(map(str, error.absolute_path))
            faults.append(f"{path.relative_to(api)}: {place}: {error.message[:200]} ({name})")
        if validator.is_valid({**value, "no such field": 1}):
            faults.append(f"the published schema {name} lets a field pass that does not exist")
    faults += [f"the published schema {name} is for no file" for name in sorted(set(schemas) - used)]
    for path in sorted(api.rglob("*.csv")):
        count += 1
        text = path.read_bytes().decode("utf-8")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        if not rows or any(len(row) != len(rows[0]) for row in rows) or len(set(rows[0])) != len(rows[0]):
            faults.append(f"{path.relative_to(api)} has rows of different lengths, or a column twice")
        for cell in (cell for row in rows for cell in row):
            if re.match(r"[=+\-@\t\r]", cell) and not re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", cell):
                faults.append(f"{path.relative_to(api)}: a spreadsheet would run {cell!r}")
    return count


def main():
    cxbook, root = sys.argv[1], pathlib.Path(sys.argv[2])
    source_language = tomllib.loads((root / "book.toml").read_text())["source-language"]
    validators = {}

    def validator(name):
        if name not in validators:
            printed = subprocess.run([cxbook, "schema", name], check=True, capture_output=True, text=True).stdout
            schema = json.loads(printed)
            Draft202012Validator.check_schema(schema)
            validators[name] = Draft202012Validator(schema)
        return validators[name]

    faults, count = [], 0

    def check(path, name, value):
        nonlocal count
        count += 1
        for error in validator(name).iter_errors(value):
            place = "/".join(map(str, error.absolute_path))
            faults.append(f"{path.relative_to(root)}: {place}: {error.message[:200]} ({name})")
        if isinstance(value, dict) and validator(name).is_valid({**value, "no such field": 1}):
            faults.append(f"{name} lets a field pass that does not exist")

    check(root / "book.toml", "book", tomllib.loads((root / "book.toml").read_text()))
    content = root / "content"
    for path in sorted(content.rglob("*")):
        inside = path.relative_to(content).parts
        if inside[0] == "l10n" or path.suffix not in (".md", ".yaml"):
            continue
        stem, _, language = path.name.removesuffix(path.suffix).partition(".")
        is_translation = language not in ("", source_language)
        suffix = "-translation" if is_translation else ""
        text = path.read_text(encoding="utf-8-sig")
        if path.suffix == ".yaml":
            check(path, f"vocab-{stem}{suffix}", yaml.load(text, Loader))
        else:
            matter = re.match(r"---\r?\n(.*?)^---\s*$", text, re.S | re.M).group(1)
            check(path, KINDS.get(inside[0], "page") + suffix, yaml.load(matter, Loader) or {})
    if len(sys.argv) > 3:
        published = pathlib.Path(sys.argv[3]) / "api" / "1"
        count += check_published(published, faults)
    print(f"{count} files, {len(validators)} schemas, {len(faults)} faults")
    sys.exit("\n".join(faults) or 0)


main()
