"""Tables in HTML: text stays text, and only addresses on the web are links."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given

from mhgraph.tables import Table, Value, shown_rows, simple_table
from mhgraph.tables.html import render_html
from tests.tables.cases import CELLS, table_of


class Reader(HTMLParser):
    """What a browser makes of HTML: its tags and attributes, links and frames, and the text of cells."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.frames: list[str] = []
        self.cells: list[str] = []
        self._is_inside = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        if tag == "td":
            self.cells.append("")
            self._is_inside = True
        if tag == "a":
            self.links.append(dict(attrs)["href"] or "")
        if tag == "iframe":
            self.frames.append(dict(attrs)["srcdoc"] or "")

    def handle_endtag(self, tag: str) -> None:
        self._is_inside = self._is_inside and tag != "td"

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self.cells[-1] += data


@given(CELLS)
def test_text_stays_text(cells: list[list[str]]) -> None:
    table = table_of(cells)
    read = Reader(render_html(table, caption="<script>", summary="</table>"))
    assert read.tags <= {"table", "caption", "thead", "tbody", "tr", "th", "td", "br", "a", "span", "p"}
    assert read.attributes <= {"style", "href", "title", "target", "rel"}
    assert read.cells == [text for row in shown_rows(table) for text in row]


def test_only_addresses_on_the_web_are_links() -> None:
    values = (
        Value('https://who.int/a?b=1&c="2"#:~:text=x', "<WHO>"),
        Value("javascript:alert(1)", "https://who.int"),
        Value("data:text/html,x", "x"),
    )
    read = Reader(render_html(Table(("link",), ("link",), [(values,)])))
    assert read.links == ['https://who.int/a?b=1&c="2"#:~:text=x']
    assert read.cells == ["<WHO>https://who.intx"]


def test_long_tables_are_cut() -> None:
    table = simple_table(("number",), [(number,) for number in range(5)])
    assert Reader(render_html(table, most_rows=3)).cells == ["0", "1", "2"]
