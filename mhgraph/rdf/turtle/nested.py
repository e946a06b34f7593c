"""Turtle with its blank nodes in place, as shapes have them: brackets and lists, laid out for reading.

The library writes a blank node under a label that it makes up. Here each stands where it is used, so the same triples
give the same text, and a query within a shape keeps its lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from mhgraph.namespaces import RDF, XSD
from mhgraph.rdf.terms import TYPE, natural_key

WIDTH = 120
"""How long a line may be before brackets are opened over several lines."""

_FIRST, _REST, _NIL = (NamedNode(f"{RDF}{name}") for name in ("first", "rest", "nil"))
_LOCAL = re.compile(r"[A-Za-z_](?:[\w.-]*[\w-])?", re.ASCII)
_BARE = {
    f"{XSD}integer": re.compile(r"[+-]?\d+", re.ASCII),
    f"{XSD}decimal": re.compile(r"[+-]?\d*\.\d+", re.ASCII),
    f"{XSD}boolean": re.compile(r"true|false"),
}
_MOST_ON_A_LINE = 3
_INDENT = "  "

PredicateRank = Callable[[NamedNode], int]


class SharedBlankNode(ValueError):
    """A blank node stands in no bracket of its own: it is used twice, in a circle, or nowhere."""


def write_nested(
    triples: Collection[Triple],
    prefixes: Mapping[str, str],
    *,
    rank_subject: Callable[[NamedNode], int] = lambda _: 0,
    rank_predicate: PredicateRank = lambda _: 0,
) -> str:
    """Return triples as Turtle, with sorted prefixes, only those in use.

    Subjects and predicates come by rank, then by name; objects in the order of their text, members of a list in theirs.

    Raises:
        SharedBlankNode: a blank node is not used just once.

    >>> from pyoxigraph import parse, RdfFormat
    >>> text = "@prefix e: <http://e/> . e:a e:p [ e:q 2, 1 ], ( e:b 'c' ) ."
    >>> triples = [quad.triple for quad in parse(text, format=RdfFormat.TURTLE)]
    >>> print(write_nested(triples, {"e": "http://e/"}).splitlines()[-1])
      e:p ( e:b "c" ) , [ e:q 1 , 2 ] .
    """
    writer = _Writer(set(triples), prefixes, rank_predicate)
    subjects = {triple.subject for triple in triples if isinstance(triple.subject, NamedNode)}
    ordered = sorted(subjects, key=lambda subject: (rank_subject(subject), natural_key(subject.value)))
    blocks = [writer.write_subject(subject) for subject in ordered]
    if writer.written != len(set(triples)):
        raise SharedBlankNode
    declared = [f"@prefix {prefix}: <{prefixes[prefix]}> ." for prefix in sorted(writer.used)]
    return "".join(f"{block}\n\n" for block in ["\n".join(declared), *blocks] if block).removesuffix("\n")


class _Writer:
    """Writes the triples of one text; `used` are the prefixes that it needed, `written` counts triples."""

    def __init__(self, triples: set[Triple], prefixes: Mapping[str, str], rank: PredicateRank) -> None:
        self.used: set[str] = set()
        self.written = 0
        self._prefixes = sorted(prefixes.items(), key=lambda pair: -len(pair[1]))
        self._rank = rank
        self._of: dict[object, list[Triple]] = {}
        users: dict[object, int] = {}
        for triple in triples:
            self._of.setdefault(triple.subject, []).append(triple)
            users[triple.object] = users.get(triple.object, 0) + 1
        if any(count > 1 for node, count in users.items() if isinstance(node, BlankNode)):
            raise SharedBlankNode

    def write_subject(self, subject: NamedNode) -> str:
        """Return all that is said of a named subject, closed by a full stop."""
        lines = list(self._lines(subject, _INDENT))
        has_type = any(triple.predicate == TYPE for triple in self._of[subject])
        joint = " " if has_type else "\n"
        said = joint.join([self._term(subject, ""), " ;\n".join(lines).removeprefix(_INDENT if has_type else "")])
        return f"{said} ."

    def _lines(self, subject: NamedNode | BlankNode, indent: str) -> Iterator[str]:
        """Yield a text for each predicate of a subject, its lines indented."""
        by_predicate: dict[NamedNode, list[Triple]] = {}
        for triple in self._of.get(subject, ()):
            by_predicate.setdefault(triple.predicate, []).append(triple)
            self.written += 1
        for predicate in sorted(by_predicate, key=lambda one: (one != TYPE, self._rank(one), one.value)):
            name = "a" if predicate == TYPE else self._term(predicate, indent)
            objects = sorted((self._term(triple.object, indent) for triple in by_predicate[predicate]), key=natural_key)
            if len(objects) > _MOST_ON_A_LINE:
                yield f"{indent}{name}\n{indent}{_INDENT}" + f" ,\n{indent}{_INDENT}".join(objects)
            else:
                yield f"{indent}{name} {' , '.join(objects)}"

    def _term(self, term: object, indent: str) -> str:
        if isinstance(term, NamedNode):
            return "()" if term == _NIL else self._name(term)
        if isinstance(term, Literal):
            return self._literal(term)
        assert isinstance(term, BlankNode)
        is_list = any(triple.predicate == _FIRST for triple in self._of.get(term, ()))
        return self._list(term, indent) if is_list else self._bracket(term, indent)

    def _list(self, head: BlankNode, indent: str) -> str:
        inner, members = indent + _INDENT, []
        node: object = head
        while node != _NIL:
            said = {triple.predicate: triple.object for triple in self._of.get(node, ())}
            if said.keys() != {_FIRST, _REST} or len(self._of[node]) != len(said):
                raise SharedBlankNode
            self.written += len(said)
            members.append(self._term(said[_FIRST], inner))
            node = said[_REST]
        return _lay_out("(", members, " ", ")", indent)

    def _bracket(self, node: BlankNode, indent: str) -> str:
        lines = list(self._lines(node, indent + _INDENT))
        return _lay_out("[", [line.removeprefix(indent + _INDENT) for line in lines], " ; ", "]", indent)

    def _name(self, node: NamedNode) -> str:
        for prefix, namespace in self._prefixes:
            if node.value.startswith(namespace) and _LOCAL.fullmatch(node.value, len(namespace)):
                self.used.add(prefix)
                return f"{prefix}:{node.value[len(namespace) :]}"
        return str(node)

    def _literal(self, literal: Literal) -> str:
        bare = _BARE.get(literal.datatype.value)
        if bare is not None and bare.fullmatch(literal.value):
            return literal.value
        text = _quote(literal.value)
        if literal.language:
            return f"{text}@{literal.language}"
        is_string = literal.datatype.value == f"{XSD}string"
        return text if is_string else f"{text}^^{self._name(literal.datatype)}"


def _lay_out(start: str, parts: Iterable[str], joint: str, end: str, indent: str) -> str:
    """Return parts in brackets: on one line if they fit, else each on a line of its own."""
    listed = list(parts)
    line = " ".join([start, joint.join(listed), end])
    if "\n" not in line and len(indent) + len(line) <= WIDTH:
        return line
    inner = indent + _INDENT
    return f"{start}\n{inner}" + f"{joint.rstrip()}\n{inner}".join(listed) + f"\n{indent}{end}"


def _quote(text: str) -> str:
    """Return a text in quotes; in long ones, with its lines as they are, if it has several."""
    escaped = text.replace("\\", "\\\\").replace("\r", "\\r")
    if "\n" not in text:
        plain = escaped.replace('"', '\\"').replace("\t", "\\t")
        return f'"{plain}"'
    long = escaped.replace('"""', '\\"\\"\\"')
    return f'"""{long[:-1]}\\""""' if long.endswith('"') else f'"""{long}"""'
