"""Where a result is to be looked up: the file of ours, and the line, that state or declare what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from mhgraph.files import read_text
from mhgraph.project import Project
from mhgraph.rdf import DEFAULT, TYPE, parse_text
from mhgraph.validation.engine import ShapeResult

_PREFIX = re.compile(r"^\s*@?prefix\s+([\w-]*):\s*<([^<>]*)>", re.IGNORECASE | re.MULTILINE)


class Places:
    """The places of statements and entities in files; each file is read when the first result asks for it."""

    def __init__(self, project: Project, paths: Sequence[Path]) -> None:
        self._files = [_File(project.relative(path), path) for path in paths]

    def find(self, result: ShapeResult) -> tuple[Path, int | None] | None:
        """Return file and line of the offending statement, else of the focus node's declaration, else of a mention.

        None if no file speaks of the focus node.
        """
        if result.value and result.path:
            for file in self._files:
                for quad in file.statements(result.focus, result.path, result.value):
                    return file.name, file.line(quad)
        mentions = [(file, quads) for file in self._files if (quads := file.about(result.focus))]
        for file, quads in mentions:
            declaring = [quad for quad in quads if quad.predicate == TYPE]
            if declaring:
                return file.name, file.line(declaring[0])
        for file, quads in mentions:
            return file.name, file.line(quads[0])
        return None


class _File:
    """One file, read on demand."""

    def __init__(self, name: Path, path: Path) -> None:
        self.name = name
        self._path = path

    def about(self, iri: str) -> list[Quad]:
        return self._by_subject.get(iri, [])

    def statements(self, subject: str, predicate: str, value: str) -> Iterator[Quad]:
        for quad in self.about(subject):
            found = quad.object.value if isinstance(quad.object, NamedNode) else str(quad.object)
            if quad.predicate.value == predicate and found == value:
                yield quad

    def line(self, quad: Quad) -> int | None:
        """Return the line (from 1) of a statement: that of its predicate, else of its subject, in its graph."""
        assert isinstance(quad.subject, NamedNode)
        start = 0
        if isinstance(quad.graph_name, NamedNode):
            start = self._first(quad.graph_name.value, 0, after=r"\s*\{") or 0
        subject = self._first(quad.subject.value, start)
        if subject is None or quad.predicate == TYPE:
            return subject
        for number in range(subject, len(self._lines) + 1):
            line = self._lines[number - 1]
            if any(form in line.split() for form in self._forms(quad.predicate.value)):
                return number
            if line.rstrip().endswith(" .") or line.strip() == "}":
                break
        return subject

    def _first(self, iri: str, start: int, *, after: str = r"\s") -> int | None:
        """Return the first line from index `start` on that begins with an IRI, in any of its forms."""
        forms = "|".join(re.escape(form) for form in self._forms(iri))
        pattern = re.compile(rf"\s*(?:GRAPH\s+)?(?:{forms})(?:{after}|$)")
        matching = (i + 1 for i in range(start, len(self._lines)) if pattern.match(self._lines[i]))
        return next(matching, None)

    def _forms(self, iri: str) -> list[str]:
        short = [f"{prefix}:{iri[len(ns) :]}" for prefix, ns in self._prefixes if ns and iri.startswith(ns)]
        return [f"<{iri}>", *short]

    @cached_property
    def _text(self) -> str:
        return read_text(self._path)

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    @cached_property
    def _prefixes(self) -> list[tuple[str, str]]:
        return [(match[1], match[2]) for match in _PREFIX.finditer(self._text)]

    @cached_property
    def _by_subject(self) -> dict[str, list[Quad]]:
        found: dict[str, list[Quad]] = {}
        quads = parse_text(self._text, self._path)
        for quad in sorted(quads, key=lambda each: each.graph_name != DEFAULT):
            if isinstance(quad.subject, NamedNode):
                found.setdefault(quad.subject.value, []).append(quad)
        return found
