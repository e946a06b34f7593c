"""The settings that stand before the command, and what commands load with them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from mhgraph.cli.output import note
from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.project.folders import Project, find_project


@dataclass(frozen=True)
class Settings:
    """The options that stand before the command, and what is left to do once it has printed its answer.

    `second_opinion` tells that judgements count only if two people signed them.
    """

    root: Path | None
    debug: bool
    is_cached: bool = True
    second_opinion: bool = False
    later: list[Callable[[], None]] = field(default_factory=list)

    def project(self) -> Project:
        """Return the project. Raises ProjectNotFound."""
        return self._project

    @cached_property
    def _project(self) -> Project:
        project = find_project(self.root)
        if self.debug:
            print(f"mhgraph: root {project.root}", file=sys.stderr)
        return project

    def graph(self, ledgers: frozenset[Ledger], *, is_guarded: bool = False) -> BaseGraph:
        """Return the graph of the project with the chosen ledgers: compiled, if it is kept, else loaded.

        With `is_guarded`, the child that answers queries that are not ours starts meanwhile. Raises what `load_graph`
        raises.
        """
        from mhgraph.graph.cache import Cache, find_cache_folder
        from mhgraph.stores.guard import start_child

        folder = find_cache_folder(os.environ) if self.is_cached else None
        if folder is None:
            if is_guarded:
                start_child()
            return load_graph(self.project(), ledgers, second_opinion=self.second_opinion)
        cache = Cache(folder, self._note_fault)
        opened = cache.open_graph(
            self.project(), ledgers, second_opinion=self.second_opinion, is_guarded=is_guarded
        )
        if opened.compile is not None:
            self.later.append(opened.compile)
        return opened.graph

    def _note_fault(self, text: str) -> None:
        if self.debug:
            note(text)
