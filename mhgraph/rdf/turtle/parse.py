"""Parsing Turtle and TriG, with errors that name the line. Data is parsed by pyoxigraph only: it fetches nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from mhgraph.errors import OversizedLiteral, RDFSyntaxError, UnreadableFile
from mhgraph.files import read_text
MAX_LITERAL = 100_000
"""The most characters that a literal may have, as it is written in a file."""
_FORMATS = {".ttl": RdfFormat.TURTLE, ".trig": RdfFormat.TRIG}
_DUMPS = {**_FORMATS, ".nt": RdfFormat.N_TRIPLES, ".nq": RdfFormat.N_QUADS}
_TOKENS = re.compile(
    r'<[^<>"{}|^`\x00-\x20]*>|"""(?:\\.|[^\\])*?"""|\'\'\'(?:\\.|[^\\])*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''
    r"|\\.|#[^\n]*|<<|\{\||~",
    re.DOTALL,
)
_BARE_RUN = re.compile(rf"(?<![^\s\"'])[^\s\"'<>]{{{MAX_LITERAL + 1},}}")
_QUOTED_TRIPLE = ("<<", "{|", "~")
_LONG_QUOTE = re.compile("\"{3}|'{3}")
_POSITION = re.compile(r"^Parser error (?:at|between) line \d+ .*?: ")


def parse_file(path: Path) -> list[Quad]:
    """Return the quads of a Turtle or TriG file, in the order of the file.

    Raises UnreadableFile, or RDFSyntaxError or OversizedLiteral with the line.
    """
    return parse_text(read_text(path), path)


def parse_text(text: str, path: Path) -> list[Quad]:
    """Return the quads of a text; `path` gives the format (its ending) and stands in errors.

    Raises RDFSyntaxError or OversizedLiteral with the line, UnreadableFile for an ending that is not `.ttl` or `.trig`.
    """
    form = _format(path, _FORMATS)
    _refuse_long_literals(text, path)
    _refuse_quoted_triples(text, path)
    try:
        return list(parse(text.encode(), format=form))
    except SyntaxError as error:
        raise _syntax_error(error, path) from error


def load_file(store: Store, path: Path) -> None:
    """Add the quads of a file to a store, without a Python object a quad; it may be N-Triples or N-Quads, too.

    Raises what `parse_file` raises; then nothing was added.
    """
    text, form = read_text(path), _format(path, _DUMPS)
    _refuse_long_literals(text, path)
    _refuse_quoted_triples(text, path)
    try:
        store.load(text.encode(), format=form)
    except SyntaxError as error:
        raise _syntax_error(error, path) from error


def _format(path: Path, formats: Mapping[str, RdfFormat]) -> RdfFormat:
    """Return the format of an ending; not RDF/XML, whose entities can name other files and grow without end."""
    if path.suffix not in formats:
        names = [f"{each.name} ({ending})" for ending, each in formats.items()]
        raise UnreadableFile(
            path, f"a file that ends in '{path.suffix}' is not read", f"give {', '.join(names[:-1])} or {names[-1]}"
        )
    return formats[path.suffix]


def _refuse_long_literals(text: str, path: Path) -> None:
    if len(text) > MAX_LITERAL and (_LONG_QUOTE.search(text) or max(map(len, text.split("\n"))) > MAX_LITERAL):
        for match in _TOKENS.finditer(text):
            if match.end() - match.start() > MAX_LITERAL and match.group()[0] in "\"'":
                raise _oversized(match, text, path)
        for match in _BARE_RUN.finditer(text):
            raise _oversized(match, text, path)


def _oversized(match: re.Match[str], text: str, path: Path) -> OversizedLiteral:
    return OversizedLiteral(path, text.count("\n", 0, match.start()) + 1, match.end() - match.start(), MAX_LITERAL)


def _refuse_quoted_triples(text: str, path: Path) -> None:
    """Raise RDFSyntaxError for what RDF 1.2 adds: the stores and tools that load our dumps do not read it yet."""
    if any(mark in text for mark in _QUOTED_TRIPLE):
        for match in _TOKENS.finditer(text):
            if match.group() in _QUOTED_TRIPLE:
                line = text.count("\n", 0, match.start()) + 1
                raise RDFSyntaxError(path, line, "a quoted triple, which is not read here")


def _syntax_error(error: SyntaxError, path: Path) -> RDFSyntaxError:
    return RDFSyntaxError(path, error.lineno, _POSITION.sub("", error.msg or "syntax error"))


def first_comment(text: str) -> int | None:
    r"""Return the line (from 1) of the first comment of a Turtle or TriG text, or None.

    >>> first_comment("<a:a> <a:b> '#' .\n<a:a> <a:b#c> 1 . # here")
    2
    """
    for match in _TOKENS.finditer(text):
        if match.group().startswith("#"):
            return text.count("\n", 0, match.start()) + 1
    return None
