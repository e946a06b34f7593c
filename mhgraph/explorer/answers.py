"""The answers of the page: those of the canned questions, for every thing of which they can be asked.

They are the answers that `mhgraph query` gives, with the same rows in the same order. `asked.json` says which questions
the page asks, with what parameter, how the question is put of one thing, which columns it shows, and which answers
stand on the first screen.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from pyoxigraph import NamedNode, Triple

from mhgraph.analysis.network import Network
from mhgraph.errors import UnknownQuestion
from mhgraph.explorer.encoder import Encoder, Json
from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.graph.evidence import Support
from mhgraph.graph.labels import LANGUAGES
from mhgraph.namespaces import SCHEME, SKOS, from_curie, to_curie
from mhgraph.questions.evidence import Row, statement_of
from mhgraph.questions.header import find_question
from mhgraph.questions.question import Column, Parameter, Question
from mhgraph.questions.run import run_for_each
from mhgraph.rdf.terms import Term

CARDS = 6
_SAID = frozenset({Ledger.STATED, Ledger.INDEXED})
"""On what the rows rest that are not in a curator's view alone."""
_KINDS = {"iri": "thing"}
_IN_SCHEME = NamedNode(f"{SKOS}inScheme")

Content = tuple[tuple[Term, ...], ...]


@dataclass(frozen=True)
class PageRow:
    """A row of an answer: the terms of each cell, and the statement that it is about, if it is about one."""

    cells: Content
    statement: Triple | None


@dataclass(frozen=True)
class PageAnswer:
    """The answers to one question: all rows, each once, and by thing (IRI) the positions of its rows, in order.

    `of` has those under the ledgers of the page, `stated` those of what documents say alone. `wording` is the question
    by language, with `{thing}` in the place of the thing.
    """

    question: Question
    parameter: str
    wording: Mapping[str, str]
    columns: tuple[Column, ...]
    rows: tuple[PageRow, ...]
    of: Mapping[str, tuple[int, ...]]
    stated: Mapping[str, tuple[int, ...]]

    def encode(self, encoder: Encoder) -> Json:
        """Return the answer for JSON, with these keys.

        - `question`, `parameter`, `wording`: as above; `columns`: `name`, `type` (thing, text, date, number), `titles`
          by language;
        - `rows`: the cells, each a list of values, and the statement (-1: none);
        - `of` and `stated`: thing → positions of its rows.
        """
        titles = _read_asked()["columns"]
        return {
            "question": self.question.name,
            "parameter": self.parameter,
            "wording": self.wording,
            "columns": [
                {"name": column.name, "type": _KINDS.get(column.type, column.type), "titles": titles[column.name]}
                for column in self.columns
            ],
            "rows": [
                [[[encoder.value(term) for term in cell] for cell in row.cells], encoder.statement(row.statement)]
                for row in self.rows
            ],
            "of": _number(self.of, encoder),
            "stated": _number(self.stated, encoder),
        }


def collect_answers(graph: BaseGraph, network: Network) -> tuple[PageAnswer, ...]:
    """Return the answers to all questions of the page that have one; of those a project does not have, none."""
    stated = _load_stated(graph)
    collected = (_collect(graph, stated, network, asked) for asked in _read_asked()["questions"])
    return tuple(answer for answer in collected if answer is not None and answer.rows)


def choose_cards(answers: Iterable[PageAnswer]) -> list[tuple[PageAnswer, str]]:
    """Return the answers of the first screen, each with its thing (IRI): the six that we chose, if there are any.

    For one that has no rows, another question is asked, of the thing that it has most rows for.
    """
    by_name = {answer.question.name: answer for answer in answers}
    wished = dict(_read_asked()["cards"])
    chosen: list[tuple[PageAnswer, str]] = []
    spare: list[tuple[PageAnswer, str]] = []
    for name, answer in by_name.items():
        things = {to_curie(iri): iri for iri in answer.of}
        if wished.get(name) in things:
            chosen.append((answer, things[wished[name]]))
        else:
            spare.append((answer, max(answer.of, key=lambda iri: (len(answer.of[iri]), iri))))
    return [*chosen, *spare][:CARDS]


def list_asked() -> list[tuple[str, str]]:
    """Return the questions that the page asks, each with its parameter.

    >>> ("events-addressing", "provision") in list_asked()
    True
    """
    return [(asked["question"], asked["parameter"]) for asked in _read_asked()["questions"]]


def is_said(supports: Iterable[Support]) -> bool:
    """Return whether a document says a statement, or a curator files it; else it is a curator's view."""
    return any(support.ledger in _SAID for support in supports)


@cache
def _read_asked() -> Any:
    return json.loads((resources.files("mhgraph.explorer") / "asked.json").read_text(encoding="utf-8"))


def can_switch(graph: BaseGraph) -> bool:
    """Return whether what documents say alone can be told from the rest of a graph.

    It cannot where it is all that there is, or was not loaded; nor of a graph behind an endpoint, which is there with
    all its ledgers.
    """
    return Ledger.STATED in graph.ledgers and len(graph.ledgers) > 1 and not graph.is_remote


def _load_stated(graph: BaseGraph) -> BaseGraph | None:
    """Return the graph of what documents say alone; None where there is none."""
    if can_switch(graph):
        return load_graph(graph.project, [Ledger.STATED])
    return graph if graph.ledgers == {Ledger.STATED} else None


def _collect(graph: BaseGraph, stated: BaseGraph | None, network: Network, asked: Json) -> PageAnswer | None:
    try:
        question = find_question(graph.project, asked["question"])
    except UnknownQuestion:
        return None
    (parameter,) = [one for one in question.parameters if one.name == asked["parameter"]]
    shown = tuple(column for name in asked["columns"] for column in question.selected if column.name == name)
    things = _list_askable(graph, parameter, network, asked.get("kind"))
    numbers: dict[PageRow, int] = {}

    def number(rows: Iterable[Row]) -> tuple[int, ...]:
        made = (PageRow(tuple(row[column.name] for column in shown), _about(question, row)) for row in rows)
        return tuple(numbers.setdefault(row, len(numbers)) for row in made)

    of = {iri: number(rows) for iri, rows in run_for_each(graph, question, parameter.name, things).items()}
    only = {}
    if stated is not None:
        told = _list_askable(stated, parameter, network, asked.get("kind"))
        only = {iri: number(rows) for iri, rows in run_for_each(stated, question, parameter.name, told).items()}
    wording = {tag: asked[tag] for tag in LANGUAGES}
    return PageAnswer(question, parameter.name, wording, shown, tuple(numbers), of, only)


def _about(question: Question, row: Row) -> Triple | None:
    return None if question.statement is None else statement_of(row, question.statement)


def _list_askable(graph: BaseGraph, parameter: Parameter, network: Network, kind: str | None) -> list[str]:
    """Return the things of the network that a parameter takes and a graph knows; of a kind, if one is given."""
    if parameter.scheme is not None:
        query = f"SELECT DISTINCT ?x WHERE {{ ?x {_IN_SCHEME} <{SCHEME}{parameter.scheme}> }}"
    else:
        classes = ", ".join(f"<{from_curie(name)}>" for name in parameter.classes)
        query = f"SELECT DISTINCT ?x WHERE {{ ?x a ?class . FILTER(?class IN ({classes})) }}"
    known = {thing.value for (thing,) in graph.select(query).rows if isinstance(thing, NamedNode)}
    wanted = None if kind is None else from_curie(kind)
    return [iri for iri in network if iri in known and (wanted is None or wanted in network.nodes[iri]["kinds"])]


def _number(found: Mapping[str, Collection[int]], encoder: Encoder) -> dict[str, list[int]]:
    numbered = {encoder.thing(iri): list(rows) for iri, rows in found.items()}
    return {str(number): rows for number, rows in numbered.items() if number is not None}
