"""What the tests of the checks share: each is made once a run."""

from __future__ import annotations

import pytest
import rdflib
from pyoxigraph import Quad

from mhgraph.checks import Finding, validate_project
from mhgraph.checks.shacl import Engine, FastEngine, find_engine, parse_shapes
from mhgraph.project.folders import Project
from tests.checks.cases import read_world


@pytest.fixture(scope="session")
def shapes(shipped: Project) -> rdflib.Graph:
    """The shapes of the repository; do not change them."""
    return parse_shapes(shipped).graph


@pytest.fixture(scope="session")
def fast(shapes: rdflib.Graph) -> FastEngine:
    """The same, compiled by the fast engine."""
    return FastEngine(shapes)


@pytest.fixture(scope="session")
def engine(shapes: rdflib.Graph, request: pytest.FixtureRequest) -> Engine:
    """The same, in the engine that the command line of pytest names."""
    return find_engine(request.config.getoption("--engine"))(shapes)


@pytest.fixture(scope="session")
def world() -> frozenset[Quad]:
    """The world that conforms."""
    return read_world()


@pytest.fixture(scope="session")
def shipped_findings(shipped: Project) -> list[Finding]:
    """What validation finds in the project that the repository ships."""
    return validate_project(shipped)


@pytest.fixture(scope="session")
def small_findings(small_project: Project) -> list[Finding]:
    """What validation finds in the small project."""
    return validate_project(small_project)
