"""What the provisions of an instrument are called: designations in three languages, made from their place in it.

A provision is a place. Its name says where it stands ("GCM action 15 (e)"), with its heading if the text prints one;
what it lays down is said elsewhere. So names are not written by hand: `name_provisions` makes them from what entity
files say. French and Spanish name the instrument first, so that its gender does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from mhgraph.graph.labels import LANGUAGES, TITLE
from mhgraph.model import ACRONYM, INSTRUMENT, KIND, PROVISION
from mhgraph.namespaces import CONCEPT, SKOS
from mhgraph.rdf.terms import LABEL, PART_OF, TYPE

_NOTATION = NamedNode(f"{SKOS}notation")
_KIND = f"{CONCEPT}provision-"

_OF_GOALS = frozenset({"goal", "indicator", "target"})
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
    given = acronyms or (_GOALS if kind in _OF_GOALS else {})
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


def name_provisions(quads: Iterable[Quad]) -> dict[NamedNode, dict[str, str]]:
    """Return the designation of every provision that entity files declare, in each language.

    `quads` are those of all entity files: a provision says its kind, number, title and whole, the instrument at the top
    its acronym, without which its label serves. A title ("Objective 15: Access to basic services") may begin with the
    place, which is not said twice. A provision whose kind has no form of name yet is left out.
    """
    said: dict[object, list[Quad]] = {}
    for quad in quads:
        said.setdefault(quad.subject, []).append(quad)
    provisions = {quad.subject for found in said.values() for quad in found if _declares(quad, PROVISION)}
    named: dict[NamedNode, dict[str, str]] = {}
    for provision in provisions:
        kinds = [one.value.removeprefix(_KIND) for one in _objects(said, provision, KIND) if isinstance(one, NamedNode)]
        kind = min(kinds, default="")
        if kind not in _PLACES or not isinstance(provision, NamedNode):
            continue
        instrument = _find_instrument(said, provision)
        names = _texts(said, instrument, ACRONYM) or ({} if kind in _OF_GOALS else _texts(said, instrument, LABEL))
        notation = _texts(said, provision, _NOTATION).get("", "")
        headings = _texts(said, provision, TITLE)
        short = designate_in_short(kind, notation)
        named[provision] = designate(
            kind,
            notation,
            names,
            {tag: text.removeprefix(f"{short.get(tag)}{_COLON.get(tag)}") for tag, text in headings.items()},
        )
    return named


def _find_instrument(said: Mapping[object, list[Quad]], provision: object) -> object:
    """Return the instrument in which a provision stands, through its wholes; None if its file names none."""
    seen: set[object] = set()
    while provision is not None and provision not in seen:
        if any(_declares(quad, INSTRUMENT) for quad in said.get(provision, ())):
            return provision
        seen.add(provision)
        provision = min(_objects(said, provision, PART_OF), key=str, default=None)
    return None


def _objects(said: Mapping[object, list[Quad]], subject: object, predicate: NamedNode) -> list[object]:
    return [quad.object for quad in said.get(subject, ()) if quad.predicate == predicate]


def _texts(said: Mapping[object, list[Quad]], subject: object, predicate: NamedNode) -> dict[str, str]:
    literals = [value for value in _objects(said, subject, predicate) if isinstance(value, Literal)]
    return {value.language or "": value.value for value in sorted(literals, key=str, reverse=True)}


def _declares(quad: Quad, cls: NamedNode) -> bool:
    return quad.predicate == TYPE and quad.object == cls


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
