"""The servers of others, on this machine: every question gives equal rows on each of them, with its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from mhgraph.errors import AnswerCut
from mhgraph.graph import BaseGraph
from mhgraph.graph.endpoint import open_endpoint
from mhgraph.project.folders import Project
from mhgraph.questions import ask, find_question
from mhgraph.questions.parameters import fill
from mhgraph.release.build import build
from mhgraph.stores.remote import RemoteStore
from tests.conftest import Run
from tests.questions.cases import SMALL, choices_of
from tests.servers import is_up, run_jena, run_oxigraph, run_virtuoso

pytestmark = pytest.mark.server

ENGINES = ("oxigraph", "oxigraph-union", "virtuoso", "jena", "jena-union")
"""Oxigraph and Jena as they are, and with the union of all graphs for default graph, as Virtuoso, GraphDB and Neptune
have it."""

Cells = tuple[tuple[str, ...] | None, ...]


@pytest.fixture(scope="module")
def dumps(small: BaseGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the dumps of the small project."""
    folder = tmp_path_factory.mktemp("dumps")
    build(small, folder)
    return folder


@pytest.fixture(scope="module", params=ENGINES)
def url(request: pytest.FixtureRequest, dumps: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of each kind."""
    folder = tmp_path_factory.mktemp("server")
    if request.param == "virtuoso":
        running = run_virtuoso(folder, dumps / "mhgraph-union.nq")
    else:
        engine, _, union = request.param.partition("-")
        run_engine = run_oxigraph if engine == "oxigraph" else run_jena
        running = run_engine(folder, dumps / ("mhgraph-union.nq" if union else "mhgraph.nq"), is_union=bool(union))
    with running as address:
        yield address
    assert not is_up(address)


@pytest.fixture(scope="module")
def remote(url: str, small_project: Project) -> BaseGraph:
    """The small project behind a server of each kind."""
    return open_endpoint(url, small_project)


def list_rows(graph: BaseGraph, query: str) -> Counter[Cells]:
    return Counter(tuple(_cell(term) for term in row) for row in graph.select(query).rows)


def _cell(term: object) -> tuple[str, ...] | None:
    if isinstance(term, Literal):
        return (term.value, term.language or "", term.datatype.value)
    return (term.value,) if isinstance(term, NamedNode) else None


@pytest.mark.parametrize("name", SMALL)
def test_every_question_gives_equal_rows(remote: BaseGraph, small: BaseGraph, name: str) -> None:
    """With every combination of its parameters: engines differ in how they join."""
    question = find_question(small.project, name)
    for values in choices_of(question):
        query = fill(small, question, values)
        rows = list_rows(remote, query)
        assert rows
        assert rows == list_rows(small, query), values


@pytest.mark.parametrize("name", SMALL)
def test_answers_are_equal_with_evidence_and_names(remote: BaseGraph, small: BaseGraph, name: str) -> None:
    answer = ask(remote, name, SMALL[name], language="fr")
    assert answer.table() == ask(small, name, SMALL[name], language="fr").table()


def test_what_was_merged_said_and_read_is_equal(remote: BaseGraph, small: BaseGraph) -> None:
    assert remote.identities == small.identities
    assert remote.statements() == small.statements()
    assert remote.coverage() == small.coverage()
    assert remote.statistics().by_class == small.statistics().by_class
    assert remote.statistics().by_ledger == small.statistics().by_ledger
    for iri in ("event/village-compact-launch", "provision/vhc-1", "source/valley-review#para-20"):
        assert remote.describe(f"https://w3id.org/mhgraph/{iri}") == small.describe(f"https://w3id.org/mhgraph/{iri}")


@pytest.mark.parametrize("name", ["VHC", "pacte de sante des villages", "PACTE DE SANTÉ DES VILLAGES"])
def test_names_mean_the_same(remote: BaseGraph, small: BaseGraph, name: str) -> None:
    assert remote.resolve(name) == small.resolve(name)


@pytest.mark.parametrize("words", ["compact", "sante", "vilage", "clinic boat", "riverside-launch-notice"])
def test_the_same_is_found_first(remote: BaseGraph, small: BaseGraph, words: str) -> None:
    found = remote.find(words)
    assert found[:3] == small.find(words)[:3]
    assert set(found) <= set(small.find(words))


def test_the_command_line(url: str, small_project: Project, run: Run) -> None:
    place = ("--root", small_project.root)
    for command in (
        ["query", "events-addressing", "--provision", "VHC"],
        ["show", "VHC"],
        ["stats"],
        ["coverage"],
    ):
        there, here = run(*place, "--endpoint", url, *command), run(*place, *command)
        assert (there.code, there.stderr) == (here.code, here.stderr)
        if command != ["stats"]:
            assert there.stdout == here.stdout
    typed = run(*place, "--endpoint", url, "sparql", stdin=b"ASK { ?event a ?class }")
    assert (typed.code, typed.stdout) == (0, "answer\n------\nyes\n")


def test_a_server_that_cuts_its_answers_is_told_of(dumps: Path, tmp_path: Path) -> None:
    with run_virtuoso(tmp_path, dumps / "mhgraph-union.nq", rows=50) as address:
        store = RemoteStore(address)
        with pytest.warns(AnswerCut, match="cut the answer after 50 rows"):
            assert len(store.select("SELECT * WHERE { GRAPH ?g { ?s ?p ?o } }").rows) == 50
        assert len(store.select("SELECT * WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 10").rows) == 10
