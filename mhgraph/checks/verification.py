"""Digests against texts: whoever holds the texts can check that the passages are those of the graph."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from mhgraph.errors import UnreadableFile
from mhgraph.files import read_text
from mhgraph.graph import BaseGraph
from mhgraph.model import CAPTURE, DIGEST, IS_CAPTURE_OF, IS_SEEN_IN, LAST_NUMBER
from mhgraph.namespaces import SOURCE
from mhgraph.rdf.terms import natural_key
from mhgraph.text.passages import digest_paragraph, digest_text, split_paragraphs


class _Paragraph(NamedTuple):
    """A recorded passage, of one or more paragraphs; `number` is None where an excerpt has the document's own label."""

    number: int | None
    last: int | None
    label: str
    digest: str


class _Recorded(NamedTuple):
    """What is recorded of a capture: the digest of its whole text ("" if unknown), and its passages in order."""

    whole: str
    paragraphs: list[_Paragraph]


class _Text(NamedTuple):
    """A text in the folder: the digest of the whole, its paragraphs, and their digests."""

    whole: str
    lines: list[str]
    paragraphs: list[str]


@dataclass(frozen=True)
class SourceVerification:
    """How a capture of a source compares with the texts in a folder.

    `key` is that of the source, with the name of the capture (`k#c2`) if there are several; `text` is the file that
    belongs to it, or None (not at hand); `matching` counts equal passages; `problems` has one sentence for each passage
    that differs, naming it by number, or by the document's own label.
    """

    key: str
    text: Path | None
    matching: int
    problems: tuple[str, ...]


@dataclass(frozen=True)
class Verification:
    """The comparison of all captures, and the texts that belong to none."""

    sources: list[SourceVerification]
    strangers: list[Path]

    @property
    def is_clean(self) -> bool:
        """Whether no paragraph differs. Texts that are not at hand and texts without a source are no mismatch."""
        return not any(source.problems for source in self.sources)


def verify(graph: BaseGraph, folder: Path) -> Verification:
    """Return how the texts (`*.txt`) of a folder compare with the digests of a graph.

    A text belongs to the capture with which it shares most paragraph digests. Raises UnreadableFile if the folder is
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
    texts = {}
    for path, text in found.items():
        lines = split_paragraphs(text)
        texts[path] = _Text(digest_text(text), lines, [digest_paragraph(line) for line in lines])
    return texts


def _read_recorded(graph: BaseGraph) -> dict[str, _Recorded]:
    """Return what is recorded of each capture, by key; its passages by number, or by the document's own label."""
    query = f"""SELECT DISTINCT ?source ?capture ?thing ?digest ?last WHERE {{
      ?capture a {CAPTURE} ; {IS_CAPTURE_OF} ?source .
      OPTIONAL {{ ?thing {IS_SEEN_IN}? ?capture ; {DIGEST} ?digest . OPTIONAL {{ ?thing {LAST_NUMBER} ?last }} }} }}"""
    found: dict[str, dict[str, tuple[str, int | None]]] = {}
    captures: dict[str, set[str]] = {}
    for source, capture, thing, digest, last in graph.select(query).rows:
        if isinstance(source, NamedNode) and isinstance(capture, NamedNode):
            captures.setdefault(source.value, set()).add(capture.value)
            digests = found.setdefault(capture.value, {})
            if isinstance(thing, NamedNode) and isinstance(digest, Literal):
                number = int(last.value) if isinstance(last, Literal) and last.value.isdecimal() else None
                digests[thing.value] = min((digest.value, number), digests.get(thing.value, (digest.value, number)))
    where = graph.locate(thing for digests in found.values() for thing in digests)
    keys = {iri: iri if len(several) > 1 else source for source, several in captures.items() for iri in several}
    recorded: dict[str, _Recorded] = {}
    for capture_iri, digests in sorted(found.items()):
        whole, _ = digests.pop(capture_iri, ("", None))
        paragraphs = [
            _Paragraph(where[iri].number, last, where[iri].label, value) for iri, (value, last) in digests.items()
        ]
        recorded[keys[capture_iri].removeprefix(SOURCE)] = _Recorded(whole, sorted(paragraphs, key=_order))
    return recorded


def _order(paragraph: _Paragraph) -> tuple[object, ...]:
    return (paragraph.number is None, paragraph.number or 0, natural_key(paragraph.label), paragraph.digest)


def _count_shared(text: _Text, recorded: _Recorded) -> int:
    return (Counter(text.paragraphs) & Counter(paragraph.digest for paragraph in recorded.paragraphs)).total()


def _compare(key: str, recorded: _Recorded, path: Path, text: _Text) -> SourceVerification:
    problems = [problem for one in recorded.paragraphs if (problem := _find_problem(one, text))]
    matching = len(recorded.paragraphs) - len(problems)
    numbers = {number for one in recorded.paragraphs if one.number for number in range(one.number, _end(one) + 1)}
    if numbers:  # the rest of a document of which an excerpt was recorded is no mismatch
        extra = sorted(set(range(1, len(text.paragraphs) + 1)) - numbers)
        problems += [f"paragraph {number} of the text is not recorded" for number in extra]
    is_whole = len(text.paragraphs) == (len(numbers) or len(recorded.paragraphs))
    if recorded.whole and not problems and is_whole and text.whole != recorded.whole:
        problems.append("the digest of the whole text differs")
    return SourceVerification(key, path, matching, tuple(problems))


def _end(paragraph: _Paragraph) -> int:
    """Return the last number of a passage that has a number."""
    return max(paragraph.number or 0, paragraph.last or 0)


def _find_problem(paragraph: _Paragraph, text: _Text) -> str:
    """Return what is wrong with a recorded passage, given a text; "" if it is there unchanged."""
    if paragraph.number is None:
        return (
            ""
            if paragraph.digest in text.paragraphs
            else f"paragraph '{paragraph.label}' differs or is not in the text"
        )
    end = _end(paragraph)
    several = end > paragraph.number
    what = f"paragraphs {paragraph.number} to {end}" if several else f"paragraph {paragraph.number}"
    if end > len(text.lines):
        return f"{what} {'are' if several else 'is'} not in the text"
    digest = digest_text("\n".join(text.lines[paragraph.number - 1 : end]))
    return "" if digest == paragraph.digest else f"{what} {'differ' if several else 'differs'}"
