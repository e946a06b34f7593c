"""Reading canned queries: the header is checked here, what it says of the body there (`body`).

The header is YAML behind `#+`: `question` and `columns`; where they are needed `parameters`, `statement` (what the
evidence columns are about) and `evidence: true` (the query asks for graphs, because its subject is evidence).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mhgraph.errors import InvalidHeader, UnknownQuestion
from mhgraph.namespaces import from_curie
from mhgraph.project.folders import Project
from mhgraph.project.release import is_released
from mhgraph.questions.body import check_body
from mhgraph.questions.question import COLUMN_TYPES, PARAMETER_TYPES, Column, Parameter, Question
from mhgraph.rdf.headers import check_keys, read_headed
from mhgraph.text.likeness import nearest_names

_NAME = re.compile(r"[a-z][a-z_]*\Z")
_CURIE = re.compile(r"[a-z]+:\w[\w-]*\Z", re.ASCII)


def load_questions(project: Project) -> list[Question]:
    """Return the questions of a project, by name. Raises UnreadableFile or InvalidHeader."""
    return [read_question(path) for path in project.queries]


def find_question(project: Project, name: str) -> Question:
    """Return one question of a project; other files are not read.

    Raises:
        UnknownQuestion: no question has this name; the error has the nearest names.
    """
    paths = {path.stem: path for path in project.queries}
    if name not in paths:
        raise UnknownQuestion(name, nearest_names(name, list(paths)))
    return read_question(paths[name])


def read_question(path: Path) -> Question:
    """Return the question of a file.

    Raises UnreadableFile; InvalidHeader, with line and remedy, for a header that is not well formed and for a body that
    breaks a rule.
    """
    headed = read_headed(path, required=["question", "columns"], optional=["parameters", "statement", "evidence"])
    header = headed.header
    question = Question(
        path,
        _sentence(header["question"], path),
        tuple(_parameter(entry, path) for entry in _list(header.get("parameters", []), "parameters", path)),
        tuple(_column(entry, path) for entry in _list(header["columns"], "columns", path)),
        _statement(header.get("statement"), path),
        headed.body,
        is_released=is_released(path, headed.text),
    )
    asks_for_graphs = _flag(header.get("evidence", False), "evidence", path)
    check_body(question, first_line=headed.first_line, asks_for_graphs=asks_for_graphs)
    return question


def _sentence(value: object, path: Path) -> str:
    if not isinstance(value, str) or not value.strip().endswith("?"):
        raise _wrong(path, "the question is not a sentence that ends in '?'", "ask it as a reader would")
    return value.strip()


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
        tuple(str(choice) for choice in _list(entry.get("choices", []), "choices", path)),
        None if entry.get("default") is None else str(entry["default"]),
    )
    needs = {"entity": ("class", parameter.classes), "concept": ("scheme", parameter.scheme)}
    needs["choice"] = ("choices", parameter.choices)
    for kind, (key, value) in needs.items():
        if bool(value) != (parameter.type == kind):
            raise _wrong(path, f"'{key}' goes with type {kind}, and only with it", f"see parameter '{parameter.name}'")
    for name in parameter.classes:
        if not _is_curie(str(name)):
            raise _wrong(path, f"'{name}' is not a class with a known prefix", "write it like skos:Concept")
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
        remedy = "write it like '?text dcterms:subject ?topic'"
        raise _wrong(path, "'statement' is not three variables or CURIEs", remedy)
    return parts[0], parts[1], parts[2]


def _is_curie(text: str) -> bool:
    return _CURIE.match(text) is not None and from_curie(text) is not None


def _list(value: object, key: str, path: Path) -> list[Any]:
    if not isinstance(value, list):
        raise _wrong(path, f"'{key}' is not a list", "write one '- {…}' a line")
    return value


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
