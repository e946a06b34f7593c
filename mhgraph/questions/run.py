"""Asking a question: fill in, run, fold long rows into rows of the answer, and say on what each row rests.

However many rows there are, the graph is asked for all of them at once: for the facts, for the evidence, for the names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.errors import InvalidQuery, QueryStopped
from mhgraph.graph import BaseGraph
from mhgraph.graph.evidence import Support, passages_of, source_of, strongest
from mhgraph.graph.identity import surest
from mhgraph.graph.labels import LANGUAGES, language_key
from mhgraph.namespaces import from_curie
from mhgraph.questions.answer import Answer, Row, shows_names
from mhgraph.questions.header import find_question
from mhgraph.questions.parameters import fill
from mhgraph.questions.question import Question
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
    ('event', 'label', 'date')
    """
    given = {key: [value] if isinstance(value, str) else value for key, value in (values or {}).items()}
    return run(graph, find_question(graph.project, name), given, language=language)


def run(
    graph: BaseGraph, question: Question, values: Mapping[str, Iterable[str]], *, language: str = LANGUAGES[0]
) -> Answer:
    """Return the answer to a question that was already read; see `ask`.

    A row whose statement no ledger says is left out: what an entity file says is a name and no statement. A question
    that is not of the installed release is answered by the guarded child, since its file may be anybody's; InvalidQuery
    or QueryStopped then say, with the file, that it does not parse or met a limit.
    """
    rows = _fold(question, _answer(graph, question, fill(graph, question, values)), language)
    if question.statement is not None:
        rows = _add_evidence(graph, question, question.statement, rows)
    named = [column.name for column in question.columns if shows_names(column)]
    things = {term.value for row in rows for name in named for term in row[name] if isinstance(term, NamedNode)}
    return Answer(question, rows, graph.labels(things, language))


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
    columns = [column for column in question.columns if not column.is_evidence]
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


def _add_evidence(
    graph: BaseGraph, question: Question, statement: tuple[str, str, str], rows: Iterable[Row]
) -> list[Row]:
    """Return rows with the columns of evidence: the strongest ledger of each statement, and its grounds in that ledger.

    A row without a statement (a part of it may be optional) has no evidence. Its confidence is that of its surest
    ground; there is none where a ground needs no judgement.
    """
    statements = [(row, _statement_of(row, statement)) for row in rows]
    supports = graph.evidence(triple for _, triple in statements if triple is not None)
    types = {column.name: column.type for column in question.columns if column.is_evidence}
    found: list[Row] = []
    for row, triple in statements:
        if triple is None or supports[triple]:
            evidence = _evidence_cells(strongest(supports[triple]) if triple is not None else [])
            found.append({**row, **{name: evidence[kind] for name, kind in types.items()}})
    return found


def _statement_of(row: Row, statement: tuple[str, str, str]) -> Triple | None:
    subject, predicate, value = (_part(row, part) for part in statement)
    if not isinstance(subject, NamedNode) or not isinstance(predicate, NamedNode) or value is None:
        return None
    return Triple(subject, predicate, value)


def _part(row: Row, part: str) -> Term | None:
    if part.startswith("?"):
        return next(iter(row[part[1:]]), None)
    iri = from_curie(part)
    assert iri is not None  # the header was checked on reading
    return NamedNode(iri)


def _evidence_cells(supports: Sequence[Support]) -> dict[str, tuple[Term, ...]]:
    passages = passages_of(supports)
    return {
        "ledger": tuple(Literal(support.ledger.value) for support in supports[:1]),
        "confidence": tuple(Literal(one) for one in [surest(support.confidence for support in supports)] if one),
        "source": tuple(NamedNode(iri) for iri in sorted({source_of(passage) for passage in passages})),
        "passage": tuple(NamedNode(iri) for iri in passages),
        "reason": tuple(Literal(text) for text in sorted({support.reason for support in supports if support.reason})),
    }


def _order(term: Term, language: str) -> tuple[object, ...]:
    if isinstance(term, Literal):
        return (1, *language_key(term, language))
    return (0, natural_key(getattr(term, "value", str(term))))
