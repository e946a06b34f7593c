"""On which line a statement stands: the parser does not say, but it yields quads in the order of the text's tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""(?P<gap>\s+|\#[^\n]*)"""
    r"""|(?P<term><[^<>"{}|^`\x00-\x20]*>"""
    r"""|\"\"\"(?:\\.|[^\\])*?\"\"\"|'''(?:\\.|[^\\])*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')"""
    r"""|(?P<at>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)"""
    r"""|(?P<mark>\^\^|[;,{}\[\]()]|\.(?!\d))"""
    r"""|(?P<word>(?:\\.|\.(?=[^\s;,{}\[\]()<>"'^\\\#.])|[^\s;,{}\[\]()<>"'^\\\#.])+)"""
    r"""|(?P<other>.)""",
    re.DOTALL,
)
_NEXT = {".": "subject", "{": "subject", "}": "subject", ";": "predicate", ",": "object"}
_AFTER = {"subject": "predicate", "predicate": "object", "object": "done", "done": "done"}


@dataclass(frozen=True)
class Layout:
    """Where things stand in a Turtle or TriG text; lines count from 1.

    `statements` has the line of the object of each statement, in the order of the text, or is None where brackets nest
    statements; `blank` is the line of the first blank node; `languages` are the language tags as they are written.
    """

    statements: list[int] | None
    blank: int | None
    languages: list[tuple[int, str]]

    def lines(self, count: int) -> Sequence[int | None]:
        """Return the line of each of `count` parsed statements, or Nones if the text does not tell."""
        if self.statements is None or len(self.statements) != count:
            return [None] * count
        return self.statements


def layout(text: str) -> Layout:
    r"""Return where the statements of a text stand. The text must have been parsed without an error.

    >>> layout('@prefix e: <http://e/> .\ne:a e:b "x"@EN ,\n  e:c .')
    Layout(statements=[2, 3], blank=None, languages=[(2, 'EN')])
    """
    found: list[int] = []
    languages: list[tuple[int, str]] = []
    blank: int | None = None
    nested = False
    position, skip, line = "subject", "", 1
    for match in _TOKEN.finditer(text):
        lexeme, kind, here = match.group(), match.lastgroup, line
        line += lexeme.count("\n")
        if kind == "gap":
            continue
        if skip:
            skip = "" if (kind if skip == "term" else lexeme) == skip else skip
        elif position == "subject" and lexeme.lower() in ("@prefix", "@base"):
            skip = "."
        elif position == "subject" and lexeme.upper() in ("PREFIX", "BASE"):
            skip = "term"
        elif kind == "at":
            languages.append((here, lexeme[1:]))
        elif kind == "mark":
            nested = nested or lexeme in "[]()"
            blank = here if blank is None and lexeme in "[(" else blank
            position = _NEXT.get(lexeme, position)
        elif not (position == "subject" and lexeme.upper() == "GRAPH"):
            blank = here if blank is None and lexeme.startswith("_:") else blank
            if position == "object":
                found.append(here)
            position = _AFTER[position]
    return Layout(None if nested else found, blank, languages)
