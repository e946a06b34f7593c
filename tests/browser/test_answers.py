"""What a reader gets: the answers of the query, the search that finds, the cards that open, nothing from outside."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest

from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.questions import ask
from tests.browser.conftest import Open, Opened

pytestmark = pytest.mark.browser


def names_of(graph: BaseGraph, question: str, **values: str) -> list[str]:
    """Return what the things in the first column of an answer are called, those that documents say first."""
    answer = ask(graph, question, values)
    (first, *_) = answer.question.selected
    rows = sorted(answer.rows, key=lambda row: texts(row["ledger"]) not in (["stated"], ["indexed"]))
    return [", ".join(answer.names[iri] for iri in texts(row[first.name])) for row in rows]


def texts(terms: Iterable[object]) -> list[str]:
    return [str(getattr(term, "value", term)) for term in terms]


def test_the_first_card_names_the_events_that_the_query_names(shown: Opened, shipped_graph: BaseGraph) -> None:
    shown.page.locator(".start:visible .card h3 a").first.click()
    assert "Objective 15" in shown.heading
    assert shown.rows() == names_of(shipped_graph, "events-addressing", provision="gcm-15")


@pytest.mark.parametrize(
    ("question", "parameter", "thing"),
    [
        ("events-of-actor", "actor", "actor:who"),
        ("cited-by", "cited", "instrument:gcm"),
        ("events-addressing", "provision", "provision:gcm-15"),
    ],
)
def test_the_switch_is_the_ledger_option_of_the_command_line(
    open_page: Open, file: Path, shipped_graph: BaseGraph, question: str, parameter: str, thing: str
) -> None:
    opened = open_page(file, f"answer={question}&of={thing}")
    assert opened.rows() == names_of(shipped_graph, question, **{parameter: thing})
    opened.page.locator("#stated").check()
    stated = load_graph(shipped_graph.project, [Ledger.STATED])
    assert opened.rows() == names_of(stated, question, **{parameter: thing})
    assert opened.page.locator("#view .held").count() == 0


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("objective 7", "provision:gcm-7"),
        ("obective 15", "provision:gcm-15"),
        ("15 (e)", "provision:gcm-15e"),
        ("WHO", "actor:who"),
        ("organisation mondiale de la santé", "actor:who"),
        ("irregular", "concept:constituency-migrants-in-irregular-situation"),
    ],
)
def test_search_finds_what_it_should(shown: Opened, words: str, found: str) -> None:
    shown.page.locator("#search").fill(words)
    shown.page.locator("#found li").first.wait_for()
    shown.page.locator("#found li").first.click()
    assert shown.address == f"thing={found}"


def test_a_number_is_no_part_of_another(shown: Opened) -> None:
    shown.page.locator("#search").fill("objective 7")
    shown.page.locator("#found li").first.wait_for()
    assert not any("Objective 17" in text for text in shown.page.locator("#found li").all_inner_texts())


def test_a_path_reads_as_sentences_that_lead_on_to_each_other(open_page: Open, file: Path) -> None:
    opened = open_page(file, "path=event:global-consultation-2~provision:gcm-15")
    sentences = opened.page.locator("#view .chain > li > p:first-child")
    assert sentences.count() >= 2
    ends = [set(sentences.nth(rank).locator("a").all_inner_texts()) for rank in range(sentences.count())]
    assert all(one & other for one, other in pairwise(ends))


def test_every_card_of_every_thing_opens(open_page: Open, file: Path) -> None:
    opened = open_page(file)
    count = opened.page.evaluate(
        """async () => {
          const things = JSON.parse(document.getElementById("data").textContent).nodes;
          let opened = 0;
          for (const { id } of things) {
            location.hash = `thing=${id}`;
            await new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
            if (document.querySelector("#view .names code")?.textContent === id) opened += 1;
          }
          return opened === things.length ? opened : -opened;
        }"""
    )
    assert count > 500
    assert opened.errors == []
    assert opened.violations == []


def test_asks_nothing_of_anybody(open_page: Open, file: Path) -> None:
    for address in ("", "answer=events-of-actor&of=actor:who", "map", "story=1", "search=health"):
        opened = open_page(file, address)
        assert opened.requests == [file.as_uri()]
        assert opened.violations == []
        assert opened.errors == []


def test_the_first_screen_reads_without_scripts(browser: object, file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.locator(".start:visible .lead").count() == 1
    assert page.locator(".start:visible .card").count() == 6
    context.close()


def test_list_map_and_timeline_go_in_step(open_page: Open, file: Path) -> None:
    opened = open_page(file, "answer=events-of-actor&of=actor:who")
    opened.page.locator(".timeline button").first.click()
    assert "row=event:" in opened.address
    picked = opened.page.locator("#view [aria-current=true]")
    assert len(set(picked.evaluate_all("(all) => all.map((one) => one.dataset.thing)"))) == 1
    assert picked.count() >= 2


def test_filters_leave_rows_and_the_table_has_them(open_page: Open, file: Path, tmp_path: Path) -> None:
    opened = open_page(file, "answer=on-people&of=concept:constituency-migrants")
    before = len(opened.rows())
    options = opened.page.locator("#narrow-kind option").evaluate_all("(all) => all.map((one) => one.value)")
    opened.page.locator("#narrow-kind").select_option(options[1])
    after = opened.rows()
    assert 0 < len(after) < before
    with opened.page.expect_download() as download:
        opened.page.locator(".narrow button").last.click()
    download.value.save_as(tmp_path / "rows.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "rows.csv").read_text(encoding="utf-8-sig"))))
    assert [row["thing_label"] for row in rows] == after
    assert all(row["how_known"] and row["reference"] for row in rows)


def test_a_row_is_copied_with_its_source(open_page: Open, file: Path) -> None:
    opened = open_page(file, "answer=events-of-actor&of=actor:who")
    opened.page.locator(".row .actions button").nth(1).click()
    text = opened.page.locator("dialog textarea").input_value()
    title = opened.page.locator(".row h4").first.inner_text()
    publisher = opened.page.locator(".row .passage").first.inner_text().split(",")[0]
    assert title in text
    assert publisher in text
    assert "mhgraph data" in text


def test_speaks_three_languages(open_page: Open, file: Path) -> None:
    opened = open_page(file, "thing=actor:who")
    opened.page.locator("#language").select_option("fr")
    assert opened.heading.startswith("Organisation mondiale de la Santé")
    assert opened.page.evaluate("document.documentElement.lang") == "fr"
    opened.page.locator("#language").select_option("es")
    assert opened.heading.startswith("Organización Mundial de la Salud")
    assert opened.address == "thing=actor:who&lang=es"


def test_back_and_forward_work_and_an_address_opens_its_view(open_page: Open, file: Path) -> None:
    opened = open_page(file)
    opened.pick("WHO")
    opened.page.locator("#view .questions a").first.click()
    heading = opened.heading
    opened.page.go_back()
    assert opened.heading == "World Health Organization"
    opened.page.go_forward()
    assert opened.heading == heading
    assert open_page(file, opened.address).heading == heading


def test_by_keyboard_alone(shown: Opened) -> None:
    keyboard = shown.page.keyboard
    keyboard.press("Tab")
    assert shown.page.evaluate("document.activeElement.className") == "skip"
    keyboard.press("Tab")
    keyboard.press("Tab")
    assert shown.page.evaluate("document.activeElement.id") == "search"
    keyboard.type("who")
    shown.page.locator("#found li").first.wait_for()
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    assert shown.heading == "World Health Organization"
    assert shown.page.evaluate("document.activeElement.tagName") == "H2"
    for _ in range(60):
        keyboard.press("Tab")
        width = shown.page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        if shown.page.evaluate("document.activeElement === document.body"):
            break
        assert width >= 2
