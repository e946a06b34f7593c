"""The suites: fetched once, and read from their manifests."""

from __future__ import annotations

import io
import os
import tarfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

COMMIT = "ad541a5f0479f0798608c4801369d97b8e08b36f"
"""The state of https://github.com/w3c/rdf-tests that is run: its tests change, and what we know of them is by name."""
ARCHIVE = f"https://github.com/w3c/rdf-tests/archive/{COMMIT}.tar.gz"
_MOST_BYTES = 200 * 2**20

_MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
_QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
_RDFT = "http://www.w3.org/ns/rdftest#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_ENDINGS = {"Turtle": ".ttl", "Trig": ".trig", "NTriples": ".nt", "NQuads": ".nq"}


class SuiteNotFound(Exception):
    """The suites are neither in the cache nor to be had."""


class Case(NamedTuple):
    """A test: its name (folder and file), its text, what kind of text it is, and whether a parser should take it.

    `kind` is `query`, `update`, or the ending of a data file.
    """

    name: str
    file: Path
    kind: str
    is_positive: bool


def find_suites() -> Path:
    """Return the folder that holds the suites, fetched if they are not there.

    Raises:
        SuiteNotFound: they cannot be fetched; the reason is the message.
    """
    named = os.environ.get("MHGRAPH_W3C")
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = Path(named) if named else caches / "mhgraph" / "w3c" / f"rdf-tests-{COMMIT}"
    if folder.is_dir():
        return folder
    if named:
        raise SuiteNotFound(f"{folder} is no folder")
    try:
        with urllib.request.urlopen(ARCHIVE, timeout=60) as answer:
            data = answer.read(_MOST_BYTES)
    except (OSError, urllib.error.URLError) as error:
        raise SuiteNotFound(f"{ARCHIVE} cannot be fetched: {error}") from error
    folder.parent.mkdir(parents=True, exist_ok=True)
    partial = folder.with_name(f"{folder.name}.{os.getpid()}")
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        archive.extractall(partial, filter="data")
    (partial / folder.name).rename(folder)
    partial.rmdir()
    return folder


def read_cases(root: Path) -> list[Case]:
    """Return the tests of syntax, and those of evaluation as texts that have to parse, in the order of their names."""
    found = {case.name: case for path in sorted(root.rglob("manifest*.ttl")) for case in _read_manifest(root, path)}
    return sorted(found.values())


def _read_manifest(root: Path, path: Path) -> Iterator[Case]:
    quads = list(parse(path.read_bytes(), format=RdfFormat.TURTLE, base_iri=path.as_uri()))
    actions = {quad.subject: quad.object for quad in quads if quad.predicate.value == f"{_MF}action"}
    queries = {quad.subject: quad.object for quad in quads if quad.predicate.value == f"{_QT}query"}
    for quad in quads:
        kind, is_positive = _classify(quad)
        action = actions.get(quad.subject)
        node = queries.get(action, action) if action is not None else None
        if kind and isinstance(node, NamedNode):
            file = Path(node.value.removeprefix("file://"))
            if file.is_file() and file.is_relative_to(root):
                yield Case(file.relative_to(root).as_posix(), file, kind, is_positive)


def _classify(quad: Quad) -> tuple[str, bool]:
    """Return of which kind a test is, "" if it is none of ours, and whether its text has to parse."""
    if quad.predicate.value != _TYPE or not isinstance(quad.object, NamedNode):
        return "", False
    name = quad.object.value.removeprefix(_MF).removeprefix(_RDFT)
    is_positive = "Negative" not in name
    if name.startswith("Test"):
        return next((ending for form, ending in _ENDINGS.items() if name.startswith(f"Test{form}")), ""), is_positive
    if "SyntaxTest" in name:
        return "update" if "Update" in name else "query", is_positive
    return {"QueryEvaluationTest": "query", "UpdateEvaluationTest": "update"}.get(name, ""), is_positive
