"""The rule about the paragraphs of a source: none may be lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mhgraph.checks.integrity.breach import Breach
from mhgraph.model import CAPTURED, NUMBER
from mhgraph.namespaces import CONCEPT
from mhgraph.project.statements import ParsedProject, ProjectFile, Statement

_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
_NAME = re.compile(r"p0*([1-9][0-9]{0,5})")


def paragraph_numbers(parsed: ParsedProject) -> Iterator[Breach]:
    """The file of a whole capture describes every paragraph, from 1 on.

    A paragraph is there if its name or its number says so; that the two fit is the matter of the shapes.
    """
    for file in filter(_is_whole, parsed.of("sources")):
        named = _read_names(parsed, file)
        found = named | _read_numbers(file)
        expected = 1
        for number in sorted(found):
            if number > max(named, default=0):
                break
            if number > expected:
                many = number - 1 > expected
                which = f"Paragraphs {expected} to {number - 1} are" if many else f"Paragraph {expected} is"
                remedy = f"put {'them' if many else 'it'} back, for paragraphs are never renumbered"
                yield Breach(found[number], f"{which} missing; {remedy}.")
            expected = number + 1


def _is_whole(file: ProjectFile) -> bool:
    whole = f"{CONCEPT}capture-whole"
    return any(statement.predicate == CAPTURED and statement.value == whole for statement in file.statements)


def _read_names(parsed: ParsedProject, file: ProjectFile) -> dict[int, Statement]:
    """Return the statements that type the passages of a file, by the number in the name of the passage."""
    typed = (statement for statement in parsed.passages.values() if statement.file is file)
    matches = ((_NAME.fullmatch(statement.subject.partition("#")[2]), statement) for statement in typed)
    return {int(match[1]): statement for match, statement in matches if match}


def _read_numbers(file: ProjectFile) -> dict[int, Statement]:
    """Return the statements that give a passage its number, by the number."""
    numbers = (statement for statement in file.statements if statement.predicate == NUMBER)
    return {int(statement.value): statement for statement in numbers if _NUMBER.fullmatch(statement.value)}
