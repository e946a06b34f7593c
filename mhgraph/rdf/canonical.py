"""The one canonical way to write a file: sorted, with sorted prefixes, so that the same quads give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from mhgraph.namespaces import PREFIXES, SOURCE, XSD
from mhgraph.rdf.terms import DEFAULT, TYPE, term_key

_BARE = frozenset(NamedNode(f"{XSD}{name}") for name in ("string", "integer", "decimal", "double", "boolean"))


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
