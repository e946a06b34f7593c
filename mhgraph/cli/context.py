"""The settings that stand before the command, and what commands load with them."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.project.folders import Project, find_project


@dataclass(frozen=True)
class Settings:
    """The options that stand before the command; and whether judgements count only if two people signed them."""

    root: Path | None
    debug: bool
    second_opinion: bool = False

    def project(self) -> Project:
        """Return the project. Raises ProjectNotFound."""
        return self._project

    @cached_property
    def _project(self) -> Project:
        project = find_project(self.root)
        if self.debug:
            print(f"mhgraph: root {project.root}", file=sys.stderr)
        return project

    def graph(self, ledgers: frozenset[Ledger]) -> BaseGraph:
        """Return the graph of the project with the chosen ledgers. Raises what `load_graph` raises."""
        return load_graph(self.project(), ledgers, second_opinion=self.second_opinion)
