"""Rules about the form of files and terms: what a formatter, a store or a reader would stumble over.

The datatypes and the languages of values are the matter of the shapes. The forms of numbers and texts are not: engines
see numbers by their value, and a shape would have to be repeated for every property that has a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode

from mhgraph.checks.integrity.breach import Breach, data_files
from mhgraph.model import DIGEST
from mhgraph.namespaces import RDF, XSD
from mhgraph.project.statements import ParsedProject
from mhgraph.text.characters import find_fault, find_hidden_fault
from mhgraph.text.contact import address_holds_contact, holds_contact

_TEXTS = (f"{XSD}string", f"{RDF}langString")
_NUMBERS = {
    f"{XSD}integer": re.compile(r"0|-?[1-9][0-9]*"),
    f"{XSD}decimal": re.compile(r"-?(?:0|[1-9][0-9]*)\.(?:0|[0-9]*[1-9])"),
}


def blank_node(parsed: ParsedProject) -> Iterator[Breach]:
    """No blank nodes and no quoted triples: they have no name to cite, and break diffs."""
    for file in data_files(parsed):
        terms = (term for statement in file.statements for term in statement.terms)
        if any(not isinstance(term, NamedNode | Literal) for term in terms):
            message = "A blank node or quoted triple has no name to cite; give the thing an IRI."
            yield Breach(file.path, message, file.layout.blank)


def language_tag(parsed: ParsedProject) -> Iterator[Breach]:
    """Language tags are in lower case, as every store gives them back."""
    for file in data_files(parsed):
        for line, tag in file.capital_tags:
            yield Breach(file.path, f"The language tag '{tag}' is not in lower case; run 'mhgraph format'.", line)


def lexical_form(parsed: ParsedProject) -> Iterator[Breach]:
    """Numbers are in their canonical form, and texts and addresses are written plainly."""
    for statement in parsed.statements:
        value = statement.quad.object
        problem = _find_problem(value) if isinstance(value, Literal) else find_hidden_fault(statement.value)
        if problem:
            yield Breach(statement, problem)


def _find_problem(literal: Literal) -> str:
    kind, text = literal.datatype.value, literal.value
    if kind in _TEXTS:
        return find_fault(text)
    if kind in _NUMBERS and not _NUMBERS[kind].fullmatch(text):
        return f"'{text}' is not the canonical form of its number; write it like 7 or 7.5."
    return ""


def contact_data(parsed: ParsedProject) -> Iterator[Breach]:
    """No e-mail address and no telephone number, in a text or in an address."""
    message = "Personal contact data is never stored; leave out the e-mail address or telephone number."
    for statement in parsed.statements:
        if isinstance(statement.quad.object, Literal):
            found = statement.predicate != DIGEST and holds_contact(unquote(statement.value))
        else:
            found = address_holds_contact(statement.value)
        if found:
            yield Breach(statement, message)
