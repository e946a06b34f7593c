"""The rules about the paragraphs of a source: none is lost, and what has changed is read again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import NamedNode

from mhgraph.checks.integrity.breach import Breach
from mhgraph.graph.labels import short_name
from mhgraph.model import AWAITS_READING, DIGEST, EXTENT, FRAGMENT, IS_SEEN_IN, LAST_NUMBER, NUMBER
from mhgraph.namespaces import CONCEPT, to_curie
from mhgraph.project.statements import ParsedProject, ProjectFile, Statement

_FIRST = "#c1"
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


def awaits_reading(parsed: ParsedProject) -> Iterator[Breach]:
    """A passage that a later copy has in other words, or not at all, is read again."""
    for file in parsed.of("sources"):
        for statement in file.statements:
            if statement.predicate == AWAITS_READING:
                change = "is gone" if statement.value.endswith("-gone") else "has other words"
                message = (
                    f"This passage {change} in a later copy than the one that was read: read it again, keep what still "
                    "holds, and take mh:awaitsReading away."
                )
                yield Breach(statement, message)


def own_place(parsed: ParsedProject) -> Iterator[Breach]:
    """Two passages of one capture have different numbers, and fragments that open the page at different places.

    In a later capture two may have become one paragraph: then they have its digest, too.
    """
    for file in parsed.of("sources"):
        seen_in = {one.subject: one.value for one in file.statements if one.predicate == IS_SEEN_IN}
        digests = {one.subject: one.value for one in file.statements if one.predicate == DIGEST}
        first: dict[tuple[str, NamedNode, str], Statement] = {}
        for statement in file.statements:
            if statement.predicate in (NUMBER, FRAGMENT):
                key = (seen_in.get(statement.subject, ""), statement.predicate, statement.value)
                other = first.setdefault(key, statement).subject
                is_merged = not key[0].endswith(_FIRST) and digests.get(other, "") == digests.get(statement.subject)
                if other != statement.subject and not is_merged:
                    what = f"{to_curie(statement.predicate.value)} is that of {short_name(other)} as well"
                    yield Breach(statement, f"{what}; correct one of them.")


def seen_somewhere(parsed: ParsedProject) -> Iterator[Breach]:
    """What is seen in a capture is seen in a text: one that was not at hand shows no passage. One breach a capture."""
    nothing = f"{CONCEPT}extent-none"
    for file in parsed.of("sources"):
        shown = {statement.value for statement in file.statements if statement.predicate == IS_SEEN_IN}
        for statement in file.statements:
            if statement.predicate == EXTENT and statement.value == nothing and statement.subject in shown:
                message = "The text was not at hand here, and passages are seen in it"
                yield Breach(statement, f"{message}; say how much of it the capture shows, or where they were seen.")


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
