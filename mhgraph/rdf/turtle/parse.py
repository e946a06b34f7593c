"""Parsing Turtle and TriG, with errors that name the line. Data is parsed by pyoxigraph only: it fetches nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from mhgraph import bounds
from mhgraph.errors import OversizedLiteral, OversizedName, RDFSyntaxError, UnreadableFile
from mhgraph.files import read_text
from mhgraph.rdf.turtle.positions import read_layout
from mhgraph.rdf.turtle.tokens import Kind, tokenize

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

    Raises UnreadableFile for an ending that is not `.ttl` or `.trig`, and RDFSyntaxError, OversizedLiteral or
    OversizedName with the line.
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
    _refuse_quoted_triples(text, path)
    try:
        quads = list(parse(text.encode(), format=formats[path.suffix]))
    except SyntaxError as error:
        raise RDFSyntaxError(path, error.lineno, _POSITION.sub("", error.msg or "syntax error")) from error
    _refuse_oversized(quads, text, path)
    return quads


def _refuse_quoted_triples(text: str, path: Path) -> None:
    """Refuse what the parser would take.

    Raises:
        RDFSyntaxError: it is of RDF 1.2; the stores and tools that load our dumps do not read that yet.
    """
    # a tilde after #: is in the text fragment of an address, or in a comment
    if "<<" in text or "{|" in text or text.count("~") != text.count("#:~"):
        for kind, lexeme, line in tokenize(text):
            if kind is Kind.QUOTE_MARK and lexeme in _QUOTED_TRIPLE:
                raise RDFSyntaxError(path, line, "a quoted triple, which is not read here")


def _refuse_oversized(quads: Sequence[Quad], text: str, path: Path) -> None:
    """Refuse terms beyond their bound. What counts is the value, so that no other way of writing it crosses the bound.

    Raises:
        OversizedLiteral: a literal is.
        OversizedName: an IRI or a language tag is.
    """
    # an IRI may be written in two pieces of one line each, its namespace and the rest
    has_long_line = max(map(len, text.split("\n"))) > bounds.NAME // 2
    if not has_long_line and (len(text) <= bounds.LITERAL or _LONG_QUOTE.search(text) is None):
        return
    positions = read_layout(text).positions(len(quads))
    for quad, position in zip(quads, positions, strict=True):
        nodes: list[object] = [quad.subject, quad.predicate, quad.object, quad.graph_name]
        names = [node.value for node in nodes if isinstance(node, NamedNode)]
        if isinstance(quad.object, Literal):
            names += [quad.object.datatype.value, quad.object.language or ""]
            length = len(quad.object.value)
            if length > bounds.LITERAL:
                raise OversizedLiteral(path, position.line, length, bounds.LITERAL)
        length = max(map(len, names))
        if length > bounds.NAME:
            raise OversizedName(path, position.line, length, bounds.NAME)
