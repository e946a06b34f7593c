"""What a curator writes with: a new source file with all its paragraphs unread, and the canonical form of `data/`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from mhgraph.errors import CommentInData, InvalidValue, TargetExists
from mhgraph.files import read_text, write_atomic
from mhgraph.namespaces import CONCEPT, DCTERMS, SCHEMA, SOURCE, passage_iri
from mhgraph.text.passages import paragraph_digest, paragraphs, passage_slug, text_digest, text_fragment
from mhgraph.project.folders import Project
from mhgraph.model import mh
from mhgraph.rdf.canonical import canonical, canonical_data
from mhgraph.rdf.terms import TYPE
from mhgraph.rdf.turtle.parse import first_comment, parse_text

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
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


def new_source(project: Project, source: NewSource, text: Path) -> Path:
    """Write the source file of a captured text, with every paragraph unread, and return its path.

    Raises InvalidValue for a key that is no slug, a title, language or address of the wrong form, or a text without a
    paragraph; TargetExists, UnreadableFile, UnwritableTarget.
    """
    _check(source)
    project.require_writable()
    target = project.root / "data" / "sources" / f"{source.key}.trig"
    if target.exists():
        raise TargetExists(target)
    write_atomic(target, canonical(source_quads(source, read_text(text)), key=source.key))
    return target


def _check(source: NewSource) -> None:
    if not _KEY.match(source.key):
        raise InvalidValue("KEY", source.key, "lower case letters, digits and hyphens")
    if not source.title.strip():
        raise InvalidValue("--title", source.title, "the title of the document")
    if not _LANGUAGE.match(source.language):
        raise InvalidValue("--lang", source.language, "a language tag in lower case, like en")
    if source.address and not _ADDRESS.match(source.address):
        raise InvalidValue("--address", source.address, "an address that begins with https://, its spaces encoded")


def source_quads(source: NewSource, text: str) -> list[Quad]:
    """Return the description of a source and of its paragraphs: numbers, digests, and text fragments where they can be.

    A fragment is made where the address is known.
    """
    found = paragraphs(text)
    if not found:
        raise InvalidValue("--text", "", "a text with at least one paragraph")
    node = NamedNode(f"{SOURCE}{source.key}")
    quads = [
        Quad(node, TYPE, mh("Source")),
        Quad(node, _dcterms("title"), Literal(source.title, language=source.language)),
        Quad(node, _dcterms("language"), Literal(source.language)),
        Quad(node, mh("captured"), NamedNode(f"{CONCEPT}capture-whole")),
        Quad(node, mh("digest"), Literal(text_digest(text))),
    ]
    if source.publisher:
        quads.append(Quad(node, _dcterms("publisher"), NamedNode(source.publisher)))
    if source.address:
        quads.append(Quad(node, NamedNode(f"{SCHEMA}url"), NamedNode(source.address)))
    for number, paragraph in enumerate(found, start=1):
        passage = NamedNode(passage_iri(source.key, passage_slug(number)))
        quads += [
            Quad(passage, TYPE, mh("Passage")),
            Quad(passage, mh("number"), Literal(number)),
            Quad(passage, _dcterms("isPartOf"), node),
            Quad(passage, mh("digest"), Literal(paragraph_digest(paragraph))),
        ]
        fragment = text_fragment(found, number) if source.address else None
        if fragment:
            quads.append(Quad(passage, mh("fragment"), Literal(fragment)))
    return quads


def formatted(path: Path) -> bytes:
    """Return the canonical form of a data file. Raises UnreadableFile, RDFSyntaxError, CommentInData."""
    text = read_text(path)
    quads = parse_text(text, path)
    comment = first_comment(text)
    if comment is not None:
        raise CommentInData(path, comment)
    return canonical_data(quads, path)


def drifted(paths: Sequence[Path]) -> Mapping[Path, bytes]:
    """Return the canonical form of those files that are not in it. Every file is read before anything is returned."""
    forms = {path: formatted(path) for path in paths}
    return {path: form for path, form in forms.items() if form != path.read_bytes()}


def _dcterms(name: str) -> NamedNode:
    return NamedNode(f"{DCTERMS}{name}")
