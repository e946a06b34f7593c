"""What a curator reads after a new file was written: its paragraphs, what is known in them, and what is odd."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import NamedNode

from mhgraph.graph.labels import short_name
from mhgraph.ingest.authoring import WrittenSource
from mhgraph.ingest.hints import describe_oddities, find_ordinals
from mhgraph.ingest.known import Known
from mhgraph.ingest.marks import find_irregular_marks
from mhgraph.project.todo import is_todo
from mhgraph.text.dates import find_dates

_FIRST_WORDS = 9


def report_paragraphs(written: WrittenSource) -> list[str]:
    """Return a line for each passage: its numbers, its name, its state and its first words."""
    width = max(len(passage.name) for passage in written.draft.passages)
    lines = []
    for passage in written.draft.passages:
        numbers = str(passage.first) if passage.last == passage.first else f"{passage.first}-{passage.last}"
        state = passage.nothing or (
            f"{len(passage.statements) + len(passage.filing)} written" if passage.statements else ""
        )
        words = passage.text.split()
        shown = " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")
        lines.append(f"{numbers:>7}  {passage.name:<{width}}  {state:<11}  {shown}")
    return lines


def report_sections(written: WrittenSource) -> list[tuple[str, list[str]]]:
    """Return the other parts of the report that have something to say, each with its heading and its lines."""
    draft, known, paragraphs = written.draft, written.known, written.paragraphs
    marks = [passage.mark for passage in draft.passages]
    settled = [passage for passage in draft.passages if passage.statements or passage.nothing]
    placed = {number for passage in settled for number in range(passage.first, passage.last + 1)}
    oddities = [*describe_oddities(paragraphs, draft.language, placed), *find_irregular_marks(marks), *draft.remarks]
    names = list(_list_known(known, paragraphs))
    sections = (
        ("Look at", oddities),
        ("Known names", names),
        ("Not declared", list(_list_unknown(known, paragraphs))),
        ("Dates", list(_list_dates(paragraphs, _languages(written)))),
        ("Ordinals", list(_list_ordinals(paragraphs))),
        ("Still to be found", sorted({short_name(name) for name in _open_names(written)})),
    )
    return [(heading, lines) for heading, lines in sections if lines]


def _list_ordinals(paragraphs: Sequence[str]) -> Iterator[str]:
    for number, text in enumerate(paragraphs, start=1):
        for words in find_ordinals(text):
            yield f"{number}: {words}"


def _list_known(known: Known, paragraphs: Sequence[str]) -> Iterator[str]:
    places: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for number, text in enumerate(paragraphs, start=1):
        for words, things in known.find_names(text):
            places.setdefault((words, things), []).append(number)
    for (words, things), numbers in places.items():
        yield f"{words}: {' or '.join(map(short_name, things))} ({', '.join(map(str, numbers))})"


def _list_unknown(known: Known, paragraphs: Sequence[str]) -> Iterator[str]:
    places: dict[str, list[int]] = {}
    for number, text in enumerate(paragraphs, start=1):
        for words in known.find_unknown(text):
            places.setdefault(words, []).append(number)
    for words, numbers in places.items():
        near = known.nearest(words)
        hint = f"; near: {short_name(near.thing)} “{known.label(near.thing)}”" if near.thing else ""
        yield f"{words} ({', '.join(map(str, numbers))}){hint}"


def _languages(written: WrittenSource) -> list[str]:
    """Return the language of each paragraph."""
    passages = written.draft.passages
    languages = [(number, one.language) for one in passages for number in range(one.first, one.last + 1)]
    return [language or written.draft.language for _, language in sorted(languages, key=lambda pair: pair[0])]


def _list_dates(paragraphs: Sequence[str], languages: Sequence[str]) -> Iterator[str]:
    for number, (text, language) in enumerate(zip(paragraphs, languages, strict=True), start=1):
        for date in find_dates(text, language):
            meant = f"{date.first}{f' to {date.last}' if date.last else ''}" if date.first else "without a year"
            wrong = f"; that day was a {date.weekday}" if date.weekday else ""
            yield f"{number}: {date.words} = {meant}{wrong}"


def _open_names(written: WrittenSource) -> Iterator[str]:
    for passage in written.draft.passages:
        for triple in (*passage.statements, *passage.filing):
            is_named = isinstance(triple.object, NamedNode) and not triple.object.value.endswith("/TODO")
            if is_named and is_todo(triple.object) and isinstance(triple.object, NamedNode):
                yield triple.object.value
