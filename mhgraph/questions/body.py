"""The rules for the body of a canned query: it says what its header says, on any engine, and in little time.

The body runs as it stands, in any SPARQL 1.1 client, on the examples in the `VALUES` blocks of its parameters. The
lines of a parameter end in `# parameter NAME` and stand first. One of them is its block; the others join what the block
holds to the rest of the query:

    VALUES ?topic { concept:topic-covid-19 } # parameter topic
    ?text dcterms:subject/skos:broader* ?topic . # parameter topic
    VALUES ?publisher { actor:who } # parameter publisher
    ?text dcterms:publisher ?publisher ; dcterms:title ?title .

A value that is given replaces the example. A parameter without a value goes with all its lines and leaves no trace.
So no other line may need its variable; unless that is a column, which the query binds anyway (`?publisher`). A
parameter joins and does not filter: a filter tests every candidate, a join looks up the few that fit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from mhgraph.errors import InvalidHeader
from mhgraph.namespaces import PREFIXES
from mhgraph.questions.question import Line, Parameter, Question
from mhgraph.rdf.sparql import Kind, describe_excess, tokenize, variables_of, words_of

_FORBIDDEN = ("SUM", "AVG", "GROUP_CONCAT", "SERVICE", "FROM", "INSERT", "DELETE")
_SELECT = re.compile(r"\bSELECT\s+DISTINCT\s+((?:\?\w+\s+)+)WHERE\s*\{")
_PLAIN_AGGREGATE = re.compile(r"\b(?:COUNT|MIN|MAX|SAMPLE)\s*\(\s*(?!DISTINCT\b)", re.IGNORECASE)
_ORDER = re.compile(r"\bORDER\s+BY\b(.*)\Z", re.DOTALL)
_PREFIX = re.compile(r"PREFIX\s+([\w-]*):\s*<([^>]*)>")
_FILTERS = r"\bBOUND\s*\(\s*\?{0}\s*\)|\?{0}\s*=|(?<![<>!])=\s*\?{0}\b|(?<!NOT )\bEXISTS\s*\{{[^{{}}]*\?{0}\b"
"""Where a variable is tested for being bound, equal, or part of a pattern: a join does the same."""


def check_body(question: Question, *, first_line: int, asks_for_graphs: bool) -> None:
    """Check that a query keeps the rules; its body begins at `first_line` of the file.

    Raises:
        InvalidHeader: it does not; the error has the line, where one line is to blame, and the remedy.
    """
    for problem, remedy, index in _find_problems(question, asks_for_graphs):
        raise InvalidHeader(problem, remedy, path=question.path, line=1 if index is None else first_line + index)


Problem = tuple[str, str, int | None]
"""What is wrong, what to do, and the index of the line, if one is to blame."""


def _find_problems(question: Question, asks_for_graphs: bool) -> Iterator[Problem]:
    yield from _check_words(question.body, asks_for_graphs)
    select = _SELECT.search(question.body)
    if select is None:
        yield "the query is not SELECT DISTINCT ?a ?b … WHERE {", "write it in that form", None
        return
    yield from _check_columns(question, select[1].split())
    yield from _check_lines(question, select.end())
    for parameter in question.parameters:
        yield from _check_parameter(question, parameter)


def _check_words(body: str, asks_for_graphs: bool) -> Iterator[Problem]:
    """Yield what no canned query says, wherever in it."""
    excess = describe_excess(body)
    if excess:
        yield excess, "ask for less in one question", None
    words = words_of(body)
    for forbidden in _FORBIDDEN:
        if forbidden in words:
            yield f"{forbidden} does not occur in a canned query", "return long rows; the runner folds them", None
    if asks_for_graphs != ("GRAPH" in words):
        remedy = "ask for facts, the runner adds their evidence; if evidence is what the question is about, say so"
        yield "GRAPH goes with 'evidence: true', and only with it", remedy, None
    if _PLAIN_AGGREGATE.search(body):
        yield "an aggregate without DISTINCT", "a fact may stand in several graphs: write DISTINCT", None
    for prefix, namespace in _PREFIX.findall(body):
        if PREFIXES.get(prefix) != namespace:
            remedy = f"use {PREFIXES.get(prefix, 'a known one')}"
            yield f"prefix '{prefix}:' is not bound as elsewhere", remedy, None


def _check_columns(question: Question, selected: list[str]) -> Iterator[Problem]:
    """Yield where the query does not return what the header lists, or in an order that is left to the engine."""
    names = [f"?{column.name}" for column in question.selected]
    if selected != names:
        problem = f"the columns are {' '.join(names)} but the query selects {' '.join(selected)}"
        yield problem, "make them equal; the runner adds the columns of evidence", None
    order = _ORDER.search(question.body)
    keys = [f"?{column.name}" for column in question.selected if not column.folds]
    missing = [name for name in keys if order is None or name not in re.findall(r"\?\w+", order[1])]
    if missing:
        yield f"ORDER BY lacks {' '.join(missing)}", "order by every column that is not folded", None
    counts = Counter(name for column in question.columns for name in column.names)
    for name in sorted(name for name, count in counts.items() if count > 1):
        remedy = "call yours something else; the runner adds some, with names, days and evidence"
        yield f"two columns of the answer are called '{name}'", remedy, None
    for part in question.statement or ():
        if part.startswith("?") and part not in keys:
            yield f"{part} of 'statement' is no column of one value", "select it, and do not fold it", None


def _check_lines(question: Question, start: int) -> Iterator[Problem]:
    """Yield lines that no declared parameter can own, and blocks that are missing, doubled, or nobody's.

    The outermost group begins at the character `start` of the body.
    """
    known = [parameter.name for parameter in question.parameters]
    bound: list[str] = []
    opening = question.body[:start].count("\n")
    before = question.body[start:].partition("\n")[0].strip()  # the lines that are no parameter's, so far
    for index, line in enumerate(question.lines):
        if line.parameter is None:
            before += line.text.strip() if index > opening else ""
            if "VALUES" in words_of(line.text):
                remedy = "write FILTER(?x IN (…)), or mark the block of a parameter with '# parameter NAME'"
                yield "a VALUES block that is no parameter's", remedy, index
            continue
        if line.parameter not in known:
            yield f"a line of '{line.parameter}', which is no parameter", f"known: {', '.join(known) or 'none'}", index
        if before or index <= opening:
            yield "a line of a parameter is not at the top of the outermost group", "move it up", index
        if any(line.text.count(left) != line.text.count(right) for left, right in ("{}", "()")):
            yield "a line of a parameter leaves a bracket open", "close it on the same line", index
        bound += [line.parameter] if line.variable else []
    if sorted(bound) != sorted(known):
        yield f"parameters are {known} but the blocks are those of {bound}", "give each of them one", None


def _check_parameter(question: Question, parameter: Parameter) -> Iterator[Problem]:
    """Yield how a parameter does not join the query, or would leave a trace where it is left out."""
    name = parameter.name
    index, variable = next((i, line.variable) for i, line in enumerate(question.lines) if _binds(line, name))
    own = {i for i, line in enumerate(question.lines) if line.parameter == name}
    others = {i: variables_of(line.text) for i, line in _pattern(question) if i not in own}
    free = set(variables_of(_leave_out_optional(line.text for _, line in _pattern(question) if line.parameter is None)))
    joined = {found for i in own - {index} for found in variables_of(question.lines[i].text)}
    if variable not in free and not (variable in joined and joined & free):
        yield f"the parameter '{name}' joins nothing", f"write a pattern with ?{variable} # parameter {name}", index
    if re.search(_FILTERS.format(variable), question.body, re.IGNORECASE):
        remedy = f"write it as a pattern with ?{variable}, or let the block bind the variable that it is compared with"
        yield f"?{variable} of the parameter '{name}' filters what it could join", remedy, index
    is_column = any(column.name == variable for column in question.columns)
    used = [i for i, found in others.items() if variable in found]
    if parameter.may_be_left_out and used and not is_column:
        yield f"?{variable} is needed where '{name}' is left out", f"end the line in '# parameter {name}'", used[0]


def _binds(line: Line, name: str) -> bool:
    return line.parameter == name and line.variable is not None


def _pattern(question: Question) -> Iterable[tuple[int, Line]]:
    """Return the lines below SELECT and above ORDER BY, with their indexes."""
    select = _SELECT.search(question.body)
    order = _ORDER.search(question.body)
    assert select is not None  # it was checked before
    first = question.body[: select.end()].count("\n")
    last = question.body[: order.start()].count("\n") if order else len(question.lines)
    return [(i, line) for i, line in enumerate(question.lines) if first < i < last]


def _leave_out_optional(lines: Iterable[str]) -> str:
    """Return a pattern without its OPTIONAL groups: what is bound only there restricts nothing."""
    kept: list[str] = []
    depth: int | None = None  # of brackets in an OPTIONAL group; None outside
    for kind, text, _ in tokenize("\n".join(lines)):
        if depth is None and kind is Kind.WORD and text.upper() == "OPTIONAL":
            depth = 0
        elif depth is not None and kind is Kind.MARK:
            depth += (text == "{") - (text == "}")
            depth = depth or None
        elif depth is None:
            kept.append(text)
    return "".join(kept)
