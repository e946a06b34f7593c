"""The page's script keeps to its scope: the window gets what vis-network brings, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Open, Opened

pytestmark = pytest.mark.browser

NAMES = "Object.getOwnPropertyNames(window)"
VIS_NETWORK = {"vis", "regeneratorRuntime", "__core-js_shared__"}


def test_leaves_nothing_on_the_window(shown: Opened, open_page: Open, tmp_path: Path) -> None:
    empty = tmp_path / "empty.html"
    empty.write_text("<!DOCTYPE html><html data-ready='yes'><title>Empty</title></html>", encoding="utf-8")
    before = set(open_page(empty).page.evaluate(NAMES))
    shown.pick("WHO")
    shown.table("statements")
    assert set(shown.page.evaluate(NAMES)) - before == VIS_NETWORK


@pytest.mark.parametrize("name", ["indexes", "LEDGER_LOOKS", "Combobox", "startDrawing"])
def test_its_names_are_unknown_outside(shown: Opened, name: str) -> None:
    assert shown.page.evaluate(f"typeof {name}") == "undefined"
    assert shown.page.evaluate("typeof vis") == "object"
