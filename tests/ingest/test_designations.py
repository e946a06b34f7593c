"""Designations of provisions in three languages."""

from __future__ import annotations

import pytest

from mhgraph.graph.labels import LANGUAGES
from mhgraph.ingest.designations import UnknownKind, designate, designate_in_short, name_provisions, write_notation

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
def test_name_says_the_place(kind, notation, acronyms, headings, expected):
    assert tuple(designate(kind, notation, acronyms, headings).values()) == expected


def test_heading_of_another_language_is_not_used():
    assert designate("objective", "15", GCM, {"en": "Access"})["fr"] == "PMM, objectif 15"


def test_without_acronym_the_name_begins_with_a_capital():
    assert designate("action", "15(e)", {})["es"] == "Acción 15 e)"


def test_principle_without_number_is_told_by_its_heading():
    named = designate("principle", "", {"en": "WHO Constitution"}, {"en": "Highest standard of health"})
    assert named["en"] == "WHO Constitution, principle: Highest standard of health"


def test_short_form_leaves_the_instrument_out():
    assert designate_in_short("action", "15(e)") == {"en": "Action 15 (e)", "fr": "Action 15 e)", "es": "Acción 15 e)"}


def test_unknown_kind_is_named():
    with pytest.raises(UnknownKind, match="'chapter'") as caught:
        designate("chapter", "1", GCM)
    assert caught.value.kind == "chapter"


@pytest.mark.parametrize("language", LANGUAGES)
def test_number_without_letter_stays(language):
    assert write_notation("12.2", language) == "12.2"
