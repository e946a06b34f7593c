"""The rule about bodies: where one belongs to a country, that is said."""

from __future__ import annotations

from collections.abc import Iterator

from mhgraph.checks.integrity.breach import Breach
from mhgraph.graph.labels import short_name
from mhgraph.model import HAS_COUNTRY, KIND
from mhgraph.namespaces import to_curie
from mhgraph.project.statements import ParsedProject


def country_given(parsed: ParsedProject) -> Iterator[Breach]:
    """A body that an entity file declares has a country if its kind wants one: a State, a ministry.

    What a passage only describes may be a ministry of a country that no paragraph names.
    """
    national = parsed.model.marked("national")
    for file in parsed.of("entities"):
        placed = {statement.subject for statement in file.statements if statement.predicate == HAS_COUNTRY}
        for statement in file.statements:
            if statement.predicate == KIND and statement.quad.object in national and statement.subject not in placed:
                what = f"{short_name(statement.subject)} is of a country, and it is not said of which"
                remedy = f"add {to_curie(HAS_COUNTRY.value)}, and where it was looked up"
                yield Breach(statement, f"{what}; {remedy}.")
