"""An example of each question: the command line that asks it with the values in its `VALUES` blocks."""

from __future__ import annotations

from collections.abc import Iterator

from mhgraph.namespaces import SOURCE, passage_name, to_curie
from mhgraph.questions import Parameter, Question
from mhgraph.rdf.sparql import Kind, tokenize


def example_call(question: Question) -> list[str]:
    """Return the command line that asks a question with the values in its `VALUES` blocks."""
    words = ["mhgraph", "query", question.name]
    alone = find_positional(question)
    for parameter in question.parameters:
        values = list(_list_values(question.examples[parameter.name]))
        is_positional = parameter == alone and len(values) == 1
        for value in values:
            words += [value] if is_positional else [to_flag(parameter), value]
    return words


def find_positional(question: Question) -> Parameter | None:
    """Return the parameter whose value needs no option: the one that a question needs; None if it needs several."""
    needed = [parameter for parameter in question.parameters if parameter.required]
    return needed[0] if len(needed) == 1 else None


def to_flag(parameter: Parameter) -> str:
    """Return the option of a parameter."""
    return f"--{parameter.name.replace('_', '-')}"


def _list_values(terms: str) -> Iterator[str]:
    """Yield the terms of a `VALUES` block as they are given on the command line."""
    is_datatype = False
    for kind, text, _ in tokenize(terms):
        if kind in (Kind.TERM, Kind.WORD) and not is_datatype:
            yield _as_given(text)
        is_datatype = text == "^" or (is_datatype and kind is Kind.BLANK)


def _as_given(term: str) -> str:
    if term.startswith('"'):
        return term[1:-1]
    iri = term.removeprefix("<").removesuffix(">")
    return passage_name(iri) if iri.startswith(SOURCE) else to_curie(iri)
