"""Labels: what things are called, in batches, with one order of fallback."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from pyoxigraph import Literal, NamedNode

from mhgraph.namespaces import DCTERMS, SOURCE, passage_name, to_curie
from mhgraph.rdf.sparql import values_block
from mhgraph.rdf.terms import LABEL
from mhgraph.stores import Store

LANGUAGES = ("en", "fr", "es")
"""The languages of the house; the first is the fallback."""

BATCH = 4_000
"""How many things one query asks for. Virtuoso takes 4,096 values."""

TITLE = NamedNode(f"{DCTERMS}title")


def read_names(store: Store, iris: Iterable[str], *, as_written: bool = False) -> dict[str, list[Literal]]:
    """Return the labels of things in every language (the titles, of what has no label): one query a batch.

    A thing without either is left out. With `as_written`, they are also read where they were written, in named graphs:
    there are the labels of things that were merged into others.
    """
    patterns = ["?x ?p ?name", *(["GRAPH ?g { ?x ?p ?name }"] if as_written else [])]
    wanted = sorted(iri for iri in set(iris) if _is_name(iri))
    labels: dict[str, list[Literal]] = {}
    titles: dict[str, list[Literal]] = {}
    for start in range(0, len(wanted), BATCH):
        block = values_block(["x"], [[NamedNode(iri)] for iri in wanted[start : start + BATCH]])
        groups = (f"{{ {block} {pattern} FILTER(?p IN ({LABEL}, {TITLE})) }}" for pattern in patterns)
        query = f"SELECT DISTINCT ?x ?p ?name WHERE {{ {' UNION '.join(groups)} }}"
        for thing, predicate, name in store.select(query).rows:
            if isinstance(thing, NamedNode) and isinstance(name, Literal):
                (labels if predicate == LABEL else titles).setdefault(thing.value, []).append(name)
    return {**titles, **labels}


def read_labels(
    store: Store, iris: Iterable[str], language: str = LANGUAGES[0], merged: Collection[str] = ()
) -> dict[str, str]:
    """Return what each thing is called in a language: its label by `language_key`, else its short name.

    A name that was merged into another is called what it was called where it was written.
    """
    wanted = list(iris)
    names = read_names(store, wanted, as_written=any(iri in merged for iri in wanted))
    return {iri: choose(names[iri], language) if iri in names else short_name(iri) for iri in wanted}


def choose(literals: Collection[Literal], language: str = LANGUAGES[0]) -> str:
    """Return the text in the language that comes first under `language_key`.

    >>> choose([Literal("Objective 15", language="en"), Literal("Objectif 15", language="fr")], "es")
    'Objective 15'
    """
    return min(literals, key=lambda literal: language_key(literal, language)).value


def choose_text(texts: Mapping[str, str], language: str = LANGUAGES[0]) -> str | None:
    """Return the text in the language that comes first, from texts by language tag; None if there are none.

    >>> choose_text({"en": "Objective 15", "fr": "Objectif 15"}, "fr-ca")
    'Objectif 15'
    """
    return texts[min(texts, key=lambda tag: _tag_key(tag, language))] if texts else None


def texts_by_language(literals: Iterable[Literal], languages: Collection[str] = LANGUAGES) -> dict[str, str]:
    """Return one text for each language tag, sorted: those of the wished languages, or all if there are none of these.

    >>> texts_by_language([Literal("Objective 15", language="en"), Literal("目标15", language="zh")])
    {'en': 'Objective 15'}
    """
    found: dict[str, str] = {}
    for literal in literals:
        tag = literal.language or ""
        found[tag] = min(literal.value, found.get(tag, literal.value))
    wished = {tag: text for tag, text in found.items() if tag.split("-")[0] in languages}
    return dict(sorted((wished or found).items()))


def language_key(literal: Literal, language: str) -> tuple[object, ...]:
    """Return the order of fallback: the wished language, its base or regions, English, then the rest by tag."""
    return (*_tag_key(literal.language or "", language), literal.value)


def short_name(iri: str) -> str:
    """Return the name by which people call a thing without a label: `key#p08` for a passage, else a CURIE.

    >>> short_name("https://w3id.org/mhgraph/source/k#p08")
    'k#p08'
    """
    return passage_name(iri) if iri.startswith(SOURCE) else to_curie(iri)


def _tag_key(tag: str, language: str) -> tuple[bool, bool, bool, str]:
    tag, wished = tag.lower(), language.lower()  # tags mean the same in any case
    base = tag.split("-")[0]
    return (tag != wished, base != wished.split("-")[0], base != LANGUAGES[0], tag)


def _is_name(iri: str) -> bool:
    try:
        NamedNode(iri)
    except ValueError:
        return False
    return True
