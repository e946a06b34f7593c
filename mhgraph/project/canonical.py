"""The one canonical way to write a file, so that the same quads give the same bytes.

What is said of a passage or a judgement stands together with its graphs, in the order of the document. Within a
subject come type, label (English, French, Spanish), kind, and the rest by name; more than three values stand on a line
each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from mhgraph.model import CAPTURE, INDEX_SUFFIX, JUDGEMENT_FILE, KIND, NUMBER, RECORD, SOURCE_CLASS
from mhgraph.namespaces import PREFIXES, SH, SKOS, SOURCE, XSD
from mhgraph.rdf.terms import DEFAULT, LABEL, TYPE, natural_key, sort_quads, term_key
from mhgraph.rdf.turtle.nested import write_nested

_BARE = frozenset(NamedNode(f"{XSD}{name}") for name in ("string", "integer", "decimal", "double", "boolean"))
_PREDICATES = {TYPE: 0, LABEL: 1, NamedNode(f"{SKOS}prefLabel"): 1, KIND: 2}
_HEADS = {SOURCE_CLASS: 0, JUDGEMENT_FILE: 0, CAPTURE: 1, RECORD: 2}
_LANGUAGES = {"en": 0, "fr": 1, "es": 2}
_SEPARATOR = re.compile(r'"(?:[^"\\]|\\.)*"|<[^>]*>|(?P<comma> , )')
_FIRST_OBJECT = re.compile(r'(?P<head>.*?) (?P<object>"(?:[^"\\]|\\.)*"\S*|<[^>]*>|\S+)')
_MOST_ON_A_LINE = 3
_NUMBER = re.compile(r"[0-9]{1,9}")  # Python refuses to read very long ones
_OF_SHAPES = {
    "targetClass": 0,
    "targetNode": 0,
    "targetSubjectsOf": 0,
    "targetObjectsOf": 0,
    "path": 1,
    "severity": 3,
    "name": 4,
    "message": 5,
}
_NODE_SHAPE = NamedNode(f"{SH}NodeShape")

Key = tuple[object, ...]


def canonical(quads: Iterable[Quad], *, prefixes: Mapping[str, str] | None = None, key: str | None = None) -> bytes:
    """Return quads as Turtle (TriG if a named graph occurs), in the one order, with sorted prefixes, only those in use.

    `key` binds the empty prefix to the passages of that source; the passages of other sources have the key of their
    source as prefix. Numbers in names count as numbers (`p9` before `p10`). The same set of quads gives the same bytes.
    """
    ordered = order_quads(quads)
    return "".join(canonical_lines(ordered, prefixes=prefixes, key=key)).encode()


def order_quads(quads: Iterable[Quad]) -> list[Quad]:
    """Return distinct quads in the one order. Those of them that stand in one graph are in the order of that graph."""
    listed = set(quads)
    order = _Order(listed)
    return sort_quads(listed, order.rank_subject, _rank_predicate, _rank_object)


def canonical_lines(
    ordered: Sequence[Quad], *, prefixes: Mapping[str, str] | None = None, key: str | None = None
) -> Iterator[str]:
    """Yield the lines that `canonical` writes, from quads in the order of `order_quads`."""
    named = any(quad.graph_name != DEFAULT for quad in ordered)
    used = _used_prefixes(ordered, dict(PREFIXES if prefixes is None else prefixes), key)
    data = serialize(ordered, format=RdfFormat.TRIG if named else RdfFormat.TURTLE, prefixes=used) or b""
    lines = data.decode().split("\n")[:-1]  # each ends with a line feed
    yield from (f"{line}\n" for line in sorted(lines[: len(used)]))
    yield from (f"{part}\n" for line in _with_gaps(lines[len(used) :]) for part in _one_object_a_line(line))


def canonical_shapes(quads: Iterable[Quad]) -> bytes:
    """Return shapes as Turtle in the one order: node shapes first; target and path first, the words for people last.

    Blank nodes stay where they are used; see `write_nested` for what it raises.
    """
    triples = {quad.triple for quad in quads}
    node_shapes = {triple.subject for triple in triples if triple.predicate == TYPE and triple.object == _NODE_SHAPE}
    return write_nested(
        triples,
        PREFIXES,
        rank_subject=lambda subject: subject not in node_shapes,
        rank_predicate=lambda predicate: _OF_SHAPES.get(predicate.value.removeprefix(SH), 2),
    ).encode()


class _Order:
    """The order of the quads of a file: block by block, each a thing with what its graphs say."""

    def __init__(self, quads: set[Quad]) -> None:
        self._heads: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        for quad in quads:
            if quad.graph_name == DEFAULT and isinstance(quad.subject, NamedNode):
                if quad.predicate == TYPE and isinstance(quad.object, NamedNode) and quad.object in _HEADS:
                    self._heads[quad.subject.value] = _HEADS[quad.object]
                elif quad.predicate == NUMBER and _NUMBER.fullmatch(getattr(quad.object, "value", "")):
                    self._numbers[quad.subject.value] = int(getattr(quad.object, "value", ""))

    def rank_subject(self, graph: Any, subject: Any) -> Key:
        """Return the place of what a graph says of a subject."""
        inside = graph != DEFAULT
        name = getattr(graph if inside else subject, "value", "")
        block = name.removesuffix(INDEX_SUFFIX) if inside else name
        return (
            self._heads.get(block, len(_HEADS)),
            self._numbers.get(block, 0),
            natural_key(block),
            (inside, name),
            term_key(subject),
        )


def _rank_predicate(predicate: NamedNode) -> Key:
    return (_PREDICATES.get(predicate, len(_PREDICATES)), predicate.value)


def _rank_object(value: object) -> Key:
    if isinstance(value, Literal) and value.language is not None:
        return (_LANGUAGES.get(value.language, len(_LANGUAGES)), value.language, term_key(value))
    return (len(_LANGUAGES) + 1, "", term_key(value))


def _used_prefixes(quads: Iterable[Quad], prefixes: Mapping[str, str], key: str | None) -> dict[str, str]:
    """Return the prefixes that some name needs; a source whose passages are named has its key as prefix."""
    terms = {term for quad in quads for term in (quad.subject, quad.predicate, quad.object, quad.graph_name)}
    iris = {iri for term in terms for iri in _iris(term)}
    keys = {iri.removeprefix(SOURCE).partition("#")[0] for iri in iris if iri.startswith(SOURCE) and "#" in iri}
    bound = {**prefixes, **{"" if one == key else one: f"{SOURCE}{one}#" for one in keys}}
    listed = "\n".join(["", *iris])  # no IRI has a line break in it
    return {prefix: namespace for prefix, namespace in bound.items() if f"\n{namespace}" in listed}


def _iris(term: object) -> Iterator[str]:
    if isinstance(term, NamedNode) and term != TYPE:
        yield term.value
    elif isinstance(term, Literal) and term.language is None and term.datatype not in _BARE:
        yield term.datatype.value


def _with_gaps(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if line and not line.startswith(("\t", "}")):
            yield ""
        yield line


def _one_object_a_line(line: str) -> Iterator[str]:
    """Yield a line as it is, or with its objects below it, one a line, if there are more than three."""
    if line.count(" , ") < _MOST_ON_A_LINE:  # in strings too, so that it may be more than there are values
        yield line
        return
    commas = [match.start() for match in _SEPARATOR.finditer(line) if match["comma"]]
    if len(commas) < _MOST_ON_A_LINE:
        yield line
        return
    starts, ends = [0, *(comma + len(" , ") for comma in commas)], [*commas, len(line)]
    parts = [line[start:end] for start, end in zip(starts, ends, strict=True)]
    first = _FIRST_OBJECT.fullmatch(parts[0])
    assert first is not None  # the library writes a predicate and a blank before the first object
    indent = "\t" * (len(line) - len(line.lstrip("\t")) + 1)
    yield first["head"]
    yield from (f"{indent}{value} ," for value in (first["object"], *parts[1:-1]))
    yield f"{indent}{parts[-1]}"
