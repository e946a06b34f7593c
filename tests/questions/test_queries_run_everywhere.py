"""Every canned query runs as it stands, and gives the same rows in Oxigraph and in rdflib."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, RdfFormat

from mhgraph.graph import Corpus, load_corpus
from mhgraph.project.folders import Project
from mhgraph.questions import read_question, run
from mhgraph.questions.parameters import fill
from tests.conftest import REPOSITORY
from tests.questions.cases import SHIPPED, SMALL

# rdflib warns of its own use of what it deprecates
pytestmark = pytest.mark.filterwarnings(r"ignore:Dataset\..* is deprecated:DeprecationWarning")

QUERIES = sorted((REPOSITORY / "queries").glob("*.rq"))
SLOW_IN_RDFLIB = {
    "lineage": "20 seconds over the shipped graph: it has twelve ways to belong to a line",
    "positions": "15 seconds over the shipped graph: it evaluates the paths in front of the bindings",
    "recommendations-on": "15 seconds over the shipped graph, for the same reason",
}
"""Compared on the small corpus only, and why."""

Cells = tuple[tuple[str, ...] | None, ...]


def dataset(corpus: Corpus) -> rdflib.Dataset:
    """Return the N-Quads dump as a stranger would load it; its default graph is no union."""
    found = rdflib.Dataset(default_union=False)
    found.parse(data=corpus.store.dump(format=RdfFormat.N_QUADS) or b"", format="nquads")
    return found


def in_oxigraph(corpus: Corpus, query: str) -> Counter[Cells]:
    return Counter(tuple(_of_oxigraph(term) for term in row) for row in corpus.engine.select(query).rows)


def in_rdflib(found: rdflib.Dataset, query: str) -> Counter[Cells]:
    rows: Counter[Cells] = Counter()
    for row in found.query(query):
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
def shipped_corpus(shipped: Project) -> Corpus:
    """The shipped graph with all ledgers."""
    return load_corpus(shipped)


@pytest.fixture(scope="module")
def shipped_dataset(shipped_corpus: Corpus) -> rdflib.Dataset:
    """The shipped graph in rdflib."""
    return dataset(shipped_corpus)


@pytest.fixture(scope="module")
def small_dataset(small: Corpus) -> rdflib.Dataset:
    """The small corpus in rdflib."""
    return dataset(small)


def test_every_query_has_values_for_the_small_corpus_and_a_golden_answer() -> None:
    names = {path.stem for path in QUERIES}
    assert len(names) >= 12
    assert set(SMALL) == names
    assert {case.question for case in SHIPPED} >= names - {"lineage"}
    assert set(SLOW_IN_RDFLIB) <= names


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_as_it_stands_it_has_rows(shipped_corpus: Corpus, path: Path) -> None:
    """The whole file: to SPARQL, the header is a comment."""
    rows = in_oxigraph(shipped_corpus, path.read_text(encoding="utf-8"))
    assert rows
    assert set(rows.values()) == {1}  # distinct


@pytest.mark.parametrize(
    "path", [path for path in QUERIES if path.stem not in SLOW_IN_RDFLIB], ids=lambda path: path.stem
)
def test_as_it_stands_in_rdflib(shipped_corpus: Corpus, shipped_dataset: rdflib.Dataset, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert in_rdflib(shipped_dataset, text) == in_oxigraph(shipped_corpus, text)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_the_same_rows_over_the_small_corpus(small: Corpus, small_dataset: rdflib.Dataset, path: Path) -> None:
    question = read_question(path)
    query = fill(small.store, question, SMALL[path.stem])
    rows = in_oxigraph(small, query)
    assert rows
    assert in_rdflib(small_dataset, query) == rows
    assert len(run(small, question, SMALL[path.stem]).rows) <= len(rows)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_without_values_it_runs_too(small: Corpus, path: Path) -> None:
    """A block that is removed leaves a query that parses, and a superset of the rows."""
    question = read_question(path)
    optional = [each.name for each in question.parameters if not each.required and each.default is None]
    given = {name: values for name, values in SMALL[path.stem].items() if name not in optional}
    rows = run(small, question, given).rows
    assert len(rows) >= len(run(small, question, SMALL[path.stem]).rows) >= 1


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_the_order_of_rows_is_total(small: Corpus, path: Path) -> None:
    """Rows come in the order of the query, whatever the order of the store."""
    question = read_question(path)
    query = fill(small.store, question, SMALL[path.stem])
    keys = [i for i, column in enumerate(question.columns) if not column.folds]
    rows = [tuple(row[i] for i in keys) for row in small.engine.select(query).rows]
    assert [key for i, key in enumerate(rows) if i == 0 or rows[i - 1] != key] == list(dict.fromkeys(rows))
