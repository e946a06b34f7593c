"""Parsing Turtle and TriG, with errors that name the line. Data is parsed by pyoxigraph only: it fetches nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from mhgraph.errors import OversizedLiteral, RDFSyntaxError, UnreadableFile
from mhgraph.files import read_text
from mhgraph.rdf.turtle.tokens import Kind, tokenize

MAX_LITERAL = 100_000
"""The most characters that a literal may have, as it is written in a file."""
_DATA = {".ttl": RdfFormat.TURTLE, ".trig": RdfFormat.TRIG}
_DUMPS = {**_DATA, ".nt": RdfFormat.N_TRIPLES, ".nq": RdfFormat.N_QUADS}
_QUOTED_TRIPLE = ("<<", "{|", "~")
_LONG_QUOTE = re.compile("\"{3}|'{3}")
_POSITION = re.compile(r"^Parser error (?:at|between) line \d+ .*?: ")


def parse_file(path: Path) -> list[Quad]:
    """Return the quads of a Turtle or TriG file, in the order of the file.

    Raises what `read_text` and `parse_text` raise.
    """
    return _parse(read_text(path), path, _DATA)


def parse_text(text: str, path: Path) -> list[Quad]:
    """Return the quads of a text; `path` gives the format (its ending) and stands in errors.

    Raises UnreadableFile for an ending that is not `.ttl` or `.trig`, RDFSyntaxError or OversizedLiteral with the line.
    """
    return _parse(text, path, _DATA)


def parse_dump(path: Path) -> list[Quad]:
    """Return the quads of a file that no curator writes: it may be N-Triples or N-Quads, too.

    Raises what `parse_file` raises.
    """
    return _parse(read_text(path), path, _DUMPS)


def _parse(text: str, path: Path, formats: Mapping[str, RdfFormat]) -> list[Quad]:
    if path.suffix not in formats:  # not RDF/XML, whose entities can name other files and grow without end
        names = [f"{form.name} ({ending})" for ending, form in formats.items()]
        remedy = f"give {', '.join(names[:-1])} or {names[-1]}"
        raise UnreadableFile(path, f"a file that ends in '{path.suffix}' is not read", remedy)
    _refuse_tokens(text, path)
    try:
        return list(parse(text.encode(), format=formats[path.suffix]))
    except SyntaxError as error:
        raise RDFSyntaxError(path, error.lineno, _POSITION.sub("", error.msg or "syntax error")) from error


def _refuse_tokens(text: str, path: Path) -> None:
    """Refuse tokens that the parser would take.

    Raises:
        OversizedLiteral: a literal is longer than MAX_LITERAL.
        RDFSyntaxError: it is of RDF 1.2; the stores and tools that load our dumps do not read that yet.
    """
    may_be_long = len(text) > MAX_LITERAL and (
        _LONG_QUOTE.search(text) is not None or max(map(len, text.split("\n"))) > MAX_LITERAL
    )
    # a tilde after #: is in the text fragment of an address, or in a comment
    may_be_quoted = "<<" in text or "{|" in text or text.count("~") != text.count("#:~")
    if not may_be_long and not may_be_quoted:
        return
    for kind, lexeme, line in tokenize(text):
        if len(lexeme) > MAX_LITERAL and kind in (Kind.STRING, Kind.TAG, Kind.WORD):
            raise OversizedLiteral(path, line, len(lexeme), MAX_LITERAL)
        if kind is Kind.QUOTE_MARK and lexeme in _QUOTED_TRIPLE:
            raise RDFSyntaxError(path, line, "a quoted triple, which is not read here")
