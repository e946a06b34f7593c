"""Rules about the form of files and terms: what a formatter, a store or a reader would stumble over."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode

from mhgraph.project.statements import Hit, Material, Statement, mh_
from mhgraph.namespaces import BASE, ENTITY_KINDS, MH, RDF, XSD, to_curie
from mhgraph.text.contact import address_holds_contact, holds_contact
from mhgraph.rdf.terms import date_bounds

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_NAME = re.compile(
    rf"(?:{'|'.join([*ENTITY_KINDS, 'judgement', 'rule', 'scheme'])})/{_SLUG}|source/{_SLUG}(?:#{_SLUG})?"
)
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b\u2028\u2029\ufeff]")
_DOUBLE_BLANK = re.compile(r"\s\s")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
_BOOLEAN = f"{XSD}boolean"
_DATES = frozenset(f"{XSD}{name}" for name in ("date", "gYearMonth", "gYear"))
_NUMBERS = {
    f"{XSD}integer": re.compile(r"0|-?[1-9][0-9]*"),
    f"{XSD}decimal": re.compile(r"-?(?:0|[1-9][0-9]*)\.(?:0|[0-9]*[1-9])"),
}


def blank_node(material: Material) -> Iterator[Hit]:
    """No blank nodes and no quoted triples: they have no name to cite, and break diffs."""
    for file in material.files:
        if any(not isinstance(term, NamedNode | Literal) for each in file.statements for term in each.terms):
            message = "A blank node or quoted triple has no name to cite; give the thing an IRI."
            yield Hit(file.path, message, file.layout.blank)


def boolean(material: Material) -> Iterator[Hit]:
    """No booleans: stores rewrite them."""
    for each, literal in _literals(material):
        if literal.datatype.value == _BOOLEAN:
            yield Hit(each, "A boolean is rewritten by some stores; use a concept for each of the two cases.")


def language_tag(material: Material) -> Iterator[Hit]:
    """Language tags are in lower case, and begin with a language of two or three letters."""
    for file in material.files:
        for line, tag in file.capital_tags:
            yield Hit(file.path, f"The language tag '{tag}' is not in lower case; run 'mhgraph format'.", line)
    for each, literal in _literals(material):
        if literal.language is not None and not _LANGUAGE.fullmatch(literal.language):
            yield Hit(each, f"'{literal.language}' is not a language tag; use one like en, fr or es.")


def lexical_form(material: Material) -> Iterator[Hit]:
    """Literals are of a datatype that every store keeps, and in its canonical form."""
    for each, literal in _literals(material):
        problem = _form_problem(literal)
        if problem:
            yield Hit(each, problem)


def _form_problem(literal: Literal) -> str:
    kind, text = literal.datatype.value, literal.value
    if kind in _NUMBERS:
        form = _NUMBERS[kind]
        return (
            "" if form.fullmatch(text) else f"'{text}' is not the canonical form of its number; write it like 7 or 7.5."
        )
    if kind in _DATES:
        return "" if date_bounds(literal) else f"'{text}' is no such date; write a day, month or year like 2018-12-10."
    if kind not in (f"{XSD}string", f"{RDF}langString", _BOOLEAN):
        return f"The datatype {to_curie(kind)} is not used here; write a text, number, date, month or year."
    return _text_problem(text)


def _text_problem(text: str) -> str:
    if not text.strip():
        return "The text is empty; write it, or take the statement away."
    if _INVISIBLE.search(text) or text != unicodedata.normalize("NFC", text):
        return "The text has a line break, an invisible character, or accents in two pieces; write it plainly (NFC)."
    if text != text.strip() or _DOUBLE_BLANK.search(text):
        return "The text has white space at an end, or two blanks in a row; take away what is too much."
    return ""


def contact_data(material: Material) -> Iterator[Hit]:
    """No e-mail address and no telephone number, in a text or in an address."""
    message = "Personal contact data is never stored; leave out the e-mail address or telephone number."
    for each in material.statements:
        if isinstance(each.quad.object, Literal):
            found = each.predicate != mh_("digest") and holds_contact(unquote(each.value))
        else:
            found = address_holds_contact(each.value)
        if found:
            yield Hit(each, message)


def slug_form(material: Material) -> Iterator[Hit]:
    """Names that we mint are `<kind>/<slug>`, in lower case with hyphens. One hit a name, where it first stands."""
    seen: set[str] = set()
    for each in material.statements:
        for term in each.terms:
            if not isinstance(term, NamedNode) or term.value in seen or not term.value.startswith(BASE):
                continue
            seen.add(term.value)
            if not term.value.startswith(MH) and not _NAME.fullmatch(term.value.removeprefix(BASE)):
                message = f"{to_curie(term.value)} is not a known kind with a slug; use lower case, digits and hyphens."
                yield Hit(each, message, focus=term.value)


def _literals(material: Material) -> Iterator[tuple[Statement, Literal]]:
    for each in material.statements:
        if isinstance(each.quad.object, Literal):
            yield each, each.quad.object
