"""Rules: each derives what it should and nothing else, and what is inferred explains itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Store, Triple

from mhgraph.graph import Corpus, Ledger, Rule, load_corpus
from mhgraph.graph.rules import apply_rules, load_rules
from mhgraph.stores.memory import MemoryEngine
from mhgraph.errors import InvalidHeader, InvalidQuery
from mhgraph.namespaces import PREFIXES
from mhgraph.project.folders import Project
from mhgraph.model import mh
from mhgraph.rdf.terms import DEFAULT, LABEL, TYPE
from tests.conftest import SMALL, REPOSITORY
from tests.builders import RULES, evidence, facts, in_graph, build_graph, triple, triples

NAMES = sorted(path.stem for path in RULES.glob("*.rq"))


class Case(NamedTuple):
    """What a rule is given, and all that it derives from it."""

    rule: str
    given: str
    derived: str


CASES = [
    Case("co-lead-is-member", "group:g mh:coLead actor:a , actor:b .", "group:g mh:member actor:a , actor:b ."),
    Case("co-lead-is-member", "group:g mh:secretariat actor:a . actor:a mh:partOfBody group:g .", ""),
    Case(
        "host-takes-part",
        "event:e mh:host actor:a ; mh:status concept:status-held .",
        "actor:a mh:takesPartIn event:e .",
    ),
    Case("host-takes-part", "event:e mh:host actor:a .", ""),
    Case("host-takes-part", "event:e mh:host actor:a ; mh:status concept:status-announced .", ""),
    Case("host-takes-part", "event:e mh:host actor:a . event:f mh:status concept:status-held .", ""),
    Case(
        "organizer-takes-part",
        "event:e mh:organizer actor:a , actor:b ; mh:status concept:status-held .",
        "actor:a mh:takesPartIn event:e . actor:b mh:takesPartIn event:e .",
    ),
    Case("organizer-takes-part", "event:e mh:organizer actor:a ; mh:status concept:status-cancelled .", ""),
    Case(
        "participant-takes-part",
        """participation:p mh:participant person:a , person:b ; mh:event event:e ; mh:onBehalfOf actor:a .
           event:e mh:status concept:status-held .""",
        "person:a mh:takesPartIn event:e . person:b mh:takesPartIn event:e .",
    ),
    Case("participant-takes-part", "participation:p mh:participant person:a ; mh:event event:e .", ""),
    Case(
        "sub-event-in-series",
        "event:a mh:partOfEvent event:b . event:b mh:partOfEvent event:c . event:c mh:inSeries series:s .",
        "event:a mh:inSeries series:s . event:b mh:inSeries series:s .",
    ),
    Case("sub-event-in-series", "event:a mh:partOfEvent event:b . event:a mh:inSeries series:s .", ""),
    Case("sub-event-in-series", "event:a mh:onMarginsOf event:b . event:b mh:inSeries series:s .", ""),
    Case(
        "adoption-dates-instrument",
        """milestone:m mh:kind concept:milestone-adopted ; mh:about instrument:i , instrument:j ;
           mh:date "2018-12-10"^^xsd:date .""",
        """instrument:i mh:date "2018-12-10"^^xsd:date . instrument:j mh:date "2018-12-10"^^xsd:date .""",
    ),
    Case(
        "adoption-dates-instrument",
        """milestone:m mh:kind concept:milestone-launched ; mh:about instrument:i ; mh:date "2018"^^xsd:gYear .""",
        "",
    ),
    Case("adoption-dates-instrument", "milestone:m mh:kind concept:milestone-adopted ; mh:about instrument:i .", ""),
]


def one_passage(statements: str) -> dict[str, str]:
    return {"k": f":p01 a mh:Passage . :p01 {{ {statements} }}"}


def conclusions(corpus: Corpus, rule: str) -> set[Triple]:
    bounds = {mh("earliest"), mh("latest")}
    return {each for each in in_graph(corpus, f"rule:{rule}") if each.predicate not in bounds}


def test_every_rule_has_cases() -> None:
    assert {case.rule for case in CASES if case.derived} == set(NAMES)
    assert {case.rule for case in CASES if not case.derived} == set(NAMES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_derives_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    corpus = build_graph(tmp_path / "p", sources=one_passage(case.given))
    assert conclusions(corpus, case.rule) == triples(case.derived)
    assert triples(case.derived) <= facts(corpus)
    for other in NAMES:
        if other != case.rule:
            assert conclusions(corpus, other) == set()


def test_rules_end_on_cycles(tmp_path: Path) -> None:
    given_text = """
        event:a mh:partOfEvent event:b . event:b mh:partOfEvent event:c . event:c mh:partOfEvent event:a .
        event:d mh:partOfEvent event:d . event:a mh:inSeries series:s . event:d mh:inSeries series:t .
    """
    corpus = build_graph(tmp_path / "p", sources=one_passage(given_text))
    assert conclusions(corpus, "sub-event-in-series") == triples(
        "event:b mh:inSeries series:s . event:c mh:inSeries series:s ."
    )


def test_what_is_stated_or_judged_is_not_stored_again(tmp_path: Path) -> None:
    corpus = build_graph(
        tmp_path / "p",
        sources=one_passage("group:g mh:coLead actor:a , actor:b , actor:c ; mh:member actor:a ."),
        judgements={"t": "judgement:j a mh:Judgement . judgement:j { group:g mh:member actor:b . }"},
    )
    assert conclusions(corpus, "co-lead-is-member") == triples("group:g mh:member actor:c .")


def test_two_rules_may_yield_the_same(tmp_path: Path) -> None:
    corpus = build_graph(
        tmp_path / "p",
        sources=one_passage("event:e mh:host actor:a ; mh:organizer actor:a ; mh:status concept:status-held ."),
    )
    taking_part = triple("actor:a mh:takesPartIn event:e")
    assert [str(each.rule).rpartition("/")[2] for each in corpus.derivations(taking_part)] == [
        "host-takes-part>",
        "organizer-takes-part>",
    ]
    assert taking_part in conclusions(corpus, "host-takes-part") & conclusions(corpus, "organizer-takes-part")


def test_a_derivation_for_every_way(tmp_path: Path) -> None:
    corpus = build_graph(
        tmp_path / "p",
        sources=one_passage("""
            event:e mh:status concept:status-held .
            participation:p mh:participant person:a ; mh:event event:e .
            participation:q mh:participant person:a ; mh:event event:e .
        """),
    )
    found = corpus.derivations(triple("person:a mh:takesPartIn event:e"))
    assert [set(each.premises) for each in found] == [
        triples(f"""
            participation:{name} mh:participant person:a ; mh:event event:e . event:e mh:status concept:status-held .
        """)
        for name in ("p", "q")
    ]


def test_what_no_rule_yields_has_no_derivation(small: Corpus) -> None:
    for text in (
        "group:wells mh:coLead actor:hillside-council",  # the very premise of a rule
        "event:village-compact-launch mh:organizer actor:riverside-health-board",
        "group:wells mh:member actor:riverside-health-board",
        'person:mara-venn rdfs:label "Mara Venn"@en',
    ):
        assert small.derivations(triple(text)) == []


def inferred(corpus: Corpus) -> Iterator[Quad]:
    bounds = {mh("earliest"), mh("latest")}
    for quad in evidence(corpus):
        if corpus.ledger_of_graph[quad.graph_name] is Ledger.INFERRED and quad.predicate not in bounds:  # type: ignore[index]
            yield quad


@pytest.mark.parametrize("root", [SMALL, REPOSITORY], ids=["small project", "shipped graph"])
def test_every_inferred_triple_explains_itself(root: Path) -> None:
    corpus = load_corpus(Project(root))
    flat = facts(corpus)
    rules = {rule.name: rule for rule in corpus.rules}
    count = 0
    for quad in inferred(corpus):
        count += 1
        mine = [each for each in corpus.derivations(quad.triple) if each.rule == quad.graph_name]
        assert mine, f"{quad} has no derivation"
        for derivation in mine:
            assert derivation.premises
            assert set(derivation.premises) <= flat
            alone = Store()
            alone.extend(Quad(*each) for each in derivation.premises)
            assert quad.triple in MemoryEngine(alone).construct(rules[derivation.rule].construct)
        subject, predicate, value = quad.triple
        for each in corpus.store.quads_for_pattern(subject, predicate, value, None):
            assert not isinstance(each.graph_name, NamedNode) or each.graph_name in rules
    assert count >= 5
    for rule in corpus.rules:  # the fixpoint: nothing more follows
        assert set(corpus.engine.construct(rule.construct)) <= flat


@pytest.mark.parametrize("root", [SMALL, REPOSITORY], ids=["small project", "shipped graph"])
def test_every_rule_is_declared_with_its_label(root: Path) -> None:
    corpus = load_corpus(Project(root))
    assert [rule.path.stem for rule in corpus.rules] == NAMES
    for rule in corpus.rules:
        assert any(corpus.store.quads_for_pattern(rule.name, TYPE, mh("Rule"), DEFAULT))
        labels = [quad.object for quad in corpus.store.quads_for_pattern(rule.name, LABEL, None, DEFAULT)]
        assert [getattr(each, "value", "") for each in labels] == [rule.label]
        assert rule.label.endswith(".")


EVENTS = st.sampled_from(["event:a", "event:b", "event:c", "event:d"])
LINKS = st.lists(st.tuples(EVENTS, st.sampled_from(["mh:partOfEvent", "mh:inSeries"]), EVENTS), max_size=10)


@settings(deadline=None, max_examples=40)
@given(LINKS)
def test_the_fixpoint_is_that_of_the_definition(links: list[tuple[str, str, str]]) -> None:
    """Compare with the series reached by walking upwards from each event."""
    (rule,) = load_rules([RULES / "sub-event-in-series.rq"])
    store = Store()
    for subject, predicate, value in links:
        store.add(Quad(*triple(f"{subject} {predicate} {value}")))
    engine = MemoryEngine(store)
    apply_rules(engine, [rule])
    parents = {(s, o) for s, p, o in links if p == "mh:partOfEvent"}
    series = {(s, o) for s, p, o in links if p == "mh:inSeries"}
    grown = True
    while grown:
        more = {(child, found) for child, parent in parents for event, found in series if event == parent}
        grown = not more <= series
        series |= more
    wanted = {triple(f"{event} mh:inSeries {found}") for event, found in series}
    assert {quad.triple for quad in store.quads_for_pattern(None, mh("inSeries"), None, DEFAULT)} == wanted


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("SELECT * WHERE { ?s ?p ?o }", "a rule is CONSTRUCT"),
        ("CONSTRUCT { ?s ?p ?o . ?o ?p ?s } WHERE { ?s ?p ?o }", "a rule is CONSTRUCT"),
        ("CONSTRUCT { } WHERE { ?s ?p ?o }", "a rule is CONSTRUCT"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { OPTIONAL { ?s ?p ?o } }", "a rule is CONSTRUCT"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 1", "a rule is CONSTRUCT"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(?s = ?o) }", "plain triples"),
        ("CONSTRUCT { ?s mh:x ?o } WHERE { ?s ?p ?o }", "does not parse"),
    ],
)
def test_what_is_no_rule(tmp_path: Path, body: str, problem: str) -> None:
    path = tmp_path / "r.rq"
    path.write_text(f"#+ label: A rule.\n{body}\n", encoding="utf-8")
    with pytest.raises((InvalidHeader, InvalidQuery), match=problem) as caught:
        load_rules([path])
    assert caught.value.path == path


def test_a_rule_needs_a_label(tmp_path: Path) -> None:
    path = tmp_path / "r.rq"
    path.write_text("#+ label:\nCONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }\n", encoding="utf-8")
    with pytest.raises(InvalidHeader, match="no 'label'"):
        load_rules([path])


def test_constants_of_a_template(tmp_path: Path) -> None:
    """A template may name terms; a derivation binds only its variables."""
    path = tmp_path / "held.rq"
    path.write_text(
        "#+ label: What was attended was held.\n"
        f"PREFIX mh: <{PREFIXES['mh']}>\nPREFIX concept: <{PREFIXES['concept']}>\n"
        "CONSTRUCT { ?event mh:status concept:status-held . }\nWHERE { ?who mh:takesPartIn ?event }\n",
        encoding="utf-8",
    )
    (rule,) = load_rules([path])
    assert isinstance(rule, Rule)
    store = Store()
    store.add(Quad(*triple("actor:a mh:takesPartIn event:e")))
    engine = MemoryEngine(store)
    assert engine.construct(rule.construct) == [triple("event:e mh:status concept:status-held")]
    (derivation,) = rule.derivations(engine, triple("event:e mh:status concept:status-held"))
    assert derivation.premises == (triple("actor:a mh:takesPartIn event:e"),)
    assert derivation.rule == NamedNode("https://w3id.org/mhgraph/rule/held")
    assert list(rule.derivations(engine, triple("event:e mh:status concept:status-announced"))) == []
