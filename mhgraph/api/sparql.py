"""Any SPARQL query as a result."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

from mhgraph import bounds
from mhgraph.api.result import Result
from mhgraph.errors import InvalidQuery
from mhgraph.graph import BaseGraph
from mhgraph.graph.labels import short_name
from mhgraph.graph.unknown_terms import find_unknown_terms
from mhgraph.namespaces import XSD
from mhgraph.rdf.sparql_errors import declare_prefixes
from mhgraph.rdf.terms import Term
from mhgraph.stores import Limits
from mhgraph.stores.guard import GuardedAnswer, GuardedStore
from mhgraph.tables import Cell, Table, Value

_INTEGERS = {f"{XSD}{name}" for name in ("integer", "int", "long", "nonNegativeInteger", "positiveInteger")}
_NUMBERS = {f"{XSD}{name}" for name in ("decimal", "double", "float")}


def answer_sparql(graph: BaseGraph, query: str, seconds: float) -> Result:
    """Return the answer to a query that somebody typed. Raises QueryStopped.

    Raises:
        InvalidQuery: it does not parse, is not read-only, or is too long.
    """
    if len(query) > bounds.QUERY:
        raise InvalidQuery(f"the query has more than {bounds.QUERY:,} characters", "ask for less in one query")
    text = declare_prefixes(query)
    answer = GuardedStore(graph.store, Limits(seconds=seconds)).answer(text)
    columns, rows = _read(answer)
    table = Table(columns, (), [tuple(map(_make_cell, row)) for row in rows])
    return Result(
        lambda: table,
        lambda: table,
        title="Answer to a SPARQL query",
        note=lambda: "; ".join(["0 rows", *find_unknown_terms(graph.model, text)]),
        sparql=text,
    )


def _read(answer: GuardedAnswer) -> tuple[tuple[str, ...], Iterable[Iterable[Term | bool | None]]]:
    if answer.form == "graph":
        triples = sorted(
            (quad.triple for quad in parse(answer.data, format=RdfFormat.N_TRIPLES, lenient=True)), key=str
        )
        return ("subject", "predicate", "object"), [(one.subject, one.predicate, one.object) for one in triples]
    results = parse_query_results(answer.data, format=QueryResultsFormat.JSON)
    if isinstance(results, QuerySolutions):
        return tuple(variable.value for variable in results.variables), [tuple(row) for row in results]
    return ("answer",), [(bool(results),)]


def _make_cell(term: Term | bool | None) -> Cell:
    if term is None:
        return ()
    if isinstance(term, bool):
        return (Value(term, "yes" if term else "no"),)
    if not isinstance(term, Literal):
        text = getattr(term, "value", str(term))
        return (Value(text, short_name(text)),)
    return (Value(_read_number(term), term.value),)


def _read_number(literal: Literal) -> str | int | float:
    """Return a number, if the literal is one that programs can write; else its text."""
    try:
        if literal.datatype.value in _INTEGERS:
            return int(literal.value)
        number = float(literal.value) if literal.datatype.value in _NUMBERS else None
    except ValueError:  # an ill-typed literal, or digits beyond what Python reads
        return literal.value
    return literal.value if number is None or number - number != 0 else number
