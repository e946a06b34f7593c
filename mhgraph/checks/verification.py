"""Digests against texts: whoever holds the texts can check that the passages are those of the graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from mhgraph.errors import UnreadableFile
from mhgraph.files import read_text
from mhgraph.graph import BaseGraph
from mhgraph.model import DIGEST, SOURCE_CLASS
from mhgraph.namespaces import DCTERMS, SOURCE
from mhgraph.rdf.terms import natural_key
from mhgraph.text.passages import digest_paragraph, digest_text, split_paragraphs

_PART_OF = NamedNode(f"{DCTERMS}isPartOf")


class _Paragraph(NamedTuple):
    """A recorded paragraph; `number` is None where an excerpt has the document's own label."""

    number: int | None
    label: str
    digest: str


class _Recorded(NamedTuple):
    """What is recorded of a source: the digest of its whole text ("" if unknown), and its paragraphs in order."""

    whole: str
    paragraphs: list[_Paragraph]


class _Text(NamedTuple):
    """A text in the folder: the digest of the whole, and those of its paragraphs."""

    whole: str
    paragraphs: list[str]


@dataclass(frozen=True)
class SourceVerification:
    """How a source compares with the texts in a folder.

    `text` is the file that belongs to it, or None (not at hand); `matching` counts equal paragraphs; `problems` has one
    sentence for each paragraph that differs, naming it by number, or by the document's own label.
    """

    key: str
    text: Path | None
    matching: int
    problems: tuple[str, ...]


@dataclass(frozen=True)
class Verification:
    """The comparison of all sources, and the texts that belong to none."""

    sources: list[SourceVerification]
    strangers: list[Path]

    @property
    def is_clean(self) -> bool:
        """Whether no paragraph differs. Texts that are not at hand and texts without a source are no mismatch."""
        return not any(source.problems for source in self.sources)


def verify(graph: BaseGraph, folder: Path) -> Verification:
    """Return how the texts (`*.txt`) of a folder compare with the digests of a graph.

    A text belongs to the source with which it shares most paragraph digests. Raises UnreadableFile if the folder is
    missing or holds no text, or if a text cannot be read.
    """
    texts = _read_texts(folder)
    recorded = _read_recorded(graph)
    owner: dict[str, Path] = {}
    strangers: list[Path] = []
    shared = {(path, key): _count_shared(texts[path], recorded[key]) for path in texts for key in recorded}
    for path in texts:
        best = max(recorded, key=lambda key: (shared[path, key], key), default=None)
        if best is None or not shared[path, best]:
            strangers.append(path)
        elif best not in owner or shared[path, best] > shared[owner[best], best]:
            strangers.extend([owner[best]] if best in owner else [])
            owner[best] = path
        else:
            strangers.append(path)
    sources = [
        _compare(key, listed, owner[key], texts[owner[key]]) if key in owner else SourceVerification(key, None, 0, ())
        for key, listed in recorded.items()
    ]
    return Verification(sources, sorted(strangers))


def _read_texts(folder: Path) -> dict[Path, _Text]:
    if not folder.is_dir():
        raise UnreadableFile(folder, "no such folder", "name the folder that holds the texts")
    found = {path: read_text(path) for path in sorted(folder.glob("*.txt"))}
    if not found:
        raise UnreadableFile(folder, "no text (*.txt) in this folder", "name the folder that holds the texts")
    return {
        path: _Text(digest_text(text), [digest_paragraph(paragraph) for paragraph in split_paragraphs(text)])
        for path, text in found.items()
    }


def _read_recorded(graph: BaseGraph) -> dict[str, _Recorded]:
    """Return what is recorded of each source, by key; its paragraphs by number, or by the document's own label."""
    query = f"""SELECT DISTINCT ?source ?thing ?digest WHERE {{ ?source a {SOURCE_CLASS} .
      OPTIONAL {{ ?thing {_PART_OF}? ?source ; {DIGEST} ?digest }} }}"""
    found: dict[str, dict[str, str]] = {}
    for source, thing, digest in graph.select(query).rows:
        if isinstance(source, NamedNode):
            digests = found.setdefault(source.value, {})
            if isinstance(thing, NamedNode) and isinstance(digest, Literal):
                digests[thing.value] = min(digest.value, digests.get(thing.value, digest.value))
    where = graph.locate(thing for digests in found.values() for thing in digests)
    recorded: dict[str, _Recorded] = {}
    for source_iri, digests in sorted(found.items()):
        whole = digests.pop(source_iri, "")
        paragraphs = [_Paragraph(where[iri].number, where[iri].label, value) for iri, value in digests.items()]
        recorded[source_iri.removeprefix(SOURCE)] = _Recorded(whole, sorted(paragraphs, key=_order))
    return recorded


def _order(paragraph: _Paragraph) -> tuple[object, ...]:
    return (paragraph.number is None, paragraph.number or 0, natural_key(paragraph.label), paragraph.digest)


def _count_shared(text: _Text, recorded: _Recorded) -> int:
    return (Counter(text.paragraphs) & Counter(paragraph.digest for paragraph in recorded.paragraphs)).total()


def _compare(key: str, recorded: _Recorded, path: Path, text: _Text) -> SourceVerification:
    problems = [problem for one in recorded.paragraphs if (problem := _find_problem(one, text.paragraphs))]
    matching = len(recorded.paragraphs) - len(problems)
    numbers = {paragraph.number for paragraph in recorded.paragraphs} - {None}
    if numbers:  # the rest of a document of which an excerpt was recorded is no mismatch
        extra = sorted(set(range(1, len(text.paragraphs) + 1)) - numbers)
        problems += [f"paragraph {number} of the text is not recorded" for number in extra]
    is_whole = len(text.paragraphs) == len(recorded.paragraphs)
    if recorded.whole and not problems and is_whole and text.whole != recorded.whole:
        problems.append("the digest of the whole text differs")
    return SourceVerification(key, path, matching, tuple(problems))


def _find_problem(paragraph: _Paragraph, found: Sequence[str]) -> str:
    """Return what is wrong with a recorded paragraph, given the digests of a text; "" if it is there unchanged."""
    if paragraph.number is None:
        return "" if paragraph.digest in found else f"paragraph '{paragraph.label}' differs or is not in the text"
    if paragraph.number > len(found):
        return f"paragraph {paragraph.number} is not in the text"
    return "" if found[paragraph.number - 1] == paragraph.digest else f"paragraph {paragraph.number} differs"
