"""Opening an endpoint: what it has to hold, and that a graph behind it answers as one from files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from mhgraph.errors import EndpointFailed
from mhgraph.graph import ALL_LEDGERS, BaseGraph, Ledger, load_graph
from mhgraph.graph.endpoint import open_endpoint
from mhgraph.graph.identity import read_identities
from mhgraph.model import HAS_LEDGER, INSTRUMENT
from mhgraph.namespaces import DATASET, DESCRIPTION_GRAPH, FACTS_GRAPH, from_curie
from mhgraph.project.folders import Project
from mhgraph.questions import Parameter, ask, find_question
from mhgraph.rdf.terms import DEFAULT
from mhgraph.release.build import build
from tests.builders import build_graph
from tests.endpoint import serve_quads
from tests.questions.cases import SMALL

Dump = Callable[[str], list[Quad]]


@pytest.fixture(scope="module")
def dump(small: BaseGraph, tmp_path_factory: pytest.TempPathFactory) -> Dump:
    """The quads of a dump of the small project, by the name of the file."""
    folder = tmp_path_factory.mktemp("dump")
    build(small, folder)
    return lambda name: list(parse((folder / name).read_bytes(), format=RdfFormat.N_QUADS))


@pytest.mark.parametrize(("name", "is_union"), [("mhgraph.nq", False), ("mhgraph-union.nq", True)])
def test_it_holds_what_the_files_hold(
    dump: Dump, small: BaseGraph, small_project: Project, name: str, is_union: bool
) -> None:
    with serve_quads(dump(name), is_union=is_union) as server:
        graph = open_endpoint(server.url, small_project)
        assert len(server.asked) == 2
        assert graph.is_remote
        assert graph.ledgers == ALL_LEDGERS
        assert graph.identities == small.identities
        assert graph.identities.canonical
        assert graph.date == small.date
        assert graph.count_sources() == small.count_sources() > 1
        assert graph.statements() == small.statements()
        assert graph.coverage() == small.coverage()
        assert {quad.subject for quad in set(graph.quads()) - set(small.quads())} == {NamedNode(DATASET)}


@pytest.mark.parametrize("is_union", [False, True])
@pytest.mark.parametrize("question", SMALL)
def test_it_answers_as_the_files_do(
    served: dict[bool, BaseGraph], small: BaseGraph, is_union: bool, question: str
) -> None:
    graph = served[is_union]
    assert ask(graph, question, SMALL[question]).table() == ask(small, question, SMALL[question]).table()


@pytest.fixture(scope="module")
def served(dump: Dump, small_project: Project) -> Iterator[dict[bool, BaseGraph]]:
    """The small project behind an endpoint, by whether its default graph is the union of all."""
    with serve_quads(dump("mhgraph.nq")) as plain, serve_quads(dump("mhgraph-union.nq"), is_union=True) as union:
        yield {False: open_endpoint(plain.url, small_project), True: open_endpoint(union.url, small_project)}


@pytest.mark.parametrize("question", SMALL)
def test_an_answer_costs_four_requests(dump: Dump, small_project: Project, small: BaseGraph, question: str) -> None:
    """With addresses for things. What is asked for by name costs four more, however many names there are."""
    parameters = {one.name: one for one in find_question(small_project, question).parameters}
    given = {
        name: [_address(small, parameters[name], text) for text in texts] for name, texts in SMALL[question].items()
    }
    with serve_quads(dump("mhgraph-union.nq"), is_union=True) as server:
        graph = open_endpoint(server.url, small_project)
        opening = len(server.asked)
        assert ask(graph, question, given).table().rows
        assert len(server.asked) - opening <= 4
        before = len(server.asked)
        graph.resolve("Village Health Compact", [INSTRUMENT])
        assert len(server.asked) - before <= 4


@pytest.mark.parametrize("rows", [500, 501, 1_100])
def test_a_long_answer_costs_three_requests_more_for_each_further_500_rows(
    small_project: Project, tmp_path: Path, rows: int
) -> None:
    numbers = range(rows)
    positions = (
        f"position:n{i} a mh:Position ; rdfs:label 'N {i}'@en ; mh:hasStance concept:stance-affirms ." for i in numbers
    )
    graph = build_graph(
        tmp_path / "p", sources={"k": ":p01 a mh:Passage . :p01 { " + "\n".join(positions) + " }"}, with_ontology=True
    )
    build(graph, tmp_path / "dumps")
    with serve_quads(list(parse(path=str(tmp_path / "dumps" / "mhgraph.nq"), format=RdfFormat.N_QUADS))) as server:
        remote = open_endpoint(server.url, small_project)
        opening = len(server.asked)
        assert len(ask(remote, "positions", {}).table().rows) == rows
        assert len(server.asked) - opening <= 4 + 3 * ceil((rows - 500) / 500)


def _address(graph: BaseGraph, parameter: Parameter, text: str) -> str:
    """Return the address of the entity that a text means, where the parameter takes one; else the text."""
    classes = [NamedNode(iri) for name in parameter.classes if (iri := from_curie(name))]
    return graph.resolve(text, classes).value if parameter.type == "entity" else text


@pytest.mark.parametrize("iri", ["event/village-compact-launch", "provision/vhc-1", "source/valley-review#para-20"])
def test_it_describes_as_the_files_do(served: dict[bool, BaseGraph], small: BaseGraph, iri: str) -> None:
    for graph in served.values():
        assert graph.describe(f"https://w3id.org/mhgraph/{iri}") == small.describe(f"https://w3id.org/mhgraph/{iri}")


@pytest.mark.parametrize(
    ("change", "is_union", "problem"),
    [
        (lambda dump: [], False, "holds no graph of mhgraph; load the dump mhgraph.nq, or mhgraph-union.nq"),
        (
            lambda dump: [quad for quad in dump("mhgraph.nq") if quad.graph_name == DEFAULT],
            False,
            "holds facts without their evidence; load the dump mhgraph.nq, or",
        ),
        (
            lambda dump: [quad for quad in dump("mhgraph.nq") if quad.graph_name != DEFAULT],
            False,
            "holds evidence without the facts; load the whole of a dump",
        ),
        (lambda dump: dump("mhgraph.nq"), True, "has for default graph the union of all its graphs, and the facts are"),
        (
            lambda dump: [
                quad
                for quad in dump("mhgraph.nq")
                if getattr(quad.graph_name, "value", "") != DESCRIPTION_GRAPH or quad.predicate == HAS_LEDGER
            ],
            False,
            "speaks in another version of the ontology (unknown, here https://w3id.org/mhgraph/ontology/",
        ),
    ],
)
def test_what_it_lacks_is_told(
    dump: Dump, small_project: Project, change: Callable[[Dump], list[Quad]], is_union: bool, problem: str
) -> None:
    with serve_quads(change(dump), is_union=is_union) as server, pytest.raises(EndpointFailed) as caught:
        open_endpoint(server.url, small_project)
    assert str(caught.value).startswith(f"{server.url} {problem}")


def test_facts_in_a_graph_do_for_a_store_without_union(dump: Dump, small: BaseGraph, small_project: Project) -> None:
    with serve_quads(dump("mhgraph-union.nq")) as server:
        graph = open_endpoint(server.url, small_project)
        assert {quad.triple for quad in graph.store.dump([""])} >= {quad.triple for quad in small.store.dump([""])}
        assert graph.store.ask(f"ASK {{ GRAPH <{FACTS_GRAPH}> {{ ?s ?p ?o }} }}")


def test_other_ledgers_are_refused_with_what_to_load(small_project: Project, tmp_path: Path) -> None:
    build(load_graph(small_project, [Ledger.STATED]), tmp_path)
    quads = list(parse((tmp_path / "mhgraph.nq").read_bytes(), format=RdfFormat.N_QUADS))
    with serve_quads(quads) as server:
        graph = open_endpoint(server.url, small_project)
        assert graph.ledgers == {Ledger.STATED}
        assert graph.is_complete
        with pytest.raises(EndpointFailed) as caught:
            open_endpoint(server.url, small_project, [Ledger.STATED, Ledger.JUDGED])
    assert str(caught.value) == (
        f"{server.url} holds other ledgers (stated) than those asked for; "
        "load a dump that was built from these: stated, judged"
    )


SAME = ":p01 a mh:Passage . :p01 { event:a a mh:Event . event:b a mh:Event . event:c a mh:Event }"
JUDGED = """judgement:{name} a mh:Judgement ; mh:hasConfidence concept:confidence-{confidence} .
judgement:{name} {{ event:{one} mh:{relation} event:{other} }}"""


@pytest.mark.parametrize(
    "judgements",
    [
        [("x", "high", "a", "sameAs", "b")],
        [("x", "low", "a", "sameAs", "b")],
        [("x", "high", "a", "sameAs", "b"), ("y", "medium", "b", "sameAs", "c")],
        [("x", "high", "a", "sameAs", "b"), ("y", "medium", "a", "differentFrom", "b")],
        [("x", "high", "a", "sameAs", "b"), ("z", "high", "b", "sameAs", "c"), ("y", "low", "a", "differentFrom", "c")],
        [("x", "high", "d", "sameAs", "e")],
        [("x", "high", "a", "sameAs", "d"), ("y", "high", "a", "sameAs", "e")],
    ],
    ids=lambda judgements: " ".join("".join(one[2:]) for one in judgements),
)
def test_identities_are_read_back(tmp_path: Path, judgements: list[tuple[str, ...]]) -> None:
    """From a store alone, without the files that declare names."""
    names = ("name", "confidence", "one", "relation", "other")
    texts = [JUDGED.format(**dict(zip(names, judgement, strict=True))) for judgement in judgements]
    graph = build_graph(
        tmp_path / "p",
        sources={"k": SAME},
        judgements={"k": "\n".join(texts)},
        entities={"event": "event:d a mh:Event . event:e a mh:Event ."},
    )
    assert read_identities(graph.store) == graph.identities
