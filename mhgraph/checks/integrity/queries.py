"""Rules about the canned queries of a project."""

from __future__ import annotations

from collections.abc import Iterator

from mhgraph.checks.integrity.breach import Breach
from mhgraph.errors import MhgraphError
from mhgraph.project.statements import ParsedProject
from mhgraph.questions import read_question
from mhgraph.stores.guard import GuardedStore
from mhgraph.stores.memory import MemoryStore


def canned_query(parsed: ParsedProject) -> Iterator[Breach]:
    """A canned query has a header, keeps the rules for its body, and can be run. One breach a file.

    Those of the installed release are tested. Others are run on an empty graph, in a child with limits.
    """
    nothing = GuardedStore(MemoryStore())
    for path in parsed.project.queries:
        try:
            question = read_question(path)
            if not question.is_released:
                nothing.select(question.body)
        except MhgraphError as error:
            remedy = f"; {error.remedy}" if error.remedy else ""
            message = f"The query cannot be run: {error.problem}{remedy}."
            yield Breach(parsed.project.relative(path), message, error.line or 1)
