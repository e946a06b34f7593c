"""Rules: one triple in the template, a plain basic graph pattern as WHERE, run to a fixpoint.

A conclusion explains itself: the rule's pattern, bound to the conclusion, gives back its premises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from mhgraph.engines.memory import MemoryEngine
from mhgraph.errors import InvalidHeader, InvalidQuery
from mhgraph.headers import read_headed
from mhgraph.namespaces import RULE
from mhgraph.rdf import LABEL, TYPE, Term, mh, term_key
from mhgraph.sparql import MAX_DEPTH, depth_of

_FORM = re.compile(r"^((?:PREFIX\s+\S+\s+\S+\s+)*)CONSTRUCT\s*\{([^{}]*)\}\s*WHERE\s*\{([^{}]*)\}\s*$", re.IGNORECASE)


class Derivation(NamedTuple):
    """One way in which a rule yields a triple: the rule, and the premises (facts of the chosen ledgers)."""

    rule: NamedNode
    premises: tuple[Triple, ...]


@dataclass(frozen=True)
class Rule:
    """A rule file: its name (`rule:<slug>`), label, and SPARQL in three parts."""

    path: Path
    label: str
    prologue: str
    template: str
    pattern: str

    @property
    def name(self) -> NamedNode:
        """The IRI of the rule and of the graph of its conclusions."""
        return NamedNode(f"{RULE}{self.path.stem}")

    @property
    def construct(self) -> str:
        """The rule as a CONSTRUCT query."""
        return f"{self.prologue}CONSTRUCT {{{self.template}}} WHERE {{{self.pattern}}}"

    @cached_property
    def _template_terms(self) -> list[str]:
        return self.template.strip().rstrip(".").split()

    def derivations(self, engine: MemoryEngine, conclusion: Triple) -> Iterator[Derivation]:
        """Yield every derivation of `conclusion` by this rule over the facts of `engine`, in a fixed order."""
        terms = zip(self._template_terms, (conclusion.subject, conclusion.predicate, conclusion.object), strict=True)
        bound = {name: term for name, term in terms if name.startswith("?")}
        template = f"{self.prologue}CONSTRUCT {{{self.template}}} WHERE {{ {_values(bound)} }}"
        if conclusion not in engine.construct(template):
            return
        question = f"{self.prologue}SELECT * WHERE {{ {_values(bound)} {self.pattern} }}"
        solutions = engine.select(question)
        names = [f"?{name}" for name in solutions.variables]
        for row in sorted(solutions.rows, key=lambda row: [term_key(term) for term in row]):
            binding = {name: term for name, term in zip(names, row, strict=True) if term is not None}
            premises = engine.construct(f"{self.prologue}CONSTRUCT WHERE {{{self.pattern}}} {_values(binding)}")
            yield Derivation(self.name, tuple(sorted(premises, key=lambda t: (str(t.subject), str(t)))))


def load_rules(paths: Sequence[Path]) -> list[Rule]:
    """Return the rules of the given files.

    Raises InvalidHeader for a header without label, InvalidHeader or InvalidQuery for a body that is not
    `CONSTRUCT { triple } WHERE { triples }`.
    """
    return [_load_rule(path) for path in paths]


def apply_rules(engine: MemoryEngine, rules: Sequence[Rule]) -> None:
    """Add to the store of `engine` what the rules derive from its default graph, run to a fixpoint.

    A conclusion goes into the default graph and into the graph of each rule that yields it; one that is stated or
    judged is not stored again.
    """
    store = engine.store
    inferred: set[Triple] = set()
    seen: set[Quad] = set()
    changed = bool(rules)
    for rule in rules:
        store.add(Quad(rule.name, TYPE, mh("Rule")))
        store.add(Quad(rule.name, LABEL, Literal(rule.label, language="en")))
    while changed:
        changed = False
        for rule in rules:
            for triple in engine.construct(rule.construct):
                quad = Quad(triple.subject, triple.predicate, triple.object, rule.name)
                fact = Quad(triple.subject, triple.predicate, triple.object)
                if quad in seen or (triple not in inferred and fact in store):
                    continue
                seen.add(quad)
                inferred.add(triple)
                store.extend([quad, fact])
                changed = True


def _load_rule(path: Path) -> Rule:
    headed = read_headed(path, required=["label"])
    match = _FORM.match(headed.body)
    if match is None or depth_of(headed.body) > MAX_DEPTH or len(match[2].strip().rstrip(".").split()) != 3:
        raise InvalidHeader(
            "a rule is CONSTRUCT { one triple } WHERE { plain triples }", "write it in that form", path=path, line=2
        )
    rule = Rule(path, str(headed.header["label"]), *match.groups())
    nothing = MemoryEngine(Store())
    try:  # the short form takes plain triples only, as explanations do
        nothing.construct(rule.construct)
        nothing.construct(f"{rule.prologue}CONSTRUCT WHERE {{{rule.pattern}}}")
    except InvalidQuery as error:
        raise InvalidQuery(error.problem, "WHERE holds plain triples only", path=path) from error
    return rule


def _values(binding: dict[str, Term]) -> str:
    """Return a VALUES block of one row; every term is serialised by the library."""
    names = sorted(binding)
    return f"VALUES ({' '.join(names)}) {{ ({' '.join(str(binding[name]) for name in names)}) }}"
