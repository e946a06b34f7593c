"""The rule about what is still to be written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import NamedNode

from mhgraph.checks.integrity.breach import Breach
from mhgraph.graph.labels import short_name
from mhgraph.namespaces import to_curie
from mhgraph.project.statements import ParsedProject
from mhgraph.project.todo import is_todo


def unfinished(parsed: ParsedProject) -> Iterator[Breach]:
    """No TODO is left: what a new file leaves open is written before it is checked in. One breach a statement and term.

    A name that stands in for another is what the finding is about, so that nothing else is said of it.
    """
    seen: set[tuple[Path, object, str]] = set()
    for statement in parsed.statements:
        for term in statement.terms:
            if is_todo(term) and (place := (statement.file.path, term, statement.subject)) not in seen:
                seen.add(place)
                what = short_name(term.value) if isinstance(term, NamedNode) else f"'{getattr(term, 'value', '')}'"
                place_name = f"{to_curie(statement.predicate.value)} of {short_name(statement.subject)}"
                message = f"{what} stands in for a value ({place_name}); write that, or take the statement away."
                yield Breach(statement, message, focus=term.value if isinstance(term, NamedNode) else None)
