"""`mhgraph validate`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.output import note, print_table
from mhgraph.checks import ENGINES, find_engine, validate_graph, validate_project
from mhgraph.checks.reports import FORMATS, as_table, conforms, render, verdict


@click.command(name="validate")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to print the report."
)
@click.option(
    "--engine", type=click.Choice(ENGINES), default=ENGINES[0], show_default=True, help="What runs the shapes."
)
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.option(
    "--graph",
    type=click.Path(path_type=Path),
    help="Check the shapes on this graph, such as a dump, in place of the project's data.",
)
@click.pass_obj
def validate_command(
    settings: Settings, files: tuple[Path, ...], form: str, engine: str, strict: bool, graph: Path | None
) -> None:
    """Check the data against the shapes and the rules of the house; with FILES, report on these only.

    Exit code 0: it conforms; 1: there are violations. Warnings fail with --strict only.
    """
    if graph is None:
        findings = validate_project(settings.project(), files, engine=find_engine(engine))
    elif files:
        raise click.UsageError("--graph takes the place of FILES; give one of the two")
    else:
        findings = validate_graph(settings.project(), graph, engine=find_engine(engine))
    if form == "table":
        print_table(as_table(findings), form)
    else:
        sys.stdout.write(render(findings, form, strict=strict))
    if form != "text":
        note(verdict(findings, strict=strict))
    sys.exit(0 if conforms(findings, strict=strict) else 1)
