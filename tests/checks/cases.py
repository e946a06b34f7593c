"""The files of `shapes`: a small world that conforms, and changes of one statement that each break one shape.

`conforming/<class>.ttl` holds things of one class, with every property that the class may have; together the files are
one world, as the loader would make it (with date bounds, what rules infer, and the order of the classes).
`failing/<shape>.ru` is a SPARQL update that drops one statement, adds one, or replaces the object of one;
`failing/<shape>.<n>.ru` where one shape can break in several ways. Its header says at which focus node and path the
shape fires; with a list of focus nodes it is a case for each, and `$this` in the body is the one in turn. `severity` is
`violation` unless the header says `warning`; `also` lists other nodes where the same change makes the shape fire, such
as the rest of a circle. With `renames` it has no body: that thing gets the name of the focus node.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize
from pyoxigraph import Store as UpdatableStore  # noqa: TID251 - a case is an update, which no store of ours offers

from mhgraph.checks.finding import Severity
from mhgraph.checks.shacl import ShapeResult
from mhgraph.namespaces import BASE, PREFIXES, RDFS, from_curie, to_curie
from mhgraph.rdf.headers import read_headed
from mhgraph.rdf.turtle.parse import parse_file
from tests.conftest import REPOSITORY

FOLDER = Path(__file__).resolve().parent / "shapes"
SHAPE = f"{BASE}shape/"
BELOW = NamedNode(f"{RDFS}subClassOf")

Place = tuple[str, str, str, Severity]
"""Where a shape fires, and how badly: shape, focus node, path, severity."""


def places(results: Iterable[ShapeResult]) -> frozenset[Place]:
    """Return where results say that shapes fire."""
    return frozenset((result.shape, result.focus, result.path, result.severity) for result in results)


@dataclass(frozen=True)
class Case:
    """A failing file at one focus node: the shape that it breaks, and where."""

    name: str
    shape: str
    focus: str
    where: str
    renames: str
    update: str
    severity: Severity = Severity.VIOLATION
    also: tuple[str, ...] = ()

    @property
    def places(self) -> frozenset[Place]:
        """Where validation has to complain, and nowhere else."""
        return frozenset((self.shape, focus, self.where, self.severity) for focus in (self.focus, *self.also))

    def apply(self, world: Iterable[Quad]) -> set[Quad]:
        """Return the world with this change."""
        if self.renames:
            names = {self.renames: NamedNode(self.focus)}
            return {Quad(*(names.get(getattr(term, "value", ""), term) for term in quad.triple)) for quad in world}
        store = UpdatableStore()
        store.extend(world)
        store.update(self.update)
        return set(store)


def conforming_files() -> list[Path]:
    """Return the files of the world."""
    return sorted((FOLDER / "conforming").glob("*.ttl"))


def read_world() -> frozenset[Quad]:
    """Return all that the conforming files say, and which classes stand below which."""
    return read_order().union(quad for path in conforming_files() for quad in parse_file(path))


def read_order() -> frozenset[Quad]:
    """Return which classes of the ontology stand below which."""
    return frozenset(quad for quad in parse_file(REPOSITORY / "ontology" / "mhgraph.ttl") if quad.predicate == BELOW)


def read_cases() -> list[Case]:
    """Return the cases of the failing files in the order of their names."""
    return [case for path in sorted((FOLDER / "failing").glob("*.ru")) for case in _read(path)]


def path_iris(text: str) -> str:
    """Return a property path of CURIEs in the form of results: a bare IRI, or IRIs in angle brackets."""
    if from_curie(text) is not None and re.fullmatch(r"[\w-]+:[\w-]+", text):
        return from_curie(text) or ""
    return re.sub(r"[\w-]+:[\w-]+", lambda match: f"<{PREFIXES[match[0].split(':')[0]]}{match[0].split(':')[1]}>", text)


def n_triples(quads: Iterable[Quad]) -> bytes:
    """Return quads of a default graph as N-Triples."""
    return serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""


def _read(path: Path) -> list[Case]:
    headed = read_headed(path, required=["focus"], optional=["path", "renames", "severity", "also"])
    header = headed.header
    nodes = _nodes(header["focus"])
    return [
        Case(
            name=path.stem if node == nodes[0] else f"{path.stem} at {to_curie(node)}",
            shape=f"{SHAPE}{path.name.split('.')[0]}",
            focus=node,
            where=path_iris(header["path"]) if "path" in header else "",
            renames=_nodes(header["renames"])[0] if "renames" in header else "",
            update=headed.body.replace("$this", f"<{node}>"),
            severity=Severity(header.get("severity", "violation")),
            also=tuple(_nodes(header.get("also", []))),
        )
        for node in nodes
    ]


def _nodes(named: object) -> list[str]:
    """Return the IRIs of one CURIE or a list of them; IRIs stay as they are."""
    return [from_curie(str(name)) or str(name) for name in (named if isinstance(named, list) else [named])]
