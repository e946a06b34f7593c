"""Loading: facts are flat, evidence is graphs, and ledgers are chosen as if the others did not exist."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, parse

from mhgraph import project as project_module
from mhgraph.graph import ALL_LEDGERS, Corpus, Ledger, load_corpus, parse_ledgers
from mhgraph.errors import InvalidHeader, InvalidValue, RDFSyntaxError
from mhgraph.namespaces import SKOS, to_curie
from mhgraph.project.folders import Project
from mhgraph.questions import load_questions, run
from mhgraph.model import mh
from mhgraph.rdf.terms import DEFAULT, LABEL
from tests.builders import evidence, facts, in_graph, build_graph, build_project, triple, triples

EVERY_CHOICE = [
    frozenset({Ledger.STATED}),
    frozenset({Ledger.JUDGED}),
    frozenset({Ledger.INFERRED}),
    frozenset({Ledger.STATED, Ledger.JUDGED}),
    frozenset({Ledger.STATED, Ledger.INFERRED}),
    frozenset({Ledger.JUDGED, Ledger.INFERRED}),
    ALL_LEDGERS,
]
ADDRESSES = triple("rec:test-wells mh:addresses provision:vhc-1")
ORGANIZED = triple("event:village-compact-launch mh:organizer actor:riverside-health-board")


def graphs_of(corpus: Corpus, wanted: object) -> set[str]:
    return {to_curie(quad.graph_name.value) for quad in evidence(corpus) if quad.triple == wanted}  # type: ignore[union-attr]


def test_facts_are_flat_and_evidence_beside(small: Corpus) -> None:
    flat = [quad.triple for quad in small.store.quads_for_pattern(None, None, None, DEFAULT)]
    assert len(flat) == len(set(flat))
    assert {quad.triple for quad in evidence(small)} <= set(flat)
    assert triple("event:village-compact-launch mh:addresses provision:vhc-1") in flat


def test_a_triple_in_two_passages_is_one_fact(small: Corpus) -> None:
    assert graphs_of(small, ORGANIZED) == {"source:riverside-launch-notice#p03", "source:valley-register-launch#p04"}
    rows = small.engine.select(f"SELECT ?o {{ {ORGANIZED.subject} {ORGANIZED.predicate} ?o }}").rows
    assert rows == [(ORGANIZED.object,)]


def test_a_triple_in_two_ledgers_is_one_fact(small: Corpus) -> None:
    assert graphs_of(small, ADDRESSES) == {"source:valley-review#para-12-b", "judgement:wells-bear-on-vhc-1"}


def test_conflicting_sources_stand_side_by_side(small: Corpus) -> None:
    launch = NamedNode("https://w3id.org/mhgraph/event/village-compact-launch")
    dates = {quad.object.value for quad in small.store.quads_for_pattern(launch, mh("startDate"), None, DEFAULT)}  # type: ignore[union-attr]
    assert dates == {"2031-04-02", "2031-04-03"}


def test_names_and_schema_stand_in_no_ledger(small: Corpus) -> None:
    for text in (
        "actor:riverside-health-board a mh:Organization",
        'actor:riverside-health-board rdfs:label "Riverside Health Board"@en',
        "mh:Event a owl:Class",
        "concept:event-panel a skos:Concept",
    ):
        assert triple(text) in facts(small)
        assert graphs_of(small, triple(text)) == set()


def test_concepts_have_their_preferred_labels_as_labels(small: Corpus) -> None:
    preferred = list(small.store.quads_for_pattern(None, NamedNode(f"{SKOS}prefLabel"), None, DEFAULT))
    assert len(preferred) > 100
    for quad in preferred:
        assert any(small.store.quads_for_pattern(quad.subject, LABEL, quad.object, DEFAULT))


@pytest.mark.parametrize("ledgers", EVERY_CHOICE, ids=lambda each: "+".join(sorted(ledger.value for ledger in each)))
def test_ledgers_are_chosen_as_if_the_others_did_not_exist(
    small_project: Project, tmp_path: Path, ledgers: frozenset[Ledger]
) -> None:
    """The same as a project in which the other files were never written."""
    chosen = load_corpus(small_project, ledgers)
    assert set(chosen.ledger_of_graph.values()) - {Ledger.STATED} == ledgers - {Ledger.STATED}
    for quad in evidence(chosen):
        assert isinstance(quad.graph_name, NamedNode)
        assert chosen.ledger_of_graph[quad.graph_name] in ledgers
    without = Project(tmp_path)
    (tmp_path / "ontology").symlink_to(small_project.root / "ontology")
    (tmp_path / "data").mkdir()
    for kind, files in (("sources", small_project.sources), ("judgements", small_project.judgements)):
        (tmp_path / "data" / kind).mkdir()
        for path in files:
            wanted = (Ledger.STATED if kind == "sources" else Ledger.JUDGED) in ledgers
            whole = list(parse(path=path, format=RdfFormat.TRIG))
            kept = [quad for quad in whole if quad.graph_name == DEFAULT or wanted]
            lines = [f"{quad} ." for quad in kept]
            if kind == "sources" or wanted:
                text = "\n".join(_trig(line) for line in lines)
                (tmp_path / "data" / kind / path.name).write_text(text, encoding="utf-8")
    (tmp_path / "data" / "entities").symlink_to(small_project.root / "data" / "entities")
    other = load_corpus(without, ledgers | {Ledger.STATED, Ledger.JUDGED})
    assert set(other.store) == set(chosen.store)


def _trig(line: str) -> str:
    """Return an N-Quads line as TriG (in which a graph name stands in front)."""
    (quad,) = parse(line, format=RdfFormat.N_QUADS)
    text = f"{quad.subject} {quad.predicate} {quad.object} ."
    return text if quad.graph_name == DEFAULT else f"{quad.graph_name} {{ {text} }}"


def test_what_is_inferred_goes_with_what_is_judged(small_project: Project) -> None:
    """The afternoon was held by judgement only, and only from that it follows that its host took part."""
    taking_part = triple("actor:lakeside-council mh:takesPartIn event:village-compact-launch-afternoon")
    assert taking_part in facts(load_corpus(small_project))
    assert taking_part not in facts(load_corpus(small_project, [Ledger.STATED, Ledger.INFERRED]))
    assert taking_part not in facts(load_corpus(small_project, [Ledger.STATED, Ledger.JUDGED]))


def test_leaving_all_out_leaves_the_names(small_project: Project) -> None:
    bare = load_corpus(small_project, [])
    assert evidence(bare) == set()
    assert triple("event:village-compact-launch a mh:Event") in facts(bare)
    assert triple("source:valley-review a mh:Source") in facts(bare)
    assert not any(bare.store.quads_for_pattern(None, mh("organizer"), None, None))


DATED = """
    :p01 a mh:Passage . :p02 a mh:Passage .
    :p01 { event:year mh:startDate "2018"^^xsd:gYear . event:both mh:startDate "2018-03"^^xsd:gYearMonth .
           event:end mh:endDate "2018-04-05"^^xsd:date . instrument:a mh:date "2020-02"^^xsd:gYearMonth .
           event:wrong mh:startDate "soon" ; mh:endDate "2018-13"^^xsd:gYearMonth . }
    :p02 { event:both mh:endDate "2019"^^xsd:gYear . }
"""
JUDGED_END = """
    judgement:year a mh:Judgement . judgement:year { event:year mh:endDate "2018-06"^^xsd:gYearMonth . }
"""


def bounds(corpus: Corpus, curie: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for quad in corpus.store.quads_for_pattern(None, None, None, DEFAULT):
        name = to_curie(quad.predicate.value)
        if to_curie(getattr(quad.subject, "value", "")) == curie and name in ("mh:earliest", "mh:latest"):
            found.setdefault(name.removeprefix("mh:"), set()).add(getattr(quad.object, "value", ""))
    return found


def test_bounds_of_dates(tmp_path: Path) -> None:
    corpus = build_graph(tmp_path / "p", sources={"k": DATED})
    assert bounds(corpus, "event:year") == {"earliest": {"2018-01-01"}, "latest": {"2018-12-31"}}
    assert bounds(corpus, "event:both") == {"earliest": {"2018-03-01"}, "latest": {"2019-12-31"}}
    assert bounds(corpus, "event:end") == {"earliest": {"2018-04-05"}, "latest": {"2018-04-05"}}
    assert bounds(corpus, "instrument:a") == {"earliest": {"2020-02-01"}, "latest": {"2020-02-29"}}
    assert bounds(corpus, "event:wrong") == {}


def test_bounds_stand_in_the_graph_of_their_date(tmp_path: Path) -> None:
    corpus = build_graph(tmp_path / "p", sources={"k": DATED})
    assert in_graph(corpus, "source:k#p02") == triples("""
        event:both mh:endDate "2019"^^xsd:gYear ; mh:latest "2019-12-31"^^xsd:date .
    """)


def test_bounds_depend_on_the_ledgers(tmp_path: Path) -> None:
    project = build_project(tmp_path / "p", sources={"k": DATED}, judgements={"t": JUDGED_END})
    stated = load_corpus(project, [Ledger.STATED])
    assert bounds(stated, "event:year") == {"earliest": {"2018-01-01"}, "latest": {"2018-12-31"}}
    whole = load_corpus(project)
    assert bounds(whole, "event:year") == {"earliest": {"2018-01-01"}, "latest": {"2018-06-30"}}
    assert in_graph(whole, "judgement:year") == triples("""
        event:year mh:endDate "2018-06"^^xsd:gYearMonth ; mh:latest "2018-06-30"^^xsd:date .
    """)
    judged = load_corpus(project, [Ledger.JUDGED])
    assert bounds(judged, "event:year") == {"earliest": {"2018-06-01"}, "latest": {"2018-06-30"}}


def answers(corpus: Corpus) -> dict[str, object]:
    """Return the answers to all questions whose parameters may be left out, and to the others on the small corpus."""
    values = {
        "events-addressing": {"provision": "VHC"},
        "recommendations-by-issuer": {"issuer": "RHB"},
        "body-members": {"body": "wells"},
        "passage-statements": {"where": "riverside-launch-notice"},
        "events-of-actor": {"actor": "RHB"},
        "instruments-cited": {"instrument": "instrument:valley-review"},
        "milestones": {"about": "VHC"},
        "recommendations-on": {"subject": "VHC"},
    }
    return {
        question.name: run(corpus, question, {k: [v] for k, v in values.get(question.name, {}).items()}).rows
        for question in load_questions(corpus.project)
        if question.name in values or not any(parameter.required for parameter in question.parameters)
    }


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(min_value=0))
def test_files_in_another_order_change_no_answer(small_project: Project, small: Corpus, seed: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        found = project_module._files

        def shuffled(folder: Path, pattern: str) -> list[Path]:
            paths = found(folder, pattern)
            random.Random(seed).shuffle(paths)
            return paths

        patch.setattr(project_module, "_files", shuffled)
        corpus = load_corpus(small_project)
        assert set(corpus.store) == set(small.store)
        assert answers(corpus) == answers(small)
    assert len(answers(small)) >= 12


def test_the_choice_of_ledgers_as_text() -> None:
    assert parse_ledgers(" stated , inferred,") == {Ledger.STATED, Ledger.INFERRED}
    assert parse_ledgers("judged,judged") == {Ledger.JUDGED}
    for text in ("", ",", "stated,guessed", "Stated"):
        with pytest.raises(InvalidValue, match="--ledger; expected one or more of stated, judged, inferred"):
            parse_ledgers(text)


def test_strength_of_ledgers() -> None:
    assert sorted(Ledger, key=lambda ledger: ledger.rank) == [Ledger.STATED, Ledger.JUDGED, Ledger.INFERRED]
    assert [to_curie(ledger.evidence_class.value) for ledger in Ledger] == ["mh:Passage", "mh:Judgement", "mh:Rule"]


def test_a_file_that_does_not_parse_is_named(tmp_path: Path) -> None:
    project = build_project(tmp_path / "p", sources={"k": "oops"})
    for ledgers in (ALL_LEDGERS, [Ledger.JUDGED]):
        with pytest.raises(RDFSyntaxError, match=r"k\.trig:\d+: not valid RDF"):
            load_corpus(project, ledgers)


def test_a_rule_that_is_none_is_named(tmp_path: Path) -> None:
    project = build_project(tmp_path / "p", rules={"bad": "#+ label: x\nSELECT * { ?s ?p ?o }"})
    with pytest.raises(InvalidHeader, match=r"bad\.rq:2: a rule is CONSTRUCT"):
        load_corpus(project)
    assert load_corpus(project, [Ledger.STATED, Ledger.JUDGED]).rules == ()
