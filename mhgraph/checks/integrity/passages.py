"""The rule about the paragraphs of a source: none may be lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mhgraph.checks.integrity.breach import Breach
from mhgraph.model import EXTENT, LAST_NUMBER, NUMBER
from mhgraph.namespaces import CONCEPT
from mhgraph.project.statements import ParsedProject, ProjectFile, Statement

_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
_NAME = re.compile(r"p0*([1-9][0-9]{0,5})")


def paragraph_numbers(parsed: ParsedProject) -> Iterator[Breach]:
    """The file of a whole capture describes every paragraph, from 1 on.

    A paragraph is there if a number says so, or a range of them, or the number in a name such as `p08`.
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
    """Return whether some capture has the whole text, so that a gap is a loss."""
    whole = f"{CONCEPT}extent-whole"
    return any(statement.predicate == EXTENT and statement.value == whole for statement in file.statements)


def _read_names(parsed: ParsedProject, file: ProjectFile) -> dict[int, Statement]:
    """Return the statements that type the passages of a file, by the number in the name of the passage."""
    typed = (statement for statement in parsed.passages.values() if statement.file is file)
    matches = ((_NAME.fullmatch(statement.subject.partition("#")[2]), statement) for statement in typed)
    return {int(match[1]): statement for match, statement in matches if match}


def _read_numbers(file: ProjectFile) -> dict[int, Statement]:
    """Return the statements that give a passage its numbers, by number: all of a range."""
    last = {
        statement.subject: _number(statement) for statement in file.statements if statement.predicate == LAST_NUMBER
    }
    found: dict[int, Statement] = {}
    for statement in file.statements:
        first = _number(statement) if statement.predicate == NUMBER else 0
        if first:
            found.update(dict.fromkeys(range(first, max(first, last.get(statement.subject, 0)) + 1), statement))
    return found


def _number(statement: Statement) -> int:
    """Return the number that a statement gives; 0 if it is none."""
    return int(statement.value) if _NUMBER.fullmatch(statement.value) else 0
