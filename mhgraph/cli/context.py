"""The settings that stand before the command, and what commands load with them."""

from __future__ import annotations

import sys
import warnings
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import click

from mhgraph.cli.output import note
from mhgraph.graph import ALL_LEDGERS, BaseGraph, Ledger, load_graph
from mhgraph.project.folders import Project, find_project


@dataclass(frozen=True)
class Settings:
    """The options that stand before the command."""

    root: Path | None
    debug: bool
    endpoint: str | None = None

    def project(self) -> Project:
        """Return the project. Raises ProjectNotFound."""
        return self._project

    @cached_property
    def _project(self) -> Project:
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

    def graph(self, ledgers: frozenset[Ledger] | None = None) -> BaseGraph:
        """Return the graph of the endpoint or the project; without `ledgers`, with all that there are.

        Raises what `load_graph` or `open_endpoint` raises.
        """
        if self.endpoint is None:
            return load_graph(self.project(), ALL_LEDGERS if ledgers is None else ledgers)
        from mhgraph.errors import AnswerCut
        from mhgraph.graph.endpoint import open_endpoint

        warnings.simplefilter("always", AnswerCut)
        warnings.showwarning = lambda message, *_: note(str(message))
        return open_endpoint(self.endpoint, self.project(), ledgers)
