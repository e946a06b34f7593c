"""Edits of the small project such as a tired curator makes, and how quickly they are judged.

`<class>.yaml` lists them: what is wrong, in which file of `data/`, `old` and `new` text or what to `add`; then the
checks that notice it, or why nothing does. A mutant is a project of which one file is another: the rest stays parsed,
and shapes look at the portions of that file alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from mhgraph.checks.integrity import check, find_unknown_names
from mhgraph.checks.portions import divide
from mhgraph.checks.shacl import FastEngine, ShapeResult, parse_shapes
from mhgraph.checks.surroundings import find_premises
from mhgraph.namespaces import PREFIXES
from mhgraph.project.folders import Project
from mhgraph.project.statements import ParsedProject, ProjectFile, canonical_file, parse_project
from mhgraph.rdf.turtle.parse import parse_text

FOLDER = Path(__file__).resolve().parent
_SHAPE = PREFIXES["shape"]


@dataclass(frozen=True)
class Edit:
    """One edit: what is wrong with it, the file, how its text changes, what notices it, or why nothing does."""

    name: str
    file: Path
    old: str
    new: str
    add: str
    noticed: tuple[str, ...]
    unnoticed: str

    def apply(self, text: str) -> str:
        """Return a text with this edit; prefixes that it lacks are bound."""
        lacking = {prefix: space for prefix, space in PREFIXES.items() if f"@prefix {prefix}:" not in text}
        text = "".join(f"@prefix {key}: <{space}> .\n" for key, space in lacking.items()) + text
        if self.old:
            assert text.count(self.old) == 1, f"{self.name}: {self.old!r} occurs {text.count(self.old)} times"
            text = text.replace(self.old, self.new)
        return f"{text}\n{self.add}"


def read_edits() -> list[Edit]:
    """Return the edits of all files, in the order of their names."""
    lists = [(path, yaml.safe_load(path.read_text(encoding="utf-8"))) for path in sorted(FOLDER.glob("*.yaml"))]
    return [_read(entry, path) for path, entries in lists for entry in entries]


def _read(entry: dict[str, object], path: Path) -> Edit:
    known = {"wrong", "in", "old", "new", "add", "noticed", "unnoticed"}
    assert entry.keys() <= known, f"{path.name}: {sorted(entry.keys() - known)}"
    noticed = entry.get("noticed", [])
    return Edit(
        name=str(entry["wrong"]),
        file=Path("data") / str(entry["in"]),
        old=str(entry.get("old", "")),
        new=str(entry.get("new", "")),
        add=str(entry.get("add", "")),
        noticed=tuple(noticed) if isinstance(noticed, list) else (str(noticed),),
        unnoticed=str(entry.get("unnoticed", "")),
    )


class Judge:
    """Judges edits of a project: the checks that find more after an edit than before."""

    def __init__(self, project: Project) -> None:
        self._parsed = parse_project(project)
        self._engine = FastEngine(parse_shapes(project).graph)
        self._files = {file.path: file for file in self._parsed.files}
        self._before: dict[Path, frozenset[tuple[str, ...]]] = {}

    def find(self, edit: Edit) -> set[str]:
        """Return the names of the checks that notice an edit, such as `integrity:declared` or `shape:topic`."""
        file = self._files[edit.file]
        if edit.file not in self._before:
            self._before[edit.file] = self._look(self._parsed, file)
        return {name for name, *_ in self._look(*self._change(file, edit)) - self._before[edit.file]}

    def _change(self, file: ProjectFile, edit: Edit) -> tuple[ParsedProject, ProjectFile]:
        quads = parse_text(edit.apply(file.text), file.path)
        data = canonical_file(quads, file.path)
        text = data.decode()
        changed = ProjectFile(file.path, file.role, data, text, parse_text(text, file.path))
        return self._parsed.portion([changed if one is file else one for one in self._parsed.files]), changed

    def _look(self, parsed: ParsedProject, file: ProjectFile) -> frozenset[tuple[str, ...]]:
        of_files = check(parsed)
        unknown = find_unknown_names(of_files)
        wanted = {None if file.role in ("entities", "dataset") else file.path}
        looked_at = {file.path, *find_premises(parsed, {file.path})}
        results = {
            result
            for portion in divide(parsed, looked_at)
            if portion.file in wanted
            for result in self._engine.validate(portion.flat(), focus=portion.focus)
            if unknown.isdisjoint((result.focus, result.path, result.value))
        }
        rules = ((finding.check, finding.focus, finding.path, finding.value) for finding in of_files)
        return frozenset({*map(_name_result, results), *rules})


def _name_result(result: ShapeResult) -> tuple[str, ...]:
    return f"shape:{result.shape.removeprefix(_SHAPE)}", result.focus, result.path, result.value
