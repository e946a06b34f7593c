"""Rules: each derives what it should and nothing else, and what is inferred explains itself."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Triple

from mhgraph.errors import InvalidHeader, InvalidQuery
from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.graph.evidence import Support, strongest
from mhgraph.graph.rules import Rule, explain, load_rules
from mhgraph.model import COMPUTED, DERIVATION, IS_DERIVED_BY, RESTS_ON, RULE_CLASS
from mhgraph.namespaces import PREFIXES, RULE
from mhgraph.project.folders import Project
from mhgraph.rdf.terms import LABEL, TYPE
from mhgraph.stores.memory import MemoryStore
from tests.builders import build_graph, facts, in_graph, triple, triples
from tests.conftest import REPOSITORY, SMALL

NAMES = sorted(path.stem for path in (REPOSITORY / "ontology" / "rules").glob("*.rq"))


class Case(NamedTuple):
    """What a rule is given, and all that it derives from it."""

    rule: str
    given: str
    derived: str


CASES = [
    Case(
        "membership-makes-member",
        """membership:m mh:isMembershipOf actor:a ; mh:isIn group:g ; mh:hasRole concept:role-co-lead .
           membership:n mh:isMembershipOf concept:constituency-states ; mh:isIn series:s .""",
        "group:g mh:hasMember actor:a . series:s mh:hasMember concept:constituency-states .",
    ),
    Case("membership-makes-member", "participation:p mh:isIn event:e . actor:a mh:isPartOfBody group:g .", ""),
    Case(
        "gcm-talk-kind",
        "event:e mh:isInSeries series:gcm-talks .",
        "event:e mh:hasKind concept:event-gcm-talk .",
    ),
    Case("gcm-talk-kind", "event:e mh:isInSeries series:other . series:gcm-talks mh:hasKind concept:series-x .", ""),
    Case(
        "host-takes-part",
        "event:e mh:hasHost actor:a ; mh:hasStatus concept:status-held .",
        "actor:a mh:takesPartIn event:e .",
    ),
    Case("host-takes-part", "event:e mh:hasHost actor:a .", ""),
    Case("host-takes-part", "event:e mh:hasHost actor:a ; mh:hasStatus concept:status-announced .", ""),
    Case("host-takes-part", "event:e mh:hasHost actor:a . event:f mh:hasStatus concept:status-held .", ""),
    Case(
        "organizer-takes-part",
        "event:e mh:hasOrganizer actor:a , actor:b ; mh:hasStatus concept:status-held .",
        "actor:a mh:takesPartIn event:e . actor:b mh:takesPartIn event:e .",
    ),
    Case("organizer-takes-part", "event:e mh:hasOrganizer actor:a ; mh:hasStatus concept:status-cancelled .", ""),
    Case(
        "participant-takes-part",
        """participation:p mh:isParticipationOf person:a , person:b ; mh:isIn event:e ; mh:isOnBehalfOf actor:a .
           event:e mh:hasStatus concept:status-held .""",
        "person:a mh:takesPartIn event:e . person:b mh:takesPartIn event:e .",
    ),
    Case("participant-takes-part", "participation:p mh:isParticipationOf person:a ; mh:isIn event:e .", ""),
    Case(
        "adoption-dates-instrument",
        """milestone:m mh:hasKind concept:milestone-adopted ; mh:happensTo instrument:i , instrument:j ;
           mh:hasDate "2018-12-10"^^xsd:date .""",
        """instrument:i mh:hasDate "2018-12-10"^^xsd:date . instrument:j mh:hasDate "2018-12-10"^^xsd:date .""",
    ),
    Case(
        "adoption-dates-instrument",
        """milestone:m mh:hasKind concept:milestone-launched ; mh:happensTo instrument:i ;
           mh:hasDate "2018"^^xsd:gYear .""",
        "",
    ),
    Case(
        "adoption-dates-instrument",
        "milestone:m mh:hasKind concept:milestone-adopted ; mh:happensTo instrument:i .",
        "",
    ),
]


def one_passage(statements: str) -> dict[str, str]:
    return {"k": f":p01 a mh:Passage . :p01 {{ {statements} }}"}


def conclusions(graph: BaseGraph, rule: str) -> set[Triple]:
    return {found for found in in_graph(graph, f"rule:{rule}") if found.predicate not in COMPUTED}


def test_every_rule_has_cases() -> None:
    assert {case.rule for case in CASES if case.derived} == set(NAMES)
    assert {case.rule for case in CASES if not case.derived} == set(NAMES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_derives_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    graph = build_graph(tmp_path / "p", sources=one_passage(case.given))
    assert conclusions(graph, case.rule) == triples(case.derived)
    assert triples(case.derived) <= facts(graph)
    for other in NAMES:
        if other != case.rule:
            assert conclusions(graph, other) == set()


def test_what_is_stated_or_judged_is_not_derived_again(tmp_path: Path) -> None:
    graph = build_graph(
        tmp_path / "p",
        sources=one_passage("event:e mh:hasHost actor:a , actor:b , actor:c . actor:a mh:takesPartIn event:e .")
        | {"l": ":p01 a mh:Passage . :p01 { event:e mh:hasStatus concept:status-held . }"},
        judgements={"t": "judgement:j a mh:Judgement . judgement:j { actor:b mh:takesPartIn event:e . }"},
    )
    assert conclusions(graph, "host-takes-part") == triples("actor:c mh:takesPartIn event:e .")


def test_rules_read_merged_names(tmp_path: Path) -> None:
    """The conclusion is on the canonical name, and rests on the judgement that joins the two."""
    graph = build_graph(
        tmp_path / "p",
        sources=one_passage("event:m mh:hasHost actor:a . event:e mh:hasStatus concept:status-held ."),
        entities={"event": "event:e a mh:Event ."},
        judgements={"k": "judgement:j a mh:Judgement . judgement:j { event:m mh:sameAs event:e . }"},
    )
    concluded = triple("actor:a mh:takesPartIn event:e")
    assert conclusions(graph, "host-takes-part") == {concluded}
    (support,) = graph.evidence([concluded])[concluded]
    rested = {
        fact.object for fact in facts(graph) if (fact.subject, fact.predicate) == (NamedNode(support.graph), RESTS_ON)
    }
    assert rested == {NamedNode(iri) for iri in grounds("source:k#p01", "judgement:j")}


def test_two_rules_may_yield_the_same(tmp_path: Path) -> None:
    graph = build_graph(
        tmp_path / "p",
        sources=one_passage(
            "event:e mh:hasHost actor:a ; mh:hasOrganizer actor:a ; mh:hasStatus concept:status-held ."
        ),
    )
    taking_part = triple("actor:a mh:takesPartIn event:e")
    assert [derivation.rule.value for derivation in graph.explain([taking_part])[taking_part]] == [
        f"{RULE}host-takes-part",
        f"{RULE}organizer-takes-part",
    ]
    assert taking_part in conclusions(graph, "host-takes-part") & conclusions(graph, "organizer-takes-part")


def test_a_derivation_for_every_way(tmp_path: Path) -> None:
    graph = build_graph(
        tmp_path / "p",
        sources=one_passage("""
            event:e mh:hasStatus concept:status-held .
            participation:p mh:isParticipationOf person:a ; mh:isIn event:e .
            participation:q mh:isParticipationOf person:a ; mh:isIn event:e .
        """),
    )
    taking_part = triple("person:a mh:takesPartIn event:e")
    assert [set(derivation.premises) for derivation in graph.explain([taking_part])[taking_part]] == [
        triples(f"""
            participation:{name} mh:isParticipationOf person:a ; mh:isIn event:e .
            event:e mh:hasStatus concept:status-held .
        """)
        for name in ("p", "q")
    ]


CHAIN = {
    "next": "#+ label: Near of near.\n"
    f"PREFIX mh: <{PREFIXES['mh']}>\n"
    "CONSTRUCT { ?a mh:near ?c } WHERE { ?a mh:near ?b . ?b mh:near ?c }",
}


def test_a_rule_never_reads_what_a_rule_concluded(tmp_path: Path) -> None:
    """One pass: of four in a row, the ends are not joined, and no explanation leans on a conclusion."""
    stated = "event:a mh:near event:b . event:b mh:near event:c . event:c mh:near event:d . event:d mh:near event:e ."
    graph = build_graph(tmp_path / "p", sources=one_passage(stated), rules=CHAIN)
    found = conclusions(graph, "next")
    assert found == triples("event:a mh:near event:c . event:b mh:near event:d . event:c mh:near event:e .")
    for conclusion, derivations in graph.explain(sorted(found, key=str)).items():
        assert len(derivations) == 1, conclusion
        assert set(derivations[0].premises) <= triples(stated)


def test_rules_end_on_cycles(tmp_path: Path) -> None:
    stated = "event:a mh:near event:b . event:b mh:near event:a . event:d mh:near event:d ."
    graph = build_graph(tmp_path / "p", sources=one_passage(stated), rules=CHAIN)
    assert conclusions(graph, "next") == triples("event:a mh:near event:a . event:b mh:near event:b .")


def test_a_conclusion_is_a_graph_that_names_its_rule_and_its_grounds(tmp_path: Path) -> None:
    graph = build_graph(
        tmp_path / "p",
        sources={
            "k": """:p01 a mh:Passage . :p01 { event:e mh:hasHost actor:a . } :p02 a mh:Passage .
                    :p02 { event:e mh:hasHost actor:a . } :p03 a mh:Passage ."""
        },
        judgements={
            "t": """judgement:j a mh:Judgement ; mh:restsOn source:k\\#p03 .
                    judgement:j { event:e mh:hasStatus concept:status-held ; mh:hasHost actor:a . }"""
        },
    )
    taking_part = triple("actor:a mh:takesPartIn event:e")
    digest = hashlib.sha256(str(taking_part).encode()).hexdigest()[:16]
    name = NamedNode(f"{RULE}host-takes-part#{digest}")
    assert {quad for quad in graph.quads() if quad.graph_name == name} == {
        Quad(taking_part.subject, taking_part.predicate, taking_part.object, name)
    }
    assert {fact for fact in facts(graph) if fact.subject == name} == {
        Triple(name, TYPE, DERIVATION),
        Triple(name, IS_DERIVED_BY, NamedNode(f"{RULE}host-takes-part")),
        *(Triple(name, RESTS_ON, NamedNode(iri)) for iri in grounds("source:k#p01", "source:k#p02", "judgement:j")),
    }


def grounds(*curies: str) -> list[str]:
    return [PREFIXES[curie.partition(":")[0]] + curie.partition(":")[2] for curie in curies]


def test_a_name_is_a_premise_without_a_ground(tmp_path: Path) -> None:
    rule = (
        f"#+ label: x\nPREFIX mh: <{PREFIXES['mh']}>\n"
        "CONSTRUCT { ?body mh:meets ?event } WHERE { ?event mh:hasHost ?body . ?body a mh:Organization }"
    )
    graph = build_graph(
        tmp_path / "p",
        sources=one_passage("event:e mh:hasHost actor:a ."),
        entities={"actor": "actor:a a mh:Organization ."},
        rules={"meets": rule},
    )
    (found,) = graph.evidence([triple("actor:a mh:meets event:e")]).values()
    assert [support.passages for support in found] == [tuple(grounds("source:k#p01"))]


def test_what_no_rule_yields_has_no_derivation(small: BaseGraph) -> None:
    wanted = [
        triple("membership:hillside-council-wells-co-lead mh:isIn group:wells"),  # the very premise of a rule
        triple("event:village-compact-launch mh:hasOrganizer actor:riverside-health-board"),
        triple("group:wells mh:hasMember actor:riverside-health-board"),
        triple('person:mara-venn rdfs:label "Mara Venn"@en'),
    ]
    assert small.explain(wanted) == {found: [] for found in wanted}


def nearest(supports: Sequence[Support]) -> list[Support]:
    """Return the strongest supports, those under a thing's own name if there are any."""
    best = strongest(supports)
    return [one for one in best if one.written is None] or best


@pytest.mark.parametrize("root", [SMALL, REPOSITORY], ids=["small project", "shipped graph"])
def test_every_inferred_triple_explains_itself(root: Path) -> None:
    graph = load_graph(Project(root))
    without_rules = facts(load_graph(Project(root), [Ledger.STATED, Ledger.INDEXED, Ledger.JUDGED]))
    rules = {rule.name: rule for rule in graph.rules}
    found = {
        statement: [support for support in supports if support.ledger is Ledger.INFERRED]
        for statement, supports in graph.statements().items()
        if any(support.ledger is Ledger.INFERRED for support in supports)
    }
    assert len(found) >= 5
    grounds_of = graph.evidence(
        {premise for listed in graph.explain([*found]).values() for d in listed for premise in d.premises}
    )
    for conclusion, derivations in graph.explain([*found]).items():
        assert conclusion not in without_rules
        assert {derivation.rule.value for derivation in derivations} == {one.ground for one in found[conclusion]}
        for derivation in derivations:
            assert derivation.premises
            assert set(derivation.premises) <= without_rules
            alone = MemoryStore()
            alone.load(Quad(*premise) for premise in derivation.premises)
            assert conclusion in {concluded for concluded, _ in rules[derivation.rule].apply(alone)}
        for support in found[conclusion]:
            (graph_name,) = {NamedNode(support.graph)}
            assert rules[NamedNode(support.ground)].graph_of(conclusion) == graph_name
            mine = [derivation for derivation in derivations if derivation.rule.value == support.ground]
            stands_on = [one for d in mine for premise in d.premises for one in nearest(grounds_of[premise])]
            passages = {passage for one in stands_on for passage in one.passages}
            if any(one.written for one in stands_on):  # and on those of the judgement that joins the names
                assert set(support.passages) >= passages
            else:
                assert set(support.passages) == passages
            assert support.reason == rules[NamedNode(support.ground)].label


@pytest.mark.parametrize("root", [SMALL, REPOSITORY], ids=["small project", "shipped graph"])
def test_nothing_more_follows_from_what_is_stated_and_judged(root: Path) -> None:
    graph = load_graph(Project(root))
    plain = load_graph(Project(root), [Ledger.STATED, Ledger.INDEXED, Ledger.JUDGED])
    for rule in graph.rules:
        assert {conclusion for conclusion, _ in rule.apply(plain.store)} <= facts(graph)


@pytest.mark.parametrize("root", [SMALL, REPOSITORY], ids=["small project", "shipped graph"])
def test_every_rule_is_declared_with_its_label(root: Path) -> None:
    graph = load_graph(Project(root))
    assert [rule.path.stem for rule in graph.rules] == NAMES
    for rule in graph.rules:
        about = {fact for fact in facts(graph) if fact.subject == rule.name}
        assert {fact.object for fact in about if fact.predicate == TYPE} == {RULE_CLASS}
        assert [getattr(fact.object, "value", "") for fact in about if fact.predicate == LABEL] == [rule.label]
        assert rule.label.endswith(".")


THINGS = st.sampled_from(["event:a", "event:b", "event:c", "event:d"])
LINKS = st.lists(st.tuples(THINGS, THINGS), max_size=10)


@settings(max_examples=40)
@given(LINKS)
def test_a_rule_concludes_what_its_pattern_says(links: list[tuple[str, str]]) -> None:
    """Compare with two steps taken in Python, and each conclusion with its explanation. A fact is not concluded."""
    (rule,) = chain_rule()
    store = MemoryStore()
    store.load(Quad(*triple(f"{start} mh:near {end}")) for start, end in links)
    found = dict(rule.apply(store))
    two_steps = {(start, end) for start, middle in links for other, end in links if middle == other}
    assert set(found) == {triple(f"{start} mh:near {end}") for start, end in two_steps - set(links)}
    explained = explain(store, store, [rule], [*found])
    assert all(found[conclusion] in explained[conclusion] for conclusion in found)


def chain_rule() -> list[Rule]:
    near = NamedNode(f"{PREFIXES['mh']}near")
    a, b, c = (NamedNode(f"urn:variable:{name}") for name in "abc")
    return [Rule(Path("next.rq"), "Near of near.", Triple(a, near, c), (Triple(a, near, b), Triple(b, near, c)))]


NOT_A_RULE = [
    ("SELECT * WHERE { ?s ?p ?o }", "a rule is CONSTRUCT"),
    ("CONSTRUCT { ?s ?p ?o . ?o ?p ?s } WHERE { ?s ?p ?o }", "a rule is CONSTRUCT"),
    ("CONSTRUCT { } WHERE { ?s ?p ?o }", "a rule is CONSTRUCT"),
    ("CONSTRUCT { ?s ?p ?o } WHERE { }", "a rule is CONSTRUCT"),
    ("CONSTRUCT { ?s ?p ?o } WHERE { OPTIONAL { ?s ?p ?o } }", "a rule is CONSTRUCT"),
    ("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }", "a rule is CONSTRUCT"),
    ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 1", "a rule is CONSTRUCT"),
    ("CONSTRUCT { ?s ?p [] } WHERE { ?s ?p ?o }", "a rule is CONSTRUCT"),
    ("CONSTRUCT { ?s ?p _:b } WHERE { ?s ?p ?o }", "a rule is CONSTRUCT"),
    ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p [] . ?s ?p ?o }", "a rule is CONSTRUCT"),
    ("CONSTRUCT { ?s ?p (1) } WHERE { ?s ?p ?o }", "a rule is CONSTRUCT"),
    ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(?s = ?o) }", "plain triples"),
    ("CONSTRUCT { ?s ?p ?o } WHERE { ?s <urn:a>/<urn:b> ?o . ?s ?p ?o }", "plain triples"),
    ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ^<urn:a> ?o . ?s ?p ?o }", "plain triples"),
    ("CONSTRUCT { ?s ?p ?o } WHERE { ?s nobody:p ?o . ?s ?p ?o }", "plain triples"),
    ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o BIND(?s AS ?x) }", "plain triples"),
    ("CONSTRUCT { ?s ?p ?x } WHERE { ?s ?p ?o }", r"\?x is not in WHERE"),
    ("CONSTRUCT { ?s ?p 'x'^^?o } WHERE { ?s ?p ?o }", "a rule is CONSTRUCT"),
    ("CONSTRUCT { 'x' ?p ?o } WHERE { ?s ?p ?o }", "plain triples"),
]


@pytest.mark.parametrize(("body", "problem"), NOT_A_RULE, ids=[body for body, _ in NOT_A_RULE])
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


@pytest.mark.parametrize("name", ["a b", "A", "ä", "a<b>", "1"])
def test_a_rule_is_named_by_its_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.rq"
    path.write_text("#+ label: x\nCONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }\n", encoding="utf-8")
    with pytest.raises(InvalidHeader, match="the name of the file is no name of a rule"):
        load_rules([path])


def test_constants_variables_and_comments(tmp_path: Path) -> None:
    """A template may name terms; a variable may begin with $; a comment ends with its line."""
    path = tmp_path / "held.rq"
    path.write_text(
        "#+ label: What was attended was held.\n"
        f"PREFIX mh: <{PREFIXES['mh']}>\nPREFIX concept: <{PREFIXES['concept']}>\n"
        "CONSTRUCT { $event mh:hasStatus concept:status-held . }\nWHERE { ?who mh:takesPartIn ?event # who?\n }\n",
        encoding="utf-8",
    )
    (rule,) = load_rules([path])
    store = MemoryStore()
    attended, held = triple("actor:a mh:takesPartIn event:e"), triple("event:e mh:hasStatus concept:status-held")
    store.load([Quad(*attended)])
    ((conclusion, derivation),) = rule.apply(store)
    assert conclusion == held
    assert (derivation.rule, derivation.premises) == (NamedNode(f"{RULE}held"), (attended,))
    other = triple("event:e mh:hasStatus concept:status-announced")
    assert explain(store, store, [rule], [held, other]) == {held: [derivation], other: []}


def test_a_literal_is_no_subject_of_a_conclusion(tmp_path: Path) -> None:
    path = tmp_path / "inverse.rq"
    path.write_text("#+ label: x\nCONSTRUCT { ?o ?p ?s } WHERE { ?s ?p ?o }\n", encoding="utf-8")
    (rule,) = load_rules([path])
    store = MemoryStore()
    store.load(Quad(*found) for found in triples('actor:a mh:near actor:b ; rdfs:label "A" ; rdfs:seeAlso [] .'))
    assert [conclusion for conclusion, _ in rule.apply(store)] == [triple("actor:b mh:near actor:a")]
