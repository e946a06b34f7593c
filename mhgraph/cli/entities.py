"""Names of things as arguments: what a shell completes while somebody types one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from mhgraph.cli.context import Settings

if TYPE_CHECKING:
    from mhgraph.graph import BaseGraph

_MOST = 50
"""How many names are offered; of more, nobody reads a list."""


class EntityType(click.ParamType[str]):
    """The name of a thing of one of some classes (CURIEs), of any without; or of a concept of a scheme.

    Completion reads the compiled names where they are kept, and no graph.
    """

    name = "name"

    def __init__(self, classes: Collection[str] = (), scheme: str | None = None) -> None:
        self._classes = classes
        self._scheme = scheme

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name as it was typed; the graph finds out what it means."""
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the names that begin with what was typed, each with what is called so; none, if nothing loads."""
        from mhgraph.errors import MhgraphError

        try:
            graph = find_settings(ctx).graph()
        except MhgraphError:  # whoever presses the tab key is told nothing; the command will say it
            return []
        found = dict(self._list_names(graph, incomplete))
        return [CompletionItem(name, help=found[name]) for name in sorted(found)[:_MOST]]

    def _list_names(self, graph: BaseGraph, incomplete: str) -> Iterator[tuple[str, str]]:
        """Yield slugs and other names of one word that begin with what was typed, and what they name."""
        from pyoxigraph import NamedNode

        from mhgraph.namespaces import CONCEPT, SKOS, from_curie

        start = f"{self._scheme}-" if self._scheme else ""
        classes = [NamedNode(iri) for name in self._classes if (iri := from_curie(name))]
        if self._scheme:
            classes = [NamedNode(f"{SKOS}Concept")]
        for typed in dict.fromkeys([f"{start}{incomplete}", incomplete]):
            for iri, name, label in graph.names.complete(typed, classes):
                if not start or (iri.startswith(f"{CONCEPT}{start}") and name.startswith(start)):
                    short = name.removeprefix(start)
                    yield (short if short.startswith(incomplete) else name), label


ENTITY = EntityType()
"""The name of anything."""


def explain_name(
    graph: BaseGraph, typed: Collection[str], iri: str, *, language: str = "en", scheme: str | None = None
) -> str:
    """Return which thing names were taken for; "" if one of them is the thing's own: its address, slug or label."""
    from mhgraph.graph.labels import short_name
    from mhgraph.graph.names import fold

    short, label = short_name(iri), graph.label(iri, language)
    slug = short.rpartition(":")[2]
    own = {fold(name) for name in (short, slug, iri, label, slug.removeprefix(f"{scheme}-"))}
    return "" if own & {fold(name) for name in typed} else f"{label} ({short})"


def find_settings(ctx: click.Context) -> Settings:
    """Return the settings of a run; while a shell completes, no command has run, and they are read from the options."""
    settings = ctx.find_object(Settings)
    if settings is not None:
        return settings
    params = ctx.find_root().params
    return Settings(params.get("root"), debug=False, endpoint=params.get("endpoint"))
