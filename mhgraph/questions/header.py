"""Reading canned queries: the header is checked here, what it says of the body there (`body`).

The header is YAML behind `#+`. A JSON Schema says what may stand in it, `queries/header.schema.json`: editors complete
a header by it, and every header that is not of the release is checked against it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from mhgraph.errors import InvalidHeader, UnknownQuestion
from mhgraph.files import read_text
from mhgraph.namespaces import from_curie
from mhgraph.project.folders import Project, installed_project
from mhgraph.project.release import is_released
from mhgraph.questions.body import check_body
from mhgraph.questions.question import Column, Parameter, Question
from mhgraph.rdf.headers import read_headed
from mhgraph.text.likeness import nearest_names

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

SCHEMA = "header.schema.json"
_UNKNOWN_KEY = "additionalProperties"
_LONGEST = 160
"""How much of what is wrong a message quotes, in characters."""
_GOES_WITH = {"entity": "class", "concept": "scheme", "choice": "choices"}
"""Which key a parameter of a type needs, and no other has."""


def load_questions(project: Project) -> list[Question]:
    """Return the questions of a project, by theme and name. Raises UnreadableFile or InvalidHeader."""
    return [read_question(path) for path in _list_paths(project).values()]


def list_questions(project: Project) -> list[str]:
    """Return the names of the questions of a project, by theme. Raises InvalidHeader for two of one name."""
    return list(_list_paths(project))


def find_question(project: Project, name: str) -> Question:
    """Return one question of a project; other files are not read. Raises what `read_question` raises.

    Raises:
        UnknownQuestion: no question has this name; the error has the nearest names.
    """
    paths = _list_paths(project)
    if name not in paths:
        raise UnknownQuestion(name, nearest_names(name, list(paths)))
    return read_question(paths[name])


def read_question(path: Path) -> Question:
    """Return the question of a file.

    Raises UnreadableFile; InvalidHeader, with line and remedy, for a header that is not well formed and for a body that
    breaks a rule.
    """
    headed = read_headed(path, optional=None)
    header = headed.header
    is_ours = is_released(path, headed.text)
    if not is_ours:  # what is ours was checked by the tests
        _check(header, path)
    question = Question(
        path,
        header["question"],
        tuple(_parameter(entry) for entry in header.get("parameters", [])),
        tuple(Column(**{"type": "iri", **entry}) for entry in header["columns"]),
        _statement(header.get("statement")),
        headed.body,
        is_released=is_ours,
    )
    check_body(question, first_line=headed.first_line, asks_for_graphs=header.get("evidence", False))
    return question


def _list_paths(project: Project) -> dict[str, Path]:
    """Return the files of the questions by name.

    Raises:
        InvalidHeader: two themes have a question of one name.
    """
    found: dict[str, Path] = {}
    for path in project.queries:
        if path.stem in found:
            problem = f"another question is called '{path.stem}': {project.relative(found[path.stem])}"
            raise InvalidHeader(problem, "rename one of the two files", path=path, line=1)
        found[path.stem] = path
    return found


def _parameter(entry: Mapping[str, Any]) -> Parameter:
    classes = entry.get("class", [])
    return Parameter(
        entry["name"],
        entry["type"],
        entry["description"],
        entry.get("required", False),
        tuple(classes if isinstance(classes, list) else [classes]),
        entry.get("scheme"),
        tuple(str(choice) for choice in entry.get("choices", [])),
        None if entry.get("default") is None else str(entry["default"]),
    )


def _statement(value: str | None) -> tuple[str, str, str] | None:
    if value is None:
        return None
    subject, predicate, object_ = value.split()
    return subject, predicate, object_


def _check(header: Mapping[str, Any], path: Path) -> None:
    """Check a header against the schema, and what the schema cannot say of it.

    Raises:
        InvalidHeader: it breaks a rule; the error names the place in the header and the remedy.
    """
    for problem, remedy in chain(_find_problems(header), _find_mismatches(header)):  # the second trusts the first
        raise InvalidHeader(problem, remedy, path=path, line=1)


def _find_problems(header: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    from jsonschema import Draft202012Validator

    def order(error: ValidationError) -> tuple[object, ...]:
        return (list(map(str, error.path)), error.validator != _UNKNOWN_KEY)  # a key that lacks may be a misspelt one

    errors = sorted(Draft202012Validator(_schema()).iter_errors(header), key=order)
    return [(_describe(error), _advise(error)) for error in errors[:1]]


def _describe(error: ValidationError) -> str:
    place = " › ".join(str(part + 1 if isinstance(part, int) else part) for part in error.absolute_path)
    return f"the header{f' ({place})' if place else ''} is wrong: {shorten(error.message, _LONGEST, placeholder='…')}"


def _advise(error: ValidationError) -> str:
    """Return what the schema says of the place that is wrong; of keys, which are known."""
    assert isinstance(error.schema, dict)  # a schema of true or false finds nothing wrong
    if error.validator in ("required", _UNKNOWN_KEY):
        return f"known: {', '.join(error.schema['properties'])}"
    return f"write this: {error.schema.get('description', f'see {SCHEMA}')}"


def _find_mismatches(header: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    counts = Counter(entry["name"] for entry in header.get("parameters", []))
    for name in sorted(name for name, count in counts.items() if count > 1):
        yield f"two parameters are called '{name}'", "call one of them something else"
    for entry in header.get("parameters", []):
        for kind, key in _GOES_WITH.items():
            if (key in entry) != (entry["type"] == kind):
                yield f"'{key}' goes with type {kind}, and only with it", f"see parameter '{entry['name']}'"
        classes = entry.get("class", [])
        for name in classes if isinstance(classes, list) else [classes]:
            if from_curie(name) is None:
                yield f"'{name}' is not a class with a known prefix", "write it like skos:Concept"
    for part in header.get("statement", "").split():
        if not part.startswith("?") and from_curie(part) is None:
            yield f"'{part}' of 'statement' has no known prefix", "write it like mh:addresses"


@cache
def _schema() -> dict[str, Any]:
    import json  # a question of the release needs none

    project = installed_project()
    assert project is not None  # the package comes with one
    schema: dict[str, Any] = json.loads(read_text(project.root / "queries" / SCHEMA))
    return schema
