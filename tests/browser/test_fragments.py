"""Text fragments in a real browser, on pages made for it: it marks the paragraph that is meant, and nothing else."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from matplotlib.image import imread

from mhgraph.text.fragments import join_address, make_fragment

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

HEAD = """<!doctype html><meta charset="utf-8"><style>
body * { margin: 0 0 40px } b, i, sup, a { margin: 0 }
::target-text { background: rgb(255, 0, 255); color: rgb(255, 0, 255) }
</style>"""

PAGES: Mapping[str, tuple[str, list[str]]] = {
    "paragraphs": (
        "<p>{0}</p><p>{1}</p><p>{2}</p>",
        [
            "Migrants have a right to health care, wherever they live.",
            "Migrants have a right to health care, wherever they work.",
            "Water is the first medicine.",
        ],
    ),
    "label and value": (
        "<dl><div id=x0><dt>Date</dt><dd>5 May 2031</dd></div><div id=x1><dt>Place:</dt><dd>The mill</dd></div>"
        "<div id=x2><dt>Date of the record</dt><dd>5 May 2031</dd></div></dl>",
        ["Date 5 May 2031", "Place: The mill", "Date of the record 5 May 2031"],
    ),
    "rows of a table": (
        "<table><tr id=x0><th>Village</th><th>Year</th><th>State</th></tr>"
        "<tr id=x1><td>Hillside</td><td>2029</td><td>joined</td></tr>"
        "<tr id=x2><td>Hillside</td><td>2031</td><td>joined</td></tr>"
        "<tr id=x3><td>Lakeside</td><td>2031</td><td>joined</td></tr></table>",
        ["Village Year State", "Hillside 2029 joined", "Hillside 2031 joined", "Lakeside 2031 joined"],
    ),
    "alike paragraphs": (
        "<h2>{0}</h2><p>{1}</p><h2>{2}</h2><p>{3}</p><h2>{4}</h2><p>{5}</p>",
        ["Wells", "Read more", "Boats", "Read more", "Roads", "Read more"],
    ),
    "marks that the browser makes": (
        "<ul><li id=x0>to test every well;</li><li id=x1>to keep a boat.</li></ul>"
        "<ol><li id=x2>Wells are tested.</li><li id=x3>Boats are kept.</li></ol>",
        ["• to test every well;", "• to keep a boat.", "1. Wells are tested.", "2. Boats are kept."],
    ),
    "blocks that a copy glued together": (
        "<div id=x0><p>Our Work</p><p>As the Network grows, so do its tasks.</p></div><div id=x1><p>Home</p>"
        "<p>About us and what we do.</p></div>",
        ["Our WorkAs the Network grows, so do its tasks.", "HomeAbout us and what we do."],
    ),
    "a break within a paragraph": (
        "<p id=x0>Riverside Health Board<br>14 Mill Lane<br>Riverside</p><p id=x1>Riverside Health Board</p>",
        ["Riverside Health Board 14 Mill Lane Riverside", "Riverside Health Board"],
    ),
    "marked words, quotes, accents, dashes": (
        "<p id=x0>The <b>Board</b>, said <i>Mara</i>, urges <a href=x>the villages</a>.</p>"
        "<p id=x1>La sante des gens d'ici.</p><p id=x2>La santé des gens d’ici, et plus.</p>"
        "<p id=x3>“Wells” – and boats – are ‘theirs’</p><p id=x4>A well-kept well, 100 % clean &amp; deep.</p>",
        [
            "The Board, said Mara, urges the villages.",
            "La sante des gens d'ici.",
            "La santé des gens d’ici, et plus.",
            "“Wells” – and boats – are ‘theirs’",
            "A well-kept well, 100 % clean & deep.",
        ],
    ),
    "other scripts": (
        "<p>{0}</p><p>{1}</p><p dir=rtl>{2}</p><p lang=zh>{3}</p><p lang=th>{4}</p><p lang=ja>{5}</p><p>{6}</p>",
        [
            "Здоровье мигрантов важно для всех стран.",
            "Здоровье мигрантов важно для всех.",
            "التزام الدول بتوفير الخدمات الصحية للمهاجرين",
            "移徙者有权获得基本服务，不论其身份如何。各国应当提供保健。",
            "ผู้ย้ายถิ่นมีสิทธิ ได้รับบริการสุขภาพ",
            "移住者は、医療を受ける権利がある。",
            "प्रवासियों का स्वास्थ्य महत्वपूर्ण है",
        ],
    ),
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 700, "height": 500}, offline=True)
    yield context.new_page()
    context.close()


def render(body: str, lines: list[str]) -> str:
    """Return a page; a paragraph that is a block has its number as id."""
    for number, line in enumerate(lines):
        before, _, after = body.partition(f">{{{number}}}<")
        body = f"{before} id=x{number}>{line}<{after}" if after else before
    return f"{HEAD}<body>{body}</body>"


def find_marked(page: Page, count: int) -> list[int]:
    """Return the numbers of the elements in which the browser has marked something."""
    image = imread(io.BytesIO(page.screenshot(full_page=True)))
    marked = (image[..., 0] > 0.95) & (image[..., 1] < 0.05) & (image[..., 2] > 0.95)
    found = []
    for number in range(count):
        box = page.locator(f"#x{number}").bounding_box()
        assert box is not None
        top, left = int(box["y"] + page.evaluate("scrollY")), int(box["x"])
        if marked[top : top + int(box["height"]), left : left + int(box["width"])].any():
            found.append(number)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_a_browser_marks_the_paragraph_that_is_meant(name: str, page: Page, tmp_path: Path) -> None:
    body, lines = PAGES[name]
    file = tmp_path / "page.html"
    file.write_text(render(body, lines), encoding="utf-8")
    for number in range(len(lines)):
        fragment = make_fragment(lines, number + 1)
        assert fragment is not None, lines[number]
        page.goto("about:blank")
        page.goto(join_address(file.as_uri(), fragment))
        assert find_marked(page, len(lines)) == [number], f"{fragment} for {lines[number]!r}"


def test_a_passage_of_several_lines_is_marked_as_a_whole(page: Page, tmp_path: Path) -> None:
    lines = ["Hillside", "2029", "joined", "Lakeside", "2031", "joined"]
    cells = "".join(f"<td id=x{number}>{line}</td>" for number, line in enumerate(lines))
    file = tmp_path / "page.html"
    file.write_text(f"{HEAD}<table><tr>{cells.replace('<td id=x3', '</tr><tr><td id=x3')}</tr></table>", "utf-8")
    page.goto(join_address(file.as_uri(), make_fragment(lines, 4, 6) or ""))
    assert find_marked(page, 6) == [3, 4, 5]


def test_an_address_keeps_its_route(page: Page, tmp_path: Path) -> None:
    """A page that shows what its route says does so, and the browser still marks the paragraph."""
    file = tmp_path / "page.html"
    script = "document.body.firstChild.id = 'x0'; document.body.dataset.route = location.hash"
    file.write_text(f"{HEAD}<body><p>Water is the first medicine.</p><script>{script}</script></body>", "utf-8")
    fragment = make_fragment(["Water is the first medicine."], 1)
    page.goto(join_address(f"{file.as_uri()}#/news/1", fragment or ""))
    assert page.locator("body").get_attribute("data-route") == "#/news/1"
    assert find_marked(page, 1) == [0]


def test_the_check_can_fail(page: Page, tmp_path: Path) -> None:
    """A term that spans two blocks, as the first edition wrote it, marks nothing."""
    body, lines = PAGES["label and value"]
    file = tmp_path / "page.html"
    file.write_text(render(body, lines), encoding="utf-8")
    page.goto(f"{file.as_uri()}#:~:text=Date%205%20May%202031")
    assert find_marked(page, len(lines)) == []
