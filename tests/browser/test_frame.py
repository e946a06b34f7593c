"""The page in the frame that a notebook shows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mhgraph.api import Graph
from mhgraph.api.page import Page
from mhgraph.graph import BaseGraph

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_it_opens_at_its_focus_and_works(browser: Browser, small: BaseGraph, tmp_path: Path) -> None:
    """The page is larger than any document of five sources, to see that the frame takes it."""
    page = Graph(small).explore(focus="vhc-1")
    large = Page(page.data + b"<!--" + b"x" * 6_000_000 + b"-->", page.start)
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<!doctype html><title>notebook</title>{large._repr_html_()}", encoding="utf-8")
    opened = browser.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto(notebook.as_uri())
    frame = opened.frame_locator("iframe")
    heading = frame.locator("#view h2")
    heading.wait_for()
    focus = heading.inner_text()
    assert small.label("https://w3id.org/mhgraph/provision/vhc-1") == focus
    frame.locator("#search").fill("Riverside Health Board")
    frame.locator("#found li").first.click()
    opened.wait_for_timeout(300)
    assert heading.inner_text() == "Riverside Health Board"
    assert errors == []
    opened.close()
