"""Projects as files, of about 1.4·10⁴, 2·10⁵ and 10⁶ quads: the shipped documents grown with new names.

The same number of copies gives the same bytes (`tools.growth.documents`). The quads are those that loading yields.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mhgraph.project.folders import Project, find_project
from tools.growth.documents import grow_documents

COPIES = {"1.4e4": 1, "2e5": 22, "1e6": 118}
"""How often each shipped document stands in a project, by about how many quads it has."""


def write_projects(folder: Path, names: tuple[str, ...] = tuple(COPIES)) -> Iterator[tuple[str, Project]]:
    """Write the projects of these sizes below a folder, one after another, and yield each with its name."""
    for name in names:
        yield name, write_project(folder / name, COPIES[name])


def write_project(folder: Path, copies: int) -> Project:
    """Write a project in which each shipped document stands so often, and return it; one that is there is kept."""
    if folder.exists():
        return Project(folder)
    folder.mkdir(parents=True)
    return grow_documents(folder, find_project(), copies)
