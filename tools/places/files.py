"""What the files of countries, regions and States hold, from pycountry (ISO 3166-1), Babel (CLDR) and UN M49."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

import pycountry
from babel import Locale
from babel.core import get_cldr_version
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from mhgraph.model import HAS_COUNTRY, KIND, ORGANIZATION, PLACE
from mhgraph.namespaces import BASE, CONCEPT, DCTERMS, SKOS
from mhgraph.project.canonical import canonical
from mhgraph.rdf.terms import LABEL, PART_OF, TYPE
from tools.places.m49 import WORK, Region, find_region, find_surroundings

COUNTRIES = Path("data", "entities", "place", "countries.ttl")
REGIONS = Path("data", "entities", "place", "regions.ttl")
STATES = Path("data", "entities", "actor", "states.ttl")

_ALTERNATIVE = NamedNode(f"{SKOS}altLabel")
_NOTATION = NamedNode(f"{SKOS}notation")
_EXACT_MATCH = NamedNode(f"{SKOS}exactMatch")
_SOURCE = NamedNode(f"{DCTERMS}source")
_AUTHORITY = "http://publications.europa.eu/resource/authority/country/"
_ISO = f"ISO 3166-1, through pycountry {version('pycountry')}"
_CLDR = f"Unicode CLDR {get_cldr_version()}, through Babel {version('babel')}"
_NAMES = {language: Locale.parse(language).territories for language in ("en", "fr", "es")}
_VERSIONS = re.compile(rb"(?<=pycountry )[\d.]+|(?<=Babel )[\d.]+|(?<=CLDR )\d+")
_WITH_CARIBBEAN = {  # CLDR's name for 419 is that of Latin America alone
    "en": "Latin America and the Caribbean",
    "fr": "Amérique latine et Caraïbes",
    "es": "América Latina y el Caribe",
}


class UnknownPlace(Exception):
    """A code that ISO 3166-1, or a country that UN M49 does not have."""


def render_files(root: Path, codes: Iterable[str] = (), *, as_states: bool = False) -> dict[Path, bytes]:
    """Return what the three files should hold: the declared countries and States, and those with these codes.

    Raises UnknownPlace for a code that is in no list.
    """
    declared = _read_slugs(root / COUNTRIES)
    asked = {_find_country(code).alpha_2 for code in codes}
    slugs = {code: declared.get(code) or make_slug(_names(code)["en"]) for code in declared.keys() | asked}
    states = _read_states(root / STATES) | ({slugs[code] for code in asked} if as_states else set())
    acting = [(code, slug) for code, slug in slugs.items() if slug in states]
    regions = {region for code in slugs for region in find_surroundings(_region_of(code))}
    return {
        root / COUNTRIES: canonical(quad for code, slug in slugs.items() for quad in _describe_country(code, slug)),
        root / REGIONS: canonical(quad for region in regions for quad in _describe_region(region)),
        root / STATES: canonical(quad for code, slug in acting for quad in _describe_state(code, slug)),
    }


def is_current(path: Path, content: bytes) -> bool:
    """Return whether a file holds this, apart from the versions of the lists."""
    return path.is_file() and _VERSIONS.sub(b"", path.read_bytes()) == _VERSIONS.sub(b"", content)


def make_slug(name: str) -> str:
    """Return the slug of a name: ASCII, lower case, words joined by hyphens.

    >>> make_slug("Côte d'Ivoire")
    'cote-d-ivoire'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _describe_country(code: str, slug: str) -> Iterator[Quad]:
    country, place = _find_country(code), _place(slug)
    yield Quad(place, TYPE, PLACE)
    yield Quad(place, KIND, NamedNode(f"{CONCEPT}place-country"))
    yield Quad(place, PART_OF, _place(make_slug(_region_of(code).name)))
    yield Quad(place, _EXACT_MATCH, NamedNode(f"{_AUTHORITY}{country.alpha_3}"))
    for notation in (country.alpha_2, country.alpha_3, country.numeric):
        yield Quad(place, _NOTATION, Literal(notation))
    yield from _name(place, _names(code), (_ISO, _CLDR, WORK))


def _describe_region(region: Region) -> Iterator[Quad]:
    place = _place(make_slug(region.name))
    yield Quad(place, TYPE, PLACE)
    yield Quad(place, KIND, NamedNode(f"{CONCEPT}place-region"))
    yield Quad(place, _NOTATION, Literal(region.code))
    if region.parent is not None:
        yield Quad(place, PART_OF, _place(make_slug(region.parent.name)))
    if region.name == _WITH_CARIBBEAN["en"]:
        yield from _name(place, _WITH_CARIBBEAN, (WORK,))
    else:
        yield from _name(place, _names(region.code), (_CLDR, WORK))


def _describe_state(code: str, slug: str) -> Iterator[Quad]:
    state, official = NamedNode(f"{BASE}actor/{slug}"), getattr(_find_country(code), "official_name", None)
    yield Quad(state, TYPE, ORGANIZATION)
    yield Quad(state, KIND, NamedNode(f"{CONCEPT}organization-state"))
    yield Quad(state, HAS_COUNTRY, _place(slug))
    if official is not None:
        yield Quad(state, _ALTERNATIVE, Literal(official, language="en"))
    yield from _name(state, _names(code), (_ISO, _CLDR))


def _name(thing: NamedNode, names: dict[str, str], works: Iterable[str]) -> Iterator[Quad]:
    for language, name in names.items():
        yield Quad(thing, LABEL, Literal(name, language=language))
    for work in works:
        yield Quad(thing, _SOURCE, Literal(work))


def _names(code: str) -> dict[str, str]:
    """Return the names of a country or region by language, with plain apostrophes, as all names have them here."""
    return {language: territories[code].replace("’", "'") for language, territories in _NAMES.items()}


def _find_country(code: str) -> pycountry.db.Country:
    country = pycountry.countries.get(alpha_2=code.upper()) or pycountry.countries.get(alpha_3=code.upper())
    if country is not None:
        return country
    raise UnknownPlace(f"{code} is no code of ISO 3166-1: write two or three letters, such as KE or KEN")


def _region_of(code: str) -> Region:
    country = _find_country(code)
    region = find_region(country.alpha_3)
    if region is None:
        raise UnknownPlace(f"{country.name} belongs to no region of UN M49")
    return region


def _place(slug: str) -> NamedNode:
    return NamedNode(f"{BASE}place/{slug}")


def _read_slugs(path: Path) -> dict[str, str]:
    """Return the slug of each declared country by its two letters."""
    return {
        quad.object.value: _slug(quad)
        for quad in _read(path)
        if quad.predicate == _NOTATION and isinstance(quad.object, Literal) and len(quad.object.value) == len("MA")
    }


def _read_states(path: Path) -> set[str]:
    return {_slug(quad) for quad in _read(path)}


def _read(path: Path) -> list[Quad]:
    return list(parse(path.read_bytes(), format=RdfFormat.TURTLE)) if path.is_file() else []


def _slug(quad: Quad) -> str:
    return str(quad.subject).rpartition("/")[2].removesuffix(">")
