"""Searching, filtering, walking, sharing: what a reader does with the page."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from mhgraph.analysis.network import Network, entity_network
from mhgraph.analysis.paths import connect
from mhgraph.explorer.page import write_page
from mhgraph.graph import BaseGraph, Ledger
from mhgraph.model import COMPUTED, POSITION, RESTS_ON, SOURCE_OF
from mhgraph.namespaces import to_curie
from tests.browser.conftest import Open, Opened
from tests.builders import build_graph

pytestmark = pytest.mark.browser

ENDS = ("https://w3id.org/mhgraph/event/global-consultation-2", "https://w3id.org/mhgraph/provision/gcm-15")


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("WHO", "World Health Organization"),
        ("oms", "World Health Organization"),
        ("organisation mondiale de la sante", "World Health Organization"),
        ("Organización Mundial", "World Health Organization"),
        ("actor:who", "World Health Organization"),
    ],
)
def test_finds_by_acronym_label_and_identifier_in_any_language(shown: Opened, words: str, label: str) -> None:
    shown.pick(words)
    assert shown.heading == label
    assert shown.address == "entity=actor:who"


def test_says_that_nothing_is_found(shown: Opened) -> None:
    shown.page.locator("#search").fill("zzzzqqq")
    assert shown.page.locator("#found").is_hidden()
    assert "zzzzqqq" in shown.said


def test_the_legend_is_the_filter(shown: Opened, network: Network) -> None:
    shown.page.locator("#class-Position").uncheck()
    kept = {iri for iri, attributes in network.nodes(data=True) if attributes["type"] != POSITION.value}
    assert shown.counts() == (len(kept), network.subgraph(kept).number_of_edges())
    assert shown.address == "hide=Position"
    assert "of" in shown.said
    shown.page.locator("#reset").click()
    assert shown.counts() == (len(network), network.number_of_edges())


def test_filters_relations(shown: Opened, network: Network) -> None:
    shown.page.locator("#relations-fold").click()
    shown.page.locator("#relations-none").click()
    assert shown.counts() == (len(network), 0)
    assert shown.page.locator("#relations-fold").is_visible()


def test_filters_years(shown: Opened, network: Network) -> None:
    shown.page.locator("#undated").uncheck()
    shown.page.locator("#year-from").fill("2018")
    shown.page.locator("#year-from").press("Tab")
    shown.page.locator("#year-to").fill("2018")
    shown.page.locator("#year-to").press("Tab")
    kept = [
        iri
        for iri, data in network.nodes(data=True)
        if data["earliest"] and data["earliest"][:4] <= "2018" <= (data["latest"] or data["earliest"])[:4]
    ]
    assert kept
    assert shown.counts()[0] == len(kept)
    assert "years=2018-2018" in shown.address


def test_the_slider_moves_with_the_keyboard(shown: Opened) -> None:
    slider = shown.page.locator("#slide-from")
    before = int(slider.input_value())
    slider.focus()
    for _ in range(3):
        shown.page.keyboard.press("ArrowRight")
    assert int(shown.page.locator("#slide-from").input_value()) == before + 3
    assert shown.page.evaluate("document.activeElement.id") == "slide-from"


def test_walks_the_path_that_the_command_line_gives(shown: Opened, shipped_graph: BaseGraph, network: Network) -> None:
    shown.pick("global-consultation-2")
    shown.page.locator("#path-to").fill("gcm-15")
    shown.page.locator("#path-found li").first.click()
    best = connect(network, shipped_graph.model, *ENDS, count=1).paths
    data = json.loads(shown.page.locator("#data").text_content() or "")
    names = [(data["nodes"][edge[0]]["labels"]["en"], data["nodes"][edge[1]]["labels"]["en"]) for edge in data["edges"]]
    hops = shown.page.locator(".hops > li")
    walked = [hops.nth(n).locator(".says button").all_inner_texts() for n in range(hops.count())]
    assert len(walked) == len(best[0].steps)
    assert all(tuple(hop) in names for hop in walked)
    assert all(set(one) & set(other) for one, other in pairwise(walked))
    assert hops.locator("a.passage, .ground").count() >= len(walked)
    assert shown.address == "path=event:global-consultation-2~provision:gcm-15"


def test_says_when_there_is_no_path(open_page: Open, file: Path) -> None:
    opened = open_page(file, "path=event:global-consultation-2~provision:gcm-15&ledger=inferred")
    assert opened.page.locator(".steps").count() == 0
    assert "No path" in opened.page.locator("#panel").inner_text()


def test_the_address_holds_the_view_and_back_goes_back(shown: Opened) -> None:
    shown.pick("WHO")
    shown.pick("IOM")
    assert shown.address == "entity=actor:iom"
    shown.page.go_back()
    assert shown.heading == "World Health Organization"
    shown.page.go_back()
    assert shown.heading == "Where to begin"
    shown.page.go_forward()
    assert shown.heading == "World Health Organization"


def test_a_view_that_was_sent_on_opens_as_it_was(shown: Opened, open_page: Open, file: Path) -> None:
    shown.page.locator("#class-Provision").uncheck()
    shown.page.locator("#ledger-judged").uncheck()
    shown.pick("WHO")
    shown.page.locator("#panel [data-steps='2']").click()
    other = open_page(file, shown.address)
    assert other.counts() == shown.counts()
    assert other.heading == shown.heading
    assert other.address == shown.address


@pytest.mark.parametrize(
    "address", ["entity=actor:nobody", "focus=x~2", "path=a~b~c", "years=x-y", "lang=xx", "edge=%00", "sort=__proto__"]
)
def test_an_address_that_means_nothing_shows_everything(
    open_page: Open, file: Path, network: Network, address: str
) -> None:
    opened = open_page(file, address)
    assert opened.counts() == (len(network), network.number_of_edges())
    assert opened.errors == []


def test_the_panel_says_every_statement_with_its_ground(open_page: Open, file: Path, shipped_graph: BaseGraph) -> None:
    opened = open_page(file, "entity=event:gfmd-2017-platform-for-partnerships")
    for button in opened.page.locator("#panel .says-list + button").all():
        button.click()
    items = opened.page.locator("#panel .statement[data-statement]")
    numbers = {items.nth(n).get_attribute("data-statement") for n in range(items.count())}
    node = "<https://w3id.org/mhgraph/event/gfmd-2017-platform-for-partnerships>"
    unsaid = ", ".join(map(str, (*COMPUTED, RESTS_ON, SOURCE_OF)))
    grounded = shipped_graph.select(
        f"SELECT DISTINCT ?s ?p ?o WHERE {{ {{ BIND({node} AS ?s) GRAPH ?g {{ {node} ?p ?o }} }} UNION"
        f" {{ BIND({node} AS ?o) GRAPH ?g {{ ?s ?p {node} }} }} ?g a ?e . FILTER(?p NOT IN ({unsaid})) }}"
    ).rows
    assert len(numbers) == len(grounded)
    for number in range(items.count()):
        assert items.nth(number).locator(".ground .badge").count() >= 1


def test_an_inferred_statement_shows_its_premises(open_page: Open, file: Path, network: Network) -> None:
    inferred = (one for one, _, data in network.edges(data=True) if data["ledger"] == Ledger.INFERRED.value)
    opened = open_page(file, f"entity={to_curie(next(inferred))}")
    since = opened.page.locator("#panel .since")
    assert since.count() > 0
    assert since.first.locator(".ground").count() > 0


def test_without_its_premises_nothing_is_inferred(open_page: Open, file: Path) -> None:
    assert open_page(file, "ledger=inferred").statements() == 0
    assert open_page(file, "ledger=stated,inferred").statements() > open_page(file, "ledger=stated").statements()


def test_a_topic_narrows_the_view(shown: Opened, network: Network) -> None:
    topic = "https://w3id.org/mhgraph/concept/topic-covid-19"
    kept = [n for n, data in network.nodes(data=True) if any(topic in found for found in data["concepts"].values())]
    shown.page.locator("#search").fill("covid-19")
    shown.page.locator("#found li", has_text="concept").first.click()
    assert shown.counts()[0] == len(kept)
    shown.page.locator("#any-concept").click()
    assert shown.counts()[0] == len(network)


def test_a_click_in_the_drawing_opens_the_panel(open_page: Open, file: Path) -> None:
    opened = open_page(file, "focus=provision:gcm-15~1")
    box = opened.page.locator("#drawing").bounding_box()
    assert box is not None
    opened.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    opened.page.wait_for_timeout(100)
    assert "entity=" in opened.address or "edge=" in opened.address


def test_an_edge_has_a_panel(shown: Opened, open_page: Open, file: Path) -> None:
    data = json.loads(shown.page.locator("#data").text_content() or "")
    subject, value, relation = data["edges"][0][:3]
    names = (data["nodes"][subject]["id"], data["relations"][relation]["id"], data["nodes"][value]["id"])
    opened = open_page(file, "edge=" + "+".join(names))
    assert opened.page.locator("#panel .ground").count() >= 1
    assert opened.page.locator("#panel .lead button").count() == 2


def test_sorts_and_filters_the_table(shown: Opened) -> None:
    rows = shown.table("entities")
    shown.page.locator("#sort-name").click()
    names = rows.locator("th").all_inner_texts()
    assert shown.page.locator("th[aria-sort='ascending']").count() == 1
    shown.page.locator("#sort-name").click()
    assert rows.locator("th").all_inner_texts() != names
    shown.page.locator("#rows").fill("World Health")
    assert 0 < int(shown.page.locator("#tables").get_attribute("data-rows") or 0) < len(names)
    assert shown.page.evaluate("document.activeElement.id") == "rows"


@pytest.mark.parametrize(
    ("language", "title", "label"),
    [("fr", "Légende et filtres", "Organisation mondiale"), ("es", "Leyenda y filtros", "Organización Mundial")],
)
def test_speaks_three_languages(shown: Opened, language: str, title: str, label: str) -> None:
    shown.pick("WHO")
    shown.page.locator("#language").select_option(language)
    assert shown.page.locator("html").get_attribute("lang") == language
    assert shown.page.locator(".filters h2").inner_text() == title
    assert shown.heading.startswith(label)
    assert f"lang={language}" in shown.address


def test_labels_do_not_collide_at_the_start(shown: Opened) -> None:
    assert int(shown.page.locator("#drawing").get_attribute("data-labels") or 0) >= 20
    boxes = json.loads(shown.page.locator("#drawing").get_attribute("data-boxes") or "[]")
    assert len(boxes) >= 20
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert one[2] <= other[0] or one[0] >= other[2] or one[3] <= other[1] or one[1] >= other[3]


def test_prints_every_row(open_page: Open, file: Path, network: Network) -> None:
    opened = open_page(file, "view=table")
    opened.page.emulate_media(media="print")
    opened.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert opened.page.locator("#tables tbody tr").count() == len(network)


def test_an_entity_can_be_dragged(open_page: Open, tmp_path: Path) -> None:
    said = ":p1 a mh:Passage ; mh:hasNumber 1 . :p1 { event:only a mh:Event ; rdfs:label 'Only'@en }"
    alone = build_graph(tmp_path / "project", sources={"made": said}, with_ontology=True)
    (tmp_path / "one.html").write_bytes(write_page(alone, entity_network(alone)))
    opened = open_page(tmp_path / "one.html")
    drawing = opened.page.locator("#drawing")
    (before,) = json.loads(drawing.get_attribute("data-boxes") or "[]")
    box = drawing.bounding_box()
    assert box is not None
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    opened.page.mouse.move(*middle)
    opened.page.mouse.down()
    opened.page.mouse.move(middle[0] + 60, middle[1] + 40, steps=6)
    opened.page.mouse.up()
    opened.page.wait_for_timeout(200)
    (after,) = json.loads(drawing.get_attribute("data-boxes") or "[]")
    assert (round(after[0] - before[0], -1), round(after[1] - before[1], -1)) == (60, 40)
    opened.page.locator("#view-table").click()
    opened.page.locator("#view-graph").click()
    assert opened.counts() == (1, 0)
