# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates every rule file below a folder against its JSON Schema; also that each key is described."""
import json
import pathlib
import sys

import jsonschema
import yaml


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Reads plain yes, no, on and off as the texts that they are, as mend does."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", __import__("re").compile("^(true|false)$"), list("tf"))


def undescribed(node, path=""):
    if isinstance(node, dict):
        for name, part in node.get("properties", {}).items():
            if isinstance(part, dict) and "description" not in part:
                yield f"{path}/{name}"
        for name, part in node.items():
            yield from undescribed(part, f"{path}/{name}")
    elif isinstance(node, list):
        for number, part in enumerate(node):
            yield from undescribed(part, f"{path}/{number}")


folder = pathlib.Path(sys.argv[1])
schema = json.loads((folder / "rules.schema.json").read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
faults = [f"rules.schema.json: {path} has no description" for path in undescribed(schema)]
files = sorted(folder.rglob("*.yaml"))
for file in files:
    text = file.read_text(encoding="utf-8")
    relative = "../" * (len(file.relative_to(folder).parts) - 1) + "rules.schema.json"
    if text.splitlines()[0] != f"# yaml-language-server: $schema={relative}":
        faults.append(f"{file}: the first line does not name {relative}")
    for error in validator.iter_errors(yaml.load(text, Loader=Loader)):
        faults.append(f"{file}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
print("\n".join(faults) or f"{len(files)} files are valid")
sys.exit(1 if faults else 0)
