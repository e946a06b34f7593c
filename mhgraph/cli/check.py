"""`mhgraph validate`, `mhgraph coverage` and `mhgraph verify`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mhgraph.cli.context import Settings, format_option, note, print_table
from mhgraph.graph import ALL_LEDGERS
from mhgraph.tables.table import simple_table
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


@click.command(name="coverage")
@format_option
@click.pass_obj
def coverage_command(settings: Settings, form: str) -> None:
    """Report, source by source, which paragraphs have statements, which hold none, and which are unread.

    Exit code 1 if a paragraph is unread.
    """
    from mhgraph.graph.coverage import coverage

    found = coverage(settings.corpus(ALL_LEDGERS))
    rows = [
        (
            each.key,
            each.captured,
            each.passages,
            each.with_statements,
            each.with_none,
            len(each.unread),
            each.statements,
            each.remark,
        )
        for each in found
    ]
    columns = ("source", "captured", "paragraphs", "with statements", "with none", "unread", "statements", "remark")
    print_table(simple_table(columns, list(rows)), form)
    sys.exit(1 if any(each.unread for each in found) else 0)


@click.command(name="verify")
@click.argument("folder", type=click.Path(path_type=Path))
@format_option
@click.pass_obj
def verify_command(settings: Settings, folder: Path, form: str) -> None:
    """Compare the digests of the graph with the texts (*.txt) in FOLDER; exit code 1 on a mismatch."""
    from mhgraph.checks.verification import verify

    found = verify(settings.corpus(ALL_LEDGERS), folder)
    rows: list[tuple[object, ...]] = [
        (
            each.key,
            each.text.name if each.text else "not at hand",
            each.matching,
            "; ".join(each.problems) or _verdict(each.text),
        )
        for each in found.sources
    ]
    rows += [("no source", path.name, 0, "this text belongs to no source") for path in found.strangers]
    print_table(simple_table(("source", "text", "matching", "result"), rows), form)
    sys.exit(0 if found.is_clean else 1)


def _verdict(text: Path | None) -> str:
    return "every digest matches" if text else "not checked"
