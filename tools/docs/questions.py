"""`questions.md`: every canned query by theme, with its wording, a call, parameters, columns, and the SPARQL."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from itertools import groupby

from mhgraph.cli.examples import example_call, to_flag
from mhgraph.graph.labels import LANGUAGES
from mhgraph.namespaces import MH, PREFIXES
from mhgraph.project.folders import Project
from mhgraph.questions import Column, Parameter, Question, load_questions
from mhgraph.questions.question import EVIDENCE
from tools.docs.markdown import block, code, page, plain, table

_INTRO = """
Each question is one file, `queries/THEME/NAME.rq`. It is asked with `mhgraph query NAME`, from Python with
`mhgraph.load().query("NAME", …)`, or, as it stands, in any SPARQL 1.1 client over the graph with its evidence
(`mhgraph.trig`): the `VALUES` lines that end in `# parameter …` hold the example, which options replace.

An entity is given by slug, CURIE, IRI, acronym, or a label in any language. A parameter that is given several times
means any of them.
"""
_ADDED = """
People see the columns marked *first*, and `how_known`. CSV, JSON and the other formats for programs have all columns:
beside one of things (`event`) its names (`event_label`), beside one of dates (`date`) the first and the last day that
each can mean and how precise it is (`date_first`, `date_last`, `date_precision`). Every question about a statement also
has these:
"""


def render_questions(project: Project) -> str:
    """Return the page of the questions of a project."""
    questions = load_questions(project)
    index = [
        [question.theme, f"[{plain(question.question)}](#{question.name})", code(shlex.join(example_call(question)))]
        for question in questions
    ]
    added = [_describe_column(column) for column in EVIDENCE]
    parts = [table(["theme", "question", "command"], index), "## Columns of every answer", _ADDED.strip()]
    parts.append(table(["column", "what it is", "note"], added))
    for theme, listed in groupby(questions, key=lambda question: question.theme):
        parts += [f"## {theme.capitalize()}", *(_render(question) for question in listed)]
    return page("Questions", _INTRO, parts)


def _render(question: Question) -> str:
    parts = [f"### {question.name}", "\n".join(f"- {plain(question.wording[tag])} ({tag})" for tag in LANGUAGES)]
    parts.append(block(f"$ {shlex.join(example_call(question))}", "console"))
    parts.append(
        table(["option", "what it is", "takes"], [_describe_parameter(parameter) for parameter in question.parameters])
    )
    parts.append(table(["column", "what it is", "note"], [_describe_column(column) for column in question.selected]))
    if question.statement is not None:
        parts.append(f"The evidence is that of {code(' '.join(question.statement))}.")
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
    return [code(to_flag(parameter)), plain(parameter.description), ", ".join(facts)]


def _link_class(curie: str) -> str:
    prefix, _, name = curie.partition(":")
    return f"[{curie}](ontology.md#class-{name.lower()})" if PREFIXES.get(prefix) == MH else code(curie)


def _join_choices(items: Sequence[str]) -> str:
    return " or ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def _describe_column(column: Column) -> list[str]:
    notes = [*(["first"] if column.first else []), *(["several in one cell"] if column.many else [])]
    return [code(column.name), plain(column.description), ", ".join(notes)]
