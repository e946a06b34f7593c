"""Where a result is to be looked up: the file of ours, and the line, where a curator mends what it is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path

from pyoxigraph import NamedNode

from mhgraph.project.statements import A, Iri, Material, Statement
from mhgraph.checks.integrity.names import entity_predicates
from mhgraph.checks.shacl.reference import ShapeResult

_IRI = re.compile(r"<([^<>]*)>")
_CLAIMING = ("sources", "judgements")


class Places:
    """The places of statements in the files of a project."""

    def __init__(self, material: Material) -> None:
        self._statements = [*material.statements, *material.schema]

    def find(self, result: ShapeResult) -> tuple[Path, int | None] | None:
        """Return file and line of the best place; None if no file speaks of the focus node.

        The best is the offending statement; then another with this path; what a passage or a judgement says of the
        focus node, if only they may say what is missing; its declaration; a mention.
        """
        paths = frozenset(_IRI.findall(result.path) or [result.path])
        about, mentions = self._by_subject.get(result.focus, []), self._by_value.get(result.focus, [])
        naming = entity_predicates({each.value for each in about if each.predicate == A})
        claim = result.path != "" and not paths <= naming
        choices: Sequence[tuple[Sequence[Statement], Callable[[Statement], bool]]] = [
            (about, lambda each: each.predicate in paths and _text(each) == result.value),
            (about, lambda each: each.predicate in paths and each.file.role in _CLAIMING),
            (about, lambda each: each.predicate in paths),
            (about, lambda each: claim and each.file.role in _CLAIMING),
            (mentions, lambda each: claim and each.file.role in _CLAIMING),
            (about, lambda each: each.predicate == A),
            ([*about, *mentions], lambda each: True),
        ]
        for statements, fits in choices:
            for each in statements:
                if fits(each):
                    return each.file.path, each.line
        return None

    @cached_property
    def _by_subject(self) -> dict[Iri, list[Statement]]:
        return _grouped((each.subject, each) for each in self._statements)

    @cached_property
    def _by_value(self) -> dict[Iri, list[Statement]]:
        return _grouped((each.value, each) for each in self._statements)


def _grouped(pairs: Iterable[tuple[Iri, Statement]]) -> dict[Iri, list[Statement]]:
    groups: defaultdict[Iri, list[Statement]] = defaultdict(list)
    for name, statement in pairs:
        groups[name].append(statement)
    return dict(groups)


def _text(statement: Statement) -> str:
    """Return the object as results have it: an IRI as it is, a literal in N-Triples form."""
    value = statement.quad.object
    return value.value if isinstance(value, NamedNode) else str(value)
