"""What of each source was read, and the graph in numbers."""

from __future__ import annotations

from pathlib import Path

from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.graph.coverage import SourceCoverage
from mhgraph.project.folders import Project
from mhgraph.project.statements import parse_project
from mhgraph.rdf.terms import DEFAULT, LABEL, TYPE
from tests.builders import build_graph, facts


def test_the_small_project_is_read_whole(small: BaseGraph) -> None:
    found = {source.key: source for source in small.coverage()}
    assert list(found) == ["riverside-launch-notice", "valley-register-launch", "valley-review"]
    notice = found["riverside-launch-notice"]
    assert (notice.captured, notice.with_statements, notice.with_none, notice.unread) == ("whole", 8, 4, ())
    assert (notice.passages, notice.remark) == (12, "read whole")
    review = found["valley-review"]
    assert (review.captured, review.passages, review.remark) == ("excerpt", 4, "4 passages, the rest not at hand")


def test_statements_are_counted_without_types_labels_and_days(small: BaseGraph) -> None:
    files = {file.path.stem: file for file in parse_project(small.project).of("sources")}
    for source in small.coverage():
        quads = [quad for quad in files[source.key].quads if quad.graph_name != DEFAULT]
        counted = [quad for quad in quads if quad.predicate not in (TYPE, LABEL)]
        assert source.statements == len(counted) > 0


UNREAD = """
    source:k a mh:Source ; mh:hasExtent concept:capture-%s .
    :p01 a mh:Passage ; dcterms:isPartOf source:k ; mh:hasNumber 1 .
    :p02 a mh:Passage ; dcterms:isPartOf source:k ; mh:hasNumber 2 ; mh:holdsNoStatement concept:nothing-heading .
    :p9 a mh:Passage ; dcterms:isPartOf source:k ; mh:hasNumber 9 .
    :p10 a mh:Passage ; dcterms:isPartOf source:k ; mh:hasNumber 10 .
    :p01 { event:e mh:hasTopic concept:topic-t . }
"""


def test_unread_paragraphs_are_named_in_order(tmp_path: Path) -> None:
    (found,) = build_graph(tmp_path / "p", sources={"k": UNREAD % "whole"}).coverage()
    assert found == SourceCoverage("k", "whole", 1, 1, ("p9", "p10"), 1)
    assert found.remark == "unread: p9, p10"
    (excerpt,) = build_graph(tmp_path / "q", sources={"k": UNREAD % "excerpt"}).coverage()
    assert excerpt.remark == "4 passages, the rest not at hand; unread: p9, p10"


def test_a_source_that_is_not_at_hand(tmp_path: Path) -> None:
    (found,) = build_graph(tmp_path / "p", sources={"k": "source:k a mh:Source ."}).coverage()
    assert found == SourceCoverage("k", "", 0, 0, (), 0)
    assert found.remark == "0 passages, the rest not at hand"


def test_the_numbers(small: BaseGraph) -> None:
    counts = small.statistics()
    assert counts.dated == small.date == "2031-06-01"
    assert counts.sources == counts.by_class["mh:Source"] == 3
    assert counts.by_class["mh:Judgement"] == 3
    assert counts.by_class["mh:Rule"] == len(small.rules)
    assert "mh:Derivation" not in counts.by_class  # they are counted as statements
    assert list(counts.by_class) == sorted(counts.by_class)
    assert list(counts.by_ledger) == ["stated", "judged", "inferred"]
    assert counts.by_ledger["judged"] == 6
    assert counts.by_ledger["stated"] == sum(source.statements for source in small.coverage())
    assert counts.triples == len(facts(small))


def test_the_numbers_of_chosen_ledgers(small_project: Project, tmp_path: Path) -> None:
    counts = load_graph(small_project, [Ledger.STATED]).statistics()
    assert list(counts.by_ledger) == ["stated"]
    assert "mh:Judgement" not in counts.by_class
    empty = build_graph(tmp_path / "p").statistics()
    assert (empty.dated, empty.sources) == ("", 0)


def test_no_paragraph_of_the_shipped_graph_is_unread(shipped_graph: BaseGraph) -> None:
    found = shipped_graph.coverage()
    assert len(found) == len(shipped_graph.project.sources)
    assert [source.key for source in found if source.unread] == []
