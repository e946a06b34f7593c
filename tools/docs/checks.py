"""`rules.md` and `shapes.md`: what is inferred, and what is checked."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from mhgraph.checks.integrity import RULES, WARNINGS
from mhgraph.checks.shacl.results import show_path
from mhgraph.checks.shacl.shapes import parse_shapes
from mhgraph.graph.rules import load_rules
from mhgraph.namespaces import SH, to_curie
from mhgraph.project.folders import Project
from mhgraph.rdf.headers import read_headed
from mhgraph.rdf.terms import natural_key
from tools.docs.markdown import block, code, page, plain, sentence, table
from tools.docs.terms import Terms

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_RULES_INTRO = """
What is inferred follows from these rules, run once on loading: no rule reads what a rule concluded. Each conclusion
stands in a graph of its own, unless it is stated or judged anyway; `mhgraph show ENTITY` lists its premises.
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


def render_rules(project: Project) -> str:
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


def render_shapes(project: Project) -> str:
    """Return the page of the shapes and of the integrity rules."""
    names = Terms()
    for path in project.shapes:
        names.read(path)
    shapes = parse_shapes(project).graph
    users: dict[Node, list[Node]] = {}
    for shape in set(shapes.subjects(_sh("path"))):
        users[shape] = _sort(set(shapes.subjects(_sh("property"), shape)))
    aimed = [shape for shape in _sort(set(_node_shapes(shapes))) if _list_targets(shapes, shape, names)]
    sections = ["## Shapes", *(_render_node_shape(shapes, shape, users, names) for shape in aimed)]
    rest = {shape for shape, found in users.items() if len(found) != 1 or found[0] not in aimed}
    if rest:
        sections.append("### Shared by several shapes\n\n" + _tabulate(shapes, rest, names, users))
    sections += [
        "## Integrity rules",
        table(["check", "severity", "what holds"], [_describe_rule(name) for name in RULES]),
    ]
    return page("Shapes and integrity rules", _SHAPES_INTRO, sections)


def _describe_rule(name: str) -> list[str]:
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


def _list_targets(shapes: Graph, shape: Node, names: Terms) -> list[str]:
    found = [(words, node) for name, words in _TARGETS.items() for node in _sort(shapes.objects(shape, _sh(name)))]
    return [f"{words} {code(names.short(str(node)))}" for words, node in found]


def _render_node_shape(shapes: Graph, shape: Node, users: Mapping[Node, Sequence[Node]], names: Terms) -> str:
    parts = [f"### {_name(shape, names)}", f"For {', '.join(_list_targets(shapes, shape, names))}."]
    said = _message(shapes, shape)
    if said:
        parts.append(f"{_severity(shapes, shape).capitalize()}: {said}")
    properties = set(shapes.objects(shape, _sh("property")))
    shared = sorted(code(_name(used, names)) for used in properties if len(users.get(used, [])) > 1)
    own = [used for used in properties if len(users.get(used, [])) == 1]
    if own:
        parts.append(_tabulate(shapes, own, names))
    if shared:
        parts.append(f"Also: {', '.join(shared)}.")
    return "\n\n".join(parts)


def _tabulate(
    shapes: Graph, found: Iterable[Node], names: Terms, users: Mapping[Node, Sequence[Node]] | None = None
) -> str:
    columns = ["shape", "path", "severity", "message", *(["used by"] if users else [])]
    rows = []
    for shape in found:
        row = [
            code(_name(shape, names)),
            _path(shapes, shape, names),
            _severity(shapes, shape),
            _message(shapes, shape),
        ]
        rows.append([*row, *([", ".join(code(_name(user, names)) for user in users[shape])] if users else [])])
    return table(columns, sorted(rows, key=lambda row: [natural_key(cell) for cell in row]))


def _path(shapes: Graph, shape: Node, names: Terms) -> str:
    path = shapes.value(shape, _sh("path"))
    if path is None:
        return ""
    text = show_path(shapes, path)
    return code(_IRI.sub(lambda match: names.short(match[1]), text) if "<" in text else names.short(text))


def _severity(shapes: Graph, shape: Node) -> str:
    severity = shapes.value(shape, _sh("severity"))
    return "violation" if severity is None else str(severity).removeprefix(SH).lower()


def _message(shapes: Graph, shape: Node) -> str:
    """Return the messages in English of a shape and of its SPARQL constraints."""
    from rdflib import Literal

    holders = [shape, *shapes.objects(shape, _sh("sparql"))]
    texts = {
        str(text)
        for holder in holders
        for text in shapes.objects(holder, _sh("message"))
        if isinstance(text, Literal) and (text.language or "en").split("-")[0] == "en"
    }
    return plain(" ".join(sorted(texts)))


def _name(shape: Node, names: Terms) -> str:
    from rdflib import BNode

    return "(no name)" if isinstance(shape, BNode) else names.short(str(shape))


def _sort(nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: natural_key(str(node)))
