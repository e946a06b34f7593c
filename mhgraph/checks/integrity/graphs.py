"""Rules about graphs: what a passage or a judgement holds, how it is described, and in which ledger it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import NamedNode

from mhgraph.project.statements import A, DataFile, Hit, Iri, Material, Statement, iris, mh_, short_name
from mhgraph.checks.integrity.vocabulary import known_terms
from mhgraph.namespaces import JUDGEMENT, RULE, SOURCE, to_curie

_CURATION = "curationDate curationMethod curationRole"
_OF_SOURCE = iris(
    mh=f"captured digest recordOf {_CURATION}", dcterms="language publisher title", schema="url", skos="editorialNote"
) | {A}
_OF_PASSAGE = iris(
    mh="digest documentLabel fragment holdsNoStatement number readWith", dcterms="isPartOf", skos="editorialNote"
) | {A}
_OF_JUDGEMENT = iris(mh=f"confidence rationale restsOn {_CURATION}", rdfs="label", skos="editorialNote") | {A}
_ONLY_OUTSIDE = iris(
    mh="captured confidence digest documentLabel fragment holdsNoStatement number rationale readWith recordOf restsOn"
) | iris(mh=_CURATION)
_EVIDENCE = iris(mh="EvidenceUnit Judgement Passage Rule Source View")
_ABOUT_RECORD = iris(mh="lostField", dcterms="modified")
_SINGLE = iris(mh="date deadline endDate precision startDate status unit value")
_COMPUTED = iris(mh="earliest latest")

_OPENS = re.compile(r"\s*(?:GRAPH\s+)?[^\s\"'{]+\s*\{", re.IGNORECASE)


def graph_described(material: Material) -> Iterator[Hit]:
    """Every named graph is described in the default graph of its own file."""
    for file in material.files:
        kind = mh_("Passage") if file.role == "sources" else mh_("Judgement")
        described = {each.subject for each in file.statements if not each.graph and each.declares(kind)}
        for graph, first in _graphs(file).items():
            if graph not in described and _belongs(file, graph):
                remedy = f"write {short_name(graph)} a {to_curie(kind)} above it, or mend the name of the graph"
                yield Hit(file.path, f"The graph is not described in its file; {remedy}.", _opening(first), graph)


def paragraph_state(material: Material) -> Iterator[Hit]:
    """A described paragraph has a graph, or holds no statement, or is unread: never two of these."""
    for file in material.of("sources"):
        graphs = _graphs(file)
        for each in file.statements:
            if each.predicate == mh_("holdsNoStatement") and each.subject in graphs:
                yield Hit(each, "The paragraph has statements and says that it holds none; take one of the two away.")


def outside_graph(material: Material) -> Iterator[Hit]:
    """Outside its graphs, a file says what its passages or judgements are, and nothing else. One hit a thing."""
    known = known_terms(material)
    for file in material.files:
        wrong: defaultdict[Iri, list[Statement]] = defaultdict(list)
        for each in file.statements if file.role != "entities" else ():
            allowed = _allowed_outside(file, each.subject)
            if not each.graph and each.predicate in known and each.predicate not in allowed:
                wrong[each.subject].append(each)
        for first, *others in wrong.values():
            more = f" (and {len(others)} more)" if others else ""
            message = f"{to_curie(first.predicate)}{more} may not stand outside a graph here; put it into one."
            yield Hit(first, message)


def _allowed_outside(file: DataFile, subject: Iri) -> frozenset[Iri]:
    if file.role == "judgements":
        return _OF_JUDGEMENT if subject.startswith(JUDGEMENT) else frozenset()
    if subject == file.source:
        return _OF_SOURCE
    return _OF_PASSAGE if subject.startswith(f"{file.source}#") else frozenset()


def inside_graph(material: Material) -> Iterator[Hit]:
    """Inside a graph stands content: no description of passages, sources, judgements or rules."""
    for file in material.files:
        for each in file.statements:
            if each.graph and not _is_content(file, each):
                message = (
                    f"{to_curie(each.predicate)} of {short_name(each.subject)} is no content; put it outside the graph."
                )
                yield Hit(each, message)


def _is_content(file: DataFile, each: Statement) -> bool:
    if each.subject == file.source and file.role == "sources":
        return each.predicate in _ABOUT_RECORD
    described = each.subject.startswith((SOURCE, JUDGEMENT, RULE)) or each.predicate in _ONLY_OUTSIDE | _ABOUT_RECORD
    return not described and not (each.predicate == A and each.value in _EVIDENCE)


def ledger(material: Material) -> Iterator[Hit]:
    """Each ledger has its folder: passages in the file of their source, judgements in theirs, rules in no data file."""
    for file in material.files:
        for graph, first in _graphs(file).items():
            if not _belongs(file, graph):
                place = "its judgement file" if graph.startswith(JUDGEMENT) else "the file of its source"
                remedy = "delete it: rules are run on loading" if graph.startswith(RULE) else f"move it to {place}"
                message = f"A graph of another ledger or source stands in this file; {remedy}."
                yield Hit(file.path, message, _opening(first), graph)


def computed(material: Material) -> Iterator[Hit]:
    """What the loader computes is not written by hand."""
    for each in material.statements:
        if each.predicate in _COMPUTED:
            yield Hit(
                each, f"{to_curie(each.predicate)} is computed on loading; write the date as it is known instead."
            )


def one_value(material: Material) -> Iterator[Hit]:
    """One passage or judgement gives a thing one date, number, unit or status: only different sources may disagree."""
    given: defaultdict[tuple[Iri, Iri, Iri], list[Statement]] = defaultdict(list)
    for each in material.statements:
        if each.graph and each.predicate in _SINGLE:
            given[each.graph, each.subject, each.predicate].append(each)
    for (graph, _, predicate), listed in given.items():
        if len(listed) > 1:
            kind = "judgement" if graph.startswith(JUDGEMENT) else "passage"
            hint = ", and write a number without commas" if predicate == mh_("value") else ""
            message = f"One {kind} gives {len(listed)} values of {to_curie(predicate)}; keep the one it means{hint}."
            yield Hit(listed[1], message)


def judgement_graph(material: Material) -> Iterator[Hit]:
    """A described judgement judges something."""
    for file in material.of("judgements"):
        graphs = _graphs(file)
        for each in file.statements:
            if each.declares(mh_("Judgement")) and not each.graph and each.subject not in graphs:
                yield Hit(each, "The judgement says nothing; write its statements into a graph of its name.")


def rests_on(material: Material) -> Iterator[Hit]:
    """A judgement rests on passages that some source file describes."""
    for each in material.statements:
        if each.predicate == mh_("restsOn") and each.value not in material.passages:
            yield Hit(
                each, f"{short_name(each.value)} is no described passage; name the passage that the judgement rests on."
            )


def _graphs(file: DataFile) -> dict[Iri, Statement]:
    """Return the named graphs of a file, each with its first statement."""
    graphs: dict[Iri, Statement] = {}
    for each in file.statements:
        if isinstance(each.quad.graph_name, NamedNode):
            graphs.setdefault(each.graph, each)
    return graphs


def _opening(first: Statement) -> int | None:
    """Return the line on which the graph of a statement opens, if that is its first statement."""
    lines = first.file.text.split("\n")[: first.line or 0]
    return next((number for number in range(len(lines), 0, -1) if _OPENS.match(lines[number - 1])), first.line)


def _belongs(file: DataFile, graph: Iri) -> bool:
    return graph.startswith(JUDGEMENT if file.role == "judgements" else f"{file.source}#")
