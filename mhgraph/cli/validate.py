"""`mhgraph validate`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mhgraph.checks import ENGINES, Finding, find_engine, validate_graph, validate_project
from mhgraph.checks.reports import FORMATS, as_table, conforms, render, verdict
from mhgraph.cli.context import Settings
from mhgraph.cli.output import note, print_table
from mhgraph.project.folders import Project


@click.command(name="validate")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to print the report."
)
@click.option(
    "--engine",
    "engine_name",
    type=click.Choice(ENGINES),
    help="What runs the shapes: turbo, the fast engine (the default where it is installed), or pyshacl, the reference.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.option(
    "--graph",
    type=click.Path(path_type=Path),
    help="Check the shapes on this graph, such as a dump, in place of the project's data.",
)
@click.pass_obj
def validate_command(
    settings: Settings, files: tuple[Path, ...], form: str, engine_name: str | None, strict: bool, graph: Path | None
) -> None:
    """Check the data against the shapes and the rules of the house; with FILES, report on these only.

    Exit code 0: it conforms; 1: there are violations. Warnings fail with --strict only.
    """
    findings = _validate(settings.files(), files, graph, engine_name)
    if form == "table":
        print_table(as_table(findings), form)
    else:
        sys.stdout.write(render(findings, form, strict=strict))
    if form != "text":
        note(verdict(findings, strict=strict))
    sys.exit(0 if conforms(findings, strict=strict) else 1)


def _validate(project: Project, files: tuple[Path, ...], graph: Path | None, engine_name: str | None) -> list[Finding]:
    """Return what is found, and say so if the fast engine is not at hand.

    Raises:
        UsageError: files and a graph are given.
    """
    if graph is not None and files:
        raise click.UsageError("--graph takes the place of FILES; give one of the two")
    engine = find_engine(engine_name)
    if engine_name is None and engine is not find_engine(ENGINES[0]):
        note("the fast engine is not installed; pyshacl runs the shapes, with the same findings but slowly")
    if graph is not None:
        return validate_graph(project, graph, engine=engine)
    return validate_project(project, files, engine=engine)
