"""Rules about judgement files: what each describes, which judgements belong in it, and what judgements may merge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import NamedNode

from mhgraph.checks.integrity.breach import Breach
from mhgraph.graph.identity import find_identities
from mhgraph.graph.labels import short_name
from mhgraph.model import JUDGEMENT_FILE, RESTATES, RESTS_ON, SAME_AS
from mhgraph.namespaces import PREFIXES, SOURCE, to_curie
from mhgraph.project.statements import Iri, ParsedProject, ProjectFile, Statement
from mhgraph.rdf.terms import TYPE

_FILES = PREFIXES["judgements"]


def judgement_file(parsed: ParsedProject) -> Iterator[Breach]:
    """A judgement file says once what holds for all its judgements, and is named after what it describes."""
    for file in parsed.of("judgements"):
        typed = [statement for statement in file.statements if statement.declares(JUDGEMENT_FILE)]
        if not typed:
            name = to_curie(f"{_FILES}{file.path.stem}")
            message = f"The file does not describe itself; write {name} a {to_curie(JUDGEMENT_FILE.value)} at its head."
            yield Breach(file.path, message, 1)
        for statement in typed:
            if statement.subject != f"{_FILES}{file.path.stem}":
                key = statement.subject.removeprefix(_FILES)
                yield Breach(statement, f"This describes the file {key}.trig; rename the file, or fix the key.")


def judgement_key(parsed: ParsedProject) -> Iterator[Breach]:
    """A judgement stands in the file with the key of the first passage that it rests on.

    One that finds a duty again stands under the text that takes it up: the younger.
    """
    speakers = _speakers(parsed)
    for file in parsed.of("judgements"):
        premises: defaultdict[Iri, list[Statement]] = defaultdict(list)
        for statement in file.statements:
            if statement.predicate == RESTS_ON and not statement.graph and statement.value.startswith(SOURCE):
                premises[statement.subject].append(statement)
        restated = _restating(file)
        for judgement, listed in premises.items():
            keys = [_key_of(statement.value) for statement in sorted(listed, key=lambda statement: statement.value)]
            younger = [key for key in keys if speakers[key] & restated[judgement]]
            fitting = sorted(set(younger)) or keys[:1]
            if _key_of_file(file) not in fitting:
                where = " or ".join(f"{key}.trig" for key in fitting)
                yield Breach(listed[0], f"{short_name(judgement)} belongs in {where}, by what it rests on; move it.")


def _key_of_file(file: ProjectFile) -> str:
    """Return the key of a file of judgements, as it describes itself, else by its name."""
    described = [statement.subject for statement in file.statements if statement.declares(JUDGEMENT_FILE)]
    return described[0].removeprefix(_FILES) if described else file.path.stem


def _key_of(passage: Iri) -> str:
    return passage.removeprefix(SOURCE).partition("#")[0]


def _restating(file: ProjectFile) -> defaultdict[Iri, set[Iri]]:
    """Return the things that each judgement of a file finds to restate others."""
    found: defaultdict[Iri, set[Iri]] = defaultdict(set)
    for statement in file.statements:
        if statement.graph and statement.predicate == RESTATES:
            found[statement.graph].add(statement.subject)
    return found


def _speakers(parsed: ParsedProject) -> defaultdict[str, set[Iri]]:
    """Return what each source speaks of, by key."""
    found: defaultdict[str, set[Iri]] = defaultdict(set)
    for file in parsed.of("sources"):
        found[file.source.removeprefix(SOURCE)].update(
            statement.subject for statement in file.statements if statement.graph
        )
    return found


def identity(parsed: ParsedProject) -> Iterator[Breach]:
    """What judgements hold to be one thing can be one: no two of it are declared, or held to be different."""
    declared = {
        statement.quad.subject
        for file in parsed.of("entities")
        for statement in file.statements
        if statement.predicate == TYPE and isinstance(statement.quad.subject, NamedNode)
    }
    quads = [quad for file in parsed.of("judgements") for quad in file.quads]
    for clash in find_identities(quads, declared).clashes:
        members, joined = set(clash.members), set(clash.judgements)
        for statement in parsed.statements:
            if statement.predicate == SAME_AS and statement.graph in joined and statement.subject in members:
                chain = " = ".join(map(to_curie, clash.members))
                by = ", ".join(map(short_name, clash.judgements))
                remedy = "take back the judgement that goes too far"
                yield Breach(statement, f"{chain} would be one thing by {by}, but {clash.reason}; {remedy}.")
                break
