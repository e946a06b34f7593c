"""A project that loads and compiles in less time: the small one, with an ontology of terms and no words."""

from __future__ import annotations

import shutil
from pathlib import Path

from pyoxigraph import Literal, RdfFormat, serialize

from mhgraph.project.folders import Project
from mhgraph.project.statements import parse_project_file
from tests.conftest import SMALL


def write_tiny_project(root: Path) -> Project:
    """Copy the data and the rules of the small project; of its ontology, what says something to the code."""
    shutil.copytree(SMALL, root, ignore=shutil.ignore_patterns("ontology", "queries", "shapes", "texts"))
    shutil.copytree(SMALL / "ontology" / "rules", root / "ontology" / "rules")
    small = Project(SMALL)
    path = SMALL / "ontology" / "mhgraph.ttl"
    quads = parse_project_file(small, path, "ontology").quads
    terms = [quad.triple for quad in quads if not (isinstance(quad.object, Literal) and quad.object.language)]
    serialize(terms, root / "ontology" / path.name, RdfFormat.TURTLE)
    return Project(root)
