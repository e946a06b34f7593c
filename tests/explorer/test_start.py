"""The first screen: it answers without a script, in three languages, and a text from the data is text."""

from __future__ import annotations

import re
from html import unescape

import pytest

from mhgraph.explorer.answers import is_said
from mhgraph.explorer.page_data import PageData, collect_page_data
from mhgraph.explorer.start import write_starts
from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.project.folders import Project
from mhgraph.questions import ask


@pytest.fixture(scope="module")
def page(shipped_graph: BaseGraph) -> PageData:
    return collect_page_data(shipped_graph)


@pytest.fixture(scope="module")
def starts(shipped_graph: BaseGraph, page: PageData) -> dict[str, str]:
    return write_starts(shipped_graph, page.network, page.answers, page.data)


def test_the_first_card_counts_what_the_query_finds(shipped_graph: BaseGraph, starts: dict[str, str]) -> None:
    rows = ask(shipped_graph, "events-addressing", {"provision": "gcm-15"}).rows
    card = starts["en"].split('<li class="card">')[1]
    said = sum(next(iter(row["ledger"])).value in ("stated", "indexed") for row in rows)  # type: ignore[union-attr]
    counts = [int(number) for number in re.findall(r"(\d+) (?:said|more in|in a)", card)]
    assert sum(counts) == len(rows)
    assert counts == [count for count in (said, len(rows) - said) if count]


def test_names_every_document_with_its_link(page: PageData, starts: dict[str, str]) -> None:
    for text in starts.values():
        for source in page.data["sources"]:
            assert unescape(text).count(source["title"]) >= 1
            if source["address"]:
                assert source["address"] in unescape(text)


def test_leads_only_to_what_is_there(page: PageData, starts: dict[str, str]) -> None:
    things = {node["id"] for node in page.data["nodes"]}
    questions = {answer["question"] for answer in page.data["answers"]}
    for text in starts.values():
        addresses = re.findall(r'href="#([^"]*)"', unescape(text))
        assert set(re.findall(r"answer=([\w-]+)", " ".join(addresses))) <= questions
        assert set(re.findall(r"(?:of|thing)=([\w:-]+)", " ".join(addresses))) <= things


def test_has_the_same_parts_in_three_languages(starts: dict[str, str]) -> None:
    counts = {tuple(text.count(tag) for tag in ("<li", "<tr", "<h2", "<a ")) for text in starts.values()}
    assert len(counts) == 1


def test_what_a_document_says_is_told_from_a_curators_view(shipped_graph: BaseGraph) -> None:
    for supports in shipped_graph.statements().values():
        assert is_said(supports) == (supports[0].ledger in (Ledger.STATED, Ledger.INDEXED))


def test_a_label_is_text(small_copy: Project) -> None:
    path = small_copy.root / "data" / "sources" / "valley-review.trig"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Review of the Village", "<script>alert(1)</script>"), encoding="utf-8")
    graph = load_graph(small_copy)
    found = collect_page_data(graph)
    assert "<script>alert(1)" in str(found.data)
    for text in write_starts(graph, found.network, found.answers, found.data).values():
        assert "<script" not in text
        assert "&lt;script&gt;alert(1)" in text
