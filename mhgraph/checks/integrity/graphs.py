"""Rules about graphs: what a passage or a judgement holds, how it is described, and in which ledger it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import NamedNode

from mhgraph.checks.integrity.breach import Breach, data_files
from mhgraph.checks.integrity.vocabulary import known_terms
from mhgraph.graph.labels import short_name
from mhgraph.model import (
    HOLDS_NO_STATEMENT,
    INDEX_SUFFIX,
    IS_SEEN_IN,
    JUDGEMENT_CLASS,
    LEAVES_OUT,
    PASSAGE,
    SAYS,
    STANDING,
    VALUE,
)
from mhgraph.namespaces import CONCEPT, DATASET, JUDGEMENT, PREFIXES, RULE, SOURCE, to_curie
from mhgraph.project.statements import Iri, ParsedProject, ProjectFile, Statement
from mhgraph.rdf.terms import TYPE

_GRAPH_CLASSES = {"sources": PASSAGE, "judgements": JUDGEMENT_CLASS}


def graph_described(parsed: ParsedProject) -> Iterator[Breach]:
    """Every named graph is described in the default graph of its file; one that files a passage, by that passage."""
    for file in parsed.of(*_GRAPH_CLASSES):
        kind = _GRAPH_CLASSES[file.role]
        described = set(_described(parsed, file))
        for graph, first in _first_statements(file).items():
            thing = graph.removesuffix(INDEX_SUFFIX) if file.role == "sources" else graph
            if thing not in described and _belongs(file, graph):
                remedy = f"write {short_name(thing)} a {to_curie(kind.value)} above it, or fix the name of the graph"
                message = f"The graph is not described in its file; {remedy}."
                yield Breach(file.path, message, first.position.graph, graph)


def _described(parsed: ParsedProject, file: ProjectFile) -> dict[Iri, Statement]:
    """Return the passages or judgements that a file describes, each with the statement that types it."""
    classes = parsed.model.below(_GRAPH_CLASSES[file.role])
    typed = (statement for statement in file.statements if not statement.graph and statement.predicate == TYPE)
    return {statement.subject: statement for statement in typed if statement.quad.object in classes}


def passage_name(parsed: ParsedProject) -> Iterator[Breach]:
    """No passage is named as if it were the filing of another."""
    for file in parsed.of("sources"):
        for name, statement in _described(parsed, file).items():
            if name.endswith(INDEX_SUFFIX):
                message = (
                    f"A passage's name does not end in {INDEX_SUFFIX}, which names its filing; rename the passage."
                )
                yield Breach(statement, message)


def paragraph_state(parsed: ParsedProject) -> Iterator[Breach]:
    """A described paragraph has a graph, or holds no statement, or is unread: never two of these.

    What is left out is the rest of a paragraph that has a graph.
    """
    for file in parsed.of("sources"):
        graphs = _first_statements(file)
        for statement in file.statements:
            name = statement.subject
            if statement.predicate == HOLDS_NO_STATEMENT and not graphs.keys().isdisjoint({name, name + INDEX_SUFFIX}):
                message = "The paragraph has statements and says that it holds none; take one of the two away."
                yield Breach(statement, message)
            elif statement.predicate == LEAVES_OUT and name not in graphs:
                instead = to_curie(HOLDS_NO_STATEMENT.value)
                message = f"The paragraph has no statement, so that nothing is its rest; write {instead} instead."
                yield Breach(statement, message)


def outside_graph(parsed: ParsedProject) -> Iterator[Breach]:
    """Outside its graphs, a file describes its source, captures and passages, or its judgements. One breach a thing.

    What may be said of these is the matter of the shapes; here is seen what belongs into a graph.
    """
    known = known_terms(parsed)
    for file in parsed.of("sources", "judgements"):
        wrong: defaultdict[Iri, list[Statement]] = defaultdict(list)
        for statement in file.statements:
            if not statement.graph and not _is_described(file, statement.subject) and statement.predicate in known:
                wrong[statement.subject].append(statement)
        for first, *others in wrong.values():
            more = f" (and {len(others)} more)" if others else ""
            name = to_curie(first.predicate.value)
            yield Breach(first, f"{name}{more} may not stand outside a graph here; put it into one.")


def _is_described(file: ProjectFile, subject: Iri) -> bool:
    """Return whether a thing is one that a file describes outside graphs."""
    if file.role == "judgements":
        return subject.startswith((JUDGEMENT, PREFIXES["judgements"]))
    return subject == file.source or subject.startswith(f"{file.source}#")


def inside_graph(parsed: ParsedProject) -> Iterator[Breach]:
    """Inside a graph stands content: no description of passages, sources, judgements, rules, or of the data itself."""
    model = parsed.model
    about_record, evidence = model.marked("about-record"), model.marked("evidence")
    describing, not_content = model.marked("description"), (SOURCE, JUDGEMENT, PREFIXES["judgements"], RULE, DATASET)
    for file in data_files(parsed):
        for statement in file.statements:
            if not statement.graph:
                continue
            subject, predicate = statement.subject, statement.predicate
            if subject == file.source and file.role == "sources":
                is_content = predicate in about_record
            else:
                is_described = subject.startswith(not_content) or predicate in describing
                is_content = not is_described and not (predicate == TYPE and statement.quad.object in evidence)
            if not is_content:
                what = f"{to_curie(predicate.value)} of {short_name(subject)}"
                yield Breach(statement, f"{what} is no content; put it outside the graph.")


def ledger(parsed: ParsedProject) -> Iterator[Breach]:
    """Each ledger has its folder: passages in the file of their source, judgements in theirs, rules in no data file."""
    for file in data_files(parsed):
        for graph, first in _first_statements(file).items():
            if not _belongs(file, graph):
                place = "its judgement file" if graph.startswith(JUDGEMENT) else "the file of its source"
                remedy = "delete it: rules are run on loading" if graph.startswith(RULE) else f"move it to {place}"
                message = f"A graph of another ledger or source stands in this file; {remedy}."
                yield Breach(file.path, message, first.position.graph, graph)


def indexed(parsed: ParsedProject) -> Iterator[Breach]:
    """How things are filed stands in the graph that files a passage, and nothing else stands there."""
    filing = parsed.model.marked("indexed")
    for file in parsed.of("sources", "judgements"):
        for statement in file.statements:
            files = file.role == "sources" and statement.graph.endswith(INDEX_SUFFIX)
            if not statement.graph or files == (statement.predicate in filing):
                continue
            name, graph = to_curie(statement.predicate.value), short_name(statement.graph)
            if files:
                message = f"{name} is no filing; put it into the graph of the passage, without {INDEX_SUFFIX}."
            elif file.role == "sources":
                message = f"{name} is how we file it, and no document says so; put it into {graph}{INDEX_SUFFIX}."
            else:
                message = (
                    f"{name} is how we file it, and no judgement; put it into the {INDEX_SUFFIX} graph of a passage."
                )
            yield Breach(statement, message)


def judged_only(parsed: ParsedProject) -> Iterator[Breach]:
    """What only a curator can hold stands in a judgement."""
    judged = parsed.model.marked("judged-only")
    for statement in parsed.statements:
        if statement.predicate in judged and not (statement.graph and statement.file.role == "judgements"):
            message = (
                f"{to_curie(statement.predicate.value)} is a curator's view; move it to a judgement, with its reasons."
            )
            yield Breach(statement, message)


def computed(parsed: ParsedProject) -> Iterator[Breach]:
    """What the loader computes or a rule concludes is not written by hand."""
    by_loader, by_rule = parsed.model.marked("computed"), parsed.model.marked("inferred-only")
    for statement in parsed.statements:
        term = statement.quad.object if statement.predicate == TYPE else statement.predicate
        if term in by_loader or statement.predicate in by_loader:
            yield Breach(statement, f"{_name(term)} is computed on loading; write what is known instead.")
        elif term in by_rule:
            yield Breach(statement, f"{_name(term)} is concluded by a rule; write what it is concluded from instead.")


def _name(term: object) -> str:
    return to_curie(term.value) if isinstance(term, NamedNode) else str(term)


def one_value(parsed: ParsedProject) -> Iterator[Breach]:
    """One passage or judgement gives a thing one date, number or unit, and says once, in a language, what it says."""
    single = parsed.model.marked("single-valued") | {SAYS}
    given: defaultdict[tuple[Iri, Iri, NamedNode, str], list[Statement]] = defaultdict(list)
    for statement in parsed.statements:
        if statement.graph and statement.predicate in single:
            language = (getattr(statement.quad.object, "language", None) or "") if statement.predicate == SAYS else ""
            given[statement.graph, statement.subject, statement.predicate, language].append(statement)
    for (graph, _, predicate, _), listed in given.items():
        if len(listed) > 1:
            kind = "judgement" if graph.startswith(JUDGEMENT) else "passage"
            hint = ", and write a number without commas" if predicate == VALUE else ""
            what = f"One {kind} gives {len(listed)} values of {to_curie(predicate.value)}"
            yield Breach(listed[1], f"{what}; keep the one it means{hint}.")


def altered_copy(parsed: ParsedProject) -> Iterator[Breach]:
    """A copy that a machine altered gives no statement. One breach a capture."""
    altered = f"{CONCEPT}standing-altered"
    for file in parsed.of("sources"):
        graphs = _first_statements(file)
        speaking = {one.value for one in file.statements if one.predicate == IS_SEEN_IN and one.subject in graphs}
        for statement in file.statements:
            if statement.predicate == STANDING and statement.value == altered and statement.subject in speaking:
                message = "A machine altered this copy, so that nobody knows what the document says"
                yield Breach(statement, f"{message}; take away the statements of the passages that are seen in it.")


def judgement_graph(parsed: ParsedProject) -> Iterator[Breach]:
    """A described judgement judges something."""
    for file in parsed.of("judgements"):
        graphs = _first_statements(file)
        for judgement, statement in _described(parsed, file).items():
            if judgement not in graphs:
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
