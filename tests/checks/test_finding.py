"""Findings are values, in the order of reports."""

from __future__ import annotations

from pathlib import Path

from mhgraph.checks.finding import Finding, Severity


def test_the_order_of_reports() -> None:
    findings = [
        Finding("c", Severity.INFO, "i"),
        Finding("c", Severity.VIOLATION, "v", file=Path("b"), line=2),
        Finding("c", Severity.WARNING, "w"),
        Finding("c", Severity.VIOLATION, "v", file=Path("a"), line=10),
        Finding("c", Severity.VIOLATION, "v", file=Path("a"), line=9, focus="z"),
        Finding("c", Severity.VIOLATION, "v", file=Path("a"), line=9, focus="y"),
    ]
    ordered = sorted(findings, key=Finding.sort_key)
    assert ordered == [findings[i] for i in (5, 4, 3, 1, 2, 0)]
    assert [severity.rank for severity in Severity] == [0, 1, 2]
