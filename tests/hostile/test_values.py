"""Hostile values through every parameter of every question: each is a name that nothing has, and changes nothing.

What a name means costs most, and is the same for all parameters that take the same things: it is looked up once for
each of these and each value, and remembered; what is near it, once for each value. All else runs each time, on the
command line and from Python.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from mhgraph.cli import main
from mhgraph.cli.context import Settings
from mhgraph.errors import InvalidValue, MhgraphError, UnknownName
from mhgraph.graph import BaseGraph
from mhgraph.graph.names import NameIndex
from mhgraph.project.folders import Project
from mhgraph.questions import Parameter, Question, ask, header, load_questions
from mhgraph.questions.parameters import to_term
from mhgraph.rdf.sparql import Kind, tokenize
from mhgraph.stores.memory import MemoryStore
from mhgraph.text.characters import visible
from tests.conftest import REPOSITORY, SMALL
from tests.hostile.values import HOSTILE
from tests.questions.cases import SMALL as GOOD

pytestmark = pytest.mark.hostile

QUESTIONS = load_questions(Project(REPOSITORY))
BENIGN = "no-such-thing"


_search = cache(NameIndex.search)
_read_question, _list_paths = cache(header.read_question), cache(header._list_paths)


@pytest.fixture(autouse=True)
def remembered_names(monkeypatch: pytest.MonkeyPatch, remembered: Callable[..., NamedNode]) -> None:
    monkeypatch.setattr(NameIndex, "resolve", remembered)
    monkeypatch.setattr(NameIndex, "search", lambda self, words, classes=(): _search(self, words))
    monkeypatch.setattr(header, "read_question", _read_question)
    monkeypatch.setattr(header, "_list_paths", _list_paths)


@pytest.fixture(scope="module")
def remembered() -> Callable[..., NamedNode]:
    """What a name means, or why it means nothing, looked up once."""
    look_up = NameIndex.resolve
    known: dict[tuple[str, frozenset[NamedNode]], NamedNode | MhgraphError] = {}

    def resolve(
        self: NameIndex, name: str, classes: Collection[NamedNode] = (), *, expected: str = "entity"
    ) -> NamedNode:
        key = (name, frozenset(classes))
        if key not in known:
            try:
                known[key] = look_up(self, name, classes, expected=expected)
            except MhgraphError as error:
                known[key] = error
        found = known[key]
        if isinstance(found, UnknownName):
            raise UnknownName(name, found.candidates, expected=expected)
        if isinstance(found, MhgraphError):
            raise found.with_traceback(None)
        return found

    return resolve


@pytest.fixture
def command_line(small: BaseGraph, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[CommandLine]:
    """The command line on the small project, which is loaded once, in a folder where nothing may appear."""
    monkeypatch.setattr(Settings, "graph", lambda self, ledgers=None, is_guarded=False: small)
    monkeypatch.chdir(tmp_path)
    yield _run
    assert list(tmp_path.iterdir()) == []


CommandLine = Callable[[Sequence[str]], tuple[int, str, str]]


def _run(arguments: Sequence[str]) -> tuple[int, str, str]:
    """Return how `mhgraph query ARGUMENTS` ended in this process: its code, its output, and what it complained of."""
    output, errors = io.StringIO(), io.StringIO()
    before, sys.argv = sys.argv, ["mhgraph", "--root", str(SMALL), "query", *arguments]
    try:
        with redirect_stdout(output), redirect_stderr(errors), pytest.raises(SystemExit) as ended:
            main()
    finally:
        sys.argv = before
    assert isinstance(ended.value.code, int)
    return ended.value.code, output.getvalue(), errors.getvalue()


def list_arguments(question: Question, parameter: Parameter, value: str) -> list[str]:
    """Return the words that ask a question with a value for one parameter, and good ones for those that it needs."""
    words = [question.name]
    for other in question.parameters:
        if other == parameter:
            words += [f"--{other.name.replace('_', '-')}", value]
        elif other.required:
            words += [f"--{other.name.replace('_', '-')}", GOOD[question.name][other.name][0]]
    return words


def test_there_are_enough_of_them() -> None:
    parameters = sum(len(question.parameters) for question in QUESTIONS)
    assert len(HOSTILE) >= 100
    assert parameters >= 90
    print(f"{len(HOSTILE)} values, {len(QUESTIONS)} questions, {parameters} parameters: {len(HOSTILE) * parameters}")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_on_the_command_line_it_is_a_name_that_nothing_has(
    question: Question, command_line: CommandLine, small: BaseGraph
) -> None:
    before = len(list(small.store.dump()))
    for parameter in question.parameters:
        benign = command_line(list_arguments(question, parameter, BENIGN))
        for value in HOSTILE:
            ended = command_line(list_arguments(question, parameter, value))
            assert (ended[0], ended[1]) == (benign[0], benign[1]) == (2, ""), (parameter.name, value, ended)
            [line] = ended[2].splitlines()
            assert line.startswith("mhgraph: "), (parameter.name, value, line)
            assert line == visible(line), (parameter.name, value, line)
    assert len(list(small.store.dump())) == before


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_from_python_it_is_a_name_that_nothing_has(question: Question, small: BaseGraph) -> None:
    before = len(list(small.store.dump()))
    for parameter in question.parameters:
        good = {
            other.name: list(GOOD[question.name][other.name])
            for other in question.parameters
            if other.required and other != parameter
        }
        for value in HOSTILE:
            with pytest.raises((InvalidValue, UnknownName)) as caught:
                ask(small, question.name, {**good, parameter.name: value})
            assert "\n" not in str(caught.value), (parameter.name, value)
    assert len(list(small.store.dump())) == before


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: ascii(value)[:40])
def test_a_text_is_one_term_wherever_it_stands(value: str, small: BaseGraph) -> None:
    """No question takes free text today. What the runner makes of one is a single literal, in every query."""
    parameter = Parameter("words", "text", "Words.")
    if "\ud800" in value:  # half a character: what an argument becomes that is not UTF-8
        with pytest.raises(InvalidValue, match="expected a text in UTF-8"):
            to_term(small, parameter, value)
        return
    written = str(to_term(small, parameter, value))
    assert [token.kind for token in tokenize(written)] == [Kind.TERM]
    [(found,)] = MemoryStore().select(f"SELECT ?x {{ VALUES ?x {{ {written} }} }}").rows
    assert found == Literal(value)
    for question in QUESTIONS:
        terms = dict.fromkeys(question.examples, "<x:marked>")
        marked = question.fill(terms)
        assert question.fill(dict.fromkeys(terms, written)) == marked.replace("<x:marked>", written)
