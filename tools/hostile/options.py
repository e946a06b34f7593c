"""Calls of the command line that nobody planned: any command, any of its options, values that fit and that do not.

Commands, options and types are read from the command line itself, so that new ones are tried without being named here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import click

from mhgraph.cli import cli
from mhgraph.cli.context import Settings

NAMES = (
    *("village-compact-launch", "vhc-1", "riverside-health-board", "valley-review", "riverside-launch-notice#p03"),
    *("mh:Event", "skos:Concept", "event-webinar", "host", "2018", "2018-02", "2016-2020"),
    *("en", "ar", "own-key", "A title", "https://example.org/a", "health", "Village Health Compact", "7"),
)
"""Texts that mean something somewhere."""
LEDGERS = ("stated", "stated,judged", "indexed", "stated,indexed,judged,inferred", "judged,judged", "stated,guessed")
STRANGE = (
    *(
        "",
        " ",
        "-",
        "--",
        "-x",
        "--nothing",
        "%s%n",
        "{}",
        "a" * 3_000,
        "é" * 200,
        "'; DROP",
        "$(true)",
        "*",
        "\\",
        "#",
    ),
    *("a\nb", "a\tb", "\x1b[31mred", "\x9b2J", "\u202eabc", "\U000e0041", "\u200b", "\udcff\udcfe", "null", "None"),
    *("<a:b>", "x:y:z", "http://[", "https://user@[::1]/#:~:text=a", "mh:Nothing", "=1+1", "-1", "10-01", "9999-"),
)
NUMBERS = (
    "1",
    "2",
    "20",
    "0",
    "-1",
    "nan",
    "inf",
    "-inf",
    "1e308",
    "1e-320",
    "9" * 30,
    "9" * 5_000,
    "0x10",
    "1_0",
    "٣",
    "½",
)
PATHS = (
    *("{project}/data/sources/valley-review.trig", "{project}/data/entities/actor/actor.ttl", "{project}/data"),
    *(
        "{project}/texts",
        "{project}/texts/valley-review.txt",
        "{project}/queries/asking/positions.rq",
        "{project}",
        "{work}",
    ),
    *("{work}/out.html", "{work}/new/deep/out.gexf", "{work}/out.csv", "{work}/out.PARQUET", "{work}/out.svg", "out"),
    *("{work}/é", "{work}/\x1b[31m", "{work}/" + "a" * 300, "{work}/a\nb.ttl", "{work}/\udcff.ttl", "/proc/nowhere/x"),
    *("{work}/binary.ttl", "{work}/binary.ttl/below", "{work}/empty.txt", "-", "{work}/nowhere.txt", "~", "."),
)
QUERIES = (
    b"SELECT * {}",
    b"ASK { ?s ?p ?o }",
    b"SELECT * { ?s a mh:Event } LIMIT 5",
    b"PREFIX mh: <https://w3id.org/mhgraph/ontology#> SELECT ?x { ?x a mh:Event }",
    b"CONSTRUCT WHERE { ?s ?p ?o }",
    b'SELECT ("\\u001b[31m" AS ?red) {}',
    b"",
    b"\xff\xfe\x00",
    b"SELECT",
)
"""What is typed into standard input."""

Command = tuple[tuple[str, ...], click.Command]
"""The words that name a command, and the command."""


ENDLESS = {"--watch"}
"""Options with which a command runs until somebody stops it."""


def list_commands(root: Path) -> list[Command]:
    """Return every command of the command line, groups too, with the questions of the project at `root`."""
    return list(_walk(cli, click.Context(cli, obj=Settings(root, debug=False)), ()))


def make_call(random: Random, commands: Sequence[Command]) -> tuple[tuple[str, ...], bytes]:
    """Return the arguments of a call, in which `{project}` and `{work}` stand for two folders, and standard input."""
    names, command = random.choice(commands)
    arguments = list(names)
    for param in command.params:
        if param.opts[0] in ENDLESS:
            continue
        needed = param.required and random.random() < 0.95
        for _ in range(random.choice((1, 1, 2)) if param.multiple or param.nargs == -1 else 1):
            if needed or random.random() < 0.3:
                arguments += _write(random, param)
    if random.random() < 0.05:
        arguments.insert(random.randrange(len(arguments) + 1), random.choice((*STRANGE, "--help", "-h", "--version")))
    root = random.choice(("{project}",) * 80 + ("{work}", "", "{work}/nowhere", "a" * 5_000))
    return ("--root", root, *arguments), random.choice(QUERIES)


def _walk(command: click.Command, context: click.Context, names: tuple[str, ...]) -> Iterator[Command]:
    yield names, command
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _walk(below, click.Context(below, info_name=name, parent=context), (*names, name))


def _write(random: Random, param: click.Parameter) -> list[str]:
    """Return the words with which a parameter is given a value."""
    value = _choose(random, param)
    if isinstance(param, click.Argument):
        return [value]
    name = random.choice(param.opts)
    if isinstance(param, click.Option) and param.is_flag:
        return [name]
    return [f"{name}={value}"] if random.random() < 0.2 and name.startswith("--") else [name, value]


def _choose(random: Random, param: click.Parameter) -> str:
    kind = param.type
    if random.random() < 0.08:
        return random.choice((*STRANGE, *NUMBERS, *PATHS))
    if isinstance(kind, click.Choice):
        return str(random.choice((*kind.choices, *kind.choices, *kind.choices, "nothing")))
    if isinstance(kind, click.types.IntParamType | click.types.FloatParamType):
        return random.choice(NUMBERS)
    if isinstance(kind, click.Path | click.File) or param.name in ("out", "text"):
        return random.choice(PATHS)
    if kind.name == "ledgers":
        return random.choice(LEDGERS)
    return random.choice(NAMES if random.random() < 0.8 else (*STRANGE, *PATHS))
