"""How long it takes until the page answers, in the browser; how long it takes to build; how large it is.

The shipped graph, and made ones. Claimed for two hundred documents (about 7,000 things and 18,000 relations): built in
under 8 seconds, under 6 MB, and at most 3 seconds of script until it can be used on a processor that is slowed down
four times. Interactive is the mark that the page sets itself when every control answers; it counts from the start of
the navigation.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.printing import Cell, print_table
from mhgraph.analysis.network import entity_network
from mhgraph.explorer.page import write_page
from mhgraph.graph import BaseGraph, load_graph
from mhgraph.project.folders import find_project
from tools.browser import ARGUMENTS, find_browser
from tools.growth.networks import write_network_project

SIZES = ((1_000, 3_000), (7_000, 18_000))
SLOWER = 4
"""How many times slower the processor is made."""
RUNS = 5


def measure_page(file: Path, runs: int = RUNS) -> list[float]:
    """Return the seconds until the page is interactive, each time in a fresh browser context without a network."""
    from playwright.sync_api import sync_playwright

    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(ARGUMENTS))
        for _ in range(runs):
            context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
            opened = context.new_page()
            context.new_cdp_session(opened).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            opened.goto(file.as_uri())
            opened.wait_for_selector("html[data-ready]", timeout=120_000)
            found.append(opened.evaluate("performance.getEntriesByName('interactive')[0].startTime") / 1000)
            context.close()
        browser.close()
    return found


def main() -> None:
    """Print, for each network, its size, the time to build the page, and the time until it answers."""
    if find_browser() is None:
        sys.exit("no Chromium is installed; name one with MHGRAPH_BROWSER")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        rows = [_measure_graph(load_graph(find_project()), folder / "shipped.html")]
        for entities, relations in SIZES:
            project = write_network_project(folder / str(entities), entities, relations)
            rows.append(_measure_graph(load_graph(project), folder / f"{entities}.html"))
    columns = ("entities", "relations", "page, MB", "build, s", "interactive, s: median", "at most")
    print_table(columns, rows)


def _measure_graph(graph: BaseGraph, file: Path) -> tuple[Cell, ...]:
    start = time.perf_counter()
    file.write_bytes(write_page(graph))
    built = time.perf_counter() - start
    network = entity_network(graph)
    seconds = measure_page(file)
    size = file.stat().st_size / 1e6
    return len(network), network.number_of_edges(), size, built, statistics.median(seconds), max(seconds)


if __name__ == "__main__":
    main()
