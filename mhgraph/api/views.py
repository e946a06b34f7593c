"""All that is said of a thing, and what happened around it, as results with evidence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from mhgraph.api.present import present_answer
from mhgraph.api.result import Result
from mhgraph.errors import UnknownName
from mhgraph.graph import BaseGraph
from mhgraph.graph.labels import choose_text, short_name
from mhgraph.model import INSTRUMENT, PROVISION
from mhgraph.questions import Answer, Column, Question
from mhgraph.questions.evidence import Row, add_evidence
from mhgraph.rdf.terms import PART_OF, Term, date_bounds

_STATEMENT = ("?subject", "?how", "?object")
_PARTS = (
    Column("subject", "iri", "The subject of the statement that says so."),
    Column("how", "iri", "The relation."),
    Column("object", "iri", "Its object."),
)
_SAID = (
    Column("relation", "text", "The relation, as it reads from the thing.", first=True),
    Column("value", "iri", "The other end of it.", first=True),
    *_PARTS,
)
_DATED = (
    Column("date", "date", "When it was or began, as precisely as is known.", first=True),
    Column("end", "date", "When it ended, if that is known.", many=True),
    Column("thing", "iri", "What has this date.", first=True),
    Column("relation", "text", "What it has to do with it.", first=True),
    Column("part", "iri", "With which part of it.", first=True),
    *_PARTS,
)


def show_thing(graph: BaseGraph, iri: str, language: str) -> Result:
    """Return a row for each statement on a thing, or by a passage, a judgement or a rule."""
    found = graph.describe(iri)
    rows: list[Row] = []
    for statement in found.statements:
        triple = statement.triple
        is_back = getattr(triple.object, "value", None) == found.iri
        rows.append(
            {
                "relation": (Literal(_word_relation(graph, triple.predicate, language, is_back=is_back)),),
                "value": (triple.subject if is_back else triple.object,),
                "subject": (triple.subject,),
                "how": (triple.predicate,),
                "object": (triple.object,),
            }
        )
    names = sorted({str(getattr(term, "value", term)) for _, term in found.names if isinstance(term, Literal)})
    label = graph.label(found.iri, language)
    called = ", ".join(name for name in names if name != label)
    title = f"{label} ({short_name(found.iri)})" + (f", also: {called}" if called else "")
    return _present(graph, title, _SAID, rows, language)


def list_timeline(graph: BaseGraph, name: str, language: str) -> Result:
    """Return what has a date and a relation to a thing or to a part of it. Raises UnknownName or AmbiguousName."""
    focus = _resolve_text(graph, name)
    rows: list[Row] = [
        {
            "date": (date,),
            "end": () if end is None else (end,),
            "thing": (thing,),
            "relation": (Literal(_word_relation(graph, how, language, is_back=subject == part and thing != part)),),
            "part": (part,),
            "subject": (subject,),
            "how": (how,),
            "object": (value,),
        }
        for date, end, thing, part, subject, how, value in graph.select(_write_query(graph, focus)).rows
        if date is not None and thing is not None and part is not None and subject is not None
        if isinstance(how, NamedNode) and value is not None
    ]
    rows.sort(key=lambda row: _order_dates(row["date"][0]))
    title = f"What happened around {graph.label(focus.value, language)}"
    return _present(graph, title, _DATED, rows, language, taken=focus)


def _write_query(graph: BaseGraph, focus: NamedNode) -> str:
    """Return the query for dated things that are joined to a thing or its parts, and for the dates of the thing."""
    first, last = ("|".join(map(str, sorted(graph.model.marked(mark), key=str))) for mark in ("first-day", "last-day"))
    starts = ", ".join(map(str, sorted(graph.model.marked("first-day"), key=str)))
    return f"""SELECT DISTINCT ?date ?end ?thing ?part ?subject ?how ?object WHERE {{
      {{ {focus} ?how ?date . FILTER(?how IN ({starts}))
         BIND({focus} AS ?thing) BIND({focus} AS ?part) BIND({focus} AS ?subject) BIND(?date AS ?object) }}
      UNION {{ ?part {PART_OF}* {focus} . ?thing ?how ?part ; {first} ?date .
         BIND(?thing AS ?subject) BIND(?part AS ?object) }}
      UNION {{ ?part {PART_OF}* {focus} . ?part ?how ?thing . ?thing {first} ?date .
         BIND(?part AS ?subject) BIND(?thing AS ?object) }}
      OPTIONAL {{ ?thing {last} ?end }}
    }} ORDER BY ?date ?thing ?how ?part"""


def _resolve_text(graph: BaseGraph, name: str) -> NamedNode:
    """Return the thing that a name means, a text before anything else. Raises UnknownName or AmbiguousName."""
    try:
        return graph.resolve(name, [INSTRUMENT, PROVISION])
    except UnknownName:
        return graph.resolve(name)


def _order_dates(term: Term) -> tuple[str, ...]:
    """Return the order of dates: by the first day that they can mean, then by the last."""
    bounds = date_bounds(term) if isinstance(term, Literal) else None
    return tuple(day.value for day in bounds) if bounds else ("9999",)


def _word_relation(graph: BaseGraph, predicate: Term, language: str, *, is_back: bool) -> str:
    """Return how a relation reads from the thing that is looked at."""
    assert isinstance(predicate, NamedNode)
    texts = graph.model.inverses(predicate) if is_back else graph.model.labels(predicate)
    return choose_text(texts, language) or short_name(predicate.value)


def _present(
    graph: BaseGraph,
    title: str,
    columns: tuple[Column, ...],
    rows: Sequence[Row],
    language: str,
    taken: NamedNode | None = None,
) -> Result:
    """Return rows as a result, with the evidence of the statement in each."""
    question = Question(Path(), {language: title}, (), columns, _STATEMENT, "")
    values = {} if taken is None else {"of": (taken,)}
    found = add_evidence(graph, _STATEMENT, rows, language)
    return present_answer(Answer(graph, question, found, language, values))
