"""Digests against texts: whoever holds the texts can check that the passages are those of the graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mhgraph.checks.holdings import Holdings, assign_texts
from mhgraph.checks.wording import CopiedWording, find_copied
from mhgraph.graph import BaseGraph
from mhgraph.graph.captures import RecordedCapture, read_captures
from mhgraph.graph.changes import PassageChange, tell_change
from mhgraph.text.alignment import Change, Fate, align
from mhgraph.text.folder import HeldText, read_texts


@dataclass(frozen=True)
class SourceVerification:
    """How a capture of a source compares with a text.

    `key` is that of the source, with the name of the capture (`k#c2`) if there are several; `text` is the file that
    belongs to it, or None (not at hand). `changes` tell of all passages, and of the paragraphs of the text that are
    not recorded; `problems` are sentences about the text as a whole; `copied` are words of ours that are the text's.
    """

    key: str
    text: Path | None = None
    changes: tuple[PassageChange, ...] = ()
    problems: tuple[str, ...] = ()
    copied: tuple[CopiedWording, ...] = ()

    @property
    def matching(self) -> int:
        """How many passages are there unchanged and in their place."""
        return self.count(Fate.SAME)

    @property
    def differences(self) -> list[PassageChange]:
        """What is not as recorded, in the order of the text."""
        return [change for change in self.changes if change.fate is not Fate.SAME]

    @property
    def is_clean(self) -> bool:
        """Whether the text is as recorded, and no words of ours are copied from it."""
        return not self.differences and not self.problems and not self.copied

    def count(self, fate: Fate) -> int:
        """Return of how many passages that is the fate; of inserted paragraphs, how many there are."""
        told = (change for change in self.changes if change.fate is fate)
        return sum(len(change.lines if fate is Fate.INSERTED else change.passages) for change in told)


@dataclass(frozen=True)
class Verification:
    """The comparison of all captures with texts, the texts that belong to none with the reason, and the unreadable."""

    sources: list[SourceVerification]
    strangers: Mapping[Path, str]
    unreadable: Mapping[Path, str]

    @property
    def compared(self) -> int:
        """How many captures were compared with a text."""
        return sum(source.text is not None for source in self.sources)

    @property
    def is_clean(self) -> bool:
        """Whether something was compared and nothing differs; a text without a source is no mismatch."""
        return bool(self.compared) and not self.unreadable and all(source.is_clean for source in self.sources)


def verify(graph: BaseGraph, folder: Path) -> Verification:
    """Return how the texts (`*.txt`, in whatever case and subfolder) of a folder compare with the digests of a graph.

    A text belongs to the source after which it is named (by key, or by the last part of its address); else to the one
    whose text it is, or with which it shares enough paragraphs: see `assign_texts`. Each is aligned with its capture.
    Raises UnreadableFile if the folder is missing or holds no text.
    """
    captures = read_captures(graph.store)
    texts, unreadable = read_texts(folder)
    holdings = assign_texts(captures, texts)
    copied = find_copied(graph, {key: [text for _, text in held] for key, held in holdings.by_source.items()})
    sources = [
        verification
        for key, listed in captures.items()
        for verification in _verify_source(key, listed, holdings, copied.get(key, ()))
    ]
    return Verification(sources, holdings.strangers, unreadable)


def _verify_source(
    key: str, captures: Sequence[RecordedCapture], holdings: Holdings, copied: Iterable[CopiedWording]
) -> list[SourceVerification]:
    """Return the verifications of a source: one for each text of a capture, or one that says it is not at hand."""
    found = []
    told = tuple(copied)
    held = holdings.by_source.get(key, [])
    for capture in captures:
        name = f"{key}#{capture.name}" if len(captures) > 1 else key
        texts = [text for iri, text in held if iri == capture.iri]
        for text in texts:
            found.append(_compare(name, capture, captures, text, told, is_named=text.path in holdings.named))
            told = ()  # said once, with the first text
        if not texts:
            found.append(SourceVerification(name))
    return found


def _compare(
    name: str,
    capture: RecordedCapture,
    captures: Sequence[RecordedCapture],
    text: HeldText,
    copied: tuple[CopiedWording, ...],
    *,
    is_named: bool,
) -> SourceVerification:
    others = [passage for other in captures if other.iri != capture.iri for passage in other.passages]
    own = capture.passages
    known = {passage.digest for passage in others}
    changes = align([p.paragraph() for p in own], text.lines, known=known)
    if text.whole == capture.digest:  # a paragraph that is not recorded here was read in another copy, if split there
        changes = [change for change in changes if change.fate is not Fate.INSERTED]
    elif not own and capture.is_text:  # all of it was read in another copy
        added = (line for line, digest in enumerate(text.digests, start=1) if digest not in known)
        changes = [Change(Fate.INSERTED, (), (line,)) for line in added]
    shared = {passage.digest for passage in (*own, *others)} & set(text.digests)
    problems = []
    if is_named and not shared and not any(change.fate.keeps_words for change in changes):
        problems.append("the text is named for this source, and no paragraph of it is recorded")
    elif capture.digest and text.whole != capture.digest and _is_all_there(changes, capture, text):
        problems.append("the digest of the whole text differs")
    told = tuple(tell_change(change, own) for change in changes)
    return SourceVerification(name, text.path, told, tuple(problems), copied)


def _is_all_there(changes: Sequence[Change], capture: RecordedCapture, text: HeldText) -> bool:
    """Return whether no paragraph explains why the digest of the whole differs."""
    if any(change.fate is not Fate.SAME for change in changes):
        return False
    return capture.is_text or sum(len(change.lines) for change in changes) == len(text.lines)
