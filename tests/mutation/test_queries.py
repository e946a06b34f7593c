"""Mutants of queries: what is changed, that all of them are queries, and that what is unknown is refused."""

from __future__ import annotations

import pytest
from rdflib import SH
from rdflib.plugins.sparql import prepareQuery

from mhgraph.checks.shacl import parse_shapes
from mhgraph.namespaces import PREFIXES
from mhgraph.project.folders import Project
from tools.mutation.queries import UnknownQuery, make_query_mutants

START = "SELECT $this WHERE { $this mh:hasValue ?x . "


def changes(query: str) -> dict[str, str]:
    return {f"{mutant.kind}: {mutant.what}": " ".join(mutant.text.split()) for mutant in make_query_mutants(query)}


def test_a_filter_and_a_clause_are_dropped() -> None:
    found = changes(START + "FILTER NOT EXISTS { $this mh:isActOf ?a ; mh:hasKind ?k . FILTER (?x = ?k) } }")
    assert found == {
        "loss of a filter: FILTER NOT EXISTS { $this mh:isActOf ?a ; mh:hasKind ?k . FILTER ( ?x = ?k ) }": START + "}",
        "loss of a clause: mh:isActOf ?a": START + "FILTER NOT EXISTS { $this mh:hasKind ?k . FILTER (?x = ?k) } }",
        "loss of a clause: mh:hasKind ?k": START + "FILTER NOT EXISTS { $this mh:isActOf ?a . FILTER (?x = ?k) } }",
        "loss of a filter: FILTER ( ?x = ?k )": START + "FILTER NOT EXISTS { $this mh:isActOf ?a ; mh:hasKind ?k . } }",
    }


def test_operators_are_turned_and_members_dropped() -> None:
    found = changes(START + "FILTER (?x < 3 || ?x IN (4, 5)) }")
    assert found == {
        "loss of a filter: FILTER ( ?x < 3 || ?x IN ( 4 , 5 ) )": START + "}",
        "turn of < and <=: <": START + "FILTER (?x <= 3 || ?x IN (4, 5)) }",
        "turn of && and ||: ||": START + "FILTER (?x < 3 && ?x IN (4, 5)) }",
        "loss of a member: 4": START + "FILTER (?x < 3 || ?x IN ( 5)) }",
        "loss of a member: 5": START + "FILTER (?x < 3 || ?x IN (4)) }",
    }


def test_paths_lose_steps() -> None:
    found = changes("SELECT $this WHERE { $this (mh:a|^mh:b)*/mh:c ?x }")
    assert found == {
        "loss of an alternative: mh:a": "SELECT $this WHERE { $this (^mh:b)*/mh:c ?x }",
        "loss of an alternative: ^ mh:b": "SELECT $this WHERE { $this (mh:a)*/mh:c ?x }",
        "loss of a repetition: ( mh:a | ^ mh:b ) *": "SELECT $this WHERE { $this (mh:a|^mh:b)/mh:c ?x }",
        "loss of a step: ( mh:a | ^ mh:b ) *": "SELECT $this WHERE { $this mh:c ?x }",
        "loss of a step: mh:c": "SELECT $this WHERE { $this (mh:a|^mh:b)* ?x }",
    }


def test_what_changes_nothing_is_left_out() -> None:
    same = "SELECT $this WHERE { $this a ?class ; mh:hasValue ?x . FILTER (?x <= ?y || STRSTARTS(?x, ?y)) }"
    assert not [name for name in changes(same) if "clause" in name or "<" in name.split(":")[0]]


@pytest.mark.slow
def test_every_mutant_of_the_shapes_is_a_query(shipped: Project) -> None:
    queries = sorted(set(parse_shapes(shipped).graph.objects(None, SH.select)), key=str)
    mutants = [mutant for query in queries for mutant in make_query_mutants(str(query))]
    assert len(mutants) > 100
    for mutant in mutants:
        prepareQuery(mutant.text, initNs=PREFIXES)


@pytest.mark.parametrize(
    "query", ["SELECT * WHERE { ?s ?p ?o", "SELECT * { FILTER true }", "SELECT * { ?s ?p § }", "ASK"]
)
def test_an_unknown_query_is_refused(query: str) -> None:
    with pytest.raises(UnknownQuery):
        make_query_mutants(query)
