"""What the documents do not tell of a pledge."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from mhgraph.analysis.gaps import Gaps, find_gaps
from mhgraph.analysis.network import entity_network
from mhgraph.checks import validate_project
from mhgraph.graph import BaseGraph, load_graph
from mhgraph.namespaces import to_curie
from mhgraph.project.folders import Project

SOURCE = Path("data/sources/valley-review.trig")
KIND = "mh:hasKind concept:commitment-pledge ;"
MISSING = {
    "contribution": "pledge that does not say what it contributes",
    "number": "pledge without a number to measure it by",
    "deadline": "pledge without a time limit",
    "need": "pledge without a topic",
    "objective": "pledge that advances no objective or action",
    "means": "pledge that no body or practice serves",
    "partners": "pledge that is not made with others",
}


def look(graph: BaseGraph) -> Mapping[str, Gaps]:
    found = {gaps.missing: gaps for gaps in find_gaps(graph, entity_network(graph), ["pledges"])}
    assert list(found) == list(MISSING.values())
    return found


def known(gaps: Gaps) -> Mapping[str, tuple[str, ...]]:
    return {to_curie(gap.iri): gap.known for gap in gaps.found}


def test_a_gap_tells_what_is_known_of_the_pledge(small: BaseGraph) -> None:
    found = look(small)
    assert {gaps.whole for gaps in found.values()} == {1}
    assert known(found[MISSING["contribution"]]) == {"commitment:second-boat": ("has kind Pledge",)}
    assert known(found[MISSING["number"]]) == {"commitment:second-boat": ("has deadline 2033",)}
    assert known(found[MISSING["means"]]) == {"commitment:second-boat": ("is pledged by Lakeside Village Council",)}
    assert known(found[MISSING["partners"]]) == {"commitment:second-boat": ("is pledged by Lakeside Village Council",)}
    assert not any(found[MISSING[name]].found for name in ("deadline", "need", "objective"))


@pytest.mark.parametrize(
    ("gap", "old", "new"),
    [
        ("contribution", KIND, "mh:hasKind concept:commitment-pledge , concept:commitment-financial-pledge ;"),
        ("partners", KIND, "mh:hasKind concept:commitment-partnership-pledge ;"),
        (
            "number",
            "commitment:second-boat a",
            "figure:x a mh:ReportedFigure ; mh:isAbout commitment:second-boat .\ncommitment:second-boat a",
        ),
        (
            "means",
            "commitment:second-boat a",
            "actor:lakeside-council mh:serves commitment:second-boat .\ncommitment:second-boat a",
        ),
    ],
)
def test_what_a_document_tells_closes_a_gap(small_copy: Project, gap: str, old: str, new: str) -> None:
    change(small_copy, old, new)
    assert not look(load_graph(small_copy))[MISSING[gap]].found


@pytest.mark.parametrize(
    ("gap", "old", "told"),
    [
        ("deadline", 'mh:hasDeadline "2033"^^xsd:gYear ;', ()),
        ("need", "commitment:second-boat mh:hasTopic concept:topic-travelling-clinics .", ("concerns Islanders",)),
    ],
)
def test_what_no_document_tells_is_a_gap_and_no_finding(
    small_copy: Project, gap: str, old: str, told: tuple[str, ...]
) -> None:
    change(small_copy, old, "")
    assert known(look(load_graph(small_copy))[MISSING[gap]]) == {"commitment:second-boat": told}
    found = validate_project(small_copy, [small_copy.root / SOURCE])
    assert not [finding for finding in found if "pledge" in finding.check]


def change(project: Project, old: str, new: str) -> None:
    """Replace a text in the source of the pledge."""
    path = project.root / SOURCE
    text = path.read_text(encoding="utf-8")
    assert old in text
    head = "@prefix figure: <https://w3id.org/mhgraph/figure/> .\n"
    path.write_text(head + text.replace(old, new, 1), encoding="utf-8")
