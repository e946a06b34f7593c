"""From what a user typed to typed terms, and never further."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from mhgraph.errors import AmbiguousName, InvalidValue, UnknownName, UnknownParameter
from mhgraph.graph import BaseGraph
from mhgraph.namespaces import XSD, from_curie
from mhgraph.questions import Parameter, Question, ask, find_question, read_question
from mhgraph.questions.parameters import fill, to_term
from mhgraph.stores.memory import MemoryStore
from tests.counting import CountingStore
from tests.questions.cases import ask_in_three

ENTITY = Parameter("who", "entity", "Who.", classes=("mh:Organization", "mh:CoordinationBody"))
CONCEPT = Parameter("topic", "concept", "On what.", scheme="topic")
DATE = Parameter("since", "date", "Since when.")
YEAR = Parameter("year", "year", "In which year.")
INTEGER = Parameter("least", "integer", "How many.")
TEXT = Parameter("words", "text", "Which words.")
CHOICE = Parameter("order", "choice", "Which way.", choices=("Upwards", "Vers le bas"))

INJECTIONS = [
    'x" } ?s ?p ?o #',
    "x' } UNION { ?s ?p ?o",
    "\\",
    '\\" }',
    "a\nb\r\tc",
    "}} ; DROP ALL",
    "<http://e/> <http://e/>",
    '"""',
    "\u0000",
    "$1 \\1 \\g<0> {0} %s",
    "?x",
    "UNDEF",
    "😀 é \u202e",
]


def typed(text: str, kind: str) -> Literal:
    return Literal(text, datatype=NamedNode(f"{XSD}{kind}"))


@pytest.mark.parametrize(
    ("parameter", "text", "term"),
    [
        (DATE, "2018-12-10", typed("2018-12-10", "date")),
        (DATE, "2020-02-29", typed("2020-02-29", "date")),
        (YEAR, "2018", typed("2018", "gYear")),
        (INTEGER, "15", Literal(15)),
        (INTEGER, "-7", Literal(-7)),
        (INTEGER, "007", Literal(7)),
        (TEXT, "any text", Literal("any text")),
        (TEXT, "", Literal("")),
        (CHOICE, "upwards", Literal("Upwards")),
        (CHOICE, "VERS LE BAS", Literal("Vers le bas")),
    ],
)
def test_literals(small: BaseGraph, parameter: Parameter, text: str, term: Literal) -> None:
    assert to_term(small, parameter, text) == term


@pytest.mark.parametrize(
    ("parameter", "text", "expected"),
    [
        (DATE, "2018", "a date like 2018-12-10"),
        (DATE, "2019-02-29", "a date like 2018-12-10"),
        (DATE, "10/12/2018", "a date like 2018-12-10"),
        (DATE, " 2018-12-10", "a date like 2018-12-10"),
        (YEAR, "18", "a year like 2018"),
        (YEAR, "2018-12", "a year like 2018"),
        (YEAR, "-2018", "a year like 2018"),
        (INTEGER, "1.5", "a whole number"),
        (INTEGER, "", "a whole number"),
        (INTEGER, "٣", "a whole number"),
        (INTEGER, "9" * 19, "a whole number"),
        (INTEGER, "1\n", "a whole number"),
        (CHOICE, "sideways", "one of Upwards, Vers le bas"),
        (CHOICE, "", "one of Upwards, Vers le bas"),
    ],
)
def test_values_of_another_form(small: BaseGraph, parameter: Parameter, text: str, expected: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        to_term(small, parameter, text)
    assert caught.value.expected == expected
    assert caught.value.parameter == parameter.name
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["RHB", "actor:riverside-health-board", "Junta de Salud de Riverside"])
def test_entities(small: BaseGraph, name: str) -> None:
    assert to_term(small, ENTITY, name) == NamedNode(str(from_curie("actor:riverside-health-board")))


def test_entities_of_another_class_are_refused(small: BaseGraph) -> None:
    with pytest.raises(UnknownName, match="no organization or coordination body is called 'VHC'"):
        to_term(small, ENTITY, "VHC")
    anything = Parameter("what", "entity", "What.", classes=("mh:Instrument", "mh:Process"))
    with pytest.raises(AmbiguousName):
        to_term(small, anything, "Review of the Village Health Compact")


@pytest.mark.parametrize(
    "text", ["well-water", "topic-well-water", "concept:topic-well-water", "Agua de pozo", "eau de puits"]
)
def test_concepts(small: BaseGraph, text: str) -> None:
    assert to_term(small, CONCEPT, text) == NamedNode(str(from_curie("concept:topic-well-water")))


def test_a_slug_means_the_concept_of_the_scheme(small: BaseGraph) -> None:
    role = Parameter("role", "concept", "Which.", scheme="role")
    assert to_term(small, role, "speaker") == NamedNode(str(from_curie("concept:role-speaker")))


def test_concepts_of_other_schemes_are_refused(small: BaseGraph) -> None:
    with pytest.raises(InvalidValue, match="'Islanders' does not fit topic; expected a concept of the scheme topic"):
        to_term(small, CONCEPT, "Islanders")
    with pytest.raises(UnknownName, match="no topic is called 'wel-watr'; nearest: concept:topic-well-water"):
        to_term(small, CONCEPT, "wel-watr")


@pytest.mark.parametrize("text", INJECTIONS)
@pytest.mark.parametrize("parameter", [ENTITY, CONCEPT, DATE, YEAR, INTEGER, CHOICE])
def test_injections_are_no_values(small: BaseGraph, parameter: Parameter, text: str) -> None:
    with pytest.raises((InvalidValue, UnknownName)):
        to_term(small, parameter, text)


@pytest.fixture
def search_words(tmp_path: Path) -> Question:
    """A question with a free text, and with bounds that have a default."""
    path = tmp_path / "labels.rq"
    path.write_text(
        f"{ask_in_three('Which things have one of these labels?')}"
        """\
#+ parameters:
#+   - {name: words, type: text, required: true, description: The labels.}
#+   - {name: least, type: integer, default: 3, description: The least number.}
#+   - {name: other, type: text, description: Another label.}
#+ columns:
#+   - {name: words, type: text, description: The label.}
#+   - {name: least, type: number, description: The number.}
SELECT DISTINCT ?words ?least WHERE {
  VALUES ?words { "a" } # parameter words
  VALUES ?least { 1 } # parameter least
  VALUES ?other { "b" } # parameter other
  FILTER(STRLEN(?other) <= ?least) # parameter other
  FILTER(STRLEN(?words) < 1000 && ?least > 0)
}
ORDER BY ?words ?least
""",
        encoding="utf-8",
    )
    return read_question(path)


def rows_of(query: str) -> list[tuple[object, ...]]:
    return list(MemoryStore().select(query).rows)


@pytest.mark.parametrize("text", INJECTIONS)
def test_an_injection_into_a_text_stays_one_term(small: BaseGraph, search_words: Question, text: str) -> None:
    assert rows_of(fill(small, search_words, {"words": [text]})) == [(Literal(text), Literal(3))]


@given(texts=st.lists(st.text(), min_size=1, max_size=3))
def test_any_text_stays_a_term(small: BaseGraph, texts: list[str]) -> None:
    parameter = Parameter("words", "text", "Which.")
    terms = " ".join(str(to_term(small, parameter, text)) for text in texts)
    assert rows_of(f"SELECT ?x {{ VALUES ?x {{ {terms} }} }}") == [(Literal(text),) for text in texts]


def test_several_values_mean_any_of_them(small: BaseGraph, search_words: Question) -> None:
    query = fill(small, search_words, {"words": ["b", "a", "b"], "least": ["5"]})
    assert rows_of(query) == [(Literal("a"), Literal(5)), (Literal("b"), Literal(5))]
    first, second, both = (
        {term for row in ask(small, "recommendations-on", {"subject": values}).rows for term in row["recommendation"]}
        for values in (["vhc-1"], ["travelling-clinics"], ["vhc-1", "travelling-clinics"])
    )
    assert both == first | second
    assert first - second
    assert second - first


def test_the_order_of_values_does_not_matter(small: BaseGraph, search_words: Question) -> None:
    one = fill(small, search_words, {"words": ["b", "a"]})
    assert one == fill(small, search_words, {"words": ["a", "b", "a"]})


def test_without_a_value_there_is_the_default_or_no_line(small: BaseGraph, search_words: Question) -> None:
    query = fill(small, search_words, {"words": ["a"], "other": []})
    assert rows_of(query) == [(Literal("a"), Literal(3))]
    assert "?other" not in query
    assert "# parameter" not in query
    assert rows_of(fill(small, search_words, {"words": ["a"], "other": ["long"]})) == []


def test_what_is_required(small: BaseGraph, search_words: Question) -> None:
    given: list[dict[str, list[str]]] = [{}, {"words": []}, {"least": ["1"]}]
    for values in given:
        with pytest.raises(InvalidValue, match=r"'' does not fit words; expected a value: The labels\."):
            fill(small, search_words, values)


def test_an_unknown_parameter(small: BaseGraph, search_words: Question) -> None:
    with pytest.raises(UnknownParameter) as caught:
        fill(small, search_words, {"words": ["a"], "wrods": ["a"]})
    assert (caught.value.question, caught.value.name) == (search_words.name, "wrods")
    assert caught.value.known == ("words", "least", "other")


def test_a_class_may_be_any_term(small: BaseGraph) -> None:
    parameter = Parameter("x", "entity", "X.", classes=("skos:ConceptScheme",))
    with pytest.raises(UnknownName, match=r"no conceptscheme is called 'a'"):
        to_term(small, parameter, "a")


@pytest.mark.parametrize(
    ("question", "values", "calls"),
    [
        ("speakers", {}, 0),
        (
            "speakers",
            {
                "person": ["tobin-ash"],
                "role": ["speaker", "concept:role-chair"],
                "body": ["actor:riverside-health-board"],
            },
            1,
        ),
        ("passage-statements", {"where": ["riverside-launch-notice#p04", "valley-review"]}, 1),
        ("positions", {"topic": ["well-water"], "holder": ["https://w3id.org/mhgraph/person/mara-venn"]}, 1),
    ],
)
def test_addresses_cost_one_call_together(
    small: BaseGraph, question: str, values: dict[str, list[str]], calls: int
) -> None:
    counting = CountingStore(small.store)
    graph = BaseGraph(counting, small.ledgers, small.model, small.rules, small.project, small.identities)
    fill(graph, find_question(small.project, question), values)
    assert counting.calls == calls
