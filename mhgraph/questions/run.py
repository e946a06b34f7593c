"""Asking a question: fill in, run, fold long rows into rows of the answer, and say on what each row rests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.graph import Corpus, Ledger
from mhgraph.graph.entities import LANGUAGES, label_of, language_key
from mhgraph.graph.evidence import source_of, strongest, supports
from mhgraph.namespaces import SOURCE, from_curie, passage_name, to_curie
from mhgraph.tables.table import Cell, Table, Value
from mhgraph.questions.parameters import fill
from mhgraph.questions.question import Column, Question, find_question
from mhgraph.rdf.terms import Term, natural_key

Row = Mapping[str, Term | None]


class Answer(NamedTuple):
    """The rows of a question: for each column the terms of its cell (one at most, unless the column folds)."""

    question: Question
    rows: list[dict[str, tuple[Term, ...]]]

    def table(self, corpus: Corpus, language: str = LANGUAGES[0]) -> Table:
        """Return the answer as a table, with IRIs as they are and as people read them in `language`."""
        columns = self.question.columns
        return Table(
            tuple(column.name for column in columns),
            tuple(column.name for column in columns if column.many or column.type in ("source", "passage", "reason")),
            [tuple(_cell(corpus, column, row[column.name], language) for column in columns) for row in self.rows],
        )


def ask(
    corpus: Corpus, name: str, values: Mapping[str, str | Sequence[str]] | None = None, *, language: str = LANGUAGES[0]
) -> Answer:
    """Return the answer to the question `name`, with `values` for its parameters (one value or several for each).

    Raises UnknownQuestion, InvalidValue, UnknownName or AmbiguousName, each with the remedy.

    >>> from mhgraph.graph import load_corpus
    >>> from mhgraph.project.folders import find_project
    >>> answer = ask(load_corpus(find_project()), "events-addressing", {"provision": "gcm-15"})
    >>> [column.name for column in answer.question.columns][:3]
    ['event', 'label', 'date']
    """
    given = {key: [value] if isinstance(value, str) else value for key, value in (values or {}).items()}
    return run(corpus, find_question(corpus.project, name), given, language=language)


def run(
    corpus: Corpus, question: Question, values: Mapping[str, Iterable[str]], *, language: str = LANGUAGES[0]
) -> Answer:
    """Return the answer to a question that was already read; see `ask`."""
    solutions = corpus.engine.select(fill(corpus.store, question, values))
    keys = [i for i, column in enumerate(question.columns) if not column.folds]
    groups: dict[tuple[Term | None, ...], list[Row]] = {}
    for row in solutions.rows:
        named = dict(zip(solutions.variables, row, strict=True))
        groups.setdefault(tuple(row[i] for i in keys), []).append(named)
    return Answer(question, [_fold(corpus, question, rows, language) for rows in groups.values()])


def _fold(corpus: Corpus, question: Question, rows: Sequence[Row], language: str) -> dict[str, tuple[Term, ...]]:
    evidence = _evidence(corpus, question, rows[0])
    folded: dict[str, tuple[Term, ...]] = {}
    for column in question.columns:
        if column.type in evidence:
            folded[column.name] = evidence[column.type]
            continue
        terms = {term for row in rows if (term := row[column.name]) is not None}
        ordered = sorted(terms, key=lambda term: _order(term, language))
        folded[column.name] = tuple(ordered[:1] if column.type == "label" else ordered)
    return folded


def _evidence(corpus: Corpus, question: Question, row: Row) -> dict[str, tuple[Term, ...]]:
    """Return the evidence columns: the strongest ledger of the row's statement, and its grounds in that ledger.

    A query can return this itself for what is stated or judged; for what is inferred, only the rule knows its premises.
    """
    if question.statement is None:
        return {}
    subject, predicate, value = (row[part[1:]] if part[0] == "?" else _node(part) for part in question.statement)
    if not isinstance(subject, NamedNode) or not isinstance(predicate, NamedNode) or value is None:
        return {"ledger": (), "source": (), "passage": (), "reason": ()}
    best = strongest(supports(corpus, Triple(subject, predicate, value)))
    passages = sorted({passage for each in best for passage in each.passages}, key=natural_key)
    return {
        "ledger": tuple(each.ledger.evidence_class for each in best[:1]),
        "source": tuple(NamedNode(each) for each in sorted({source_of(passage) for passage in passages})),
        "passage": tuple(NamedNode(each) for each in passages),
        "reason": tuple(Literal(each) for each in sorted({each.reason for each in best if each.reason})),
    }


def _node(curie: str) -> NamedNode:
    iri = from_curie(curie)
    assert iri is not None  # the header was checked on reading
    return NamedNode(iri)


def _order(term: Term, language: str) -> tuple[object, ...]:
    if isinstance(term, Literal):
        return (1, *language_key(term, language))
    return (0, natural_key(getattr(term, "value", str(term))))


def _cell(corpus: Corpus, column: Column, terms: Iterable[Term], language: str) -> Cell:
    return tuple(_value(corpus, column, term, language) for term in terms)


def _value(corpus: Corpus, column: Column, term: Term, language: str) -> Value:
    if isinstance(term, Literal):
        exact: str | int | float = term.value
        if column.type == "number":
            exact = int(term.value) if term.value.lstrip("-").isdigit() else float(term.value)
        return Value(exact, term.value)
    iri = getattr(term, "value", str(term))
    if column.type == "ledger":
        name = next(ledger.value for ledger in Ledger if ledger.evidence_class.value == iri)
        return Value(name, name)
    if column.type == "passage":
        return Value(iri, passage_name(iri))
    if column.type in ("name", "source"):
        return Value(iri, label_of(corpus.store, iri, language))
    return Value(iri, passage_name(iri) if iri.startswith(SOURCE) else to_curie(iri))
