"""`mhgraph validate`, `mhgraph coverage` and `mhgraph verify`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mhgraph.cli.context import Settings, format_option, note, print_table
from mhgraph.corpus import ALL_LEDGERS
from mhgraph.namespaces import to_curie
from mhgraph.questions.formats import Value, simple_table
from mhgraph.report import Finding, Severity


@click.command(name="validate")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@format_option
@click.pass_obj
def validate_command(settings: Settings, files: tuple[Path, ...], form: str) -> None:
    """Check the data against the shapes and the rules of the house; with FILES, report on these only.

    Exit code 0: it conforms; 1: there are violations. Warnings do not fail.
    """
    from mhgraph.validation import validate_project

    findings = validate_project(settings.project(), files)
    rows = [
        (each.severity.value, _place(each), Value(each.focus, to_curie(each.focus)), each.message, to_curie(each.check))
        for each in findings
    ]
    if rows:
        print_table(simple_table(("severity", "place", "about", "message", "check"), list(rows)), form)
    violations = sum(1 for each in findings if each.severity is Severity.VIOLATION)
    note(
        f"{'does not conform' if violations else 'conforms'}: {violations} violations, {len(findings) - violations} warnings"
    )
    sys.exit(1 if violations else 0)


@click.command(name="coverage")
@format_option
@click.pass_obj
def coverage_command(settings: Settings, form: str) -> None:
    """Report, source by source, which paragraphs have statements, which hold none, and which are unread.

    Exit code 1 if a paragraph is unread.
    """
    from mhgraph.evidence.coverage import coverage

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
    from mhgraph.evidence.verification import verify

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


def _place(finding: Finding) -> str:
    line = f":{finding.line}" if finding.line else ""
    return f"{finding.file}{line}" if finding.file else ""
