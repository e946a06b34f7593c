"""A project whose network has so many entities and relations: circles of fifty, joined by a few hubs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from mhgraph.model import (
    ABOUT,
    ADDRESSES,
    EVENT,
    INSTRUMENT,
    ISSUED_BY,
    NUMBER,
    ORGANIZATION,
    PASSAGE,
    POSITION,
    RECOMMENDATION,
    SOURCE_CLASS,
    START_DATE,
    TAKES_PART_IN,
)
from mhgraph.namespaces import PREFIXES, passage_iri
from mhgraph.project.folders import Project, find_project

_KINDS = (
    ("actor", "Organization", ORGANIZATION, TAKES_PART_IN),
    ("event", "Event", EVENT, ADDRESSES),
    ("rec", "Recommendation", RECOMMENDATION, ISSUED_BY),
    ("instrument", "Instrument", INSTRUMENT, ISSUED_BY),
    ("position", "Position", POSITION, ABOUT),
)
"""What entities are, in turn: prefix, the word in their label, class, and the relation that they have to others."""
_GROUP = 50
_PASSAGE = 12
_KEY = "made"


def write_network_project(folder: Path, entities: int, relations: int) -> Project:
    """Write a project with so many entities and relations, and return it.

    Each group of fifty holds four fifths of its relations; the others lead to a few hubs. Every passage says a dozen.
    """
    (folder / "data" / "sources").mkdir(parents=True)
    shutil.copytree(find_project().root / "ontology", folder / "ontology")
    lines = [f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in PREFIXES.items()]
    lines += [f"@prefix : <{passage_iri(_KEY, '')}> ."]
    lines += [f'source:{_KEY} a {SOURCE_CLASS} ; dcterms:title "Made"@en ; schema:url <https://example.org/made> .']
    statements = [*_describe(entities), *_relate(entities, relations)]
    for number, start in enumerate(range(0, len(statements), _PASSAGE), 1):
        lines.append(f":p{number} a {PASSAGE} ; dcterms:isPartOf source:{_KEY} ; {NUMBER} {number} .")
        lines.append(f":p{number} {{ {' '.join(statements[start : start + _PASSAGE])} }}")
    (folder / "data" / "sources" / f"{_KEY}.trig").write_text("\n".join(lines), encoding="utf-8")
    return Project(folder)


def _name(number: int) -> str:
    return f"{_KINDS[number % len(_KINDS)][0]}:made-{number}"


def _describe(count: int) -> Iterator[str]:
    for number in range(count):
        _, word, cls, _ = _KINDS[number % len(_KINDS)]
        label = f'"{word} number {number} of those that were made"@en'
        date = f' ; {START_DATE} "{1990 + number % 37}"^^xsd:gYear' if cls == EVENT else ""
        yield f"{_name(number)} a {cls} ; rdfs:label {label}{date} ."


def _relate(entities: int, relations: int) -> Iterator[str]:
    seen: set[tuple[int, int]] = set()
    for step in range(100 * relations):
        subject, turn = step * 7919 % entities, step // entities
        group = subject // _GROUP * _GROUP
        near, hub = group + (step + turn * turn * 7) % _GROUP, (step * 31 + turn * 13) % 40 * (entities // 40)
        value = near if (step + turn) % 5 else hub
        if value >= entities or value == subject or (subject, value) in seen:
            continue
        seen.add((subject, value))
        yield f"{_name(subject)} {_KINDS[subject % len(_KINDS)][3]} {_name(value)} ."
        if len(seen) == relations:
            return
    raise AssertionError("too many relations for so few entities")
