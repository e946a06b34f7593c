"""The tokens of Turtle and TriG, with their lines: https://www.w3.org/TR/turtle/#sec-grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a token is; QUOTE_MARK belongs to RDF 1.2 (quoted triples), OTHER to nothing."""

    COMMENT = "comment"
    IRI = "iri"
    STRING = "string"
    TAG = "tag"
    QUOTE_MARK = "quote_mark"
    MARK = "mark"
    WORD = "word"
    OTHER = "other"


class Token(NamedTuple):
    """A token of a text, as it is written, with the line (from 1) on which it begins."""

    kind: Kind
    text: str
    line: int


_END = r"""\s;,{}\[\]()<>"'^\\\#.~"""
"""What ends a word, unless it is escaped; a dot does so at the end only."""
_TOKEN = re.compile(
    rf"""\s+|(?P<comment>\#[^\n]*)"""
    rf"""|(?P<iri><[^<>"{{}}|^`\x00-\x20]*>)"""
    rf"""|(?P<string>\"\"\"(?:\\.|[^\\])*?\"\"\"|'''(?:\\.|[^\\])*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')"""
    rf"""|(?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)"""
    rf"""|(?P<quote_mark><<|>>|\{{\||\|\}}|~)"""
    rf"""|(?P<mark>\^\^|[;,{{}}\[\]()]|\.(?!\d))"""
    rf"""|(?P<word>(?:[^{_END}]+|\\[^\n]|\.(?=[^{_END}]))+)"""
    rf"""|(?P<other>.)""",
    re.DOTALL,
)
_KINDS = (None, *Kind)
"""The kind of each group of the pattern, which are numbered from 1."""


def tokenize(text: str) -> Iterator[Token]:
    """Yield the tokens of a text, comments included; between them there is nothing but blanks.

    >>> [token.text for token in tokenize("<a:a> <a:b> 'x'@en .")]
    ['<a:a>', '<a:b>', "'x'", '@en', '.']
    """
    line = 1
    for match in _TOKEN.finditer(text):
        kind, lexeme = _KINDS[match.lastindex or 0], match[0]
        if kind is not None:
            yield Token(kind, lexeme, line)
        if kind is None or kind is Kind.STRING:
            line += lexeme.count("\n")
