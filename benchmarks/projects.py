"""Projects as files, of about 2.5·10⁴, 2·10⁵ and 10⁶ quads: the shipped documents grown with new names.

The same number of copies gives the same bytes (`tools.growth.documents`). The quads are those that loading yields.
`MHGRAPH_BENCH` names a folder in which the projects are kept for the next time; empty it when the shipped one changes.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from mhgraph.project.folders import Project, find_project
from tools.growth.documents import grow_documents

COPIES = {"2.5e4": 1, "2e5": 22, "1e6": 118}
"""How often each shipped document stands in a project, by about how many quads it has."""


@contextmanager
def open_projects(names: Collection[str] = tuple(COPIES)) -> Iterator[Iterator[tuple[str, Project]]]:
    """Yield the projects of these sizes with their names, each written when it is its turn."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(os.environ.get("MHGRAPH_BENCH", temporary))
        yield ((name, write_project(folder / name, COPIES[name])) for name in names)


def write_project(folder: Path, copies: int) -> Project:
    """Write a project in which each shipped document stands so often, and return it; one that is there is kept."""
    if folder.exists():
        return Project(folder)
    folder.mkdir(parents=True)
    return grow_documents(folder, find_project(), copies)
