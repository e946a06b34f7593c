"""The list of documents that were read, as README shows it: a table between two marks."""

from __future__ import annotations

import re

from mhgraph.graph import BaseGraph
from mhgraph.namespaces import SOURCE
from tools.docs.markdown import plain, table

START, END = "<!-- documents: written by `make docs` -->", "<!-- end of documents -->"
_LIST = re.compile(f"{re.escape(START)}.*?{re.escape(END)}", re.DOTALL)


def list_documents(graph: BaseGraph) -> str:
    """Return a table of the documents read, by publisher and title: title with its link, publisher, date, how much."""
    coverage = {f"{SOURCE}{source.key}": source for source in graph.coverage()}
    rows = []
    for iri, reference in graph.cite(coverage).items():
        title = plain(reference.title)
        rows.append(
            (
                f"[{title}]({reference.link})" if reference.link else title,
                plain(reference.publisher),
                reference.date or "not known",
                str(coverage[iri].passages),
            )
        )
    return table(("document", "publisher", "date", "paragraphs"), sorted(rows, key=lambda row: (row[1], row)))


def fill_documents(page: str, graph: BaseGraph) -> str:
    """Return a page with the list of documents between its marks as it is now.

    Raises:
        ValueError: the page has no marks, or has them more than once.
    """
    filled, count = _LIST.subn(lambda _: f"{START}\n\n{list_documents(graph)}\n\n{END}", page)
    if count != 1:
        raise ValueError("a page with one list of documents has the marks once")
    return filled
