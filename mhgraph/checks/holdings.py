"""Holdings: which of the texts that somebody has is the text of which capture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from mhgraph.graph.captures import RecordedCapture
from mhgraph.text.folder import HeldText

_LEAST_SHARE = 0.2
"""Which part of its paragraphs, or of those recorded, a text shares with a source to which it belongs by content."""

_CAPTURE_MARK = re.compile(r"(?P<key>.+?)[-.#_ ]+(?P<capture>c[1-9]\d*)\Z")


@dataclass
class Holdings:
    """Which text belongs to which capture: by key of the source, pairs of the capture's IRI and a text.

    `strangers` are the texts that no capture has, each with the reason; `named` those that are named for their source.
    """

    by_source: dict[str, list[tuple[str, HeldText]]] = field(default_factory=dict)
    strangers: dict[Path, str] = field(default_factory=dict)
    named: set[Path] = field(default_factory=set)


def assign_texts(captures: Mapping[str, Sequence[RecordedCapture]], texts: Iterable[HeldText]) -> Holdings:
    """Return which text belongs to which capture of which source.

    A text that is named for a source belongs to it. Any other belongs to the source whose whole text it is, or else
    to the one with which it shares most paragraphs that are in no other source, if that is a fifth of what it has or of
    what is recorded. Within the source the name decides (`key-c2`), then the whole, then what is seen in a capture.
    Captures with one and the same text share it. If a capture has a text, a further one is a stranger, unless it is
    named for the source.
    """
    holdings = Holdings()
    names = _collect_names(captures)
    owners = _collect_owners(captures)
    claims: dict[str, list[tuple[HeldText, str | None]]] = {}
    for text in texts:
        key, capture = _find_named(text.path, names)
        if key is not None:
            holdings.named.add(text.path)
        key = key or _find_by_whole(text, captures) or _find_by_content(text, captures, owners)
        if key is None:
            holdings.strangers[text.path] = "it belongs to no source"
        else:
            claims.setdefault(key, []).append((text, capture))
    for key, claimed in claims.items():
        holdings.by_source[key] = _share_out(key, captures[key], claimed, holdings)
    holdings.strangers = dict(sorted(holdings.strangers.items()))
    return holdings


def _share_out(
    key: str,
    captures: Sequence[RecordedCapture],
    claimed: Sequence[tuple[HeldText, str | None]],
    holdings: Holdings,
) -> list[tuple[str, HeldText]]:
    """Return pairs of a capture and a text; the best text comes first."""

    def rank(claim: tuple[HeldText, str | None]) -> tuple[bool, bool, int]:
        text, _ = claim
        is_whole = any(text.whole == one.digest for one in captures)
        return (not is_whole, text.path not in holdings.named, -_count_shared(text, captures))

    held: list[tuple[str, HeldText]] = []
    for text, named in sorted(claimed, key=rank):
        equal = [one for one in captures if one.digest == text.whole]
        free = [one for one in equal if one.iri not in {iri for iri, _ in held}]
        by_name = [one for one in captures if one.name == named]
        best = max(captures, key=lambda one: (_count_shared(text, [one]), one.is_text))
        chosen = (by_name or free or equal or [best])[0]
        if chosen.iri in {iri for iri, _ in held} and text.path not in holdings.named:
            holdings.strangers[text.path] = f"it has paragraphs of {key}, of which a nearer text is at hand"
        else:
            held.append((chosen.iri, text))
    for one in captures:  # a text that was found in two places is in the folder once
        same = next((text for _, text in held if one.digest == text.whole), None)
        if same is not None and one.iri not in {iri for iri, _ in held}:
            held.append((one.iri, same))
    return held


def _collect_names(captures: Mapping[str, Sequence[RecordedCapture]]) -> dict[str, str]:
    """Return the keys of sources by the names that a text may have: the key, and the last part of an address.

    A part of an address that is one word, or that two sources have, names nothing.
    """
    parts = {key: {_last_part(one.address) for one in listed} for key, listed in captures.items()}
    count = Counter(part for names in parts.values() for part in names)
    found = {part: key for key, names in parts.items() for part in names if part.count("-") > 1 and count[part] == 1}
    return found | {key: key for key in captures}


def _last_part(address: str) -> str:
    return _slug(unquote(urlsplit(address).path.rstrip("/")).rpartition("/")[2].partition(".htm")[0])


def _slug(text: str) -> str:
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-")


def _find_named(path: Path, names: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Return the source that a file is named for, and the capture, if it is named, too."""
    key = names.get(_slug(path.stem))
    if key is not None:
        return key, None
    match = _CAPTURE_MARK.fullmatch(path.stem.casefold())
    key = names.get(_slug(match["key"])) if match else None
    return key, match["capture"] if match and key else None


def _find_by_whole(text: HeldText, captures: Mapping[str, Sequence[RecordedCapture]]) -> str | None:
    return next((key for key, listed in captures.items() if any(one.digest == text.whole for one in listed)), None)


def _collect_owners(captures: Mapping[str, Sequence[RecordedCapture]]) -> dict[str, set[str]]:
    """Return the sources that have a paragraph, by its digest."""
    owners: dict[str, set[str]] = {}
    for key, listed in captures.items():
        for one in listed:
            for passage in one.passages:
                owners.setdefault(passage.digest, set()).add(key)
    return owners


def _find_by_content(
    text: HeldText, captures: Mapping[str, Sequence[RecordedCapture]], owners: Mapping[str, set[str]]
) -> str | None:
    """Return the source with which a text shares most; what two sources have says nothing (a menu, a footer)."""
    shared = Counter(key for digest in set(text.digests) if len(keys := owners.get(digest, set())) == 1 for key in keys)
    for key, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        recorded = sum(len(one.passages) for one in captures[key])
        if count >= _LEAST_SHARE * min(recorded, len(text.lines)):
            return key
    return None


def _count_shared(text: HeldText, captures: Sequence[RecordedCapture]) -> int:
    recorded = Counter(passage.digest for one in captures for passage in one.passages)
    return (Counter(text.digests) & recorded).total()
