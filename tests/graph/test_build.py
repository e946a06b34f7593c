"""Loading: facts are flat, evidence is graphs, and ledgers are chosen as if the others did not exist."""

from __future__ import annotations

import random
import shutil
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Triple

from mhgraph.errors import InvalidHeader, RDFSyntaxError
from mhgraph.graph import ALL_LEDGERS, BaseGraph, Ledger, load_graph
from mhgraph.graph.build import flat_view
from mhgraph.graph.identity import GRAPH as IDENTITY_GRAPH
from mhgraph.graph.ledgers import LEDGER_OF_CLASS
from mhgraph.graph.rules import load_rules
from mhgraph.model import EARLIEST, IDENTITY, LATEST, SAME_AS, START_DATE
from mhgraph.namespaces import SKOS, to_curie
from mhgraph.project import folders
from mhgraph.project.folders import Project
from mhgraph.project.statements import parse_project
from mhgraph.rdf.terms import DEFAULT, LABEL, TYPE
from tests.builders import build_graph, build_project, evidence, facts, in_graph, triple, triples

EVERY_CHOICE = [frozenset(chosen) for size in range(5) for chosen in combinations(Ledger, size)]
ORGANIZED = triple("event:village-compact-launch mh:hasOrganizer actor:riverside-health-board")


def graphs_of(graph: BaseGraph, wanted: Triple) -> set[str]:
    """Return the named graphs in which a triple stands."""
    names = {quad.graph_name for quad in evidence(graph) if quad.triple == wanted}
    return {to_curie(name.value) for name in names if isinstance(name, NamedNode)}


def ledgers_of(graph: BaseGraph) -> set[Ledger]:
    """Return the ledgers of the named graphs that hold statements."""
    classes = {fact.subject: fact.object for fact in facts(graph) if fact.predicate == TYPE}
    found = {classes[quad.graph_name] for quad in evidence(graph) if isinstance(quad.graph_name, NamedNode)}
    return {LEDGER_OF_CLASS[cls.value] for cls in found - {IDENTITY} if isinstance(cls, NamedNode)}


def test_facts_are_flat_and_evidence_beside(small: BaseGraph) -> None:
    flat = [quad.triple for quad in small.store.dump([""])]
    assert len(flat) == len(set(flat))
    assert triple("event:village-compact-launch mh:addresses provision:vhc-1") in flat
    own_words = [quad.triple for quad in evidence(small) if small.identities.merge(quad.triple) == quad.triple]
    assert set(own_words) <= set(flat)


def test_merged_things_have_one_name_in_the_flat_view_and_their_own_in_graphs(small: BaseGraph) -> None:
    flat = facts(small)
    written, canonical = (
        triple(f"{name} mh:addresses provision:vhc-1") for name in ("rec:valley-review-test-wells", "rec:test-wells")
    )
    assert canonical in flat
    assert written not in flat
    assert graphs_of(small, written) == {"source:valley-review#para-12-b"}
    assert graphs_of(small, canonical) == set()
    label = "Test the wells two times a year, as the Board asked"
    assert triple(f'rec:test-wells skos:altLabel "{label}"@en') in flat
    assert triple(f'rec:test-wells rdfs:label "{label}"@en') not in flat
    told = triple("rec:valley-review-test-wells mh:isMergedInto rec:test-wells")
    assert {quad.graph_name for quad in evidence(small) if quad.triple == told} == {IDENTITY_GRAPH}
    assert triple(f"<{IDENTITY_GRAPH.value}> a mh:Identity") in flat


def test_an_unsure_judgement_merges_nothing(small: BaseGraph) -> None:
    assert triple("event:valley-review-talks mh:sameAs event:village-evening-talks") in facts(small)
    assert triple("event:valley-review-talks a mh:EventSet") in facts(small)


def test_what_is_filed_rests_on_its_passage(small: BaseGraph) -> None:
    filed = triple("event:village-compact-launch mh:hasTopic concept:topic-well-water")
    assert graphs_of(small, filed) == {"source:riverside-launch-notice#p04-index"}
    assert triples("""
        <https://w3id.org/mhgraph/source/riverside-launch-notice#p04-index> a mh:Indexing ;
            mh:restsOn <https://w3id.org/mhgraph/source/riverside-launch-notice#p04> .
    """) <= facts(small)


def test_a_judgement_has_what_its_file_says_once(tmp_path: Path) -> None:
    graph = build_graph(
        tmp_path / "p",
        judgements={
            "k": """judgements:k a mh:JudgementFile ; mh:isJudgedBy concept:curation-curator-a ;
                        mh:hasCurationDate "2031-06-01"^^xsd:date ; mh:hasCurationMethod concept:method-close-reading .
                    judgement:i a mh:Judgement ; mh:isJudgedBy concept:curation-curator-b ;
                        mh:hasCurationDate "2031-07-01"^^xsd:date .
                    judgement:j a mh:Judgement ."""
        },
    )
    assert triples("""
        judgement:j mh:isJudgedBy concept:curation-curator-a ; mh:hasCurationDate "2031-06-01"^^xsd:date ;
            mh:hasCurationMethod concept:method-close-reading .
        judgement:i mh:isJudgedBy concept:curation-curator-a , concept:curation-curator-b ;
            mh:hasCurationDate "2031-07-01"^^xsd:date ; mh:hasCurationMethod concept:method-close-reading .
    """) <= facts(graph)
    assert triple('judgement:i mh:hasCurationDate "2031-06-01"^^xsd:date') not in facts(graph)


def test_a_triple_in_two_passages_is_one_fact(small: BaseGraph) -> None:
    assert graphs_of(small, ORGANIZED) == {"source:riverside-launch-notice#p03", "source:valley-register-launch#p04"}
    rows = small.select(f"SELECT ?o {{ {ORGANIZED.subject} {ORGANIZED.predicate} ?o }}").rows
    assert rows == [(ORGANIZED.object,)]


def test_a_triple_in_two_ledgers_is_one_fact(tmp_path: Path) -> None:
    graph = build_graph(
        tmp_path / "p",
        sources={"k": ":p01 a mh:Passage . :p01 { event:e mh:hasStatus concept:status-held . }"},
        judgements={"k": "judgement:j a mh:Judgement . judgement:j { event:e mh:hasStatus concept:status-held . }"},
    )
    held = triple("event:e mh:hasStatus concept:status-held")
    assert graphs_of(graph, held) == {"source:k#p01", "judgement:j"}
    assert [quad.triple for quad in graph.store.dump([""])].count(held) == 1


def test_conflicting_sources_stand_side_by_side(small: BaseGraph) -> None:
    launch = ORGANIZED.subject
    dates = {fact.object for fact in facts(small) if (fact.subject, fact.predicate) == (launch, START_DATE)}
    assert {getattr(date, "value", "") for date in dates} == {"2031-04-02", "2031-04-03"}


def test_names_and_schema_stand_in_no_ledger(small: BaseGraph) -> None:
    for text in (
        "actor:riverside-health-board a mh:Organization",
        'actor:riverside-health-board rdfs:label "Riverside Health Board"@en',
        "mh:Event a owl:Class",
        "concept:event-panel a skos:Concept",
    ):
        assert triple(text) in facts(small)
        assert graphs_of(small, triple(text)) == set()


def test_concepts_have_their_preferred_labels_as_labels(small: BaseGraph) -> None:
    flat = facts(small)
    preferred = [fact for fact in flat if fact.predicate == NamedNode(f"{SKOS}prefLabel")]
    assert len(preferred) > 100
    assert {Triple(fact.subject, LABEL, fact.object) for fact in preferred} <= flat


@pytest.mark.parametrize(
    "ledgers", EVERY_CHOICE, ids=lambda chosen: "+".join(sorted(ledger.value for ledger in chosen)) or "none"
)
def test_ledgers_are_chosen_as_if_the_others_did_not_exist(
    small_project: Project, tmp_path: Path, ledgers: frozenset[Ledger]
) -> None:
    """The same as a project in which the other files were never written."""
    chosen = load_graph(small_project, ledgers)
    assert ledgers_of(chosen) <= ledgers
    without = Project(tmp_path)
    for name in ("ontology", "data/entities", "data/dataset.ttl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        copy = shutil.copytree if (small_project.root / name).is_dir() else shutil.copy
        copy(small_project.root / name, tmp_path / name)
    for file in parse_project(small_project).of("sources", "judgements"):
        if file.role == "sources" or Ledger.JUDGED in ledgers:
            path = tmp_path / file.path
            path.parent.mkdir(exist_ok=True)
            kept = [quad for quad in file.quads if ledger_of(quad, file.role) in (None, *ledgers)]
            path.write_text("\n".join(map(as_trig, kept)), encoding="utf-8")
    other = load_graph(without, ledgers | {Ledger.STATED, Ledger.INDEXED, Ledger.JUDGED})
    assert set(other.quads()) == set(chosen.quads())


def ledger_of(quad: Quad, role: str) -> Ledger | None:
    """Return the ledger of what a source or judgement file says in a named graph."""
    if quad.graph_name == DEFAULT:
        return None
    filed = str(quad.graph_name).endswith("-index>")
    return Ledger.JUDGED if role == "judgements" else Ledger.INDEXED if filed else Ledger.STATED


def as_trig(quad: Quad) -> str:
    text = f"{quad.subject} {quad.predicate} {quad.object} ."
    return text if quad.graph_name == DEFAULT else f"{quad.graph_name} {{ {text} }}"


def test_what_is_inferred_goes_with_what_is_judged(small_project: Project, small: BaseGraph) -> None:
    """The afternoon was held by judgement only, and only from that it follows that its host took part."""
    taking_part = triple("actor:lakeside-council mh:takesPartIn event:village-compact-launch-afternoon")
    assert taking_part in facts(small)
    assert taking_part not in facts(load_graph(small_project, [Ledger.STATED, Ledger.INFERRED]))
    assert taking_part not in facts(load_graph(small_project, [Ledger.STATED, Ledger.JUDGED]))


def test_leaving_all_out_leaves_the_names(small_project: Project) -> None:
    bare = load_graph(small_project, [])
    assert evidence(bare) == set()
    assert triple("event:village-compact-launch a mh:Event") in facts(bare)
    assert triple("source:valley-review a mh:Source") in facts(bare)
    assert ORGANIZED.predicate not in {fact.predicate for fact in facts(bare)}


def test_a_parsed_project_is_not_parsed_again(small_project: Project, small: BaseGraph) -> None:
    parsed = parse_project(small_project)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mhgraph.graph.build.parse_project", None)
        assert set(load_graph(parsed).quads()) == set(small.quads())


DATED = """
    :p01 a mh:Passage . :p02 a mh:Passage .
    :p01 { event:year mh:hasStartDate "2018"^^xsd:gYear . event:both mh:hasStartDate "2018-03"^^xsd:gYearMonth .
           event:end mh:hasEndDate "2018-04-05"^^xsd:date . instrument:a mh:hasDate "2020-02"^^xsd:gYearMonth .
           event:wrong mh:hasStartDate "soon" ; mh:hasEndDate "2018-13"^^xsd:gYearMonth . }
    :p02 { event:both mh:hasEndDate "2019"^^xsd:gYear . }
"""
JUDGED_END = """
    judgement:year a mh:Judgement . judgement:year { event:year mh:hasEndDate "2018-06"^^xsd:gYearMonth . }
"""


def days(graph: BaseGraph, curie: str) -> tuple[set[str], set[str]]:
    """Return the earliest and the latest days of a thing."""
    about = [fact for fact in facts(graph) if to_curie(getattr(fact.subject, "value", "")) == curie]
    earliest, latest = (
        {fact.object.value for fact in about if fact.predicate == bound and isinstance(fact.object, Literal)}
        for bound in (EARLIEST, LATEST)
    )
    return earliest, latest


def test_the_days_of_dates(tmp_path: Path) -> None:
    graph = build_graph(tmp_path / "p", sources={"k": DATED}, with_ontology=True)
    assert days(graph, "event:year") == ({"2018-01-01"}, {"2018-12-31"})
    assert days(graph, "event:both") == ({"2018-03-01"}, {"2019-12-31"})
    assert days(graph, "event:end") == ({"2018-04-05"}, {"2018-04-05"})
    assert days(graph, "instrument:a") == ({"2020-02-01"}, {"2020-02-29"})
    assert days(graph, "event:wrong") == (set(), set())


def test_days_stand_in_the_graph_of_their_date(tmp_path: Path) -> None:
    graph = build_graph(tmp_path / "p", sources={"k": DATED}, with_ontology=True)
    assert in_graph(graph, "source:k#p02") == triples("""
        event:both mh:hasEndDate "2019"^^xsd:gYear ; mh:hasLatestDay "2019-12-31"^^xsd:date .
    """)


def test_days_depend_on_the_ledgers(tmp_path: Path) -> None:
    project = build_project(tmp_path / "p", sources={"k": DATED}, judgements={"t": JUDGED_END}, with_ontology=True)
    assert days(load_graph(project, [Ledger.STATED]), "event:year") == ({"2018-01-01"}, {"2018-12-31"})
    whole = load_graph(project)
    assert days(whole, "event:year") == ({"2018-01-01"}, {"2018-06-30"})
    assert in_graph(whole, "judgement:year") == triples("""
        event:year mh:hasEndDate "2018-06"^^xsd:gYearMonth ; mh:hasLatestDay "2018-06-30"^^xsd:date .
    """)
    assert days(load_graph(project, [Ledger.JUDGED]), "event:year") == ({"2018-06-01"}, {"2018-06-30"})


def test_days_are_known_after_the_rules(tmp_path: Path) -> None:
    """A start whose end a rule concludes says nothing of the last day; and no rule reads days."""
    rule = """#+ label: What follows an event ends with it.
        PREFIX mh: <https://w3id.org/mhgraph/ontology#>
        CONSTRUCT { ?event mh:hasEndDate ?end } WHERE { ?event mh:follows ?other . ?other mh:hasEndDate ?end }"""
    reader = """#+ label: Days read.
        PREFIX mh: <https://w3id.org/mhgraph/ontology#>
        CONSTRUCT { ?event mh:hasDate ?day } WHERE { ?event mh:hasLatestDay ?day }"""
    stated = """:p01 a mh:Passage . :p01 { event:a mh:hasStartDate "2018"^^xsd:gYear ; mh:follows event:b .
        event:b mh:hasEndDate "2019-03"^^xsd:gYearMonth . }"""
    graph = build_graph(
        tmp_path / "p", sources={"k": stated}, rules={"ends": rule, "reader": reader}, with_ontology=True
    )
    assert days(graph, "event:a") == ({"2018-01-01"}, {"2019-03-31"})
    assert in_graph(graph, "rule:ends") == triples("""
        event:a mh:hasEndDate "2019-03"^^xsd:gYearMonth ; mh:hasLatestDay "2019-03-31"^^xsd:date .
    """)
    assert in_graph(graph, "rule:reader") == set()


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(min_value=0))
def test_files_in_another_order_change_nothing(small_project: Project, small: BaseGraph, seed: int) -> None:
    found = folders._files

    def shuffle(folder: Path, pattern: str) -> list[Path]:
        paths = found(folder, pattern)
        random.Random(seed).shuffle(paths)
        return paths

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folders, "_files", shuffle)
        graph = load_graph(small_project)
    assert set(graph.quads()) == set(small.quads())
    assert list(graph.statements().items()) == list(small.statements().items())


def test_a_file_that_does_not_parse_is_named(tmp_path: Path) -> None:
    project = build_project(tmp_path / "p", sources={"k": "oops"})
    for ledgers in (ALL_LEDGERS, [Ledger.JUDGED]):
        with pytest.raises(RDFSyntaxError, match=r"k\.trig:\d+: not valid RDF"):
            load_graph(project, ledgers)


def test_a_rule_that_is_none_is_named(tmp_path: Path) -> None:
    project = build_project(tmp_path / "p", rules={"bad": "#+ label: x\nSELECT * { ?s ?p ?o }"})
    with pytest.raises(InvalidHeader, match=r"bad\.rq:2: a rule is CONSTRUCT"):
        load_graph(project)
    assert load_graph(project, [Ledger.STATED, Ledger.JUDGED]).rules == ()


@pytest.mark.parametrize("name", ["shipped", "small_project"])
def test_the_flat_view_by_itself_is_that_of_the_graph(name: str, request: pytest.FixtureRequest) -> None:
    whole = parse_project(request.getfixturevalue(name))
    unmerged = [file.narrowed([quad for quad in file.quads if quad.predicate != SAME_AS]) for file in whole.files]
    parsed = whole.portion(unmerged)
    flat = flat_view(parsed, load_rules(parsed.project.rules))
    assert set(flat.splitlines()) == set(load_graph(parsed).flat().splitlines())
