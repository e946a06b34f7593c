"""How long it takes to propose pairs that may be one thing, as the graph grows, with loading beside it.

It is a hard case: with 33 copies of every document each thing has 32 doubles. No bound is claimed.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from benchmarks.printing import print_table
from benchmarks.timing import ROOT
from mhgraph.analysis.match import KINDS, find_matches
from mhgraph.analysis.profiles import Profiles
from mhgraph.graph import load_graph
from mhgraph.project.folders import Project
from tools.growth.documents import grow_documents

COPIES = (1, 8, 33)


def main() -> None:
    """Print seconds by the number of copies of each document."""
    rows = []
    for copies in COPIES:
        with tempfile.TemporaryDirectory() as folder:
            project = grow_documents(Path(folder) / "grown", Project(ROOT), copies)
            start = time.perf_counter()
            graph = load_graph(project)
            loaded = time.perf_counter()
            pairs = find_matches(graph)
            matched = time.perf_counter()
            entities = len(Profiles(graph, KINDS).by_iri)
        rows.append((copies, entities, loaded - start, matched - loaded, len(pairs)))
    print_table(("copies", "entities", "loading, s", "matching, s", "pairs"), rows)
