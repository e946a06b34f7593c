"""No violation of WCAG 2.2, A or AA, that axe-core can find; colours that stay apart; narrow screens."""

from __future__ import annotations

import math
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Open, Opened

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
VIEWS = {
    "start": "",
    "answer": "answer=events-addressing&of=provision:gcm-15",
    "card": "thing=actor:who",
    "provision": "thing=provision:gcm-15e",
    "path": "path=event:global-consultation-2~provision:gcm-15",
    "story": "story=2",
    "overview": "map",
    "search": "search=health",
    "french": "answer=asked-of&of=concept:constituency-states&lang=fr&stated=1",
}
FAMILIES = ("agent", "text", "gathering", "course", "utterance", "other")
# Machado, Oliveira and Fernandes (2009), severity 1
BLINDNESS = {
    "none": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", list(VIEWS))
def test_axe_finds_no_violation(open_page: Open, file: Path, axe: str, view: str, theme: str) -> None:
    opened = open_page(file, VIEWS[view], color_scheme=theme, bypass_csp=True)
    assert violations(opened, axe) == []


def test_axe_finds_no_violation_on_a_phone_with_suggestions_or_a_report_open(
    open_page: Open, file: Path, axe: str
) -> None:
    opened = open_page(file, "thing=actor:who", viewport={"width": 320, "height": 640}, bypass_csp=True)
    opened.page.locator("#search").fill("health")
    opened.page.locator("#found li").first.wait_for()
    assert violations(opened, axe) == []
    opened.page.locator("#search").fill("")
    opened.page.locator(".actions button").nth(1).click()
    assert opened.page.locator("dialog").is_visible()
    assert violations(opened, axe) == []


def test_axe_would_find_one(open_page: Open, file: Path, axe: str) -> None:
    opened = open_page(file, bypass_csp=True)
    opened.page.evaluate("document.querySelector('#search').removeAttribute('role')")
    opened.page.evaluate("document.querySelector('label[for=search]').remove()")
    opened.page.evaluate("document.querySelector('#search').removeAttribute('placeholder')")
    assert violations(opened, axe) != []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_stand_out_and_stay_apart(open_page: Open, file: Path, theme: str) -> None:
    opened = open_page(file, color_scheme=theme)
    colours = {name: colour(opened, name) for name in (*FAMILIES, "paper", "card", "ink", "quiet", "accent", "edge")}
    for ground in ("paper", "card"):
        for name in FAMILIES:
            assert contrast(colours[name], colours[ground]) >= 3, (name, ground)
        for name in ("ink", "quiet", "accent"):
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
    assert contrast(colours["edge"], colours["paper"]) >= 3
    for name in BLINDNESS:
        for one, other in combinations(FAMILIES, 2):
            assert math.dist(seen(colours[one], name), seen(colours[other], name)) >= 15, (name, one, other)


def test_the_switch_overrides_the_device(open_page: Open, file: Path) -> None:
    opened = open_page(file, color_scheme="dark")
    dark = colour(opened, "paper")
    opened.page.locator("#theme").select_option("light")
    assert colour(opened, "paper") > dark
    assert opened.address == "theme=light"
    opened.page.locator("#theme").select_option("auto")
    assert colour(opened, "paper") == dark


@pytest.mark.parametrize("view", list(VIEWS))
def test_fits_a_narrow_screen(open_page: Open, file: Path, view: str) -> None:
    opened = open_page(file, VIEWS[view], viewport={"width": 320, "height": 640})
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_pick_is_seen_at_once_on_a_phone(open_page: Open, file: Path) -> None:
    opened = open_page(file, viewport={"width": 390, "height": 740})
    opened.pick("WHO")
    box = opened.page.locator("#view h2").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 740


def violations(opened: Opened, axe: str) -> list[str]:
    opened.page.wait_for_timeout(100)
    opened.page.evaluate(axe)
    found: dict[str, Any] = opened.page.evaluate(
        "(tags) => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", TAGS
    )
    assert found["testEngine"]["version"].startswith("4.")
    return [f"{each['id']}: {node['html'][:160]}" for each in found["violations"] for node in each["nodes"]]


def colour(opened: Opened, name: str) -> tuple[float, float, float]:
    text: str = opened.page.evaluate(
        "(name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim()", name
    )
    channels = [int(text[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return red, green, blue


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    light, dark = sorted(
        (0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (one, other)), reverse=True
    )
    return (light + 0.05) / (dark + 0.05)


def seen(linear: tuple[float, float, float], blindness: str) -> tuple[float, float, float]:
    """Return the colour in CIELAB as somebody sees it."""
    red, green, blue = (
        min(1.0, max(0.0, sum(weight * each for weight, each in zip(row, linear, strict=True))))
        for row in BLINDNESS[blindness]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)
