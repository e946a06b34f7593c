"""What tests of the compiled graph may ask for: a project that takes no time."""

from __future__ import annotations

import pytest

from mhgraph.graph import BaseGraph, load_graph
from mhgraph.project.folders import Project
from tests.graph.tiny import write_tiny_project


@pytest.fixture(scope="session")
def tiny_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The tiny project; read it, never write into it."""
    return write_tiny_project(tmp_path_factory.mktemp("tiny") / "project")


@pytest.fixture(scope="session")
def tiny(tiny_project: Project) -> BaseGraph:
    """The graph of the tiny project, with all ledgers; do not add to its store."""
    return load_graph(tiny_project)
