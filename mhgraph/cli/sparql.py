"""`mhgraph sparql`."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import click

from mhgraph import bounds
from mhgraph.cli.context import Settings
from mhgraph.cli.options import NumberRange, ledger_option, solutions_option
from mhgraph.cli.output import note, print_bytes, print_table, print_text
from mhgraph.errors import InvalidQuery, InvalidValue
from mhgraph.graph import Ledger
from mhgraph.graph.ledgers import LEDGER_OF_CLASS
from mhgraph.graph.unknown_terms import find_unknown_terms
from mhgraph.namespaces import to_curie
from mhgraph.rdf.results import RESULT_FORMATS, rewrite_results
from mhgraph.rdf.sparql_errors import declare_prefixes
from mhgraph.tables import Cell, Table, Value, simple_table

_PASSAGE, *_OTHERS = (to_curie(cls) for cls in LEDGER_OF_CLASS)
_HELP = f"""Answer any read-only SPARQL query: QUERY itself, the file that it names, or - for standard input.

Facts are in the default graph; evidence is GRAPH ?g {{ … }} ?g a {_PASSAGE} (or {", ".join(_OTHERS)}). The prefixes of
the project are known. A CONSTRUCT or DESCRIBE prints N-Triples. It runs in a process of its own, with limits.
Exit code 1 if the answer to an ASK is no.
"""
_INLINE = re.compile(r"[\s{}]")
"""What a query has and the name of a file seldom has."""


@click.command(name="sparql", help=_HELP)
@click.argument("query", default="-")
@click.option("--seconds", type=NumberRange(0.1, 86_400), default=30.0, show_default=True, help="Time limit.")
@click.option("--memory", type=click.IntRange(16, 2**20), default=2048, show_default=True, help="Memory limit, MiB.")
@click.option("--output", type=click.IntRange(1, 2**16), default=64, show_default=True, help="Output limit, MiB.")
@ledger_option
@solutions_option
@click.pass_obj
def sparql_command(
    settings: Settings, query: str, seconds: float, memory: int, output: int, ledgers: frozenset[Ledger], form: str
) -> None:
    """Print the answer to a query that somebody typed.

    Raises InvalidQuery for one that is too long or does not run, InvalidValue for a file that is not UTF-8.
    """
    from mhgraph.stores import Limits
    from mhgraph.stores.guard import GuardedStore

    text = declare_prefixes(_read_query(query))
    graph = settings.graph(ledgers, is_guarded=True)
    answer = GuardedStore(graph.store, Limits(seconds, memory, output)).answer(text)
    for unknown in find_unknown_terms(graph.model, text):
        note(unknown)
    if answer.form == "graph":
        triples = sorted(answer.data.decode().splitlines(keepends=True))
        print_text("".join(triples))
        if not triples:
            note("0 triples")
        return
    results = json.loads(answer.data)
    if answer.form == "ask":
        _print_truth(answer.data, form, is_true=results["boolean"])
        sys.exit(0 if results["boolean"] else 1)
    names = tuple(results["head"]["vars"])
    bindings = results["results"]["bindings"]
    if form in RESULT_FORMATS:
        print_bytes(rewrite_results(answer.data, form), form)
    else:
        print_table(Table(names, (), [tuple(_cell(one.get(name)) for name in names) for one in bindings]), form)
    if not bindings:
        note("0 rows")


def _read_query(query: str) -> str:
    """Return the text of a query: given itself, in a file, or on standard input.

    Raises:
        InvalidQuery: it is too long.
        InvalidValue: there is no such file, or it is not UTF-8.
    """
    if query != "-" and _INLINE.search(query) and not Path(query[: bounds.KEY * 10]).is_file():
        text = query
    else:
        if query == "-" and sys.stdin.isatty():
            note("reading a query from the keyboard; end it with Ctrl-D, or give it as an argument or a file")
        try:
            with click.open_file(query, "rb") as file:
                text = file.read(4 * bounds.QUERY + 1).decode("utf-8")  # no character has more than four bytes
        except UnicodeDecodeError as error:
            raise InvalidValue("query", query, "a SPARQL query in UTF-8") from error
        except FileNotFoundError as error:
            raise InvalidValue(
                "query", query, "a query, the name of a file with one, or - for standard input"
            ) from error
    if len(text) > bounds.QUERY:
        raise InvalidQuery(f"the query has more than {bounds.QUERY:,} characters", "ask for less in one query")
    return text


def _print_truth(data: bytes, form: str, *, is_true: bool) -> None:
    """Print the answer to an ASK. The W3C has a form for it in JSON only; in CSV we print what others print."""
    if form == RESULT_FORMATS[0]:
        print_bytes(data.rstrip(b"\n") + b"\n", form)
    elif form in RESULT_FORMATS:
        print_bytes(b"true\r\n" if is_true else b"false\r\n", form)
    else:
        print_table(simple_table(("answer",), [("yes" if is_true else "no",)]), form)


def _cell(binding: dict[str, Any] | None) -> Cell:
    if binding is None:
        return ()
    value = binding["value"]
    if not isinstance(value, str):
        value = json.dumps(value, sort_keys=True)
    return (Value(value, to_curie(value) if binding["type"] == "uri" else value),)
