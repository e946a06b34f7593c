"""The shapes of a project as an index, and where in the data each of them finds something to look at."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import BlankNode, NamedNode, Triple

from mhgraph.checks.shacl import ParsedShapes
from mhgraph.graph import BaseGraph
from mhgraph.namespaces import RDF, RDFS, SH
from mhgraph.project.statements import ParsedProject
from mhgraph.rdf.sparql import values_block
from mhgraph.rdf.terms import TYPE, Term

_FIRST, _REST, _NIL = (NamedNode(f"{RDF}{name}") for name in ("first", "rest", "nil"))
_STEPS = {
    "inversePath": "^({})",
    "zeroOrMorePath": "({})*",
    "oneOrMorePath": "({})+",
    "zeroOrOnePath": "({})?",
}
_ONES = ("property", "node", "not", "qualifiedValueShape")
_LISTS = ("and", "or", "xone")
TARGETS = ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf", "target")
"""The SHACL properties that give a shape its focus nodes."""


class Complaint(NamedTuple):
    """What a rule has to say: of which node, about which term as text (or ""), in a sentence."""

    node: Term
    value: str
    message: str


def sh(name: str) -> NamedNode:
    """Return the SHACL term of a local name."""
    return NamedNode(f"{SH}{name}")


@dataclass(frozen=True)
class ShapeIndex:
    """The shapes of a project, the project and graph that they are for, and the shapes that tests give a focus node."""

    shapes: ParsedShapes
    parsed: ParsedProject
    graph: BaseGraph
    exercised: frozenset[str]
    _asked: dict[NamedNode, Mapping[Term, Sequence[Term]]] = field(default_factory=dict, repr=False)

    @cached_property
    def triples(self) -> list[Triple]:
        """All that the shapes say, in a fixed order."""
        return sorted({quad.triple for quad in self.shapes.quads}, key=str)

    @cached_property
    def nodes(self) -> list[Term]:
        """Every shape: what is typed as one, or has a path or a target."""
        kinds = {sh("NodeShape"), sh("PropertyShape")}
        uses = {sh(name) for name in ("path", *TARGETS)}
        found = {
            triple.subject
            for triple in self.triples
            if triple.predicate in uses or (triple.predicate == TYPE and triple.object in kinds)
        }
        return sorted(found, key=str)

    def about(self, node: Term) -> list[Triple]:
        """Return the triples of which a node is the subject."""
        return self._by_subject.get(node, [])

    def using(self, name: str) -> list[Triple]:
        """Return the triples with a SHACL property."""
        return self._by_predicate.get(sh(name), [])

    def values(self, node: Term, name: str) -> list[Term]:
        """Return the values of a SHACL property of a node, in a fixed order."""
        return self._objects(node, sh(name))

    def members(self, head: Term | None) -> list[Term]:
        """Return the members of an RDF list."""
        listed: list[Term] = []
        seen: set[Term] = set()
        while head is not None and head != _NIL and head not in seen:
            seen.add(head)
            listed += self._objects(head, _FIRST)
            head = next(iter(self._objects(head, _REST)), None)
        return listed

    def owner(self, node: Term) -> Term:
        """Return the named node in whose description a blank node stands."""
        seen: set[Term] = set()
        while not isinstance(node, NamedNode) and node not in seen:
            seen.add(node)
            node = self._owners.get(node, node)
        return node

    def place(self, node: Term) -> tuple[Path | None, int | None]:
        """Return the file (as seen from the root) and the line on which the description of a named node begins."""
        if isinstance(node, NamedNode):
            local = re.escape(re.split(r"[/#]", node.value)[-1])
            head = re.compile(rf"^(?:[\w-]*:{local}|<{re.escape(node.value)}>)(?=\s)", re.MULTILINE)
            for file in (*self.shapes.files, *self.parsed.of("ontology")):
                match = head.search(file.text)
                if match:
                    return file.path, file.text.count("\n", 0, match.start()) + 1
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
                referred = list(self._referred(node))
                values = self._values_of(node, new) if referred else set()
                waiting += [(other, values) for other in referred]
        return found

    def sparql_path(self, path: Term) -> str:
        """Return a SHACL path as a SPARQL property path."""
        if not isinstance(path, BlankNode):
            return str(path)
        for name, form in _STEPS.items():
            for step in self.values(path, name):
                return form.format(self.sparql_path(step))
        for head in self.values(path, "alternativePath"):
            return "|".join(f"({self.sparql_path(step)})" for step in self.members(head))
        return "/".join(f"({self.sparql_path(step)})" for step in self.members(path))

    def _referred(self, node: Term) -> Iterator[Term]:
        for name in _ONES:
            yield from self.values(node, name)
        for name in _LISTS:
            for head in self.values(node, name):
                yield from self.members(head)

    def _targets(self, node: Term) -> set[Term]:
        nodes = set(self.values(node, "targetNode"))
        is_class = NamedNode(f"{RDFS}Class") in self._objects(node, TYPE)
        for cls in (*self.values(node, "targetClass"), *([node] if is_class else [])):
            nodes |= self._select(f"?v a {cls}")
        for predicate in self.values(node, "targetSubjectsOf"):
            nodes |= self._select(f"?v {predicate} ?other")
        for predicate in self.values(node, "targetObjectsOf"):
            nodes |= self._select(f"?other {predicate} ?v")
        return nodes

    def _values_of(self, node: Term, focus: set[Term]) -> set[Term]:
        """Return the value nodes of a property shape for focus nodes; those themselves for a node shape."""
        paths = self.values(node, "path")
        if not paths:
            return focus
        if isinstance(paths[0], NamedNode):
            values = self._values(paths[0])
            return {value for term in focus for value in values.get(term, ())}
        named = sorted((term for term in focus if isinstance(term, NamedNode)), key=str)
        return self._select(f"{values_block(['f'], [[term] for term in named])} ?f {self.sparql_path(paths[0])} ?v")

    def _values(self, predicate: NamedNode) -> Mapping[Term, Sequence[Term]]:
        """Return the values of each thing of the data; a predicate is asked about once, for many shapes have it."""
        if predicate not in self._asked:
            found: defaultdict[Term, list[Term]] = defaultdict(list)
            for thing, value in self.graph.select(f"SELECT DISTINCT ?f ?v WHERE {{ ?f {predicate} ?v }}").rows:
                if isinstance(thing, NamedNode) and value is not None:
                    found[thing].append(value)
            self._asked[predicate] = found
        return self._asked[predicate]

    def _select(self, pattern: str) -> set[Term]:
        rows = self.graph.select(f"SELECT DISTINCT ?v WHERE {{ {pattern} }}").rows
        return {value for (value,) in rows if value is not None}

    def _objects(self, node: Term, predicate: NamedNode) -> list[Term]:
        return [triple.object for triple in self.about(node) if triple.predicate == predicate]

    @cached_property
    def _by_subject(self) -> Mapping[Term, list[Triple]]:
        return _group((triple.subject, triple) for triple in self.triples)

    @cached_property
    def _by_predicate(self) -> Mapping[Term, list[Triple]]:
        return _group((triple.predicate, triple) for triple in self.triples)

    @cached_property
    def _owners(self) -> Mapping[Term, Term]:
        """Each node with the first node that refers to it."""
        return {triple.object: triple.subject for triple in reversed(self.triples)}


def _group(pairs: Iterable[tuple[Term, Triple]]) -> Mapping[Term, list[Triple]]:
    groups: defaultdict[Term, list[Triple]] = defaultdict(list)
    for term, triple in pairs:
        groups[term].append(triple)
    return groups
