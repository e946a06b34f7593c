"""Labels: one way to them, one order of fallback."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal

from mhgraph.graph import BaseGraph
from mhgraph.graph.labels import BATCH, choose, choose_text, language_key, read_labels, read_names, short_name
from mhgraph.namespaces import BASE, passage_iri
from tests.builders import build_graph
from tests.counting import CountingStore

BOARD = f"{BASE}actor/riverside-health-board"


def test_labels_in_each_language(small: BaseGraph) -> None:
    assert [small.label(BOARD, language) for language in ("en", "fr", "es", "zh")] == [
        "Riverside Health Board",
        "Conseil de santé de Riverside",
        "Junta de Salud de Riverside",
        "Riverside Health Board",
    ]


def test_every_kind_of_thing_has_a_label(small: BaseGraph) -> None:
    wanted = {
        f"{BASE}person/mara-venn": "Mara Venn",
        f"{BASE}source/valley-review": "Review of the Village Health Compact",  # a title
        f"{BASE}concept/topic-well-water": "Eau de puits",  # a preferred label
        passage_iri("valley-review", "para-4"): "valley-review#para-4",
        f"{BASE}event/none": "event:none",
        "https://example.org/x": "https://example.org/x",
        "no IRI at all": "no IRI at all",
    }
    assert small.labels(wanted, "fr") == wanted


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("en", ["en", "en-gb", "en-us", "", "de", "es", "fr", "fr-ca"]),
        ("en-gb", ["en-gb", "en", "en-us", "", "de", "es", "fr", "fr-ca"]),
        ("EN-GB", ["en-gb", "en", "en-us", "", "de", "es", "fr", "fr-ca"]),
        ("fr-CA", ["fr-ca", "fr", "en", "en-gb", "en-us", "", "de", "es"]),
        ("fr", ["fr", "fr-ca", "en", "en-gb", "en-us", "", "de", "es"]),
        ("es-mx", ["es", "en", "en-gb", "en-us", "", "de", "fr", "fr-ca"]),
        ("zh", ["en", "en-gb", "en-us", "", "de", "es", "fr", "fr-ca"]),
    ],
)
def test_the_order_of_fallback(language: str, order: list[str]) -> None:
    literals = [Literal("x", language=tag) if tag else Literal("x") for tag in sorted(order)]
    found = sorted(literals, key=lambda literal: language_key(literal, language))
    assert [literal.language or "" for literal in found] == order
    for start in range(len(order)):
        left = order[start:]
        assert choose_text({tag: tag for tag in sorted(left)}, language) == order[start]
        texts = [Literal(tag, language=tag) if tag else Literal("") for tag in sorted(left)]
        assert choose(texts, language) == order[start]


def test_of_two_labels_in_one_language_the_first_by_text() -> None:
    assert choose([Literal("b", language="en"), Literal("a", language="en")]) == "a"
    assert choose_text({}) is None


def test_a_label_comes_before_a_title(tmp_path: Path) -> None:
    graph = build_graph(
        tmp_path / "p",
        entities={"event": 'event:a dcterms:title "T"@en ; rdfs:label "L"@fr . event:b dcterms:title "T"@fr .'},
    )
    assert graph.labels([f"{BASE}event/a", f"{BASE}event/b"]) == {f"{BASE}event/a": "L", f"{BASE}event/b": "T"}


def test_names_in_every_language(small: BaseGraph) -> None:
    names = read_names(small.store, [BOARD, f"{BASE}event/none"])
    assert {iri: {name.language for name in found} for iri, found in names.items()} == {BOARD: {"en", "fr", "es"}}


def test_labels_are_read_in_batches(small: BaseGraph) -> None:
    store = CountingStore(small.store)
    many = [BOARD, *(f"{BASE}event/e{number}" for number in range(BATCH))]
    assert read_labels(store, many)[BOARD] == "Riverside Health Board"
    assert store.calls == 2
    assert read_labels(store, []) == {}
    assert store.calls == 2


def test_short_names() -> None:
    assert short_name(f"{BASE}source/k#p08") == "k#p08"
    assert short_name(BOARD) == "actor:riverside-health-board"
    assert short_name("https://example.org/x") == "https://example.org/x"
