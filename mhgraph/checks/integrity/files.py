"""Rules about files: which are read, what they are called, and their canonical form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mhgraph.checks.integrity.breach import Breach, data_files
from mhgraph.graph.labels import short_name
from mhgraph.model import SOURCE_CLASS
from mhgraph.namespaces import BASE, DATASET, ENTITY_KINDS, PREFIXES, SOURCE, to_curie
from mhgraph.project.statements import Iri, ParsedProject, ProjectFile

_ENDINGS = {"entities": ".ttl", "sources": ".trig", "judgements": ".trig"}
"""The ending of the files of each folder of `data/`."""


def something(parsed: ParsedProject) -> Iterator[Breach]:
    """There is something to check: `data/` holds a statement, and `shapes/` a file."""
    if not parsed.statements:
        yield Breach(Path("data"), "There is no statement in data/, so that nothing was checked; add a file.")
    if not parsed.project.shapes:
        yield Breach(Path("shapes"), "There is no file of shapes, so that no value was checked; add one.")


def stray_file(parsed: ParsedProject) -> Iterator[Breach]:
    """Every file below `data/` is read: it lies in the folder of its kind, and has the ending of that folder.

    Hidden files and folders (`.gitkeep`) and the backups of editors (`x.trig~`) are let pass.
    """
    for path in parsed.project.strays:
        place = parsed.project.relative(path)
        yield Breach(place, f"The file is not read; {_say_where(place)}, or move it out of data/.", 1)


def _say_where(place: Path) -> str:
    """Return where a stray file belongs."""
    _, folder, *rest = place.parts
    if rest and folder in _ENDINGS:
        ending, deep = _ENDINGS[folder], 2 if folder == "entities" else 1
        if len(rest) != deep:
            where = "in a folder for their kind below data/entities" if deep > 1 else f"in data/{folder} itself"
            return f"files lie {where} and end in {ending}: move it there"
        if place.suffix != ending:
            return f"the files of data/{folder} end in {ending}: rename it"
        return "it is no file, or a link that leads nowhere: put the file in its place"
    return f"move it to {', '.join(f'data/{name} (*{ending})' for name, ending in _ENDINGS.items())}"


def entity_file(parsed: ParsedProject) -> Iterator[Breach]:
    """An entity file holds the things of one kind, and lies in the folder of that name. One breach a name."""
    seen: set[Iri] = set()
    for file in parsed.of("entities"):
        kind = file.path.parent.name
        for statement in file.statements:
            name = statement.subject
            if name not in seen and (kind not in ENTITY_KINDS or not name.startswith(f"{BASE}{kind}/")):
                seen.add(name)
                message = (
                    f"{short_name(name)} does not belong in {file.path.parent}; move it to the folder of its kind."
                )
                yield Breach(statement, message)


def dataset_file(parsed: ParsedProject) -> Iterator[Breach]:
    """The file about the data speaks of the data only. One breach a name."""
    for file in parsed.of("dataset"):
        first = {statement.subject: statement for statement in reversed(file.statements)}
        for name, statement in first.items():
            if name != DATASET:
                message = f"{short_name(name)} does not belong in {file.path}; move it to the folder of its kind."
                yield Breach(statement, message)


def source_file(parsed: ParsedProject) -> Iterator[Breach]:
    """A source file describes one source, and is named after it; its key is no prefix that names something else."""
    for file in parsed.of("sources"):
        if file.path.stem in PREFIXES:
            key = file.path.stem
            message = f"The key '{key}' is a prefix in use, so that its passages have no short name; choose another."
            yield Breach(file.path, message, 1)
        typed = [statement for statement in file.statements if statement.declares(SOURCE_CLASS)]
        if not typed:
            yield Breach(file.path, f"The file describes no source; type one as {to_curie(SOURCE_CLASS.value)}.", 1)
        for statement in typed:
            if statement.subject != f"{SOURCE}{file.path.stem}":
                key = statement.subject.removeprefix(SOURCE)
                message = f"The file of this source is called {key}.trig; rename the file, or fix the key."
                yield Breach(statement, message)


def comment(parsed: ParsedProject) -> Iterator[Breach]:
    """No comments: a formatter would lose them."""
    for file in data_files(parsed):
        for line in file.layout.comments:
            message = "A comment would be lost on formatting; write the remark as skos:editorialNote."
            yield Breach(file.path, message, line)


def canonical_format(parsed: ParsedProject) -> Iterator[Breach]:
    """Every file is in the canonical form. Files that the rules of text refuse anyway are not reported twice."""
    for file in data_files(parsed):
        if file.is_excerpt or file.layout.comments or file.layout.blank is not None or file.capital_tags:
            continue
        expected = file.canonical()
        if file.data != expected:
            message = "The file is not in the canonical form; run 'mhgraph format'."
            yield Breach(file.path, message, _find_difference(file, expected.decode()))


def _find_difference(file: ProjectFile, expected: str) -> int:
    """Return the first line that differs."""
    found, wanted = file.data.decode(errors="replace").split("\n"), expected.split("\n")
    pairs = enumerate(zip(found, wanted, strict=False), start=1)
    return next((number for number, (line, other) in pairs if line != other), min(len(found), len(wanted)))
