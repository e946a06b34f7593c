"""A judgement that two people signed: asked for, the others are left out as if they did not exist."""

from __future__ import annotations

import mhgraph
from mhgraph.graph import load_graph
from mhgraph.namespaces import from_curie
from mhgraph.project.folders import Project
from tests.builders import facts, triple

BOARD = "riverside-launch-notice"
MERGED = "judgement:mill-meeting-is-the-launch a mh:Judgement ;"
BEARS_ON = triple("rec:test-wells mh:bearsOn provision:vhc-1")
PATIENT = triple("practice:clinic-boat mh:takesUp rec:keep-clinic-boat")


def sign(project: Project, old: str, judge: str) -> None:
    """Let somebody sign, beside those who signed already, what begins with a text in a file of judgements."""
    path = project.root / "data" / "judgements" / f"{BOARD}.trig"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, f"{old} mh:isJudgedBy concept:curation-{judge} ;"), encoding="utf-8")


def test_what_one_person_signed_is_left_out(small_project: Project) -> None:
    graph = load_graph(small_project, second_opinion=True)
    assert not graph.is_complete
    assert not facts(graph) & {BEARS_ON, PATIENT}
    assert not graph.identities.canonical
    assert triple("event:village-compact-launch mh:hasOrganizer actor:riverside-health-board") in facts(graph)


def test_what_two_signed_counts_and_merges(small_copy: Project) -> None:
    sign(small_copy, MERGED, "curator-b")
    graph = load_graph(small_copy, second_opinion=True)
    assert [name.value for name in graph.identities.canonical] == [from_curie("event:valley-review-mill-meeting")]
    assert not facts(graph) & {BEARS_ON, PATIENT}


def test_a_second_person_may_sign_a_whole_file(small_copy: Project) -> None:
    sign(small_copy, f"judgements:{BOARD} a mh:JudgementFile ;", "curator-b")
    assert facts(load_graph(small_copy, second_opinion=True)) >= {BEARS_ON, PATIENT}


def test_one_person_is_not_two(small_copy: Project) -> None:
    sign(small_copy, MERGED, "curator-a")
    assert not load_graph(small_copy, second_opinion=True).identities.canonical


def test_the_library_offers_it_and_knows_what_is_merged(small_copy: Project) -> None:
    sign(small_copy, MERGED, "curator-b")
    for second_opinion in (False, True):
        graph = mhgraph.load(small_copy.root, second_opinion=second_opinion)
        assert graph.base.second_opinion is second_opinion
        assert graph.base.describe(from_curie("event:village-compact-launch") or "").merges
