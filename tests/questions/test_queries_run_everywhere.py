"""Every canned query runs as it stands, and gives the same rows in Oxigraph and in rdflib."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, RdfFormat, serialize

from mhgraph.graph import BaseGraph
from mhgraph.model import BINDS
from mhgraph.namespaces import to_curie
from mhgraph.questions import find_question, read_question, run
from mhgraph.questions.parameters import fill
from tests.conftest import REPOSITORY
from tests.questions.cases import SMALL, choices_of

# rdflib warns of its own use of what it deprecates
pytestmark = pytest.mark.filterwarnings(r"ignore:Dataset\..* is deprecated:DeprecationWarning")

QUERIES = sorted((REPOSITORY / "queries").glob("*.rq"))
NAMES = [path.stem for path in QUERIES]
SLOW_IN_RDFLIB = {"country"}
"""There are many ways to act as a country: some seconds over the small project."""
TOO_SLOW_IN_RDFLIB = {"lineage"}
"""rdflib goes through all statements for each way to belong to a line: minutes, over the small project too."""
FAST_ENOUGH = [name for name in NAMES if name not in TOO_SLOW_IN_RDFLIB]
IN_RDFLIB = [pytest.param(name, marks=[pytest.mark.slow] if name in SLOW_IN_RDFLIB else []) for name in FAST_ENOUGH]

Cells = tuple[tuple[str, ...] | None, ...]


def to_dataset(graph: BaseGraph) -> rdflib.Dataset:
    """Return the N-Quads dump as a stranger would load it; its default graph is no union."""
    dataset = rdflib.Dataset(default_union=False)
    dataset.parse(data=serialize(graph.quads(), format=RdfFormat.N_QUADS) or b"", format="nquads")
    return dataset


def in_oxigraph(graph: BaseGraph, query: str) -> Counter[Cells]:
    return Counter(tuple(_of_oxigraph(term) for term in row) for row in graph.select(query).rows)


def in_rdflib(dataset: rdflib.Dataset, query: str) -> Counter[Cells]:
    rows: Counter[Cells] = Counter()
    for row in dataset.query(query):
        assert isinstance(row, rdflib.query.ResultRow)
        rows[tuple(_of_rdflib(term) for term in row)] += 1
    return rows


def _of_oxigraph(term: object) -> tuple[str, ...] | None:
    if term is None:
        return None
    if isinstance(term, Literal):
        return (term.value, term.language or "", term.datatype.value)
    assert isinstance(term, NamedNode)
    return (term.value,)


def _of_rdflib(term: object) -> tuple[str, ...] | None:
    if term is None:
        return None
    if isinstance(term, rdflib.Literal):
        datatype = rdflib.RDF.langString if term.language else term.datatype or rdflib.XSD.string
        return (str(term), term.language or "", str(datatype))
    assert isinstance(term, rdflib.URIRef)
    return (str(term),)


@pytest.fixture(scope="module")
def shipped_dataset(shipped_graph: BaseGraph) -> rdflib.Dataset:
    """The shipped graph in rdflib."""
    return to_dataset(shipped_graph)


@pytest.fixture(scope="module")
def small_dataset(small: BaseGraph) -> rdflib.Dataset:
    """The small project in rdflib."""
    return to_dataset(small)


def test_every_query_has_values_for_the_small_project() -> None:
    assert len(QUERIES) >= 12
    assert set(SMALL) == set(NAMES)
    assert set(NAMES) >= SLOW_IN_RDFLIB | TOO_SLOW_IN_RDFLIB


@pytest.mark.parametrize("path", QUERIES, ids=NAMES)
def test_as_it_stands_it_has_rows(shipped_graph: BaseGraph, path: Path) -> None:
    """The whole file: to SPARQL, the header is a comment, and so are the marks of parameters."""
    rows = in_oxigraph(shipped_graph, path.read_text(encoding="utf-8"))
    assert rows
    assert set(rows.values()) == {1}  # distinct


@pytest.mark.parametrize("name", FAST_ENOUGH)
@pytest.mark.slow
def test_as_it_stands_in_rdflib(shipped_graph: BaseGraph, shipped_dataset: rdflib.Dataset, name: str) -> None:
    text = find_question(shipped_graph.project, name).path.read_text(encoding="utf-8")
    assert in_rdflib(shipped_dataset, text) == in_oxigraph(shipped_graph, text)


@pytest.mark.parametrize("name", IN_RDFLIB)
def test_the_same_rows_over_the_small_project(small: BaseGraph, small_dataset: rdflib.Dataset, name: str) -> None:
    """With every combination of its parameters."""
    question = find_question(small.project, name)
    for values in choices_of(question):
        query = fill(small, question, values)
        rows = in_oxigraph(small, query)
        assert rows
        assert in_rdflib(small_dataset, query) == rows, values


@pytest.mark.parametrize("name", NAMES)
def test_fewer_parameters_give_more_rows(small: BaseGraph, name: str) -> None:
    """The lines of each parameter that may be left out go, one after the other: the rows become more, or stay."""
    question = find_question(small.project, name)
    given = dict(SMALL[name])
    fewer = run(small, question, given).rows
    for parameter in question.parameters:
        if parameter.may_be_left_out and parameter.name in given:
            del given[parameter.name]
            more = run(small, question, given).rows
            assert all(row in more for row in fewer)
            fewer = more
    assert fewer


def test_every_way_to_be_bound_is_asked_for(shipped_graph: BaseGraph) -> None:
    """`promises` lists what other questions find by a path along sub-properties."""
    ways = shipped_graph.select(f"SELECT ?how WHERE {{ ?how <{rdflib.RDFS.subPropertyOf}>* {BINDS} }}").rows
    names = {to_curie(how.value) for (how,) in ways if isinstance(how, NamedNode)}
    body = find_question(shipped_graph.project, "promises").body
    assert names == set(re.findall(r"BIND\((\S+) AS \?how\)", body))
    assert len(names) > 1


@pytest.mark.parametrize("path", QUERIES, ids=NAMES)
def test_the_order_of_rows_is_total(small: BaseGraph, path: Path) -> None:
    """Rows come in the order of the query, whatever the order of the store."""
    question = read_question(path)
    columns = [column for column in question.columns if not column.is_evidence]
    keys = [i for i, column in enumerate(columns) if not column.folds]
    rows = [tuple(row[i] for i in keys) for row in small.select(fill(small, question, SMALL[path.stem])).rows]
    assert [key for i, key in enumerate(rows) if i == 0 or rows[i - 1] != key] == list(dict.fromkeys(rows))
