"""The networks of the small and of the shipped project, each made once."""

from __future__ import annotations

import shutil

import pytest

from mhgraph.analysis.network import Network, entity_network
from mhgraph.graph import BaseGraph, load_graph
from mhgraph.model import Model
from mhgraph.project.folders import Project
from tests.conftest import SMALL

SOURCES = ("riverside-launch-notice", "valley-register-launch", "valley-review", "village-health-compact")
"""The documents on which analyses are tested. The small project grows with the questions; these figures stay."""


def keep_sources(project: Project) -> Project:
    """Take all other documents out of a copy of the small project, with the judgements that are kept beside them."""
    for folder in ("sources", "judgements"):
        for path in (project.root / "data" / folder).glob("*.trig"):
            if path.stem not in SOURCES:
                path.unlink()
    for path in (project.root / "data" / "entities").glob("*/*.ttl"):
        if path.stem != path.parent.name:  # what came later has files of its own
            path.unlink()
    return project


@pytest.fixture(scope="session")
def small_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small project with its first documents; read it, never write into it."""
    root = tmp_path_factory.mktemp("first") / "project"
    shutil.copytree(SMALL, root)
    return keep_sources(Project(root))


@pytest.fixture(scope="session")
def small(small_project: Project) -> BaseGraph:
    """The graph of it. It is named here again: a fixture that others share keeps the project of who asks first."""
    return load_graph(small_project)


@pytest.fixture
def small_copy(small_copy: Project) -> Project:
    """A copy of it to write into."""
    return keep_sources(small_copy)


@pytest.fixture(scope="session")
def model(small: BaseGraph) -> Model:
    """The model of the house."""
    return small.model


@pytest.fixture(scope="session")
def whole(small: BaseGraph) -> Network:
    """The network of the small project; do not change it."""
    return entity_network(small)


@pytest.fixture(scope="session")
def real(shipped_graph: BaseGraph) -> Network:
    """The network of the shipped project; do not change it."""
    return entity_network(shipped_graph)
