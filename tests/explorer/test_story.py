"""The story: the lineage of a provision, step by step, each with the statements that join it to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhgraph.analysis.lineage import SIDES, STRANDS, trace_lineage
from mhgraph.explorer.page_data import PageData, collect_page_data
from mhgraph.explorer.story import MOST_STEPS
from mhgraph.graph import BaseGraph
from tests.builders import build_graph


@pytest.fixture(scope="module")
def page(shipped_graph: BaseGraph) -> PageData:
    return collect_page_data(shipped_graph)


def test_is_the_lineage_of_the_action_on_health(shipped_graph: BaseGraph, page: PageData) -> None:
    story, nodes = page.data["story"], page.data["nodes"]
    assert nodes[story["of"]]["id"] == "provision:gcm-15e"
    found = {thing.iri for thing in trace_lineage(shipped_graph, page.network, shipped_graph.resolve("gcm-15e").value)}
    names = [shipped_graph.resolve(nodes[step["thing"]]["id"]).value for step in story["steps"]]
    assert set(names) <= found
    assert 3 <= len(names) <= MOST_STEPS * len(STRANDS)


def test_goes_by_words_and_then_by_process_in_time(page: PageData) -> None:
    order = [(STRANDS.index(step["strand"]), SIDES.index(step["side"])) for step in page.data["story"]["steps"]]
    assert order == sorted(order)
    assert {strand for strand, _ in order} == {0, 1}


def test_every_hop_is_a_statement_or_part_and_whole(page: PageData) -> None:
    for step in page.data["story"]["steps"]:
        assert step["hops"]
        assert all(-1 <= hop < page.data["count"] for hop in step["hops"])


def test_without_a_provision_there_is_none(tmp_path: Path) -> None:
    assert collect_page_data(build_graph(tmp_path, with_ontology=True)).data["story"] is None
