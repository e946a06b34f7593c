"""Rules: one triple in the template, plain triples as WHERE, applied once to what is stated and judged.

A rule names no new thing and never reads what a rule concluded, so one pass is enough and it always ends. A conclusion
explains itself: the rule's pattern, bound to the conclusion, gives back its premises.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from mhgraph.errors import InvalidHeader, InvalidQuery, OversizedLiteral, OversizedName, QueryStopped, RDFSyntaxError
from mhgraph.model import DERIVATION
from mhgraph.namespaces import RULE
from mhgraph.project.release import is_released
from mhgraph.rdf.headers import read_headed
from mhgraph.rdf.sparql import describe_excess, replace_variables, values_block
from mhgraph.rdf.terms import Term
from mhgraph.rdf.turtle.parse import parse_text
from mhgraph.stores import Store

_FORM = re.compile(r"^((?:PREFIX\s+\S+\s+\S+\s+)*)CONSTRUCT\s*\{([^{}]*)\}\s*WHERE\s*\{([^{}]*)\}\s*$", re.IGNORECASE)
_SLUG = re.compile(r"[a-z][a-z0-9-]*")
_VARIABLE = "urn:variable:"

Binding = Mapping[str, Term]


class Derivation(NamedTuple):
    """One way in which a rule yields a triple: the rule, and the premises (facts of the chosen ledgers), sorted."""

    rule: NamedNode
    premises: tuple[Triple, ...]


@dataclass(frozen=True)
class Rule:
    """A rule file: its name (`rule:<slug>`), its label, its template, and the triples of its WHERE.

    In template and pattern, a variable is an IRI that begins with `urn:variable:`. `is_released` tells that the file is
    ours, to the byte: all others are applied to a guarded store.
    """

    path: Path
    label: str
    template: Triple
    pattern: tuple[Triple, ...]
    is_released: bool = False

    @property
    def name(self) -> NamedNode:
        """The IRI of the rule."""
        return NamedNode(f"{RULE}{self.path.stem}")

    @property
    def joining(self) -> list[NamedNode]:
        """The predicates by which a premise joins two things that are not fixed; a conclusion is about what they join.

        They say all only if every predicate is fixed, as in the rules of the release.
        """
        return [
            pattern.predicate
            for pattern in self.pattern
            if is_variable(pattern.subject) and is_variable(pattern.object)
        ]

    def graph_of(self, conclusion: Triple) -> NamedNode:
        """Return the name of the graph that holds one conclusion: the rule's name and a digest of the conclusion."""
        digest = hashlib.sha256(str(conclusion).encode()).hexdigest()[:16]
        return NamedNode(f"{self.name.value}#{digest}")

    def apply(self, store: Store, conclusions: Sequence[Triple] | None = None) -> Iterator[tuple[Triple, Derivation]]:
        """Yield each conclusion from the facts of a store with one of its derivations, in no fixed order.

        A conclusion that is a fact already is left out. With `conclusions`, only these are looked for, in a store that
        holds them; what a rule concluded is no premise.

        Raises:
            InvalidQuery: the engine does not take it; the error has the file.
            QueryStopped: the store is guarded, and a limit was met; the error has the file.
        """
        where = f"{self._where} FILTER NOT EXISTS {{ {_as_sparql(self.template)} }}"
        if conclusions is not None:
            bound = self._bound(conclusions)
            if bound is None:
                return
            where = f"{bound} {self._where} {self._without_conclusions}"
        try:
            solutions = store.select(f"SELECT DISTINCT * WHERE {{ {where} }}")
        except (InvalidQuery, QueryStopped) as error:
            error.path = self.path
            raise
        for row in solutions.rows:
            binding = {name: term for name, term in zip(solutions.variables, row, strict=True) if term is not None}
            concluded = _instantiate(self.template, binding)
            premises = {triple for pattern in self.pattern if (triple := _instantiate(pattern, binding)) is not None}
            if concluded is not None:
                ordered = sorted(premises, key=lambda triple: (str(triple.subject), str(triple)))
                yield concluded, Derivation(self.name, tuple(ordered))

    @cached_property
    def _where(self) -> str:
        return " ".join(f"{_as_sparql(triple)} ." for triple in self.pattern)

    @cached_property
    def _without_conclusions(self) -> str:
        return " ".join(
            f"FILTER NOT EXISTS {{ GRAPH ?_graph {{ {_as_sparql(triple)} }} ?_graph a {DERIVATION} }}"
            for triple in self.pattern
        )

    def _bound(self, conclusions: Sequence[Triple]) -> str | None:
        """Return a VALUES block with the bindings of the template to conclusions; None if it fits none of them."""
        rows = [binding for triple in conclusions if (binding := _match(self.template, triple)) is not None]
        if not rows:
            return None
        names = sorted(rows[0])
        return values_block(names, [[row[name] for name in names] for row in rows])


def explain(
    store: Store, guarded: Store, rules: Iterable[Rule], conclusions: Sequence[Triple]
) -> dict[Triple, list[Derivation]]:
    """Return the derivations of each of some triples, rule by rule: one query a rule. None for what no rule yields.

    `guarded` is the store for rules that are not ours. Raises InvalidQuery or QueryStopped for one of these.
    """
    found: dict[Triple, list[Derivation]] = {triple: [] for triple in conclusions}
    for rule in rules:
        for conclusion, derivation in rule.apply(store if rule.is_released else guarded, conclusions):
            if conclusion in found:  # stores keep numbers by value: they may answer for 7 who was asked for 07
                found[conclusion].append(derivation)
    for derivations in found.values():
        derivations.sort(key=lambda one: (one.rule.value, [str(premise) for premise in one.premises]))
    return found


def load_rules(paths: Sequence[Path]) -> list[Rule]:
    """Return the rules of the given files.

    Raises InvalidHeader for a header without label, for a file whose name cannot be that of a rule, and for a body that
    is not `CONSTRUCT { triple } WHERE { triples }`; InvalidQuery for a body that does not parse, and for a conclusion
    about a thing that the premises do not name.
    """
    return [_load_rule(path) for path in paths]


def _load_rule(path: Path) -> Rule:
    headed = read_headed(path, required=["label"])
    excess = describe_excess(headed.body)
    if excess:
        raise InvalidQuery(excess, "write a rule with fewer premises", path=path)
    form = _FORM.match(headed.body)
    if form is None:
        raise _not_a_rule(path)
    prologue, template, pattern = form.groups()
    (concluded, *more), premises = _triples(prologue, template, path), _triples(prologue, pattern, path)
    if more:
        raise _not_a_rule(path)
    if _SLUG.fullmatch(path.stem) is None:
        raise InvalidHeader("the name of the file is no name of a rule", "use lower case, digits, hyphens", path=path)
    given = {name for triple in premises for name in _variables(triple)}
    unbound = [name for name in _variables(concluded) if name not in given]
    if unbound:
        raise InvalidQuery(f"?{unbound[0]} is not in WHERE", "conclude only about things that it names", path=path)
    return Rule(path, str(headed.header["label"]), concluded, tuple(premises), is_released(path, headed.text))


def _triples(prologue: str, text: str, path: Path) -> list[Triple]:
    # a basic graph pattern is read as Turtle, with IRIs for variables
    turtle = replace_variables(text.strip().removesuffix("."), f"<{_VARIABLE}{{}}>".format)
    if not turtle:
        raise _not_a_rule(path)
    try:  # on a line of its own, the full stop is not lost in a comment
        quads = parse_text(f"{prologue}{turtle}\n.", path.with_suffix(".ttl"))
    except (RDFSyntaxError, OversizedLiteral, OversizedName) as error:
        reason = error.problem.removeprefix("not valid RDF: ")
        raise InvalidQuery(
            f"a rule holds plain triples only: {reason}", "write it without paths and filters", path=path
        ) from error
    if not all(_is_plain(term) for quad in quads for term in quad.triple):
        raise _not_a_rule(path)
    return [quad.triple for quad in quads]


def _is_plain(term: object) -> bool:
    is_literal = isinstance(term, Literal) and _variable(term.datatype) is None
    return is_literal or isinstance(term, NamedNode)


def _not_a_rule(path: Path) -> InvalidHeader:
    return InvalidHeader(
        "a rule is CONSTRUCT { one triple } WHERE { plain triples }", "write it in that form", path=path, line=2
    )


def is_variable(term: object) -> bool:
    """Return whether a term of a template or a pattern is a variable."""
    return _variable(term) is not None


def _variable(term: object) -> str | None:
    is_variable = isinstance(term, NamedNode) and term.value.startswith(_VARIABLE)
    return term.value.removeprefix(_VARIABLE) if is_variable and isinstance(term, NamedNode) else None


def _variables(triple: Triple) -> list[str]:
    return [name for term in triple if (name := _variable(term)) is not None]


def _as_sparql(pattern: Triple) -> str:
    return " ".join(str(term) if (name := _variable(term)) is None else f"?{name}" for term in pattern)


def _instantiate(pattern: Triple, binding: Binding) -> Triple | None:
    """Return a pattern with its variables bound.

    None for what a rule does not speak of: a literal as subject or predicate, a blank node.
    """
    subject, predicate, value = [term if (name := _variable(term)) is None else binding[name] for term in pattern]
    if not isinstance(subject, NamedNode) or not isinstance(predicate, NamedNode) or isinstance(value, BlankNode):
        return None
    return Triple(subject, predicate, value)


def _match(pattern: Triple, triple: Triple) -> dict[str, Term] | None:
    """Return the binding under which a pattern is a triple, or None."""
    binding: dict[str, Term] = {}
    for wanted, term in zip(pattern, triple, strict=True):
        name = _variable(wanted)
        if wanted != term if name is None else binding.setdefault(name, term) != term:
            return None
    return binding
