"""What of each source was read, and the corpus in numbers."""

from __future__ import annotations

from pathlib import Path

from mhgraph.graph import Corpus, Ledger, load_corpus
from mhgraph.graph.coverage import SourceCoverage, coverage, data_date, statistics
from mhgraph.project.folders import Project
from mhgraph.rdf.turtle.parse import parse_file
from tests.builders import facts, build_graph


def test_the_small_corpus_is_read_whole(small: Corpus) -> None:
    found = {each.key: each for each in coverage(small)}
    assert list(found) == ["riverside-launch-notice", "valley-register-launch", "valley-review"]
    notice = found["riverside-launch-notice"]
    assert (notice.captured, notice.with_statements, notice.with_none, notice.unread) == ("whole", 8, 4, ())
    assert (notice.passages, notice.remark) == (12, "read whole")
    review = found["valley-review"]
    assert (review.captured, review.passages, review.remark) == ("excerpt", 4, "4 passages, the rest not at hand")


def test_statements_are_counted_without_types_labels_and_bounds(small: Corpus) -> None:
    for each in coverage(small):
        path = small.project.root / "data" / "sources" / f"{each.key}.trig"
        quads = [quad for quad in parse_file(path) if str(quad.graph_name) != "DEFAULT"]
        counted = [quad for quad in quads if not quad.predicate.value.endswith(("#type", "#label"))]
        assert each.statements == len(counted) > 0


UNREAD = """
    source:k a mh:Source ; mh:captured concept:capture-%s .
    :p01 a mh:Passage ; dcterms:isPartOf source:k ; mh:number 1 .
    :p02 a mh:Passage ; dcterms:isPartOf source:k ; mh:number 2 ; mh:holdsNoStatement concept:nothing-heading .
    :p9 a mh:Passage ; dcterms:isPartOf source:k ; mh:number 9 .
    :p10 a mh:Passage ; dcterms:isPartOf source:k ; mh:number 10 .
    :p01 { event:e mh:topic concept:topic-t . }
"""


def test_unread_paragraphs_are_named_in_order(tmp_path: Path) -> None:
    (found,) = coverage(build_graph(tmp_path / "p", sources={"k": UNREAD % "whole"}))
    assert found == SourceCoverage("k", "whole", 1, 1, ("p9", "p10"), 1)
    assert found.remark == "unread: p9, p10"
    (excerpt,) = coverage(build_graph(tmp_path / "q", sources={"k": UNREAD % "excerpt"}))
    assert excerpt.remark == "4 passages, the rest not at hand; unread: p9, p10"


def test_a_source_that_is_not_at_hand(tmp_path: Path) -> None:
    (found,) = coverage(build_graph(tmp_path / "p", sources={"k": "source:k a mh:Source ."}))
    assert found == SourceCoverage("k", "", 0, 0, (), 0)
    assert found.remark == "0 passages, the rest not at hand"


def test_the_numbers(small: Corpus) -> None:
    counts = statistics(small)
    assert counts.dated == data_date(small) == "2031-06-01"
    assert counts.sources == counts.by_class["mh:Source"] == 3
    assert counts.by_class["mh:Judgement"] == 3
    assert counts.by_class["mh:Rule"] == len(small.rules)
    assert list(counts.by_class) == sorted(counts.by_class)
    assert list(counts.by_ledger) == ["stated", "judged", "inferred"]
    assert counts.by_ledger["judged"] == 6
    assert counts.by_ledger["stated"] == sum(each.statements for each in coverage(small))
    assert counts.triples == len(facts(small))


def test_the_numbers_of_chosen_ledgers(small_project: Project, tmp_path: Path) -> None:
    counts = statistics(load_corpus(small_project, [Ledger.STATED]))
    assert list(counts.by_ledger) == ["stated"]
    assert "mh:Judgement" not in counts.by_class
    empty = statistics(build_graph(tmp_path / "p"))
    assert (empty.dated, empty.sources) == ("", 0)


def test_no_paragraph_of_the_shipped_graph_is_unread(shipped: Project) -> None:
    found = coverage(load_corpus(shipped))
    assert len(found) == len(shipped.sources)
    assert [each.key for each in found if each.unread] == []
