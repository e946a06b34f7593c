"""Tests: the lineage of a provision."""

from __future__ import annotations

import pytest

from mhgraph.analysis.lineage import SIDES, LineageStep, trace_lineage
from mhgraph.analysis.network import entity_network
from mhgraph.errors import UnknownName
from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.namespaces import to_curie
from mhgraph.project.folders import Project
from mhgraph.questions import find_question


def chain(graph: BaseGraph, provision: str, language: str = "en") -> dict[str, LineageStep]:
    steps = trace_lineage(graph, entity_network(graph), provision, language=language)
    assert [SIDES.index(step.side) for step in steps] == sorted(SIDES.index(step.side) for step in steps)
    return {to_curie(step.iri): step for step in steps}


def test_the_canned_query_keeps_the_rules_of_canned_queries(shipped: Project) -> None:
    question = find_question(shipped, "lineage")
    assert question.statement == ("?subject", "?relation", "?object")


def test_the_chain_of_the_small_corpus(small: BaseGraph) -> None:
    found = chain(small, "vhc-1")
    assert {name: step.side for name, step in found.items()} == {
        "instrument:old-water-pact": "behind",
        "milestone:village-compact-adopted": "itself",
        "event:village-compact-launch": "itself",
        "instrument:valley-review": "after",
        "instrument:riverside-launch-notice": "open",
    }
    assert found["milestone:village-compact-adopted"].dates == ("2031-03-01",)
    assert found["event:village-compact-launch"].ledger == "stated"
    assert (found["event:village-compact-launch"].strands, found["instrument:valley-review"].strands) == (
        *(("process",), ("words",)),
    )
    assert found["event:village-compact-launch"].statements[0].passages


def test_without_the_judgements_their_ties_are_gone(small_project: Project) -> None:
    stated = chain(load_graph(small_project, [Ledger.STATED]), "vhc-2")
    assert "instrument:riverside-launch-notice" not in stated
    judged = chain(load_graph(small_project), "vhc-2")["instrument:riverside-launch-notice"]
    assert (judged.ledger, judged.confidence, judged.strands) == ("judged", "medium", ())


def test_labels_and_sentences_follow_the_language(small: BaseGraph) -> None:
    found = chain(small, "vhc-1", "fr")
    assert found["instrument:old-water-pact"].label == "Ancien pacte de l'eau"
    assert "« " not in found["instrument:old-water-pact"].statements[0].sentence
    assert "Ancien pacte de l'eau" in found["instrument:old-water-pact"].statements[0].sentence


def test_an_unknown_provision_is_refused(small: BaseGraph) -> None:
    with pytest.raises(UnknownName):
        chain(small, "vhc-99")


def test_the_lineage_of_action_15_e(shipped_graph: BaseGraph) -> None:
    """A careful reader of the documents: what fed into the Compact is behind, what cites it or came later is after."""
    found = chain(shipped_graph, "gcm-15e")
    behind = {
        *("event:global-consultation-2", "instrument:colombo-statement", "milestone:colombo-accepted"),
        *("instrument:proposed-health-components-gcm", "milestone:proposed-components-acknowledged"),
        *("instrument:wha70-15", "instrument:who-framework-refugees-migrants-health"),
        *("instrument:new-york-declaration-2016", "event:gfmd-2017-platform-for-partnerships"),
    }
    after = {
        *("instrument:unnm-uhc-statement-2023", "instrument:imrf-progress-declaration-2022"),
        "instrument:sg-report-gcm-2021",
    }
    assert {name: found[name].side for name in behind} == dict.fromkeys(behind, "behind")
    assert {name: found[name].side for name in after} == dict.fromkeys(after, "after")
    assert {name for name, step in found.items() if step.side == "itself"} >= {"process:gcm", "milestone:gcm-adopted"}
    assert found["event:leave-no-one-behind-uhc"].side == "open"
    assert "instrument:gcm" not in found
    dated = [step.earliest for step in found.values() if step.side == "after" and step.earliest]
    assert dated == sorted(dated)
