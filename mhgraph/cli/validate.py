"""`mhgraph validate`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from mhgraph.checks import ENGINES, EngineMaker, Finding, find_engine, validate_graph, validate_project
from mhgraph.checks.reports import FORMATS, as_table, conforms, render, verdict
from mhgraph.cli.collector import pause_collector
from mhgraph.cli.context import Settings
from mhgraph.cli.output import note, print_table
from mhgraph.cli.progress import show_progress
from mhgraph.cli.watching import watch


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
@click.option(
    "--watch", "watches", is_flag=True, help="Check FILES, or each file that changes, until you press Ctrl-C."
)
@click.pass_obj
def validate_command(
    settings: Settings,
    files: tuple[Path, ...],
    form: str,
    engine_name: str | None,
    strict: bool,
    graph: Path | None,
    watches: bool,
) -> None:
    """Check the data against the shapes and the rules of the house; with FILES, report on these only.

    Exit code 0: it conforms; 1: there are violations. Warnings fail with --strict only. With --watch it is 0.
    """
    if graph is not None:
        _refuse_with_graph(files, watches=watches)
    engine = _find_engine(engine_name)
    project = settings.files()

    def validate(chosen: Sequence[Path]) -> list[Finding]:
        with show_progress("reading") as progress, pause_collector():
            found = validate_project(project, chosen, engine=engine, progress=progress, processes=os.cpu_count() or 1)
        _print(found, form, strict=strict)
        return found

    if watches:
        watch(project, files, validate)
    elif graph is None:
        sys.exit(0 if conforms(validate(files), strict=strict) else 1)
    else:
        found = validate_graph(project, graph, engine=engine)
        _print(found, form, strict=strict)
        sys.exit(0 if conforms(found, strict=strict) else 1)


def _refuse_with_graph(files: Sequence[Path], *, watches: bool) -> None:
    """Refuse what does not go with a graph.

    Raises:
        UsageError: there are files, or something is to be watched.
    """
    if files or watches:
        raise click.UsageError(f"--graph takes the place of {'FILES' if files else '--watch'}; give one of the two")


def _print(findings: Sequence[Finding], form: str, *, strict: bool) -> None:
    if form == "table":
        print_table(as_table(findings), form)
    else:
        sys.stdout.write(render(findings, form, strict=strict))
    sys.stdout.flush()
    if form != "text":
        note(verdict(findings, strict=strict))


def _find_engine(name: str | None) -> EngineMaker:
    """Return an engine, and say so if the fast one is not at hand."""
    engine = find_engine(name)
    if name is None and engine is not find_engine(ENGINES[0]):
        note("the fast engine is not installed; pyshacl runs the shapes, with the same findings but slowly")
    return engine
