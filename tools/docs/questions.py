"""`questions.md`: every canned query with its question, parameters, columns, a call, and the SPARQL."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from tools.docs.markdown import block, code, page, plain, table
from mhgraph.namespaces import SOURCE, passage_name, to_curie
from mhgraph.project.folders import Project
from mhgraph.questions import Column, Parameter, Question, load_questions

_INTRO = """
Each question is one file in `queries/`. It is asked with `mhgraph query NAME`, from Python with
`mhgraph.questions.ask(corpus, "NAME", {…})`, or, as it stands, in any SPARQL 1.1 client over the graph with its
evidence (`mhgraph.trig`): the `VALUES` lines that end in `# parameter` hold the example, which options replace.

An entity is given by slug, CURIE, IRI, acronym, or a label in any language. A parameter that is given several times
means any of them.
"""
_TERM = re.compile(r'<(?P<iri>[^<>\s]*)>|"(?P<text>(?:\\.|[^"\\])*)"(?:\^\^\S+|@\S+)?|(?P<word>\S+)')


def questions_page(project: Project) -> str:
    """Return the page of the questions of a project."""
    questions = load_questions(project)
    index = table(["question", "asks"], [[f"[{each.name}](#{each.name})", plain(each.question)] for each in questions])
    return page("Questions", _INTRO, [index, *(_section(each) for each in questions)])


def example_call(question: Question) -> list[str]:
    """Return the command line that asks a question with the values in its `VALUES` blocks.

    Raises LookupError for a parameter without a block.
    """
    words = ["mhgraph", "query", question.name]
    for parameter in question.parameters:
        found = re.search(
            rf"^\s*VALUES\s+\?{parameter.name}\s*\{{(.*)\}}\s*#\s*parameter\s*$", question.body, re.MULTILINE
        )
        if found is None:
            raise LookupError(f"{question.path}: no example for '{parameter.name}'")
        for value in _TERM.finditer(found[1]):
            words += [_flag(parameter), _given(value)]
    return words


def _given(value: re.Match[str]) -> str:
    if value["text"] is not None:
        return value["text"]
    if value["iri"] is not None:
        return passage_name(value["iri"]) if value["iri"].startswith(SOURCE) else to_curie(value["iri"])
    return value["word"]


def _section(question: Question) -> str:
    parts = [f"## {question.name}", plain(question.question)]
    parts.append(table(["option", "what it is", "takes"], [_parameter(each) for each in question.parameters]))
    parts.append(table(["column", "what it is", "note"], [_column(each) for each in question.columns]))
    if question.statement is not None:
        parts.append(f"Ledger, source, passage and reason are those of {code(' '.join(question.statement))}.")
    parts.append(block(f"$ {shlex.join(example_call(question))}", "console"))
    parts.append(block(question.body, "sparql"))
    return "\n\n".join(parts)


def _parameter(parameter: Parameter) -> list[str]:
    kind = {
        "entity": _either([_class_link(each) for each in parameter.classes]),
        "concept": f"a [{parameter.scheme}](vocabularies.md#scheme-{parameter.scheme})",
        "choice": _either([code(each) for each in parameter.choices]),
    }.get(parameter.type, parameter.type)
    facts = [kind, "required" if parameter.required else "optional"]
    if parameter.default is not None:
        facts.append(f"default {code(parameter.default)}")
    return [code(_flag(parameter)), plain(parameter.description), ", ".join(facts)]


def _class_link(curie: str) -> str:
    prefix, _, name = curie.partition(":")
    return f"[{curie}](ontology.md#class-{name.lower()})" if prefix == "mh" else code(curie)


def _either(items: Sequence[str]) -> str:
    return " or ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def _column(column: Column) -> list[str]:
    return [code(column.name), plain(column.description), "several in one cell" if column.many else ""]


def _flag(parameter: Parameter) -> str:
    return f"--{parameter.name.replace('_', '-')}"
