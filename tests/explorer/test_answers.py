"""One answer everywhere: what the page says is what the query says, for every thing and under both choices."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from pyoxigraph import NamedNode

from mhgraph.analysis.network import Network, entity_network
from mhgraph.explorer.answers import CARDS, PageAnswer, choose_cards, collect_answers, list_asked
from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.model import COORDINATION_BODY, INSTRUMENT, ORGANIZATION, PERSON, PROVISION
from mhgraph.namespaces import to_curie
from mhgraph.project.folders import Project
from mhgraph.questions import ask
from mhgraph.questions.answer import Answer

NAMES = [name for name, _ in list_asked()]
HEADLINES = {
    "events-addressing": (PROVISION, INSTRUMENT),
    "events-of-actor": (ORGANIZATION, COORDINATION_BODY, PERSON),
    "cited-by": (INSTRUMENT,),
}
"""What is compared over the shipped documents, for every thing of these classes."""


@pytest.fixture(scope="module")
def network(small: BaseGraph) -> Network:
    return entity_network(small, concepts=True, every_provision=True)


@pytest.fixture(scope="module")
def answers(small: BaseGraph, network: Network) -> Mapping[str, PageAnswer]:
    return {answer.question.name: answer for answer in collect_answers(small, network)}


@pytest.fixture(scope="module")
def stated(small_project: Project) -> BaseGraph:
    return load_graph(small_project, [Ledger.STATED])


def check(page: PageAnswer, numbers: tuple[int, ...], answer: Answer) -> None:
    """Check that the rows of the page are those of the query, in its order."""
    rows = [page.rows[number].cells for number in numbers]
    assert rows == [tuple(row[column.name] for column in page.columns) for row in answer.rows]


@pytest.mark.parametrize("name", NAMES)
def test_every_answer_is_that_of_the_query(
    small: BaseGraph, stated: BaseGraph, network: Network, answers: Mapping[str, PageAnswer], name: str
) -> None:
    page = answers[name]
    assert page.of
    known = {
        thing.value for (thing,) in stated.select("SELECT DISTINCT ?x { ?x a ?c }").rows if isinstance(thing, NamedNode)
    }
    (parameter,) = [one for one in page.question.parameters if one.name == page.parameter]
    for iri, data in network.nodes(data=True):
        if name == "country" and iri not in page.of:
            continue  # the page asks it of countries alone
        is_asked = parameter.type == "entity" and to_curie(data["type"]) in parameter.classes
        if not is_asked and iri not in page.of:
            continue
        check(page, page.of.get(iri, ()), ask(small, name, {page.parameter: iri}))
        if iri in known:
            check(page, page.stated.get(iri, ()), ask(stated, name, {page.parameter: iri}))


@pytest.mark.slow
@pytest.mark.parametrize("name", HEADLINES)
def test_the_shipped_answers_are_those_of_the_query(shipped_graph: BaseGraph, name: str) -> None:
    network = entity_network(shipped_graph, concepts=True, every_provision=True)
    (page,) = [answer for answer in collect_answers(shipped_graph, network) if answer.question.name == name]
    stated = load_graph(shipped_graph.project, [Ledger.STATED])
    classes = {cls.value for cls in HEADLINES[name]}
    for iri in [iri for iri, data in network.nodes(data=True) if data["type"] in classes]:
        check(page, page.of.get(iri, ()), ask(shipped_graph, name, {page.parameter: iri}))
        check(page, page.stated.get(iri, ()), ask(stated, name, {page.parameter: iri}))


def test_six_cards_ask_six_questions(answers: Mapping[str, PageAnswer]) -> None:
    cards = choose_cards(answers.values())
    assert len(cards) == CARDS == len({answer.question.name for answer, _ in cards})
    assert all(answer.of[iri] for answer, iri in cards)


def test_the_cards_of_the_shipped_documents_are_the_chosen_ones(shipped_graph: BaseGraph) -> None:
    network = entity_network(shipped_graph, concepts=True, every_provision=True)
    cards = choose_cards(collect_answers(shipped_graph, network))
    assert to_curie(cards[0][1]) == "provision:gcm-15"
    assert cards[0][0].question.name == "events-addressing"


def test_where_only_what_is_stated_was_loaded_both_choices_are_one(stated: BaseGraph) -> None:
    network = entity_network(stated, concepts=True, every_provision=True)
    for answer in collect_answers(stated, network):
        assert answer.of == answer.stated
