"""RDF in and out: parsing with errors that name the line, terms, dates, and the one canonical way to write a file.

The owner of pyoxigraph's data model. Data is parsed by pyoxigraph only: it fetches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Store,
    Triple,
    parse,
    serialize,
)

from mhgraph.errors import OversizedLiteral, RDFSyntaxError, UnreadableFile
from mhgraph.files import read_text
from mhgraph.namespaces import MH, PREFIXES, RDF, RDFS, SOURCE, XSD

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
"""Any RDF term that pyoxigraph can return."""

TYPE = NamedNode(f"{RDF}type")
LABEL = NamedNode(f"{RDFS}label")
DEFAULT = DefaultGraph()

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
_BARE = frozenset(NamedNode(f"{XSD}{name}") for name in ("string", "integer", "decimal", "double", "boolean"))
_NUMBER = re.compile(r"(\d+)")


def mh(name: str) -> NamedNode:
    """Return the term `name` of our ontology.

    >>> mh("addresses").value
    'https://w3id.org/mhgraph/ontology#addresses'
    """
    return NamedNode(f"{MH}{name}")


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


def canonical(quads: Iterable[Quad], *, prefixes: Mapping[str, str] | None = None, key: str | None = None) -> bytes:
    """Return quads as Turtle (TriG if a named graph occurs): sorted, with sorted prefixes, only those that are used.

    `key` binds the empty prefix to the passages of that source. Numbers in names count as numbers (`p9` before `p10`);
    the default graph comes first, `rdf:type` before other predicates. The same set of quads gives the same bytes.
    """
    bound = dict(PREFIXES if prefixes is None else prefixes)
    if key is not None:
        bound[""] = f"{SOURCE}{key}#"
    ordered = sorted(set(quads), key=_quad_key)
    named = any(quad.graph_name != DEFAULT for quad in ordered)
    used = _used_prefixes(ordered, bound)
    data = serialize(ordered, format=RdfFormat.TRIG if named else RdfFormat.TURTLE, prefixes=used) or b""
    lines = data.decode().split("\n")
    return "\n".join([*sorted(lines[: len(used)]), *_with_gaps(lines[len(used) :])]).encode()


def canonical_data(quads: Sequence[Quad], path: Path) -> bytes:
    """Return the canonical form of the quads of a data file; a source file is about the source that it describes.

    If it describes none or several, it is about the one that it is named after.
    """
    if path.parent.name != "sources":
        return canonical(quads)
    described = {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode) and _is_source(quad)}
    return canonical(quads, key=described.pop().removeprefix(SOURCE) if len(described) == 1 else path.stem)


def _is_source(quad: Quad) -> bool:
    return quad.predicate == TYPE and quad.object == mh("Source")


def date_bounds(literal: Literal) -> tuple[Literal, Literal] | None:
    """Return the first and the last day (`xsd:date`) of a date, a month or a year; None for any other literal.

    >>> [day.value for day in date_bounds(Literal("2018-02", datatype=NamedNode(f"{XSD}gYearMonth")))]
    ['2018-02-01', '2018-02-28']
    """
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", literal.value, re.ASCII)
    kind = literal.datatype.value.removeprefix(XSD)
    if match is None or kind != ("gYear", "gYearMonth", "date")[sum(part is not None for part in match.groups()[1:])]:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:  # a month or day of 00 is no date, and not the same as none
        first = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return _day(first), _day(date(year, month or 12, day or _last_day(year, month or 12)))


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a sort key under which digits count as numbers.

    >>> sorted(["p10", "p9"], key=natural_key)
    ['p9', 'p10']
    """
    return tuple(_part_key(part) for part in _NUMBER.split(text))


def term_key(term: object) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """Return a total order of terms: by value with numbers as numbers, then by the whole term."""
    return natural_key(getattr(term, "value", "")), str(term)


def _part_key(part: str) -> tuple[int, int, str]:
    """Return the key of a run of digits, by their size (Python refuses to read very long ones), or of other text."""
    if not part.isdecimal():
        return 0, 0, part
    digits = part.lstrip("0")
    return 1, len(digits), f"{digits} {part}"


def _last_day(year: int, month: int) -> int:
    """Return the number of days of a month; importing `calendar` costs 3 ms, more than all dates of the graph."""
    for day in (31, 30, 29):
        try:
            return date(year, month, day).day
        except ValueError:
            continue
    return 28


def _day(day: date) -> Literal:
    return Literal(day.isoformat(), datatype=NamedNode(f"{XSD}date"))


def _quad_key(quad: Quad) -> tuple[object, ...]:
    graph = quad.graph_name
    return (
        (0,) if graph == DEFAULT else (1, *term_key(graph)),
        term_key(quad.subject),
        "" if quad.predicate == TYPE else quad.predicate.value,
        term_key(quad.object),
    )


def _used_prefixes(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> dict[str, str]:
    iris: set[str] = set()
    for quad in quads:
        for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            if term == TYPE:
                continue
            if isinstance(term, NamedNode):
                iris.add(term.value)
            elif isinstance(term, Literal) and term.language is None and term.datatype not in _BARE:
                iris.add(term.datatype.value)
    return {
        prefix: namespace for prefix, namespace in prefixes.items() if any(iri.startswith(namespace) for iri in iris)
    }


def _with_gaps(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        if line and not line.startswith(("\t", "}")):
            yield ""
        yield line
