"""Data with faults: a copy of a project in which every so many lines of the data are broken, in one of a few ways.

Good data has few findings; here are some hundred of them, of many kinds, in the same places each time.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import RdfFormat, parse

EVERY = 17
"""One line in so many is broken, of those that can be."""
_LINE = re.compile(r"\t.* ;")
_FORMATS = {".ttl": RdfFormat.TURTLE, ".trig": RdfFormat.TRIG}
_HOUSE = ("ontology", "queries", "shapes")


def _replace(pattern: str, value: str) -> Callable[[str], str | None]:
    return lambda line: re.sub(pattern, value, line, count=1)


FAULTS: tuple[Callable[[str], str | None], ...] = (
    lambda line: None,
    _replace(r"concept:[\w-]+", "concept:mode-online"),
    _replace(r'"@en\b', '"@xx'),
    _replace(r"\b(mh:\w+) ", r"\1s "),
    _replace(r'rdfs:label ".*"@en', 'rdfs:label "One of a name"@en'),
    _replace(r'mh:digest "\w', 'mh:digest "'),
    _replace(r'"(\d{4})', r'"\g<1>-13'),
    _replace(r"\b((?:provision|actor|event|instrument):[\w-]+)", r"\1-gone"),
)
"""Each fault: from a line to the broken line, to None if it is left out, or to itself if it cannot have this fault."""


def write_faulty(house: Path, data: Path, target: Path) -> None:
    """Write a project at `target`: ontology, questions and shapes of `house`, and the folder `data` with faults.

    The files still parse. Raises OSError if something cannot be read or written.
    """
    for name in _HOUSE:
        shutil.copytree(house / name, target / name)
    count = 0
    for path in sorted(data.rglob("*")):
        copy = target / "data" / path.relative_to(data)
        if path.suffix in _FORMATS:
            copy.parent.mkdir(parents=True, exist_ok=True)
            text, count = break_lines(path.read_text(encoding="utf-8"), _FORMATS[path.suffix], count)
            copy.write_text(text, encoding="utf-8")


def break_lines(text: str, form: RdfFormat, count: int) -> tuple[str, int]:
    """Return a text with its share of faults, and the count of lines that can be broken, going on from `count`."""
    lines: list[str | None] = list(text.splitlines())
    for number, line in enumerate(lines):
        if line is None or not _LINE.fullmatch(line):
            continue
        count += 1
        if count % EVERY:
            continue
        turn = count // EVERY
        broken = (FAULTS[(turn + offset) % len(FAULTS)](line) for offset in range(len(FAULTS)))
        lines[number] = next((other for other in broken if other != line), line)
        if not _parses(lines, form):
            lines[number] = line
    return _joined(lines), count


def _joined(lines: list[str | None]) -> str:
    return "".join(f"{line}\n" for line in lines if line is not None)


def _parses(lines: list[str | None], form: RdfFormat) -> bool:
    try:
        list(parse(_joined(lines).encode(), format=form))
    except SyntaxError:
        return False
    return True
