"""A canned query: one file, one question that a reader asked. The header is checked against the body on reading."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from mhgraph.errors import InvalidHeader, UnknownQuestion
from mhgraph.rdf.headers import HeadedFile, check_keys, read_headed
from mhgraph.namespaces import PREFIXES, from_curie
from mhgraph.project.folders import Project
from mhgraph.rdf.sparql import MAX_DEPTH, depth_of, words_of

PARAMETER_TYPES = ("entity", "concept", "date", "year", "integer", "text", "choice")
COLUMN_TYPES = ("iri", "name", "label", "text", "date", "number", "ledger", "source", "passage", "reason")
EVIDENCE_COLUMNS = ("ledger", "source", "passage", "reason")
_FORBIDDEN = ("SUM", "AVG", "GROUP_CONCAT", "SERVICE", "FROM", "INSERT", "DELETE")
_BLOCK = re.compile(r"^[ \t]*VALUES[ \t]+\?(\w+)[ \t]*\{(.*)\}[ \t]*#[ \t]*parameter[ \t]*$", re.MULTILINE)
_NAME = re.compile(r"[a-z][a-z_]*\Z")
_CURIE = re.compile(r"[a-z]+:\w[\w-]*\Z", re.ASCII)


class Parameter(NamedTuple):
    """What a reader may fill in. `classes` (CURIEs) for entity, `scheme` for concept, `choices` for choice."""

    name: str
    type: str
    description: str
    required: bool = False
    classes: tuple[str, ...] = ()
    scheme: str | None = None
    choices: tuple[str, ...] = ()
    default: str | None = None


class Column(NamedTuple):
    """A column of the answer. `many`: several values are folded into one cell; labels and evidence always are."""

    name: str
    type: str
    description: str
    many: bool = False

    @property
    def folds(self) -> bool:
        """Whether rows that differ only in this column are one row of the answer."""
        return self.many or self.type == "label" or self.type in EVIDENCE_COLUMNS


@dataclass(frozen=True)
class Question:
    """A canned query with its header.

    `statement` are the three parts (`?variable` or CURIE) of the statement that the evidence columns are about.
    """

    path: Path
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    statement: tuple[str, str, str] | None
    body: str

    @property
    def name(self) -> str:
        """The name of the question: its file name without ending."""
        return self.path.stem

    def filled(self, values: Mapping[str, str]) -> str:
        """Return the query with each block filled (SPARQL terms as text); blocks not in `values` are removed."""
        return _BLOCK.sub(
            lambda match: f"  VALUES ?{match[1]} {{ {values[match[1]]} }}" if match[1] in values else "", self.body
        )


def load_questions(project: Project) -> list[Question]:
    """Return the questions of a project, by name. Raises UnreadableFile or InvalidHeader."""
    return [read_question(path) for path in project.queries]


def find_question(project: Project, name: str) -> Question:
    """Return one question of a project; other files are not read. Raises UnknownQuestion with the nearest names."""
    paths = {path.stem: path for path in project.queries}
    if name not in paths:
        from rapidfuzz import process

        raise UnknownQuestion(name, [each for each, _, _ in process.extract(name, list(paths), limit=3)])
    return read_question(paths[name])


def read_question(path: Path) -> Question:
    """Return the question of a file.

    Raises InvalidHeader with the line and the remedy if the header is not well formed or does not fit the body.
    """
    headed = read_headed(path, required=["question", "columns"], optional=["parameters", "statement"])
    header = headed.header
    if not isinstance(header["question"], str) or not header["question"].strip().endswith("?"):
        raise _wrong(path, "the question is not a sentence that ends in '?'", "ask it as a reader would")
    question = Question(
        path,
        header["question"].strip(),
        tuple(_parameter(each, path) for each in _list(header.get("parameters", []), "parameters", path)),
        tuple(_column(each, path) for each in _list(header["columns"], "columns", path)),
        _statement(header.get("statement"), path),
        headed.body,
    )
    if depth_of(question.body) > MAX_DEPTH:
        raise _wrong(path, f"the query nests more than {MAX_DEPTH} brackets or operators", "nest it less")
    _check_body(question, headed)
    return question


def _list(value: object, key: str, path: Path) -> list[Any]:
    if not isinstance(value, list):
        raise _wrong(path, f"'{key}' is not a list", "write one '- {…}' a line")
    return value


def _parameter(entry: Any, path: Path) -> Parameter:
    check_keys(
        entry,
        ["name", "type", "description"],
        ["required", "class", "scheme", "choices", "default"],
        path=path,
        line=1,
        where="entry of parameters",
    )
    classes = entry.get("class", [])
    parameter = Parameter(
        _named(entry["name"], path),
        _one_of(entry["type"], PARAMETER_TYPES, "type of a parameter", path),
        str(entry["description"]),
        _flag(entry.get("required", False), "required", path),
        tuple(classes if isinstance(classes, list) else [classes]),
        entry.get("scheme"),
        tuple(str(each) for each in _list(entry.get("choices", []), "choices", path)),
        None if entry.get("default") is None else str(entry["default"]),
    )
    needs = {"entity": ("class", parameter.classes), "concept": ("scheme", parameter.scheme)}
    needs["choice"] = ("choices", parameter.choices)
    for kind, (key, value) in needs.items():
        if bool(value) != (parameter.type == kind):
            raise _wrong(path, f"'{key}' goes with type {kind}, and only with it", f"see parameter '{parameter.name}'")
    for each in parameter.classes:
        if not _is_curie(str(each)):
            raise _wrong(path, f"'{each}' is not a class with a known prefix", "write it like mh:Event")
    return parameter


def _column(entry: Any, path: Path) -> Column:
    check_keys(entry, ["name", "description"], ["type", "many"], path=path, line=1, where="entry of columns")
    kind = _one_of(entry.get("type", "iri"), COLUMN_TYPES, "type of a column", path)
    return Column(
        _named(entry["name"], path), kind, str(entry["description"]), _flag(entry.get("many", False), "many", path)
    )


def _statement(value: object, path: Path) -> tuple[str, str, str] | None:
    if value is None:
        return None
    parts = str(value).split()
    if len(parts) != 3 or not all(part.startswith("?") or _is_curie(part) for part in parts):
        raise _wrong(
            path, "'statement' is not three variables or CURIEs", "write it like '?event mh:addresses ?addressed'"
        )
    return parts[0], parts[1], parts[2]


def _check_body(question: Question, headed: HeadedFile) -> None:
    """Raise InvalidHeader unless header and body say the same, and the body keeps the rules for canned queries."""
    path, body = question.path, question.body
    for forbidden in _FORBIDDEN:
        if forbidden in words_of(body):
            raise _wrong(
                path, f"{forbidden} does not occur in a canned query", "return long rows; the runner folds them"
            )
    select = re.search(r"\bSELECT\s+DISTINCT\s+((?:\?\w+\s+)+)WHERE\s*\{", body)
    if select is None:
        raise _wrong(path, "the query is not SELECT DISTINCT ?a ?b … WHERE {", "write it in that form")
    if re.search(r"\b(?:COUNT|MIN|MAX|SAMPLE)\s*\(\s*(?!DISTINCT\b)", body, re.IGNORECASE):
        raise _wrong(path, "an aggregate without DISTINCT", "a fact may stand in several graphs: write DISTINCT")
    names = [f"?{column.name}" for column in question.columns]
    if select[1].split() != names:
        raise _wrong(
            path, f"the columns are {' '.join(names)} but the query selects {select[1].strip()}", "make them equal"
        )
    _check_blocks(question, select.end())
    order = re.search(r"\bORDER\s+BY\b(.*)\Z", body, re.DOTALL)
    keys = [name for name, column in zip(names, question.columns, strict=True) if not column.folds]
    missing = [name for name in keys if order is None or name not in re.findall(r"\?\w+", order[1])]
    if missing:
        raise _wrong(path, f"ORDER BY lacks {' '.join(missing)}", "order by every column that is not folded")
    evidence = [column.name for column in question.columns if column.type in EVIDENCE_COLUMNS]
    if bool(evidence) != (question.statement is not None):
        raise _wrong(path, "evidence columns go with 'statement', and only with it", "say what the evidence is about")
    for part in question.statement if question.statement is not None else ():
        if part.startswith("?") and part not in names:
            raise _wrong(path, f"{part} of 'statement' is no column", "select it")
    for prefix, namespace in re.findall(r"PREFIX\s+([\w-]*):\s*<([^>]*)>", body):
        if PREFIXES.get(prefix) != namespace:
            raise _wrong(
                path, f"prefix '{prefix}:' is not bound as elsewhere", f"use {PREFIXES.get(prefix, 'a known one')}"
            )


def _check_blocks(question: Question, start: int) -> None:
    """Raise InvalidHeader unless every parameter has one block, at the top of the outermost group (from `start`)."""
    path, declared = question.path, [parameter.name for parameter in question.parameters]
    found = list(_BLOCK.finditer(question.body))
    bound = [match[1] for match in found]
    if sorted(bound) != sorted(declared):
        raise _wrong(path, f"parameters are {declared} but the '# parameter' lines bind {bound}", "make them equal")
    end = max((match.end() for match in found), default=start)
    if _BLOCK.sub("", question.body[start:end]).strip():
        raise _wrong(path, "a parameter block is not at the top of the outermost group", "move it up")


def _is_curie(text: str) -> bool:
    return _CURIE.match(text) is not None and from_curie(text) is not None


def _named(value: object, path: Path) -> str:
    if not isinstance(value, str) or not _NAME.match(value):
        raise _wrong(path, f"'{value}' is not a name in lower case letters", "rename it")
    return value


def _one_of(value: object, known: tuple[str, ...], what: str, path: Path) -> str:
    if value not in known:
        raise _wrong(path, f"'{value}' is no {what}", f"known: {', '.join(known)}")
    return str(value)


def _flag(value: object, key: str, path: Path) -> bool:
    if not isinstance(value, bool):
        raise _wrong(path, f"'{key}' is not true or false", "write true or leave it out")
    return value


def _wrong(path: Path, problem: str, remedy: str) -> InvalidHeader:
    return InvalidHeader(problem, remedy, path=path, line=1)
