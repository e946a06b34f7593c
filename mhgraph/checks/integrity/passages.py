"""Rules about passages: how they are numbered, named, placed and digested."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import unquote

from pyoxigraph import Literal

from mhgraph.project.statements import DataFile, Hit, Iri, Material, Statement, iris, mh_, short_name
from mhgraph.namespaces import CONCEPT
from mhgraph.text.passages import name_paragraph

_PARTIAL = (f"{CONCEPT}capture-excerpt", f"{CONCEPT}capture-none")
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_PART = r"(?:[\w.~!$'()*+;:@/?]|%[0-9A-F]{2})+"
_FRAGMENT = re.compile(rf"#:~:text={_PART}(?:,{_PART})?", re.ASCII)
_MAX_WORDS = 8


def read_with(material: Material) -> Iterator[Hit]:
    """A passage is read with another described passage of the same source."""
    for each in material.statements:
        if each.predicate == mh_("readWith"):
            same = each.value.partition("#")[0] == each.subject.partition("#")[0]
            if each.value not in material.passages or not same:
                yield Hit(
                    each, "A passage is read with another passage of its source; name one that the file describes."
                )


def paragraph_numbers(material: Material) -> Iterator[Hit]:
    """A whole capture numbers its paragraphs 1 to n, each once; other captures have no numbers."""
    for file in material.of("sources"):
        numbers = [each for each in file.statements if each.predicate == mh_("number")]
        if _is_whole(file):
            yield from _unnumbered(material, file, numbers) or _shared(numbers) or _missing(numbers)
        elif _is_partial(file):
            for each in numbers:
                yield Hit(each, "Only a whole capture numbers its paragraphs; use mh:documentLabel instead.")


def _unnumbered(material: Material, file: DataFile, numbers: list[Statement]) -> list[Hit]:
    without = _passages(material, file).keys() - {each.subject for each in numbers}
    found = [Hit(material.passages[each], "The paragraph has no number; add mh:number.") for each in sorted(without)]
    message = "Paragraphs are numbered from 1 on; write the place of the paragraph in the text, like 7."
    return found + [Hit(each, message) for each in numbers if _number(each) is None]


def _shared(numbers: list[Statement]) -> list[Hit]:
    """Return a hit for each paragraph that has the number of another; the one whose name fits has it by right."""
    found = []
    for number, holders in _holders(numbers).items():
        first, *others = sorted(holders, key=lambda each: (_slug(each) != name_paragraph(number), each.subject))
        for each in others:
            message = (
                f"{_slug(first)} and {_slug(each)} both have the number {number}; mend mh:number of {_slug(each)}."
            )
            found.append(Hit(each, message))
    return found


def _missing(numbers: list[Statement]) -> Iterator[Hit]:
    expected = 1
    for number, (first, *_) in sorted(_holders(numbers).items(), key=lambda item: item[0]):
        if number > expected:
            many = number - 1 > expected
            which = f"Paragraphs {expected} to {number - 1} are" if many else f"Paragraph {expected} is"
            remedy = f"put {'them' if many else 'it'} back, for paragraphs are never renumbered"
            yield Hit(first, f"{which} missing; {remedy}.")
        expected = number + 1


def _holders(numbers: list[Statement]) -> dict[int, list[Statement]]:
    holders: defaultdict[int, list[Statement]] = defaultdict(list)
    for each in numbers:
        number = _number(each)
        if number is not None:
            holders[number].append(each)
    return dict(holders)


def passage_name_fits(material: Material) -> Iterator[Hit]:
    """The name of a numbered paragraph is its number: `p08` for 8. Numbers that two share have a rule of their own."""
    for file in filter(_is_whole, material.of("sources")):
        numbers = [each for each in file.statements if each.predicate == mh_("number")]
        for number, (each, *others) in _holders(numbers).items():
            slug = name_paragraph(number)
            if not others and _slug(each) != slug:
                yield Hit(each, f"Paragraph {number} is called {slug}; rename it, or mend the number.")


def locator(material: Material) -> Iterator[Hit]:
    """A passage of an excerpt says where it is, by the document's own label."""
    for file in material.of("sources"):
        located = {each.subject for each in file.statements if each.predicate in iris(mh="documentLabel number")}
        for passage, typed in _passages(material, file).items():
            if passage not in located and _is_partial(file):
                yield Hit(typed, "Nothing says where the passage is; add mh:documentLabel, the document's own label.")


def part_of_source(material: Material) -> Iterator[Hit]:
    """A passage is part of the source of its file, and of no other."""
    for file in material.of("sources"):
        parts: defaultdict[Iri, set[str]] = defaultdict(set)
        for each in file.statements:
            if not each.graph and each.predicate in iris(dcterms="isPartOf"):
                parts[each.subject].add(each.value)
        for passage, typed in _passages(material, file).items():
            if parts[passage] != {file.source}:
                yield Hit(
                    typed,
                    f"A passage is part of the source of its file; write dcterms:isPartOf {short_name(file.source)}.",
                )


def digest_form(material: Material) -> Iterator[Hit]:
    """A digest is 64 hexadecimal digits in lower case, as plain text."""
    for each in material.statements:
        if each.predicate == mh_("digest"):
            plain = isinstance(each.quad.object, Literal) and each.quad.object.language is None
            if not plain or not _DIGEST.fullmatch(each.value):
                remedy = "take it from the file's history, or from what 'mhgraph source new' makes of the text anew"
                yield Hit(each, f"A digest is 64 hexadecimal digits in lower case; {remedy}.")


def fragment_form(material: Material) -> Iterator[Hit]:
    """A text fragment is `#:~:text=start,end`, percent-encoded, in at most eight words."""
    for each in material.statements:
        if each.predicate == mh_("fragment"):
            words = unquote(each.value.partition("=")[2].replace(",", " ")).split()
            if not _FRAGMENT.fullmatch(each.value) or len(words) > _MAX_WORDS:
                yield Hit(each, "A text fragment is '#:~:text=start,end' in at most eight encoded words; make it anew.")


def fragment_place(material: Material) -> Iterator[Hit]:
    """A text fragment stands where it leads somewhere: the source has an address, and the paragraph holds something."""
    for file in material.of("sources"):
        address = any(each.subject == file.source and each.predicate in iris(schema="url") for each in file.statements)
        silent = {each.subject for each in file.statements if each.predicate == mh_("holdsNoStatement")}
        for each in file.statements:
            if each.predicate == mh_("fragment") and (not address or each.subject in silent):
                reason = "the paragraph holds nothing" if address else "the source has no address"
                yield Hit(each, f"A text fragment leads nowhere here, for {reason}; leave it out.")


def _is_whole(file: DataFile) -> bool:
    return f"{CONCEPT}capture-whole" in _captured(file)


def _is_partial(file: DataFile) -> bool:
    """Whether a file says that it holds less than the whole; one that does not say is asked by the shapes to say it."""
    return not _is_whole(file) and not _captured(file).isdisjoint(_PARTIAL)


def _captured(file: DataFile) -> set[str]:
    return {each.value for each in file.statements if each.predicate == mh_("captured")}


def _number(each: Statement) -> int | None:
    return int(each.value) if _NUMBER.fullmatch(each.value) else None


def _slug(each: Statement) -> str:
    return each.subject.partition("#")[2]


def _passages(material: Material, file: DataFile) -> dict[Iri, Statement]:
    return {iri: typed for iri, typed in material.passages.items() if typed.file is file}
