"""A new source file with all its paragraphs, unread, and the canonical form of files."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from mhgraph import bounds
from mhgraph.errors import CommentInData, InvalidValue, TargetExists
from mhgraph.files import clear_leftovers, read_text, write_atomic
from mhgraph.ingest.designations import name_provisions
from mhgraph.model import (
    CAPTURE,
    DIGEST,
    EXTENT,
    FRAGMENT,
    IS_CAPTURE_OF,
    IS_SEEN_IN,
    NUMBER,
    PASSAGE,
    SOURCE_CLASS,
    STANDING,
)
from mhgraph.namespaces import CONCEPT, DCTERMS, PREFIXES, SCHEMA, SOURCE, passage_iri
from mhgraph.project.canonical import canonical
from mhgraph.project.folders import Project
from mhgraph.project.statements import canonical_file
from mhgraph.rdf.terms import LABEL, PART_OF, TYPE
from mhgraph.rdf.turtle.parse import parse_file, parse_text
from mhgraph.rdf.turtle.positions import read_layout
from mhgraph.text.characters import find_fault
from mhgraph.text.fragments import make_fragment
from mhgraph.text.passages import digest_paragraph, digest_text, name_paragraph, split_paragraphs

_WHOLE = NamedNode(f"{CONCEPT}extent-whole")
_PUBLISHER = NamedNode(f"{CONCEPT}standing-publisher")
_FIRST_CAPTURE = "c1"
_KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*\Z")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|^`\\]+\Z")


@dataclass(frozen=True)
class NewSource:
    """What is known of a document when its file is made: `address` and `publisher` (an IRI) may still be missing."""

    key: str
    title: str
    language: str = "en"
    address: str | None = None
    publisher: str | None = None

    def require_valid(self) -> None:
        """Check the form of the fields.

        Raises:
            InvalidValue: the key is no slug or is a prefix in use, or title, language or address have the wrong form.
        """
        if not _KEY.match(self.key) or len(self.key) > bounds.KEY:
            raise InvalidValue("key", self.key, "lower case letters, digits and hyphens, a letter first")
        if self.key in PREFIXES:  # other files write its passages with the key as prefix
            raise InvalidValue("key", self.key, "a name that is no prefix of the project")
        if len(self.title) > bounds.TITLE or find_fault(self.title):
            expected = f"a title on one line, in at most {bounds.TITLE:,} visible characters (NFC) and single blanks"
            raise InvalidValue("title", self.title, expected)
        if not _LANGUAGE.match(self.language) or len(self.language) > bounds.NAME:
            raise InvalidValue("language", self.language, "a language tag in lower case, like en")
        if self.address is not None and not (_ADDRESS.match(self.address) and len(self.address) <= bounds.NAME):
            raise InvalidValue("address", self.address, "an address that begins with https://, its spaces encoded")


def write_source(project: Project, source: NewSource, text: Path) -> Path:
    """Write the source file of a captured text, with every paragraph unread.

    Raises what `NewSource.require_valid`, `describe_source`, `read_text`, `parse_text` and `write_atomic` raise, too.

    Returns:
        The path of the file.

    Raises:
        TargetExists: there is a source of that key.
    """
    source.require_valid()
    project.require_writable()
    target = project.root / "data" / "sources" / f"{source.key}.trig"
    project.require_inside(target.parent)
    clear_leftovers(target.parent)
    if target.exists():
        raise TargetExists(target)
    data = canonical(describe_source(source, read_text(text)), key=source.key)
    parse_text(data.decode(), target)  # what a command would refuse, none writes
    write_atomic(target, data)
    return target


def describe_source(source: NewSource, text: str) -> list[Quad]:
    """Return the description of a source and of its paragraphs: numbers, digests, and text fragments where they can be.

    A fragment is made where the address is known.

    Raises:
        InvalidValue: the text has no paragraph.
    """
    paragraphs = split_paragraphs(text)
    if not paragraphs:
        raise InvalidValue("text", "", "a text with at least one paragraph")
    node = NamedNode(f"{SOURCE}{source.key}")
    capture = NamedNode(passage_iri(source.key, _FIRST_CAPTURE))
    quads = [
        Quad(node, TYPE, SOURCE_CLASS),
        Quad(node, _dcterms("title"), Literal(source.title, language=source.language)),
        Quad(node, _dcterms("language"), Literal(source.language)),
        Quad(capture, TYPE, CAPTURE),
        Quad(capture, IS_CAPTURE_OF, node),
        Quad(capture, EXTENT, _WHOLE),
        Quad(capture, STANDING, _PUBLISHER),
        Quad(capture, _dcterms("language"), Literal(source.language)),
        Quad(capture, DIGEST, Literal(digest_text(text))),
    ]
    if source.publisher is not None:
        quads.append(Quad(node, _dcterms("publisher"), NamedNode(source.publisher)))
    if source.address is not None:
        quads += [Quad(read, NamedNode(f"{SCHEMA}url"), NamedNode(source.address)) for read in (node, capture)]
    for number, paragraph in enumerate(paragraphs, start=1):
        passage = NamedNode(passage_iri(source.key, name_paragraph(number)))
        quads += [
            Quad(passage, TYPE, PASSAGE),
            Quad(passage, NUMBER, Literal(number)),
            Quad(passage, PART_OF, node),
            Quad(passage, IS_SEEN_IN, capture),
            Quad(passage, DIGEST, Literal(digest_paragraph(paragraph))),
        ]
        fragment = make_fragment(paragraphs, number) if source.address is not None else None
        if fragment:
            quads.append(Quad(passage, FRAGMENT, Literal(fragment)))
    return quads


def format_file(path: Path, designations: Mapping[NamedNode, Mapping[str, str]] | None = None) -> bytes:
    """Return the canonical form of a file of data, ontology or shapes. Raises what `parse_file` raises.

    Labels of `designations` (by thing and language) take the place of those in the file.

    Raises:
        CommentInData: it has a comment, which would be lost.
    """
    text = read_text(path)
    quads = parse_text(text, path)
    comments = read_layout(text).comments
    if comments:
        raise CommentInData(path, comments[0])
    return canonical_file(_rename(quads, designations or {}), path)


def find_drift(project: Project, paths: Sequence[Path]) -> Mapping[Path, bytes]:
    """Return the canonical form of those files that are not in it. Every file is read before anything is returned.

    Raises what `format_file` raises, and LinkLeadsOut for a link in the project that leads out of it.

    The labels of the provisions of an entity file are computed, from what all entity files say.
    """
    for path in paths:
        if path.absolute().is_relative_to(project.root):
            project.require_inside(path)
    entities = {path.resolve() for path in project.entities}
    computed: Mapping[NamedNode, Mapping[str, str]] = {}
    if any(path.resolve() in entities for path in paths):
        computed = name_provisions(quad for path in project.entities for quad in parse_file(path))
    forms = {path: format_file(path, computed if path.resolve() in entities else None) for path in paths}
    changed = {path: form for path, form in forms.items() if form != path.read_bytes()}
    for path, form in changed.items():
        parse_text(form.decode(), path)  # a label made of two names may be longer than a command would read
    return changed


def _rename(quads: list[Quad], designations: Mapping[NamedNode, Mapping[str, str]]) -> list[Quad]:
    """Return quads in which the computed labels of things stand in the place of their own of the same languages."""

    def is_replaced(quad: Quad) -> bool:
        computed = designations.get(quad.subject) if isinstance(quad.subject, NamedNode) else None
        is_label = quad.predicate == LABEL and isinstance(quad.object, Literal)
        return computed is not None and is_label and getattr(quad.object, "language", None) in computed

    here = {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}
    kept = [quad for quad in quads if not is_replaced(quad)]
    made = ((subject, tag, text) for subject in here for tag, text in designations.get(subject, {}).items())
    return [*kept, *(Quad(subject, LABEL, Literal(text, language=tag)) for subject, tag, text in made)]


def _dcterms(name: str) -> NamedNode:
    return NamedNode(f"{DCTERMS}{name}")
