"""Rules about graphs: what a passage or a judgement holds, how it is described, and in which ledger it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode

from mhgraph.integrity.material import A, DataFile, Hit, Iri, Material, Statement, iris, mh_
from mhgraph.namespaces import CONCEPT, JUDGEMENT, RULE, SOURCE, passage_name, to_curie
from mhgraph.passages import passage_slug

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
_COMPUTED = iris(mh="earliest latest")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_PART = r"(?:[\w.~!$'()*+;:@/?]|%[0-9A-F]{2})+"
_FRAGMENT = re.compile(rf"#:~:text={_PART}(?:,{_PART})?", re.ASCII)
_MAX_WORDS = 8


def graph_described(material: Material) -> Iterator[Hit]:
    """Every named graph is described in the default graph of its own file."""
    for file in material.files:
        kind = mh_("Passage") if file.role == "sources" else mh_("Judgement")
        described = {each.subject for each in file.statements if not each.graph and each.declares(kind)}
        for graph, first in _graphs(file).items():
            if graph not in described and _belongs(file, graph):
                message = f"The graph is not described in its file; write {_short(graph)} a {to_curie(kind)} above it."
                yield Hit(first, message, focus=graph)


def paragraph_state(material: Material) -> Iterator[Hit]:
    """A described paragraph has a graph, or holds no statement, or is unread: never two of these."""
    for file in material.of("sources"):
        graphs = _graphs(file)
        for each in file.statements:
            if each.predicate == mh_("holdsNoStatement") and each.subject in graphs:
                yield Hit(each, "The paragraph has statements and says that it holds none; take one of the two away.")


def outside_graph(material: Material) -> Iterator[Hit]:
    """Outside its graphs, a file says what its passages or judgements are, and nothing of the world."""
    for file in material.files:
        for each in file.statements if file.role != "entities" else ():
            if not each.graph and each.predicate not in _allowed_outside(file, each.subject):
                message = (
                    f"{to_curie(each.predicate)} may not stand outside a graph here; put it into the one that says so."
                )
                yield Hit(each, message)


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
                    f"{to_curie(each.predicate)} of {_short(each.subject)} is no content; put it outside the graph."
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
                yield Hit(first, f"A graph of another ledger or source stands in this file; {remedy}.", focus=graph)


def computed(material: Material) -> Iterator[Hit]:
    """What the loader computes is not written by hand."""
    for each in material.statements:
        if each.predicate in _COMPUTED:
            yield Hit(
                each, f"{to_curie(each.predicate)} is computed on loading; write the date as it is known instead."
            )


def read_with(material: Material) -> Iterator[Hit]:
    """A passage is read with another described passage of the same source."""
    for each in material.statements:
        if each.predicate == mh_("readWith"):
            same = each.value.partition("#")[0] == each.subject.partition("#")[0]
            if each.value not in material.passages or not same or each.value == each.subject:
                yield Hit(
                    each, "A passage is read with another passage of its source; name one that the file describes."
                )


def paragraph_numbers(material: Material) -> Iterator[Hit]:
    """A whole capture numbers its paragraphs 1 to n; other captures have no numbers."""
    for file in material.of("sources"):
        if _is_whole(file):
            yield from _gaps(material, file)
        else:
            for each in file.statements:
                if each.predicate == mh_("number"):
                    yield Hit(each, "Only a whole capture numbers its paragraphs; use mh:documentLabel instead.")


def _gaps(material: Material, file: DataFile) -> Iterator[Hit]:
    numbers = [each for each in file.statements if each.predicate == mh_("number")]
    without = _passages(material, file).keys() - {each.subject for each in numbers}
    for passage in sorted(without):
        yield Hit(material.passages[passage], "The paragraph has no number; add mh:number.")
    if without:
        return
    ordered = sorted(numbers, key=lambda each: (int(each.value) if each.value.isdecimal() else 0, each.subject))
    for expected, each in enumerate(ordered, start=1):
        if each.value != str(expected):
            yield Hit(each, f"Paragraphs are numbered 1 to {len(ordered)}: {expected} is missing; add it, or renumber.")
            return


def passage_name_fits(material: Material) -> Iterator[Hit]:
    """The name of a numbered paragraph is its number: `p08` for 8."""
    for file in filter(_is_whole, material.of("sources")):
        for each in file.statements:
            slug = passage_slug(int(each.value)) if each.predicate == mh_("number") and each.value.isdecimal() else ""
            if slug and each.subject.partition("#")[2] != slug:
                yield Hit(each, f"Paragraph {each.value} is called {slug}; rename it, or mend the number.")


def locator(material: Material) -> Iterator[Hit]:
    """A passage of an excerpt says where it is, by the document's own label."""
    for file in material.of("sources"):
        located = {each.subject for each in file.statements if each.predicate in iris(mh="documentLabel number")}
        for passage, typed in _passages(material, file).items():
            if passage not in located and not _is_whole(file):
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
                    typed, f"A passage is part of the source of its file; write dcterms:isPartOf {_short(file.source)}."
                )


def digest_form(material: Material) -> Iterator[Hit]:
    """A digest is 64 hexadecimal digits in lower case, as plain text."""
    for each in material.statements:
        if each.predicate == mh_("digest"):
            plain = isinstance(each.quad.object, Literal) and each.quad.object.language is None
            if not plain or not _DIGEST.fullmatch(each.value):
                yield Hit(each, "A digest is 64 hexadecimal digits in lower case; copy it from 'mhgraph source new'.")


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
                each, f"{_short(each.value)} is no described passage; name the passage that the judgement rests on."
            )


def _graphs(file: DataFile) -> dict[Iri, Statement]:
    """Return the named graphs of a file, each with its first statement."""
    graphs: dict[Iri, Statement] = {}
    for each in file.statements:
        if isinstance(each.quad.graph_name, NamedNode):
            graphs.setdefault(each.graph, each)
    return graphs


def _is_whole(file: DataFile) -> bool:
    captured = {each.value for each in file.statements if each.predicate == mh_("captured")}
    return f"{CONCEPT}capture-whole" in captured


def _belongs(file: DataFile, graph: Iri) -> bool:
    return graph.startswith(JUDGEMENT if file.role == "judgements" else f"{file.source}#")


def _passages(material: Material, file: DataFile) -> dict[Iri, Statement]:
    return {iri: typed for iri, typed in material.passages.items() if typed.file is file}


def _short(iri: Iri) -> str:
    return passage_name(iri) if iri.startswith(SOURCE) else to_curie(iri)
