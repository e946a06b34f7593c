"""A browser, and pages opened in it from disk with the network cut; every request and violation is kept."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mhgraph.explorer.page import write_page
from mhgraph.graph import BaseGraph
from tools.browser import ARGUMENTS, find_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


@dataclass
class Opened:
    """A page that was opened: the browser's page, and what it asked for or complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def dismiss(self, dialog: Dialog) -> None:
        """Keep what a dialog says, and close it."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    @property
    def address(self) -> str:
        """The part of the address after #."""
        found: str = self.page.evaluate("location.hash")
        return found.removeprefix("#")

    @property
    def heading(self) -> str:
        """The heading of the view."""
        return self.page.locator("#view h2").inner_text()

    @property
    def said(self) -> str:
        """What a screen reader was told last."""
        self.page.wait_for_timeout(250)
        return self.page.locator("#live").inner_text()

    @property
    def violations(self) -> list[str]:
        """The violations of the content security policy so far."""
        found: list[str] = self.page.evaluate("window.violations")
        return found

    def pick(self, words: str) -> None:
        """Choose the first suggestion for some words."""
        self.page.locator("#search").fill(words)
        self.page.locator("#found li").first.click()

    def rows(self, list_name: str = "") -> list[str]:
        """Return the names of the things in the rows of an answer, in order."""
        if self.page.locator("button.all").count():
            self.page.locator("button.all").click()
        return [text.strip() for text in self.page.locator(f"#view .row h4 {list_name}").all_inner_texts()]

    def go(self, address: str) -> None:
        """Go to another view, as a link does."""
        self.page.evaluate("(address) => { location.hash = address }", address)
        self.page.wait_for_timeout(50)


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Without one, or without playwright, tests fail in CI and are skipped elsewhere."""
    path = find_browser()
    if path is None or find_spec("playwright") is None:
        reason = "no Chromium and playwright are installed; name a browser with MHGRAPH_BROWSER"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Open a file, with the part of the address after #, and options of the browser context."""
    contexts = []

    def opening(file: Path, address: str = "", **options: Any) -> Opened:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 820}, "offline": True, **options})
        context.set_default_timeout(20_000)
        contexts.append(context)
        context.add_init_script(WATCH)
        opened = Opened(context.new_page())
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("pageerror", lambda error: opened.errors.append(str(error)))
        opened.page.on("dialog", opened.dismiss)
        opened.page.goto(file.as_uri() + (f"#{address}" if address else ""))
        opened.page.wait_for_selector("html[data-ready]")
        return opened

    yield opening
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def file(shipped_graph: BaseGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the shipped graph, on disk."""
    path = tmp_path_factory.mktemp("page") / "network.html"
    path.write_bytes(write_page(shipped_graph))
    return path


@pytest.fixture
def shown(open_page: Open, file: Path) -> Opened:
    """The page of the shipped graph, open."""
    return open_page(file)


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, from the package that ships it."""
    return (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
