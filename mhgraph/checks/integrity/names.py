"""Rules about names: what is declared and labelled, where, and by which file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from pyoxigraph import NamedNode

from mhgraph.checks.integrity.breach import Breach
from mhgraph.checks.integrity.vocabulary import known_terms
from mhgraph.graph.labels import short_name
from mhgraph.model import HAS_COUNTRY, INDEX_SUFFIX, MEMBERSHIP, PLACE, READ_WITH, RESTS_ON, SOURCE_OF
from mhgraph.namespaces import BASE, DCTERMS, ENTITY_KINDS, MH, RULE, SKOS, SOURCE, to_curie
from mhgraph.project.statements import Iri, ParsedProject, Statement
from mhgraph.project.todo import is_todo
from mhgraph.rdf.terms import LABEL, TYPE
from mhgraph.text.likeness import did_you_mean

_NOTATION, _SOURCE = NamedNode(f"{SKOS}notation"), NamedNode(f"{DCTERMS}source")
_POINTERS = frozenset({RESTS_ON, READ_WITH})
"""Properties whose values are passages; the shapes say which."""


def declared(parsed: ParsedProject) -> Iterator[Breach]:
    """Every name of ours that is used is typed: in an entity file, in a passage, or in the ontology.

    One breach a place: each statement that mentions the name, or the block of statements about it.
    """
    known, judged = _find_declared(parsed), _find_judged(parsed)
    for name, statement in judged.items():
        if name not in known:
            place = f"data/entities/{_kind_of(name)}, or in the passage that creates it"
            message = f"A judgement cannot declare things; declare {short_name(name)} in {place}."
            yield Breach(statement, message, focus=name)
    for name, statement in _find_undeclared(parsed, known | judged.keys()):
        hint = did_you_mean(name, _list_namesakes(name, known))
        remedy = f"fix the name{hint}, or give it a type in its entity file or in the passage that creates it"
        yield Breach(statement, f"{short_name(name)} is not declared; {remedy}.", focus=name)


def _find_declared(parsed: ParsedProject) -> set[Iri]:
    known = {statement.subject for statement in parsed.schema if statement.predicate == TYPE}
    known |= {f"{RULE}{path.stem}" for path in parsed.project.rules}
    for statement in parsed.statements:
        if statement.graph:  # an undescribed graph has a rule of its own
            known.add(statement.graph)
        if statement.predicate == TYPE and (not _is_judged(statement) or statement.declares(MEMBERSHIP)):
            known.add(statement.subject)
    return known


def _find_judged(parsed: ParsedProject) -> dict[Iri, Statement]:
    """Return what judgements type, each with the first statement that does; memberships they may."""
    typed: dict[Iri, Statement] = {}
    for file in parsed.of("judgements"):
        for statement in file.statements:
            judged = _is_judged(statement) and not statement.declares(MEMBERSHIP)
            if judged and statement.predicate == TYPE and statement.subject.startswith(BASE):
                typed.setdefault(statement.subject, statement)
    return typed


def _is_judged(statement: Statement) -> bool:
    return bool(statement.graph) and statement.file.role == "judgements"


def _find_undeclared(parsed: ParsedProject, known: Collection[Iri]) -> Iterator[tuple[Iri, Statement]]:
    blocks: set[tuple[Iri, Path, Iri]] = set()
    for statement in (one for one in parsed.statements if not one.file.is_excerpt):
        block = (statement.subject, statement.file.path, statement.graph)
        subjects = [] if block in blocks else [statement.subject]
        objects = [] if statement.predicate in _POINTERS else statement.names[1:]
        for name in (*subjects, statement.predicate.value, *objects):
            is_ours = name.startswith(BASE) and not name.startswith(MH)
            if is_ours and name not in known and not is_todo(NamedNode(name)):
                yield name, statement
        blocks.add(block)


def _list_namesakes(name: Iri, known: Iterable[Iri]) -> list[Iri]:
    """Return the known names of the kind of a name; none for a passage, whose names are all alike."""
    if "#" in name:
        return []
    return [other for other in known if _kind_of(other) == _kind_of(name) and "#" not in other]


def labelled(parsed: ParsedProject) -> Iterator[Breach]:
    """What a passage speaks of and no entity file declares, it types and labels itself. One breach a thing and passage.

    So a passage can be read by itself, and no document needs another. A name that nobody declares has its own rule.
    """
    declared_at, known = _declare_in_files(parsed), _find_declared(parsed)
    for file in parsed.of("sources"):
        said: defaultdict[tuple[Iri, Iri], set[NamedNode]] = defaultdict(set)
        first: dict[tuple[Iri, Iri], Statement] = {}
        for statement in file.statements:
            if statement.graph.startswith(f"{file.source}#") and not statement.graph.endswith(INDEX_SUFFIX):
                said[statement.graph, statement.subject].add(statement.predicate)
                for name in statement.names:
                    if _kind_of(name) in ENTITY_KINDS and name in known and name not in declared_at:
                        first.setdefault((statement.graph, name), statement)
        for (graph, name), statement in first.items():
            lacking = [what for what, term in (("class", TYPE), ("label", LABEL)) if term not in said[graph, name]]
            if lacking:
                remedy = "add them" if len(lacking) > 1 else "add it"
                what = f"{short_name(graph)} speaks of {short_name(name)} without its {' and '.join(lacking)}"
                yield Breach(
                    statement, f"{what}, and no entity file declares it; {remedy} in this passage.", focus=name
                )


def judged_names(parsed: ParsedProject) -> Iterator[Breach]:
    """A judgement speaks of what entity files declare, or a passage that it rests on, or itself. One breach a thing.

    A passage with which one of those is read counts as well. So a judgement falls with the passages that it rests on,
    and never with another.
    """
    declared_at, known = _declare_in_files(parsed), _find_declared(parsed)
    typed: defaultdict[Iri, set[Iri]] = defaultdict(set)
    context: defaultdict[Iri, set[Iri]] = defaultdict(set)
    for statement in parsed.statements:
        if statement.graph and statement.predicate == TYPE:
            typed[statement.graph].add(statement.subject)
        elif statement.predicate == READ_WITH:
            context[statement.subject].add(statement.value)
    for file in parsed.of("judgements"):
        grounds: defaultdict[Iri, set[Iri]] = defaultdict(set)
        for statement in file.statements:
            if statement.predicate == RESTS_ON:
                grounds[statement.subject] |= {statement.value, *context[statement.value]}
        seen: set[tuple[Iri, Iri]] = set()
        for statement in file.statements:
            own = {statement.graph, *grounds[statement.graph]}
            for name in statement.names if statement.graph else ():
                foreign = _kind_of(name) in ENTITY_KINDS and name in known and name not in declared_at
                if foreign and not any(name in typed[one] for one in own) and (statement.graph, name) not in seen:
                    seen.add((statement.graph, name))
                    remedy = f"let it rest ({to_curie(RESTS_ON.value)}) on a passage that speaks of it"
                    what = f"{short_name(name)} is known from other passages than those that the judgement rests on"
                    yield Breach(statement, f"{what}; {remedy}.", focus=name)


def looked_up(parsed: ParsedProject) -> Iterator[Breach]:
    """Where an entity file gives a country, or the code of a place, it says where that was looked up."""
    for file in parsed.of("entities"):
        sourced = {statement.subject for statement in file.statements if statement.predicate == _SOURCE}
        places = {statement.subject for statement in file.statements if statement.declares(PLACE)}
        for statement in file.statements:
            is_code = statement.predicate == _NOTATION and statement.subject in places
            if (is_code or statement.predicate == HAS_COUNTRY) and statement.subject not in sourced:
                what = f"{to_curie(statement.predicate.value)} was looked up, and it is not said where"
                yield Breach(statement, f"{what}; add {to_curie(_SOURCE.value)}: an address, or the title of a work.")
                sourced.add(statement.subject)


def own_name(parsed: ParsedProject) -> Iterator[Breach]:
    """A source that has the name of a text, meeting or practice is the source of it. One breach a source."""
    declared_at = _declare_in_files(parsed)
    for file in parsed.of("sources"):
        key = file.source.removeprefix(SOURCE)
        own = declared_at & {f"{BASE}{kind}/{key}" for kind in ("instrument", "event", "series", "practice")}
        carried = [one for one in file.statements if one.predicate == SOURCE_OF and not one.graph]
        if own and carried and own.isdisjoint(one.value for one in carried):
            what = f"This source has the name of {short_name(min(own))}, and is the source of something else"
            yield Breach(carried[0], f"{what}; correct {to_curie(SOURCE_OF.value)}, or the key of one of them.")


def _declare_in_files(parsed: ParsedProject) -> set[Iri]:
    """Return what entity files and the ontology declare."""
    statements = (statement for file in parsed.of("ontology", "entities") for statement in file.statements)
    return {statement.subject for statement in statements if statement.predicate == TYPE}


def entity_predicate(parsed: ParsedProject) -> Iterator[Breach]:
    """Entity files name things and claim nothing: the ontology lists, for each class, what may be said there."""
    known = known_terms(parsed)
    for file in parsed.of("dataset", "entities"):
        classes: defaultdict[Iri, set[NamedNode]] = defaultdict(set)
        for statement in file.statements:
            if statement.predicate == TYPE and isinstance(statement.quad.object, NamedNode):
                classes[statement.subject].add(statement.quad.object)
        allowed = {name: parsed.model.described_with(found) for name, found in classes.items()}
        for statement in file.statements:
            if statement.predicate in known and statement.predicate not in allowed.get(statement.subject, known):
                name = to_curie(statement.predicate.value)
                message = f"{name} is a claim and has no place in an entity file; a passage has to say it."
                yield Breach(statement, message)


def _kind_of(name: Iri) -> str:
    """Return the part of a name of ours that says what kind of thing it is; "" for another name."""
    return name.removeprefix(BASE).partition("/")[0] if name.startswith(BASE) else ""
