"""`mhgraph analyze`: who connects whom, how a promise travelled, what nobody in this corpus has taken up."""

from __future__ import annotations

from types import MappingProxyType

import click

from mhgraph.cli.groups import Entry, LazyGroup


class _Analyses(LazyGroup):
    """All analyses: the library for networks is loaded with the first of them."""

    package = "mhgraph.cli.analyze"
    entries = MappingProxyType(
        {
            "centrality": Entry("Measure who is central.", "mhgraph analyze centrality"),
            "brokers": Entry("List who connects what would else be apart.", "mhgraph analyze brokers"),
            "communities": Entry("Find groups that are close to each other.", "mhgraph analyze communities"),
            "evolution": Entry("Show how the network grew, year by year.", "mhgraph analyze evolution"),
            "path": Entry("Explain how two things are connected.", "mhgraph analyze path WHO gcm-15"),
            "lineage": Entry("Follow where a provision comes from and leads to.", "mhgraph analyze lineage gcm-15"),
            "uptake": Entry("Show which provisions nobody here has taken up.", "mhgraph analyze uptake"),
        }
    )


@click.group(name="analyze", cls=_Analyses)
def analyze_command() -> None:
    """Analyse the network: who connects whom, how a promise travelled, what nobody here has taken up."""
