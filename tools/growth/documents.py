"""A project with many documents: each document of a project several times, every copy with things of its own.

What the entity files declare is shared by all copies, as bodies and instruments are shared by documents; what only a
document speaks of (its recommendations, positions, participations …) is another thing in each copy.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Quad

from mhgraph.namespaces import BASE, PREFIXES
from mhgraph.project.folders import Project
from mhgraph.project.statements import ParsedProject, ProjectFile, canonical_file, parse_project

_FOLDERS = ("ontology", "queries", "shapes")
_ENTITIES = tuple(space for space in PREFIXES.values() if space.startswith(BASE) and space.endswith("/"))


def grow_documents(folder: Path, project: Project, copies: int) -> Project:
    """Write a project with `copies` of each document and of its judgements, the originals included, and return it."""
    for name in _FOLDERS:
        shutil.copytree(project.root / name, folder / name)
    shutil.copytree(project.root / "data", folder / "data")
    parsed = parse_project(project)
    shared = _shared(parsed)
    for file in parsed.of("sources", "judgements"):
        for number in range(2, copies + 1):
            path = folder / file.path.with_stem(f"{file.path.stem}-copy-{number}")
            path.write_bytes(canonical_file(_copy(file, number, shared), path))
    return Project(folder)


def _shared(parsed: ParsedProject) -> set[str]:
    """Return the IRIs that the entity files and the ontology describe."""
    return {
        quad.subject.value
        for file in parsed.of("ontology", "entities")
        for quad in file.quads
        if isinstance(quad.subject, NamedNode)
    }


def _copy(file: ProjectFile, number: int, shared: set[str]) -> list[Quad]:
    return [Quad(*(_rename(term, number, shared) for term in (*quad.triple, quad.graph_name))) for quad in file.quads]


def _rename(term: Any, number: int, shared: set[str]) -> Any:
    """Return the name of a term in a copy: a number is added to the key of a source and to things of its own."""
    if not isinstance(term, NamedNode) or term.value in shared or not term.value.startswith(_ENTITIES):
        return term
    name, mark, paragraph = term.value.partition("#")
    return NamedNode(f"{name}-copy-{number}{mark}{paragraph}")
