"""Digests against texts: whoever holds the texts can check that the passages are those of the graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from mhgraph.corpus import Corpus
from mhgraph.errors import UnreadableFile
from mhgraph.files import read_text
from mhgraph.namespaces import DCTERMS, SOURCE
from mhgraph.passages import paragraph_digest, paragraphs, text_digest
from mhgraph.rdf import DEFAULT, TYPE, mh

_PART_OF = NamedNode(f"{DCTERMS}isPartOf")


@dataclass(frozen=True)
class SourceVerification:
    """How a source compares with the texts in a folder.

    `text` is the file that belongs to it, or None (not at hand); `matching` counts equal paragraphs; `problems` has one
    sentence for each paragraph that differs, naming it by number.
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
    recorded = {key: _digests(corpus, key) for key in _keys(corpus)}
    owner: dict[str, Path] = {}
    strangers: list[Path] = []
    shared = {
        (path, key): _shared(found, digests) for path, found in texts.items() for key, digests in recorded.items()
    }
    for path in texts:
        best = max(recorded, key=lambda key: (shared[path, key], key), default=None)
        if best is None or not shared[path, best]:
            strangers.append(path)
        elif best not in owner or shared[path, best] > shared[owner[best], best]:
            strangers.extend([owner[best]] if best in owner else [])
            owner[best] = path
        else:
            strangers.append(path)
    sources = [_compare(corpus, key, digests, owner.get(key)) for key, digests in recorded.items()]
    return Verification(sources, sorted(strangers))


def _texts(folder: Path) -> dict[Path, list[str]]:
    if not folder.is_dir():
        raise UnreadableFile(folder, "no such folder", "name the folder that holds the texts")
    found = {
        path: [paragraph_digest(each) for each in paragraphs(read_text(path))] for path in sorted(folder.glob("*.txt"))
    }
    if not found:
        raise UnreadableFile(folder, "no text (*.txt) in this folder", "name the folder that holds the texts")
    return found


def _keys(corpus: Corpus) -> list[str]:
    sources = corpus.store.quads_for_pattern(None, TYPE, mh("Source"), DEFAULT)
    return sorted(quad.subject.value.removeprefix(SOURCE) for quad in sources if isinstance(quad.subject, NamedNode))


def _digests(corpus: Corpus, key: str) -> dict[int, str]:
    """Return the recorded digest of each numbered paragraph of a source."""
    digests: dict[int, str] = {}
    for quad in corpus.store.quads_for_pattern(None, _PART_OF, NamedNode(f"{SOURCE}{key}"), DEFAULT):
        if isinstance(quad.subject, NamedNode):
            number, digest = (_value(corpus, quad.subject, name) for name in ("number", "digest"))
            if number.isdigit() and digest:
                digests[int(number)] = digest
    return dict(sorted(digests.items()))


def _value(corpus: Corpus, node: NamedNode, name: str) -> str:
    found = corpus.store.quads_for_pattern(node, mh(name), None, DEFAULT)
    return min((quad.object.value for quad in found if isinstance(quad.object, Literal)), default="")


def _shared(found: Iterable[str], digests: dict[int, str]) -> int:
    return (Counter(found) & Counter(digests.values())).total()


def _compare(corpus: Corpus, key: str, digests: dict[int, str], path: Path | None) -> SourceVerification:
    if path is None:
        return SourceVerification(key, None, 0, ())
    text = read_text(path)
    found = [paragraph_digest(each) for each in paragraphs(text)]
    problems = [
        f"paragraph {number} is not in the text" if number > len(found) else f"paragraph {number} differs"
        for number, digest in digests.items()
        if number > len(found) or found[number - 1] != digest
    ]
    extra = sorted(set(range(1, len(found) + 1)) - digests.keys())
    problems += [f"paragraph {number} of the text is not recorded" for number in extra]
    whole = _value(corpus, NamedNode(f"{SOURCE}{key}"), "digest")
    if whole and not problems and text_digest(text) != whole:
        problems.append("the digest of the whole text differs")
    matching = sum(1 for number, digest in digests.items() if number <= len(found) and found[number - 1] == digest)
    return SourceVerification(key, path, matching, tuple(problems))
