"""How long it takes until the page of a network answers, in the browser; and how long it takes to build.

The shipped network, and made ones up to what a page may hold. Claimed: under 2 seconds for the shipped one, under 5 for
5,000 entities and 15,000 relations. Interactive is the mark that the page sets itself after the first drawing, when
every control answers; it counts from the start of the navigation.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from mhgraph.graph import Corpus, load_corpus
from mhgraph.explorer.page import MOST_EDGES, MOST_NODES, page
from mhgraph.analysis.network import everything
from mhgraph.project.folders import Project, find_project

SIZES = ((1_000, 3_000), (5_000, 15_000), (MOST_NODES, MOST_EDGES))
RUNS = 5
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")

_KINDS = (
    ("actor", "Organization", "takesPartIn"),
    ("event", "Event", "addresses"),
    ("rec", "Recommendation", "issuedBy"),
    ("instrument", "Instrument", "cites"),
    ("position", "Position", "heldBy"),
)
_GROUP = 50
_PASSAGE = 12
_PREFIXES = """@prefix mh: <https://w3id.org/mhgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix source: <https://w3id.org/mhgraph/source/> .
@prefix : <https://w3id.org/mhgraph/source/made#> .
"""


def made_project(folder: Path, entities: int, relations: int) -> Project:
    """Write a project with so many entities and relations, and return it. Nothing is random.

    Each group of fifty holds four fifths of its relations; the others lead to a few hubs. Every passage says a dozen.
    """
    (folder / "data" / "sources").mkdir(parents=True)
    shutil.copytree(find_project().root / "ontology", folder / "ontology")
    lines = [_PREFIXES, 'source:made a mh:Source ; dcterms:title "Made"@en ; schema:url <https://example.org/made> .']
    statements = [*_entities(entities), *_relations(entities, relations)]
    for number, start in enumerate(range(0, len(statements), _PASSAGE), 1):
        lines.append(f":p{number} a mh:Passage ; dcterms:isPartOf source:made ; mh:number {number} .")
        lines.append(f":p{number} {{ {' '.join(statements[start : start + _PASSAGE])} }}")
    (folder / "data" / "sources" / "made.trig").write_text("\n".join(lines), encoding="utf-8")
    return Project(folder)


def _iri(number: int) -> str:
    return f"<https://w3id.org/mhgraph/{_KINDS[number % len(_KINDS)][0]}/made-{number}>"


def _entities(count: int) -> Iterator[str]:
    for number in range(count):
        _, name, _ = _KINDS[number % len(_KINDS)]
        label = f'"{name} number {number} of those that were made"@en'
        date = f' ; mh:startDate "{1990 + number % 37}"^^xsd:gYear' if name == "Event" else ""
        yield f"{_iri(number)} a mh:{name} ; rdfs:label {label}{date} ."


def _relations(entities: int, relations: int) -> Iterator[str]:
    seen: set[tuple[int, int]] = set()
    for step in range(100 * relations):
        subject, turn = step * 7919 % entities, step // entities
        group = subject // _GROUP * _GROUP
        near, hub = group + (step + turn * turn * 7) % _GROUP, (step * 31 + turn * 13) % 40 * (entities // 40)
        value = near if (step + turn) % 5 else hub
        if value >= entities or value == subject or (subject, value) in seen:
            continue
        seen.add((subject, value))
        yield f"{_iri(subject)} mh:{_KINDS[subject % len(_KINDS)][2]} {_iri(value)} ."
        if len(seen) == relations:
            return
    raise AssertionError("too many relations for so few entities")


def browser_path() -> str | None:
    """Return the path of Chromium: the one of the environment (MHGRAPH_BROWSER), else the first that is installed."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("MHGRAPH_BROWSER") or next(filter(None, map(shutil.which, names)), None)


def interactive(file: Path, runs: int = RUNS) -> list[float]:
    """Return the seconds until the page is interactive, each time in a fresh browser context without a network."""
    from playwright.sync_api import sync_playwright

    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(ARGUMENTS))
        for _ in range(runs):
            context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
            opened = context.new_page()
            opened.goto(file.as_uri())
            opened.wait_for_selector("html[data-ready]", timeout=120_000)
            found.append(opened.evaluate("performance.getEntriesByName('interactive')[0].startTime") / 1000)
            context.close()
        browser.close()
    return found


def main() -> None:
    """Print, for each network, its size, the time to build the page, and the time until it answers."""
    if browser_path() is None:
        sys.exit("no Chromium is installed; name one with MHGRAPH_BROWSER")
    print(f"{'entities':>9}{'relations':>11}{'page, MB':>10}{'build, s':>10}{'interactive, s: median':>24}{'max':>7}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        _measured(load_corpus(find_project()), folder / "shipped.html")
        for entities, relations in SIZES:
            project = made_project(folder / str(entities), entities, relations)
            _measured(load_corpus(project), folder / f"{entities}.html")


def _measured(corpus: Corpus, file: Path) -> None:
    start = time.perf_counter()
    network = everything(corpus)
    file.write_bytes(page(corpus, network))
    built = time.perf_counter() - start
    seconds = interactive(file)
    size = file.stat().st_size / 1e6
    print(
        f"{len(network):>9,}{network.number_of_edges():>11,}{size:>10.2f}{built:>10.1f}"
        f"{statistics.median(seconds):>24.2f}{max(seconds):>7.2f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
