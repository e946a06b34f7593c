"""Solutions as the W3C writes them: SPARQL 1.1 Query Results in JSON and in CSV, for programs that read these."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, QuerySolutions, Triple, parse_query_results

from mhgraph.rdf.terms import Term

RESULT_FORMATS = ("sparql-json", "sparql-csv")
"""The names of the formats: https://www.w3.org/TR/sparql11-results-json/ and …/sparql11-results-csv-tsv/."""
_STRING = "http://www.w3.org/2001/XMLSchema#string"


def write_results(names: Sequence[str], rows: Iterable[Mapping[str, Term]], form: str) -> bytes:
    r"""Return solutions in one of RESULT_FORMATS; a name that a row lacks is unbound in it.

    >>> write_results(["x", "n"], [{"x": NamedNode("http://e/a"), "n": Literal(3)}], "sparql-csv")
    b'x,n\r\nhttp://e/a,3\r\n'
    """
    bindings = [{name: _describe(row[name]) for name in names if name in row} for row in rows]
    found = {"head": {"vars": list(names)}, "results": {"bindings": bindings}}
    return rewrite_results(json.dumps(found, ensure_ascii=False).encode(), form)


def rewrite_results(data: bytes, form: str) -> bytes:
    """Return W3C results in JSON, of a SELECT query, in one of RESULT_FORMATS."""
    if form == "sparql-json":
        return data.rstrip(b"\n") + b"\n"
    solutions = parse_query_results(data, format=QueryResultsFormat.JSON)
    assert isinstance(solutions, QuerySolutions)
    return solutions.serialize(format=QueryResultsFormat.CSV) or b""


def _describe(term: Term) -> dict[str, object]:
    """Return a term as a binding of the JSON format."""
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _describe(part) for name, part in parts.items()}}
    return _describe_literal(term)


def _describe_literal(literal: Literal) -> dict[str, object]:
    found: dict[str, object] = {"type": "literal", "value": literal.value}
    if literal.language:
        found["xml:lang"] = literal.language
    elif literal.datatype.value != _STRING:
        found["datatype"] = literal.datatype.value
    return found
