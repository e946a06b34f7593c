"""How long questions take, and how often they ask the store, where each shipped document stands in 40 copies.

The graph is loaded once; each question is asked RUNS times without parameters but the required ones, and the fastest
counts. Claimed: up to 500 rows cost at most 4 calls of the store, each further 500 at most 3 more.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from mhgraph.graph import BaseGraph, load_graph
from mhgraph.project.folders import find_project
from mhgraph.questions import Question, load_questions, run
from tests.counting import CountingStore
from tools.growth.documents import grow_documents

COPIES = 40
RUNS = 3
QUESTIONS: dict[str, dict[str, list[str]]] = {
    "positions": {},
    "speakers": {},
    "recommendations-on": {"subject": ["gcm-15"]},
    "events-addressing": {"provision": ["gcm-15"]},
    "lineage": {"provision": ["gcm-15e"]},
}
BATCH, FIRST, FURTHER = 500, 4, 3


def measure(graph: BaseGraph, question: Question, values: dict[str, list[str]]) -> tuple[int, int, float]:
    """Return the rows of a question, the calls of the store that they cost, and the seconds of the fastest run."""
    seconds = []
    counting = CountingStore(graph.store)
    counted = BaseGraph(counting, graph.ledgers, graph.model, graph.rules, graph.project, graph.identities)
    rows = len(run(counted, question, values).rows)
    for _ in range(RUNS):
        start = time.perf_counter()
        run(graph, question, values)
        seconds.append(time.perf_counter() - start)
    return rows, counting.calls, min(seconds)


def main() -> None:
    """Print rows, calls and seconds of each question; exit with 1 if one calls more often than is claimed."""
    failing = []
    with tempfile.TemporaryDirectory() as temporary:
        project = grow_documents(Path(temporary), find_project(), COPIES)
        start = time.perf_counter()
        graph = load_graph(project)
        loaded = time.perf_counter()
        documents = len(project.sources)
    print(f"{documents} documents, {len(graph.quads()):,} quads: loaded in {loaded - start:.1f} s\n")
    print(f"{'question':<22}{'rows':>7}{'calls':>7}{'seconds':>9}")
    questions = {question.name: question for question in load_questions(find_project())}
    for name, values in QUESTIONS.items():
        rows, calls, seconds = measure(graph, questions[name], values)
        print(f"{name:<22}{rows:>7,}{calls:>7}{seconds:>9.3f}", flush=True)
        if calls > FIRST + max(0, -(-(rows - BATCH) // BATCH)) * FURTHER:
            failing.append(name)
    if failing:
        sys.exit(f"too many calls of the store: {', '.join(failing)}")


if __name__ == "__main__":
    main()
