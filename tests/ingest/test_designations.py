"""Designations of provisions in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from mhgraph.graph.labels import LANGUAGES
from mhgraph.ingest.designations import UnknownKind, designate, designate_in_short, name_provisions, write_notation
from mhgraph.model import ACRONYM, INSTRUMENT, KIND, PROVISION
from mhgraph.namespaces import SCHEME, to_curie
from mhgraph.project.folders import Project
from mhgraph.rdf.turtle.parse import parse_file, parse_text
from tests.builders import PROLOGUE

ENTITIES = f"""
    instrument:gcm a {INSTRUMENT} ; {ACRONYM} "GCM"@en , "PMM"@fr ; rdfs:label "Compact"@en .
    instrument:statement a {INSTRUMENT} ; rdfs:label "Colombo Statement"@en , "Declaración de Colombo"@es .
    instrument:agenda a {INSTRUMENT} ; rdfs:label "Agenda"@en .
    provision:a a {PROVISION} ; {KIND} concept:provision-objective ; skos:notation "15" ;
        dcterms:isPartOf instrument:gcm ; dcterms:title "Objective 15: Access"@en , "Accès"@fr .
    provision:b a {PROVISION} ; {KIND} concept:provision-action ; skos:notation "15(e)" ; dcterms:isPartOf provision:a .
    provision:c a {PROVISION} ; {KIND} concept:provision-paragraph ; skos:notation "4" ;
        dcterms:isPartOf instrument:statement .
    provision:d a {PROVISION} ; {KIND} concept:provision-goal ; skos:notation "3" ; dcterms:isPartOf instrument:agenda .
    provision:e a {PROVISION} ; {KIND} concept:provision-action ; skos:notation "1" ; dcterms:isPartOf provision:e .
    provision:f a {PROVISION} ; {KIND} concept:provision-unheard-of ; skos:notation "1" .
    provision:g a {PROVISION} ; skos:notation "1" .
"""
GCM = {"en": "GCM", "fr": "PMM", "es": "PMM"}


@pytest.mark.parametrize(
    ("kind", "notation", "acronyms", "headings", "expected"),
    [
        (
            "objective",
            "15",
            GCM,
            {"en": "Access", "fr": "Accès", "es": "Acceso"},
            ("GCM Objective 15: Access", "PMM, objectif 15 : Accès", "PMM, objetivo 15: Acceso"),
        ),
        ("action", "15(e)", GCM, None, ("GCM action 15 (e)", "PMM, action 15 e)", "PMM, acción 15 e)")),
        (
            "guiding-principle",
            "(a)",
            GCM,
            {"en": "People-centred"},
            ("GCM guiding principle (a): People-centred", "PMM, principe directeur a)", "PMM, principio rector a)"),
        ),
        ("goal", "3", None, {"en": "Health"}, ("SDG 3: Health", "ODD 3", "ODS 3")),
        ("target", "3.8", None, None, ("SDG target 3.8", "ODD, cible 3.8", "ODS, meta 3.8")),
        ("target", "2", {"en": "GAP"}, None, ("GAP target 2", "GAP, cible 2", "GAP, meta 2")),
        (
            "article",
            "12.2(d)",
            {"en": "ICESCR", "fr": "PIDESC", "es": "PIDESC"},
            None,
            ("ICESCR, article 12.2 (d)", "PIDESC, article 12.2 d)", "PIDESC, artículo 12.2 d)"),
        ),
        ("paragraph", "34", {"en": "GC 14"}, None, ("GC 14, para. 34", "GC 14, par. 34", "GC 14, párr. 34")),
    ],
)
def test_name_says_the_place(
    kind: str,
    notation: str,
    acronyms: Mapping[str, str] | None,
    headings: Mapping[str, str] | None,
    expected: tuple[str, ...],
) -> None:
    assert tuple(designate(kind, notation, acronyms, headings).values()) == expected


def test_heading_of_another_language_is_not_used() -> None:
    assert designate("objective", "15", GCM, {"en": "Access"})["fr"] == "PMM, objectif 15"


def test_without_acronym_the_name_begins_with_a_capital() -> None:
    assert designate("action", "15(e)", {})["es"] == "Acción 15 e)"


def test_principle_without_number_is_told_by_its_heading() -> None:
    named = designate("principle", "", {"en": "WHO Constitution"}, {"en": "Highest standard of health"})
    assert named["en"] == "WHO Constitution, principle: Highest standard of health"


def test_short_form_leaves_the_instrument_out() -> None:
    assert designate_in_short("action", "15(e)") == {"en": "Action 15 (e)", "fr": "Action 15 e)", "es": "Acción 15 e)"}


def test_unknown_kind_is_named() -> None:
    with pytest.raises(UnknownKind, match="'chapter'") as caught:
        designate("chapter", "1", GCM)
    assert caught.value.kind == "chapter"


@pytest.mark.parametrize("language", LANGUAGES)
def test_number_without_letter_stays(language: str) -> None:
    assert write_notation("12.2", language) == "12.2"


def test_provisions_are_named_from_what_their_files_say() -> None:
    named = name_provisions(parse_text(PROLOGUE + ENTITIES, Path("made.ttl")))
    assert {to_curie(provision.value): tuple(names.values()) for provision, names in named.items()} == {
        "provision:a": ("GCM Objective 15: Access", "PMM, objectif 15 : Accès", "GCM, objetivo 15"),
        "provision:b": ("GCM action 15 (e)", "PMM, action 15 e)", "GCM, acción 15 e)"),
        "provision:c": (
            "Colombo Statement, para. 4",
            "Colombo Statement, par. 4",
            "Declaración de Colombo, párr. 4",
        ),
        "provision:d": ("SDG 3", "ODD 3", "ODS 3"),
        "provision:e": ("Action 1", "Action 1", "Acción 1"),  # its own whole, so of no instrument
    }


def test_every_kind_of_provision_has_a_form_of_name(shipped: Project) -> None:
    scheme = NamedNode(f"{SCHEME}provision")
    quads = [quad for path in shipped.ontology if path.stem == "provision" for quad in parse_file(path)]
    kinds = [
        str(quad.subject).strip("<>") for quad in quads if quad.object == scheme and "/concept/" in str(quad.subject)
    ]
    assert kinds
    for kind in kinds:
        assert designate(kind.partition("provision-")[2], "1")["en"].endswith("1")
