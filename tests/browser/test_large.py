"""A network of 5,000 entities and 15,000 relations still works. How fast: benchmarks/page_interactive.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhgraph.analysis.network import entity_network
from mhgraph.explorer.page import write_page
from mhgraph.graph import load_graph
from tests.browser.conftest import Open
from tools.growth.networks import write_network_project

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    graph = load_graph(write_network_project(folder / "project", 5_000, 15_000))
    path = folder / "large.html"
    path.write_bytes(write_page(graph, entity_network(graph)))
    return path


def test_a_large_network_is_drawn_listed_searched_and_filtered(open_page: Open, large: Path) -> None:
    opened = open_page(large)
    assert opened.counts() == (5_000, 15_000)
    opened.pick("Event number 1251")
    assert opened.heading.startswith("Event number 1251")
    opened.page.locator("#panel [data-steps='1']").click()
    assert 1 < opened.counts()[0] < 100
    opened.page.locator("#back").click()
    opened.page.locator("#class-Position").uncheck()
    assert opened.counts()[0] == 4_000
    assert opened.rows("entities") == 4_000
    assert opened.page.locator("#tables tbody tr").count() == 200
    opened.page.locator("#next").click()
    assert opened.page.locator("#tables caption").is_visible()
    assert opened.requests == [large.as_uri()]
    assert opened.errors == []
