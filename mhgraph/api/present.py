"""Answers as results: which columns people see, with links to the paragraphs, and what names were taken for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode

from mhgraph.api.result import Result, Thing
from mhgraph.graph import BaseGraph, list_ledgers
from mhgraph.graph.labels import short_name
from mhgraph.questions import Answer, load_questions
from mhgraph.tables import Cell, Table, Value, simple_table

_EVIDENCE = ("told_by", "reference")
"""The columns of evidence that people see beside those that they came for."""


def present_answer(answer: Answer, *, title: str = "", note: str = "") -> Result:
    """Return an answer as a result; its title is the question, unless another is given."""
    taken = {
        name: take_for(answer.graph, [term for term in terms if isinstance(term, NamedNode)], answer.language)
        for name, terms in answer.values.items()
    }
    return Result(
        answer.data,
        lambda: _show(answer),
        title=title or answer.question.wording[answer.language],
        dates=[column.name for column in answer.question.columns if column.type == "date"],
        taken={name: things for name, things in taken.items() if things},
        note=lambda: note or _explain_emptiness(answer.graph),
        sparql=answer.query,
    )


def list_rows(
    columns: Sequence[str], rows: Iterable[tuple[object, ...]], *, title: str, shown: Sequence[str], note: str
) -> Result:
    """Return rows of plain values as a result; people see the columns in `shown`."""
    table = simple_table(tuple(columns), rows)
    places = [columns.index(name) for name in shown]
    chosen = [tuple(_name_cell(row[place]) for place in places) for row in table.rows]
    return Result(lambda: table, lambda: Table(tuple(shown), (), chosen), title=title, note=lambda: note)


def list_questions(graph: BaseGraph, language: str) -> Result:
    """Return the questions of a graph, with their wording in a language. Raises UnreadableFile or InvalidHeader."""
    rows = [
        (
            question.theme,
            question.name,
            question.wording[language],
            tuple(parameter.name for parameter in question.parameters),
            tuple(parameter.name for parameter in question.parameters if parameter.required),
        )
        for question in load_questions(graph.project)
    ]
    many = ("parameters", "required")
    columns = ("theme", "question", "asks", *many)
    table = simple_table(columns, list(rows))._replace(many=many)
    shown = Table(columns[:4], many[:1], [row[:4] for row in table.rows])
    return Result(lambda: table, lambda: shown, title="Questions", note=lambda: "no questions")


def take_for(graph: BaseGraph, terms: Sequence[NamedNode], language: str) -> tuple[Thing, ...]:
    """Return things with their names: one query."""
    labels = graph.labels([term.value for term in terms], language) if terms else {}
    return tuple(Thing(labels[term.value], short_name(term.value), term.value) for term in terms)


def _show(answer: Answer) -> Table:
    """Return an answer as a notebook shows it: a reference is a link to its paragraph."""
    question = answer.question
    added = _EVIDENCE if question.statement is not None else ()
    names = [*(column.name for column in question.first), *added]
    table = answer.table(names)
    rows = []
    for row, terms in zip(table.rows, answer.rows, strict=True):
        cells = {name: _name_cell(cell) for name, cell in zip(names, row, strict=True)}
        if added:
            passages = [term.value for term in terms["passage"] if isinstance(term, NamedNode)]
            cells["reference"] = tuple(_refer(answer, passage) for passage in passages)
        rows.append(cells)
    kept = [name for name in names if name != "told_by" or any(row[name] for row in rows)]
    return Table(tuple(kept), table.many, [tuple(row[name] for name in kept) for row in rows])


def _refer(answer: Answer, passage: str) -> Value:
    """Return the reference to a passage, as a link where there is one; its address need not be read."""
    reference = answer.references[passage]
    text = str(reference._replace(link="", version=""))
    return Value(reference.link or text, text)


def _name_cell(cell: Cell) -> Cell:
    """Return a cell in which a thing has its short name in place of its address, which leads to no page."""
    return tuple(
        Value(short_name(value.exact), value.shown)
        if isinstance(value.exact, str) and value.exact != value.shown
        else value
        for value in cell
    )


def _explain_emptiness(graph: BaseGraph) -> str:
    sources = graph.count_sources()
    return (
        f"no rows: none of the {sources} sources read says so (ledgers: {list_ledgers(graph.ledgers)}); "
        "that does not mean it did not happen"
    )
