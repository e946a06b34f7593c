"""Second hand: what one document tells of another text."""

from __future__ import annotations

import shutil
from pathlib import Path

from mhgraph.graph import BaseGraph, Ledger
from mhgraph.graph.second_hand import find_tellers, list_tellers
from mhgraph.namespaces import SOURCE, from_curie
from mhgraph.questions import ask
from tests.builders import build_graph
from tests.conftest import REPOSITORY
from tests.counting import CountingStore

TELLER = """
    source:teller a mh:Source ; dcterms:publisher actor:t , actor:u ; mh:isSourceOf instrument:teller .
    :p1 a mh:Passage ; dcterms:isPartOf source:teller . :p2 a mh:Passage ; dcterms:isPartOf source:teller .
    :p1 { rec:teller-wash a mh:Recommendation ; mh:isIssuedBy actor:b ; mh:isSetDownIn instrument:report .
          rec:own a mh:Recommendation ; mh:isIssuedBy actor:t ; mh:isSetDownIn provision:teller-2 .
          rec:said a mh:Recommendation ; mh:isIssuedBy actor:b . }
    :p2 { rec:teller-wash mh:isAddressedTo actor:c . }
    :p1-index { rec:teller-wash mh:hasTopic concept:topic-water . }
"""
REPORT = """
    source:report a mh:Source ; dcterms:publisher actor:b ; mh:isSourceOf instrument:report .
    :p1 a mh:Passage ; dcterms:isPartOf source:report . :p2 a mh:Passage ; dcterms:isPartOf source:report .
    :p1 { rec:report-wash a mh:Recommendation ; mh:isIssuedBy actor:b ; mh:isSetDownIn instrument:report . }
    :p2 { instrument:report mh:cites instrument:teller . }
"""
NAMELESS = """
    source:nameless a mh:Source .
    :p1 a mh:Passage ; dcterms:isPartOf source:nameless .
    :p1 { rec:teller-wash mh:isIssuedBy actor:b . }
"""
ENTITIES = {
    "instruments": """
        instrument:report a mh:Instrument . instrument:teller a mh:Instrument .
        provision:teller-2 a mh:Provision ; dcterms:isPartOf instrument:teller .
        provision:report-2 a mh:Provision ; dcterms:isPartOf instrument:report .""",
}
SAME = """
    judgement:same a mh:Judgement ; mh:hasConfidence concept:confidence-high ; mh:hasRationale "One text."@en ;
        mh:restsOn source:report\\#p1 , source:teller\\#p1 .
    judgement:same { rec:teller-wash mh:sameAs rec:report-wash . }
"""


def iri(curie: str) -> str:
    return str(from_curie(curie))


def tell(graph: BaseGraph, thing: str, *passages: str) -> tuple[str, ...]:
    """Return who tells a thing in some passages, as CURIEs of actors without prefix."""
    named = [f"{SOURCE}{passage}" for passage in passages]
    tellers = graph.tellers((iri(thing), passage) for passage in named)
    return tuple(teller.rpartition("/")[2] for teller in list_tellers(tellers, iri(thing), named))


def test_a_document_tells_what_another_text_asks(tmp_path: Path) -> None:
    graph = build_graph(tmp_path / "p", sources={"teller": TELLER}, entities=ENTITIES)
    assert tell(graph, "rec:teller-wash", "teller#p1") == ("t", "u")
    assert tell(graph, "rec:teller-wash", "teller#p1", "teller#p2") == ("t", "u")


def test_a_text_that_speaks_for_itself_is_not_told(tmp_path: Path) -> None:
    """Nor is what belongs to no text; and a provision belongs to the text that it is a part of."""
    graph = build_graph(tmp_path / "p", sources={"teller": TELLER}, entities=ENTITIES)
    assert tell(graph, "rec:own", "teller#p1") == ()
    assert tell(graph, "rec:said", "teller#p1") == ()
    provision = "provision:{}-2 mh:isAbout actor:b ."
    sources = {"teller": TELLER + f":p1 {{ {provision.format('teller')} {provision.format('report')} }}"}
    graph = build_graph(tmp_path / "q", sources=sources, entities=ENTITIES)
    assert tell(graph, "provision:teller-2", "teller#p1") == ()
    assert tell(graph, "provision:report-2", "teller#p1") == ("t", "u")


def test_once_the_text_is_read_and_held_to_say_the_same_nobody_tells_it(tmp_path: Path) -> None:
    sources = {"teller": TELLER, "report": REPORT}
    apart = build_graph(tmp_path / "p", sources=sources, entities=ENTITIES)
    assert tell(apart, "rec:teller-wash", "teller#p1") == ("t", "u")
    assert tell(apart, "rec:report-wash", "report#p1") == ()
    merged = build_graph(tmp_path / "q", sources=sources, judgements={"report": SAME}, entities=ENTITIES)
    assert tell(merged, "rec:report-wash", "report#p1", "teller#p1") == ()
    assert tell(merged, "rec:report-wash", "teller#p1") == ("t", "u")  # one of its statements, from there only


def test_a_passage_that_says_nothing_of_the_thing_tells_nothing(tmp_path: Path) -> None:
    """A judgement rests on passages of both texts."""
    graph = build_graph(tmp_path / "p", sources={"teller": TELLER, "report": REPORT}, entities=ENTITIES)
    assert tell(graph, "rec:teller-wash", "teller#p1", "report#p2") == ("t", "u")
    assert tell(graph, "rec:own", "teller#p1", "report#p2") == ()


def test_a_source_without_publisher_tells_it_itself(tmp_path: Path) -> None:
    sources = {"teller": TELLER, "nameless": NAMELESS}
    graph = build_graph(tmp_path / "p", sources=sources, entities=ENTITIES)
    assert tell(graph, "rec:teller-wash", "nameless#p1") == ("nameless",)
    assert tell(graph, "rec:teller-wash", "nameless#p1", "teller#p1") == ("t", "u", "nameless")


def test_one_query_for_all(tmp_path: Path) -> None:
    graph = build_graph(tmp_path / "p", sources={"teller": TELLER}, entities=ENTITIES)
    counting = CountingStore(graph.store)
    tellings = [(iri(f"rec:{name}"), f"{SOURCE}teller#p1") for name in ("teller-wash", "own", "said")]
    found = find_tellers(counting, tellings * 200)
    assert found == {tellings[0]: (iri("actor:t"), iri("actor:u")), tellings[1]: ()}
    assert counting.calls == 1


def test_an_answer_names_who_tells_it_in_every_ledger(tmp_path: Path) -> None:
    names = {"actors": 'actor:t a mh:Organization ; rdfs:label "The Teller"@en . actor:u a mh:Organization .'}
    names["concepts"] = "concept:topic-water a skos:Concept ; skos:inScheme scheme:topic ."
    graph = build_graph(tmp_path / "p", sources={"teller": TELLER}, entities={**ENTITIES, **names}, with_ontology=True)
    project = graph.project
    shutil.copytree(REPOSITORY / "queries", project.root / "queries")
    table = ask(graph, "recommendations-on", {"subject": "concept:topic-water"}).data()
    (row,) = [dict(zip(table.columns, cells, strict=True)) for cells in table.rows]
    assert [value.exact for value in row["ledger"]] == [Ledger.INDEXED.value]
    assert [value.exact for value in row["told_by"]] == [iri("actor:t"), iri("actor:u")]
    assert [value.shown for value in row["told_by_label"]] == ["The Teller", "actor:u"]
