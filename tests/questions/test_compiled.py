"""Every question gives the same answer from a compiled graph as from one in memory."""

from __future__ import annotations

import pytest

from mhgraph.graph import ALL_LEDGERS, BaseGraph, cache
from mhgraph.graph.cache import Cache
from mhgraph.questions import load_questions, run
from mhgraph.stores.compiled import CompiledStore
from tests.conftest import REPOSITORY
from tests.questions.cases import NOTHING_SHIPPED, SMALL, examples_of


@pytest.fixture(scope="module", params=["small", "shipped_graph"])
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[BaseGraph, BaseGraph]:
    """The graph of a project in memory, and the same compiled."""
    loaded: BaseGraph = request.getfixturevalue(request.param)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache, "LEAST_BYTES", 0)
        kept = Cache(tmp_path_factory.mktemp("cache"), lambda text: pytest.fail(text))
        compile_graph = kept.open_graph(loaded.project, ALL_LEDGERS).compile
        assert compile_graph is not None
        compile_graph()
        compiled = kept.open_graph(loaded.project, ALL_LEDGERS).graph
    assert isinstance(compiled.store, CompiledStore)
    return loaded, compiled


@pytest.mark.parametrize("name", sorted(SMALL))
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_answers_are_equal(pair: tuple[BaseGraph, BaseGraph], name: str, language: str) -> None:
    loaded, compiled = pair
    question = next(question for question in load_questions(loaded.project) if question.name == name)
    is_small = loaded.project.root != REPOSITORY
    values = SMALL[name] if is_small else examples_of(question)
    expected = run(loaded, question, values, language=language)
    assert expected.rows or name in NOTHING_SHIPPED
    found = run(compiled, question, values, language=language)
    assert (found.table(), found.data()) == (expected.table(), expected.data())


def test_what_is_known_of_a_thing_is_equal(pair: tuple[BaseGraph, BaseGraph]) -> None:
    loaded, compiled = pair
    assert compiled.coverage() == loaded.coverage()
    assert compiled.statistics() == loaded.statistics()
    for iri in list(loaded.names.all.forms)[::40]:
        assert compiled.describe(iri) == loaded.describe(iri)
