"""Rules about graphs: what a passage or a judgement holds, how it is described, and in which ledger it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import NamedNode

from mhgraph.checks.integrity.breach import Breach, data_files
from mhgraph.checks.integrity.vocabulary import known_terms
from mhgraph.graph.labels import short_name
from mhgraph.model import COMPUTED, HOLDS_NO_STATEMENT, JUDGEMENT_CLASS, PASSAGE, VALUE, Model
from mhgraph.namespaces import DCTERMS, JUDGEMENT, RULE, SOURCE, to_curie
from mhgraph.project.statements import Iri, ParsedProject, ProjectFile, Statement
from mhgraph.rdf.terms import TYPE

_GRAPH_CLASSES = {"sources": PASSAGE, "judgements": JUDGEMENT_CLASS}
_MODIFIED = NamedNode(f"{DCTERMS}modified")


def graph_described(parsed: ParsedProject) -> Iterator[Breach]:
    """Every named graph is described in the default graph of its own file."""
    for file in parsed.of(*_GRAPH_CLASSES):
        kind = _GRAPH_CLASSES[file.role]
        described = {
            statement.subject for statement in file.statements if not statement.graph and statement.declares(kind)
        }
        for graph, first in _first_statements(file).items():
            if graph not in described and _belongs(file, graph):
                remedy = f"write {short_name(graph)} a {to_curie(kind.value)} above it, or fix the name of the graph"
                message = f"The graph is not described in its file; {remedy}."
                yield Breach(file.path, message, first.position.graph, graph)


def paragraph_state(parsed: ParsedProject) -> Iterator[Breach]:
    """A described paragraph has a graph, or holds no statement, or is unread: never two of these."""
    for file in parsed.of("sources"):
        graphs = _first_statements(file)
        for statement in file.statements:
            if statement.predicate == HOLDS_NO_STATEMENT and statement.subject in graphs:
                message = "The paragraph has statements and says that it holds none; take one of the two away."
                yield Breach(statement, message)


def outside_graph(parsed: ParsedProject) -> Iterator[Breach]:
    """Outside its graphs, a file describes its source, passages or judgements, and nothing else. One breach a thing.

    What may be said of these is the matter of the shapes; here is seen what belongs into a graph.
    """
    known, in_passages = known_terms(parsed), _about_record(parsed.model)
    for file in parsed.of("sources", "judgements"):
        wrong: defaultdict[Iri, list[Statement]] = defaultdict(list)
        for statement in file.statements:
            misplaced = not _is_described(file, statement.subject) or statement.predicate in in_passages
            if not statement.graph and misplaced and statement.predicate in known:
                wrong[statement.subject].append(statement)
        for first, *others in wrong.values():
            more = f" (and {len(others)} more)" if others else ""
            name = to_curie(first.predicate.value)
            yield Breach(first, f"{name}{more} may not stand outside a graph here; put it into one.")


def _is_described(file: ProjectFile, subject: Iri) -> bool:
    """Return whether a thing is one that a file describes outside graphs."""
    if file.role == "judgements":
        return subject.startswith(JUDGEMENT)
    return subject == file.source or subject.startswith(f"{file.source}#")


def inside_graph(parsed: ParsedProject) -> Iterator[Breach]:
    """Inside a graph stands content: no description of passages, sources, judgements or rules."""
    model = parsed.model
    about_record = _about_record(model)
    describing = about_record.union(*(model.marked(trait) for trait in ("of-passage", "of-source", "of-judgement")))
    evidence = model.marked("evidence")
    for file in data_files(parsed):
        for statement in file.statements:
            if not statement.graph:
                continue
            subject, predicate = statement.subject, statement.predicate
            if subject == file.source and file.role == "sources":
                is_content = predicate in about_record
            else:
                is_described = subject.startswith((SOURCE, JUDGEMENT, RULE)) or predicate in describing
                is_content = not is_described and not (predicate == TYPE and statement.quad.object in evidence)
            if not is_content:
                what = f"{to_curie(predicate.value)} of {short_name(subject)}"
                yield Breach(statement, f"{what} is no content; put it outside the graph.")


def _about_record(model: Model) -> frozenset[NamedNode]:
    """Return what a passage says of the page that was read."""
    return model.marked("about-record") | {_MODIFIED}


def ledger(parsed: ParsedProject) -> Iterator[Breach]:
    """Each ledger has its folder: passages in the file of their source, judgements in theirs, rules in no data file."""
    for file in data_files(parsed):
        for graph, first in _first_statements(file).items():
            if not _belongs(file, graph):
                place = "its judgement file" if graph.startswith(JUDGEMENT) else "the file of its source"
                remedy = "delete it: rules are run on loading" if graph.startswith(RULE) else f"move it to {place}"
                message = f"A graph of another ledger or source stands in this file; {remedy}."
                yield Breach(file.path, message, first.position.graph, graph)


def computed(parsed: ParsedProject) -> Iterator[Breach]:
    """What the loader computes is not written by hand."""
    for statement in parsed.statements:
        if statement.predicate in COMPUTED:
            name = to_curie(statement.predicate.value)
            yield Breach(statement, f"{name} is computed on loading; write the date as it is known instead.")


def one_value(parsed: ParsedProject) -> Iterator[Breach]:
    """One passage or judgement gives a thing one date, number, unit or status: only different sources may disagree."""
    single = parsed.model.marked("single-valued")
    given: defaultdict[tuple[Iri, Iri, NamedNode], list[Statement]] = defaultdict(list)
    for statement in parsed.statements:
        if statement.graph and statement.predicate in single:
            given[statement.graph, statement.subject, statement.predicate].append(statement)
    for (graph, _, predicate), listed in given.items():
        if len(listed) > 1:
            kind = "judgement" if graph.startswith(JUDGEMENT) else "passage"
            hint = ", and write a number without commas" if predicate == VALUE else ""
            what = f"One {kind} gives {len(listed)} values of {to_curie(predicate.value)}"
            yield Breach(listed[1], f"{what}; keep the one it means{hint}.")


def judgement_graph(parsed: ParsedProject) -> Iterator[Breach]:
    """A described judgement judges something."""
    for file in parsed.of("judgements"):
        graphs = _first_statements(file)
        for statement in file.statements:
            if statement.declares(JUDGEMENT_CLASS) and not statement.graph and statement.subject not in graphs:
                message = "The judgement says nothing; write its statements into a graph of its name."
                yield Breach(statement, message)


def _first_statements(file: ProjectFile) -> dict[Iri, Statement]:
    """Return the first statement of each named graph of a file."""
    graphs: dict[Iri, Statement] = {}
    for statement in file.statements:
        if isinstance(statement.quad.graph_name, NamedNode):
            graphs.setdefault(statement.graph, statement)
    return graphs


def _belongs(file: ProjectFile, graph: Iri) -> bool:
    """Return whether a graph stands in the file of its ledger and source."""
    return graph.startswith(JUDGEMENT if file.role == "judgements" else f"{file.source}#")
