"""The files of `tests/shapes`: a small world that conforms, and changes of one statement that each break one shape.

`conforming/<class>.ttl` holds things of one class, with every property that the class may have; together the files are
one world, as the loader would make it (with date bounds and what rules infer). `failing/<shape>.ru` is a SPARQL update
that drops one statement, adds one, or replaces the object of one; `failing/<shape>.<n>.ru` where one shape can break in
several ways. Its header says at which focus node and path the shape fires. With `renames` it has no body: that thing
gets the name of the focus node.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, serialize

from mhgraph.headers import read_headed
from mhgraph.namespaces import BASE, PREFIXES, from_curie
from mhgraph.rdf import parse_file

FOLDER = Path(__file__).resolve().parent.parent / "shapes"
SHAPE = f"{BASE}shape/"


@dataclass(frozen=True)
class Case:
    """One failing file: the shape that it breaks, and where."""

    path: Path
    shape: str
    focus: str
    where: str
    renames: str
    update: str

    def apply(self, world: Iterable[Quad]) -> set[Quad]:
        """Return the world with this change."""
        if self.renames:
            names = {self.renames: NamedNode(self.focus)}
            return {Quad(*(names.get(getattr(each, "value", ""), each) for each in quad.triple)) for quad in world}
        store = Store()
        store.extend(world)
        store.update(self.update)
        return set(store)


def conforming_files() -> list[Path]:
    """Return the files of the world."""
    return sorted((FOLDER / "conforming").glob("*.ttl"))


def read_world() -> frozenset[Quad]:
    """Return all that the conforming files say."""
    return frozenset(quad for path in conforming_files() for quad in parse_file(path))


def read_cases() -> list[Case]:
    """Return the failing files in the order of their names."""
    return [_read(path) for path in sorted((FOLDER / "failing").glob("*.ru"))]


def path_iris(text: str) -> str:
    """Return a property path of CURIEs in the form of results: a bare IRI, or IRIs in angle brackets."""
    if from_curie(text) is not None and re.fullmatch(r"[\w-]+:[\w-]+", text):
        return from_curie(text) or ""
    return re.sub(r"[\w-]+:[\w-]+", lambda match: f"<{PREFIXES[match[0].split(':')[0]]}{match[0].split(':')[1]}>", text)


def n_triples(quads: Iterable[Quad]) -> bytes:
    """Return quads of a default graph as N-Triples."""
    return serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""


def _read(path: Path) -> Case:
    headed = read_headed(path, required=["focus"], optional=["path", "renames"])
    header = {key: str(value) for key, value in headed.header.items()}
    return Case(
        path=path,
        shape=f"{SHAPE}{path.name.split('.')[0]}",
        focus=from_curie(header["focus"]) or "",
        where=path_iris(header["path"]) if "path" in header else "",
        renames=from_curie(header["renames"]) or "" if "renames" in header else "",
        update=headed.body,
    )
