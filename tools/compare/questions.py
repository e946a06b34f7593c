"""The canned questions of a project, read from their headers, and the values with which they are asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any

import yaml

from tools.compare.facts import Facts, shorten

MOST_VALUES = 25
"""How many values of a parameter are asked one by one; all of them are asked together, too."""
_FEW = 3
_MARK = "#+ "
_LITERALS = {"date": ("2013-10-03", "2018-12-10"), "year": ("2013", "2018"), "integer": ("1", "8"), "text": ("health",)}


@dataclass(frozen=True)
class Parameter:
    """A parameter as a header declares it."""

    name: str
    type: str
    required: bool
    classes: tuple[str, ...]
    scheme: str
    allowed: tuple[str, ...]

    @property
    def option(self) -> str:
        """The option of the command line."""
        return f"--{self.name.replace('_', '-')}"

    def values(self, facts: Facts) -> list[str]:
        """Return every value that the graph offers, as people write it."""
        if self.type == "entity":
            return [shorten(iri) for iri in facts.things(self.classes)]
        if self.type == "concept":
            return [iri.rpartition("/")[2].removeprefix(f"{self.scheme}-") for iri in facts.concepts(self.scheme)]
        return list(self.allowed or _LITERALS[self.type])


@dataclass(frozen=True)
class Question:
    """A question: its name and its parameters."""

    name: str
    parameters: tuple[Parameter, ...]


def read_questions(folder: Path) -> list[Question]:
    """Return the questions of a folder and its subfolders, by file. Raises ValueError if there is none."""
    questions = [_read(path) for path in sorted(folder.rglob("*.rq"))]
    if not questions:
        raise ValueError(f"no question in {folder}")
    return questions


def choices(facts: Facts, question: Question) -> Iterator[tuple[str, ...]]:
    """Yield the arguments with which a question is asked: none or all of what is required, then value by value.

    Optional parameters are tried one at a time, then in pairs, each with all values of what is required.
    """
    required = [parameter for parameter in question.parameters if parameter.required]
    optional = [parameter for parameter in question.parameters if not parameter.required]
    base = tuple(word for parameter in required for word in _given(parameter, parameter.values(facts)))
    yield base
    for parameter in required:
        others = tuple(word for other in required if other != parameter for word in _given(other, other.values(facts)))
        for value in parameter.values(facts)[:MOST_VALUES]:
            yield (*_given(parameter, [value]), *others)
    for parameter in optional:
        values = parameter.values(facts)
        yield (*base, *_given(parameter, values))
        yield from ((*base, *_given(parameter, [value])) for value in values[:MOST_VALUES])
    for first, second in combinations(optional, 2):
        for pair in product(first.values(facts)[:_FEW], second.values(facts)[:_FEW]):
            yield (*base, *_given(first, pair[:1]), *_given(second, pair[1:]))


def _given(parameter: Parameter, values: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for value in values for word in (parameter.option, value))


def _read(path: Path) -> Question:
    lines = path.read_text(encoding="utf-8").splitlines()
    header = yaml.safe_load("\n".join(line.removeprefix(_MARK) for line in lines if line.startswith(_MARK)))
    return Question(path.stem, tuple(_parameter(entry) for entry in header.get("parameters") or []))


def _parameter(entry: dict[str, Any]) -> Parameter:
    classes = entry.get("class", [])
    return Parameter(
        entry["name"],
        entry["type"],
        bool(entry.get("required")),
        tuple(classes if isinstance(classes, list) else [classes]),
        str(entry.get("scheme", "")),
        tuple(map(str, entry.get("choices", []))),
    )
