"""`rules.md` and `shapes.md`: what is inferred, and what is checked."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from tools.docs.markdown import block, code, page, plain, sentence, table
from tools.docs.terms import Terms
from mhgraph.graph.rules import load_rules
from mhgraph.rdf.headers import read_headed
from mhgraph.checks.integrity import RULES, WARNINGS
from mhgraph.namespaces import SH, to_curie
from mhgraph.project.folders import Project
from mhgraph.rdf.terms import natural_key
from mhgraph.checks.shacl.reference import path_text
from mhgraph.checks.shacl.shapes import load_shapes

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_RULES_INTRO = """
What is inferred follows from these rules, run on loading until nothing new comes. A conclusion stands in the graph of
its rule, unless it is stated or judged anyway; `mhgraph show ENTITY` lists the premises of each.
"""
_SHAPES_INTRO = """
What `mhgraph validate` checks: SHACL shapes over the flat view (`shapes/`), and integrity rules over files and graphs,
which SHACL cannot see. A violation makes the exit code 1, a warning does not.
"""
_TARGETS = {
    "targetClass": "the class",
    "targetNode": "the node",
    "targetSubjectsOf": "the subjects of",
    "targetObjectsOf": "the objects of",
}
_IRI = re.compile(r"<([^<>]*)>")


def rules_page(project: Project) -> str:
    """Return the page of the rules."""
    sections = [
        "\n\n".join(
            [
                f"## {to_curie(rule.name.value)}",
                sentence(plain(rule.label)),
                block(read_headed(rule.path, required=["label"]).body, "sparql"),
            ]
        )
        for rule in load_rules(project.rules)
    ]
    return page("Rules", _RULES_INTRO, sections)


def shapes_page(project: Project) -> str:
    """Return the page of the shapes and of the integrity rules."""
    names = Terms()
    for path in project.shapes:
        names.read(path)
    shapes = load_shapes(project.shapes)
    users: dict[Node, list[Node]] = {}
    for each in set(shapes.subjects(_sh("path"))):
        users[each] = _sorted(set(shapes.subjects(_sh("property"), each)))
    aimed = [each for each in _sorted(set(_node_shapes(shapes))) if _targets(shapes, each, names)]
    sections = ["## Shapes", *(_node_shape(shapes, each, users, names) for each in aimed)]
    rest = {each for each, found in users.items() if len(found) != 1 or found[0] not in aimed}
    if rest:
        sections.append("### Shared by several shapes\n\n" + _properties(shapes, rest, names, users))
    sections += ["## Integrity rules", table(["check", "severity", "what holds"], [_integrity(name) for name in RULES])]
    return page("Shapes and integrity rules", _SHAPES_INTRO, sections)


def _integrity(name: str) -> list[str]:
    promise = " ".join((inspect.getdoc(RULES[name]) or "").split())
    severity = "warning" if name in WARNINGS else "violation"
    return [code(f"integrity:{name}"), severity, sentence(promise.partition(". ")[0])]


def _sh(name: str) -> Node:
    from rdflib import URIRef

    return URIRef(f"{SH}{name}")


def _node_shapes(shapes: Graph) -> Iterable[Node]:
    from rdflib import RDF

    yield from shapes.subjects(RDF.type, _sh("NodeShape"))
    yield from shapes.subjects(_sh("property"))


def _targets(shapes: Graph, shape: Node, names: Terms) -> list[str]:
    found = [(words, each) for name, words in _TARGETS.items() for each in _sorted(shapes.objects(shape, _sh(name)))]
    return [f"{words} {code(names.short(str(each)))}" for words, each in found]


def _node_shape(shapes: Graph, shape: Node, users: Mapping[Node, Sequence[Node]], names: Terms) -> str:
    parts = [f"### {_name(shape, names)}", f"For {', '.join(_targets(shapes, shape, names))}."]
    said = _message(shapes, shape)
    if said:
        parts.append(f"{_severity(shapes, shape).capitalize()}: {said}")
    properties = set(shapes.objects(shape, _sh("property")))
    shared = sorted(code(_name(each, names)) for each in properties if len(users.get(each, [])) > 1)
    own = [each for each in properties if len(users.get(each, [])) == 1]
    if own:
        parts.append(_properties(shapes, own, names))
    if shared:
        parts.append(f"Also: {', '.join(shared)}.")
    return "\n\n".join(parts)


def _properties(
    shapes: Graph, found: Iterable[Node], names: Terms, users: Mapping[Node, Sequence[Node]] | None = None
) -> str:
    columns = ["shape", "path", "severity", "message", *(["used by"] if users else [])]
    rows = []
    for each in found:
        row = [code(_name(each, names)), _path(shapes, each, names), _severity(shapes, each), _message(shapes, each)]
        rows.append([*row, *([", ".join(code(_name(user, names)) for user in users[each])] if users else [])])
    return table(columns, sorted(rows, key=lambda row: [natural_key(cell) for cell in row]))


def _path(shapes: Graph, shape: Node, names: Terms) -> str:
    path = shapes.value(shape, _sh("path"))
    if path is None:
        return ""
    text = path_text(shapes, path)
    return code(_IRI.sub(lambda match: names.short(match[1]), text) if "<" in text else names.short(text))


def _severity(shapes: Graph, shape: Node) -> str:
    severity = shapes.value(shape, _sh("severity"))
    return "violation" if severity is None else str(severity).removeprefix(SH).lower()


def _message(shapes: Graph, shape: Node) -> str:
    """Return the messages in English of a shape and of its SPARQL constraints."""
    from rdflib import Literal

    holders = [shape, *shapes.objects(shape, _sh("sparql"))]
    texts = {
        str(each)
        for holder in holders
        for each in shapes.objects(holder, _sh("message"))
        if isinstance(each, Literal) and (each.language or "en").split("-")[0] == "en"
    }
    return plain(" ".join(sorted(texts)))


def _name(shape: Node, names: Terms) -> str:
    from rdflib import BNode

    return "(no name)" if isinstance(shape, BNode) else names.short(str(shape))


def _sorted(nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=lambda each: natural_key(str(each)))
