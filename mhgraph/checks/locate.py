"""Where a result is to be looked up: the file of ours, and the line, where a curator fixes what it is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path

from pyoxigraph import NamedNode

from mhgraph.checks.finding import show_term
from mhgraph.checks.shacl import ShapeResult
from mhgraph.model import Model
from mhgraph.project.statements import Iri, Statement
from mhgraph.rdf.terms import TYPE

_IRI = re.compile(r"<([^<>]*)>")
_CLAIMING = ("sources", "judgements")


class Locator:
    """Finds, among some statements, those that results are about."""

    def __init__(self, statements: Sequence[Statement], model: Model) -> None:
        self._statements = statements
        self._model = model

    def find(self, result: ShapeResult) -> tuple[Path | None, int | None]:
        """Return file and line of the best place; Nones if none speaks of the focus node.

        The best is the offending statement; then another with this path; what a passage or a judgement says of the
        focus node, if only they may say what is missing; its declaration; a mention.
        """
        paths = frozenset(map(NamedNode, _IRI.findall(result.path) or [result.path])) if result.path else frozenset()
        about, mentions = self._by_subject.get(result.focus, []), self._by_object.get(result.focus, [])
        classes = {statement.quad.object for statement in about if statement.predicate == TYPE}
        named = [cls for cls in classes if isinstance(cls, NamedNode)]
        claim = bool(paths) and not paths <= self._model.described_with(named)

        def offends(statement: Statement) -> bool:
            return statement.predicate in paths and show_term(statement.quad.object) == result.value

        def has_path(statement: Statement) -> bool:
            return statement.predicate in paths

        def claims(statement: Statement) -> bool:
            return claim and statement.file.role in _CLAIMING

        choices: Sequence[tuple[Sequence[Statement], Callable[[Statement], bool]]] = [
            (about, offends),
            (about, lambda statement: has_path(statement) and statement.file.role in _CLAIMING),
            (about, has_path),
            (about, claims),
            (mentions, claims),
            (about, lambda statement: statement.predicate == TYPE),
            ([*about, *mentions], lambda statement: True),
        ]
        found = chain.from_iterable(filter(fits, statements) for statements, fits in choices)
        best = next(found, None)
        return (None, None) if best is None else (best.file.path, best.line)

    @cached_property
    def _by_subject(self) -> dict[Iri, list[Statement]]:
        return self._group(lambda statement: statement.subject)

    @cached_property
    def _by_object(self) -> dict[Iri, list[Statement]]:
        return self._group(lambda statement: statement.value)

    def _group(self, name: Callable[[Statement], Iri]) -> dict[Iri, list[Statement]]:
        groups: defaultdict[Iri, list[Statement]] = defaultdict(list)
        for statement in self._statements:
            groups[name(statement)].append(statement)
        return dict(groups)
