"""What can be wrong with a shape, although every engine takes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Store

from mhgraph.stores.memory import MemoryEngine
from mhgraph.errors import InvalidQuery
from mhgraph.namespaces import CONCEPT, MH, OWL, RDFS, SCHEME, SH, to_curie
from mhgraph.model import mh
from mhgraph.rdf.terms import DEFAULT, TYPE, Term
from mhgraph.checks.shapelint.shapes import TARGETS, Complaint, Shapes, sh
from mhgraph.rdf.sparql import MAX_DEPTH, depth_of, words_of

_REMEDY = re.compile(
    r"\b(?:add|change|choose|compute|correct|declare|delete|describe|drop|give|join|keep|leave|let|link|look|make|mend|merge|move|"
    r"name|needs?|point|put|remove|rename|repeat|replace|run|say|set|split|state|tag|take|use|write)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[\"'“A-Z].*[^\s.]\.", re.DOTALL)
_FEWEST_WORDS = 6
_OURS = {"mh": MH, "concept": CONCEPT, "scheme": SCHEME}
_TERM = re.compile(rf"(?:\b({'|'.join(_OURS)}):|<({'|'.join(map(re.escape, _OURS.values()))}))([A-Za-z][\w-]*)")
_SHACL = """
alternativePath and ask class closed datatype declare deactivated defaultValue description disjoint equals
flags group hasValue ignoredProperties in inversePath languageIn lessThan lessThanOrEquals maxCount
maxExclusive maxInclusive maxLength message minCount minExclusive minInclusive minLength name namespace node
nodeKind not oneOrMorePath or order path pattern prefix prefixes property qualifiedMaxCount
qualifiedMinCount qualifiedValueShape qualifiedValueShapesDisjoint select severity sparql targetClass
targetNode targetObjectsOf targetSubjectsOf uniqueLang xone zeroOrMorePath zeroOrOnePath
"""
_PREDICATES = frozenset(_SHACL.split())
"""The properties of SHACL Core and of SPARQL-based constraints (https://www.w3.org/TR/shacl/)."""
_LIKE_SHACL = re.compile(r"https?://www\.w3\.org/ns/shacl")
_IN_QUERY = re.compile(
    r"""\b(?:REGEX|REPLACE)\s*\([^"']*?,\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""", re.IGNORECASE
)
_FLAGS = frozenset("smixq")
_NOT_IN_SHACL = ("MINUS", "SERVICE", "VALUES")
_SELECTED = re.compile(r"\bSELECT\b([^{]*)", re.IGNORECASE)
_SEVERITIES = tuple(sh(name) for name in ("Violation", "Warning", "Info"))
_NO_CONSTRAINTS = {
    sh(name)
    for name in ("property", "severity", "message", "name", "description", "order", "group", "deactivated", *TARGETS)
}
_LABEL_WORDS = re.compile(r"[A-Za-z’']+")


class Query(NamedTuple):
    """A SPARQL constraint: the node that holds it, its text, and the prefixes declared for it."""

    node: Term
    text: str
    prologue: str


def known_term(shapes: Shapes) -> Iterator[Complaint]:
    """Every term in the SHACL namespace exists there, and every property is one that engines look at."""
    from rdflib.namespace import SH as SHACL

    for quad in sorted(shapes.quads(None, None), key=str):
        for term, known in ((quad.predicate, _PREDICATES), (quad.object, SHACL)):
            if not isinstance(term, NamedNode) or not _LIKE_SHACL.match(term.value):
                continue
            if not term.value.startswith(SH) or term.value[len(SH) :] not in known:
                owner = _owner(shapes, quad.subject)
                yield owner, term.value, f"{to_curie(term.value)} does not exist in SHACL; mend the name."


def declared_term(shapes: Shapes) -> Iterator[Complaint]:
    """Every term of ours in a shape or its query is declared in the ontology."""
    schema = shapes.corpus.store
    for quad in sorted(shapes.quads(None, None), key=str):
        terms = [each.value for each in (quad.predicate, quad.object) if isinstance(each, NamedNode)]
        if isinstance(quad.object, Literal) and quad.predicate in (sh("select"), sh("ask"), sh("construct")):
            found = set(_TERM.findall(quad.object.value))
            terms = sorted(f"{_OURS[prefix] if prefix else space}{name}" for prefix, space, name in found)
        for term in terms:
            ours = term.startswith(tuple(_OURS.values()))
            if ours and not any(schema.quads_for_pattern(NamedNode(term), TYPE, None, DEFAULT)):
                sentence = f"{to_curie(term)} is not in the ontology; declare it there, or mend the name."
                yield _owner(shapes, quad.subject), term, sentence


def property_shape(shapes: Shapes) -> Iterator[Complaint]:
    """Every property shape has an IRI, a severity and a message; so has a node shape that constrains its target."""
    for node in shapes.nodes:
        is_property = bool(shapes.values(node, "path"))
        if shapes.values(node, "deactivated"):
            yield node, "", "The shape is deactivated, so that it finds nothing; delete it, or sh:deactivated."
        if is_property and not isinstance(node, NamedNode):
            yield _owner(shapes, node), _shown_path(shapes, node), "A property shape has no IRI; give it one (shape:…)."
        if not (is_property or _constrains_target(shapes, node)):
            continue
        if not any(each in _SEVERITIES for each in shapes.values(node, "severity")):
            yield node, "", "The shape has no severity; add sh:severity sh:Violation, sh:Warning or sh:Info."
        if not any(isinstance(each, Literal) and each.language == "en" for each in shapes.values(node, "message")):
            yield node, "", "The shape has no message in English; add sh:message, with the remedy."


def message(shapes: Shapes) -> Iterator[Complaint]:
    """A message is a sentence that says what is wrong and what to do.

    What can be told by a program: it begins like a sentence, ends in one period, has six words, and a verb of remedy
    (or says what is needed).
    """
    for node in shapes.nodes:
        for each in shapes.values(node, "message"):
            text = getattr(each, "value", "")
            if not _SENTENCE.fullmatch(text) or len(_LABEL_WORDS.findall(text)) < _FEWEST_WORDS:
                yield (
                    node,
                    text,
                    "The message is no sentence; begin with a capital letter, say what is wrong, end in a period.",
                )
            elif not _REMEDY.search(text):
                yield node, text, "The message names no remedy; say what to add, mend, remove or rename."


def pattern(shapes: Shapes) -> Iterator[Complaint]:
    """Regular expressions compile, with what XPath has of them: those of shapes, and those in queries."""
    texts: list[tuple[Term, str]] = [
        (quad.subject, getattr(quad.object, "value", "")) for quad in shapes.quads(None, sh("pattern"))
    ]
    for each in _queries(shapes):
        texts += [(each.node, "".join(text).replace("\\\\", "\\")) for text in _IN_QUERY.findall(each.text)]
    for node, text in sorted(texts, key=str):
        try:
            re.compile(text)
        except re.error as error:
            yield _owner(shapes, node), text, f"The regular expression does not compile ({error.msg}); mend it."
            continue
        if "(?" in text:
            yield (
                _owner(shapes, node),
                text,
                "The regular expression has (?, which XPath does not know; write it without.",
            )
    for quad in sorted(shapes.quads(None, sh("flags")), key=str):
        if not _FLAGS.issuperset(getattr(quad.object, "value", "")):
            yield (
                _owner(shapes, quad.subject),
                "",
                "A flag of a regular expression is one of s, m, i, x, q; correct sh:flags.",
            )


def query(shapes: Shapes) -> Iterator[Complaint]:
    """SPARQL constraints parse with the prefixes declared for them, select $this, and are what SHACL allows."""
    nothing = MemoryEngine(Store())
    for each in _queries(shapes):
        selected = _SELECTED.search(each.text)
        if selected and not re.search(r"[$?]this\b", selected[1]):
            yield _owner(shapes, each.node), each.text, "The query does not select $this; add it to what is selected."
        for word in _NOT_IN_SHACL:
            if word in words_of(each.text):
                yield _owner(shapes, each.node), each.text, f"SHACL allows no {word} in a query; write it without."
        path = next((shapes.sparql_path(p) for p in _paths(shapes, each.node)), "<path:>")
        text = each.prologue + each.text.replace("$PATH", path)
        if depth_of(text) > MAX_DEPTH:
            sentence = f"The query nests more than {MAX_DEPTH} brackets or operators; write it with fewer."
            yield _owner(shapes, each.node), each.text, sentence
            continue
        try:
            nothing.select(text)
        except InvalidQuery as error:
            reason = "a prefix is not declared" if "Prefix not found" in error.problem else error.problem
            yield (
                _owner(shapes, each.node),
                each.text,
                f"The query cannot be run ({reason}); mend it, or its sh:prefixes.",
            )


def class_has_shape(shapes: Shapes) -> Iterator[Complaint]:
    """Every class of the ontology that things are of is the target of a shape."""
    schema = shapes.corpus.store
    targets = {quad.object for quad in shapes.quads(None, sh("targetClass"))}
    classes = [quad.subject for quad in schema.quads_for_pattern(None, TYPE, NamedNode(f"{OWL}Class"), DEFAULT)]
    for each in sorted(classes, key=str):
        if not isinstance(each, NamedNode) or not each.value.startswith(MH) or each in targets:
            continue
        general = any(schema.quads_for_pattern(None, NamedNode(f"{RDFS}subClassOf"), each, DEFAULT))
        reserved = any(schema.quads_for_pattern(each, mh("reserved"), None, DEFAULT))
        if not general and not reserved:
            yield each, each.value, f"No shape has the class {to_curie(each.value)} as its target; write one."


def focus(shapes: Shapes) -> Iterator[Complaint]:
    """Every shape looks at something: in the data, or in a test."""
    for node in shapes.nodes:
        if isinstance(node, NamedNode) and not shapes.focus.get(node) and node.value not in shapes.exercised:
            remedy = "mend its target or the shape that refers to it, delete it, or leave it for data to come"
            yield node, "", f"The shape looks at nothing in the data; {remedy}."


def _constrains_target(shapes: Shapes, node: Term) -> bool:
    used = {quad.predicate for quad in shapes.quads(node, None)}
    constraints = {each for each in used if each.value.startswith(SH)} - _NO_CONSTRAINTS
    return bool(constraints) and any(shapes.values(node, name) for name in TARGETS)


def _queries(shapes: Shapes) -> Iterator[Query]:
    for quad in sorted(shapes.quads(None, sh("select")), key=str):
        declared = [
            f"PREFIX {_text(shapes, each, 'prefix')}: <{_text(shapes, each, 'namespace')}>\n"
            for ontology in shapes.values(quad.subject, "prefixes")
            for each in shapes.values(ontology, "declare")
        ]
        yield Query(quad.subject, getattr(quad.object, "value", ""), "".join(declared))


def _paths(shapes: Shapes, node: Term) -> list[Term]:
    owners = [quad.subject for quad in shapes.quads(None, sh("sparql"), node)]
    return [path for owner in owners for path in shapes.values(owner, "path")]


def _text(shapes: Shapes, node: Term, name: str) -> str:
    return next((getattr(each, "value", "") for each in shapes.values(node, name)), "")


def _owner(shapes: Shapes, node: Term) -> Term:
    """Return the named node in whose description a blank node stands."""
    seen: set[Term] = set()
    while not isinstance(node, NamedNode) and node not in seen:
        seen.add(node)
        node = next((quad.subject for quad in shapes.quads(None, None, node)), node)
    return node


def _shown_path(shapes: Shapes, node: Term) -> str:
    return " ".join(shapes.sparql_path(each) for each in shapes.values(node, "path"))
