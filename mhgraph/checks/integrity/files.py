"""Rules about files: which are read, what they are called, and their canonical form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mhgraph.project.statements import DataFile, Hit, Iri, Material, mh_, short_name
from mhgraph.namespaces import BASE, ENTITY_KINDS, SOURCE
from mhgraph.rdf.canonical import canonical_data
from mhgraph.rdf.turtle.parse import first_comment

_ENDINGS = {"entities": ".ttl", "sources": ".trig", "judgements": ".trig"}
"""The ending of the files of each folder of `data/`."""


def stray_file(material: Material) -> Iterator[Hit]:
    """Every file below `data/` is read: it lies in the folder of its kind, and has the ending of that folder.

    Hidden files and folders (`.gitkeep`) and the backups of editors (`x.trig~`) are let pass.
    """
    for path in material.project.strays:
        place = material.project.relative(path)
        yield Hit(place, f"The file is not read; {_remedy(place)}, or move it out of data/.", 1)


def _remedy(place: Path) -> str:
    _, folder, *rest = place.parts
    if rest and folder in _ENDINGS:
        ending = _ENDINGS[folder]
        if len(rest) > 1:
            return f"files lie in data/{folder} itself and end in {ending}: move it there"
        if place.suffix != ending:
            return f"the files of data/{folder} end in {ending}: rename it"
        return "it is no file, or a link that leads nowhere: put the file in its place"
    return f"move it to {', '.join(f'data/{name} (*{ending})' for name, ending in _ENDINGS.items())}"


def entity_file(material: Material) -> Iterator[Hit]:
    """An entity file holds the things of one kind, and is named after it. One hit a name."""
    seen: set[Iri] = set()
    for each in material.statements:
        kind = each.file.path.stem
        strange = kind not in ENTITY_KINDS or not each.subject.startswith(f"{BASE}{kind}/")
        if each.file.role == "entities" and each.subject not in seen and strange:
            seen.add(each.subject)
            yield Hit(
                each, f"{short_name(each.subject)} does not belong in {each.file.path.name}; move it to its own file."
            )


def source_file(material: Material) -> Iterator[Hit]:
    """A source file describes one source, and is named after it."""
    for file in material.of("sources"):
        typed = [each for each in file.statements if each.declares(mh_("Source"))]
        if not typed:
            yield Hit(file.path, "The file describes no source; type one as mh:Source.", 1)
        for each in typed:
            if each.subject != f"{SOURCE}{file.path.stem}":
                key = each.subject.removeprefix(SOURCE)
                yield Hit(each, f"The file of this source is called {key}.trig; rename the file, or mend the key.")


def comment(material: Material) -> Iterator[Hit]:
    """No comments: a formatter would lose them."""
    for file in material.files:
        for line in _comments(file.text):
            yield Hit(file.path, "A comment would be lost on formatting; write the remark as skos:editorialNote.", line)


def _comments(text: str) -> Iterator[int]:
    """Yield the line of every comment. A comment ends with its line, so that the rest is a text of its own."""
    passed = 0
    while (line := first_comment(text)) is not None:
        passed += line
        yield passed
        text = text.split("\n", line)[line] if text.count("\n") >= line else ""


def canonical_format(material: Material) -> Iterator[Hit]:
    """Every file is in the canonical form. Files that the rules of text refuse anyway are not reported twice."""
    for file in material.files:
        if first_comment(file.text) is not None or file.layout.blank is not None or file.capital_tags:
            continue
        expected = canonical_data(file.quads, file.path)
        if file.data != expected:
            yield Hit(
                file.path,
                "The file is not in the canonical form; run 'mhgraph format'.",
                _first_difference(file, expected.decode()),
            )


def _first_difference(file: DataFile, expected: str) -> int:
    found, wanted = file.data.decode(errors="replace").split("\n"), expected.split("\n")
    same = next((i for i, pair in enumerate(zip(found, wanted, strict=False)) if pair[0] != pair[1]), None)
    return min(len(found), len(wanted)) if same is None else same + 1
