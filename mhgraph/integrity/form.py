"""Rules about the form of files and terms: what a formatter, a store or a reader would stumble over."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode

from mhgraph.integrity.material import DataFile, Hit, Material, Statement, mh_
from mhgraph.namespaces import BASE, ENTITY_KINDS, MH, RDF, SOURCE, XSD, to_curie
from mhgraph.passages import holds_contact
from mhgraph.rdf import canonical, date_bounds, first_comment

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_NAME = re.compile(
    rf"(?:{'|'.join([*ENTITY_KINDS, 'judgement', 'rule', 'scheme'])})/{_SLUG}|source/{_SLUG}(?:#{_SLUG})?"
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
_BOOLEAN = f"{XSD}boolean"
_DATES = frozenset(f"{XSD}{name}" for name in ("date", "gYearMonth", "gYear"))
_NUMBERS = {
    f"{XSD}integer": re.compile(r"0|-?[1-9][0-9]*"),
    f"{XSD}decimal": re.compile(r"-?(?:0|[1-9][0-9]*)\.(?:0|[0-9]*[1-9])"),
}


def comment(material: Material) -> Iterator[Hit]:
    """No comments: a formatter would lose them."""
    for file in material.files:
        line = first_comment(file.text)
        if line is not None:
            yield Hit(file.path, "A comment would be lost on formatting; write the remark as skos:editorialNote.", line)


def canonical_format(material: Material) -> Iterator[Hit]:
    """Every file is in the canonical form. Files that the rules of text refuse anyway are not reported twice."""
    for file in material.files:
        if first_comment(file.text) is not None or file.layout.blank is not None or _capital_tags(file):
            continue
        key = file.source.removeprefix(SOURCE) if file.role == "sources" else None
        expected = canonical(file.quads, key=key).decode()
        if file.data != expected.encode():
            yield Hit(
                file.path,
                "The file is not in the canonical form; run 'mhgraph format'.",
                _first_difference(file, expected),
            )


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
        for line, tag in _capital_tags(file):
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
    if text != unicodedata.normalize("NFC", text) or text != text.strip() or re.search(r"[\x00-\x1f\x7f]", text):
        return "The text has white space at an end, a line break, or accents in two pieces; write it plainly (NFC)."
    return ""


def contact_data(material: Material) -> Iterator[Hit]:
    """No e-mail address and no telephone number, in a text or as an address."""
    message = "Personal contact data is never stored; leave out the e-mail address or telephone number."
    for each in material.statements:
        if isinstance(each.quad.object, Literal):
            found = each.predicate != mh_("digest") and holds_contact(unquote(each.value))
        else:
            found = each.value.lower().startswith(("mailto:", "tel:", "sms:"))
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


def _capital_tags(file: DataFile) -> list[tuple[int, str]]:
    return [(line, tag) for line, tag in file.layout.languages if tag != tag.lower()]


def _first_difference(file: DataFile, expected: str) -> int:
    found, wanted = file.data.decode(errors="replace").split("\n"), expected.split("\n")
    same = next((i for i, pair in enumerate(zip(found, wanted, strict=False)) if pair[0] != pair[1]), None)
    return min(len(found), len(wanted)) if same is None else same + 1
