"""Asking a question: fill in, run, fold long rows into rows of the answer, and say on what each row rests.

However many rows there are, the graph is asked for all of them at once: for the facts, for the evidence, for the names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from mhgraph.errors import InvalidQuery, QueryStopped
from mhgraph.graph import BaseGraph
from mhgraph.graph.labels import LANGUAGES, language_key
from mhgraph.questions.answer import Answer
from mhgraph.questions.evidence import Row, add_evidence
from mhgraph.questions.header import find_question
from mhgraph.questions.parameters import resolve_values
from mhgraph.questions.question import Column, Question
from mhgraph.rdf.terms import Term, natural_key
from mhgraph.stores import Solutions


def ask(
    graph: BaseGraph,
    name: str,
    values: Mapping[str, str | Sequence[str]] | None = None,
    *,
    language: str = LANGUAGES[0],
) -> Answer:
    """Return the answer to the question `name`, with `values` for its parameters (one value or several for each).

    Raises UnknownQuestion, InvalidValue, UnknownName or AmbiguousName, each with the remedy.

    >>> from mhgraph.graph import load_graph
    >>> from mhgraph.project.folders import find_project
    >>> answer = ask(load_graph(find_project()), "events-addressing", {"provision": "gcm-15"})
    >>> answer.table().columns[:3]
    ('event', 'date', 'organizers')
    """
    given = {key: [value] if isinstance(value, str) else value for key, value in (values or {}).items()}
    return run(graph, find_question(graph.project, name), given, language=language)


def run(
    graph: BaseGraph, question: Question, values: Mapping[str, Iterable[str]], *, language: str = LANGUAGES[0]
) -> Answer:
    """Return the answer to a question that was already read; see `ask`.

    A question that is not of the installed release is answered by the guarded child, since its file may be anybody's;
    InvalidQuery or QueryStopped then say, with the file, that it does not parse or met a limit.
    """
    terms = resolve_values(graph, question, values)
    query = question.fill({name: " ".join(map(str, found)) for name, found in terms.items()})
    rows = _fold(question, _answer(graph, question, query), language)
    if question.statement is not None:
        rows = add_evidence(graph, question.statement, rows, language)
    return Answer(graph, question, rows, language, terms, query)


def run_for_each(
    graph: BaseGraph, question: Question, parameter: str, things: Iterable[str], *, language: str = LANGUAGES[0]
) -> dict[str, list[Row]]:
    """Return the rows that a question has for each of some things (IRIs) as the value of a parameter, by IRI.

    The rows of a thing are those of `run` with it alone, in the same order; a thing without rows is left out. However
    many things there are, the graph is asked for all of them at once: the query also tells which of them a row is for.
    Raises what `run` raises.

    >>> from mhgraph.graph import load_graph
    >>> from mhgraph.project.folders import find_project
    >>> graph = load_graph(find_project())
    >>> objective = graph.resolve("gcm-15").value
    >>> rows = run_for_each(graph, find_question(graph.project, "events-addressing"), "provision", [objective])
    >>> rows[objective] == ask(graph, "events-addressing", {"provision": objective}).rows
    True
    """
    (variable,) = {line.variable for line in question.lines if line.parameter == parameter and line.variable}
    telling = replace(
        question,
        selected=(Column(variable, "iri", "For what the row is."), *question.selected),
        body=question.body.replace("SELECT DISTINCT ", f"SELECT DISTINCT ?{variable} ", 1),
    )
    found: dict[str, list[Row]] = {}
    listed = list(things)
    if not listed:
        return found
    for row in run(graph, telling, {parameter: listed}, language=language).rows:
        (thing,) = row[variable]
        assert isinstance(thing, NamedNode)  # a value of the parameter
        found.setdefault(thing.value, []).append({name: cell for name, cell in row.items() if name != variable})
    return found


def _answer(graph: BaseGraph, question: Question, query: str) -> Solutions:
    if question.is_released:
        return graph.select(query)
    try:
        return graph.guarded.select(query)
    except (InvalidQuery, QueryStopped) as error:
        error.path = question.path
        raise


def _fold(question: Question, solutions: Solutions, language: str) -> list[Row]:
    """Return a row for each group of solutions that differ in folded columns only, in the order of the solutions."""
    columns = question.selected
    keys = [i for i, column in enumerate(columns) if not column.folds]
    groups: dict[tuple[Term | None, ...], list[tuple[Term | None, ...]]] = {}
    for solution in solutions.rows:
        groups.setdefault(tuple([solution[i] for i in keys]), []).append(solution)
    return [
        {column.name: _collect(column.type, values, language) for column, values in zip(columns, cells, strict=True)}
        for cells in (zip(*group, strict=True) for group in groups.values())
    ]


def _collect(kind: str, values: Iterable[Term | None], language: str) -> tuple[Term, ...]:
    """Return the terms of a cell in order, each once; of a label, the best."""
    terms = {value for value in values if value is not None}
    ordered = sorted(terms, key=lambda term: _order(term, language)) if len(terms) > 1 else list(terms)
    return tuple(ordered[:1] if kind == "label" else ordered)


def _order(term: Term, language: str) -> tuple[object, ...]:
    if isinstance(term, Literal):
        return (1, *language_key(term, language))
    return (0, natural_key(getattr(term, "value", str(term))))
