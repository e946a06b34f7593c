"""Ledgers: their names, their order, the classes of their graphs."""

from __future__ import annotations

import pytest

from mhgraph.errors import InvalidValue
from mhgraph.graph import ALL_LEDGERS, BaseGraph, Ledger, list_ledgers, parse_ledgers
from mhgraph.graph.ledgers import LEDGER_OF_CLASS
from mhgraph.namespaces import to_curie


def test_the_choice_of_ledgers_as_text() -> None:
    assert parse_ledgers(" stated , inferred,") == {Ledger.STATED, Ledger.INFERRED}
    assert parse_ledgers("judged,judged") == {Ledger.JUDGED}


@pytest.mark.parametrize("text", ["", ",", "stated,guessed", "Stated"])
def test_what_is_no_choice_of_ledgers(text: str) -> None:
    with pytest.raises(
        InvalidValue, match="does not fit ledger; expected one or more of stated, indexed, judged, inferred"
    ):
        parse_ledgers(text)


def test_ledgers_are_listed_from_strong_to_weak() -> None:
    ordered = [Ledger.STATED, Ledger.INDEXED, Ledger.JUDGED, Ledger.INFERRED]
    assert sorted(Ledger, key=lambda ledger: ledger.rank) == ordered
    assert list_ledgers(ALL_LEDGERS) == "stated, indexed, judged, inferred"
    assert list_ledgers([Ledger.INFERRED, Ledger.STATED]) == "stated, inferred"
    assert list_ledgers([]) == ""
    assert parse_ledgers(list_ledgers(ALL_LEDGERS)) == ALL_LEDGERS


def test_the_classes_of_their_graphs() -> None:
    classes = ["mh:Passage", "mh:Indexing", "mh:Judgement", "mh:Derivation"]
    assert [to_curie(ledger.graph_class.value) for ledger in Ledger] == classes
    assert {to_curie(cls): ledger for cls, ledger in LEDGER_OF_CLASS.items()} == {
        **dict(zip(classes, Ledger, strict=True)),
        "mh:Record": Ledger.STATED,
    }


def test_the_ontology_has_the_same_ledgers_in_the_same_order(small: BaseGraph) -> None:
    query = """PREFIX mh: <https://w3id.org/mhgraph/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      SELECT DISTINCT ?rank ?class ?name WHERE {
        ?class mh:hasLedger ?ledger . ?ledger mh:hasRank ?rank ; skos:notation ?name }"""
    rows = {(int(rank.value), cls.value, name.value) for rank, cls, name in small.select(query).rows}  # type: ignore[union-attr] # literals and a class
    assert rows == {(ledger.rank + 1, ledger.graph_class.value, ledger.value) for ledger in Ledger}
