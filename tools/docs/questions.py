"""`questions.md`: every canned query with its question, parameters, columns, a call, and the SPARQL."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from mhgraph.namespaces import MH, PREFIXES, SOURCE, passage_name, to_curie
from mhgraph.project.folders import Project
from mhgraph.questions import Column, Parameter, Question, load_questions
from mhgraph.rdf.sparql import Kind, tokenize
from tools.docs.markdown import block, code, page, plain, table

_INTRO = """
Each question is one file in `queries/`. It is asked with `mhgraph query NAME`, from Python with
`mhgraph.questions.ask(graph, "NAME", {…})`, or, as it stands, in any SPARQL 1.1 client over the graph with its
evidence (`mhgraph.trig`): the `VALUES` lines that end in `# parameter …` hold the example, which options replace.

An entity is given by slug, CURIE, IRI, acronym, or a label in any language. A parameter that is given several times
means any of them.
"""


def render_questions(project: Project) -> str:
    """Return the page of the questions of a project."""
    questions = load_questions(project)
    index = table(
        ["question", "asks"],
        [[f"[{question.name}](#{question.name})", plain(question.question)] for question in questions],
    )
    return page("Questions", _INTRO, [index, *(_render(question) for question in questions)])


def example_call(question: Question) -> list[str]:
    """Return the command line that asks a question with the values in its `VALUES` blocks."""
    words = ["mhgraph", "query", question.name]
    for parameter in question.parameters:
        for value in _list_values(question.examples[parameter.name]):
            words += [_flag(parameter), value]
    return words


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


def _render(question: Question) -> str:
    parts = [f"## {question.name}", plain(question.question)]
    parts.append(
        table(["option", "what it is", "takes"], [_describe_parameter(parameter) for parameter in question.parameters])
    )
    parts.append(table(["column", "what it is", "note"], [_describe_column(column) for column in question.columns]))
    if question.statement is not None:
        parts.append(f"Ledger, source, passage and reason are those of {code(' '.join(question.statement))}.")
    parts.append(block(f"$ {shlex.join(example_call(question))}", "console"))
    parts.append(block(question.body, "sparql"))
    return "\n\n".join(parts)


def _describe_parameter(parameter: Parameter) -> list[str]:
    kind = {
        "entity": _join_choices([_link_class(cls) for cls in parameter.classes]),
        "concept": f"a [{parameter.scheme}](vocabularies.md#scheme-{parameter.scheme})",
        "choice": _join_choices([code(choice) for choice in parameter.choices]),
    }.get(parameter.type, parameter.type)
    facts = [kind, "required" if parameter.required else "optional"]
    if parameter.default is not None:
        facts.append(f"default {code(parameter.default)}")
    return [code(_flag(parameter)), plain(parameter.description), ", ".join(facts)]


def _link_class(curie: str) -> str:
    prefix, _, name = curie.partition(":")
    return f"[{curie}](ontology.md#class-{name.lower()})" if PREFIXES.get(prefix) == MH else code(curie)


def _join_choices(items: Sequence[str]) -> str:
    return " or ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def _describe_column(column: Column) -> list[str]:
    return [code(column.name), plain(column.description), "several in one cell" if column.many else ""]


def _flag(parameter: Parameter) -> str:
    return f"--{parameter.name.replace('_', '-')}"
