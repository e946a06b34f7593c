"""`mhgraph analyze`: who connects whom, how a promise travelled, what nobody in this corpus has taken up."""

from __future__ import annotations

import click

from mhgraph.cli.lazy import LazyGroup


class _Analyses(LazyGroup):
    """All analyses: the library for networks is loaded with the first of them."""

    package = "mhgraph.cli.analyze"
    names = ("centrality", "brokers", "communities", "evolution", "path", "lineage", "uptake")


@click.group(name="analyze", cls=_Analyses)
def analyze_command() -> None:
    """Analyse the network: who connects whom, how a promise travelled, what nobody here has taken up."""
