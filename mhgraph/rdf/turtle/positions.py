"""On which line a statement stands: the parser does not say, but it yields quads in the order of the text's tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mhgraph.rdf.turtle.tokens import Kind, tokenize

_NEXT = {".": "subject", "{": "subject", "}": "subject", ";": "predicate", ",": "object"}
_AFTER = {"subject": "predicate", "predicate": "object", "object": "done", "done": "done"}


class Position(NamedTuple):
    """Where a statement stands: the line of its object, and the line on which its named graph opens.

    None where it is in the default graph, or where the text does not tell.
    """

    line: int | None = None
    graph: int | None = None


@dataclass(frozen=True)
class Layout:
    """Where things stand in a Turtle or TriG text; lines count from 1.

    `statements` has the position of each statement, in the order of the text, or is None where brackets nest
    statements; `blank` is the line of the first blank node; `languages` are the language tags as they are written,
    `comments` the lines of the comments.
    """

    statements: list[Position] | None
    blank: int | None
    languages: list[tuple[int, str]]
    comments: list[int]

    def positions(self, count: int) -> Sequence[Position]:
        """Return the position of each of `count` parsed statements: unknown ones, if the text does not tell."""
        if self.statements is None or len(self.statements) != count:
            return [Position()] * count
        return self.statements


def read_layout(text: str) -> Layout:
    r"""Return where the statements of a text stand. The text must have been parsed without an error.

    >>> layout = read_layout('@prefix e: <http://e/> .\ne:a e:b "x"@EN ,\n  e:c .')
    >>> [position.line for position in layout.statements], layout.languages
    ([2, 3], [(2, 'EN')])
    """
    found: list[Position] = []
    languages: list[tuple[int, str]] = []
    comments: list[int] = []
    blank: int | None = None
    nested = False
    position, last = "subject", 1
    skipped: Kind | str | None = None
    graph: int | None = None
    for kind, lexeme, line in tokenize(text):
        if kind is Kind.COMMENT:
            comments.append(line)
        elif skipped is not None:  # the rest of a declaration of a prefix or a base
            skipped = None if skipped in (kind, lexeme) else skipped
        elif position == "subject" and lexeme.lower() in ("@prefix", "@base"):
            skipped = "."
        elif position == "subject" and lexeme.upper() in ("PREFIX", "BASE"):
            skipped = Kind.IRI
        elif kind is Kind.TAG:
            languages.append((line, lexeme[1:]))
        elif kind is Kind.MARK:
            nested = nested or lexeme in "[]()"
            blank = line if blank is None and lexeme in "[(" else blank
            graph = {"{": last, "}": None}.get(lexeme, graph)
            position = _NEXT.get(lexeme, position)
        elif not (position == "subject" and lexeme.upper() == "GRAPH"):
            blank = line if blank is None and lexeme.startswith("_:") else blank
            if position == "object":
                found.append(Position(line, graph))
            position, last = _AFTER[position], line
    return Layout(None if nested else found, blank, languages, comments)
