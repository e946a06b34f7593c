"""From what a user typed to typed terms, and never further."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Store

from mhgraph.graph import Corpus
from mhgraph.stores.memory import MemoryEngine
from mhgraph.errors import AmbiguousName, InvalidValue, UnknownName
from mhgraph.namespaces import XSD, from_curie
from mhgraph.questions import Parameter, Question, find_question, run
from mhgraph.questions.parameters import fill, to_term
from mhgraph.model import mh

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
def test_literals(parameter: Parameter, text: str, term: Literal) -> None:
    assert to_term(Store(), parameter, text) == term


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
def test_values_of_another_form(parameter: Parameter, text: str, expected: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        to_term(Store(), parameter, text)
    assert caught.value.expected == expected
    assert caught.value.parameter == f"--{parameter.name}"
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["RHB", "actor:riverside-health-board", "Junta de Salud de Riverside"])
def test_entities(small: Corpus, name: str) -> None:
    assert to_term(small.store, ENTITY, name) == NamedNode(str(from_curie("actor:riverside-health-board")))


def test_entities_of_another_class_are_refused(small: Corpus) -> None:
    with pytest.raises(UnknownName, match="no organization or coordinationbody is called 'VHC'"):
        to_term(small.store, ENTITY, "VHC")
    anything = Parameter("what", "entity", "What.", classes=("mh:Instrument", "mh:Process"))
    with pytest.raises(AmbiguousName):
        to_term(small.store, anything, "Review of the Village Health Compact")


@pytest.mark.parametrize(
    "text", ["well-water", "topic-well-water", "concept:topic-well-water", "Agua de pozo", "eau de puits"]
)
def test_concepts(small: Corpus, text: str) -> None:
    assert to_term(small.store, CONCEPT, text) == NamedNode(str(from_curie("concept:topic-well-water")))


def test_a_slug_means_the_concept_of_the_scheme(small: Corpus) -> None:
    role = Parameter("role", "concept", "Which.", scheme="role")
    assert to_term(small.store, role, "speaker") == NamedNode(str(from_curie("concept:role-speaker")))


def test_concepts_of_other_schemes_are_refused(small: Corpus) -> None:
    with pytest.raises(InvalidValue, match="'Islanders' does not fit --topic; expected a concept of the scheme topic"):
        to_term(small.store, CONCEPT, "Islanders")
    with pytest.raises(UnknownName, match="no topic is called 'wel-watr'; nearest: concept:topic-well-water"):
        to_term(small.store, CONCEPT, "wel-watr")


@pytest.mark.parametrize("text", INJECTIONS)
@pytest.mark.parametrize("parameter", [ENTITY, CONCEPT, DATE, YEAR, INTEGER, CHOICE])
def test_injections_are_no_values(small: Corpus, parameter: Parameter, text: str) -> None:
    with pytest.raises((InvalidValue, UnknownName)):
        to_term(small.store, parameter, text)


@pytest.fixture
def search_words(tmp_path: Path) -> Question:
    """A question with a free text, and with bounds that have a default."""
    path = tmp_path / "labels.rq"
    path.write_text(
        """\
#+ question: Which things have one of these labels?
#+ parameters:
#+   - {name: words, type: text, required: true, description: The labels.}
#+   - {name: least, type: integer, default: 3, description: The least number.}
#+   - {name: unused, type: text, description: Nothing.}
#+ columns:
#+   - {name: words, type: text, description: The label.}
#+   - {name: least, type: number, description: The number.}
SELECT DISTINCT ?words ?least WHERE {
  VALUES ?words { "a" } # parameter
  VALUES ?least { 1 } # parameter
  VALUES ?unused { "b" } # parameter
}
ORDER BY ?words ?least
""",
        encoding="utf-8",
    )
    from mhgraph.questions import read_question

    return read_question(path)


@pytest.mark.parametrize("text", INJECTIONS)
def test_an_injection_into_a_text_stays_one_term(search_words: Question, text: str) -> None:
    query = fill(Store(), search_words, {"words": [text]})
    assert MemoryEngine(Store()).select(query).rows == [(Literal(text), Literal(3))]


@given(st.lists(st.text(), min_size=1, max_size=3))
def test_any_text_stays_a_term(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    parameter = Parameter("words", "text", "Which.")
    terms = " ".join(str(to_term(Store(), parameter, text)) for text in texts)
    rows = MemoryEngine(Store()).select(f"SELECT ?x {{ VALUES ?x {{ {terms} }} }}").rows
    assert rows == [(Literal(text),) for text in texts]


def test_several_values_mean_any_of_them(small: Corpus, search_words: Question) -> None:
    query = fill(Store(), search_words, {"words": ["b", "a", "b"], "least": ["5"]})
    assert MemoryEngine(Store()).select(query).rows == [(Literal("a"), Literal(5)), (Literal("b"), Literal(5))]
    question = find_question(small.project, "recommendations-on")
    subjects = {
        tuple(row["recommendation"]) for row in run(small, question, {"subject": ["vhc-1", "travelling-clinics"]}).rows
    }
    assert {node.value.rpartition("/")[2] for (node,) in subjects} == {"test-wells", "keep-clinic-boat"}  # type: ignore[union-attr]


def test_the_order_of_values_does_not_matter(search_words: Question) -> None:
    one = fill(Store(), search_words, {"words": ["b", "a"]})
    assert one == fill(Store(), search_words, {"words": ["a", "b", "a"]})


def test_not_given_is_the_default_or_no_block(search_words: Question) -> None:
    query = fill(Store(), search_words, {"words": ["a"], "unused": []})
    assert "VALUES ?least { 3 }" in query.replace('"3"^^<http://www.w3.org/2001/XMLSchema#integer>', "3")
    assert "?unused" not in query
    assert "# parameter" not in query


def test_what_is_required(search_words: Question) -> None:
    given: list[dict[str, list[str]]] = [{}, {"words": []}, {"least": ["1"]}]
    for values in given:
        with pytest.raises(InvalidValue, match=r"'' does not fit --words; expected a value: The labels\."):
            fill(Store(), search_words, values)


def test_an_unknown_parameter(search_words: Question, small: Corpus) -> None:
    with pytest.raises(InvalidValue) as caught:
        fill(Store(), search_words, {"words": ["a"], "wrods": ["a"]})
    assert caught.value.parameter == "wrods"
    assert caught.value.expected == "one of words, least, unused"


def test_a_class_may_be_any_term() -> None:
    store = Store()
    parameter = Parameter("x", "entity", "X.", classes=("skos:Concept",))
    with pytest.raises(UnknownName, match=r"no skos:concept is called 'a'"):
        to_term(store, parameter, "a")
    assert mh("Event").value.endswith("#Event")
