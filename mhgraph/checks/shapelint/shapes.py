"""The shapes of a project as one graph, and where in the data each of them finds something to look at."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from mhgraph.graph import Corpus
from mhgraph.files import read_text
from mhgraph.namespaces import RDF, RDFS, SH
from mhgraph.project.folders import Project
from mhgraph.rdf.terms import DEFAULT, TYPE, Term
from mhgraph.rdf.turtle.parse import parse_text

Complaint = tuple[Term, str, str]
"""A node of the shapes, the offending term as text (or ""), and the sentence about it."""

_FIRST, _REST, _NIL = (NamedNode(f"{RDF}{name}") for name in ("first", "rest", "nil"))
_STEPS = {
    "inversePath": "^({})",
    "zeroOrMorePath": "({})*",
    "oneOrMorePath": "({})+",
    "zeroOrOnePath": "({})?",
}
_ONES = ("property", "node", "not", "qualifiedValueShape")
_LISTS = ("and", "or", "xone")


def sh(name: str) -> NamedNode:
    """Return the SHACL term of a local name."""
    return NamedNode(f"{SH}{name}")


@dataclass(frozen=True)
class Shapes:
    """The shapes of a project, the data that they are for, and the shapes that tests give a focus node."""

    project: Project
    corpus: Corpus
    exercised: frozenset[str]

    @cached_property
    def texts(self) -> Mapping[Path, str]:
        """The files of the shapes."""
        return {path: read_text(path) for path in self.project.shapes}

    @cached_property
    def store(self) -> Store:
        """All their triples."""
        store = Store()
        for path, text in self.texts.items():
            store.extend(parse_text(text, path))
        return store

    @cached_property
    def nodes(self) -> list[Term]:
        """Every shape: what is typed as one, or has a path or a target."""
        typed = [quad for name in ("NodeShape", "PropertyShape") for quad in self.quads(None, TYPE, sh(name))]
        by_use = [quad for name in ("path", *TARGETS) for quad in self.quads(None, sh(name))]
        return sorted({quad.subject for quad in [*typed, *by_use]}, key=str)

    def quads(self, subject: Term | None, predicate: NamedNode | None, value: Term | None = None) -> Iterator[Quad]:
        """Yield the triples of the shapes that fit a pattern."""
        if not isinstance(subject, Literal):
            yield from self.store.quads_for_pattern(subject, predicate, value, DEFAULT)

    def values(self, node: Term, name: str) -> list[Term]:
        """Return the values of a SHACL property of a node, in a fixed order."""
        return sorted((quad.object for quad in self.quads(node, sh(name))), key=str)

    def members(self, head: Term | None) -> list[Term]:
        """Return the members of an RDF list."""
        listed: list[Term] = []
        seen: set[Term] = set()
        while head is not None and head != _NIL and head not in seen:
            seen.add(head)
            listed += [quad.object for quad in self.quads(head, _FIRST)]
            head = next((quad.object for quad in self.quads(head, _REST)), None)
        return listed

    def place(self, node: Term) -> tuple[Path | None, int | None]:
        """Return the file (as seen from the root) and the line on which the description of a named node begins."""
        if isinstance(node, NamedNode):
            local = re.escape(re.split(r"[/#]", node.value)[-1])
            head = re.compile(rf"^(?:[\w-]*:{local}|<{re.escape(node.value)}>)(?=\s)", re.MULTILINE)
            for path, text in [*self.texts.items(), *((path, read_text(path)) for path in self.project.ontology)]:
                match = head.search(text)
                if match:
                    return self.project.relative(path), text.count("\n", 0, match.start()) + 1
        return None, None

    @cached_property
    def focus(self) -> Mapping[Term, set[Term]]:
        """The nodes of the data at which each shape looks, as a target or as a value of another shape's path."""
        found: defaultdict[Term, set[Term]] = defaultdict(set)
        waiting = [(node, self._targets(node)) for node in self.nodes]
        while waiting:
            node, given = waiting.pop()
            new = given - found[node]
            if new:
                found[node] |= new
                values = self._values_of(node, new)
                waiting += [(other, values) for other in self._referred(node)]
        return found

    def _referred(self, node: Term) -> Iterator[Term]:
        for name in _ONES:
            yield from self.values(node, name)
        for name in _LISTS:
            for head in self.values(node, name):
                yield from self.members(head)

    def _targets(self, node: Term) -> set[Term]:
        data = self.corpus.store
        nodes = set(self.values(node, "targetNode"))
        implicit = [node] if any(self.quads(node, TYPE, NamedNode(f"{RDFS}Class"))) else []
        for each in [*self.values(node, "targetClass"), *implicit]:
            nodes |= {quad.subject for quad in data.quads_for_pattern(None, TYPE, each, DEFAULT)}
        for each in self.values(node, "targetSubjectsOf"):
            if isinstance(each, NamedNode):
                nodes |= {quad.subject for quad in data.quads_for_pattern(None, each, None, DEFAULT)}
        for each in self.values(node, "targetObjectsOf"):
            if isinstance(each, NamedNode):
                nodes |= {quad.object for quad in data.quads_for_pattern(None, each, None, DEFAULT)}
        return nodes

    def _values_of(self, node: Term, focus: set[Term]) -> set[Term]:
        """Return the value nodes of a property shape for focus nodes; those themselves for a node shape."""
        paths = self.values(node, "path")
        if not paths:
            return focus
        named = " ".join(sorted(str(each) for each in focus if isinstance(each, NamedNode)))
        question = f"SELECT DISTINCT ?v {{ VALUES ?f {{ {named} }} ?f {self.sparql_path(paths[0])} ?v }}"
        return {row[0] for row in self.corpus.engine.select(question).rows if row[0] is not None}

    def sparql_path(self, path: Term) -> str:
        """Return a SHACL path as a SPARQL property path."""
        if not isinstance(path, BlankNode):
            return str(path)
        for name, form in _STEPS.items():
            for each in self.values(path, name):
                return form.format(self.sparql_path(each))
        for head in self.values(path, "alternativePath"):
            return "|".join(f"({self.sparql_path(each)})" for each in self.members(head))
        return "/".join(f"({self.sparql_path(each)})" for each in self.members(path))


TARGETS = ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf", "target")
"""The SHACL properties that give a shape its focus nodes."""
