"""Mutants of SPARQL queries as text: a condition less, an operator turned, a step of a path less.

The parser knows as much of the grammar as the queries of the shapes use (https://www.w3.org/TR/sparql11-query/#grammar)
and refuses the rest, so that no part of a query is passed over in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"""\s*(?:(?P<term><[^<>"{}|^`\\\s]*>|"(?:\\.|[^"\\\n])*"(?:@[\w-]+|\^\^[\w:-]+)?|[?$]\w+|[\w-]*:[\w-]*|\d+)"""
    r"""|(?P<word>[A-Za-z]+)"""
    r"""|(?P<mark>&&|\|\||<=|>=|!=|[{}().;,|/*+?^!<>=-]))"""
)
_TURNED = {"&&": "||", "||": "&&", "<": "<=", "<=": "<", ">": ">=", ">=": ">"}
_KINDS = {"&&": "turn of && and ||", "||": "turn of && and ||"}
_CLOSING = {"{": "}", "(": ")"}

Span = tuple[int, int]
"""The tokens from one number up to another."""


class UnknownQuery(Exception):
    """A query uses something that no mutant is known for; add it."""


@dataclass(frozen=True)
class QueryMutant:
    """A query with one change."""

    kind: str
    what: str
    """The part that was changed."""
    text: str


@dataclass
class _Clause:
    """What a group says in one breath: a filter, or a predicate with its objects; `cut` goes when it is dropped."""

    shown: Span
    cut: Span
    is_filter: bool = False
    variables: frozenset[str] = frozenset()
    harmless: bool = False
    """Whether it says no more than that a focus node has a class."""


@dataclass
class _Group:
    outermost: bool
    clauses: list[_Clause] = field(default_factory=list)


def make_query_mutants(query: str) -> list[QueryMutant]:
    """Return the mutants of a query, each once, in the order of the text. Raises UnknownQuery.

    >>> [mutant.what for mutant in make_query_mutants("SELECT $this WHERE { $this ex:a/ex:b ?x FILTER (?x < 3) }")]
    ['FILTER ( ?x < 3 )', '<', 'ex:a', 'ex:b']
    """
    return _Parser(query).mutants()


class _Parser:
    """Reads the tokens once and notes what can be changed."""

    def __init__(self, query: str) -> None:
        self._query = query
        self._tokens: list[str] = []
        self._spans: list[Span] = []
        at = 0
        while query[at:].strip():
            match = _TOKEN.match(query, at)
            if match is None:
                raise UnknownQuery(f"at {query[at : at + 20]!r}")
            self._tokens.append(match[match.lastgroup or 0])
            self._spans.append(match.span(match.lastgroup or 0))
            at = match.end()
        self._at = 0
        self._groups: list[_Group] = []
        self._steps: list[tuple[str, Span, Span]] = []

    def mutants(self) -> list[QueryMutant]:
        """Return the mutants."""
        while self._peek() != "{":
            self._at += 1
        self._group(outermost=True)
        found = [*self._dropped(), *self._turned(), *self._members(), *self._paths()]
        return list({mutant.text: mutant for mutant in reversed(found)}.values())[::-1]

    def _dropped(self) -> Iterator[QueryMutant]:
        for group in self._groups:
            for clause in group.clauses:
                rest = [other for other in group.clauses if other is not clause]
                bound = {name for other in rest for name in other.variables}
                if not rest or clause.harmless:
                    continue
                if group.outermost and not clause.is_filter and (clause.variables - {"$this"} or not bound):
                    continue  # a filter needs what it binds: an error, and the shape is silent as without its query
                yield self._without("loss of a filter" if clause.is_filter else "loss of a clause", clause)

    def _without(self, kind: str, clause: _Clause) -> QueryMutant:
        return QueryMutant(kind, self._shown(clause.shown), self._cut(clause.cut))

    def _turned(self) -> Iterator[QueryMutant]:
        for number, token in enumerate(self._tokens):
            if token in _TURNED and not self._is_idle(number):
                kind = _KINDS.get(token, "turn of < and <=")
                yield QueryMutant(kind, token, self._cut((number, number + 1), _TURNED[token]))

    def _is_idle(self, number: int) -> bool:
        """Whether `a <= b || STRSTARTS(a, b)` stands here, which says the same with `<`."""
        left, mark, right, *rest = self._tokens[number - 1 : number + 9]
        return mark == "<=" and rest == ["||", "STRSTARTS", "(", left, ",", right, ")"]

    def _members(self) -> Iterator[QueryMutant]:
        for number, token in enumerate(self._tokens):
            if token != "IN":
                continue
            end = self._closing(number + 1)
            members = range(number + 2, end, 2)
            for member in members if len(members) > 1 else ():
                cut = (member, member + 2) if member + 1 < end else (member - 1, member + 1)
                yield QueryMutant("loss of a member", self._tokens[member], self._cut(cut))

    def _paths(self) -> Iterator[QueryMutant]:
        for kind, shown, cut in self._steps:
            yield QueryMutant(kind, self._shown(shown), self._cut(cut))

    def _group(self, *, outermost: bool = False) -> None:
        group = _Group(outermost)
        self._groups.append(group)
        self._take("{")
        while self._peek() != "}":
            start = self._at
            word = self._peek()
            if word == "FILTER":
                self._filter()
                group.clauses.append(_Clause((start, self._at), (start, self._at), is_filter=True))
            elif word in ("OPTIONAL", "UNION"):
                self._at += 1
                self._group()
            elif word == "BIND":
                self._at = self._closing(self._at + 1) + 1
            elif word == "{":
                self._group()
            elif word == ".":
                self._at += 1
            else:
                group.clauses += self._statement()
        self._take("}")

    def _filter(self) -> None:
        self._take("FILTER")
        if self._peek() == "NOT":
            self._at += 1
        if self._peek() == "EXISTS":
            self._at += 1
            self._group()
            return
        if self._peek() != "(":
            raise UnknownQuery(f"FILTER {self._peek()}")
        self._at = self._closing(self._at) + 1

    def _statement(self) -> list[_Clause]:
        """Read a subject with its predicates and objects."""
        start = self._at
        subject = self._term()
        parts: list[tuple[Span, frozenset[str], bool]] = []
        while True:
            begin = self._at
            path = self._path()
            names = {subject, self._term()}
            while self._peek() == ",":
                self._at += 1
                names.add(self._term())
            variables = frozenset(name for name in names if name[0] in "?$")
            parts.append(((begin, self._at), variables, path == "a" and len(variables) > 1))
            if self._peek() != ";":
                break
            self._at += 1
        end = self._at + (self._peek() == ".")
        if len(parts) == 1:
            ((span, variables, harmless),) = parts
            return [_Clause((start, span[1]), (start, end), variables=variables, harmless=harmless)]
        return [
            _Clause(span, (span[0] - 1, span[1]) if number else (span[0], span[1] + 1), False, variables, harmless)
            for number, (span, variables, harmless) in enumerate(parts)
        ]

    def _path(self) -> str:
        """Read a path and note its steps, alternatives and repetitions; return it as text."""
        start = self._at
        self._joined("|", "loss of an alternative", lambda: self._joined("/", "loss of a step", self._element))
        return self._shown((start, self._at))

    def _joined(self, mark: str, kind: str, read: object) -> None:
        assert callable(read)
        spans: list[Span] = []
        while True:
            begin = self._at
            read()
            spans.append((begin, self._at))
            if self._peek() != mark:
                break
            self._at += 1
        for number, (begin, end) in enumerate(spans if len(spans) > 1 else []):
            self._steps.append((kind, (begin, end), (begin - 1, end) if number else (begin, end + 1)))

    def _element(self) -> None:
        begin = self._at
        if self._peek() == "^":
            self._at += 1
        if self._peek() == "(":
            self._at += 1
            self._joined("|", "loss of an alternative", lambda: self._joined("/", "loss of a step", self._element))
            self._take(")")
        else:
            self._term()
        if self._peek() in ("*", "+", "?"):
            self._at += 1
            self._steps.append(("loss of a repetition", (begin, self._at), (self._at - 1, self._at)))

    def _term(self) -> str:
        token = self._peek()
        if token != "a" and token[0] not in '<"?$' and ":" not in token and not token.isdigit():
            raise UnknownQuery(f"{token!r} where a term is expected")
        self._at += 1
        return token

    def _closing(self, start: int) -> int:
        """Return where the bracket closes that opens at `start`."""
        opening = self._tokens[start]
        depth = 0
        for number in range(start, len(self._tokens)):
            depth += (self._tokens[number] == opening) - (self._tokens[number] == _CLOSING[opening])
            if not depth:
                return number
        raise UnknownQuery(f"a {opening} that nothing closes")

    def _peek(self) -> str:
        if self._at >= len(self._tokens):
            raise UnknownQuery("it ends too early")
        return self._tokens[self._at]

    def _take(self, token: str) -> None:
        if self._peek() != token:
            raise UnknownQuery(f"{self._peek()!r} where {token!r} is expected")
        self._at += 1

    def _shown(self, span: Span) -> str:
        return " ".join(self._tokens[slice(*span)])

    def _cut(self, span: Span, instead: str = "") -> str:
        """Return the query with some tokens replaced."""
        begin, end = self._spans[span[0]][0], self._spans[span[1] - 1][1]
        return self._query[:begin] + instead + self._query[end:]
