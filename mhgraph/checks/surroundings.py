"""What of a project bears on what is found in some of its files: enough of the others, so that none is read in vain.

A source is valid by itself. Rules look across files for names and likenesses only, so of another document is kept what
speaks of a name that the chosen files use, or shares a value by which things are told apart.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from mhgraph.model import ACRONYM, CONFIDENCE, DIGEST, IS_CAPTURE_OF, RESTS_ON
from mhgraph.namespaces import BASE, DCTERMS, MH, SCHEMA, SKOS
from mhgraph.project.statements import Iri, ParsedProject, ProjectFile
from mhgraph.rdf.terms import LABEL, PART_OF, TYPE, Term

_BASE = ("ontology", "dataset", "entities")
_GROUPING = frozenset(
    {TYPE, PART_OF, NamedNode(f"{SKOS}inScheme"), NamedNode(f"{DCTERMS}publisher"), IS_CAPTURE_OF, CONFIDENCE}
)
"""Among which others things are told apart, and how sure a judgement is that they are not."""
_TELLING = frozenset(
    {
        LABEL,
        ACRONYM,
        *(NamedNode(f"{SKOS}{name}") for name in ("prefLabel", "altLabel", "notation")),
        NamedNode(f"{DCTERMS}identifier"),
        *(NamedNode(f"{SCHEMA}{name}") for name in ("url", "sameAs")),
    }
)
"""By which things are told apart; captures also by their digests."""


def keep_surroundings(parsed: ParsedProject, chosen: Collection[Path]) -> ParsedProject:
    """Return a project in which the rules find in the chosen files what they find there in the whole, and sooner.

    The chosen files are there as they are; so are the sources on which chosen judgements rest, the ontology and the
    entity files, without their text. Of other documents a few statements are left, which have no line. What is found in
    files that are not chosen means nothing.
    """
    premises, wanted = find_premises(parsed, chosen), _Wanted(parsed, chosen)
    whole = {file.path for file in parsed.files if file.role in _BASE or file.path in premises}
    return parsed.portion(
        [
            file if file.path in chosen else file.excerpt(file.quads if file.path in whole else wanted.choose(file))
            for file in parsed.files
        ]
    )


def find_premises(parsed: ParsedProject, chosen: Collection[Path]) -> frozenset[Path]:
    """Return the files of the sources on which judgements in the chosen files rest."""
    judging = (quad for file in parsed.of("judgements") if file.path in chosen for quad in file.quads)
    passages = (quad.object for quad in judging if quad.predicate == RESTS_ON)
    keys = {term.value.partition("#")[0] for term in passages if isinstance(term, NamedNode)}
    return frozenset(file.path for file in parsed.of("sources") if keys and file.source in keys)


class _Wanted:
    """What is kept of documents: what is about names that the chosen files use, or like something in them."""

    def __init__(self, parsed: ParsedProject, chosen: Collection[Path]) -> None:
        own = [quad for file in parsed.files if file.path in chosen for quad in file.quads]
        captures = {quad.subject for quad in own if quad.predicate == IS_CAPTURE_OF}
        self._values = {_fold(quad.object) for quad in own if quad.predicate in _TELLING}
        self._digests = {quad.object for quad in own if quad.predicate == DIGEST and quad.subject in captures}
        self._graphs = {quad.graph_name for quad in own if isinstance(quad.graph_name, NamedNode)}
        self._identity = parsed.model.marked("identity")
        named = {term for quad in own for term in (quad.subject, quad.object) if _is_thing(term)}
        declared = {quad.subject for file in parsed.of(*_BASE) for quad in file.quads if quad.predicate == TYPE}
        self._names = named - declared
        self._alike: set[object] = set()
        typed: set[object] = set()
        for quad in (quad for file in parsed.files for quad in file.quads):
            predicate = quad.predicate
            if predicate == TYPE:
                typed.add(quad.subject)
            elif predicate in self._identity:
                self._alike.add(quad.graph_name)
            elif self._shares_value(quad, predicate):
                self._alike.add(quad.subject)
        self._kinds = {_space_of(name) for name in self._names - typed}

    def choose(self, file: ProjectFile) -> list[Quad]:
        """Return what is kept of a file, in its order."""
        return [quad for quad in file.quads if self._is_kept(quad)]

    def _is_kept(self, quad: Quad) -> bool:
        subject, predicate = quad.subject, quad.predicate
        if subject in self._names or predicate in self._identity:
            return True
        if subject in self._alike and (predicate in _GROUPING or self._shares_value(quad, predicate)):
            return True
        if predicate == TYPE and self._kinds and _space_of(subject) in self._kinds:
            return True
        return quad.graph_name in self._graphs

    def _shares_value(self, quad: Quad, predicate: NamedNode) -> bool:
        if predicate in _TELLING:
            return _fold(quad.object) in self._values
        return predicate == DIGEST and quad.object in self._digests


def _is_thing(term: object) -> bool:
    return isinstance(term, NamedNode) and term.value.startswith(BASE) and not term.value.startswith(MH)


def _space_of(term: object) -> Iri:
    """Return the name of a thing without its last part: names of one kind may be meant for each other."""
    return term.value.rpartition("/")[0] if isinstance(term, NamedNode) else ""


def _fold(term: Term) -> tuple[str, str | None]:
    """Return a value as it is compared with others: labels in whatever case."""
    return (term.value.casefold(), term.language) if isinstance(term, Literal) else (str(term), None)
