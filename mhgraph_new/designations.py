"""What the provisions of an instrument are called: designations in three languages, made from their place in it.

A provision is a place. Its name says where it stands ("GCM action 15 (e)"), with its heading if the text prints one;
what it lays down is said elsewhere. So names are not written by hand. French and Spanish name the instrument first, so
that its gender does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

LANGUAGES = ("en", "fr", "es")

_GOALS = {"en": "SDG", "fr": "ODD", "es": "ODS"}
"""The instrument of goals, targets and indicators that has no acronym: the Agenda is cited by its goals."""

_PLACES: Mapping[str, Mapping[str, str]] = {
    "action": {"en": "action {}", "fr": "action {}", "es": "acción {}"},
    "article": {"en": "article {}", "fr": "article {}", "es": "artículo {}"},
    "deliverable": {"en": "deliverable {}", "fr": "livrable {}", "es": "producto previsto {}"},
    "goal": {"en": "{}", "fr": "{}", "es": "{}"},
    "guiding-principle": {"en": "guiding principle {}", "fr": "principe directeur {}", "es": "principio rector {}"},
    "indicator": {"en": "indicator {}", "fr": "indicateur {}", "es": "indicador {}"},
    "objective": {"en": "Objective {}", "fr": "objectif {}", "es": "objetivo {}"},
    "operative-paragraph": {
        "en": "operative paragraph {}",
        "fr": "dispositif, par. {}",
        "es": "parte dispositiva, párr. {}",
    },
    "paragraph": {"en": "para. {}", "fr": "par. {}", "es": "párr. {}"},
    "preambular-paragraph": {"en": "preambular paragraph {}", "fr": "préambule, al. {}", "es": "preámbulo, párr. {}"},
    "principle": {"en": "principle {}", "fr": "principe {}", "es": "principio {}"},
    "priority": {"en": "priority {}", "fr": "priorité {}", "es": "prioridad {}"},
    "target": {"en": "target {}", "fr": "cible {}", "es": "meta {}"},
}

_NUMBERED_FROM_ACRONYM = frozenset({"goal"})
"""Kinds whose number follows the acronym without a comma: "ODD 3"."""

_IN_A_TEXT = frozenset({"article", "operative-paragraph", "paragraph", "preambular-paragraph", "principle"})
"""Kinds that English, too, puts behind a comma: "ICESCR, article 12"."""

_COLON = {"en": ": ", "fr": " : ", "es": ": "}
_LETTER = re.compile(r"\((?P<letter>[^()]+)\)")


def designate(
    kind: str,
    notation: str,
    acronyms: Mapping[str, str] | None = None,
    headings: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Return the designation of a provision in each language, with its heading where there is one.

    Args:
        kind: the notation of its kind, such as `action`.
        notation: its number as the data has it, such as `15(e)`; empty if the text gives none.
        acronyms: those of its instrument by language; English serves where a language has none of its own.
        headings: what the text prints over it, by language.

    Raises UnknownKind if provisions of that kind have no form of name yet.

    >>> designate("action", "15(e)", {"en": "GCM", "fr": "PMM", "es": "PMM"})
    {'en': 'GCM action 15 (e)', 'fr': 'PMM, action 15 e)', 'es': 'PMM, acción 15 e)'}
    >>> designate("article", "12.2(d)", {"en": "ICESCR", "fr": "PIDESC"}, {"en": "Health"})["en"]
    'ICESCR, article 12.2 (d): Health'
    """
    places = _find_places(kind)
    given = acronyms or (_GOALS if kind in {"goal", "target", "indicator"} else {})
    designations = {}
    for language in LANGUAGES:
        acronym = given.get(language) or given.get("en", "")
        place = places[language].format(write_notation(notation, language)).strip()
        name = f"{acronym}{_find_joint(kind, language)}{place}" if acronym else _capitalize(place)
        heading = (headings or {}).get(language)
        designations[language] = f"{name}{_COLON[language]}{heading}" if heading else name
    return designations


def designate_in_short(kind: str, notation: str) -> dict[str, str]:
    """Return the designation in each language as the instrument's own readers use it, without its acronym.

    Raises UnknownKind as `designate` does.

    >>> designate_in_short("objective", "15")
    {'en': 'Objective 15', 'fr': 'Objectif 15', 'es': 'Objetivo 15'}
    """
    places = _find_places(kind)
    return {
        language: _capitalize(places[language].format(write_notation(notation, language)).strip())
        for language in LANGUAGES
    }


def write_notation(notation: str, language: str) -> str:
    """Return a number as texts in that language print it.

    >>> [write_notation("43(a)(ii)", language) for language in LANGUAGES]
    ['43 (a) (ii)', '43 a) ii)', '43 a) ii)']
    """
    letter = r" (\g<letter>)" if language == "en" else r" \g<letter>)"
    return _LETTER.sub(letter, notation).strip()


class UnknownKind(ValueError):
    """A kind of provision that has no form of name; `kind` is its notation."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"no form of name is known for provisions of kind {kind!r}")
        self.kind = kind


def _find_places(kind: str) -> Mapping[str, str]:
    places = _PLACES.get(kind)
    if places is None:
        raise UnknownKind(kind)
    return places


def _find_joint(kind: str, language: str) -> str:
    if kind in _NUMBERED_FROM_ACRONYM or (language == "en" and kind not in _IN_A_TEXT):
        return " "
    return ", "


def _capitalize(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
