"""What of each source was read, and the graph in numbers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.graph.coverage import SourceCoverage
from mhgraph.model import CURATION_DATE, JUDGEMENT_CLASS
from mhgraph.project.folders import Project
from mhgraph.project.statements import parse_project
from mhgraph.rdf.terms import DEFAULT, LABEL, TYPE
from tests.builders import build_graph, facts


def test_the_small_project_is_read_whole(small: BaseGraph) -> None:
    found = {source.key: source for source in small.coverage()}
    assert list(found) == [path.stem for path in small.project.sources]
    notice = found["riverside-launch-notice"]
    assert (notice.extent, notice.with_statements, notice.with_none, notice.unread) == ("whole", 8, 4, ())
    assert (notice.passages, notice.remark) == (12, "read whole")
    review = found["valley-review"]
    assert (review.extent, review.remark) == ("excerpt", f"{review.passages} passages, the rest not at hand")
    assert review.passages == review.with_statements > 0


def test_statements_are_counted_without_types_labels_and_days(small: BaseGraph) -> None:
    files = {file.path.stem: file for file in parse_project(small.project).of("sources")}
    for source in small.coverage():
        quads = [quad for quad in files[source.key].quads if quad.graph_name != DEFAULT]
        quads = [quad for quad in quads if "-index" not in str(quad.graph_name)]  # what is filed is another ledger
        counted = [quad for quad in quads if quad.predicate not in (TYPE, LABEL)]
        assert source.statements == len(counted) > 0


UNREAD = """
    source:k a mh:Source .
    :c1 a mh:Capture ; mh:isCaptureOf source:k ; mh:hasExtent concept:extent-excerpt .
    :c2 a mh:Capture ; mh:isCaptureOf source:k ; mh:hasExtent concept:extent-%s .
    :p01 a mh:Passage ; dcterms:isPartOf source:k ; mh:hasNumber 1 .
    :p02 a mh:Passage ; dcterms:isPartOf source:k ; mh:hasNumber 2 ; mh:holdsNoStatement concept:nothing-heading .
    :p9 a mh:Passage ; dcterms:isPartOf source:k ; mh:hasNumber 9 .
    :p10 a mh:Passage ; dcterms:isPartOf source:k ; mh:hasNumber 10 .
    :p11 a mh:Passage ; dcterms:isPartOf source:k ; mh:hasNumber 11 ; mh:leavesOut concept:nothing-out-of-scope .
    :p12 a mh:Passage ; dcterms:isPartOf source:k ; mh:hasNumber 12 .
    :record a mh:Record ; dcterms:isPartOf source:k .
    :p01 { event:e mh:hasKind concept:event-dialogue . }
    :p11 { event:e mh:hasStatus concept:status-held . }
    :p12-index { event:e mh:hasTopic concept:topic-t . }
    :record { instrument:i rdfs:label "I"@en ; mh:hasDate "2018"^^xsd:gYear . }
"""


def test_unread_paragraphs_are_named_in_order(tmp_path: Path) -> None:
    (found,) = build_graph(tmp_path / "p", sources={"k": UNREAD % "whole"}).coverage()
    assert found == SourceCoverage("k", "whole", 3, 1, ("p9", "p10"), 2, in_part=1)
    assert found.passages == 6  # the record is none
    assert found.remark == "unread: p9, p10"
    (excerpt,) = build_graph(tmp_path / "q", sources={"k": UNREAD % "excerpt"}).coverage()
    assert excerpt.remark == "6 passages, the rest not at hand; unread: p9, p10"


def test_the_fullest_capture_counts(tmp_path: Path) -> None:
    (found,) = build_graph(tmp_path / "p", sources={"k": UNREAD % "body-only"}).coverage()
    assert found.extent == "body-only"
    assert replace(found, unread=()).remark == "the body read whole"


def test_a_source_that_is_not_at_hand(tmp_path: Path) -> None:
    (found,) = build_graph(tmp_path / "p", sources={"k": "source:k a mh:Source ."}).coverage()
    assert found == SourceCoverage("k", "none", 0, 0, (), 0)
    assert found.remark == "0 passages, the rest not at hand"


def test_the_numbers(small: BaseGraph) -> None:
    counts = small.statistics()
    assert (counts.version, counts.dated, small.date) == ("3.1", "2031-06-02", "2031-06-02")
    assert counts.sources == counts.by_class["mh:Source"] == len(small.project.sources)
    parsed = parse_project(small.project)
    judged = [quad for file in parsed.of("judgements") for quad in file.quads]
    assert counts.by_class["mh:Judgement"] == sum(quad.object == JUDGEMENT_CLASS for quad in judged) > 0
    assert counts.by_class["mh:Rule"] == len(small.rules)
    assert (
        not {"mh:Derivation", "mh:Indexing", "mh:Identity"} & counts.by_class.keys()
    )  # they are counted as statements
    assert list(counts.by_class) == sorted(counts.by_class)
    assert list(counts.by_ledger) == ["stated", "indexed", "judged", "inferred"]
    assert counts.by_ledger["judged"] == sum(quad.graph_name != DEFAULT for quad in judged)
    filed = [quad for file in parsed.of("sources") for quad in file.quads if "-index" in str(quad.graph_name)]
    assert counts.by_ledger["indexed"] == len(filed) > 0
    assert counts.by_ledger["stated"] == sum(source.statements for source in small.coverage())
    assert counts.triples == len(facts(small))


def test_the_numbers_of_chosen_ledgers(small_project: Project, tmp_path: Path) -> None:
    counts = load_graph(small_project, [Ledger.STATED]).statistics()
    assert list(counts.by_ledger) == ["stated"]
    assert "mh:Judgement" not in counts.by_class
    empty = build_graph(tmp_path / "p").statistics()
    assert (empty.version, empty.dated, empty.sources) == ("", "", 0)


def test_without_a_description_the_latest_curation_date_counts(tmp_path: Path) -> None:
    text = """source:k a mh:Source ; mh:hasCurationDate "2031-06-01"^^xsd:date , "2031-05-01"^^xsd:date ."""
    assert build_graph(tmp_path / "p", sources={"k": text}).date == "2031-06-01"


def test_the_data_is_not_older_than_its_last_reading(shipped_graph: BaseGraph) -> None:
    query = f"SELECT DISTINCT ?date WHERE {{ ?x {CURATION_DATE} ?date }}"
    assert shipped_graph.date >= max(str(date.value) for (date,) in shipped_graph.select(query).rows)  # type: ignore[union-attr] # a literal


def test_no_paragraph_of_the_five_documents_is_unread(shipped_graph: BaseGraph) -> None:
    found = shipped_graph.coverage()
    assert len(found) == len(shipped_graph.project.sources)
    assert {source.key for source in found if source.unread} <= {"gcm"}  # of which only objectives and actions are read
