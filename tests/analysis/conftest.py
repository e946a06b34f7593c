"""The networks of the small and of the shipped project, each made once."""

from __future__ import annotations

import pytest

from mhgraph.analysis.network import Network, entity_network
from mhgraph.graph import BaseGraph
from mhgraph.model import Model


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
