"""`mhgraph analyze`: who connects whom, how a promise travelled, what nobody in this corpus has taken up."""

from __future__ import annotations

import click

from mhgraph.cli.analyze.brokers import brokers_command
from mhgraph.cli.analyze.centrality import centrality_command
from mhgraph.cli.analyze.communities import communities_command
from mhgraph.cli.analyze.evolution import evolution_command
from mhgraph.cli.analyze.lineage import lineage_command
from mhgraph.cli.analyze.path import path_command
from mhgraph.cli.analyze.uptake import uptake_command


@click.group(name="analyze")
def analyze_command() -> None:
    """Analyse the network: who connects whom, how a promise travelled, what nobody here has taken up."""


for _command in (
    *(centrality_command, brokers_command, communities_command, evolution_command),
    *(path_command, lineage_command, uptake_command),
):
    analyze_command.add_command(_command)
