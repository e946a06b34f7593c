"""Take the pictures of the page for README: `python -m tools.page.pictures`.

They show the page of the documents that the repository ships, at a fixed size, so that they are made anew in one step
whenever page or data change.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Final

from mhgraph.explorer.page import write_page
from mhgraph.graph import load_graph
from mhgraph.project.folders import find_project
from tools.browser import ARGUMENTS, find_browser

PICTURES: Final = {"page-start.png": "", "page-answer.png": "answer=events-of-actor&of=actor:who"}
"""The pictures, and the view that each shows."""


def take_pictures(folder: Path) -> list[Path]:
    """Return the pictures, written into a folder."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        file = Path(temporary) / "page.html"
        file.write_bytes(write_page(load_graph(find_project())))
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(ARGUMENTS))
        for name, address in PICTURES.items():
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.goto(f"{file.as_uri()}#{address}")
            page.wait_for_selector("html[data-ready]")
            page.screenshot(path=folder / name)
            page.close()
        browser.close()
    return [folder / name for name in PICTURES]


def main() -> None:
    """Write the pictures into `docs/`."""
    if find_browser() is None:
        sys.exit("no Chromium is installed; name one with MHGRAPH_BROWSER")
    for path in take_pictures(find_project().root / "docs"):
        print(path)


if __name__ == "__main__":
    main()
