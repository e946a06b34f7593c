"""Everything by keyboard alone, with the focus in sight."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Open, Opened

pytestmark = pytest.mark.browser


def active(opened: Opened) -> str:
    found: str = opened.page.evaluate(
        "document.activeElement.id || document.activeElement.className || document.activeElement.tagName"
    )
    return found


def test_a_reader_without_a_mouse_finds_filters_focuses_and_walks(shown: Opened) -> None:
    keyboard = shown.page.keyboard
    keyboard.press("Tab")
    assert active(shown) == "skip"
    keyboard.press("Tab")
    assert active(shown) == "search"
    keyboard.type("who")
    keyboard.press("ArrowDown")
    chosen = shown.page.locator("#search").get_attribute("aria-activedescendant")
    assert chosen == "found-0"
    keyboard.press("Enter")
    assert shown.heading == "World Health Organization"
    assert active(shown) == "H2"
    while active(shown) != "path-to":
        keyboard.press("Tab")
        if shown.page.evaluate("document.activeElement.dataset.steps") == "1":
            keyboard.press("Enter")
            assert shown.address == "entity=actor:who&focus=actor:who~1"
            assert active(shown) == "steps-1"
    keyboard.type("gcm-15")
    keyboard.press("Enter")
    assert shown.address.startswith("focus=actor:who~1&path=actor:who~provision:gcm-15")
    assert active(shown) == "H2"


def test_every_control_is_reached_and_its_focus_is_seen(open_page: Open, file: Path) -> None:
    shown = open_page(file, "entity=actor:who")
    seen = set()
    for _ in range(400):
        shown.page.keyboard.press("Tab")
        outline = shown.page.evaluate(
            "(() => { const e = document.activeElement; const s = getComputedStyle(e);"
            " return [e === document.body, s.outlineStyle, parseFloat(s.outlineWidth)]; })()"
        )
        if outline[0]:
            break
        assert outline[1] != "none", active(shown)
        assert outline[2] >= 2, active(shown)
        seen.add(shown.page.evaluate("document.activeElement.id"))
    wanted = {"search", "view-graph", "view-table", "language", "theme", "drawing", "zoom-in", "zoom-fit", "reset"}
    wanted |= {"class-Event", "ledger-judged", "slide-from", "slide-to", "year-from", "year-to", "undated", "kind"}
    wanted |= {"relations-fold", "path-to"}
    assert wanted <= seen


def test_arrows_walk_through_the_drawing(shown: Opened) -> None:
    shown.page.locator("#drawing").focus()
    shown.page.keyboard.press("ArrowRight")
    first = shown.said
    assert "relations" in first
    shown.page.keyboard.press("ArrowRight")
    shown.page.keyboard.press("ArrowDown")
    assert shown.said != first
    name = shown.said.split(",")[0]
    shown.page.keyboard.press("Enter")
    assert shown.heading.startswith(name)
    assert active(shown) == "H2"


def test_zooms_and_clears_by_key(open_page: Open, file: Path) -> None:
    opened = open_page(file, "entity=actor:who")
    drawing = opened.page.locator("#drawing")
    drawing.focus()
    before = drawing.get_attribute("data-boxes")
    opened.page.keyboard.press("+")
    opened.page.wait_for_timeout(200)
    assert drawing.get_attribute("data-boxes") != before
    opened.page.keyboard.press("Escape")
    assert opened.address == ""
    assert opened.heading == "Where to begin"


def test_filters_keep_the_focus(shown: Opened) -> None:
    shown.page.locator("#class-Event").focus()
    shown.page.keyboard.press("Space")
    assert active(shown) == "class-Event"
    assert not shown.page.locator("#class-Event").is_checked()


def test_the_table_sorts_by_key_and_keeps_the_focus(shown: Opened) -> None:
    shown.table("statements")
    shown.page.locator("#sort-ledger").focus()
    shown.page.keyboard.press("Enter")
    assert active(shown) == "sort-ledger"
    assert shown.page.locator("th[aria-sort='ascending']").count() == 1


def test_closing_the_panel_keeps_the_reader_in_it(shown: Opened) -> None:
    shown.pick("WHO")
    shown.page.locator("#panel button", has_text="Close").press("Enter")
    assert active(shown) == "panel"
    assert shown.address == ""
