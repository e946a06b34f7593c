"""Digests against texts: whoever holds the texts can check that the passages are those of the graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from mhgraph.graph import Corpus
from mhgraph.errors import UnreadableFile
from mhgraph.files import read_text
from mhgraph.namespaces import DCTERMS, SOURCE
from mhgraph.text.passages import digest_paragraph, digest_text, split_paragraphs
from mhgraph.model import mh
from mhgraph.rdf.terms import DEFAULT, TYPE, natural_key

_PART_OF = NamedNode(f"{DCTERMS}isPartOf")


class _Paragraph(NamedTuple):
    """A recorded paragraph; `number` is None where an excerpt has the document's own label."""

    number: int | None
    label: str
    digest: str


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


def verify(corpus: Corpus, folder: Path) -> Verification:
    """Compare the texts (`*.txt`) of a folder with the digests of the corpus.

    A text belongs to the source with which it shares most paragraph digests. Raises UnreadableFile if the folder is
    missing or holds no text.
    """
    texts = _texts(folder)
    recorded = {key: _recorded(corpus, key) for key in _keys(corpus)}
    owner: dict[str, Path] = {}
    strangers: list[Path] = []
    shared = {(path, key): _shared(found, listed) for path, found in texts.items() for key, listed in recorded.items()}
    for path in texts:
        best = max(recorded, key=lambda key: (shared[path, key], key), default=None)
        if best is None or not shared[path, best]:
            strangers.append(path)
        elif best not in owner or shared[path, best] > shared[owner[best], best]:
            strangers.extend([owner[best]] if best in owner else [])
            owner[best] = path
        else:
            strangers.append(path)
    sources = [_compare(corpus, key, listed, owner.get(key)) for key, listed in recorded.items()]
    return Verification(sources, sorted(strangers))


def _texts(folder: Path) -> dict[Path, list[str]]:
    if not folder.is_dir():
        raise UnreadableFile(folder, "no such folder", "name the folder that holds the texts")
    found = {
        path: [digest_paragraph(each) for each in split_paragraphs(read_text(path))] for path in sorted(folder.glob("*.txt"))
    }
    if not found:
        raise UnreadableFile(folder, "no text (*.txt) in this folder", "name the folder that holds the texts")
    return found


def _keys(corpus: Corpus) -> list[str]:
    sources = corpus.store.quads_for_pattern(None, TYPE, mh("Source"), DEFAULT)
    return sorted(quad.subject.value.removeprefix(SOURCE) for quad in sources if isinstance(quad.subject, NamedNode))


def _recorded(corpus: Corpus, key: str) -> list[_Paragraph]:
    """Return the recorded paragraphs of a source: by number, then (of an excerpt) by the document's own label."""
    found: list[_Paragraph] = []
    for quad in corpus.store.quads_for_pattern(None, _PART_OF, NamedNode(f"{SOURCE}{key}"), DEFAULT):
        if isinstance(quad.subject, NamedNode):
            number, label, digest = (
                _value(corpus, quad.subject, name) for name in ("number", "documentLabel", "digest")
            )
            if digest:
                found.append(_Paragraph(int(number) if number.isdecimal() else None, label, digest))
    return sorted(found, key=lambda each: (each.number is None, each.number or 0, natural_key(each.label), each.digest))


def _value(corpus: Corpus, node: NamedNode, name: str) -> str:
    found = corpus.store.quads_for_pattern(node, mh(name), None, DEFAULT)
    return min((quad.object.value for quad in found if isinstance(quad.object, Literal)), default="")


def _shared(found: Iterable[str], recorded: Iterable[_Paragraph]) -> int:
    return (Counter(found) & Counter(each.digest for each in recorded)).total()


def _compare(corpus: Corpus, key: str, recorded: Sequence[_Paragraph], path: Path | None) -> SourceVerification:
    if path is None:
        return SourceVerification(key, None, 0, ())
    text = read_text(path)
    found = [digest_paragraph(each) for each in split_paragraphs(text)]
    problems = [problem for each in recorded if (problem := _problem(each, found))]
    matching = len(recorded) - len(problems)
    numbers = {each.number for each in recorded} - {None}
    if numbers:  # the rest of a document of which an excerpt was recorded is no mismatch
        extra = sorted(set(range(1, len(found) + 1)) - numbers)
        problems += [f"paragraph {number} of the text is not recorded" for number in extra]
    whole = _value(corpus, NamedNode(f"{SOURCE}{key}"), "digest")
    if whole and not problems and len(found) == len(recorded) and digest_text(text) != whole:
        problems.append("the digest of the whole text differs")
    return SourceVerification(key, path, matching, tuple(problems))


def _problem(paragraph: _Paragraph, found: Sequence[str]) -> str:
    """Return what is wrong with a recorded paragraph, given the digests of a text; "" if it is there unchanged."""
    if paragraph.number is None:
        return "" if paragraph.digest in found else f"paragraph '{paragraph.label}' differs or is not in the text"
    if paragraph.number > len(found):
        return f"paragraph {paragraph.number} is not in the text"
    return "" if found[paragraph.number - 1] == paragraph.digest else f"paragraph {paragraph.number} differs"
