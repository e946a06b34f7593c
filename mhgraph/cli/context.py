"""The settings that stand before the command, and what commands load with them."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mhgraph.cli.output import note

if TYPE_CHECKING:
    from mhgraph.graph import BaseGraph, Ledger
    from mhgraph.project.folders import Project


@dataclass(frozen=True)
class Settings:
    """The options that stand before the command, and what is left to do once it has printed its answer.

    `second_opinion` tells that judgements count only if two people signed them.
    """

    root: Path | None
    debug: bool
    endpoint: str | None = None
    is_cached: bool = True
    second_opinion: bool = False
    later: list[Callable[[], None]] = field(default_factory=list)

    def project(self) -> Project:
        """Return the project. Raises ProjectNotFound."""
        return self._project

    @cached_property
    def _project(self) -> Project:
        from mhgraph.project.folders import find_project  # --help needs none

        project = find_project(self.root)
        if self.debug:
            print(f"mhgraph: root {project.root}", file=sys.stderr)
        return project

    def files(self) -> Project:
        """Return the project, for a command that works on its files. Raises ProjectNotFound.

        Raises:
            UsageError: an endpoint is named, which has no files.
        """
        if self.endpoint is not None:
            raise click.UsageError(
                "this command works on the files of a project, and an endpoint has none; leave --endpoint out"
            )
        return self.project()

    def graph(self, ledgers: frozenset[Ledger] | None = None, *, is_guarded: bool = False) -> BaseGraph:
        """Return the graph of the endpoint or the project; without `ledgers`, with all that there are.

        The graph of a project is opened compiled, if it is kept, else loaded. With `is_guarded`, the child that answers
        queries that are not ours starts meanwhile. Raises what `load_graph` or `open_endpoint` raises, and UsageError.
        """
        if self.endpoint is not None:
            return self._open_endpoint(self.endpoint, ledgers)
        from mhgraph.graph import ALL_LEDGERS, load_graph
        from mhgraph.graph.cache import Cache, find_cache_folder
        from mhgraph.stores.guard import start_child

        chosen = ALL_LEDGERS if ledgers is None else ledgers
        folder = find_cache_folder(os.environ) if self.is_cached else None
        if folder is None:
            if is_guarded:
                start_child()
            return load_graph(self.project(), chosen, second_opinion=self.second_opinion)
        cache = Cache(folder, self._note_fault)
        opened = cache.open_graph(self.project(), chosen, second_opinion=self.second_opinion, is_guarded=is_guarded)
        if opened.compile is not None:
            self.later.append(opened.compile)
        return opened.graph

    def _open_endpoint(self, url: str, ledgers: frozenset[Ledger] | None) -> BaseGraph:
        """Return the graph behind an endpoint. Raises what `open_endpoint` raises.

        Raises:
            UsageError: of its judgements only some are to count.
        """
        from mhgraph.errors import AnswerCut
        from mhgraph.graph.endpoint import open_endpoint

        if self.second_opinion:
            raise click.UsageError("an endpoint holds the judgements that it holds; leave --second-opinion out")
        warnings.simplefilter("always", AnswerCut)
        warnings.showwarning = lambda message, *_: note(str(message))
        return open_endpoint(url, self.project(), ledgers)

    def _note_fault(self, text: str) -> None:
        if self.debug:
            note(text)
