"""`mhgraph sparql`."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.options import format_option, ledger_option
from mhgraph.cli.output import print_table
from mhgraph.errors import InvalidValue
from mhgraph.graph import Ledger
from mhgraph.graph.ledgers import LEDGER_OF_CLASS
from mhgraph.namespaces import to_curie
from mhgraph.tables import Cell, Table, Value, simple_table

_PASSAGE, *_OTHERS = (to_curie(cls) for cls in LEDGER_OF_CLASS)
_HELP = f"""Run any read-only SPARQL query from FILE or standard input, in a process of its own with limits.

Facts are in the default graph; evidence is GRAPH ?g {{ … }} ?g a {_PASSAGE} (or {", ".join(_OTHERS)}). A CONSTRUCT or
DESCRIBE prints N-Triples.
"""


@click.command(name="sparql", help=_HELP)
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--seconds", type=click.FloatRange(min=0.1), default=30.0, show_default=True, help="Time limit.")
@click.option("--memory", type=click.IntRange(min=16), default=2048, show_default=True, help="Memory limit, MiB.")
@click.option("--output", type=click.IntRange(min=1), default=64, show_default=True, help="Output limit, MiB.")
@ledger_option
@format_option
@click.pass_obj
def sparql_command(
    settings: Settings, file: Any, seconds: float, memory: int, output: int, ledgers: frozenset[Ledger], form: str
) -> None:
    """Print the answer to a query that somebody typed.

    Raises:
        InvalidValue: the file is not UTF-8.
    """
    from mhgraph.stores.guard import GuardsItself, Limits, run_guarded

    try:
        text = file.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidValue("file", file.name, "a SPARQL query in UTF-8") from error
    store, limits = settings.graph(ledgers).store, Limits(seconds, memory, output)
    answer = store.answer(text, limits) if isinstance(store, GuardsItself) else run_guarded(store.dump(), text, limits)
    if answer.form == "graph":
        sys.stdout.write("".join(sorted(answer.data.decode().splitlines(keepends=True))))
        return
    results = json.loads(answer.data)
    if answer.form == "ask":
        print_table(simple_table(("answer",), [("yes" if results["boolean"] else "no",)]), form)
        return
    names = tuple(results["head"]["vars"])
    rows = [tuple(_cell(binding.get(name)) for name in names) for binding in results["results"]["bindings"]]
    print_table(Table(names, (), rows), form)


def _cell(binding: dict[str, Any] | None) -> Cell:
    if binding is None:
        return ()
    value = binding["value"]
    if not isinstance(value, str):
        value = json.dumps(value, sort_keys=True)
    return (Value(value, to_curie(value) if binding["type"] == "uri" else value),)
