#!/usr/bin/env python3
"""Checks that the shipped content satisfies the schemas that `cxbook schema` prints.

    tests/schema.py CXBOOK ROOT

Validates with jsonschema, which knows nothing of our readers. Also checks that each schema is a
valid schema, and that it refuses a field that does not exist.
"""
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
    print(f"{count} files, {len(validators)} schemas, {len(faults)} faults")
    sys.exit("\n".join(faults) or 0)


main()
