"""What can be wrong with a shape, although every engine takes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from mhgraph.checks.shapelint.shapes import TARGETS, Complaint, ShapeIndex, sh
from mhgraph.namespaces import CONCEPT, MH, SCHEME, SH, to_curie
from mhgraph.rdf.sparql import values_block
from mhgraph.rdf.terms import Term

_REMEDY = re.compile(
    r"\b(?:add|change|choose|compute|correct|declare|delete|describe|drop|fix|give|join|keep|leave|let|link|look|make|merge|"
    r"move|name|needs?|point|put|remove|rename|repeat|replace|run|say|set|split|state|tag|take|use|write)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[\"'“A-Z].*[^\s.]\.", re.DOTALL)
_FEWEST_WORDS = 6
_LABEL_WORDS = re.compile(r"[A-Za-z’']+")
_OURS = {"mh": MH, "concept": CONCEPT, "scheme": SCHEME}
_TERM = re.compile(rf"(?:\b({'|'.join(_OURS)}):|<({'|'.join(map(re.escape, _OURS.values()))}))([A-Za-z][\w-]*)")
_QUERIES = frozenset(sh(name) for name in ("select", "ask", "construct"))
_SHACL = """
alternativePath and ask class closed datatype declare deactivated defaultValue description disjoint equals
flags group hasValue ignoredProperties in inversePath languageIn lessThan lessThanOrEquals maxCount
maxExclusive maxInclusive maxLength message minCount minExclusive minInclusive minLength name namespace node
nodeKind not oneOrMorePath or order path pattern prefix prefixes property qualifiedMaxCount
qualifiedMinCount qualifiedValueShape qualifiedValueShapesDisjoint select severity sparql targetClass
targetNode targetObjectsOf targetSubjectsOf uniqueLang xone zeroOrMorePath zeroOrOnePath
"""
_NAMES = """
BlankNode BlankNodeOrIRI BlankNodeOrLiteral IRI IRIOrLiteral Info Literal NodeShape PrefixDeclaration
PropertyShape SPARQLConstraint Violation Warning
"""
_PREDICATES = frozenset(_SHACL.split())
"""The properties of SHACL Core and of SPARQL-based constraints (https://www.w3.org/TR/shacl/)."""
_TERMS = _PREDICATES.union(_NAMES.split())
"""The same with the classes and individuals that shapes name."""
_LIKE_SHACL = re.compile(r"https?://www\.w3\.org/ns/shacl")
_SEVERITIES = tuple(sh(name) for name in ("Violation", "Warning", "Info"))
_NO_CONSTRAINTS = {
    sh(name)
    for name in ("property", "severity", "message", "name", "description", "order", "group", "deactivated", *TARGETS)
}


def known_term(shapes: ShapeIndex) -> Iterator[Complaint]:
    """Every term in the SHACL namespace exists there, and every property is one that engines look at."""
    for triple in shapes.triples:
        for term, known in ((triple.predicate, _PREDICATES), (triple.object, _TERMS)):
            if not isinstance(term, NamedNode) or not _LIKE_SHACL.match(term.value):
                continue
            if not term.value.startswith(SH) or term.value[len(SH) :] not in known:
                message = f"{to_curie(term.value)} does not exist in SHACL; fix the name."
                yield Complaint(shapes.owner(triple.subject), term.value, message)


def declared_term(shapes: ShapeIndex) -> Iterator[Complaint]:
    """Every term of ours in a shape or its query is declared in the ontology."""
    used: list[tuple[Term, NamedNode]] = []
    for triple in shapes.triples:
        terms = [term for term in (triple.predicate, triple.object) if isinstance(term, NamedNode)]
        if isinstance(triple.object, Literal) and triple.predicate in _QUERIES:
            found = set(_TERM.findall(triple.object.value))
            names = sorted(f"{_OURS[prefix] if prefix else space}{name}" for prefix, space, name in found)
            terms = [NamedNode(name) for name in names]
        used += [(triple.subject, term) for term in terms if term.value.startswith(tuple(_OURS.values()))]
    block = values_block(["x"], [[term] for term in sorted({term for _, term in used}, key=str)])
    declared = {row[0] for row in shapes.graph.select(f"SELECT DISTINCT ?x WHERE {{ {block} ?x a ?class }}").rows}
    for node, term in used:
        if term not in declared:
            message = f"{to_curie(term.value)} is not in the ontology; declare it there, or fix the name."
            yield Complaint(shapes.owner(node), term.value, message)


def property_shape(shapes: ShapeIndex) -> Iterator[Complaint]:
    """Every property shape has an IRI, a severity and a message; so has a node shape that constrains its target."""
    for node in shapes.nodes:
        paths = shapes.values(node, "path")
        if shapes.values(node, "deactivated"):
            message = "The shape is deactivated, so that it finds nothing; delete it, or sh:deactivated."
            yield Complaint(node, "", message)
        if paths and not isinstance(node, NamedNode):
            shown = " ".join(shapes.sparql_path(path) for path in paths)
            yield Complaint(shapes.owner(node), shown, "A property shape has no IRI; give it one (shape:…).")
        if not (paths or _constrains_target(shapes, node)):
            continue
        if not any(value in _SEVERITIES for value in shapes.values(node, "severity")):
            message = "The shape has no severity; add sh:severity sh:Violation, sh:Warning or sh:Info."
            yield Complaint(node, "", message)
        texts = shapes.values(node, "message")
        if not any(isinstance(text, Literal) and text.language == "en" for text in texts):
            yield Complaint(node, "", "The shape has no message in English; add sh:message, with the remedy.")


def message(shapes: ShapeIndex) -> Iterator[Complaint]:
    """A message is a sentence that says what is wrong and what to do.

    What can be told by a program: it begins like a sentence, ends in one period, has six words, and a verb of remedy
    (or says what is needed).
    """
    for node in shapes.nodes:
        for literal in shapes.values(node, "message"):
            text = getattr(literal, "value", "")
            if not _SENTENCE.fullmatch(text) or len(_LABEL_WORDS.findall(text)) < _FEWEST_WORDS:
                form = "begin with a capital letter, say what is wrong, end in a period"
                yield Complaint(node, text, f"The message is no sentence; {form}.")
            elif not _REMEDY.search(text):
                yield Complaint(node, text, "The message names no remedy; say what to add, fix, remove or rename.")


def class_has_shape(shapes: ShapeIndex) -> Iterator[Complaint]:
    """Every class of the ontology that things are of is the target of a shape, or one above it is."""
    model, targets = shapes.graph.model, set(shapes.shapes.target_classes)
    for cls in sorted(model.classes - model.abstract, key=str):
        if targets.isdisjoint(model.above(cls)) and not model.is_reserved(cls):
            message = f"No shape has the class {to_curie(cls.value)} as its target; write one."
            yield Complaint(cls, cls.value, message)


def focus(shapes: ShapeIndex) -> Iterator[Complaint]:
    """Every shape looks at something: in the data, or in a test."""
    for node in shapes.nodes:
        if isinstance(node, NamedNode) and not shapes.focus.get(node) and node.value not in shapes.exercised:
            remedy = "fix its target or the shape that refers to it, delete it, or leave it for data to come"
            yield Complaint(node, "", f"The shape looks at nothing in the data; {remedy}.")


def _constrains_target(shapes: ShapeIndex, node: Term) -> bool:
    used = {triple.predicate for triple in shapes.about(node)}
    constraints = {predicate for predicate in used if predicate.value.startswith(SH)} - _NO_CONSTRAINTS
    return bool(constraints) and any(shapes.values(node, name) for name in TARGETS)
